"""`jdparse text`: the source text as text and as blocks."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from jdparse import loaders
from jdparse.document import Cell, Document, Paragraph, Stream, Table
from jdparse.tracked import Span

Run = Callable[..., CompletedProcess[str]]


def test_the_text_is_that_of_the_offsets(jdparse: Run, tmp_path: Path) -> None:
    path = tmp_path / "仓管.txt"
    path.write_bytes("岗位名称：仓管\r\n\r\n岗位职责：收货".encode("gb18030"))
    done = jdparse("text", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == loaders.load(path.read_bytes(), path.name).text + "\n"
    assert jdparse("text", "-", stdin=path.read_bytes()).stdout == done.stdout
    assert jdparse("text", path, "--format", "plain", "--encoding", "gbk").stdout == done.stdout


def test_paragraphs_are_listed(jdparse: Run) -> None:
    done = jdparse(
        "text", "-", "--format", "json", stdin="岗位名称：仓管\n\n| 项目 | 权重 |\n| --- | --- |\n| 盘点 | |\n".encode()
    )
    assert json.loads(done.stdout) == [
        {"line": 1, "label": None, "text": "岗位名称：仓管"},
        {"line": 3, "rows": [["项目", "权重"], ["盘点", ""]]},
    ]


def test_numbers_tables_and_streams_are_listed(jdparse: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Merged cells, a number in a cell, a table in a table, and a footer: what only Word files have."""
    text = "一、职责\n甲\n1、乙\n丙\t丁\n第 1 页\n"

    def paragraph(words: str, marker: str = "") -> Paragraph:
        start = text.index(marker + words)
        span = Span(start, start + len(marker)) if marker else None
        return Paragraph(start + len(marker), start + len(marker + words), text.count("\n", 0, start) + 1, marker=span)

    inner = Table(text.index("丙"), text.index("丁") + 1, 4, (Cell(0, 0, ()), Cell(0, 1, ())))
    cells = (
        Cell(0, 0, (paragraph("甲"), paragraph("乙", "1、")), rows=2, columns=2),
        Cell(0, 2, (inner,)),
        Cell(2, 1, ()),
    )
    table = Table(text.index("甲"), inner.end, 2, cells)
    stream = Stream("footer", (paragraph("第 1 页"),))
    document = Document("x", "docx", None, "0" * 64, text, (paragraph("职责", "一、"), table), (stream,))

    def load(*_args: object, **_fields: object) -> Document:
        return document

    monkeypatch.setattr(loaders, "load", load)
    done = jdparse("text", "-", "--format", "json", stdin=b"x")
    assert json.loads(done.stdout) == [
        {"line": 1, "label": "一、", "text": "职责"},
        {"line": 2, "rows": [["甲\n1、乙", "", "丙\t丁"], ["", "", ""], ["", "", ""]]},
        {"stream": "footer", "line": 5, "label": None, "text": "第 1 页"},
    ]
    assert jdparse("text", "-", stdin=b"x").stdout == text
