"""Folders of small documents, and the command line as other tests of it have it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import jdparse

__all__ = ["jdparse"]

ROOT = Path(__file__).resolve().parents[2]
TITLES = ("仓库管理员", "装卸班长", "冷库值班员", "叉车司机", "账务文员", "验货员", "调度员")


def text(number: int) -> str:
    """A small document, different for each number."""
    title = TITLES[number % len(TITLES)]
    return (
        f"岗位名称：{title}\n岗位编号：{number:05}\n岗位职责：\n1、负责{title}的日常工作；\n2、每周检查{number}次。\n"
    )


def fill(folder: Path, count: int) -> Path:
    """A folder with that many documents, a few to a folder."""
    for number in range(count):
        path = folder / f"{number % 3}" / f"{number:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(number), "utf-8")
    return folder


def names(folder: Path) -> list[str]:
    """The files below a folder, but the journal."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if "jdparse-journal" not in name)


def contents(folder: Path) -> dict[str, bytes]:
    """The files below a folder, but the journal, with what they hold."""
    return {name: (folder / name).read_bytes() for name in names(folder)}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


Start = Callable[..., "subprocess.Popen[bytes]"]

# Where tests run in the background Ctrl-C is ignored, also by what they start.
_POISONED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
_POISONED += (
    "import sys; from jdparse.batch import stopping, work; stopping.DRAIN = 1.0; from tests.batch import poison; "
)
_POISONED += "work.document = poison.document; from jdparse.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a process of the command line, with the loader that can be poisoned; it is ended after the test."""
    started: list[subprocess.Popen[bytes]] = []

    def begin(*args: object, **settings: Any) -> "subprocess.Popen[bytes]":
        environ = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]),
            "JDPARSE_LANG": "en",
            "TERM": "xterm",
        }
        words = [sys.executable, "-c", _POISONED, *map(str, args)]
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, **settings}
        process = subprocess.Popen(words, env=environ, **streams)
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                stream.close()
