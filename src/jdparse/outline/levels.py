"""How the entries of one job nest.

The level of a marker is its family's place in the open stack, by first appearance: 一、 may stand under 1. as well as over it. An
unmarked heading that the vocabulary knows closes the lists above it; an unmarked line belongs to what is open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jdparse.document import Note
from jdparse.numbering import Enumerator
from jdparse.outline import labels
from jdparse.outline.ads import chips
from jdparse.outline.entry import Entry, Role
from jdparse.tracked import Span


class Node(NamedTuple):
    """An entry with what stands under it."""

    entry: Entry
    children: tuple["Node", ...] = ()


@dataclass(slots=True)
class _Frame:
    """An open node: its place, the family of its marker ("" without one) and the last marker of that level."""

    index: int
    family: str
    last: Enumerator | None
    entry: Entry | None
    sub: bool = False
    heading: int = 0
    """The level of a heading by style, 0 for none."""
    pairs: bool = False
    """Whether a form begins right under it with a label that nobody knows."""


# The level of the section labels of forms: below every heading that Word or Markdown can style.
SECTION = 10

# What may stand beside the number of a row: the columns of duties and contacts, and in forms 职责概述, 考核标准.
_IN_ROW = ("duty.", "contact.", "substitute.", "summary", "duties", "performance_standards", "kpis")

# No document of people nests deeper; what does stands beside its like from here on.
DEEPEST = 24

# Headings under which finer labels stand, and the fields that these may name.
_ADMITS = {
    "requirements.general": ("requirements.",),
    "compensation.salary": ("compensation.",),
    "compensation.benefits": ("compensation.",),
    "application.contacts": ("application.", "organization."),
    "application.instructions": ("application.", "organization.address"),
    "organization.description": ("organization.",),
    "organization.name": ("organization.",),
    "duties": ("duty.",),
    "duty.name": ("duty.",),
    "kpis": ("performance_standards",),
    "performance_standards": ("kpis",),
    "career_path": ("career_path", "rotation"),
    "relations.contacts": ("relations.",),
}


# What is said of a job under numbers that name it, with no heading above: 权限一 | 对不合格品有拒收权.
BY_NUMBER = {
    "权限N": "authority",
    "职权N": "authority",
    "权力N": "authority",
    "要求N": "requirements.general",
    "条件N": "requirements.general",
    "标准N": "performance_standards",
    "指标N": "kpis",
}


def tree(entries: Sequence[Entry]) -> tuple[tuple[Node, ...], list[Note]]:
    """The nodes of one job and what their numbering shows (gaps, repeats)."""
    notes: list[Note] = []
    entries = [entry for entry in entries if entry.set_off != "header"]
    parents = _parents(entries, notes)
    children: dict[int, list[Node]] = {-1: []}  # in reverse; most entries have none
    for index in range(len(entries) - 1, -1, -1):
        node = Node(entries[index], tuple(children.get(index, ())[::-1]))
        children.setdefault(parents[index], []).append(node)
    return tuple(children[-1][::-1]), notes


def _parents(entries: Sequence[Entry], notes: list[Note]) -> list[int]:
    """For each entry the index of its parent, -1 for the top."""
    stack: list[_Frame] = [_Frame(-1, "root", None, None)]
    closed: dict[str, tuple[int, Enumerator]] = {}
    counts: dict[int, int] = {}
    parents: list[int] = []
    for index, entry in enumerate(entries):
        if len(stack) > DEEPEST:
            _pop(stack, closed, DEEPEST - 1)
        if entry.fresh:
            ended = (p for p, frame in enumerate(stack) if _is_of_a_table(frame) or (entry.behind and _is_cell(frame)))
            _pop(stack, closed, next(ended, len(stack)) - 1)
        if entry.set_off == "chip":
            parent = -1  # a value of the job's, wherever it stands; what is open stays open
        elif entry.heading:
            parent = _styled(stack, closed, entry, index)
        elif entry.set_off == "column":
            _pop(stack, closed, next(p for p in range(len(stack) - 1, -1, -1) if _is_row(stack[p]) or not p))
            parent = stack[-1].index
        elif entry.enumerator is not None:
            parent = _marked(stack, closed, entry, index, notes)
        elif entry.role is Role.ITEM:
            parent = _unmarked_item(stack, entry)
            if stack[-1].index == parent and (above := stack[-1].entry) is not None and goes_on(above):
                notes.append(Note("lines-joined", Span(entry.whole.start, entry.whole.end), {"count": 1}))
        elif entry.field is not None or entry.role is Role.TITLE:
            parent = _labelled(stack, closed, counts, entry, index, entries[index + 1 : index + 2])
        elif entry.set_off == "form":
            parent = _form_label(stack, closed, counts, entry, index)
        elif index and _follows_pair(entries[index - 1], entry):
            parent = parents[index - 1]  # one of a run of pairs
        elif entry.text is None and entry.set_off != "cell":
            parent = _unknown_heading(stack, closed, counts, entry, index)
        else:
            parent = _unmarked_item(stack, entry)
        parents.append(parent)
        counts[parent] = counts.get(parent, 0) + 1
    return parents


def _follows_pair(before: Entry, entry: Entry) -> bool:
    """Whether an unknown `标签：值` goes on a run of such pairs, so that it is one of them and no item of what they say."""
    if entry.text is None or before.role is not Role.LABEL or before.text is None or before.enumerator is not None:
        return False
    if entry.set_off in ("cell", "line", "bracket"):
        return before.set_off == entry.set_off
    label = entry.label
    return (
        entry.set_off == "colon"
        and before.set_off == "colon"
        and label is not None
        and len(label) <= 12
        and len(before.text) <= 60
        and before.text.text[-1] not in "；;"
    )


def _pop(stack: list[_Frame], closed: dict[str, tuple[int, Enumerator]], keep: int) -> None:
    """Close the frames above `keep`, remembering where their sequences stood."""
    for _ in range(len(stack) - keep - 1):
        frame = stack.pop()
        if frame.last is not None:
            closed[frame.family] = (stack[-1].index, frame.last)


def _marked(
    stack: list[_Frame], closed: dict[str, tuple[int, Enumerator]], entry: Entry, index: int, notes: list[Note]
) -> int:
    enumerator = entry.enumerator
    assert enumerator is not None
    if entry.set_off == "row" and _level(stack, entry, enumerator) is None:
        _pop(stack, closed, _table_place(stack, enumerator.base))
    if enumerator.weak and enumerator.family.endswith(" ") and entry.marker is not None:
        notes.append(
            Note(
                "heading-punctuation", Span(entry.marker.start, entry.marker.end), {"marker": entry.marker.text.strip()}
            )
        )
    level = _level(stack, entry, enumerator)
    if level is None:
        known = closed.get(enumerator.family)
        if known is not None and enumerator.ordinal == known[1].ordinal + 1 and enumerator.path == known[1].path:
            at = next((i for i, frame in enumerate(stack) if frame.index == known[0]), None)
            if at is not None:
                _pop(stack, closed, at)
                stack.append(_Frame(index, enumerator.family, enumerator, entry))
                return stack[at].index
        top = stack[-1]
        heads = top.index == index - 1 and top.entry is not None and top.entry.text is None
        inner = next((p for p, frame in enumerate(stack) if _is_parent_of_next(frame.last, enumerator)), None)
        if (field := BY_NUMBER.get(enumerator.family)) is not None and _is_of_the_job(stack, field):
            _pop(stack, closed, 0)
        elif inner is not None:
            _pop(stack, closed, inner - 1)  # 2. behind 1.1, 1.2 and 1.3, whose own heading is not there
        elif heads:
            pass  # what follows a heading at once stands under it
        elif _is_section(entry):
            _pop(stack, closed, _admitting(stack, entry.field or ""))
        elif top.entry is not None and (_is_leaf(top.entry) or _is_pay(stack)):
            _pop(stack, closed, len(stack) - 2)
        parent = stack[-1].index
    else:
        before = stack[level].last
        assert before is not None
        _check(before, enumerator, entry, notes)
        _pop(stack, closed, level - 1)
        closed.pop(enumerator.family, None)
        parent = stack[-1].index
    stack.append(_Frame(index, enumerator.family, enumerator, entry))
    return parent


def _is_of_the_job(stack: list[_Frame], field: str) -> bool:
    """Whether 权限一 begins what the job has, under no heading of its own and, but for 权限, no part of 职责一."""
    for frame in stack[1:]:
        if frame.entry is not None and frame.entry.field == field:
            return False
        if field != "authority" and frame.family.endswith("N") and frame.family not in BY_NUMBER:
            return False
    return True


# The headings under which the rows of contacts and of substitutes stand, and those of any other rows.
_OVER_ROWS = {"触N": ("relations.contacts", "section.relations"), "替N": ("substitutes",)}
_OVER_OTHER_ROWS = ("duties", "relations.contacts", "section.relations", "substitutes")


def _table_place(stack: list[_Frame], rows: str) -> int:
    """Under what the rows of a table stand: the open heading of duties or contacts, a form's section, else the job."""
    over = _OVER_ROWS.get(rows, _OVER_OTHER_ROWS)
    for place in range(len(stack) - 1, 0, -1):
        entry = stack[place].entry
        if stack[place].heading or (entry is not None and entry.field in over):
            return place
    return 0


