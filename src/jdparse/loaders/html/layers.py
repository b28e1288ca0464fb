"""Layers of positioned text: document viewers place each piece of a line on a page image, in any order.

The pieces are put into lines by their distance from the top and into their order by that from the left. Between two pieces
stands nothing, a blank or a tabulator's worth of blanks, by the room between them. Where a piece begins a column of the page,
the room is that of a column however far the piece before it reaches.
"""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import islice, pairwise
from typing import NamedTuple

from jdparse.loaders.html import bands, elements
from jdparse.loaders.html.bands import Band, Chunk
from jdparse.loaders.html.elements import Element, is_element
from jdparse.patterns import deferred

LEAST = 4
"""Positioned pieces from which on they are a layer; menus and badges have fewer."""

_STYLE = deferred(
    r"(?:^|;)\s*(left|top|bottom|width|font-size|font-weight)\s*:\s*"
    r"(?:calc\(\s*(?:var\([^()]{1,40}\)\s*\*\s*)?)?(-?\d+(?:\.\d+)?%?|bold)",
    re.IGNORECASE,
)
_PAGE = {"left": 595.0, "width": 595.0, "top": 842.0, "bottom": 842.0}
"""Points of an A4 page (ISO 216), of which some viewers (PDF.js) give parts in per cent beside sizes in points."""
_NARROW = 0.5
"""Width of an ASCII character in units of the font's size; a Chinese one has 1."""
_SIZE = 16.0
_FAR = 2
"""Room in units of the font's size beyond which two pieces are in different columns."""
_NEAR = 0.3
"""Room within which two pieces are of one text."""
_FEWEST_APART = 3
_WIDE_GAP = "    "


class Row(NamedTuple):
    """A line of a layer."""

    text: str
    bold: bool


class _Piece(NamedTuple):
    text: str
    left: float
    top: float
    size: float
    bold: bool

    @property
    def right(self) -> float:
        return self.left + self.size * sum(_NARROW if c < "\u2000" else 1.0 for c in self.text)


def is_placed(declarations: Mapping[str, str]) -> bool:
    """Whether declarations put an element in a place."""
    return "left" in declarations and ("top" in declarations or "bottom" in declarations)


def is_piece(element: Element | None) -> bool:
    """Whether an element is positioned by its style attribute."""
    if element is None:
        return False
    names = {match[1].lower() for match in _STYLE.finditer(element.get("style") or "")}
    return "left" in names and ("top" in names or "bottom" in names)


def is_layer(parent: Element) -> bool:
    """Whether most children of an element are positioned pieces of text."""
    children = list(islice(parent, 24))
    pieces = sum(is_piece(child) for child in children)
    if pieces < LEAST or pieces * 3 < len(children) * 2:
        return False
    return 2 * sum(map(_is_box, children)) < pieces


def _is_box(element: Element) -> bool:
    """Whether an element holds blocks of its own, as those do that a site builder lets an author drag to their places."""
    return any(child.tag in _BLOCKS for child in islice(element, _FIRST))


