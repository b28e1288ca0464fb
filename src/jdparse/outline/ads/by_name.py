"""What an ad or a notice says of its posts further down, by their names."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from jdparse.outline.ads import clauses
from jdparse.outline.ads.posts import COUNTED, Post
from jdparse.outline.ads.told import ENDS, said, title
from jdparse.outline.entry import Entry, Role, silent
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

_FIELDS = ("requirements.general", "duties")
"""What may be said of each post under a heading of all: 岗位条件, 岗位职责."""


def gathered(entries: list[Entry], posts: Sequence[Post], listed: frozenset[int]) -> list[Entry]:
    """The entries with the posts of a bare list put over what is said of each by name further down: 1.幼儿教师：大专以上.

    `listed` are the places of items that are nothing but the name of a post, or of the label of all names.
    """
    if len(posts) < 2:
        return entries
    names = {COUNTED.sub("", post.name.text): post for post in posts}
    told = _by_name(entries, names, posts[-1].at + 1)
    if {part.post for parts in told.values() for part in parts} != set(posts) or not any(map(names_job, names)):
        return entries
    shared = _shared(entries, names, posts[-1].at + 1)
    out: list[Entry] = []
    titled: set[Post] = set()
    shares: dict[Post, list[_Told]] = {}
    for more in (more for parts in shared.values() for more in parts):
        shares.setdefault(more.post, []).append(more)
    further = _further(told)
    for at, entry in enumerate(entries):
        if at in shared:
            out.append(silent(entry.label) if entry.label is not None else entry)
        elif at in told:
            for part in told[at]:
                post = part.post
                if post in titled:
                    out += [silent(entry.label)] if entry.label is not None else []
                    continue
                own = entries[post.at]
                out.append(title(own if listed and own.label is None else entry, post))
                out += [said(entry._replace(label=None), post.text, "headcount")] if post.text else []
                titled.add(post)
                out += _entries_of(part, entry)
                for place, more in further.get(post, ()):
                    out += _entries_of(more, entries[place]._replace(label=None))
                for more in shares.pop(post, ()):
                    out += _entries_of(more, entry._replace(label=None))
        elif at not in listed:
            out.append(entry)
        elif entry.label is not None:
            out.append(silent(entry.label))
    return out


def _entries_of(part: "_Told", entry: Entry) -> Iterator[Entry]:
    """What is said of a post, and before it the name with which it begins."""
    if part.subject is not None:
        yield silent(part.subject)
    yield said(entry, part.text, part.field)


def _further(told: Mapping[int, Sequence["_Told"]]) -> dict[Post, list[tuple[int, "_Told"]]]:
    """What is said of each post behind the first, with its place: it goes under the title that stands there."""
    found: dict[Post, list[tuple[int, _Told]]] = {}
    for at, parts in told.items():
        for part in parts:
            found.setdefault(part.post, []).append((at, part))
    return {post: parts[1:] for post, parts in found.items()}


class _Told(NamedTuple):
    """What is said of a post: its field, which a heading above may say, its text, and the name before that where it is no label."""

    post: Post
    field: str
    text: Tracked
    subject: Tracked | None = None


def _by_name(entries: Sequence[Entry], names: dict[str, Post], first: int) -> dict[int, list[_Told]]:
    """The places of what is said of posts by their names."""
    lengths = sorted({len(name) for name in names}, reverse=True)
    endings = _endings(names)
    heading = ""
    told: dict[int, list[_Told]] = {}
    for at in range(first, len(entries)):
        entry = entries[at]
        if entry.field is not None and entry.role is Role.LABEL:
            heading = entry.field if entry.text is None else heading
        elif heading not in ("", *_FIELDS):
            continue
        elif entry.label is not None:
            name = entry.label.text.strip()
            post = names.get(name) or endings.get(name)
            if post is not None and entry.text is not None:
                told[at] = [_Told(post, field_of(entry.text, heading), entry.text.strip(ENDS))]
        elif parts := _of_subjects(entry.whole, names, lengths):
            told[at] = [
                _Told(names[subject.text], field_of(text, heading), text, subject)
                for subjects, text in parts
                for subject in subjects
            ]
    return told


def _of_subjects(text: Tracked, names: Container[str], lengths: Sequence[int]) -> list[tuple[list[Tracked], Tracked]]:
    """What a line says of posts that are the subjects of its sentences: 厨师须有证书；切配工、洗消工55岁以下. [] for another line.

    What follows without a subject is said of the only one; behind several it may be said of all.
    """
    parts: list[tuple[list[Tracked], int, int]] = []
    for found in _SENTENCE.finditer(text.text):
        subjects, end = _subjects(text, *found.span(), names, lengths)
        if subjects:
            parts.append((subjects, end, found.end()))
        elif len(parts) == 1:
            parts[0] = (*parts[0][:2], found.end())
        else:
            return []
    said = [(subjects, text[start:end].strip(ENDS)) for subjects, start, end in parts]
    return [] if any(_names_more(part.text, names, lengths) for _, part in said) else said


_SENTENCE = deferred(r"[^；;。]+")


def _subjects(
    text: Tracked, start: int, end: int, names: Container[str], lengths: Sequence[int]
) -> tuple[list[Tracked], int]:
    """The posts that are the subject of a sentence (校医须具有…), and where what is said of them begins; none for another sentence."""
    subjects: list[Tracked] = []
    at = start
    while (behind := _begins(text.text, at, names, lengths)) > at and behind <= end:
        subjects.append(text[at:behind])
        at = behind
        if text.text[at : at + 1] not in _AND:
            break
        at += 1
    return (subjects, at) if subjects and _TELLS.match(text.text, at) else ([], start)


_AND = ("、", "和", "及", "与")


def _shared(entries: Sequence[Entry], names: dict[str, Post], first: int) -> dict[int, list[_Told]]:
    """The places of labels whose value says something of each post, with that: 待遇：保育员3200元/月，厨师4500元/月."""
    lengths = sorted({len(name) for name in names}, reverse=True)
    found: dict[int, list[_Told]] = {}
    for at in range(first, len(entries)):
        field, value = entries[at].field, entries[at].text
        if field is None or value is None or not field.startswith(_SHARED):
            continue
        spans = [part.span() for part in _PART.finditer(value.text)]
        if len(spans) != len(names):
            continue
        starts = ((start, end, _begins(value.text, start, names, lengths)) for start, end in spans)
        parts = [(value.text[start:at], value[start:end]) for start, end, at in starts if at > start]
        if len(parts) == len(names) == len({name for name, _ in parts}):
            found[at] = [
                _Told(names[name], field, part[len(name) :].strip("：: "), part[: len(name)]) for name, part in parts
            ]
    return found


def _begins(text: str, start: int, names: Container[str], lengths: Sequence[int]) -> int:
    """Where the name of a post ends with which a part of a text begins; `start` where it begins with none."""
    return next((start + length for length in lengths if text[start : start + length] in names), start)


_SHARED = ("compensation.", "working_hours", "requirements.", "location")
_PART = deferred(r"[^，,；;、。]+")


def field_of(text: Tracked, heading: str) -> str:
    """The field of what is said of a job by its name: that of the heading above all, or the one its first words show."""
    return heading if heading in _FIELDS else clauses.field(text.text) or "requirements.general"


def _names_more(text: str, names: Container[str], lengths: Sequence[int]) -> bool:
    """Whether a line says something of one post after the other: 校医4000元；保安3200元."""
    return any(_begins(text, found.end(), names, lengths) > found.end() for found in _PART_ENDS.finditer(text))


_PART_ENDS = deferred("[；;。，,]")
_TELLS = deferred(
    r"(?:必?须|需|应|要求?(?![求聘])|主要|负责|年龄|学历|不?限|[男女]|(?:底|月)薪|工资|待遇|每个?(?:[月天日班件斤]|小时)|参照|\d)"
)


def _endings(names: dict[str, Post]) -> dict[str, Post]:
    """The ends of names that only one post has: 美容技师 of 汽车美容技师."""
    found: dict[str, Post | None] = {}
    for name, post in names.items():
        for start in range(1, len(name) - _SHORTEST + 1):
            found[name[start:]] = None if name[start:] in found else post
    return {ending: post for ending, post in found.items() if post is not None}


_SHORTEST = 3


class Section(NamedTuple):
    """A list of what is said of one post, under its name as a heading."""

    start: int
    stop: int
    field: str


def sections(entries: Sequence[Entry], posts: Sequence[Post]) -> dict[Post, Section]:
    """The lists behind the posts that have the name of one for a heading: （二）轮转车间副主任 under 二、竞聘条件."""
    names = {COUNTED.sub("", post.name.text): post for post in posts}
    field = "requirements.general"
    found: dict[Post, Section] = {}
    for at in range(posts[-1].at + 1, len(entries) - 1):
        entry, below = entries[at], entries[at + 1]
        if entry.field in _FIELDS:
            field = entry.field
        post = names.get(entry.whole.text.strip("：: ")) if entry.field is None else None
        if post is None or post in found or below.enumerator is None or below.enumerator.ordinal > 1:
            continue
        inner = below.enumerator.family
        stop = next(
            (i for i in range(at + 1, len(entries)) if (e := entries[i].enumerator) is None or e.family != inner),
            len(entries),
        )
        found[post] = Section(at, stop, field)
    return found
