"""All of a document → an `Interpretation`: its jobs as trees, and what belongs to the file."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from jdparse.clean.furniture import Removed
from jdparse.document import Note
from jdparse.interpret import employer, evidence, facets, genres, integrity, job, naming, postings, source, texts, trees
from jdparse.interpret.draft import Draft
from jdparse.interpret.noted import Notes, note
from jdparse.interpret.trees import Tree
from jdparse.lint import compliance
from jdparse.outline import jobs, labels, titles
from jdparse.outline.body import Body
from jdparse.outline.entry import Entry, Role
from jdparse.outline.jobs.section import Jobs, Section
from jdparse.outline.levels import tree
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary


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


# Reasons of what the document itself prints on its pages, and of what readers wrote below it: neither says what the site does of it.
_OF_THE_PRINT = frozenset({"header_footer", "page_number", "comments"})


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
    if (
        evidence.is_article(found.sections, drafts)
        or evidence.is_rules(preface, found.sections, drafts)
        or genres.are_rows(drafts)
        or genres.is_other(drafts, preface, _entries(body))
    ):
        kept: list[Draft] = []
    else:
        naming.from_call(found, drafts, preface)
        above = len(drafts) == 1 and (
            naming.over_facts(preface, found.sections[0]) is not None or naming.over_duties(preface, drafts[0])
        )
        kept = _kept(found, drafts, named or above)
    if not kept:
        return _nothing(body, [*removed, *postings.removed(posted)], known)
    notes: Notes = []
    title = found.title or naming.first_title(found.sections)
    if "title" in known:
        removed = [*source.shown(kept), *removed]
    metadata = source.metadata((r.text for r in removed if r.reason not in _OF_THE_PRINT), known)
    if (title is None or title.text is None) and len(kept) == 1 and "title" not in kept[0].scalars:
        section = next(s for s, draft in zip(found.sections, drafts, strict=True) if draft is kept[0])
        naming.from_preface(kept[0], preface, section, known.get("title", ""), notes)
    naming.entitle(kept, title, named, metadata.get("file_name"), name, notes)
    naming.counted(kept, preface)
    over = [entry.whole for entry in [e for e in preface if e.whole][-1:] if _heads_posts(entry)]
    preface = [entry for entry in preface if all(entry.whole is not text for text in over)]
    jobs_kept = {id(draft) for draft in kept}
    sections = zip(found.sections, drafts, strict=True)
    others = [_with_heading(section, title) for section, draft in sections if id(draft) not in jobs_kept]
    (preface, closing, *of_no_job), presented = employer.presented(preface, found.closing, *others)
    employer.by_job(kept)
    called = naming.of_document(title if len(kept) == 1 else None, preface, known.get("title"))
    preface = [entry for entry in preface if entry is not called]
    organization, extra = employer.organization(body, preface, presented, kept)
    merged = postings.merge(posted, kept, organization)
    employer.running_heads(removed, kept, organization, of_a_site="title" in known)
    removed = [*removed, *merged]
    extra += _left_over(of_no_job, closing, preface, body, notes)
    if len(kept) > 1:
        notes.append((None, Note("several-jobs", None, {"count": len(kept)})))
    for index, draft in enumerate(kept):
        notes += [(index, note) for note in (*draft.notes, *compliance.limits(_asked(draft)))]
    if called is not None:
        metadata["title"] = called.whole
    elif title is not None and not (title.enumerator is not None and "title" in metadata) and not _leads_over(title):
        metadata["title"] = title.whole
    notes += integrity.of_the_text(body, preface, removed)
    entries = _entries(body)
    printed = [entry.label for entry in entries if entry.label is not None]
    printed += over
    printed += [section.heading.whole for section in found.sections if section.heading is not None]
    printed += [label for draft in kept for label in draft.labels]
    return Interpretation(
        [trees.job(draft, facets.read(draft, script)) for draft in kept],
        organization,
        metadata,
        extra,
        list(removed),
        notes,
        printed + ([title.whole] if title is not None else []),
        entries,
        [text for draft in drafts for text in draft.said],
    )


def _leads_over(title: Entry) -> bool:
    """Whether a title but leads over to what is below it: 招聘："""
    return title.text is None and title.whole.text[-1:] in "：:"


def _heads_posts(entry: Entry) -> bool:
    """Whether a line above the jobs is but a notice's heading of them: 一、招聘岗位及人数"""
    counted = entry.enumerator is not None and entry.enumerator.ordinal > 0
    if entry.field in ("title", "section.basic") and entry.text is None:
        # 开放职位, 需求岗位：, but 岗位名称： is a label that was left empty
        return bool(entry.heading or counted) or _NAMED_POSTS.match(entry.whole.text) is not None
    return counted and entry.field is None and _OF_POSTS.fullmatch(entry.whole.text) is not None


