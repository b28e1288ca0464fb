"""What a written document is made of, and how it becomes a file: text, a Word file, a web page."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from tests.loaders.docx import build
from tests.word import sheet


class Line(NamedTuple):
    """A paragraph. Its marker is typed, or Word's own number at `level`."""

    text: str
    marker: str = ""
    level: int = 0


class Cell(NamedTuple):
    """A cell of a table: its lines, and over how many columns and rows it stands."""

    lines: tuple[str, ...]
    across: int = 1
    down: int = 1


Row = tuple[Cell, ...]


class Table(NamedTuple):
    """Rows of equal width."""

    rows: tuple[Row, ...]


Block = Line | Table


def row(*cells: str | Sequence[str] | Cell) -> Row:
    """A row of texts, of lists of lines, and of cells."""
    return tuple(
        cell
        if isinstance(cell, Cell)
        else Cell((cell,) if cell else ())
        if isinstance(cell, str)
        else Cell(tuple(cell))
        for cell in cells
    )


def table(rows: Sequence[Row]) -> Table:
    """A table of these rows: the last cell of each takes what the widest leaves over."""
    width = max(sum(cell.across for cell in cells) for cells in rows)
    out: list[Row] = []
    open_: list[tuple[int, int]] = []  # cells from above: the rows left, the columns
    for cells in rows:
        left = width - sum(columns for _, columns in open_) - sum(cell.across for cell in cells)
        wide = (*cells[:-1], cells[-1]._replace(across=cells[-1].across + left))
        open_ = [(rows_left - 1, columns) for rows_left, columns in open_ if rows_left > 1]
        open_ += [(cell.down - 1, cell.across) for cell in wide if cell.down > 1]
        out.append(wide)
    return Table(tuple(out))


def text(blocks: Sequence[Block], between: str = "\t") -> list[str]:
    """Lines of text; a row is a line with tabs between its cells, and its last cell may go on below."""
    out: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            out.append(block.marker + block.text)
        else:
            for cells in block.rows:
                *first, last = [cell.lines or ("",) for cell in cells]
                out.append(between.join([*("".join(lines) for lines in first), last[0]]))
                out += last[1:]
    return out


def cells(blocks: Sequence[Block]) -> list[str]:
    """A cell a line, as when a table's layout is lost; an empty cell is a blank line."""
    out: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            out.append(block.marker + block.text)
        else:
            out += [line for cells in block.rows for cell in cells for line in cell.lines or ("",)]
    return out


def page(blocks: Sequence[Block]) -> str:
    """A web page."""
    parts = [
        f"<p>{escape(block.marker + block.text)}</p>" if isinstance(block, Line) else _html(block) for block in blocks
    ]
    return f"<html><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>"


def _html(table: Table) -> str:
    rows = (
        "".join(
            f"<td colspan={cell.across} rowspan={cell.down}>{'<br>'.join(map(escape, cell.lines))}</td>"
            for cell in cells
        )
        for cells in table.rows
    )
    return "<table border=1>" + "".join(f"<tr>{cells}</tr>" for cells in rows) + "</table>"


def word(blocks: Sequence[Block], levels: Sequence[tuple[str, str]] = ()) -> bytes:
    """A Word file. With `levels` (each a number format and a pattern) Word itself numbers what has a marker."""
    number, body = 1, []
    for block in blocks:
        if isinstance(block, Table):
            body.append(_grid(block))
        elif block.marker and levels:
            body.append(build.p(escape(block.text), number=(number, block.level)))
        else:
            body.append(build.p(escape(block.marker + block.text)))
            number += block.level == NEW_JOB
    numbering = build.abstract(
        1, *(build.level(index, form, pattern) for index, (form, pattern) in enumerate(levels))
    ) + "".join(
        build.num(
            n,
            1,
            "".join(
                f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="1"/></w:lvlOverride>'
                for index in range(len(levels))
            ),
        )
        for n in range(1, number + 1)
    )
    return build.package(*body, numbering=numbering if levels else "")


NEW_JOB = -1
"""The level of a line at which the numbers of a Word file begin anew."""


def _grid(table: Table) -> str:
    width = max(sum(cell.across for cell in cells) for cells in table.rows)
    rows = [
        [sheet.Cell(tuple(map(escape, cell.lines)), cell.across, cell.down) for cell in cells] for cells in table.rows
    ]
    return sheet.grid((16 / width,) * width, *rows)
