"""The lines that the outline is read from: a document's paragraphs after character cleaning.

Character cleaning (script, punctuation, injected pinyin) works once over the whole source text and gives one `Tracked`; here it
is cut along the paragraphs again. Line cleaning (furniture, wrapped lines) and the outline work on these.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from jdparse import numbering
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


def cut(document: Document, text: Tracked, is_heading: Callable[[str], bool]) -> list[Line | Grid]:
    """The document's blocks with the cleaned text, which must stand for the document's whole source text.

    `is_heading` tells whether a text is a label and nothing else.
    """
    return _lines(document.blocks, text, is_heading)


def _lines(blocks: Sequence[Block], text: Tracked, is_heading: Callable[[str], bool]) -> list[Line | Grid]:
    lines: list[Line | Grid] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            start, end, number, gap, printed, heading, bold, page_break = block
            own = text.within(start, end)
            if not own.text and printed is None:
                continue  # nothing but noise: the second half of an injected reading that a line end parts
            marker = text.within(*printed) if printed is not None else None
            line = Line(own, number, gap, marker, heading, bold, page_break)
            if "\n" in own.text:
                lines += _at_soft_breaks(line, is_heading)
            else:
                lines.append(line)
        else:
            cells = [
                GridCell(row, column, rows, columns, tuple(_lines(inner, text, is_heading)))
                for row, column, inner, rows, columns in block.cells
            ]
            lines.append(Grid(block.line, tuple(cells)))
    return lines


def _at_soft_breaks(line: Line, is_heading: Callable[[str], bool]) -> Iterator[Line]:
    """A paragraph cut at its soft breaks, which part pairs and items (`编制：3人 ⏎ 职级：五级`, `1、… ⏎ 2、…`).

    What follows a numbered item without a number of its own goes on in it, but not what follows a heading.
    """
    text = line.text.text
    enumerator = numbering.read(text) if line.marker is None else None
    numbered = line.marker is not None or enumerator is not None
    if numbered and is_heading(text[enumerator.end if enumerator is not None else 0 : text.index("\n")].strip()):
        numbered = False
    start = 0
    for stop in (*(i for i, character in enumerate(text) if character == "\n"), len(text)):
        following = stop < len(text) and numbering.read(text, stop + 1) is not None
        if stop < len(text) and numbered and not following:
            continue
        if part := line.text.part(start, stop):
            number = line.line + text.count("\n", 0, start)
            yield line._replace(text=part, line=number) if not start else Line(part, number, bold=line.bold)
        start = stop + 1
        numbered = following
