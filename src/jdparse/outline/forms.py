"""Tables → entries: forms of label cells beside value cells, rows under a header, section labels down the left side.

Each pair, row and section becomes entries like those of any other shape, so that nothing behind this module knows of tables.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from jdparse.lines import Grid, GridCell, Line
from jdparse.numbering import Enumerator
from jdparse.numbering import read as read_enumerator
from jdparse.outline import entries as flat
from jdparse.outline import labels
from jdparse.outline.entries import Entry, Role
from jdparse.outline.levels import SECTION
from jdparse.patterns import deferred
from jdparse.tracked import Piece, Tracked
from jdparse.vocabulary import Vocabulary

# Joins the cells of a row that goes into a list of texts (RECORD).
BETWEEN_CELLS = "；"
# The longest text that a header or label cell has.
_LONGEST_LABEL = 16

# What a column of a duty table means, where its label names a field of the job elsewhere.
DUTY_COLUMN = {
    "duties": "duty.tasks",
    "duty.category": "duty.name",
    "performance_standards": "duty.standards",
    "kpis": "duty.standards",
    "requirements.knowledge": "duty.knowledge",
    "requirements.skills": "duty.skills",
}


class _Cell(NamedTuple):
    """A cell with its text as one line: what a label or a number is read from."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[Line | Grid, ...]
    text: Tracked | None
    """All of the cell's lines joined; None for an empty cell."""
    field: str | None
    """What the vocabulary says of the text, where it can be a label."""


