"""What a job is called that its own outline does not name: by a call, a line above it, its page, its file."""

from collections.abc import Sequence

from jdparse.document import Note
from jdparse.interpret import job
from jdparse.interpret.draft import Draft
from jdparse.interpret.noted import Notes
from jdparse.outline import titles
from jdparse.outline.ads import calls, chips, cities
from jdparse.outline.entry import Entry, Role
from jdparse.outline.jobs.section import Jobs, Section
from jdparse.outline.labels import heading_like
from jdparse.outline.organizations import is_organization
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked


def from_call(found: Jobs, drafts: Sequence[Draft], preface: list[Entry]) -> None:
    """Gives the only job, if it has no title, that of the call above it; a line that says no more than that is no preface."""
    if len(drafts) != 1 or "title" in drafts[0].scalars:
        return
    for entry in reversed(preface):
        called = calls.read(entry.whole.text) if entry.field is None else None
        if called is not None:
            start, end = called
            name = entry.whole[start:end]
            job.entitle(drafts[0], name)
            said = [line for line in preface if _is_call(line, name.text)][:_MOST_CALLS]
            drafts[0].labels += [line.whole for line in said]
            preface[:] = [line for line in preface if line not in said]
            _counted(drafts[0], [*preface, *found.sections[0].entries])
            return


_MOST_CALLS = 8
"""Calls above one job, or several; a text with more is no ad."""


def _is_call(entry: Entry, name: str) -> bool:
    """Whether a line says no more than that a job is sought, with or without how many."""
    called = calls.read(entry.whole.text) if entry.field is None else None
    if called is None or called[1] < len(entry.whole) or not calls.is_line(entry.whole.text, called[0]):
        return False
    return entry.whole.text[called[0] :] == name


def counted(drafts: Sequence[Draft], preface: Sequence[Entry]) -> None:
    """Gives several jobs how many of each are sought, where the call above them says it: 急招：兽医助理1名、前台2名."""
    above = [entry for entry in preface if calls.may_call(entry.whole.text) or _SEVERAL.search(entry.whole.text)][
        :_MOST_CALLS
    ]
    for draft in drafts if len(drafts) > 1 and above else ():
        if "title" in draft.scalars:
            _counted(draft, above)


# 现在要磨豆腐的师傅一名，送货小工一名
_SEVERAL = deferred(rf"{calls.COUNT}[，,、和]?[^，。；\d]{{2,12}}{calls.COUNT}")


def _counted(draft: Draft, entries: Sequence[Entry]) -> None:
    """Gives a job how many are sought, where that stands behind its name: 保洁员3名（其中…）."""
    name = draft.scalars["title"].text
    if "headcount" in draft.scalars:
        return
    for entry in entries:
        count = calls.count_behind(entry.whole.text, name)
        if count is not None:
            draft.scalars["headcount"] = entry.whole[slice(*count)]
            draft.blank.pop("headcount", None)
            return


def first_title(sections: Sequence[Section]) -> Entry | None:
    heading = sections[0].heading if sections else None
    if heading is None or heading.role is not Role.TITLE or heading.label is None:
        return None  # 二、切配2名：… has no label
    return heading


def of_document(title: Entry | None, preface: Sequence[Entry], page: str | None) -> Entry | None:
    """The line above the jobs that says what the document is, where no title does: 关于招聘食堂工作人员的通知.

    On a page, whose title is `page`, it is the heading with which that begins too; a short one is the name of a column: 站内公告.
    """
    if title is not None and title.enumerator is None:
        return None
    shortest = _SHORTEST_OF_PAGE if page is not None else 0
    head = preface[:_HEAD]
    found = next((e for e in head if len(e.whole) >= shortest and _is_of_document(e)), None)
    return found or next((e for e in head if page is not None and _begins_title(e, page)), None)


def _begins_title(entry: Entry, page: str) -> bool:
    """Whether an entry is the first heading of a page and the first words of its title: 物流专员是做什么的？"""
    text = entry.whole.text.rstrip("？?！!。 ")
    return entry.heading == 1 and entry.field is None and len(text) >= _SHORTEST_HEADING and page.startswith(text)


_SHORTEST_HEADING = 4


def _is_of_document(entry: Entry) -> bool:
    plain = entry.enumerator is None and entry.field is None and (entry.text is None or entry.role is Role.ITEM)
    return plain and _DOCUMENT.fullmatch(entry.whole.text) is not None