def _styled(stack: list[_Frame], closed: dict[str, tuple[int, Enumerator]], entry: Entry, index: int) -> int:
    """A heading by style (Word's 标题 2, Markdown's ##): it closes the headings of its level and below, and all lists."""
    keep = next((p for p in range(len(stack) - 1, 0, -1) if 0 < stack[p].heading < entry.heading), 0)
    while keep and _is_of_another(stack[keep], entry.field or ""):
        keep -= 1  # 上班地点 as h3 behind 工作内容 as h2
    _pop(stack, closed, keep)
    parent = stack[-1].index
    stack.append(
        _Frame(
            index, entry.enumerator.family if entry.enumerator else "", entry.enumerator, entry, heading=entry.heading
        )
    )
    return parent


# Fields that are no part of another field's text, however deep their headings are; 培训 may be a group of duties.
_OWN = ("compensation.", "application.", "organization.", "working_hours")


def _is_of_another(frame: _Frame, field: str) -> bool:
    """Whether an open heading is that of another field, so that the field's own stands beside it."""
    above = frame.entry.field if frame.entry is not None else None
    if above is None or above.startswith("section.") or above == "title":
        return False
    return (labels.is_scalar(field) or field.startswith(_OWN)) and not field.startswith(
        (above, *_ADMITS.get(above, ()))
    )


