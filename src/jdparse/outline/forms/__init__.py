"""Tables → entries: forms of label cells beside value cells, rows under a header, section labels down the left side.

Each pair, row and section becomes entries like those of any other shape, so that nothing behind this module knows of tables.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise, takewhile
from typing import NamedTuple

from jdparse.lines import Grid, Line
from jdparse.numbering import Enumerator
from jdparse.numbering import read as read_enumerator
from jdparse.outline import entries as flat
from jdparse.outline import labels
from jdparse.outline.ads import chips
from jdparse.outline.entry import Entry, Role, silent
from jdparse.outline.forms.bands import band, is_band, is_caption, is_known_band, is_over, may_be_band, note_of, remark
from jdparse.outline.forms.cells import (
    BETWEEN_CELLS,
    BOXES,
    LONGEST_LABEL,
    LONGEST_NAME,
    PAIR_INSIDE,
    Cell,
    is_generic,
    is_list,
    is_number,
    joined,
    line_of,
    marked,
    number_of,
    read_cell,
)
from jdparse.outline.forms.columns import Column, are_duties
from jdparse.outline.forms.details import is_detail, with_details
from jdparse.outline.forms.header import (
    are_contacts,
    is_category,
    is_data,
    is_legend,
    is_note,
    is_side,
    table_head,
    with_bands,
)
from jdparse.outline.forms.jobs import column_per_job, end_of_columns, names_and_texts
from jdparse.outline.forms.pairs import pair
from jdparse.outline.forms.signatures import dated, signature_rows, signed_entries
from jdparse.outline.forms.tables import are_of_the_job, read_table
from jdparse.outline.forms.wishes import end_of_wishes, wishes
from jdparse.outline.levels.frames import SECTION
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary


def read(grid: Grid, vocabulary: Vocabulary, named: bool = False) -> list[Entry]:
    """The entries of a table, in reading order; `named` says that a job above it has its name, so that what two columns
    say of others (下属岗位) is of that job.
    """
    cells = [read_cell(cell, vocabulary) for cell in grid.cells]
    width = max((c.column + c.columns for c in cells), default=0)
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    if grid.roles:
        out = list(
            read_table(
                _given(grid, cells), [rows[r] for r in sorted(rows) if r], partial(_content, vocabulary=vocabulary)
            )
        )
    else:
        translated = [cell for row in rows.values() for cell in _translations(row)]
        if translated:
            rows = {r: [cell for cell in row if cell not in translated] for r, row in rows.items()}
        ordered = [rows[r] for r in sorted(rows)]
        out = [] if named else names_and_texts(ordered, partial(_content, vocabulary=vocabulary))
        out = out or list(_with_others(_rows(ordered, width, _label_columns(cells), vocabulary)))
        out[:0] = [silent(cell.text) for cell in translated if cell.text is not None]
    return _fresh(out)


def _translations(row: Sequence[Cell]) -> list[Cell]:
    """The cells of a row that say in English what the label in the next one says: Education | 学历 | 本科."""
    return [
        cell
        for cell, label, _ in zip(row, row[1:], row[2:], strict=False)
        if label.field is not None
        and cell.text is not None
        and cell.text.text.isascii()
        and label.text is not None
        and not label.text.text.isascii()
        and cell.field in (None, label.field)
        and len(cell.text) <= LONGEST_NAME
        and _ENGLISH.fullmatch(cell.text.text) is not None
    ]


_ENGLISH = deferred(r"[A-Za-z][A-Za-z /&'’().-]+")


def _fresh(entries: list[Entry]) -> list[Entry]:
    """The entries of a table, of which the first that says something closes what was open before it."""
    first = next((i for i, entry in enumerate(entries) if entry.set_off != "header"), None)
    if first is not None:
        entries[first] = entries[first]._replace(fresh=True)
    return entries


def _given(grid: Grid, cells: Sequence[Cell]) -> list["Column"]:
    """The columns of a table that an earlier stage put together."""
    heads = {cell.column: cell for cell in cells if cell.row == 0}
    return [
        Column(column, 1, head.text if (head := heads.get(column)) else None, role or (head.field if head else None))
        for column, role in enumerate(grid.roles)
    ]


def _label_columns(cells: Sequence[Cell]) -> frozenset[int]:
    """The columns in which known labels stand in two rows, and those in which one stands where another column has two.

    The first of a table of two columns that is but names and texts is one too.
    """
    counts: dict[int, int] = {}
    for cell in cells:
        if cell.field is not None and cell.rows == 1:
            counts[cell.column] = counts.get(cell.column, 0) + 1
    if max(counts.values(), default=0) >= 2:
        return frozenset(counts)
    return frozenset((0,)) if counts.keys() <= {0} and _are_unknown_pairs(cells) else frozenset()


def _are_unknown_pairs(cells: Sequence[Cell]) -> bool:
    """Whether a table is but names with a longer text each, of which nobody knows more than one: 设备巡检 | 每班两次，填写记录."""
    left, right = cells[::2], cells[1::2]
    return (
        len(left) == len(right) >= 2
        and all(cell.column == 0 and cell.rows == 1 and cell.text is not None for cell in left)
        and all(labels.heading_like(cell.text.text) and not is_number(cell) for cell in left if cell.text is not None)
        and all(cell.column == 1 and cell.rows == 1 and cell.text is not None for cell in right)
        and all(len(a.text) < len(b.text) for a, b in zip(left, right, strict=True) if a.text and b.text)
    )


def _rows(
    rows: Sequence[list[Cell]], width: int, columns: frozenset[int], vocabulary: Vocabulary, depth: int = 0
) -> Iterator[Entry]:
    index = 0
    closed = False  # whether a section has just ended
    banded = False  # whether a heading across the form that nobody knows is open
    alike = True  # whether the rows so far have their cells in the same columns
    starts = [cell.column for cell in rows[0]] if rows else []
    bands: bool | None = None  # whether the form has headings across it that are known, where that was asked
    left = _left_of_sections(rows)
    above: Sequence[Cell] = ()
    while index < len(rows):
        row = rows[index]
        if "column.date" in [cell.field for cell in row]:
            row = [dated(cell, above) for cell in row]
        alike = alike and [cell.column for cell in row] == starts
        above = row
        if (row[0].text is None or is_generic(row[0])) and _heads_columns(row):
            yield from (silent(cell.text) for cell in row if cell.text is not None)
            index += 1
            continue
        others = False
        if len(row) > 1:
            labelled = _are_labelled(row, columns if alike else frozenset())
            part = _beside(rows, index, closed, vocabulary) or _table(rows, index, labelled, closed, vocabulary)
            if part is None and _is_section(row, columns, left):
                end = _end_of_section(rows, index)
                inner = [row[1:], *(r for r in rows[index + 1 : end] if r)]
                part = _Part(_section(row[0], inner, width, columns, vocabulary, depth), end, True)
            if part is not None:
                yield from part.entries
                index, closed = part.end, part.closes
                continue
        elif row:
            captions = is_caption(row, width) and not index and table_head(rows, 1, vocabulary) is not None
            if (note := silent(row[0].text) if captions and row[0].text is not None else note_of(row)) is not None:
                yield note
                index += 1
                continue
            if banded and is_band(row):
                closed, banded = True, False
            if index and may_be_band(row, rows[index - 1], width):
                if bands is None:
                    bands = any(is_known_band(r, width) for r in rows)
                if is_over(rows, index + 1, bands, vocabulary):
                    yield band(row[0])
                    closed, banded = False, True
                    index += 1
                    continue
            others = _heads_others(rows, index)
        beside = index > 0 and len(row) == 1 and row[0].columns > 1 and _has_own_heading(rows[index - 1])
        for entry in _row(row, columns, vocabulary):
            entry = entry._replace(field="section.other") if others else _as_pair(entry) if beside else entry
            yield entry._replace(fresh=True) if closed else entry
            closed = False
        closed = closed or any(isinstance(block, Grid) for cell in row if cell.text is None for block in cell.lines)
        index += 1


def _with_others(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries of a form, a label as the requirement that it is below those and nothing else: 其他 below 学历, 专业, 经验."""
    kinds: set[str] = set()
    for entry in entries:
        others = entry.field == "remarks" and entry.label is not None and entry.label.text in _OTHERS
        if others and kinds == {"requirements"}:
            entry = entry._replace(field="requirements.general")
        if entry.role is Role.LABEL and entry.field is not None:
            kinds.add(entry.field.partition(".")[0])
        yield entry


