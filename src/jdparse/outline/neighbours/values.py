"""A label whose value is the next line."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from jdparse.outline import labels, titles
from jdparse.outline.ads import chips
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary


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
        if following is not None and (offered := _offered(entry, following)):
            out += [entry, *offered]
            skip = True
            continue
        alone = entry.first and (following is None or following.line != entry.line)
        if following is not None and (
            index == unknown or (out and _is_unknown_label(out[-1], entry, following, entries[index + 2 : index + 3]))
        ):
            field = vocabulary.find(entry.whole.text)  # 人数, too common a word for a heading
            entry = entry._replace(role=Role.LABEL, label=entry.whole, field=field, text=None, set_off="bare")
            out.append(valued(entry, following))
            skip = True
        elif following is not None and alone and takes(entry, following, entries[index + 2 : index + 3]):
            if entry.field == "title" and _heads_jobs(entries[index + 2 : index + 3], index + 2, last):
                out.append(entry._replace(field="section.basic"))
            elif _is_pair(entries[index : index + 4]):
                unknown = index + 1
                out.append(entry)
            else:
                out.append(valued(entry, following))
                skip = True
        else:
            out.append(entry)
    return out


def _over_list(entry: Entry, following: Entry, vocabulary: Vocabulary) -> str | None:
    """The field of a label that says what it is by what stands below it: 条件 over 1., 职位说明 over a text; None for any other entry."""
    if entry.role is not Role.LABEL or entry.text is not None:
        return None
    if entry.field == "section.basic" and entry.whole.text.rstrip("：: 】").endswith(_TEXTS):
        return "duties" if following.role is Role.ITEM and entry.set_off != "form" else None
    if entry.field is not None:
        return None
    if following.role is not Role.ITEM or following.enumerator is None or following.enumerator.ordinal > 1:
        return None
    field = vocabulary.find(entry.whole.text)
    return field if field is not None and not labels.is_scalar(field) and not field.startswith("duty.") else None


_TEXTS = ("说明", "职位信息", "岗位信息")
"""Ends of headings of a form, and of a description in words."""


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


def valued(entry: Entry, following: Entry) -> Entry:
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
        and (entry.role is Role.ITEM or (headed and takes(entry._replace(field="extra"), following)))
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


def takes(entry: Entry, following: Entry, after: Sequence[Entry] = ()) -> bool:
    """Whether a label without a value has the next line as its value. A longer line is that where a known label stands behind it."""
    if entry.role is not Role.LABEL or entry.text is not None or entry.field is None:
        return False
    if not labels.is_scalar(entry.field) and not (entry.field == _PAY and _is_pay(following)):
        return False
    if entry.field == "requirements.languages" and _LANGUAGE.match(following.whole.text):
        return following.enumerator is None  # 语文条件 over 英文：听／中等
    if _is_label_as_value(entry, following, after):
        return True
    if following.role is not Role.ITEM or following.enumerator is not None or following.text is None:
        return False
    if entry.set_off == "cell":
        return False
    if entry.set_off == "colon" and (following.gap > entry.gap or following.line != entry.line + 1 + following.gap):
        return False
    if entry.field == "title" and _OF_A_SITE.fullmatch(following.text.text):
        return False
    if _are_benefits(following):
        return False  # 所属部门： that was left empty, over 包吃住 夜班补助
    alone = bool(after) and after[0].role is Role.LABEL and after[0].field is not None and after[0].first
    return len(following.text) <= (80 if alone else 30) and following.text.text[-1] not in "。；;：:"


_OF_A_SITE = deferred(
    r"(?:加入|关于|联系|走进)(?:我们|我司|本公司)[!！]?|招贤纳士|人才招聘|诚聘英才|(?:更多|查看|全部)\S{0,4}"
)
"""What a page has below 热招职位 that names no job."""


def _is_label_as_value(entry: Entry, following: Entry, after: Sequence[Entry]) -> bool:
    """Whether the next line is a label of the same field and but a value here, as the next label shows: 培训经历 over 岗位培训 over 经验."""
    return (
        following.field == entry.field
        and entry.set_off == following.set_off == "bare"
        and following.text is None
        and following.enumerator is None
        and bool(after)
        and after[0].role is Role.LABEL
        and after[0].first
    )


def _offered(entry: Entry, following: Entry) -> list[Entry]:
    """The two benefits side by side below a label for them, which would be a heading of what follows; [] for any other line."""
    if entry.field != "compensation.benefits" or entry.text is not None or following.role is not Role.LABEL:
        return []
    if following.field is not None or following.text is not None or following.enumerator is not None:
        return []
    return [
        following._replace(field=path, label=None, text=word, whole=word, set_off="chip", first=index == 0)
        for index, (path, word) in enumerate(chips.offers(following.whole))
    ]


def _are_benefits(entry: Entry) -> bool:
    """Whether a line is several benefits and nothing else."""
    found = chips.read(entry.whole) if " " in entry.whole.text else []
    return len(found) > 1 and all(path == "compensation.benefits" for path, _ in found)


_PAY = "compensation.salary"

_LANGUAGE = deferred(r"(?:英|日|韩|德|法|俄|国|台|粤|客|西班牙|普通)(?:文|语|话)\s*[:：]")


def _is_pay(entry: Entry) -> bool:
    """Whether a line is pay and nothing else, the value of a label that may have a list too: 8K-12K."""
    return entry.role is Role.ITEM and [path for path, _ in chips.read(entry.whole)] == [_PAY]
