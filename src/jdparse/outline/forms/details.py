"""Tables of jobs that unfold: below the row of a job, one cell over all columns with its whole description."""

from collections.abc import Sequence

from jdparse.outline.forms.cells import Cell
from jdparse.outline.forms.columns import Column

DETAIL = "row.detail"
"""What the column is called in which the description of a row's job stands."""


def are_jobs(fields: Sequence[str | None]) -> bool:
    """Whether the columns are those of a table with a job in each row."""
    return "title" in fields and sum(field is not None for field in fields) >= 3


def is_detail(rows: Sequence[list[Cell]], index: int, data: int, names: Sequence[Column]) -> bool:
    """Whether a row is one cell across the columns, below the row of a job; the jobs begin at row `data`."""
    row = rows[index]
    # the details themselves say that it is such a table, as a third known column does
    return index > data and len(row) == 1 and row[0].columns > 1 and are_jobs([DETAIL, *(c.field for c in names)])


def with_details(names: Sequence[Column], rows: Sequence[list[Cell]]) -> tuple[Sequence[Column], Sequence[list[Cell]]]:
    """The columns and rows of a table with each detail made the last cell of the row above it."""
    details = [index > 0 and is_detail(rows, index, 0, names) for index in range(len(rows))]
    if not any(details):
        return names, rows
    column = Column(names[-1].column + names[-1].columns, 1, None, DETAIL)
    out: list[list[Cell]] = []
    below: list[Cell] = []
    for row, detail in zip(reversed(rows), reversed(details), strict=True):
        if detail:
            below.append(row[0])
            continue
        out.append([*row, _joined(below[::-1], row[0].row, column.column)] if below else list(row))
        below = []
    return [*names, column], out[::-1]


def _joined(details: Sequence[Cell], row: int, column: int) -> Cell:
    """The details below a row as one cell of it."""
    lines = tuple(line for detail in details for line in detail.lines)
    text = next((detail.text for detail in details if detail.text is not None), None)
    return details[0]._replace(row=row, column=column, rows=1, columns=1, lines=lines, text=text)
