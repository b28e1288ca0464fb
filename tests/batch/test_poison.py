"""Documents that raise, crash, hang or eat memory: each is named, and all others have the records of single runs."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from jdparse.batch import work
from tests.batch import poison
from tests.batch.conftest import contents, fill
from tests.batch.poisoned import GOOD, KINDS, LIMITS, POISON, good, poisoned

Run = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize("jobs", [1, 3])
def test_only_the_poison_is_lost(jdparse: Run, here: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    monkeypatch.setattr(work, "document", poison.document)
    expected = good(poisoned(here / "in"))
    limits = ("--jobs", jobs, "--timeout", LIMITS.timeout, "--memory", LIMITS.memory)
    done = jdparse("in", "-o", "out", "-f", "jsonl", *limits, "--summary-json", "s.json")
    assert done.returncode == 1, done.stderr
    found = {name: data.decode() for name, data in contents(here / "out").items()}
    errors = [json.loads(line) for line in found.pop("errors.jsonl").splitlines()]
    assert found == {f"{name}.jsonl": line for name, line in expected.items()}
    assert {error["path"]: error["kind"] for error in errors} == {f"in/{name}": kind for name, kind in KINDS.items()}
    for error in errors:
        assert POISON[error["path"].removeprefix("in/")][2] in error["message"]
        assert f"jdparse: {error['path']}: " in done.stderr
    summary = json.loads((here / "s.json").read_text("utf-8"))
    assert (summary["found"], summary["parsed"]) == (400, GOOD)
    assert summary["failed"] == {"crash": 3, "memory": 1, "parse": 1, "timeout": 1}


def test_what_failed_is_tried_again_when_asked(jdparse: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(here / "in", 5)
    (here / "in" / "0" / "x.txt").write_text("!segfault" + "岗位名称：仓管\n岗位职责：\n1、收货\n", "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(work, "document", poison.document)
        assert jdparse("in", "-o", "out").returncode == 1
    again = jdparse("in", "-o", "out")
    assert again.returncode == 1
    assert "done 5" in again.stderr
    assert "failed before: 1" in again.stderr
    assert jdparse("in", "-o", "out", "--fail-on", "never").returncode == 0
    assert jdparse("in", "-o", "out", "--retry-failed").returncode == 0
    assert (here / "out" / "0" / "x.txt.json").exists()
    assert not (here / "out" / "errors.jsonl").exists()


@pytest.mark.parametrize("limit", [["--fail-fast"], ["--max-failures", "0"]])
def test_failures_can_end_a_run(jdparse: Run, here: Path, monkeypatch: pytest.MonkeyPatch, limit: list[str]) -> None:
    monkeypatch.setattr(work, "document", poison.document)
    fill(here / "in", 20)
    (here / "in" / "0" / "0000.txt").write_text("!raise---", "ascii")
    done = jdparse("in", "-o", "out.jsonl", "--ordered", *limit)
    assert done.returncode == 1
    assert "stopped: too many failures" in done.stderr
    assert not (here / "out.jsonl").exists()
    assert jdparse("in", "-o", "out.jsonl", "--ordered", "--fail-on", "never").returncode == 0
    assert len((here / "out.jsonl").read_text("utf-8").splitlines()) == 19
