"""Where the body of a document begins and ends, and what around it is page furniture.

The body runs from the first title or known label to the last entry before the page's own closing matter. Furniture patterns decide
only outside it; what nobody recognises there is kept.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from jdparse.clean.furniture import Lexicon, Removed, lexicon
from jdparse.numbering import PICTURES
from jdparse.outline.ads import chips
from jdparse.outline.entry import Entry, Role
from jdparse.outline.jobs import repeated, starts
from jdparse.outline.labels import heading_like
from jdparse.outline.organizations import NO_NAME, is_organization
from jdparse.outline.titles import is_long_name, may_name_job, names_job
from jdparse.patterns import deferred
from jdparse.tracked import Tracked


class Body(NamedTuple):
    """The entries of the body; `before` and `after` are those around it that are no known furniture."""

    before: tuple[Entry, ...]
    entries: tuple[Entry, ...]
    after: tuple[Entry, ...]
    removed: tuple[Removed, ...]
    organization: Tracked | None
    """A line before the body that is an organization's name and nothing else."""


# Lines behind a page's title among which its data are looked for.
HEAD = 10


def find(entries: Sequence[Entry], dropped: Sequence[Removed] = ()) -> Body:
    """The body of a document's entries. `dropped` are the lines of furniture among them that an earlier stage took out."""
    lex = lexicon()
    lines = _by_line(entries)

    @cache  # the steps below ask for a line several times
    def reason(index: int) -> str | None:
        # 编制日期：2022年4月1日 looks like a page's date, but a label of the record it is; so is 深圳 全职 发布于 2024-06-01
        why = None if _is_labelled(lines[index]) or _names_employer(lines[index]) else lex.reason(_text(lines[index]))
        return None if why is not None and any(path for path, _ in chips.read(lines[index][0].whole)) else why

    def is_title(index: int) -> bool:
        return lines[index][0].role is Role.TITLE and reason(index) == "header_footer"  # 第六节 库管员岗位说明书

    first = next(
        (i for i, group in enumerate(lines) if _begins_body(group) and (reason(i) is None or is_title(i))), len(lines)
    )
    titled = first < len(lines) and repeated.is_of_several(lines[first][0])
    while (
        0 < first < len(lines)
        and not titled
        and _names_job(lines[first - 1])
        and reason(first - 1) in (None, "header_footer")
    ):
        first -= 1
    if (0 < first < len(lines) and _stands_over(lines[first - 1], lines[first]) and reason(first - 1) is None) or (
        0 < first < len(lines) and reason(first - 1) is None and _is_repeated(entries, lines[first - 1])
    ):
        first -= 1
    while 0 < first < len(lines) and _are_of_its_form(lines[first - 1], lines[first]) and reason(first - 1) is None:
        first -= 1
    first = _list_before(lines, first, reason)
    last = _end(lines, first, lex, reason, sorted(line.text.start for line in dropped if line.reason not in _OF_PAGES))
    removed: list[Removed] = []
    before: list[Entry] = []
    organization: Tracked | None = None
    for i in range(first):
        why = reason(i)
        if why:
            removed.append(_removed(lines[i], why))
        elif organization is None and lines[i][0].marker is None and is_organization(_text(lines[i])):
            organization = lines[i][0].whole
        else:
            before += lines[i]
    after: list[Entry] = []
    block: str | None = None
    for i in range(last, len(lines)):
        block = lex.block(_text(lines[i])) or block
        why = reason(i) or block
        if why:
            removed.append(_removed(lines[i], why))
        elif organization is None and _is_signature(lines, i):
            organization = lines[i][0].whole
            if after and after[-1].field == "organization.description" and after[-1].text is None:
                removed.append(_removed([after.pop()], "page_metadata"))  # 公司信息 on the card of the employer
        else:
            after += lines[i]
    # between a page's title and its first heading or list stand the page's data and the editor's greeting
    inner = next(
        (
            i
            for i in range(first, min(first + HEAD, last))
            if (_begins_body(lines[i]) or _begins_list(lines[i]))
            and (lines[i][0].role is not Role.TITLE or _is_labelled(lines[i]))
            and reason(i) is None
        ),
        first,
    )
    head = {
        i
        for i in range(first, inner)
        if lines[i][0].role is not Role.TITLE and reason(i) not in (None, "header_footer")
    }
    removed += [_removed(lines[i], reason(i) or "") for i in sorted(head)]
    end, organization = _without_signature(lines, first, last, organization)
    removed += [_removed(line, "header_footer") for line in lines[end + 1 : last]]  # the date below the organization
    last = end
    body = [entry for i, group in enumerate(lines[:last]) if i >= first and i not in head for entry in group]
    return Body(tuple(before), tuple(body), tuple(after), tuple(removed), organization)


