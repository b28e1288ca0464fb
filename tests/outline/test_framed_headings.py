"""Headings whose number or decoration stands in an unusual place."""

import pytest

from tests.stages import record, tasks

SECTIONS = (
    ("岗位职责", ("称量、配液；", "清洗罐体。")),
    ("任职要求", ("细心；", "能上夜班。")),
    ("福利待遇", ("五险一金；", "免费工作餐。")),
)
NUMERALS = "一二三"


@pytest.mark.parametrize("marker", ["{i}、", "", "- ", "（{i}）"])
@pytest.mark.parametrize(
    "form", ["【{n}、{h}】", "[{n}、{h}]", "PART.0{d} {h}", "Part {d} {h}", "0{d}/{h}", "丨{h}", "▍{h}"]
)
def test_it_heads_its_section(form: str, marker: str) -> None:
    text = "配液工岗位说明书\n部门：制剂车间\n"
    for number, (heading, items) in enumerate(SECTIONS, 1):
        text += form.format(h=heading, n=NUMERALS[number - 1], d=number) + "\n"
        text += "".join(f"{marker.format(i=i)}{item}\n" for i, item in enumerate(items, 1))
    (job,) = record(text)["jobs"]
    assert (job["title"], tasks(job)) == ("配液工", ["称量、配液", "清洗罐体"])
    assert job["requirements"]["general"] == ["细心", "能上夜班"]
    assert job["compensation"]["benefits"] == ["五险一金", "免费工作餐"]


def test_parts_that_are_jobs_keep_their_numbers() -> None:
    text = "PART.01 主班教师\n任职要求：\n1、有教师资格证；\n2、会弹琴。\nPART.02 保育员\n任职要求：\n1、有爱心；\n2、身体健康。\n"
    assert len(record(text)["jobs"]) == 2
