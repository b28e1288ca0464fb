"""Rows of signatures: 编制 | 审核 | 批准 over names and dates."""

from collections.abc import Iterator, Sequence

from jdparse.outline.entry import Entry, Role, silent
from jdparse.outline.forms.cells import Cell, line_of
from jdparse.patterns import deferred

_DATE_BELOW = {
    "people.prepared_by": "dates.prepared",
    "people.reviewed_by": "dates.reviewed",
    "people.approved_by": "dates.approved",
    "people.analysed_by": "dates.analysed",
}


def dated(cell: Cell, above: Sequence[Cell]) -> Cell:
    """A cell 日期 under 审核人 names the date of the review."""
    if cell.field != "column.date":
        return cell
    person = next((c.field for c in above if c.column == cell.column and c.field in _DATE_BELOW), None)
    return cell._replace(field=_DATE_BELOW[person]) if person is not None else cell


_SIGNED = deferred(r"(?:姓名|签名|签字|签章|职务|日期|时间|签字日期|签名日期)$")


def signature_rows(rows: Sequence[list[Cell]], index: int) -> Sequence[list[Cell]]:
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


def signed_entries(head: Sequence[Cell], row: Sequence[Cell]) -> Iterator[Entry]:
    if row[0].text is None or row[0].row == head[0].row:
        return
    yield silent(row[0].text)
    dates = "日期" in row[0].text.text or "时间" in row[0].text.text
    for cell in row[1:]:
        above = next((c for c in head if c.column == cell.column), None)
        if above is None or above.text is None or not (above.field or "").startswith("people."):
            continue
        field = _DATE_BELOW.get(above.field or "") if dates else above.field
        text = cell.text
        yield Entry(
            Role.LABEL,
            line_of(cell),
            0,
            None,
            None,
            above.text,
            field,
            text,
            text if text is not None else above.text,
            "form",
        )
