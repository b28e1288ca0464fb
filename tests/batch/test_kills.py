"""Workers, runs and whole process groups are ended at any moment: nothing is lost, doubled, half written or left over."""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from jdparse.batch import work
from jdparse.batch.outputs import Lines
from jdparse.batch.pool import Limits, Pool
from jdparse.batch.run import Watcher, run
from jdparse.batch.settings import Settings
from jdparse.batch.sources import find
from jdparse.batch.summary import Summary
from jdparse.batch.work import Recipe, Task, document
from jdparse.options import Options
from tests.batch import poison
from tests.batch.conftest import Start, fill, names

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and /proc of Linux")


def test_workers_that_are_killed_lose_nothing(here: Path) -> None:
    paths = sorted(map(str, fill(here / "in", 150).rglob("*.txt")))
    pool = Pool(partial(document, recipe=Recipe(Options())), Limits(3))
    chance = random.Random(7)
    done: list[int] = []
    killed = 0
    for outcome in pool.outcomes(Task(number, path) for number, path in enumerate(paths)):
        if outcome is not None:
            task, reply = outcome
            assert reply.failure is None
            done.append(task.number)
            if len(done) % 12 == 0 and (pids := pool.pids()):
                os.kill(chance.choice(pids), signal.SIGKILL)
                killed += 1
    assert sorted(done) == list(range(150))
    assert killed >= 10
    assert pool.pids() == []


def _until(condition: Callable[[], object]) -> None:
    """Wait for a condition; the limit only keeps a broken test from running for ever."""
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def _family(pid: int) -> set[int]:
    """The processes that descend from one, by /proc."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
            except (OSError, IndexError, ValueError):
                continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("poison", ["!stuck---", "!hang----"])
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGHUP])
def test_a_parent_that_is_killed_leaves_no_orphan(here: Path, start: Start, sent: signal.Signals, poison: str) -> None:
    fill(here / "in", 6)
    (here / "in" / "last.txt").write_text(poison, "ascii")
    process = start("in", "-o", "out", "-j", "2")
    _until(lambda: len(names(here / "out")) == 6)
    family = _family(process.pid)
    assert len(family) >= 3  # two workers and the process that forks them
    process.send_signal(sent)
    process.wait()
    _until(lambda: not any(map(_lives, family)))


@pytest.mark.parametrize(
    ("signals", "code", "message"),
    [
        ([signal.SIGINT], 130, "stopped; the same command goes on from here"),
        ([signal.SIGINT, signal.SIGINT], 130, ""),
        ([signal.SIGTERM, signal.SIGTERM], 143, ""),
    ],
)
def test_signals(here: Path, start: Start, signals: list[signal.Signals], code: int, message: str) -> None:
    fill(here / "in", 6)
    (here / "in" / "last.txt").write_text("!hang----", "ascii")
    process = start("in", "-o", "out", "-j", "2")
    _until(lambda: len(names(here / "out")) == 6)
    family = _family(process.pid)
    for sent in signals:
        process.send_signal(sent)
        time.sleep(0.3)  # two that come at once are one
    _out, told = process.communicate()
    assert process.returncode == code
    assert message in told.decode()
    assert b"Traceback" not in told
    _until(lambda: not any(map(_lives, family)))
    assert len(names(here / "out")) == 6


SIGNALS = (signal.SIGINT, signal.SIGKILL)


@pytest.mark.parametrize("target", ["out", "out.jsonl"])
@pytest.mark.parametrize(
    ("count", "moments", "signals"),
    [
        (120, 6, SIGNALS),
        pytest.param(2000, 20, (signal.SIGINT,), marks=pytest.mark.soak),
        pytest.param(2000, 20, SIGNALS, marks=pytest.mark.soak),
    ],
)
def test_a_run_goes_on_where_it_was_ended(
    here: Path, start: Start, target: str, count: int, moments: int, signals: tuple[signal.Signals, ...]
) -> None:
    """Runs that are ended at random moments, by Ctrl-C or for good; then one to the end."""
    fill(here / "in", count)
    chance = random.Random(f"{target}{count}")
    ended: set[int] = set()
    for _ in range(moments):
        process = start("in", "-o", target, "-j", "2", "-q")
        time.sleep(chance.uniform(0.1, 1.2))
        process.send_signal(chance.choice(signals))
        ended.add(process.wait())
        for name in names(here / "out") if target == "out" else []:
            if not name.endswith(".json"):  # of the file that was being written; a run that gets so far takes it away
                assert name.endswith(".tmp")
                assert -signal.SIGKILL in ended
                continue
            assert json.loads((here / "out" / name).read_text("utf-8"))["jobs"]
    assert start("in", "-o", target, "-q").wait() == 0
    if target == "out":
        codes = [
            json.loads((here / "out" / name).read_text("utf-8"))["jobs"][0]["code"] for name in names(here / "out")
        ]
    else:
        codes = [json.loads(line)["jobs"][0]["code"] for line in (here / target).read_text("utf-8").splitlines()]
        assert names(here) == sorted(["out.jsonl", *(f"in/{name}" for name in names(here / "in"))])
    assert sorted(codes) == [f"{number:05}" for number in range(count)]


class _Killer(Watcher):
    """Kills a worker, picked at random, every so many seconds."""

    def __init__(self, every: float) -> None:
        self.pool: Pool | None = None
        self.killed = 0
        self._every = every
        self._next = time.monotonic() + every
        self._chance = random.Random(7)

    def went_on(self, summary: Summary) -> None:
        if self.pool and time.monotonic() > self._next and (pids := self.pool.pids()):
            os.kill(self._chance.choice(pids), signal.SIGKILL)
            self.killed += 1
            self._next = time.monotonic() + self._every


@pytest.mark.parametrize(
    ("count", "every", "kills"), [(150, 0.1, 5), pytest.param(2000, 1.0, 15, marks=pytest.mark.soak)]
)
def test_a_run_whose_workers_are_killed_writes_each_record_once(
    here: Path, monkeypatch: pytest.MonkeyPatch, count: int, every: float, kills: int
) -> None:
    fill(here / "in", count)
    for path in sorted((here / "in").rglob("*.txt"))[::10]:
        path.write_text("!slow----" + path.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(work, "document", poison.document)
    killer = _Killer(every)

    class Known(Pool):
        def __init__(self, *args: Any, **settings: Any) -> None:
            super().__init__(*args, **settings)
            killer.pool = self

    monkeypatch.setattr("jdparse.batch.run.Pool", Known)
    settings = Settings(Recipe(Options(), "jsonl"), search=False)
    summary = run(find(["in"]), Lines("out.jsonl"), settings, (Limits(2), 0), watcher=killer)
    assert killer.killed >= kills
    assert (summary.parsed, summary.failures) == (count, 0)
    codes = [json.loads(line)["jobs"][0]["code"] for line in (here / "out.jsonl").read_text("utf-8").splitlines()]
    assert sorted(codes) == [f"{number:05}" for number in range(count)]


@pytest.mark.soak
def test_a_parent_that_is_killed_at_any_moment_leaves_no_orphan(here: Path, start: Start) -> None:
    fill(here / "in", 2000)
    chance = random.Random(11)
    for _ in range(20):
        process = start("in", "-o", "out.jsonl", "-j", "2", "-q")
        time.sleep(chance.uniform(0.1, 1.5))
        family = _family(process.pid)
        process.kill()
        process.wait()
        _until(lambda family=family: not any(map(_lives, family)))  # type: ignore[misc]
    assert start("in", "-o", "out.jsonl", "-q").wait() == 0
    assert len((here / "out.jsonl").read_text("utf-8").splitlines()) == 2000
