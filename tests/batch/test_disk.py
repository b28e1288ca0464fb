"""A disk that is full, or that cannot be written to: one line says so, and nothing is damaged. By file systems of Linux."""

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.batch.conftest import fill, names, text

CAN_MOUNT = sys.platform == "linux" and (
    shutil.which("unshare") is not None
    and subprocess.run(
        ["unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt"], capture_output=True, check=False
    ).returncode
    == 0
)
pytestmark = pytest.mark.skipif(not CAN_MOUNT, reason="no file system can be mounted here")

COUNT = 120


def _mounted(options: str, *commands: str) -> list[tuple[int, str]]:
    """The exit code and messages of each command line, in a shell where `out` is a file system of its own."""
    script = f"mount -t tmpfs -o {options} none out || exit 99\n" + "".join(
        f"{command} 2>told; code=$?; tr '\\n' '\\t' <told; echo; echo $code\n" for command in commands
    )
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    lines = done.stdout.splitlines()
    return [(int(code), told.strip()) for told, code in zip(lines[::2], lines[1::2], strict=True)]


def _jdparse(*args: str) -> str:
    return shlex.join([sys.executable, "-m", "jdparse", *args])


@pytest.fixture
def crawl(here: Path) -> Path:
    """The current folder, with documents in `in` and, the same ones, in `in.jsonl`."""
    fill(here / "in", COUNT)
    rows = ({"path": f"{number}.txt", "text": text(number)} for number in range(COUNT))
    (here / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    (here / "out").mkdir()
    return here


def _codes(copy: Path) -> list[str]:
    """The codes of all jobs in what was written."""
    found: list[str] = []
    for name in names(copy):
        if name.endswith(".parquet"):
            parquet: Any = pytest.importorskip("pyarrow.parquet")
            found += (
                json.loads(row)["jobs"][0]["code"] for row in parquet.read_table(copy / name)["record"].to_pylist()
            )
        elif not name.endswith((".done", "told")):
            found += (json.loads(row)["jobs"][0]["code"] for row in (copy / name).read_text("utf-8").splitlines())
    return sorted(found)


@pytest.mark.parametrize("size", ["4k", "96k"])
@pytest.mark.parametrize(
    ("source", "target"),
    [("in", "out/tree"), ("in", "out/x.jsonl"), ("in", "out/x.parquet"), ("in.jsonl", "out/x.jsonl")],
)
def test_a_full_disk(crawl: Path, source: str, target: str, size: str) -> None:
    command = _jdparse(source, "-o", target, "-j", "1", "-f", "jsonl")
    first, _, grown, again = _mounted(
        f"size={size}", command, "mount -o remount,size=20m out", f"{command} && cp -r out copy", f"{command} -q"
    )
    assert first[0] == 3
    assert first[1].startswith("jdparse: cannot write out/")
    assert first[1].endswith("no space left on the device")
    assert (grown[0], again) == (0, (0, "")), grown
    assert _codes(crawl / "copy") == [f"{number:05}" for number in range(COUNT)]
    assert [name for name in names(crawl / "copy") if name.endswith((".part", ".packed", ".tmp"))] == []


@pytest.mark.parametrize("source", ["in", "in.jsonl"])
@pytest.mark.parametrize("target", ["out", "out/deeper", "out/x.jsonl", "out/x.parquet"])
def test_an_output_that_cannot_be_written_to(crawl: Path, source: str, target: str) -> None:
    if source == "in.jsonl" and "." not in target:
        target += "/x.jsonl"
    ((code, told),) = _mounted("ro", _jdparse(source, "-o", target, "-j", "1"))
    assert code == 3
    assert told.startswith("jdparse: cannot write out")
    assert told.endswith(("its folder cannot be written to", "the file system is read-only"))
    assert "\t" not in told


def test_no_room_for_temporary_files(crawl: Path) -> None:
    ((code, told),) = _mounted("size=16k", f"env TMPDIR=$PWD/out {_jdparse('in.jsonl', '-o', 'x.jsonl')}")
    assert code == 3
    assert "/out" in told
    assert told.endswith("no space left on the device")
    assert not (crawl / "x.jsonl").exists()


@pytest.mark.parametrize("source", ["in", "in.jsonl"])
@pytest.mark.parametrize("target", ["file", "file/x", "file/x.jsonl", "file/x.parquet"])
def test_an_output_path_that_is_a_file(crawl: Path, source: str, target: str) -> None:
    (crawl / "file").write_text("precious", "utf-8")
    ((code, told),) = _mounted("size=1m", _jdparse(source, "-o", target, "-j", "1"))
    assert code in {2, 3}
    assert told.startswith("jdparse: ")
    assert "\t" not in told
    assert (crawl / "file").read_text("utf-8") == "precious"
