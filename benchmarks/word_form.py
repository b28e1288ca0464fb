"""Word forms of job descriptions, and what a plain reader gets out of them: the yardsticks of a parse of a Word file."""

from io import BytesIO
from random import Random

from docx import Document
from docx.table import Table, _Cell, _Row

from sample_text import job_parts
from word_file import add_run, saved, without_unused_styles


def word_forms(tables: int, seed: int = 1) -> bytes:
    """A .docx with so many forms, a job each: labels beside values in four columns, duties in rows, requirements."""
    document = Document()
    random = Random(seed)
    for index in range(tables):
        job = job_parts(random)
        add_run(document.add_heading("", 1), f"{job.title}岗位说明书")
        table = document.add_table(rows=0, cols=4, style="Table Grid")
        _pairs(table, (("岗位名称", job.title), ("岗位编号", f"GW-{index:03}")))
        _pairs(table, (("所属部门", job.unit), ("直接上级", f"{job.unit}经理")))
        _pairs(table, (("岗位定员", "3人"), ("编制日期", "2024年5月20日")))
        for name, lines in (("岗位职责", job.duties), ("工作权限", job.rights), ("任职要求", job.needs)):
            for number, line in enumerate(lines, 1):
                cells = table.add_row().cells
                _fill(cells[0], name if number == 1 else "")
                if number > 1:
                    cells[0].merge(table.cell(len(table.rows) - number, 0))
                _fill(cells[1].merge(cells[3]), f"{number}、{line}；")
    return without_unused_styles(saved(document))


def dump(data: bytes) -> str:
    """The text of a .docx as python-docx users usually get it: paragraphs, then the cells of each row."""
    document = Document(BytesIO(data))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += ["\t".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return "\n".join(lines)


def _pairs(table: Table, pairs: tuple[tuple[str, str], ...]) -> None:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    for cell, text in zip(row.cells, (text for pair in pairs for text in pair), strict=True):
        _fill(cell, text)


def _fill(cell: _Cell, text: str) -> None:
    if text:
        add_run(cell.paragraphs[0], text)
