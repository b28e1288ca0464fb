"""A post of an ad: its name with how many are sought, and the entries that it and what is said of it make."""

from collections.abc import Iterator
from typing import NamedTuple

from jdparse.outline import titles
from jdparse.outline.ads import chips, clauses
from jdparse.outline.ads.calls import COUNT
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

POST = deferred(
    rf"(?P<post>(?:[【\[][^\W\d_][^】\]]{{1,20}}[】\]]|[^\W\d_][^，。；：:;,|｜\d（(【\t\u3000]{{1,13}}?)(?:[（(][^（()）]{{1,8}}[)）])?[ \t\u3000]*[（(]?{COUNT}[)）]?)"
    r"(?:[ \t\u3000]*[：:，,；;。][ \t\u3000]*|[ \t\u3000]+|$)"
)
"""A line or an item that begins with a post: 切配2名：…, 保洁员 4名 …, 【化妆师】3名."""
COUNTED = deferred(rf"[ \t\u3000]*[（(]?{COUNT}[)）]?$|^{COUNT}")
"""How many are sought, behind a name or before it."""


class Post(NamedTuple):
    """A vacancy: its place among the entries, its name with how many are sought, and what stands behind that."""

    at: int
    name: Tracked
    text: Tracked


def is_post(text: str) -> bool:
    """Whether a line without its number is a vacancy: 前台接待2名：会用电脑开单."""
    return POST.match(text) is not None


def is_named(text: str) -> bool:
    """Whether a line is a vacancy whose name reads as a job's, and no rest of a sentence: 验光师 1名, but 人员3名."""
    found = POST.match(text)
    return found is not None and titles.is_long_name(COUNTED.sub("", found["post"])) and not _ANYBODY.match(text)


_ANYBODY = deferred(r"(?:工作|管理|技术|相关|其他|从业|在编|专职|兼职)?人员|员工|职工")


def title(entry: Entry, post: Post) -> Entry:
    """The title of the job that a post is."""
    return entry._replace(role=Role.TITLE, label=None, text=post.name, whole=post.name, set_off="", unfinished=False)


_DOES = deferred(r"(?:主要)?(?:负责|从事|协助)")
ENDS = "；;，,。"
"""What ends a text that is one of a list."""


def told_of(entry: Entry, text: Tracked) -> Iterator[Entry]:
    """What stands behind a post: bare values (4000元/月 包住), what it asks for, or what it does, and then asks and pays."""
    if chips.read(text):
        yield entry._replace(
            role=Role.ITEM, enumerator=None, marker=None, text=text, whole=text, set_off="", first=False
        )
    elif not _DOES.match(text.text):
        yield said(entry, text.strip(ENDS), "requirements.general")
    else:
        for part in _sentences(text):
            yield said(entry, part, clauses.field(part.text) or "requirements.general")


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
