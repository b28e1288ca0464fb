"""Tables: which are tables of data, and the grid of their cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from jdparse.errors import LimitExceeded
from jdparse.loaders.html import menus
from jdparse.loaders.html.elements import Element
from jdparse.loaders.html.items import Cell, Table

MAX_SPAN = 1_000
"""HTML Standard, 4.9.11: the largest `colspan`."""
_MAX_COVERED = 200_000
"""Places that merged cells may cover in the rows below them."""

_LOOK = 600
"""Elements of a table that are looked at to tell its kind."""
_BLOCKS = frozenset("p div h1 h2 h3 h4 h5 h6 ul ol dl section article".split())
_LONG_CELL = 6


@dataclass(slots=True)
class Grid:
    """A table in the making."""

    row: int = -1
    column: int = 0
    widest: int = 1
    """Columns of the widest row."""
    cells: list[Cell] = field(default_factory=lambda: [])
    _reaching: dict[int, tuple[int, int]] = field(default_factory=lambda: {})
    """Cells that reach down: by column, the rows still to come and the columns spanned."""
    _covered: int = 0

    def begin_row(self) -> None:
        self.row += 1
        self.column = 0

    def place(self, attributes: Mapping[str, str]) -> Cell:
        """The next cell of the row, at the next column that no cell from above takes. Raises LimitExceeded."""
        if self.row < 0:
            self.begin_row()
        while (reach := self._reaching.get(self.column)) is not None:
            until, columns = reach
            if until < self.row:
                del self._reaching[self.column]
                break
            self._covered += 1
            self.column += columns
        if self._covered > _MAX_COVERED or self.column > MAX_SPAN:
            raise LimitExceeded("a table has more than {limit} columns or too many merged cells", limit=MAX_SPAN)
        rows, columns = _span(attributes.get("rowspan")), max(1, _span(attributes.get("colspan")))
        cell = Cell(self.row, self.column, rows, columns, [])
        self.cells.append(cell)
        if rows != 1:
            self._reaching[self.column] = (self.row + (rows or MAX_SPAN) - 1, columns)
        self.column += columns
        self.widest = max(self.widest, self.column)
        return cell

    def table(self) -> Table | None:
        """The finished table without rows that are wholly empty; None when nothing is in it."""
        rows = self.row + 1
        for cell in self.cells:
            # `rowspan` 0 is to the end; a span goes no further than the table
            cell.rows = max(1, min(cell.rows or rows, rows - cell.row))
        if not any(cell.items for cell in self.cells):
            return None
        return Table(self.cells, rows)


def _span(text: str | None) -> int:
    digits = (text or "").strip()
    return min(int(digits), MAX_SPAN) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1


def is_layout(table: Element, attributes: Mapping[str, str]) -> bool:
    """Whether a table only arranges the page: one column, other tables inside, or columns of whole blocks without lines.

    Looks at a bounded number of elements.
    """
    if attributes.get("role") in ("presentation", "none"):
        return True
    rows = widest = cells = nested = blocks = 0
    heads = False
    width = 0
    for element in islice(table.iter("table", "tr", "td", "th", menus.TAG, *_BLOCKS), 1, _LOOK):
        tag = element.tag
        if tag == "table":
            nested += 1
        elif nested:
            continue
        elif tag == "tr":
            rows, width = rows + 1, 0
        elif tag in _BLOCKS:
            blocks += 1
        elif tag == menus.TAG:
            blocks += _LONG_CELL
        else:
            cells += 1
            width += 1
            widest = max(widest, width)
            heads = heads or tag == "th"
    ruled = (
        attributes.get("border", "0") not in ("", "0")
        or "border" in attributes.get("style", "")
        or "Mso" in attributes.get("class", "")
    )
    if nested:
        return not (ruled and rows > 1 and widest > 1)
    if widest <= 1 or cells <= 1:
        return True
    if heads or ruled:
        return False
    # the page in two or three columns: a single row with whole blocks in it
    return rows == 1 and blocks >= _LONG_CELL
