"""Tables that the end of a page cut in two."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
import pytest

import jdparse

Row = Sequence[str]
HEADER: Row = ("序号", "工作任务", "时间比重", "工作标准")
FIRST: Sequence[Row] = (("1", "编排每周采样点位", "15%", "覆盖率100%"), ("2", "完成日检九项", "35%", "当日出数"))
SECOND: Sequence[Row] = (("3", "复核原始记录", "20%", "差错率低于千分之三"), ("4", "管理标准物质", "30%", "账物相符"))
NAME = "岗位名称：水质化验班长"


def _page(*tables: Sequence[Row]) -> dict[str, Any]:
    heads = "<p>宁塞供水有限责任公司　岗位说明书汇编　NSG-2021</p>"
    written = "".join(
        f"<table border=1>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"
        for rows in tables
    )
    page = f"<meta charset=utf-8><p>{NAME}</p>" + written.replace("<table", heads + "<table")
    return jdparse.parse(page.encode(), "x.html").data


def _word(*tables: Sequence[Row]) -> dict[str, Any]:
    document = docx.Document()
    document.add_paragraph(NAME)
    for rows in tables:
        table = document.add_table(len(rows), len(rows[0]))
        for index, row in enumerate(rows):
            for cell, text in zip(table.rows[index].cells, row, strict=True):
                cell.text = text
        document.add_paragraph()
    written = BytesIO()
    document.save(written)
    return jdparse.parse(written.getvalue(), "x.docx").data


def _duties(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    (job,) = found["jobs"]
    return [
        (task, duty["time_share"], standard)
        for duty in job["duties"]
        for task, standard in zip(duty["tasks"], duty["standards"], strict=True)
    ]


@pytest.mark.parametrize("read", [_page, _word])
@pytest.mark.parametrize("columns", [slice(0, None), slice(1, None)])
def test_rows_go_on_in_the_table_of_the_next_page(read: Any, columns: slice) -> None:
    first, second = [row[columns] for row in (HEADER, *FIRST)], [row[columns] for row in SECOND]
    assert _duties(read(first, second)) == [(row[1], row[2], row[3]) for row in (*FIRST, *SECOND)]


def test_a_table_with_a_header_of_its_own_is_another() -> None:
    contacts = [("联系对象", "联系事项", "频率", "方式"), ("计量所", "送检", "每年", "电话")]
    found = _word([HEADER, *FIRST], contacts)
    assert _duties(found) == [(row[1], row[2], row[3]) for row in FIRST]
    assert found["jobs"][0]["relations"]["contacts"]


def test_numbers_that_begin_again_are_of_another_table() -> None:
    found = _word([HEADER, *FIRST], [("1", "复核原始记录", "20%", "差错率低于千分之三")])
    assert all("复核原始记录" not in task for task, _, _ in _duties(found))


def test_a_section_at_the_left_goes_on_below_an_empty_cell() -> None:
    document = docx.Document()
    document.add_paragraph(NAME)
    first = (
        ("工作职责", "工作项目", "工作内容", "时间比重"),
        ("", "采样", "1．编排点位；\n2．复核水样瓶和标签，", "60%"),
    )
    second = (
        ("", "工作项目", "工作内容", "时间比重"),
        ("", "", "缺项的当场补齐。", ""),
        ("", "化验", "完成日检九项。", "40%"),
        ("任职资格", "学历", "大专以上", "大专以上"),
    )
    for rows, beside in ((first, 2), (second, 3)):
        table = document.add_table(len(rows), 4)
        for index, row in enumerate(rows):
            for cell, text in zip(table.rows[index].cells, row, strict=True):
                cell.text = text
        table.cell(0, 0).merge(table.cell(beside - 1, 0)).text = rows[0][0]
    table.cell(3, 2).merge(table.cell(3, 3)).text = "大专以上"
    written = BytesIO()
    document.save(written)
    (job,) = jdparse.parse(written.getvalue(), "x.docx").data["jobs"]
    assert [(duty["name"], duty["tasks"], duty["time_share"]) for duty in job["duties"]] == [
        ("采样", ["编排点位", "复核水样瓶和标签，缺项的当场补齐"], "60%"),
        ("化验", ["完成日检九项"], "40%"),
    ]
    assert job["requirements"]["education"] == ["大专以上"]


POSTS = """二、选聘岗位及主要职责
（一）鸟类监测员
主要职责：开展同步调查，记录种类与数量。
（二）自然解说员
主要职责：
1. 承担讲解和接待；
2. 编写讲稿。
三、岗位条件
各岗位人数及资格条件见下表："""


def test_a_table_of_the_posts_that_a_text_describes() -> None:
    rows = (
        ("序号", "岗位名称", "选聘人数", "学历要求", "备注"),
        ("1", "鸟类监测员", "2", "本科及以上", "需凌晨出野外"),
        ("2", "自然解说员", "1", "大专及以上", "周末轮班"),
    )
    text = "".join(f"<p>{line}</p>" for line in POSTS.split("\n"))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    behind = "<p>四、薪酬与管理</p><p>受聘人员签订劳动合同，首签二年。</p>"
    page = f"<meta charset=utf-8><h1>湿地中心公开选聘公告</h1>{text}<table border=1>{table}</table>{behind}"
    found = jdparse.parse(page.encode(), "x.html").data
    first, second = found["jobs"]
    assert (first["title"], first["headcount"], first["requirements"]["education"]) == (
        "鸟类监测员",
        "2",
        ["本科及以上"],
    )
    assert (second["title"], second["headcount"], second["remarks"]) == ("自然解说员", "1", ["周末轮班"])
    assert [duty["tasks"] for duty in second["duties"]] == [["承担讲解和接待", "编写讲稿"]]
    assert any("首签二年" in item for section in found["extra_sections"] for item in section["items"])
