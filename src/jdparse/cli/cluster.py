"""`jdparse SRC… -o OUT` for archives, tables, URLs and engines: options become shards, and shards are run."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jdparse.batch import sources
from jdparse.batch.pool import Limits, usable_cpus
from jdparse.batch.run import Watcher
from jdparse.batch.selection import Selection
from jdparse.batch.sources import Part, part_of
from jdparse.batch.stopping import Stop, listening
from jdparse.batch.summary import Summary
from jdparse.batch.work import Failure
from jdparse.cli import batch, inputs, progress
from jdparse.cli.exits import ExitCode
from jdparse.cluster.documents import Columns, kind
from jdparse.cluster.shard import SUFFIXES, Shard, process_shard
from jdparse.errors import JdparseError, UsageError
from jdparse.storage import is_url

if TYPE_CHECKING:
    from jdparse.cli.batch import How, Several

PARTS: Final = 16
"""Into how many parts an engine's work is cut when nobody says it. Not by the cluster's size, which a later run may not find."""
_NOT_HERE: Final = ("checksum", "fail_fast", "max_failures")

Result = tuple[Shard, Summary | JdparseError] | None


def run(src: Sequence[str], how: "How", several: "Several") -> int:
    """Process the parts that are asked for; returns the exit code. Raises UsageError for wrong use."""
    _check(src, how, several)
    parts = several["parts"] or (PARTS if several["engine"] else 1)
    wanted = [Part(*several["shard"])] if several["shard"] else [Part(number + 1, parts) for number in range(parts)]
    with listening() as stop, progress.watching(quiet=how.quiet) as watcher:
        total, failed = Summary(), False
        shards = _shards(src, how, several, wanted)
        try:
            for result in _results(shards, several, watcher, stop):
                if stop.asked:
                    break
                if result is not None:
                    shard, summary = result
                    if isinstance(summary, JdparseError):
                        failed = True
                        watcher.failed(shard.target, Failure.of("io", summary))
                    else:
                        total.merge(summary)
                watcher.went_on(total)
        except KeyboardInterrupt:
            if not stop.asked:
                raise
    if stop.signal:
        total.stopped = "signal"
    if not total.found and not failed and not several["shard"] and not stop.asked:
        raise UsageError("no file was found that can be read")
    errors = f"{str(how.out).removesuffix('.jsonl')}*.errors.jsonl" if str(how.out).endswith(".jsonl") else None
    batch.tell(total, errors, how, several)
    if stop.signal:
        return 128 + stop.signal
    return ExitCode.UNREADABLE if failed else batch.code(total, several["fail_on"] or "failure")


def _check(src: Sequence[str], how: "How", several: "Several") -> None:
    if how.out is None or not str(how.out).endswith(SUFFIXES):
        raise UsageError("name a .jsonl or .parquet file with -o for what archives, tables, URLs or an engine give")
    if how.form not in {None, "jsonl"}:
        raise UsageError("records in one place are JSON Lines; name a folder with -o for files of another format")
    if str(inputs.STDIN) in src:
        raise UsageError("standard input is read alone, not among several files")
    if several["shard"] and (several["engine"] or several["parts"]):
        raise UsageError("--shard does one part; --parts and --engine do all")
    if several["address"] and not several["engine"]:
        raise UsageError("--{option} is for archives, tables, URLs or an engine", option="address")
    for option in _NOT_HERE:
        if several[option]:
            raise UsageError("--{option} is for files and folders", option=option.replace("_", "-"))


def _shards(src: Sequence[str], how: "How", several: "Several", wanted: Sequence[Part]) -> Iterator[Shard]:
    """The shards of the parts that are wanted. Each has its own files, and all sources that hold many documents."""
    holders, files = _sources(src, how, several, wanted)
    jobs = several["jobs"] or (1 if several["engine"] else usable_cpus())
    options = inputs.options(how.config, how.encoding, how.input_format, how.punctuation)
    whole = len(wanted) == 1 and not several["shard"] and not several["parts"]
    for part in wanted:
        yield Shard(
            (*holders, *files[part.number]),
            str(how.out),
            None if whole else part,
            columns=Columns(*several["columns"]) if several["columns"] else None,
            options=options,
            split=several["split"],
            limits=Limits(jobs, several["timeout"] or 30.0, several["memory"] or 2**30),
        )


def _sources(
    src: Sequence[str], how: "How", several: "Several", wanted: Sequence[Part]
) -> tuple[list[str], dict[int, list[str]]]:
    from jdparse import storage

    holders: list[str] = []
    files: dict[int, list[str]] = {part.number: [] for part in wanted}
    parts = wanted[0].parts
    for path in _found(src, how, several):
        for each in storage.expand(path):
            if kind(each) != "file":
                holders.append(each)
            else:
                number = part_of(each, parts)
                if number in files:
                    files[number].append(each)
    return holders, files


def _found(src: Sequence[str], how: "How", several: "Several") -> Iterator[str]:
    """The sources as the user named them; a folder's files, and those of patterns and lists, one by one."""
    from jdparse import storage

    listed = str(several["files_from"]) if several["files_from"] else None
    local = [path for path in src if not is_url(path)]
    yield from (path for path in src if is_url(path))
    selection = Selection(several["include"], several["exclude"])
    remote = listed is not None and is_url(listed)
    found = sources.find(local, selection, files_from=None if remote else listed, null=several["null"], leave_out=None)
    for source in found:
        if source is not None and (source.supported or kind(source.path) != "file"):
            # The tasks of an engine have a current folder of their own.
            yield str(Path(source.path).absolute()) if several["engine"] else source.path
    if remote and listed:
        for line in storage.lines(listed):
            if name := line.rstrip(b"\r\n").decode("utf-8", "surrogateescape"):
                yield name


def _results(shards: Iterable[Shard], several: "Several", watcher: Watcher, stop: Stop) -> Iterator[Result]:
    process = partial(process_shard, force=several["force"], retry_failed=several["retry_failed"])
    if several["engine"] == "ray":
        from jdparse.cluster import ray

        yield from ray.run(shards, address=several["address"], process=process)
        return
    for shard in shards:
        yield shard, process(shard, watcher=watcher, stop=stop)
