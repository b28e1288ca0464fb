"""Tables that the end of a page cut in two: what converters of printed pages, and viewers that draw page by page, leave of one."""

from collections.abc import Iterable, Iterator, Sequence

from jdparse.lines import Grid, Line
from jdparse.outline.forms.cells import Cell, number_of, read_cell
from jdparse.vocabulary import Vocabulary

_FEWEST = 3
"""Columns from which on a row says by its cells that it is one of a table's."""


def joined(blocks: Iterable[Line | Grid], vocabulary: Vocabulary) -> Iterator[Line | Grid]:
    """The blocks, tables put together of which each goes on with the one right before it.

    One does where its first row counts on from the last row of the other, or where both rows have the same columns, at least
    three, and none of their cells is a label. Linear.
    """
    pieces: list[Grid] = []
    for block in blocks:
        if isinstance(block, Line):
            yield from _whole(pieces)
            pieces.clear()
            yield block
            continue
        if pieces and not _goes_on(pieces[-1], block, vocabulary):
            yield from _whole(pieces)
            pieces.clear()
        pieces.append(block)
    yield from _whole(pieces)


def _whole(pieces: Sequence[Grid]) -> Iterator[Grid]:
    """The table that pieces of it make, if there are any."""
    if len(pieces) < 2:
        yield from pieces
        return
    cells = list(pieces[0].cells)
    for piece in pieces[1:]:
        down = cells[-1].row + 1
        cells += [cell._replace(row=cell.row + down) for cell in piece.cells]
    yield pieces[0]._replace(cells=tuple(cells))


def _goes_on(before: Grid, after: Grid, vocabulary: Vocabulary) -> bool:
    if before.roles or after.roles or not before.cells or not after.cells or _width(before) != _width(after):
        return False
    last, first = _row(before, before.cells[-1].row, vocabulary), _row(after, after.cells[0].row, vocabulary)
    if [cell.column for cell in first] != [cell.column for cell in last]:
        return False
    if first[0].text is None or any(cell.field is not None for cell in (*last, *first)):
        return False
    number, counted = number_of(first[0]), number_of(last[0]) if last[0].text is not None else None
    if number is not None and counted is not None:
        return (number.base, number.ordinal) == (counted.base, counted.ordinal + 1)
    return len(first) >= _FEWEST and all(cell.text is not None for cell in (*last, *first))


def _width(grid: Grid) -> int:
    return max(cell.column + cell.columns for cell in grid.cells)


def _row(grid: Grid, row: int, vocabulary: Vocabulary) -> Sequence[Cell]:
    return [read_cell(cell, vocabulary) for cell in grid.cells if cell.row == row]
