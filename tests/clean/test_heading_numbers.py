"""Numbers on lines of their own over headings."""

import pytest

import jdparse
from jdparse.pipeline import Parsed


def _parsed(text: str) -> Parsed:
    return jdparse.parse(text.encode(), "a.txt")


@pytest.mark.parametrize("numbers", [("01", "02", "03"), ("PART 01", "PART 02", "PART 03"), ("NO.1", "NO.2", "NO.3")])
def test_they_belong_to_the_headings(numbers: tuple[str, str, str]) -> None:
    one, two, three = numbers
    text = f"招聘岗位：陶艺师\n{one}\n工作内容\n✅拉坯、修坯，每天20件\n✅配合烧窑\n{two}\n任职要求\n✅会用电窑\n{three}\n福利待遇\n✅包吃住\n"
    job = _parsed(text).data["jobs"][0]
    assert job["duties"][0]["tasks"] == ["拉坯、修坯，每天20件", "配合烧窑"]
    assert job["requirements"]["general"] == ["会用电窑"]
    assert job["compensation"]["benefits"] == ["包吃住"]
    classes = {kind for _start, _end, kind in _parsed(text).source_map()["classes"]}
    assert "unclassified" not in classes


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        (
            "岗位名称\n漆工\n招聘人数\n1\n岗位职责\n1、髹漆；\n\n岗位名称\n木工\n招聘人数\n2\n岗位职责\n1、制胎；\n",
            "headcount",
            "1",
        ),
        ("岗位名称\n漆器师\n招聘人数\n1\n岗位职责\n1、髹漆打磨，每周两件；\n2、看护荫房。\n", "headcount", "1"),
        ("岗位名称：漆器师\n招聘人数：\n2\n任职要求：\n1、会调漆；\n", "headcount", "2"),
    ],
)
def test_a_number_that_is_a_value_stays_one(text: str, path: str, value: str) -> None:
    assert _parsed(text).data["jobs"][0][path] == value


def test_they_belong_to_the_names_of_jobs() -> None:
    text = "我们在找两种人\n01\n陶艺师\n工作内容\n✅拉坯，每天20件\n薪资：6K-8K\n02\n窑工\n工作内容\n✅配合烧窑\n薪资：5K-7K\n"
    jobs = _parsed(text).data["jobs"]
    assert [(job["title"], job["compensation"]["salary"]) for job in jobs] == [
        ("陶艺师", ["6K-8K"]),
        ("窑工", ["5K-7K"]),
    ]


def test_numbers_over_items_count_them() -> None:
    tasks = ("每日开板前完成雪道清障；", "对伤情进行现场处置；", "制止越界滑行。")
    asked = ("滑雪双板达到三级；", "持红十字救护员证。")
    numbered = ("\n".join(f"{n}\n{text}" for n, text in enumerate(texts, 1)) for texts in (tasks, asked))
    text = "招聘岗位：雪道巡逻员\n岗位职责\n{}\n任职条件\n{}\n".format(*numbered)
    job = _parsed(text).data["jobs"][0]
    assert job["duties"][0]["tasks"] == [task.rstrip("；。") for task in tasks]
    assert job["requirements"]["general"] == [text.rstrip("；。") for text in asked]


def test_the_numbers_of_a_tables_rows_are_none() -> None:
    rows = "1\n每日核对入库单据\n2\n每月盘点全部货位\n3\n每周清理退货区域\n"
    text = f"岗位名称：仓管员\n岗位职责\n序号\n工作内容\n{rows}任职要求\n1、细心；\n"
    duties = _parsed(text).data["jobs"][0]["duties"]
    assert [duty["tasks"] for duty in duties] == [["每日核对入库单据"], ["每月盘点全部货位"], ["每周清理退货区域"]]