_BLOCKS = frozenset(("p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "section", "dl"))
_FIRST = 4


def reorder(parent: Element) -> bool:
    """Puts the boxes in an element into the order in which they stand below each other; whether they were in another.

    Boxes beside each other stay: which column is read first nothing says.
    """
    boxes = [(child, _box(child)) for child in parent if is_element(child) and is_piece(child)]
    ordered = sorted(boxes, key=lambda pair: pair[1].top)
    if len(boxes) < _FEWEST_BOXES or ordered == boxes or not _is_column([box for _, box in boxes]):
        return False
    places = [parent.index(child) for child, _ in boxes]
    for child, _ in boxes:
        parent.remove(child)
    for place, (child, _) in zip(places, ordered, strict=True):
        parent.insert(place, child)
    return True


_FEWEST_BOXES = 3


class _Box(NamedTuple):
    left: float
    top: float
    width: float


def _box(element: Element) -> _Box:
    found = {match[1].lower(): match[2] for match in _STYLE.finditer(element.get("style") or "")}
    return _Box(_length(found, "left"), _top(found), _length(found, "width"))


def _is_column(boxes: list[_Box]) -> bool:
    """Whether each box overlaps each other from left to right."""
    return max(box.left for box in boxes) < min(box.left + max(box.width, 1.0) for box in boxes)


def lines(parent: Element) -> list[Row | Band]:
    """The lines of a layer from top to bottom, and the rows of tables whose cells go over several lines. n log n in its pieces."""
    pieces = [piece for child in parent if (piece := _piece(child)) is not None]
    pieces.sort(key=lambda piece: (piece.top, piece.left))
    rows: list[list[_Piece]] = []
    for piece in pieces:
        if rows and abs(piece.top - rows[-1][0].top) < 0.5 * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    rows = [sorted(row, key=lambda piece: piece.left) for row in rows]
    columns = _columns(rows)
    found = bands.find([_chunks(row, columns) for row in rows])
    out: list[Row | Band] = []
    for row in rows:
        band = found.get(row[0].top)
        if band is None:
            out.append(_row(row, columns))
        elif not out or out[-1] is not band:
            out.append(band)
    return out


def _piece(element: Element) -> _Piece | None:
    if not is_element(element) or not is_piece(element):
        return None
    text = elements.text(element).replace("\n", " ").replace("\t", " ")
    if not text.strip():
        return None
    found = {match[1].lower(): match[2] for match in _STYLE.finditer(element.get("style") or "")}
    weight = found.get("font-weight", "")
    return _Piece(
        text.strip(" \r\xa0"),  # 　岗位编号： begins with the blank between two pairs
        _length(found, "left"),
        _top(found),
        _length(found, "font-size", _SIZE) or _SIZE,
        weight.lower() == "bold" or weight >= "600",
    )


def _top(found: Mapping[str, str]) -> float:
    """How far from the top; pages of PDF count from the bottom upwards."""
    return _length(found, "top") if "top" in found else -_length(found, "bottom")


def _length(found: Mapping[str, str], name: str, default: float = 0.0) -> float:
    text = found.get(name, "")
    try:
        number = float(text.removesuffix("%"))
    except ValueError:
        return default
    return number * _PAGE.get(name, 100.0) / 100 if text.endswith("%") else number


def _room(before: _Piece, piece: _Piece) -> float:
    """The room between two pieces of a line, in units of the font's size."""
    return (piece.left - before.right) / max(before.size, 1.0)


def _columns(rows: list[list[_Piece]]) -> set[float]:
    """Where columns begin: the places of pieces that stand far from the one before them in more than one line, or apart in several."""
    far: Counter[float] = Counter()
    apart: Counter[float] = Counter()
    for row in rows:
        for before, piece in pairwise(row):
            room = _room(before, piece)
            far[piece.left] += room > _FAR
            apart[piece.left] += room > _NEAR
    return {place for place, count in apart.items() if far[place] > 1 or count >= _FEWEST_APART}


def _row(pieces: list[_Piece], columns: set[float]) -> Row:
    text = _WIDE_GAP.join(chunk.text for chunk in _chunks(pieces, columns))
    return Row(text.strip(), all(piece.bold for piece in pieces))


def _chunks(pieces: list[_Piece], columns: set[float]) -> list[Chunk]:
    """The texts of a line that stand far from each other, or in columns."""
    runs: list[list[_Piece]] = [[pieces[0]]]
    for before, piece in pairwise(pieces):
        if _room(before, piece) > _FAR or piece.left in columns:
            runs.append([piece])
        else:
            runs[-1].append(piece)
    return [
        Chunk(_joined(run), run[0].left, run[-1].right, pieces[0].top, max(piece.size for piece in run)) for run in runs
    ]


def _joined(pieces: list[_Piece]) -> str:
    parts = [pieces[0].text]
    for before, piece in pairwise(pieces):
        if _room(before, piece) > 0.2 and not (before.text[-1] > "\u2000" and piece.text[0] > "\u2000"):
            parts.append(" ")
        parts.append(piece.text)
    return "".join(parts)
