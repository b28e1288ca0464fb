"""What stands behind several jobs and belongs to all of them: how to apply, the next part of a notice."""

from collections.abc import Iterator, Sequence

from jdparse.outline.ads.posts import OF_ALL
from jdparse.outline.ads.unlabelled import answers
from jdparse.outline.entry import Entry, Role
from jdparse.outline.jobs.section import Section
from jdparse.patterns import deferred


def without_closing(
    last: Section, sections: Sequence[Section], preface: Sequence[Entry]
) -> tuple[Section, tuple[Entry, ...]]:
    """The last job without what follows the jobs and belongs to all of them, and that."""
    if _are_rows(sections):
        places: Sequence[Iterator[int]] = (_below_the_table(last),)
    else:
        places = (
            _back_above(last, sections, preface),
            _next_of_the_jobs(last, sections),
            _how_to_apply(last, sections),
            _of_all(last),
            _as_high(last, sections),
            _without_the_mark(last, sections),
            _behind_the_table(last, sections),
            _below_the_line(last, sections),
            _behind_a_gap(last, sections),
            _last_words(last, sections),
            _behind_the_list(last, sections),
        )
    at = min(next(place, len(last.entries)) for place in places)
    if 0 < at < len(last.entries) and _is_bare_heading(last.entries[at - 1], last.entries[at]):
        at -= 1
    at = _with_section_above(last.entries, at, sections)
    while 0 < at < len(last.entries) and _is_of_the_firm(last.entries[at - 1], last.entries[at]):
        at -= 1
    return last._replace(entries=last.entries[:at]), last.entries[at:]


def _is_of_the_firm(entry: Entry, behind: Entry) -> bool:
    """Whether an entry is on the line of the next and says where the employer is: 地址：… 电话：…"""
    return entry.line == behind.line and (entry.field or "").startswith("organization.")


def _with_section_above(entries: Sequence[Entry], at: int, sections: Sequence[Section]) -> int:
    """Where what is said of all begins with a section of what is offered that no other job has: 在这里你能得到 over a list, over 以上岗位均…"""
    above = at - 1
    while above > 0 and entries[above].role is Role.ITEM:
        above -= 1
    if not 0 < above < at - 1 or at == len(entries):
        return at
    head = entries[above]
    bare = head.role is Role.LABEL and head.text is None and _OF_THE_FIRM.match(head.whole.text) is not None
    offers = bare and head.field == "compensation.benefits"
    said = any(entry.field == head.field for section in sections[:-1] for entry in section.entries)
    return above if offers and not said else at


_OF_THE_FIRM = deferred(r"(?:在|来|加入|我们|公司|本公司|我司)")


def _is_bare_heading(entry: Entry, below: Entry) -> bool:
    """Whether an entry heads what is said of all: 薪酬待遇 or ～ 最后说两句 ～ over 以上岗位一经录用，…"""
    if entry.field is None and _FRAMED.fullmatch(entry.whole.text):
        return True
    bare = entry.role is Role.LABEL and entry.text is None and (entry.field or "").startswith(_OF_ALL)
    return bare and below.role is Role.ITEM


_FRAMED = deferred(r"([~～—\-=*·•◆★☆※]{1,6})\s*[^\W\d_][^，。；：]{1,20}?\s*\1")


def without_receipt(last: Section) -> tuple[Section, tuple[Entry, ...]]:
    """The last job without the slip behind it on which its reader signs that he has it (员工手册签收单), or a textbook's exercise, and that."""
    at = next(
        (i for i, e in enumerate(last.entries) if e.field is None and _RECEIPT.search(e.whole.text)), len(last.entries)
    )
    return last._replace(entries=last.entries[:at]), last.entries[at:]


def without_next_part(only: Section, above: Sequence[Entry]) -> tuple[Section, tuple[Entry, ...]]:
    """The only job without the part that counts on from that in which it stands, and that: 五、好人好事 behind 四、书屋找人接手.

    Other parts stand above that, the last of them perhaps a title and so no longer here, and the job itself has no known heading with
    such a number.
    """
    counted: dict[str, list[int]] = {}
    for entry in above:
        if entry.enumerator is not None and entry.field is None:
            counted.setdefault(entry.enumerator.family, []).append(entry.enumerator.ordinal)
    for family, parts in counted.items():
        alike = [i for i, e in enumerate(only.entries) if e.enumerator is not None and e.enumerator.family == family]
        if not alike or any(only.entries[i].field is not None for i in alike):
            continue
        first = only.entries[alike[0]].enumerator
        assert first is not None
        counts_on = first.ordinal == parts[-1] + 1 and parts[-1] - 1 in parts
        past_title = parts == list(range(1, first.ordinal - 1))
        if counts_on or past_title:
            return only._replace(entries=only.entries[: alike[0]]), only.entries[alike[0] :]
    return only, ()


