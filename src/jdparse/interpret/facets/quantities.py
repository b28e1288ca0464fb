"""Numbers with their unit and bounds: 3-5年, 两年半以上, 不超过40周岁, 2名."""

from collections.abc import Iterator
from typing import NamedTuple

from jdparse.interpret.facets.numerals import NUMERAL, number, plain
from jdparse.interpret.trees import Derived, Tree
from jdparse.patterns import compiled
from jdparse.tracked import Tracked

_UNIT = "周?岁|年半?|个?月|[人名位]"
_QUANTITY = (
    r"(?P<lead>不得?[少低小高大多]于|不超过|[未不]满|不足|至[少多]|最[少低多大高]|起码|[小低]于|满|近|约|每)?"
    rf"(?P<low>{NUMERAL})(?P<plus>\+)?(?P<odd>[余多])?(?P<first>{_UNIT})?"
    rf"(?:以?上?[-至到与](?P<high>{NUMERAL})(?P<second>{_UNIT})?)?"
    r"(?P<tail>(?:（?含[^（），]{0,5}）?|及|或)?(?P<bound>以上|以下|以内|之内|内|起|\+|左右|上下))?"
)
_MONTHS = {"月", "个月"}
_FLOORS = frozenset("不少于 不低于 不小于 不得少于 不得低于 不得小于 至少 最少 最低 起码 满 以上 起".split())
_CEILINGS = frozenset(
    "不超过 不大于 不高于 不多于 不得大于 不得高于 不得多于 最多 最大 最高 至多 小于 低于 以下 以内 之内 内".split()
)
_BELOW = frozenset("未满 不满 不足".split())
_VAGUE = frozenset("左右 上下 约 近 每 余 多".split())
_SIGNS = frozenset("0123456789〇零一二三四五六七八九十百两廿卅半壹贰叁肆伍陆柒捌玖拾")


class Quantity(NamedTuple):
    """A number or a range; an open end is None, and both ends are one number where the text says no more than that number."""

    low: int | float | None
    high: int | float | None
    unit: str
    """岁, 年 (months are counted as years), 人, or "" where the text names none."""
    text: Tracked
    at: int
    """Where it begins in the text that it was read from."""

    @property
    def exact(self) -> bool:
        """Whether the text gives one number without saying which side of it is open."""
        return self.low == self.high


def quantities(text: Tracked) -> Iterator[Quantity]:
    """The quantities of a text, in order. One that is vague (左右), per something (每) or of the recent past (近三年) is left out."""
    if _SIGNS.isdisjoint(text.text):
        return
    for found in compiled(_QUANTITY).finditer(text.text):
        said = {found["lead"], found["bound"], found["odd"]}
        low = number(found["low"])
        high = number(found["high"]) if found["high"] else low
        if low is None or high is None or said & _VAGUE:
            continue
        unit = found["second"] or found["first"] or ""
        low, high = _scaled(low, found["first"] or unit), _scaled(high, found["second"] or found["first"] or "")
        part = text[found.start() : found.end()]
        if found["high"]:
            if low < high:
                yield Quantity(low, high, _kind(unit), part, found.start())
        elif said & _FLOORS or found["plus"]:
            yield Quantity(low, None, _kind(unit), part, found.start())
        elif said & _BELOW:
            yield Quantity(None, high - (unit != "年"), _kind(unit), part, found.start())
        elif said & _CEILINGS:
            yield Quantity(None, high, _kind(unit), part, found.start())
        else:
            yield Quantity(low, high, _kind(unit), part, found.start())


def bounds(low: Quantity | None, high: Quantity | None) -> dict[str, Tree]:
    """`{min, max}`: the lower end of one quantity and the upper end of another, or of the same."""
    return {
        "min": None if low is None or low.low is None else Derived(low.low, low.text),
        "max": None if high is None or high.high is None else Derived(high.high, high.text),
    }


def _scaled(value: float, unit: str) -> int | float:
    if unit in _MONTHS:
        return plain(round(value / 12, 2))
    return plain(value + 0.5) if unit == "年半" else plain(value)


def _kind(unit: str) -> str:
    if unit.endswith("岁"):
        return "岁"
    if unit.startswith("年") or unit in _MONTHS:
        return "年"
    return "人" if unit else ""
