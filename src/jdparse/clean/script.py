"""Folds the traditional script to the simplified one, character by character, so that no offset moves.

The scripts are told apart by the national character sets, for which Python has fast codecs: what GB 2312 cannot encode
is where traditional characters are, and a simplified text is done after that one look (8 µs for 3,000 characters,
against 90 µs for a set of its characters). OpenCC is imported only for a text that is not simplified.

What the record gets is OpenCC's `t2s` (1.4.1 or later: 1.4.0 broke 坏账), with `_amended` for what it leaves undone.
Its regional configurations (`tw2sp`) change lengths and mainland words, and are not used.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from jdparse.patterns import deferred

SIMPLIFIED = "simplified"
TRADITIONAL = "traditional"
MIXED = "mixed"

STRAYS = 2
"""So many characters of the other script do not make a text mixed if it has more of its own: a name, a quotation."""

STRAY_SHARE = 10
"""Nor do those of which there are this many times fewer. (On the 30 development documents the share of the rarer script
is under 2 % everywhere; a document put together from two sources has more of both.)"""

_DATA = Path(__file__).resolve().parent.parent / "data" / "script.txt"

_ALSO_TRADITIONAL = "後於"
"""The traditional-only characters that GB 2312 encodes all the same (see tools/script_sets.py)."""

_REFERENCE = deferred(rb"&#([1-9]\d{4,5});")
"""A character that a codec could not encode, from U+2710 up: the dashes and bullets below need no look."""


class _Sets(NamedTuple):
    simplified_of: dict[int, str]
    """Traditional-only character to its simplified form, for `str.translate`."""
    traditional: frozenset[int]
    simplified: frozenset[int]


def simplify(text: str) -> tuple[str, str]:
    """A whole document's text in simplified characters, of equal length, and the script that it was written in.

    The script is "simplified", "traditional" or "mixed". A simplified text comes back as it is, apart from strays: a
    traditional-only character in it (陳, 後) is replaced alone, and what both scripts use (著 乾 藉 瞭 徵 昇) is not
    touched. A traditional or mixed text goes through OpenCC; simplified characters in it stay.

    In any text, radicals and compatibility ideographs that stand for a character (⻔, ⼯, as PDF files give them)
    become that character first. Applying the function to its own result changes nothing.
    """
    beyond = _outside("gb2312", text)
    if any(map(_is_foldable, set(beyond))):
        text = text.translate(_folds())
        beyond = _outside("gb2312", text)
    also = sum(map(text.count, _ALSO_TRADITIONAL))
    if not beyond and not also:
        return text, SIMPLIFIED
    sets = _sets()
    traditional = also + sum(map(sets.traditional.__contains__, beyond))
    if not traditional:
        return text, SIMPLIFIED
    script = _script(traditional, sum(map(sets.simplified.__contains__, _outside("big5", text))))
    if script != SIMPLIFIED:
        text = _amended(text, _converted(text))
    return _one_by_one(text, sets), script


def _script(traditional: int, simplified: int) -> str:
    """The script of a text with so many characters that only the one and only the other uses."""
    fewer, more = sorted((traditional, simplified))
    if fewer * STRAY_SHARE > more and not fewer <= STRAYS < more:
        return MIXED
    return TRADITIONAL if traditional > simplified else SIMPLIFIED


def _outside(charset: str, text: str) -> list[int]:
    """The code points of the characters (from U+2710) that a character set does not have, one for each occurrence."""
    # a reference that stands in the text itself is not meant; bullets, of which pages are full, no set has
    text = text.replace("&#", "").replace("•", "")
    return list(map(int, _REFERENCE.findall(text.encode(charset, "xmlcharrefreplace"))))


@cache
def _sets() -> _Sets:
    traditional, forms, simplified, _ = _DATA.read_text(encoding="utf-8").split("\n")
    simplified_of = str.maketrans(dict(zip(traditional, forms, strict=True)))
    return _Sets(simplified_of, frozenset(simplified_of), frozenset(map(ord, simplified)))


def _one_by_one(text: str, sets: _Sets) -> str:
    """The text with each traditional-only character replaced: strays, and the few that `t2s` puts into names."""
    for code in {*map(ord, _ALSO_TRADITIONAL), *(sets.traditional.intersection(_outside("gb2312", text)))}:
        text = text.replace(chr(code), sets.simplified_of[code])
    return text


# --- characters that stand for another ---

_RADICALS = (
    "⺁⺊⺐⺒⺓⺜⺝⺟⺠⺧⺩⺫⺬⺶⺻⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱⻳",
    "厂卜尢巳幺日月母民牛王目示羊聿肉虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龜龟",
)
"""CJK Radicals Supplement that stands for a character of its own, and that character (Unicode's
EquivalentUnifiedIdeograph.txt; NFKC knows only ⺟ and ⻳). Side forms such as ⺡ and ⻌ are not here: as text they are
radicals."""


def _is_foldable(code: int) -> bool:
    return 0x2E80 <= code <= 0x2FD5 or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F


@cache
def _folds() -> dict[int, str]:
    """Kangxi radicals, radicals and compatibility ideographs to the characters they stand for, for `str.translate`."""
    from unicodedata import normalize

    folds = str.maketrans(dict(zip(*_RADICALS, strict=True)))
    for first, last in ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)):
        for code in range(first, last + 1):
            form = normalize("NFKC", chr(code))
            if len(form) == 1 and ord(form) != code:
                folds[code] = form
    return folds


# --- traditional to simplified ---


@cache
def _t2s() -> Callable[[str], str]:
    """OpenCC's converter: 13 ms to import, 3 ms to load its dictionaries, 65 µs for 3,000 characters."""
    import opencc

    return cast("Callable[[str], str]", opencc.OpenCC("t2s").convert)  # pyright: ignore[reportUnknownMemberType]


