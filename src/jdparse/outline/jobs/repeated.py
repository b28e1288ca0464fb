"""Jobs whose names are headings of one shape, under each of which the same sections repeat: `一、大堂副理 … 二、前台接待员 …`."""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from jdparse.outline import titles
from jdparse.outline.ads import chips
from jdparse.outline.entry import Entry, Role
from jdparse.outline.jobs.content import CORE
from jdparse.outline.labels import heading_like
from jdparse.outline.titles import VERB
from jdparse.patterns import deferred

# Fields that stand near the beginning of a job and once in it.
_STARTERS = (
    "reports_to", "direct_reports", "department", "duties", "headcount", "code", "summary", "section.relations", "section.basic",
    "location", "compensation.salary", "requirements.general",
)  # fmt: skip

# … and others, where what stands over them reads as a job's name.
_FACTS = ("requirements.gender", "requirements.age", "requirements.education", "requirements.experience", "job_type")

# Labels that may stand in a job twice.
_SECTIONS = {"duties", "summary", "requirements.general", "section.relations"}

_LONGEST_HEADING = 40
_LONGEST_STYLED = 60
"""Characters of a heading that a page sets as one: 灯光设计师 Lighting Designer Shanghai / Full-time."""

_MOST_FACTS = 12
"""Lines of bare values between a job's name and its first label: the pay, the place, what is offered."""

# How what stands beside a job's name is set off: 盾构司机 2人 2024-05-11, 维保工 招聘人数：10人.
_BESIDE = ("chip", "header", "colon")


def headings(entries: Sequence[Entry], low: int) -> list[int]:
    """Headings of one shape, from `low` on, under which the same sections repeat; [] where there are none."""
    shapes: dict[str, list[int]] = {}  # by the family of their markers
    others: dict[str, list[int]] = {}  # lines that stand as headings do and do not look like them, by the label below
    doubtful: list[int] = []  # as `others`, over what may stand anywhere in a job
    below: dict[int, str] = {}
    again = Counter(entry.whole.text for entry in entries if entry.field is None and entry.heading)
    for index in range(low, len(entries) - 1):
        entry = entries[index]
        field = _field_below(entries, index) if _stands_as_heading(entry) else None
        if field is None and _is_over_unknown(entry, _right_below(entries, index), again):
            field = "duties"  # 2、加工师 1人 over 【干啥】
        if field in _FACTS and not titles.names_job(entry.whole.text):
            doubtful.append(index)
            continue
        if (field not in _STARTERS and field not in _FACTS) or VERB.match(entry.whole.text) or _is_fact(entry):
            continue
        if index and (_are_tags(entries[index - 1], entry) or _is_item_among(entries[index - 1], entry)):
            continue
        family = entry.enumerator.family if entry.enumerator else ""
        if _may_head_job(entry, len(shapes.get(family, ()))):
            shapes.setdefault(family, []).append(index)
            below[index] = field
        elif not family:
            others.setdefault(field, []).append(index)
    if not shapes:
        return []
    best = max(shapes.values(), key=len)
    paid = [index for index in best if _is_paid(entries, index)]
    if len(paid) > 1:
        best = paid
    best = [index for index in best if below[index] == below[best[0]] or not _is_last_item(entries, index)]
    if len(best) < 2 or (len(paid) < 2 and _is_named_above(entries, best)):
        return []
    fields = [{e.field for e in entries[a:b] if e.field} for a, b in itertools.pairwise((*best, len(entries)))]
    if not any(sum(f in found for found in fields) >= 2 for f in _STARTERS):
        return []
    first = {below[index] for index in best}
    if doubtful and len(first) == 1:
        best = sorted([*best, *(index for index in doubtful if _is_like(entries, index, best[0]))])
    if others and best == shapes.get("") and len(first) == 1 and not first & _SECTIONS:
        best = sorted([*best, *(index for index in others.get(first.pop(), ()) if index > best[0])])
    return _with_those_set_alike(entries, best)


def _is_over_unknown(entry: Entry, below: Entry, again: Mapping[str, int]) -> bool:
    """Whether a counted name stands over a heading in brackets that nobody knows, or a page's over one that comes `again`."""
    if 0 < entry.heading < below.heading and below.role is Role.LABEL and below.text is None:
        return again[below.whole.text] > 1 and again[entry.whole.text] == 1 and _stands_as_heading(entry)
    counted = entry.enumerator is not None and entry.enumerator.ordinal > 0 and _stands_as_heading(entry)
    return counted and below.set_off == "bracket" and below.text is None and titles.names_job(entry.whole.text)


