"""Fits rows to a run of cells: every column in its place, and for each run of letters as many items as it has letters.

The cells of closed columns (frequencies, letters, shares, …) cut the run; what stands between two of them is divided among the open
columns there by the lists that begin in it. Of all ways the cheapest is taken, when it is the only one of its price.

A slot is a cell of the table, counted row by row: `row * number of columns + column`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple

from jdparse.outline.runon.rows import cells, marks
from jdparse.outline.runon.rows.cells import Cell
from jdparse.outline.runon.rows.header import Column, Header
from jdparse.outline.runon.rows.kinds import OPEN, Kind
from jdparse.outline.runon.rows.marks import Segment

# So many finds of a kind are tried for a cell before the search looks no further: a longer open text is no cell.
_AHEAD = 10
# What a way costs for each two texts that run together, each empty open cell, each row without its letters.
_GLUED = 2
_EMPTY = 3
_UNRATED = 1
# A longer text is no cell, nor are several in a row; it bounds the search.
_LONGEST = 1500
_MOST_ROWS = 60
# More texts than this run together in no table that can be told.
_MOST_GLUED = 4


class Part(NamedTuple):
    """A segment and the slots that it fills: one, or several whose texts run together in its last item."""

    slots: tuple[int, ...]
    segment: Segment

    def count(self, slot: int) -> int:
        """How many items of it are in a slot."""
        return len(self.segment.items) if slot == self.slots[0] else 1


class Fit(NamedTuple):
    """What the slots hold: open texts in parts, and closed cells."""

    rows: int
    parts: tuple[Part, ...]
    cells: tuple[tuple[int, Cell], ...]


class _Step(NamedTuple):
    """The best way to a place: its cost, whether another costs the same, the rows so far, and the step before."""

    cost: int
    tied: bool
    rows: int
    before: tuple[int, int] | None
    parts: tuple[Part, ...]
    cell: tuple[int, Cell] | None


def fit(text: str, header: Header, end: int) -> Fit | None:
    """The rows of the run from the header's end to `end`; None when none fit, or several ways do."""
    search = _Search(text, header, end)
    return search.best() if search.closed else search.by_lists()


