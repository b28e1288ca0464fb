"""What a job pays: 15-25K·14薪, 8千-1.2万/月, 年薪30万, 时薪25元."""

from collections.abc import Iterator
from typing import NamedTuple

from jdparse.interpret.facets.amounts import Amount, amounts
from jdparse.interpret.facets.numerals import number
from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Derived, Tree
from jdparse.patterns import compiled
from jdparse.tracked import Tracked

_PERIODS = {
    "hour": r"时薪|小时工资|每小时|/小时|/时|/hour",
    "day": r"日薪|日工资|日结|每天|每日|/天|/日|/day",
    "week": r"周薪|周工资|每周|/周",
    "month": r"月薪|月收入|月均|月工资|月综合|月入|每个?月|/个?月|/month",
    "year": r"年薪|年收入|年均|年工资|年综合|年总包|年入|每年|/年|/year",
}
_PERIOD = "|".join(f"(?P<{period}>{words})" for period, words in _PERIODS.items())
# 14薪, and ×14 behind an amount
_MONTHS = (
    r"(?<![\d.-])(?P<months>1[2-9]|2[0-4]|十[二三四五六七八])(?:个月)?(?:工资|薪)|[*×xX](?P<times>1[2-9]|2[0-4])(?!\d)"
)

_PARTS = r"(?P<more>[+＋加])|[，。；;！!\n、,]"
# Amounts that are no pay: extras, and rates for a piece of work
_EXTRA = r"补贴|补助|津贴|报销|奖(?!金?另)|补(?:/|每)|提成|红包|礼金|保险|公积金|押金|费|入职满|工龄"
_PIECE = r"每(?:完成)?一?(?:件|单|票|次|套|节|更|晚|台|吨|公里|课时|人次)|/(?:件|单|票|次|套|节|更|晚|台|吨|公里|课时|人)|计件"
_PAY = r"薪|工资|收入|待遇|月入|年入|到手|底薪|保底|报酬"
_PERIOD_BEHIND = r"/|每"
_TRIAL = r"(?:试用|实习|见习|培训|学徒)期?(?!期?满)|前(?:[一二三两\d]{1,2})个月"
_REGULAR = r"转正|试用期?满|期满|之后|过后|上岗后|上机后"
_BASE = r"底薪|基本工资|基本薪资|保底|无责|固定工资|基薪"
_WHOLE = r"综合|总收入|月收入|到手|平均|月均|合计"
_PROMISE = r"能拿|可达|可拿|最高|封顶|上限"
# A smaller number without any unit is no pay, and a longer text with such a number may speak of something else.
_LEAST, _LONGEST = 500, 24


class _Pay(NamedTuple):
    amount: Amount
    per: tuple[str, Tracked] | None
    more: bool
    """Whether something is added to it: `底薪4000+提成`."""
    rank: int
    """How well it says what the job pays in the end, 0 best: the whole before the base, the base before a trial period's."""


def read(reading: Reading) -> dict[str, Tree]:
    """`{min, max, currency, per, months}` of the amount that tells most; {} for 面议 and for what names no amount.

    `per` is null where neither the text nor its label names a period; K and 14薪 are said of monthly pay only.
    """
    texts = reading.whole("compensation.salary")
    best = min((pay for text in texts for pay in _pays(text, reading.label(text))), key=lambda p: p.rank, default=None)
    if best is None:
        return {}
    low, high, text = best.amount.low, None if best.more else best.amount.high, best.amount.text
    currency = best.amount.currency or reading.currency
    months = next((found for found in map(_months, texts) if found is not None), None)
    per = best.per or (("month", months.evidence) if months is not None else None)
    return {
        "min": None if low is None else Derived(low, text),
        "max": None if high is None else Derived(high, text),
        "currency": None if currency is None else Derived(currency, text),
        "per": None if per is None else Derived(*per),
        "months": months,
    }


def _months(text: Tracked) -> Derived | None:
    found = compiled(_MONTHS).search(text.text)
    value = None if found is None else number(found["months"] or found["times"])
    return None if found is None or value is None else Derived(value, text[found.start() : found.end()])


def _pays(text: Tracked, label: str) -> Iterator[_Pay]:
    """The amounts of a text that are pay, part by part: `底薪4000+提成，综合6000-9000` has three parts."""
    expected = len(text) <= _LONGEST or compiled(_PAY).search(label) is not None
    for part, added in _parts(text):
        if compiled(_PIECE).search(part.text) or compiled(_EXTRA).search(part.text):
            continue
        expects = expected or compiled(_PAY).search(part.text) is not None
        for amount in amounts(part):
            before, written = part.text[: amount.start], amount.text.text
            if amount.named or (
                max(amount.low or 0, amount.high or 0) >= _LEAST
                and (expects or compiled(_PERIOD_BEHIND).search(written) is not None)
            ):
                single = amount.low == amount.high
                more = single and (added or compiled(_BASE).search(before) is not None)
                yield _Pay(amount, _per(part, amount, label), more, _rank(part.text, before))


def _parts(text: Tracked) -> Iterator[tuple[Tracked, bool]]:
    """The parts of a text, each with whether the next is added to it."""
    start = 0
    for cut in compiled(_PARTS).finditer(text.text):
        before, behind = text.text[cut.start() - 1 : cut.start()], text.text[cut.end() : cut.end() + 3]
        if (cut[0] == "," and before.isdigit() and behind.isdigit()) or not (behind or cut[0] != "+"):
            continue  # 38,000; 15K+
        yield text.part(start, cut.start()), cut["more"] is not None
        start = cut.end()
    yield text.part(start, len(text)), False


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


def _per(part: Tracked, amount: Amount, label: str) -> tuple[str, Tracked] | None:
    """The period that stands behind the amount, else the last before it, else that of the label, else the K's."""
    periods = list(compiled(_PERIOD).finditer(part.text, 0, amount.end))
    near = next((m for m in periods if m.start() >= amount.start), periods[-1] if periods else None)
    if near is not None and near.lastgroup is not None:
        return near.lastgroup, part[near.start() : near.end()]
    said = compiled(_PERIOD).search(label)
    if said is not None and said.lastgroup is not None:
        return said.lastgroup, amount.text
    return ("month", amount.text) if amount.thousands else None
