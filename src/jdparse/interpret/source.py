"""What page furniture says of the document: site, address, date, and the file that it was."""

import re
from collections.abc import Collection, Iterable

from jdparse.clean.furniture import Removed
from jdparse.interpret.draft import Draft
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

_PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("site", "", deferred(r"(?:来源(?:网站)?|出自)\s*[:：]\s*(?!网络|互联网|原创|未知|本站|网友)([^\s，。；|]{2,24})|[_|]\s*([^\s_|]{2,12}(?:文库|文档|文档网|资料网|资源网|论坛|百科|资料库|下载站))$")),
    ("published", "", deferred(r"(?<!\d)((?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?)")),
    ("url", "://", deferred(r"(https?://[!-~]+)")),
    ("file_name", ".", deferred(r"(?<![^\s:：/\\])([^\s:：/\\]+\.(?:docx?|pdf|wps|txt|pptx?|xlsx?))(?![A-Za-z0-9])", re.IGNORECASE)),
    ("file_format", "格式", deferred(r"格式\s*[:：]\s*([A-Za-z]{2,5})")),
    ("file_size", "大小", deferred(r"大小\s*[:：]?\s*(\d+(?:\.\d+)?\s*[KkMmGg]?[Bb])")),
    ("pages", "页", deferred(r"页数\s*[:：]?\s*(\d{1,4})|共\s*(\d{1,4})\s*页")),
    ("uploader", "", deferred(r"(?:上传人|上传者|上传用户|贡献者|分享者|发布者|发布人)\s*[:：]\s*([^\s|，]{1,24})")),
)  # fmt: skip
"""What each key is printed as: characters that all of it has, where there are such, and the expression."""

# What every line has that says something; spares the lines of a menu the expressions.
_MAY_SAY = deferred(r"[:：_|.\d]")
# What a page says of a document stands near the beginning of a line.
LONGEST = 300


# Dates of the organization or of the site, and not of the page: 成立日期, 经营期限：2011-06-08, © 2006-2024.
_OTHER_DATE = deferred(r"成立|经营|注册|有效期|截[止至]|©|Copyright|备案|许可", re.IGNORECASE)


_ATTACHED = deferred(r"附(?:件|表)")
"""Another document than the page's own: 附件：1.报名登记表.doc"""


def metadata(lines: Iterable[Tracked], known: Collection[str] = ()) -> dict[str, Tracked]:
    """The record's `source` keys that the lines give and that are not known; the first line that gives a key wins."""
    found: dict[str, Tracked] = {}
    sought = [row for row in _PATTERNS if row[0] not in known]
    for line in lines:
        text = line.text[:LONGEST]
        if text.isalpha() or not _MAY_SAY.search(text):
            continue
        for row in tuple(sought):
            key, has, pattern = row
            match = pattern.search(text) if has in text else None
            if match is None or (key == "published" and _OTHER_DATE.search(text)):
                continue
            if key == "file_name" and _ATTACHED.match(text):
                continue
            group = match.lastindex or 1
            found[key] = line[match.start(group) : match.end(group)]
            sought.remove(row)
    return found


_SHOWN = deferred(
    r"(?:发布|刊登|发表|上架|上线|刷新|挂网|信息更新)(?:时间|日期|日|于)?$|(?:浏览|访问|点击|阅读|申请|投递|收藏|关注|人气|热度)(?:次数|人数|量|数)?$"
)
_WHEN = deferred(
    r"(?:19|20)\d\d[-/.年]\d{1,2}|\d{1,2}[-/月]\d{1,2}日?$|\d{1,3}\s?(?:天|小时|分钟|周|个月)(?:以?前|内)$|(?:今|昨|前)[天日]|刚刚|\d[\d,]*\+?\s?[次人]?$"
)