def _list_before(lines: Sequence[Sequence[Entry]], first: int, reason: Callable[[int], str | None]) -> int:
    """Where a body begins that has no title: with the list that is all that stands before its first label, if there is one."""
    start = next((i for i in range(first) if reason(i) is None), first)
    if first == len(lines) or start == first or (head := lines[start][0].enumerator) is None or head.ordinal != 1:
        return first
    items = [group[0] for group in lines[start:first]]
    listed = sum(entry.enumerator is not None for entry in items)
    of_list = (entry.role is Role.ITEM or (entry.field is None and entry.enumerator is not None) for entry in items)
    return start if listed >= 2 and all(of_list) else first


_DATE = deferred(r"^(?:19|20|二[〇○零])\S{0,3}\s?[-/.年].{1,8}[日\d]$")


def _without_signature(
    lines: Sequence[Sequence[Entry]], first: int, last: int, organization: Tracked | None
) -> tuple[int, Tracked | None]:
    """The end of the body before the organization and the date that close a notice, and the organization."""
    end = last
    dated = last < len(lines) and _DATE.match(_text(lines[last])) is not None
    while (
        end > first + 1
        and len(lines[end - 1]) == 1
        and (entry := lines[end - 1][0]).role is Role.ITEM
        and entry.enumerator is None
    ):
        text = entry.whole.text
        if organization is None and (
            is_organization(text) or ((dated or end < last) and heading_like(text) and not NO_NAME.search(text))
        ):
            return end - 1, entry.whole
        if not _DATE.match(text):
            break
        end -= 1
    return last, organization


def _is_signature(lines: Sequence[Sequence[Entry]], index: int) -> bool:
    """Whether a line behind the body is the organization that closes a notice, as the last one or over the date."""
    last = index + 1 == len(lines) or _DATE.match(_text(lines[index + 1])) is not None
    entry = lines[index][0]
    plain = len(lines[index]) == 1 and entry.role is Role.ITEM and entry.enumerator is None
    return last and plain and is_organization(entry.whole.text)


_PAGE = deferred(
    r"(?:点击|浏览|阅读|访问|字体|字号|来源|作者|编辑|责编|人气|热度|发布[者人]|上传[者人]|发表[者人])[数量次]{0,2}\s*[:：]"
)


def _names_employer(group: Sequence[Entry]) -> bool:
    """Whether the row of a form has the employer's name, beside a date that may look like the page's."""
    return any(e.set_off == "form" and e.field == "organization.name" and e.text is not None for e in group)


def _is_labelled(group: Sequence[Entry]) -> bool:
    # a job in the row of a table has its title before its labels, a table the names of its columns
    first = next((i for i, entry in enumerate(group) if entry.set_off != "header"), 0)
    head = group[first + 1] if len(group) > first + 1 and group[first].role is Role.TITLE else group[first]
    if any(_PAGE.search(entry.whole.text) for entry in group):
        return False  # 更新时间：2023/8/2  点击：874次
    if head.role is Role.LABEL and _is_of_job(head.field):
        return True
    if any(entry.set_off == "form" and _is_of_job(entry.field) for entry in group):
        return True  # 发布日期 | 2008-10-14 | 工作地点 | 长安镇
    # 本站现急聘护士一名，要求…: what a call asks for
    return any(entry.set_off == "chip" and (entry.field or "").startswith(_ASKED) for entry in group[1:])


_ASKED = ("requirements.", "duties")


def _is_of_job(field: str | None) -> bool:
    return field is not None and not field.startswith(("organization.", "remarks"))


def _by_line(entries: Sequence[Entry]) -> list[list[Entry]]:
    lines: list[list[Entry]] = []
    for entry in entries:
        if lines and lines[-1][0].line == entry.line:
            lines[-1].append(entry)
        else:
            lines.append([entry])
    return lines


def _text(group: Sequence[Entry]) -> str:
    """A line's text with its number; a bullet says nothing: • 上一篇：…"""
    return " ".join(
        (entry.marker.text if entry.marker and entry.enumerator and entry.enumerator.ordinal else "") + entry.whole.text
        for entry in group
    )


