"""Characters of symbol fonts, which carry no meaning of their own: `þ` in Wingdings is a ticked box.

The positions are those of the fonts; the Unicode characters are the ones that Unicode 7.0 encoded for them, or, where
few fonts show those, an older character of the same look.
"""

from collections.abc import Mapping
from types import MappingProxyType

from jdparse.patterns import deferred

TICKED = "☑"
UNTICKED = "☐"
BULLET = "•"


def _table(single: Mapping[int, str], runs: Mapping[int, str]) -> Mapping[int, str]:
    """Single positions, and runs of characters from a position on."""
    out = dict(single)
    for first, signs in runs.items():
        out.update(enumerate(signs, first))
    return MappingProxyType(out)


_WINGDINGS = _table(
    {
        0x36: "⌛",
        0x3F: "✍",
        0x41: "✌",
        0x4A: "☺",
        0x4C: "☹",
        0x51: "✈",
        0x52: "☼",
        0x54: "❄",
        0xD5: "⌫",
        0xD8: "➢",
        0xDC: "➲",
    },
    {
        0x21: "✏✂✁",
        0x28: "☎✆✉",
        0x45: "☜☞☝☟",
        0x6C: "●❍■□□❑❒⬧⧫◆❖◆☒⍓⌘❀✿❝❞",
        0x80: "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿",
        0x9E: "·•▪○○○◉◎",
        0xA7: "▪□",
        0xAA: "✦★✶✴✹✵",
        0xB5: "✪✰",
        0xDF: "←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳",
        0xFB: "✗✓☒☑",
    },
)
_WINGDINGS_2 = _table(
    {0x2A: "□", 0xF8: "※", 0xF9: "⁂"},
    {
        0x4F: "✗✓☒☑☒☒",
        0x69: "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿",
        0x95: "·•●●○○○○⊙◉▪▪▪■□□□□□▣",
        0xAE: "◆◇◇◈◆◆◇",
        0xB6: "◊",
    },
)
_WINGDINGS_3 = _table({}, {0x66: "←→↑↓↖↗↙↘", 0x70: "▲▼△▽◄►◁▷", 0x7D: "►", 0x75: "◀▶"})
_WEBDINGS = _table(
    {0x3D: "■", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x73: "?", 0xC8: "☎"},
    {0x33: "◀▶▲▼"},
)
_SYMBOL = _table(
    {code: chr(code) for code in range(0x20, 0x7F)},
    {
        0x41: "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        0x61: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        0xA2: "′≤⁄∞",
        0xA7: "♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",
        0xD0: "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
    },
)
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_PRIVATE = deferred("[\uf020-\uf0ff]")
_BOXES = str.maketrans(dict.fromkeys("□❑❒◻", UNTICKED) | dict.fromkeys("☒⌧", TICKED))


def is_symbol_font(font: str) -> bool:
    """Whether the font's letters are signs."""
    return font.lower() in _FONTS


def symbol(font: str, code: int) -> str:
    """The character at a position of a font; check boxes come as ☑ and ☐.

    Symbol fonts lie at 0x20 to 0xFF or at U+F020 to U+F0FF. A position that no table knows is a bullet, for a symbol
    font shows some sign there; in any other font the code is Unicode.
    """
    return sign(font, code).translate(_BOXES)


def sign(font: str, code: int) -> str:
    """As `symbol`, with boxes left as drawn: □ is a common bullet."""
    table = _FONTS.get(font.lower())
    if 0xF020 <= code <= 0xF0FF:
        return (table or _WINGDINGS).get(code - 0xF000, BULLET)
    if table is not None:
        return table.get(code, BULLET) if code > 0x20 else " "
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def readable(text: str, font: str) -> str:
    """A run's text with the characters of symbol fonts replaced; each stays one character.

    Private-use characters are replaced whatever the font; other characters only where `font` is a symbol font.
    """
    if is_symbol_font(font):
        return "".join(character if character.isspace() else symbol(font, ord(character)) for character in text)
    return _PRIVATE.sub(lambda match: symbol(font, ord(match[0])), text)
