"""A post of an ad: its name, with how many are sought or without, at the head of a line."""

from typing import NamedTuple

from jdparse.numbering import PICTURES
from jdparse.outline import titles
from jdparse.outline.ads import calls, clauses
from jdparse.outline.ads.calls import COUNT
from jdparse.outline.entry import Entry
from jdparse.outline.labels import heading_like
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

_SOUGHT = r"(?:[ \t\u3000，,]+(?:计划|公开|拟)?(?:招聘|招收|招|需|缺))?"
"""What may stand between a name and how many are sought: 采果工　招30人"""

POST = deferred(
    rf"(?P<post>(?:[【\[][^\W\d_][^】\]]{{1,20}}[】\]]|[^\W\d_][^，。；：:;,|｜\d（(【\t\u3000]{{1,13}}?)(?:[（(][^（()）]{{1,8}}[)）])?{_SOUGHT}[ \t\u3000]*(?:[（(]?{COUNT}[)）]?|[：:/／—–\-｜][ ]?{COUNT}|[（(]\d{{1,2}}[)）](?=[：:])|[，,][ ]?{COUNT}$)|{COUNT}[^\W\d_]{{2,8}}(?=[：:]))"
    r"(?:[ \t\u3000]*[：:，,；;。|｜丨/／—–·][ \t\u3000]*|[ \t\u3000]+|(?=[（(])|$)"
)
"""A line or an item that begins with a post: 切配2名：…, 保洁员 4名 …, 【化妆师】3名."""

_UNCOUNTED = deferred(
    r"(?P<post>[^\W\d_]{2,10}?(?:[（(][^（()）]{1,12}[)）])?)(?:[ \t\u3000]*[：:，,|｜][ \t\u3000]*|[ \t\u3000]+)(?=\S)"
)

_NUMBER = deferred(r"(?:电话|手机|微信|[Vv])?[:：]?\s?(?:1[3-9]\d[ -]?\d{4}|0\d{2,3}-?\d{7}|\d{7,8}(?!\d))")
_TELLING = deferred(r"(?<!\d)\d{3,5}(?![\d人名届年])|\d[kKwW万]|面议|[男女限]|提成|高薪|计件|日结|周结|月结")

COUNTED = deferred(rf"{_SOUGHT}[ \t\u3000]*[（(，,]?[ ]?{COUNT}[)）]?$|^{COUNT}")
"""How many are sought, behind a name or before it."""


class Post(NamedTuple):
    """A vacancy: its place among the entries, its name with how many are sought, and what stands behind that."""

    at: int
    name: Tracked
    text: Tracked


def read(entry: Entry, at: int) -> Post | None:
    """The vacancy with which an entry begins, behind a picture or not: 切配2名：…, 👩普工50名 18-40岁; None for another entry."""
    text = entry.whole.text
    drawn = _BEFORE.match(text) or PICTURES.match(text)
    start = drawn.end() if drawn is not None else 0
    found = POST.match(text, start)
    if found is not None and (_SEEKS.search(COUNTED.sub("", found["post"])) or _calls(found["post"])):
        return None
    if found is None:
        return None
    return Post(at, *_without_bracket(entry.whole[start : found.end("post")], entry.whole[found.end() :]))


def _without_bracket(name: Tracked, text: Tracked) -> tuple[Tracked, Tracked]:
    """A post and what stands behind it, without the bracket that goes around the count and more: 领位员（2名，男女不限）."""
    closing = max(text.text.find("）"), text.text.find(")"))
    opening = max(name.text.rfind("（"), name.text.rfind("("))
    if closing < 0 or opening < 0 or name.text.find("）", opening) >= 0 or name.text.find(")", opening) >= 0:
        return name, text
    joint = "" if len(text) == closing + 1 or _JOINS.match(text.text, closing + 1) else "，"
    return name.delete([(opening, opening + 1)]), text.replace([(closing, closing + 1, joint)])


_JOINS = deferred(r"[ \t\u3000]*[，,、；;。：:|｜]")


_BEFORE = deferred(r"(?:急聘|急招|急需|诚聘|诚招|招聘|招|聘)[ \t\u3000]*[：:][ \t\u3000]*")
"""What an ad says before each of its posts: 急聘：收银员 1名."""


def _calls(name: str) -> bool:
    """Whether what stands before a count says who seeks whom: 本所急聘税务师."""
    called = calls.read(name)
    return called is not None and called[0] > 0


# 前厅要俩人, 后厨还缺一个配菜工: sentences
_SEEKS = deferred(r"(?:要|招|聘|缺|找|需|共|等|约|各)$|(?:要|招|聘|缺|找|需要?)(?:一|两|俩|几|\d)")