_OTHERS = ("其他", "其它")


def _heads_columns(row: Sequence[Cell]) -> bool:
    """Whether a row says nothing of the rows below it: 项目 | 要求."""
    said = [cell for cell in row if cell.text is not None]
    return bool(said) and all(map(is_generic, said))


def _left_of_sections(rows: Sequence[list[Cell]]) -> int | None:
    """The column at the left in which sections stand, each over several rows; None without any."""
    left = next((row[0].column for row in rows if row), None)
    return left if any(row and row[0].column == left and row[0].rows > 1 for row in rows) else None


class _Part(NamedTuple):
    """Rows of a form that belong together."""

    entries: Iterable[Entry]
    end: int
    """The row behind them."""
    closes: bool
    """Whether what follows stands under nothing of what is open."""


def _beside(rows: Sequence[list[Cell]], index: int, closed: bool, vocabulary: Vocabulary) -> _Part | None:
    """The sections that stand side by side below the row at `index`; None where that heads none."""
    row, below = rows[index], rows[index + 1 : index + 2]
    if heads := _over(row, below, vocabulary):
        pairs = (
            pair(head, cell, partial(_content, vocabulary=vocabulary))
            for head, cell in zip(heads, below[0], strict=True)
        )
        return _Part([entry for found in pairs for entry in _fresh(list(found))], index + 2, True)
    if _head_blocks(row, below):
        return _Part([silent(cell.text) for cell in row if cell.text is not None], index + 1, closed)
    return None


