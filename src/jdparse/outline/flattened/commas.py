"""Tables of comma-separated values (RFC 4180), as spreadsheets save a list of posts: a line of names of columns, a row a line.

A cell in quotation marks may have commas and line breaks in it. A row with more cells than the first line has commas of its own in
the last one.
"""

from collections.abc import Sequence
from itertools import takewhile

from jdparse.lines import Grid, GridCell, Line
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

_FEWEST = 3
"""Columns; two names with a comma between them are a sentence as well."""
_LONGEST_HEAD = 200
_CELL = deferred(r'[ \t]*(?:["“”](?P<quoted>(?:[^"“”]|"")*+)["“”][ \t]*|(?P<plain>[^,，\n]*+))(?P<end>[,，\n]|\Z)')


def tables(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with such a table made a grid, where all names of its columns are known. Linear."""
    out: list[Line | Grid] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        names = _names(block, vocabulary)
        if isinstance(block, Line) and names:
            lines = [line for line in takewhile(_is_line, blocks[index:]) if isinstance(line, Line)]
            text = Tracked.join(
                [part for line in lines for part in (line.text, Tracked("\n", line.text.end, line.text.end + 1))]
            )
            rows, used = _rows(text, names)
            if len(rows) > 1:
                out.append(_grid(rows, block.line))
                index += used
                continue
        out.append(block)
        index += 1
    return out


def _is_line(block: Line | Grid) -> bool:
    return isinstance(block, Line)


def _names(block: Line | Grid, vocabulary: Vocabulary) -> int:
    """How many columns a line names, each known; 0 for another line."""
    if not isinstance(block, Line) or len(block.text) > _LONGEST_HEAD:
        return 0
    text = block.text.text
    if "," not in text and "，" not in text:
        return 0
    cells = [(found["quoted"] or found["plain"] or "").strip() for found in _CELL.finditer(text)]
    cells = cells[:-1] if len(cells) > 1 and not cells[-1] else cells
    known = len(cells) >= _FEWEST and all(cell and vocabulary.column(cell) is not None for cell in cells)
    return len(cells) if known else 0


def _rows(text: Tracked, count: int) -> tuple[list[list[Tracked]], int]:
    """The rows with so many cells, and how many lines they take."""
    rows: list[list[Tracked]] = []
    row: list[Tracked] = []
    at = 0
    start = used = 0
    while at < len(text):
        found = _CELL.match(text.text, at)
        if found is None:
            break
        quoted = found["quoted"] is not None
        cell = text[slice(*found.span("quoted" if quoted else "plain"))]
        if len(row) == count - 1:
            start = found.start()
        row.append(cell.replace([(i, i + 1, "") for i in _doubled(cell.text)]) if quoted else cell.strip())
        at = found.end()
        if found["end"] in (",", "，"):
            continue
        if len(row) < count:
            break
        rows.append(row if len(row) == count else [*row[: count - 1], text[start : found.start("end")]])
        used = text.text.count("\n", 0, at)
        row = []
    return rows, used


def _doubled(text: str) -> list[int]:
    """Where quotation marks stand that are doubled in a quoted cell, the first of each two."""
    places: list[int] = []
    at = text.find('""')
    while at >= 0:
        places.append(at)
        at = text.find('""', at + 2)
    return places


def _grid(rows: Sequence[Sequence[Tracked]], line: int) -> Grid:
    return Grid(
        line,
        tuple(
            GridCell(number, column, 1, 1, tuple(Line(part, line + number) for part in _lines(cell)))
            for number, row in enumerate(rows)
            for column, cell in enumerate(row)
        ),
    )


def _lines(cell: Tracked) -> list[Tracked]:
    parts: list[Tracked] = []
    start = 0
    for piece in cell.text.split("\n"):
        if part := cell[start : start + len(piece)].strip():
            parts.append(part)
        start += len(piece) + 1
    return parts