def may_read(entry: Entry, at: int) -> Post | None:
    """As `read`, and that of a line which begins with a job's name and says whom it seeks, or what it pays: 装卸工 45岁以下 5500元."""
    if (counted := read(entry, at)) is not None:
        return counted
    text = entry.whole.text
    drawn = PICTURES.match(text)
    start = drawn.end() if drawn is not None else 0
    found = _UNCOUNTED.match(text, start)
    if found is None or not titles.is_long_name(found["post"]) or _ANYBODY.match(found["post"]):
        return None
    if _NUMBER.match(text, found.end()):
        return None  # 周经理 138-0027-4415
    if (paid := _PAID.search(found["post"])) is not None:
        name = start + paid.start()
        return Post(at, entry.whole[start:name], entry.whole[name:])  # 磨机工（月薪6000）：看磨、加球
    if not tells(text, found.end()):
        return None
    return Post(at, entry.whole[start : found.end("post")], entry.whole[found.end() :])


def tells(text: str, start: int = 0) -> bool:
    """Whether what stands behind a post says whom it seeks, or what it pays."""
    return _TELLING.search(text, start) is not None or clauses.OF_A_PERSON.search(text, start) is not None


def labelled(entry: Entry, at: int) -> Post | None:
    """The vacancy that a label nobody knows names, over what it pays: 早班理货：6:30到11:30，每天80元，一名; None for another entry."""
    label, text = entry.label, entry.text
    if label is None or text is None or entry.field is not None or entry.set_off != "colon":
        return None
    if len(label) > _LONGEST_LABEL or not heading_like(label.text):
        return None
    parts = _COMMAS.split(text.text)
    paid = any(clauses.field(part.strip()) == "compensation.salary" for part in parts)
    return Post(at, label.strip("：: "), text) if paid and len(parts) > 1 else None


_LONGEST_LABEL = 10
_COMMAS = deferred(r"[，,；;]")


_PAID = deferred(r"[（(][^（()）]{0,6}(?:\d{3,5}|\d[\d.]*[ ]?[kK千万])[^（()）\d]{0,8}[)）]$")


def beside(entry: Entry, at: int) -> Post | None:
    """As `may_read`, of the line right below such a vacancy, whatever its first word ends in: 司机兼行政 C1 熟悉市区道路 6000."""
    found = _BESIDE.match(entry.whole.text) if entry.enumerator is None and entry.label is None else None
    if found is None or not titles.may_name_job(found["post"]) or not _TELLING.search(entry.whole.text, found.end()):
        return None
    return Post(at, entry.whole[: found.end("post")], entry.whole[found.end() :].strip())


_BESIDE = deferred(r"(?P<post>[^\W\d_]{3,10})(?=[ \t\u3000]+\S+[ \t\u3000]+\S)")

OF_ALL = deferred(
    r"(?:没有|没找到|未找到|找不到)(?:看到)?(?:你|您)?(?:合适|感兴趣|匹配|想要|心仪)的?(?:岗位|职位)|[^，。：]{0,24}[（(](?:[Ff]or (?:everyone|all)|所有(?:岗位|职位|人)|通用)[^（）()]{0,12}[)）]|(?:大家|人人|每个?人|全员)都?[有享]|(?:以上|上述)(?:所有|各|全部)?(?:招聘)?(?:岗位|职位|工种|人员|分工|岗(?=[均都皆一]))|(?:被|受|拟)?(?:聘用|录用|聘)(?:人员|者)(?:一律|一经|均|须|按|签订|享受|实行|试用)|[两三四五](?:样|种|类)(?:人|活儿?|工)\S{0,2}(?:都|均|一律)|(?:不管|无论|不论)(?:干|做|是|应聘|报)?(?:哪|什么|啥)[^，。]{0,6}[，,]|以上(?:所述)?(?:只|仅|就|便|都|即)?[是为][^。]{0,24}(?:岗位|职位|职责|工种)|(?:所有|全部|[两三四五六七八九十\d]{1,2}个)(?:招聘)?(?:岗位|职位|工种|位子|位置|坑位|空缺|岗)(?:都|均|一律|皆|全)|(?:[两三四五]|各)家?(?:门店|分店|校区|院区|店)(?:\S{0,6}(?:相同|一样|一致)|都|均)"
)
"""How a line begins that speaks of all jobs above it: 以上岗位均提供食宿, 两个岗位都要求55岁以下."""


def is_post(text: str) -> bool:
    """Whether a line without its number is a vacancy: 前台接待2名：会用电脑开单."""
    return POST.match(text) is not None


def is_bracketed(entry: Entry) -> bool:
    """Whether an entry begins with a bracket, as a post does that is set off as a heading: 【化妆师】3名."""
    return entry.whole.text[:1] in ("【", "[")


def is_named(text: str) -> bool:
    """Whether a line is a vacancy whose name reads as a job's, and no rest of a sentence: 验光师 1名, but 人员3名."""
    found = POST.match(text)
    if found is None or _ANYBODY.match(text):
        return False
    return titles.is_long_name(COUNTED.sub("", found["post"])) or _LIMITED.match(text) is not None


_LIMITED = deferred(r"[^\W\d_]{2,6}[（(][^\W\d_]{1,6}[)）]\d{1,3}[名人](?!以|次)")
"""A name with whom it is for beside it: 质检（女）1名"""


_ANYBODY = deferred(r"(?:工作|管理|技术|相关|其他|从业|在编|专职|兼职)?人员|员工|职工")