class _Search:
    """The finds in one run, and the way through them."""

    def __init__(self, text: str, header: Header, end: int) -> None:
        self.text = text
        self.columns = header.columns
        self.width = len(header.columns)
        self.low, self.high = header.end, end
        self.marks = marks.find(text, self.low, end)
        self.mark_starts = [mark.start for mark in self.marks]
        self.closed = [i for i, column in enumerate(header.columns) if column.kind not in OPEN]
        self.found = {i: self._cells(header.columns[i], header.letters) for i in self.closed}
        self.starts = {i: [cell.start for cell in found] for i, found in self.found.items()}
        left = sorted({c.start: c.left for i in self.closed for c in self.found[i] if c.left}.items())
        self.left_starts = [start for start, _ in left]
        self.left_sums = [0]
        for _, cost in left:
            self.left_sums.append(self.left_sums[-1] + cost)

    def _cells(self, column: Column, letters: frozenset[str]) -> list[Cell]:
        text, low, high = self.text, self.low, self.high
        match column.kind:
            case Kind.FREQUENCY:
                found = list(cells.frequencies(text, low, high, self._list_follows))
            case Kind.LEVEL if column.field == "contact.frequency":
                found = [c for c in cells.levels(text, low, high, letters) if c.size == 1]
                found += cells.frequencies(text, low, high, lambda _: False)
            case Kind.LEVEL:
                found = list(cells.levels(text, low, high, letters))
            case Kind.SIDE:
                means = list(cells.means(text, low, high))
                beside = {c.start for c in means} | {self._behind(c.end) for c in means}
                found = list(cells.sides(text, low, high, lambda a, b: a in beside or self._behind(b) in beside))
            case kind:
                found = list(cells.PLAIN[kind](text, low, high))
        return sorted(found)

    def _behind(self, at: int) -> int:
        while at < self.high and self.text[at].isspace():
            at += 1
        return at

    def _list_follows(self, at: int) -> bool:
        """Whether a list or nothing follows, so that a word before it is a cell of its own."""
        at = self._behind(at)
        index = bisect_left(self.mark_starts, at)
        begins = index < len(self.marks) and self.marks[index].start == at and self.marks[index].ordinal == 1
        return at >= self.high or begins

    def _left(self, start: int, end: int) -> int:
        """What it costs that the finds of a range are no cells."""
        return self.left_sums[bisect_left(self.left_starts, end)] - self.left_sums[bisect_left(self.left_starts, start)]

    def best(self) -> Fit | None:
        """The cheapest way, when no other costs the same."""
        steps = {(self.low, 0): _Step(0, False, 0, None, (), None)}
        places = [self.low]
        ends: list[_Step] = []
        done = -1
        while places:
            place = heappop(places)
            if place == done:
                continue
            done = place
            for phase in range(len(self.closed)):
                step = steps.get((place, phase))
                if step is None:
                    continue
                ends += self._last(place, phase, step)
                for to, further in self._further(place, phase, step):
                    old = steps.get(to)
                    if old is None or further.cost < old.cost:
                        steps[to] = further
                        heappush(places, to[0])
                    elif further.cost == old.cost:
                        steps[to] = _Step(old.cost, True, old.rows, old.before, old.parts, old.cell)
        if not ends:
            return None
        last = min(ends, key=lambda step: step.cost)
        if last.cost >= cells.NEVER or sum(step.cost == last.cost for step in ends) > 1:
            return None
        way: list[_Step] = []
        at: _Step | None = last
        while at is not None:
            if at.tied:
                return None
            way.append(at)
            at = steps[at.before] if at.before is not None else None
        way.reverse()
        return Fit(
            last.rows,
            tuple(part for step in way for part in step.parts),
            tuple(step.cell for step in way if step.cell is not None),
        )

    def _open(self, row: int, after: int, before: int) -> tuple[int, ...]:
        """The slots of a row between two columns; -1 and `width` are its edges."""
        return tuple(row * self.width + column for column in range(after + 1, before))

    def _further(self, place: int, phase: int, step: _Step) -> Iterator[tuple[tuple[int, int], _Step]]:
        """The steps from a place over the open slots there to the next closed cell."""
        row = step.rows if phase == 0 else step.rows - 1
        column = self.closed[phase]
        if phase:
            slots = self._open(row, self.closed[phase - 1], column)
        else:
            tail = self._open(row - 1, self.closed[-1], self.width) if row else ()
            slots = (*tail, *self._open(row, -1, column))
        yield from self._to(place, phase, step, phase, row, slots, 0)
        if phase and self._may_lack(phase):
            # a row without letters: the next one's open slots follow at once
            slots = (*self._unrated(row, phase), *self._open(row + 1, -1, self.closed[0]))
            yield from self._to(place, phase, step, 0, row + 1, slots, _UNRATED)

    def _to(
        self, place: int, phase: int, step: _Step, to: int, row: int, slots: tuple[int, ...], price: int
    ) -> Iterator[tuple[tuple[int, int], _Step]]:
        column = self.closed[to]
        first = bisect_left(self.starts[column], place)
        for cell in self.found[column][first : first + _AHEAD]:
            if self.columns[column].kind is Kind.NUMBER and cell.size != row + 1:
                continue
            if cell.start - place > _LONGEST:
                return
            slot = row * self.width + column
            for parts, cost in self._divided(place, cell.start, slots):
                if self._even(parts, slot, cell):
                    total = step.cost + price + cost + cell.taken + self._left(place, cell.start)
                    following = (to + 1) % len(self.closed)
                    yield (cell.end, following), _Step(total, False, row + 1, (place, phase), parts, (slot, cell))

    def _even(self, parts: Sequence[Part], slot: int, cell: Cell) -> bool:
        """Whether a run of letters has one for each item of the list that it rates."""
        if self.columns[slot % self.width].field != "duty.level":
            return True
        part = next((part for part in parts if slot - 1 in part.slots), None)
        return part is not None and part.count(slot - 1) == cell.size

    def _may_lack(self, phase: int) -> bool:
        """Whether only letters are to come in a row, which it may lack together with what they rate."""
        return all(self.columns[i].field == "duty.level" for i in self.closed[phase:])

    def _unrated(self, row: int, phase: int) -> tuple[int, ...]:
        """The open slots that are left in a row without its letters."""
        slots = (
            *self._open(row, self.closed[phase - 1], self.closed[phase]),
            *self._open(row, self.closed[-1], self.width),
        )
        return tuple(slot for slot in slots if slot % self.width + 1 not in self.closed[phase:])

    def _last(self, place: int, phase: int, step: _Step) -> Iterator[_Step]:
        """The end of the run: behind a whole row, or in one that lacks its letters."""
        row = step.rows - 1
        if row < 0 or self.high - place > _LONGEST or (phase and not self._may_lack(phase)):
            return
        slots = self._unrated(row, phase) if phase else self._open(row, self.closed[-1], self.width)
        for parts, cost in self._divided(place, self.high, slots):
            total = step.cost + cost + (_UNRATED if phase else 0) + self._left(place, self.high)
            yield _Step(total, False, step.rows, (place, phase), parts, None)

    def by_lists(self) -> Fit | None:
        """The rows of a table without closed columns: as many as its lists make, or one."""
        lists = sum(column.kind is Kind.LIST for column in self.columns)
        found = marks.segments(self.text, self.low, self.high, self.marks)
        numbered = sum(segment.numbered for segment in found)
        rows = numbered // lists if lists and numbered and numbered % lists == 0 else 1
        if rows > _MOST_ROWS:
            return None
        ways = self._divided(self.low, self.high, tuple(range(rows * self.width)))
        return Fit(rows, ways[0][0], ()) if len(ways) == 1 else None

    def _divided(self, start: int, end: int, slots: tuple[int, ...]) -> list[tuple[tuple[Part, ...], int]]:
        """The ways to divide a text among open slots, with what each costs; no more than two."""
        if not slots:
            return [] if self.text[start:end].strip() else [((), 0)]
        a, b = bisect_left(self.mark_starts, start), bisect_left(self.mark_starts, end)
        found = marks.segments(self.text, start, end, self.marks[a:b])
        if not found:
            may = all(self.columns[slot % self.width].kind is Kind.LIST for slot in slots)
            return [((), _EMPTY * len(slots))] if may else []
        return [(tuple(parts), self._glue(parts)) for parts in self._ways(found, slots)]

    def _glue(self, parts: Sequence[Part]) -> int:
        """What the texts cost that run together. One piece of knowledge with its letter often has no number, other cells rarely."""
        slots = (slot % self.width for part in parts for slot in part.slots[1:])
        return sum(_GLUED + (slot + 1 == self.width or self.columns[slot + 1].kind is not Kind.LEVEL) for slot in slots)

    def _ways(self, found: Sequence[Segment], slots: tuple[int, ...]) -> list[list[Part]]:
        """The ways to give each segment its slots, in order; no more than two, which is as many as are of use."""
        if not len(found) <= len(slots) <= _MOST_GLUED * len(found):
            return []
        # by the slot at which the segments from some number on begin; from the last segment backwards
        ways: dict[int, list[list[Part]]] = {len(slots): [[]]}
        for segment in reversed(found):
            before: dict[int, list[list[Part]]] = {}
            for begin, slot in enumerate(slots):
                if self._fits(segment, slot):
                    ends = range(begin + 1, min(begin + _MOST_GLUED, len(slots)) + 1)
                    rest = ((end, way) for end in ends for way in ways.get(end, ()))
                    before[begin] = [[Part(slots[begin:end], segment), *way] for end, way in islice(rest, 2)]
            ways = before
        return ways.get(0, [])

    def _fits(self, segment: Segment, slot: int) -> bool:
        """Whether a segment can begin in a slot: a list stands in a column of lists."""
        return not segment.numbered or self.columns[slot % self.width].kind is Kind.LIST
