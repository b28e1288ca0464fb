"""Where one job of a document ends and the next begins.

A job begins at a title line (`仓管员岗位说明书`), at a numbered job (`岗位二`, `篇二`), where the identity labels come again, and at
headings of one shape under each of which the same sections repeat (`一、大堂副理 … 二、前台接待员 …`).
"""

import itertools
import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from jdparse.outline import chips, titles
from jdparse.outline.entry import Entry, Role
from jdparse.outline.labels import heading_like
from jdparse.outline.titles import VERB
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary


class Section(NamedTuple):
    """The entries of one job. `name` is the job's name where a heading says it; `heading` the entry that does."""

    name: Tracked | None
    heading: Entry | None
    entries: tuple[Entry, ...]


class Jobs(NamedTuple):
    """The document's own title entry, what stands before the first job, and the jobs."""

    title: Entry | None
    preface: tuple[Entry, ...]
    sections: tuple[Section, ...]
    closing: tuple[Entry, ...] = ()
    """What stands behind several jobs and belongs to none of them alone."""


# Families of markers that number jobs: 岗位一, 职位2, 篇一, 范例1.
_JOB_FAMILIES = frozenset(
    {"岗位N", "职位N", "篇N", "第篇", "第则", "模板N", "范例N", "示例N", "样例N", "实例N", "范文N", "样本N", "案例N"}
)

# Fields that stand near the beginning of a job and once in it.
_STARTERS = (
    "reports_to", "direct_reports", "department", "duties", "headcount", "code", "summary", "section.relations", "section.basic",
    "location", "compensation.salary", "requirements.general",
)  # fmt: skip

_CORE = deferred(
    r"(?:duties|duty\.|requirements\.|summary|authority|reports_to|performance_standards|kpis|relations\.)"
)


def split(entries: Sequence[Entry], vocabulary: Vocabulary, before: Sequence[Entry] = ()) -> Jobs:
    """The jobs of a document's entries, in order; `before` are those that stand above its body."""
    entries = _named(entries, vocabulary)
    starts = _starts(entries)
    if len(starts) <= 1:
        low = starts[0] if starts else 0
        repeated = _repeated_headings(entries, low)
        if repeated:
            starts = [*(s for s in starts if s < repeated[0] and not _inside(entries, s, repeated[0])), *repeated]
    if not starts:
        past = _behind_revisions(entries)
        low = next(
            (
                i
                for i, e in enumerate(entries[past:], past)
                if (e.role is Role.LABEL and e.field is not None) or chips.read(e.whole)
            ),
            0,
        )
        if low and any(
            e.enumerator is not None and e.role is Role.ITEM and not heading_like(e.whole.text) for e in entries[:low]
        ):
            low = 0
        low = _form_start(entries, low)
        if low == 1 and _is_name(entries[0]):
            return Jobs(None, (), (Section(_name(entries[0]), entries[0], tuple(entries[1:])),))
        return Jobs(None, tuple(entries[:low]), (Section(None, None, tuple(entries[low:])),) if entries else ())
    sections: list[Section] = []
    title: Entry | None = None
    preface: list[Entry] = list(entries[: starts[0]])
    above = [*before, *preface]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(entries)
        body = entries[start:end]
        head = body[0]
        is_heading = head.role is not Role.LABEL or head.field is None
        if is_heading and not _has_content(body[1:]) and end < len(entries):
            title = title or (head if head.role is Role.TITLE else None)
            preface += body if head.role is not Role.TITLE and head.whole else body[1:]  # 示例二 alone over a title
            continue
        while len(body) > 1 and end < len(entries) and (_is_department(body[-1]) or _is_above(body[-1], preface)):
            preface.append(body.pop())  # a department's name, or the next part's, over the jobs that follow
        if is_heading:
            sections.append(Section(_name(head), head, tuple(body[1:])))
        else:
            sections.append(Section(None, None, tuple(body)))
    titled = next((e for e in preface if e.role is Role.TITLE), None)
    if title is None and titled is not None and len(sections) > 1:
        title = titled
        preface.remove(titled)
    if len(sections) == 1 and preface and all(map(_is_of_the_document, preface)):
        # 文件编号：… 生效日期：… on the line over the title
        sections = [sections[0]._replace(entries=(*preface, *sections[0].entries))]
        preface = []
    elif sections and preface and _has_content(_without_headings(preface)):
        sections.insert(0, Section(None, None, tuple(preface)))
        preface = []
    preface += _take_revisions(sections)
    closing: tuple[Entry, ...] = ()
    if len(sections) > 1:
        sections[-1], closing = _without_closing(sections[-1], sections, [*above, *preface])
    return Jobs(title, tuple(preface), tuple(sections), closing)


