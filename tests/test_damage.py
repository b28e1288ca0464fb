"""Damaged documents: how much of them is right, what must not change, and that clean ones are left alone."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jdparse
from jdparse.ledger import CLASSES
from tests.damage.damages import DAMAGES, HARMLESS, OF_TEXT, OfText
from tests.damage.documents import form, prose
from tests.damage.measure import measure
from tests.jd_texts import forms, jobs
from tests.scoring import compare
from tests.test_properties import rebuilt, resolved

SEEDS = range(100, 120)
"""Documents of each kind that the parser was not written with."""

CLEAN = 100
"""Clean documents of either generator: 200 in all."""

LEAST = 0.95

REPAIRS = {
    "pinyin-removed",
    "script-converted",
    "damage-repaired",
    "damaged-text",
    "masked-text",
    "truncated",
    "lines-joined",
    "damaged-number",
    "flattened-table",
    "flattened-table-unresolved",
    "ambiguous-boundary",
    "title-from-file-name",
}
"""Diagnostics that a clean document must not have."""


def record_of(data: bytes, name: str = "-") -> dict[str, Any]:
    return jdparse.parse(data, name).data


def names(record: dict[str, Any]) -> set[str]:
    return {note["name"] for note in record["diagnostics"]}


@pytest.mark.parametrize("kind", DAMAGES)
def test_share_of_leaves(kind: str) -> None:
    assert measure(kind, SEEDS).share >= LEAST


@pytest.mark.parametrize("kind", DAMAGES)
def test_the_same_bytes_each_time(kind: str) -> None:
    assert DAMAGES[kind](7).data == DAMAGES[kind](7).data != DAMAGES[kind](8).data


@pytest.mark.parametrize("seed", range(CLEAN))
def test_clean_text_is_left_alone(seed: int) -> None:
    document = prose(seed)
    record = record_of(document.text().encode())
    assert names(record) & REPAIRS == set()
    assert compare({"jobs": document.jobs}, record)[1:] == ([], [])


@pytest.mark.parametrize("seed", range(CLEAN))
def test_a_clean_page_is_left_alone(seed: int) -> None:
    document = form(seed)
    record = record_of(document.page().encode(), "form.html")
    assert names(record) & REPAIRS == set()
    assert compare({"jobs": document.jobs}, record)[1:] == ([], [])


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_loses_nothing_changes_nothing(kind: str) -> None:
    for seed in SEEDS:
        clean = record_of(prose(seed).text().encode())
        assert record_of(DAMAGES[kind](seed).data)["jobs"] == clean["jobs"], seed


def test_a_flattened_table_gives_the_record_of_the_table() -> None:
    seeds = range(200, 260)
    right = 0
    for seed in seeds:
        page = record_of(form(seed).page().encode(), "form.html")
        right += record_of(DAMAGES["cells"](seed).data)["jobs"] == page["jobs"]
    assert right >= LEAST * len(seeds)


def ledger_holds(found: jdparse.Parsed) -> None:
    """The classes partition the source, and each value is its spans' text after its edits."""
    source, record, ledger = found.document.text, found.data, found.source_map()
    at = 0
    for start, end, name in ledger["classes"]:
        assert start == at < end
        assert name in CLASSES
        at = end
    assert at == len(source)
    for pointer, value in ledger["values"].items():
        assert rebuilt(source, value["spans"], value["edits"]) == resolved(record, pointer), pointer


@pytest.mark.parametrize("kind", DAMAGES)
def test_the_ledger_of_damaged_documents(kind: str) -> None:
    for seed in range(5):
        ledger_holds(jdparse.parse(DAMAGES[kind](seed).data))


@given(forms | jobs, st.lists(st.sampled_from(OF_TEXT), min_size=1, max_size=3), st.integers(0, 1000))
@settings(max_examples=100)
def test_the_ledger_of_any_damaged_text(text: str, damages: list[OfText], seed: int) -> None:
    for damage in damages:
        text = damage(text, random.Random(seed))
    try:
        found = jdparse.parse(text.encode(), options=jdparse.Options(encoding="utf-8"))
    except jdparse.JdparseError:
        return
    ledger_holds(found)


# --- what a repair must leave alone, and what it tells ---


