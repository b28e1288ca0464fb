"""Sections that stand side by side: in the print of a page, and in a form."""

from io import BytesIO
from typing import Any

import docx

import jdparse
from tests.stages import record, tasks

PRINT = """
岗位名称      织机主操                        岗位编码      ZZ-07

              织机副操、落布工                              每班2人，三个班共
直接下级                                      岗位定员
              验布员                                        6人

岗位职责                                      任职资格
1. 接班时检查经纱张力、综框和断经自停装       学历：初中及以上
   置，与上一班当面交清；
2. 按工艺单调整车速                           工作经验：喷气织机一年以上，会处理断
                                                        经断纬
3. 清洁机台。

备注          高温季节发放清凉饮料，夜班另有餐补，按公司办法执行，不在本说明书内列出。
"""


def test_columns_of_a_print_are_read_one_by_one() -> None:
    (job,) = record(PRINT)["jobs"]
    assert (job["title"], job["code"]) == ("织机主操", "ZZ-07")
    assert (job["direct_reports"], job["headcount"]) == (["织机副操、落布工验布员"], "每班2人，三个班共6人")
    assert tasks(job) == ["接班时检查经纱张力、综框和断经自停装置，与上一班当面交清", "按工艺单调整车速", "清洁机台"]
    assert job["requirements"]["education"] == ["初中及以上"]
    assert job["requirements"]["experience"] == ["喷气织机一年以上，会处理断经断纬"]
    assert job["remarks"] == ["高温季节发放清凉饮料，夜班另有餐补，按公司办法执行，不在本说明书内列出。"]


def _form(*rows: tuple[str, ...]) -> dict[str, Any]:
    document = docx.Document()
    table = document.add_table(len(rows), 4)
    for index, row in enumerate(rows):
        cells = table.rows[index].cells
        if len(row) == 2:
            cells = (cells[0].merge(cells[1]), cells[2].merge(cells[3]))
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    written = BytesIO()
    document.save(written)
    (job,) = jdparse.parse(written.getvalue(), "x.docx").data["jobs"]
    found: dict[str, Any] = job
    return found


def test_sections_of_a_form_stand_over_their_texts() -> None:
    job = _form(
        ("一、岗位情况", "二、任用条件"),
        ("岗位名称", "分选工", "学历", "初中"),
        ("所属部门", "成品车间", "年龄", "18—48周岁"),
        ("三、工作内容", "四、福利待遇"),
        ("1、校对灯箱；\n2、分级；", "1、包住；\n2、高温费；"),
        ("五、考核指标", "六、工作风险"),
        ("错判率不高于0.8%", "碎砖割手"),
    )
    assert (job["title"], job["requirements"]["education"]) == ("分选工", ["初中"])
    assert (tasks(job), job["compensation"]["benefits"]) == (["校对灯箱", "分级"], ["包住", "高温费"])
    assert (job["kpis"], job["risks"]) == (["错判率不高于0.8%"], ["碎砖割手"])
    assert job["blank_fields"] == []


def test_the_header_of_a_table_heads_its_columns() -> None:
    job = _form(
        ("岗位名称", "分选工", "学历", "初中"),
        ("工作职责", "工作标准"),
        ("校对灯箱", "每班一次"),
        ("分级", "错判率不高于0.8%"),
    )
    assert [(duty["tasks"], duty["standards"]) for duty in job["duties"]] == [
        (["校对灯箱"], ["每班一次"]),
        (["分级"], ["错判率不高于0.8%"]),
    ]
