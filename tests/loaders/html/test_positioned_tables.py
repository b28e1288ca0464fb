"""Tables in layers of positioned text, where only the places of the lines tell the rows."""

from collections.abc import Iterable

import jdparse
from tests.loaders.html.pages import lines, load

SIZE = 14
Line = tuple[float, float, str]


def layer(pieces: Iterable[Line]) -> str:
    written = "".join(
        f"<div style='position:absolute;left:{left}px;top:{top}px;font-size:{SIZE}px'>{text}</div>"
        for left, top, text in pieces
    )
    return f"<div class=page>{written}</div>"


def cell(left: float, top: float, *texts: str) -> list[Line]:
    """Lines of one cell, the usual distance from each other."""
    return [(left, top + 20 * index, text) for index, text in enumerate(texts)]


PAIRS = [
    *cell(250, 40, "岗位说明书"),
    *cell(60, 90, "岗位名称"),
    *cell(180, 90, "制曲班长"),
    *cell(60, 150, "工作概要"),
    *cell(
        180,
        130,
        "带领制曲班完成润料、踩曲和入房，控制曲房的温度与",
        "湿度，按月盘点曲块并向车间报出库存，参加新曲的感",
        "官评定。",
    ),
    *cell(60, 240, "权限"),
    *cell(180, 230, "有权停止使用受潮的原料并报告车间主任，有权向车间", "提出奖惩建议"),
]

TABLE = [
    *cell(60, 40, "序号"),
    *cell(120, 40, "工作任务"),
    *cell(420, 40, "时间比重"),
    *cell(60, 80, "1"),
    *cell(120, 70, "检查润料的水分并登记，超出范围时通知", "原料组返工"),
    *cell(420, 80, "40%"),
    *cell(60, 130, "2"),
    *cell(120, 120, "每两小时测曲房的温度与湿度，按曲线调", "整门窗"),
    *cell(420, 130, "35%"),
    *cell(60, 180, "3"),
    *cell(120, 170, "组织全班学习新的操作规程并逐人考试，不", "合格的不上岗"),
    *cell(420, 180, "15%"),
    *cell(60, 220, "4"),
    *cell(120, 220, "盘点曲块"),
    *cell(420, 220, "10%"),
]


def test_labels_stand_in_the_middle_beside_their_values() -> None:
    assert lines(load(layer(PAIRS))) == [
        "岗位说明书",
        "岗位名称    制曲班长",
        "工作概要 | 带领制曲班完成润料、踩曲和入房，控制曲房的温度与湿度，按月盘点曲块并向车间报出库存，参加新曲的感官评定。",
        "权限 | 有权停止使用受潮的原料并报告车间主任，有权向车间提出奖惩建议",
    ]
    (job,) = jdparse.parse(f"<meta charset=utf-8>{layer(PAIRS)}".encode(), "x.html").data["jobs"]
    assert job["title"] == "制曲班长"
    assert job["authority"] == ["有权停止使用受潮的原料并报告车间主任，有权向车间提出奖惩建议"]


def test_a_header_and_a_row_of_one_line_are_of_the_table() -> None:
    assert lines(load(layer(TABLE))) == [
        "序号 | 工作任务 | 时间比重",
        "1 | 检查润料的水分并登记，超出范围时通知原料组返工 | 40%",
        "2 | 每两小时测曲房的温度与湿度，按曲线调整门窗 | 35%",
        "3 | 组织全班学习新的操作规程并逐人考试，不合格的不上岗 | 15%",
        "4 | 盘点曲块 | 10%",
    ]
    page = f"<meta charset=utf-8><p>岗位名称：制曲班长</p>{layer(TABLE)}"
    (job,) = jdparse.parse(page.encode(), "x.html").data["jobs"]
    assert [duty["time_share"] for duty in job["duties"]] == ["40%", "35%", "15%", "10%"]


def test_columns_of_text_are_no_rows() -> None:
    left = cell(60, 40, "负责检查润料的水分并登记在册", "负责测曲房的温度与湿度并记", "负责按月盘点曲块并报出库存")
    right = cell(420, 40, "负责带领班组完成每日的产量", "负责检查原料的受潮与虫害情", "负责评定新曲的外观与断面和")
    assert lines(load(layer([*left, *right]))) == [f"{a[2]}    {b[2]}" for a, b in zip(left, right, strict=True)]


def test_labels_below_each_other_are_no_cell() -> None:
    names = cell(60, 40, "岗位名称：", "所属部门：", "直接上级：")
    values = cell(150, 41, "制曲班长", "制曲车间", "车间主任")
    shown = lines(load(layer([*names, *values])))
    assert [line.split() for line in shown] == [
        ["岗位名称：", "制曲班长"],
        ["所属部门：", "制曲车间"],
        ["直接上级：", "车间主任"],
    ]


LISTED = [
    *cell(60, 40, "1. 试车"),
    *cell(90, 60, "工作内容"),
    *cell(400, 60, "工作标准"),
    *cell(70, 80, "(1) 会同维保员检查驱动机、减速机、制动器", "和紧急停车按钮"),
    *cell(380, 80, "每日七点前完成，检查", "表签字齐全"),
    *cell(70, 120, "(2) 空载试车一圈"),
    *cell(380, 120, "不少于15分钟，有异常", "不放行"),
    *cell(70, 160, "(3) 看风速仪"),
    *cell(380, 160, "记录真实"),
    *cell(60, 180, "2. 载客"),
]


def test_rows_that_are_counted_need_no_room_between_them() -> None:
    following = [
        *cell(70, 40, "(4) 填日志"),
        *cell(380, 40, "字迹清楚"),
        *cell(60, 60, "2. 载客"),
        *cell(60, 80, "（略）"),
    ]
    assert lines(load(layer(LISTED))) == [
        "1. 试车",
        "工作内容 | 工作标准",
        "(1) 会同维保员检查驱动机、减速机、制动器和紧急停车按钮 | 每日七点前完成，检查表签字齐全",
        "(2) 空载试车一圈 | 不少于15分钟，有异常不放行",
        "(3) 看风速仪 | 记录真实",
        "2. 载客",
    ]
    page = f"<meta charset=utf-8><p>岗位名称：索道司机</p><p>二、岗位职责</p>{layer(LISTED[:-1])}{layer(following)}"
    (job,) = jdparse.parse(page.encode(), "x.html").data["jobs"]
    assert [(duty["name"], duty["tasks"][-1:], duty["standards"][-1:]) for duty in job["duties"][:1]] == [
        ("试车", ["填日志"], ["字迹清楚"])
    ]


def test_rows_of_pairs_as_near_as_lines_of_a_text() -> None:
    rows = [
        ("岗位名称", "设备科科长", "所属部门", "设备科"),
        ("直接上级", "生产副厂长", "直接下级", "设备员、维修班长"),
    ]
    pieces = [
        (left, 40 + 20 * at, text)
        for at, row in enumerate(rows)
        for left, text in zip((100, 220, 420, 540), row, strict=True)
    ]
    pieces += [(100, 80, "岗位职责："), (100, 100, "1、负责全厂设备的管理和维修；"), (100, 120, "2、编制检修计划。")]
    (job,) = jdparse.parse(f"<meta charset=utf-8>{layer(pieces)}".encode(), "x.html").data["jobs"]
    assert (job["title"], job["department"], job["reports_to"], job["direct_reports"]) == (
        "设备科科长",
        "设备科",
        ["生产副厂长"],
        ["设备员、维修班长"],
    )
