"""Lines that were broken at a fixed width are joined; others are left alone."""

from typing import Any

import pytest

from tests.stages import cases, record, tasks


@pytest.mark.parametrize("case", cases("wrapping"))
def test_broken_lines(case: dict[str, Any]) -> None:
    found = record(case["text"])
    (job,) = found["jobs"]
    assert tasks(job) == case["tasks"]
    if "requirements" in case:
        assert {key: values for key, values in job["requirements"].items() if values} == case["requirements"]
    assert job["summary"] == case.get("summary")
    assert ("lines-joined" in {note["name"] for note in found["diagnostics"]}) == case["joined"]


def test_the_rest_of_a_value_that_hangs_below_it() -> None:
    text = (
        "岗位名称  净水工\n"
        "工作目的  依据原水水质的变化优化混凝、沉淀、过滤各段工艺\n"
        "          参数，使出厂水浊度稳定达标。\n"
        "岗位职责  每日分析在线仪表数据\n"
        "          调整矾、氯的投加量\n"
    )
    found = record(text)
    (job,) = found["jobs"]
    assert job["summary"] == "依据原水水质的变化优化混凝、沉淀、过滤各段工艺参数，使出厂水浊度稳定达标。"
    assert tasks(job) == ["每日分析在线仪表数据", "调整矾、氯的投加量"]  # neither reaches the page's edge
    assert "lines-joined" in {note["name"] for note in found["diagnostics"]}
