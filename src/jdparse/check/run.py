"""Files checked, one by one or several at a time, and then as a set."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jdparse import loaders
from jdparse.check import files, records, suppression
from jdparse.check.configurations import Configurations
from jdparse.check.found import Content, Found, Unit, path_of, steps_of
from jdparse.errors import JdparseError, UsageError
from jdparse.lint import rules
from jdparse.lint.sets import Member
from jdparse.lint.subject import Hit


class Identity(NamedTuple):
    """A job of a file: what rules of a set compare."""

    source: str | None
    """The SHA-256 of the source that its record comes from."""
    number: int
    """Its place among the jobs of the file."""
    member: Member


class Checked(NamedTuple):
    """What checking one file gave."""

    path: Path
    found: Sequence[Found] = ()
    jobs: Sequence[Identity] = ()
    failure: str = ""
    """Why the file could not be checked, in words; empty where it was."""
    exit_code: int = 0
    """The exit code of that failure."""
    skipped: bool = False
    """Whether it is no job description, found in a folder."""


Told = Callable[[Path, Exception], tuple[str, int]]
"""Puts a failure into words, and gives its exit code."""


def check(paths: Iterable[Path], configurations: Configurations, told: Told) -> Iterator[Checked]:
    """Each file with what was found in it, in the order of the files, whatever number of them is checked at a time.

    A file that cannot be read or checked is told by its `failure` and does not stop the others. Raises UsageError for
    a wrong configuration file.
    """
    work = [(path, inside) for path, inside in files.named(paths)]
    one = partial(_checked, configurations=configurations, told=told)
    if configurations.request.jobs > 1 and len(work) > 1:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(min(configurations.request.jobs, len(work))) as pool:
            yield from pool.map(one, work, chunksize=max(1, min(32, len(work) // (4 * configurations.request.jobs))))
    else:
        yield from map(one, work)


def check_set(checked: Sequence[Checked], configurations: Configurations) -> Iterator[tuple[Path, Found]]:
    """What the rules of a set find in all the files together; a source and the record of it are one description."""
    seen: set[tuple[str, int]] = set()
    members: list[Member] = []
    homes: list[tuple[Path, int]] = []
    for file in checked:
        for identity in file.jobs:
            key = identity.source and (identity.source, identity.number)
            if not key or key not in seen:
                members.append(identity.member)
                homes.append((file.path, identity.number))
                if key:
                    seen.add(key)
    every = frozenset(rule.name for rule in rules.SET_RULES)
    by_file: dict[Path, list[tuple[str, int, Hit]]] = {}
    for name, index, hit in rules.check_set(members, configurations.request.whole_set, every):
        path, job = homes[index]
        by_file.setdefault(path, []).append((name, job, hit))
    for path, hits in by_file.items():
        # The file is read again: keeping the places of all jobs would cost more than finding those of a few.
        chosen = configurations.selection(path)
        try:
            content = _content(path, loaders.read(path), configurations) if path.name != "-" else Content()
        except JdparseError:  # it has gone meanwhile
            content = Content()
        jobs = [(unit, index) for unit in content.units for index in range(len(unit.record.jobs))]
        found = [_placed(jobs, name, job, hit) for name, job, hit in hits if name in chosen.names]
        yield from ((path, finding) for finding in suppression.of(content.text).keep(found))


def _checked(work: tuple[Path, bool], configurations: Configurations, told: Told) -> Checked:
    path, inside = work
    try:
        data = loaders.read(path)
    except JdparseError as error:
        return Checked(path, (), (), *told(path, error))
    if (inside or configurations.request.skip_others) and (
        (not inside and files.is_hidden(path))
        or not files.is_meant(path, data)
        or any(configurations.fits(path, pattern) for pattern in configurations.of(path).validate.exclude)
    ):
        return Checked(path, skipped=True)
    try:
        return _looked_at(path, data, configurations)
    except UsageError:
        raise
    except JdparseError as error:
        problem, _code = told(path, error)
        return Checked(path, [Found("unreadable-file", {"problem": problem}, subject="unreadable")])
    except Exception as error:  # a bug must not hide what is wrong with the other files
        return Checked(path, (), (), *told(path, error))


def _looked_at(path: Path, data: bytes, configurations: Configurations) -> Checked:
    chosen = configurations.selection(path)
    content = _content(path, data, configurations)
    found = [finding for finding in content.found if finding.name in chosen.names]
    jobs: list[Identity] = []
    name_of_file = os.fsencode(path).decode("utf-8", "replace")
    number = 0
    for unit in content.units:
        if not unit.record.jobs and "no-job-found" in chosen.names - unit.noted:
            found.append(Found("no-job-found", place=unit.locate(("jobs",), "")))
        for index, job in enumerate(unit.record.jobs):
            for name, hit in rules.check(job, chosen.settings, chosen.names - unit.noted):
                found.append(_finding(name, unit, index, hit))
            jobs.append(Identity(unit.record.source.sha256, number, Member.of(name_of_file, job)))
            number += 1
    return Checked(path, list(suppression.of(content.text).keep(found)), jobs)


def _content(path: Path, data: bytes, configurations: Configurations) -> Content:
    suffix = path.suffix.lower()
    if suffix in records.SUFFIXES:
        return records.read(data, suffix)
    from jdparse.check import sources
    from jdparse.options import Options

    said = configurations.of(path)
    content = sources.read(suppression.blanked(data), path.name, Options(labels=said.labels, furniture=said.furniture))
    return content._replace(text=data.decode("utf-8", "replace") if content.text else "")


def _placed(homes: Sequence[tuple[Unit, int]], name: str, number: int, hit: Hit) -> Found:
    """A finding in the job with this number of the file; without a place if it is there no more.

    `homes` are the records that hold the jobs of the file, with the index of each job there.
    """
    if number < len(homes):
        return _finding(name, *homes[number], hit)
    return Found(name, hit.params, subject=_subject(hit))


def _finding(name: str, unit: Unit, index: int, hit: Hit) -> Found:
    steps = ("jobs", index, *steps_of(hit.path))
    return Found(name, hit.params, unit.locate(steps, hit.text), path_of(steps), _subject(hit))


def _subject(hit: Hit) -> str:
    return hit.text or "; ".join(f"{key}={value}" for key, value in hit.params.items())