_HEAD = 3
_SHORTEST_OF_PAGE = 10
_DOCUMENT = deferred(
    r"《[^《》]{2,30}卡》|【[^】]{2,12}(?:公告|启事|通知|简章|招聘|招募|竞聘|选聘)】[^，。；：:！!？?|>]{2,40}|[^，。；：:！!？?|>]{0,36}(?:公告|启\s*事|通知|简章|简介|通告|信息|汇编|手册|说明书|职责|制度|招\s*[聘工]|诚聘"
    r"|(?:岗位|职位|职务|工作|聘用|任职|录用)(?:职责|聘用|任职)?(?:说明|标准|规范|描述|分析表|调查表|画像|档案|指南|指引|介绍|概述|一览表?|清单)|职责(?:与|及|和|、)[^\W\d_]{0,6}(?:标准|要求|资格|条件|任务|权限))(?:[（(][^（）()]{1,12}[)）])?[！!]{0,3}"
)


def over_facts(preface: Sequence[Entry], section: Section) -> Entry | None:
    """The line right above what a job pays, or several of its facts: its name, whatever it ends in (软件测试 over 6-8千/月)."""
    if not preface or not section.entries:
        return None
    entry, below = preface[-1], section.entries[0]
    text = entry.whole.text
    if entry.field is not None or entry.enumerator is not None or len(text) > _LONGEST_TITLE or below.gap:
        return None
    facts = [path for path, _ in chips.read(below.whole)]
    over = "compensation.salary" in facts or len(facts) >= _FEWEST_FACTS
    return entry if over and not _NO_TITLE.search(text) else None


def over_duties(preface: Sequence[Entry], draft: Draft) -> bool:
    """Whether the heading of a page, or the first line of a text, is a job's name over what that does: 厨师长 over 岗位职责."""
    return len(draft.duties) > 0 and any(
        entry.enumerator is None
        and (entry.heading or (entry is preface[0] and titles.may_name_job(entry.whole.text)))
        and titles.names_job(entry.whole.text)
        for entry in preface
    )


_FEWEST_FACTS = 3
_NO_TITLE = deferred(r"[，。；！？：:;!?]|招聘|诚聘|急聘|公司|集团|以上|公告|通知")


def from_preface(draft: Draft, preface: list[Entry], section: Section, page: str, notes: Notes) -> None:
    """Gives a job without a title that of a line before it that is a job's name, or that the page's own title says too."""
    entry = next((e for e in reversed(preface) if _entitles(e)), None)
    if entry is not None and entry.whole.text.isascii():  # the name in English below it
        above = preface[preface.index(entry) - 1 : preface.index(entry)]
        entry = next((e for e in above if _entitles(e)), entry)
    if entry is not None and page and entry.whole.text not in page and not titles.names_job(entry.whole.text):
        # 在八十米高处，看日出 over the page, and the job's name over its facts
        entry = next((e for e in reversed(preface) if e.heading and _is_said(e, page)), entry)
    if entry is None and page:
        entry = next((e for e in preface if _is_said(e, page)), None)
        entry = entry or next((e for e in preface if len(e.whole) <= _LONGEST_TITLE and _has_word_said(e, page)), None)
    entry = entry or over_facts(preface, section) or _numbered_name(preface)
    if entry is None:
        _from_part(draft, preface)
        return
    pair = entry.role is Role.LABEL and entry.text is not None and titles.names_job(entry.text.text)
    name = entry.text if pair and entry.text is not None else entry.whole  # 受聘于：森林管护员
    title = _word_said(calls.without_call(titles.unframed(name.strip(_BESIDE))), page)
    job.entitle(draft, title)
    draft.none.pop("title", None)
    draft.labels.append(entry.whole)
    preface.remove(entry)
    if not entry.heading and title.text not in page:
        notes.append((0, Note("title-from-file-name", Span(title.start, title.end), {"title": title.text})))


def _numbered_name(preface: Sequence[Entry]) -> Entry | None:
    """The line right above a job that is the first and only one that is counted, and reads as a name: 一、水电工（2人）."""
    counted = [entry for entry in preface if entry.enumerator is not None]
    if len(counted) != 1 or counted[0] is not preface[-1] or counted[0].field is not None:
        return None
    text = counted[0].whole.text
    return counted[0] if len(text) <= _LONGEST_NAME and titles.names_job(text) else None


_LONGEST_NAME = 24


