"""The flat outline: one entry for each heading, label pair, list item and paragraph of a document.

Lines that hold several (`1、编号：X    2、名称：Y`, `；2.2.4 监测…` in the middle) give several entries. How entries nest is
decided later, in `levels`; where one job ends and the next begins in `jobs`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import ClassVar, NamedTuple

from jdparse import numbering
from jdparse.clean import wrapping
from jdparse.lines import Grid, Line
from jdparse.numbering import Enumerator
from jdparse.outline import chips, labels, sequence, titles
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary


class Role(str):
    """What an entry is. No Enum: to look up a member of one takes four times as long, and every pass over the entries does."""

    __slots__ = ()

    TITLE: ClassVar["Role"]
    """A title line, as `仓管员岗位说明书`; `text` is the job's name, if it says one."""
    LABEL: ClassVar["Role"]
    """A heading or a label with its value in `text`."""
    ITEM: ClassVar["Role"]
    """A list item or a paragraph."""


Role.TITLE, Role.LABEL, Role.ITEM = Role("title"), Role("label"), Role("item")


class Entry(NamedTuple):
    """One piece of the flat outline. All texts are stripped of blanks."""

    role: Role
    line: int
    gap: int
    enumerator: Enumerator | None
    marker: Tracked | None
    label: Tracked | None
    field: str | None
    """What the vocabulary says the label names; None for an unknown label."""
    text: Tracked | None
    """A label's value or an item's text; None when there is none."""
    whole: Tracked
    """Label and value as printed, without the marker."""
    set_off: str = ""
    """How the label is set off from its value: colon, bracket, cell, line, bare; form in a table, header for a column's name,
    column for what a row of duties says that is no part of a duty;
    chip for a value that needs no label."""
    first: bool = True
    """False for the second and later pairs of one line."""
    heading: int = 0
    numbered: bool = False
    """Whether a title counts itself among others: 园长岗位职责 篇2."""
    unfinished: bool = False
    """Whether its text has no end yet, so that an unmarked line may go on with it."""
    fresh: bool = False
    """Whether it is the first of a table or the first behind one, so that the table's sections are closed."""
    behind: bool = False
    """Whether it is the first line behind a table of the document, so that the table's labels are closed too."""

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list or a paragraph, be it with a little label of its own (`组织管理：负责…`)."""
        return self.role is Role.ITEM or (
            self.role is Role.LABEL and self.field is None and self.text is not None and self.enumerator is not None
        )


def flat(blocks: Iterable[Line | Grid], tables: Callable[[Grid], list[Entry]], vocabulary: Vocabulary) -> list[Entry]:
    """The entries of a document's blocks, in order; `tables` reads a table."""
    out: list[Entry] = []
    lines: list[Line] = []
    fresh = False
    for block in (*blocks, None):
        if isinstance(block, Line):
            lines.append(block)
            continue
        found = read(lines, vocabulary)
        if fresh and found:
            found[0] = found[0]._replace(fresh=True, behind=True)
        lines = []
        if block is None:
            out += found
            continue
        table = tables(block)
        if found and table:
            if _is_caption(found[-1], table[0]):
                found[-1] = found[-1]._replace(role=Role.LABEL, label=found[-1].text, text=None, set_off="bare")
            found[-2:] = [_as_annex(entry, vocabulary) for entry in found[-2:]]
        out += found
        out += table
        fresh = True
    return _with_other_requirements(_with_names(out))


_ANNEX = deferred(r"附(?:件|表|录|图)[ ]?[\d一二三四五六七八九十]{0,3}(?:[:：、. \u3000]*(?P<name>[^，。；]{2,20}))?$")


def _as_annex(entry: Entry, vocabulary: Vocabulary) -> Entry:
    """A line over a table, 附件二：能力素质词典, as a heading under which no other stands and which stands under none."""
    found = _ANNEX.match(entry.whole.text) if entry.whole.text[:1] == "附" and not entry.heading else None
    if found is None or entry.enumerator is not None:
        return entry
    field = vocabulary.heading(found["name"]) if found["name"] else None
    return entry._replace(role=Role.LABEL, label=entry.whole, field=field, text=None, set_off="bare", heading=1)


def _is_caption(line: Entry, first: Entry) -> bool:
    """Whether a line is the heading of a table with a header, of which `first` is the first entry: 修订历史 over 版本 | 日期."""
    return (
        first.set_off == "header"
        and line.role is Role.ITEM
        and line.enumerator is None
        and labels.heading_like(line.whole.text)
        and not titles.names_job(line.whole.text)
    )


