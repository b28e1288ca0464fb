"""A line with a table in one run → its heading as a line, and the table as a grid."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdparse.document import Note
from jdparse.lines import Grid, GridCell, Line
from jdparse.outline.runon.rows import boundaries, cells, header, search
from jdparse.outline.runon.rows.header import Column, Header
from jdparse.outline.runon.rows.kinds import Kind
from jdparse.outline.runon.rows.marks import Item
from jdparse.outline.runon.rows.search import Fit, Part
from jdparse.tracked import Span, Tracked

# A longer run is no table that people write; it bounds the search.
LONGEST = 20_000
# Where a summary that lists the duties may stand before their table.
_CONTEXT = 4000


class Found(NamedTuple):
    """What a range of a line gives: its end, the heading and the grid, or the range as it is, and notes."""

    end: int
    blocks: list[Line | Grid]
    notes: list[Note]


def read(line: Line, begin: int, head: Header, ends: Sequence[int]) -> Found | None:
    """The heading and the table that begin at a place of a line with the header `head`; None when it is no table after all.

    `ends` are the places where it may end, in order: of those at which the rows come out, the one with the most rows is taken. Where
    they come out at none, the range up to the first is kept whole, with `flattened-table-unresolved`.
    """
    text = line.text.text
    if len(text) - begin > LONGEST:
        return None
    ends = [end for end in ends if text[head.end : end].strip()]
    for tried in filter(None, (head, header.shorter(head))):
        found = list(_ranges(line, begin, ends, tried))
        if found:
            return max(found, key=lambda one: one[1])[0]  # the first of those with the most rows
    if not _is_sure(head) or not ends:
        return None
    # the text stays whole behind its heading
    parts = [line.text.part(begin, ends[0])]
    if head.label > begin and text[head.label - 1] not in "：:":
        parts = [line.text.part(begin, head.label), line.text.part(head.label, ends[0])]
    note = Note("flattened-table-unresolved", _span(parts[-1]))
    return Found(ends[0], [line._replace(text=part) for part in parts], [note])


def _ranges(line: Line, begin: int, ends: Sequence[int], head: Header) -> Iterator[tuple[Found, int]]:
    """The tables up to each end at which the rows come out, with their number."""
    for end in ends:
        fit = search.fit(line.text.text, head, end)
        if (
            fit is None
            or (out := _Cells(line, head, fit, line.text.text[max(0, begin - _CONTEXT) : begin]).read()) is None
        ):
            continue
        grid, notes = out
        heading = line._replace(text=line.text.part(begin, head.label))
        notes.insert(0, Note("flattened-table", _span(line.text.part(head.label, end)), {"rows": fit.rows}))
        yield Found(end, [heading, grid] if heading.text else [grid], notes), fit.rows


def _is_sure(head: Header) -> bool:
    """Whether a header is no list of words by chance: a word or two may be the labels of a form."""
    return len(head.columns) >= 3 or any(column.field.startswith("substitute.") for column in head.columns)


def _span(text: Tracked) -> Span:
    return Span(text.start, text.end)


class _Cells:
    """The cells of a table whose rows are known."""

    def __init__(self, line: Line, head: Header, fit: Fit, context: str) -> None:
        self.text = line.text
        self.line = line.line
        self.head = head
        self.fit = fit
        self.context = context
        self.width = len(head.columns)
        self.notes: list[Note] = []
        self.items: dict[int, list[tuple[int, int]]] = {}
        """The ranges of each slot's items, markers with them."""

    def read(self) -> tuple[Grid, list[Note]] | None:
        glued = [part for part in self.fit.parts if len(part.slots) > 1]
        for part in self.fit.parts:
            self.items[part.slots[0]] = [(item.start, item.end) for item in part.segment.items]
            for start, end in part.segment.damaged:
                self._note("damaged-number", start, end)
        for slot, cell in self.fit.cells:
            self.items[slot] = [(cell.start, cell.end)]
            if self._column(slot).kind is Kind.NUMBER and self.text.text[cell.start - 1].isdigit():
                self._note("damaged-number", cell.start - 1, cell.end)
        for part in glued:
            if not self._part(part):
                return None
        return self._grid(), self.notes

    def _note(self, name: str, start: int, end: int) -> None:
        text = self.text.part(start, end)
        self.notes.append(Note(name, _span(text), {"text": text.text}))

    def _column(self, slot: int) -> Column:
        return self.head.columns[slot % self.width]

    def _known(self, slot: int) -> list[str]:
        """The texts that other rows have in a slot's column for certain."""
        glued = {slot for part in self.fit.parts if len(part.slots) > 1 for slot in part.slots}
        return [
            self.text.text[item.text : item.end].strip("；;。，, ")
            for part in self.fit.parts
            if part.slots[0] not in glued and part.slots[0] % self.width == slot % self.width
            for item in part.segment.items
        ]

    def _part(self, part: Part) -> bool:
        """Give each slot of a part its text, or all of it to the first. False when a row would not know where it begins."""
        item = part.segment.items[-1]
        words = self.text.text[item.text : item.end]
        fields = [self._column(slot).field for slot in part.slots]
        cuts = boundaries.find(words, fields, self.context, self._known(part.slots[-1]))
        rows = {slot // self.width for slot in part.slots}
        if cuts is None and len(rows) > 1:
            return False
        self._note("ambiguous-boundary", item.text, item.end)
        if cuts is not None:
            self._cut(part, item, [item.text + cut for cut in cuts])
            return True
        if self._column(part.slots[0]).field.startswith("substitute."):
            return False
        level = part.slots[-1] + 1
        if level % self.width and self._column(level).field == "duty.level" and level in self.items:
            # letters that rate nothing of their own stay with the text before them
            texts = self.items[part.slots[0]]
            texts[-1] = (texts[-1][0], self.items.pop(level)[0][1])
        return True

    def _cut(self, part: Part, item: Item, places: Sequence[int]) -> None:
        first = self.items[part.slots[0]]
        bounds = [item.start, *places, item.end]
        first[-1] = (bounds[0], bounds[1])
        for slot, start, end in zip(part.slots[1:], bounds[1:], bounds[2:], strict=False):
            self.items[slot] = [(start, end)]

    def _grid(self) -> Grid:
        columns = self.head.columns
        out = [
            GridCell(0, number, 1, 1, (Line(self.text.part(column.start, column.end), self.line),))
            for number, column in enumerate(columns)
        ]
        for slot in sorted(self.items):
            row, column = divmod(slot, self.width)
            ranges = self.items[slot]
            if columns[column].kind is Kind.FREQUENCY:
                start, end = ranges[0]
                ranges = [(start + a, start + b) for a, b in cells.words(self.text.text[start:end])]
            lines = tuple(Line(self.text.part(start, end), self.line) for start, end in ranges)
            out.append(GridCell(row + 1, column, 1, 1, lines))
        return Grid(self.line, tuple(out), tuple(column.field for column in columns))
