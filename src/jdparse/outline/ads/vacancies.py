"""Vacancies of an ad or a notice, one in each line or item: `二、切配2名：要求刀工熟练`, `保洁员 4名 女50岁以下`."""

from collections.abc import Sequence

from jdparse.outline.ads import by_name, calls, listing, posts, told, unlabelled
from jdparse.outline.ads.listing import ASKED
from jdparse.outline.ads.parting import parted
from jdparse.outline.ads.posts import POST, Post
from jdparse.outline.entry import Entry, Role
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

# What an ad says above the posts.
_CALL = deferred(
    r"[校社春秋]招|找人|缺人|诚聘|急聘|竞聘|选聘|诚征|征聘|急寻|诚寻|诚邀|兼职[:：]|急招|诚招|招[工用]|招人|招募|招贤|招兵|高薪聘|招聘中|热招|(?:正在|火热|持续|长期)招|急需|补人|添人|要人手|加人手|招[\d一二两三四五六七八九十若多数]|(?:招聘|招募|选聘|招录)[^，。；]{2,24}(?:公告|启事|简章|通告|[\d一二两三四五六七八九十]+[名人])|招聘(?:以下|如下|下列|启事|公告|简章|信息|岗位|职位|开始|啦|$|[:：!！])|(?:现|拟|特|需|公开|社会|提前)\S{0,6}(?:招|聘)"
)

_URGENT = deferred(r"\W*[聘招急](?:\W*[聘招急])*\W*")
"""… and nothing else: 聘, 急！急！急！"""

_SHORTEST_CALLS = 12


def read(entries: list[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """The entries with each vacancy as the title of a job over what is asked for, where an ad lists some."""
    call = next((i for i, e in enumerate(entries) if (e.field is None or e.field == "title") and _calls(e)), None)
    if call is None:
        uncalled = _uncalled(entries)
        return parted(entries, uncalled, vocabulary) if uncalled else entries
    entries = list(calls.headed(entries, vocabulary))
    runs = listing.listed(entries, call)
    listed = [post for run in runs if len(run) > 1 for post in run]
    named = listing.in_sentence(entries, call) if not listed else []
    if len(named) > 1:
        labelled = frozenset(post.at for post in named if listing.are_label(entries[post.at]))
        if any(post.text.text[:1] in ("（", "(") for post in named):
            return parted(entries, named, vocabulary)  # 水电工2名（有电工证）、保洁员3名
        return by_name.gathered(entries, named, labelled)
    if not listed and (found := by_name.gathered(entries, listing.called(entries, call), frozenset())) is not entries:
        return found
    if uncounted := listing.uncounted(entries, call, listed):
        return parted(entries, uncounted, vocabulary)
    if not listed:
        alone = [run[0] for run in runs if _stands_over_list(entries, run[0].at)]
        if not _asks(entries):
            own = max(listing.listed(entries, call, posts.labelled), key=len, default=list[Post]())
            if len(own) > 1:
                return parted(entries, own, vocabulary)
            if len(alone) == 1:
                return parted(entries, alone, vocabulary)
            post = runs[0][0] if len(runs) == 1 and posts.is_named(runs[0][0].name.text) else None
            return list(unlabelled.read(entries, call, post, vocabulary))
        return entries
    telling = sum(told.says_more(post.text) or _stands_over_text(entries, post.at) for post in listed)
    if (
        2 * telling >= len(listed)
        or (not _asks(entries) and _are_over_lines(entries, listed))
        or len(by_name.sections(entries, listed)) == len(listed)
    ):
        return parted(entries, listed, vocabulary)
    if telling:
        return entries
    found = by_name.gathered(entries, listed, frozenset(post.at for post in listed))
    return parted(entries, listed, vocabulary) if found is entries and _are_below_heading(entries, listed) else found


def _uncalled(entries: Sequence[Entry]) -> list[Post]:
    """The only list of posts of a text that calls nobody, each with what it asks for or pays; [] where labels or titles describe jobs."""
    if any(e.role is Role.TITLE or (e.field or "").startswith((*ASKED, "title")) for e in entries):
        return []
    runs = [run for run in listing.listed(entries, 0, posts.may_read) if len(run) > 1]
    if len(runs) != 1 or not all(
        posts.is_named(p.name.text) or (names_job(p.name.text) and p.text.text[:1] in ("（", "(")) for p in runs[0]
    ):
        return []
    told_of = (posts.tells(post.text.text) or _stands_over_list(entries, post.at) for post in runs[0])
    return runs[0] if all(told_of) else []


def _are_below_heading(entries: Sequence[Entry], listed: Sequence[Post]) -> bool:
    """Whether names of jobs with how many are sought stand under a heading of such names, and nothing else: 一、招募岗位."""
    above = entries[listed[0].at - 1] if listed[0].at else None
    return (
        above is not None
        and above.field == "title"
        and above.text is None
        and all(posts.is_named(post.name.text) for post in listed)
    )


def _asks(entries: Sequence[Entry]) -> bool:
    """Whether labels say what is asked for or done."""
    return any((entry.field or "").startswith(ASKED) for entry in entries)


def _stands_over_text(entries: Sequence[Entry], at: int) -> bool:
    """Whether a list stands below a post, or anything but another post below one in brackets."""
    if _stands_over_list(entries, at):
        return True
    below = entries[at + 1] if at + 1 < len(entries) else None
    if below is None or POST.match(below.whole.text) is not None:
        return False
    headed = entries[at].enumerator is None and below.enumerator is None and (below.field or "").startswith(ASKED)
    return headed or posts.is_bracketed(entries[at])


def _are_over_lines(entries: Sequence[Entry], listed: Sequence[Post]) -> bool:
    """Whether lines without a number stand below each of several posts that have one, or nothing but a name and a count: 一、面点师1人 over 会做包子、花卷, 工资6000元."""
    return all(
        (entries[post.at].enumerator is not None or (not post.text and posts.is_named(post.name.text)))
        and post.at + 1 < len(entries)
        and (below := entries[post.at + 1]).enumerator is None
        and below.role is not Role.TITLE
        and not (below.field or "").startswith(_OF_ALL)
        for post in listed
    )


_OF_ALL = ("application.", "organization.", "section.")


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
    if len(text) <= _SHORTEST_CALLS and ("急" in text or "招" in text or "聘" in text) and _URGENT.fullmatch(text):
        return True
    if not calls.may_call(text):
        return False
    return _CALL.search(text.replace(" ", "")) is not None or calls.read(text) is not None or bool(calls.several(text))
