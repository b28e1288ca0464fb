"""Numbers that a preview puts before its parts, in the middle of a word: `追究责任` and `3、事故发生后…` on the next line.

Such a number looks like that of a list item. It is none where the list goes on without it, where no list has it, and
where the line before breaks off in a document whose items end in punctuation. What may be an item stays one.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from jdparse.clean.furniture import Removed
from jdparse.document import Note
from jdparse.lines import Grid, Line
from jdparse.numbering import Enumerator, read
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked

FEWEST_ITEMS = 3
ENDED = 0.7
"""Only where so many items, of at least `FEWEST_ITEMS`, end in punctuation does a line without any break off."""
SHORTEST_ITEM = 8
"""Characters that an item has at least if its end is to say something."""
MOST_MISSED = 2
"""So many numbers may be missing between two: those that stood at the end of a line show nothing."""
_END = "。；;，,.：:！!？?"
_SHOWN = 4
"""Characters on each side of a removed number that the note quotes."""


class _Number(NamedTuple):
    """A number that may be a part's: the index of its line, and what speaks for it."""

    line: int
    enumerator: Enumerator
    certain: bool
    """Whether the lists around it go on without it."""


def join(
    blocks: Sequence[Line | Grid], is_heading: Callable[[str], bool], is_labelled: Callable[[str], bool]
) -> tuple[list[Line | Grid], list[Removed], list[Note]]:
    """The blocks with the parts joined, the numbers that stood between them, and a note for each.

    A line that is a known heading does not break off; a heading and a line with a known label do not go on with another.
    """
    numbers = _of_parts(_numbers(blocks, is_heading, is_labelled))
    if not numbers:
        return list(blocks), [], []
    return _joined(blocks, numbers)


def _joined(
    blocks: Sequence[Line | Grid], numbers: Mapping[int, Enumerator]
) -> tuple[list[Line | Grid], list[Removed], list[Note]]:
    out: list[Line | Grid] = []
    removed: list[Removed] = []
    notes: list[Note] = []
    for index, block in enumerate(blocks):
        number = numbers.get(index)
        before = out[-1] if out else None
        if number is None or not isinstance(block, Line) or not isinstance(before, Line):
            out.append(block)
            continue
        # 2、 可升迁岗位 begins a line of the document, 2、售计划 goes on in the middle of a word
        rest = block.text[number.end :]
        blank = block.text[number.end - 1 : number.end] if block.text.text[number.end - 1].isspace() else rest[:0]
        out[-1] = before._replace(text=Tracked.join((before.text, blank, rest)))
        removed.append(Removed("page_number", block.text[: number.end].strip()))
        start, shown = before.text[-_SHOWN:], rest[:_SHOWN]
        quoted = {"before": f"{start.text}{removed[-1].text.text}{shown.text}", "after": start.text + shown.text}
        notes.append(Note("damage-repaired", Span(start.start, shown.end), quoted))
    return out, removed, notes


def run_on(blocks: Sequence[Line | Grid]) -> tuple[list[Line | Grid], list[Removed], list[Note]]:
    """As `join`, of a preview's parts that are lines without end: 1、 before a whole page, 2、 before the next in the middle of a word."""
    first = next((i for i, block in enumerate(blocks) if _may_be_piece(block) and _number_of(block) == 1), None)
    if first is None:
        return list(blocks), [], []
    end = first + 1
    while end < len(blocks) and _number_of(blocks[end]) == end - first + 1:
        end += 1
    texts = [block.text.text for block in blocks[first:end] if isinstance(block, Line)]
    if not (_are_pages(texts) or _are_paragraphs(texts)):
        return list(blocks), [], []  # a list of long items
    numbers = {index: found for index in range(first + 1, end) if (found := _enumerator(blocks[index])) is not None}
    head, mark = blocks[first], _enumerator(blocks[first])
    assert isinstance(head, Line)
    assert mark is not None
    whole = [*blocks[:first], head._replace(text=head.text[mark.end :].strip()), *blocks[first + 1 :]]
    out, removed, notes = _joined(whole, numbers)
    return out, [Removed("page_number", head.text[: mark.end].strip()), *removed], notes


_SHORTEST_PIECE = 150
_CLOSES = "。；;：:！!？?"
_SHORTEST_PARAGRAPHS = 60
_FEWEST_PARAGRAPHS = 3
_SECOND = deferred(r"2[、.．]")
# What no item of a list has in it: a number behind its own, a numbered heading, labels.
_INNER = deferred(
    r"\d{1,2}[、.．]\s*(?:\d{1,2}[、.．]|[一二三四五六七八九十]{1,3}、)|\s(?:\d{1,2}|[一二三四五六七八九十]{1,3})、|[：:][^：:]{0,40}[：:]"
)


