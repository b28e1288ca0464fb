"""Documents of a Spark DataFrame, in local mode."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jdparse.batch import rows, work
from jdparse.cluster import spark
from tests.batch import poison
from tests.batch.conftest import ROOT
from tests.batch.poisoned import GOOD, KINDS, LIMITS, POISON, good, poisoned

sql: Any = pytest.importorskip("pyspark.sql", reason="the extra `spark` is not installed")

pytestmark = pytest.mark.filterwarnings("ignore")  # Spark's own


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """Spark on two threads of this machine."""
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), *sys.path])
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.files.openCostInBytes", "100")  # else each file is a partition of its own
    found = builder.config("spark.sql.files.maxPartitionBytes", "20000").getOrCreate()
    yield found
    found.stop()


def _poisoned(batches: Iterator[Any]) -> Iterator[Any]:
    work.document = poison.document
    parse = spark.parser(jobs=1, timeout=LIMITS.timeout, memory=LIMITS.memory)
    yield from parse(batches)


def test_only_the_poison_is_lost(here: Path, session: Any) -> None:
    folder = poisoned(here / "in")
    frame = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(str(folder))
    assert 2 < frame.rdd.getNumPartitions() < 20
    found = frame.select("path", "content").mapInArrow(_poisoned, spark.schema()).collect()
    by_name = {row["path"].removeprefix(f"file:{folder}/"): row for row in found}
    assert len(found) == len(by_name) == 400
    assert {name: row["record"] + "\n" for name, row in by_name.items() if row["status"] == rows.PARSED} == good(folder)
    assert {name: row["status"] for name, row in by_name.items() if row["record"] is None} == KINDS
    assert all(part in by_name[name]["message"] for name, (_start, _kind, part) in POISON.items())
    assert GOOD + len(KINDS) == 400


def test_a_frame_becomes_a_frame(here: Path, session: Any) -> None:
    (here / "a.txt").write_text("岗位名称：仓管\n岗位职责：\n1、收货\n", "utf-8")
    frame = session.read.format("binaryFile").load(str(here / "a.txt"))
    spark.parse(frame).write.parquet(str(here / "out"))
    back = session.read.parquet(str(here / "out"))
    assert tuple(back.columns) == rows.Row._fields
    (row,) = back.where("title = '仓管'").collect()
    assert (row["status"], row["jobs"], row["job"]) == ("parsed", 1, None)