def _over(row: Sequence[Cell], below: Sequence[Sequence[Cell]], vocabulary: Vocabulary) -> Sequence[Cell]:
    """The heads of sections that stand side by side, each over its own text: 三、工作内容 | 四、福利待遇 over a list each; () for another row.

    They are counted, or each is over several columns of the form; what heads the columns of a table is neither.
    """
    if not below or [(c.column, c.columns) for c in row] != [(c.column, c.columns) for c in below[0]]:
        return ()
    if any(cell.text is None or cell.field is not None for cell in below[0]):
        return ()
    heads: list[Cell] = []
    ordinals: list[int] = []
    for cell in row:
        mark = read_enumerator(cell.text.text) if cell.text is not None else None
        name = cell.text[mark.end :].strip() if cell.text is not None and mark is not None else cell.text
        field = vocabulary.find(name.text) if name is not None else None
        if field is None or labels.is_scalar(field):
            return ()
        heads.append(cell._replace(text=name, field=field))
        ordinals += [mark.ordinal] if mark is not None and mark.ordinal else []
    counted = len(ordinals) == len(row) and all(b == a + 1 for a, b in pairwise(ordinals))
    wide = all(cell.columns > 1 and len(under.lines) > 1 for cell, under in zip(row, below[0], strict=True))
    return heads if counted or wide else ()


