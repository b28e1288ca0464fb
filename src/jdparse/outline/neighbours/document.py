"""What an entry is by all of its document: 其他 among finer labels, a label that names what no other does, the number of a job."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from jdparse.numbering import Enumerator
from jdparse.outline import labels, titles
from jdparse.outline.ads import clauses
from jdparse.outline.entry import Entry, Role, silent
from jdparse.outline.jobs.starts import OF_JOBS
from jdparse.outline.neighbours import signing, told
from jdparse.outline.organizations import is_organization
from jdparse.patterns import deferred


def read(entries: list[Entry]) -> list[Entry]:
    """The entries by what all of the document shows of them."""
    for step in (
        with_establishment,
        with_bracketed_name,
        with_names,
        with_branches,
        told.with_lead,
        told.with_posts,
        told.with_listed_posts,
        told.with_paired_posts,
        told.with_named_sections,
        with_bare_values,
        with_sections,
        with_counted_duties,
        with_shares,
        with_other_requirements,
        with_sides,
        signing.with_dates,
        signing.with_acknowledgement,
        with_last_words,
    ):
        entries = step(entries)
    return entries


def with_establishment(entries: list[Entry]) -> list[Entry]:
    """The entries with 编制：3人, how many the job is for, told from 编制：刘敏, who wrote the document."""
    for index, entry in enumerate(entries):
        if entry.field == "people.prepared_by" and entry.text is not None and _MANY.match(entry.text.text):
            entries[index] = entry._replace(field="headcount", text=entry.text.strip("；;，,。"))
    return entries


_MANY = deferred(r"[^\W\d_]{0,4}\d+ ?[人名个]|\d|[一二三四五六七八九十两]{1,3}[人名]?$|若干")


def with_other_requirements(entries: list[Entry]) -> list[Entry]:
    """The entries with 其他 among the finer labels under 任职资格 made one of these."""
    inside = False
    for index, entry in enumerate(entries):
        if entry.role is not Role.LABEL:
            continue
        if entry.field == "requirements.general" and entry.text is None:
            inside = True
        elif entry.fresh or not (entry.field or "").startswith("requirements."):
            other = _is_other(entry) and entries[index - 1].set_off == entry.set_off
            inside = inside and not entry.fresh and (other or _is_over_a_person(entries[index : index + 2]))
            if inside:
                entries[index] = entry._replace(field="requirements.general")
    return entries


def _is_other(entry: Entry) -> bool:
    """Whether an entry is 其他 with its value, and that says nothing of the document: 未尽事宜由教务处解释."""
    label, text = entry.label, entry.text
    if entry.field != "remarks" or label is None or text is None or not labels.is_other(label.text):
        return False
    return _OF_THE_DOCUMENT.search(text.text) is None


def _is_over_a_person(entries: Sequence[Entry]) -> bool:
    """Whether 其他 stands alone, over a line that speaks of whoever is sought: 有耐心，能用本地方言沟通."""
    head, below = entries[0], entries[-1]
    bare = (
        head.field == "remarks" and head.text is None and head.enumerator is None and labels.is_other(head.whole.text)
    )
    plain = below is not head and below.role is Role.ITEM and below.enumerator is None
    return bare and plain and clauses.OF_A_PERSON.search(below.whole.text) is not None


_OF_THE_DOCUMENT = deferred(r"未尽事宜|[由归].{1,12}解释|(?:本|此|该)(?:岗位|职位|工作)?(?:说明书|文件|规范|标准|表)")


def with_sides(entries: list[Entry]) -> list[Entry]:
    """The entries with 内：… and 外：… under a heading of relations made labels of those within and without."""
    inside = False
    for index, entry in enumerate(entries):
        if entry.role is Role.LABEL and entry.text is None:
            inside = (entry.field or "").startswith(("relations.", "section.relations"))
        elif inside and entry.field is None and (found := _SIDE.match(entry.whole.text)) is not None:
            label, text = entry.whole[:1], entry.whole[found.end() :]
            entries[index] = entry._replace(
                role=Role.LABEL, label=label, text=text, field=_SIDES[label.text], set_off="colon", unfinished=False
            )
    return entries


_SIDE = deferred(r"[内外][：:][ \t\u3000]*(?=\S)")
_SIDES = {"内": "relations.internal", "外": "relations.external"}


def with_last_words(entries: list[Entry]) -> list[Entry]:
    """The entries with what the last of them say of the document made remarks: 本制度自印发之日起施行，由办公室解释."""
    for index in reversed(range(len(entries))):
        entry = entries[index]
        if entry.field is not None or entry.role is not Role.ITEM or entry.enumerator is not None:
            break
        if not _IN_FORCE.match(entry.whole.text):
            break
        entries[index] = entry._replace(role=Role.LABEL, field="remarks", label=None, text=entry.whole, set_off="chip")
    return entries


_IN_FORCE = deferred(
    r"(?:附(?:则|注)?[：:]?)?(?:以上|本|此|该)[^，。；：]{0,10}(?:说明书|职责|制度|汇编|规定|规范|手册|标准|文件|办法|细则|表|岗位说明)[^。；]{0,16}(?:施行|执行|生效|实施|试行|解释)[^。；]{0,30}。?$"
    r"|[^，。；：]{0,16}(?:说明书|职责|制度|汇编|规定|规范|手册|标准|文件|办法|细则)[^，。；]{0,6}(?:即行|同时)(?:废止|作废)。?$"
)


def with_bracketed_name(entries: list[Entry]) -> list[Entry]:
    """The entries, a name in brackets right below the document's title made that of the job: 岗位职责与任职条件 over （薪酬专员）."""
    for index, (entry, below) in enumerate(pairwise(entries[:_HEAD])):
        heads = entry.role is Role.TITLE or (entry.role is Role.LABEL and entry.field in ("duties", "section.basic"))
        plain = entry.text is None and entry.enumerator is None and below.role is Role.ITEM and below.enumerator is None
        found = _IN_BRACKETS.fullmatch(below.whole.text) if heads and plain else None
        if found is not None and titles.names_job(found["name"]):
            name = below.whole[slice(*found.span("name"))]
            entries[index] = entry._replace(role=Role.TITLE, label=entry.whole, text=name, field="section.basic")
            entries[index + 1] = silent(below.whole)
            break
    return entries


