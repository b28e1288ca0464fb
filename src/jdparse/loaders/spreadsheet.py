"""Cells copied from a spreadsheet: tabs between them, quotation marks around those with line breaks, as RFC 4180 has them.

    序号⇥岗位名称⇥岗位职责
    1⇥计量员⇥"1、接卸油品；
    2、填写台账。"

A text without a quoted cell over several lines is no such copy, as its lines are rows already, unless rows begin with an empty
cell, for the one above goes over them too:

    1⇥运力计划⇥编排装载方案⇥每日
    ⇥⇥评估外协承运商报价⇥每周
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from jdparse.document import Block, Cell, Paragraph, Table
from jdparse.loaders.writer import Writer
from jdparse.patterns import deferred

_QUOTED = deferred(r'\t"(?P<behind>(?:[^"]|"")*+)"(?=[\t\n]|$)|(?:^|\n)"(?P<before>(?:[^"]|"")*+)"(?=\t)')
_CELL = deferred(r'(?:"(?P<quoted>(?:[^"]|"")*+)"(?=[\t\n]|$)|(?P<plain>[^\t\n]*+))(?P<end>[\t\n]|$)')
_FEWEST = 2
"""Cells of a row; a line without a tab is a paragraph."""
_FEWEST_BESIDE = 2
"""Tabs of a row that goes on with one above; with a single one it is indented, or a value on a line of its own."""
_FEWEST_MERGED = 2
"""… and so many such rows: one alone may be a slip."""


class Copied(NamedTuple):
    """The text without the marks of quotation, and its blocks."""

    text: str
    blocks: tuple[Block, ...]


def read(text: str) -> Copied | None:
    """The text of such a copy with each run of rows as a table; None for another text. Linear."""
    if "\t" not in text or not (_has_long_cell(text) or _has_merged_cells(text)):
        return None
    writer = Writer()
    blocks: list[Block] = []
    rows: list[list[tuple[Paragraph, ...]]] = []
    start, first, gap = 0, 1, 0
    for row in _rows(text):
        if not any(cell.strip() for cell in row):
            gap += 1
            writer.write("\n")
            _close(blocks, rows, start, writer.length - 1, first)
            continue
        if not rows:
            start, first = writer.length, writer.line
        cells = [_written(writer, cell, gap, last=index == len(row) - 1) for index, cell in enumerate(row)]
        gap = 0
        if sum(map(bool, cells)) >= _FEWEST:
            rows.append(cells)
        else:
            _close(blocks, rows, start, cells[0][0].start if cells[0] else writer.length, first)
            blocks += [paragraph for cell in cells for paragraph in cell]
    _close(blocks, rows, start, writer.length, first)
    return Copied(writer.text(), tuple(blocks))


def _has_long_cell(text: str) -> bool:
    return any("\n" in (found["behind"] or found["before"] or "") for found in _QUOTED.finditer(text))


def _has_merged_cells(text: str) -> bool:
    """Whether rows of as many cells as the row above begin with an empty one: a cell above goes over them too."""
    found = 0
    for above, row in pairwise(text.split("\n")):
        tabs = row.count("\t")
        if row[:1] == "\t" and row.strip("\t") and tabs >= _FEWEST_BESIDE and above.count("\t") == tabs:
            found += 1
    return found >= _FEWEST_MERGED


def _rows(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    for found in _CELL.finditer(text):
        quoted = found["quoted"]
        row.append(quoted.replace('""', '"') if quoted is not None else found["plain"])
        if found["end"] != "\t":
            yield row
            row = []
        if found.end() == len(text):
            break
    if row:
        yield row  # a tab ends the text


def _written(writer: Writer, cell: str, gap: int, last: bool) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell, one a line, written with what ends it."""
    paragraphs: list[Paragraph] = []
    for number, line in enumerate(cell.split("\n")):
        if number:
            writer.write("\n")
        text = line.strip()
        before = len(line) - len(line.lstrip())
        if text:
            start = writer.length + before
            paragraphs.append(Paragraph(start, start + len(text), writer.line, gap if not paragraphs else 0))
        writer.add(line)
    writer.write("\n" if last else "\t")
    return tuple(paragraphs)


def _close(blocks: list[Block], rows: list[list[tuple[Paragraph, ...]]], start: int, end: int, line: int) -> None:
    """Ends the table that is open; a single row is a line, as it stands there, or the lines of its cells."""
    if len(rows) > 1:
        cells = (Cell(r, c, found) for r, row in enumerate(rows) for c, found in enumerate(row))
        blocks.append(Table(start, end, line, tuple(cells)))
    elif rows:
        paragraphs = [paragraph for cell in rows[0] for paragraph in cell]
        if all(paragraph.line == line for paragraph in paragraphs):
            blocks.append(paragraphs[0]._replace(end=paragraphs[-1].end))
        else:
            blocks += paragraphs
    rows.clear()
