"""Tables that the end of a page cut in two: what converters of printed pages, and viewers that draw page by page, leave of one."""

from collections.abc import Iterable, Iterator, Sequence

from jdparse.clean import wrapping
from jdparse.clean.furniture import Removed
from jdparse.lines import Grid, GridCell, Line
from jdparse.numbering import Enumerator
from jdparse.numbering import read as read_enumerator
from jdparse.outline.forms.cells import Cell, number_of, read_cell
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

_FEWEST = 3
"""Columns from which on a row says by its cells that it is one of a table's."""


def joined(blocks: Iterable[Line | Grid], vocabulary: Vocabulary) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks, tables put together of which each goes on with the one right before it, and the headers that pages print again.

    One does where its first row counts on from the last row of the other, or where both rows have the same columns, at least
    three, and none of their cells is a label; or where its first cell is empty, as the section at the left goes on in it. Linear.
    """
    out: list[Line | Grid] = []
    removed: list[Removed] = []
    pieces: list[Grid] = []
    for block in blocks:
        if isinstance(block, Line) and pieces and (row := _printed_row(pieces[-1], block)) is not None:
            block = row
        if isinstance(block, Line):
            out += _whole(pieces, removed)
            pieces.clear()
            out.append(block)
            continue
        if pieces and not _goes_on(pieces[-1], block, vocabulary):
            out += _whole(pieces, removed)
            pieces.clear()
        pieces.append(block)
    return [*out, *_whole(pieces, removed)], removed


def _whole(pieces: Sequence[Grid], removed: list[Removed]) -> Sequence[Grid]:
    """The table that pieces of it make, if there are any."""
    if len(pieces) < 2:
        return tuple(pieces)
    cells = list(pieces[0].cells)
    for piece in pieces[1:]:
        down = max(cell.row + cell.rows for cell in cells)
        if _opens_empty(piece):
            cells += _under_section(cells, piece, down, removed)
        else:
            cells += [cell._replace(row=cell.row + down) for cell in piece.cells]
    return (pieces[0]._replace(cells=tuple(cells)),)


def _under_section(cells: list[GridCell], piece: Grid, down: int, removed: list[Removed]) -> Iterator[GridCell]:
    """The cells of a piece whose first rows stand beside the last section of the cells before; that is made longer.

    A header that is printed again goes to `removed`, and what is left of a cell that the end of the page cut to that cell.
    """
    rows: dict[int, list[GridCell]] = {}
    for cell in piece.cells:
        rows.setdefault(cell.row, []).append(cell)
    printed = {tuple(map(_plain, row)) for row in _behind_first(cells)}
    section = next(i for i in range(len(cells) - 1, -1, -1) if cells[i].column == 0 and cells[i].lines)
    beside = True
    for number, own in enumerate(rows.values()):
        beside = beside and not (own[0].column == 0 and own[0].lines)
        rest = [cell for cell in own if not beside or cell.column]
        if beside and number < _MOST_AGAIN and _texts(rest) in printed:
            removed += [Removed("header_footer", line.text) for c in rest for line in c.lines if isinstance(line, Line)]
            down -= 1
            continue
        if beside and number < _MOST_AGAIN and _is_rest(cells, rest):
            down -= 1
            continue
        if beside:
            above = cells[section]
            cells[section] = above._replace(rows=own[0].row + down + 1 - above.row)
        yield from (cell._replace(row=cell.row + down) for cell in rest)


_MOST_AGAIN = 2
"""Rows at the head of a piece that may be but a header and the rest of a row."""


def _behind_first(cells: Iterable[GridCell]) -> Iterable[list[GridCell]]:
    """The rows of a table without the column at the left."""
    rows: dict[int, list[GridCell]] = {}
    for cell in cells:
        if cell.column and cell.lines:
            rows.setdefault(cell.row, []).append(cell)
    return rows.values()


def _texts(row: Iterable[GridCell]) -> tuple[str, ...]:
    return tuple(_plain(cell) for cell in row if cell.lines)


def _plain(cell: GridCell) -> str:
    return "\n".join(line.text.text for line in cell.lines if isinstance(line, Line))


def _is_rest(cells: list[GridCell], row: Sequence[GridCell]) -> bool:
    """Whether a row has but one text, the rest of the cell above it, to which it is added then."""
    filled = [cell for cell in row if cell.lines]
    if len(filled) != 1 or len(row) < 2:
        return False
    last = max(cell.row for cell in cells)
    at = next((i for i, c in enumerate(cells) if c.row == last and c.column == filled[0].column and c.lines), None)
    if at is None:
        return False
    above, rest = list(cells[at].lines), list(filled[0].lines)
    broken, first = above[-1], rest[0]
    if isinstance(broken, Line) and isinstance(first, Line) and _breaks_off(broken.text.text, first):
        above[-1] = broken._replace(text=wrapping.joined([broken.text, first.text]))
        del rest[0]
    cells[at] = cells[at]._replace(lines=(*above, *rest))
    return True


def _breaks_off(text: str, following: Line) -> bool:
    return text[-1:] not in "。；;！!？?" and following.marker is None and read_enumerator(following.text.text) is None


def _opens_empty(piece: Grid) -> bool:
    """Whether the first cell of a table is empty, and another one of its row is not."""
    first, *others = piece.cells
    return first.column == 0 and not first.lines and any(cell.lines for cell in others if cell.row == first.row)


def _goes_on(before: Grid, after: Grid, vocabulary: Vocabulary) -> bool:
    if before.roles or after.roles or not before.cells or not after.cells or _width(before) != _width(after):
        return False
    if _opens_empty(after):
        left = next((cell for cell in reversed(before.cells) if cell.column == 0 and cell.lines), None)
        if left is None or left.row + left.rows <= before.cells[-1].row:
            return False
        return left.rows > 1 or _columns(before, left.row) == _columns(after, after.cells[0].row)
    last, first = _row(before, before.cells[-1].row, vocabulary), _row(after, after.cells[0].row, vocabulary)
    if [cell.column for cell in first] != [cell.column for cell in last]:
        return False
    if first[0].text is None or any(cell.field is not None for cell in (*last, *first)):
        return False
    number, counted = _number(first[0]), _number(last[0])
    if number is not None and counted is not None:
        return (number.base, number.ordinal) == (counted.base, counted.ordinal + 1)
    return len(first) >= _FEWEST and all(cell.text is not None for cell in (*last, *first))


def _printed_row(before: Grid, line: Line) -> Grid | None:
    """A line of a page with wide gaps in it as a row of the table before, where it counts on from its last row with as many cells."""
    text = line.text
    gaps = [match.span() for match in _GAP.finditer(text.text)]
    width = _width(before)
    if not gaps or len(gaps) + 1 != width or before.roles:
        return None
    number = read_enumerator(text.text)
    last = next((cell for cell in reversed(before.cells) if cell.column == 0 and cell.lines), None)
    above = last.lines[0] if last is not None else None
    counted = read_enumerator(above.text.text) if isinstance(above, Line) else None
    if number is None or counted is None or (number.base, number.ordinal) != (counted.base, counted.ordinal + 1):
        return None
    cuts = zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)], strict=True)
    return Grid(
        line.line,
        tuple(GridCell(0, at, 1, 1, (Line(text[a:b].strip(), line.line),)) for at, (a, b) in enumerate(cuts)),
    )


_GAP = deferred(r" {3,}")
"""What the loaders of printed pages set the columns of a line apart with."""


def _number(cell: Cell) -> Enumerator | None:
    """The number of a row: all of its first cell, or what that begins with."""
    if cell.text is None:
        return None
    begun = read_enumerator(cell.text.text)
    return number_of(cell) or (begun if begun is not None and not begun.weak else None)


def _columns(grid: Grid, row: int) -> list[tuple[int, int]]:
    return [(cell.column, cell.columns) for cell in grid.cells if cell.row == row]


def _width(grid: Grid) -> int:
    return max(cell.column + cell.columns for cell in grid.cells)


def _row(grid: Grid, row: int, vocabulary: Vocabulary) -> Sequence[Cell]:
    return [read_cell(cell, vocabulary) for cell in grid.cells if cell.row == row]
