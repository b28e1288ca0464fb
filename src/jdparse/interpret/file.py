"""All of a document → the record's tree, its values still `Tracked`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jdparse.clean.furniture import Removed
from jdparse.document import Note
from jdparse.interpret import job, source, texts, values
from jdparse.lint import compliance
from jdparse.interpret.draft import Draft, Duty
from jdparse.outline import jobs
from jdparse.outline.body import Body
from jdparse.outline.entries import Entry, Role
from jdparse.outline.labels import heading_like
from jdparse.outline.levels import tree
from jdparse.outline.titles import names_job
from jdparse.tracked import Span, Tracked
from jdparse.vocabulary import Vocabulary

Tree = dict[str, "Tree"] | list["Tree"] | Tracked | str | None
"""A record's JSON shape with `Tracked` for text from the document."""


@dataclass(slots=True)
class Interpretation:
    """The record's parts that come from the document, and the notes with the index of their job (None: the file's)."""

    jobs: list[Tree]
    organization: dict[str, list[Tracked]]
    metadata: dict[str, Tracked]
    extra_sections: list[Tree]
    removed: list[Removed]
    notes: list[tuple[int | None, Note]]
    labels: list[Tracked]
    entries: list[Entry] = field(default_factory=list)
    """All that was read, for the ledger: markers are no part of a record."""
    said: list[Tracked] = field(default_factory=list)
    """Values that say blank or none."""


ONE_VALUE = frozenset({"organization.name", "organization.address", "organization.fax", "organization.website"})
"""Paths of the organization with one value."""

# A job's evidence: what makes a text a job description rather than a notice that speaks of posts.
_BODY = re.compile(r"(?:duties$|requirements\.|authority|summary|performance_standards|kpis)")

_MASK = re.compile(r"\*{3,}|[×Ｘ]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|＊{3,}|○{2,}|某某")


def read(
    body: Body, removed: Sequence[Removed], vocabulary: Vocabulary
) -> Interpretation:
    """Interpret a document's body."""
    found = jobs.split(body.entries, vocabulary)
    drafts = [job.read(section.entries, section.name, section.heading) for section in found.sections]
    titled = sum("title" in draft.scalars for draft in drafts)
    kept = [] if _is_article(found.sections, drafts) else [draft for draft, section in zip(drafts, found.sections, strict=True) if _is_job(draft, section.name is not None)]
    if titled:
        # beside jobs, what a department does is no job; alone it is an entry without a title (RECORD)
        kept = [draft for draft in kept if not draft.of_department or "title" in draft.scalars]
    notes: list[tuple[int | None, Note]] = []
    extra: list[Tree] = []
    labels: list[Tracked] = []
    if not kept:
        # nothing is made up: the text of what is no job description is kept as one section
        rest = [e.whole for e in (*body.before, *body.entries, *body.after) if e.whole]
        return Interpretation(
            [],
            {"organization.name": [body.organization]} if body.organization is not None else {},
            source.metadata(r.text for r in removed),
            _leftover(rest),
            list(removed),
            [(None, Note("no-job-found"))],
            [],
            _entries(body),
        )
    labels += [section.heading.whole for section in found.sections if section.heading is not None]
    labels += [entry.label for entry in _entries(body) if entry.label is not None]
    preface = [*body.before, *found.preface]
    title = found.title
    if title is None and found.sections and found.sections[0].heading is not None and found.sections[0].heading.role is Role.TITLE:
        title = found.sections[0].heading
    _entitle(kept, title, preface, notes)
    organization = _organization(body, kept)
    for text in (r.text for r in removed if r.reason == "header_footer"):
        number, name = source.running_head(text)
        if number is not None and len({n.text for d in kept if (n := d.scalars.get("document_no"))}) == 0:
            for draft in kept:
                draft.scalars["document_no"] = number
                draft.blank.pop("document_no", None)
        if name is not None:
            organization.setdefault("organization.name", [name])
    for section, draft in zip(found.sections, drafts, strict=True):
        if draft not in kept:
            extra += _leftover([e.whole for e in section.entries if e.whole])
    for entry in preface:
        if entry.whole and not entry.whole.text.isspace():
            extra += _leftover([entry.whole])
            notes.append((None, Note("unclassified-text", Span(entry.whole.start, entry.whole.end), {"text": entry.whole.text})))
    after, _ = tree((*found.closing, *body.after))
    for node in after:
        items = texts.flat(node)
        extra += _leftover(items)
        if items:
            notes.append((None, Note("unclassified-text", Span(items[0].start, items[0].end), {"text": items[0].text})))
    if len(kept) > 1:
        notes.append((None, Note("several-jobs", None, {"count": len(kept)})))
        extra += _shared_closing(kept)
    trees: list[Tree] = []
    for index, draft in enumerate(kept):
        notes += [(index, note) for note in draft.notes]
        asked = [(path, text) for path, texts_ in draft.lists.items() if path.startswith("requirements.") for text in texts_]
        notes += [(index, note) for note in compliance.limits(asked)]
        labels += draft.labels
        trees.append(_tidied(_job(draft)))
    for path, found_values in organization.items():
        if path in ONE_VALUE and len(found_values) > 1:
            extra += _leftover(found_values[1:])
            organization[path] = found_values[:1]
    metadata = source.metadata(r.text for r in removed)
    if title is not None:
        metadata["title"] = title.whole
        labels.append(title.whole)
    for entry in (*body.entries, *preface):
        place = _MASK.search(entry.whole.text)
        if place:
            masked = entry.whole[place.start() : place.end()]
            notes.append((None, Note("masked-text", Span(masked.start, masked.end), {"text": entry.whole.text})))
            break
    return Interpretation(
        trees,
        organization,
        metadata,
        extra,
        list(removed),
        notes,
        labels,
        _entries(body),
        [text for draft in drafts for text in draft.said],
    )


