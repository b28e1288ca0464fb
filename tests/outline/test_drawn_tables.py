"""Tables drawn with lines of characters."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import jdparse
from tests.stages import record, tasks

WIDE = """        供水调度员岗位说明书
┌──────┬───────────┬──────┬──────────┐
│ 岗位名称   │ 供水调度员           │ 岗位编号   │ DD-03              │
├──────┼───────────┼──────┼──────────┤
│ 所属部门   │ 生产调度中心         │ 工资等级   │                    │
├──────┼───────────┴──────┴──────────┤
│            │ 1、监视管网压力和清水池水位，按规程调整机泵台数；        │
│ 主要职责   │ 2、接听抢修电话，派发工单；                              │
│            │ 3、每两小时抄录一次出厂水浊度、余氯，发现异常立刻上报调  │
│            │ 度长。                                                   │
├──────┼──────┬──────────────────────┤
│            │ 学    历   │ 大专及以上                                 │
│ 任职资格   ├──────┼──────────────────────┤
│            │ 经    验   │ 两年以上调度或水厂运行经验                 │
└──────┴──────┴──────────────────────┘
编制人：莫成渝      审核人：古月明
"""

NARROW = """岗位说明书

+----------+--------------------+----------+------------+
| 岗位名称 | 档案数字化扫描员   | 岗位定员 | 4          |
+----------+--------------------+----------+------------+
| 所在部门 | 数字资源部         | 汇报对象 | 数字部主管 |
+----------+--------------------+----------+------------+

岗位职责：
1. 拆卷、编页、扫描；
2. 图像纠偏去污。

考核指标：
+------+--------------------+------+
| 序号 | 指标               | 权重 |
+======+====================+======+
| 1    | 日均扫描2000页     | 50%  |
| 2    | 差错率不高于千分之 | 50%  |
|      | 一                 |      |
+------+--------------------+------+
"""


def test_a_form_with_cells_beside_several_rows() -> None:
    (job,) = record(WIDE)["jobs"]
    assert (job["title"], job["code"], job["department"]) == ("供水调度员", "DD-03", "生产调度中心")
    assert job["blank_fields"] == ["pay_grade"]
    assert tasks(job) == [
        "监视管网压力和清水池水位，按规程调整机泵台数",
        "接听抢修电话，派发工单",
        "每两小时抄录一次出厂水浊度、余氯，发现异常立刻上报调度长",
    ]
    assert job["requirements"]["education"] == ["大专及以上"]
    assert job["requirements"]["experience"] == ["两年以上调度或水厂运行经验"]
    assert (job["people"]["prepared_by"], job["people"]["reviewed_by"]) == ("莫成渝", "古月明")


def test_a_table_with_a_rule_below_its_head_alone() -> None:
    (job,) = record(NARROW)["jobs"]
    assert (job["title"], job["headcount"], job["reports_to"]) == ("档案数字化扫描员", "4", ["数字部主管"])
    assert job["kpis"] == ["日均扫描2000页；50%", "差错率不高于千分之一；50%"]


@pytest.mark.parametrize(("across", "down"), [("┄", "┆"), ("━", "┃"), ("═", "║"), ("┈", "┊")])
def test_the_kind_of_line_does_not_matter(across: str, down: str) -> None:
    other = WIDE.replace("─", across).replace("│", down)
    assert record(other)["jobs"] == record(WIDE)["jobs"]


def test_a_form_in_gb18030_is_told_though_most_of_it_is_lines() -> None:
    parsed = jdparse.parse(WIDE.replace("─", "┄").encode("gb18030"))
    assert parsed.document.encoding == "gb18030"
    assert parsed.record.jobs[0].title == "供水调度员"


def test_a_rule_alone_and_a_line_between_bars_are_no_table() -> None:
    (job,) = record("岗位名称：焊工\n─────────\n│ 一号车间 │\n岗位职责：\n1、焊接；\n2、打磨。\n")["jobs"]
    assert tasks(job) == ["焊接", "打磨"]


@example(["||", "─-", "|1|"])
@given(st.lists(st.text("│─┌┬┐├┼┤└┴┘+-| \n岗位职责：1、名称", max_size=40), max_size=12))
def test_no_letter_between_lines_is_lost(rows: list[str]) -> None:
    text = "岗位名称：泵工\n岗位职责：\n1、巡检；\n" + "\n".join(rows)
    parsed = jdparse.parse(text.encode())
    ledger = parsed.source_map()
    assert ledger["classes"][-1][1] == len(parsed.document.text)
    said = {at for value in ledger["values"].values() for start, end in value["spans"] for at in range(start, end)}
    lost = [
        parsed.document.text[at]
        for start, end, kind in ledger["classes"]
        if kind == "unclassified"
        for at in range(start, end)
        if at not in said
    ]
    assert re.sub(r"[\W_]", "", "".join(lost)) == ""
