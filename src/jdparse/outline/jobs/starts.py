"""Where jobs begin that have a title, a numbered heading or a label for their name."""

import re
from collections.abc import Sequence, Set

from jdparse import spoken
from jdparse.outline import titles
from jdparse.outline.entry import Entry, Role
from jdparse.outline.jobs.content import has_content, has_core
from jdparse.outline.labels import heading_like
from jdparse.outline.titles import VERB
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

# Families of markers that number jobs: 岗位一, 职位2, 篇一, 范例1.
OF_JOBS = frozenset(("岗位N", "职位N", "职缺N", "工种N", "招聘岗位N", "招聘职位N"))
_JOB_FAMILIES = OF_JOBS | frozenset(
    {
        "篇N",
        "第篇",
        "第则",
        "模板N",
        "范例N",
        "示例N",
        "样例N",
        "实例N",
        "范文N",
        "样本N",
        "案例N",
        "PositionN",
        "RoleN",
        "OpeningN",
    }
)

# The title again, on a line of its own below it.
_IN_ENGLISH = deferred(r"(?:job|position|role) (?:description|profile|specification)$", re.IGNORECASE)


def named(entries: Sequence[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """Title lines that are none after all: a task (`编写岗位说明书`), or a heading of the job at hand (`司机任职条件`)."""
    out: list[Entry] = []
    name: str | None = None
    seen: set[str] = set()
    nameless = False  # whether the line before is a title without a name
    for index, entry in enumerate(entries):
        if nameless and _IN_ENGLISH.match(entry.whole.text):
            entry = entry._replace(role=Role.TITLE, label=entry.whole, text=None, field=None)
        if entry.role is Role.TITLE and entry.text is not None:
            text = entry.text.text
            if text != name and _asks_first(entry, entries[index + 1 :]):
                out.append(entry._replace(field=None))  # 1.前厅主管的素质要求 over 2.前厅主管的岗位职责
                entry = entry._replace(role=Role.LABEL, text=None, set_off="bare")
                name, seen = text, set()
            elif (VERB.match(text) and not titles.names_job(text)) or len(text) > 20:  # 能源管理员 is a job
                entry = entry._replace(role=Role.ITEM, text=entry.whole, label=None, field=None)
            elif (entry.field is not None and entry.field not in ("duties", "section.basic")) or (
                entry.field == "duties" and text == name and seen and "duties" not in seen and not entry.numbered
            ):
                entry = entry._replace(role=Role.LABEL, label=entry.whole, text=None, set_off="bare")
            else:
                name, seen = text, set()
        elif entry.role is Role.TITLE and _is_of_the_job(entry, seen):
            entry = entry._replace(role=Role.LABEL, label=entry.whole, set_off="bare")
        elif name is not None and _is_free(entry) and (field := _of(name, entry, vocabulary)):
            entry = entry._replace(role=Role.LABEL, label=entry.whole, field=field, text=None, set_off="bare")
        elif entry.role is Role.LABEL and entry.field == "title" and entry.text is not None:
            name, seen = entry.text.text, set()
        if entry.role is Role.LABEL and entry.field:
            seen.add(entry.field)
        nameless = entry.role is Role.TITLE and entry.text is None
        out.append(entry)
    return out


def _is_free(entry: Entry) -> bool:
    """Whether an entry is an item, or a heading that nobody knows: 审计主管的工作权限, 电工的核心职责包括："""
    return entry.role is Role.ITEM or (entry.role is Role.LABEL and entry.field is None and entry.text is None)


def _asks_first(title: Entry, behind: Sequence[Entry]) -> bool:
    """Whether a title is of what a job asks for, and that of its duties follows."""
    if not (title.field or "").startswith("requirements.") or title.text is None:
        return False
    following = next((entry for entry in behind[:_MOST_ASKED] if entry.role is Role.TITLE), None)
    return (
        following is not None
        and following.field == "duties"
        and following.text is not None
        and following.text.text == title.text.text
    )


_MOST_ASKED = 30
"""Requirements of one job."""


def _of(name: str, entry: Entry, vocabulary: Vocabulary) -> str | None:
    """The field of a heading that carries the job's name, whole or short: 审计主管的工作权限, 班长有哪些权 of 造型班班长, 怎么考核班长."""
    text = entry.whole.text
    if name[-2:] not in text or not heading_like(text):
        return None
    own = next((part for at in range(len(name) - 1) if (part := name[at:]) in text and titles.names_job(part)), None)
    own = name if text.startswith(name) else own
    if own is None:
        return None
    rest = text[len(own) :].removeprefix("的") if text.startswith(own) else None
    found = vocabulary.find(_LEADS.sub("", rest)) if rest else None
    if found == "duty.category" and rest == "日常工作":
        return "duties"
    return found or spoken.find(text.replace(own, _READER, 1))


_READER = "你"
"""Whom an ad asks the same of in its headings: 你有哪些权."""
_LEADS = deferred(r"(?:包括|如下|有)[：:]?$")


def _is_of_the_job(title: Entry, seen: Set[str]) -> bool:
    """Whether a title without a name is a heading of the job at hand, of which `seen` are the fields so far: 图2 工作职责 behind 岗位名称."""
    section = title.text is None and title.field is not None and title.field != "section.basic"
    return section and "title" in seen and title.field not in seen and not title.numbered


def find(entries: Sequence[Entry]) -> list[int]:
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
                or (not starts and has_core(entries[:index]))
                or (starts and (has_core(entries[low + 1 : index]) or _is_another(entries[low : index + 1])))
                or (starts and _is_part(entries[_line_start(entries, index)], entry.text.text))
            ):
                start = _line_start(entries, index)
                starts.append(start if not starts or start > starts[-1] else index)
            has_title_label = True
    if starts and not has_content(entries[: starts[0]]):
        return starts
    named = (
        i for i, e in enumerate(entries[: starts[0] if starts else 0]) if e.role is Role.LABEL and e.field == "title"
    )
    if (first := next(named, None)) is not None:
        first = _line_start(entries, first)
        of_department = any(entry.field == "section.department" for entry in entries[:first])
        return [0 if has_content(entries[:first]) and not of_department else first, *starts]
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
    return head.text.text != last.text.text and has_content(entries[1:-1])


def _line_start(entries: Sequence[Entry], index: int) -> int:
    """The first entry of the line (or run of identity labels) in which a label stands: 岗位编号 may come before 岗位名称."""
    title = entries[index].text
    while index > 0 and entries[index - 1].line == entries[index].line:
        index -= 1
    if index > 0 and title is not None and _is_called(entries[index - 1], title.text):
        index -= 1  # the job's name as a heading over its table
    while index > 0 and (above := entries[index - 1]).role is Role.LABEL and _may_be_above(above):
        index -= 1
    if index > 0 and title is not None and entries[index - 1].whole.text == title.text:
        index -= 1  # 第二节 质检员 over 一、岗位概况
    return index


def _is_called(heading: Entry, name: str) -> bool:
    """Whether a heading is a job's name, with or without the remark that either has: 第二节 接运员 over 接运员（兼驾驶员）."""
    text = heading.whole.text.strip("【】 ")
    return text == name or (heading.enumerator is not None and _REMARK.sub("", text) == _REMARK.sub("", name))


_REMARK = deferred(r"[（(][^（()）]*[)）]$")


def _may_be_above(entry: Entry) -> bool:
    """Whether a label may stand over that of the job's name: 岗位编号, or the heading 岗位概况."""
    return (
        entry.field in ("section.basic", "code", "document_no")
        or (
            entry.field == "department" and entry.set_off == "chip"  # 城东店
        )
        or (entry.field == "summary" and entry.text is None and entry.set_off == "bare")
    )
