"""What the walk over a page gives: lines, tables, and the regions of the page that hold them."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Line(NamedTuple):
    """A visual line. `text` has no line break and no white space at its ends; `marker` is what a browser counts for it."""

    text: str
    marker: str = ""
    heading: int = 0
    bold: bool = False
    gap: int = 0
    page_break: bool = False
    linked: int = 0
    """Characters of it that are in links."""
    links: int = 0


@dataclass(slots=True)
class Cell:
    """A cell of a table; `rows` and `columns` are what it spans."""

    row: int
    column: int
    rows: int
    columns: int
    items: list["Line | Table"]


@dataclass(slots=True)
class Table:
    """A table of data."""

    cells: list[Cell]
    rows: int


Item = Line | Table


@dataclass(slots=True)
class Region:
    """A block element: the items from `start` to `stop` are in it."""

    tag: str
    names: str
    """Its class, id and role."""
    start: int
    stop: int = -1
    parent: int = -1
    """Index of the region around it, -1 for none."""


@dataclass(slots=True)
class Lines:
    """The visible text of a page."""

    items: list[Item] = field(default_factory=lambda: [])
    regions: list[Region] = field(default_factory=lambda: [])
    """In the order in which they begin."""