def _with_other_requirements(entries: list[Entry]) -> list[Entry]:
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
    """Whether an entry is 其他 with its value."""
    label, text = entry.label, entry.text
    return entry.field == "remarks" and label is not None and text is not None and label.text.strip("：:") in OTHERS


def _with_names(entries: list[Entry]) -> list[Entry]:
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


def read(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Entry]:
    """The entries of the lines, in order."""
    found = _entries(lines, vocabulary)
    if len(found) < 2:
        return [_styled(entry) for entry in found]  # a cell of one line; the other steps look at neighbours
    found = list(_opened(found))
    return _with_values(_shaped(_with_applying(_with_benefits(found))), vocabulary)


def _entries(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Entry]:
    out: list[Entry] = []
    margin = wrapping.margin(lines)
    for line, items in sequence.items(lines):
        unfinished = wrapping.may_go_on(line.text.text, margin)
        for index, (enumerator, marker, text) in enumerate(items):
            gap = line.gap if index == 0 else 0
            last = unfinished and index == len(items) - 1
            out += _item(line, gap, enumerator, marker, text, last, vocabulary)
    return out


def _item(
    line: Line,
    gap: int,
    enumerator: Enumerator | None,
    marker: Tracked | None,
    text: Tracked,
    unfinished: bool,
    vocabulary: Vocabulary,
) -> list[Entry]:
    pairs = labels.pairs(text.text, vocabulary)
    if pairs and pairs[0].set_off == "cell" and (pairs[0].field or "").startswith(_CHIPS) and chips.read(text):
        pairs = []  # 五险一金　定期体检: values, though one of them is a label elsewhere
    if not pairs or (len(pairs) == 1 and pairs[0].field is None and pairs[0].set_off == "colon"):
        title = titles.read(text.text, vocabulary)
        if title is not None:
            name = text[slice(*title.name)].strip() if title.name else None
            entry = Entry(Role.TITLE, line.line, gap, enumerator, marker, text, title.field, name or None, text)
            return [entry._replace(heading=line.heading, numbered=title.numbered)]
    if not pairs:
        entry = Entry(
            Role.ITEM,
            line.line,
            gap,
            enumerator,
            marker,
            None,
            None,
            text if text.text else None,
            text,
            heading=line.heading,
            unfinished=unfinished,
        )
        return [entry]
    out: list[Entry] = []
    if pairs[0].label_start and (values := text.part(0, pairs[0].label_start).strip()):
        out.append(
            Entry(Role.ITEM, line.line, gap, enumerator, marker, None, None, values, values, heading=line.heading)
        )
        enumerator = marker = None
    stamp = _STAMP.search(text.text) if len(pairs) > 1 or pairs[0].label_start else None
    if stamp is not None and (last := pairs[-1]).value_start < stamp.start() and _is_undated(last):
        pairs[-1] = last._replace(value_end=stamp.start())
    else:
        stamp = None
    before = text
    for number, pair in enumerate(pairs):
        value = text.part(pair.value_start, pair.value_end)
        label = text.part(pair.label_start, pair.label_end)
        whole = text.part(pair.label_start, pair.value_end)
        begun: Enumerator | None = None
        after = 0
        if number:
            own, after = sequence.leading(label)
            # 岗位职责⇥（一）培训: the first item of the list in the cell beside its label
            if own is not None and own.ordinal == 1 and not before and _opens(pairs[number - 1]):
                begun = own
                whole = text.part(pair.label_start + after, pair.value_end)
        if number == 0:
            entry = Entry(
                Role.LABEL,
                line.line,
                gap,
                enumerator,
                marker,
                label,
                pair.field,
                value or None,
                whole,
                pair.set_off,
                True,
                line.heading,
                unfinished=unfinished,
            )
        else:
            entry = Entry(
                Role.LABEL,
                line.line,
                0,
                begun,
                label[:after] if after else None,
                label[after:],
                pair.field,
                value or None,
                whole,
                pair.set_off,
                False,
            )
        out.append(entry)
        before = value
    if stamp is not None:
        date = text[slice(*stamp.span(1))]
        out.append(Entry(Role.ITEM, line.line, 0, None, date, None, None, None, date[:0], "header", False))
    return out


# When a site published a job, behind its facts: 维保工 招聘人数：10人 工作地点：佛山 2026-05-08
_STAMP = deferred(r"[ \t\u3000]+((?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})$")


def _is_undated(pair: labels.Pair) -> bool:
    """Whether a date behind a label's value is no part of it."""
    return (
        pair.field is not None and labels.is_identity(pair.field) and not pair.field.startswith(("dates.", "people."))
    )


# Fields whose labels are as often values in a line of bare values: 五险一金, 加班, 全职.
_CHIPS = ("compensation.", "working_hours", "job_type", "requirements.experience", "requirements.education")


