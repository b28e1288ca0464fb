"""Heads of several rows: names over names, of which the lowest are those of the columns."""

from collections.abc import Sequence

from jdparse.outline.forms.cells import LONGEST_NAME, Cell, is_generic
from jdparse.outline.forms.columns import DUTY_COLUMN, Column
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

# No head that was seen has more rows: 能力要求 over 应知 over 内容 | 等级.
DEEPEST = 3


def depth(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows a head has with which `rows` begin: as many as its cells are merged over, or as say how its cells are parted."""
    merged = max(cell.rows for cell in rows[0])
    if merged > 1:
        return merged
    deep = 1
    while deep < min(DEEPEST, len(rows) - 1) and _parts(rows[deep - 1], rows[deep]):
        deep += 1
    return deep


def _parts(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether the cells below stand each under a wider one, but those that are empty: 职能项目 | 能力要求 over | 应知 | 应会."""
    wide = [cell for cell in row if cell.columns > 1 and cell.text is not None]
    named = [cell for cell in below if cell.text is not None]
    return (
        bool(wide)
        and len(below) > len(row)
        and all(cell.rows == 1 and any(_is_under(cell, over) for over in wide) for cell in named)
        and any(sum(_is_under(cell, over) for cell in named) > 1 for over in wide)
    )


def _is_under(cell: Cell, over: Cell) -> bool:
    return over.column <= cell.column < over.column + over.columns and cell.columns < over.columns


def columns(head: Sequence[Sequence[Cell]]) -> list[Column]:
    """The columns that the rows of a head name, each by its lowest cell; an empty corner names the first without a word."""
    over: dict[int, list[Cell]] = {}
    for row in head:
        for cell in row:
            if cell.text is not None or cell is head[0][0]:
                for column in range(cell.column, cell.column + cell.columns):
                    over.setdefault(column, []).append(cell)
    out: list[Column] = []
    last: Cell | None = None
    for column in sorted(over):
        cells = over[column]
        if last is not None and cells[-1] is last:
            out[-1] = out[-1]._replace(columns=out[-1].columns + 1)
            continue
        last = cells[-1]
        out.append(Column(column, 1, last.text, _field(cells)))
    return out


def _field(cells: Sequence[Cell]) -> str | None:
    """What a column is called by its lowest cell, or where that says nothing of the kind by the one above it."""
    *above, lowest = cells
    upper = next((cell.field for cell in reversed(above) if cell.field is not None), None)
    if lowest.field == "remarks" and upper is not None:
        return upper  # 其他 under 任职资格 is of the requirements
    meaning = DUTY_COLUMN.get(upper or "", upper)
    if lowest.field is None and meaning in ("duty.standards", "duty.level"):
        return upper  # 绩效标准 over 指标 | 目标值, 掌握程度 over 了解 | 熟悉
    if meaning in DUTY_COLUMN.values() and lowest.field in (None, "requirements.general") and is_generic(lowest):
        return upper  # 专业知识 over 内容 | 等级
    return lowest.field


# A remark in parentheses at the end of a name: 能力要求（A精通；B掌握；C了解）.
_REMARK = deferred(r"[（(][^（()）]*[)）]$")


def without_remark(cell: Cell, vocabulary: Vocabulary) -> Cell:
    """A cell with the field of its name alone, where a remark in parentheses hides that: 应知（A精通；B掌握）."""
    text = cell.text.text if cell.text is not None else ""
    found = _REMARK.search(text)
    if cell.field is not None or found is None or not 0 < found.start() <= LONGEST_NAME:
        return cell
    return cell._replace(field=vocabulary.column(text[: found.start()].strip()))
