"""The plain-text loader."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdparse.document import Block, Document, Paragraph, Table
from jdparse.errors import JdparseError, UnreadableInput
from jdparse.loaders.text import NOTED_PLACES, base_name, load


def lines(document: Document) -> list[tuple[str, int, int]]:
    """The paragraphs as text, line and gap."""
    return [
        (document.text[block.start : block.end], block.line, block.gap)
        for block in document.blocks
        if isinstance(block, Paragraph)
    ]


def grid(document: Document, table: Block) -> list[list[str]]:
    assert isinstance(table, Table)
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        texts = [document.text[block.start : block.end] for block in cell.blocks]
        assert len(texts) <= 1
        assert cell.column == len(rows.setdefault(cell.row, []))
        rows[cell.row].append(texts[0] if texts else "")
    return list(rows.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一行", [("一行", 1, 0)]),
        ("甲\n乙", [("甲", 1, 0), ("乙", 2, 0)]),
        ("\n\n甲\n \t\n　\n乙\n\n", [("甲", 3, 2), ("乙", 6, 2)]),
        ("　　甲 乙\xa0\t\n", [("甲 乙", 1, 0)]),
        ("甲\r\n\r\n乙\r丙", [("甲", 1, 0), ("乙", 3, 1), ("丙", 4, 0)]),
        ("甲\f乙\v丙", [("甲", 1, 0), ("乙", 2, 0), ("丙", 3, 0)]),
    ],
)
def test_a_paragraph_a_line(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert lines(load(text.encode(), "x.txt")) == expected


def test_what_the_document_says_of_the_file() -> None:
    data = "岗位：护林员\n".encode("gbk")
    document = load(data, "招聘/护林员.txt")
    assert (document.name, document.format, document.encoding) == ("护林员.txt", "txt", "gb18030")
    assert document.sha256 == sha256(data).hexdigest()
    assert [(note.name, dict(note.params)) for note in document.notes] == [
        ("encoding-guessed", {"encoding": "gb18030"})
    ]
    assert load(data, "x", encoding="gbk").notes == ()


@pytest.mark.parametrize(
    ("name", "base"),
    [("a.txt", "a.txt"), ("/srv/in/a.txt", "a.txt"), ("C:\\in\\岗位.txt", "岗位.txt"), ("-", "-")],
)
def test_the_name_has_no_folder(name: str, base: str) -> None:
    assert base_name(name) == base


def test_damage_is_noted_where_it_stands() -> None:
    unit = "负责车间的设备点检工作\n".encode()
    data = unit * 30 + "负责".encode() + b"\xff" * 4 + "检修\n".encode()
    document = load(data, "x.txt")
    damaged = [note for note in document.notes if note.name == "damaged-text"]
    assert len(damaged) == 1
    span = damaged[0].span
    assert span is not None
    assert document.text[span.start : span.end] == "\ufffd\ufffd"
    assert dict(damaged[0].params) == {"text": "负责\ufffd\ufffd检修", "count": 1}


def test_notes_on_damage_are_limited() -> None:
    unit = "负责车间的设备点检与保养工作，按月提交记录，并配合安全员完成隐患排查和整改，做好交接班" * 3
    document = load((unit.encode() + b"\xff\n") * 30, "x.txt")
    damaged = [note for note in document.notes if note.name == "damaged-text"]
    assert len(damaged) == NOTED_PLACES
    assert {note.params["count"] for note in damaged} == {30}
    assert all(len(str(note.params["text"])) <= 40 for note in damaged)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "　\n\xa0".encode(), b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0"])
def test_a_file_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="the file is empty"):
        load(data, "x.txt")


TABLES = [
    ("| 指标 | 权重 |\n| --- | --- |\n| 回款率 | 40% |", [["指标", "权重"], ["回款率", "40%"]]),
    ("指标|权重\n:-|-:\n回款率|40%", [["指标", "权重"], ["回款率", "40%"]]),
    ("  |甲|乙|  \n  |:---:|---|\n  ||丙|", [["甲", "乙"], ["", "丙"]]),
    ("| 甲 |\n| - |\n| a\\|b |", [["甲"], ["a\\|b"]]),
    ("| 甲 | 乙 |\n|---|---|\n| 丙 |\n| 丁 | 戊 | 己 |", [["甲", "乙"], ["丙"], ["丁", "戊", "己"]]),
    ("| 甲 | 乙 |\n|---|---|", [["甲", "乙"]]),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_tables_of_pipes(text: str, expected: list[list[str]]) -> None:
    document = load(f"考核\n\n{text}\n\n完\n".encode(), "x.md")
    before, table, after = document.blocks
    assert grid(document, table) == expected
    assert document.text[table.start : table.end] == text.strip()
    assert isinstance(table, Table)
    assert [cell.blocks[0].line for cell in table.cells[:1]] == [table.line] == [3]
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)
    assert (after.line, after.gap) == (4 + text.count("\n") + 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "| 甲 | 乙 |\n| 丙 | 丁 |",  # no rule
        "| 甲 | 乙 |\n| --- |",  # not as many cells
        "| 甲 | 乙 |\n\n| --- | --- |",  # not on the next line
        "甲乙\n---|---",  # no border in the heads
        "甲\n----\n乙",  # a heading in Markdown
        "--- | ---\n甲 | 乙",  # a rule without heads
    ],
)
def test_lines_that_are_no_table(text: str) -> None:
    document = load(text.encode(), "x.md")
    assert [document.text[b.start : b.end] for b in document.blocks] == [line for line in text.split("\n") if line]
    assert all(isinstance(block, Paragraph) for block in document.blocks)


def test_a_table_ends_at_a_line_without_a_pipe() -> None:
    document = load("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n另起一段\n".encode(), "x.md")
    assert [type(block) for block in document.blocks] == [Table, Paragraph]


@given(st.text(alphabet="岗位 |-:\\\n\t　a1", max_size=120))
def test_no_visible_character_is_lost(text: str) -> None:
    """Blocks are in order and apart, and what lies outside of them is white space."""
    if not text.strip():
        return
    document = load(text.encode(), "x.txt")
    done = 0
    for block in document.blocks:
        assert not document.text[done : block.start].strip()
        assert block.start < block.end
        assert block.line == document.text.count("\n", 0, block.start) + 1
        done = block.end
    assert not document.text[done:].strip()


@given(st.text(alphabet="甲乙|- :\\\n", max_size=80))
def test_cells_hold_all_of_a_table_but_its_borders(text: str) -> None:
    document = load(f"| 甲 | 乙 |\n|---|---|\n{text}\n".encode(), "x.md")
    table = document.blocks[0]
    assert isinstance(table, Table)
    held = sum(len(document.text[b.start : b.end].replace(" ", "")) for cell in table.cells for b in cell.blocks)
    inside = document.text[table.start : table.end].replace("|---|---|", "", 1)
    borders = sum(inside.count(sign) for sign in (" ", "\n")) + inside.count("|")
    escaped = sum(document.text[b.start : b.end].count("|") for cell in table.cells for b in cell.blocks)
    assert held == len(inside) - borders + escaped


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_an_error_of_ours(data: bytes) -> None:
    try:
        document = load(data, "x.txt")
    except JdparseError:
        return
    assert document.blocks
