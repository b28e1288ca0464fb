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


def test_labels_that_stand_behind_the_values_of_others() -> None:
    text = (
        "岗位编号：\n005\n岗位名称行政部经理直属部门行政部\n直接上级总经理\n直接下级文员、驾驶员\n任职条件健康状况：\n身体健康，相貌端正工作经历：\n"
        "三年以上办公室工作经验文化程度：\n大专以上语言水平：\n英语水平良好\n岗位职责及工作内容1、编制人员计划并组织实施；2、建立各项制度，报总经理批准后下发；3、按照预算，负责审核\n"
        "工资、奖金和福利，控制人工成本；4、负责招聘，择优录用新员工；5、安排本部门员工的工作。\n"
    )
    (job,) = record(text)["jobs"]
    assert (job["code"], job["title"], job["department"]) == ("005", "行政部经理", "行政部")
    assert (job["reports_to"], job["direct_reports"]) == (["总经理"], ["文员、驾驶员"])
    wanted = job["requirements"]
    assert (wanted["physical"], wanted["experience"]) == (["身体健康，相貌端正"], ["三年以上办公室工作经验"])
    assert (wanted["education"], wanted["languages"]) == (["大专以上"], ["英语水平良好"])
    assert tasks(job) == [
        "编制人员计划并组织实施",
        "建立各项制度，报总经理批准后下发",
        "按照预算，负责审核工资、奖金和福利，控制人工成本",
        "负责招聘，择优录用新员工",
        "安排本部门员工的工作",
    ]


@pytest.mark.parametrize("line", ["请说明你的工作经历：", "2．工作经历：", "附上以下的文化程度："])
def test_a_label_at_the_end_of_a_sentence_stands_behind_no_value(line: str) -> None:
    (job,) = record(f"岗位名称：染色工\n岗位职责\n1、按处方称料\n2、看缸\n任职要求\n1、细心\n{line}\n三年\n")["jobs"]
    assert tasks(job) == ["按处方称料", "看缸"]
