"""All of a document → an `Interpretation`: its jobs as trees, and what belongs to the file."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from jdparse.clean.furniture import Removed
from jdparse.document import Note
from jdparse.interpret import evidence, facets, job, postings, source, texts, trees
from jdparse.interpret.draft import Draft
from jdparse.interpret.trees import Tree
from jdparse.lint import compliance
from jdparse.outline import jobs, titles
from jdparse.outline.ads import calls, cities
from jdparse.outline.body import Body, is_organization
from jdparse.outline.entry import Entry, Role
from jdparse.outline.jobs.section import Jobs, Section
from jdparse.outline.labels import heading_like
from jdparse.outline.levels import tree
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked
from jdparse.vocabulary import Vocabulary

Notes = list[tuple[int | None, Note]]
"""Diagnostics with the index of their job, None for the file's."""


@dataclass(slots=True)
class Interpretation:
    """The record's parts that come from the document."""

    jobs: list[Tree]
    organization: dict[str, list[Tracked]]
    metadata: dict[str, Tracked]
    extra_sections: list[Tree]
    removed: list[Removed]
    notes: Notes
    labels: list[Tracked]
    entries: list[Entry] = field(default_factory=list)
    """All that was read, for the ledger: markers are no part of a record."""
    said: list[Tracked] = field(default_factory=list)
    """Values that say blank or none, or what was said before."""


# Reasons of what the document itself prints on its pages: no word of the site that showed it.
_OF_THE_PRINT = frozenset({"header_footer", "page_number"})

ONE_VALUE = frozenset({"organization.name", "organization.address", "organization.fax", "organization.website"})
"""Paths of the organization with one value."""

MOST_NOTES = 20
"""So many masked places are named one by one."""

FEWEST_ENDED = 2
"""So many items must come to an end before a comma at the last one says that the text was cut off."""

_TWO_STARS = deferred(r"(?<=[^\W\x00-\x7f])\*{2}(?!\*)")
# What every mask has: a look for one character spares most texts the expressions.
_MASKED = deferred(r"[*＊×ＸXx○某]")
_MASK = deferred(r"\*{3,}|[×Ｘ]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|＊{3,}|○{2,}|某某")


def read(
    body: Body,
    removed: Sequence[Removed],
    name: str,
    vocabulary: Vocabulary,
    script: str,
    posted: Sequence[postings.Posting] = (),
    known: Mapping[str, str] = MappingProxyType({}),
) -> Interpretation:
    """Interpret a document's body. `name` is the file's, for a job that nothing else gives a title; `script` that of its text.

    `posted` is what the data of a page say of its jobs: it fills what the body lacks. `known` is what the file itself gives for `source`,
    so that page furniture need not; the title of a page is there.
    """
    found = jobs.split(body.entries, vocabulary, body.before)
    drafts = [job.read(section.entries, section.name, section.heading) for section in found.sections]
    named = postings.names_job(posted)
    preface = [*body.before, *found.preface]
    if evidence.is_article(found.sections, drafts) or evidence.is_rules(preface, found.sections, drafts):
        kept: list[Draft] = []
    else:
        _call(found, drafts, preface)
        kept = _kept(found, drafts, named)
    if not kept:
        return _nothing(body, [*removed, *postings.removed(posted)], known)
    notes: Notes = []
    title = found.title or _first_title(found.sections)
    metadata = source.metadata((r.text for r in removed if r.reason not in _OF_THE_PRINT), known)
    if (title is None or title.text is None) and len(kept) == 1 and "title" not in kept[0].scalars:
        _from_preface(kept[0], preface, known.get("title", ""), notes)
    _entitle(kept, title, named, metadata.get("file_name"), name, notes)
    preface, presented = _presented(preface)
    organization, extra = _organization(body, preface, presented, kept)
    merged = postings.merge(posted, kept, organization)
    _running_heads(removed, kept, organization, of_a_site="title" in known)
    removed = [*removed, *merged]
    extra += _left_over(found, drafts, kept, preface, body, notes)
    if len(kept) > 1:
        notes.append((None, Note("several-jobs", None, {"count": len(kept)})))
    for index, draft in enumerate(kept):
        notes += [(index, note) for note in (*draft.notes, *compliance.limits(_asked(draft)))]
    if title is not None:
        metadata["title"] = title.whole
    notes += _of_the_text(body, preface, removed)
    entries = _entries(body)
    labels = [entry.label for entry in entries if entry.label is not None]
    labels += [section.heading.whole for section in found.sections if section.heading is not None]
    labels += [label for draft in kept for label in draft.labels]
    return Interpretation(
        [trees.job(draft, facets.read(draft, script)) for draft in kept],
        organization,
        metadata,
        extra,
        list(removed),
        notes,
        labels + ([title.whole] if title is not None else []),
        entries,
        [text for draft in drafts for text in draft.said],
    )


