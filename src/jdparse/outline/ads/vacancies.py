"""Vacancies of an ad or a notice, one in each line or item: `二、切配2名：要求刀工熟练`, `保洁员 4名 女50岁以下`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from jdparse.outline.ads import calls, chips
from jdparse.outline.ads.calls import COUNT
from jdparse.outline.entry import Entry, Role
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

# What an ad says above the posts.
_CALL = deferred(
    r"诚聘|急聘|急招|诚招|招工|招人|招募|招贤|招兵|高薪聘|急需|招[\d一二两三四五六七八九十若多数]|招聘(?:以下|如下|下列|启事|公告|简章|信息|岗位|职位|计划|开始|啦|$|[:：!！])|(?:现|拟|特|需|公开|社会|提前)\S{0,6}(?:招|聘)"
)
_POST = deferred(
    rf"(?P<post>[^\W\d_][^，。；：:;,\d（(【\t]{{1,13}}?(?:[（(][^（()）]{{1,8}}[)）])?[ \t\u3000]*[（(]?{COUNT}[)）]?)"
    r"(?:[ \t\u3000]*[：:，,；;。][ \t\u3000]*|[ \t\u3000]+|$)"
)
_FIELDS = ("requirements.general", "duties")
"""What may be said of each post under a heading of all: 岗位条件, 岗位职责."""


class _Post(NamedTuple):
    """A vacancy: its place among the entries, its name with how many are sought, and what stands behind that."""

    at: int
    name: Tracked
    text: Tracked


def read(entries: list[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """The entries with each vacancy as the title of a job over what is asked for, where an ad lists some."""
    call = next((i for i, entry in enumerate(entries) if _calls(entry)), None)
    if call is None:
        return entries
    entries = list(calls.headed(entries, vocabulary))
    posts = _listed(entries, call)
    if len(posts) < 2:
        posts = _in_sentence(entries, call)
        return _gathered(entries, posts, frozenset()) if len(posts) > 1 else list(_narrated(entries))
    said = sum(bool(post.text) or _stands_over_list(entries, post.at) for post in posts)
    if 2 * said >= len(posts):
        return _parted(entries, posts)
    return _gathered(entries, posts, frozenset(post.at for post in posts)) if not said else entries


def _stands_over_list(entries: Sequence[Entry], at: int) -> bool:
    """Whether the first item of a list stands below a post."""
    below = entries[at + 1].enumerator if at + 1 < len(entries) else None
    return below is not None and below.ordinal <= 1 and entries[at].enumerator is None


def _calls(entry: Entry) -> bool:
    """Whether an entry is a call, or the heading of those whom a notice seeks."""
    if entry.field is not None and (entry.field != "title" or entry.text is not None):
        return False
    return calls.may_call(entry.whole.text) and _CALL.search(entry.whole.text) is not None


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
        if run and not _goes_on(entries, run[-1].at, at):
            run = []
        run.append(_Post(at, entry.whole[: found.end("post")], entry.whole[found.end() :]))
        best = max(best, run, key=len)
    return best


def _in_sentence(entries: Sequence[Entry], call: int) -> list[_Post]:
    """The posts that one sentence enumerates: 诚聘会计一名、茶艺师两名."""
    for at in range(call, len(entries)):
        whole = entries[at].whole
        if found := calls.several(whole.text):
            return [_Post(at, whole[slice(*span)], whole[:0]) for span in found]
    return []


def _goes_on(entries: Sequence[Entry], before: int, at: int) -> bool:
    """Whether an entry is the next post of a list: it counts on, or has no number as that before and but a list between them."""
    last, own = entries[before].enumerator, entries[at].enumerator
    if last is None or own is None:
        return last is own and all(entry.enumerator is not None for entry in entries[before + 1 : at])
    return last.family == own.family and own.ordinal == last.ordinal + (own.ordinal > 0)


def _parted(entries: Sequence[Entry], posts: Sequence[_Post]) -> list[Entry]:
    """The entries with each post as a title over its text."""
    out = list(entries[: posts[0].at])
    for post, following in pairwise((*posts, None)):
        assert post is not None
        entry = entries[post.at]
        out.append(_title(entry, post))
        if post.text:
            out += _told(entry._replace(label=None), post.text)
        out += entries[post.at + 1 : following.at if following is not None else None]
    return out


def _title(entry: Entry, post: _Post) -> Entry:
    return entry._replace(role=Role.TITLE, label=None, text=post.name, whole=post.name, set_off="", unfinished=False)


_DOES = deferred(r"(?:主要)?(?:负责|从事|协助)")
_PAYS = deferred(r"(?:综合)?(?:月薪|工资|底薪|薪资|薪酬|日薪|时薪|待遇|年薪)")
_ENDS = "；;，,。"


def _told(entry: Entry, text: Tracked) -> Iterator[Entry]:
    """What stands behind a post: bare values (4000元/月 包住), what it asks for, or what it does, and then asks and pays."""
    if chips.read(text):
        yield entry._replace(
            role=Role.ITEM, enumerator=None, marker=None, text=text, whole=text, set_off="", first=False
        )
    elif not _DOES.match(text.text):
        yield _said(entry, text.strip(_ENDS), "requirements.general")
    else:
        for part in _sentences(text):
            duties, pays = _DOES.match(part.text), _PAYS.match(part.text)
            yield _said(entry, part, "duties" if duties else "compensation.salary" if pays else "requirements.general")


def _sentences(text: Tracked) -> Iterator[Tracked]:
    start = 0
    for found in _STOP.finditer(text.text):
        yield text[start : found.start()]
        start = found.end()
    if start < len(text):
        yield text[start:].strip(_ENDS)


_STOP = deferred(r"[。；]\s*(?=\S)")


def _said(entry: Entry, text: Tracked, field: str) -> Entry:
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


# What is asked for and paid, in the sentence of a call: 招一名外贸业务员，英语六级，底薪5K加提成.
_ASKS = deferred(r"学历|经验|证|优先|要求|会|能|熟|岁|薪|元|\d[kK]|[包管][吃住食]|[五六]险|双休")
_TO_ANSWER = deferred(r"电话|微信|联系|QQ|@|\d{7}|面试|报名|简历")
_MOST_LINES = 12
"""Lines of an ad that is one sentence, and whom to call; news of who seeks whom are longer, and give no number."""


def _narrated(entries: list[Entry]) -> Iterator[Entry]:
    """The entries of a short ad that asks for everything in the sentence of its call, with that as what is required."""
    asked = any((entry.field or "").startswith(_ASKED) for entry in entries)
    called = None
    if not asked and len(entries) <= _MOST_LINES and any(_TO_ANSWER.search(e.whole.text) for e in entries):
        called = next((e for e in entries if e.role is Role.ITEM and _behind_call(e.whole.text)), None)
    for entry in entries:
        start = _behind_call(entry.whole.text) if entry is called else None
        if start is None:
            yield entry
        else:
            head, rest = entry.whole[: start - 1], entry.whole[start:]
            yield entry._replace(text=head, whole=head, unfinished=False)
            yield _said(entry, rest, "requirements.general")


_ASKED = ("requirements.", "duties", "summary")


def _behind_call(text: str) -> int | None:
    """Where the sentence of a call goes on behind the job's name, if it says what is asked for or paid."""
    found = calls.read(text)
    if found is None or text[found[1] : found[1] + 1] not in _COMMAS:
        return None
    return found[1] + 1 if _ASKS.search(text, found[1] + 1) else None


