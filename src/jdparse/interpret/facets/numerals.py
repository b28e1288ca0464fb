"""Chinese and Arabic numerals as numbers.

Own code, on the digits of `jdparse.numbering`. The library for this, cn2an (0.5.24, maintained), was tried: to import it took more than
100 ms of CPU time on a machine where a whole cold parse took 300; it knows neither 半 nor 卅, refuses the 〇 of dates in its strict
mode, and in the other takes 六七 (six or seven) for 67.
"""

from jdparse.numbering import CHINESE_DIGITS, CHINESE_UNITS

_UNITS = {**CHINESE_UNITS, "千": 1000, "仟": 1000}
_TWENTIES = {"廿": "二十", "卅": "三十"}

CHINESE = "[〇零一二三四五六七八九十百千万两廿卅壹贰叁肆伍陆柒捌玖拾佰仟点半]"
NUMERAL = rf"(?:\d[\d,]{{0,12}}(?:\.\d{{1,4}})?|{CHINESE}{{1,9}})"
"""A pattern for what `number` reads."""


def number(text: str) -> int | float | None:
    """The value of a numeral (`25`, `1.5`, `38,000`, `二十五`, `一万二`, `三点五`, `半`), whole where it is; None for anything else."""
    if text[:1].isascii():
        return _arabic(text)
    if text == "半":
        return 0.5
    if text.endswith("半"):
        whole = number(text[:-1])
        return None if whole is None else whole + 0.5
    whole_part, point, decimals = text.partition("点")
    if point:
        whole, digits = _chinese(whole_part), [CHINESE_DIGITS.get(c) for c in decimals]
        if whole is None or not digits or None in digits:
            return None
        return float(f"{whole}.{''.join(map(str, digits))}")
    return _chinese(text)


def _arabic(text: str) -> int | float | None:
    digits = text.replace(",", "")
    whole, _, decimals = digits.partition(".")
    if not whole.isdigit() or not whole.isascii() or (decimals and not decimals.isdigit()):
        return None
    return plain(float(digits)) if decimals else int(whole)


def plain(value: float) -> int | float:
    """A number without what binary fractions add to it, whole where it is: 1.2 times 10,000 is 12000."""
    value = round(value, 4)
    return int(value) if value == int(value) else value


def _chinese(text: str) -> int | None:
    for sign, long in _TWENTIES.items():
        text = text.replace(sign, long)
    thousands, wan, rest = text.partition("万")
    if not wan:
        return _below_ten_thousand(text)
    small = rest.lstrip("零〇")  # 一万零一 is 10,001
    many, few = _below_ten_thousand(thousands), _below_ten_thousand(small) if rest else 0
    if many is None or few is None:
        return None
    # 一万二 is 12,000
    return many * 10_000 + (few * 1000 if rest in CHINESE_DIGITS else few)


def _below_ten_thousand(text: str) -> int | None:
    if not text or text.count("千") > 1:
        return None
    if not any(c in _UNITS for c in text):
        # 二〇二三 by place; 六七 is six or seven and no number, and 两三 neither
        digits = [CHINESE_DIGITS.get(c) for c in text]
        if None in digits or len(digits) in (2, 3):
            return None
        return int("".join(map(str, digits)))
    total = digit = 0
    unit = 10_000
    for index, c in enumerate(text):
        if c in _UNITS:
            if _UNITS[c] >= unit or (digit == 0 and _UNITS[c] > 10):
                return None
            unit = _UNITS[c]
            total += (digit or 1) * unit
            digit = 0
        elif c in CHINESE_DIGITS and (digit == 0 or text[index - 1] == "零"):
            digit = CHINESE_DIGITS[c]
        else:
            return None
    # 三千五 is 3,500; 三千零五 is 3,005
    return total + (digit * unit // 10 if unit > 10 and text[-2:-1] not in ("零", "〇") else digit)