def _behind_revisions(entries: Sequence[Entry]) -> int:
    """Where the revisions of the document end that are listed before all else: 修订记录 over A/1；2023-08；增加检修内容."""
    first = next((i for i, e in enumerate(entries) if e.set_off != "header"), len(entries))
    end = first + 1
    while end < len(entries) and entries[end].role is Role.ITEM:
        end += 1
    if first + 1 < end < len(entries) and entries[first].field == "section.signature" and entries[first].text is None:
        return end
    return 0


def _take_revisions(sections: list[Section]) -> Sequence[Entry]:
    """Takes the document's revisions out of the first job, above which they stand; those."""
    first = sections[0].entries if sections else ()
    past = _behind_revisions(first)
    if past:
        sections[0] = sections[0]._replace(entries=first[past:])
    return first[:past]


def _form_start(entries: Sequence[Entry], index: int) -> int:
    """Where the form begins in which an entry stands: labels that nobody knows may come before the first known one."""
    start = index
    while start > 0 and not entries[start].fresh:
        start -= 1
        if entries[start].role is not Role.LABEL or entries[start].set_off != "form":
            return index
    return start


def _without_headings(preface: Sequence[Entry]) -> Sequence[Entry]:
    """What stands before the jobs without the headings of a notice, if the last is one: 一、单位概况 … 二、岗位及要求."""
    last = preface[-1]
    if last.enumerator is None or last.field is not None or not heading_like(last.whole.text):
        return preface
    family = last.enumerator.family
    return [entry for entry in preface if entry.enumerator is None or entry.enumerator.family != family]


def _is_of_the_document(entry: Entry) -> bool:
    """Whether an entry is a label with its value such as stand in the head of a controlled document."""
    return entry.role is Role.LABEL and entry.text is not None and (entry.field or "").startswith(_CONTROLLED)


_CONTROLLED = ("document_no", "code", "dates.", "people.", "department", "extra")


_DEPARTMENT = deferred(r"\S{1,10}(?:部|科|室|中心|处|车间|班组|组|办公室|大队|分公司|门店)$")


def _is_name(entry: Entry) -> bool:
    """Whether the only line before a job's first label is its name."""
    return entry.role is Role.ITEM and entry.enumerator is None and titles.may_name_job(entry.whole.text)


def _is_department(entry: Entry) -> bool:
    return (
        entry.enumerator is None
        and entry.field is None
        and entry.text in (None, entry.whole)
        and _DEPARTMENT.match(entry.whole.text) is not None
    )


def _is_above(entry: Entry, preface: Sequence[Entry]) -> bool:
    """Whether a heading goes on with the numbers of those above the jobs: 第二部分 操作岗 behind 第一部分 管理岗."""
    found = entry.enumerator
    if found is None or entry.field is not None or not heading_like(entry.whole.text):
        return False
    return any(
        above is not None and (above.family, above.ordinal + 1) == (found.family, found.ordinal)
        for above in (e.enumerator for e in preface)
    )


def _without_closing(
    last: Section, sections: Sequence[Section], preface: Sequence[Entry]
) -> tuple[Section, tuple[Entry, ...]]:
    """The last job without what follows the jobs and belongs to all of them, and that."""
    if _are_rows(sections):
        places: Sequence[Iterator[int]] = (_below_the_table(last),)
    else:
        places = (
            itertools.chain(_back_above(last, sections, preface), _how_to_apply(last, sections), _of_all(last)),
            _as_high(last, sections),
        )
    at = min(next(place, len(last.entries)) for place in places)
    return last._replace(entries=last.entries[:at]), last.entries[at:]


def _are_rows(sections: Sequence[Section]) -> bool:
    """Whether the jobs are rows of a table, with nothing else between them; what stands before them may be one more section."""
    rows = [section for section in sections if section.heading is not None]
    if len(rows) < 2 or not all(section.heading is not None and section.heading.fresh for section in rows):
        return False
    return len(rows) == len(sections) or not any(entry.fresh for section in rows[:-1] for entry in section.entries)


def _below_the_table(last: Section) -> Iterator[int]:
    """Where a table with a job a row has ended."""
    return (index for index, entry in enumerate(last.entries) if entry.fresh)


