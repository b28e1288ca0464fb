"""Rows of tables in layers of positioned text whose cells go over several lines.

Nothing in a layer says where a table's rules are. Lines of one cell stand close below each other, those of the next row further
away, and what has fewer lines beside them stands in the middle of their height or at its top; so lines close below each other, with
something else beside them, make a row.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from jdparse.patterns import deferred

_APART = 1.25
"""Times the usual distance of lines beyond which the next one is of another row."""
_FEWEST_LINES = 3
"""Lines at a usual distance from each other that a layer must have."""
_LONGEST_LABEL = 14
"""Characters of the shortest cell of a row; columns of a page have longer ones."""
_LONGEST_HEAD = 8
_SHORTEST_BROKEN = 5
"""No cell breaks a shorter line."""
_FREE = 1.6
"""Room at the end of a line that broke, in units of the font's size."""
_ALIGNED = 0.2
"""How far from each other texts of one line may be, in units of the font's size."""
_ENDS = "。；;：:！？"
_BEGINS = deferred(r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、．)）]|[①-⑳●■◆•]")

_LABEL = deferred(r"[^\W\d_]{2,8}[:：](?:\S|$)")


class Chunk(NamedTuple):
    """A text of a line, from left to right, and how far it is from the top."""

    text: str
    left: float
    right: float
    top: float
    size: float


class Band(NamedTuple):
    """A table: rows of cells with their lines, each with its column."""

    rows: list[list[tuple[int, list[str]]]]


def find(lines: Sequence[Sequence[Chunk]]) -> dict[float, Band]:
    """The table in which each line stands, by the line's distance from the top; most stand in none. n log n in the texts."""
    found = _listed(lines)
    step = _step(lines)
    if not step:
        return found
    heights = iter(_heights(lines, step))
    height = next(heights, None)
    table = _Table()
    before: Sequence[Chunk] = ()
    index = 0
    while index < len(lines):
        line = lines[index]
        while height is not None and line[0].top >= height[1] + step / 2:
            height = next(heights, None)
        own: list[Chunk] = []
        end = index
        if height is not None and line[0].top > height[0] - step / 2:
            while end < len(lines) and lines[end][0].top < height[1] + step / 2:
                own += lines[end]
                end += 1
            height = next(heights, None)  # one try for each, whatever its lines
        if _is_row(own):
            if not table.rows and _heads(before, own):
                table.add(before)
            table.add(own)
            index = end
        else:
            if table.rows and table.takes(line):
                table.add(line)
            elif table.rows:
                found.update(table.close())
                table = _Table()
            index += 1
        before = line
    found.update(table.close())
    return found


def _listed(lines: Sequence[Sequence[Chunk]]) -> dict[float, Band]:
    """The tables whose rows are counted in their first column, by the distances of their lines from the top.

    A line of short names stands over them. Their rows may be no further from each other than the lines of a cell, as those of
    Word's tables are. Linear.
    """
    found: dict[float, Band] = {}
    index = 0
    while index + 1 < len(lines):
        header, first = lines[index], lines[index + 1]
        end = _end_of_list(lines, index + 1) if _is_over_list(header, first) else index
        if end > index + 2:
            rows: list[list[Chunk]] = [list(header)]
            for line in lines[index + 1 : end]:
                if _is_aligned(line[0], first[0]) and _BEGINS.match(line[0].text):
                    rows.append([])
                rows[-1] += line
            spans = [(chunk.left - chunk.size * _HANGING, chunk.right) for chunk in first]
            band = Band([_cells(header, _spans([*header, *first])), *(_cells(row, spans) for row in rows[1:])])
            found |= {line[0].top: band for line in lines[index:end]}
        index = max(end, index + 1)
    return found


def _is_over_list(header: Sequence[Chunk], first: Sequence[Chunk]) -> bool:
    """Whether a line names columns, and the one below begins to count in the first of them and goes on in the others."""
    if not 2 <= len(header) == len(first) or not _BEGINS.match(first[0].text):
        return False
    if not all(2 <= len(chunk.text) <= _LONGEST_HEAD and chunk.text.isalpha() for chunk in header):
        return False
    return len(_spans([*header, *first])) == len(first) and not any(_BEGINS.match(c.text) for c in first[1:])


def _end_of_list(lines: Sequence[Sequence[Chunk]], index: int) -> int:
    """Where the rows end that begin as the one at a place does."""
    first = lines[index]
    shape = _shape(first[0])
    lefts = [chunk.left - chunk.size * _HANGING for chunk in first]
    widest = first[0].right
    above = first[0]
    while index < len(lines):
        line = lines[index]
        for chunk in line:
            column = bisect_right(lefts, chunk.left) - 1
            if column < 0 or (column + 1 < len(lefts) and chunk.right > lefts[column + 1] + _HANGING * chunk.size):
                return index
        if bisect_right(lefts, line[0].left) == 1:
            widest = max(widest, line[0].right)
            is_rest = above.right > widest - _FREE * above.size
            if _shape(line[0]) != shape if _BEGINS.match(line[0].text) else not is_rest:
                return index
            above = line[0]
        index += 1
    return index


def _shape(chunk: Chunk) -> str:
    """How a text is numbered, whatever its number."""
    found = _BEGINS.match(chunk.text)
    return _NUMERAL.sub("0", found[0]) if found is not None else ""


_NUMERAL = deferred(r"\d+|[一二三四五六七八九十]+")
_HANGING = 1.0
"""How far to the left of a column's first line others of it may begin, in units of the font's size."""


def _is_aligned(chunk: Chunk, first: Chunk) -> bool:
    return abs(chunk.left - first.left) <= _HANGING * first.size


