"""Tables that a page draws with other elements: rows of cells by their ARIA roles, by `display`, or by widths that add up.

Viewers of documents and frameworks for applications write them. They are made real tables in the tree before it is read.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain, groupby
from typing import NamedTuple, cast

from lxml import etree

from jdparse.loaders.html import elements, styles
from jdparse.loaders.html.elements import Element, is_element
from jdparse.patterns import deferred

_SIGNS = (b'role="row"', b"role=row", b"role='row'", b"table-row")
_WIDTH_SIGN = b"width:"
_FEWEST_WIDTHS = 8
_ROLES = frozenset("cell gridcell columnheader rowheader".split())
_WIDTH = deferred(r"(?:^|[;\s])width\s*:\s*(\d{1,4}(?:\.\d{1,6})?)\s*(px|%|pt|r?em|mm|cm|vw)", re.IGNORECASE)
_OTHER = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "form", "input", "img", "button", "ul")
"""What no cell of a drawn form holds, but a column of a page does."""
_FEWEST_ROWS = 3
"""Rows from which on widths that add up alike are those of a table."""
_LONGEST_CELL = 800
_MOST_CELLS = 40
_MOST_ROWS = 4_000
_TOLERANCE = 0.015
"""By how much the widths of rows differ, as their authors round them."""


class _Row(NamedTuple):
    """A row that is drawn."""

    element: Element
    cells: Sequence[Element]
    edges: tuple[float, ...]
    """Where its cells end, as parts of its width; () where no width says so."""
    width: tuple[str, int]
    """How wide it is, in which unit."""


def may_be(page: bytes, sheet: styles.Sheet) -> bool:
    """Whether a page, in UTF-8 and without its style sheets, may have such a table. Linear."""
    return page.count(_WIDTH_SIGN) >= _FEWEST_WIDTHS or any(sign in page for sign in _SIGNS) or _styles_rows(sheet)


def _styles_rows(sheet: styles.Sheet) -> bool:
    return sheet.says("display", "table-row")


def write(root: Element, sheet: styles.Sheet) -> None:
    """Makes the drawn tables of a page tables, in place. Linear in the page."""
    tables = _tables(root, sheet)
    edges: dict[tuple[str, int], set[float]] = {}
    for row in chain(*tables):  # those of one width have the same columns, as pages of a document cut its tables
        edges.setdefault(row.width, set()).update(round(edge, 2) for edge in row.edges[:-1])
    for rows in tables:
        columns = sorted(edges[rows[0].width])
        for row in rows:
            _be_row(row, columns)
        _wrap(rows)


def _tables(root: Element, sheet: styles.Sheet) -> list[list[_Row]]:
    found: list[list[_Row]] = []
    parents: dict[Element, None] = {}
    rows: dict[Element, _Row] = {}
    for element in cast("list[Element]", _candidates(styled=_styles_rows(sheet))(root))[:_MOST_ROWS]:
        if (row := _row(element, sheet)) is not None:
            rows[element] = row
            if (parent := element.getparent()) is not None:
                parents[parent] = None
    for parent in parents:
        own = [rows.get(child) for child in parent if is_element(child)]
        runs = [list(run) for drawn, run in groupby(own, lambda row: row and row.width) if drawn]
        for run in runs:
            table = [row for row in run if row is not None]
            if sum(len(row.cells) > 1 for row in table) > 1 and (
                not table[0].edges or sum(len(each) for each in runs) >= _FEWEST_ROWS
            ):
                found.append(table)
    return found


@cache
def _candidates(*, styled: bool) -> etree.XPath:
    """The elements of a page that may be such rows; `styled`: those with a class as well."""
    return etree.XPath(
        "//*[not(self::tr or self::table or self::tbody)][*]"
        "[@role='row' or contains(*[1]/@style, 'width') or contains(@style, 'table-row')"
        f"{' or @class' if styled else ''}]"
    )


def _row(element: Element, sheet: styles.Sheet) -> _Row | None:
    """What an element is as a row: its children are cells, and nothing else stands in it."""
    if element.tag in ("tr", "table", "tbody") or len(element) > _MOST_CELLS or (element.text or "").strip():
        return None
    first = element[0]
    if not is_element(first):
        return None
    of_role = element.get("role") == "row"
    if not of_role and "width" not in first.get("style", "").lower() and _display(element, sheet) != "table-row":
        return None
    cells = list(element)
    if not all(is_element(cell) and not (cell.tail or "").strip() for cell in cells):
        return None
    if of_role:
        return _Row(element, cells, (), ("", 0)) if all(cell.get("role") in _ROLES for cell in cells) else None
    if _display(element, sheet) == "table-row":
        return _Row(element, cells, (), ("", 0))
    widths = [_WIDTH.search(cell.get("style", "")) for cell in cells]
    units = {width[2].lower() if width else "" for width in widths}
    if len(units) > 1 or "" in units or not all(map(_is_cell, cells)):
        return None
    sizes = [float(width[1]) for width in widths if width]
    total = sum(sizes)
    if not total:
        return None
    edges = tuple(sum(sizes[: i + 1]) / total for i in range(len(sizes)))
    return _Row(element, cells, edges, (units.pop(), round(total)))


def _display(element: Element, sheet: styles.Sheet) -> str | None:
    attributes = elements.attributes(element)
    style = attributes.get("style", "")
    said = styles.declared(style) if "display" in style else sheet.of(element, attributes)
    return said.get("display")


def _is_cell(element: Element) -> bool:
    return next(element.iter(*_OTHER), None) is None and len(elements.text(element)) <= _LONGEST_CELL


def _be_row(row: _Row, edges: Sequence[float]) -> None:
    """Makes an element a row, each cell of it over as many columns as its width covers."""
    row.element.tag = "tr"
    begin = 0
    for cell, end in zip(row.cells, row.edges or [0.0] * len(row.cells), strict=True):
        if row.edges:
            stop = len(edges) + 1 if cell is row.cells[-1] else _column(edges, end)
            span = max(1, stop - begin)
            begin = stop
        else:
            span = int(digits) if (digits := cell.get("aria-colspan", "1")).isascii() and digits.isdigit() else 1
        cell.tag = "td"
        if span > 1:
            cell.set("colspan", str(span))


def _column(edges: Sequence[float], end: float) -> int:
    """How many columns end at an edge or before it."""
    return sum(edge <= end + _TOLERANCE for edge in edges)


def _wrap(rows: Sequence[_Row]) -> None:
    """Puts rows into a table of their own, where they stand."""
    first = rows[0].element
    parent = first.getparent()
    if parent is None:
        return
    table = etree.Element("table", {"border": "1"})
    parent.insert(parent.index(first), table)
    for row in rows:
        table.append(row.element)
