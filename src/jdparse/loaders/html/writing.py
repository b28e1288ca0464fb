"""Lines and tables → the source text with blocks and streams: first what is kept, then what is furniture."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from jdparse.document import Block, Cell, Paragraph, Stream, Table
from jdparse.loaders.html import items
from jdparse.loaders.writer import Writer
from jdparse.tracked import Span

_TIGHT = frozenset("、，）)】")
"""Ends of a marker after which Chinese print has no blank."""


class Written(NamedTuple):
    """The source text and what stands where in it."""

    text: str
    blocks: tuple[Block, ...]
    streams: tuple[Stream, ...]


class _Writer(Writer):
    def column(self, content: Sequence[items.Item]) -> tuple[Block, ...]:
        """Items below each other."""
        blocks: list[Block] = []
        for item in content:
            if isinstance(item, items.Table):
                if blocks:
                    self.write("\n")
                blocks.append(self.table(item))
                continue
            text, marker, heading, bold, gap, page_break, _linked, _links = item
            if not blocks:
                gap = 0
            elif gap:
                self.write("\n" * (1 + gap))
            else:
                self.parts.append("\n")
                self.length += 1
                self.line += 1
            place = Span(self.length, self.length + len(marker)) if marker else None
            if marker:
                self.add(marker if marker[-1] in _TIGHT else marker + " ")
            start = self.length
            self.add(text)
            blocks.append(Paragraph(start, self.length, self.line, gap, place, heading, bold, page_break))
        return tuple(blocks)

    def table(self, table: items.Table) -> Table:
        """Rows on lines, cells set apart by tabs; an empty cell has one paragraph of no length."""
        start, line = self.length, self.line
        cells: list[Cell] = []
        row = -1
        for cell in table.cells:
            if row >= 0:
                if cell.row != row:
                    self.write("\n")
                else:
                    self.write("\t")
            row = cell.row
            blocks = self.column(cell.items) or (Paragraph(self.length, self.length, self.line),)
            cells.append(Cell(cell.row, cell.column, blocks, cell.rows, cell.columns))
        return Table(start, self.length, line, tuple(cells))


def write(
    content: Sequence[items.Item],
    reasons: Sequence[str | None],
    beside: Sequence[tuple[str, Sequence[items.Line]]] = (),
) -> Written:
    """The source text. `reasons` says of each item why it is furniture, None for one that is kept. Linear.

    `beside` is text that no reader of the page sees: the kind of a stream and its lines.
    """
    writer = _Writer()
    blocks = writer.column([item for item, reason in zip(content, reasons, strict=True) if reason is None])
    streams: list[Stream] = []
    for reason, run in groupby(zip(content, reasons, strict=True), itemgetter(1)):
        if reason is None:
            continue
        if writer.length:
            writer.write("\n")
        streams.append(Stream(reason, writer.column([item for item, _ in run])))
    for kind, lines in beside:
        if lines:
            writer.write("\n")
            streams.append(Stream(kind, writer.column(lines)))
    return Written(writer.text(), blocks, tuple(streams))