def _entries(body: Body) -> list[Entry]:
    return [*body.before, *body.entries, *body.after]


def _leftover(items: Sequence[Tracked]) -> list[Tree]:
    return [{"heading": None, "items": list(items)}] if items else []


# What an article about job descriptions says and a job description does not: questions, advice, talk about the genre.
_TALK = re.compile(
    r"[？?]|我(?:见过|的|认为|觉得|建议|们(?:常|经常|往往|应该|可以|知道|看到|来看))|(?:很多|许多|不少|有些|有的|大多数)(?:企业|公司|人|单位|管理者|HR)|往往|所谓"
    r"|例如|比如|(?:一般|通常)(?:来说|而言|情况|应|需|要|包括|分)|不要写|要写|建议(?:大家|企业|您|你)|也就是说|换句话说|总之|首先|其次|说明书(?:应|要|的|写|是|中|里)"
)


def _is_article(sections: Sequence[jobs.Section], drafts: Sequence[Draft]) -> bool:
    """Whether the text is about job descriptions: no job is named, and much of it talks."""
    if any("title" in draft.scalars for draft in drafts) or any(s.name is not None for s in sections):
        return False
    texts = [e.whole.text for s in sections for e in s.entries if len(e.whole) >= 20]
    return 4 * sum(_TALK.search(text) is not None for text in texts) >= len(texts) and len(texts) >= 4


def _is_job(draft: Draft, named: bool) -> bool:
    """Whether there is a job: something that says what it does or asks for, and a second sign.

    A notice may ask for things too; so without a job's name only duties make a job.
    """
    if not (named or draft.duties or "title" in draft.scalars):
        return False
    body = [p for p in (*draft.lists, *draft.scalars) if _BODY.match(p)]
    if draft.duties:
        body.append("duties")
    if not body:
        return False
    signs = len(set(body)) + len([p for p in (*draft.scalars, *draft.lists) if not _BODY.match(p) and not p.startswith(("organization.", "application.", "remarks", "people.", "dates."))])
    return signs >= 2