def _is_cell(frame: _Frame) -> bool:
    return frame.entry is not None and frame.entry.set_off == "form"


def _is_row(frame: _Frame) -> bool:
    return frame.entry is not None and frame.entry.set_off == "row"


def _is_of_a_table(frame: _Frame) -> bool:
    return frame.heading >= SECTION or _is_row(frame)


def _form_label(
    stack: list[_Frame],
    closed: dict[str, tuple[int, Enumerator]],
    counts: dict[int, int],
    entry: Entry,
    index: int,
) -> int:
    """A label of a form that nobody knows: it stands in the form's section, whatever list was open, or under the line over the form."""
    _pop(stack, closed, next((p for p in range(len(stack) - 1, 0, -1) if _holds_forms(stack[p], counts)), 0))
    stack[-1].pairs = True
    parent = stack[-1].index
    if entry.text is None:
        stack.append(_Frame(index, "", None, entry))
    return parent


def _holds_forms(frame: _Frame, counts: dict[int, int]) -> bool:
    """Whether a frame is a section of a form or of the text, or a heading whose content is a form of labels that nobody knows."""
    if frame.heading or frame.pairs:
        return True
    entry = frame.entry
    heads = entry is not None and entry.role is Role.LABEL and entry.field is not None and entry.text is None
    return heads and entry is not None and entry.set_off not in ("form", "table") and not counts.get(frame.index)


def _level(stack: list[_Frame], entry: Entry, enumerator: Enumerator) -> int | None:
    """The place in the stack of the level that a marker continues; None when it opens one."""
    if enumerator.path:
        return _decimal_level(stack, enumerator)
    base, ordinal = enumerator.base, enumerator.ordinal
    exact: int | None = None
    strong: list[int] = []
    later: int | None = None
    for place in range(len(stack) - 1, 0, -1):
        frame = stack[place]
        last = frame.last
        if last is None or last.base != base:
            continue
        same = frame.family == enumerator.family
        if ordinal == 0 and same:
            return place
        if ordinal == last.ordinal + 1:
            strong.append(place)
        elif ordinal > last.ordinal and later is None:
            later = place
        if same and exact is None:
            exact = place
    if strong:
        if len(strong) > 1 and _is_section(entry):
            sections = [p for p in strong if (e := stack[p].entry) is not None and _is_section(e)]
            return sections[-1] if sections else strong[0]
        return strong[0]
    if ordinal == 1:
        # a list that begins anew: under a heading of the same family it is one level down, otherwise it is the next list
        if exact is not None and exact == len(stack) - 1:
            top = stack[exact].entry
            if (top is not None and top.text is None) or (top is not None and top.role is Role.ITEM and _opens(top)):
                return None
        return exact
    return later if later is not None else exact


