"""A form or table drawn with lines of characters, as old programs print it: `┌──┬──┐` over `│岗位│钳工│`, or `+---+` over `| 岗位 |`.

A cell is what stands between two borders of a line and between two rules. A rule that is drawn under some cells of a row only ends
those, so that the others go on beside several rows. A text that its cell broke at the border is whole again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jdparse import numbering
from jdparse.clean.wrapping import columns, joined
from jdparse.lines import Grid, GridCell, Line
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

# Box Drawing (Unicode 2500–257F): what runs down, what runs across, and where they meet.
_DOWN = "│┃┆┇┊┋╎╏║|｜"
_ACROSS = r"─━┄┅┈┉╌╍═=\-"
_MEETING = "┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬+"
_FIRST = frozenset((*map(chr, range(0x2500, 0x2580)), *"+|｜"))
_RULE = deferred(rf"[{_MEETING}{_DOWN}\s]*+[{_ACROSS}]{{2}}[{_MEETING}{_DOWN}{_ACROSS}\s]*+")
_ROW = deferred(rf"[{_DOWN}{_MEETING}].*[{_DOWN}{_MEETING}]")
_BORDER = deferred(rf"[{_DOWN}{_MEETING}]")
_PIECE_OF_RULE = deferred(rf"\s*[{_ACROSS}]{{2,}}+\s*")
_BOX = deferred(r"[\u2500-\u257f]")

_FEWEST = 2
"""Rows of a table."""
_MOST_BORDERS = 64
"""Borders of a line; no form has so many columns, and cells are looked for one by one."""
_SLACK = 4
"""Columns that a broken line may leave free before its border: blanks, and a character that found no room."""
_NEAR = 2
"""Columns by which the borders of one column may differ, as characters have other widths elsewhere."""
_SENTENCE_END = "。；;！？!?：:"


@dataclass(slots=True)
class _Open:
    """A cell of which more lines may come: its borders, its first row, and its lines with the widths that they had room for."""

    left: int
    right: int
    row: int
    lines: list[tuple[Line, int]] = field(default_factory=list)


def tables(blocks: Sequence[Line | Grid]) -> list[Line | Grid]:
    """The blocks with each such table made a grid. Linear: a line has at most `_MOST_BORDERS`."""
    out: list[Line | Grid] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if not isinstance(block, Line) or block.text.text[:1] not in _FIRST:
            out.append(block)
            index += 1
            continue
        end = max(_end(blocks, index), index + 1)
        run = [line for line in blocks[index:end] if isinstance(line, Line)]
        rows = sum(_RULE.fullmatch(line.text.text) is None for line in run)
        out += [_grid(run)] if _FEWEST <= rows < len(run) else run
        index = end
    return out


def _end(blocks: Sequence[Line | Grid], start: int) -> int:
    """Where the lines end that are drawn, from a rule on or from a row over one; `start` where none begins."""
    end = start
    while end < len(blocks):
        block = blocks[end]
        if not isinstance(block, Line) or (block.gap and end > start) or not _is_drawn(block.text.text):
            break
        end += 1
    return end


def _is_drawn(text: str) -> bool:
    if text[:1] not in _FIRST or len(_BORDER.findall(text)) > _MOST_BORDERS:
        return False
    return _RULE.fullmatch(text) is not None or _ROW.fullmatch(text) is not None


def _grid(lines: Sequence[Line]) -> Grid:
    wide = _are_borders_wide(lines)
    rows = [(line, list(_segments(line.text, wide))) for line in lines]
    if not _are_ruled(rows):
        rows = list(_a_row_each(rows))
    cells: list[tuple[_Open, int]] = []  # with the row in which each ends
    open_: list[_Open] = []
    row = 0
    written = False  # whether the row at hand has a line
    for line, segments in rows:
        rules = [(left, right) for left, right, text in segments if text is None]
        if rules and written:
            row, written = row + 1, False
        for left, right, text in segments:
            if text is None:
                open_ = _closed(open_, left, right, row, cells)
                continue
            at = next((cell for cell in open_ if _is_at(cell, left, right)), None)
            if at is None:
                open_ = _closed(open_, left, right, row, cells)
                at = _Open(left, right, row)
                open_.append(at)
            written = written or not rules
            if text:
                at.lines.append((line._replace(text=text, gap=0), right - left))
    _closed(open_, -(1 << 30), 1 << 30, row + written, cells)
    return Grid(lines[0].line, tuple(_placed(cells)))


_Segment = tuple[int, int, Tracked | None]
"""What stands between two borders, which are so many columns from the table's left: a text, or None for a piece of a rule."""


