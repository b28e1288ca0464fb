"""Vacancies of an ad or a notice, one in each line or item: `二、切配2名：要求刀工熟练`, `保洁员 4名 女50岁以下`."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from jdparse.outline.ads import calls, chips
from jdparse.outline.ads.calls import COUNT
from jdparse.outline.entry import Entry, Role
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

# What an ad says above the posts.
_CALL = deferred(
    r"诚聘|急聘|急招|诚招|招工|招人|招募|招贤|招兵|高薪聘|招聘(?:以下|如下|下列|启事|公告|简章|信息|岗位|职位|计划|$|[:：!！啦])|急需|(?:现|拟|特|公开|社会)\S{0,6}(?:招|聘)"
)
_POST = deferred(
    rf"(?P<post>[^\W\d_][^，。；：:;,\d（(【\t]{{1,13}}?(?:[（(][^（()）]{{1,8}}[)）])?[ \t\u3000]*[（(]?{COUNT}[)）]?)"
    r"(?:[ \t\u3000]*[：:，,；;。][ \t\u3000]*|[ \t\u3000]+|$)"
)
_FIELDS = frozenset({"requirements.general", "duties"})
"""What may be said of each post under a heading of all: 岗位条件, 岗位职责."""


class _Post(NamedTuple):
    """A vacancy: its place among the entries, and where its text begins behind its name."""

    at: int
    name_end: int
    text_start: int


def read(entries: list[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """The entries with each vacancy as the title of a job over what is asked for, where an ad lists some."""
    call = next(
        (
            i
            for i, e in enumerate(entries)
            if e.field is None and calls.may_call(e.whole.text) and _CALL.search(e.whole.text)
        ),
        None,
    )
    if call is None:
        return entries
    entries = list(calls.headed(entries, vocabulary))
    posts = _listed(entries, call)
    if len(posts) < 2:
        return entries
    said = sum(post.text_start < len(entries[post.at].whole) for post in posts)
    if 2 * said >= len(posts):
        return _parted(entries, posts)
    return _gathered(entries, posts) if not said else entries


def _listed(entries: Sequence[Entry], call: int) -> list[_Post]:
    """The posts of one list below a call: items that count from one, or lines one below the other."""
    best: list[_Post] = []
    run: list[_Post] = []
    for at in range(call, len(entries)):
        entry = entries[at]
        found = None
        if entry.field is None and entry.role is not Role.TITLE and not entry.heading:
            found = _POST.match(entry.whole.text)
        if found is None:
            continue
        if run and not _goes_on(entries[run[-1].at], entry, adjacent=run[-1].at == at - 1):
            run = []
        run.append(_Post(at, found.end("post"), found.end()))
        best = max(best, run, key=len)
    return best


def _goes_on(before: Entry, entry: Entry, *, adjacent: bool) -> bool:
    """Whether an entry is the next of a list."""
    last, own = before.enumerator, entry.enumerator
    if last is None or own is None:
        return last is own and adjacent
    return last.family == own.family and own.ordinal == last.ordinal + (own.ordinal > 0)


def _parted(entries: Sequence[Entry], posts: Sequence[_Post]) -> list[Entry]:
    """The entries with each post as a title, and its text as what is required."""
    out = list(entries[: posts[0].at])
    for post, following in pairwise((*posts, None)):
        assert post is not None
        entry = entries[post.at]
        out.append(_title(entry, post))
        if text := entry.whole[post.text_start :]:
            out.append(_asked(entry._replace(label=None, text=text, whole=text)))
        out += entries[post.at + 1 : following.at if following is not None else None]
    return out


def _title(entry: Entry, post: _Post) -> Entry:
    name = entry.whole[: post.name_end]
    return entry._replace(role=Role.TITLE, label=None, text=name, whole=name, set_off="", unfinished=False)


_DOES = ("负责", "主要负责", "从事", "协助", "主要从事")


def _asked(entry: Entry) -> Entry:
    """What stands behind a post: bare values (4000元/月 包住), what it does, or what it asks for."""
    if chips.read(entry.whole):
        return entry._replace(role=Role.ITEM, enumerator=None, marker=None, set_off="", first=False)
    return _said(entry, "duties" if entry.whole.text.startswith(_DOES) else "requirements.general")


def _said(entry: Entry, field: str) -> Entry:
    """What is said of a post as a value without a label of its own."""
    return entry._replace(
        role=Role.LABEL, field=field, enumerator=None, marker=None, set_off="chip", first=False, unfinished=False
    )


def _gathered(entries: Sequence[Entry], posts: Sequence[_Post]) -> list[Entry]:
    """The entries with the posts of a bare list put over what is said of each by name further down: 1.幼儿教师：大专以上."""
    names = {_name(entries[post.at], post): post for post in posts}
    field = ""
    told: dict[int, tuple[_Post, str]] = {}
    for at in range(posts[-1].at + 1, len(entries)):
        entry = entries[at]
        if entry.field is not None and entry.role is Role.LABEL:
            field = entry.field
        elif entry.label is not None and entry.text is not None and field in _FIELDS:
            post = names.get(entry.label.text.strip())
            if post is not None:
                told[at] = post, field
    if {post for post, _ in told.values()} != set(posts) or not any(map(names_job, names)):
        return list(entries)
    out: list[Entry] = []
    taken = {post.at for post in posts}
    titled: set[_Post] = set()
    for at, entry in enumerate(entries):
        if at in told:
            post, field = told[at]
            if post not in titled:
                out.append(_title(entries[post.at], post))
                titled.add(post)
            out.append(_said(entry, field))
        elif at not in taken:
            out.append(entry)
    return out


_COUNTED = deferred(rf"[ \t\u3000]*[（(]?{COUNT}[)）]?$")


def _name(entry: Entry, post: _Post) -> str:
    """The name of a post without how many are sought."""
    return _COUNTED.sub("", entry.whole.text[: post.name_end])
