"""The numbers that a browser counts for list items and that stand nowhere in the page's text.

HTML: `ol` with `type`, `start`, `reversed`, `li` with `value` (HTML Standard, 4.4.5). CSS: `list-style-type`, and `content`
before an item made of strings and `counter(name, style)` (CSS Lists 3), where the counter is one of the item's own list.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jdparse.loaders.html.styles import Declarations
from jdparse.patterns import deferred

BULLET = "•"
BULLETS = "•◦▪"
"""What browsers put before the items of a list, of one in it, and of all deeper ones (HTML Standard, 15.3.8)."""
LONGEST_ALONE = 4
"""Characters of a marker that stands in an element of its own."""
_ALONE = deferred(
    r"(?P<bullet>[•●◦▪■◆·○⦁‣])|(?P<toggle>[▾▸▼▶►▹])|[(（]?\d{1,2}[.、)）．]|[①-⑳]|[一二三四五六七八九十]{1,2}、|[(（][一二三四五六七八九十]{1,2}[)）]"
)

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}

# CSS counter styles by the names that Word has for the same numbers, with what stands behind them as a marker.
_STYLES = {
    "decimal": ("decimal", "."),
    "decimal-leading-zero": ("decimalZero", "."),
    "lower-alpha": ("lowerLetter", "."),
    "lower-latin": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "upper-latin": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "cjk-ideographic": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("taiwaneseCountingThousand", "、"),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-formal": ("ideographLegalTraditional", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
_DISCS = ("disc", "circle", "square")
_BULLETS = dict(zip(_DISCS, BULLETS, strict=True))
_CONTENT = deferred(r"\"([^\"]*)\"|'([^']*)'|counters?\(\s*([\w-]+)\s*(?:,\s*\"[^\"]*\"\s*)?(?:,\s*([\w-]+)\s*)?\)")
_STYLE_WORD = deferred(r"[\w-]+")
_INTEGER = deferred(r"\s*(-?\d{1,6})")


def alone(text: str) -> str | None:
    """The marker of the next line that a line is, as editors of shared documents set them beside their items; None for another line.

    The sign that folds a section is no marker of it: "".
    """
    found = _ALONE.fullmatch(text)
    if found is None:
        return None
    return BULLET if found["bullet"] else "" if found["toggle"] else text


@dataclass(slots=True)
class List:
    """A list that is open."""

    style: str
    """A counter style, `disc` or `none`."""
    next: int = 1
    step: int = 1


def begin(tag: str, attributes: Mapping[str, str], declarations: Declarations, items: int, depth: int) -> List:
    """The list that an `ol` or `ul` opens in `depth` others; `items` is the number of its items, for `reversed`."""
    style = _style(declarations) or (
        _TYPES.get(attributes.get("type", ""), "decimal") if tag == "ol" else _DISCS[min(depth, len(_DISCS) - 1)]
    )
    step = -1 if "reversed" in attributes else 1
    first = _integer(attributes.get("start"))
    if first is None:
        first = items if step < 0 else 1
    return List(style, first, step)


def marker(of: List, attributes: Mapping[str, str], declarations: Declarations, content: str | None) -> str:
    """The marker of the next item; "" for none. `content` is what a style sheet puts before the item."""
    if of.style in _BULLETS and not declarations and not content:
        return _BULLETS[of.style]
    value = _integer(attributes.get("value"))
    number = of.next if value is None else value
    of.next = number + of.step
    if content:
        generated = _generated(content, number)
        if generated:
            return generated
    style = _style(declarations) or of.style
    if style in _BULLETS:
        return _BULLETS[of.style if of.style in _BULLETS else style]
    if style in _STYLES:
        name, suffix = _STYLES[style]
        return _written(number, name) + suffix
    return "" if style == "none" else f"{number}."


def _style(declarations: Declarations) -> str | None:
    said = declarations.get("list-style-type") or declarations.get("list-style")
    words = _STYLE_WORD.findall(said) if said else ()
    return next((word for word in words if word in _STYLES or word in _BULLETS or word == "none"), None)


def _generated(content: str, number: int) -> str:
    """`"(" counter(b) ") "` → `(3)`. Text without a counter is decoration and gives nothing."""
    parts: list[str] = []
    counted = False
    for match in _CONTENT.finditer(content):
        if match[3]:
            name, _ = _STYLES.get(match[4] or "decimal", ("decimal", ""))
            parts.append(_written(number, name))
            counted = True
        else:
            parts.append(match[1] or match[2] or "")
    return "".join(parts).strip() if counted else ""


def _written(number: int, name: str) -> str:
    if name == "decimal":
        return str(number)
    from jdparse.loaders.docx.formats import format_number  # the formats of Word are the same, and many

    return format_number(number, name)


def _integer(text: str | None) -> int | None:
    match = _INTEGER.match(text) if text else None
    return int(match[1]) if match else None
