"""Vacancies of an ad or a notice, one in each line or item: `二、切配2名：要求刀工熟练`, `保洁员 4名 女50岁以下`."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from jdparse.outline.ads import calls, chips, clauses
from jdparse.outline.ads.calls import COUNT
from jdparse.outline.entry import Entry, Role
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

# What an ad says above the posts.
_CALL = deferred(
    r"诚聘|急聘|竞聘|诚征|征聘|急寻|诚寻|诚邀|兼职[:：]|急招|诚招|招工|招人|招募|招贤|招兵|高薪聘|急需|招[\d一二两三四五六七八九十若多数]|招聘(?:以下|如下|下列|启事|公告|简章|信息|岗位|职位|开始|啦|$|[:：!！])|(?:现|拟|特|需|公开|社会|提前)\S{0,6}(?:招|聘)"
)
_POST = deferred(
    rf"(?P<post>(?:[【\[][^\W\d_][^】\]]{{1,20}}[】\]]|[^\W\d_][^，。；：:;,\d（(【\t]{{1,13}}?)(?:[（(][^（()）]{{1,8}}[)）])?[ \t\u3000]*[（(]?{COUNT}[)）]?)"
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
    runs = _listed(entries, call)
    posts = [post for run in runs if len(run) > 1 for post in run]
    if not posts:
        posts = _in_sentence(entries, call)
        if len(posts) > 1:
            return _gathered(entries, posts, frozenset())
        alone = [run[0] for run in runs if _stands_over_list(entries, run[0].at)]
        if not _asks(entries):
            return _parted(entries, alone) if len(alone) == 1 else list(_narrated(entries))
        return entries
    said = sum(bool(post.text) or _stands_over_text(entries, post.at) for post in posts)
    if 2 * said >= len(posts):
        return _parted(entries, posts, _branches(entries, posts))
    return _gathered(entries, posts, frozenset(post.at for post in posts)) if not said else entries


def is_post(text: str) -> bool:
    """Whether a line without its number is a vacancy: 前台接待2名：会用电脑开单."""
    return _POST.match(text) is not None


def _asks(entries: Sequence[Entry]) -> bool:
    """Whether labels say what is asked for or done."""
    return any((entry.field or "").startswith(_ASKED) for entry in entries)


def _stands_over_text(entries: Sequence[Entry], at: int) -> bool:
    """Whether a list stands below a post, or anything but another post below one in brackets."""
    if _stands_over_list(entries, at):
        return True
    below = entries[at + 1 : at + 2]
    return bool(below) and _is_bracketed(entries[at]) and _POST.match(below[0].whole.text) is None


def _is_bracketed(entry: Entry) -> bool:
    return entry.whole.text[:1] in ("【", "[")


def _stands_over_list(entries: Sequence[Entry], at: int) -> bool:
    """Whether the first item of a list stands below a post."""
    own = entries[at].enumerator
    below = entries[at + 1].enumerator if at + 1 < len(entries) else None
    return below is not None and below.ordinal <= 1 and (own is None or own.family != below.family)


def _calls(entry: Entry) -> bool:
    """Whether an entry is a call, or the heading of those whom a notice seeks."""
    if entry.field is not None and (entry.field != "title" or entry.text is not None):
        return False
    return calls.may_call(entry.whole.text) and _CALL.search(entry.whole.text.replace(" ", "")) is not None


def _listed(entries: Sequence[Entry], call: int) -> list[list[_Post]]:
    """The lists of posts below a call: items that count from one, or lines one below the other."""
    runs: list[list[_Post]] = []
    for at in range(call, len(entries)):
        entry = entries[at]
        found = None
        if entry.field is None and entry.role is not Role.TITLE and not entry.heading:
            found = _POST.match(entry.whole.text)
        if found is None:
            continue
        post = _Post(at, entry.whole[: found.end("post")], entry.whole[found.end() :])
        if runs and _goes_on(entries, runs[-1][-1].at, at):
            runs[-1].append(post)
        else:
            runs.append([post])
    return runs


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
        if _is_bracketed(entries[before]) and _is_bracketed(entries[at]):
            return True  # 【化妆师】3名, whatever stands between
        return last is own and all(entry.enumerator is not None for entry in entries[before + 1 : at])
    return last.family == own.family and own.ordinal == last.ordinal + (own.ordinal > 0)


def _parted(
    entries: Sequence[Entry], posts: Sequence[_Post], branches: Mapping[int, Sequence[_Post]] = MappingProxyType({})
) -> list[Entry]:
    """The entries with each post as a title over its text, and over the section that has its name further down."""
    sections = _sections(entries, posts)
    taken = {at for section in sections.values() for at in range(section.start, section.stop)}
    taken.update(branches)
    places = {post: _place(entries[at].whole) for at, run in branches.items() for post in run}
    out = [entry for at, entry in enumerate(entries[: posts[0].at]) if at not in taken]
    for post, following in pairwise((*posts, None)):
        assert post is not None
        entry = entries[post.at]
        out.append(_title(entry, post))
        if (place := places.get(post)) is not None:
            out.append(_said(entry._replace(label=None), place, "location"))
        if post.text:
            out += _told(entry._replace(label=None), post.text)
        section = sections.get(post)
        if section is not None:
            heading, *items = entries[section.start : section.stop]
            out.append(_silent(heading))
            out += (_said(item._replace(label=None), item.whole.strip(_ENDS), section.field) for item in items)
        stop = following.at if following is not None else len(entries)
        out += (entries[at] for at in range(post.at + 1, stop) if at not in taken)
    return out


class _Section(NamedTuple):
    """A list of what is said of one post, under its name as a heading."""

    start: int
    stop: int
    field: str


def _sections(entries: Sequence[Entry], posts: Sequence[_Post]) -> dict[_Post, _Section]:
    """The lists behind the posts that have the name of one for a heading: （二）轮转车间副主任 under 二、竞聘条件."""
    names = {_COUNTED.sub("", post.name.text): post for post in posts}
    field = "requirements.general"
    found: dict[_Post, _Section] = {}
    for at in range(posts[-1].at + 1, len(entries) - 1):
        entry, below = entries[at], entries[at + 1]
        if entry.field in _FIELDS:
            field = entry.field
        post = names.get(entry.whole.text) if entry.field is None else None
        if post is None or post in found or below.enumerator is None or below.enumerator.ordinal > 1:
            continue
        inner = below.enumerator.family
        stop = next(
            (i for i in range(at + 1, len(entries)) if (e := entries[i].enumerator) is None or e.family != inner),
            len(entries),
        )
        found[post] = _Section(at, stop, field)
    return found


def _silent(entry: Entry) -> Entry:
    """A heading that says what is known already: kept for the ledger."""
    return entry._replace(
        role=Role.ITEM, marker=entry.whole, label=None, text=None, whole=entry.whole[:0], set_off="header"
    )


def _title(entry: Entry, post: _Post) -> Entry:
    return entry._replace(role=Role.TITLE, label=None, text=post.name, whole=post.name, set_off="", unfinished=False)


_DOES = deferred(r"(?:主要)?(?:负责|从事|协助)")
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
            yield _said(entry, part, clauses.field(part.text) or "requirements.general")


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


_TO_ANSWER = deferred(r"电话|微信|联系|QQ|@|\d{7}|私信")
_MOST_LINES = 12
"""Lines of an ad without labels; news of who seeks whom are longer, and give no number."""
_FIRST = 3
"""Lines of such an ad among which its call is: an article may speak of one further down."""
_ASKED = ("requirements.", "duties", "summary")


def _narrated(entries: list[Entry]) -> Iterator[Entry]:
    """The entries of a short ad that has no labels: what its call and the lines below it say, each by its first words."""
    call = None
    if len(entries) <= _MOST_LINES and any(_TO_ANSWER.search(entry.whole.text) for entry in entries):
        first = enumerate(entries[:_FIRST])
        call = next((at for at, e in first if e.field is None and calls.read(e.whole.text)), None)
    for at, entry in enumerate(entries):
        field = None
        if call is not None and at > call and entry.enumerator is None and entry.field is None:
            field = clauses.field(entry.whole.text)
        if call == at:
            yield from _called(entry)
        elif field is not None:
            yield _said(entry._replace(label=None), entry.whole, field)
        else:
            yield entry


def _called(entry: Entry) -> Iterator[Entry]:
    """A call, what its sentence asks for or pays apart: 招一名外贸业务员，英语六级，底薪5K加提成."""
    text = entry.whole.text
    found = calls.read(text)
    behind = found[1] if found is not None else len(text)
    if text[behind : behind + 1] not in _COMMAS or not _ASKS.search(text, behind + 1):
        yield entry
        return
    head, rest = entry.whole[:behind], entry.whole[behind + 1 :]
    yield entry._replace(role=Role.ITEM, label=None, text=head, whole=head, unfinished=False)
    yield _said(entry._replace(label=None), rest, clauses.field(rest.text) or "requirements.general")


_ASKS = deferred(r"学历|经验|证|优先|要求|会|能|熟|岁|薪|元|\d[kK]|[包管][吃住食]|[五六]险|双休")
_COMMAS = ("，", ",", "：", ":")


def _branches(entries: Sequence[Entry], posts: Sequence[_Post]) -> dict[int, Sequence[_Post]]:
    """Where a branch of the firm stands over posts (📍城西店, 滨河店（金街广场B107）), with the posts below it."""
    found: dict[int, list[_Post]] = {}
    branch: int | None = None
    for post in posts:
        above = entries[post.at - 1] if post.at else None
        if above is not None and above.field is None and _BRANCH.match(above.whole.text):
            branch = post.at - 1
        if branch is not None:
            found.setdefault(branch, []).append(post)
    return {**found}


_BRANCH = deferred(r"[📍📌🏠🏢🏥🏪]|[^\W\d_]{1,10}(?:店|院区|校区|厂区|园区|分院|馆)[（(][^（()）]{2,40}[)）]$")


def _place(branch: Tracked) -> Tracked:
    """The branch of a firm without the sign before it."""
    found = _PLACE.match(branch.text)
    return branch[found.end() :] if found is not None else branch


_PLACE = deferred(r"[📍📌🏠🏢🏥🏪][\ufe0f \t]*")


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
