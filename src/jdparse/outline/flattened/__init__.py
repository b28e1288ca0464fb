"""Tables that a dump wrote one cell a line, put together again.

What gives a table away is its header: the names of columns on lines of their own, and under them rows that begin with a number, with
职责一, 职责二 …, or that have as many lines as there are columns. When the lines do not come out even, nothing is put together.
"""

from collections.abc import Sequence
from functools import partial

from jdparse.clean import furniture
from jdparse.document import Note
from jdparse.lines import Grid, GridCell, Line
from jdparse.numbering import Enumerator, chinese_number
from jdparse.numbering import read as read_enumerator
from jdparse.outline.flattened import even, posts, ragged, shares
from jdparse.outline.forms.columns import DUTY_COLUMN
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked
from jdparse.vocabulary import LONGEST, Vocabulary

_TAIL = deferred(r"(?:要求|规定|标准|说明|描述|条件|情况|资格|内容|时间|职责|权限)$")
# Fields that name the columns of a table of duties.
_COLUMNS = ("duty.", "column.number", "contact.", "relations.contacts")
_ALSO = frozenset({"duties", "performance_standards", "kpis"})
_LONGEST_CELL = 12
_SIGNS = frozenset("，。；：:,;")
# How the names of a table's columns end, where the vocabulary does not know them: 量化目的, 指标权重, 数据来源.
_COLUMN_NAME = deferred(
    r"(?:目的|目标|权重|标准|值|周期|来源|分值|比重|频率|频次|方式|数据|人|部门|时间|项目|内容|指标|名称|备注|说明|要求|公式|度)$"
)


Row = tuple[Tracked | None, Tracked | None, list[list[Line]]]
"""A row's category, its number, and its cells, each a list of lines."""


