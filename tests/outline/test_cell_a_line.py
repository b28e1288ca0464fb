"""Tables with a job in each row, of which a dump wrote each cell on a line of its own."""

import pytest

from tests.stages import record, tasks

HEADS = ("岗位", "人数", "学历", "专业", "工作地点")
POSTS = (
    ("语文教师", "2", "本科及以上", "汉语言文学", "城关校区"),
    ("校医", "1", "大专及以上", "临床医学", "滨河校区"),
    ("会计", "若干", "本科", "会计学", "城关校区"),
)


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_each_row_is_a_job(numbered: bool, between: str) -> None:
    rows = [("序号", *HEADS), *((str(i), *post) for i, post in enumerate(POSTS, 1))] if numbered else [HEADS, *POSTS]
    lines = ["招聘岗位一览表", *(cell for row in rows for cell in row), "报名方式：现场报名。"]
    found = record(between.join(lines) + "\n")
    assert [
        (job["title"], job["headcount"], *job["requirements"]["education"], *job["requirements"]["majors"])
        for job in found["jobs"]
    ] == [post[:4] for post in POSTS]
    assert [job["location"] for job in found["jobs"]] == [post[4] for post in POSTS]


def test_a_list_with_numbers_is_one_cell() -> None:
    first, second = record(
        "岗位名称\n主要职责\n出纳\n1、收付款；\n2、登记日记账。\n仓管员\n1、收货；\n2、盘点。\n以上岗位须轮岗。\n"
    )["jobs"]
    assert (first["title"], tasks(first)) == ("出纳", ["收付款", "登记日记账"])
    assert (second["title"], tasks(second)[:2]) == ("仓管员", ["收货", "盘点"])


@pytest.mark.parametrize(
    "text",
    [
        "岗位名称\n所属部门\n直接上级\n仓管员\n仓储部\n仓储经理\n岗位职责\n1、收货。\n2、盘点。\n",  # the labels of a form, then its values
        "岗位名称\n主要职责\n仓管员\n收货、盘点\n任职资格\n高中以上\n",
    ],
)
def test_one_row_is_no_table(text: str) -> None:
    assert len(record(text)["jobs"]) <= 1


def test_duties_that_begin_with_their_share_of_the_time() -> None:
    lines = [
        "职务名称",
        "行政主管/",
        "前台主管",
        "所在部门",
        "行政部",
        "工作职责：",
        "时间分配",
        "主要职责",
        "职责描述",
        "业绩衡量标准",
    ]
    lines += [
        "30 %",
        "办公用品管理",
        "编制采购计划",
        "略",
        "登记领用",
        "每月盘点",
        "70 %",
        "会务",
        "预订会场",
        "准备材料",
        "任职资格：",
        "大专以上",
    ]
    (job,) = record("\n".join(lines) + "\n")["jobs"]
    assert job["title"] == "行政主管/前台主管"
    assert [(duty["time_share"], duty["name"], duty["tasks"]) for duty in job["duties"]] == [
        ("30 %", "办公用品管理", ["编制采购计划", "登记领用", "每月盘点"]),
        ("70 %", "会务", ["预订会场", "准备材料"]),
    ]
    assert job["requirements"]["general"] == ["大专以上"]


def test_a_table_of_posts_with_a_column_that_nobody_knows() -> None:
    rows = (
        ("质量总监", "制定质量方针；处理重大投诉", "战略思维", "大中型企业"),
        ("质量经理", "组织内审；监督体系运行", "项目管理", "各类企业"),
        ("QA（质量保证）", "建立体系；审核供应商", "文件编写", "制药企业"),
    )
    lines = ["岗位名称", "核心职责", "关键技能", "适用企业/典型场景", *(cell for row in rows for cell in row)]
    found = record("\n".join(["质量岗位职责对照表", *lines]))["jobs"]
    assert [(job["title"], tasks(job), job["requirements"]["skills"]) for job in found] == [
        (title, [said], [skill]) for title, said, skill, _ in rows
    ]
    assert [extra["value"] for job in found for extra in job["extra_fields"]] == [row[-1] for row in rows]
