"""Amounts of money: 15-25K, 8千-1.2万/月, 30万元以上, HK$18,000."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from jdparse.interpret.facets.numerals import CHINESE, number, plain
from jdparse.patterns import compiled
from jdparse.tracked import Tracked

_CURRENCIES = {
    "TWD": r"新台币|台币|NT\$|NTD|TWD",
    "HKD": r"港币|港元|HK\$|HKD",
    "MOP": r"澳门元|澳门币|MOP",
    "SGD": r"新加坡元|新币|S\$|SGD",
    "USD": r"美元|美金|US\$|USD|\$",
    "EUR": r"欧元|€|EUR",
    "JPY": r"日元|日币|JPY",
    "GBP": r"英镑|£|GBP",
    "CNY": r"人民币|RMB|CNY|[￥¥]",
}
"""Words and signs by ISO 4217 code, the longest first. 元 is not among them: it is the currency of several countries."""
_SIGN = "|".join((*_CURRENCIES.values(), "元|块"))
_NUMBER = rf"\d[\d,]{{0,12}}(?:\.\d{{1,4}})?|{CHINESE.replace('点半', '')}{{2,7}}"
_SCALE = {"k": 1000, "K": 1000, "千": 1000, "万": 10_000, "w": 10_000, "W": 10_000}
_AMOUNT = (
    rf"(?P<before>{_SIGN})?(?P<low>{_NUMBER})(?P<scale>[kK千万wW])?(?P<between>{_SIGN})?"
    rf"(?:[-至到](?:{_SIGN})?(?P<high>{_NUMBER})(?P<scale2>[kK千万wW])?)?(?P<after>{_SIGN})?"
    r"(?P<open>及?以上|起|\+(?!\w)|以内|以下)?(?:左右|上下)?"
    r"(?:/每?个?(?:月|年|天|日|小时|时|周|month|year|day|hour)|每(?:月|年|天|日|小时|周))?(?P<open2>及?以上|起)?"
)
_CEILING_SIGN = ("以内", "以下")
_FLOOR = r"(?:不低于|不少于|至少|最低|保底)[^\d]{0,4}$"
_CEILING = r"(?:不超过|最高|可达|高达|封顶|上限)[^\d]{0,4}$"
# What makes another quantity of a number: 15天, 80%, 5人, 1000元/场
_OTHER = ("年", "天", "岁", "%", "人", "个", "/")
# So many amounts of one text are looked at: no pay names more, and each is looked at together with its surroundings.
_MOST = 8


class Amount(NamedTuple):
    """An amount or a range of amounts, in units of the currency; an open end is None, and one amount alone is both ends."""

    low: int | float | None
    high: int | float | None
    currency: str | None
    """ISO 4217 code, where the text names it."""
    named: bool
    """Whether a sign or unit says that it is money, or thousands of something."""
    thousands: bool
    """Whether it is written with a K."""
    text: Tracked
    start: int
    end: int


def amounts(text: Tracked) -> Iterator[Amount]:
    """The amounts of a text, in order. A number without any unit is one too, `named` False."""
    for found in islice(compiled(_AMOUNT).finditer(text.text), _MOST):
        values = _values(found)
        if values is None or text.text[found.end() : found.end() + 1] in _OTHER:
            continue
        sign = found["before"] or found["between"] or found["after"]
        yield Amount(
            *_ends(*values, found),
            _currency(sign),
            bool(sign or found["scale"] or found["scale2"]),
            "k" in (found["scale"] or found["scale2"] or "").lower(),
            text[found.start() : found.end()],
            found.start(),
            found.end(),
        )


def _values(found: re.Match[str]) -> tuple[int | float, int | float | None] | None:
    """The numbers as the text means them. In 8-12K both are thousands, in 8000-1.2万 one is ten thousands."""
    low, high = number(found["low"]), number(found["high"] or "")
    scale, scale2 = found["scale"], found["scale2"]
    if low is None or (high is None and found["high"]):
        return None
    if high is None:
        return plain(low * _SCALE.get(scale, 1)), None
    if scale2 and not scale and low <= high:
        scale = scale2
    elif scale and not scale2 and not found["between"] and low < high:
        scale2 = scale
    low, high = plain(low * _SCALE.get(scale, 1)), plain(high * _SCALE.get(scale2, 1))
    return (low, high) if low < high else None


def _ends(
    low: int | float, high: int | float | None, found: re.Match[str]
) -> tuple[int | float | None, int | float | None]:
    if high is not None:
        return low, high
    before = found.string[max(0, found.start() - 8) : found.start()]
    if found["open"] in _CEILING_SIGN or compiled(_CEILING).search(before):
        return None, low
    if found["open"] or found["open2"] or compiled(_FLOOR).search(before):
        return low, None
    return low, low


def _currency(sign: str | None) -> str | None:
    return next((code for code, words in _CURRENCIES.items() if sign and compiled(words).fullmatch(sign)), None)
