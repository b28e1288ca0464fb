"""Ads as people write them: without labels, without counts, side by side on a line."""

from typing import Any

import pytest

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
