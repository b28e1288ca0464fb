"""`-o x.parquet`: the rows are the records, whatever happens to the runs that write them."""

import json
import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from jdparse.batch import rows
from tests.batch.conftest import Start, fill, names, text

parquet: Any = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")

Run = Callable[..., CompletedProcess[str]]


def _rows(path: Path) -> list[dict[str, Any]]:
    table = parquet.read_table(path)
    assert table.schema.equals(rows.schema())
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def _codes(path: Path) -> list[str]:
    return [json.loads(row["record"])["jobs"][0]["code"] for row in _rows(path) if row["record"]]


def test_a_row_holds_the_record_of_a_single_run(jdparse: Run, here: Path) -> None:
    fill(here / "in", 6)
    (here / "in" / "empty.txt").write_bytes(b"")
    assert jdparse("in", "-o", "out.parquet", "--ordered").returncode == 1
    *parsed, failed = _rows(here / "out.parquet")
    assert failed == {**dict.fromkeys(rows.Row._fields), **rows.of_failure("in/empty.txt", "parse", "the file is empty")._asdict()}  # fmt: skip
    for row, name in zip(parsed, [name for name in names(here / "in") if name != "empty.txt"], strict=True):
        line = jdparse(f"in/{name}", "-f", "jsonl").stdout
        record = json.loads(line)
        job = record["jobs"][0]
        assert row == {
            "path": f"in/{name}", "status": "parsed", "message": None, "job": None, "jobs": 1, "title": job["title"],
            "department": None, "location": None, "education_level": None, "warnings": 0,
            "sha256": record["source"]["sha256"], "schema_version": "1.0", "record": line.removesuffix("\n"),
        }  # fmt: skip
    assert names(here) == sorted(["out.parquet", "out.errors.jsonl", *(f"in/{name}" for name in names(here / "in"))])


def test_the_columns_of_a_job(jdparse: Run, here: Path) -> None:
    (here / "ad.txt").write_text(
        "岗位名称：仓管员\n所属部门：物流部\n工作地点：滨海市\n学历要求：大专以上\n岗位职责：\n1、收货；\n3、发货。\n\n"
        "岗位名称：司机\n岗位职责：\n1、送货；\n2、洗车。\n",
        "utf-8",
    )
    assert jdparse("ad.txt", "-o", "out.parquet").returncode == 0
    (whole,) = _rows(here / "out.parquet")
    found = [whole[name] for name in ("title", "department", "location", "education_level", "jobs", "job", "warnings")]
    assert found == ["仓管员", "物流部", "滨海市", "associate", 2, None, 1]
    assert jdparse("ad.txt", "-o", "split.parquet", "--split").returncode == 0
    split = _rows(here / "split.parquet")
    assert [(row["job"], row["jobs"], row["title"], row["warnings"]) for row in split] == [
        (0, 1, "仓管员", 1),
        (1, 1, "司机", 0),
    ]
    assert [row["record"] + "\n" for row in split] == jdparse("ad.txt", "--split", "-q").stdout.splitlines(True)


def test_the_next_run_does_the_rest(jdparse: Run, here: Path) -> None:
    fill(here / "in", 6)
    out = here / "out.parquet"

    def parsed(*args: str) -> int:
        assert jdparse("in", "-o", out, "--summary-json", "s.json", *args).returncode == 0
        found: int = json.loads((here / "s.json").read_text("utf-8"))["parsed"]
        return found

    codes = [f"{number:05}" for number in range(6)]
    assert parsed() == 6
    before = out.stat()
    assert parsed() == 0
    assert out.stat() == before
    (here / "in" / "0" / "0000.txt").write_text(text(90), "utf-8")
    (here / "in" / "new.txt").write_text(text(91), "utf-8")
    assert parsed() == 2
    assert sorted(_codes(out)) == [*codes[1:], "00090", "00091"]
    assert {row["path"] for row in _rows(out)} == {f"in/{name}" for name in names(here / "in")}
    out.unlink()
    assert [parsed(), parsed(), parsed("--force")] == [7, 0, 7]
    assert len(_codes(out)) == 7
    (here / "in" / "bad.txt").write_bytes(b"")
    assert jdparse("in", "-o", out, "-q").returncode == 1
    assert [row["status"] for row in _rows(out)] == [*["parsed"] * 7, "parse"]
    (here / "in" / "bad.txt").write_text(text(92), "utf-8")
    assert parsed() == 1
    assert sorted(_codes(out)) == [*codes[1:], "00090", "00091", "00092"]


def test_rows_are_written_in_groups(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "ROWS", 4)
    monkeypatch.setattr(rows, "CHARACTERS", 1000)
    long, short = (rows.Row("a", "parsed", record="x" * size) for size in (600, 1))
    assert [batch.num_rows for batch in rows.batches([long, short, long, short], 4)] == [3, 1]
    assert [batch.num_rows for batch in rows.batches([short] * 9, 4)] == [4, 4, 1]
    rows.write(iter([]), str(here / "empty.parquet"))
    assert _rows(here / "empty.parquet") == []


def test_what_is_no_parquet_file_is_left_alone(jdparse: Run, here: Path) -> None:
    fill(here / "in", 2)
    (here / "out.parquet").write_text("no table", "utf-8")
    done = jdparse("in", "-o", "out.parquet")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        3, "jdparse: out.parquet: it is there and is no Parquet file",
    )  # fmt: skip
    assert (here / "out.parquet").read_text("utf-8") == "no table"


def test_without_the_extra_one_line_says_what_to_install(
    jdparse: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(here / "in", 2)
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyarrow"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = jdparse("in", "-o", "out.parquet")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ("jdparse: pyarrow is not installed; it comes with: pip install 'jdparse[parquet]'\n")
    assert names(here) == sorted(f"in/{name}" for name in names(here / "in"))


@pytest.mark.skipif(sys.platform != "linux", reason="signals of Linux")
def test_a_run_goes_on_where_it_was_ended(here: Path, start: Start) -> None:
    fill(here / "in", 60)
    chance = random.Random(3)
    for _ in range(4):
        process = start("in", "-o", "out.parquet", "-j", "2", "-q")
        process.poll()
        try:
            process.wait(chance.uniform(0.2, 1.0))
        except Exception:
            process.send_signal(chance.choice([signal.SIGINT, signal.SIGKILL]))
        process.wait()
        if (here / "out.parquet").exists():
            _rows(here / "out.parquet")
    assert start("in", "-o", "out.parquet", "-q").wait() == 0
    assert sorted(_codes(here / "out.parquet")) == [f"{number:05}" for number in range(60)]
    assert [name for name in os.listdir(here) if "part" in name or "pack" in name] == []  # noqa: PTH208