def _are_pages(texts: Sequence[str]) -> bool:
    """Whether each part is as long as a page is, and most of them break off."""
    if not all(len(text) >= _SHORTEST_PIECE for text in texts[:-1] or texts):
        return False
    if len(texts) == 1:
        return _SECOND.search(texts[0]) is None
    return 2 * sum(text[-1] not in _CLOSES for text in texts[:-1]) >= len(texts) - 1


def _are_paragraphs(texts: Sequence[str]) -> bool:
    """Whether most parts have paragraphs of a document in them, on one line: 4、 5、考核下属 6、控制费用 五、权限范围."""
    return len(texts) >= _FEWEST_PARAGRAPHS and 3 * sum(_INNER.search(text) is not None for text in texts) >= 2 * len(
        texts
    )


def _enumerator(block: Line | Grid) -> Enumerator | None:
    return read(block.text.text) if isinstance(block, Line) and block.marker is None else None


def _number_of(block: Line | Grid) -> int:
    """The number of the part that a line may be, 0 for none."""
    found = _enumerator(block)
    return found.ordinal if found is not None and found.family == "1、" else 0


def _may_be_piece(block: Line | Grid) -> bool:
    return isinstance(block, Line) and len(block.text) >= _SHORTEST_PARAGRAPHS


def _of_parts(numbers: Sequence[_Number]) -> dict[int, Enumerator]:
    """The numbers that are parts': they count on from 2 through the document, and one of them is certain."""
    found: dict[int, Enumerator] = {}
    certain = 0
    expected = 2
    for number in numbers:
        if expected <= number.enumerator.ordinal <= expected + MOST_MISSED:
            found[number.line] = number.enumerator
            certain += number.certain
            expected = number.enumerator.ordinal + 1
    return found if 2 * certain >= len(found) else {n.line: n.enumerator for n in numbers if n.certain}


def _numbers(
    blocks: Sequence[Line | Grid], is_heading: Callable[[str], bool], is_labelled: Callable[[str], bool]
) -> list[_Number]:
    """The numbers behind a line that breaks off, but for those with which a list goes on."""
    broken = [i for i, (before, line) in enumerate(pairwise(blocks), 1) if _breaks_off(before, line)]
    if not broken:
        return []
    marked = [(i, read(block.text.text)) for i, block in enumerate(blocks) if isinstance(block, Line)]
    items = [(i, found) for i, found in marked if found is not None and not found.weak and found.ordinal]
    if not _are_ended(blocks, items):
        return []
    places = {index: place for place, (index, _) in enumerate(items)}
    found: list[_Number] = []
    for index in broken:
        before_it, line, place = blocks[index - 1], blocks[index], places.get(index)
        if place is None or not isinstance(before_it, Line) or not isinstance(line, Line):
            continue
        number = items[place][1]
        rest = line.text.text[number.end :]
        if number.ordinal < 2 or number.path or number.base != "1" or not is_letter(rest[:1]):
            continue
        if is_heading(before_it.text.text) or is_heading(rest) or is_labelled(rest):
            continue
        before = items[place - 1][1] if place else None
        after = items[place + 1][1] if place + 1 < len(items) else None
        near = items[max(0, place - _NEAR) : place]
        own = next((item for _, item in reversed(near) if item.base == number.base), None)
        continues = own is not None and own.ordinal + 1 == number.ordinal
        if follow(before, after):
            found.append(_Number(index, number, True))
        elif continues and after is not None and after.base == number.base and after.ordinal == number.ordinal + 1:
            continue  # 1、 2、 3、 of one list
        else:
            found.append(_Number(index, number, not continues))
    return found


def _breaks_off(before: Line | Grid, line: Line | Grid) -> bool:
    """Whether a line that begins with a number from 2 up stands behind one that ends in a letter."""
    if not isinstance(before, Line) or not isinstance(line, Line) or line.marker is not None:
        return False
    text = line.text.text
    return text[:1].isdigit() and (text[0] != "1" or text[1:2].isdigit()) and is_letter(before.text.text[-1:])


_NEAR = 40
"""So many items back the list is looked for that a number goes on."""


def follow(before: Enumerator | None, after: Enumerator | None) -> bool:
    """Whether two markers follow each other in one list."""
    return (
        before is not None
        and after is not None
        and before.base == after.base
        and before.path == after.path
        and after.ordinal == before.ordinal + 1
    )


def _are_ended(blocks: Sequence[Line | Grid], items: Sequence[tuple[int, Enumerator]]) -> bool:
    """Whether items end in punctuation, those apart that the next line may go on with."""
    ends: list[bool] = []
    following = {len(blocks), *(index for index, _ in items)}
    for index, _ in items:
        block = blocks[index]
        if isinstance(block, Line) and len(block.text) >= SHORTEST_ITEM and index + 1 in following:
            ends.append(block.text.text[-1] in _END)
    return len(ends) >= FEWEST_ITEMS and sum(ends) >= ENDED * len(ends)


def is_letter(character: str) -> bool:
    """Whether a character is a letter of no alphabet: what words of Chinese are made of."""
    return character.isalpha() and not character.isascii()
