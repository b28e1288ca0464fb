"""Tables with a job in each row, or in each column."""

from collections.abc import Iterator, Sequence

from jdparse.outline import labels
from jdparse.outline.entry import Entry, Role, silent
from jdparse.outline.forms.cells import Cell, Content, is_generic, line_of
from jdparse.outline.forms.columns import Column
from jdparse.outline.forms.details import DETAIL
from jdparse.outline.forms.pairs import pair
from jdparse.outline.titles import names_job


def row_per_job(
    names: Sequence[Column], grid: Sequence[dict[Column, Cell | None]], content: Content
) -> Iterator[Entry]:
    """The entries of a table whose rows are jobs under a header of labels."""
    for row in grid:
        title = next((cell for column, cell in row.items() if column.field == "title"), None)
        yield from (
            silent(cell.text)
            for column, cell in row.items()
            if column.field == "column.number" and cell is not None and cell.text is not None
        )
        if title is None or title.text is None:
            continue
        yield _title(title)
        for column, cell in row.items():
            if cell is not None and column.field == DETAIL:
                yield from content(cell)
            if cell is None or column.label is None or column.field in ("title", "column.number"):
                continue
            yield from pair(
                Cell(cell.row, column.column, 1, 1, cell.lines[:1], column.label, column.field), cell, content
            )


_ALL_OF_A_JOB = frozenset(("duties", "duty.tasks", "requirements.general"))


def are_names_and_texts(fields: Sequence[str | None]) -> bool:
    """Whether two columns are the names of jobs and what each does or asks for: 岗位名称 | 主要职责."""
    return len(fields) == 2 and fields[0] == "title" and fields[1] in _ALL_OF_A_JOB


def names_and_texts(rows: Sequence[list[Cell]], content: Content) -> list[Entry]:
    """The entries of a table of two such columns; [] for another table."""
    if len(rows) < 2 or any(len(row) != 2 for row in rows) or not are_names_and_texts([c.field for c in rows[0]]):
        return []
    if any(row[0].text is None or row[0].field is not None for row in rows[1:]):
        return []
    names = [Column(cell.column, cell.columns, cell.text, cell.field) for cell in rows[0]]
    heads = [silent(cell.text) for cell in rows[0] if cell.text is not None]
    return [*heads, *row_per_job(names, [dict(zip(names, row, strict=True)) for row in rows[1:]], content)]


def end_of_columns(rows: Sequence[list[Cell]], index: int) -> int:
    """Where a table ends whose columns are jobs, with their names in the row at `index`; that index itself when it is none.

    Its rows are a label each over the same columns: 岗位名称 | 挡车工 | 落纱工, 直接上级 | 轮班长 | 轮班长. A value may be merged over columns.
    """
    head, *jobs = rows[index]
    if len(jobs) < 2 or head.rows > 1 or not all(job.text is not None and job.field is None for job in jobs):
        return index
    starts = {job.column for job in jobs}
    end = index + 1
    while end < len(rows) and _is_row_of_jobs(rows[end], head, starts):
        end += 1
    below = [row[0].field for row in rows[index + 1 : end]]
    if sum(field is not None for field in below) < 2 or all(len(row) == 2 for row in rows[index + 1 : end]):
        return index
    if head.field != "title":
        named = sum(job.text is not None and names_job(job.text.text) for job in jobs)
        if head.field is not None or (named < len(jobs) and not (named and is_generic(head) and _identifies(below))):
            return index
    return end if any(field is not None and not labels.is_scalar(field) for field in below) else index


def _identifies(fields: Sequence[str | None]) -> bool:
    """Whether the rows below say two things of each job that stand once in it: 所属部门 and 汇报对象."""
    return sum(field is not None and labels.is_identity(field) for field in fields) >= 2


def _is_row_of_jobs(row: Sequence[Cell], head: Cell, starts: set[int]) -> bool:
    if (
        len(row) < 2
        or (row[0].column, row[0].rows, row[0].columns) != (head.column, 1, head.columns)
        or row[0].text is None
    ):
        return False
    return all(cell.column in starts and (cell.field is None or not labels.is_identity(cell.field)) for cell in row[1:])


def column_per_job(rows: Sequence[list[Cell]], content: Content) -> Iterator[Entry]:
    """The entries of a table whose columns are jobs; a value that is merged over columns is that of each of them."""
    (head, *jobs), *below = rows
    if head.text is not None:
        yield silent(head.text)
    for job in jobs:
        yield _title(job)
        for label, *values in below:
            value = next((v for v in values if v.column <= job.column < v.column + v.columns), None)
            yield from pair(label, value or label._replace(lines=(), text=None), content)


def _title(cell: Cell) -> Entry:
    assert cell.text is not None
    return Entry(Role.TITLE, line_of(cell), 0, None, None, None, None, cell.text, cell.text, fresh=True)
