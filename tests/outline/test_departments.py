"""What a department does: an entry without a title, where no job stands beside it."""

import pytest

from tests.stages import record, tasks


@pytest.mark.parametrize(
    ("heading", "department"),
    [
        ("机务技术部部门职责", "机务技术部"),
        ("票务科工作职责", "票务科"),
        ("综合办公室职能", "综合办公室"),
        ("行政部岗位职责", "行政部"),
        ("信息中心的主要职责：", "信息中心"),
    ],
)
def test_duties_of_a_department(heading: str, department: str) -> None:
    (job,) = record(f"{heading}\n1、管理档案。\n2、汇总报表。\n3、组织检查。\n")["jobs"]
    assert (job["title"], job["department"]) == (None, department)
    assert tasks(job) == ["管理档案", "汇总报表", "组织检查"]


def test_each_of_several_departments() -> None:
    found = record("各部门职责\n一、办公室职责\n1、收发公文。\n2、管印章。\n二、财务处职能\n1、编预算。\n2、做决算。\n")
    assert [(job["title"], job["department"], tasks(job)) for job in found["jobs"]] == [
        (None, "办公室", ["收发公文", "管印章"]),
        (None, "财务处", ["编预算", "做决算"]),
    ]


def test_beside_jobs_it_is_none() -> None:
    text = "一、仓储部部门职责\n1、管库。\n2、盘点。\n二、仓管员岗位职责\n1、收货。\n2、发货。\n三、叉车工岗位职责\n1、装卸。\n2、保养。\n"
    found = record(text)
    assert [job["title"] for job in found["jobs"]] == ["仓管员", "叉车工"]
    assert found["extra_sections"] == [{"heading": None, "items": ["仓储部部门职责", "管库。", "盘点。"]}]


@pytest.mark.parametrize("heading", ["各部门职责", "本科室职责", "内部职责", "干部职责", "保管员职责"])
def test_no_name_of_a_department(heading: str) -> None:
    jobs = record(f"{heading}\n1、管理档案。\n2、汇总报表。\n3、组织检查。\n")["jobs"]
    assert all(job["department"] is None for job in jobs)


@pytest.mark.parametrize(
    "words", ["本职责自2024年3月1日起施行。", "本岗位说明书由人力资源部负责解释，自颁布之日起执行。"]
)
def test_what_a_document_says_of_itself_is_no_duty(words: str) -> None:
    (job,) = record(f"闸门工岗位职责\n1、启闭闸门。\n2、巡视上下游。\n{words}\n")["jobs"]
    assert (tasks(job), job["remarks"]) == (["启闭闸门", "巡视上下游"], [words])
    found = record(
        f"一、闸门工岗位职责\n1、启闭闸门。\n2、巡视。\n二、炊事员岗位职责\n1、按时开饭。\n2、采购。\n{words}\n"
    )
    assert [tasks(job) for job in found["jobs"]] == [["启闭闸门", "巡视"], ["按时开饭", "采购"]]
    assert all(not job["remarks"] for job in found["jobs"])
