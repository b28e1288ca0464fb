"""`parse_many`, and the parts of a batch that the command line shows only in part."""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

import jdparse
from jdparse import emit
from jdparse.batch import work
from jdparse.batch.pool import Limits, Pool
from jdparse.batch.run import MaxFailures
from jdparse.batch.sources import Part, Source, of_part
from jdparse.batch.summary import Summary
from jdparse.batch.work import Failure, Reply, Task
from jdparse.errors import DocumentLost, PoolFailed
from tests.batch import poison
from tests.batch.conftest import fill, text


def test_results_come_in_the_order_of_the_paths(here: Path) -> None:
    paths = sorted(fill(here / "in", 30).rglob("*.txt"))
    results = list(jdparse.parse_many(paths, jobs=3))
    assert [result.path for result in results] == [str(path) for path in paths]
    for result, path in zip(results, paths, strict=True):
        parsed = jdparse.parse(path)
        assert (result.kind, result.message, result.record) == (None, None, parsed.record)
        assert result.text == emit.to_jsonl(parsed.data)
    unordered = jdparse.parse_many(map(str, paths), jobs=2, ordered=False)
    assert sorted(result.path for result in unordered) == [str(path) for path in paths]
    assert list(jdparse.parse_many([])) == []


def test_documents_may_be_given_as_bytes(here: Path) -> None:
    paths = sorted(fill(here / "in", 6).rglob("*.txt"))
    given = [path if number % 2 else (path.name, path.read_bytes()) for number, path in enumerate(paths)]
    results = list(jdparse.parse_many(given))
    assert [result.text for result in results] == [emit.to_jsonl(jdparse.parse(path).data) for path in paths]
    assert [result.path for result in results[:2]] == [paths[0].name, str(paths[1])]
    page = '<meta charset="gb18030"><p>岗位名称：仓管</p><p>岗位职责：</p><p>1、收货</p>'
    texts = [
        result.record and result.record.jobs[0].title
        for result in jdparse.parse_many([("a", page), ("b", page.encode("gb18030"))])
    ]
    assert texts == ["仓管", "仓管"]