def _call(found: Jobs, drafts: Sequence[Draft], preface: list[Entry]) -> None:
    """Gives the only job, if it has no title, that of the call above it; a line that says no more than that is no preface."""
    if len(drafts) != 1 or "title" in drafts[0].scalars:
        return
    for entry in reversed(preface):
        called = calls.read(entry.whole.text) if entry.field is None else None
        if called is not None:
            start, end = called
            job.entitle(drafts[0], entry.whole[start:end])
            if end == len(entry.whole) and calls.is_line(entry.whole.text, start):
                drafts[0].labels.append(entry.whole)
                preface.remove(entry)
            _counted(drafts[0], [*preface, *found.sections[0].entries])
            return


def _counted(draft: Draft, entries: Sequence[Entry]) -> None:
    """Gives a job how many are sought, where that stands behind its name: 保洁员3名（其中…）."""
    name = draft.scalars["title"].text
    if "headcount" in draft.scalars:
        return
    for entry in entries:
        count = calls.count_behind(entry.whole.text, name)
        if count is not None:
            draft.scalars["headcount"] = entry.whole[slice(*count)]
            draft.blank.pop("headcount", None)
            return


def _kept(found: Jobs, drafts: Sequence[Draft], posted: bool) -> list[Draft]:
    """The drafts that are jobs. Beside them, what a department does is none; alone it is an entry without a title."""
    posted = posted and len(drafts) == 1
    kept = [d for d, s in zip(drafts, found.sections, strict=True) if evidence.is_job(d, s.name is not None, posted)]
    if any("title" in draft.scalars for draft in drafts):
        kept = [draft for draft in kept if not draft.of_department or "title" in draft.scalars]
    return kept


def _nothing(body: Body, removed: Sequence[Removed], known: Mapping[str, str]) -> Interpretation:
    """A document without a job: nothing is made up, all its text is kept as one section."""
    entries = _entries(body)
    organization = {"organization.name": [body.organization]} if body.organization is not None else {}
    return Interpretation(
        [],
        organization,
        source.metadata((r.text for r in removed if r.reason not in _OF_THE_PRINT), known),
        trees.section([e.whole for e in entries if e.whole]),
        list(removed),
        [(None, Note("no-job-found"))],
        [],
        entries,
    )


def _entries(body: Body) -> list[Entry]:
    return [*body.before, *body.entries, *body.after]


def _asked(draft: Draft) -> Iterable[tuple[str, Tracked]]:
    return ((path, text) for path, items in draft.lists.items() if path.startswith("requirements.") for text in items)


def _note(name: str, at: Tracked, **params: str) -> tuple[int | None, Note]:
    return None, Note(name, Span(at.start, at.end), params)


def _of_the_text(body: Body, preface: Sequence[Entry], removed: Sequence[Removed]) -> Notes:
    """What the text as a whole shows: words that were masked, an end that was cut off."""
    masked = ((entry.whole, place) for entry in (*body.entries, *preface) if (place := _masked(entry.whole.text)))
    notes: Notes = [
        _note("masked-text", whole[place.start() : place.end()], text=whole.text)
        for whole, place in itertools.islice(masked, MOST_NOTES)
    ]
    if (cut := _cut_off(body, removed) or _open_end(body)) is not None:
        notes.append(_note("truncated", cut, text=cut.text))
    return notes


