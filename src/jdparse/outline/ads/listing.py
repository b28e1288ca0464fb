"""Which lines of an ad are its posts."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from jdparse.numbering import PICTURES
from jdparse.outline.ads import calls, chips, posts, unlabelled
from jdparse.outline.ads.posts import Post
from jdparse.outline.entry import Entry, Role
from jdparse.outline.labels import heading_like

_Reads = Callable[[Entry, int], Post | None]


def listed(
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
        if runs and (_goes_on(entries, runs[-1][-1].at, at) or _are_over_lines(entries, runs[-1][-1], post)):
            runs[-1].append(post)
        else:
            runs.append([post])
    return runs


def uncounted(entries: Sequence[Entry], call: int, counted: Sequence[Post]) -> list[Post]:
    """The longest list of posts of which but some say how many are sought, where it has all that do; [] where labels describe the jobs."""
    fields = [entry.field or "" for entry in entries]
    described = any(
        (e.role is Role.TITLE and e.text is not None) or (e.field or "").startswith(_DESCRIBED) for e in entries
    )
    if described or not any(map(unlabelled.answers, entries)):
        return []
    runs = listed(entries, call, posts.may_read, posts.beside)
    run = max(runs, key=len) if runs else []
    if len(run) < 2 or len(run) <= len(counted) or not {post.at for post in counted} <= {post.at for post in run}:
        return []
    return [] if any(field.startswith(ASKED) for field in fields[: run[-1].at]) else run


_DESCRIBED = ("duties", "summary")
ASKED = ("requirements.", *_DESCRIBED)
"""Paths of what labels ask for, or say of what is done."""


def are_label(entry: Entry) -> bool:
    """Whether an entry is the label of the names of several posts, and nothing but these: 岗位：保育员3名、厨师1名."""
    return entry.field == "title" and entry.text is not None and bool(calls.enumerated(entry.text.text))


def in_sentence(entries: Sequence[Entry], call: int) -> list[Post]:
    """The posts that one sentence enumerates, or the label of their names: 诚聘会计一名、茶艺师两名, 岗位：保育员3名、厨师1名."""
    for at in range(call, len(entries)):
        whole = entries[at].whole
        text = entries[at].text
        if text is not None and are_label(entries[at]):
            return [Post(at, text[slice(*span)], text[:0]) for span in calls.enumerated(text.text)]
        if found := calls.several(whole.text) or (calls.below(whole.text) if at > call else []):
            return [Post(at, whole[slice(*span)], whole[slice(*count)]) for span, count in found]
    return []


def called(entries: Sequence[Entry], call: int) -> list[Post]:
    """The posts that a call names, and says no more of: 急招！叉车工、打包工."""
    whole = entries[call].whole
    return [Post(call, whole[slice(*span)], whole[:0]) for span in calls.named(whole.text)]


def _goes_on(entries: Sequence[Entry], before: int, at: int) -> bool:
    """Whether an entry is the next post of a list: it counts on, or has no number as that before and but a list between them."""
    last, own = entries[before].enumerator, entries[at].enumerator
    if last is None or own is None:
        if posts.is_bracketed(entries[before]) and posts.is_bracketed(entries[at]):
            return True  # 【化妆师】3名, whatever stands between
        between = entries[before + 1 : at]
        return last is own and all(_is_of_post(e, b) for e, b in pairwise((*between, entries[at])))
    return last.family == own.family and own.ordinal == last.ordinal + (own.ordinal > 0)


def _are_over_lines(entries: Sequence[Entry], before: Post, post: Post) -> bool:
    """Whether two names with a count, and perhaps the pay, stand over a few plain lines each: 水电工 2名 over 有电工证，两年以上经验."""
    between = entries[before.at + 1 : post.at]
    return (
        0 < len(between) <= _MOST_LINES
        and all(not own.text or chips.is_pay(own.text.text) for own in (before, post))
        and entries[before.at].enumerator is None
        and entries[post.at].enumerator is None
        and all(map(is_plain, between))
        and posts.is_named(before.name.text)
        and posts.is_named(post.name.text)
    )


_MOST_LINES = 6


def is_plain(entry: Entry) -> bool:
    """Whether a line has neither a number nor a known label."""
    return entry.enumerator is None and entry.field is None and entry.role is not Role.TITLE


def _is_of_post(entry: Entry, below: Entry) -> bool:
    """Whether an entry between two posts is said of the first, or names the branch of the second over its address."""
    return (
        entry.enumerator is not None
        or (entry.set_off == "bracket" and entry.text is None)  # 【客房部】
        or PICTURES.match(entry.whole.text) is not None  # 💰底薪3500
        or (entry.role is Role.LABEL and entry.field is not None)
        or (below.field in ADDRESSES and heading_like(entry.whole.text))
    )


ADDRESSES = ("organization.address", "location")
