"""Lines of cells that make a table, parted by tabs or by wide gaps as in the print of a page: a header and rows with as many cells."""

import re
from collections.abc import Sequence

from jdparse.lines import Grid, GridCell, Line
from jdparse.outline.forms.columns import are_many_duties
from jdparse.outline.forms.header import are_kind_and_said
from jdparse.outline.forms.jobs import are_names_and_texts
from jdparse.outline.labels import LONGEST_ROW
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

# Two columns are label and value, but for 岗位名称 beside 主要职责; a table has more.
FEWEST = 3


def tables(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with runs of such lines made grids.

    A run begins at a line of short cells without a label beside a value; two rows below it must have as many cells.
    The head of a table of duties may have two lines, of which the second parts the last cells of the first.
    """
    blocks = _with_whole_rows(blocks, vocabulary)
    out: list[Line | Grid] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        count = _cells(block)
        end = index + 1
        parted = 0
        if count >= FEWEST and isinstance(block, Line):
            if _is_header(block, vocabulary) or _is_counted(blocks, index, vocabulary):
                end = _run(blocks, end, count)
            if end - index < 3 and (parted := _parted(blocks, index, vocabulary)):
                end = _run(blocks, index + 2, _cells(blocks[index + 2]))
        elif count and _are_two(_texts(block), vocabulary):
            end = _run(blocks, end, count)
        if end - index >= 3:
            out.append(_grid([b for b in blocks[index:end] if isinstance(b, Line)], parted))
            index = end
        else:
            out.append(block)
            index += 1
    return out


def _with_whole_rows(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> Sequence[Line | Grid]:
    """The blocks with the counted rows of such tables that a line end broke within a cell put together again."""
    out: list[Line | Grid] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        out.append(block)
        index += 1
        count = _cells(block)
        if count < FEWEST or not isinstance(block, Line) or vocabulary.column(_texts(block)[0]) != "column.number":
            continue
        number = 1
        while row := _whole_row(blocks, index, count, number):
            out.append(row[0]._replace(text=Tracked.join([line.text for line in row])))
            index += len(row)
            number += 1
    return out if len(out) < len(blocks) else blocks


def _whole_row(blocks: Sequence[Line | Grid], index: int, count: int, number: int) -> list[Line]:
    """The lines that make the row with a number, as many cells in all as the header has; [] where they do not."""
    row: list[Line] = []
    tabs = 0
    for block in blocks[index : index + _MOST_LINES]:
        if not isinstance(block, Line) or block.marker is not None:
            break
        if not row and not block.text.text.startswith(f"{number}\t"):
            break
        row.append(block)
        tabs += block.text.text.count("\t")
        if tabs >= count - 1:
            return [*row, *_rest_of_row(blocks, index + len(row), number)] if tabs == count - 1 else []
    return []


def _rest_of_row(blocks: Sequence[Line | Grid], index: int, number: int) -> list[Line]:
    """The lines of a row's last cell before the next row; [] where none follows."""
    rest: list[Line] = []
    for block in blocks[index : index + _MOST_LINES]:
        if not isinstance(block, Line) or block.text.text.startswith(f"{number + 1}\t"):
            return rest if isinstance(block, Line) else []
        if "\t" in block.text.text or block.marker is not None:
            break
        rest.append(block)
    return []


_MOST_LINES = 8
"""Lines that a row of a table was broken into."""


def _are_two(cells: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether two cells name columns, and are no label beside its value."""
    if len(cells) != 2:
        return False
    first, second = (vocabulary.column(cell) or "" for cell in cells)
    of_duties = first in _DUTIES and (second in _OF_DUTIES or cells[1] == "权重")  # 职责 | 占比
    return of_duties or are_names_and_texts([first, second]) or are_kind_and_said(*cells)


_DUTIES = frozenset(("duties", "duty.tasks", "duty.name"))
_OF_DUTIES = frozenset(("duty.time_share", "duty.frequency", "duty.standards", "performance_standards"))


def _is_counted(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a line names the numbers of rows first, and the rows below it begin with them: 序号 | 工作内容 | 负责程度."""
    firsts = [cells[0] if (cells := _texts(block)) else "" for block in blocks[index : index + 3]]
    return len(firsts) == 3 and vocabulary.column(firsts[0]) == "column.number" and firsts[1:] == ["1", "2"]


def _run(blocks: Sequence[Line | Grid], start: int, count: int) -> int:
    """Where the lines end that have as many cells."""
    end = start
    while end < len(blocks) and (_cells(blocks[end]) == count or _has_narrow_gap(blocks[end], count)):
        end += 1
    return end


def _has_narrow_gap(block: Line | Grid, count: int) -> bool:
    """Whether a row of as many cells has one that leaves but two blanks before the next."""
    if not isinstance(block, Line) or "\t" in block.text.text or count - _cells(block) != 1:
        return False
    return len(_NARROW.findall(block.text.text)) + 1 == count


def _parted(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> int:
    """How many of a line's last cells the next line parts, as those of a head of two lines; 0 for another line.

    They and the rows below say so: 职责 | 周期 | 能力要求 over 应知 | 度 | 应会 | 度 over rows of six cells.
    """
    if index + 3 >= len(blocks) or not (count := _cells(blocks[index + 2])) or _cells(blocks[index + 3]) != count:
        return 0
    upper, lower = (_texts(block) for block in blocks[index : index + 2])
    wide = len(upper) + len(lower) - count
    if not 0 < wide < len(upper) or len(lower) % wide or len(lower) == wide:
        return 0
    names = [vocabulary.column(cell) for cell in (*upper[:-wide], *lower)]
    return wide if _are_duties(names) else 0


def _are_duties(names: Sequence[str | None]) -> bool:
    return 2 * sum(name is not None for name in names) > len(names) and are_many_duties(names)


def _texts(block: Line | Grid) -> list[str]:
    """The cells of a line, but for the empty ones before the first."""
    return (
        [cell.strip() for cell in _gaps(block.text.text).split(block.text.text.strip())]
        if isinstance(block, Line)
        else []
    )


def _cells(block: Line | Grid) -> int:
    if not isinstance(block, Line):
        return 0
    text = block.text.text
    if "\t" in text:
        return text.count("\t") + 1
    return len(_GAP.findall(text)) + 1 if "   " in text and len(text) <= LONGEST_ROW else 0


_TAB = deferred(r"\t")
_GAP = deferred(r" {3,}")
_NARROW = deferred(r" {2,}")


def _gaps(text: str) -> re.Pattern[str]:
    """What parts the cells of a line: tabs, or three blanks and more, as programs set the columns of a printed page apart."""
    return _TAB if "\t" in text else _GAP


def _is_header(line: Line, vocabulary: Vocabulary) -> bool:
    cells = _texts(line)
    if len(cells) > FEWEST and _are_duties([vocabulary.column(cell) for cell in cells]):
        return True
    if any(not cell or len(cell) > 10 or any(c.isdigit() or c in "：:，。；" for c in cell) for cell in cells):
        return False
    known = [vocabulary.column(cell) is not None for cell in cells]
    if len(cells) > FEWEST and 4 * sum(known) >= 3 * len(cells):
        return True
    # label⇥value⇥label⇥value: known, unknown, known, unknown
    return all(known) or not any(known[::2]) or (known == [True] + [False] * (len(known) - 1) and len(known) % 2 == 1)


def _grid(lines: Sequence[Line], parted: int) -> Grid:
    """The lines as a grid; the first `parted` into cells over those of the second, where it is a head of two lines."""
    cells: list[GridCell] = []
    count = max(map(_cells, lines))
    for row, line in enumerate(lines):
        place = 0
        narrow = not (parted and row < 2) and _has_narrow_gap(line, count)
        for column, cell in enumerate(_split(line, _NARROW if narrow else _gaps(line.text.text))):
            across = down = 1
            if parted and row < 2:
                upper, lower = (len(_texts(head)) for head in lines[:2])
                across = lower // parted if row == 0 and column >= upper - parted else 1
                down = 2 if row == 0 and across == 1 else 1
                place = place or (row and upper - parted)
                if row and not cell.text:
                    continue
            cells.append(GridCell(row, place, down, across, (Line(cell, line.line),) if cell else ()))
            place += across
    return Grid(lines[0].line, tuple(cells))


def _split(line: Line, gap: re.Pattern[str]) -> list[Tracked]:
    """The cells of a line."""
    gaps = [found.span() for found in gap.finditer(line.text.text)]
    starts = [0, *(end for _, end in gaps)]
    return [line.text[a:b].strip() for a, b in zip(starts, (*(a for a, _ in gaps), len(line.text)), strict=True)]
