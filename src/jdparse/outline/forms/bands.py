"""Rows that are one cell across a form: headings that nobody knows, and what the form says of itself."""

from collections.abc import Sequence

from jdparse.numbering import read as read_enumerator
from jdparse.outline import labels
from jdparse.outline.entry import Entry, Role
from jdparse.outline.forms.cells import PAIR_INSIDE, Cell, is_list, line_of
from jdparse.outline.forms.header import table_head
from jdparse.outline.levels.frames import SECTION
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary


def is_band(row: Sequence[Cell]) -> bool:
    """Whether a row is one cell with a label that the vocabulary knows, beside its value or alone."""
    if len(row) != 1 or (cell := row[0]).text is None:
        return False
    return cell.field is not None or PAIR_INSIDE.search(cell.text.text) is not None


def is_known_band(row: Sequence[Cell], width: int) -> bool:
    """Whether a row is a heading that the vocabulary knows, across all `width` columns."""
    return len(row) == 1 and row[0].columns == width and _is_section(row[0])


def _is_section(cell: Cell) -> bool:
    return cell.field is not None and not labels.is_scalar(cell.field)


def may_be_band(row: Sequence[Cell], above: Sequence[Cell], width: int) -> bool:
    """Whether a row may be a heading that nobody knows, and no item in a row of its own under a heading or another item."""
    if len(row) != 1 or (cell := row[0]).field is not None or cell.columns != width or not _is_heading(cell):
        return False
    return len(above) != 1 or not (_is_section(above[0]) or _is_heading(above[0]) or _are_alike(above[0], cell))


def _are_alike(above: Cell, cell: Cell) -> bool:
    """Whether two rows are items of one list by how they end: 停止登塔作业的决定权 over 备件领用的审批权."""
    return above.text is not None and cell.text is not None and above.text.text[-1] == cell.text.text[-1]


def _is_heading(cell: Cell) -> bool:
    text = cell.text.text if cell.text is not None else ""
    return (
        (labels.heading_like(text) or labels.BILINGUAL.match(text) is not None)
        and text[-1] not in ":："
        and not PAIR_INSIDE.search(text)
        and ((number := read_enumerator(text)) is None or number.family == "A ")
        and not names_job(text)
    )


# What a table is called that has its name in a row of its own: 岗位职责及任职能力对照表.
_TABLES = ("表", "清单", "一览", "矩阵")


def is_caption(row: Sequence[Cell], width: int) -> bool:
    """Whether a row is the name of the table below it, and no heading that the vocabulary knows."""
    cell = row[0] if len(row) == 1 and row[0].columns == width else None
    return cell is not None and cell.field is None and cell.text is not None and cell.text.text.endswith(_TABLES)


_SENTENCE = deferred(r"[，。；]")


def is_over(rows: Sequence[list[Cell]], index: int, bands: bool, vocabulary: Vocabulary) -> bool:
    """Whether the row at `index` is what a heading stands over: a list or a table, and sentences and pairs in a form with known `bands`."""
    if index >= len(rows) or not (row := rows[index]):
        return False
    if len(row) > 1:
        return bands or table_head(rows, index, vocabulary) is not None
    text = row[0].text
    return is_list(row[0]) or (bands and text is not None and _SENTENCE.search(text.text) is not None)


def band(cell: Cell) -> Entry:
    """A heading across a form, as an entry."""
    assert cell.text is not None
    number = read_enumerator(cell.text.text)
    marker, text = (cell.text[: number.end].strip(), cell.text[number.end :]) if number else (None, cell.text)
    return Entry(Role.LABEL, line_of(cell), 0, number, marker, text, None, None, text, "form", heading=SECTION)


# 本表一式两份，由人力资源部存档; 本说明书自发布之日起执行
_OF_THE_FORM = deferred(r"[本此该](?:表格?|(?:岗位|职位|职务|工作)?说明书|文件)[^:：]{6,}$")


def note_of(row: Sequence[Cell]) -> Entry | None:
    """What a form says of itself in a row of its own, as a remark; None for another row."""
    text = row[0].text if len(row) == 1 else None
    if text is None or _OF_THE_FORM.match(text.text) is None:
        return None
    return remark(row[0])


def remark(cell: Cell) -> Entry:
    """What a cell says of the form or of a table in it, as an entry."""
    assert cell.text is not None
    return Entry(Role.LABEL, line_of(cell), 0, None, None, None, "remarks", cell.text, cell.text, "chip")
