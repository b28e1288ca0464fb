"""What does not fit together in a set of job descriptions (JD410 to JD413)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdparse.lint.subject import Hit
from jdparse.patterns import deferred
from jdparse.records import Job

Found = Iterator[tuple[int, Hit]]
"""The index of a member of the set, and what was found in it."""

_ENUMERATION = deferred(r"[、，,；;/／和与及或]")
_ASIDE = deferred(r"[（(][^（）()]*[）)]|\s")


class Member(NamedTuple):
    """What is compared of one job of the set, and the file that it is in."""

    file: str
    title: str | None = None
    code: str | None = None
    department: str | None = None
    reports_to: tuple[str, ...] = ()

    @classmethod
    def of(cls, file: str, job: Job) -> "Member":
        """A job of a file as a member."""
        return cls(file, job.title, job.code, job.department, job.reports_to)


def duplicate_code(members: Sequence[Member]) -> Found:
    """Two jobs with one code."""
    return _twice(members, "code", [member.code for member in members])


def duplicate_title(members: Sequence[Member]) -> Found:
    """Two jobs of one department with one title."""
    keys = [member.title and (_plain(member.title), _plain(member.department or "")) for member in members]
    return _twice(members, "title", keys)


def _twice(members: Sequence[Member], field: str, keys: Sequence[object]) -> Found:
    first: dict[object, int] = {}
    for index, key in enumerate(keys):
        if key and (other := first.setdefault(key, index)) != index:
            yield index, Hit(field, {"text": getattr(members[index], field), "file": members[other].file})


def unknown_superior(members: Sequence[Member]) -> Found:
    """A superior that is no job of the set."""
    titles = {_plain(member.title) for member in members if member.title}
    for index, member in enumerate(members):
        for place, text in enumerate(member.reports_to):
            if not _named(text) & titles:
                yield index, Hit(f"reports_to[{place}]", {"text": text})


def reporting_cycle(members: Sequence[Member]) -> Found:
    """Jobs that report to one another in a circle: each circle once, at its first job."""
    by_title: dict[str, int] = {}
    for index, member in enumerate(members):
        if member.title:
            by_title.setdefault(_plain(member.title), index)
    above = [
        sorted({by_title[name] for text in member.reports_to for name in _named(text) if name in by_title})
        for member in members
    ]
    done = [False] * len(members)
    for start in range(len(members)):
        yield from _cycles_from(start, members, above, done)


def _cycles_from(start: int, members: Sequence[Member], above: Sequence[Sequence[int]], done: list[bool]) -> Found:
    """Walk upwards from a job, depth first; a job that is met again on the way closes a circle."""
    way: list[int] = []
    place: dict[int, int] = {}
    steps: list[Iterator[int]] = []

    def enter(index: int) -> None:
        place[index] = len(way)
        way.append(index)
        steps.append(iter(above[index]))

    if not done[start]:
        enter(start)
    while way:
        superior = next(steps[-1], None)
        if superior is None:
            steps.pop()
            left = way.pop()
            del place[left]
            done[left] = True
        elif superior in place:
            circle = way[place[superior] :]
            first = min(circle)
            turned = circle[circle.index(first) :] + circle[: circle.index(first)]
            titles = [members[index].title or "" for index in (*turned, first)]
            yield first, Hit("reports_to", {"text": " → ".join(titles)})
        elif not done[superior]:
            enter(superior)


def _plain(title: str) -> str:
    """A title without asides and blanks: `主管（华东）` is compared as `主管`."""
    return _ASIDE.sub("", title)


def _named(text: str) -> set[str]:
    """The jobs that a text names: itself, and the parts of an enumeration."""
    plain = _plain(text)
    return {plain, *(part for part in _ENUMERATION.split(plain) if part)}
