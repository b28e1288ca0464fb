"""Numbered rows of a flattened table in which the tasks of a row stand on several lines of one cell.

Where a cell ends is certain only when the lines before and behind the tasks are one a column, and those behind them show
by what they are (30%, 98%) that they are no tasks.
"""

from collections.abc import Callable, Sequence

from jdparse.lines import Grid, Line
from jdparse.numbering import Enumerator
from jdparse.numbering import read as read_enumerator
from jdparse.outline.flattened import even
from jdparse.vocabulary import Vocabulary

TASKS = frozenset({"duties", "duty.tasks", "section.basic"})
"""What the column of tasks is called: 工作内容, 工作任务, 具体内容."""

Row = tuple[Line, list[even.Cell]]
"""The line of a row's number, and its cells."""


def rows(
    blocks: Sequence[Line | Grid],
    index: int,
    fields: Sequence[str | None],
    marker: Callable[[str, Enumerator | None], Enumerator | None],
    vocabulary: Vocabulary,
) -> tuple[list[Row], int] | None:
    """The rows from `index` to the next heading, and where they end; None when their cells cannot be told apart.

    `fields` are those of the columns behind that of the numbers; `marker` reads a row's number that follows another.
    """
    places = [place for place, field in enumerate(fields) if field in TASKS]
    if not places and "duty.name" in fields and fields.count(None) == 1:
        places = [fields.index(None)]  # 职责项目 | 内容描述
    if not places:
        return None
    before, behind = places[-1], len(fields) - places[-1] - 1
    found: list[Row] = []
    last: Enumerator | None = None
    while index < len(blocks):
        block = blocks[index]
        if not isinstance(block, Line):
            break
        last = marker(block.text.text, last)
        if last is None or last.end < len(block.text):
            break
        lines, index = _lines(blocks, index + 1, last, marker, vocabulary)
        if len(lines) < before + behind:
            return None
        tasks = lines[before : len(lines) - behind]
        found.append(
            (block, [*([line] for line in lines[:before]), tasks, *([line] for line in lines[len(lines) - behind :])])
        )
    typed = even.agreement([cells[before + 1 :] for _, cells in found]) if behind and found else 0
    return (found, index) if len(found) >= even.FEWEST and typed == behind else None


def _lines(
    blocks: Sequence[Line | Grid],
    index: int,
    last: Enumerator,
    marker: Callable[[str, Enumerator | None], Enumerator | None],
    vocabulary: Vocabulary,
) -> tuple[list[Line], int]:
    """The lines of a row, to the next row's number or the next heading; its first may be called as a heading is (其他)."""
    lines: list[Line] = []
    while index < len(blocks):
        block = blocks[index]
        if not isinstance(block, Line) or marker(block.text.text, last) is not None:
            break
        if lines and _is_heading(block.text.text, vocabulary):
            break
        lines.append(block)
        index += 1
    return lines, index


def _is_heading(text: str, vocabulary: Vocabulary) -> bool:
    enumerator = read_enumerator(text)
    return vocabulary.heading(text[enumerator.end :] if enumerator is not None else text) is not None