def shown(drafts: Iterable[Draft]) -> list[Removed]:
    """Takes from the jobs of a page what a site says of its own showing of them: 发布日期 beside a date, in a table of facts."""
    taken: list[Removed] = []
    for draft in drafts:
        fields: list[tuple[Tracked, Tracked]] = []
        for label, value in draft.extra_fields:
            if _SHOWN.match(label.text) and _WHEN.match(value.text):
                taken.append(Removed("page_metadata", _pair(label, value)))
            else:
                fields.append((label, value))
        for section in draft.extra_sections:
            heading, items = section
            if heading is not None and len(items) == 1 and _SHOWN.match(heading.text) and _WHEN.match(items[0].text):
                taken.append(Removed("page_metadata", _pair(heading, items[0])))
                draft.extra_sections = [other for other in draft.extra_sections if other is not section]
        starts = {removed.text.start for removed in taken}
        draft.extra_fields = fields
        draft.notes = [note for note in draft.notes if note.span is None or note.span.start not in starts]
    return taken


def _pair(label: Tracked, value: Tracked) -> Tracked:
    return Tracked.join([label, Tracked("：", label.end, label.end), value])


# what a blank parts, but not a label from its value: 文件编号： HR-01
_PARTS = deferred(r"[^\s|｜]+(?:(?:(?<=[:：])[ \t\u3000]+|(?<=[!-~]) (?=[!-~]))[^\s|｜]+)*")
# at least a digit: XF-TEXTILE is the company's name in short
_NUMBER = deferred(
    r"(?=\D*\d)(?:[^\W\d_]{0,4}(?:编号|号|编码)\s*[:：]\s*|(?=[A-Z0-9.]*[-/]))(?P<number>[A-Z][A-Z0-9]*(?:[-/.][A-Z0-9]+)+(?: \d[\d.]*[-—–]\d{2,4})?)$"
)
_NAME = deferred(
    r"(?!(?:举报|帮助|客服|个人|会员|下载|商家|用户|消息|隐私|反馈|投诉|创作)\S{0,4}中心)[^\s：:]{2,30}(?:公司|集团|医院|大学|学院|学校|中学|小学|幼儿园|中心|银行|研究院|研究所|厂|馆|酒店|宾馆|合作社|事务所|局|社)$"
)


# A site says whose it is beside these words; a document that it shows has its own in its heads.
_OWNED = deferred(r"©|\(c\)|（c）|版权|copyright|ICP|主办|文件|说明书|手册|标准", re.IGNORECASE)
_OF_SITES = deferred(r"网|人力|人才|招聘|求职|[揾搵]工|直聘|猎头|文[档库]|资[讯料]|百科|论坛")


def is_owner(name: str, text: str) -> bool:
    """Whether the foot of a page names the organization that it is of, and no site that shows jobs or documents of others."""
    return _OWNED.search(text) is not None and _OF_SITES.search(name) is None


# HR-2023 is the edition of a handbook, FM-017 and QR-07 (form, quality record: ISO 9001) that of the form which was filled in
_OF_ANOTHER = deferred(r"(?:^|[-/.])(?:(?:QR|FM|QF)(?=[-/.]|$)|(?:19|20)\d\d$)")
# A/0, B/12, V2.1-3: the edition of a document and not its number, whatever stands before; and what the word says to be one
_EDITION = deferred(r"(?:[A-Z][-/]\d{1,2}|(?:V|VER|REV)[-/.]?\d[-/.\d]*)$")
_IS_EDITION = deferred(
    r"(?:版本|版次|修订版?|修改状态|Rev(?:ision)?\.?|Version)(?:号|状态)?[ \u3000]*[:：]?[ \u3000]*$", re.IGNORECASE
)


def _is_of_another(before: str, number: str) -> bool:
    """Whether a number without a word is that of a form or a handbook, or an edition."""
    if _EDITION.match(number) or _IS_EDITION.search(before):
        return True
    return " " not in number and _OF_ANOTHER.search(number) is not None


def running_head(text: Tracked) -> tuple[Tracked | None, Tracked | None]:
    """The document number and the organization in a printed page's head or foot, where it has them."""
    number = name = None
    for part in _PARTS.finditer(text.text[:LONGEST]):
        if found := _NUMBER.match(part.group()):
            if not found.start("number") and _is_of_another(text.text[: part.start()], found["number"]):
                continue
            number = number or text[part.start() + found.start("number") : part.end()]
        elif _NAME.match(part.group()):
            name = name or text[part.start() : part.end()]
    return number, name