def _decimal_level(stack: list[_Frame], enumerator: Enumerator) -> int | None:
    for place in range(len(stack) - 1, 0, -1):
        last = stack[place].last
        if last is not None and last.family == enumerator.family:
            if last.path == enumerator.path:
                return place
            # 2.1 after 1.3: the next group, unless its own heading 2 stands between
            return place
        if last is not None and (*last.path, last.ordinal) == enumerator.path:
            # b) under 2.2 counts to 2 as well, and 2.3 does not stand under it
            return next((p for p in range(place - 1, 0, -1) if _are_siblings(stack[p].last, enumerator)), None)
    return None


def _is_parent_of_next(last: Enumerator | None, enumerator: Enumerator) -> bool:
    """Whether a number follows that under which a decimal one stands: 2. and 1.3."""
    return (
        last is not None
        and len(last.path) == 1
        and not enumerator.path
        and enumerator.base == "1"
        and enumerator.ordinal == last.path[0] + 1
    )


def _are_siblings(last: Enumerator | None, enumerator: Enumerator) -> bool:
    """Whether a decimal number has the family and the path of another: 2.3 and 2.2."""
    return last is not None and last.family == enumerator.family and last.path == enumerator.path


def _opens(entry: Entry) -> bool:
    """Whether an item announces a list: `负责以下工作：`."""
    return entry.text is not None and (entry.text.text[-1] in "：:" or labels.heading_like(entry.text.text))


def _check(before: Enumerator, now: Enumerator, entry: Entry, notes: list[Note]) -> None:
    if not now.ordinal or now.ordinal == before.ordinal + 1:
        return
    if now.path != before.path:
        return
    marker = entry.marker
    span = Span(marker.start, marker.end) if marker else None
    if now.ordinal > before.ordinal + 1:
        notes.append(Note("numbering-gap", span, {"expected": before.ordinal + 1, "found": now.ordinal}))
    elif now.ordinal != 1:
        notes.append(Note("numbering-repeat", span, {"found": marker.text if marker else str(now.ordinal)}))


def _is_section(entry: Entry) -> bool:
    return entry.field is not None and entry.role is not Role.ITEM and not labels.is_scalar(entry.field)


def _is_leaf(entry: Entry) -> bool:
    """Whether a label is complete on its line, so that a list after it is none of its own."""
    if entry.field is None or entry.enumerator is not None:
        return False
    return labels.is_scalar(entry.field) or (
        entry.field == "summary" and entry.text is not None and entry.text.text[-1] not in "：:"
    )


def _is_pay(stack: list[_Frame]) -> bool:
    """Whether the open entry is the pay in figures under a heading of what is offered: a list after it is the heading's."""
    if len(stack) < 2:
        return False
    pay, heading = stack[-1].entry, stack[-2].entry
    return (
        pay is not None
        and heading is not None
        and pay.field == "compensation.salary"
        and pay.text is not None
        and pay.text.text[-1] not in "：:"
        and heading.text is None
        and heading.field == "compensation.benefits"
    )


def _admitting(stack: list[_Frame], field: str) -> int:
    """The innermost frame under which an unmarked label of `field` may stand."""
    for place in range(len(stack) - 1, 0, -1):
        entry = stack[place].entry
        if entry is None:
            return place
        if stack[place].heading >= SECTION or (
            stack[place].heading and (entry.field is None or entry.field.startswith("section."))
        ):
            return place
        if (
            entry.enumerator is not None
            and not entry.whole
            and field.startswith(_IN_ROW if entry.set_off == "row" else "duty.")
        ):
            return place  # the number of a table's row, 职责一 in a cell of its own
        if entry.is_item:
            if not labels.is_scalar(field) and not field.startswith("duty."):
                continue  # a section stands under no item of a list
            if (
                entry.enumerator is not None
                and entry.text is not None
                and labels.heading_like(entry.text.text)
                and not stack[place].sub
            ):
                parent = next((f.entry for f in reversed(stack[:place]) if f.entry is not None and f.entry.field), None)
                if parent is None or field.startswith(_ADMITS.get(parent.field or "", ())):
                    return place
            continue
        if entry.field is None:
            if entry.role is Role.TITLE or entry.enumerator is not None:
                return place
            continue
        if entry.field.startswith("section."):
            return place
        open_to = _open_to(stack, place)
        if open_to and field.startswith(open_to) and (entry.text is None or field.startswith("duty.")):
            return place
        if field == entry.field and entry.text is None and entry.enumerator is not None:
            return place
    return 0


