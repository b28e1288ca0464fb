"""Tables → entries: label cells beside value cells, and rows under a header.

A grid whose cells hold known labels beside values is a form; each pair is an entry like any other `标签：值`. Any other grid is rows of
data: the header's cells name the columns, each row is one item whose cells are joined by `；`.
"""

from collections.abc import Iterator

from jdparse.lines import Grid, GridCell, Line
from jdparse.outline import labels
from jdparse.tracked import Piece, Tracked
from jdparse.vocabulary import Vocabulary

# Joins the cells of a row that goes into a list of texts (RECORD).
BETWEEN_CELLS = "；"


def lines(grid: Grid, vocabulary: Vocabulary) -> tuple[list[Line], list[Tracked]]:
    """The grid as lines that read as labelled text does, and the cells of its header, which only name columns."""
    rows = _rows(grid)
    if not rows:
        return [], []
    if _is_form(rows, vocabulary):
        return [line for row in rows for line in _pairs(grid, row, vocabulary)], []
    header = rows[0] if len(rows) > 1 and all(len(c.text) <= 12 for c in rows[0]) else []
    return [_row(grid, row) for row in (rows[1:] if header else rows)], header


def _rows(grid: Grid) -> list[list[Tracked]]:
    rows: dict[int, list[Tracked]] = {}
    for cell in grid.cells:
        text = _text(cell)
        if text is not None:
            rows.setdefault(cell.row, []).append(text)
    return [row for _, row in sorted(rows.items())]


def _text(cell: GridCell) -> Tracked | None:
    parts = [line.text for line in cell.lines if isinstance(line, Line) and line.text.text]
    return Tracked.join(parts) if parts else None


def _is_form(rows: list[list[Tracked]], vocabulary: Vocabulary) -> bool:
    """Whether known labels stand beside values in at least half of the rows."""
    labelled = sum(
        len(row) >= 2 and vocabulary.find(row[0].text) is not None and vocabulary.find(row[1].text) is None for row in rows
    )
    return 2 * labelled > len(rows)


def _pairs(grid: Grid, row: list[Tracked], vocabulary: Vocabulary) -> Iterator[Line]:
    """`label⇥value⇥label⇥value` as one line: the reader of lines tells labels from values."""
    parts: list[Tracked] = []
    for cell in row:
        if parts:
            parts.append(_between(parts[-1], cell, "\t"))
        parts.append(cell)
    text = Tracked.join(parts)
    if labels.pairs(text.text, vocabulary):
        yield Line(text, grid.line)
    else:
        yield from (Line(cell, grid.line) for cell in row)


def _row(grid: Grid, row: list[Tracked]) -> Line:
    parts: list[Tracked] = []
    for cell in row:
        if parts:
            parts.append(_between(parts[-1], cell, BETWEEN_CELLS))
        parts.append(cell)
    return Line(Tracked.join(parts), grid.line)


def _between(before: Tracked, after: Tracked, text: str) -> Tracked:
    """A separator that stands for what lies between two cells."""
    return Tracked(text, (Piece(0, before.end, max(before.end, after.start)),))