def test_the_number_of_a_part_inside_a_word() -> None:
    record = record_of(
        "岗位名称：安全员\n岗位职责：\n1、检查现场安全设施；\n2、对违章行为予以制止，并追究责任\n"
        "3、事故的责任人；\n3、组织安全教育培训；\n4、填写安全日志。\n".encode()
    )
    tasks = record["jobs"][0]["duties"][0]["tasks"]
    assert tasks[1] == "对违章行为予以制止，并追究责任事故的责任人"
    assert len(tasks) == 4
    assert [(entry["reason"], entry["text"]) for entry in record["removed"]] == [("page_number", "3、")]
    assert "damage-repaired" in names(record)


@pytest.mark.parametrize(
    "text",
    [
        # the list goes on with it
        "岗位名称：安全员\n岗位职责：\n1、检查现场；\n2、制止违章\n3、组织培训；\n4、填写日志。\n5、上报事故。\n",
        # a number twice, but no item of the document ends in punctuation
        "岗位名称：安全员\n岗位职责：\n1、检查现场安全设施\n2、制止违章违纪行为\n2、组织安全教育培训\n3、填写安全日志\n",
        # what follows is a heading
        "岗位名称：安全员\n1、岗位职责\n（1）检查现场安全设施；\n（2）制止违章违纪行为；\n（3）组织安全培训\n2、任职要求\n（1）大专以上学历。\n",
    ],
)
def test_numbers_that_are_no_parts(text: str) -> None:
    record = record_of(text.encode())
    assert "damage-repaired" not in names(record)
    assert record["removed"] == []


def test_a_link_behind_a_table_is_no_cell() -> None:
    record = record_of(
        "岗位名称\n配料员\n岗位职责\n序号\n职责项目\n工作任务\n质量要求\n1\n称量\n1、核对配方；\n2、称量原料。\n误差不超过1%\n"
        "2\n清洁\n1、清洗料斗。\n配料工作手册下载地址 本地下载 电信下载\n声明：本站所有资料仅供学习参考\n".encode()
    )
    duties = record["jobs"][0]["duties"]
    assert [duty["standards"] for duty in duties] == [["误差不超过1%"], []]
    assert [entry["reason"] for entry in record["removed"]] == ["download_prompt", "copyright"]


def test_cells_that_cannot_be_told_apart_stay_together() -> None:
    """页面更新 may be a task of the first row or what it is checked by."""
    record = record_of(
        "岗位名称\n电商运营\n学历\n大专\n职责内容\n序号\n工作项目\n具体职责\n考核重点\n时间比例\n1\n店铺运营\n上新、活动报名\n页面更新\n"
        "活动达成率\n40%\n2\n数据分析\n日报周报\n及时准确\n20%\n3\n推广投放\n直通车投放\n控制成本\n投产比\n40%\n".encode()
    )
    assert names(record) >= {"flattened-table-unresolved"}
    assert [note["name"] for note in record["diagnostics"]].count("flattened-table-unresolved") == 1
    assert record["jobs"][0]["duties"] == []


def test_rows_are_numbered_in_any_way() -> None:
    for first, second in (("1", "2"), ("01", "02"), ("1.", "2."), ("（1）", "（2）"), ("一", "二")):
        text = f"岗位名称\n护士长\n序号\n工作职责\n工作标准\n{first}\n病区管理\n病区整洁\n{second}\n带教\n每月一次\n"
        duties = record_of(text.encode())["jobs"][0]["duties"]
        assert [(duty["tasks"], duty["standards"]) for duty in duties] == [
            (["病区管理"], ["病区整洁"]),
            (["带教"], ["每月一次"]),
        ]


def test_others_is_a_heading_or_a_field_as_the_form_has_it() -> None:
    below = "其他：\n使用工具\n手推车\n工作环境\n室外\n"
    heading = "岗位名称\n绿化工\n岗位职责：\n1、修剪；\n2、浇水。\n任职资格：\n学历\n不限\n"
    field = "岗位名称\n绿化工\n岗位职责：\n1、修剪；\n2、浇水。\n工作协作：保洁班、保安队\n内部协调部门\n保洁班\n"
    assert "remarks" not in record_of((heading + below).encode())["jobs"][0]["blank_fields"]
    job = record_of((field + below).encode())["jobs"][0]
    assert "remarks" in job["blank_fields"]
    assert job["tools"] == ["手推车"]
