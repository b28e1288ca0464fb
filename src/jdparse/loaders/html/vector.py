"""Pages drawn as SVG, as converters of PDF and office programs write them: each text has its place by `x`, `y` and `transform`.

They are made layers of positioned text (see `layers`) in the tree before it is read. Attributes are those of SVG 1.1, 10.4 and
10.5; of transformations `translate` and `matrix` are read, which is what the converters write.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from jdparse.loaders.html import elements
from jdparse.loaders.html.elements import Element
from jdparse.patterns import deferred

_FEWEST = 4
"""Texts of a page; a chart or a badge has fewer."""
_NUMBER = deferred(r"-?\d+(?:\.\d+)?")
_MOVE = deferred(r"(translate|matrix)\(([^()]{1,120})\)")
_SIZE = deferred(r"font-size\s*:\s*(\d+(?:\.\d+)?)")
_USUAL_SIZE = 16.0


class _Place(NamedTuple):
    """Where a text begins, in which coordinates."""

    x: float = 0.0
    y: float = 0.0
    zero: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0
    size: float = _USUAL_SIZE


def may_be(page: bytes) -> bool:
    """Whether the bytes of a page (UTF-8) may have such texts."""
    return b"<text" in page or b":text" in page


def write(root: Element) -> None:
    """Makes the drawings that hold texts layers, in place. Linear in the page."""
    for drawing in list(root.iter("svg")):
        pieces = [piece for child in drawing for piece in _pieces(child, _Place())]
        if len(pieces) < _FEWEST:
            continue
        tail = drawing.tail
        drawing.clear()
        drawing.tag, drawing.tail = "div", tail
        for text, place in pieces:
            piece = etree.SubElement(drawing, "div")
            piece.set("style", f"left:{place.x:.2f}px;top:{place.y:.2f}px;font-size:{place.size * place.scale:.2f}px")
            piece.text = text


def _pieces(top: Element, around: _Place) -> Iterator[tuple[str, _Place]]:
    """The texts of an element, each with its place."""
    stack = [(top, around)]
    while stack:
        element, place = stack.pop()
        if not elements.is_element(element):
            continue
        place = _moved(element, place)
        if element.tag in ("text", "tspan"):
            own = [child for child in element if elements.is_element(child) and child.get("x") is not None]
            text = (element.text or "") if own else elements.text(element)
            if text.strip():
                yield text, place
            stack += [(child, place) for child in reversed(own)]
        else:
            stack += [(child, place) for child in reversed(element)]


def _moved(element: Element, around: _Place) -> _Place:
    """Where an element stands that stands in another one."""
    x, y, (left, top), scale, size = around
    for kind, numbers in _MOVE.findall(element.get("transform") or ""):
        found = [float(number) for number in _NUMBER.findall(numbers)]
        if kind == "translate" and found:
            left, top = left + scale * found[0], top + scale * (found[1] if len(found) > 1 else 0.0)
        elif len(found) == len("abcdef"):
            left, top, scale = left + scale * found[4], top + scale * found[5], scale * (abs(found[0]) or 1.0)
    across, down = (_NUMBER.match(element.get(name) or "") for name in ("x", "y"))
    within = element.tag == "tspan"  # stands where the text does that it is in
    x = left + scale * float(across[0]) if across else x if within else left
    y = top + scale * float(down[0]) if down else y if within else top
    styled = _SIZE.search(element.get("style") or "") or _NUMBER.match(element.get("font-size") or "")
    if styled is not None:
        size = float(styled[styled.lastindex or 0])
    return _Place(x, y, (left, top), scale, size)
