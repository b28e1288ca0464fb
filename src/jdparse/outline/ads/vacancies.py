"""Vacancies of an ad or a notice, one in each line or item: `二、切配2名：要求刀工熟练`, `保洁员 4名 女50岁以下`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from jdparse.numbering import PICTURES
from jdparse.outline.ads import by_name, calls, chips, clauses, posts, unlabelled
from jdparse.outline.ads.posts import ENDS, OF_ALL, POST, Post, said, title, told_of
from jdparse.outline.entry import Entry, Role, silent
from jdparse.outline.labels import heading_like
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

# What an ad says above the posts.
_CALL = deferred(
    r"(?<!聘)招人|[校社春秋]招|找人|缺人|诚聘|急聘|竞聘|诚征|征聘|急寻|诚寻|诚邀|兼职[:：]|急招|诚招|招[工用]|招人|招募|招贤|招兵|高薪聘|急需|招[\d一二两三四五六七八九十若多数]|(?:招聘|招募|选聘|招录)[^，。；]{2,24}(?:公告|启事|简章|通告|[\d一二两三四五六七八九十]+[名人])|招聘(?:以下|如下|下列|启事|公告|简章|信息|岗位|职位|开始|啦|$|[:：!！])|(?:现|拟|特|需|公开|社会|提前)\S{0,6}(?:招|聘)"
)


_URGENT = deferred(r"\W*[聘招急](?:\W*[聘招急])*\W*")
"""… and nothing else: 聘, 急！急！急！"""
_SHORTEST_CALLS = 12


_Reads = Callable[[Entry, int], Post | None]


def read(entries: list[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """The entries with each vacancy as the title of a job over what is asked for, where an ad lists some."""
    call = next((i for i, e in enumerate(entries) if (e.field is None or e.field == "title") and _calls(e)), None)
    if call is None:
        return entries
    entries = list(calls.headed(entries, vocabulary))
    runs = _listed(entries, call)
    listed = [post for run in runs if len(run) > 1 for post in run]
    named = _in_sentence(entries, call) if not listed else []
    if len(named) > 1:
        labelled = frozenset(post.at for post in named if entries[post.at].label is not None)
        return by_name.gathered(entries, named, labelled)
    if uncounted := _uncounted(entries, call, listed):
        return _parted(entries, uncounted, vocabulary)
    if not listed:
        alone = [run[0] for run in runs if _stands_over_list(entries, run[0].at)]
        if not _asks(entries):
            if len(alone) == 1:
                return _parted(entries, alone, vocabulary)
            post = runs[0][0] if len(runs) == 1 and posts.is_named(runs[0][0].name.text) else None
            return list(unlabelled.read(entries, call, post, vocabulary))
        return entries
    telling = sum(bool(post.text) or _stands_over_text(entries, post.at) for post in listed)
    if (
        2 * telling >= len(listed)
        or (not _asks(entries) and _are_over_lines(entries, listed))
        or len(by_name.sections(entries, listed)) == len(listed)
    ):
        return _parted(entries, listed, vocabulary, _branches(entries, listed))
    return by_name.gathered(entries, listed, frozenset(post.at for post in listed)) if not telling else entries


_ASKED = ("requirements.", "duties", "summary")


def _asks(entries: Sequence[Entry]) -> bool:
    """Whether labels say what is asked for or done."""
    return any((entry.field or "").startswith(_ASKED) for entry in entries)


def _stands_over_text(entries: Sequence[Entry], at: int) -> bool:
    """Whether a list stands below a post, or anything but another post below one in brackets."""
    if _stands_over_list(entries, at):
        return True
    below = entries[at + 1] if at + 1 < len(entries) else None
    if below is None or POST.match(below.whole.text) is not None:
        return False
    headed = entries[at].enumerator is None and below.enumerator is None and (below.field or "").startswith(_ASKED)
    return headed or _is_bracketed(entries[at])


def _are_over_lines(entries: Sequence[Entry], listed: Sequence[Post]) -> bool:
    """Whether lines without a number stand below each of several numbered posts: 一、面点师1人 over 会做包子、花卷, 工资6000元."""
    return all(
        entries[post.at].enumerator is not None
        and post.at + 1 < len(entries)
        and (below := entries[post.at + 1]).enumerator is None
        and below.role is not Role.TITLE
        and not (below.field or "").startswith(_OF_ALL)
        for post in listed
    )


_OF_ALL = ("application.", "organization.", "section.")


def _is_bracketed(entry: Entry) -> bool:
    return entry.whole.text[:1] in ("【", "[")


def _stands_over_list(entries: Sequence[Entry], at: int) -> bool:
    """Whether the first item of a list stands below a post."""
    own = entries[at].enumerator
    below = entries[at + 1].enumerator if at + 1 < len(entries) else None
    return below is not None and below.ordinal <= 1 and (own is None or own.family != below.family)


def _calls(entry: Entry) -> bool:
    """Whether an entry is a call, or the heading of those whom a notice seeks."""
    if entry.field is not None and entry.text is not None:
        return entry.field == "title" and bool(calls.enumerated(entry.text.text))
    text = entry.whole.text
    if len(text) <= _SHORTEST_CALLS and _URGENT.fullmatch(text):
        return True
    if not calls.may_call(text):
        return False
    return _CALL.search(text.replace(" ", "")) is not None or calls.read(text) is not None or bool(calls.several(text))


def _listed(
    entries: Sequence[Entry], call: int, read: _Reads = posts.read, beside: _Reads | None = None
) -> list[list[Post]]:
    """The lists of posts below a call, each as `read` reads it: items that count from one, or lines one below the other.

    `beside` reads what stands right below a post and is none for `read`.
    """
    runs: list[list[Post]] = []
    for at in range(call, len(entries)):
        entry = entries[at]
        post = read(entry, at) if entry.field is None and entry.role is not Role.TITLE and not entry.heading else None
        if post is None and beside is not None and runs and runs[-1][-1].at == at - 1 and entry.field is None:
            post = beside(entry, at)
        if post is None:
            continue
        if runs and _goes_on(entries, runs[-1][-1].at, at):
            runs[-1].append(post)
        else:
            runs.append([post])
    return runs


def _uncounted(entries: Sequence[Entry], call: int, counted: Sequence[Post]) -> list[Post]:
    """The longest list of posts of which but some say how many are sought, where it has all that do; [] where labels describe the jobs."""
    fields = [entry.field or "" for entry in entries]
    described = any(e.role is Role.TITLE or (e.field or "").startswith(_DESCRIBED) for e in entries)
    if described or not any(map(unlabelled.answers, entries)):
        return []
    run = max(_listed(entries, call, posts.may_read, posts.beside), key=len, default=[])
    if len(run) < 2 or len(run) <= len(counted) or not {post.at for post in counted} <= {post.at for post in run}:
        return []
    return [] if any(field.startswith(_ASKED) for field in fields[: run[-1].at]) else run


_DESCRIBED = ("duties", "summary")


def _in_sentence(entries: Sequence[Entry], call: int) -> list[Post]:
    """The posts that one sentence enumerates, or the label of their names: 诚聘会计一名、茶艺师两名, 岗位：保育员3名、厨师1名."""
    for at in range(call, len(entries)):
        whole = entries[at].whole
        text = entries[at].text
        if entries[at].field == "title" and text is not None and (spans := calls.enumerated(text.text)):
            return [Post(at, text[slice(*span)], text[:0]) for span in spans]
        if found := calls.several(whole.text):
            return [Post(at, whole[slice(*span)], whole[slice(*count)]) for span, count in found]
    return []


def _goes_on(entries: Sequence[Entry], before: int, at: int) -> bool:
    """Whether an entry is the next post of a list: it counts on, or has no number as that before and but a list between them."""
    last, own = entries[before].enumerator, entries[at].enumerator
    if last is None or own is None:
        if _is_bracketed(entries[before]) and _is_bracketed(entries[at]):
            return True  # 【化妆师】3名, whatever stands between
        between = entries[before + 1 : at]
        return last is own and all(_is_of_post(e, b) for e, b in pairwise((*between, entries[at])))
    return last.family == own.family and own.ordinal == last.ordinal + (own.ordinal > 0)


def _is_of_post(entry: Entry, below: Entry) -> bool:
    """Whether an entry between two posts is said of the first, or names the branch of the second over its address."""
    return (
        entry.enumerator is not None
        or (entry.role is Role.LABEL and entry.field is not None)
        or (below.field in _ADDRESSES and heading_like(entry.whole.text))
    )


_ADDRESSES = ("organization.address", "location")


def _parted(
    entries: Sequence[Entry],
    listed: Sequence[Post],
    vocabulary: Vocabulary,
    branches: Mapping[int, Sequence[Post]] = MappingProxyType({}),
) -> list[Entry]:
    """The entries with each post as a title over its text, and over the section that has its name further down."""
    sections = by_name.sections(entries, listed)
    taken = {at for section in sections.values() for at in range(section.start, section.stop)}
    taken.update(branches)
    taken.update(at + 1 for at in branches if entries[at + 1].field in _ADDRESSES)
    places = {post: list(_places(entries, at)) for at, run in branches.items() for post in run}
    out = [entry for at, entry in enumerate(entries[: listed[0].at]) if at not in taken]
    for post, following in pairwise((*listed, None)):
        assert post is not None
        entry = entries[post.at]
        out.append(title(entry, post))
        out += (said(entry._replace(label=None), place, field) for field, place in places.get(post, ()))
        if post.text:
            out += told_of(entry._replace(label=None), post.text, vocabulary)
        section = sections.get(post)
        if section is not None:
            heading, *items = entries[section.start : section.stop]
            out.append(silent(heading.whole))
            out += (
                said(item._replace(label=None), item.whole.strip(ENDS), section.field) if item.whole else item
                for item in items
            )
        stop = following.at if following is not None else len(entries)
        below = [entries[at] for at in range(post.at + 1, stop) if at not in taken]
        out += _told(below, bare=not post.text and entry.enumerator is not None)
    return out


def _told(entries: Sequence[Entry], bare: bool) -> Iterator[Entry]:
    """The entries of a post, the lines right below it as what they say: what it asks for, or does (根据分镜完成角色设定 over 要求：…).

    `bare` says that the post is a numbered name and no more: then lines without a number are said of it too.
    """
    fields = {entry.field or "" for entry in entries}
    if "duties" in fields:
        yield from entries
        return
    asks = any(field.startswith("requirements.") for field in fields)
    first = next(
        (at for at, e in enumerate(entries) if e.field is not None or not (asks or bare or _is_of_list(e, entries[0]))),
        len(entries),
    )
    first = next((at for at in range(first) if OF_ALL.match(entries[at].whole.text)), first)
    bare = bare and all(entry.enumerator is None for entry in entries[:first])
    texts = (entry.whole.text for entry in entries[:first] if bare or entry.enumerator is not None)
    listed = [text for text in texts if not bare or clauses.field(text) is None]
    default = "requirements.general" if not asks and clauses.are_asked(listed) else "duties"
    for entry in entries[:first]:
        plain = entry.role is Role.ITEM and (entry.enumerator is None) == (asks or bare)
        if plain and entry.whole and not _SPEAKS_OF_US.match(entry.whole.text) and not chips.read(entry.whole):
            yield said(entry._replace(label=None), entry.whole.strip(ENDS), clauses.field(entry.whole.text) or default)
        else:
            yield entry
    yield from entries[first:]


def _is_of_list(entry: Entry, first: Entry) -> bool:
    """Whether a line has a number or a bullet as the first below a post, or a picture."""
    if entry.enumerator is None or first.enumerator is None:
        return PICTURES.match(entry.whole.text) is not None
    return first.enumerator.ordinal <= 1 and entry.enumerator.family == first.enumerator.family


_SPEAKS_OF_US = deferred(r"(?:我们|我司|公司|本[公单店厂]|团队|工作室|关于)")


def _branches(entries: Sequence[Entry], listed: Sequence[Post]) -> dict[int, Sequence[Post]]:
    """Where a branch of the firm stands over listed (📍城西店, 滨河店（金街广场B107）), with the listed below it."""
    found: dict[int, list[Post]] = {}
    branch: int | None = None
    for post in listed:
        at = post.at - 1
        addressed = at > 0 and entries[at].field in _ADDRESSES
        above = entries[at - addressed] if at >= addressed else None
        if above is not None and above.field is None and (_ADDRESSED if addressed else _BRANCH).match(above.whole.text):
            branch = at - addressed
        if branch is not None:
            found.setdefault(branch, []).append(post)
    return {**found}


_BRANCH = deferred(
    r"[📍📌🏠🏢🏥🏪]|[^\W\d_]{2,12}[（(][^\W\d_]{1,10}(?:店|院区|校区|厂区|园区|分院|馆|厂|分公司|基地|营业部|网点)[)）]$|[^\W\d_]{1,10}(?:店|院区|校区|厂区|园区|分院|馆|厂|分公司|基地|营业部|网点)[（(][^（()）]{2,40}[)）]$"
)


# … or alone, over its address
_ADDRESSED = deferred(
    rf"{_BRANCH.pattern}|[^\W\d_]{{1,14}}(?:店|院区|校区|厂区|园区|分院|馆|分公司|厂|基地|营业部|网点)$"
)


def _places(entries: Sequence[Entry], at: int) -> Iterator[tuple[str, Tracked]]:
    """Where a branch of a firm is, as values of its posts: its name without the sign before it, or that over its address."""
    branch, below = entries[at].whole, entries[at + 1]
    found = _PLACE.match(branch.text)
    name = branch[found.end() :] if found is not None else branch
    if below.field in _ADDRESSES and below.text is not None:
        yield "department", name
        yield "location", below.text
    else:
        yield "location", name


_PLACE = deferred(r"[📍📌🏠🏢🏥🏪][\ufe0f \t]*")
