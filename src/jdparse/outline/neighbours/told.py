"""Posts of an article, each a name and a paragraph that begins with it: 保洁员 over 保洁员负责公共区域的清洁，…"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from jdparse.outline import titles
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

FEWEST = 2
"""So many names are begun with again: one may be a chance."""
_DUTIES = deferred(r"负责|职责|主要工作|工作内容|日常工作|具体工作|承担|主要任务")
_LEAD = deferred(r"(?<=[。；])[^，。；：:]{0,12}(?:职责|工作|任务|内容)[^，。；：:]{0,8}[：:]?$")
"""What leads over to the list: 其主要职责包括："""
_LONGEST_NAME = 16
_AROUND = 4
"""Brackets, a colon."""


def with_posts(entries: list[Entry]) -> list[Entry]:
    """The entries with such names made titles of jobs, where most of the paragraphs tell what is done."""
    found = {index for index, (head, below) in enumerate(pairwise(entries)) if _is_told(head, below)}
    if len(found) < FEWEST or 2 * sum(_tells(entries, index) for index in found) < len(found):
        return entries
    out: list[Entry] = []
    for index, entry in enumerate(entries):
        if index in found:
            out.append(entry._replace(role=Role.TITLE, label=entry.whole, field="duties", text=_name(entry)))
        elif index - 1 in found:
            out += _paragraph(entry, () if index + 1 in found else entries[index + 1 : index + 2])
        else:
            out.append(entry)
    return out


def with_listed_posts(entries: list[Entry]) -> list[Entry]:
    """The entries with numbered names of jobs over lines that begin as tasks do made titles: 一、出纳岗 over 管理现金收支；"""
    families: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        if entry.enumerator is not None and entry.enumerator.ordinal and _is_name(entry):
            families.setdefault(entry.enumerator.family, []).append(index)
    found = max(families.values(), key=len, default=list[int]())
    ordinals = [mark.ordinal for index in found if (mark := entries[index].enumerator) is not None]
    if len(found) < FEWEST_LISTED or ordinals != list(range(1, len(found) + 1)):
        return entries
    below = [entries[a + 1 : b] for a, b in pairwise((*found, len(entries)))]
    plain = all(lines and all(map(_is_plain, lines[:1])) for lines in below)
    tasks = [entry for lines in below[:-1] for entry in lines]
    if not plain or not all(map(_is_plain, tasks)):
        return entries
    if 2 * sum(map(_is_task, tasks)) < len(tasks):
        return entries
    out: list[Entry] = []
    for index, entry in enumerate(entries):
        if index not in found:
            out.append(entry)
            continue
        out.append(entry._replace(role=Role.TITLE, label=entry.whole, field="duties", text=_name(entry)))
        out.append(_heading(entry, entry.whole[len(entry.whole) :]))
    return out


def with_named_sections(entries: list[Entry]) -> list[Entry]:
    """The entries with numbered names beside a motto, each over the heading of one section, made titles: 一、站长：统筹全站 over 岗位概述."""
    found = {
        index: below.field
        for index, (entry, below) in enumerate(pairwise(entries))
        if entry.enumerator is not None
        and entry.enumerator.ordinal
        and entry.role is Role.LABEL
        and entry.field is None
        and entry.label is not None
        and entry.text is not None
        and len(entry.text) <= _LONGEST_MOTTO
        and titles.names_job(entry.label.text)
        and below.role is Role.LABEL
        and below.text is None
        and below.field is not None
        and below.enumerator is None
    }
    if len(found) < FEWEST or len(set(found.values())) > 1:
        return entries
    out: list[Entry] = []
    for index, entry in enumerate(entries):
        if index not in found:
            out.append(entry)
            continue
        name, motto = entry.label, entry.text
        assert name is not None
        assert motto is not None
        out.append(entry._replace(role=Role.TITLE, label=name, whole=name, text=name, set_off=""))
        out.append(
            entry._replace(
                role=Role.ITEM, enumerator=None, marker=None, label=None, text=motto, whole=motto, set_off=""
            )
        )
    return out


_LONGEST_MOTTO = 20


def _heading(entry: Entry, label: Tracked) -> Entry:
    """What stands for the heading 岗位职责 where none is printed: `label`, which may be empty."""
    return entry._replace(
        role=Role.LABEL,
        enumerator=None,
        marker=None,
        label=label,
        field="duties",
        text=None,
        whole=label,
        set_off="bare",
    )


def with_lead(entries: list[Entry]) -> list[Entry]:
    """The entries, what a text tells of a job between its title (出纳岗位职责) and a heading of its duties made no duty but a summary."""
    for index, title in enumerate(entries[:-2]):
        if (
            title.role is not Role.TITLE
            or title.field != "duties"
            or title.text is None
            or not _is_plain(entries[index + 1])
        ):
            continue
        behind = index + 1
        told = _is_told_of if _is_told_of(entries[behind]) else _is_plain
        while behind < len(entries) - 1 and told(entries[behind]):
            behind += 1
        if told is _is_plain and _heads_duties(entries[behind]):
            continue
        if not _heads_duties(entries[behind]):
            if _names_job(entries[behind]) and _has_duties(entries, behind):
                entries[index] = title._replace(field=None)  # …岗位职责 over a line over 岗位名称：… and 岗位职责：
            continue
        entries[index] = title._replace(field=None)
        for at in range(index + 1, behind):
            if title.text.text in entries[at].whole.text:
                line = entries[at]
                entries[at] = line._replace(
                    role=Role.LABEL, label=None, field="summary", text=line.whole, set_off="chip"
                )
    return entries


def _heads_duties(entry: Entry) -> bool:
    return entry.role is Role.LABEL and entry.field == "duties" and entry.text is None


def _names_job(entry: Entry) -> bool:
    return entry.role is Role.LABEL and entry.field == "title" and entry.text is not None


def _has_duties(entries: Sequence[Entry], at: int) -> bool:
    """Whether a heading of duties stands behind a label of the same job."""
    of_job = takewhile(lambda entry: entry.role is not Role.TITLE, entries[at + 1 : at + 1 + _NEAR])
    return any(map(_heads_duties, of_job))


_NEAR = 24
"""Entries behind a job's name among which the heading of its duties stands."""


