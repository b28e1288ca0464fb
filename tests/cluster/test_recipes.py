"""The recipes for engines in docs/scale.md do what they say."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.batch.conftest import ROOT, fill
from tests.cluster.conftest import json_lines, line, url

COUNT = 20


def _recipe(word: str) -> str:
    """The one Python block of the page that imports a package."""
    page = MarkdownIt().parse((ROOT / "docs" / "scale.md").read_text("utf-8"))
    (found,) = [token.content for token in page if token.info == "python" and f"from {word}" in token.content]
    return str(found)


def _run(*command: str) -> None:
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "SPARK_LOCAL_IP": "127.0.0.1"}
    environ["PYSPARK_PYTHON"] = sys.executable
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def _records(paths: list[Path]) -> dict[str, str]:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    rows = [row for path in paths for row in parquet.read_table(path).to_pylist()]
    return {row["path"]: row["record"] for row in rows}


def test_spark_submit(here: Path) -> None:
    pytest.importorskip("pyspark", reason="the extra `spark` is not installed")
    submit = shutil.which("spark-submit", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    assert submit
    fill(here / "crawl", COUNT)
    (here / "parse_job.py").write_text(_recipe("pyspark"), "utf-8")
    settings = ("--conf", "spark.ui.enabled=false", "--conf", "spark.sql.files.openCostInBytes=100")
    _run(submit, "--master", "local[2]", *settings, "parse_job.py", "crawl", "records")
    found = _records(sorted((here / "records").glob("*.parquet")))
    assert len(found) == COUNT
    assert all(json.loads(record)["jobs"] for record in found.values())


def test_dask(here: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed")
    json_lines(here / "pages.jsonl", COUNT)
    (here / "job.py").write_text(_recipe("dask"), "utf-8")
    _run(sys.executable, "job.py")
    assert set(_records(sorted(here.glob("records-*.parquet")))) == {url(number) for number in range(COUNT)}


def test_datatrove(here: Path) -> None:
    pytest.importorskip("datatrove", reason="datatrove is not installed")
    json_lines(here / "pages.jsonl", COUNT)
    pipeline = """
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

if __name__ == "__main__":
    reader = JsonlReader(".", glob_pattern="pages.jsonl", text_key="html", id_key="id", doc_progress=False)
    steps = [reader, JobDescriptions(), JsonlWriter("records")]
    LocalPipelineExecutor(steps, tasks=2, workers=2, logging_dir="logs").run()
"""
    (here / "job.py").write_text(_recipe("datatrove") + pipeline, "utf-8")
    _run(sys.executable, "job.py")
    rows = [
        json.loads(row)
        for path in sorted((here / "records").iterdir())
        for row in gzip.decompress(path.read_bytes()).splitlines()
    ]
    assert {row["id"]: row["metadata"]["failure"] for row in rows} == {url(number): None for number in range(COUNT)}
    expected = json.loads(line(3, lambda number: json.loads((here / "pages.jsonl").read_text("utf-8").splitlines()[number])["html"].replace("gb18030", "utf-8").encode()))  # fmt: skip
    (row,) = [row for row in rows if row["id"] == url(3)]
    assert json.loads(row["metadata"]["record"])["jobs"] == expected["jobs"]
