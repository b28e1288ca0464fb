"""Numbers on lines of their own over headings: 01 over 工作内容, PART 02 over 质检员, as articles are laid out.

They count the headings and are their markers, and neither an item of the list before nor the rest of its last line.
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
) -> list[Line | Grid]:
    """The blocks, each such number made the marker of the line below it.

    They count on from one, and stand over lines most of which are headings, names of jobs, or begin with a label. Under a label a
    number is its value. `is_heading` tells of a line whether it is a label and nothing else.
    """
    numbers = [
        i for i, block in enumerate(blocks) if isinstance(block, Line) and block.marker is None and _number(block)
    ]
    if len(numbers) < FEWEST or [_number(blocks[i]) for i in numbers] != list(range(1, len(numbers) + 1)):
        return list(blocks)
    if any(
        isinstance(line, Line) and is_heading(line.text.text.rstrip("：:"))
        for line in (blocks[i - 1] for i in numbers if i)
    ):
        return list(blocks)  # 定员 over 1, 所辖人员 over 2: values
    if any(b - a < 2 for a, b in pairwise([*numbers, len(blocks)])):
        return list(blocks)
    below = [blocks[i + 1] for i in numbers]
    headings = [
        line
        for line in below
        if isinstance(line, Line)
        and (is_heading(line.text.text) or is_labelled(line.text.text) or names_job(line.text.text))
    ]
    if 2 * len(headings) < len(numbers) or any(
        isinstance(line, Line) and line.text.text[-1:] in _ENDS for line in below
    ):
        return list(blocks)
    out = list(blocks)
    for index in reversed(numbers):
        number, line = out[index], out[index + 1]
        if isinstance(number, Line) and isinstance(line, Line) and line.marker is None:
            out[index : index + 2] = [line._replace(marker=number.text, gap=number.gap)]
    return out


def _number(block: Line | Grid) -> int:
    """The number that a line is; 0 for another."""
    if isinstance(block, Grid) or len(block.text) > 8:
        return 0
    found = _NUMBER.fullmatch(block.text.text)
    if found is None:
        return 0
    return int(found["number"]) if found["number"] else _FORMAL.index(found["formal"]) + 1