def _opens(pair: labels.Pair) -> bool:
    """Whether a label may have a list under it."""
    return pair.field is not None and not labels.is_scalar(pair.field)


def _opened(entries: list[Entry]) -> Iterator[Entry]:
    """The entries; where a list begins beside its label and goes on below (`岗位职责：（一）收货` over `1、…`), its first item apart."""
    for entry, following in zip_longest(entries, entries[1:]):
        text = entry.text
        if (
            entry.role is not Role.LABEL
            or entry.field is None
            or labels.is_scalar(entry.field)
            or text is None
            or following is None
            or following.enumerator is None
            or following.line == entry.line
        ):
            yield entry
            continue
        enumerator, end = sequence.leading(text, following.enumerator)
        if enumerator is None or enumerator.ordinal != 1 or len(sequence.inline(text)) > 1:
            yield entry
            continue
        assert entry.label is not None
        yield entry._replace(text=None, whole=entry.label, unfinished=False)
        item = text[end:].strip()
        yield Entry(
            Role.ITEM,
            entry.line,
            0,
            enumerator,
            text[:end],
            None,
            None,
            item or None,
            item,
            unfinished=entry.unfinished,
        )


def _with_benefits(entries: list[Entry]) -> list[Entry]:
    """The entries with the tags of a job board (五险一金, 年底双薪, 免费班车, one a line) made values of their own.

    They stand under the page's first heading, whatever that is of; under a heading of pay or benefits they are its items.
    """
    entries = [_as_tag(entries, i) if _is_offer(entry) else entry for i, entry in enumerate(entries)]
    out: list[Entry] = []
    section = ""
    index = 0
    while index < len(entries):
        stop = index
        while stop < len(entries) and _may_be_tag(entries[stop], entries[index]):
            stop += 1
        tags = entries[index:stop]
        if not section.startswith("compensation.") and chips.are_benefits([tag.whole.text for tag in tags]):
            out += [tag._replace(role=Role.LABEL, field="compensation.benefits", set_off="chip") for tag in tags]
        elif len(tags) >= _FEWEST_CHIPS and not section.startswith(_LISTS) and (found := _typed(tags)):
            out += found
        elif section == "compensation.benefits":
            out += [value for tag in tags for value in _values(tag) or [tag]]
            if stop < len(entries) and (values := _values(entries[stop])):
                out += values
                stop += 1
        else:
            out += tags
        if stop < len(entries) and (stop == index or entries[stop].role is not Role.ITEM):
            entry = entries[stop]
            if entry.role is Role.LABEL and entry.field is not None:
                section = entry.field
            out.append(entry)
            stop += 1
        index = stop
    return out


def _is_offer(entry: Entry) -> bool:
    """Whether a heading of benefits names one and not all: 五险一金, but not 福利待遇."""
    return (
        entry.field == "compensation.benefits"
        and entry.text is None
        and entry.set_off == "bare"
        and not _OF_BENEFITS.search(entry.whole.text)
    )


_OF_BENEFITS = deferred(r"福利|待遇|保障|薪|提供|亮点|我们|[你您]|[A-Za-z]|[:：】\]]")


def _as_tag(entries: Sequence[Entry], index: int) -> Entry:
    """A heading that names a benefit, as a tag where tags of that kind go on behind it: 五险一金, 带薪年假, 周末双休."""
    heading = entries[index]
    tag = heading._replace(role=Role.ITEM, label=None, field=None, text=heading.whole, set_off="")
    stop = index + 1
    while stop < len(entries) and _may_be_tag(entries[stop], tag):
        stop += 1
    tags = [tag.whole.text, *(entry.whole.text for entry in entries[index + 1 : stop])]
    return tag if chips.are_benefits(tags) else heading


_FEWEST_CHIPS = 3
# Under their headings short lines are items.
_LISTS = ("duties", "requirements.", "authority", "compensation.", "section.")


def _typed(tags: Sequence[Entry]) -> list[Entry]:
    """Bare values a line (厦门, 1-3年, 学历不限, 招3人) as values of the job, whose name may come first; [] where they are none."""
    for name in (0, 1):
        if len(tags) - name >= _FEWEST_CHIPS and (found := chips.typed([tag.whole for tag in tags[name:]])):
            return [
                *tags[:name],
                *(
                    tag._replace(role=Role.LABEL, field=path, text=value, set_off="chip") if path else tag
                    for tag, (path, value) in zip(tags[name:], found, strict=True)
                ),
            ]
    return []