_COMMAS = ("，", ",", "：", ":")


def _gathered(entries: list[Entry], posts: Sequence[_Post], listed: frozenset[int]) -> list[Entry]:
    """The entries with the posts of a bare list put over what is said of each by name further down: 1.幼儿教师：大专以上.

    `listed` are the places of items that are nothing but the name of a post.
    """
    if len(posts) < 2:
        return entries
    names = {_COUNTED.sub("", post.name.text): post for post in posts}
    told = _by_name(entries, names, posts[-1].at + 1)
    if {post for post, _ in told.values()} != set(posts) or not any(map(names_job, names)):
        return entries
    out: list[Entry] = []
    titled: set[_Post] = set()
    for at, entry in enumerate(entries):
        if at in told and entry.text is not None:
            post, field = told[at]
            if post not in titled:
                out.append(_title(entries[post.at] if listed else entry, post))
                titled.add(post)
            out.append(_said(entry, entry.text.strip(_ENDS), field))
        elif at not in listed:
            out.append(entry)
    return out


def _by_name(entries: Sequence[Entry], names: dict[str, _Post], first: int) -> dict[int, tuple[_Post, str]]:
    """The places of labels that are names of posts, each with the post and the field under whose heading it stands."""
    field = "requirements.general"
    told: dict[int, tuple[_Post, str]] = {}
    for at in range(first, len(entries)):
        entry = entries[at]
        if entry.field is not None and entry.role is Role.LABEL:
            field = entry.field
        elif entry.label is not None and entry.text is not None and field in _FIELDS:
            post = names.get(entry.label.text.strip())
            if post is not None:
                told[at] = post, field
    return told


_COUNTED = deferred(rf"[ \t\u3000]*[（(]?{COUNT}[)）]?$|^{COUNT}")
