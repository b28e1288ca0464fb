"""A cell of a form or a table, and what can be told from it alone."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from jdparse.lines import Grid, GridCell, Line
from jdparse.numbering import Enumerator
from jdparse.numbering import read as read_enumerator
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

# Joins the cells of a row that goes into a list of texts (RECORD).
BETWEEN_CELLS = "；"


# The longest text that a header or label cell has.
LONGEST_LABEL = 16


# The longest that is looked up: with remarks in parentheses, and in two languages.
LONGEST_NAME = 40


# Boxes to tick, ticked or not.
BOXES = frozenset("□☐☑☒■")


# What a cell holds that but says yes to the name of its column.
TICKS = frozenset("√✓✔☑■●▲★")


class Cell(NamedTuple):
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


def read_cell(cell: GridCell, vocabulary: Vocabulary) -> Cell:
    """A cell with its text and what that names."""
    text = _text_of(cell.lines)
    field = vocabulary.column(text.text) if text is not None and len(text.text) <= LONGEST_NAME else None
    return Cell(cell.row, cell.column, cell.rows, cell.columns, cell.lines, text, field)


def _text_of(lines: Sequence[Line | Grid]) -> Tracked | None:
    """The lines of a cell as one, or the number of a line that has nothing else; None for an empty cell and one with a table."""
    if len(lines) == 1 and isinstance(line := lines[0], Line) and line.text.text:
        return line.text
    texts: list[Tracked] = []
    marker: Tracked | None = None
    for line in lines:
        if isinstance(line, Grid):
            return None
        if line.text.text:
            texts.append(line.text)
        elif marker is None:
            marker = line.marker
    if texts:
        # a label that is written one character a line reads as a word
        return Tracked.join(texts)
    return marker.strip() if marker is not None else None


# A pair in one cell: 直接上级：区域经理
PAIR_INSIDE = deferred(r"[\w)）]\s*[:：]\s*\w")


def marked(line: int, enumerator: Enumerator, marker: Tracked) -> Entry:
    """A number without a text of its own: 职责一, or the number of a table's row."""
    return Entry(Role.ITEM, line, 0, enumerator, marker, None, None, None, marker[:0], "row")


def number_of(cell: Cell) -> Enumerator | None:
    """The number that a cell holds and nothing else: `1`, `（一）`, `3.`."""
    assert cell.text is not None
    text = cell.text.text.strip()
    if len(text) > 5:
        return None
    enumerator = read_enumerator(text + "、x" if text.isdigit() else text + " x")
    if enumerator is None or enumerator.end < len(text) or not enumerator.ordinal:
        return None
    return enumerator._replace(weak=False)


def joined(texts: Sequence[Tracked], separator: str) -> Tracked:
    """Texts in a row with a separator between them: the lines of a cell, or the cells of a row (`BETWEEN_CELLS`)."""
    parts: list[Tracked] = []
    for text in texts:
        if parts:
            parts.append(between(parts[-1], separator))
        parts.append(text)
    return Tracked.join(parts)


def between(before: Tracked, text: str) -> Tracked:
    """A separator behind a text: it stands for nothing that is printed."""
    return Tracked(text, before.end, before.end)


def line_of(cell: Cell) -> int:
    return cell.lines[0].line if cell.lines else 0


def is_number(cell: Cell) -> bool:
    return cell.text is not None and number_of(cell) is not None


def is_list(cell: Cell) -> bool:
    texts = [line.text.text for line in cell.lines if isinstance(line, Line) and line.text.text]
    return len(texts) > 1 or any(read_enumerator(text) is not None for text in texts)


# What a header says that says nothing of the rows below it: 项目 | 要求, 类别 | 项目 | 内容.
_GENERIC = frozenset(
    "项目 内容 类别 要求 说明 要素 栏目 分类 事项 描述 填写内容 名称 维度 方面".split()
    + [kind + of for kind in ("信息", "资格", "任职", "条件") for of in ("类别", "项目", "要素", "事项")]
    + ["具体" + said for said in ("内容", "要求", "说明", "描述")]
)

_GENERIC_ENDS = frozenset(word[-1] for word in _GENERIC)


def is_generic(cell: Cell) -> bool:
    """Whether a cell heads a column without a word of what stands below."""
    if cell.text is None or cell.text.text.rstrip()[-1:] not in _GENERIC_ENDS:
        return False
    return "".join(cell.text.text.split()) in _GENERIC


Content: TypeAlias = Callable[[Cell], Iterator[Entry]]
"""What stands in a cell, as entries: given by `forms.read`, since a cell may hold a table."""