def read(grid: Grid, vocabulary: Vocabulary) -> list[Entry]:
    """The entries of a table, in reading order."""
    cells = [_cell(cell, vocabulary) for cell in grid.cells]
    width = max((c.column + c.columns for c in cells), default=0)
    rows: dict[int, list[_Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    if grid.roles:
        out = list(_table(_given(grid, cells), [rows[r] for r in sorted(rows) if r], vocabulary))
    else:
        out = list(_rows([rows[r] for r in sorted(rows)], width, _label_columns(cells), vocabulary))
    return _fresh(out)


def _fresh(entries: list[Entry]) -> list[Entry]:
    """The entries of a table, of which the first that says something closes what was open before it."""
    first = next((i for i, entry in enumerate(entries) if entry.set_off != "header"), None)
    if first is not None:
        entries[first] = entries[first]._replace(fresh=True)
    return entries


def _given(grid: Grid, cells: Sequence[_Cell]) -> list["_Column"]:
    """The columns of a table that an earlier stage put together."""
    heads = {cell.column: cell for cell in cells if cell.row == 0}
    return [
        _Column(column, 1, head.text if (head := heads.get(column)) else None, role or (head.field if head else None))
        for column, role in enumerate(grid.roles)
    ]


def _cell(cell: GridCell, vocabulary: Vocabulary) -> _Cell:
    texts = [line.text for line in cell.lines if isinstance(line, Line) and (line.text.text or line.marker)]
    nested = any(isinstance(line, Grid) for line in cell.lines)
    marker = next((line.marker for line in cell.lines if isinstance(line, Line) and line.marker), None)
    texts = [t for t in texts if t.text]
    if not texts and marker is not None:
        texts = [marker.strip()]
    text = _compact(texts) if texts and not nested else None
    field = None
    if text is not None and len(text) <= 40:
        field = vocabulary.column(text.text)
    return _Cell(cell.row, cell.column, cell.rows, cell.columns, cell.lines, text, field)


def _compact(texts: Sequence[Tracked]) -> Tracked:
    """A cell's lines as one: a label that is written one character a line reads as a word."""
    return Tracked.join(texts) if len(texts) > 1 else texts[0]


def _label_columns(cells: Sequence[_Cell]) -> frozenset[int]:
    """The columns in which known labels stand in two rows, and those in which one stands where another column has two."""
    counts: dict[int, int] = {}
    for cell in cells:
        if cell.field is not None and cell.rows == 1:
            counts[cell.column] = counts.get(cell.column, 0) + 1
    return frozenset(counts) if max(counts.values(), default=0) >= 2 else frozenset()


def _rows(rows: Sequence[list[_Cell]], width: int, columns: frozenset[int], vocabulary: Vocabulary) -> Iterator[Entry]:
    index = 0
    closed = False  # whether a section has just ended
    sections = any(row and row[0].column == 0 and row[0].rows > 1 for row in rows)
    above: Sequence[_Cell] = ()
    while index < len(rows):
        row = [_dated(cell, above) for cell in rows[index]]
        above = row
        if (
            row
            and all(cell.text is None or "".join(cell.text.text.split()) in _GENERIC for cell in row)
            and any(c.text for c in row)
        ):
            yield from (_silent(cell.text) for cell in row if cell.text is not None)
            index += 1
            continue
        signed = _signatures(rows, index)
        if signed:
            yield from (entry for r in rows[index : index + len(signed)] for entry in _signed(row, r))
            index += len(signed)
            continue
        head = _table_head(rows, index, vocabulary)
        if head:
            names, data = head
            end = data
            contacts = _are_contacts([column.field for column in names])
            while end < len(rows) and (
                _is_data(rows[end], names, rows[data])
                or _is_category(rows, end, names)
                or (contacts and _is_side(rows[end]))
            ):
                end += 1
            entries = list(_table(*_with_bands(names, rows[data:end], contacts), vocabulary))
            yield from _fresh(entries) if closed else entries
            index = end
            closed = True
            continue
        section = row[0] if row and _is_section(row, width, sections) else None
        if section is not None:
            end = next(
                (i for i in range(index + 1, len(rows)) if rows[i] and rows[i][0].row >= section.row + section.rows),
                len(rows),
            )
            inner = [row[1:], *rows[index + 1 : end]]
            yield from _section(section, [r for r in inner if r], width, columns, vocabulary)
            index = end
            closed = True
            continue
        for entry in _row(row, columns, vocabulary):
            yield entry._replace(fresh=True) if closed else entry
            closed = False
        closed = closed or any(isinstance(block, Grid) for cell in row for block in cell.lines)
        index += 1


# A header that says nothing of the rows below it: 项目 | 要求, 类别 | 项目 | 内容.
_GENERIC = frozenset(
    "项目 内容 类别 要求 说明 要素 具体内容 具体要求 信息类别 栏目 分类 事项 描述 填写内容 名称".split()
)

_DATE_BELOW = {
    "people.prepared_by": "dates.prepared",
    "people.reviewed_by": "dates.reviewed",
    "people.approved_by": "dates.approved",
    "people.analysed_by": "dates.analysed",
}


def _dated(cell: _Cell, above: Sequence[_Cell]) -> _Cell:
    """A cell 日期 under 审核人 names the date of the review."""
    if cell.field != "column.date":
        return cell
    person = next((c.field for c in above if c.column == cell.column and c.field in _DATE_BELOW), None)
    return cell._replace(field=_DATE_BELOW[person]) if person is not None else cell


_SIGNED = deferred(r"(?:姓名|签名|签字|签章|职务|日期|时间|签字日期|签名日期)$")


def _signatures(rows: Sequence[list[_Cell]], index: int) -> Sequence[list[_Cell]]:
    """A header of 编制 | 审核 | 批准 with rows 姓名, 日期 below it; [] for other rows."""
    head = [cell for cell in rows[index] if cell.text is not None]
    if len(head) < 2 or not all((cell.field or "").startswith("people.") for cell in head[-2:]):
        return []
    end = index + 1
    while (
        end < len(rows)
        and rows[end]
        and (first := rows[end][0].text) is not None
        and _SIGNED.match("".join(first.text.split()))
    ):
        end += 1
    return rows[index:end] if end > index + 1 else []


def _signed(head: Sequence[_Cell], row: Sequence[_Cell]) -> Iterator[Entry]:
    if row[0].text is None or row[0].row == head[0].row:
        return
    yield _silent(row[0].text)
    dates = "日期" in row[0].text.text or "时间" in row[0].text.text
    for cell in row[1:]:
        above = next((c for c in head if c.column == cell.column), None)
        if above is None or above.text is None or not (above.field or "").startswith("people."):
            continue
        field = _DATE_BELOW.get(above.field or "") if dates else above.field
        text = cell.text
        yield Entry(
            Role.LABEL,
            _line(cell),
            0,
            None,
            None,
            above.text,
            field,
            text,
            text if text is not None else above.text,
            "form",
        )


# A pair in one cell: 直接上级：区域经理
_COLON_INSIDE = deferred(r"\w\s*[:：]\s*\w")


def _is_section(row: Sequence[_Cell], width: int, sections: bool) -> bool:
    """Whether the first cell of a row heads what stands beside it over several rows."""
    first = row[0]
    if first.text is None or (len(first.text) > _LONGEST_LABEL and first.field is None) or len(row) < 2:
        return False
    if first.rows > 1:
        return True
    if (
        sections
        and first.column == 0
        and first.field is None
        and not _COLON_INSIDE.search(first.text.text)
        and len(row) == 2
        and row[1].columns > 1
        and _number(first) is None
        and not _is_value(row[1])
    ):
        return True
    lines = [line for line in first.lines if isinstance(line, Line) and line.text.text]
    down = len(lines) > 1 and all(len(line.text) <= 2 for line in lines)
    return (
        (down or (first.field is not None and not labels.is_scalar(first.field)))
        and len(row) > 2
        and first.field is not None
    )


def _is_value(cell: _Cell) -> bool:
    """Whether a cell is one short value: beside a label that nobody knows it makes a pair."""
    return cell.text is not None and labels.heading_like(cell.text.text) and not _is_list(cell)


def _section(
    section: _Cell, rows: Sequence[list[_Cell]], width: int, columns: frozenset[int], vocabulary: Vocabulary
) -> Iterator[Entry]:
    """A label down the left side and the rows beside it."""
    assert section.text is not None
    text = section.text
    enumerator = read_enumerator(text.text)
    line = _line(section)
    if enumerator is not None and enumerator.family.endswith("N") and enumerator.end >= len(text):
        yield _marked(line, enumerator, text)
    elif section.field is not None and section.field.startswith("duty."):
        yield Entry(Role.LABEL, line, 0, None, None, text, section.field, None, text, "form")
    else:
        field = "section.other" if section.field == "remarks" and text.text in ("其他", "其它") else section.field
        yield Entry(Role.LABEL, line, 0, None, None, text, field, None, text, "form", heading=SECTION)
    yield from _rows(rows, width - section.columns, columns, vocabulary)


def _marked(line: int, enumerator: Enumerator, marker: Tracked) -> Entry:
    """A number without a text of its own: 职责一, or the number of a table's row."""
    return Entry(Role.ITEM, line, 0, enumerator, marker, None, None, None, marker[:0], "row")


def _row(row: Sequence[_Cell], columns: frozenset[int], vocabulary: Vocabulary) -> Iterator[Entry]:
    """A row of pairs, of a number and a text, or of free text."""
    index = 0
    while index < len(row):
        cell = row[index]
        following = row[index + 1] if index + 1 < len(row) else None
        if cell.text is None:
            yield from _content(cell, vocabulary)
            index += 1
        elif following is not None and (enumerator := _number(cell)) is not None:
            yield from _numbered(cell, enumerator, following, vocabulary)
            index += 2
        elif following is not None and _is_label(cell, following, columns) and not _is_pair(following, vocabulary):
            yield from _pair(cell, following, vocabulary)
            index += 2
        else:
            yield from _content(cell, vocabulary)
            index += 1


def _is_label(cell: _Cell, following: _Cell, columns: frozenset[int]) -> bool:
    assert cell.text is not None
    if cell.field is not None and cell.text.text[-1] not in "。；":
        return True
    text = cell.text.text
    return (
        cell.column in columns
        and len(text) <= _LONGEST_LABEL
        and not _COLON_INSIDE.search(text)
        and labels.heading_like("".join(text.split()))
        and following.field is None
    )


def _is_pair(cell: _Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a label with its value (频次：每月): it is no value of the cell before."""
    return (
        cell.text is not None
        and _COLON_INSIDE.search(cell.text.text) is not None
        and any(pair.field is not None for pair in labels.pairs(cell.text.text, vocabulary))
    )


def _number(cell: _Cell) -> Enumerator | None:
    """The number that a cell holds and nothing else: `1`, `（一）`, `3.`."""
    assert cell.text is not None
    text = cell.text.text.strip()
    if len(text) > 5:
        return None
    enumerator = read_enumerator(text + "、x" if text.isdigit() else text + " x")
    if enumerator is None or enumerator.end < len(text) or not enumerator.ordinal:
        return None
    return enumerator._replace(weak=False)


def _numbered(cell: _Cell, enumerator: Enumerator, following: _Cell, vocabulary: Vocabulary) -> Iterator[Entry]:
    inner = list(_content(following, vocabulary))
    assert cell.text is not None
    if len(inner) == 1 and inner[0].enumerator is None and inner[0].role is Role.ITEM:
        yield inner[0]._replace(enumerator=enumerator, marker=cell.text)
    else:
        yield _marked(_line(cell), enumerator, cell.text)
        yield from inner


def _pair(label: _Cell, value: _Cell, vocabulary: Vocabulary) -> Iterator[Entry]:
    """A label cell and its value cell: one line is the value itself, several are what stands under the label."""
    assert label.text is not None
    line = _line(label)
    lines = [v for v in value.lines if isinstance(v, Grid) or v.text.text or v.marker]
    single = lines[0] if len(lines) == 1 else None
    if isinstance(single, Line) and single.marker is None:
        text = single.text.strip()
        whole = Tracked.join((label.text, _between(label.text, "："), text))
        yield Entry(Role.LABEL, line, 0, None, None, label.text, label.field, text, whole, "form")
        return
    if label.field in _LISTS and len(lines) > 1 and all(isinstance(v, Line) and v.marker is None for v in lines):
        yield from _each(label.text, label.field, value)
        return
    if label.field is not None and labels.is_scalar(label.field) and lines and all(isinstance(v, Line) for v in lines):
        text = _lines_joined([v.text for v in lines if isinstance(v, Line)])
        whole = Tracked.join((label.text, _between(label.text, "："), text))
        yield Entry(Role.LABEL, line, 0, None, None, label.text, label.field, text, whole, "form")
        return
    yield Entry(Role.LABEL, line, 0, None, None, label.text, label.field, None, label.text, "form")
    yield from _content(value, vocabulary)


# Fields whose value is mostly one line, but a list where a cell has several.
_LISTS = frozenset({"reports_to", "direct_reports", "indirect_reports", "rotation", "substitutes", "duty.frequency"})


def _each(label: Tracked, field: str | None, cell: _Cell) -> Iterator[Entry]:
    """A pair for each line of a cell."""
    for block in cell.lines:
        if isinstance(block, Line) and (text := block.text.strip()):
            yield Entry(Role.LABEL, block.line, 0, None, None, label, field, text, text, "form")


def _content(cell: _Cell, vocabulary: Vocabulary) -> Iterator[Entry]:
    """What stands in a cell: its lines as text, its tables as tables."""
    lines: list[Line] = []
    for block in cell.lines:
        if isinstance(block, Line):
            lines.append(block)
            continue
        yield from flat.read(lines, vocabulary)
        lines = []
        yield from read(block, vocabulary)
    yield from flat.read([line for line in lines if line.text.text or line.marker], vocabulary)


def _lines_joined(texts: Sequence[Tracked]) -> Tracked:
    parts: list[Tracked] = []
    for text in texts:
        if parts:
            parts.append(_between(parts[-1], "\n"))
        parts.append(text)
    return Tracked.join(parts)


def _between(before: Tracked, text: str) -> Tracked:
    """A separator behind a text: it stands for nothing that is printed."""
    return Tracked(text, (Piece(0, before.end, before.end),))


def _line(cell: _Cell) -> int:
    return next((block.line for block in cell.lines), 0)


# ---------------------------------------------------------------- tables: a header and rows


class _Column(NamedTuple):
    """A column of a table: where it stands, its label and what that names."""

    column: int
    columns: int
    label: Tracked | None
    field: str | None


def _table_head(rows: Sequence[list[_Cell]], index: int, vocabulary: Vocabulary) -> tuple[list[_Column], int] | None:
    """The columns of a table whose header is the row at `index`, and where its data begin; None when the row heads no table."""
    head = rows[index]
    if len(head) < 2 or not all(c.text is not None and _can_head(c) for c in head):
        return None
    depth = max(c.rows for c in head)
    if depth > 2 or (depth == 2 and not _is_parted(head, rows[index + 1 : index + 2])):
        return None
    data = index + depth
    # a header has labels side by side; in a form there is a value between them, and labels below labels
    side_by_side = any(a.field and b.field for a, b in pairwise(head))
    if side_by_side and data < len(rows) and _is_over_rows(rows, data):
        return _numbered_columns(head, rows[data + 1]), data  # 主要工作 over 职责一
    contacts = _are_contacts([cell.field for cell in head])
    first = data + (contacts and data < len(rows) and _is_side(rows[data]))
    if first >= len(rows) or len(rows[first]) < 2:
        return None
    under = {cell.column: cell for cell in rows[first]}
    if not side_by_side:
        same = len(head) >= 3 and all(len(row) == len(head) for row in rows[first : first + 2])
        labelled = [cell for cell in head if cell.field not in (None, "column.number")]
        if not same or any(
            (lower := under.get(cell.column)) is not None and lower.field is not None for cell in labelled or head
        ):
            return None
    certain = contacts or _is_number(rows[first][0]) or _names_all(head)
    if not certain and any(_beside(a, b) for a, b in pairwise(rows[first])):
        return None  # 电话 beside a text is a label, but not in a table of contacts
    names: list[_Column] = []
    for cell in head:
        below = (
            [c for c in rows[index + 1] if cell.column <= c.column < cell.column + cell.columns]
            if depth == 2 and cell.rows == 1
            else []
        )
        if depth == 2 and cell.rows == 1 and below:
            names += [_Column(c.column, c.columns, c.text, c.field) for c in below]
        else:
            names.append(_Column(cell.column, cell.columns, cell.text, cell.field))
    return names, data


def _names_all(head: Sequence[_Cell]) -> bool:
    """Whether a header of many columns names nearly all of them, so that a label below it (专业技术) is a value."""
    return len(head) >= 5 and sum(cell.field is not None for cell in head) >= len(head) - 1


def _is_parted(head: Sequence[_Cell], below: Sequence[Sequence[_Cell]]) -> bool:
    """Whether a header of two rows has a cell over several names: else its first cell heads the two rows beside it."""
    return any(
        cell.rows == 1 and sum(cell.column <= c.column < cell.column + cell.columns for c in row) > 1
        for row in below
        for cell in head
    )


def _can_head(cell: _Cell) -> bool:
    assert cell.text is not None
    text = "".join(cell.text.text.split())
    return (
        (len(text) <= _LONGEST_LABEL or cell.field is not None)
        and not any(c in "，。；：:" for c in text)
        and not text.rstrip("%％").isdigit()
    )


def _beside(label: _Cell, value: _Cell) -> bool:
    """Whether two cells are a known label and its value."""
    known = label.field not in (None, "column.number")
    return known and value.field is None and value.text is not None and label.rows == 1


def _is_number(cell: _Cell) -> bool:
    return cell.text is not None and _number(cell) is not None


def _is_over_rows(rows: Sequence[list[_Cell]], index: int) -> bool:
    """Whether a row is one cell over rows that begin with 职责一 and the like: the category of those."""
    if len(rows[index]) != 1 or rows[index][0].text is None or index + 1 >= len(rows):
        return False
    below = rows[index + 1]
    return len(below) >= 2 and below[0].text is not None and _is_duty_number(below[0].text.text)


def _is_duty_number(text: str) -> bool:
    read = read_enumerator(text)
    return read is not None and read.family.endswith("N") and read.end >= len(text)


def _numbered_columns(head: Sequence[_Cell], row: Sequence[_Cell]) -> list[_Column]:
    """The columns of a header that has none for the numbers of the rows below it."""
    names = [_Column(cell.column, cell.columns, cell.text, cell.field) for cell in head]
    number, following = row[0], row[1]
    if names[0].column == number.column and names[0].columns > number.columns:
        names[0] = names[0]._replace(column=following.column, columns=names[0].columns - number.columns)
    return [_Column(number.column, number.columns, None, "column.number"), *names]


def _is_category(rows: Sequence[list[_Cell]], index: int, names: Sequence[_Column]) -> bool:
    return names[0].field == "column.number" and names[0].label is None and _is_over_rows(rows, index)


def _is_side(row: Sequence[_Cell]) -> bool:
    """Whether a row is one cell over rows of contacts that says where they are: 公司内."""
    return len(row) == 1 and row[0].text is not None and row[0].text.text.strip() in SIDES


def _with_bands(
    names: Sequence[_Column], rows: Sequence[list[_Cell]], contacts: bool
) -> tuple[Sequence[_Column], Sequence[list[_Cell]]]:
    """The columns and rows of a table with the rows that stand over others (a category, a side) made a column."""

    def is_band(index: int) -> bool:
        return _is_side(rows[index]) if contacts else _is_category(rows, index, names)

    if not any(map(is_band, range(len(rows)))):
        return names, rows
    out: list[list[_Cell]] = []
    band: _Cell | None = None
    label: Tracked | None = None
    for index, row in enumerate(rows):
        if is_band(index):
            band = row[0]
            label = label or band.text
        else:
            own = [band._replace(row=row[0].row, column=-1, rows=1, columns=1)] if band is not None else []
            out.append([*own, *row])
    column = _Column(-1, 1, label, "contact.side") if contacts else _Column(-1, 1, None, "row.category")
    return [column, *names], out


def _is_data(row: Sequence[_Cell], names: Sequence[_Column], first: Sequence[_Cell]) -> bool:
    """Whether a row goes on with a table: its cells stand in the table's columns, and it is no row of pairs or title.

    `first` is the table's first row.
    """
    if not row or (len(row) == 1 and row[0].columns > 1 and row[0].column == names[0].column):
        return False
    starts = {c.column: c.columns for c in names}
    if not all(cell.column in starts for cell in row):
        return False
    if _is_number(row[0]) or row[0].column != names[0].column:
        return True
    if row[0].field is None:
        return True
    # a duty may be called 培训; what follows the table is told by its shape
    return (
        len(row) == len(names)
        and names[0].field != "column.number"
        and not labels.is_scalar(row[0].field)
        and row[0].field not in _SECTIONS
        and not (len(row) == 2 and names[0].field in ("duties", "duty.tasks"))
        and not (len(row) == 2 and _is_list(first[1]) and not _is_list(row[1]))
        and all(cell.columns == starts[cell.column] for cell in row)
    )


_SECTIONS = frozenset({"summary", "authority", "kpis", "requirements.general", "remarks"})
"""Fields whose labels are no names of duties."""


def _is_list(cell: _Cell) -> bool:
    texts = [line.text.text for line in cell.lines if isinstance(line, Line) and line.text.text]
    return len(texts) > 1 or any(read_enumerator(text) is not None for text in texts)


def _table(names: Sequence[_Column], rows: Sequence[list[_Cell]], vocabulary: Vocabulary) -> Iterator[Entry]:
    grid = _filled(names, rows)
    if _are_contacts([column.field for column in names]):
        names = [_contact_column(c, [row[c] for row in grid]) for c in names]
        grid = [dict(zip(names, row.values(), strict=True)) for row in grid]
    fields = [c.field for c in names]
    for row in grid:
        if _is_total(row):
            yield from (_silent(cell.text) for cell in row.values() if cell is not None and cell.text is not None)
    grid = [row for row in grid if any(row.values()) and not _is_total(row)]
    yield from (_silent(column.label) for column in names if column.label is not None)
    if "title" in fields and sum(f is not None for f in fields) >= 3:
        yield from _jobs(names, grid, vocabulary)
    elif _is_duties(fields):
        yield from _duties(names, grid, vocabulary)
    elif sum((f or "").startswith("contact.") for f in fields) >= 2:
        yield from _records(names, grid, "contact.", "触N")
    elif (substitutes := _substitute_columns(names)) is not None:
        filled = [dict(zip(substitutes, row.values(), strict=True)) for row in grid]
        yield from _records(substitutes, filled, "substitute.", "替N")
    elif len(grid) == 1 and len(set(fields)) > 1 and all(map(_is_of_the_job, fields)):
        for column, value in grid[0].items():
            label = _Cell(0, column.column, 1, 1, (), column.label, column.field)
            yield from _pair(label, value or label._replace(text=None), vocabulary)
    else:
        yield from _list_of_rows(names, grid)


# Fields of which a table has a row each.
_OF_ROWS = (
    "contact.",
    "duty.",
    "column.",
    "row.",
    "relations.contacts",
    "kpis",
    "performance_standards",
    "duties",
    "extra",
)


def _is_of_the_job(field: str | None) -> bool:
    """Whether a column is a label of the job over its value: 可轮调岗位 | 可升迁岗位 | 临时替代岗位."""
    return field is not None and not field.startswith(_OF_ROWS)


def _list_of_rows(names: Sequence[_Column], grid: Sequence[dict[_Column, _Cell | None]]) -> Iterator[Entry]:
    """Rows that go into a list of texts: that of the heading above, or the one that a single column names (考核指标 | 目标值)."""
    named = [c for c in names if c.field not in (None, "column.number", "extra", "column.date") and c.label is not None]
    alike = len({c.field for c in named}) == 1 and named[0].field is not None and labels.is_scalar(named[0].field)
    one = named[0] if len(named) > 1 and alike else None  # 工作经验的类型 | 年限
    if len(named) == 1 and named[0].field is not None and not labels.is_scalar(named[0].field):
        label = named[0].label
        assert label is not None
        yield Entry(Role.LABEL, 0, 0, None, None, label, named[0].field, None, label, "table")
    for row in grid:
        cells = [(c, cell.text) for c, cell in row.items() if cell is not None and cell.text is not None]
        yield from (_silent(text) for column, text in cells if column.field == "column.number")
        parts = [text for column, text in cells if column.field != "column.number"]
        if parts:
            whole = parts[0]
            for part in parts[1:]:
                whole = Tracked.join((whole, _between(whole, BETWEEN_CELLS), part))
            if one is not None:
                yield Entry(
                    Role.LABEL,
                    _line(next(c for c in row.values() if c)),
                    0,
                    None,
                    None,
                    one.label,
                    one.field,
                    whole,
                    whole,
                    "form",
                )
                continue
            yield Entry(Role.ITEM, _line(next(c for c in row.values() if c)), 0, None, None, None, None, whole, whole)


SIDES = frozenset(("内", "外", "内部", "外部", "部门内", "部门外", "公司内", "公司外"))
"""What a column of contacts says of where they are."""
CONTACT_COLUMN = {
    "relations.contacts": "contact.party",
    "department": "contact.unit",
    "duty.frequency": "contact.frequency",
    "application.contacts": "contact.means",
    "duties": "contact.matter",
}

SUBSTITUTE_COLUMN = {
    "substitutes": "substitute.position",
    "contact.unit": "substitute.unit",
    "department": "substitute.unit",
    "contact.matter": "substitute.scope",
    "duties": "substitute.scope",
    "duty.tasks": "substitute.scope",
}


def _are_contacts(fields: Sequence[str | None]) -> bool:
    """Whether the columns are those of a table of contacts: two that are of nothing else, or one and two that may be."""
    own = sum((field or "").startswith(("contact.", "relations.contacts")) for field in fields)
    return own >= 2 or (own == 1 and sum(field in CONTACT_COLUMN for field in fields) >= 3)


def _contact_column(column: _Column, cells: Sequence[_Cell | None]) -> _Column:
    """A column of a table of contacts, where its label names a field of the job elsewhere, or nothing (范围: 内部, 外部)."""
    if (column.field or "").startswith("contact."):
        return column
    texts = {cell.text.text.strip() for cell in cells if cell is not None and cell.text is not None}
    field = "contact.side" if texts and texts <= SIDES else CONTACT_COLUMN.get(column.field or "", column.field)
    return column._replace(field=field)


def _silent(text: Tracked) -> Entry:
    """A cell that says nothing of its own (a column's name, a total): kept for the ledger."""
    return Entry(Role.ITEM, 0, 0, None, text, None, None, None, text[:0], "header")


def _filled(names: Sequence[_Column], rows: Sequence[list[_Cell]]) -> list[dict[_Column, _Cell | None]]:
    """Each row's cells by column; a cell merged over several rows counts in each of them."""
    out: list[dict[_Column, _Cell | None]] = []
    open_cells: dict[int, _Cell] = {}
    for row in rows:
        number = row[0].row
        for cell in row:
            for column in range(cell.column, cell.column + min(cell.columns, len(names) + 1)):
                open_cells[column] = cell
        filled: dict[_Column, _Cell | None] = {}
        for name in names:
            found = open_cells.get(name.column)
            filled[name] = found if found is not None and number < found.row + found.rows else None
        out.append(filled)
    return out


def _is_total(row: dict[_Column, _Cell | None]) -> bool:
    first = next((cell.text.text for cell in row.values() if cell is not None and cell.text is not None), "")
    return "".join(first.split()) in ("合计", "总计", "小计", "共计")


def _is_duties(fields: Sequence[str | None]) -> bool:
    duty = [f for f in fields if f is not None and (f.startswith("duty.") or f == "duties")]
    return len(duty) >= 2 or (bool(duty) and len([f for f in fields if f in DUTY_COLUMN or f == "column.number"]) >= 2)


def _duties(
    names: Sequence[_Column], grid: Sequence[dict[_Column, _Cell | None]], vocabulary: Vocabulary
) -> Iterator[Entry]:
    meaning = [DUTY_COLUMN.get(c.field or "", c.field) for c in names]
    if "duty.tasks" in meaning and "section.basic" in meaning:
        meaning[meaning.index("section.basic")] = "duty.tasks"  # 主要职责 | 具体内容
    if meaning.count("duty.tasks") > 1:
        meaning[meaning.index("duty.tasks")] = "duty.name"  # 工作项目 | 工作内容
    elif "duty.tasks" not in meaning and "duty.name" in meaning and meaning.count("duty.name") > 1:
        meaning[len(meaning) - 1 - meaning[::-1].index("duty.name")] = "duty.tasks"
    for place, column in enumerate(names):
        if column.field is None and _are_shares([row[column] for row in grid]):
            meaning[place] = "duty.time_share"
    _place_categories(meaning, grid)
    for number, rows in enumerate(_by_duty(meaning, grid), 1):
        yield from _duty(names, meaning, rows, number, vocabulary)


def _by_duty(
    meaning: Sequence[str | None], grid: Sequence[dict[_Column, _Cell | None]]
) -> Iterator[Sequence[dict[_Column, _Cell | None]]]:
    """The rows of each duty: those that one name is merged over, else each row for itself."""
    if "duty.name" not in meaning:
        yield from ([row] for row in grid)
        return
    place = meaning.index("duty.name")
    for _, rows in groupby(grid, lambda row: id(name) if (name := list(row.values())[place]) is not None else id(row)):
        yield list(rows)


def _duty(
    names: Sequence[_Column],
    meaning: Sequence[str | None],
    rows: Sequence[dict[_Column, _Cell | None]],
    number: int,
    vocabulary: Vocabulary,
) -> Iterator[Entry]:
    """A duty of one or more rows, each column of it as a label with its values."""
    columns = [_cells(row[column] for row in rows) for column in names]
    found: Sequence[_Cell] = next(
        (cells for cells, field in zip(columns, meaning, strict=True) if field == "column.number" and cells), ()
    )
    marker = found[0].text if found else None
    first = next(cell for cells in columns for cell in cells)
    assert first.text is not None
    read = read_enumerator(marker.text) if marker is not None else None
    enumerator = read if read is not None and read.family.endswith("N") else Enumerator("行N", "行N", number, 0)
    yield _marked(_line(first), enumerator, marker if marker is not None else first.text[:0])
    yield from (_silent(cell.text) for cell in found[1:] if cell.text is not None)
    for column, cells, field in zip(names, columns, meaning, strict=True):
        if field == "column.number" or not cells:
            continue
        if field == "row.category":
            text = cells[0].text
            yield Entry(
                Role.LABEL, _line(cells[0]), 0, None, None, text, "duty.category", text, text or first.text, "form"
            )
        elif column.label is not None:
            field = field if field is not None and field.startswith("duty.") else "duty.tasks"
            yield from _part(column.label, field, cells, vocabulary)


def _cells(cells: Iterable[_Cell | None]) -> list[_Cell]:
    """The cells that say something, one that is merged over rows once."""
    return list({id(cell): cell for cell in cells if cell is not None and cell.text is not None}.values())


def _part(label: Tracked, field: str, cells: Sequence[_Cell], vocabulary: Vocabulary) -> Iterator[Entry]:
    """What one column says of a duty."""
    if field in _LISTS:
        for cell in cells:
            yield from _each(label, field, cell)
    elif labels.is_scalar(field):
        yield from (
            Entry(Role.LABEL, _line(c), 0, None, None, label, field, c.text, c.text or label, "form") for c in cells
        )
    else:
        yield Entry(Role.LABEL, _line(cells[0]), 0, None, None, label, field, None, label, "form")
        for cell in cells:
            yield from _items(cell, vocabulary)


def _place_categories(meaning: list[str | None], grid: Sequence[dict[_Column, _Cell | None]]) -> None:
    """A name column that is merged over rows of more than tasks, or that stands before the numbers, holds the categories.

    Merged over rows that have nothing of their own but a task, it names one duty with those tasks.
    """
    if "duty.name" not in meaning or "row.category" in meaning or "duty.tasks" not in meaning:
        return
    place = meaning.index("duty.name")
    numbered = "column.number" in meaning and place < meaning.index("column.number")
    own = [i for i, field in enumerate(meaning) if field not in ("duty.name", "duty.tasks", "column.number")]
    merged = [list(rows) for rows in _by_duty(meaning, grid)]
    parted = any(len({id(list(row.values())[i]) for row in rows}) > 1 for rows in merged if len(rows) > 1 for i in own)
    if parted or (numbered and not any(len(rows) > 1 for rows in merged)):
        meaning[place] = "row.category"


def _are_shares(cells: Sequence[_Cell | None]) -> bool:
    """Whether a column nobody knows holds shares of time or weight: 30%."""
    texts = [cell.text.text.strip() for cell in cells if cell is not None and cell.text is not None]
    return bool(texts) and all(text[-1:] in "%％" and text[:-1].replace(".", "").isdigit() for text in texts)


def _items(cell: _Cell, vocabulary: Vocabulary) -> Iterator[Entry]:
    """A cell's lines as list items, whatever labels they seem to have."""
    for entry in _content(cell, vocabulary):
        yield entry._replace(role=Role.ITEM, label=None, field=None, text=entry.whole, set_off="")


def _jobs(
    names: Sequence[_Column], grid: Sequence[dict[_Column, _Cell | None]], vocabulary: Vocabulary
) -> Iterator[Entry]:
    """A job in each row."""
    for row in grid:
        title = next((cell for column, cell in row.items() if column.field == "title"), None)
        yield from (
            _silent(cell.text)
            for column, cell in row.items()
            if column.field == "column.number" and cell is not None and cell.text is not None
        )
        if title is None or title.text is None:
            continue
        yield Entry(Role.TITLE, _line(title), 0, None, None, None, None, title.text, title.text, fresh=True)
        for column, cell in row.items():
            if cell is None or column.label is None or column.field in ("title", "column.number"):
                continue
            yield from _pair(
                _Cell(cell.row, column.column, 1, 1, cell.lines[:1], column.label, column.field), cell, vocabulary
            )


def _substitute_columns(names: Sequence[_Column]) -> list[_Column] | None:
    """The columns of a table of substitutes (替补岗位 | 所在单位 | 替代的工作内容), or None."""
    columns = [c._replace(field=SUBSTITUTE_COLUMN.get(c.field or "", c.field)) for c in names]
    found = {c.field for c in columns}
    return columns if "substitute.position" in found and found & {"substitute.unit", "substitute.scope"} else None


def _records(
    names: Sequence[_Column], grid: Sequence[dict[_Column, _Cell | None]], prefix: str, family: str
) -> Iterator[Entry]:
    """A contact (接触对象 | 所在单位 | …) or a substitute in each row."""
    for number, row in enumerate(grid, 1):
        first = next(c for c in row.values() if c is not None and c.text is not None)
        assert first.text is not None
        yield _marked(_line(first), Enumerator(family, family, number, 0), first.text[:0])
        for column, cell in row.items():
            if (
                cell is not None
                and cell.text is not None
                and column.label is not None
                and (column.field or "").startswith(prefix)
            ):
                yield Entry(
                    Role.LABEL, _line(cell), 0, None, None, column.label, column.field, cell.text, cell.text, "form"
                )