_HEAD = 5
_IN_BRACKETS = deferred(r"[（(](?P<name>[^（()），。；]{2,24})[)）]")


def with_names(entries: list[Entry]) -> list[Entry]:
    """The entries of a form in which a label names what no other does: 职称 the job, as in Taiwan, 归口部门 its department."""
    ranks = [
        index
        for index, (entry, following) in enumerate(pairwise(entries))
        if entry.field == "requirements.certificates"
        and entry.text is not None
        and entry.label is not None
        and entry.label.text == "职称"
        and following.field is not None
        and labels.is_identity(following.field)
    ]
    if ranks and all(entry.field != "title" for entry in entries):
        for index in ranks:
            entries[index] = entries[index]._replace(field="title")
    for index, (entry, below) in enumerate(pairwise(entries)):
        if entry.field == "code" and entry.text is None and below.field == "duties" and _is_label(entry, "编号"):
            entries[index] = silent(entry.whole)  # the name of a column beside 工作内容
    contacts = sum((entry.field or "").startswith("contact.") for entry in entries)
    for index, entry in enumerate(entries):
        # of an ad it is the employer, of a quantity what it is counted in
        if (
            entry.label is not None
            and (entry.field is None or (entry.field == "contact.unit" and contacts <= 1))
            and _is_label(entry, "单位")
            and is_organization(entry.text.text if entry.text else "")
        ):
            entries[index] = entry._replace(field="organization.name")
        elif (
            entry.label is not None
            and entry.text is not None
            and entry.field in (None, "contact.unit")
            and contacts <= 1
            and _is_label(entry, "所在单位")
        ):
            # beside 接触对象 it is where those work
            employer = is_organization(entry.text.text)
            entries[index] = entry._replace(field="organization.name" if employer else "department")
    if all(entry.field not in ("department", "document_no") for entry in entries):
        for index, entry in enumerate(entries):
            # of a document it is the department in charge, of a post that to which it belongs
            if entry.field == "extra" and _is_label(entry, "归口部门"):
                entries[index] = entry._replace(field="department")
    return entries