class _Table:
    """A table in the making."""

    def __init__(self) -> None:
        self.rows: list[Sequence[Chunk]] = []
        self.spans: list[tuple[float, float]] = []
        """Where its columns begin and end."""

    def add(self, row: Sequence[Chunk]) -> None:
        self.rows.append(row)
        self.spans = _merged([*self.spans, *((chunk.left, chunk.right) for chunk in row)])

    def takes(self, line: Sequence[Chunk]) -> bool:
        """Whether a line is one more row of a table of three columns or more."""
        merged = _merged([*self.spans, *((chunk.left, chunk.right) for chunk in line)])
        return len(self.spans) > 2 and len(line) == len(self.spans) == len(merged)

    def close(self) -> dict[float, Band]:
        """The table, by the distances of its lines from the top."""
        band = Band([_cells(row, self.spans) for row in self.rows])
        return {chunk.top: band for row in self.rows for chunk in row}


def _step(lines: Sequence[Sequence[Chunk]]) -> float:
    """How far lines of one cell are from each other: the least that is usual; 0 where nothing is."""
    steps = Counter(
        round(below.top - over.top, 1)
        for over, below in pairwise(sorted((chunk for line in lines for chunk in line), key=lambda c: (c.left, c.top)))
        if below.left == over.left and over.size <= below.top - over.top <= 2 * over.size
    )
    return min((step for step, count in steps.items() if count >= _FEWEST_LINES), default=0.0)


def _heights(lines: Sequence[Sequence[Chunk]], step: float) -> list[tuple[float, float]]:
    """From where to where cells of several lines go, from top to bottom; those beside each other as one."""
    columns: dict[float, list[float]] = {}
    for line in lines:
        for chunk in line:
            columns.setdefault(chunk.left, []).append(chunk.top)
    runs: list[tuple[float, float]] = []
    for tops in columns.values():
        start = tops[0]
        for over, below in pairwise([*tops, float("inf")]):
            if below - over > _APART * step:
                if over > start:
                    runs.append((start, over))
                start = below
    runs.sort()
    heights: list[tuple[float, float]] = []
    for top, bottom in runs:
        if heights and top <= heights[-1][1] + step / 2:
            heights[-1] = (heights[-1][0], max(bottom, heights[-1][1]))
        else:
            heights.append((top, bottom))
    return heights


def _spans(chunks: Sequence[Chunk]) -> list[tuple[float, float]]:
    """Where columns begin and end."""
    return _merged([(chunk.left, chunk.right) for chunk in chunks])


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans from left to right, those that overlap as one."""
    out: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if out and left < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], right))
        else:
            out.append((left, right))
    return out


def _is_row(chunks: Sequence[Chunk]) -> bool:
    """Whether what stands in the height of several lines is cells side by side, one of them short, and not as many lines in each.

    A line of one of them is broken, or what has fewer stands between their lines.
    """
    cells = _in_columns(chunks, _spans(chunks))
    if len({len(cell) for cell in cells}) < 2 or min(sum(len(c.text) for c in cell) for cell in cells) > _LONGEST_LABEL:
        return False
    longest = max(cells, key=len)
    tops = sorted(chunk.top for chunk in longest)
    between = any(not _is_near(tops, c) for cell in cells if cell is not longest for c in cell)
    # the rest of a broken line has something missing beside it; a line with a text in each column is a row of its own
    full = [chunk.top for chunk in longest if all(_is_near(sorted(c.top for c in cell), chunk) for cell in cells)]
    rests = (chunk for cell in cells for parts in _parts(cell) for chunk in parts[1:])
    return between or any(not _is_near(full, chunk) for chunk in rests)


def _is_near(tops: Sequence[float], chunk: Chunk) -> bool:
    """Whether a text stands on one of some lines."""
    at = bisect_left(tops, chunk.top)
    return any(abs(top - chunk.top) <= _ALIGNED * chunk.size for top in tops[max(0, at - 1) : at + 1])


def _heads(line: Sequence[Chunk], row: Sequence[Chunk]) -> bool:
    """Whether a line of short words stands over the columns of a row, three or more."""
    spans = _spans([*line, *row])
    return len(spans) == len(line) == len(_spans(row)) > 2 and all(len(chunk.text) <= _LONGEST_HEAD for chunk in line)


def _cells(row: Sequence[Chunk], spans: Sequence[tuple[float, float]]) -> list[tuple[int, list[str]]]:
    return [(column, _whole(own)) for column, own in enumerate(_in_columns(row, spans))]


def _in_columns(chunks: Sequence[Chunk], spans: Sequence[tuple[float, float]]) -> list[list[Chunk]]:
    """The texts of each column, from top to bottom."""
    lefts = [left for left, _ in spans]
    columns: list[list[Chunk]] = [[] for _ in spans]
    for chunk in sorted(chunks, key=lambda chunk: (chunk.top, chunk.left)):
        columns[bisect_right(lefts, chunk.left) - 1].append(chunk)
    return columns


def _whole(chunks: Sequence[Chunk]) -> list[str]:
    """The lines of a cell, those made one that its width broke."""
    return ["".join(chunk.text for chunk in parts) for parts in _parts(chunks)]


def _parts(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """The lines of a cell, each as what its width broke it into."""
    widest = max((chunk.right for chunk in chunks), default=0.0)
    out: list[list[Chunk]] = []
    open_ = False
    for chunk in chunks:
        if open_ and not _BEGINS.match(chunk.text) and not _LABEL.match(chunk.text):
            out[-1].append(chunk)
        else:
            out.append([chunk])
        open_ = (
            chunk.right > widest - _FREE * chunk.size
            and len(chunk.text) >= _SHORTEST_BROKEN
            and chunk.text[-1] not in _ENDS
        )
    return out
