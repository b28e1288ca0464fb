"""Posts that a heading of a notice announces, without how many are sought: 一、招聘岗位及职责 over 1、电工：负责线路检修."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdparse.outline import titles
from jdparse.outline.ads import clauses
from jdparse.outline.ads.told import said, told_of
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

_LONGEST_HEADING = 24
_LONGEST_NAME = 20
_HEADING = deferred(
    r"(?:拟|本次|现)?(?:公开)?(?:招聘|选聘|招用|招录|招募|竞聘|聘用|急需|需求|用工|缺员){0,3}的?(?:岗位|职位|工种|人员)(?:设置|名称|需求|情况|安排)?"
    r"(?:(?:[、及与和]|以及)(?:主要|工作|岗位|任职|具体|招聘|选聘)?(?:职责|要求|条件|任务|人数|名额|数量|待遇|内容|分工|资格)(?:要求|条件)?)*(?:如下)?"
)


def read(entries: list[Entry], vocabulary: Vocabulary) -> list[Entry]:
    """The entries with such posts made titles of jobs, two at least, and what stands beside or below each told of it."""
    for at, heading in enumerate(entries):
        if not _announces(heading):
            continue
        posts, end = _posts(entries, at)
        if len(posts) > 1 and not any(map(_names_job, entries)):
            told = [
                entry for post, behind in pairwise((*posts, end)) for entry in _told(entries[post:behind], vocabulary)
            ]
            heading = heading._replace(role=Role.LABEL, label=heading.whole, field=None, text=None)
            return [*entries[:at], heading, *told, *entries[end:]]
    return entries


def _announces(entry: Entry) -> bool:
    if len(entry.whole) > _LONGEST_HEADING or (entry.role is Role.LABEL and entry.text is not None):
        return False
    return _HEADING.fullmatch(entry.whole.text.strip("：: \t\u3000")) is not None


def _posts(entries: Sequence[Entry], at: int) -> tuple[list[int], int]:
    """Where posts stand that are counted on right below a heading, all beside or all over what is told of them, and where they end."""
    above, below = entries[at].enumerator, entries[at + 1 : at + 2]
    mark = below[0].enumerator if below else None
    if mark is None or (above is not None and above.family == mark.family):
        return [], 0
    paired = below[0].text is not None and below[0].role is Role.LABEL
    posts: list[int] = []
    for index, entry in enumerate(entries[at + 1 :], at + 1):
        own = entry.enumerator
        if own is not None and above is not None and own.family == above.family:
            return posts, index
        if entry.field is not None or entry.role is Role.TITLE:
            return (posts, index) if own is None else ([], 0)
        if own is None or own.family != mark.family:
            continue
        stands_alone = not paired and bool(posts) and posts[-1] == index - 1
        if own.ordinal != len(posts) + 1 or stands_alone or not _is_post(entry, paired=paired):
            return [], 0
        posts.append(index)
    return posts, len(entries)


def _is_post(entry: Entry, *, paired: bool) -> bool:
    name = entry.label if paired else entry.whole
    if name is None or len(name) > _LONGEST_NAME or paired != (entry.role is Role.LABEL and entry.text is not None):
        return False
    return titles.names_job(name.text) and not titles.VERB.match(name.text)


def _names_job(entry: Entry) -> bool:
    """Whether something else names a job."""
    labelled = entry.field == "title" and entry.role is Role.LABEL and entry.text is not None
    return labelled or (entry.role is Role.TITLE and entry.text is not None)


def _told(entries: Sequence[Entry], vocabulary: Vocabulary) -> Iterator[Entry]:
    """The title of a post and what is told of it."""
    post, *below = entries
    if post.label is not None and post.text is not None:
        yield post._replace(role=Role.TITLE, text=post.label, whole=post.label, set_off="")
        yield from told_of(post._replace(label=None), post.text, vocabulary)
        yield from below
        return
    name = post.whole.strip("：: \t\u3000")
    yield post._replace(role=Role.TITLE, label=post.whole, text=name, set_off="")
    asked = clauses.are_asked([entry.whole.text for entry in below])
    nothing = post.whole[len(post.whole) :]
    heading = said(post, nothing, "requirements.general" if asked else "duties")
    yield heading._replace(label=nothing, text=None, set_off="bare")
    yield from below
