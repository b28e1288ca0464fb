"""Numbers on lines of their own: 01 over the heading 工作内容, PART 02 over 质检员, 1 over the first task, as articles are laid out.

They count what stands below them and are its marker, and neither an item of the list before nor the rest of its last line.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from jdparse.lines import Grid, Line
from jdparse.patterns import deferred

FEWEST = 2
_ENDS = tuple("。；;，,、")
"""How a line ends that is no heading: a number over it is a page's, in the middle of its text."""

_NUMBER = deferred(
    r"(?:(?:PART|Part|part|NO|No)[.·\s]*)?(?:(?P<number>\d{1,2})[.、]?|(?P<formal>[壹贰叁肆伍陆柒捌玖拾]))"
)
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
"""Numerals as cheques have them, and pages that are laid out like a letter."""


def attach(
    blocks: Sequence[Line | Grid],
    is_heading: Callable[[str], bool],
    is_labelled: Callable[[str], bool],
    names_job: Callable[[str], bool],
    is_number_column: Callable[[str], bool],
) -> list[Line | Grid]:
    """The blocks, each such number made the marker of the line below it.

    Those of headings count on from one, and stand over lines most of which are headings, names of jobs, or begin with a label. Under a label a
    number is its value. `is_heading` tells of a line whether it is a label and nothing else, `is_number_column` whether it names a column
    of numbers.
    """
    found = [i for i, block in enumerate(blocks) if isinstance(block, Line) and block.marker is None and _number(block)]
    items = _of_items(blocks, found, is_heading, is_number_column)
    numbers = [i for i in found if i not in items]
    if not _count_headings(blocks, numbers, is_heading, is_labelled, names_job):
        numbers = []
    out = list(blocks)
    for index in sorted({*numbers, *items}, reverse=True):
        number, line = out[index], out[index + 1]
        if isinstance(number, Line) and isinstance(line, Line) and line.marker is None:
            out[index : index + 2] = [line._replace(marker=number.text, gap=number.gap)]
    return out


def _of_items(
    blocks: Sequence[Line | Grid],
    numbers: Sequence[int],
    is_heading: Callable[[str], bool],
    is_number_column: Callable[[str], bool],
) -> set[int]:
    """Which numbers count items, a line each, that stand below them: 1 over a task, 2 over the next, as pages draw lists in circles.

    A list begins under a heading that is no name of a column beside 序号, and two numbers of it follow each other; where there is such a
    list, one of a single item is one too.
    """

    def begins(index: int) -> bool:
        above, over, line = (blocks[i] if i >= 0 else None for i in (index - 2, index - 1, index + 1))
        return (
            _number(blocks[index]) == 1
            and isinstance(over, Line)
            and is_heading(over.text.text.rstrip("：: "))
            and isinstance(line, Line)
            and len(line.text) >= _SHORTEST_ITEM
            and not (isinstance(above, Line) and is_number_column(above.text.text))
        )

    found: set[int] = set()
    alone: list[int] = []
    run: list[int] = []
    for index in (*numbers, len(blocks) + 2):
        goes_on = bool(run) and index == run[-1] + 2 and _number(blocks[index]) == len(run) + 1
        if not goes_on:
            if len(run) > 1:
                found.update(run)
            else:
                alone += run
            run = []
        if index < len(blocks) - 1 and (goes_on or begins(index)):
            run.append(index)
    return found | set(alone) if len(found) >= _FEWEST_ITEMS else set()


_FEWEST_ITEMS, _SHORTEST_ITEM = 3, 6


def _count_headings(
    blocks: Sequence[Line | Grid],
    numbers: Sequence[int],
    is_heading: Callable[[str], bool],
    is_labelled: Callable[[str], bool],
    names_job: Callable[[str], bool],
) -> bool:
    """Whether numbers count on from one over lines most of which are headings."""
    if len(numbers) < FEWEST or [_number(blocks[i]) for i in numbers] != list(range(1, len(numbers) + 1)):
        return False
    if any(b - a < 2 for a, b in pairwise([*numbers, len(blocks)])):
        return False
    below = [line for i in numbers if isinstance(line := blocks[i + 1], Line)]
    if not all(line.heading for line in below) and any(
        isinstance(line, Line) and is_heading(line.text.text.rstrip("：:"))
        for line in (blocks[i - 1] for i in numbers if i)
    ):
        return False  # 定员 over 1, 所辖人员 over 2: values
    texts = [line.text.text for line in below]
    headings = sum(
        line.heading > 0 or is_heading(t) or is_labelled(t) or names_job(t)
        for line, t in zip(below, texts, strict=True)
    )
    # 01, 02, 03 or 壹, 贰, 叁 as articles print them over whatever heads their parts
    drawn = all(
        isinstance(b := blocks[i], Line) and b.bold and (b.text.text[0] == "0" or b.text.text in _FORMAL)
        for i in numbers
    )
    drawn = drawn and all(len(text) <= _LONGEST_DRAWN for text in texts)
    return (drawn or 2 * headings >= len(numbers)) and not any(text[-1:] in _ENDS for text in texts)


_LONGEST_DRAWN = 12


def _number(block: Line | Grid) -> int:
    """The number that a line is; 0 for another."""
    if isinstance(block, Grid) or len(block.text) > 8:
        return 0
    found = _NUMBER.fullmatch(block.text.text)
    if found is None:
        return 0
    return int(found["number"]) if found["number"] else _FORMAL.index(found["formal"]) + 1
