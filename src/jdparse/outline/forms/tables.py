"""A table's rows as entries: duties, contacts, substitutes, jobs, or texts of a list."""

from collections.abc import Iterator, Sequence

from jdparse.numbering import Enumerator
from jdparse.outline import labels
from jdparse.outline.entry import Entry, Role, silent
from jdparse.outline.forms.cells import (
    BETWEEN_CELLS,
    TICKS,
    Cell,
    Content,
    joined,
    line_of,
    marked,
)
from jdparse.outline.forms.columns import Column, are_duties
from jdparse.outline.forms.details import are_jobs
from jdparse.outline.forms.duties import read_duties
from jdparse.outline.forms.header import CONTACT_COLUMN, SIDES, are_contacts
from jdparse.outline.forms.jobs import row_per_job
from jdparse.outline.forms.pairs import pair
from jdparse.patterns import deferred
from jdparse.tracked import Tracked


def read_table(names: Sequence[Column], rows: Sequence[list[Cell]], content: Content) -> Iterator[Entry]:
    grid = _filled(names, rows)
    if are_contacts([column.field for column in names]):
        names = [_contact_column(c, [row[c] for row in grid]) for c in names]
        grid = [dict(zip(names, row.values(), strict=True)) for row in grid]
    fields = [c.field for c in names]
    for row in grid:
        if _is_total(row):
            yield from (silent(cell.text) for cell in row.values() if cell is not None and cell.text is not None)
    grid = [row for row in grid if any(row.values()) and not _is_total(row)]
    yield from (silent(column.label) for column in names if column.label is not None)
    if are_jobs(fields):
        yield from row_per_job(*_with_departments(names, grid), content)
    elif (competence := _competence(names)) is not None:
        yield Entry(Role.LABEL, 0, 0, None, None, competence, _COMPETENCIES, None, competence, "table")
        yield from _list_of_rows(
            [c._replace(field=None if c.field != "column.number" else c.field) for c in names], grid
        )
    elif are_duties(fields):
        yield from read_duties(names, grid, content)
    elif sum((f or "").startswith("contact.") for f in fields) >= 2:
        yield from _records(names, grid, "contact.", "触N")
    elif (substitutes := _substitute_columns(names)) is not None:
        filled = [dict(zip(substitutes, row.values(), strict=True)) for row in grid]
        yield from _records(substitutes, filled, "substitute.", "替N")
    elif len(grid) == 1 and are_of_the_job(fields):
        for column, value in grid[0].items():
            label = Cell(0, column.column, 1, 1, (), column.label, column.field)
            yield from pair(label, value or label._replace(text=None), content)
    else:
        yield from _list_of_rows(names, grid)


_Rows = list[dict[Column, Cell | None]]


def _with_departments(names: Sequence[Column], grid: _Rows) -> tuple[Sequence[Column], _Rows]:
    """The columns and rows of a table of jobs, in which the employer's column names the part of it that each is for: 县图书馆, 县文化馆."""
    own = next((column for column in names if column.field == "organization.name"), None)
    if own is None or any(column.field == "department" for column in names):
        return names, grid
    if len({cell.text.text for row in grid if (cell := row.get(own)) is not None and cell.text is not None}) < 2:
        return names, grid
    renamed = [column._replace(field="department") if column is own else column for column in names]
    return renamed, [dict(zip(renamed, row.values(), strict=True)) for row in grid]


# Fields of which a table has a row each, and those of which it may: two of them side by side are columns of one table.
_OF_ROWS = ("contact.", "duty.", "column.", "row.", "extra")
_OF_TABLES = frozenset({"relations.contacts", "kpis", "performance_standards", "duties"})


def are_of_the_job(fields: Sequence[str | None]) -> bool:
    """Whether each column is a label of the job over its value: 可轮调岗位 | 可升迁岗位, 考核要点 | 权限."""
    known = {field for field in fields if field == "column.date" or not (field is None or field.startswith(_OF_ROWS))}
    unknown = sum(field is None for field in fields)  # 常用设备 | 出差情况 | 着装要求
    return len(fields) == len(known) + unknown > 2 * unknown and len(known) > 1 >= len(known & _OF_TABLES)


_COMPETENCIES = "requirements.competencies"
_COMPETENCE = deferred(r"\w{0,4}(?:能力|素质|素养|胜任力|职能|特质)(?:项目?|要项|名称|指标|维度|要素|类别|模块)?$")
_BEHAVIOUR = deferred(r"(?:关键)?行为(?:描述|指标|表现|标准|特征|定义|要求|说明|示例)$")
_LEVEL = deferred(r"\w{0,4}(?:等级|级别|层级|分级)$")


def _competence(names: Sequence[Column]) -> Tracked | None:
    """The label of the column that names them, in a table of competencies with what shows them: 能力项目 | 行为描述 | 等级."""
    labelled = [(column.label, "".join(column.label.text.split())) for column in names if column.label is not None]
    shown = any(_BEHAVIOUR.match(text) for _, text in labelled)
    if not shown and not (len(labelled) > 2 and any(_LEVEL.match(text) for _, text in labelled)):
        return None
    if any(column.field in ("duties", "duty.tasks") for column in names):
        return None
    return next((label for label, text in labelled if _COMPETENCE.match(text)), None)


