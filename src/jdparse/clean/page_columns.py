"""Columns of a table of jobs that are the page's own and not the job's: when it was put up, what can be clicked."""

from collections.abc import Iterator, Sequence

from jdparse.clean.furniture import Removed
from jdparse.lines import Grid, GridCell, Line
from jdparse.patterns import deferred

_OF_THE_PAGE = deferred(
    r"(?P<navigation>操作|查看|详情|查看详情|职位详情|岗位详情|投递|申请|报名入口|在线(?:申请|投递|报名))|(?P<page_metadata>(?:发布|更新|刷新)(?:时间|日期))"
)
_NAME = deferred(r"(?:职位|岗位|職位|崗位|职务)")
_LEAST_COLUMNS = 3
_LONGEST = 16


def drop(blocks: Sequence[Line | Grid]) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks with such columns taken out of tables that name jobs, and the texts that stood in them."""
    kept: list[Line | Grid] = []
    removed: list[Removed] = []
    for block in blocks:
        reasons = _reasons(block) if isinstance(block, Grid) else {}
        if isinstance(block, Grid) and reasons:
            rest: list[GridCell] = []
            for cell in block.cells:
                if cell.columns == 1 and cell.column in reasons:
                    removed += [Removed(reasons[cell.column], line.text) for line in _lines(cell)]
                else:
                    rest.append(cell)
            block = block._replace(cells=tuple(rest))
        kept.append(block)
    return kept, removed


def _reasons(grid: Grid) -> dict[int, str]:
    """The columns that are the page's own, with the reason for each."""
    header = {cell.column: "".join(line.text.text for line in _lines(cell)) for cell in grid.cells if cell.row == 0}
    if len(header) < _LEAST_COLUMNS or not any(_NAME.search(text) for text in header.values()):
        return {}
    reasons = {
        column: match.lastgroup or ""
        for column, text in header.items()
        if (match := _OF_THE_PAGE.fullmatch(text)) is not None
    }
    for cell in grid.cells if reasons else ():
        if cell.row and not _is_short(cell):
            reasons.pop(cell.column, None)
    return reasons


def _is_short(cell: GridCell) -> bool:
    """Whether a cell holds a button or a date: 职位详情 over the tasks of each job is no column of the page's own."""
    texts = [line.text.text for line in _lines(cell) if line.text.text]
    return len(texts) <= 1 and all(len(text) <= _LONGEST for text in texts)


def _lines(cell: GridCell) -> Iterator[Line]:
    return (line for line in cell.lines if isinstance(line, Line))
