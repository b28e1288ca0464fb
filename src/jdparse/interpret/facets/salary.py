"""What a job pays: 15-25K·14薪, 8千-1.2万/月, 年薪30万, 时薪25元."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from jdparse.interpret.facets.numerals import CHINESE, number, plain
from jdparse.interpret.facets.patterns import compiled
from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Derived, Tree
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
"""Words and signs by ISO 4217 code, the longest first."""
# 元 is a currency of several countries, and K and 万 are of none; see `Reading.currency`.
_SIGN = "|".join((*_CURRENCIES.values(), "元|块"))
_NUMBER = rf"\d[\d,]{{0,12}}(?:\.\d{{1,4}})?|{CHINESE.replace('点半', '')}{{2,7}}"
_SCALE = {"k": 1000, "K": 1000, "千": 1000, "万": 10_000, "w": 10_000, "W": 10_000}
_AMOUNT = (
    rf"(?P<before>{_SIGN})?(?P<low>{_NUMBER})(?P<unit>[kK千万wW])?(?P<between>{_SIGN})?"
    rf"(?:[-至到](?:{_SIGN})?(?P<high>{_NUMBER})(?P<unit2>[kK千万wW])?)?(?P<after>{_SIGN})?"
    r"(?P<open>及?以上|起|\+(?!\w)|以内|以下)?(?:左右|上下)?"
    r"(?P<period>/(?:每)?个?(?:月|年|天|日|小时|时|周|month|year|day|hour)|每(?:月|年|天|日|小时|周))?(?P<open2>及?以上|起)?"
)
_PERIODS = {
    "hour": r"时薪|小时工资|每小时|/小时|/时|/hour",
    "day": r"日薪|日工资|日结|每天|每日|/天|/日|/day",
    "week": r"周薪|周工资|每周|/周",
    "month": r"月薪|月收入|月均|月工资|月综合|月入|每个?月|/个?月|/month",
    "year": r"年薪|年收入|年均|年工资|年综合|年总包|年入|每年|/年|/year",
}
_PERIOD = "|".join(f"(?P<{period}>{words})" for period, words in _PERIODS.items())
_MONTHS = (
    r"(?<![\d.-])(?P<months>1[2-9]|2[0-4]|十[二三四五六七八])(?:个月)?(?:工资|薪)|[*×xX](?P<times>1[2-9]|2[0-4])(?!\d)"
)
_FEWEST, _MOST = 12, 24

_PARTS = r"[，。；;！!\n+＋加、,]"
# Amounts that are no pay: extras, and rates for a piece of work
_EXTRA = r"补贴|补助|津贴|报销|奖(?!金?另)|补(?:/|每)|提成|红包|礼金|保险|公积金|押金|费|入职满|工龄"
_PIECE = r"每(?:完成)?一?(?:件|单|票|次|套|节|更|晚|台|吨|公里|课时|人次)|/(?:件|单|票|次|套|节|更|晚|台|吨|公里|课时|人)|计件"
_PAY = r"薪|工资|收入|待遇|月入|年入|到手|底薪|保底|报酬"
_TRIAL = r"(?:试用|实习|见习|培训|学徒)期?(?!期?满)|前(?:[一二三两\d]{1,2})个月"
_REGULAR = r"转正|试用期?满|期满|之后|过后|上岗后|上机后"
_BASE = r"底薪|基本工资|基本薪资|保底|无责|固定工资|基薪"
_WHOLE = r"综合|总收入|月收入|到手|平均|月均|合计"
_PROMISE = r"能拿|可达|可拿|最高|封顶|上限"
# So many amounts of one part are looked at; each looks at the whole part again.
_AMOUNTS = 8
# The least that can be a month's pay; a smaller number with no unit is no amount.
_LEAST = 500


class _Amount(NamedTuple):
    low: int | float | None
    high: int | float | None
    currency: str | None
    per: tuple[str, Tracked] | None
    text: Tracked
    rank: int
    """How well it says what the job pays in the end: the whole before the base, the base before a trial period's."""


def read(reading: Reading) -> dict[str, Tree]:
    """`{min, max, currency, per, months}` of the amount that tells most; {} for 面议 and for what names no amount.

    `per` is null where neither the text nor its label names a period; K and 14薪 are said of monthly pay only.
    """
    best: _Amount | None = None
    months: Derived | None = None
    for text in reading.whole("compensation.salary"):
        label = reading.label(text)
        for amount in _amounts(text, label, reading.currency):
            if best is None or amount.rank < best.rank:
                best = amount
        if months is None:
            months = _months(text)
    if best is None:
        return {}
    per = best.per or (("month", months.evidence) if months is not None else None)
    return {
        "min": None if best.low is None else Derived(best.low, best.text),
        "max": None if best.high is None else Derived(best.high, best.text),
        "currency": None if best.currency is None else Derived(best.currency, best.text),
        "per": None if per is None else Derived(*per),
        "months": months,
    }