# Fields that a column names of a row, though alone such a label names them of the job: 能力项目 | 等级 | 说明.
_OF_A_ROW = ("remarks", "requirements.general")


def _is_tick(column: Column, text: Tracked) -> bool:
    """Whether a cell but ticks what its column says: 提议 | 审核 | 审批 of 权限项目."""
    return text.text in TICKS and column.label is not None


def _list_of_rows(names: Sequence[Column], grid: Sequence[dict[Column, Cell | None]]) -> Iterator[Entry]:
    """Rows that go into a list of texts: that of the heading above, or the one that a single column names (考核指标 | 目标值)."""
    named = [c for c in names if c.field not in (None, "column.number", "extra", "column.date") and c.label is not None]
    alike = len({c.field for c in named}) == 1 and named[0].field is not None and labels.is_scalar(named[0].field)
    one = named[0] if len(named) > 1 and alike else None  # 工作经验的类型 | 年限
    if len(named) == 1 and named[0].field not in (None, *_OF_A_ROW) and not labels.is_scalar(named[0].field or ""):
        label = named[0].label
        assert label is not None
        yield Entry(Role.LABEL, 0, 0, None, None, label, named[0].field, None, label, "table")
    for row in grid:
        cells = [(c, cell.text) for c, cell in row.items() if cell is not None and cell.text is not None]
        yield from (silent(text) for column, text in cells if column.field == "column.number" or _is_tick(column, text))
        cells = [(c, c.label if _is_tick(c, text) and c.label is not None else text) for c, text in cells]
        # a cell across several columns is one text
        parts = list(dict.fromkeys(text for column, text in cells if column.field != "column.number"))
        if parts:
            whole = joined(parts, BETWEEN_CELLS)
            if one is not None:
                yield Entry(
                    Role.LABEL,
                    line_of(next(c for c in row.values() if c)),
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
            yield Entry(Role.ITEM, line_of(next(c for c in row.values() if c)), 0, None, None, None, None, whole, whole)


SUBSTITUTE_COLUMN = {
    "substitutes": "substitute.position",
    "contact.unit": "substitute.unit",
    "department": "substitute.unit",
    "contact.matter": "substitute.scope",
    "duties": "substitute.scope",
    "duty.tasks": "substitute.scope",
}


def _contact_column(column: Column, cells: Sequence[Cell | None]) -> Column:
    """A column of a table of contacts, where its label names a field of the job elsewhere, or nothing (范围: 内部, 外部)."""
    if (column.field or "").startswith("contact."):
        return column
    texts = {cell.text.text.strip() for cell in cells if cell is not None and cell.text is not None}
    field = "contact.side" if texts and texts <= SIDES else CONTACT_COLUMN.get(column.field or "", column.field)
    return column._replace(field=field)


def _filled(names: Sequence[Column], rows: Sequence[list[Cell]]) -> list[dict[Column, Cell | None]]:
    """Each row's cells by column; a cell merged over several rows counts in each of them."""
    out: list[dict[Column, Cell | None]] = []
    open_cells: dict[int, Cell] = {}
    for row in rows:
        number = row[0].row
        for cell in row:
            for column in range(cell.column, cell.column + min(cell.columns, len(names) + 1)):
                open_cells[column] = cell
        filled: dict[Column, Cell | None] = {}
        for name in names:
            found = open_cells.get(name.column)
            filled[name] = found if found is not None and number < found.row + found.rows else None
        out.append(filled)
    return out


def _is_total(row: dict[Column, Cell | None]) -> bool:
    first = next((cell.text.text for cell in row.values() if cell is not None and cell.text is not None), "")
    return "".join(first.split()) in ("合计", "总计", "小计", "共计")


def _substitute_columns(names: Sequence[Column]) -> list[Column] | None:
    """The columns of a table of substitutes (替补岗位 | 所在单位 | 替代的工作内容), or None."""
    columns = [c._replace(field=SUBSTITUTE_COLUMN.get(c.field or "", c.field)) for c in names]
    found = {c.field for c in columns}
    return columns if "substitute.position" in found and found & {"substitute.unit", "substitute.scope"} else None


def _records(
    names: Sequence[Column], grid: Sequence[dict[Column, Cell | None]], prefix: str, family: str
) -> Iterator[Entry]:
    """A contact (接触对象 | 所在单位 | …) or a substitute in each row."""
    for number, row in enumerate(grid, 1):
        first = next(c for c in row.values() if c is not None and c.text is not None)
        assert first.text is not None
        yield marked(line_of(first), Enumerator(family, family, number, 0), first.text[:0])
        for column, cell in row.items():
            if (
                cell is not None
                and cell.text is not None
                and column.label is not None
                and (column.field or "").startswith(prefix)
            ):
                yield Entry(
                    Role.LABEL, line_of(cell), 0, None, None, column.label, column.field, cell.text, cell.text, "form"
                )
