"""Shards on a Ray cluster: documents that crash, and a node that is killed."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from jdparse.batch.sources import Part
from jdparse.batch.summary import Summary
from jdparse.cluster import Shard
from jdparse.cluster.ray import run
from jdparse.errors import JdparseError, UnreadableInput
from tests.batch.conftest import ROOT, fill, names
from tests.batch.poisoned import GOOD, KINDS, LIMITS, good, poisoned, process
from tests.cluster.conftest import json_lines

ray: Any = pytest.importorskip("ray", reason="the extra `ray` is not installed")
cluster_utils: Any = pytest.importorskip("ray.cluster_utils")

pytestmark = pytest.mark.filterwarnings("ignore")  # Ray's own

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A cluster of one node, which a test may add to; the program is connected to it."""
    monkeypatch.setenv("RAY_AUTH_MODE", "disabled")
    found = cluster_utils.Cluster(initialize_head=True, head_node_args={"num_cpus": 2})
    paths = os.pathsep.join([str(ROOT), *sys.path])
    ray.init(address=found.address, log_to_driver=False, runtime_env={"env_vars": {"PYTHONPATH": paths}})
    yield found
    ray.shutdown()
    found.shutdown()


def _summaries(results: Iterator[tuple[Shard, Summary | JdparseError] | None]) -> dict[str, Summary]:
    found: dict[str, Summary] = {}
    for result in results:
        if result is not None:
            assert isinstance(result[1], Summary), result
            found[result[0].target] = result[1]
    return found


@pytest.mark.usefixtures("cluster")
def test_only_the_poison_is_lost(here: Path) -> None:
    folder = poisoned(here / "in")
    sources = tuple(f"{folder}/{name}" for name in names(folder))
    shards = [
        Shard(sources, f"{here}/out.jsonl", Part(number, 4), limits=LIMITS._replace(jobs=1)) for number in range(1, 5)
    ]
    total = Summary()
    for summary in _summaries(run(shards, process=process)).values():
        total.merge(summary)
    assert (total.parsed, total.failures) == (GOOD, 6)
    lines = [line for shard in shards for line in Path(shard.target).read_text("utf-8").splitlines(keepends=True)]
    assert sorted(lines) == sorted(good(folder).values())
    errors = [json.loads(line) for path in here.glob("*.errors.jsonl") for line in path.read_text("utf-8").splitlines()]
    assert {error["path"]: error["kind"] for error in errors} == {f"{folder}/{name}": KINDS[name] for name in KINDS}


def _slowly(attempts: str, shard: Shard) -> Summary:
    """`process`, with a trace of each attempt."""
    node = ray.get_runtime_context().get_node_id()
    (Path(attempts) / f"{shard.part}.{node}.{os.getpid()}").touch()
    return process(shard)


def test_a_node_that_is_killed_costs_nothing(here: Path, cluster: Any) -> None:
    other = cluster.add_node(num_cpus=2)
    cluster.wait_for_nodes()
    rows = ({"path": f"{number}", "text": f"!slow----岗位名称：仓管\n岗位编号：{number:05}\n岗位职责：\n1、收货\n"} for number in range(240))  # fmt: skip
    (here / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    (here / "attempts").mkdir()
    shards = [Shard((f"{here}/in.jsonl",), f"{here}/out.jsonl", Part(number, 24)) for number in range(1, 25)]
    done: dict[str, Summary] = {}
    killed = False
    for result in run(shards, process=partial(_slowly, str(here / "attempts"))):
        if result is not None:
            assert isinstance(result[1], Summary), result
            done[result[0].target] = result[1]
        if len(done) >= 3 and not killed:
            cluster.remove_node(other, allow_graceful=False)
            killed = True
    assert killed
    assert [summary.parsed for summary in done.values()] == [10] * 24
    codes = [
        json.loads(line)["jobs"][0]["code"]
        for path in here.glob("out-*-of-24.jsonl")
        for line in path.read_text("utf-8").splitlines()
    ]
    assert sorted(codes) == [f"{number:05}" for number in range(240)]
    attempts = [path.name.split(".") for path in (here / "attempts").iterdir()]
    assert len({node for _part, node, _pid in attempts}) == 2
    assert len(attempts) > 24, "no shard ran on the node when it was killed"


def _fails(shard: Shard) -> Summary:
    """Fails at first, then for good or not at all, as the shard's number says."""
    with Path(f"{shard.target}.tries").open("a") as file:
        file.write("x")
    if shard.part and shard.part.number == 1:
        raise UnreadableInput("it cannot be read: {reason}", reason="gone")
    if Path(f"{shard.target}.tries").stat().st_size < 3:
        raise OSError("not now")
    return Summary()


@pytest.mark.usefixtures("cluster")
def test_a_shard_that_fails_is_tried_again_and_then_told(here: Path) -> None:
    shards = [Shard((), f"{here}/x.jsonl", Part(number, 2)) for number in (1, 2)]
    found = {result[0].part: result[1] for result in run(shards, process=_fails, retries=2) if result}
    assert str(found[Part(1, 2)]) == "it cannot be read: gone"
    assert isinstance(found[Part(2, 2)], Summary)
    assert Path(f"{shards[0].target}.tries").read_text() == "xxx"


@pytest.mark.usefixtures("cluster")
def test_the_command_line(jdparse: Run, here: Path) -> None:
    fill(here / "in", 20)
    json_lines(here / "a.jsonl", 20)
    command = ("in", "a.jsonl", "-o", f"{here}/out.parquet", "--engine", "ray", "--parts", "3")
    for _ in range(2):
        done = jdparse(*command)
        assert done.returncode == 0, done.stderr
        assert "found: 40; parsed: 40" in done.stderr
    assert [name for name in names(here) if name.endswith(".parquet")] == [
        f"out-{part}-of-3.parquet" for part in (1, 2, 3)
    ]
