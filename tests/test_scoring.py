"""The comparison with gold records itself: what it counts, and what it lets pass."""

from typing import Any

import pytest

from tests.scoring import compare

JOB = {"title": "会计", "duties": [{"name": "核算", "tasks": ["记账", "报税"]}], "blank_fields": ["code"]}


def score(gold: dict[str, Any], got: dict[str, Any], **more: Any) -> tuple[int, list[str], list[str]]:
    found = compare({"jobs": [gold], **more}, {"jobs": [got], "diagnostics": [{"name": "blank-field"}]})
    return found.right, found.missed, found.extra


def test_a_record_agrees_with_itself() -> None:
    assert score(JOB, JOB) == (6, [], [])
    assert compare({"jobs": [JOB]}, {"jobs": [JOB]}).f1 == 1


def test_nothing_right_is_nought() -> None:
    assert compare({"jobs": [JOB]}, {"jobs": []}).f1 == 0


def test_width_and_punctuation_do_not_count() -> None:
    assert score({"title": "会计（ＡＢ）"}, {"title": "会 计(AB)。"}) == (1, [], [])


@pytest.mark.parametrize("gold", [{"any": ["出纳", "会计"]}, {"sha1": "1b4f6e4a1c8b7d"}, {"any_sha1": []}])
def test_a_leaf_with_readings(gold: dict[str, Any]) -> None:
    right, missed, _ = score({"title": gold}, {"title": "会计"})
    assert (right, len(missed)) == ((1, 0) if "any" in gold else (0, 1))


def test_misses_and_extras_are_named() -> None:
    assert score({"title": "会计", "code": "1"}, {"title": "出纳"}) == (
        0,
        ["job 0: title = 会计", "job 0: code = 1"],
        ["job 0: title = 出纳"],
    )


def test_a_task_under_the_wrong_heading_shows() -> None:
    got = {**JOB, "duties": [{"name": "核算", "tasks": ["报税", "记账"]}]}
    right, missed, extra = score(JOB, got)
    assert (right, len(missed), len(extra)) == (5, 1, 1)


def test_optional_free_and_either() -> None:
    gold = {"title": "会计", "free": ["备注文字"], "either": [[{"summary": "概述"}, {"remarks": ["概述"]}, {}]]}
    for got in ({"summary": "概述"}, {"remarks": ["概述"]}, {}, {"kpis": ["备注文字"]}):
        assert score(gold, {"title": "会计", "location": "北京", **got}, optional=["location"])[1:] == ([], [])
    assert score(gold, {"title": "会计", "kpis": ["概述"]})[2] == ["job 0: kpis = 概述"]


def test_diagnostics_and_furniture() -> None:
    assert score(JOB, JOB, diagnostics_expected=["blank-field"])[0] == 7
    assert score(JOB, JOB, diagnostics_expected=["age-limit"])[1] == ["diagnostic age-limit"]
    assert score(JOB, JOB, removed_expected=["记账"])[2] == ["in a job: 记账"]


def test_jobs_are_paired_in_order_as_well_as_they_fit() -> None:
    a, b, c = ({"title": name, "code": name} for name in ("甲岗", "乙岗", "丙岗"))
    found = compare({"jobs": [a, b, c]}, {"jobs": [a, c]})
    assert (found.right, found.missed, found.extra) == (4, ["job 1: title = 乙岗", "job 1: code = 乙岗"], [])
    assert compare({"jobs": [a], "partial_jobs": True}, {"jobs": [a, b]}).f1 == 1
