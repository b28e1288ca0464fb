"""At which level a marker stands: a family's place in the open stack, by first appearance."""

from jdparse.document import Note
from jdparse.numbering import Enumerator
from jdparse.outline import labels
from jdparse.outline.entry import Entry, Role
from jdparse.outline.levels.fields import BY_NUMBER, admitting, is_leaf, is_section
from jdparse.outline.levels.frames import Frame, is_pay, pop
from jdparse.tracked import Span


def marked(
    stack: list[Frame], closed: dict[str, tuple[int, Enumerator]], entry: Entry, index: int, notes: list[Note]
) -> int:
    """The parent of an entry with a number, which it opens; gaps and repeats of the numbers go to `notes`."""
    enumerator = entry.enumerator
    assert enumerator is not None
    if entry.set_off == "row" and _level(stack, entry, enumerator) is None:
        pop(stack, closed, _table_place(stack, enumerator.base))
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
                pop(stack, closed, at)
                stack.append(Frame(index, enumerator.family, enumerator, entry))
                return stack[at].index
        top = stack[-1]
        heads = top.index == index - 1 and top.entry is not None and top.entry.text is None
        inner = next((p for p, frame in enumerate(stack) if _is_parent_of_next(frame.last, enumerator)), None)
        if (field := BY_NUMBER.get(enumerator.family)) is not None and _is_of_the_job(stack, field):
            pop(stack, closed, 0)
        elif inner is not None:
            pop(stack, closed, inner - 1)  # 2. behind 1.1, 1.2 and 1.3, whose own heading is not there
        elif heads:
            pass  # what follows a heading at once stands under it
        elif is_section(entry):
            pop(stack, closed, admitting(stack, entry.field or ""))
        elif top.entry is not None and (is_leaf(top.entry) or is_pay(stack)):
            pop(stack, closed, len(stack) - 2)
        parent = stack[-1].index
    else:
        before = stack[level].last
        assert before is not None
        _check(before, enumerator, entry, notes)
        pop(stack, closed, level - 1)
        closed.pop(enumerator.family, None)
        parent = stack[-1].index
    stack.append(Frame(index, enumerator.family, enumerator, entry))
    return parent


def _is_of_the_job(stack: list[Frame], field: str) -> bool:
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


def _table_place(stack: list[Frame], rows: str) -> int:
    """Under what the rows of a table stand: the open heading of duties or contacts, a form's section, else the job."""
    over = _OVER_ROWS.get(rows, _OVER_OTHER_ROWS)
    for place in range(len(stack) - 1, 0, -1):
        entry = stack[place].entry
        if stack[place].heading or (entry is not None and entry.field in over):
            return place
    return 0


def _level(stack: list[Frame], entry: Entry, enumerator: Enumerator) -> int | None:
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
        if len(strong) > 1 and is_section(entry):
            sections = [p for p in strong if (e := stack[p].entry) is not None and is_section(e)]
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


def _decimal_level(stack: list[Frame], enumerator: Enumerator) -> int | None:
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
