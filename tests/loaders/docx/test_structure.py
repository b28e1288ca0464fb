"""Blocks: what they say of a paragraph and of a table's grid, and that their offsets hold."""

from collections.abc import Iterable
from io import BytesIO

import docx

from jdparse.document import Block, Cell, Document, Paragraph, Table
from jdparse.loaders.docx import load
from tests.loaders.docx import build
from tests.loaders.docx.build import abstract, cell, level, num, p, r, row, style, table

BOLD = "<w:b/>"
PAGE = '<w:r><w:br w:type="page"/></w:r>'


def word(*body: str, styles: str = "", numbering: str = "") -> Document:
    return load(build.package(*body, styles=styles, numbering=numbering), "a.docx")


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def grid(document: Document) -> list[tuple[int, int, int, int, str]]:
    """Row, column, rows, columns and text of each cell of the first table."""
    found = next(block for block in document.blocks if isinstance(block, Table))
    return [(c.row, c.column, c.rows, c.columns, cell_text(document, c)) for c in found.cells]


def cell_text(document: Document, found: Cell) -> str:
    return document.text[found.blocks[0].start : found.blocks[-1].end]


def test_offsets_lines_and_markers() -> None:
    document = word(
        p("标题"),
        p(),
        p(r(" ")),
        p("甲", "<w:r><w:br/></w:r>", "乙", number=1),
        table(row("丙", cell("丁", "戊")), row("己", "")),
        p("庚"),
        numbering=abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0),
    )
    assert document.text == "标题\n\n\n一、\t甲\n乙\n丙\t丁\n戊\n己\t\n庚\n"
    title, item, form, last = document.blocks
    assert isinstance(item, Paragraph)
    assert isinstance(last, Paragraph)
    assert document.text[title.start : title.end] == "标题"
    assert item.marker is not None
    assert document.text[slice(*item.marker)] == "一、"
    assert document.text[item.start : item.end] == "甲\n乙"
    assert [block.line for block in document.blocks] == [1, 4, 6, 9]
    assert (item.gap, last.gap) == (2, 0)
    assert document.text[form.start : form.end] == "丙\t丁\n戊\n己\t"
    assert grid(document) == [(0, 0, 1, 1, "丙"), (0, 1, 1, 1, "丁\n戊"), (1, 0, 1, 1, "己"), (1, 1, 1, 1, "")]