def _removed(group: Sequence[Entry], reason: str) -> Removed:
    parts: list[Tracked] = []
    for part in (part for entry in group for part in (entry.marker, entry.whole) if part is not None):
        if parts and part.start > parts[-1].end:
            parts.append(Tracked(" ", parts[-1].end, part.start))  # 上传人：潮声　上传时间：2022-09-13
        parts.append(part)
    return Removed(reason, Tracked.join(parts))


def _begins_body(group: Sequence[Entry]) -> bool:
    head = group[0]
    if head.role is Role.TITLE or (head.role is Role.ITEM and chips.read(head.whole)) or repeated.is_of_several(head):
        return True
    if head.enumerator is not None and head.enumerator.family in starts.OF_JOBS and head.whole:
        return True  # 岗位1 亚马逊运营
    known = [e.field for e in group if e.role is Role.LABEL and e.field is not None]
    return any(
        field == "organization.description" or not field.startswith(("organization.", "remarks")) for field in known
    )


def _names_job(group: Sequence[Entry]) -> bool:
    """Whether a line before the first label is a heading that belongs to it: `（一）护卫队长`, `【岗位一】出纳`, `行政前台`."""
    group = [entry for entry in group if entry.whole]  # 01 | 花艺师: the number of the job is no text
    if len(group) != 1:
        return False
    head = group[0]
    if not heading_like(head.whole.text):
        return head.role is Role.ITEM and head.enumerator is None and is_long_name(head.whole.text)
    if head.role is not Role.ITEM and not (head.field is None and head.text is None):
        return False
    return head.enumerator is not None or names_job(head.whole.text)


def _is_repeated(entries: Sequence[Entry], group: Sequence[Entry]) -> bool:
    """Whether a line is the first of several names over the same labels, whatever they end in: 拉坯 and 直播讲瓷 over 招聘人数：…"""
    head = group[0]
    if len(group) > 1 or head.enumerator is not None or not may_name_job("".join(head.whole.text.split())):
        return False
    at = next(index for index, entry in enumerate(entries) if entry is head)
    return repeated.headings(entries, at)[:1] == [at]


# What a job's name stands over: a heading of its text, not one of its form's cells.
_HEADINGS = ("duties", "summary", "requirements.general", "section.")


def _stands_over(group: Sequence[Entry], below: Sequence[Entry]) -> bool:
    """Whether a line is a job's name, of whatever kind, over its first heading, or a heading over a lower one."""
    head, label = group[0], below[0]
    if head.heading and not 0 < label.heading <= head.heading and head.field is None and head.text is None:
        return not NO_NAME.search(head.whole.text)
    if len(group) == 1 and (drawn := PICTURES.match(head.whole.text)) and head.field is None and head.text is None:
        return label.role is Role.LABEL and may_name_job(head.whole.text[drawn.end() :])  # 🧵 讲解 over 招聘人数：3人
    return (
        len(group) == 1
        and head.role is Role.ITEM
        and head.enumerator is None
        and label.role is Role.LABEL
        and label.text is None
        and (label.field or "").startswith(_HEADINGS)
        and may_name_job(head.whole.text)
        and not is_organization(head.whole.text)
    )


def _are_of_its_form(group: Sequence[Entry], below: Sequence[Entry]) -> bool:
    """Whether a row of a form with labels that nobody knows stands over the first that somebody does."""
    return not below[0].fresh and all(entry.role is Role.LABEL and entry.set_off == "form" for entry in group)


_OF_PAGES = ("page_number", "header_footer")
"""Reasons of what stands at the end of a page, and not of the document."""


def _end(
    lines: Sequence[Sequence[Entry]],
    first: int,
    lex: Lexicon,
    reason: Callable[[int], str | None],
    dropped: Sequence[int],
) -> int:
    """The line where the page's closing matter begins: furniture with no content of a job behind it.

    `dropped` are the places of lines that were taken out: what stands behind one is closing matter too.
    """
    if first == len(lines):
        return first
    content = (i for i in range(len(lines) - 1, first - 1, -1) if _has_content(lines, i, reason))
    last = next(content, first)
    while last > first:
        # links under 相关文章 look like content; they are none when a block's head stands between them and what was before
        before = next(content, first)
        if reason(last) is None and not any(lex.block(_text(lines[i])) for i in range(before + 1, last)):
            break
        last = before
    if _goes_on_as_story(lines, last, reason):
        return last + 1
    low = _end_of_list(lines, last, reason)
    behind = _behind(lines, low, dropped)
    return next((i for i in range(low, behind) if reason(i) is not None or lex.block(_text(lines[i]))), behind)


