"""Answers to tick: a line each, or side by side below their label."""

import pytest

from tests.stages import record, tasks

FORM = """岗位名称：护工
用工形式：
{}
岗位职责：
1、照护老人；
2、协助就餐。
任职要求：
1、身体健康。
"""


@pytest.mark.parametrize(
    "answers",
    [
        "□ 正式编\n☑ 合同制\n□ 劳务派遣",
        "□正式编 ☑合同制 □劳务派遣",
        "【 】正式编 【√】合同制 【 】劳务派遣",
        "（ ）正式编\n（√）合同制\n（ ）劳务派遣",
    ],
)
def test_the_ticked_answer_is_the_value(answers: str) -> None:
    (job,) = record(FORM.format(answers))["jobs"]
    assert job["job_type"] == "合同制"
    assert tasks(job) == ["照护老人", "协助就餐"]
    assert job["extra_sections"] == []


def test_an_answer_without_a_label_is_told_by_its_type() -> None:
    page = "# 建模岗说明\n\n## 建模员\n\n- [x] 全职\n- [ ] 兼职\n\n### 岗位职责\n\n1. 建模；\n2. 修补。\n"
    (job,) = record(page)["jobs"]
    assert (job["title"], job["job_type"]) == ("建模员", "全职")
    assert tasks(job) == ["建模", "修补"]


def test_boxes_that_are_all_alike_are_bullets() -> None:
    (job,) = record("岗位名称：护工\n岗位职责：\n□ 照护老人\n□ 协助就餐\n")["jobs"]
    assert tasks(job) == ["照护老人", "协助就餐"]
