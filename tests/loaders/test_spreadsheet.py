"""Cells copied from a spreadsheet."""

from hypothesis import example, given
from hypothesis import strategies as st

import jdparse
from jdparse.document import Table
from jdparse.loaders import spreadsheet

COPY = (
    "岗位一览\t\t\n"
    "岗位名称\t岗位职责\t备注\n"
    '计量员\t"1、接卸油品；\n2、填写""台账""。"\t\n'
    '"加油员\n（夜班）"\t"1、引导车辆；\n2、唱收唱付。"\t提供食宿\n'
    "\n"
    "制表：人力资源部\t第1页\n"
)


def test_a_copy_is_a_table_between_lines() -> None:
    found = spreadsheet.read(COPY)
    assert found is not None
    title, table, *below = found.blocks
    assert isinstance(table, Table)
    assert [found.text[block.start : block.end] for block in (title, *below)] == [
        "岗位一览",
        "制表：人力资源部\t第1页",
    ]
    assert [block.line for block in (title, table, *below)] == [1, 2, 9]
    cells = [
        ["".join(found.text[b.start : b.end] for b in cell.blocks) for cell in table.cells if cell.row == row]
        for row in range(3)
    ]
    assert cells == [
        ["岗位名称", "岗位职责", "备注"],
        ["计量员", '1、接卸油品；2、填写"台账"。', ""],
        ["加油员（夜班）", "1、引导车辆；2、唱收唱付。", "提供食宿"],
    ]


def test_a_job_a_row() -> None:
    jobs = jdparse.parse(COPY.encode()).data["jobs"]
    assert [(job["title"], [task for duty in job["duties"] for task in duty["tasks"]]) for job in jobs] == [
        ("计量员", ["接卸油品", "填写“台账”"]),
        ("加油员（夜班）", ["引导车辆", "唱收唱付"]),
    ]


def test_an_empty_first_cell_is_of_the_row_above() -> None:
    copy = (
        "岗位名称\t调度员\n\n序号\t职责\t工作内容\t频次\n"
        "1\t运力\t编排装载方案\t每日\n\t\t评估承运商报价\t每周\n2\t在途\t监看温度\t实时\n\t\t调配备用车\t随时\n"
    )
    (job,) = jdparse.parse(copy.encode()).data["jobs"]
    assert [(duty["name"], duty["tasks"], duty["frequency"]) for duty in job["duties"]] == [
        ("运力", ["编排装载方案"], ["每日"]),
        (None, ["评估承运商报价"], ["每周"]),
        ("在途", ["监看温度"], ["实时"]),
        (None, ["调配备用车"], ["随时"]),
    ]


def test_other_texts_are_none() -> None:
    assert spreadsheet.read("岗位\t人数\n\t司机\n\t电工\n") is None
    assert spreadsheet.read('岗位名称\t计量员\n他说："一切\n照旧。"\n') is None
    assert spreadsheet.read('岗位名称\t"计量员"\n') is None
    assert spreadsheet.read("岗位名称\t计量员\n岗位职责\t接卸油品\n") is None
    assert spreadsheet.read('"一切\n照旧"') is None


CELLS = st.text(st.sampled_from('甲乙1、。"\n '), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_each_line_of_each_cell_is_a_paragraph_in_its_place(rows: list[list[str]]) -> None:
    copied = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    found = spreadsheet.read(copied)
    if found is None:
        assert not any("\n" in cell for row in rows for cell in row)
        return
    paragraphs = [
        paragraph
        for block in found.blocks
        for paragraph in ((p for cell in block.cells for p in cell.blocks) if isinstance(block, Table) else (block,))
    ]
    lines = [line.strip() for row in rows for cell in row for line in cell.split("\n") if line.strip()]
    cells = [cell.strip() for p in paragraphs for cell in found.text[p.start : p.end].split("\t")]
    assert [cell for cell in cells if cell] == lines  # a row alone is one line
    assert [found.text.count("\n", 0, p.start) + 1 for p in paragraphs] == [p.line for p in paragraphs]


@given(st.text(st.sampled_from('甲"\t\n '), max_size=40))
@example('"甲\n"\t')
def test_any_text_is_read(text: str) -> None:
    found = spreadsheet.read(text)
    if found is not None:
        assert "".join(found.text.replace('"', "").split()) == "".join(text.replace('"', "").split())