def _months(text: Tracked) -> Derived | None:
    found = compiled(_MONTHS).search(text.text)
    value = None if found is None else number(found["months"] or found["times"])
    if found is None or value is None or not _FEWEST <= value <= _MOST:
        return None
    return Derived(value, text[found.start() : found.end()])


def _amounts(text: Tracked, label: str, currency: str | None) -> Iterator[_Amount]:
    """The amounts of a text that are pay, part by part: `底薪4000+提成，综合6000-9000` has three parts."""
    paid = compiled(_PAY).search(label) is not None or len(text) <= 24
    start = 0
    cuts = [m.span() for m in compiled(_PARTS).finditer(text.text) if not _within_number(text.text, *m.span())]
    for end, after in (*cuts, (len(text), len(text))):
        part = text.part(start, end)
        joined = text.text[end:after] in ("+", "＋", "加")
        start = after
        if compiled(_PIECE).search(part.text) or compiled(_EXTRA).search(part.text):
            continue
        for found in islice(compiled(_AMOUNT).finditer(part.text), _AMOUNTS):
            amount = _amount(part, found, label, currency, paid=paid, more=joined)
            if amount is not None:
                yield amount


def _within_number(text: str, start: int, end: int) -> bool:
    """Whether a comma groups the digits of a number, or a plus stands for `or more`."""
    return (text[start] == "," and text[start - 1 : start].isdigit() and text[end : end + 3].isdigit()) or (
        text[start] == "+" and end == len(text)
    )


def _amount(
    part: Tracked, found: re.Match[str], label: str, currency: str | None, *, paid: bool, more: bool
) -> _Amount | None:
    text = part.text
    low, high = number(found["low"]), number(found["high"]) if found["high"] else None
    if low is None or (found["high"] and high is None):
        return None
    unit, unit2 = found["unit"], found["unit2"]
    if high is not None and unit2 and not unit and low <= high:
        unit = unit2  # 8-12K, but not 8000-1.2万
    elif high is not None and unit and not unit2 and not found["between"] and high > low:
        unit2 = unit  # 1万-2
    low = plain(low * _SCALE.get(unit or "", 1))
    high = None if high is None else plain(high * _SCALE.get(unit2 or "", 1))
    sign = found["before"] or found["between"] or found["after"]
    named = bool(sign or unit or unit2)
    pay = compiled(_PAY).search(text) is not None
    if not (named or (low >= _LEAST and (pay or paid or found["period"]))):
        return None
    if high is not None and high <= low:
        return None
    if text[found.end() : found.end() + 1] in ("年", "天", "岁", "%", "人", "个", "/"):
        return None  # 15天, 80%, 1000元/场
    per = _per(part, found, label, thousands=(unit or unit2 or "") in "kK" and bool(unit or unit2))
    ends: tuple[int | float | None, int | float | None] = (low, low if high is None else high)
    before = text[: found.start()]
    if high is None:
        if (
            found["open2"]
            or found["open"] in ("以上", "及以上", "起", "+")
            or compiled(r"(?:不低于|不少于|至少|最低|保底)[^\d]{0,4}$").search(before)
        ):
            ends = low, None
        elif found["open"] or compiled(r"(?:不超过|最高|可达|高达|封顶|上限)[^\d]{0,4}$").search(before):
            ends = None, low
        elif more or compiled(_BASE).search(before):
            ends = low, None
    return _Amount(*ends, _currency(sign) or currency, per, part[found.start() : found.end()], _rank(text, before))


def _rank(text: str, before: str) -> int:
    if compiled(_REGULAR).search(before):
        return 0
    if compiled(_TRIAL).search(text):
        return 4
    if compiled(_PROMISE).search(before):
        return 3
    if compiled(_WHOLE).search(before):
        return 0
    return 2 if compiled(_BASE).search(before) else 1


def _currency(sign: str | None) -> str | None:
    return next((code for code, words in _CURRENCIES.items() if sign and compiled(words).fullmatch(sign)), None)


def _per(part: Tracked, found: re.Match[str], label: str, *, thousands: bool) -> tuple[str, Tracked] | None:
    """The period that stands behind the amount, else the last before it, else that of the label."""
    periods = list(compiled(_PERIOD).finditer(part.text, 0, found.end()))
    near = next((m for m in periods if m.start() >= found.start()), periods[-1] if periods else None)
    if near is not None and near.lastgroup is not None:
        return near.lastgroup, part[near.start() : near.end()]
    amount = part[found.start() : found.end()]
    if (said := compiled(_PERIOD).search(label)) is not None and said.lastgroup is not None:
        return said.lastgroup, amount
    return ("month", amount) if thousands else None