def _open_to(stack: list[_Frame], place: int) -> tuple[str, ...]:
    """The fields that finer labels under an open heading may name; 晋升方向 and 轮换岗位 stand side by side under 职业发展."""
    entry = stack[place].entry
    assert entry is not None
    grouped = any(frame.entry is not None and frame.entry.field == "section.career" for frame in stack[:place])
    return () if entry.field == "career_path" and grouped else _ADMITS.get(entry.field or "", ())


def _labelled(
    stack: list[_Frame],
    closed: dict[str, tuple[int, Enumerator]],
    counts: dict[int, int],
    entry: Entry,
    index: int,
    following: Sequence[Entry],
) -> int:
    """An unmarked label that the vocabulary knows, or a title line."""
    place = 0 if entry.role is Role.TITLE else _admitting(stack, entry.field or "")
    if place and _are_beside(stack[place], entry, counts):
        place = _admitting(stack[:place], entry.field or "")
    _pop(stack, closed, place)
    parent = stack[-1].index
    if entry.field is None or not labels.is_scalar(entry.field) or (following and _lists(entry, following[0])):
        stack.append(_Frame(index, "", None, entry))
    return parent


def _lists(entry: Entry, following: Entry) -> bool:
    """Whether a label with one value as a rule has a list under it: 代理人 over `1、仓管员`."""
    return (
        entry.text is None
        and entry.field is not None
        and labels.may_list(entry.field)
        and following.role is Role.ITEM
        and following.enumerator is not None
        and following.enumerator.ordinal <= 1
    )


_STANDARDS = frozenset({"kpis", "performance_standards"})


def _are_beside(above: _Frame, entry: Entry, counts: dict[int, int]) -> bool:
    """Whether 考核指标 stands beside 考核标准 and not under it: that has a list of its own, or is a line without a number too."""
    if above.entry is None or above.entry.field not in _STANDARDS or entry.field not in _STANDARDS:
        return False
    plain = above.entry.enumerator is None and not above.heading and entry.set_off != "table"
    return (plain and above.entry.field != entry.field) or bool(counts.get(above.index))


def _unknown_heading(
    stack: list[_Frame], closed: dict[str, tuple[int, Enumerator]], counts: dict[int, int], entry: Entry, index: int
) -> int:
    """A heading that nobody knows: a group inside the open section, or a section of its own.

    Right after a section's heading, and under a numbered section, it is a group; after items of an unnumbered section it is a section.
    """
    section = next(
        (
            p
            for p in range(len(stack) - 1, 0, -1)
            if (e := stack[p].entry) is not None and not e.is_item and not stack[p].sub
        ),
        0,
    )
    if section:
        owner = stack[section].entry
        assert owner is not None
        grouped = len(stack) > section + 1 and stack[section + 1].sub
        inside = (
            grouped or (not counts.get(stack[section].index) and owner.text is None) or owner.enumerator is not None
        )
        if entry.behind or (entry.set_off == "bracket" and owner.set_off == "bracket"):
            inside = False
        if not inside:
            section = max(
                (p for p in range(section) if (e := stack[p].entry) is not None and e.enumerator is not None), default=0
            )
        _pop(stack, closed, section)
        parent = stack[-1].index
        stack.append(_Frame(index, "", None, entry, sub=inside))
        return parent
    _pop(stack, closed, 0)
    stack.append(_Frame(index, "", None, entry))
    return -1


def _unmarked_item(stack: list[_Frame], entry: Entry) -> int:
    """A paragraph: the rest of an item that has no end yet, else an item of its own beside it."""
    top = stack[-1]
    if top.entry is not None and top.entry.enumerator is not None and top.entry.is_item:
        text = top.entry.text
        if (
            text is not None
            and not labels.heading_like(text.text)
            and not top.entry.unfinished
            and text.text[-1] not in "：:"
        ):
            return stack[-2].index
    if _is_pay(stack) and top.entry is not None and not top.entry.unfinished:
        return stack[-2].index
    if _is_filled(top) and "|" in entry.whole.text and chips.read(entry.whole):
        return -1  # 上海 | 3-5年 | 大专 behind 薪资：9千-1万
    return top.index


def _is_filled(frame: _Frame) -> bool:
    """Whether a label has its value beside it."""
    entry = frame.entry
    return entry is not None and entry.role is Role.LABEL and entry.field is not None and entry.text is not None


def goes_on(entry: Entry) -> bool:
    """Whether an item's text has no end yet, so that an unmarked line goes on with it."""
    text = entry.text
    if not entry.unfinished or entry.enumerator is None or not entry.is_item or text is None:
        return False
    return entry.label is not None or not labels.heading_like(text.text)
