"""Headings of ads that speak to the reader."""

import pytest

from jdparse import spoken


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("这个职位要做什么", "duties"),
        ("加入我们后你会做什么", "duties"),
        ("你的一天", "duties"),
        ("我们希望看到的背景", "requirements.general"),
        ("什么样的人适合这个岗位", "requirements.general"),
        ("你需要具备的条件", "requirements.general"),
        ("谁适合这个岗位", "requirements.general"),
        ("我们能给你什么", "compensation.benefits"),
        ("你能得到什么", "compensation.benefits"),
        ("为什么加入我们", "compensation.benefits"),
        ("我们是谁", "organization.description"),
        ("您来了以后要做什么", "duties"),
        ("我们希望您", "requirements.general"),
        ("你是干什么的", "summary"),
        ("你有哪些权", "authority"),
        ("怎么考核你", "kpis"),
        ("归谁管", "reports_to"),
    ],
)
def test_a_heading_in_spoken_words(label: str, field: str) -> None:
    assert spoken.find(label) == field


@pytest.mark.parametrize(
    "label",
    [
        "我们的产品",
        "你好",
        "公司要求",
        "团队负责",
        "这个岗位的考核",
        "什么是岗位分析",
        "如果你",
        "我们相信你一定会在这里得到成长",
    ],
)
def test_no_heading(label: str) -> None:
    assert spoken.find(label) is None
