"""Whom an ad seeks, where no label says it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jdparse
from jdparse.outline.ads import calls
from tests.stages import cases, record


@pytest.mark.parametrize("case", cases("vacancies"))
def test_vacancies(case: dict[str, Any]) -> None:
    found = record(case["text"])
    jobs = [[job["title"], job["headcount"], job["requirements"]["general"]] for job in found["jobs"]]
    assert jobs == case["jobs"]
    assert [item for section in found["extra_sections"] for item in section["items"]] == case["others"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("急招：洗碗工", "洗碗工"),
        ("招聘文员1名", "文员1名"),
        ("高薪诚聘电焊工5名", "电焊工5名"),
        ("急聘切配", "切配"),
        ("因工作需要，现招聘3名电工，", "3名电工"),
        ("柳湾卫生院招聘临时护士公告", "临时护士"),
    ],
)
def test_a_call_names_a_job(text: str, name: str) -> None:
    found = calls.read(text)
    assert found is not None
    assert text[slice(*found)] == name


@pytest.mark.parametrize(
    "text",
    [
        "招聘启事",
        "招聘计划表",
        "面向社会公开招聘工作人员4名",
        "诚聘英才",
        "负责员工招聘工作",
        "招标专员2名",
        "招生30名",
        "招聘简章",
    ],
)
def test_a_call_for_nobody(text: str) -> None:
    assert calls.read(text) is None


@pytest.mark.parametrize(
    ("text", "line"), [("【急招】叉车司机", True), ("锦绣酒店招聘服务员", True), ("因工作需要，现招聘电工2名", False)]
)
def test_what_stands_before_a_call(text: str, line: bool) -> None:
    found = calls.read(text)
    assert found is not None
    assert calls.is_line(text, found[0]) is line


LINES = (
    "诚聘",
    "现招聘以下人员：",
    "招聘会计一名、出纳两名。",
    "急聘会计一名，要求：",
    "会计：持证",
    "1、焊工2名：负责焊接。要求持证。月薪3000元。",
    "2、钳工3名",
    "焊工（2名）",
    "【收银员】2名",
    "📍城西店（中山路1号）",
    "岗位01",
    "二、竞聘条件",
    "（一）焊工",
    "1.能出差；",
    "1、",
    "要求：会收银",
    "时间：9:00-18:00",
    "工资3000元",
    "以上岗位包吃住",
    "电话：13811112222",
    " ",
)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14))
def test_every_character_of_an_ad_has_its_class(lines: list[str]) -> None:
    parsed = jdparse.parse("\n".join(["招聘", *lines]).encode())
    at = 0
    for start, end, _ in parsed.source_map()["classes"]:
        assert start == at < end
        at = end
    assert at == len(parsed.document.text)


def test_a_long_text_without_labels_is_no_ad_though_it_begins_with_a_call() -> None:
    story = [
        "云川印染厂急招印花工",
        "记者近日走访了城东工业区，车间里机器轰鸣。",
        *(f"厂里的第{n}条生产线上月开工，订单排到了年底，老师傅们轮流带徒弟。" for n in range(1, 12)),
        "要求有两年以上经验，会调浆，厂长这样告诉记者。",
        "月薪六千元以上，包住宿。",
        "新闻热线电话：0816-5550199",
    ]
    assert jdparse.parse("\n".join(story).encode()).data["jobs"] == []
    assert jdparse.parse("\n".join((story[0], *story[-3:])).encode()).data["jobs"] != []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("现诚聘会计一名、茶艺师两名，有意者联系", [("会计一名", ""), ("茶艺师两名", "")]),
        ("招洗车工、汽车美容技师各2名", [("洗车工", "2名"), ("汽车美容技师", "2名")]),
        ("现招聘电工2名", []),
        ("设组长、副组长各1名", []),
    ],
)
def test_jobs_that_a_sentence_enumerates(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[slice(*name)], text[slice(*count)]) for name, count in calls.several(text)] == found
