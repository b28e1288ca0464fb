"""Tables whose cells bars part: forms, as programs write them that read scanned pages (`岗位名称 | 送水站站长 | 岗位编号 |
QY-07`), and lists under the names of columns, as programs write them that take the text out of pages (`岗位名称 | 主要职责 |`).
"""

from collections.abc import Iterator, Sequence

from jdparse.lines import Grid, GridCell, Line
from jdparse.outline.ads import chips
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

_HEAD = deferred(r"[^|｜]++")
FEWEST = 3
"""Rows that begin with a known label; fewer may be menus, or values of an ad."""
FEWEST_LISTED = 2
"""Rows below the names of columns: one may be a form of two rows, or a line of values."""
_BAR = deferred(r"(?:^|(?<=[\s|｜]))[|｜](?=[\s|｜]|$)|(?<=\S)[ \t\u3000]*[|｜][ \t\u3000]*(?=\S)")


def tables(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with each such table made a grid: a row each line with bars; in a form, the lines below it without any
    are in its last cell.
    """
    out: list[Line | Grid] = []
    index = 0
    while index < len(blocks):
        if listed := _list(blocks, index, vocabulary) or _closed(blocks, index):
            out.append(_grid([(line, []) for line in listed], [_listed(line) for line in listed]))
            index += len(listed)
            continue
        if not _begins(blocks[index], vocabulary):
            out.append(blocks[index])
            index += 1
            continue
        run = _without_sections(list(_run(blocks, index)), vocabulary)
        index += len(run)
        rows = _rows(run)
        known = sum(_begins(row, vocabulary) for row, _ in rows)
        out += (
            [_grid(rows, [_cells(_inner(line.text)) for line, _ in rows])]
            if known >= FEWEST and 2 * known >= len(rows)
            else run
        )
    return out


def _list(blocks: Sequence[Line | Grid], start: int, vocabulary: Vocabulary) -> list[Line]:
    """The lines of a table that begins at one with the names of its columns, each known as a label; [] where none does.

    Its rows have as many cells, and their first ones are no labels: those make a form.
    """
    if not _begins(blocks[start], vocabulary):
        return []
    first, *below = _run(blocks, start)
    names = _listed(first)
    if len(names) < 2 or not all(name and vocabulary.column(name.text) is not None for name in names):
        return []
    lines = [first]
    for line in below:
        cells = _listed(line)
        if len(cells) != len(names) or vocabulary.heading(cells[0].text) is not None:
            break
        lines.append(line)
    return lines if len(lines) > FEWEST_LISTED else []


def _closed(blocks: Sequence[Line | Grid], start: int) -> list[Line]:
    """The lines of a table each of whose rows has a bar at its head and at its end, and as many cells; [] where none begins."""
    lines: list[Line] = []
    width = 0
    for line in _run(blocks, start):
        text = line.text.text
        if len(text) < _NARROWEST or text[0] not in _BARS or text[-1] not in _BARS:
            break
        cells = len(_cells(_inner(line.text)))
        if cells < 2 or (lines and cells != width):
            break
        width = cells
        lines.append(line)
    return lines if len(lines) > FEWEST_LISTED else []


_NARROWEST = 5
"""Characters of a row of two cells: |A|B|"""


def _listed(line: Line) -> list[Tracked]:
    """The cells of a line, without the empty one behind a bar that closes it; [] of a line without bars."""
    if not _is_barred(line):
        return []
    cells = _cells(_inner(line.text))
    return cells if cells[-1] else cells[:-1]


_Row = tuple[Line, list[Line]]
"""A line with bars, and those below it without any."""


def _run(blocks: Sequence[Line | Grid], start: int) -> Iterator[Line]:
    """The lines from one on up to a blank one."""
    for index in range(start, len(blocks)):
        block = blocks[index]
        if not isinstance(block, Line) or (block.gap and index > start):
            return
        yield block


def _without_sections(run: list[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines of a form without those from the first known heading below its last row on: 岗位职责： below 学历 | 中专."""
    last = max(index for index, line in enumerate(run) if _is_barred(line))
    behind = (i for i in range(last + 1, len(run)) if vocabulary.heading(run[i].text.text.rstrip("：: ")) is not None)
    return run[: next(behind, len(run))]


def _rows(run: Sequence[Line]) -> list[_Row]:
    rows: list[_Row] = []
    for line in run:
        if _is_barred(line):
            rows.append((line, []))
        else:
            rows[-1][1].append(line)
    return rows


def _begins(block: Line | Grid, vocabulary: Vocabulary) -> bool:
    """Whether a line with bars begins with a label that is known."""
    if not isinstance(block, Line) or not _is_barred(block):
        return False
    head = _HEAD.match(_inner(block.text).text)
    return head is not None and vocabulary.heading(head.group().strip()) is not None


def _inner(text: Tracked) -> Tracked:
    """A row without the bars around it."""
    return text[1:-1].strip() if len(text) > 1 and text.text[0] in _BARS and text.text[-1] in _BARS else text


_BARS = ("|", "｜")


def _is_barred(line: Line) -> bool:
    text = line.text.text
    return ("|" in text or "｜" in text) and _BAR.search(text) is not None and not chips.read(line.text)


def _grid(rows: Sequence[_Row], parts: Sequence[Sequence[Tracked]]) -> Grid:
    width = max(map(len, parts))
    cells: list[GridCell] = []
    heads: list[GridCell] = []
    for number, ((line, below), row) in enumerate(zip(rows, parts, strict=True)):
        for column, text in enumerate(row):
            if not column and not text and heads:
                heads[-1] = heads[-1]._replace(
                    rows=number - heads[-1].row + 1
                )  # the label above goes on beside this row
                continue
            last = column == len(row) - 1
            lines = (*((line._replace(text=text),) if text else ()), *(map(_unbarred, below) if last else ()))
            cell = GridCell(number, column, 1, width - column if last else 1, lines)
            (cells if column else heads).append(cell)
    return Grid(rows[0][0].line, tuple(sorted((*heads, *cells), key=lambda cell: (cell.row, cell.column))))


def _unbarred(line: Line) -> Line:
    """A line that goes on in a row's last cell, without the bar that closes it."""
    return line._replace(text=line.text[:-1].strip()) if line.text.text[-1:] in _BARS else line


def _cells(text: Tracked) -> list[Tracked]:
    ends = [found.span() for found in _BAR.finditer(text.text)]
    starts = [0, *(end for _, end in ends)]
    return [text[start:end].strip() for start, end in zip(starts, (*(at for at, _ in ends), len(text)), strict=True)]
