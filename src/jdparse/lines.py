"""The lines that the outline is read from: a document's paragraphs after character cleaning.

Character cleaning (script, punctuation, injected pinyin) works once over the whole source text and gives one `Tracked`; here it
is cut along the paragraphs again. Line cleaning (furniture, wrapped lines) and the outline work on these.
"""

from typing import NamedTuple

from jdparse.document import Block, Document, Paragraph
from jdparse.tracked import Tracked


class Line(NamedTuple):
    """One paragraph's cleaned text. Fields as in `document.Paragraph`."""

    text: Tracked
    line: int
    gap: int = 0
    marker: Tracked | None = None
    heading: int = 0
    bold: bool = False
    page_break: bool = False


class GridCell(NamedTuple):
    """A cell of a `Grid`, at its top left place, with the lines in it."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple["Line | Grid", ...]


class Grid(NamedTuple):
    """A table after character cleaning: cells in row order."""

    line: int
    cells: tuple[GridCell, ...]
    roles: tuple[str | None, ...] = ()
    """What the columns are, where a stage that put the table together knows: `row.category`, `column.number`; row 0 is its header."""


def cut(document: Document, text: Tracked) -> list[Line | Grid]:
    """The document's blocks with the cleaned text, which must stand for the document's whole source text."""
    return [_block(block, text) for block in document.blocks]


def _block(block: Block, text: Tracked) -> Line | Grid:
    if isinstance(block, Paragraph):
        marker = text.within(*block.marker) if block.marker else None
        return Line(
            text.within(block.start, block.end),
            block.line,
            block.gap,
            marker,
            block.heading,
            block.bold,
            block.page_break,
        )
    return Grid(
        block.line,
        tuple(
            GridCell(cell.row, cell.column, cell.rows, cell.columns, tuple(_block(b, text) for b in cell.blocks))
            for cell in block.cells
        ),
    )
