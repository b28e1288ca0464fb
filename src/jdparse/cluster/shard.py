"""A shard: one part of a crawl, parsed into one part file."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any, Final, NamedTuple

from jdparse import storage
from jdparse.batch import rows, work
from jdparse.batch.outputs import failure_line
from jdparse.batch.pool import Limits, Pool
from jdparse.batch.run import SILENT, Watcher
from jdparse.batch.sources import Part, named_for
from jdparse.batch.stopping import Stop
from jdparse.batch.summary import Summary
from jdparse.batch.work import Recipe, Reply, Task
from jdparse.cluster import documents
from jdparse.cluster.documents import Columns, Kind
from jdparse.emit.files import output_error
from jdparse.errors import UsageError
from jdparse.fingerprint import fingerprint
from jdparse.options import Options

SUFFIXES: Final = (".jsonl", ".parquet")
"""What the name of a part file ends in."""
DONE: Final = ".done"
"""What is put behind it for the name of its marker."""


class Shard(NamedTuple):
    """What a run of `process_shard` is to do. It is a plain value, which any engine can send elsewhere."""

    sources: tuple[str, ...]
    """Paths or URLs, of documents or of files that hold many: of all parts, in one order."""
    output: str
    """Path or URL of the result as a whole; ends in `.jsonl` or `.parquet`. Each part has a file named after it."""
    part: Part | None = None
    """Which part of the sources is to be done; None for all of them."""
    kind: Kind | None = None
    """What the sources are; None tells by the suffix of each."""
    columns: Columns | None = None
    """The names of the fields of JSON Lines and Parquet, where they are none of those that are known."""
    options: Options = Options()
    split: bool = False
    """Write a record for each job."""
    limits: Limits = Limits()

    @property
    def target(self) -> str:
        """The path or URL of the part file: `x-03-of-16.jsonl` for `x.jsonl`."""
        return named_for(self.output, self.part)

    def key(self) -> str:
        """A hash of all that bears on the part file, the parser too, but not of what the sources hold."""
        options = self.options
        content = [
            self.sources, str(self.part or ""), self.kind, self.columns, self.split, fingerprint(),
            options.encoding, options.format, options.punctuation, dict(options.labels), dict(options.furniture),
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:24]


def process_shard(
    shard: Shard,
    *,
    force: bool = False,
    retry_failed: bool = False,
    watcher: Watcher = SILENT,
    stop: Stop | None = None,
) -> Summary:
    """Parse one part of a crawl and write its part file; returns the summary.

    Each document is parsed by a worker process under supervision, so that none ends the shard. The part file has a
    record for each document, or with `split` for each job, in the order of the sources. It grows in a folder for temporary
    files (`TMPDIR`) and is copied to its place when it is whole. Documents that failed are rows
    of a `.parquet`; beside a `.jsonl` they are lines of `x.errors.jsonl`. At last a marker is written
    (`x.jsonl.done`: JSON). Each of these files is whole when it is there, so that two runs of one shard, be they at one
    time, do no harm.

    Where there is a marker of the same shard, by `Shard.key`, nothing is done and its summary returned; unless `force`,
    or with `retry_failed` when documents failed.

    Raises UnreadableInput for a source that cannot be opened, OutputError, UsageError (a wrong name of the output, an
    extra that is missing), PoolFailed; KeyboardInterrupt when `stop` is asked. Then there is no marker, and the shard
    can be run again.
    """
    if not shard.output.endswith(SUFFIXES):
        raise UsageError("{path}: the output of a shard ends in .jsonl or .parquet", path=shard.output)
    key, marker = shard.key(), shard.target + DONE
    done = None if force else _done(shard.target, marker, key)
    if done and not (retry_failed and done.failures):
        return done
    storage.prepare(marker)
    storage.prepare(shard.target)
    try:
        with TemporaryDirectory(prefix="jdparse-") as folder:
            run = _Run(shard, Path(folder), watcher, stop or Stop())
            run.go()
            run.publish()
            text = json.dumps({"key": key, "summary": run.summary.state()}, ensure_ascii=False) + "\n"
            (Path(folder) / "marker").write_text(text, "utf-8")
            storage.put(str(Path(folder) / "marker"), marker)
    except OSError as error:  # in the folder for temporary files
        raise output_error(error, error.filename or gettempdir()) from error
    return run.summary


def _done(target: str, marker: str, key: str) -> Summary | None:
    text = storage.text(marker)
    if text is None:
        return None
    try:
        found: dict[str, Any] = json.loads(text)
        if found["key"] != key or not storage.exists(target):
            return None
        return Summary.of(found["summary"])
    except (ValueError, KeyError, TypeError):  # of another version, or damaged
        return None


class _Run:
    """A shard while it is processed. Its files grow in a folder of this machine."""

    def __init__(self, shard: Shard, folder: Path, watcher: Watcher, stop: Stop) -> None:
        self.summary = Summary()
        self._shard = shard
        self._watcher = watcher
        self._stop = stop
        self._part, self._errors = folder / "part", folder / "errors"
        self._is_table = shard.output.endswith(".parquet")

    def go(self) -> None:
        """Parse all, into the files of the folder."""
        if self._is_table:
            rows.write(self._rows(), str(self._part))
            return
        with ExitStack() as files:
            part = files.enter_context(self._part.open("wb"))
            errors = files.enter_context(self._errors.open("w", encoding="utf-8"))
            for path, reply in self._replies():
                if reply.failure:
                    errors.write(failure_line(path, reply.failure.kind, reply.failure.message))
                else:
                    part.writelines(text.encode() for text in reply.texts)

    def _rows(self) -> Iterator[rows.Row]:
        for path, reply in self._replies():
            if reply.failure:
                yield rows.of_failure(path, reply.failure.kind, reply.failure.message)
            else:
                yield from rows.of_document(path, reply.texts, split=self._shard.split)

    def publish(self) -> None:
        """Put the files in their places."""
        target = self._shard.target
        if not self._is_table:
            errors = os.path.splitext(target)[0] + ".errors.jsonl"  # it may be a URL
            if self.summary.failures:
                storage.put(str(self._errors), errors)
            else:
                storage.remove(errors)
        storage.put(str(self._part), target)

    def _replies(self) -> Iterator[tuple[str, Reply]]:
        """Each document's path with what came of it, in the order of the sources; all are counted."""
        recipe = Recipe(self._shard.options, "jsonl", self._shard.split)
        pool = Pool(partial(work.document, recipe=recipe), self._shard.limits)
        outcomes = pool.outcomes(self._tasks(), ordered=True)
        try:
            for outcome in outcomes:
                if self._stop.asked:
                    raise KeyboardInterrupt
                if outcome is not None:
                    task, reply = outcome
                    self.summary.add(reply)
                    if reply.failure:
                        self._watcher.failed(task.path, reply.failure)
                    yield task.path, reply
                self._watcher.went_on(self.summary)
        finally:
            outcomes.close()  # type: ignore[attr-defined]
        self.summary.end()

    def _tasks(self) -> Iterator[Task | None]:
        number = 0
        for count, found in enumerate(
            documents.of(self._shard.sources, self._shard.part, self._shard.kind, self._shard.columns)
        ):
            if count % 1_000 == 999:
                yield None
            if not found.supported:
                self.summary.skipped["unsupported"] += 1
                continue
            yield Task(number, found.name, data=found.data, encoding=found.encoding, error=found.error)
            number += 1
