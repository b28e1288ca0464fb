"""Numbers on lines of their own over headings: 01 over 工作内容, PART 02 over 任职要求, as articles are laid out.

They count the headings and are their markers, and neither an item of the list before nor the rest of its last line.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from jdparse.lines import Grid, Line
from jdparse.patterns import deferred

FEWEST = 2

_NUMBER = deferred(r"(?:(?:PART|Part|part|NO|No)[.·\s]*)?(?P<number>\d{1,2})[.、]?")


def attach(blocks: Sequence[Line | Grid], is_heading: Callable[[str], bool]) -> list[Line | Grid]:
    """The blocks, each such number made the marker of the line below it.

    They count on from one, and all stand over lines, most of which are headings: a number elsewhere is a value or a page's.
    """
    numbers = [
        i for i, block in enumerate(blocks) if isinstance(block, Line) and block.marker is None and _number(block)
    ]
    if len(numbers) < FEWEST or [_number(blocks[i]) for i in numbers] != list(range(1, len(numbers) + 1)):
        return list(blocks)
    if any(isinstance(line, Line) and is_heading(line.text.text) for line in (blocks[i - 1] for i in numbers if i)):
        return list(blocks)  # 定员 over 1, 所辖人员 over 2: values
    if any(b - a < 2 for a, b in pairwise([*numbers, len(blocks)])):
        return list(blocks)
    below = [blocks[i + 1] for i in numbers]
    if 2 * sum(isinstance(line, Line) and is_heading(line.text.text) for line in below) < len(numbers):
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
    return int(found["number"]) if found else 0
