"""Lines and pairs of an ad that what they say tells: hours behind a bare 时间, pay at the head of a line, facts of the employer."""

from collections.abc import Sequence

from jdparse.numbering import PICTURES
from jdparse.outline.ads import chips, clauses
from jdparse.outline.entry import Entry, Role
from jdparse.outline.organizations import is_organization
from jdparse.patterns import deferred

# 时间：9:00-18:00，大小周; 休息：月休四天
_TIMES = deferred(r"[^\w【]{0,4}(?:时间|上班|休息|班次|作息)[：:][ \t\u3000]*(?P<text>\S.*)")


def lines(entries: list[Entry]) -> list[Entry]:
    """The entries with those told by what they say: hours behind a bare 时间, and pay at the head of a line that stands in no list.

    Under a heading of pay, benefits or duties a line stays an item of it.
    """
    section = ""
    for index, entry in enumerate(entries):
        if entry.field is not None:
            if entry.label is not None:
                section = entry.field if entry.text is None else ""
            continue
        if entry.set_off == "colon" and _is_allowance(entry):
            entries[index] = entry._replace(field="compensation.salary")
            section = ""
            continue
        if (work := _work(entry)) is not None:
            entries[index] = work
            section = "duties" if work.text is None else ""
            continue
        drawn = _drawn(entry)
        if drawn is not None and (not section or (_ends_list(drawn) and section.startswith(_LISTS))):
            entries[index] = drawn
            continue
        if section.startswith("application.") and entry.role is Role.ITEM and _FOUNDED.search(entry.whole.text):
            entries[index] = entry._replace(
                role=Role.LABEL, field="organization.description", label=None, text=entry.whole, set_off="chip"
            )
            continue
        if index and entries[index - 1].field == "working_hours" and _goes_on(entries[index - 1], entry):
            entries[index] = entry._replace(
                role=Role.LABEL, field="working_hours", label=None, text=entry.whole, set_off="chip"
            )
            continue
        hours = _hours(entry) if entry.enumerator is None or entry.set_off == "colon" else None
        if hours is not None:
            label, text = entry.whole[:hours], entry.whole[hours:]
            entries[index] = entry._replace(
                role=Role.LABEL, field="working_hours", label=label, text=text, set_off="colon"
            )
        elif (
            entry.enumerator is None
            and entry.role is Role.ITEM
            and not section
            and clauses.PAID.match(entry.whole.text)
        ):
            entries[index] = entry._replace(
                role=Role.LABEL, field="compensation.salary", label=None, text=entry.whole, set_off="chip"
            )
    return entries


# What a picture before a line without a label says of it, where the line agrees.
_DRAWN = (
    ("compensation.salary", "💰💵💴💲🤑", deferred(r"\d")),
    ("application.contacts", "📞☎📱📲", deferred(r"\d[\d -]{5,20}\d")),
    ("application.contacts", "📧✉📮📩", deferred("@")),
    ("location", "📍📌🏠🏢", deferred(r"[路街道巷号镇村区县市楼层室座栋]|广场|旁|对面")),
    ("working_hours", "⏰🕘🕗🕖⌚", clauses.HOURS),
    ("compensation.benefits", "🎁", deferred(r"^.{6}")),
    ("compensation.benefits", "🍚🍱🍽🍜🛏🏨", deferred(r"[包管供有吃住餐饭宿]")),
)


def _drawn(entry: Entry) -> Entry | None:
    """The value that a line is which a picture begins: 💰 4500元/月, 📍 东湖路88号; None for another line."""
    picture = entry.marker.text.strip() if entry.marker is not None else entry.whole.text[:1]
    if not (entry.role is Role.ITEM or entry.set_off == "bare") or not picture or picture[0] < "\u231a":
        return None
    found = PICTURES.match(entry.whole.text)
    text = entry.whole[found.end() :] if found is not None else entry.whole
    for field, pictures, form in _DRAWN:
        if picture[0] in pictures and form.search(text.text):
            return entry._replace(
                role=Role.LABEL, field=field, enumerator=None, marker=None, label=None, text=text, set_off="chip"
            )
    return None


_LISTS = ("duties", "requirements.")


def _ends_list(drawn: Entry) -> bool:
    """Whether what a picture begins is pay and nothing else: it stands in no list of duties, but over those of the next job."""
    return drawn.field == "compensation.salary" and drawn.text is not None and chips.is_pay(drawn.text.text)


# What stands below whom to ask, on a board's card of the employer: 工坊成立于民国98年
_FOUNDED = deferred(r"(?:成立|创立|创办|创建|始建|创始)于|旗下|致力于|专注于")


