"""Reading an input, and choosing its loader."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jdparse import loaders
from jdparse.errors import JdparseError, LimitExceeded, UnreadableInput, UsageError
from jdparse.loaders import reading


class Standard(io.TextIOWrapper):
    """A standard input that holds some bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "岗位.txt"
    path.write_bytes(b"abc\r\n\xff")
    assert loaders.read(path) == loaders.read(str(path)) == b"abc\r\n\xff"


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(b"\xb8\xda"))
    assert loaders.read(Path("-")) == b"\xb8\xda"
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableInput, match="there is no standard input"):
        loaders.read("-")


def test_standard_input_has_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMIT_BYTES", 10)
    monkeypatch.setattr(sys, "stdin", Standard(b"x" * 11))
    with pytest.raises(LimitExceeded):
        loaders.read("-")


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(loaders.LIMIT_BYTES + 1)  # a hole: it takes no room

    def refuse(*_: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(LimitExceeded) as caught:
        loaders.read(path)
    assert str(caught.value) == f"the file has {2**26 + 1} bytes, more than the limit of {2**26}"


def test_a_missing_file_a_folder_and_a_device(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path / "none.txt", "no such file or folder"),
        (tmp_path, "it is a folder, not a file"),
        (Path(os.devnull), "it is not a regular file"),
        ("a\0b", "no such file or folder"),
    ):
        with pytest.raises(UnreadableInput) as caught:
            loaders.read(path)
        assert str(caught.value) == message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableInput, match="not a regular file"):
        loaders.read(tmp_path / "pipe")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "x"), "permission denied"),
        (OSError(5, "x"), "it cannot be read (system error EIO)"),
    ],
)
def test_what_the_system_refuses(error: OSError, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is set up, as an administrator may read every file."""
    path = tmp_path / "x.txt"
    path.touch()

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(UnreadableInput) as caught:
        loaders.read(path)
    assert str(caught.value) == message


def test_the_loader_is_chosen_by_content() -> None:
    assert loaders.load("岗位职责".encode("gbk"), "x.html").format == "txt"


def test_a_named_format_is_obeyed() -> None:
    assert loaders.load(b"<p>x</p>", "x.html", format="txt").text == "<p>x</p>"
    with pytest.raises(UsageError, match="unknown format 'pdf'"):
        loaders.load(b"x", "x", format="pdf")


def test_a_format_without_a_loader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaders, "_LOADERS", {})
    with pytest.raises(UnreadableInput) as caught:
        loaders.load(b"<p>x</p>", "x")
    assert str(caught.value) == "no reader for html files"


def test_bytes_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMIT_BYTES", 3)
    with pytest.raises(JdparseError) as caught:
        loaders.load(b"abcd", "x")
    assert str(caught.value) == "the file has 4 bytes, more than the limit of 3"


def test_nothing_heavy_is_imported_for_text() -> None:
    """In an interpreter of its own, as this one has imported everything."""
    code = (
        "import sys; from jdparse.loaders import text, sniffing;"
        "print({'pydantic', 'opencc', 'lxml', 'yaml', 'rich'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "set()", done.stderr
