"""Where one job of a document ends and the next begins.

A job begins at a title line (`仓管员岗位说明书`), at a numbered job (`岗位二`, `篇二`), where the identity labels come again, and at
headings of one shape under each of which the same sections repeat (`一、大堂副理 … 二、前台接待员 …`).
"""

import itertools
from collections.abc import Mapping, Sequence

from jdparse.outline import titles
from jdparse.outline.ads import calls, chips
from jdparse.outline.entry import Entry, Role
from jdparse.outline.jobs import by_name, repeated, starts, unnamed
from jdparse.outline.jobs.closing import without_closing, without_next_part, without_receipt
from jdparse.outline.jobs.content import has_content
from jdparse.outline.jobs.section import Jobs, Section
from jdparse.outline.labels import heading_like
from jdparse.outline.organizations import is_organization
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary


def split(entries: Sequence[Entry], vocabulary: Vocabulary, before: Sequence[Entry] = ()) -> Jobs:
    """The jobs of a document's entries, in order; `before` are those that stand above its body."""
    entries = starts.named(entries, vocabulary)
    begins = _begins(entries, before)
    if not begins:
        found = _nameless(entries)
        if not found.sections:
            return found
        only = found.sections[0]
        if again := unnamed.starts(only.entries):
            return _unnamed(found, again, before)
        only, behind = without_next_part(only, [*before, *found.preface])
        return found._replace(sections=(only,), closing=behind)
    title, preface, sections = _cut(entries, begins, before)
    if len(sections) == 1 and sections[0].name is None and (again := unnamed.starts(sections[0].entries)):
        return _unnamed(Jobs(title, tuple(preface), tuple(sections)), again, before)
    above = [*before, *entries[: begins[0]]]
    titled = next((e for e in preface if e.role is Role.TITLE), None)
    if title is None and titled is not None and len(sections) > 1:
        title = titled
        preface.remove(titled)
    if len(sections) == 1 and sections[0].name is None and sections[0].heading is not None:
        above_labels = _above_labels(sections[0].entries)
        preface += above_labels
        sections = [sections[0]._replace(entries=sections[0].entries[len(above_labels) :])]
    if len(sections) == 1 and (controlled := _of_the_document(preface)):
        # 文件编号：… 生效日期：… on the line over the title
        sections = [sections[0]._replace(entries=(*controlled, *sections[0].entries))]
        preface = [entry for entry in preface if entry not in controlled]
    elif sections and preface and has_content(_without_headings(preface)):
        sections.insert(0, Section(None, None, tuple(preface)))
        preface = []
    preface += _take_revisions(sections)
    sections, leading, closing = by_name.with_rows(sections)
    preface += leading
    if len(sections) > 1 and not closing:
        above += [*preface, *([title] if title is not None else ())]  # 一、竞聘岗位及职责, and 二、 behind the jobs
        sections[-1], closing = without_closing(sections[-1], sections, above)
        sections, closing = by_name.attached(sections, closing)
    if sections and all(section.name is None and section.heading is None for section in sections[:-1]):
        sections[-1], behind = without_next_part(sections[-1], above)
        closing = (*behind, *closing)
    if sections:
        sections[-1], receipt = without_receipt(sections[-1])
        closing = (*closing, *receipt)
    return Jobs(title, tuple(preface), tuple(sections), closing)


def _begins(entries: Sequence[Entry], before: Sequence[Entry]) -> Sequence[int]:
    """Where the jobs begin that are named before their first section; none when one job has no such name."""
    begins = starts.find(entries)
    if len(begins) > 1:
        ends = (*begins[1:], len(entries))
        return [at for begin, end in zip(begins, ends, strict=True) for at in _of_title(entries[:end], begin)]
    headings = repeated.headings(entries, begins[0] if begins else 0)
    headings = headings or repeated.over_lists(entries, before)
    if not headings:
        return begins
    first = headings[0]
    return [*(at for at in begins if at < first and has_content(_without_headings(entries[at:first]))), *headings]


def _of_title(entries: Sequence[Entry], begin: int) -> Sequence[int]:
    """Where jobs begin from the last title on: at it, and at the headings below it where it names several (第二部分 各岗位职责)."""
    title = entries[begin]
    several = title.role is Role.TITLE and title.text is None and not title.numbered
    return [begin, *repeated.headings(entries, begin + 1)] if several else [begin]


def _nameless(entries: Sequence[Entry]) -> Jobs:
    """One job without a title, behind what stands over its first label."""
    past = _behind_revisions(entries)
    low = next((i for i, entry in enumerate(entries[past:], past) if _says_something(entry)), 0)
    if any(e.enumerator is not None and e.field is None and not heading_like(e.whole.text) for e in entries[:low]):
        entries = [*map(_as_item, entries[:low]), *entries[low:]]
        low = 0  # a list of duties without a heading
    low = _form_start(entries, low)
    if low == 1 and _is_name(entries[0]):
        return Jobs(None, (), (Section(_name(entries[0]), entries[0], tuple(entries[1:])),))
    return Jobs(None, tuple(entries[:low]), (Section(None, None, tuple(entries[low:])),) if entries else ())


