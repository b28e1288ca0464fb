"""What a terminal is shown: colours and tables there, plain lines and no rich elsewhere."""

import os
import re
import select
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from subprocess import DEVNULL, PIPE, CompletedProcess
from typing import Any

import pytest

from jdparse.cli.findings import Finding, of
from jdparse.cli.language import speaking
from jdparse.cli.layout import columns
from jdparse.cli.terminal import write_findings
from jdparse.diagnostics import DIAGNOSTICS, FAMILIES

Run = Callable[..., CompletedProcess[str]]
SOURCE = "岗位名称：仓管\n岗位职责：\n1、收货；\n3、[red]发货\x1b[31m。\n任职要求：\n限男性；\n"
ANSI = re.compile(r"\x1b\[[0-9;]*m")
unix = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals of Unix")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "jd.txt"
    path.write_text(SOURCE, "utf-8")
    return path


def _environ(changes: Mapping[str, str]) -> dict[str, str]:
    passed_on = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {**passed_on, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm-256color", **changes}


def _on_terminal(stream: str, *args: object, **environ: str) -> tuple[str, str]:
    """What a command line writes to a terminal that is its standard output or error, and to the other of the two."""
    ours, theirs = os.openpty()
    streams: dict[str, Any] = {"stdin": DEVNULL, "stdout": PIPE, "stderr": PIPE, stream: theirs}
    words = [sys.executable, "-m", "jdparse", *map(str, args)]
    with subprocess.Popen(words, env=_environ(environ), **streams) as process:
        shown = b"".join(_pieces(ours, process))
        rest = (process.stderr or process.stdout).read()  # type: ignore[union-attr]
    os.close(theirs)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n"), rest.decode()


def _pieces(terminal: int, process: subprocess.Popen[bytes]) -> Iterator[bytes]:
    """What a process writes to a terminal. Its side stays open here: closed, some kernels drop what has not been read yet."""
    while True:
        ended = process.poll() is not None
        if select.select([terminal], [], [], 0.05)[0]:
            yield os.read(terminal, 65_536)
        elif ended:
            return


@unix
@pytest.mark.parametrize("environ", [{}, {"COLUMNS": "20"}, {"LANG": "C", "PYTHONUTF8": "0"}], ids=str)
def test_findings_have_the_colour_of_their_level(jdparse: Run, source: Path, environ: dict[str, str]) -> None:
    plain = jdparse(source)
    shown, record = _on_terminal("stderr", source, **environ)
    assert record == plain.stdout
    assert len(plain.stderr.splitlines()) > 1
    if "LANG" not in environ:  # there a line has escapes for Chinese
        assert ANSI.sub("", shown) == plain.stderr
    assert re.findall(r"\x1b\[33m(\S+)", shown) == ["warning"] * len(plain.stderr.splitlines())


@unix
def test_validate_colours_standard_output(jdparse: Run, source: Path) -> None:
    record = source.with_suffix(".json")
    record.write_text('{"[bold]x": 1}', "utf-8")
    shown, errors = _on_terminal("stdout", "validate", source, record, "missing.txt")
    plain = jdparse("validate", source, record, "missing.txt")
    assert (ANSI.sub("", shown), errors) == (plain.stdout, plain.stderr)
    assert "\x1b[33mwarning JD204" in shown
    assert "[bold]x is not as the schema says: there is no such key\n" in shown


@unix
@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "unknown"}], ids=str)
def test_colours_can_be_refused(jdparse: Run, source: Path, environ: dict[str, str]) -> None:
    for stream, args in (("stdout", ("explain",)), ("stdout", ("validate", source)), ("stderr", (source,))):
        shown, _rest = _on_terminal(stream, *args, **environ)
        assert shown == getattr(jdparse(*args), stream)
        assert "JD" in shown


@unix
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 71, 72, 120])
def test_the_list_fits_the_terminal(language: str, width: int) -> None:
    shown, _errors = _on_terminal("stdout", "explain", "--lang", language, COLUMNS=str(width))
    text = ANSI.sub("", shown)
    assert {columns(line) for line in text.splitlines()} == {width}
    assert re.findall(r"\bJD\d+\b", text) == [kind.code for kind in DIAGNOSTICS.values()]
    assert [line.strip() for line in text.splitlines() if not line.startswith(" ")] == [
        titles[language == "zh"] for titles in FAMILIES.values()
    ]
    run_on = re.sub(r"\s", "", text)
    for kind in DIAGNOSTICS.values():
        blanks = dict.fromkeys(kind.fields, "…")
        message = kind.render_zh(blanks) if language == "zh" else kind.render(blanks)
        # Nothing stands right of a message, so that its lines follow each other.
        assert kind.name + re.sub(r"\s", "", message) in run_on
    assert "\x1b[33m" in shown


def test_texts_are_no_markup_and_steer_nothing() -> None:
    hostile = "[red]a[/red] :smile: [link=x]b \\[c] \x1b[31m\x07\x9b1m'q' 12 https://x.example " + "字" * 200
    kind = DIAGNOSTICS["damaged-text"]
    diagnostic = {"code": kind.code, "name": kind.name, "level": "warning", "message": hostile, "line": 7}
    stream = StringIO()
    with speaking("en"):
        (finding,) = of(Path(f"{hostile}.txt"), [diagnostic])
        write_findings([finding, Finding("a", "b")], stream)
    assert stream.getvalue() == f"{finding}\na: b\n"
    assert "[red]a[/red] :smile: [link=x]b \\[c] \ufffd[31m" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()


def test_elsewhere_rich_is_not_imported(source: Path) -> None:
    script = (
        "import sys\nfrom jdparse.cli import main\n"
        "for args in ([sys.argv[1]], ['validate', sys.argv[1]], ['explain']): main(args)\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    words = [sys.executable, "-c", script, str(source)]
    # Colours that are forced by a variable of rich's are none of ours.
    done = subprocess.run(words, capture_output=True, check=True, env=_environ({"FORCE_COLOR": "1"}))
    assert b"JD204" in done.stdout
    assert b"\x1b" not in done.stdout + done.stderr
    loaded = {name.partition(".")[0] for name in done.stderr.decode().splitlines()[-1].split()}
    assert "jdparse" in loaded
    assert not {"rich", "regex", "docx"} & loaded
