"""How the entries of one job nest.

The level of a marker is its family's place in the open stack, by first appearance: 一、 may stand under 1. as well as over it. An
unmarked heading that the vocabulary knows closes the lists above it; an unmarked line belongs to what is open.
"""

from collections.abc import Sequence
from typing import NamedTuple

from jdparse.document import Note
from jdparse.numbering import Enumerator
from jdparse.outline import labels
from jdparse.outline.ads import chips
from jdparse.outline.entry import Entry, Role
from jdparse.outline.levels.frames import Frame, is_cell, is_of_a_table, is_pay, is_row, pop
from jdparse.outline.levels.headings import behind_lists, form_label, is_behind_list, labelled, styled, unknown_heading
from jdparse.outline.levels.markers import marked
from jdparse.patterns import deferred
from jdparse.tracked import Span


class Node(NamedTuple):
    """An entry with what stands under it."""

    entry: Entry
    children: tuple["Node", ...] = ()


# No document of people nests deeper; what does stands beside its like from here on.
DEEPEST = 24


def tree(entries: Sequence[Entry]) -> tuple[tuple[Node, ...], list[Note]]:
    """The nodes of one job and what their numbering shows (gaps, repeats)."""
    notes: list[Note] = []
    entries = behind_lists([entry for entry in entries if entry.set_off != "header"])
    parents = _parents(entries, notes)
    children: dict[int, list[Node]] = {-1: []}  # in reverse; most entries have none
    for index in range(len(entries) - 1, -1, -1):
        node = Node(entries[index], tuple(children.get(index, ())[::-1]))
        children.setdefault(parents[index], []).append(node)
    return tuple(children[-1][::-1]), notes


def _parents(entries: Sequence[Entry], notes: list[Note]) -> list[int]:
    """For each entry the index of its parent, -1 for the top."""
    stack: list[Frame] = [Frame(-1, "root", None, None)]
    closed: dict[str, tuple[int, Enumerator]] = {}
    counts: dict[int, int] = {}
    parents: list[int] = []
    for index, entry in enumerate(entries):
        if len(stack) > DEEPEST:
            pop(stack, closed, DEEPEST - 1)
        if entry.fresh:
            ended = (p for p, frame in enumerate(stack) if is_of_a_table(frame) or (entry.behind and is_cell(frame)))
            pop(stack, closed, next(ended, len(stack)) - 1)
        if entry.set_off == "chip":
            parent = _value(stack, closed, entry)
        elif entry.heading:
            parent = styled(stack, closed, entry, index)
        elif entry.set_off == "column":
            pop(stack, closed, next(p for p in range(len(stack) - 1, -1, -1) if is_row(stack[p]) or not p))
            parent = stack[-1].index
        elif entry.enumerator is not None:
            parent = marked(stack, closed, entry, index, notes)
        elif entry.role is Role.ITEM:
            parent = _unmarked_item(stack, entry)
            if stack[-1].index == parent and (above := stack[-1].entry) is not None and goes_on(above):
                notes.append(Note("lines-joined", Span(entry.whole.start, entry.whole.end), {"count": 1}))
        elif entry.field is not None or entry.role is Role.TITLE:
            parent = labelled(stack, closed, counts, entry, index, entries[index + 1 : index + 2])
        elif entry.set_off == "form":
            parent = form_label(stack, closed, counts, entry, index)
        elif index and _follows_pair(entries[index - 1], entry):
            parent = parents[index - 1]  # one of a run of pairs
        elif entry.text is None and entry.set_off != "cell":
            parent = unknown_heading(stack, closed, counts, entry, index)
        else:
            parent = _pair(stack, closed, entries[max(index - 1, 0)], entry)
        parents.append(parent)
        counts[parent] = counts.get(parent, 0) + 1
    return parents


def _value(stack: list[Frame], closed: dict[str, tuple[int, Enumerator]], entry: Entry) -> int:
    """A value without a label: the job's, wherever it stands. What is open stays open, but before how to apply."""
    if (entry.field or "").startswith("application."):
        pop(stack, closed, 0)
    return -1


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


def _pair(stack: list[Frame], closed: dict[str, tuple[int, Enumerator]], before: Entry, entry: Entry) -> int:
    """An unknown `标签：值`: an item of what is open, or the job's behind a list that is at its end."""
    if not is_behind_list(before, entry):
        return _unmarked_item(stack, entry)
    pop(stack, closed, 0)
    return -1


def _unmarked_item(stack: list[Frame], entry: Entry) -> int:
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
    if is_pay(stack) and top.entry is not None and not top.entry.unfinished:
        return stack[-2].index
    if _is_filled(top) and _PARTED.search(entry.whole.text) and chips.read(entry.whole):
        return -1  # 上海 | 3-5年 | 大专 behind 薪资：9千-1万
    if _is_filled(top) and entry.gap and _is_complete(top) and entry.whole.text[-1:] in "。！!":
        return -1  # 辛苦，回头请你吃饭。 below 作息：早七点到下午五点
    return top.index


def _is_complete(frame: Frame) -> bool:
    """Whether a label has all that it says on its line, as one of hours or pay has as a rule."""
    entry = frame.entry
    return entry is not None and entry.set_off == "colon" and entry.field in _SHORT


_SHORT = ("working_hours", "compensation.salary", "location")
_PARTED = deferred(r"[ |\u3000]")


def _is_filled(frame: Frame) -> bool:
    """Whether a label has its value beside it."""
    entry = frame.entry
    return entry is not None and entry.role is Role.LABEL and entry.field is not None and entry.text is not None


def goes_on(entry: Entry) -> bool:
    """Whether an item's text has no end yet, so that an unmarked line goes on with it."""
    text = entry.text
    if not entry.unfinished or entry.enumerator is None or not entry.is_item or text is None:
        return False
    return entry.label is not None or not labels.heading_like(text.text)
