"""What a batch costs beside the parsing: CPU time of all its processes, wall time by workers, memory of the parent."""

import gzip
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import forkserver, get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jdparse.batch import run as batch
from jdparse.batch import sources
from jdparse.batch.outputs import Stream, Tree
from jdparse.batch.pool import Limits, Outcome, Pool
from jdparse.batch.settings import Settings
from jdparse.batch.sources import Source
from jdparse.batch.stopping import Stop
from jdparse.batch.work import Recipe, Reply, Task, document
from jdparse.cluster import Shard, process_shard
from jdparse.options import Options
from sample_text import job_description
from web_archive import archived

DOCUMENTS, TRIVIAL, ENTRIES, INPUTS = 400, 5_000, 100_000, 1_000_000
RECIPE = Recipe(Options(), "jsonl")
PARSE = partial(document, recipe=RECIPE)


def documents(folder: Path, count: int = DOCUMENTS, characters: int = 1_500) -> list[str]:
    """Paths of new documents of about that many characters."""
    paths = [folder / f"{number:04}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(job_description(characters, seed=number), "utf-8")
    return [str(path) for path in paths]


def trivial(task: Task) -> Reply:
    """The least that a worker can do for a document."""
    return Reply(("",))


def pool_cpu(work: Any, paths: Sequence[str], jobs: int) -> tuple[float, float]:
    """CPU seconds of parent and workers, and wall seconds, of a pool. Starting the fork server is not counted."""
    for _ in Pool(trivial, Limits(1)).outcomes(iter([Task(0, "")])):
        pass
    children, own, wall = _forked(), time.process_time(), time.perf_counter()
    pool = Pool(work, Limits(jobs))
    for _ in pool.outcomes(Task(number, path) for number, path in enumerate(paths)):
        pass
    wall = time.perf_counter() - wall
    time.sleep(0.05)  # the server takes note of the last workers
    return time.process_time() - own + _forked() - children, wall


def shard_cpu(shard: Shard) -> float:
    """CPU seconds of parent and workers for a shard, from its sources to its part file."""
    for _ in Pool(trivial, Limits(1)).outcomes(iter([Task(0, "")])):
        pass
    children, own = _forked(), time.process_time()
    summary = process_shard(shard, force=True)
    assert not summary.failures
    time.sleep(0.05)
    return time.process_time() - own + _forked() - children


def archive(path: Path, pages: Sequence[bytes], count: int) -> None:
    """Write a web archive of so many pages."""
    with path.open("wb") as file:
        for number in range(count):
            record = archived(f"http://pages.invalid/{number}.html", pages[number % len(pages)])
            file.write(gzip.compress(record))


def executor_cpu(paths: Sequence[str], jobs: int) -> float:
    """CPU seconds of parent and workers of a ProcessPoolExecutor that does the same."""
    PARSE(Task(0, paths[0]))  # what is loaded is loaded before the fork
    before, own = _reaped(), time.process_time()
    tasks = [Task(number, path) for number, path in enumerate(paths)]
    with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as executor:
        for _ in executor.map(PARSE, tasks):
            pass
    return time.process_time() - own + _reaped() - before


def _forked() -> float:
    """CPU seconds of the fork server's ended children (proc_pid_stat(5): cutime, cstime)."""
    pid = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    if pid is None:
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


def _reaped() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def resume_cpu() -> float:
    """CPU seconds for each of `ENTRIES` files that an earlier run has done: the least of three runs."""
    spent: list[float] = []
    with TemporaryDirectory() as folder:
        root, out = Path(folder) / "in", Path(folder) / "out"
        for number in range(ENTRIES):
            path = root / f"{number % 100:02}" / f"{number:05}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        for _ in range(4):
            start = time.process_time()
            found = sources.find([str(root)])
            one = batch._Run(Tree(str(out), "json", split=False), SETTINGS, batch.USUAL, batch.SILENT, Stop())
            one.go(_Immediate(), found)  # type: ignore[arg-type]
            one.finish()
            spent.append(time.process_time() - start)
    return min(spent[1:]) / ENTRIES


def parent_memory() -> float:
    """MB of a parent that had a million inputs, with names and records made up."""
    command = [sys.executable, __file__]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


SETTINGS = Settings(RECIPE, search=False)


class _Immediate:
    """In place of a pool: every task is done at once."""

    def outcomes(self, tasks: Iterator[Task | None], **_how: Any) -> Iterator[Outcome | None]:
        reply = Reply(("{}\n",), jobs=1, diagnostics={"blank-field": 1}, labels=("使命",), seconds=0.01)
        for task in tasks:
            yield task and (task, reply)


def _million() -> None:
    made = (Source(f"crawl/{n // 1000:04}/page-{n:07}.html", f"crawl/{n:07}") for n in range(INPUTS))
    one = batch._Run(Stream(lambda _data: None), SETTINGS, batch.USUAL, batch.SILENT, Stop())
    one.go(_Immediate(), made)  # type: ignore[arg-type]
    one.finish()
    assert one.summary.parsed == INPUTS
    # Not `ru_maxrss`, which a new program inherits from the one that started it.
    status = Path("/proc/self/status").read_text("ascii")
    print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)


if __name__ == "__main__":
    _million()
