"""Pages of PDF as pdf2htmlEX writes them: each line has its place by classes, which its style sheet tells.

`<div class="t m0 x3 h2 y5 ff1 fs0">` begins where `.x3{left:…px}` and `.y5{bottom:…px}` say; `<span class="_ _7">` moves what
follows by `._7{width:…px}`. They are written as declarations of the elements, as other viewers have them (see `layers`). Class
names and units are those of pdf2htmlEX 0.18 (its `share/base.css` and `HTMLRenderer`).
"""

from collections.abc import Mapping, Sequence

from jdparse.loaders.html.elements import Element
from jdparse.patterns import deferred

_SIGN = deferred(rb"""class=["']?t m[0-9a-f]+ x[0-9a-f]+ """)
_RULE = deferred(
    rb"\.(?P<name>(?:x|y|fs|_|m)[0-9a-f]+)\{(?:left|bottom|font-size|width|transform):(?:matrix\()?(?P<number>-?\d+(?:\.\d+)?)(?:px|,)"
)
_SCALE = 0.25
"""Of sizes to places: text is set four times as large, and made smaller."""
_GAP, _WIDE_GAP = 0.25, 1.5
"""How far what follows must be moved to be set apart by a blank and by those of a column, in units of the font's size."""


def may_be(page: bytes) -> bool:
    """Whether a page has lines that such classes place."""
    return _SIGN.search(page) is not None


def write(root: Element, sheets: Sequence[bytes]) -> None:
    """Gives each line its place and the gaps within it their blanks, in place. Linear in the page."""
    numbers = {match["name"].decode(): float(match["number"]) for sheet in sheets for match in _RULE.finditer(sheet)}
    if not numbers:
        return
    for line in list(root.iter("div")):
        names = (line.get("class") or "").split()
        if names[:1] == ["t"]:
            _place(line, names, numbers)
        elif names[:1] == ["pc"]:
            line.set("style", "display:block")  # a script opens a page when its reader comes to it


def _place(line: Element, names: Sequence[str], numbers: Mapping[str, float]) -> None:
    left, bottom = _at(names, numbers)
    box = line.getparent()
    if box is not None and (around := (box.get("class") or "").split())[:1] == ["c"]:
        moved = _at(around, numbers)  # what is cut at the edges of a cell stands in a box of its own
        left, bottom = left + moved[0], bottom + moved[1]
        if (outer := box.getparent()) is not None:
            outer.insert(outer.index(box), line)
    scale = next((numbers[name] for name in names if name[:1] == "m" and name in numbers), _SCALE)
    size = next((numbers[name] for name in names if name.startswith("fs") and name in numbers), 0.0)
    line.set("style", f"left:{left:.2f}px;bottom:{bottom:.2f}px" + (f";font-size:{size * scale:.2f}px" if size else ""))
    for span in line.iter("span"):
        own = (span.get("class") or "").split()
        if own[:1] != ["_"] or len(span) or (span.text or "").strip() or not size:
            continue
        width = next((numbers[name] for name in own[1:] if name in numbers), 0.0)
        span.text = "" if width < _GAP * size else " " if width < _WIDE_GAP * size else "    "


def _at(names: Sequence[str], numbers: Mapping[str, float]) -> tuple[float, float]:
    left, bottom = (next((numbers[n] for n in names if n[:1] == kind and n in numbers), 0.0) for kind in "xy")
    return left, bottom
