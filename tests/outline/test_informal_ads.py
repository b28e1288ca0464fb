"""Ads as people write them: without labels, without counts, side by side on a line."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jdparse
from tests.stages import cases, record, tasks

FIELDS = ("title", "headcount", "location", "working_hours", "requirements", "compensation", "application")


@pytest.mark.parametrize("case", cases("informal_ads"))
def test_informal_ads(case: dict[str, Any]) -> None:
    found = record(case["text"])
    assert [_said(job) for job in found["jobs"]] == case["jobs"]
    assert _filled(found["organization"]) == case.get("organization", {})
    assert _items(found) == case.get("others", [])


@pytest.mark.parametrize("case", cases("informal_ads"))
def test_no_letter_of_an_informal_ad_is_lost(case: dict[str, Any]) -> None:
    parsed = jdparse.parse(case["text"].encode())
    ledger = parsed.source_map()
    text = parsed.document.text
    said = {at for value in ledger["values"].values() for start, end in value["spans"] for at in range(start, end)}
    unsaid = [
        text[at]
        for start, end, kind in ledger["classes"]
        if kind == "unclassified"
        for at in range(start, end)
        if at not in said and text[at].isalnum()
    ]
    assert unsaid == []


PIECES = (
    *"：\n\n\t |，。；（）【】👉⏰>\f",
    *(
        "诚聘",
        "现招聘",
        "现需",
        "急！",
        "要求：",
        "工作：",
        "补贴：",
        "元",
        "时间：9:00-18:00",
        "地址：",
        "电话 13811112222",
        "报名加微信",
    ),
    *(
        "电工2名",
        "焊工 45岁以下 3000",
        "各2名",
        "人事专员一名",
        "2名（江口站）。",
        "厨师1名、切配工2名",
        "找一位 Academic Director，",
    ),
    *(
        "岗位：保育员3名、厨师1名",
        "厨师须有证",
        "切配工、厨师55岁",
        "待遇：保育员3200元，厨师4500元",
        "以上岗位",
        "早班 8:30-12:30",
    ),
    *(
        "岗位名称",
        "岗位职责",
        "单位：",
        "晨光幼儿园",
        "甲方职责",
        "1、",
        "四、",
        "五、",
        "---",
        "接触对象   联系方式   联系事项",
    ),
)
MOST_UNSAID = 4
"""Letters of a column's name or of a heading over nothing; see `tests.test_documents`."""


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_no_letter_is_lost_however_an_ad_is_put_together(pieces: list[str]) -> None:
    parsed = jdparse.parse(f"招聘{''.join(pieces)}".encode())
    ledger = parsed.source_map()
    text = parsed.document.text
    said = {at for value in ledger["values"].values() for start, end in value["spans"] for at in range(start, end)}
    unsaid = [
        run
        for start, end, kind in ledger["classes"]
        if kind == "unclassified"
        for run in "".join(text[at] if at not in said else " " for at in range(start, end)).split()
    ]
    assert [run for run in unsaid if sum(map(str.isalnum, run)) > MOST_UNSAID] == []


def _said(job: dict[str, Any]) -> dict[str, Any]:
    """What a job says, but for what is derived from it."""
    said = _filled({field: job[field] for field in FIELDS})
    return said | _filled({"duties": tasks(job), "others": _items(job)})


def _items(record: dict[str, Any]) -> list[str]:
    return [item for section in record["extra_sections"] for item in section["items"]]


def _filled(said: dict[str, Any] | None) -> dict[str, Any]:
    """The keys that have a value, and of objects in them those that have one."""
    filled = {key: _filled(value) if isinstance(value, dict) else value for key, value in (said or {}).items()}
    return {key: value for key, value in filled.items() if value not in (None, [], {})}