def test_no_script_is_run_again_by_its_workers(here: Path) -> None:
    """Nor need it be guarded; and a process that is a daemon, as those of engines often are, has workers too."""
    (here / "a.txt").write_text(text(1), "utf-8")
    (here / "script.py").write_text(
        "import multiprocessing, jdparse\n"
        "multiprocessing.current_process()._config['daemon'] = True\n"
        "print([result.kind for result in jdparse.parse_many(['a.txt'] * 3, jobs=2)])\n"
        "print(multiprocessing.current_process().daemon)\n",
        "utf-8",
    )
    done = subprocess.run([sys.executable, "script.py"], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[None, None, None]\nTrue\n", "")


def test_options_reach_the_workers(here: Path) -> None:
    (here / "a.txt").write_text("岗位名称:仓管\n存在缘由:保证账物相符\n岗位职责:\n1、收货,发货\n", "utf-8")
    options = jdparse.Options(punctuation="keep", labels={"summary": ("存在缘由",)})
    (result,) = jdparse.parse_many(["a.txt"], options)
    assert result.record == jdparse.parse("a.txt", options=options).record
    assert result.record is not None
    assert result.record.jobs[0].summary == "保证账物相符"


def test_a_failure_is_a_result(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "document", poison.document)
    for name, content in (("a", "!segfault"), ("b", "!hang----"), ("c", "!raise---"), ("d", "今天天气很好。\n")):
        (here / name).write_text(content, "utf-8")
    results = list(jdparse.parse_many(["a", "b", "c", "d", "e"], jobs=2, timeout=5))
    assert [(result.path, result.kind) for result in results] == [
        ("a", "crash"), ("b", "timeout"), ("c", "parse"), ("d", "parse"), ("e", "io"),
    ]  # fmt: skip
    assert [result.record for result in results] == [None] * 5
    assert results[3].message == "no job description was found"
    assert repr(results[0]) == "Result('a', crash)"


def test_paths_may_be_endless(here: Path) -> None:
    (here / "a.txt").write_text("岗位名称：仓管\n岗位职责：\n1、收货\n", "utf-8")
    taken: list[str] = []

    def paths() -> Iterator[str]:
        while True:
            taken.append("a.txt")
            yield "a.txt"

    assert len(list(islice(jdparse.parse_many(paths(), jobs=2), 20))) == 20
    assert len(taken) < 200


def _echo(task: Task) -> Reply:
    return Reply((task.path,))


def _long(task: Task) -> Reply:
    assert task.data is not None
    return Reply((task.data.decode() + task.path,))


def test_documents_and_records_larger_than_a_pipe() -> None:
    """Neither side may wait for the other: a task is sent to a worker that waits for it."""
    tasks = (Task(number, f"{number}", data=b"x" * 2_000_000) for number in range(30))
    for outcome in Pool(_long, Limits(2)).outcomes(tasks, ordered=True):
        if outcome is not None:
            task, reply = outcome
            assert (len(reply.texts[0]), reply.texts[0][2_000_000:]) == (2_000_000 + len(task.path), task.path)
            assert task.data is None


def _dead(*_args: object) -> None:
    os._exit(1)


def test_workers_that_cannot_start_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jdparse.batch.pool.serve", _dead)
    with pytest.raises(PoolFailed, match="cannot be started"):
        list(Pool(_echo, Limits(2)).outcomes(iter([Task(0, "a")])))


def test_a_folder_for_temporary_files_may_have_a_long_path(here: Path) -> None:
    folder = here / ("x" * 100)  # longer than the path of a socket may be
    folder.mkdir()
    command = [sys.executable, "-m", "jdparse", str(fill(here / "in", 30)), "-o", str(here / "out"), "-j", "2"]
    done = subprocess.run(
        command, env={**os.environ, "TMPDIR": str(folder)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, len(list((here / "out").rglob("*.json")))) == (0, 30), done.stderr


def test_workers_are_replaced_and_the_order_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jdparse.batch.pool.RECYCLE", 10)
    pool = Pool(_echo, Limits(2))
    seen: set[int] = set()
    numbers: list[int] = []
    for outcome in pool.outcomes((Task(number, str(number)) for number in range(100)), ordered=True):
        seen |= set(pool.pids())
        if outcome is not None:
            assert outcome[1].texts == (str(outcome[0].number),)
            numbers.append(outcome[0].number)
    assert numbers == list(range(100))
    assert len(seen) >= 9


def test_a_pool_grows_when_there_is_work_for_it() -> None:
    pool = Pool(_echo, Limits(3), grow_after=20)
    tasks = (Task(number, "") for number in range(60))
    sizes = [len(pool.pids()) for outcome in pool.outcomes(tasks) if outcome is not None]
    assert sizes[0] == 1
    assert max(sizes) == 3


def test_shards_part_the_sources() -> None:
    found = [Source(f"in/{number}", f"{number}") for number in range(200)]
    parts = [list(of_part(iter([None, *found]), Part(part, 4))) for part in range(1, 5)]
    places = [source.place for part in parts for source in part if source]
    assert sorted(places) == sorted(source.place for source in found)
    assert all(len(part) > 30 for part in parts)
    assert str(Part(3, 16)) == "03-of-16"


def test_a_summary_counts_in_little_memory() -> None:
    summary = Summary()
    for number in range(1, 1001):
        summary.add(Reply(("",), seconds=number / 1000, jobs=2, diagnostics={"a": 1}, labels=(f"{number % 7}",)))
    lost = Failure.of("crash", DocumentLost("it ended its process with {signal}", signal="SIGSEGV"))
    summary.add(Reply(failure=lost))
    assert 0.5 <= summary.percentile(0.5) <= 0.5 * 1.06
    assert 0.99 <= summary.percentile(0.99) <= 0.99 * 1.06
    figures = summary.figures()
    assert (figures["found"], figures["parsed"], figures["jobs"]) == (1001, 1000, 2000)
    assert figures["failed"] == {"crash": 1}
    assert len(figures["unknown_labels"]) == 5
    for number in range(30_000):
        summary.add(Reply(("",), labels=(f"once {number}", "often")))
    assert len(summary.labels) <= 20_001
    assert summary.figures()["unknown_labels"]["often"] == 30_000


@pytest.mark.parametrize(
    ("limit", "parsed", "failed", "reached"),
    [
        (MaxFailures(), 0, 500, False),
        (MaxFailures(number=0), 10, 0, False),
        (MaxFailures(number=0), 0, 1, True),
        (MaxFailures(number=3), 0, 3, False),
        (MaxFailures(share=0.05), 10, 10, False),
        (MaxFailures(share=0.05), 95, 5, False),
        (MaxFailures(share=0.05), 94, 6, True),
    ],
)
def test_when_failures_are_too_many(limit: MaxFailures, parsed: int, failed: int, reached: bool) -> None:
    summary = Summary()
    summary.parsed = parsed
    summary.failed["parse"] = failed
    assert limit.reached(summary) is reached


def test_the_labels_that_nobody_knows_are_told_by_the_diagnostic(here: Path) -> None:
    (here / "a.txt").write_text("岗位名称：仓管\n何种缘由：保证账物相符\n岗位职责：\n1、收货\n", "utf-8")
    recipe = work.Recipe(jdparse.Options())
    assert work.document(Task(0, "a.txt"), recipe).labels == ("何种缘由",)
