"""What an entry is by its neighbours: a heading that nobody knows, a label whose value is the next line, how to apply."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from jdparse import numbering
from jdparse.outline import labels, titles
from jdparse.outline.ads import chips
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary


def with_other_requirements(entries: list[Entry]) -> list[Entry]:
    """The entries with 其他 among the finer labels under 任职资格 made one of these."""
    inside = False
    for index, entry in enumerate(entries):
        if entry.role is not Role.LABEL:
            continue
        if entry.field == "requirements.general" and entry.text is None:
            inside = True
        elif entry.fresh or not (entry.field or "").startswith("requirements."):
            inside = inside and not entry.fresh and _is_other(entry) and entries[index - 1].set_off == entry.set_off
            if inside:
                entries[index] = entry._replace(field="requirements.general")
    return entries


def _is_other(entry: Entry) -> bool:
    """Whether an entry is 其他 with its value, and that says nothing of the document: 未尽事宜由教务处解释."""
    label, text = entry.label, entry.text
    if entry.field != "remarks" or label is None or text is None or label.text.strip("：:") not in OTHERS:
        return False
    return _OF_THE_DOCUMENT.search(text.text) is None


_OF_THE_DOCUMENT = deferred(r"未尽事宜|[由归].{1,12}解释|(?:本|此|该)(?:岗位|职位|工作)?(?:说明书|文件|规范|标准|表)")


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
    if all(entry.field not in ("department", "document_no") for entry in entries):
        for index, entry in enumerate(entries):
            # of a document it is the department in charge, of a post that to which it belongs
            if entry.field == "extra" and entry.label is not None and entry.label.text == "归口部门":
                entries[index] = entry._replace(field="department")
    return entries


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


_OF_JOBS = ("岗位N", "职位N")


def _is_bare_number(entry: Entry) -> bool:
    return (
        entry.enumerator is not None and not entry.whole and entry.set_off == "" and entry.enumerator.family in _OF_JOBS
    )


def _may_be_counted(entry: Entry) -> bool:
    """Whether a line may be the name of the job that is numbered above it."""
    return entry.enumerator is None and entry.field is None and labels.heading_like(entry.whole.text)


# How an ad ends without a heading: 有意者请将简历发送至 …
_APPLYING = deferred(
    r"^(?:有意|如有(?:疑问|意向|兴趣)|如果?[您你](?:对.{1,12}?)?有(?:兴趣|意向|意)|感兴趣|有兴趣|符合(?:以上)?条件|欢迎|应聘者|请将|请把|意者(?=请|洽|来|可)|请(?:电?洽|来电)|简历(?:请|投|发)|(?:即日|现在)起|(?:please|kindly) (?:send|email)|interested).{0,60}?(?:微信|电话|手机|邮箱|@|简历|QQ|LINE|私信|联系|报名|\d{3,4}-\d{3,4})",
    re.IGNORECASE,
)
_LONGEST_APPLYING = 160
# … behind the last value of an ad on one line: 工作地点：西门旁；有意的打13700000000
_TAIL = deferred(
    r"[；;。][ \t\u3000]*(?=(?:有意|意者|感兴趣|有兴趣|欢迎|请)[^；。]{0,16}(?:电话|微信|联系|简历|打\s?\d|\d{7}))"
)


def with_applying(entries: list[Entry]) -> list[Entry]:
    """The entries with an unnumbered line that says how to apply made a value of its own, where it has no heading."""
    section = ""
    out: list[Entry] = []
    for entry in entries:
        if entry.role is Role.LABEL and entry.field is not None:
            section = entry.field
            applies = section.startswith("application.")
            if not applies and entry.text is not None and (tail := _TAIL.search(entry.text.text)) is not None:
                value, rest = entry.text[: tail.start()], entry.text[tail.end() :]
                out.append(entry._replace(text=value))
                entry = entry._replace(
                    field="application.instructions", label=None, text=rest, whole=rest, set_off="chip", first=False
                )
        elif (
            (entry.role is Role.ITEM or (entry.role is Role.LABEL and entry.text is not None))
            and entry.enumerator is None
            and section
            and not section.startswith(("application.", "section.application"))
            and 12 <= len(entry.whole) <= _LONGEST_APPLYING
            and _APPLYING.match(entry.whole.text)
        ):
            if out and _invites(out[-1]):
                head, section = out[-1], "application.instructions"
                out[-1] = head._replace(role=Role.LABEL, field=section, label=head.text, text=None, set_off="bare")
            else:
                entry = entry._replace(
                    role=Role.LABEL, field="application.instructions", label=None, text=entry.whole, set_off="chip"
                )
        out.append(entry)
    return out


# What stands over such a line where it has a heading: 加入我们, 就等你来
_INVITING = deferred(
    r"[^，。；：]{0,6}(?:加入(?:我们|团队)?|等你来?|联系(?:我们|方式)|找(?:到)?我们|投递|报名|应聘)[^，。；：]{0,4}$"
)


def _invites(entry: Entry) -> bool:
    """Whether an entry is a bare short line that asks the reader to apply."""
    return (
        entry.role is Role.ITEM
        and entry.enumerator is None
        and entry.text is not None
        and labels.heading_like(entry.text.text)
        and _INVITING.match(entry.text.text) is not None
    )


def styled(entry: Entry) -> Entry:
    """A line that nobody knows as the heading that its style makes it."""
    if entry.heading and entry.role is Role.ITEM and entry.text is not None:
        return _as_heading(entry)
    return entry


def _as_heading(entry: Entry) -> Entry:
    return entry._replace(role=Role.LABEL, label=entry.text, text=None, set_off="bare")


def _is_heading(text: str) -> bool:
    """Whether a line could be a heading, be it in two languages."""
    return labels.heading_like(text) or labels.BILINGUAL.match(text) is not None


def shaped(entries: list[Entry]) -> list[Entry]:
    """Bare short lines before a list that begins anew are headings that nobody knows (`职业操守` and then `1.`)."""
    out: list[Entry] = []
    filled: bool | None = None
    pictured = any(entry.field is not None and numbering.PICTURES.match(entry.whole.text) for entry in entries)
    bracketed = any(entry.field is not None and _BRACKETED.match(entry.whole.text) for entry in entries)
    for index, entry in enumerate(entries):
        if bracketed:
            entry = _in_brackets(entry)
        if (
            entry.role is Role.ITEM
            and entry.text is not None
            and (entry.heading or (entry.enumerator is None and _is_heading(entry.text.text)))
        ):
            following = entries[index + 1] if index + 1 < len(entries) else None
            before = out[-1] if out else None
            goes_on = before is not None and before.unfinished and before.enumerator is not None
            begins = following is not None and following.enumerator is not None and following.enumerator.ordinal <= 1
            is_value = before is not None and _takes(before, entry)  # 工作地点 and 滨河市 before 1.
            # 📮 加入我们 between other headings that a picture sets off
            drawn = pictured and numbering.PICTURES.match(entry.text.text) is not None
            if entry.heading or drawn or (begins and not goes_on and not is_value):
                # values of a board below the name of the job: 杭州 / 3-5年 / 本科
                entry = entry._replace(heading=0) if chips.read(entry.text) else _as_heading(entry)
        if (
            entry.field == "remarks"
            and entry.text is None
            and entry.set_off == "colon"
            and entry.whole.text.strip("：: ") in OTHERS
        ):
            following = entries[index + 1] if index + 1 < len(entries) else None
            if following is not None and following.role is Role.LABEL and following.field is not None:
                if filled is None:
                    filled = _has_filled(entries)
                if not filled and not following.field.startswith(_SIGNED):
                    entry = entry._replace(field="section.other")  # 其他： over 使用工具, 工作环境 …
        out.append(entry)
    return out


OTHERS = frozenset({"其他", "其它"})
# Who signs a form stands under no heading of what else there is.
_SIGNED = ("people.", "dates.")


_BRACKETED = deferred(r"【\s*([^】]{1,12}?)\s*】\s*(?=\S)")


def _in_brackets(entry: Entry) -> Entry:
    """A line that begins as the known labels of its document do, 【找谁】牛场长, as a label that nobody knows and its value."""
    if entry.role is not Role.ITEM or entry.enumerator is not None or entry.text is None:
        return entry
    found = _BRACKETED.match(entry.text.text)
    if found is None:
        return entry
    label, value = entry.text[slice(*found.span(1))], entry.text[found.end() :]
    return entry._replace(role=Role.LABEL, label=label, text=value, set_off="bracket")


def _has_filled(entries: Sequence[Entry]) -> bool:
    """Whether the labels with a colon that stand over finer ones are fields: `工作协作：各车间` over 内部协调部门.

    In such a form `其他：` over 使用工具 is no heading of a group either, but a field that was left empty. One of them without a value
    (`任职资格：` over 学历) shows that the form has headings with a colon.
    """
    over = [entry for entry, finer in pairwise(entries) if _is_over(entry, finer)]
    return bool(over) and all(entry.text is not None for entry in over)


def _is_over(entry: Entry, finer: Entry) -> bool:
    """Whether a label with a colon has a label of its own group below it."""
    if entry.set_off != "colon" or entry.field is None or finer.role is not Role.LABEL or finer.field is None:
        return False
    if entry.text is not None and (finer.text is not None or finer.set_off != "bare"):
        return False
    group = entry.field.removeprefix("section.") if entry.text is None else entry.field.rpartition(".")[0]
    group = group.removesuffix(".general")
    return group in _GROUPS and finer.field.startswith(group)


# What has finer fields in the record.
_GROUPS = ("relations", "requirements")


def with_values(entries: list[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """A scalar label with nothing beside it takes the next line as its value (`岗位名称` and then `出纳`)."""
    out: list[Entry] = []
    skip = False
    unknown = -1  # the index of a label that nobody knows
    last = cache(lambda: _last_over(entries))
    for index, entry in enumerate(entries):
        if skip:
            skip = False
            continue
        following = entries[index + 1] if index + 1 < len(entries) else None
        if following is not None and (field := _over_list(entry, following, vocabulary)):
            entry = entry._replace(field=field)
        alone = entry.first and (following is None or following.line != entry.line)
        if following is not None and (
            index == unknown or (out and _is_unknown_label(out[-1], entry, following, entries[index + 2 : index + 3]))
        ):
            field = vocabulary.find(entry.whole.text)  # 人数, too common a word for a heading
            entry = entry._replace(role=Role.LABEL, label=entry.whole, field=field, text=None, set_off="bare")
            out.append(_with(entry, following))
            skip = True
        elif following is not None and alone and _takes(entry, following, entries[index + 2 : index + 3]):
            if entry.field == "title" and _heads_jobs(entries[index + 2 : index + 3], index + 2, last):
                out.append(entry._replace(field="section.basic"))
            elif _is_pair(entries[index : index + 4]):
                unknown = index + 1
                out.append(entry)
            else:
                out.append(_with(entry, following))
                skip = True
        else:
            out.append(entry)
    return out


def _over_list(entry: Entry, following: Entry, vocabulary: Vocabulary) -> str | None:
    """The field of a word that is too common for a heading, but heads the list below it: 条件 over 1.; None for any other entry."""
    if entry.role is not Role.LABEL or entry.field is not None or entry.text is not None:
        return None
    if following.role is not Role.ITEM or following.enumerator is None or following.enumerator.ordinal > 1:
        return None
    field = vocabulary.find(entry.whole.text)
    return field if field is not None and not labels.is_scalar(field) and not field.startswith("duty.") else None


def _heads_jobs(below: Sequence[Entry], at: int, last: Callable[[], Mapping[str, int]]) -> bool:
    """Whether the line below 招聘岗位 is the first of several names of jobs, each over the same label; `below` that, at `at`, is it."""
    field = below[0].field if below else None
    return field is not None and last().get(field, -1) > at


def _last_over(entries: Sequence[Entry]) -> dict[str, int]:
    """Where the last name of a job stands that is a line of its own over a label, and no value, by the field of that label."""
    return {
        below.field: at
        for at, (before, entry, below) in enumerate(zip(entries, entries[1:], entries[2:], strict=False), 1)
        if below.field is not None
        and entry.role is Role.ITEM
        and entry.enumerator is None
        and not below.text
        and (before.role is Role.ITEM or before.text is not None)
        and titles.names_job(entry.whole.text)
    }


def _with(entry: Entry, following: Entry) -> Entry:
    """A label with the text of the next line as its value."""
    between = Tracked("\n", entry.whole.end, entry.whole.end)
    whole = Tracked.join((entry.whole, between, following.whole))
    return entry._replace(
        text=following.text if following.label is None else following.whole, whole=whole, set_off="line"
    )


def _is_unknown_label(before: Entry, entry: Entry, following: Entry, after: Sequence[Entry]) -> bool:
    """Whether a short line between pairs of label and value lines is a label that nobody knows, set as a heading if they are."""
    headed = entry.field is None and entry.text is None and 0 < entry.heading == before.heading
    return (
        before.set_off == "line"
        and (entry.role is Role.ITEM or (headed and _takes(entry._replace(field="extra"), following)))
        and entry.enumerator is None
        and labels.heading_like(entry.whole.text)
        and following.role is Role.ITEM
        and following.enumerator is None
        and following.text is not None
        and bool(after)
        and after[0].role is Role.LABEL
        and after[0].field is not None
    )


def _is_pair(entries: Sequence[Entry]) -> bool:
    """Whether the two lines behind a label are a label that nobody knows and its value, so that the first was left blank.

    A blank line before them says so (the empty cell of a flattened table), or that a date has neither a digit nor 年.
    """
    if len(entries) < 3:
        return False
    entry, label, value, *after = entries
    blank = label.gap > max(entry.gap, value.gap)
    undated = (entry.field or "").startswith("dates.") and not _DATED.search(label.whole.text)
    return (
        (blank or undated)
        and labels.heading_like(label.whole.text)
        and value.role is Role.ITEM
        and value.enumerator is None
        and value.text is not None
        and value.text.text[-1] not in "。；;：:"
        and all(entry.role is not Role.ITEM for entry in after)
    )


_DATED = deferred(r"[0-9年月日]")


def _takes(entry: Entry, following: Entry, after: Sequence[Entry] = ()) -> bool:
    """Whether a label without a value has the next line as its value. A longer line is that where a known label stands behind it."""
    if entry.role is not Role.LABEL or entry.text is not None or entry.field is None:
        return False
    if not labels.is_scalar(entry.field) and not (entry.field == _PAY and _is_pay(following)):
        return False
    if entry.field == "requirements.languages" and _LANGUAGE.match(following.whole.text):
        return following.enumerator is None  # 语文条件 over 英文：听／中等
    if following.role is not Role.ITEM or following.enumerator is not None or following.text is None:
        return False
    if entry.set_off == "cell":
        return False
    if entry.set_off == "colon" and (following.gap > entry.gap or following.line != entry.line + 1 + following.gap):
        return False
    alone = bool(after) and after[0].role is Role.LABEL and after[0].field is not None and after[0].first
    return len(following.text) <= (80 if alone else 30) and following.text.text[-1] not in "。；;：:"


_PAY = "compensation.salary"
_LANGUAGE = deferred(r"(?:英|日|韩|德|法|俄|国|台|粤|客|西班牙|普通)(?:文|语|话)\s*[:：]")


def _is_pay(entry: Entry) -> bool:
    """Whether a line is pay and nothing else, the value of a label that may have a list too: 8K-12K."""
    return entry.role is Role.ITEM and [path for path, _ in chips.read(entry.whole)] == [_PAY]