def _values(entry: Entry) -> list[Entry]:
    """The benefits that stand side by side on a line below their heading, an entry each; [] for another line."""
    if entry.role is not Role.ITEM or entry.enumerator is not None or entry.heading:
        return []
    found = chips.read(entry.whole)
    if len(found) < _LEAST_BENEFITS or any(path != "compensation.benefits" for path, _ in found):
        return []
    return [
        entry._replace(role=Role.LABEL, field=path, text=value, whole=value, set_off="chip") for path, value in found
    ]


_LEAST_BENEFITS = 3


# How an ad ends without a heading: 有意者请将简历发送至 …
_APPLYING = deferred(
    r"^(?:有意|如有(?:疑问|意向|兴趣)|感兴趣|有兴趣|符合(?:以上)?条件|欢迎|应聘者|请将|请把|简历(?:请|投|发)|(?:即日|现在)起|(?:please|kindly) (?:send|email)|interested).{0,60}?(?:微信|电话|手机|邮箱|@|简历|QQ|私信|联系|报名)",
    re.IGNORECASE,
)
_LONGEST_APPLYING = 160


def _with_applying(entries: list[Entry]) -> list[Entry]:
    """The entries with an unnumbered line that says how to apply made a value of its own, where it has no heading."""
    section = ""
    out: list[Entry] = []
    for entry in entries:
        if entry.role is Role.LABEL and entry.field is not None:
            section = entry.field
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


def _may_be_tag(entry: Entry, first: Entry) -> bool:
    return (
        entry.role is Role.ITEM
        and not entry.heading
        and len(entry.whole) <= chips.LONGEST_BENEFIT
        and (entry.enumerator is None or not entry.enumerator.ordinal)
        and (entry.enumerator is None) == (first.enumerator is None)
    )


def _styled(entry: Entry) -> Entry:
    """A line that nobody knows as the heading that its style makes it."""
    if entry.heading and entry.role is Role.ITEM and entry.text is not None:
        return _as_heading(entry)
    return entry


def _as_heading(entry: Entry) -> Entry:
    return entry._replace(role=Role.LABEL, label=entry.text, text=None, set_off="bare")


def _is_heading(text: str) -> bool:
    """Whether a line could be a heading, be it in two languages."""
    return labels.heading_like(text) or labels.BILINGUAL.match(text) is not None


def _shaped(entries: list[Entry]) -> list[Entry]:
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
            if entry.heading or drawn or (begins and not goes_on and not is_value and not chips.read(entry.text)):
                entry = _as_heading(entry)
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


def _with_values(entries: list[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """A scalar label with nothing beside it takes the next line as its value (`岗位名称` and then `出纳`)."""
    out: list[Entry] = []
    skip = False
    unknown = -1  # the index of a label that nobody knows
    for index, entry in enumerate(entries):
        if skip:
            skip = False
            continue
        following = entries[index + 1] if index + 1 < len(entries) else None
        alone = entry.first and (following is None or following.line != entry.line)
        if following is not None and (
            index == unknown or (out and _is_unknown_label(out[-1], entry, following, entries[index + 2 : index + 3]))
        ):
            field = vocabulary.find(entry.whole.text)  # 人数, too common a word for a heading
            entry = entry._replace(role=Role.LABEL, label=entry.whole, field=field, text=None, set_off="bare")
            out.append(_with(entry, following))
            skip = True
        elif following is not None and alone and _takes(entry, following, entries[index + 2 : index + 3]):
            if _is_pair(entries[index : index + 4]):
                unknown = index + 1
                out.append(entry)
            else:
                out.append(_with(entry, following))
                skip = True
        else:
            out.append(entry)
    return out


def _with(entry: Entry, following: Entry) -> Entry:
    """A label with the text of the next line as its value."""
    between = Tracked("\n", entry.whole.end, entry.whole.end)
    whole = Tracked.join((entry.whole, between, following.whole))
    return entry._replace(text=following.text, whole=whole, set_off="line")


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
    if following.role is not Role.ITEM or following.enumerator is not None or following.text is None:
        return False
    if entry.set_off == "cell":
        return False
    if entry.set_off == "colon" and (following.gap > entry.gap or following.line != entry.line + 1 + following.gap):
        return False
    alone = bool(after) and after[0].role is Role.LABEL and after[0].field is not None and after[0].first
    return len(following.text) <= (80 if alone else 30) and following.text.text[-1] not in "。；;：:"


_PAY = "compensation.salary"


def _is_pay(entry: Entry) -> bool:
    """Whether a line is pay and nothing else, the value of a label that may have a list too: 8K-12K."""
    return entry.role is Role.ITEM and [path for path, _ in chips.read(entry.whole)] == [_PAY]
