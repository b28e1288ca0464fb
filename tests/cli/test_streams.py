"""Real processes and real streams: locales, pipes, closed and full outputs, interruption."""

import os
import signal
import subprocess
import sys
import time
from array import array
from pathlib import Path
from subprocess import PIPE, CompletedProcess
from typing import Any

import pytest

COMMAND = (sys.executable, "-m", "jdparse")
LINE = "仓库管理员负责收货、验货、发货和盘点，并如实登记台账。\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "仓管.txt"
    path.write_text("岗位名称：仓库管理员\n岗位职责：\n" + LINE * 20_000, "utf-8")
    return path


def _environ(**changes: str) -> dict[str, str]:
    ours = {
        name: value for name, value in os.environ.items() if not name.startswith(("JDPARSE_", "LANG", "LC_", "PYTHON"))
    }
    return {**ours, "PYTHONPATH": os.pathsep.join(sys.path), **changes}


def _run(*args: object, **settings: Any) -> CompletedProcess[bytes]:
    settings = {"capture_output": True, "env": _environ(), **settings}
    return subprocess.run([*COMMAND, *map(str, args)], check=False, timeout=60, **settings)


LOCALES = (
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": "C.UTF-8"},
    {"PYTHONIOENCODING": "ascii:strict"},
    {"PYTHONIOENCODING": "gbk:strict"},
    {"PYTHONIOENCODING": "utf-16"},
)


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_output_is_utf_8_whatever_the_locale(source: Path, locale: dict[str, str]) -> None:
    done = _run("text", source, env=_environ(**locale))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == source.read_bytes()


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_messages_never_fail_whatever_the_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    done = _run("--lang", "zh", "text", tmp_path / "没有.txt", env=_environ(**locale))
    assert done.returncode == 3
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1 or locale == {"PYTHONIOENCODING": "utf-16"}


@pytest.mark.parametrize("locale", LOCALES[:1] + LOCALES[3:5], ids=str)
def test_chinese_help_can_be_shown_whatever_the_locale(locale: dict[str, str]) -> None:
    done = _run("--lang", "zh", "--help", env=_environ(**locale))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "岗位说明书" in done.stdout.decode()


def test_the_name_in_the_record_is_readable_in_the_c_locale(source: Path) -> None:
    source.write_text("岗位名称：仓库管理员\n岗位职责：\n1、收货\n", "utf-8")
    done = _run("-q", source, env=_environ(**LOCALES[0]))
    assert done.returncode == 0
    assert '"name": "仓管.txt"' in done.stdout.decode()


def test_a_reader_that_closes_the_pipe_is_no_error(source: Path) -> None:
    with subprocess.Popen([*COMMAND, "text", str(source)], stdout=PIPE, stderr=PIPE, env=_environ()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "岗位名称：仓库管理员\n".encode()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("args", [["text", "{}"], ["schema"], ["--help"], ["--version"]])
def test_a_full_device_is_told(source: Path, args: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = _run(*(arg.format(source) for arg in args), capture_output=False, stdout=full, stderr=PIPE)
    assert done.returncode == 3
    assert done.stderr.decode().splitlines() == ["jdparse: standard output: no space left on the device"]


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize(
    ("redirection", "code", "message"),
    [(">&-", 3, "jdparse: standard output: it is closed\n"), ("2>&-", 0, ""), ("<&-", 0, "")],
)
def test_a_closed_stream(source: Path, redirection: str, code: int, message: str) -> None:
    line = f'"$0" -m jdparse text "$1" {redirection}'
    done = subprocess.run(["sh", "-c", line, sys.executable, source], capture_output=True, check=False, env=_environ())
    assert (done.returncode, done.stderr.decode()) == (code, message)


@pytest.mark.skipif(sys.platform != "linux", reason="signals and pipes of Linux")
def test_an_interruption_is_quiet(tmp_path: Path) -> None:
    import fcntl
    import termios

    out = tmp_path / "record.json"
    words = [*COMMAND, "-", "-o", str(out)]
    # a test run in the background of a shell ignores the signal, and so would its children
    listening = (
        "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
    )
    words = [sys.executable, "-c", listening, *words]
    with subprocess.Popen(words, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=_environ()) as process:
        assert process.stdin is not None
        process.stdin.write(LINE.encode())
        process.stdin.flush()
        unread = array("i", [1])
        while unread[0]:  # until it has taken that and waits for more
            time.sleep(0.01)
            fcntl.ioctl(process.stdin, termios.FIONREAD, unread)
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")
    assert not out.exists()


def test_standard_input_is_read(source: Path) -> None:
    done = _run("text", "-", input=source.read_bytes())
    assert (done.returncode, done.stdout) == (0, source.read_bytes())


def test_a_huge_file_is_refused_without_reading(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200 * 2**20)
    start = time.monotonic()
    done = _run("text", huge)
    assert time.monotonic() - start < 5
    assert done.returncode == 4
    assert done.stderr.startswith(f"jdparse: {huge}: ".encode())