def _is_told_of(entry: Entry) -> bool:
    return _is_plain(entry) and entry.whole.text[-1:] in ("。", "：", "！")


def with_paired_posts(entries: list[Entry]) -> list[Entry]:
    """The entries of a text without any label, whose numbered items are names of jobs and what they do, as jobs: 1. 园长：负责全面管理；"""
    if any(entry.field is not None or entry.role is Role.TITLE for entry in entries):
        return entries
    found = {index for index, entry in enumerate(entries) if _is_pair(entry)}
    numbered = sum(entry.enumerator is not None for entry in entries)
    if len(found) < FEWEST_LISTED or 5 * len(found) < 4 * numbered:
        return entries
    if 2 * sum(_is_task_text(entries[index].text) for index in found) < len(found):
        return entries
    out: list[Entry] = []
    for index, entry in enumerate(entries):
        if index in found and entry.label is not None and entry.text is not None:
            out.append(entry._replace(role=Role.TITLE, field="duties", text=entry.label, whole=entry.label))
            out.append(_heading(entry, entry.text)._replace(label=None, text=entry.text, set_off="chip"))
        else:
            out.append(entry)
    return out


def _is_pair(entry: Entry) -> bool:
    label, text = entry.label, entry.text
    if entry.enumerator is None or entry.role is not Role.LABEL or label is None or text is None:
        return False
    return titles.names_job(label.text) and not titles.VERB.match(label.text)


FEWEST_LISTED = 3
"""So many numbered names over lists are those of jobs, and not the persons of a story."""


def _is_name(entry: Entry) -> bool:
    # the cheap questions first: nearly every entry is none
    if entry.field is not None or entry.role is Role.TITLE or len(entry.whole) > _LONGEST_NAME + _AROUND:
        return False
    if entry.text is not None and entry.text != entry.whole:
        return False
    name = _name(entry).text
    return 2 <= len(name) <= _LONGEST_NAME and titles.names_job(name) and not titles.VERB.match(name)


def _is_task(entry: Entry) -> bool:
    return _is_task_text(entry.whole)


def _is_task_text(text: Tracked | None) -> bool:
    return text is not None and (_TASK.match(text.text) or titles.VERB.match(text.text)) is not None


_TASK = deferred(
    r"全面|主持|主管|主抓|牵头|分管|统管|协调|定期|确保|保证|管理|督促|维护|提供|处理|及时|做好|办理|核对|登记|领导|推进|控制|策划|统筹|跟踪|保管"
)


def _is_plain(entry: Entry) -> bool:
    return entry.role is Role.ITEM and entry.enumerator is None and entry.field is None


def _paragraph(entry: Entry, following: Sequence[Entry]) -> Iterator[Entry]:
    """The paragraph below a name: what sums the post up, over a list of its duties, or all that is said of them."""
    told = entry._replace(role=Role.LABEL, label=None, set_off="chip")
    if not following or following[0].enumerator is None or following[0].field is not None:
        yield told._replace(field="duties", text=entry.whole)
        return
    lead = _LEAD.search(entry.whole.text)
    at = lead.start() if lead is not None else len(entry.whole)
    yield told._replace(field="summary", text=entry.whole[:at], whole=entry.whole[:at])
    rest = entry.whole[at:]
    yield _heading(entry, rest)


def _name(head: Entry) -> Tracked:
    return head.whole.strip("：: \t\u3000【】")


def _is_told(head: Entry, below: Entry) -> bool:
    if below.field is not None or below.enumerator is not None or not _is_name(head):
        return False
    name = _name(head).text
    return below.whole.text.startswith(name) and len(below.whole) > 2 * len(name)


def _tells(entries: Sequence[Entry], index: int) -> bool:
    """Whether the paragraph below a name tells what is done, or stands over a list."""
    behind = entries[index + 2 : index + 4]
    if len(behind) > 1 and all(entry.enumerator is not None and entry.field is None for entry in behind):
        return True
    return _DUTIES.search(entries[index + 1].whole.text) is not None