def _head_blocks(row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Whether counted headings stand side by side over pairs: 一、岗位情况 | 二、任用条件 over 岗位名称 | 质检员 | 学历 | 大专."""
    marks = [read_enumerator(cell.text.text) if cell.text is not None else None for cell in row]
    ordinals = [mark.ordinal for mark in marks if mark is not None]
    if not below or len(ordinals) < len(row) or any(b != a + 1 for a, b in pairwise(ordinals)):
        return False
    return len(below[0]) == 2 * len(row) and all(cell.field is not None for cell in below[0][::2])


def _table(
    rows: Sequence[list[Cell]], index: int, labelled: bool, closed: bool, vocabulary: Vocabulary
) -> _Part | None:
    """The table whose header is the row at `index`, of several cells; None when it is none, as where the row is `labelled` pairs."""
    content = partial(_content, vocabulary=vocabulary)
    if signed := signature_rows(rows, index):
        entries = (entry for row in signed for entry in signed_entries(rows[index], row))
        return _Part(entries, index + len(signed), closed)
    if (end := end_of_columns(rows, index)) > index:
        return _Part(column_per_job(rows[index:end], content), end, True)
    if (end := end_of_wishes(rows, index)) > index:
        return _Part(wishes(rows[index:end], content), end, closed)
    head = None if labelled else table_head(rows, index, vocabulary)
    if head is None:
        return None
    names, data = head
    said = {column.label for column in names}
    over = [cell.text for row in rows[index:data] for cell in row if cell.text is not None and cell.text not in said]
    fields = [column.field for column in names]
    duties, contacts = are_duties(fields), are_contacts(fields)
    notes = list(takewhile(is_note, rows[data:])) if duties else []
    data += len(notes)
    end = _end_of_table(rows, data, names, contacts, duties)
    own = rows[data:end]
    if duties and any(map(is_note, own)):
        notes += filter(is_note, own)
        own = [row for row in own if not is_note(row)]
    found = [silent(text) for text in over]  # 岗位所需资格条件 over 学历 and 专业
    found += read_table(*with_bands(*with_details(names, own), contacts), content)
    for (note,) in notes:
        found += [remark(note)] if is_legend(note) else _content(note, vocabulary)
    return _Part(_fresh(found) if closed else found, end, True)


def _end_of_table(rows: Sequence[list[Cell]], data: int, names: Sequence[Column], contacts: bool, duties: bool) -> int:
    """Where a table ends whose first row with data is the one at `data`."""
    end = data
    pairs = are_of_the_job([column.field for column in names])
    while (
        end < len(rows)
        and not (pairs and end > data and _names_again(rows[end], len(names)))
        and (
            is_data(rows[end], names, rows[data])
            or is_detail(rows, end, data, names)
            or is_category(rows, end, names)
            or (contacts and is_side(rows[end]))
            or (duties and _is_note_between(rows, end, names, rows[data]))
        )
    ):
        end += 1
    return end


def _names_again(row: Sequence[Cell], columns: int) -> bool:
    """Whether a row names what stands in the next one, as the first does: 常用设备 | 出差情况 | 着装 below 工作时间 | 工作环境 | 职业风险."""
    known = sum(cell.field is not None for cell in row)
    plain = all(cell.text is not None and labels.heading_like(cell.text.text) for cell in row)
    return len(row) == columns and plain and 2 * known > columns


def _is_note_between(rows: Sequence[list[Cell]], index: int, names: Sequence[Column], first: Sequence[Cell]) -> bool:
    """Whether a row is a note behind which the table goes on."""
    return index + 1 < len(rows) and is_note(rows[index]) and is_data(rows[index + 1], names, first)


def _end_of_section(rows: Sequence[list[Cell]], index: int) -> int:
    """Where the rows end beside which the first cell of the row at `index` stands."""
    section = rows[index][0]
    below = section.row + section.rows
    return next((i for i in range(index + 1, len(rows)) if rows[i] and rows[i][0].row >= below), len(rows))


def _is_section(row: Sequence[Cell], columns: frozenset[int], left: int | None) -> bool:
    """Whether the first cell of a row heads what stands beside it over several rows, or stands in the column `left` of those that do."""
    first = row[0]
    if first.text is None or (len(first.text) > LONGEST_LABEL and first.field is None) or len(row) < 2:
        return False
    if first.rows > 1:
        return True
    if (
        first.column == left
        and first.field is None
        and not PAIR_INSIDE.search(first.text.text)
        and len(row) == 2
        and row[1].columns > 1
        and number_of(first) is None
        and not (first.column in columns and _is_value(row[1]))
    ):
        return True
    if len(row) < 3 or first.field is None or labels.is_scalar(first.field):
        return False
    return not _are_pairs(row, columns)


def _are_pairs(row: Sequence[Cell], columns: frozenset[int]) -> bool:
    """Whether a row is of labels beside their values, so that the first heads none of the others: 危险性 | 滑跌 | 劳保用品 | 绝缘鞋."""
    return len(row) % 2 == 0 and all(
        label.text is not None and value.field is None and _is_label(label, value, columns)
        for label, value in zip(row[::2], row[1::2], strict=True)
    )


def _are_labelled(row: Sequence[Cell], columns: frozenset[int]) -> bool:
    """Whether a row is of labels beside values, though it could head a table: 学历 | 本科 | 专业 | 法律.

    Each label is known; or they stand in `columns`, as those of the form do: 台区 | 东片 | 岗位代号 | RL-3.
    """
    if len(row) < 4 or len(row) % 2 or any(value.field is not None or value.text is None for value in row[1::2]):
        return False
    names = row[::2]
    if all(name.field is not None and labels.is_scalar(name.field) for name in names):
        return all(_is_of_the_job(name, value) for name, value in zip(names, row[1::2], strict=True))
    return (
        all(name.column in columns and name.text is not None for name in names)
        and all(name.field is None or labels.is_identity(name.field) for name in names)
        and all(labels.heading_like("".join(name.text.text.split())) for name in names if name.text is not None)
    )


_OF_COLUMNS = ("duty.", "contact.", "substitute.", "column.")


def _is_of_the_job(name: Cell, value: Cell) -> bool:
    """Whether a label and the cell beside it are a pair, and not the names of two columns: 岗位 | 招工条件, 人数 | 班次."""
    assert value.text is not None
    if name.field == "title":
        return names_job(value.text.text)
    if name.field == "headcount":
        return any(c.isdigit() for c in value.text.text)
    return name.field is not None and not name.field.startswith(_OF_COLUMNS)


def _heads_others(rows: Sequence[list[Cell]], index: int) -> bool:
    """Whether a row is but the heading 其他 over pairs, and no remark that was left empty."""
    text = rows[index][0].text
    if text is None or not labels.is_other(text.text) or index + 1 == len(rows):
        return False
    below = rows[index + 1]
    return len(below) > 1 and below[0].field is not None


def _is_value(cell: Cell) -> bool:
    """Whether a cell is one short value, or some of them in a row: beside a label that nobody knows it makes a pair."""
    return cell.text is not None and all(map(labels.heading_like, cell.text.text.split("、"))) and not is_list(cell)


def _section(
    section: Cell, rows: Sequence[list[Cell]], width: int, columns: frozenset[int], vocabulary: Vocabulary, depth: int
) -> Iterator[Entry]:
    """A label down the left side and the rows beside it; one that nobody knows stands under the `depth` others beside which it does."""
    assert section.text is not None
    text = section.text
    enumerator = read_enumerator(text.text)
    line = line_of(section)
    numbered = enumerator is not None and enumerator.family.endswith("N") and enumerator.end >= len(text)
    if enumerator is not None and numbered:
        yield marked(line, enumerator, text)
    elif section.field is not None and section.field.startswith("duty."):
        yield Entry(Role.LABEL, line, 0, None, None, text, section.field, None, text, "form")
    else:
        field = "section.other" if section.field == "remarks" and labels.is_other(text.text) else section.field
        level = SECTION + depth if field is None else SECTION
        yield Entry(Role.LABEL, line, 0, None, None, text, field, None, text, "form", heading=level)
    # beside names of duties over several rows stand such names, whatever stands in that column elsewhere
    parted = section.field == "duties" and any(row[0].rows > 1 for row in rows)
    # and beside measures a table of them: 指标名称 | 目标值 | 权重 | 数据来源
    measured = section.field in _MEASURES and _are_alike(rows)
    inner = frozenset[int]() if parted or measured else columns | _pair_columns(rows)
    if section.field in _TEXTS and all(
        len(row) > 1 and not inner & {row[0].column} and _are_texts(row) for row in rows
    ):
        yield from (_joined(row) for row in rows)
        return
    out = _rows(rows, width - section.columns, inner, vocabulary, depth + 1)
    # whatever stands beside 职责一 is of that duty, behind the rows of its tasks too
    yield from (entry._replace(fresh=False) for entry in out) if numbered else out


_MEASURES = frozenset({"kpis", "performance_standards"})


def _are_alike(rows: Sequence[list[Cell]]) -> bool:
    """Whether three rows or more have their cells in the same columns, three or more."""
    starts = [cell.column for cell in rows[0]]
    return len(rows) > 2 and len(starts) > 2 and all([cell.column for cell in row] == starts for row in rows)


# Sections whose rows are texts of a list, of as many cells as they have: 内部 over 各部门 | 需求调研.
_TEXTS = frozenset({"relations.internal", "relations.external", "authority"})


def _are_texts(row: Sequence[Cell]) -> bool:
    return all(cell.text is not None and cell.field is None and cell.rows == 1 and not is_list(cell) for cell in row)


def _joined(row: Sequence[Cell]) -> Entry:
    """The cells of a row as one text of a list."""
    whole = joined([cell.text for cell in row if cell.text is not None], BETWEEN_CELLS)
    return Entry(Role.ITEM, line_of(row[0]), 0, None, None, None, None, whole, whole)


def _pair_columns(rows: Sequence[list[Cell]]) -> frozenset[int]:
    """The column of the labels beside a section that has but pairs, one a row, some of them known: 学历 | 大专, 禁忌 | 恐高."""
    left = {row[0].column for row in rows if len(row) == 2 and row[0].rows == 1}
    if len(left) != 1 or any(len(row) != 2 or row[1].field is not None for row in rows):
        return frozenset()
    return frozenset(left) if any(row[0].field is not None for row in rows) else frozenset()


def _row(row: Sequence[Cell], columns: frozenset[int], vocabulary: Vocabulary) -> Iterator[Entry]:
    """A row of pairs, of a number and a text, or of free text."""
    index = 0
    if facts := _facts(row):
        yield from facts
        return
    if len(row) > 3 and not len(row) % 2 and row[0].field is not None and labels.is_identity(row[0].field):
        columns |= {cell.column for cell in row[::2]}  # 岗位名称 | 资料员 | 所属项目 | 滨河二期
    while index < len(row):
        cell = row[index]
        following = row[index + 1] if index + 1 < len(row) else None
        if cell.text is None:
            yield from _content(cell, vocabulary)
            index += 1
        elif (following is None or following.text is None) and cell.text.text.strip("（()） ") in _PLACES:
            yield silent(cell.text)
            index += 1
        elif following is not None and (enumerator := number_of(cell)) is not None:
            if (following.field or "").startswith("duty.") and index + 2 < len(row):
                yield marked(line_of(cell), enumerator, cell.text)  # 职责一 | 职责表述 | …
                index += 1
                continue
            rest = row[index + 2 :]
            if rest and all(_is_pair(c, vocabulary) for c in rest):
                # 1 | 收集资料 | 频次：每日: a duty of its own
                yield marked(line_of(cell), enumerator._replace(family="行N", base="行N"), cell.text)
                none = cell.text[:0]
                yield Entry(Role.LABEL, line_of(following), 0, None, None, none, "duty.tasks", None, none, "form")
                for part in (following, *rest):
                    yield from _content(part, vocabulary)
                return
            yield from _numbered(cell, enumerator, following, vocabulary)
            index += 2
        elif index == 0 and following is not None and (own := _numbered_duty(row, vocabulary)):
            yield from own
            return
        elif following is not None and _is_label(cell, following, columns) and not _is_pair(following, vocabulary):
            options = _options(row[index + 1 :])
            value = following._replace(lines=tuple(line for c in options for line in c.lines)) if options else following
            yield from pair(cell, value, partial(_content, vocabulary=vocabulary))
            index += 1 + max(1, len(options))
        else:
            yield from _content(cell, vocabulary)
            index += 1


def _has_own_heading(row: Sequence[Cell]) -> bool:
    """Whether a row is a cell across the form with a heading over its text: 质量要点： over a list."""
    lines = [line for line in row[0].lines if isinstance(line, Line)] if len(row) == 1 else []
    return len(lines) > 1 and row[0].columns > 1 and lines[0].text.text[-1:] in ("：", ":")


def _as_pair(entry: Entry) -> Entry:
    """A label that nobody knows, with its value, in a cell across the form as one of the form's: 应急处置：断电时关闭总开关."""
    own = entry.role is Role.LABEL and entry.field is None and entry.text is not None and entry.enumerator is None
    return entry._replace(set_off="form") if own and entry.set_off == "colon" else entry


def _numbered_duty(row: Sequence[Cell], vocabulary: Vocabulary) -> list[Entry]:
    """A row with a numbered task and what the form says of it beside: 1. 日常采访 | 时间占比：50%; [] for another row."""
    cell, *rest = row
    if cell.text is None or len(cell.lines) != 1 or not isinstance(line := cell.lines[0], Line):
        return []
    enumerator = read_enumerator(cell.text.text)
    told = (c.text.text.partition("：")[0] if c.text is not None else "" for c in rest)
    if enumerator is None or not all((vocabulary.column(label) or "").startswith("duty.") for label in told):
        return []
    if not all(_is_pair(c, vocabulary) for c in rest):
        return []
    marker, text = cell.text[: enumerator.end].strip(), cell.text[enumerator.end :]
    none = text[:0]
    own = cell._replace(lines=(line._replace(text=text),), text=text)
    return [
        marked(line_of(cell), enumerator._replace(family="行N", base="行N"), marker),
        Entry(Role.LABEL, line_of(cell), 0, None, None, none, "duty.tasks", None, none, "form"),
        *(entry for part in (own, *rest) for entry in _content(part, vocabulary)),
    ]


def _facts(row: Sequence[Cell]) -> list[Entry]:
    """A row of bare values as a board sets them below a job's name, 都江堰市 | 3年以上 | 大专 | 全职; [] for another row."""
    texts = [cell.text for cell in row if cell.text is not None and cell.field is None]
    if len(texts) < _FEWEST_FACTS or len(texts) < len(row) or any(len(text) > LONGEST_NAME for text in texts):
        return []
    found = chips.typed(texts)
    if len(found) < len(texts) or not all(path for path, _ in found):
        return []
    return [
        Entry(Role.LABEL, line_of(cell), 0, None, None, None, path, value, value, "chip")
        for cell, (path, value) in zip(row, found, strict=True)
    ]


_FEWEST_FACTS = 3


# What is to be put on a form that is filled in by hand.
_PLACES = frozenset("照片 相片 近照 贴照片处 照片粘贴处 盖章 签章 公章 单位盖章 部门盖章 公司盖章 盖章处".split())


def _options(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells beside a label that have a box to tick each: 学历 | □高中 | ☑大专 | □本科."""
    options = list(takewhile(lambda cell: cell.text is not None and cell.text.text[0] in BOXES, cells))
    return options if len(options) > 1 else ()


def _is_label(cell: Cell, following: Cell, columns: frozenset[int]) -> bool:
    assert cell.text is not None
    if cell.text.text[-1] in _COLONS and following.text is not None and following.text.text[-1] in _COLONS:
        return False  # 审核人： | 批准人：, each with the place for its own value
    if cell.field is not None and cell.text.text[-1] not in "。；":
        return True
    text = cell.text.text
    return (
        (cell.column in columns or (text[-1] in _COLONS and len(cell.lines) == 1 and following.text is not None))
        and len(text) <= LONGEST_LABEL
        and not PAIR_INSIDE.search(text)
        and labels.heading_like("".join(text.split()))
        and following.field is None
    )


_COLONS = ":："


def _is_pair(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a label with its value (频次：每月): it is no value of the cell before."""
    return (
        cell.text is not None
        and PAIR_INSIDE.search(cell.text.text) is not None
        and any(pair.field is not None for pair in labels.pairs(cell.text.text, vocabulary))
    )


def _numbered(cell: Cell, enumerator: Enumerator, following: Cell, vocabulary: Vocabulary) -> Iterator[Entry]:
    inner = list(_content(following, vocabulary))
    assert cell.text is not None
    if len(inner) == 1 and inner[0].enumerator is None and inner[0].role is Role.ITEM:
        yield inner[0]._replace(enumerator=enumerator, marker=cell.text)
    else:
        yield marked(line_of(cell), enumerator, cell.text)
        yield from inner


def _content(cell: Cell, vocabulary: Vocabulary) -> Iterator[Entry]:
    """What stands in a cell: its lines as text, its tables as tables."""
    lines: list[Line] = []
    for block in cell.lines:
        if isinstance(block, Line):
            lines.append(block)
            continue
        yield from flat.read(lines, vocabulary)
        lines = []
        yield from read(block, vocabulary)
    yield from _listed(flat.read([line for line in lines if line.text.text or line.marker], vocabulary))


def _listed(entries: list[Entry]) -> Iterable[Entry]:
    """The entries of a cell, of which a label that heads it names all lines below it: 直接下级： over 安全工程师, 安全员."""
    head = entries[0] if entries else None
    if head is None or head.set_off != "line" or head.field is None or not labels.may_list(head.field):
        return entries
    rest = entries[1:]
    if not all(e.role is Role.ITEM and e.enumerator is None and e.field is None for e in rest):
        return entries
    return [head, *(e._replace(role=Role.LABEL, label=None, field=head.field, set_off="chip") for e in rest)]
