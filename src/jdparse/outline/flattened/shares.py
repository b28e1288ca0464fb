"""A table of duties written one cell a line, of which each begins with its share of the time: `时间分配` `主要职责` `职责描述` over `15 %` …

The cells of a duty's tasks are as many as it has, so that only the shares tell where its rows begin and end.
"""

from collections.abc import Sequence

from jdparse.lines import Grid, GridCell, Line
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

FEWEST = 2
_SHARE = deferred(r"\d{1,3}(?:\.\d)?\s?[%％]")
_OF_TIME = deferred(r"时间|比重|占比|百分比|用时")
_BLANK = deferred(r"略|同上|[/／—-]+")
_MOST = 4
"""Columns of such a table."""
_MOST_CELLS = 400
_OF_TASKS = frozenset({"duties", "duty.name", "duty.tasks", "summary"})
_OF_STANDARDS = frozenset({"duty.standards", "performance_standards", "kpis"})


def table(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> tuple[Grid, int] | None:
    """The table whose header begins at `index`, and where it ends; None when none does."""
    roles, header = _header(blocks, index, vocabulary)
    if not header:
        return None
    rows: list[list[list[Line]]] = []
    at = index + len(header)
    while at < min(len(blocks), index + _MOST_CELLS):
        block = blocks[at]
        if not isinstance(block, Line) or block.marker is not None:
            break
        text = block.text.text
        if _SHARE.fullmatch(text):
            rows.append([[block], *([] for _ in header[1:])])
        elif vocabulary.heading(text) is not None:
            break
        elif _BLANK.fullmatch(text) and "duty.standards" in roles:
            rows[-1][roles.index("duty.standards")].append(block)
        elif "duty.name" in roles and not rows[-1][roles.index("duty.name")]:
            rows[-1][roles.index("duty.name")].append(block)
        else:
            rows[-1][roles.index("duty.tasks")].append(block)
        at += 1
    if len(rows) < FEWEST:
        return None
    cells = [[[line] for line in header], *rows]
    placed = (
        GridCell(number, column, 1, 1, tuple(lines))
        for number, row in enumerate(cells)
        for column, lines in enumerate(row)
    )
    return Grid(header[0].line, tuple(placed), tuple(roles)), at


def _header(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> tuple[list[str | None], list[Line]]:
    """What the columns are and the lines that name them; none where no share stands right below."""
    roles: list[str | None] = []
    header: list[Line] = []
    first = blocks[index]
    if not isinstance(first, Line) or _OF_TIME.search(first.text.text) is None:
        return [], []  # a quick look, at each line of a document
    for block in blocks[index : index + _MOST]:
        field = vocabulary.column(block.text.text) if isinstance(block, Line) and block.marker is None else None
        if not header and field != "duty.time_share":
            return [], []
        role = _role(field, roles)
        if role is None:
            break
        assert isinstance(block, Line)
        roles.append(role)
        header.append(block)
    below = blocks[index + len(header)] if index + len(header) < len(blocks) else None
    if "duty.tasks" not in roles:
        roles = ["duty.tasks" if role == "duty.name" else role for role in roles]
    shared = isinstance(below, Line) and _SHARE.fullmatch(below.text.text) is not None
    return (roles, header) if shared and "duty.tasks" in roles else ([], [])


def _role(field: str | None, before: Sequence[str | None]) -> str | None:
    if field == "duty.time_share":
        return field if not before else None
    if field in _OF_TASKS:
        return next((role for role in ("duty.name", "duty.tasks") if role not in before), None)
    return "duty.standards" if field in _OF_STANDARDS and "duty.standards" not in before else None