def _masked(text: str) -> re.Match[str] | None:
    """The first mask of a text. Two stars are one where they do not come in pairs, as those of Markdown do: 店长**人."""
    if _MASKED.search(text) is None:
        return None
    return _MASK.search(text) or (_TWO_STARS.search(text) if text.count("**") == 1 else None)


def _open_end(body: Body) -> Tracked | None:
    """The last words of a document that end in a comma, where its other items end otherwise."""
    if not body.entries or not (last := body.entries[-1].whole) or last.text[-1] not in "，、,":
        return None
    items = [e.whole.text for e in body.entries[:-1] if e.enumerator is not None and e.whole]
    ended = sum(text[-1] in _END for text in items)
    return last if ended >= FEWEST_ENDED and not any(text[-1] in "，、," for text in items) else None


# Sites that show the beginning of a document and sell the rest leave such lines around it.
_PREVIEW = frozenset({"download_prompt", "page_metadata"})
_END = "。；;.!！?？：:）)”"
# … and some of them say that there is more.
_CUT = deferred(
    r"超出(?:免费)?(?:预览|试读|阅读)|(?:预览|试读|试看)(?:已|到此)?(?:结束|完毕)|(?:剩余|余下|还有|还剩)\s*\d+\s*(?:%|页)|剩余(?:内容|部分)|(?:仅|只)(?:显示|展示|提供)前\s*\d+\s*页"
)


def _cut_off(body: Body, removed: Sequence[Removed]) -> Tracked | None:
    """The last words of a previewed document that ends in the middle: in a label without a value, or in an unfinished sentence."""
    if not body.entries or not any(r.reason in _PREVIEW for r in removed):
        return None
    last = body.entries[-1]
    if last.role is Role.LABEL and last.text is None:
        return last.whole
    text = last.whole
    if not text or text.text[-1] in _END:
        return None
    if _breaks_off(text.text) or any(_CUT.search(r.text.text[: source.LONGEST]) for r in removed):
        return text
    if len(body.entries) > 1 and last.enumerator is not None and _goes_on_alike(body.entries[-2], last):
        return None  # its list has no punctuation
    ended = [e.whole.text[-1] in _END for e in body.entries if len(e.whole) >= 12]
    return text if len(ended) >= 5 and 5 * sum(ended) >= 4 * len(ended) else None


def _goes_on_alike(before: Entry, last: Entry) -> bool:
    """Whether the last item of a list ends as the one before it does: without punctuation."""
    return (
        before.enumerator is not None
        and bool(before.whole)
        and before.whole.text[-1] not in _END
        and last.role is before.role
    )


def _breaks_off(text: str) -> bool:
    """Whether an enumeration ends in half a word: 语言、文字、操."""
    *words, last = text.split("、")
    return len(words) >= 3 and len(last) == 1 and all(len(word) >= 2 for word in words)


def _left_over(
    found: Jobs,
    drafts: Sequence[Draft],
    kept: Sequence[Draft],
    preface: Sequence[Entry],
    body: Body,
    notes: Notes,
) -> list[Tree]:
    """The text that belongs to no job, as sections of the file: reported, never dropped."""
    out: list[Tree] = []
    jobs_kept = {id(draft) for draft in kept}
    for section, draft in zip(found.sections, drafts, strict=True):
        if id(draft) not in jobs_kept:
            out += trees.section([entry.whole for entry in section.entries if entry.whole])
    after, _ = tree(body.after)
    for heading, items in (
        *_above(preface),
        _closing(found.closing),
        *((None, texts.flat(node)) for node in after),
    ):
        if items:
            out += trees.section(items, heading)
            notes.append(_note("unclassified-text", items[0], text=items[0].text))
    return out