def _entitle(
    drafts: Sequence[Draft], title: Entry | None, preface: list[Entry], notes: list[tuple[int | None, Note]]
) -> None:
    """Give a single job without a title that of the document, of a line before it that is a job's name, or of the file."""
    if len(drafts) != 1 or "title" in drafts[0].scalars:
        if title is not None and title.text is not None and len(drafts) > 1:
            for draft in drafts:
                if "title" not in draft.scalars:
                    draft.scalars["title"] = title.text
        return
    draft = drafts[0]
    if title is not None and title.text is not None:
        draft.scalars["title"] = title.text
    else:
        for entry in reversed(preface):
            text = entry.whole.text.strip("【】[]《》「」*# ")
            if heading_like(text) and names_job(text) and entry.enumerator is None:
                draft.scalars["title"] = entry.whole.strip("【】[]《》「」*# ")
                preface.remove(entry)
                break
    if "title" in draft.scalars:
        at = draft.scalars["title"]
        notes.append((0, Note("title-from-file-name", Span(at.start, at.end), {"title": at.text})))


def _organization(body: Body, drafts: Sequence[Draft]) -> dict[str, list[Tracked]]:
    found: dict[str, list[Tracked]] = {}
    if body.organization is not None:
        found["organization.name"] = [body.organization]
    for draft in drafts:
        for path in [p for p in draft.lists if p.startswith("organization.")]:
            for value in draft.lists.pop(path):
                if all(value.text != kept.text for kept in found.get(path, [])):
                    found.setdefault(path, []).append(value)
                else:
                    draft.said.append(value)
    return found


def _shared_closing(drafts: Sequence[Draft]) -> list[Tree]:
    """How to apply, said once after several jobs, belongs to none of them alone."""
    last = drafts[-1]
    paths = [p for p in (*last.lists, *last.scalars) if p.startswith("application.")]
    if not paths or any(p.startswith("application.") for d in drafts[:-1] for p in (*d.lists, *d.scalars)):
        return []
    out: list[Tree] = []
    for path in paths:
        items = last.lists.pop(path, None) or [last.scalars.pop(path)]
        out.append({"heading": None, "items": list(items)})
    return out


def _job(draft: Draft) -> Tree:
    tree: dict[str, Tree] = {}
    for path, value in draft.scalars.items():
        _set(tree, path, value)
    for path, items in draft.lists.items():
        if path == "substitutes":
            tree["substitutes"] = [{"position": value} for value in items]
        elif path == "relations.contacts":
            _set(tree, path, [{"party": value} for value in items])
        else:
            _set(tree, path, list(items))
    if draft.contacts:
        _set(tree, "relations.contacts", [_contact(contact) for contact in draft.contacts])
    tree["duties"] = [_duty(duty) for duty in draft.duties]
    tree["extra_fields"] = [{"label": label, "value": value} for label, value in draft.extra_fields]
    tree["extra_sections"] = [{"heading": heading, "items": list(items)} for heading, items in draft.extra_sections]
    tree["blank_fields"] = list(draft.blank)
    tree["none_fields"] = list(draft.none)
    return tree


def _tidied(tree: Tree) -> Tree:
    if isinstance(tree, Tracked):
        return values.tidy(tree)
    if isinstance(tree, dict):
        return {key: _tidied(value) for key, value in tree.items()}
    return [_tidied(value) for value in tree] if isinstance(tree, list) else tree


def _contact(contact: Mapping[str, Tracked | list[Tracked]]) -> Tree:
    out: dict[str, Tree] = {key: list(value) if isinstance(value, list) else value for key, value in contact.items()}
    side = contact.get("side")
    if isinstance(side, Tracked):
        # the one place where the record says a printed word in its own: 内 is internal
        inner, outer = "内" in side.text, "外" in side.text
        out["side"] = "internal" if inner and not outer else "external" if outer and not inner else None
    return out


def _duty(duty: Duty) -> Tree:
    return {
        "category": duty.category,
        "name": duty.name,
        "tasks": list(duty.tasks),
        "standards": list(duty.standards),
        "frequency": list(duty.frequency),
        "time_share": duty.time_share,
        "knowledge": [{"text": item.text, "level": item.level} for item in duty.knowledge],
        "skills": [{"text": item.text, "level": item.level} for item in duty.skills],
    }


def _set(tree: dict[str, Tree], path: str, value: Tree) -> None:
    *parents, name = path.split(".")
    for parent in parents:
        child = tree.setdefault(parent, {})
        assert isinstance(child, dict)
        tree = child
    tree[name] = value