def _goes_on(before: Entry, entry: Entry) -> bool:
    """Whether a line below the hours of work that a picture sets off is one of its shifts: 早班 8:30-12:30."""
    return (
        before.set_off == "chip"
        and entry.role is Role.ITEM
        and entry.enumerator is None
        and _SHIFT.match(entry.whole.text) is not None
    )


_SHIFT = deferred(r"[^\W\d_]{0,6}[:： ]?\d{1,2}[:：点]\d{0,2}.{0,8}\d{1,2}[:：点]\d{0,2}.{0,12}$")


def _hours(entry: Entry) -> int | None:
    """Where an entry says when one works, behind a label that may mean any time: 时间：9:00-18:00."""
    found = _TIMES.match(entry.whole.text) if entry.role is not Role.TITLE else None
    return found.start("text") if found is not None and clauses.HOURS.search(found["text"]) else None


_ALLOWANCES = frozenset("补贴 津贴 工钱 误工补贴 生活补贴".split())


def _is_allowance(entry: Entry) -> bool:
    """Whether a pair on a line is what is paid: 补贴：每月1200元. In a table of pay the word is one of its parts."""
    return (
        entry.label is not None
        and entry.text is not None
        and entry.label.text.strip("：: ") in _ALLOWANCES
        and "元" in entry.text.text
    )


# 工作：接待客户; 👉工作： over a list. Everywhere else the word says nothing.
_WORK = deferred(r"[^\w【]{0,4}工作[ \t\u3000]*[：:][ \t\u3000]*")


def _work(entry: Entry) -> Entry | None:
    """What one does, behind a bare 工作 with a colon; None for another line."""
    if "工作" not in entry.whole.text[:8] or entry.role is Role.TITLE:
        return None
    found = _WORK.match(entry.whole.text)
    if found is None:
        return None
    label, text = entry.whole[: found.end()], entry.whole[found.end() :]
    return entry._replace(role=Role.LABEL, field="duties", label=label, text=text or None, set_off="colon")


_OF_A_COMPANY = frozenset(
    "行业 规模 性质 公司行业 公司规模 公司性质 企业性质 企业规模 单位性质 所属行业 员工人数 人员规模 融资阶段".split()
)


def employer(entries: list[Entry]) -> list[Entry]:
    """The entries with a line of facts of the employer as what it says of itself: 行业：印刷　性质：私营　规模：50-99人."""
    for index, entry in enumerate(entries):
        if entry.heading and entry.field is None and _heads_employer(entries, index):
            entries[index] = entry._replace(
                role=Role.LABEL, field="organization.name", label=None, text=entry.whole, set_off="chip", fresh=True
            )
        if _names_employer(entry):
            entries[index] = entry._replace(field="organization.name")
        if not _is_of_a_company(entry) or not entry.first:
            continue
        end = index + 1
        while end < len(entries) and not entries[end].first:
            end += 1
        if end - index > 1 and all(map(_is_of_a_company, entries[index:end])):
            for at in range(index, end):
                own = entries[at]
                entries[at] = own._replace(field="organization.description", label=None, text=own.whole, set_off="chip")
    return entries


def _heads_employer(entries: Sequence[Entry], index: int) -> bool:
    """Whether a heading below what a page says of a job is an employer's name, over what is said of him."""
    above = index and entries[index - 1].field is not None
    said = any((entry.field or "").startswith("organization.") for entry in entries[index + 1 : index + 1 + _NEAR])
    return bool(above) and said and is_organization(entries[index].whole.text)


_NEAR = 3


def _names_employer(entry: Entry) -> bool:
    """Whether a label that may be of a department's name, or of anything, stands before an employer's: 单位：宏达机械厂."""
    label, text = entry.label, entry.text
    if entry.field is not None or entry.set_off != "colon" or label is None or text is None:
        return False
    return label.text in _MAY_NAME_EMPLOYER and (is_organization(text.text) or _NAMED.fullmatch(text.text) is not None)


_NAMED = deferred(r"[^\W\d_]{3,20}[厂店社坊铺场馆院所校园局](?:[（(][^（()）]{1,30}[)）])?")
_MAY_NAME_EMPLOYER = frozenset("单位 企业 工厂 学校 医院 商家 店铺".split())


def _is_of_a_company(entry: Entry) -> bool:
    return (
        entry.role is Role.LABEL
        and entry.label is not None
        and entry.text is not None
        and entry.label.text.strip("：: ") in _OF_A_COMPANY
    )
