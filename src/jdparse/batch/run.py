"""A batch from its sources to its summary."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import IO, Final, NamedTuple

from jdparse.batch import work
from jdparse.batch.journal import Journal, Stamp
from jdparse.batch.outputs import NotWritten, Output, failure_line, make_folder, write_failures
from jdparse.batch.pool import Limits, Pool, usable_cpus
from jdparse.batch.settings import Settings
from jdparse.batch.sources import Found, Source
from jdparse.batch.stopping import Stop
from jdparse.batch.summary import Summary
from jdparse.batch.work import Failure, Reply, Task
from jdparse.errors import DocumentLost, JdparseError
from jdparse.fingerprint import fingerprint

FEW: Final = 50
"""Documents up to which one worker is quicker than several."""
_ENOUGH: Final = 100
"""Documents after which a share of failures says something."""


class MaxFailures(NamedTuple):
    """How many failures end a run: more than a number, or than a share of the documents, counted from 100 on."""

    number: float = float("inf")
    share: float = 1.0

    def reached(self, summary: Summary) -> bool:
        """Whether the run has failed too often."""
        done = summary.parsed + summary.failures
        return summary.failures > self.number or (done >= _ENOUGH and summary.failures > self.share * done)


class Policy(NamedTuple):
    """What a run does again, in which order, and when it gives up."""

    force: bool = False
    """Parse everything, whatever an earlier run did."""
    retry_failed: bool = False
    checksum: bool = False
    """Tell by content, not by size and time, whether a document has changed."""
    ordered: bool = False
    max_failures: MaxFailures = MaxFailures()


USUAL: Final = Policy()


class Watcher:
    """Is told what happens; this one does nothing with it."""

    def failed(self, path: str, failure: Failure) -> None:
        """A document failed."""

    def went_on(self, summary: Summary) -> None:
        """Something was done, or a moment has passed."""


SILENT: Final = Watcher()


def limits(jobs: int | None, timeout: float, memory: int) -> tuple[Limits, int]:
    """The limits for a pool, and after how many documents it grows to its size: see `FEW`."""
    return Limits(jobs or usable_cpus(), timeout, memory), 0 if jobs else FEW


def run(
    sources: Found,
    output: Output,
    settings: Settings,
    pool_limits: tuple[Limits, int],
    policy: Policy = USUAL,
    watcher: Watcher = SILENT,
    stop: Stop | None = None,
) -> Summary:
    """Parse the sources and write their records; returns the summary.

    Failures of documents are counted, entered in the journal and told to `watcher`. Raises OutputError when nothing
    more can be written, PoolFailed when no worker can be started, UsageError for a wrong configuration file; what was
    done before is kept, and the next run goes on from there.
    """
    one = _Run(output, settings, policy, watcher, stop or Stop())
    pool = Pool(partial(work.document, recipe=settings.recipe), pool_limits[0], grow_after=pool_limits[1])
    try:
        one.go(pool, sources)
        one.finish()
    except BaseException:
        one.abandon()
        raise
    return one.summary


class _Run:
    """A run while it runs."""

    def __init__(self, output: Output, settings: Settings, policy: Policy, watcher: Watcher, stop: Stop) -> None:
        self.summary = Summary()
        self._output = output
        self._settings = settings
        self._policy = policy
        self._watcher = watcher
        self._stop = stop
        self._parser = fingerprint()
        self._journal: Journal | None = None
        self._errors: IO[str] | None = None
        self._begun: dict[int, tuple[Source, Stamp]] = {}
        """The documents that the workers have, by the numbers of their tasks."""
        self._places: dict[str, str] = {}
        """Their places, with their paths."""

    def go(self, pool: Pool, sources: Found) -> None:
        """Parse until there is nothing left, or somebody or too many failures end it."""
        outcomes = pool.outcomes(self._tasks(sources), ordered=self._policy.ordered, expired=self._stop.is_over)
        try:
            for outcome in outcomes:
                if outcome is not None:
                    task, reply = outcome
                    source, stamp = self._begun.pop(task.number)
                    del self._places[source.place]
                    self._settle(source, stamp, reply)
                    if self._policy.max_failures.reached(self.summary):
                        self.summary.stopped = "failures"
                        break
                self._look_up()
        finally:
            outcomes.close()  # type: ignore[attr-defined]
        if self._stop.asked:
            self.summary.stopped = "signal"

    def _tasks(self, sources: Found) -> Iterator[Task | None]:
        number = 0
        for count, source in enumerate(sources):
            if self._stop.asked:
                return
            if source is None or count % 1_000 == 999:
                yield None  # nothing to do, or nothing but finished documents for a while: the pool looks up
            if source is None:
                continue
            found = self._to_do(self._open(), source)
            if found is not None:
                config, stamp = found
                self._begun[number] = source, stamp
                self._places[source.place] = source.path
                yield Task(number, source.path, config)
                number += 1

    def _open(self) -> Journal:
        if self._journal is None:
            if self._output.journal:
                make_folder(os.path.dirname(self._output.journal))
            self._journal = Journal(self._output.journal, anew=self._policy.force)
            self._output.open(self._journal)
        return self._journal

    def _to_do(self, journal: Journal, source: Source) -> tuple[str | None, Stamp] | None:
        """Configuration and stamp of a source that is to be parsed; None, and it is counted, for another."""
        if not source.supported:
            self.summary.skipped["unsupported"] += 1
            return None
        config, settings = self._settings.of(source.path)
        stamp = self._stamp(source.path, settings)
        if source.error:
            self._settle(source, stamp, Reply(failure=Failure.of("io", source.error)))
            return None
        entry = journal.entry(source.place)
        taken = self._places.get(source.place) or (entry and entry.run == journal.run and os.fsdecode(entry.path))
        if taken:
            if taken != source.path:
                other = DocumentLost("its record would stand where that of {other} stands", other=_shown(taken))
                self._fail(source.path, Failure.of("io", other))
            else:
                self.summary.skipped["repeated"] += 1
            return None
        if entry and stamp.is_of(entry):
            if entry.kind and not self._policy.retry_failed:
                self.summary.failed_before += 1
                return None
            if not entry.kind and self._output.has(source.place):
                self.summary.skipped["done"] += 1
                return None
        return config, stamp

    def _stamp(self, path: str, settings: str) -> Stamp:
        size, mtime, digest = 0, 0, ""
        try:
            status = os.stat(path)
            size, mtime = status.st_size, status.st_mtime_ns
            if self._policy.checksum:
                with open(path, "rb") as file:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            pass  # the worker says what is wrong with it
        return Stamp(size, mtime, digest, self._parser, settings)

    def _settle(self, source: Source, stamp: Stamp, reply: Reply) -> None:
        """Write what came of a document, then enter it in the journal."""
        extent = 0, 0
        if not reply.failure:
            try:
                extent = self._output.write(source.place, reply.texts)
            except NotWritten as refused:
                reply = Reply(failure=Failure.of("io", refused.error), seconds=reply.seconds)
        self.summary.add(reply)
        if reply.failure:
            self._report(source.path, reply.failure)
        stamp = stamp._replace(sha256=stamp.sha256 or reply.sha256)
        self._open().record(source.place, source.path, stamp, reply.failure, *extent)

    def _fail(self, path: str, failure: Failure) -> None:
        """Count and report the failure of a document that has no place in the journal."""
        self.summary.failed[failure.kind] += 1
        self._report(path, failure)

    def _report(self, path: str, failure: Failure) -> None:
        self._watcher.failed(path, failure)
        if self._output.errors:
            if self._errors is None:
                self._errors = open(self._output.errors, "a", encoding="utf-8")  # noqa: SIM115
            self._errors.write(failure_line(path, failure.kind, failure.message))
            self._errors.flush()

    def _look_up(self) -> None:
        self._watcher.went_on(self.summary)
        if self._journal and self._journal.is_due():
            self._output.flush()
            self._journal.commit()

    def finish(self) -> None:
        """Bring everything to its place. A run that was stopped leaves what the next one goes on from."""
        if self._journal is None:
            return
        self._output.flush()
        self._journal.commit()
        if self.summary.stopped is None:
            self._output.finish(self._journal)
        if self._errors:
            self._errors.close()
        if self._output.errors:
            write_failures(self._output.errors, self._journal.failures())
        self._journal.close()

    def abandon(self) -> None:
        """Close what is open after an error, and keep what was done."""
        with suppress(JdparseError, OSError):
            if self._errors:
                self._errors.close()
            if self._journal:
                self._output.flush()
                self._journal.close()


def _shown(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "replace")