_RECEIPT = deferred(
    r"^[^，。；：]{0,12}(?:签收|签阅|领取|阅读|知悉)(?:单|表|回执|确认书|确认单)$|^回\s?执$|^[【\[（(]?(?:课后|本章|章后)?(?:练习|思考|复习|讨论|问题)(?:(?:[与和及、]?(?:练习|思考|复习|讨论))题?(?:[】\]）)：:]|$)|题?[】\]）)：:])"
)


def _are_rows(sections: Sequence[Section]) -> bool:
    """Whether the jobs are rows of a table, with nothing else between them; what stands before them may be one more section."""
    rows = [section for section in sections if section.heading is not None]
    if len(rows) < 2 or not all(_is_row(section.heading) for section in rows if section.heading is not None):
        return False
    return len(rows) == len(sections) or not any(entry.fresh for section in rows[:-1] for entry in section.entries)


def _is_row(heading: Entry) -> bool:
    """Whether a job's heading is a cell with its name, and no title over a table of its own: 岗位说明书."""
    return heading.fresh and heading.label is None


def _below_the_table(last: Section) -> Iterator[int]:
    """Where a table with a job a row has ended."""
    return (index for index, entry in enumerate(last.entries) if entry.fresh)


def _behind_the_table(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where a paragraph stands behind the table of the last of several jobs, each of which has but a table."""
    if any(entry.behind for section in sections[:-1] for entry in section.entries):
        return
    if all(section.heading is not None and any(entry.fresh for entry in section.entries) for section in sections):
        yield from (index for index, entry in enumerate(last.entries) if entry.behind)


def _below_the_line(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where a line stands below that of the last of several jobs, each of which is but a line of an ad: 木工2个，会吊顶."""
    heads = [section.heading for section in sections if section.heading is not None]
    of_ad = sections[-len(heads) : -1] if len(heads) >= len(sections) - 1 else ()
    if of_ad and all(s.heading is not None and _is_line(s.heading, s.entries) for s in of_ad):
        yield from (index for index, entry in enumerate(last.entries) if entry.line > heads[-1].line)


def _behind_a_gap(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where a blank line stands in the last of several jobs that blank lines part and that have none of their own, over what no other says."""
    lines = [
        section.entries if section.heading is None else (section.heading, *section.entries) for section in sections
    ]
    parted = all(len(own) > 2 for own in lines[:-1]) and all(own and own[0].gap for own in lines[1:])
    if not parted or any(entry.gap and entry.line != own[0].line for own in lines[:-1] for entry in own[1:]):
        return
    head = lines[-1][0].line
    at = next((i for i, e in enumerate(last.entries) if i > 1 and e.gap and e.line != head), None)
    fields = {entry.field for own in lines[:-1] for entry in own if entry.field is not None}
    behind = last.entries[at:] if at is not None else ()
    shared = all(e.field is None or (e.field.startswith(_OF_ALL) and e.field not in fields) for e in behind)
    answered = any(answers(entry) or _is_how_to_apply(entry) for entry in behind)
    if at is not None and shared and (answered or (len(lines) >= _FEWEST_LISTS and _is_unknown_heading(behind))):
        yield at


def _is_unknown_heading(entries: Sequence[Entry]) -> bool:
    """Whether a heading that nobody knows is the first of entries and stands over a list: 统一说明："""
    head, below = entries[0], entries[1:2]
    bare = head.role is Role.LABEL and head.field is None and head.text is None
    return bare and any(entry.enumerator is not None for entry in below)


_OF_ALL = ("compensation.", "application.", "organization.", "section.application", "working_hours", "location")
"""What a notice says of all its jobs, and how to answer it."""


def _is_line(heading: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a job is a line with its name and what it asks for or pays."""
    return (
        heading.role is Role.TITLE
        and heading.label is None
        and bool(entries)
        and all(entry.line == heading.line for entry in entries)
    )


def _back_above(last: Section, sections: Sequence[Section], preface: Sequence[Entry]) -> Iterator[int]:
    """Where the numbers of the heading above the jobs go on: `二、招聘岗位（一）…（三）… 三、报名`."""
    named = [s for s in sections if s.name is not None and (s is last or not _is_of_no_job(s))]
    unnamed = [entry for section in sections[:-1] if _is_of_no_job(section) for entry in section.entries]
    heads = {s.heading.enumerator.family for s in named if s.heading is not None and s.heading.enumerator is not None}
    above = {
        e.enumerator.family: e.enumerator.ordinal
        for e in (*preface, *unnamed)
        if e.enumerator is not None and e.enumerator.family not in heads
    }
    if not heads or not above:
        return
    inner = {e.enumerator.family for s in named if s is not last for e in s.entries if e.enumerator is not None}
    for index, entry in enumerate(last.entries):
        found = entry.enumerator
        if found is not None and found.family not in inner and above.get(found.family) == found.ordinal - 1:
            yield index


def _is_of_no_job(section: Section) -> bool:
    """Whether a section has no name, or that of the document's own title and ends in the heading of the jobs: 协管员招聘公告."""
    if section.name is None:
        return True
    head, end = section.heading, section.entries[-1:]
    titled = head is not None and head.role is Role.TITLE and head.enumerator is None
    bare = (entry.enumerator for entry in end if entry.role is Role.LABEL and entry.text is None)
    return titled and any(enumerator is not None and enumerator.base == "一" for enumerator in bare)


def _next_of_the_jobs(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where the numbers of the jobs themselves go on, with which nothing else is numbered: `一、…岗位 二、…岗位 三、附则`."""
    heads = [s.heading.enumerator for s in sections if s.heading is not None and s.heading.enumerator is not None]
    if len(heads) < 2 or any(head.family != heads[-1].family for head in heads):
        return
    head = heads[-1]
    inner = (e.enumerator for section in sections[:-1] for e in section.entries if e.enumerator is not None)
    if any(found.family == head.family for found in inner):
        return
    for index, entry in enumerate(last.entries):
        if (found := entry.enumerator) is not None and found.family == head.family:
            if found.ordinal == head.ordinal + 1:
                yield index
            return


def _as_high(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where a heading stands as high as those of the jobs, in a page whose other headings are lower."""
    levels = {s.heading.heading if s.heading is not None else 0 for s in sections}
    level = max(levels)
    inner = {entry.heading for section in sections[:-1] for entry in section.entries if entry.heading}
    if not level and inner:
        level = min(inner) - 1  # names of jobs that fold, over headings
    if len(levels) > 1 or not level:
        return
    if any(0 < entry.heading <= level for section in sections[:-1] for entry in section.entries):
        return
    yield from (index for index, entry in enumerate(last.entries) if 0 < entry.heading <= level)


def _without_the_mark(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where a heading lacks the mark that all those of the jobs have: 你会得到 behind ◆ 工作内容 and ◆ 应聘条件 of each."""
    headings = [[entry for entry in section.entries if _is_heading(entry)] for section in sections]
    marks = {entry.enumerator.family if entry.enumerator else "" for own in headings[:-1] for entry in own}
    if len(sections) < _FEWEST_LISTS or len(marks) != 1 or not all(headings) or marks.isdisjoint(_MARKS):
        return
    yield from (i for i, entry in enumerate(last.entries) if _is_heading(entry) and entry.enumerator is None)


def _is_heading(entry: Entry) -> bool:
    return entry.role is Role.LABEL and entry.field is not None and entry.text is None


_MARKS = frozenset("◆■●★▶►◇□○▲△☆※♦❖✦")


def _how_to_apply(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where the document ends in how to apply, when no other job says it."""
    if any(map(_is_how_to_apply, (entry for section in sections[:-1] for entry in section.entries))):
        return
    said = {entry.field for section in sections[:-1] for entry in section.entries}
    for index, entry in enumerate(last.entries):
        if _is_how_to_apply(entry) and all(_may_follow(e) or e.field not in said for e in last.entries[index:]):
            yield index


def _of_all(last: Section) -> Iterator[int]:
    """Where a line without a number says something of all jobs: 以上岗位均提供食宿."""
    return (
        index
        for index, entry in enumerate(last.entries)
        if entry.enumerator is None
        and (told := entry.whole if entry.field is None else entry.text if entry.set_off == "chip" else None)
        is not None
        and OF_ALL.match(told.text)
    )


def _behind_the_list(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where text without a number stands behind the list of the last job, in a document whose other jobs are each a name and a list."""
    headed = [section for section in sections if section.heading is not None]
    if len(headed) < _FEWEST_LISTS or headed[-1] is not last:
        return
    others = [entry for section in headed[:-1] for entry in section.entries]
    if all(entry.enumerator is not None and entry.field is None for entry in others):
        listed = False
        for index, entry in enumerate(last.entries):
            if listed and entry.enumerator is None and entry.field is None:
                yield index
            listed = listed or entry.enumerator is not None


_FEWEST_LISTS = 3


def _last_words(last: Section, sections: Sequence[Section]) -> Iterator[int]:
    """Where the document says of itself since when it holds, under a heading (附则) or under none."""
    others = [section for section in sections if section is not last and section.heading is not None]
    own = not others or any(_is_supplement(entry) for section in others for entry in section.entries)
    return (
        index
        for index, entry in enumerate(last.entries)
        if (entry.field == "remarks" and entry.label is None and entry.set_off == "chip")
        or (_is_supplement(entry) and not own)
    )


def _is_supplement(entry: Entry) -> bool:
    return entry.text is None and "".join(entry.whole.text.split()) == "附则"


def _is_how_to_apply(entry: Entry) -> bool:
    field = entry.field or ""
    # until when is said of each job
    return entry.role is Role.LABEL and field.startswith("application.") and field != "application.deadline"


def _may_follow(entry: Entry) -> bool:
    """Whether an entry may stand in a notice's last part: how to apply, until when, to whom."""
    return entry.field is None or entry.field.startswith(("application.", "organization.", "remarks", "location"))
