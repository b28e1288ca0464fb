"""Enumerators of Chinese documents: 一、 （一） 1． (1) ① Ⅰ. 第一条 职责一 1.1.1 • and their mixtures of width.

`read` looks at one place of a text and says which enumerators can stand there. What an enumerator means (its level, whether a
bare `四 工作绩效标准` counts) is decided by its neighbours: see `outline.sequence`.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from jdparse.patterns import deferred

CHINESE_DIGITS = {
    **{c: i for i, c in enumerate("〇一二三四五六七八九")},
    **{c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "两": 2,
    "参": 3,  # the formal 參, simplified
}
CHINESE_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100}


class Enumerator(NamedTuple):
    """A marker that begins a list item or heading.

    `family` names its shape without its number; two markers of one list share it. `base` is the family without the
    separator, so that `1.` and `1、` have one base. `end` is where the text after it begins.
    """

    family: str
    base: str
    ordinal: int
    end: int
    weak: bool = False
    """Whether it counts only where it continues a sequence: `四 标准`, `1 负责`."""
    path: tuple[int, ...] = ()
    """The numbers before the last of a decimal number: (2, 3) for 2.3.1."""


def chinese_number(text: str) -> int | None:
    """The value of a Chinese numeral below 1,000, or None. Digits in a row are read by place: 二一 is 21."""
    if not any(c in CHINESE_UNITS for c in text):
        value = 0
        for c in text:
            if c not in CHINESE_DIGITS:
                return None
            value = value * 10 + CHINESE_DIGITS[c]
        return value
    total = digit = 0
    for c in text:
        if c in CHINESE_UNITS:
            total += (digit or 1) * CHINESE_UNITS[c]
            digit = 0
        elif c in CHINESE_DIGITS:
            digit = CHINESE_DIGITS[c]
        else:
            return None
    return total + digit


_ROMAN = {r: i for i, r in enumerate("I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(), 1)}

_CN = "[〇零一二三四五六七八九十百两壹贰叁参肆伍陆柒捌玖拾佰]"
_WORDS = "领域|板块|维度|产出|模板|范本|职责|工作任务|任务|招聘岗位|招聘职位|岗位|职位|职缺|工种|篇|权限|职权|权力|标准|条件|要求|责任|模块|指标|范例|示例|样例|实例|范文|样本|案例|目标|工作职责|关键职责|主要职责|核心职责|重点工作|职能|[Pp]osition|POSITION|[Rr]ole|[Oo]pening"
# Bullets seen at the head of list items; * and - and + only before a blank or a letter that is no further mark.
_BULLETS = "▫◽•◦◆●■★※▪➢✓✔✦◇○□▲△☆►▶▷▸◎⚫⬛❖✧➤→»‣∙·・♦♣◾▸▹➔✅☛☞✱❀❤√◻⭐🔸🔹🔶🔷"

_STEMS = "甲乙丙丁戊己庚辛壬癸"
"""The heavenly stems, with which older forms and those of Hong Kong and Taiwan count: 甲、登记护士. 甲、乙双方 are two parties."""

# One expression a kind, compiled when a text first needs it: all of them in one take 10 ms to compile.
_B = r"[ \t\u3000]*+"
_FORMS = {
    "part": rf"[【\[(（]?第[ ]?(?P<part>{_CN}{{1,4}}|[0-9]{{1,3}})[ ]?(?P<partword>部分|章|节|条|篇|款|项|类|则)[】\])）]?(?P<partend>{_B}[、.．:：,，]?{_B})",
    "di": rf"第(?P<di>{_CN}{{1,3}})[、，,]{_B}",
    "word": rf"[【\[(（]?(?P<word>{_WORDS})[ \u3000]?(?:(?P<wordnum>{_CN}{{1,3}}|[0-9]{{1,2}}|[\u2460-\u2473])(?P<wordkey>\ufe0f?\u20e3)?|(?:(?<=[岗职]位)|(?<=[岗职]位[ \u3000]))(?P<wordlet>[A-H]))(?:{_B}(?:[)）】\]]?[:：、.．|｜│丨]|[)）】\]]|$)|(?=[ \t\u3000])|(?<=\u20e3)){_B}",
    "bracket": rf"[(（〔【\[][ ]?(?:(?P<pcn>{_CN}{{1,4}})|(?P<pnum>[0-9０-９]{{1,3}})|(?P<plet>[a-zA-Zａ-ｚＡ-Ｚ])|(?P<prom>[ivxIVX]{{1,4}}))[ ]?[)）〕】\]]{_B}[、.．:：]?{_B}",
    "cn": rf"(?P<cn>{_CN}{{1,4}})(?:(?P<cnsep>[、.．)）]|[,，:：](?={_B}[^ \t\u3000]))|(?P<cnweak>[ \t\u3000]++)){_B}",
    "stem": rf"[（(]?(?P<stem>[{_STEMS}])[)）]?[、.．](?![{_STEMS}方]){_B}",
    "shi": rf"(?P<shi>{_CN}{{1,2}})是(?=[^\W\d_])",
    "dec": rf"(?P<dec>[0-9０-９]{{1,3}}(?:[.．][0-9０-９]{{1,3}}){{1,4}})(?P<decend>[、.．:：)）]?{_B})",
    "dash": r"(?P<dash>[0-9０-９]{1,2}[—–-][0-9０-９]{1,2})[ \t\u3000]?(?=[^\W\d_a-zA-Z])(?![年月日号天周个小时分秒米公里吨斤升度万千百元块倍名人位次件条份台版岁点层楼级])",
    "num": rf"(?P<num>[0-9０-９]{{1,3}})(?:(?P<numsep>[)）]?[、.．][)）]?|[)）]|﹑|､)|(?P<numweak>[,，:：](?![0-9]){_B}|[ \t\u3000]++)){_B}",
    "keycap": rf"(?P<keycap>[0-9])\ufe0f?\u20e3{_B}[、.．:：]?{_B}",
    "circle": rf"(?P<circle>[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289\u3251-\u325f\u32b1-\u32bf]){_B}[、.．:：]?{_B}",
    "roman": rf"(?P<roman>[\u2160-\u216b\u2170-\u217b]){_B}[、.．:：)）]?{_B}",
    "rom": rf"(?P<rom>[IVX]{{1,4}}|[ivx]{{2,4}}(?![.][a-zA-Z0-9]))[、.．)）]{_B}",
    "let": rf"(?P<let>[a-zA-Zａ-ｚＡ-Ｚ])(?:[、．)）]|[.](?![a-zA-Z0-9])|(?<=[A-ZＡ-Ｚ])(?P<letweak>[ \t\u3000]++)(?=[^\W\d_a-zA-Z])){_B}",
    "bullet": rf"(?P<bullet>[{_BULLETS}]|[*+–](?=[ \t\u3000]|[^\W\d])|-(?=[ \t\u3000]|[^\W\d_])|—(?=[ \t\u3000]|[^\W\d_])|[＊－]){_B}(?:\ufe0f{_B})?",
}


@cache
def _form(kind: str) -> re.Pattern[str]:
    return re.compile(_FORMS[kind])


_BLANKS = " \t\u3000\u00a0"
_NUMBERS = ("keycap", "dec", "num", "dash")
# Behind one digit these make a number for certain.
_BEHIND_DIGIT = frozenset("、)）")

# Which kinds a first character can begin, in the order in which they are tried: a cheap look that spares most lines all expressions.
_BEGINS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_BULLETS + "*+–-—＊－", ("bullet",)),
    **dict.fromkeys((word[0] for word in _WORDS.split("|")), ("word",)),
    **dict.fromkeys("(（〔【[", ("word", "part", "bracket")),
    **dict.fromkeys((*CHINESE_DIGITS, *CHINESE_UNITS), ("cn", "shi")),
    **dict.fromkeys("0123456789０１２３４５６７８９", _NUMBERS),
    **dict.fromkeys("IVXivx", ("rom", "let")),
    "第": ("part", "di"),
    **dict.fromkeys(_STEMS, ("stem",)),
}
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")

# A unit after a number with a point makes it a quantity: 1.5年, 3.5万元, 2.0版.
# What else follows makes it a word: 3.1分镜绘制, 2.1年度计划.
_QUANTITY = deferred(
    r"[年月日天周个小时分秒米公里吨斤克升度万亿千百元块倍名人家次条份台版]{1,2}(?![^\W\d_a-zA-Z以及内外左上下中起至到之的钟多余半工高长宽厚或本后前或者为时])"
    r"|[℃%‰％+\-~～—–至到以]|[a-zA-Z]{1,3}(?![a-zA-Z])"
)

# What is counted in whole numbers, so that the first is that of an item: 1.50岁以下, 2.3—5人.
_WHOLE = deferred(r"(?:[-~～—–至到]{1,2}\d{1,3})?(?:周?岁|[人名位])")


def read(text: str, start: int = 0) -> Enumerator | None:
    """The enumerator at `start` (blanks before it are passed over, and pictures before one that leaves no doubt), or None."""
    first = text[start : start + 1]
    kinds = _BEGINS.get(first)
    if kinds is None:
        if not first or "\u3400" <= first <= "\ufe00":
            return None  # an ordinary Han character, with which most lines begin
        if first in _BLANKS:
            return read(text, len(text) - len(text[start:].lstrip(_BLANKS)))
        if first >= "\u2580" and (drawn := PICTURES.match(text, start)) is not None:
            behind = read(text, drawn.end())
            return None if behind is None or behind.weak or behind.ordinal == 0 else behind
        if not _is_rare(first):
            return None
        kinds = _RARE
    if kinds is _NUMBERS and text[start + 1 : start + 2] in _BEHIND_DIGIT:
        kinds = _NUMBERS[2:3]
    for kind in kinds:
        found = _form(kind).match(text, start)
        if found is not None:
            return _READERS[kind](found)
    return None


_RARE = ("circle", "roman", "let")
# Emoji and drawn blocks that decorate a heading: ☕ 岗位一：咖啡师, ▌一、岗位职责
PICTURES = deferred(
    "[\u231a\u231b\u23e9-\u23f3\u2580-\u259f\u2600-\u2775\u2794-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]++[ \t\u3000]*+"
)


def _is_rare(c: str) -> bool:
    return "a" <= c <= "z" or "A" <= c <= "Z" or "\u2160" <= c <= "\u32bf" or "ａ" <= c <= "ｚ" or "Ａ" <= c <= "Ｚ"


def _part(m: re.Match[str]) -> Enumerator | None:
    ordinal = _value(m["part"])
    # 第一部分 is a heading; 第三条 in a sentence (第三条生产线) has no blank after it, so it counts weakly.
    weak = m["partend"] == "" and m["partword"] not in ("部分", "章", "节", "篇")
    return None if ordinal is None else Enumerator("第" + m["partword"], "第" + m["partword"], ordinal, m.end(), weak)


def _stem(m: re.Match[str]) -> Enumerator:
    return Enumerator("甲、", "甲", _STEMS.index(m["stem"]) + 1, m.end())


def _di(m: re.Match[str]) -> Enumerator | None:
    ordinal = chinese_number(m["di"])
    return None if ordinal is None else Enumerator("第、", "第、", ordinal, m.end())


def _word(m: re.Match[str]) -> Enumerator | None:
    ordinal = ord(m["wordlet"]) - 64 if m["wordlet"] else _value(m["wordnum"])
    family = m["word"].capitalize() + "N"  # POSITION 2 goes on with Position 1
    return None if ordinal is None else Enumerator(family, family, ordinal, m.end())


def _bracketed(m: re.Match[str]) -> Enumerator | None:
    if text := m["pcn"]:
        ordinal = chinese_number(text)
        return None if ordinal is None else Enumerator("（一）", "（一）", ordinal, m.end())
    if text := m["pnum"]:
        ordinal = int(text.translate(_DIGITS))
        # （2023）is a year or a count, not a list of hundreds: three digits do not enumerate in brackets
        return None if ordinal > 99 else Enumerator("(1)", "(1)", ordinal, m.end())
    if (text := m["prom"]) and (ordinal := _ROMAN.get(text.upper(), 0)):
        return Enumerator("(i)", "(i)", ordinal, m.end())
    letter = unicodedata.normalize("NFKC", m["plet"] or "?")
    return Enumerator("(a)", "(a)", ord(letter.lower()) - 96, m.end(), letter.lower() != "a")


def _chinese(m: re.Match[str]) -> Enumerator | None:
    ordinal = chinese_number(m["cn"])
    if ordinal is None or ordinal == 0:
        return None
    sep = m["cnsep"] or " "
    family = "一" + _separator(sep)
    return Enumerator(family, "一", ordinal, m.end(), weak=sep in " ,，:：")


def _shi(m: re.Match[str]) -> Enumerator | None:
    ordinal = chinese_number(m["shi"])
    return None if ordinal is None else Enumerator("一是", "一是", ordinal, m.end(), weak=True)


def _decimal(m: re.Match[str]) -> Enumerator | None:
    numbers = tuple(int(n) for n in re.split("[.．]", m["dec"].translate(_DIGITS)))
    if len(numbers) == 2 and m["decend"] == "" and _WHOLE.match(m.string, m.end()):
        point = re.search("[.．]", m["dec"])
        assert point is not None
        return Enumerator("1.", "1", numbers[0], m.start("dec") + point.end())
    if len(numbers) == 2 and m["decend"] == "" and _QUANTITY.match(m.string, m.end()):
        # `2.3年以上经验` is a quantity, unless the list before it has come to 1; `1.30—50岁` unless 2. follows
        point = re.search("[.．]", m["dec"])
        assert point is not None
        return Enumerator("1.", "1", numbers[0], m.start("dec") + point.end(), weak=True) if numbers[0] else None
    if len(numbers) == 2 and len(m["dec"].split(".")[-1].split("．")[-1]) > 1 and numbers[1] < 10:
        return None  # 1.05 is a quantity
    if m["decend"][:1] in ("、", ".", "．") and len(numbers) == 2 and numbers[1] == 0:
        return None
    depth = len(numbers)
    return Enumerator(f"1.1/{depth}", f"1.1/{depth}", numbers[-1], m.end(), weak=depth == 2, path=numbers[:-1])


def _dashed(m: re.Match[str]) -> Enumerator | None:
    """2—1 under 二, as forms of some hotels count; 3-5 before what is counted is a quantity."""
    first, last = (int(n) for n in re.split("[—–-]", m["dash"].translate(_DIGITS)))
    return Enumerator("1-1", "1-1", last, m.end(), weak=True, path=(first,)) if last > 0 and first > 0 else None


def _number(m: re.Match[str]) -> Enumerator | None:
    number, sep = m.group("num", "numsep")
    ordinal = int(number)
    if sep is None:
        return Enumerator("1 ", "1", ordinal, m.end(), weak=True)
    if ")" in sep or "）" in sep:
        if number.startswith("00"):
            return None  # the end of a year that a page broke: （GB 18918-2 | 002）
        return Enumerator("1)", "1)", ordinal, m.end())
    return Enumerator("1" + _separator(sep), "1", ordinal, m.end())


def _circle(m: re.Match[str]) -> Enumerator | None:
    ordinal = int(unicodedata.numeric(m["circle"]))
    code = ord(m["circle"])
    family = "⑴" if 0x2474 <= code <= 0x2487 else "⒈" if 0x2488 <= code <= 0x249B else "①"
    if code >= 0x3220 and code <= 0x3229:
        family = "（一）"
    return Enumerator(family, family, ordinal, m.end())


def _keycap(m: re.Match[str]) -> Enumerator | None:
    return Enumerator("1️⃣", "1️⃣", int(m["keycap"]), m.end())


def _roman(m: re.Match[str]) -> Enumerator | None:
    return Enumerator("Ⅰ", "Ⅰ", int(unicodedata.numeric(m["roman"])), m.end())


def _ascii_roman(m: re.Match[str]) -> Enumerator | None:
    text = m["rom"]
    if text.islower():
        ordinal = _ROMAN.get(text.upper())
        return None if ordinal is None else Enumerator("i.", "i.", ordinal, m.end(), weak=True)
    if len(text) == 1 and text in "VX":
        return Enumerator("A.", "A.", ord(text) - 64, m.end(), weak=True)
    ordinal = _ROMAN.get(text)
    return None if ordinal is None else Enumerator("Ⅰ", "Ⅰ", ordinal, m.end(), weak=ordinal != 1)


def other_readings(enumerator: Enumerator) -> tuple[Enumerator, ...]:
    """What else an enumerator may be: `I.` is one, or the letter after H; `V.` the letter, or five; `(i)` the letter, or one."""
    if enumerator.family == "Ⅰ" and enumerator.ordinal in (1, 5, 10):
        letter = "IVX"[enumerator.ordinal // 5]
        return (enumerator._replace(family="A.", base="A.", ordinal=ord(letter) - 64),)
    roman = ROMAN_OF.get(enumerator.family)
    if roman is not None and (letter := chr(enumerator.ordinal + 64)) in _ROMAN:
        return (enumerator._replace(family=roman, base=roman, ordinal=_ROMAN[letter]),)
    return ()


ROMAN_OF = {"A.": "Ⅰ", "(a)": "(i)", "a.": "i.", "a)": "i."}
"""The family of the Roman numbers that look like some letters of a family."""


def _letter(m: re.Match[str]) -> Enumerator | None:
    letter = unicodedata.normalize("NFKC", m["let"])
    if m["letweak"]:
        return Enumerator("A ", "A ", ord(letter.lower()) - 96, m.end(), weak=True)
    bracket = m.string[m.start("let") + 1] in ")）"
    family = ("a" if letter.islower() else "A") + (")" if bracket else ".")
    return Enumerator(family, family, ord(letter.lower()) - 96, m.end(), weak=letter.lower() != "a")


def _bullet(m: re.Match[str]) -> Enumerator | None:
    if m["bullet"] in _BOXES and _BOX.search(m.string, m.end()):
        return None  # □男 ☑女
    if m["bullet"] in _FRAMES and m.string.rstrip().endswith(m["bullet"], m.end()):
        return None  # · 怎么找到我们 ·
    return Enumerator(m["bullet"], m["bullet"], 0, m.end())


_FRAMES = frozenset("·•◆★※")
_BOXES = frozenset("□◻○■")
_BOX = deferred(r"[□◻☐☑☒○■](?=[ \t\u3000]?[^\W_])")


def _separator(sep: str) -> str:
    return _USUAL_SEPARATOR.get(sep, sep)


_USUAL_SEPARATOR = {"．": ".", "，": ",", "：": ":", "﹑": "、", "､": "、", "）": ")"}


def _value(text: str) -> int | None:
    if "\u2460" <= text <= "\u2473":
        return ord(text) - 0x245F
    return int(text) if text.isdigit() and text.isascii() else chinese_number(text)


_READERS: dict[str, Callable[[re.Match[str]], Enumerator | None]] = {
    "part": _part, "di": _di, "word": _word, "bracket": _bracketed, "cn": _chinese, "stem": _stem, "shi": _shi, "dec": _decimal, "dash": _dashed,
    "num": _number, "circle": _circle, "keycap": _keycap, "roman": _roman, "rom": _ascii_roman, "let": _letter, "bullet": _bullet,
}  # fmt: skip