def _with_those_set_alike(entries: Sequence[Entry], found: Sequence[int]) -> list[int]:
    """The headings with those names of jobs between them that are set as all of them are, over a text: 销售顾问 over 只要你擅长…"""
    levels = {entries[index].heading for index in found}
    (level,) = levels if len(levels) == 1 else (0,)
    if not level:
        return list(found)
    return [
        index
        for index, entry in enumerate(entries)
        if index in found
        or (
            found[0] < index < found[-1]
            and entry.heading == level
            and _stands_as_heading(entry)
            and titles.names_job(entry.whole.text)
        )
    ]


def _is_named_above(entries: Sequence[Entry], found: Sequence[int]) -> bool:
    """Whether a label names the job above the headings, few of which read as names."""
    above = any(entry.field == "title" and entry.text is not None for entry in entries[: found[0]])
    return above and 2 * sum(titles.names_job(entries[index].whole.text) for index in found) < len(found)


def over_lists(entries: Sequence[Entry], before: Sequence[Entry]) -> list[int]:
    """Headings right over lists that are jobs: below a title that says of several what they do (各岗位职责汇编), or names of jobs.

    `before` are the entries that stand above. [] where there are none.
    """
    families: dict[str, list[int]] = {}
    for index, (entry, below) in enumerate(itertools.pairwise(entries)):
        own, item = entry.enumerator, below.enumerator
        if item is None or item.ordinal != 1 or entry.field is not None or entry.role is Role.TITLE:
            continue
        family = own.family if own is not None else ""
        text = entry.whole.text
        if family != item.family and heading_like(text) and not VERB.match(text):
            families.setdefault(family, []).append(index)
    found = max(families.values(), key=len, default=list[int]())
    if not found or entries[found[0]].enumerator is None:
        found = [index for index in found if titles.may_name_job(entries[index].whole.text)]
    if not found or not (
        any(map(is_of_several, (*before, *entries[: found[0]]))) or _are_names(found, entries, before)
    ):
        return []
    ordinals = [e.ordinal for index in found if (e := entries[index].enumerator) is not None]
    return found if ordinals == list(range(1, len(ordinals) + 1)) and len(found) > 1 else []


def _are_names(found: Sequence[int], entries: Sequence[Entry], before: Sequence[Entry]) -> bool:
    """Whether most headings read as names of jobs, and nothing else names one."""
    named = sum(titles.names_job(entries[index].whole.text) for index in found)
    one = any(_names_one(entry) for entry in (*before, *entries))
    return not one and len(found) > 1 and 3 * named >= 2 * len(found)


def _names_one(entry: Entry) -> bool:
    """Whether an entry is a title with a job's name, or a label for one."""
    return entry.field == "title" or (
        entry.role is Role.TITLE and entry.text is not None and titles.names_job(entry.text.text)
    )


def is_of_several(entry: Entry) -> bool:
    """Whether an entry is a title of what several jobs do and names none of them."""
    named = entry.role is Role.TITLE and entry.text is not None and not entry.text.text.endswith("工作人员")
    return not named and len(entry.whole) <= _LONGEST_HEADING and _OF_SEVERAL.search(entry.whole.text) is not None


_OF_SEVERAL = deferred(
    r"各(?:个|类|级)?(?:工作)?(?:岗位|岗|职位|人员|工种)(?:工作|岗位)?(?:职责|职能|责任)|[科室部处站所院厂店队组园校局](?:各级|各类)?工作人员(?:岗位|工作)?职责|岗位职责(?:汇编|大全|汇总|一览|集锦)"
)


def _is_like(entries: Sequence[Entry], index: int, other: int) -> bool:
    """Whether a line has the marker of another, the same label below it, and may be a job's name as that one is."""
    own, of_other = entries[index].enumerator, entries[other].enumerator
    return (
        (own and own.family) == (of_other and of_other.family)
        and _field_below(entries, index) == _field_below(entries, other)
        and titles.may_name_job(entries[index].whole.text)
    )


def _stands_as_heading(entry: Entry) -> bool:
    """Whether an entry is a short line that is no title, no pair and no sentence."""
    if entry.field is not None or entry.role is Role.TITLE or not entry.whole:
        return False
    if len(entry.whole) > (_LONGEST_STYLED if entry.heading else _LONGEST_HEADING):
        return False
    return (entry.role is not Role.LABEL or entry.text is None) and entry.whole.text[-1] not in "。；;，,"