def _segments(text: Tracked, wide: bool) -> Iterator[_Segment]:
    borders = [found.start() for found in _BORDER.finditer(text.text)]
    at, place = 0, 0
    places: list[int] = []
    for border in borders:
        place += _columns(text.text[at:border], wide)
        places.append(place)
        at = border
    for (start, end), (left, right) in zip(pairwise(borders), pairwise(places), strict=True):
        between = text.part(start + 1, end)
        yield left, right, None if _PIECE_OF_RULE.fullmatch(text.text, start + 1, end) else between


def _columns(text: str, wide: bool) -> int:
    rest, drawn = _BOX.subn("", text)
    return columns(rest) + drawn * (2 if wide else 1)


def _are_borders_wide(lines: Sequence[Line]) -> bool:
    """Whether a border has two columns, as in the fonts of Chinese terminals: more lines are then of one width."""
    alike = [max(Counter(_columns(line.text.text, wide) for line in lines).values()) for wide in (False, True)]
    return alike[1] > alike[0]


def _are_ruled(rows: Sequence[tuple[Line, list[_Segment]]]) -> bool:
    """Whether rules part the rows, and not only the head from the rows below it."""
    plain = [all(text is not None for _, _, text in segments) for _, segments in rows]
    texts = [index for index, is_plain in enumerate(plain) if is_plain]
    if not texts:
        return True
    rules = [index for index in range(texts[0], texts[-1]) if not plain[index]]
    return bool(rules) and rules != [texts[0] + 1]


def _a_row_each(rows: Iterable[tuple[Line, list[_Segment]]]) -> Iterator[tuple[Line, list[_Segment]]]:
    """The rows with a rule over each, but over one whose first cell is empty: it goes on in the one above."""
    for line, segments in rows:
        if segments and segments[0][2]:
            yield line, [(segments[0][0], segments[-1][1], None)]
        if not all(text is None for _, _, text in segments):
            yield line, segments


def _is_at(cell: _Open, left: int, right: int) -> bool:
    return abs(cell.left - left) <= _NEAR and abs(cell.right - right) <= _NEAR


def _closed(cells: list[_Open], left: int, right: int, row: int, closed: list[tuple[_Open, int]]) -> list[_Open]:
    """The cells that stay open when what lies between two borders ends above a row; the others go to `closed`."""
    rest: list[_Open] = []
    for cell in cells:
        if cell.left < right - _NEAR and cell.right > left + _NEAR and cell.row < row:
            closed.append((cell, row))
        else:
            rest.append(cell)
    return rest


def _placed(cells: Iterable[tuple[_Open, int]]) -> Iterator[GridCell]:
    cells = sorted(cells, key=lambda found: (found[0].row, found[0].left))
    edges: list[int] = []
    for place in sorted({place for cell, _ in cells for place in (cell.left, cell.right)}):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    for cell, end in cells:
        left, right = (_nearest(edges, place) for place in (cell.left, cell.right))
        yield GridCell(cell.row, left, end - cell.row, max(1, right - left), tuple(_whole(cell.lines)))


def _nearest(edges: Sequence[int], place: int) -> int:
    return max(index for index, edge in enumerate(edges) if edge <= place)


def _whole(lines: Sequence[tuple[Line, int]]) -> Iterator[Line]:
    """The lines of a cell, those made one that its border broke."""
    parts: list[Tracked] = []
    first: Line | None = None
    full = False  # whether the last part reaches the border
    for line, room in lines:
        if first is not None and not (full and numbering.read(line.text.text) is None):
            yield first._replace(text=joined(parts))
            first = None
        if first is None:
            first, parts = line, []
        parts.append(line.text)
        full = columns(line.text.text) >= room - _SLACK - 2 and line.text.text[-1] not in _SENTENCE_END
    if first is not None:
        yield first._replace(text=joined(parts))