def _converted(text: str) -> str:
    """`t2s` of a text, of equal length.

    No entry of the dictionaries changes the length (tests go through them all). Should a later one do so, then only its
    line loses the phrases.
    """
    convert = _t2s()
    try:
        converted = convert(text)
    except UnicodeEncodeError:  # a lone surrogate, which UTF-8 does not have
        return text.translate(_sets().simplified_of)
    if len(converted) == len(text):
        return converted
    lines = text.splitlines(keepends=True)
    return "".join(
        form if len(form) == len(line) else line.translate(_sets().simplified_of)
        for line, form in zip(lines, map(convert, lines), strict=True)
    )


_LEFT = (
    ("甚么", "什么"),
    ("沈著", "沉着"),
    ("规画", "规划"),
    ("企画", "企划"),
    ("衞", "卫"),
    ("枱", "台"),
    ("銲", "焊"),
    ("籐", "藤"),
    ("堿", "碱"),
    ("傚", "效"),
    ("吿", "告"),
    ("閙", "闹"),
    ("衹", "只"),
    ("隄", "堤"),
    ("繖", "伞"),
)
"""What `t2s` leaves and no simplified text has: words, and characters of Hong Kong and of older print. Found by running
it over some 900 words of personnel, production and office work."""

_ZHE = r"""(?x)
    (?<=[随沿朝跟顺看藉借凭])著            # 隨著作業: what goes before settles it
    | 著(?=作业)
    | (?<![显专名土编原遗译巨昭卓软拙撰])  # 显著 专著 编著 软著
      (?<!(?<![讨争谈议辩])论)             # 论著, not 討論著
      (?<!(?<![配结混融符适])合)           # 合著, not 配合著
      著
      (?![名作述录者称书《]|有[《论专多])  # 著名 著作 著录 著有《…》
      (?:(?<=[\u4e00-\u9fff]著)|(?=[\u4e00-\u9fff]))  # （某某 著） names an author
"""

_BY = deferred(r"(?<![慰狼蕴酝枕蹈])藉(?!藉)")
"""藉 for 借, "by means of": `t2s` knows the common words (藉由 藉此), but not 藉 before any noun."""

_ONLY = deferred(r"(?<![神地])祇(?![园树])")
"""祇 for 只, as Hong Kong prints it; 神祇 and 地祇 are gods."""


def _amended(text: str, converted: str) -> str:
    """A conversion with what `t2s` leaves undone done, and what it overdoes undone; `text` is what was converted."""
    if "坯" in converted and "坏" in text:
        # `t2s` reads 坏 as the traditional 坏 of 土坏 (土坯), and so 万一坏了 as 万一坯了. In a text of today it is 壞.
        converted = "".join("坏" if old == "坏" else new for old, new in zip(text, converted, strict=True))
    for old, new in _LEFT:
        converted = converted.replace(old, new)
    if "著" in converted:
        converted = re.sub(_ZHE, "着", converted)
    if "藉" in converted:
        converted = _BY.sub("借", converted)
    return _ONLY.sub("只", converted) if "祇" in converted else converted