def _is_label(entry: Entry, label: str) -> bool:
    return entry.label is not None and "".join(entry.label.text.split()) == label


def with_counted_names(entries: list[Entry]) -> list[Entry]:
    """The entries, a number of a job that stands alone (岗位01) put before the name on the line below it."""
    if not any(map(_is_bare_number, entries)):
        return entries
    out: list[Entry] = []
    for entry in entries:
        before = out[-1] if out else None
        if before is not None and _is_bare_number(before) and _may_be_counted(entry):
            out[-1] = entry._replace(enumerator=before.enumerator, marker=before.marker, gap=before.gap)
        else:
            out.append(entry)
    return out


def _is_bare_number(entry: Entry) -> bool:
    return (
        entry.enumerator is not None and not entry.whole and entry.set_off == "" and entry.enumerator.family in OF_JOBS
    )


def _may_be_counted(entry: Entry) -> bool:
    """Whether a line may be the name of the job that is numbered above it."""
    return entry.enumerator is None and entry.field is None and labels.heading_like(entry.whole.text)


def with_counted_duties(entries: list[Entry]) -> list[Entry]:
    """The entries with a number before each 职责表述 of a form whose upright 职责一, 职责二 were lost: what follows is of that duty."""
    stated = [
        index for index, entry in enumerate(entries) if entry.field == "duty.name" and _is_label(entry, "职责表述")
    ]
    if len(stated) < _FEWEST_STATED or any(
        e.enumerator is not None and e.enumerator.family == _OF_DUTIES for e in entries
    ):
        return entries
    out = list(entries)
    for number, index in reversed(list(enumerate(stated, 1))):
        entry = entries[index]
        if entry.set_off in ("colon", "line", "bare"):
            mark = Enumerator(_OF_DUTIES, _OF_DUTIES, number, 0)
            out.insert(
                index, Entry(Role.ITEM, entry.line, 0, mark, entry.whole[:0], None, None, None, entry.whole[:0], "row")
            )
    return out


_OF_DUTIES = "职责N"
_FEWEST_STATED = 2


def with_shares(entries: list[Entry]) -> list[Entry]:
    """The entries with the share of a duty that stands alone below its name: 1 主要工作职责：成本核算 over 40 % and 任务."""
    found = [
        index
        for index, (entry, below) in enumerate(pairwise(entries))
        if entry.field == "duties"
        and entry.text is not None
        and entry.enumerator is not None
        and below.field is None
        and _SHARE.fullmatch(below.whole.text) is not None
    ]
    for index in found if len(found) >= _FEWEST_STATED else ():
        entries[index] = entries[index]._replace(field="duty.name")
        share = entries[index + 1]
        entries[index + 1] = share._replace(
            role=Role.LABEL, label=None, text=share.whole, field="duty.time_share", set_off="colon"
        )
    return entries


_SHARE = deferred(r"\d{1,3}(?:\.\d)?[ ]?[%％]")


