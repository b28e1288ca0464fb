"""Names of jobs right over numbered lists, with no other label in the text, and titles that share a line with what follows."""

import pytest

from tests.stages import record, tasks

LISTS = "店长\n(1)负责门店经营。\n(2)排班。\n收银员\n(1)收银。\n(2)对账。\n花艺师\n(1)包花。\n(2)养护鲜花。\n"


@pytest.mark.parametrize("title", ["", "云上花店岗位职责\n", "花店各岗位职责汇编\n"])
def test_names_over_lists(title: str) -> None:
    found = record(f"{title}{LISTS}" if title else f"岗位职责\n{LISTS}")
    assert [(job["title"], tasks(job)) for job in found["jobs"]] == [
        ("店长", ["负责门店经营", "排班"]),
        ("收银员", ["收银", "对账"]),
        ("花艺师", ["包花", "养护鲜花"]),
    ]


def test_groups_of_the_duties_of_one_job_are_no_jobs() -> None:
    (job,) = record(f"花店主管岗位职责\n{LISTS}")["jobs"]
    assert job["title"] == "花店主管"
    assert len(job["duties"]) == 3


def test_a_title_in_brackets_before_the_first_heading() -> None:
    text = "【花艺师工作职责说明书】一、岗位名称\n花艺师\n二、所属部门\n门店部\n三、岗位职责\n1. 包花\n2. 养护鲜花\n"
    (job,) = record(text)["jobs"]
    assert (job["title"], job["department"], tasks(job)) == ("花艺师", "门店部", ["包花", "养护鲜花"])
    assert job["extra_sections"] == []


def test_what_is_told_between_a_title_and_its_duties_sums_the_job_up() -> None:
    text = "花艺师岗位职责\n在花店里，花艺师决定了花束的样子。\n一、岗位职责\n1、包花。\n2、养护鲜花。\n"
    (job,) = record(text)["jobs"]
    assert (job["summary"], tasks(job)) == ("在花店里，花艺师决定了花束的样子。", ["包花", "养护鲜花"])


def test_a_heading_left_at_the_end_of_the_line_before() -> None:
    text = "花艺师岗位说明书\n花艺师岗位职责\n1、包花，保证当天出完。\n2、养护鲜花，每天换水。 花艺师岗位要求\n1、细心，手巧。\n2、能搬花桶。\n"
    (job,) = record(text)["jobs"]
    assert tasks(job) == ["包花，保证当天出完", "养护鲜花，每天换水"]
    assert job["requirements"]["general"] == ["细心，手巧", "能搬花桶"]


def test_sections_that_arabic_numbers_count_in_a_run() -> None:
    text = (
        "(一)花艺主管岗位职责说明书1.岗位基本信息岗位名称：花艺主管所属部门：门店部岗位编号：HY-01直接上级：店长岗位定员：1人"
        "2.岗位职责（按重要性排序）（1）编排花材采购计划，控制损耗。（2）培训新人，每周一次。3.任职要求（1）教育背景：中专以上；（2）工作经验：3年以上花店经验。\n"
    )
    (job,) = record(text)["jobs"]
    assert (job["title"], job["code"], job["department"]) == ("花艺主管", "HY-01", "门店部")
    assert tasks(job) == ["编排花材采购计划，控制损耗", "培训新人，每周一次"]
    assert job["requirements"]["education"] == ["中专以上"]


def test_short_pairs_run_together() -> None:
    text = "岗位名称：花艺师\n任职资格：\n性别：女年龄：20-40岁学历：中专工作经验：一年以上\n身体：健康学历：不限\n"
    wanted = record(text)["jobs"][0]["requirements"]
    assert (wanted["gender"], wanted["age"], wanted["experience"]) == (["女"], ["20-40岁"], ["一年以上"])
    assert wanted["physical"] == ["健康"]


def test_sections_that_decimals_count_in_a_run() -> None:
    text = (
        "花艺师职业岗位标准1.1 岗位名称花艺师1.2 岗位描述按订单包扎花束，保养店内鲜花。1.3 岗位标准（工作依据）（1）职责：做好包花业务。"
        "1.4 工作责任对花材损耗负责。1.5 岗位要求（1）技能：会螺旋手法，会保鲜处理。\n"
    )
    (job,) = record(text)["jobs"]
    assert job["title"] == "花艺师"
    assert ["按订单包扎花束，保养店内鲜花"] in [duty["tasks"] for duty in job["duties"]]
    assert job["requirements"]["skills"] == ["会螺旋手法，会保鲜处理"]


def test_a_short_name_in_a_heading_is_no_end_of_the_line_before() -> None:
    text = "1 岗位名称：店长\n2 岗位职责\n2.1 安全生产\n2.1.1 每月检查。\n2.1.2 每日上报。\n2.2 人员培训\n2.2.1 每季一次。\n2.2.2 做好记录。\n"
    assert [duty["name"] for duty in record(text)["jobs"][0]["duties"]] == ["安全生产", "人员培训"]


def test_sections_counted_on_in_the_next_run() -> None:
    first = (
        "花店职位说明书 职位名称：花艺师职位编号：HY-02所属部门：门店部直接上级：店长一、职位概要按订单包扎花束，保养店内鲜花，接待到店顾客，"
        "维护陈列。二、主要职责1、包花，当天订单当天完成，不得积压；2、养护鲜花，每日换水剪根，记录损耗；"
    )
    second = (
        "3、盘点花材，每周一次，账物相符。三、工作权限1、有权拒收残花；2、对花材采购有建议权。四、工作环境 门店及冷库，温度较低，需长时间站立。"
        "五、任职资格 学历要求 中专以上 工作经验 一年以上花店经验\n"
    )
    (job,) = record(f"{first}\n{second}")["jobs"]
    assert tasks(job) == [
        "包花，当天订单当天完成，不得积压",
        "养护鲜花，每日换水剪根，记录损耗",
        "盘点花材，每周一次，账物相符",
    ]
    assert job["authority"] == ["有权拒收残花", "对花材采购有建议权"]
