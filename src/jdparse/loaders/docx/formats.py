"""Numbers written in the formats that Word counts in (ST_NumberFormat, ECMA-376 part 1, 17.18.59).

Where the standard and Word differ, Word is followed ([MS-OI29500] 2.1 and numbers that Word was seen to write): so
100 in `chineseCounting` is 一○○, and a circled number past its last sign is a plain decimal.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MAX_ROMAN = 32_767
_MAX_REPEATED = 780
"""Word counts letters to 30 repetitions and starts again."""


class _Counting(NamedTuple):
    """A way to write numbers with words for ten, hundred, thousand and ten thousand."""

    digits: str
    units: tuple[str, str, str, str]
    zero: str = ""
    """Written for a gap (一百〇一); empty where gaps are not written."""
    one_ten: bool = False
    """Whether 10 to 19 begin with a one (壹拾)."""
    one_hundred: bool = True
    """Whether 100 and 1000 begin with a one (一百; Japanese 百)."""


_CHINESE = _Counting(_DIGITS, ("十", "百", "千", "万"), zero="〇")
_TAIWANESE = _Counting(_DIGITS, ("十", "百", "千", "萬"), zero="零")
_LEGAL_SIMPLIFIED = _Counting("零壹贰叁肆伍陆柒捌玖", ("拾", "佰", "仟", "万"), zero="零", one_ten=True)
_LEGAL_TRADITIONAL = _Counting("零壹貳參肆伍陸柒捌玖", ("拾", "佰", "仟", "萬"), zero="零", one_ten=True)
_JAPANESE = _Counting(_DIGITS, ("十", "百", "千", "万"), one_hundred=False)
_JAPANESE_LEGAL = _Counting("〇壱弐参四伍六七八九", ("拾", "百", "阡", "萬"), one_ten=True)
_KOREAN = _Counting("영일이삼사오육칠팔구", ("십", "백", "천", "만"), one_hundred=False)


def _counted(number: int, way: _Counting) -> str:
    """The number in words. Above the first digit a gap is written once; the ten of 一百一十 keeps its one."""
    if number == 0:
        return way.digits[0]
    head, rest = divmod(number, 10_000)
    out = _counted(head, way) + way.units[3] if head else ""
    gap = False
    for unit, size in ((way.units[2], 1_000), (way.units[1], 100), (way.units[0], 10), ("", 1)):
        digit, rest = divmod(rest, size)
        if not digit:
            gap = bool(out)
            continue
        if gap:
            out += way.zero
            gap = False
        silent = digit == 1 and size > 1
        if size == 10:
            silent = silent and not way.one_ten and (not out or not way.one_hundred)
        else:
            silent = silent and not way.one_hundred
        out += ("" if silent else way.digits[digit]) + unit
    return out


def _digit_by_digit(number: int, digits: str) -> str:
    return "".join(digits[ord(digit) - 48] for digit in str(number))


def _counted_below_hundred(number: int) -> str:
    """十一 up to 九十九, digit by digit from 100 on, with a circle for zero (and not the 〇 of other formats)."""
    return _counted(number, _CHINESE) if number < 100 else _digit_by_digit(number, "○" + _DIGITS[1:])


def _sign(number: int, first: str, last: int) -> str:
    """A sign of a run of characters that begins with `first` for 1; decimal when past the last."""
    return chr(ord(first) + number - 1) if 1 <= number <= last else str(number)


def _letter(number: int, letters: str) -> str:
    """a … z, aa, bb …: Word repeats the letter."""
    if number < 1:
        return str(number)
    rounds, index = divmod((number - 1) % _MAX_REPEATED, len(letters))
    return letters[index] * (rounds + 1)


def _cycle(number: int, signs: str) -> str:
    return signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number > 0 else str(number)


_ROMAN = tuple(
    zip(
        (1_000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


def _roman(number: int) -> str:
    if not 0 < number <= _MAX_ROMAN:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out += sign * count
    return out


def _full_width(number: int) -> str:
    return _digit_by_digit(number, "０１２３４５６７８９")


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


_HANGUL_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_HANGUL_ONES = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")


def _korean_legal(number: int) -> str:
    return _HANGUL_TENS[number // 10] + _HANGUL_ONES[number % 10] if 0 < number < 100 else str(number)


_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_KATAKANA_HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_IROHA_HALF = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"

_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": lambda n: _sign(n, "①", 20),
    "decimalEnclosedCircleChinese": lambda n: _sign(n, "①", 10),
    "decimalEnclosedParen": lambda n: _sign(n, "⑴", 20),
    "decimalEnclosedFullstop": lambda n: _sign(n, "⒈", 20),
    "ideographEnclosedCircle": lambda n: _sign(n, "㈠", 10),
    "upperLetter": lambda n: _letter(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerLetter": lambda n: _letter(n, "abcdefghijklmnopqrstuvwxyz"),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "hex": lambda n: f"{n:X}",
    "ordinal": _ordinal,
    "numberInDash": lambda n: f"- {n} -",
    "chineseCounting": _counted_below_hundred,
    "taiwaneseCounting": _counted_below_hundred,
    "chineseCountingThousand": lambda n: _counted(n, _CHINESE),
    "taiwaneseCountingThousand": lambda n: _counted(n, _TAIWANESE),
    "chineseLegalSimplified": lambda n: _counted(n, _LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": lambda n: _counted(n, _LEGAL_TRADITIONAL),
    "japaneseCounting": lambda n: _counted(n, _JAPANESE),
    "japaneseLegal": lambda n: _counted(n, _JAPANESE_LEGAL),
    "koreanCounting": lambda n: _counted(n, _KOREAN),
    "koreanLegal": _korean_legal,
    "ideographDigital": lambda n: _digit_by_digit(n, _DIGITS),
    "japaneseDigitalTenThousand": lambda n: _digit_by_digit(n, _DIGITS),
    "taiwaneseDigital": lambda n: _digit_by_digit(n, "○" + _DIGITS[1:]),
    "koreanDigital": lambda n: _digit_by_digit(n, _KOREAN.digits),
    "koreanDigital2": lambda n: _digit_by_digit(n, "零" + _DIGITS[1:]),
    "ideographTraditional": lambda n: _cycle(n, _STEMS),
    "ideographZodiac": lambda n: _cycle(n, _BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ganada": lambda n: _letter(n, "가나다라마바사아자차카타파하"),
    "chosung": lambda n: _letter(n, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "aiueo": lambda n: _letter(n, _KATAKANA_HALF),
    "aiueoFullWidth": lambda n: _letter(n, _KATAKANA),
    "iroha": lambda n: _letter(n, _IROHA_HALF),
    "irohaFullWidth": lambda n: _letter(n, _IROHA),
    "none": lambda n: "",
}


def format_number(number: int, name: str) -> str:
    """The number in a numFmt of Word, decimal where the format is none that Chinese documents use.

    A custom format of leading zeros is called `pad3` here, for three digits.

    >>> format_number(21, "chineseCounting")
    '二十一'
    """
    if name.startswith("pad"):
        return str(number).zfill(int(name[3:]))
    return _FORMATS.get(name, str)(number)
