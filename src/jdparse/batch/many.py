"""`parse_many`: a batch for Python programs, which write what they get themselves."""

import os
from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

from jdparse.batch import work
from jdparse.batch.pool import Pool
from jdparse.batch.run import limits
from jdparse.batch.work import Failure, Kind, Recipe, Task

if TYPE_CHECKING:
    from jdparse.options import Options
    from jdparse.records import File


class Result:
    """What came of one document: its record, or why there is none."""

    def __init__(self, path: str, text: str | None, failure: Failure | None) -> None:
        self.path = path
        """The path, URL or name as it was given."""
        self.text = text
        """The record as one line of JSON; None when the document failed."""
        self._failure = failure

    @cached_property
    def record(self) -> "File | None":
        """The record; None when the document failed."""
        from jdparse.records import File

        return None if self.text is None else File.model_validate_json(self.text)

    @property
    def kind(self) -> Kind | None:
        """The kind of the failure; None when there is a record."""
        return self._failure and self._failure.kind

    @property
    def message(self) -> str | None:
        """The failure in one line of English; None when there is a record."""
        return self._failure and self._failure.message

    def __repr__(self) -> str:
        return f"Result({self.path!r}, {self.kind or 'parsed'})"


def parse_many(
    paths: Iterable[str | os.PathLike[str] | tuple[str, bytes | str]],
    options: "Options | None" = None,
    *,
    jobs: int | None = None,
    timeout: float = 30.0,
    memory: int = 2**30,
    ordered: bool = True,
) -> Iterator[Result]:
    """Parse many documents in processes of their own; gives a result for each, in their order.

    Each is named by its path or URL, or given as a name with its bytes or, where it
    has been decoded, its text. A document that cannot be read, crashes its process, takes longer than `timeout` seconds or more than `memory` bytes
    gives a result without a record; nothing is raised for it. `jobs` is the number of processes, by default as many as
    there are usable CPUs, and one for fewer than 50 documents. `paths` is read as results are taken, so that it may be
    endless; without `ordered` each result comes as soon as it is there. When the iterator is closed the processes end.

    Raises PoolFailed when no process can be started.
    """
    from jdparse.options import Options

    recipe = Recipe(options or Options(), "jsonl")
    pool_limits, grow_after = limits(jobs, timeout, memory)
    pool = Pool(partial(work.document, recipe=recipe), pool_limits, grow_after=grow_after)
    tasks = (_task(number, document) for number, document in enumerate(paths))
    for outcome in pool.outcomes(tasks, ordered=ordered):
        if outcome is not None:
            task, reply = outcome
            yield Result(task.path, reply.texts[0] if reply.texts else None, reply.failure)


def _task(number: int, document: str | os.PathLike[str] | tuple[str, bytes | str]) -> Task:
    if isinstance(document, tuple):
        name, content = document
        if isinstance(content, str):
            return Task(number, name, data=content.encode("utf-8", "replace"), encoding="utf-8")
        return Task(number, name, data=content)
    return Task(number, os.fspath(document))
