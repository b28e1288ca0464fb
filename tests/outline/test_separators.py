"""The ways in which a label is set off from its value: each gives the same record."""

import pytest

from tests.stages import record, tasks

PAIRS = (
    ("岗位名称", "岗 位 名 称", "配液工"),
    ("所属部门", "所 属 部 门", "制剂车间"),
    ("直接上级", "直 接 上 级", "车间主任"),
    ("工作地点", "工 作 地 点", "苏州工业园"),
    ("学历要求", "学 历 要 求", "中专以上"),
)
BELOW = "岗位职责：\n1、称量、配液；\n2、清洗罐体。\n任职要求：\n1、细心；\n2、能上夜班。\n"
FORMS = (
    "{l}:{v}",
    "{l}：{v}",
    "{l} ：{v}",
    "{l}： {v}",
    "{s}：{v}",
    "【{l}】{v}",
    "【{l}】：{v}",
    "[{l}] {v}",
    "{l}——{v}",
    "{l}—{v}",
    "{l}-{v}",
    "{l} - {v}",
    "{l}\t{v}",
    "{l}    {v}",
    "■{l}：{v}",
    "● {l}：{v}",
    "◆{l} {v}",
    "1.{l}：{v}",
    "{l}|{v}",
    "{l} | {v}",
    "| {l} | {v} |",
    "{l}={v}",
    "* {l}：{v}",
    "- **{l}**：{v}",
    "**{l}:** {v}",
    "<{l}>{v}",
    "{l}→{v}",
    "{l}⇒{v}",
    "{l}▶{v}",
    "「{l}」{v}",
    "《{l}》：{v}",
    "〖{l}〗{v}",
    "〔{l}〕{v}",
    "（{l}）：{v}",
    "{l}\n{v}",
    "{l}：\n{v}",
    "{l}::{v}",
    "{l}·{v}",
    "#{l}# {v}",
    "### {l}\n{v}",
    "{l}︰{v}",
    "{l}∶{v}",
    "{l}﹕{v}",
    "{l}：：{v}",
    "{l}  ：  {v}",
    "> {l}：{v}",
    "◎{l}：{v}",
    "※ {l}：{v}",
    "→{l}：{v}",
    "{l}丨{v}",
    "{l}｜{v}",
    "{l}~{v}",
    "{l}>{v}",
    "{l}>>{v}",
    "· {l}：{v}",
)


@pytest.mark.parametrize("form", FORMS)
def test_each_gives_the_same_record(form: str) -> None:
    lines = "\n".join(form.format(l=label, s=spaced, v=value) for label, spaced, value in PAIRS)
    (job,) = record(f"岗位说明书\n{lines}\n{BELOW}")["jobs"]
    assert (job["title"], job["department"], job["reports_to"]) == ("配液工", "制剂车间", ["车间主任"])
    assert (job["location"], job["requirements"]["education"]) == ("苏州工业园", ["中专以上"])
    assert (tasks(job), job["requirements"]["general"]) == (["称量、配液", "清洗罐体"], ["细心", "能上夜班"])


def test_a_dash_alone_sets_nothing_off() -> None:
    (job,) = record(f"岗位名称：配液工\n学历—专业不限\n{BELOW}")["jobs"]
    assert job["requirements"]["education"] == []


def test_rows_between_bars_with_columns_that_nobody_knows() -> None:
    text = (
        "职位：冷链司机\n（一）任务清单\n| 时段 | 任务 | 要求 |\n| 21:00-22:00 | 领单、验车 | 厢温达标 |\n| 22:00-02:00 | 配送商超 | 误差15分钟内 |\n"
        "（二）硬性条件\nB2驾照\n"
    )
    (job,) = record(text)["jobs"]
    assert [(duty["name"], duty["tasks"], duty["standards"]) for duty in job["duties"]] == [
        ("21:00-22:00", ["领单、验车"], ["厢温达标"]),
        ("22:00-02:00", ["配送商超"], ["误差15分钟内"]),
    ]
    assert job["requirements"]["general"] == ["B2驾照"]