_NAMED_POSTS = deferred(r"(?:招聘|竞聘|选聘|招募|需求|在招|热招|开放|急聘|急招|诚聘|空缺|拟聘)(?:岗位|职位|工种)")
_OF_POSTS = deferred(
    r"(?:本次|此次)?(?:公开)?(?:招聘|竞聘|选聘|招募|聘用|拟聘|需求)?(?:岗位|职位|工种|职数|人员|计划)(?:设置)?(?:(?:及|与|和|、|，)?(?:其|具体|相关|招聘|岗位)?(?:人数|名额|数量|职责|要求|条件|资格|任职|待遇|薪酬|薪资|计划|情况|信息|说明|介绍|内容|一览表?)){0,4}[：:。]?"
)


def _kept(found: Jobs, drafts: Sequence[Draft], posted: bool) -> list[Draft]:
    """The drafts that are jobs. Beside them, what a department does is none; alone it is an entry without a title."""
    posted = posted and len(drafts) == 1
    pairs = list(zip(drafts, found.sections, strict=True))
    described = [
        evidence.is_job(draft, section.name is not None, posted) and not genres.explains(draft)
        for draft, section in pairs
    ]
    beside = any(described) or evidence.are_posts(drafts, found)
    kept = [d for (d, s), is_job in zip(pairs, described, strict=True) if is_job or (beside and evidence.is_post(d, s))]
    if any("title" in draft.scalars for draft in drafts):
        kept = [draft for draft in kept if not draft.of_department or "title" in draft.scalars]
    return kept


def _with_heading(section: Section, title: Entry | None) -> Sequence[Entry]:
    """What stands in a section that is no job, its heading first unless that is the document's title."""
    heading = section.heading
    if heading is None or (heading is title and titles.of_department(heading.whole.text) is None):
        return section.entries
    return (heading, *section.entries)


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


def _left_over(
    sections: Iterable[Sequence[Entry]],
    closing: Sequence[Entry],
    preface: Sequence[Entry],
    body: Body,
    notes: Notes,
) -> list[Tree]:
    """The text that belongs to no job, as sections of the file: reported, never dropped. `sections` are those that are no jobs."""
    out: list[Tree] = []
    for entries in sections:
        out += trees.section([entry.whole for entry in entries if entry.whole])
    after, _ = tree(body.after)
    for heading, items in (
        *_above(preface),
        *_closing(closing),
        *((None, texts.flat(node)) for node in after),
    ):
        if items:
            out += trees.section(items, heading)
            notes.append(note("unclassified-text", items[0], text=items[0].text))
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


def _closing(entries: Sequence[Entry]) -> Iterator[tuple[Tracked | None, list[Tracked]]]:
    """What follows several jobs and belongs to all of them, a section for each heading that is counted as the first is."""
    for part in _parts(entries):
        heading = part[0].label if part[0].text is None or part[0].set_off == "line" else None
        heading = part[0].whole if _is_counted_heading(part[0]) and len(part) > 1 else heading
        nodes, _ = tree(part if heading is None else _below(part))
        yield heading, [text for node in nodes for text in texts.flat(node)]


def _is_counted_heading(entry: Entry) -> bool:
    """Whether an entry is a heading of a notice that nobody knows: 五、聘用及待遇"""
    counted = entry.enumerator is not None and entry.enumerator.base == "一"
    return counted and entry.role is Role.ITEM and entry.field is None and labels.heading_like(entry.whole.text)


def _below(part: Sequence[Entry]) -> Sequence[Entry]:
    """What stands below the heading of a part, a value on the next line with it."""
    text = part[0].text
    if text is None or part[0].role is Role.ITEM:
        return part[1:]
    value = part[0]._replace(
        role=Role.ITEM, enumerator=None, marker=None, label=None, field=None, whole=text, set_off=""
    )
    return (value, *part[1:])


def _parts(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """The entries from each heading on that is counted as the first is: 二、福利待遇 … 三、报名办法 …"""
    family = entries[0].enumerator.family if entries and entries[0].enumerator is not None else None
    starts = [
        index
        for index, entry in enumerate(entries)
        if not index
        or (
            entry.enumerator is not None
            and entry.enumerator.family == family
            and ((entry.role is Role.LABEL and entry.text is None) or _is_counted_heading(entry))
        )
    ]
    return (entries[start:end] for start, end in itertools.pairwise((*starts, len(entries))))
