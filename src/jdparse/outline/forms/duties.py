"""Tables with a duty in each row, or in several rows that one name is merged over."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from jdparse.numbering import Enumerator
from jdparse.numbering import read as read_enumerator
from jdparse.outline import labels
from jdparse.outline.entry import Entry, Role, silent
from jdparse.outline.forms.cells import (
    TICKS,
    Cell,
    Content,
    is_list,
    line_of,
    marked,
)
from jdparse.outline.forms.columns import DUTY_COLUMN, Column
from jdparse.outline.forms.pairs import LISTS, each_line
from jdparse.tracked import Tracked


def read_duties(
    names: Sequence[Column], grid: Sequence[dict[Column, Cell | None]], content: Content
) -> Iterator[Entry]:
    meaning = [DUTY_COLUMN.get(c.field or "", c.field) for c in names]
    if "duty.knowledge" in meaning or "duty.skills" in meaning:
        meaning = ["duty.level" if field == "job_grade" else field for field in meaning]  # 应知 | 级别
    if "section.basic" in meaning and not {"duty.name", "duty.tasks"}.isdisjoint(meaning):
        meaning[meaning.index("section.basic")] = "duty.tasks"  # 主要职责 | 具体内容
    _divide(names, meaning, grid)
    if meaning.count("duty.tasks") > 1:
        meaning[meaning.index("duty.tasks")] = "duty.name"  # 工作项目 | 工作内容
    elif "duty.tasks" not in meaning and "duty.name" in meaning:
        if meaning.count("duty.name") > 1:
            meaning[len(meaning) - 1 - meaning[::-1].index("duty.name")] = "duty.tasks"
        elif (place := _untold_tasks(names, meaning, grid)) is not None:
            meaning[place] = "duty.tasks"  # 职责模块 | 履责细目
    if meaning.count("duty.name") > 1 and "duty.tasks" in meaning:
        meaning[meaning.index("duty.name")] = "row.category"  # 一级职责 | 二级职责 | 三级职责
    for place, column in enumerate(names):
        cells = [row[column] for row in grid]
        if column.field is None and _are_shares(cells):
            meaning[place] = "duty.time_share"
        elif (
            column.field is None
            and "duty.name" not in meaning
            and "duty.tasks" in meaning[place:]
            and _are_names(cells)
        ):
            meaning[place] = "duty.name"  # 类别 | 工作内容
    _place_categories(meaning, grid)
    for number, rows in enumerate(_by_duty(meaning, grid), 1):
        yield from _duty(names, meaning, rows, number, content)


def _divide(names: Sequence[Column], meaning: list[str | None], grid: Sequence[dict[Column, Cell | None]]) -> None:
    """Give the tasks to a column that nobody knows, where that of the duties holds but their names: 工作职责 | 任务分解."""
    if meaning.count("duty.tasks") != 1 or "duty.name" in meaning:
        return
    place = meaning.index("duty.tasks")
    if place + 1 == len(names) or names[place + 1].field is not None:
        return
    own, following = ([row[names[at]] for row in grid] for at in (place, place + 1))
    if _are_names(own) and not _are_names(following) and _length(own) < _length(following):
        meaning[place : place + 2] = "duty.name", "duty.tasks"


def _untold_tasks(
    names: Sequence[Column], meaning: Sequence[str | None], grid: Sequence[dict[Column, Cell | None]]
) -> int | None:
    """The column of the tasks where no label tells it: of those that nobody knows the one that lists, else that of the longest texts.

    None when all hold short texts (责任人).
    """
    unknown = [place for place, field in enumerate(meaning) if field is None]
    columns = {place: [row[names[place]] for row in grid] for place in unknown}
    texts = {place: cells for place, cells in columns.items() if any(map(_is_text, cells))}
    return max(
        texts, key=lambda at: (sum(c is not None and is_list(c) for c in texts[at]), _length(texts[at])), default=None
    )


def _is_text(cell: Cell | None) -> bool:
    """Whether a cell holds a list or a sentence, and no name or value."""
    return cell is not None and cell.text is not None and (is_list(cell) or not labels.heading_like(cell.text.text))


def _length(cells: Sequence[Cell | None]) -> int:
    """How long the texts of a column are in all, one that is merged over rows counted in each."""
    return sum(len(cell.text) for cell in cells if cell is not None and cell.text is not None)


def _by_duty(
    meaning: Sequence[str | None], grid: Sequence[dict[Column, Cell | None]]
) -> Iterator[Sequence[dict[Column, Cell | None]]]:
    """The rows of each duty: those that one name is merged over, else each row for itself."""
    if "duty.name" not in meaning:
        yield from ([row] for row in grid)
        return
    place = meaning.index("duty.name")
    for _, rows in groupby(grid, lambda row: id(name) if (name := list(row.values())[place]) is not None else id(row)):
        yield list(rows)


def _duty(
    names: Sequence[Column],
    meaning: Sequence[str | None],
    rows: Sequence[dict[Column, Cell | None]],
    number: int,
    content: Content,
) -> Iterator[Entry]:
    """A duty of one or more rows, each column of it as a label with its values."""
    columns = [_cells(row[column] for row in rows) for column in names]
    found: Sequence[Cell] = next(
        (cells for cells, field in zip(columns, meaning, strict=True) if field == "column.number" and cells), ()
    )
    marker = found[0].text if found else None
    first = next(cell for cells in columns for cell in cells)
    assert first.text is not None
    read = read_enumerator(marker.text) if marker is not None else None
    enumerator = read if read is not None and read.family.endswith("N") else Enumerator("行N", "行N", number, 0)
    yield marked(line_of(first), enumerator, marker if marker is not None else first.text[:0])
    yield from (silent(cell.text) for cell in found[1:] if cell.text is not None)
    for column, cells, field in zip(names, columns, meaning, strict=True):
        if field == "column.number" or not cells:
            continue
        if field == "row.category":
            text = cells[0].text
            yield Entry(
                Role.LABEL, line_of(cells[0]), 0, None, None, text, "duty.category", text, text or first.text, "form"
            )
        else:
            yield from _part(column.label or first.text[:0], field, cells, content)


def _cells(cells: Iterable[Cell | None]) -> list[Cell]:
    """The cells that say something, one that is merged over rows once."""
    return list({id(cell): cell for cell in cells if cell is not None and cell.text is not None}.values())


def _part(label: Tracked, field: str | None, cells: Sequence[Cell], content: Content) -> Iterator[Entry]:
    """What one column says of a duty."""
    if field is None or not field.startswith("duty."):
        # of the job (权限) or of nobody (责任人), whatever the row
        texts = [(c, c.text) for c in cells if c.text is not None]
        yield from (Entry(Role.LABEL, line_of(c), 0, None, None, label, field, t, t, "column") for c, t in texts)
    elif field == "duty.level" and len(cells) == 1 and (tick := cells[0].text) is not None and _ticks(tick):
        yield silent(tick)  # 了解 | 熟悉 | 精通, one of them ticked
        yield Entry(Role.LABEL, line_of(cells[0]), 0, None, None, None, field, label, label, "form")
    elif field in LISTS:
        for cell in cells:
            yield from each_line(label, field, cell)
    elif labels.is_scalar(field):
        yield from (
            Entry(Role.LABEL, line_of(c), 0, None, None, label, field, c.text, c.text or label, "form") for c in cells
        )
    else:
        inner = [entry for cell in cells for entry in content(cell)]
        if any(entry.role is Role.LABEL and (entry.field or "").startswith("duty.") for entry in inner):
            yield silent(label)  # 工作职责 over 职责表述：… with its tasks in one cell
            yield from inner
            return
        yield Entry(Role.LABEL, line_of(cells[0]), 0, None, None, label, field, None, label, "form")
        # list items, whatever labels they seem to have
        yield from (e._replace(role=Role.ITEM, label=None, field=None, text=e.whole, set_off="") for e in inner)


def _ticks(text: Tracked) -> bool:
    """Whether a cell but ticks the level that its column names; ★ is a level itself."""
    return text.text in TICKS and text.text != "★"


def _place_categories(meaning: list[str | None], grid: Sequence[dict[Column, Cell | None]]) -> None:
    """A name column that is merged over rows of more than tasks, or that stands before the numbers, holds the categories.

    Merged over rows that have nothing of their own but a task, it names one duty with those tasks.
    """
    if "duty.name" not in meaning or "row.category" in meaning or "duty.tasks" not in meaning:
        return
    place = meaning.index("duty.name")
    if any((cell := list(row.values())[place]) is not None and cell.field == "duty.category" for row in grid):
        meaning[place] = "row.category"  # 日常工作, 临时工作
        return
    numbered = "column.number" in meaning and place < meaning.index("column.number")
    own = [i for i, field in enumerate(meaning) if field not in ("duty.name", "duty.tasks", "column.number")]
    merged = [list(rows) for rows in _by_duty(meaning, grid)]
    parted = any(len({id(list(row.values())[i]) for row in rows}) > 1 for rows in merged if len(rows) > 1 for i in own)
    if parted or (numbered and not any(len(rows) > 1 for rows in merged)):
        meaning[place] = "row.category"


def _are_names(cells: Sequence[Cell | None]) -> bool:
    """Whether a column nobody knows holds short texts such as name a duty."""
    return all(labels.heading_like(cell.text.text) for cell in cells if cell is not None and cell.text is not None)


def _are_shares(cells: Sequence[Cell | None]) -> bool:
    """Whether a column nobody knows holds shares of time or weight: 30%."""
    texts = [cell.text.text.strip() for cell in cells if cell is not None and cell.text is not None]
    return bool(texts) and all(text[-1:] in "%％" and text[:-1].replace(".", "").isdigit() for text in texts)
