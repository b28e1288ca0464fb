"""Forms of which a dump lost what stood between a label and its value."""

import pytest

from tests.stages import record, tasks


def test_labels_set_wide_touch_their_values() -> None:
    text = (
        "岗位名称：染色工\n任职资格\n学    历中专以上\n专    业轻化工程\n工作经验三年以上染缸操作\n年    龄20-45岁\n"
        "岗位职责\n1、按处方称料。\n2、看缸，取样对色。\n"
    )
    (job,) = record(text)["jobs"]
    wanted = job["requirements"]
    assert (wanted["education"], wanted["majors"]) == (["中专以上"], ["轻化工程"])
    assert (wanted["experience"], wanted["age"]) == (["三年以上染缸操作"], ["20-45岁"])
    assert tasks(job) == ["按处方称料", "看缸，取样对色"]


def test_rows_in_which_labels_and_values_touch() -> None:
    text = (
        "染色工岗位说明书\n岗位名称染色工岗位编号RS-07\n所在部门染整车间直接上级车间主任\n编制日期2023年4月岗位定员6\n"
        "岗位职责\n1、按处方称料。\n2、看缸。\n"
    )
    (job,) = record(text)["jobs"]
    assert (job["title"], job["code"], job["department"], job["reports_to"]) == (
        "染色工",
        "RS-07",
        "染整车间",
        ["车间主任"],
    )
    assert (job["headcount"], tasks(job)) == ("6", ["按处方称料", "看缸"])


@pytest.mark.parametrize(
    "line",
    ["工作经验丰富者带新人看缸", "专    业技术问题请示工程师", "学    历"],
)
def test_one_such_line_alone_is_a_sentence(line: str) -> None:
    (job,) = record(f"岗位名称：染色工\n岗位职责\n按处方称料\n{line}\n看缸，取样对色\n")["jobs"]
    assert job["requirements"]["experience"] == []
    assert job["requirements"]["majors"] == []
