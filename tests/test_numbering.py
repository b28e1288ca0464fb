"""Enumerators: what each kind reads as, and what must not be one."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import jdparse
from jdparse.numbering import chinese_number, read
from tests.stages import cases

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "numbering.yaml").read_text(encoding="utf-8")
)
MARKERS = [case for case in CASES if "expected" in case]
PROSE = [case for case in CASES if case.get("prose")]


@pytest.mark.parametrize("case", MARKERS, ids=lambda case: case["title"])
def test_marker(case: dict[str, Any]) -> None:
    found = read(case["text"])
    assert found is not None
    got = {
        "family": found.family,
        "ordinal": found.ordinal,
        "weak": found.weak,
        "rest": case["text"][found.end :],
    }
    assert got == {"weak": False, **case["expected"]}


@pytest.mark.parametrize("case", MARKERS, ids=lambda case: case["title"])
def test_marker_in_the_middle_of_a_text(case: dict[str, Any]) -> None:
    alone, inside = read(case["text"]), read("甲方；" + case["text"], 3)
    assert alone is not None
    assert inside is not None
    assert inside == alone._replace(end=alone.end + 3)


@pytest.mark.parametrize("case", PROSE, ids=lambda case: case["title"])
def test_prose_is_no_strong_marker(case: dict[str, Any]) -> None:
    found = read(case["text"])
    assert found is None or found.weak


@pytest.mark.parametrize("case", [case for case in cases("numbering") if case.values[0].get("prose")])
def test_prose_stays_whole_in_a_list(case: dict[str, Any]) -> None:
    text = f"岗位名称：仓管员\n岗位职责：\n1、负责收货；\n2、{case['text']}；\n3、负责发货。\n"
    (job,) = jdparse.parse(text.encode()).record.jobs
    assert [task for duty in job.duties for task in duty.tasks] == ["负责收货", case["text"], "负责发货"]


@pytest.mark.parametrize("case", PROSE, ids=lambda case: case["title"])
def test_prose_stays_whole_on_a_line_of_its_own(case: dict[str, Any]) -> None:
    text = f"岗位名称：仓管员\n岗位职责：\n负责收货。\n{case['text']}。\n负责发货。\n"
    (job,) = jdparse.parse(text.encode(), options=jdparse.Options(punctuation="keep")).record.jobs
    assert [task for duty in job.duties for task in duty.tasks] == ["负责收货", case["text"], "负责发货"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("一百", 100),
        ("一百零三", 103),
        ("三百二十一", 321),
        ("二一", 21),
        ("二〇", 20),
        ("贰拾叁", 23),
        ("两", 2),
        ("甲", None),
        ("十甲", None),
    ],
)
def test_chinese_number(text: str, number: int | None) -> None:
    assert chinese_number(text) == number


@given(st.integers(1, 999))
def test_numerals_are_read_back(number: int) -> None:
    digits = "零一二三四五六七八九"
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = digits[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    text += digits[ones] if ones else ""
    assert chinese_number(text) == number


@given(
    st.text(
        st.sampled_from("第一二十百(（)）[]【】0１9.．、:：,，ivXaＡ①⑴Ⅰ•-—*+ \t\u3000年是条章职责岗位\ufe0f\u20e3"),
        max_size=12,
    )
)
def test_what_is_read_lies_in_the_text(text: str) -> None:
    found = read(text)
    if found is not None:
        assert 0 < found.end <= len(text)
        assert found.ordinal >= 0
        assert read(text + "。", 0) is not None or found.weak or text[found.end :] == ""


@pytest.mark.parametrize("text", ["", " ", "　\t", "负责收货", "。", "\n一、"])
def test_no_marker(text: str) -> None:
    assert read(text) is None