def _above(preface: Sequence[Entry]) -> list[tuple[Tracked | None, list[Tracked]]]:
    """What stands before the jobs, each line as a section, but what is listed under a known heading (修订记录) with that."""
    out: list[tuple[Tracked | None, list[Tracked]]] = []
    heading: Entry | None = None
    for entry in preface:
        if not entry.whole:
            continue
        if heading is not None and entry.role is Role.ITEM:
            if out[-1][0] is None:
                out[-1] = heading.label, []
            out[-1][1].append(entry.whole)
            continue
        heading = entry if entry.role is Role.LABEL and entry.field is not None and entry.text is None else None
        out.append((None, [entry.whole]))
    return out


def _closing(entries: Sequence[Entry]) -> tuple[Tracked | None, list[Tracked]]:
    """What follows several jobs and belongs to all of them, as one section under its heading."""
    heading = entries[0].label if entries and entries[0].text is None else None
    nodes, _ = tree(entries if heading is None else entries[1:])
    return heading, [text for node in nodes for text in texts.flat(node)]


def _first_title(sections: Sequence[Section]) -> Entry | None:
    heading = sections[0].heading if sections else None
    if heading is None or heading.role is not Role.TITLE or heading.label is None:
        return None  # 二、切配2名：… has no label
    return heading


def _from_preface(draft: Draft, preface: list[Entry], page: str, notes: Notes) -> None:
    """Gives a job without a title that of a line before it that is a job's name, or that the page's own title says too."""
    entry = next((e for e in reversed(preface) if _entitles(e)), None)
    if entry is not None and entry.whole.text.isascii():  # the name in English below it
        above = preface[preface.index(entry) - 1 : preface.index(entry)]
        entry = next((e for e in above if _entitles(e)), entry)
    if entry is None and page:
        entry = next((e for e in preface if _is_said(e, page)), None)
    if entry is None:
        return
    title = calls.without_call(entry.whole.strip(_AROUND))
    draft.scalars["title"] = title
    draft.blank.pop("title", None)
    draft.none.pop("title", None)
    draft.labels.append(entry.whole)
    preface.remove(entry)
    if not entry.heading and title.text not in page:
        notes.append((0, Note("title-from-file-name", Span(title.start, title.end), {"title": title.text})))


def _entitles(entry: Entry) -> bool:
    """Whether a line before a job is its name: it reads as one, or is the title of a page (出版校对)."""
    text = calls.without_call(entry.whole.strip(_AROUND)).text
    if entry.enumerator is not None:
        return False
    if entry.heading == 1 and len(text) <= _LONGEST_TITLE and not _NO_NAME.search(entry.whole.text):
        return True
    return heading_like(text) and titles.names_job(text)


def _is_said(entry: Entry, page: str) -> bool:
    """Whether a line stands in the title of its page and may be the name of a job, and not of a place or an employer."""
    text = entry.whole.text.strip(_AROUND)
    return (
        entry.enumerator is None
        and (entry.role is Role.ITEM or entry.field is None)
        and _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE
        and text in page
        and not _NO_NAME.search(text)
        and not cities.is_city(text)
    )


_SHORTEST_TITLE, _LONGEST_TITLE = 3, 60


def _entitle(
    drafts: Sequence[Draft], title: Entry | None, posted: bool, declared: Tracked | None, name: str, notes: Notes
) -> None:
    """Give jobs without a title that of the document, or a single one that of the file.

    `posted` says that the page's data have one, which is better than a file's name. `declared` is the file's name as a page
    prints it, `name` that of the file at hand.
    """
    without = [draft for draft in drafts if "title" not in draft.scalars]
    if title is not None and title.text is not None:
        for draft in without:
            draft.scalars["title"] = title.text
    elif len(drafts) == 1 and without:
        found = titles.of_file(declared.text) if declared is not None else None
        if posted:
            pass
        elif declared is not None and found is not None and (start := declared.text.find(found)) >= 0:
            without[0].scalars["title"] = declared[start : start + len(found)]
        else:
            without[0].title_of_file = titles.of_file(name)
    for draft in without:
        if "title" in draft.scalars or draft.title_of_file is not None:
            draft.blank.pop("title", None)
            draft.none.pop("title", None)
    if len(drafts) == 1 and without:
        at = without[0].scalars.get("title")
        if at is not None:
            notes.append((0, Note("title-from-file-name", Span(at.start, at.end), {"title": at.text})))
        elif without[0].title_of_file is not None:
            notes.append((0, Note("title-from-file-name", None, {"title": without[0].title_of_file})))