def _behind(lines: Sequence[Sequence[Entry]], low: int, places: Sequence[int]) -> int:
    """The first line from `low` on that stands behind one of some places behind the line before it."""
    at = bisect_left(places, lines[low - 1][0].whole.start) if low else 0
    if at == len(places):
        return len(lines)
    return next((i for i in range(low, len(lines)) if lines[i][0].whole.start > places[at]), len(lines))


def _goes_on_as_story(lines: Sequence[Sequence[Entry]], at: int, reason: Callable[[int], str | None]) -> bool:
    """Whether behind how to apply, which is said on its own line, stand paragraphs that speak of neither jobs nor applying: news."""
    head = lines[at][0]
    if head.text is None or not (head.field or "").startswith("application."):
        return False
    behind = [lines[i] for i in range(at + 1, len(lines)) if reason(i) is None]
    return bool(behind) and all(
        len(group) == 1
        and group[0].role is Role.ITEM
        and group[0].enumerator is None
        and len(group[0].whole) >= _SHORTEST_PARAGRAPH
        and not _OF_APPLYING.search(group[0].whole.text)
        for group in behind
    )


_SHORTEST_PARAGRAPH = 40
_OF_APPLYING = deferred(
    r"报名|应聘|应征|简历|面试|笔试|投递|资格|录用|体检|联系|咨询|岗位|职位|招聘|材料|证件|我们|合同|通知|截止|邮箱|电话"
)


def _end_of_list(lines: Sequence[Sequence[Entry]], at: int, reason: Callable[[int], str | None]) -> int:
    """The line behind the list that the line `at` is in or stands over: 8、… of it is none, though it speaks of downloads."""
    last = {entry.enumerator.base: entry.enumerator.ordinal for entry in lines[at] if entry.enumerator is not None}
    end = at + 1
    of_page = lines[at][0].role is Role.TITLE  # the page's data may stand between a title and its list
    complete = lines[at][-1].text is not None and not of_page
    for i in range(at + 1, len(lines)):
        found = lines[i][0].enumerator
        if reason(i) == "related_links":
            break  # • 上一篇：… is a link, however it is marked
        if found is None:
            if reason(i) is None:
                of_page = False
            elif not of_page:
                break
        elif (
            found.ordinal == 1
            and reason(i) is not None
            and (complete or end > at + 1 or _is_statement(lines, i, reason))
        ):
            break  # a list that begins with furniture, behind what was complete
        elif found.ordinal == last.get(found.base, 0) + 1 or found.ordinal == 1:
            last[found.base] = found.ordinal
            end = i + 1
            of_page = False
        else:
            break
    return end


def _is_statement(lines: Sequence[Sequence[Entry]], at: int, reason: Callable[[int], str | None]) -> bool:
    """Whether all of a list is furniture: what a site says of itself below a document."""
    base = lines[at][0].enumerator
    end = at
    while end < len(lines) and (found := lines[end][0].enumerator) is not None and base is not None:
        if found.base != base.base or found.ordinal != end - at + 1:
            break
        if reason(end) is None:
            return False
        end += 1
    return end - at > 1


def _begins_list(group: Sequence[Entry]) -> bool:
    head = group[0]
    return head.role is Role.ITEM and head.enumerator is not None and head.enumerator.ordinal == 1


def _is_of_the_site(lines: Sequence[Sequence[Entry]], i: int, reason: Callable[[int], str | None]) -> bool:
    """Whether a line has the address of the site, between others of its foot: 主办：…, 地址：…, ICP备…."""
    return (
        0 < i < len(lines) - 1
        and (lines[i][0].field or "").startswith("organization.address")
        and reason(i - 1) is not None
        and reason(i + 1) is not None
    )


def _has_content(lines: Sequence[Sequence[Entry]], i: int, reason: Callable[[int], str | None]) -> bool:
    """Whether a line holds a known label with something to it: a value, or lines below that are more than links."""
    if _is_of_the_site(lines, i, reason):
        return False
    for entry in lines[i]:
        if entry.role is Role.TITLE:
            data = range(i + 1, min(i + HEAD, len(lines)))  # the page's, between its title and the list
            below = next((lines[at][0] for at in data if reason(at) is None), None)
            if below is not None and below.role is not Role.TITLE and below.enumerator is not None:
                return True
        if entry.role is not Role.LABEL or entry.field is None:
            continue
        if entry.set_off == "table" or (entry.text is not None and entry.set_off != "bare"):
            return True
        following = lines[i + 1][0] if i + 1 < len(lines) else None
        if following is not None and (
            following.enumerator is not None or following.role is Role.LABEL or len(following.whole) > 20
        ):
            return True
    return False