def _as_item(entry: Entry) -> Entry:
    """An item of a list that begins with a little label of its own (1、现场管理：…)."""
    if entry.enumerator is None or entry.field is not None or entry.role is not Role.LABEL:
        return entry
    return entry._replace(role=Role.ITEM, label=None, text=entry.whole, set_off="")


def _above_labels(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The lines between a title without a name and the first label, if one of them names the job: 人才招聘, 研发经理, 工作地点：…"""
    lines = list(itertools.takewhile(lambda entry: not _says_something(entry) and entry.enumerator is None, entries))
    return lines if any(titles.names_job(line.whole.text) for line in lines) else ()


def _unnamed(found: Jobs, starts: Sequence[int], before: Sequence[Entry]) -> Jobs:
    """Several jobs without names, from the places on where their sections begin."""
    entries = found.sections[0].entries
    sections = [Section(None, None, entries[a:b]) for a, b in itertools.pairwise((0, *starts[1:], len(entries)))]
    sections[-1], closing = without_closing(sections[-1], sections, [*before, *found.preface])
    return found._replace(sections=tuple(sections), closing=closing)


def _says_something(entry: Entry) -> bool:
    """Whether an entry is a label that is known, or a line of bare values."""
    return (entry.role is Role.LABEL and entry.field is not None) or bool(chips.read(entry.whole))


def _cut(
    entries: Sequence[Entry], begins: Sequence[int], before: Sequence[Entry]
) -> tuple[Entry | None, list[Entry], list[Section]]:
    """The document's title where that is a heading over headings, what is of no job, and the entries of each job."""
    title: Entry | None = None
    preface = list(entries[: begins[0]])
    heads: dict[int, Entry] = dict(enumerate(preface[-1:]))  # over the jobs from one on
    sections: list[Section] = []
    for start, end in zip(begins, (*begins[1:], len(entries)), strict=True):
        body = list(entries[start:end])
        head = body[0]
        is_heading = head.role is not Role.LABEL or head.field is None
        if is_heading and not has_content(body[1:]) and end < len(entries) and not _is_post(head):
            title = title or (head if head.role is Role.TITLE else None)
            preface += body if head.role is not Role.TITLE and head.whole else body[1:]  # 示例二 alone over a title
            continue
        if len(body) > 2 and head.text is None and head.whole.text.endswith("书") and _introduces(body[1]):
            preface.append(body.pop(1))
        while (
            len(body) > 1
            and end < len(entries)
            and (
                (_is_department(body[-1]) and not _is_value(body))
                or _is_above(body[-1], [*before, *preface])
                or (_is_counted(entries[end]) and _leads_on(body))
            )
        ):
            preface.append(body.pop())  # a department's name, or the next part's, over the jobs that follow
            heads[len(sections) + 1] = preface[-1]
        if is_heading:
            sections.append(Section(_name(head), head, tuple(body[1:])))
        else:
            sections.append(Section(None, None, tuple(body)))
    return title, preface, _in_departments(_without_counts(sections), heads, preface)


def _without_counts(sections: list[Section]) -> list[Section]:
    """The jobs without the numbers before their names that count them: 1 产品经理, 2 视觉设计师."""
    found = [_COUNT.match(section.name.text) for section in sections if section.name is not None]
    counts = [int(count[1]) for count in found if count is not None]
    if len(counts) < max(len(sections), _FEWEST_COUNTED) or any(a >= b for a, b in itertools.pairwise(counts)):
        return sections
    return [
        section if section.name is None or count is None else section._replace(name=section.name[count.end() :])
        for section, count in zip(sections, found, strict=True)
    ]


_COUNT = deferred(r"(\d{1,2})[ \t\u3000]+(?=[^\W\d])")
_FEWEST_COUNTED = 2


def _in_departments(sections: list[Section], heads: Mapping[int, Entry], preface: list[Entry]) -> list[Section]:
    """The jobs with the departments whose names are headings over theirs, where several are; these are no preface."""
    names: dict[int, Entry] = {
        at: head for at, head in heads.items() if _is_department(head) and _is_over(head, sections[at : at + 1])
    }
    if len(names) < _FEWEST_DEPARTMENTS:
        return sections
    out: list[Section] = []
    own: Entry | None = None
    for at, section in enumerate(sections):
        if at in names:
            own = names[at]
        if own is not None and all(entry.field != "department" for entry in section.entries):
            label = own._replace(
                role=Role.LABEL, field="department", label=None, text=own.whole, set_off="chip", heading=0
            )
            section = section._replace(entries=(label, *section.entries))
        out.append(section)
    preface[:] = [entry for entry in preface if entry not in names.values()]
    return out


def _is_over(head: Entry, sections: Sequence[Section]) -> bool:
    return any(section.heading is not None and 0 < head.heading < section.heading.heading for section in sections)


_FEWEST_DEPARTMENTS = 2


def _is_post(head: Entry) -> bool:
    """Whether a title is a vacancy of an ad, which may say no more than how many are sought: 检票员 12人."""
    return head.role is Role.TITLE and head.label is None


_INTRODUCES = deferred(r"(?:如下|以下)[^，。；]{0,8}[：:]$")


def _introduces(entry: Entry) -> bool:
    """Whether a paragraph below 岗位说明书 says what follows in the book, and nothing of the job: 本分册收录如下："""
    return entry.role is Role.ITEM and entry.enumerator is None and _INTRODUCES.search(entry.whole.text) is not None


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


def _of_the_document(preface: Sequence[Entry]) -> Sequence[Entry]:
    """The labels of a controlled document's head with those beside them, where nothing else stands over its title but the employer's name."""
    lines = {entry.line for entry in preface if _is_of_the_document(entry)} - {
        entry.line
        for entry in preface
        if entry.field is None  # 文档编号：8813027 上传时间：… is of a site
    }
    found = [entry for entry in preface if entry.line in lines and entry.role is Role.LABEL and entry.text is not None]
    rest = [entry for entry in preface if entry not in found]
    return found if all(is_organization(entry.whole.text) for entry in rest) else ()


def _is_of_the_document(entry: Entry) -> bool:
    """Whether an entry is a label with its value such as stand in the head of a controlled document."""
    return entry.role is Role.LABEL and entry.text is not None and (entry.field or "").startswith(_CONTROLLED)


# … and in a box of text, which Word anchors to the first line: 岗位使命：…
_CONTROLLED = ("document_no", "code", "dates.", "people.", "department", "extra", "summary")

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


def _is_value(entries: Sequence[Entry]) -> bool:
    """Whether the last line is the value of the label over it: 所属部门, 客房部."""
    label = entries[-2]
    return label.role is Role.LABEL and label.field is not None and label.text is None


def _is_counted(title: Entry) -> bool:
    """Whether a title counts itself among others: 出纳岗位职责 篇二, 篇二：出纳岗位职责."""
    return title.numbered or (title.enumerator is not None and title.enumerator.family == "篇N")


def _leads_on(body: Sequence[Entry]) -> bool:
    """Whether what stands last before a title that counts itself (出纳岗位职责 篇二) is the article's own, and nothing of the job above."""
    last, before = body[-1], body[-2]
    plain = last.role is Role.ITEM and last.enumerator is None and last.field is None
    said = before.enumerator is not None or (before.role is Role.LABEL and before.text is not None)
    return plain and said and len(last.whole) >= _LEAST_SAID and last.whole.text[-1] in "。！？：…"


_LEAST_SAID = 20


def _is_above(entry: Entry, preface: Sequence[Entry]) -> bool:
    """Whether a heading goes on with the numbers of those above the jobs: 第二部分 操作岗 behind 第一部分 管理岗."""
    found = entry.enumerator
    if found is None or entry.field is not None:
        return False
    if not found.ordinal:  # ■ 洁雅义齿加工所（解放路99号）, as ■ over the first job
        own = preface[-1].enumerator if preface else None
        return own is not None and own.family == found.family and entry.gap > 0
    if not heading_like(entry.whole.text):
        return False
    return any(
        above is not None and (above.family, above.ordinal + 1) == (found.family, found.ordinal)
        for above in (e.enumerator for e in preface)
    )


_BRACKETED = deferred(r"[【\[][^【】\[\]]{2,24}(?P<end>[】\]])(?=[（(])")
_DRAWN = deferred(r"(?!\.[A-Za-z])[^\w\s（(《“\"【\[]+[ \t\u3000]*(?=\w)")
_COUNTED = deferred(r"0\d[ \t\u3000.、/]*(?=[^\W\d])")


def _name(head: Entry) -> Tracked | None:
    if head.role is Role.TITLE:
        return head.text
    whole = head.whole
    if (bracket := _BRACKETED.match(whole.text)) is not None:
        whole = whole.delete([(0, 1), bracket.span("end")])  # 【前台小伙伴】（可兼职）
    name = calls.without_call(titles.unframed(whole.strip(" \t\u3000：:*#—-")))
    if found := _COUNTED.match(name.text) or _DRAWN.match(name.text):
        name = name[found.end() :]  # 01 植保飞防队长, 🥐 烘焙师
    return name or None