def with_bare_values(entries: list[Entry]) -> list[Entry]:
    """The entries with a word that is a label elsewhere made the value of the numbered heading of which it is all: 六、使用设备 over 电脑."""
    for index, (above, entry, below) in enumerate(zip(entries, entries[1:], entries[2:], strict=False), 1):
        if (
            entry.role is Role.LABEL
            and entry.set_off == "bare"
            and entry.text is None
            and entry.enumerator is None
            and not entry.heading
            and entry.field is not None
            and above.field in _OF_THINGS
            and above.text is None
            and above.enumerator is not None
            and below.enumerator is not None
            and (above.enumerator.family, above.enumerator.ordinal + 1)
            == (below.enumerator.family, below.enumerator.ordinal)
        ):
            entries[index] = entry._replace(role=Role.ITEM, label=None, field=None, text=entry.whole, set_off="")
    return entries


_OF_THINGS = frozenset({"tools", "environment", "records", "risks", "travel", "working_hours", "authority"})


def with_sections(entries: list[Entry]) -> list[Entry]:
    """The entries with a bare 工作条件 over pairs of its own (出差情况 | 每月两次) made the name of their section: it was not left empty.

    Within a section of that kind it was.
    """
    opened: str | None = None
    last = max((i for i, entry in enumerate(entries) if entry.field == "remarks"), default=-1)
    for index, (entry, below) in enumerate(pairwise(entries)):
        if index < last and entry.text is None and entry.field == "remarks" and _is_section_of_others(entry, below):
            entries[index] = entry._replace(field="section.other")
        if entry.role is Role.TITLE or (entry.field or "").startswith("section."):
            opened = entry.field
        section = _SECTIONS.get(entry.field or "")
        if (
            section is not None
            and section.name != opened
            and entry.set_off == "bare"
            and entry.text is None
            and (entry.enumerator is not None or entry.heading or not entry.whole.text.endswith(section.own))
            and below.field in section.fields
            and below.set_off in _BESIDE
            and below.text is not None
        ):
            entries[index] = entry._replace(field=section.name)
    return entries


def _is_section_of_others(entry: Entry, below: Entry) -> bool:
    """Whether 其他信息 heads pairs of a form, as it has remarks of their own behind them."""
    known = below.role is Role.LABEL and below.field is not None and below.field != "remarks"
    return known and entry.set_off == "bare" and entry.whole.text.startswith(_OTHER)


_OTHER = ("其他", "其它")


class _Section(NamedTuple):
    """A section that is called as one of the fields in it."""

    name: str
    own: str
    """How a label ends that names the field alone, which may have been left empty."""
    fields: frozenset[str]


_SECTIONS = {
    "environment": _Section(
        "section.conditions", "环境", frozenset({"environment", "travel", "risks", "tools", "working_hours", "records"})
    ),
    "relations.cooperation": _Section(
        "section.relations",
        "协作",
        frozenset({"relations.internal", "relations.external", "relations.supervised_by", "relations.supervises"}),
    ),
}
_BESIDE = ("cell", "form", "colon")


def with_branches(entries: list[Entry]) -> list[Entry]:
    """The entries with the names of a firm's branches that stand over the labels of their jobs as departments: 城东店 over 岗位：验光师."""
    found = [
        index
        for index, (entry, below) in enumerate(pairwise(entries))
        if below.field == "title"
        and below.text is not None
        and entry.field is None
        and entry.role is not Role.TITLE
        and (_BRANCH.fullmatch(entry.whole.text) is not None or (entry.whole.text[:1] == "【" and entry.text is None))
    ]
    texts = {entries[index].whole.text for index in found}  # 【打印】 below each job is a control
    for index in found if len(found) > 1 and len(texts) == len(found) else ():
        own = entries[index]
        entries[index] = own._replace(
            role=Role.LABEL,
            enumerator=None,
            field="department",
            label=None,
            text=own.whole.strip("【】[]"),
            set_off="chip",
            heading=0,
        )
    return entries


_BRANCH = deferred(
    r"[^\W\d_]{1,14}(?:店|院区|校区|厂区|园区|分院|馆|分公司|分厂|基地|营业部|网点|车间|项目部|站|科|部|室|中心|处|病区|学院)"
)