def words(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with labels put together that stand on several lines: `职` `责` `一`, `岗位技能` `要求`."""
    out: list[Line | Grid] = []
    index = 0
    gap = _usual_gap(blocks)
    while index < len(blocks):
        if len(columns := posts.names(blocks, index, vocabulary)) > 2:  # 岗位 人数 学历 专业 are labels each
            out += columns
            index += len(columns)
            continue
        run = _letters(blocks, index, gap, vocabulary) or _broken_label(blocks, index, gap, vocabulary)
        first = blocks[index]
        if run and isinstance(first, Line):
            parts = [b.text for b in blocks[index : index + run] if isinstance(b, Line)]
            out.append(first._replace(text=Tracked.join(parts)))
            index += run
        elif _is_unit(out, first, gap) or _is_rest(out, first, gap) or _goes_on(out, first, gap, vocabulary):
            number = out[-1]
            assert isinstance(number, Line)
            assert isinstance(first, Line)
            out[-1] = number._replace(text=Tracked.join((number.text, first.text)))  # 用时：200 over 小时
            index += 1
        else:
            out.append(first)
            index += 1
    return out


def _is_unit(before: Sequence[Line | Grid], block: Line | Grid, gap: int) -> bool:
    """Whether a line is but the unit of the number with which the label before it ends."""
    number = before[-1] if before else None
    return (
        isinstance(number, Line)
        and isinstance(block, Line)
        and block.gap <= gap
        and _UNIT.fullmatch(block.text.text) is not None
        and _WITHOUT_UNIT.search(number.text.text) is not None
    )


def _is_rest(before: Sequence[Line | Grid], block: Line | Grid, gap: int) -> bool:
    """Whether a line is the rest of a duty's name, with what it takes of the time: …保证出品的质量 over 和速度 工作时间百分比：50%."""
    name = before[-1] if before else None
    return (
        isinstance(name, Line)
        and isinstance(block, Line)
        and block.gap <= gap
        and _REST.fullmatch(block.text.text) is not None
        and _BROKEN_NAME.match(name.text.text) is not None
    )


def _goes_on(before: Sequence[Line | Grid], block: Line | Grid, gap: int, vocabulary: Vocabulary) -> bool:
    """Whether a line goes on with the value of a cell that was too narrow for it: 行政主管/ over 行政经理助理."""
    value, label = (before[-1], before[-2]) if len(before) > 1 else (None, None)
    return (
        isinstance(value, Line)
        and isinstance(label, Line)
        and isinstance(block, Line)
        and block.gap <= gap
        and _NARROW.match(value.text.text) is not None
        and block.text.text[:1].isalpha()
        and 1 < len(value.text) <= _LONGEST_NARROW
        and len(block.text) <= _LONGEST_NARROW
        and vocabulary.find(label.text.text) is not None
        and vocabulary.find(block.text.text) is None
    )


_NARROW = deferred(r"[^\W\d_][^：:]*[/／]$")
_LONGEST_NARROW = 16
_REST = deferred(r"[^\s：:][^：:]{0,60}[ \u3000](?:占用?|所占)?工作时间(?:百分比|比例|占比)[：:][ \u3000]*\d{1,3}[%％]")
_BROKEN_NAME = deferred(r"职责(?:表述|描述)[：:].*\w$")
_UNIT = deferred(r"(?:小\s?时|分钟|天|次|人|元|个月|%)(?:[/／]\S{1,3})?")
_WITHOUT_UNIT = deferred(r"[：:]\s*\d{1,4}$")


def _usual_gap(blocks: Sequence[Line | Grid]) -> int:
    """How many blank lines stand between any two of a text: one where a dump has written one behind each."""
    lines = [block for block in blocks[1:] if isinstance(block, Line)]
    return 1 if lines and sum(line.gap == 1 for line in lines) * 10 >= len(lines) * 9 else 0


def _letters(blocks: Sequence[Line | Grid], index: int, gap: int, vocabulary: Vocabulary) -> int:
    """How many lines of one character each, from `index` on, are a label or a number together; 0 when none are."""
    text = ""
    longest = 0
    for count, block in enumerate(blocks[index : index + 8], 1):
        if (
            not isinstance(block, Line)
            or len(block.text) > 2
            or (count > 1 and block.gap > gap)
            or block.text.text.isascii()
        ):
            break
        text += block.text.text
        enumerator = read_enumerator(text)
        if count > 1 and (
            vocabulary.find(text)
            or (enumerator is not None and enumerator.family.endswith("N") and enumerator.end >= len(text))
        ):
            longest = count
    return longest


def _broken_label(blocks: Sequence[Line | Grid], index: int, gap: int, vocabulary: Vocabulary) -> int:
    if index + 1 >= len(blocks):
        return 0
    first, second = blocks[index], blocks[index + 1]
    if (
        not isinstance(first, Line)
        or not isinstance(second, Line)
        or second.gap > gap
        or len(second.text) > 4
        or len(first.text) > 8
    ):
        return 0
    if not _TAIL.match(second.text.text) or vocabulary.find(second.text.text) in ("duties", "working_hours"):
        return 0
    return 2 if vocabulary.find(first.text.text + second.text.text) and vocabulary.find(first.text.text) else 0


def tables(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> tuple[list[Line | Grid], list[Note]]:
    """The blocks with tables of one cell a line made grids, and for each a note, `flattened-table`, with its `rows`; for
    one that could not be put together `flattened-table-unresolved`.

    A table ends where the page's closing matter begins (`furniture.closing`): a link for downloads is no cell.
    """
    out: list[Line | Grid] = []
    notes: list[Note] = []
    body = blocks[: furniture.closing(blocks, partial(_is_content, vocabulary=vocabulary))]
    index = reported = 0
    while index < len(body):
        found = (
            shares.table(body, index, vocabulary)
            or posts.table(body, index, vocabulary)
            or _table(body, index, vocabulary)
        )
        if found:
            grid, index = found
            out.append(grid)
            notes.append(_note(grid))
        else:
            header = _unresolved(body, index, vocabulary) if index >= reported else []
            if header:
                reported = index + len(header)
                span = Span(header[0].text.start, header[-1].text.end)
                notes.append(Note("flattened-table-unresolved", span))
            out.append(body[index])
            index += 1
    return [*out, *blocks[len(body) :]], notes


def _unresolved(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> list[Line]:
    """The header at `index` of three columns or more over numbered rows that make no table; [] where there is none."""
    first = blocks[index]
    if not isinstance(first, Line) or not _short(first.text.text) or not _names(first.text.text, vocabulary):
        return []
    header = _header(blocks, index, vocabulary, False)
    rows = _is_header(header, vocabulary, False) and _is_numbered(blocks, index + len(header))
    return header if rows and len(header) >= 3 else []


def _note(grid: Grid) -> Note:
    lines = [line.text for cell in grid.cells for line in cell.lines if isinstance(line, Line)]
    span = Span(min(text.start for text in lines), max(text.end for text in lines))
    return Note("flattened-table", span, {"rows": max(cell.row for cell in grid.cells)})


def _is_content(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is surely of the document: it is numbered, or a label."""
    enumerator = read_enumerator(text)
    return (enumerator is not None and not enumerator.weak) or vocabulary.heading(text.rstrip("：:")) is not None


def _table(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> tuple[Grid, int] | None:
    """The table whose header begins at `index`, and where it ends; None when none does."""
    first = blocks[index]
    if not isinstance(first, Line) or not _short(first.text.text):
        return None
    under = (
        _COLUMN_NAME.search(first.text.text) is not None
        and not _names(first.text.text, vocabulary)
        and _is_under_list(blocks, index, vocabulary)
    )
    header = _header(blocks, index, vocabulary, under)
    if not _is_header(header, vocabulary, under):
        return None
    if vocabulary.column(header[0].text.text) == "column.number" or _is_numbered(blocks, index + len(header)):
        numbered = _numbered(blocks, index + len(header), header, vocabulary)
        return (_grid(header, numbered[0], vocabulary), numbered[1]) if numbered else None
    best = _even(blocks, index, header, vocabulary, under)
    if best is None or (best[0][0] <= 0 and not any(_names(line.text.text, vocabulary) for line in best[1])):
        return None
    if _may_head(header[0], vocabulary):
        # 工作职责 over 职责模块, 工作任务: the heading of the table, or its first column
        inner = _even(blocks, index + 1, header[1:], vocabulary, _is_under_list(blocks, index + 1, vocabulary))
        twice = vocabulary.column(header[0].text.text) == vocabulary.column(
            header[1].text.text
        )  # 工作接触 over 接触对象
        if inner is not None and (inner[0] > best[0] or (twice and inner[0][0] >= best[0][0])):
            return None
    _, names, rows, end = best
    return _grid(names, [(None, None, row) for row in rows], vocabulary), end


def _numbered(
    blocks: Sequence[Line | Grid], index: int, header: Sequence[Line], vocabulary: Vocabulary
) -> tuple[list[Row], int] | None:
    """Numbered rows with a line for each cell, or, where those go further, with several lines for the tasks."""
    lined = _rows(blocks, index, header, vocabulary)
    if lined is not None and not _are_shares(lined[0], header, vocabulary):
        lined = None  # lines of one cell were taken for cells
    fields = [vocabulary.column(line.text.text) for line in header]
    if fields[0] != "column.number":
        return lined
    several = ragged.rows(blocks, index, fields[1:], _row_marker, vocabulary)
    if several is None or (lined is not None and lined[1] >= several[1]):
        return lined
    return [(None, number.text, cells) for number, cells in several[0]], several[1]


def _are_shares(rows: Sequence[Row], header: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether the cells under shares of time are all numbers, where there are such columns."""
    fields = [vocabulary.column(line.text.text) for line in header]
    places = [
        place - (fields[0] == "column.number") for place, field in enumerate(fields) if field == "duty.time_share"
    ]
    for place in places:
        for _, _, cells in rows:
            if place < len(cells):
                if not all(even.is_number(line.text.text) for line in cells[place]):
                    return False
            elif even.is_number(cells[-1][0].text.text):
                return False  # the share of a row without a cell before it
    return True


def _even(
    blocks: Sequence[Line | Grid], index: int, header: Sequence[Line], vocabulary: Vocabulary, under: bool
) -> tuple[tuple[int, int], Sequence[Line], list[list[even.Cell]], int] | None:
    """How well the cells agree, the header, its rows without numbers and where they end; None when there are none.

    Short cells of the first row look like names of columns: of all the beginnings of the header that is taken under
    which the lines come out even and agree best.
    """
    spaced = all(line.gap for line in header[1:])
    found: list[tuple[tuple[int, int], Sequence[Line], list[list[even.Cell]], int]] = []
    for length in range(2, len(header) + 1):
        names = header[:length]
        if not _is_header(names, vocabulary, under):
            continue
        rows = even.rows(
            blocks, index + length, length, spaced, _are_tasks_and_standards(names, vocabulary), vocabulary
        )
        if rows:
            known = sum(_names(line.text.text, vocabulary) for line in names)
            found.append(((even.agreement(rows[0]), 2 * known - length), names, *rows))
    return max(found, key=lambda reading: reading[0], default=None)


def _is_numbered(blocks: Sequence[Line | Grid], index: int) -> bool:
    """Whether the rows at `index` begin with 职责一 or a number, at once or under the heading of a group."""
    return any(
        isinstance(block, Line) and _row_marker(block.text.text, None) is not None
        for block in blocks[index : index + 2]
    )


def _is_under_list(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> bool:
    """Whether the line before is a heading of indicators or standards, under which a table's columns may have any names."""
    before = blocks[index - 1] if index else None
    if not isinstance(before, Line):
        return False
    text = before.text.text
    enumerator = read_enumerator(text)
    return vocabulary.heading(text[enumerator.end if enumerator else 0 :]) in ("kpis", "performance_standards")


def _are_tasks_and_standards(names: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether two columns are what is done and how well."""
    first, second = (DUTY_COLUMN.get(field := vocabulary.column(line.text.text) or "", field) for line in names[:2])
    return len(names) == 2 and (first, second) in (("duty.tasks", "duty.standards"), ("duty.name", "duty.standards"))


def _header(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary, under: bool) -> list[Line]:
    """The lines from `index` on that may name columns: the first is known to, the rest are known or end as such names do.

    `under` says that the heading above is one under which the first need not be known either.
    """
    header: list[Line] = []
    for at, block in enumerate(blocks[index : index + 8], index):
        if (
            not isinstance(block, Line)
            or not _short(block.text.text)
            or block.marker is not None
            or _is_numbered_heading(block.text.text)
        ):
            break
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if (
            len(header) >= 2
            and isinstance(following, Line)
            and (m := _row_marker(following.text.text, None))
            and m.family.endswith("N")
        ):
            break  # 主要工作 over 职责一: the heading of the first rows
        if not _names(block.text.text, vocabulary) and not (
            (header or under)
            and vocabulary.column(block.text.text) in (None, "section.basic")
            and _COLUMN_NAME.search(block.text.text)
        ):
            break
        header.append(block)
    if any(vocabulary.column(line.text.text) == "column.number" for line in header[1:]):
        return []  # a heading above 序号: the header begins there
    return header


def _is_numbered_heading(text: str) -> bool:
    """Whether a line is a heading with a number, and no name of a column: 三、工作标准."""
    enumerator = read_enumerator(text)
    return enumerator is not None and 0 < enumerator.end < len(text)


def _is_header(header: Sequence[Line], vocabulary: Vocabulary, under: bool) -> bool:
    """Whether lines are enough to be a header: two are known to name columns, or one and all end as such names do.

    `under` a heading of indicators it need not be one.
    """
    known = sum(_names(line.text.text, vocabulary) for line in header)
    if known >= 2:
        return True
    return known >= 1 - under and len(header) >= 3 and all(_COLUMN_NAME.search(line.text.text) for line in header)


def _may_head(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a column's name may as well be the heading over a table."""
    field = vocabulary.column(line.text.text)
    return field in _ALSO or field == "relations.contacts"


def _names(text: str, vocabulary: Vocabulary) -> bool:
    field = vocabulary.column(text)
    return field is not None and (field.startswith(_COLUMNS) or field in _ALSO)


def _short(text: str) -> bool:
    return 1 <= len(text) <= _LONGEST_CELL and _SIGNS.isdisjoint(text) and not text.isdigit()


def _rows(
    blocks: Sequence[Line | Grid], index: int, header: Sequence[Line], vocabulary: Vocabulary
) -> tuple[list[Row], int] | None:
    """The rows under a header and where they end; None when the lines make no rows."""
    numbered = vocabulary.column(header[0].text.text) == "column.number"
    columns = len(header) - numbered
    rows: list[Row] = []
    category: Tracked | None = None
    last: Enumerator | None = None
    while index < len(blocks):
        block = blocks[index]
        if not isinstance(block, Line):
            break
        marker = _row_marker(block.text.text, last)
        if marker is None:
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            begins = isinstance(following, Line) and _row_marker(following.text.text, last) is not None
            if (
                _short(block.text.text)
                and not even.is_number(block.text.text)
                and begins
                and not (rows and not block.gap and len(rows[-1][2]) < columns and _ambiguous(block, vocabulary))
            ):
                category = block.text
                index += 1
                continue
            break
        number, rest = block.text.part(0, marker.end), block.text.part(marker.end, len(block.text))
        last = marker
        index += 1
        cells: list[list[Line]] = [[block._replace(text=rest)]] if rest else []
        index = _cells(blocks, index, columns, cells, last, vocabulary)
        if not cells or len(cells) > columns:
            return None
        rows.append((category, number, cells))
    return (rows, index) if len(rows) >= 2 else None


def _ambiguous(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a short line before a row's number may be the last cell of the row before."""
    return vocabulary.find(line.text.text) is None


def _row_marker(text: str, last: Enumerator | None) -> Enumerator | None:
    """The number with which a row begins: 职责三, or a 3, 03, 3., （3） or 三 alone that continues or begins the rows."""
    if text.isdigit() and len(text) <= 2:
        found = Enumerator("行", "行", int(text), len(text))
    elif len(text) <= 2 and (ordinal := chinese_number(text)):
        found = Enumerator("行一", "行一", ordinal, len(text))
    else:
        read = read_enumerator(text)
        if read is None or not (read.family.endswith("N") or (read.end >= len(text) and read.ordinal)):
            return None
        found = read
    if last is None:
        return found if found.ordinal == 1 else None
    return found if found.family == last.family and last.ordinal < found.ordinal <= last.ordinal + 2 else None


def _cells(
    blocks: Sequence[Line | Grid],
    index: int,
    columns: int,
    cells: list[list[Line]],
    last: Enumerator,
    vocabulary: Vocabulary,
) -> int:
    """Read a row's cells: a line each, a numbered list as one; a blank line is an empty cell."""
    while index < len(blocks):
        block = blocks[index]
        if not isinstance(block, Line) or _row_marker(block.text.text, last) is not None:
            break
        text = block.text.text
        field = vocabulary.find(text) if len(text) <= LONGEST else None
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        heads_rows = isinstance(following, Line) and _row_marker(following.text.text, last) is not None
        if len(cells) >= columns and not even.goes_on(cells[-1], text):
            break
        if (
            field is not None
            and (len(cells) >= 1 or field not in _ALSO)
            and (heads_rows or text[-1] in "：:" or len(cells) >= 1)
        ):
            break
        if block.gap and cells and heads_rows and _short(text):
            break  # a blank cell, and then the heading of the next rows
        if cells and even.goes_on(cells[-1], text):
            cells[-1].append(block)
        else:
            if (
                block.gap
                and cells
                and len(cells) + 1 < columns
                and not any(line.gap for cell in cells for line in cell)
            ):
                cells.append([])
            cells.append([block])
        index += 1
    return index


def _grid(header: Sequence[Line], rows: Sequence[Row], vocabulary: Vocabulary) -> Grid:
    """The grid: category, number, and the columns; row 0 is the header."""
    line = header[0].line
    numbered = vocabulary.column(header[0].text.text) == "column.number"
    names: list[Line | None] = [None, *header] if numbered else [None, None, *header]
    out = [GridCell(0, column, 1, 1, (name,)) for column, name in enumerate(names) if name is not None]
    for row, (category, number, cells) in enumerate(rows, 1):
        if category is not None:
            out.append(GridCell(row, 0, 1, 1, (Line(category, line),)))
        if number is not None:
            out.append(GridCell(row, 1, 1, 1, (Line(number, line),)))
        out += [GridCell(row, column + 2, 1, 1, tuple(cell)) for column, cell in enumerate(cells)]
    return Grid(line, tuple(out), ("row.category", "column.number", *(None for _ in range(len(names) - 2))))
