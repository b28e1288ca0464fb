"""The grid of a table: rows of cells that span columns and are merged down."""

from dataclasses import dataclass, field

from jdparse.document import Block, Cell
from jdparse.errors import LimitExceeded
from jdparse.loaders.docx.controls import chosen, control
from jdparse.loaders.docx.markup import MC, Element, W
from jdparse.loaders.docx.properties import CellProperties, RowProperties
from jdparse.loaders.docx.story import Story

MAX_COLUMNS = 1_000
"""Columns of a table; Word itself stops at 63."""

_ROW, _CELL = W + "tr", W + "tc"
_ROW_PROPERTIES = W + "trPr"
_NO_ROWS = frozenset(
    {W + "tblPr", W + "tblGrid", _ROW_PROPERTIES, W + "tblPrEx", W + "sdtPr", W + "customXmlPr", W + "bookmarkStart"}
)
_REMOVED = {W + "del": "deleted", W + "moveFrom": "moved"}
_PLAIN_ROW = RowProperties()
_PLAIN_CELL = CellProperties()


@dataclass(slots=True)
class _Draft:
    """A cell whose extent is not yet known."""

    row: int
    column: int
    columns: int
    rows: int = 1
    blocks: tuple[Block, ...] = ()


@dataclass(slots=True)
class Grid:
    """A table in the making, filled row by row."""

    name: str
    """The file's name, for messages."""
    row: int = -1
    column: int = 0
    drafts: list[_Draft] = field(default_factory=lambda: [])
    _open: dict[int, _Draft] = field(default_factory=lambda: {})
    """Cells of this row or of one above that reach down to this row, by column."""
    _above: dict[int, _Draft] = field(default_factory=lambda: {})

    def begin_row(self, before: int) -> None:
        """A new row, of which the first `before` columns are left out."""
        self.row += 1
        self._above, self._open = self._open, {}
        self.column = before

    def place(self, properties: CellProperties) -> _Draft | None:
        """The next cell of the row; None when it only continues a merged one, whose extent then grows.

        A continuation that has nothing to continue is a cell on its own; so is one that is narrower than the cell above,
        which would lie over the next cell of this row.
        """
        column, span = self.column, properties.span
        self.column += span
        if self.column > MAX_COLUMNS:
            raise LimitExceeded("{name}: a table has more than {limit} columns", name=self.name, limit=MAX_COLUMNS)
        if properties.horizontal == "continue" and self.drafts and self.drafts[-1].row == self.row:
            self.drafts[-1].columns += span
            return None
        upper = self._above.get(column) if properties.vertical == "continue" else None
        if upper is not None and upper.columns <= span:
            upper.rows = self.row - upper.row + 1
            self._open[column] = upper
            return None
        draft = _Draft(self.row, column, span)
        self.drafts.append(draft)
        if properties.vertical is not None:
            self._open[column] = draft
        return draft

    def cells(self) -> tuple[Cell, ...]:
        """The finished cells."""
        return tuple([Cell(draft.row, draft.column, draft.blocks, draft.rows, draft.columns) for draft in self.drafts])


def rows_of(story: Story, table: Element) -> list[tuple[Element, RowProperties]]:
    """The rows of a table that are shown: rows deleted under revision and hidden rows are not."""
    found: list[tuple[Element, RowProperties]] = []
    for row in _members(story, table, _ROW):
        properties = story.properties.rows.get(row, _PLAIN_ROW)
        if properties.deleted or properties.hidden:
            story.out.drop(row, "deleted" if properties.deleted else "hidden")
        else:
            found.append((row, properties))
    return found


def cells_of(story: Story, row: Element) -> list[tuple[Element, CellProperties]]:
    """The cells of a row that are shown, those inside content controls and custom XML among them."""
    found: list[tuple[Element, CellProperties]] = []
    for cell in _members(story, row, _CELL):
        properties = story.properties.cells.get(cell, _PLAIN_CELL)
        if properties.deleted:
            story.out.drop(cell, "deleted")
        else:
            found.append((cell, properties))
    return found


def _members(story: Story, container: Element, wanted: str) -> list[Element]:
    """The rows of a table or cells of a row, through whatever may stand around them."""
    found: list[Element] = []
    for node in container:
        tag = node.tag
        if tag == wanted:
            found.append(node)
        elif tag in _NO_ROWS:
            continue
        elif tag in _REMOVED:
            story.out.drop(node, _REMOVED[tag])
        elif tag == W + "sdt":
            content = control(story.out, node).content
            if content is not None:
                found += _members(story, content, wanted)
        elif tag == MC + "AlternateContent":
            branch = chosen(story.out, node)
            if branch is not None:
                found += _members(story, branch, wanted)
        else:
            found += _members(story, node, wanted)
    return found