_NO_NAME = deferred(
    r"招|聘|岗位|职位|职责|说明|公告|通知|简章|我们|关于|欢迎|加入|公司|集团|中心$|制度|办法|规定|细则|方案|通知|[？?！!]"
)


_AROUND = "【】[]《》「」*# "


def _presented(preface: Sequence[Entry]) -> tuple[list[Entry], list[tuple[str, Tracked]]]:
    """What stands before the jobs without what it says of the organization, and that, by path.

    公司简介 on a line of its own heads the paragraphs below it, up to the next label.
    """
    rest: list[Entry] = []
    found: list[tuple[str, Tracked]] = []
    headed = False
    for entry in preface:
        field = entry.field or ""
        if entry.role is Role.LABEL and field.startswith("organization."):
            headed = field == "organization.description" and entry.text is None
            if entry.text is not None:
                found.append((field, entry.text))
        elif headed and entry.role is Role.ITEM and not field:
            found.append(("organization.description", entry.whole))
        else:
            headed = False
            rest.append(entry)
    return rest, found


def _organization(
    body: Body, preface: list[Entry], presented: Sequence[tuple[str, Tracked]], drafts: Sequence[Draft]
) -> tuple[dict[str, list[Tracked]], list[Tree]]:
    """What the document says of the organization, and second names and addresses, for which the record has no place."""
    found: dict[str, list[Tracked]] = {}
    if body.organization is not None:
        found["organization.name"] = [body.organization]
    for path, value in presented:
        found.setdefault(path, []).append(value)
    if "organization.name" not in found and (name := _employer(preface, drafts)) is not None:
        found["organization.name"] = [name]
    seen = {(path, value.text) for path, values in found.items() for value in values}
    for draft in drafts:
        for path in [p for p in draft.lists if p.startswith("organization.")]:
            for value in draft.lists.pop(path):
                if (path, value.text) in seen:
                    draft.said.append(value)
                else:
                    seen.add((path, value.text))
                    found.setdefault(path, []).append(value)
    extra: list[Tree] = []
    for path in sorted(ONE_VALUE & found.keys()):
        found[path], more = found[path][:1], found[path][1:]
        extra += trees.section(more)
    return found, extra


def _employer(preface: list[Entry], drafts: Sequence[Draft]) -> Tracked | None:
    """Takes the employer's name that a board prints alone, before the job, beside its facts or over what it says of itself."""
    for entry in preface:
        if entry.enumerator is None and entry.field is None and is_organization(entry.whole.text):
            preface.remove(entry)
            return entry.whole
    if len(drafts) != 1:
        return None
    described = drafts[0].lists.get("organization.description", [])
    if len(described) > 1 and is_organization(described[0].text):
        return described.pop(0)
    for heading, items in drafts[0].extra_sections:
        if heading is None and is_organization(items[0].text):
            name = items.pop(0)
            if not items:
                drafts[0].extra_sections.remove((heading, items))
            drafts[0].notes = [note for note in drafts[0].notes if note.span is None or note.span[0] != name.start]
            return name
    return None


def _running_heads(
    removed: Sequence[Removed], drafts: Sequence[Draft], organization: dict[str, list[Tracked]], *, of_a_site: bool
) -> None:
    """The document's number and the organization, from the head and foot of its pages; a site's foot names whose site it is."""
    for text in (r.text for r in removed if r.reason == "header_footer"):
        number, name = source.running_head(text)
        if number is not None and not any("document_no" in draft.scalars for draft in drafts):
            for draft in drafts:
                draft.scalars["document_no"] = number
                draft.blank.pop("document_no", None)
        if name is not None and not (of_a_site and number is None and not source.is_owner(name.text, text.text)):
            organization.setdefault("organization.name", [name])