def test_headings() -> None:
    styles = (
        style("1", "heading 1")
        + style("a3", "条款", based_on="2")
        + style("2", "标题 2")
        + style("a4", "大纲", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>', based_on="1")
        + style("a5", "循环", based_on="a6")
        + style("a6", "环", based_on="a5")
    )
    document = word(
        *(p("x", style=name) for name in ("1", "2", "a3", "a4", "a5", "none")),
        p("x", style="1", properties='<w:outlineLvl w:val="9"/>'),
        p("x", properties='<w:outlineLvl w:val="0"/>'),
        styles=styles,
    )
    assert [found.heading for found in paragraphs(document)] == [1, 2, 2, 4, 0, 0, 0, 1]


def test_bold() -> None:
    styles = (
        style("B", "粗段", f"<w:rPr>{BOLD}</w:rPr>")
        + style("C", "粗字", f"<w:rPr>{BOLD}</w:rPr>", kind="character")
        + style("D", "承", based_on="B")
    )
    run_style = '<w:rStyle w:val="C"/>'
    document = word(
        p(r("全", BOLD), r(" "), r("粗", BOLD)),
        p(r("半", BOLD), r("粗")),
        p(r("关", '<w:b w:val="0"/>')),
        p(r("字", run_style)),
        p("段", style="D"),
        p(r("反", run_style), style="B"),
        p(r("粗", BOLD), properties="<w:rPr><w:b/></w:rPr>"),
        p("细", properties="<w:rPr><w:b/></w:rPr>"),
        styles=styles,
    )
    assert [found.bold for found in paragraphs(document)] == [True, False, False, True, True, False, True, False]


def test_page_breaks() -> None:
    document = word(
        p("封面"),
        p(PAGE),
        p("甲"),
        p("乙", PAGE),
        p("丙", PAGE, "丁"),
        p("戊", properties="<w:pageBreakBefore/>"),
        p("己", "<w:r><w:lastRenderedPageBreak/></w:r>", properties='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'),
        p("庚", properties='<w:sectPr><w:type w:val="continuous"/></w:sectPr>'),
        p("辛"),
        "<w:sectPr/>",
    )
    broken = [document.text[found.start : found.end] for found in paragraphs(document) if found.page_break]
    assert broken == ["甲", "丙", "丁", "戊", "辛"]


def test_grid_of_merged_cells() -> None:
    span = '<w:gridSpan w:val="{}"/>'
    merged, continued = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = word(
        table(
            row(cell("表头", properties=span.format(3))),
            row(cell("职责", properties=merged), cell("甲", properties=span.format(2))),
            row(cell(properties=continued), "乙", cell("丙", properties=merged)),
            row(cell(properties=continued), "丁", cell(properties=continued)),
            row(cell("戊", properties=continued), properties='<w:gridBefore w:val="1"/>'),
        )
    )
    assert grid(document) == [
        (0, 0, 1, 3, "表头"),
        (1, 0, 3, 1, "职责"),
        (1, 1, 1, 2, "甲"),
        (2, 1, 1, 1, "乙"),
        (2, 2, 2, 1, "丙"),
        (3, 1, 1, 1, "丁"),
        (4, 1, 1, 1, "戊"),  # continues nothing: a cell on its own
    ]


def test_a_narrower_continuation_is_a_cell_of_its_own() -> None:
    wide, merged = '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = word(table(row(cell("甲", properties=wide)), row(cell("乙", properties=merged), "丙")))
    assert grid(document) == [(0, 0, 1, 2, "甲"), (1, 0, 1, 1, "乙"), (1, 1, 1, 1, "丙")]


def test_streams() -> None:
    document = load(
        build.package(
            p("目录项", style="10"),
            p("正文", r(inside='<w:footnoteReference w:id="1"/>')),
            '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>',
            styles=style("10", "toc 1"),
            parts={
                "word/header1.xml": build.Part(build.margin("hdr", table(row("公司", "编号"))), "header"),
                "word/footnotes.xml": build.Part(build.note_part("footnote", p("注")), "footnotes"),
            },
        ),
        "a.docx",
    )
    assert [(stream.kind, texts(document, stream.blocks)) for stream in document.streams] == [
        ("contents", ["目录项"]),
        ("footnote", ["注"]),
        ("header", ["公司\t编号"]),
    ]
    assert texts(document, document.blocks) == ["正文"]


def texts(document: Document, blocks: Iterable[Block]) -> list[str]:
    return [document.text[block.start : block.end] for block in blocks]


def test_a_file_of_python_docx() -> None:
    made = docx.Document()
    made.add_heading("任职资格", 1)
    made.add_paragraph("本科学历", style="List Number")
    made.add_paragraph("两年经验", style="List Number")
    made.add_paragraph("细心", style="List Bullet")
    form = made.add_table(2, 2)
    form.cell(0, 0).merge(form.cell(1, 0)).text = "部门"
    form.cell(0, 1).text = "行政部"
    out = BytesIO()
    made.save(out)
    document = load(out.getvalue(), "a.docx")
    assert document.text == "任职资格\n1.\t本科学历\n2.\t两年经验\n•\t细心\n部门\t行政部\n\t\n"
    assert paragraphs(document)[0].heading == 1
    assert grid(document)[0] == (0, 0, 2, 1, "部门")


def test_the_same_bytes_give_the_same_document() -> None:
    data = build.package(p("甲"), table(row("乙")))
    assert load(data, "a.docx") == load(data, "a.docx")
