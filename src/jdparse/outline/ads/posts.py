"""A post of an ad: its name with how many are sought, and the entries that it and what is said of it make."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from jdparse.numbering import PICTURES
from jdparse.outline import titles
from jdparse.outline.ads import calls, chips, clauses
from jdparse.outline.ads.calls import COUNT
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

POST = deferred(
    rf"(?P<post>(?:[【\[][^\W\d_][^】\]]{{1,20}}[】\]]|[^\W\d_][^，。；：:;,|｜\d（(【\t\u3000]{{1,13}}?)(?:[（(][^（()）]{{1,8}}[)）])?[ \t\u3000]*[（(]?{COUNT}[)）]?)"
    r"(?:[ \t\u3000]*[：:，,；;。|｜][ \t\u3000]*|[ \t\u3000]+|$)"
)
"""A line or an item that begins with a post: 切配2名：…, 保洁员 4名 …, 【化妆师】3名."""
_UNCOUNTED = deferred(
    r"(?P<post>[^\W\d_]{2,10}?(?:[（(][^（()）]{1,12}[)）])?)(?:[ \t\u3000]*[：:，,|｜][ \t\u3000]*|[ \t\u3000]+)(?=\S)"
)
_TELLING = deferred(r"(?<!\d)\d{3,5}(?![\d人名届年])|\d[kKwW万]|面议|[男女限]|提成|高薪")
COUNTED = deferred(rf"[ \t\u3000]*[（(]?{COUNT}[)）]?$|^{COUNT}")
"""How many are sought, behind a name or before it."""


class Post(NamedTuple):
    """A vacancy: its place among the entries, its name with how many are sought, and what stands behind that."""

    at: int
    name: Tracked
    text: Tracked


def read(entry: Entry, at: int) -> Post | None:
    """The vacancy with which an entry begins, behind a picture or not: 切配2名：…, 👩普工50名 18-40岁; None for another entry."""
    text = entry.whole.text
    drawn = PICTURES.match(text)
    start = drawn.end() if drawn is not None else 0
    found = POST.match(text, start)
    if found is not None and (_SEEKS.search(COUNTED.sub("", found["post"])) or _calls(found["post"])):
        return None
    return Post(at, entry.whole[start : found.end("post")], entry.whole[found.end() :]) if found is not None else None


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
    if not (_TELLING.search(text, found.end()) or clauses.OF_A_PERSON.search(text, found.end())):
        return None
    return Post(at, entry.whole[start : found.end("post")], entry.whole[found.end() :])


def beside(entry: Entry, at: int) -> Post | None:
    """As `may_read`, of the line right below such a vacancy, whatever its first word ends in: 司机兼行政 C1 熟悉市区道路 6000."""
    found = _BESIDE.match(entry.whole.text) if entry.enumerator is None and entry.label is None else None
    if found is None or not titles.may_name_job(found["post"]) or not _TELLING.search(entry.whole.text, found.end()):
        return None
    return Post(at, entry.whole[: found.end("post")], entry.whole[found.end() :].strip())


_BESIDE = deferred(r"(?P<post>[^\W\d_]{3,10})(?=[ \t\u3000]+\S+[ \t\u3000]+\S)")


OF_ALL = deferred(
    r"(?:以上|上述)(?:所有|各|全部)?(?:招聘)?(?:岗位|职位|工种|人员)|(?:所有|全部|[两三四五]个)(?:招聘)?(?:岗位|职位|工种)(?:都|均|一律|皆)"
)
"""How a line begins that speaks of all jobs above it: 以上岗位均提供食宿, 两个岗位都要求55岁以下."""


def is_post(text: str) -> bool:
    """Whether a line without its number is a vacancy: 前台接待2名：会用电脑开单."""
    return POST.match(text) is not None


def is_named(text: str) -> bool:
    """Whether a line is a vacancy whose name reads as a job's, and no rest of a sentence: 验光师 1名, but 人员3名."""
    found = POST.match(text)
    return found is not None and titles.is_long_name(COUNTED.sub("", found["post"])) and not _ANYBODY.match(text)


_ANYBODY = deferred(r"(?:工作|管理|技术|相关|其他|从业|在编|专职|兼职)?人员|员工|职工")


def title(entry: Entry, post: Post) -> Entry:
    """The title of the job that a post is; a picture before it is its marker."""
    drawn = max(post.name.start - entry.whole.start, 0) if entry.marker is None else 0
    if drawn:
        entry = entry._replace(marker=entry.whole[:drawn].strip())
    return entry._replace(role=Role.TITLE, label=None, text=post.name, whole=post.name, set_off="", unfinished=False)


_DOES = deferred(r"(?:主要)?(?:负责|从事|协助)")
ENDS = "；;，,。"
"""What ends a text that is one of a list."""


def told_of(entry: Entry, text: Tracked, vocabulary: Vocabulary) -> Iterator[Entry]:
    """What stands behind a post: bare values (4000元/月 包住), labels (要求：…；待遇：…), what it asks for, or what it does, and then asks and pays."""
    if chips.read(text):
        yield entry._replace(
            role=Role.ITEM, enumerator=None, marker=None, text=text, whole=text, set_off="", first=False
        )
    elif _COLON.search(text.text) and (labelled := list(_labelled(entry, text, vocabulary))):
        yield from labelled
    elif words := _words(text):
        for word in words:
            yield said(entry, word, chips.kind(word.text) or "requirements.general")
    elif not _DOES.match(text.text):
        yield said(entry, text.strip(ENDS), clauses.field(text.text) or "requirements.general")
    else:
        for part in _sentences(text):
            yield said(entry, part, clauses.field(part.text) or "requirements.general")


_COLON = deferred("[:：]")


def _labelled(entry: Entry, text: Tracked, vocabulary: Vocabulary) -> Iterator[Entry]:
    """The labels in what stands behind a post, each with its value; nothing where it begins with none."""
    starts = [
        (found.start(), found.end(), field)
        for found in _LABEL.finditer(text.text)
        if (field := vocabulary.find(found["label"])) is not None
    ]
    if not starts or starts[0][0]:
        return
    for (start, behind, field), (end, *_) in pairwise((*starts, (len(text), 0, ""))):
        label = text[start : behind - 1].strip()
        yield said(entry, text[behind:end].strip(ENDS), field)._replace(label=label, set_off="colon")


_LABEL = deferred(r"(?:^|(?<=[。；;，, \t\u3000]))(?P<label>[^\W\d_]{2,8})[:：]")


def _words(text: Tracked) -> list[Tracked]:
    """The short texts that stand side by side behind a post: 男女不限 45岁以下 计件6000左右; [] for a sentence, or for one without a type."""
    if _POINTS.search(text.text):
        return []
    spans = [found.span() for found in _WORD.finditer(text.text)]
    return [text[slice(*span)] for span in spans] if len(spans) > 1 or chips.kind(text.text) else []


_POINTS = deferred(r"[，。；：,;:]")
_WORD = deferred(r"[^\s|｜]+")


def _sentences(text: Tracked) -> Iterator[Tracked]:
    start = 0
    for found in _STOP.finditer(text.text):
        yield text[start : found.start()]
        start = found.end()
    if start < len(text):
        yield text[start:].strip(ENDS)


_STOP = deferred(r"[。；]\s*(?=\S)")


def said(entry: Entry, text: Tracked, field: str) -> Entry:
    """What is said of a post as a value without a label of its own."""
    return entry._replace(
        role=Role.LABEL,
        field=field,
        enumerator=None,
        marker=None,
        text=text,
        whole=text,
        set_off="chip",
        first=False,
        unfinished=False,
    )
