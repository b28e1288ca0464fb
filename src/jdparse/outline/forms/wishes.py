"""Tables of what is required, and perhaps of what is preferred beside it: 项目 | 必备条件 | 优先条件."""

from collections.abc import Iterator, Sequence

from jdparse.outline.entry import Entry, silent
from jdparse.outline.forms.cells import Cell, Content, is_generic, is_number
from jdparse.outline.forms.pairs import pair

_REQUIRED, _PREFERRED = "requirements.general", "requirements.preferred"


def end_of_wishes(rows: Sequence[list[Cell]], index: int) -> int:
    """Where a table ends whose header is the row at `index`; that index itself when it is none."""
    head = _unnumbered(rows[index])
    fields = [cell.field for cell in head[1:]]
    if not fields or not {*fields} <= {_REQUIRED, _PREFERRED} or (len(head) < 3 and not is_generic(head[0])):
        return index
    starts = {cell.column for cell in head}
    end = index + 1
    while (
        end < len(rows)
        and len(row := _unnumbered(rows[end])) == len(head)
        and (first := row[0]).rows == 1
        and first.text is not None
        and (first.field or "requirements.").startswith("requirements.")
        and all(cell.column in starts for cell in row)
    ):
        end += 1
    known = any(_unnumbered(row)[0].field is not None for row in rows[index + 1 : end])
    return end if known else index


def _unnumbered(row: Sequence[Cell]) -> Sequence[Cell]:
    """A row without the number that it begins with."""
    first = row[0] if len(row) > 2 else None
    numbered = first is not None and (first.field == "column.number" or is_number(first))
    return row[1:] if numbered else row


def wishes(rows: Sequence[list[Cell]], content: Content) -> Iterator[Entry]:
    """The entries of such a table: what is required under the row's label, what is preferred under the column's."""
    yield from (silent(cell.text) for cell in rows[0] if cell.text is not None and cell.field != _PREFERRED)
    yield from (silent(row[0].text) for row in rows[1:] if row[0].text is not None and is_number(row[0]))
    head, *below = map(_unnumbered, rows)
    for label, *values in below:
        for column, value in zip(head[1:], values, strict=True):
            if column.field == _REQUIRED:
                yield from pair(label, value, content)
            elif value.text is not None:
                yield from pair(column, value, content)