def _is_last_item(entries: Sequence[Entry], index: int) -> bool:
    """Whether a line over a label is the last of the plain lines below another, and does not read as a job's name."""
    entry, before = entries[index], entries[index - 1]
    return (
        index > 0
        and entry.role is Role.ITEM
        and entry.enumerator is None
        and not entry.heading
        and (before.role is Role.ITEM or (before.field is not None and before.text is None))
        and not titles.names_job(entry.whole.text)
    )


def _is_item_among(before: Entry, entry: Entry) -> bool:
    """Whether an entry is one more item of a list with bullets or numbers, and does not read as a job's name."""
    own, other = entry.enumerator, before.enumerator
    return (
        own is not None
        and other is not None
        and before.role is Role.ITEM
        and own.family == other.family
        and (own.ordinal == 0 == other.ordinal or own.ordinal == other.ordinal + 1)
        and not titles.names_job(entry.whole.text)
    )


def _is_fact(entry: Entry) -> bool:
    """Whether an entry is a value of a job without a label, or a line of them."""
    return entry.set_off == "chip" or (
        entry.role is Role.ITEM
        and bool(chips.read(entry.whole) or chips.offers(entry.whole) or chips.are_places(entry.whole.text))
    )


def _right_below(entries: Sequence[Entry], index: int) -> Entry:
    """The entry below a line, past what stands beside it."""
    return next((e for e in entries[index + 1 : index + 1 + _MOST_FACTS] if not _is_passed_over(e)), entries[index])


def _field_below(entries: Sequence[Entry], index: int) -> str | None:
    """What the label right below a line names; None where another line stands there."""
    behind = index + 1
    while behind + 1 < len(entries) and _is_passed_over(entries[behind]):
        behind += 1
    following = entries[behind]
    if following.role is Role.ITEM and behind + 1 < len(entries) and _is_over_line(entries[index], following):
        following = entries[behind + 1]
    at = behind
    if _is_paid(entries, index):
        return _PAY  # beside how many are sought, whatever stands below them
    while at < min(behind + _MOST_FACTS, len(entries) - 1) and _is_fact(entries[at]):
        at += 1
        following = entries[at]
    return following.field if following.role is Role.LABEL else None


def _is_passed_over(entry: Entry) -> bool:
    """Whether an entry stands beside the name of a job, is but the name of a table's column (项目 | 内容), or the day of the job's posting."""
    if entry.role is Role.LABEL and entry.field is None and entry.text is not None:
        return _POSTED.match(entry.whole.text) is not None
    return entry.set_off in _BESIDE and (not entry.first or not entry.whole)


def _is_paid(entries: Sequence[Entry], index: int) -> bool:
    """Whether how many are sought and the pay stand below a line, each on a line of its own, and no other fact."""
    facts = entries[index + 1 : index + 4]
    told = [entry for entry in facts if entry.set_off == "chip" and entry.first]
    return len(facts) > len(told) and {entry.field for entry in told} == {_PAY, "headcount"}


_PAY = "compensation.salary"

_POSTED = deferred(r"(?:发布|更新|刷新|发表|添加)(?:日期|时间)")


def _may_head_job(entry: Entry, before: int) -> bool:
    """Whether a line that stands as a job's heading may be one: it is short, counts on from those before it, is set as a heading, or
    reads as a job's name (驯养师（夜班，限男）).
    """
    text = entry.whole.text
    if heading_like(text):
        return True
    if entry.enumerator is not None:
        return entry.enumerator.ordinal == before + 1
    return entry.heading > 0 or titles.is_long_name(text)


def _are_tags(before: Entry, entry: Entry) -> bool:
    """Whether a line under a job's heading is the tags that boards set there: 鸡尾酒 吧台 under 职位描述."""
    bare = before.role is Role.LABEL and before.text is None and CORE.match(before.field or "") is not None
    return bare and entry.enumerator is None and len(entry.whole.text.split()) > 1


def _is_over_line(entry: Entry, following: Entry) -> bool:
    """Whether a line may stand between an entry and the first label: one below 第二节, what 乙、校医 is for (在分管副校长领导下，…), or facts
    in words of their own (全职，提供住房补贴).
    """
    if entry.enumerator is not None and entry.enumerator.family.startswith("第"):
        return True
    if following.enumerator is not None or not titles.names_job(entry.whole.text):
        return False
    counted = entry.enumerator is not None and entry.enumerator.ordinal > 0
    return counted or (entry.enumerator is None and entry.heading > 0 and len(following.whole) <= _LONGEST_HEADING)
