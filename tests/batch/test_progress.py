"""What a person sees of a batch while it runs and at its end."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.batch.conftest import Start, fill

Run = Callable[..., CompletedProcess[str]]


def test_lines_where_there_is_no_terminal(jdparse: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(here / "in", 6)
    monkeypatch.setattr("jdparse.cli.progress.EVERY", 0.0)
    lines = jdparse("in", "-o", "out").stderr.splitlines()
    assert len(lines) > 3
    assert all(line.startswith("jdparse: ") for line in lines)
    assert re.fullmatch(r"jdparse: found: 6; parsed: 6; skipped: 0; failed: 0; a second: [\d.]+", lines[-2])
    assert re.fullmatch(
        r"jdparse: jobs: 6; seconds: [\d.]+; a document: [\d.]+ ms \(p50\), [\d.]+ ms \(p99\)", lines[-1]
    )
    assert jdparse("in", "-o", "out", "-q").stderr == ""


def test_the_summary_names_what_is_common(jdparse: Run, here: Path) -> None:
    for number in range(3):
        (here / f"{number}.txt").write_text(
            "岗位名称：仓管\n何种缘由：账物相符\n岗位职责：\n1、收货；\n3、发货。\n", "utf-8"
        )
    told = jdparse("*.txt", "-o", "out").stderr
    (common,) = re.findall(r"commonest diagnostics: (.*)", told)
    assert {"numbering-gap 3", "unknown-label 3"} <= set(common.split(", "))
    assert "commonest unknown labels: 何种缘由 3\n" in told


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")
def test_a_bar_on_a_terminal(here: Path, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    import pty

    monkeypatch.delenv("NO_COLOR", raising=False)
    fill(here / "in", 6)
    (here / "in" / "empty.txt").write_bytes(b"")
    parent, child = pty.openpty()
    process = start("in", "-o", "out", stderr=child)
    os.close(child)
    shown = b""
    try:
        while block := os.read(parent, 1 << 16):
            shown += block
    except OSError:  # how the end of a terminal is told
        pass
    os.close(parent)
    assert process.wait() == 1
    assert "\x1b[" in shown.decode()
    assert b"jdparse: in/empty.txt: the file is empty\r\n" in shown
    assert b"jdparse: found: 7; parsed: 6; skipped: 0; failed: 1 (parse 1)" in shown