def _back_above(last: Section, sections: Sequence[Section], preface: Sequence[Entry]) -> Iterator[int]:
    """Where the numbers of the heading above the jobs go on: `二、招聘岗位（一）…（三）… 三、报名`."""
    heads = {
        s.heading.enumerator.family for s in sections if s.heading is not None and s.heading.enumerator is not None
    }
    above = {
        e.enumerator.family: e.enumerator.ordinal
        for e in preface
        if e.enumerator is not None and e.enumerator.family not in heads
    }
    if not heads or not above:
        return
    inner = {e.enumerator.family for s in sections[:-1] for e in s.entries if e.enumerator is not None}
    for index, entry in enumerate(last.entries):
        found = entry.enumerator
        if found is not None and found.family not in inner and above.get(found.family) == found.ordinal - 1:
            yield index


def _as_high(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where a heading stands as high as those of the jobs, in a page whose other headings are lower."""
    levels = {s.heading.heading if s.heading is not None else 0 for s in sections}
    level = max(levels)
    if len(levels) > 1 or not level:
        return
    if any(0 < entry.heading <= level for section in sections[:-1] for entry in section.entries):
        return
    yield from (index for index, entry in enumerate(last.entries) if 0 < entry.heading <= level)


def _how_to_apply(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where the document ends in how to apply, when no other job says it."""
    if any(map(_is_how_to_apply, (entry for section in sections[:-1] for entry in section.entries))):
        return
    for index, entry in enumerate(last.entries):
        if _is_how_to_apply(entry) and all(map(_may_follow, last.entries[index:])):
            yield index


_OF_ALL = deferred(r"(?:以上|上述)(?:所有|各|全部)?(?:招聘)?(?:岗位|职位|人员)")


def _of_all(last: Section) -> Iterator[int]:
    """Where a line without a number says something of all jobs: 以上岗位均提供食宿."""
    return (
        index
        for index, entry in enumerate(last.entries)
        if entry.role is Role.ITEM and entry.enumerator is None and _OF_ALL.match(entry.whole.text)
    )


def _is_how_to_apply(entry: Entry) -> bool:
    return entry.role is Role.LABEL and (entry.field or "").startswith("application.")


def _may_follow(entry: Entry) -> bool:
    """Whether an entry may stand in a notice's last part: how to apply, until when, to whom."""
    return entry.field is None or entry.field.startswith(("application.", "organization.", "remarks", "location"))


# The title again, on a line of its own below it.
_IN_ENGLISH = deferred(r"(?:job|position|role) (?:description|profile|specification)$", re.IGNORECASE)


def _of(name: str, entry: Entry, vocabulary: Vocabulary) -> str | None:
    """The field of a heading that carries the job's name: 审计主管的工作权限."""
    text = entry.whole.text
    if not text.startswith(name) or not heading_like(text):
        return None
    return vocabulary.find(text[len(name) :].removeprefix("的"))


def _named(entries: Sequence[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """Title lines that are none after all: a task (`编写岗位说明书`), or a heading of the job at hand (`司机任职条件`)."""
    out: list[Entry] = []
    name: str | None = None
    seen: set[str] = set()
    nameless = False  # whether the line before is a title without a name
    for entry in entries:
        if nameless and _IN_ENGLISH.match(entry.whole.text):
            entry = entry._replace(role=Role.TITLE, label=entry.whole, text=None, field=None)
        if entry.role is Role.TITLE and entry.text is not None:
            text = entry.text.text
            if (VERB.match(text) and not titles.names_job(text)) or len(text) > 20:  # 能源管理员 is a job
                entry = entry._replace(role=Role.ITEM, text=entry.whole, label=None, field=None)
            elif (entry.field is not None and entry.field not in ("duties", "section.basic")) or (
                entry.field == "duties" and text == name and seen and "duties" not in seen and not entry.numbered
            ):
                entry = entry._replace(role=Role.LABEL, label=entry.whole, text=None, set_off="bare")
            else:
                name, seen = text, set()
        elif entry.role is Role.TITLE and _is_of_the_job(entry, seen):
            entry = entry._replace(role=Role.LABEL, label=entry.whole, set_off="bare")
        elif name is not None and entry.role is Role.ITEM and (field := _of(name, entry, vocabulary)):
            entry = entry._replace(role=Role.LABEL, label=entry.whole, field=field, text=None, set_off="bare")
        elif entry.role is Role.LABEL and entry.field == "title" and entry.text is not None:
            name, seen = entry.text.text, set()
        if entry.role is Role.LABEL and entry.field:
            seen.add(entry.field)
        nameless = entry.role is Role.TITLE and entry.text is None
        out.append(entry)
    return out


def _is_of_the_job(title: Entry, seen: Set[str]) -> bool:
    """Whether a title without a name is a heading of the job at hand, of which `seen` are the fields so far: 图2 工作职责 behind 岗位名称."""
    section = title.text is None and title.field is not None and title.field != "section.basic"
    return section and "title" in seen and title.field not in seen and not title.numbered


def _starts(entries: Sequence[Entry]) -> list[int]:
    starts: list[int] = []
    has_title_label = False
    for index, entry in enumerate(entries):
        if entry.role is Role.TITLE or (entry.enumerator is not None and entry.enumerator.family in _JOB_FAMILIES):
            starts.append(index)
            has_title_label = False
        elif entry.role is Role.LABEL and entry.field == "title" and entry.text is not None:
            low = starts[-1] if starts else 0
            if (
                (has_title_label and not _is_beside_title(entries, index))
                or (not starts and _has_core(entries[:index]))
                or (starts and (_has_core(entries[low + 1 : index]) or _is_another(entries[low : index + 1])))
                or (starts and _is_part(entries[_line_start(entries, index)], entry.text.text))
            ):
                start = _line_start(entries, index)
                starts.append(start if not starts or start > starts[-1] else index)
            has_title_label = True
    if starts and not _has_content(entries[: starts[0]]):
        return starts
    named = (
        i for i, e in enumerate(entries[: starts[0] if starts else 0]) if e.role is Role.LABEL and e.field == "title"
    )
    if (first := next(named, None)) is not None:
        first = _line_start(entries, first)
        return [0 if _has_content(entries[:first]) else first, *starts]
    return starts


def _is_part(heading: Entry, name: str) -> bool:
    """Whether a heading above the label of a job's name is that name, counted: 第二节 质检员."""
    return heading.role is Role.ITEM and heading.enumerator is not None and heading.whole.text == name


def _is_beside_title(entries: Sequence[Entry], index: int) -> bool:
    """Whether right before a label on its line stands the same label: 岗位：仓管员 岗位：司机 are names of one job."""
    before = entries[index - 1]
    return index > 0 and before.field == "title" and before.line == entries[index].line


def _is_another(entries: Sequence[Entry]) -> bool:
    """Whether the last entry names another job than the first, a title over a list of its duties: 保洁员岗位职责."""
    head, last = entries[0], entries[-1]
    if head.role is not Role.TITLE or head.field != "duties" or head.text is None or last.text is None:
        return False
    return head.text.text != last.text.text and _has_content(entries[1:-1])


def _line_start(entries: Sequence[Entry], index: int) -> int:
    """The first entry of the line (or run of identity labels) in which a label stands: 岗位编号 may come before 岗位名称."""
    title = entries[index].text
    while index > 0 and entries[index - 1].line == entries[index].line:
        index -= 1
    if index > 0 and title is not None and entries[index - 1].whole.text.strip("【】 ") == title.text:
        index -= 1  # the job's name as a heading over its table
    while index > 0 and (above := entries[index - 1]).role is Role.LABEL and _may_be_above(above):
        index -= 1
    if index > 0 and title is not None and entries[index - 1].whole.text == title.text:
        index -= 1  # 第二节 质检员 over 一、岗位概况
    return index


def _may_be_above(entry: Entry) -> bool:
    """Whether a label may stand over that of the job's name: 岗位编号, or the heading 岗位概况."""
    return entry.field in ("section.basic", "code", "document_no") or (
        entry.field == "summary" and entry.text is None and entry.set_off == "bare"
    )


def _repeated_headings(entries: Sequence[Entry], low: int) -> list[int]:
    """Headings of one shape under which the same sections repeat; [] where there are none."""
    groups: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}  # lines that stand as headings do and do not look like them, by the label below
    below: dict[int, str] = {}
    for index in range(low, len(entries) - 1):
        entry = entries[index]
        if (
            entry.field is not None
            or entry.role is Role.TITLE
            or not entry.whole
            or len(entry.whole) > (_LONGEST_STYLED if entry.heading else _LONGEST_HEADING)
        ):
            continue
        if (entry.role is Role.LABEL and entry.text is not None) or entry.whole.text[-1] in "。；;，,":
            continue
        field = _field_below(entries, index)
        if field not in _STARTERS or VERB.match(entry.whole.text) or _is_fact(entry):
            continue
        if index and (_are_tags(entries[index - 1], entry) or _is_item_among(entries[index - 1], entry)):
            continue
        family = entry.enumerator.family if entry.enumerator else ""
        if _may_head_job(entry, len(groups.get(family, ()))):
            groups.setdefault(family, []).append(index)
            below[index] = field
        elif not family:
            others.setdefault(field, []).append(index)
    best = max(groups.values(), key=len) if groups else []
    if len(best) < 2:
        return []
    best = [index for index in best if below[index] == below[best[0]] or not _is_last_item(entries, index)]
    if len(best) < 2:
        return []
    bounds = [*best, len(entries)]
    fields = [{e.field for e in entries[a:b] if e.field} for a, b in itertools.pairwise(bounds)]
    if not any(sum(f in found for found in fields) >= 2 for f in _STARTERS):
        return []
    first = {below[index] for index in best}
    if others and best == groups.get("") and len(first) == 1 and not first & _SECTIONS:
        best = sorted([*best, *(index for index in others.get(first.pop(), ()) if index > best[0])])
    return best


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
    """Whether an entry is one more item of a list with bullets, and does not read as a job's name."""
    own, other = entry.enumerator, before.enumerator
    return (
        own is not None
        and other is not None
        and before.role is Role.ITEM
        and own.ordinal == 0 == other.ordinal
        and own.family == other.family
        and not titles.names_job(entry.whole.text)
    )


# Labels that may stand in a job twice.
_SECTIONS = {"duties", "summary", "requirements.general", "section.relations"}


def _is_fact(entry: Entry) -> bool:
    """Whether an entry is a value of a job without a label, or a line of them."""
    return entry.set_off == "chip" or (
        entry.role is Role.ITEM and bool(chips.read(entry.whole) or chips.offers(entry.whole))
    )


_MOST_FACTS = 12
"""Lines of bare values between a job's name and its first label: the pay, the place, what is offered."""


def _field_below(entries: Sequence[Entry], index: int) -> str | None:
    """What the label right below a line names; None where another line stands there."""
    behind = index + 1
    while behind + 1 < len(entries) and not entries[behind].first and entries[behind].set_off in _BESIDE:
        behind += 1
    following = entries[behind]
    if following.role is Role.ITEM and behind + 1 < len(entries) and _is_numbered_part(entries[index]):
        following = entries[behind + 1]
    at = behind
    while at < min(behind + _MOST_FACTS, len(entries) - 1) and _is_fact(entries[at]):
        at += 1
        following = entries[at]
    return following.field if following.role is Role.LABEL else None


_LONGEST_HEADING = 40
_LONGEST_STYLED = 60
"""Characters of a heading that a page sets as one: 灯光设计师 Lighting Designer Shanghai / Full-time."""


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


# How what stands beside a job's name is set off: 盾构司机 2人 2024-05-11, 维保工 招聘人数：10人.
_BESIDE = ("chip", "header", "colon")


def _are_tags(before: Entry, entry: Entry) -> bool:
    """Whether a line under a job's heading is the tags that boards set there: 鸡尾酒 吧台 under 职位描述."""
    bare = before.role is Role.LABEL and before.text is None and _CORE.match(before.field or "") is not None
    return bare and entry.enumerator is None and len(entry.whole.text.split()) > 1


def _is_numbered_part(entry: Entry) -> bool:
    """Whether an entry is a part of a handbook (第二节): a sentence may stand between it and the first label."""
    return entry.enumerator is not None and entry.enumerator.family.startswith("第")


def _inside(entries: Sequence[Entry], start: int, end: int) -> bool:
    return not _has_content(_without_headings(entries[start:end]))


def _has_content(entries: Sequence[Entry]) -> bool:
    """Whether there is anything of a job: a known label, but for headings that nothing follows, or a numbered list."""
    while entries and entries[-1].role is Role.LABEL and entries[-1].text is None and entries[-1].set_off == "bare":
        entries = entries[:-1]
    if any(
        e.role is Role.LABEL
        and e.field is not None
        and not e.field.startswith("organization.")
        and (e.field != "title" or e.text is not None)  # 招聘岗位 over the jobs
        for e in entries
    ):
        return True
    return sum(e.enumerator is not None and e.role is Role.ITEM for e in entries) >= 2


_DRAWN = deferred(r"[^\w\s（(《“\"【\[]+[ \t\u3000]*(?=\w)")
_COUNTED = deferred(r"0\d[ \t\u3000.、/]*(?=[^\W\d])")


def _has_core(entries: Sequence[Entry]) -> bool:
    if entries and entries[-1].text is None and entries[-1].set_off == "bare":
        entries = entries[:-1]  # 岗位概况 over the form
    return any(e.role is Role.LABEL and e.field is not None and _CORE.match(e.field) for e in entries)


def _name(head: Entry) -> Tracked | None:
    if head.role is Role.TITLE:
        return head.text
    name = titles.without_call(head.whole.strip(" \t\u3000：:【】[]*#—-"))
    if found := _COUNTED.match(name.text) or _DRAWN.match(name.text):
        name = name[found.end() :]  # 01 植保飞防队长, 🥐 烘焙师
    return name or None