def _from_part(draft: Draft, preface: Sequence[Entry]) -> None:
    """Gives a job that one part of a line alone names that name: 【招聘】云川物业-水电工-成华区. The line stays as it is."""
    for entry in reversed(preface[:_HEAD]):
        if entry.field is not None or entry.enumerator is not None or len(entry.whole) > _LONGEST_TITLE:
            continue
        line = entry.whole[calls.tag(entry.whole.text) :]
        parts = [line[slice(*found.span())] for found in _PART.finditer(line.text)]
        named = [part for part in parts if len(part) <= _LONGEST_NAME and titles.names_job(part.text)]
        if 1 < len(parts) <= _MOST_PARTS and len(named) == 1:
            job.entitle(draft, named[0])
            return


_MOST_PARTS = 4
_PART = deferred(r"[^\s\-–—·|｜/／，。；：:！!？?【】][^\-–—·|｜/／，。；：:！!？?【】]*(?<!\s)")
_FRAMES = deferred(r"】\s*【")


def _word_said(line: Tracked, page: str) -> Tracked:
    """The word of a line that its page's title has for the job's name, beside what a site sets around it: 护士/护理 口腔护士; else the line."""
    if line.text in page:
        return line
    words = [line[slice(*found.span())] for found in _WORD.finditer(line.text)]
    said = [
        word for word in words if len(word) >= _SHORTEST_TITLE and word.text in page and titles.names_job(word.text)
    ]
    if not said and len(words) == _NAME_AND_EMPLOYER and is_organization(words[1].text) and words[0].text in page:
        return words[0]  # 宾客挚友 青隐度假酒店
    beside = [word for word in words if word.text not in page and not word.text.isascii()]
    return said[0] if said and beside else line


_NAME_AND_EMPLOYER = 2
_WORD = deferred(r"[^ \u3000\xa0]+")


def _has_word_said(entry: Entry, page: str) -> bool:
    """Whether a line without a label has such a word."""
    return entry.field is None and entry.enumerator is None and len(_word_said(entry.whole, page)) < len(entry.whole)


def _entitles(entry: Entry) -> bool:
    """Whether a line before a job is its name: it reads as one, or is the title of a page (出版校对)."""
    text = calls.without_call(entry.whole.strip(_AROUND)).text
    if entry.enumerator is not None or _FRAMES.search(text):
        return False
    if entry.heading == 1 and len(text) <= _LONGEST_TITLE and not _NO_NAME.search(entry.whole.text):
        return True
    return heading_like(text) and titles.names_job(text)


def _is_said(entry: Entry, page: str) -> bool:
    """Whether a line stands in the title of its page and may be the name of a job, and not of a place or an employer."""
    text = entry.whole.text.strip(_AROUND)
    return (
        entry.enumerator is None
        and (entry.role is Role.ITEM or entry.field is None)
        and _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE
        and text in page
        and not _NO_NAME.search(text)
        and not cities.is_city(text)
    )


_SHORTEST_TITLE, _LONGEST_TITLE = 3, 60


def entitle(
    drafts: Sequence[Draft], title: Entry | None, posted: bool, declared: Tracked | None, name: str, notes: Notes
) -> None:
    """Give jobs without a title that of the document, or a single one that of the file.

    `posted` says that the page's data have one, which is better than a file's name. `declared` is the file's name as a page
    prints it, `name` that of the file at hand.
    """
    without = [draft for draft in drafts if "title" not in draft.scalars]
    if title is not None and title.text is not None:
        for draft in without:
            draft.scalars["title"] = title.text
    elif len(drafts) == 1 and without:
        found = titles.of_file(declared.text) if declared is not None else None
        if posted:
            pass
        elif declared is not None and found is not None and (start := declared.text.find(found)) >= 0:
            without[0].scalars["title"] = declared[start : start + len(found)]
        else:
            without[0].title_of_file = titles.of_file(name)
    for draft in without:
        if "title" in draft.scalars or draft.title_of_file is not None:
            draft.blank.pop("title", None)
            draft.none.pop("title", None)
    if len(drafts) == 1 and without:
        at = without[0].scalars.get("title")
        if at is not None:
            notes.append((0, Note("title-from-file-name", Span(at.start, at.end), {"title": at.text})))
        elif without[0].title_of_file is not None:
            notes.append((0, Note("title-from-file-name", None, {"title": without[0].title_of_file})))


_NO_NAME = deferred(
    r"招|聘|岗位|职位|职责|说明|公告|通知|简章|我们|关于|欢迎|加入|公司|集团|中心$|制度|办法|规定|细则|方案|通知|[？?！!]"
)


_BESIDE = "《》「」*# ★☆◆◇●■▲△※~～—–-：:"
_AROUND = f"【】[]{_BESIDE}"
