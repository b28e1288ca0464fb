"""Headings, numbers and lines between pieces in the ways in which people and sites write them."""

import pytest

from tests.stages import record, tasks

PAGE = "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{}</body></html>"


@pytest.mark.parametrize("frame", ["· {} ·", "—— {} ——", "【{}】", "== {} ==", "★ {} ★"])
def test_headings_in_frames(frame: str) -> None:
    text = "灯光师岗位说明书\n{}\n1、编程。\n2、检修灯具。\n{}\n1、持电工证。\n2、能熬夜。\n".format(
        frame.format("岗位职责"), frame.format("任职要求")
    )
    (job,) = record(text)["jobs"]
    assert (job["title"], tasks(job)) == ("灯光师", ["编程", "检修灯具"])
    assert job["requirements"]["general"] == ["持电工证", "能熬夜"]


@pytest.mark.parametrize("numbers", ["2—1 2—2 3—1 3—2", "2-1 2-2 3-1 3-2", "2.1 2.2 3.1 3.2"])
def test_numbers_of_two_parts(numbers: str) -> None:
    a, b, c, d = numbers.split()
    text = f"灯光师\n二、岗位职责\n{a} 编程，存档。\n{b} 检修灯具。\n三、任职要求\n{c} 持电工证。\n{d} 能熬夜。\n"
    (job,) = record(text)["jobs"]
    assert tasks(job) == ["编程，存档", "检修灯具"]
    assert job["requirements"]["general"] == ["持电工证", "能熬夜"]


def test_numerals_of_bookkeepers() -> None:
    (job,) = record(
        "岗位名称：灯光师\n所在单位：演出部\n人数：2\n岗位职责：\n壹、编程。\n贰、检修灯具。\n叁、布线。\n"
    )["jobs"]
    assert (job["department"], job["headcount"], tasks(job)) == ("演出部", "2", ["编程", "检修灯具", "布线"])


def test_a_name_with_its_place_and_day_as_a_pages_heading() -> None:
    body = "<h1>灯光师 泉州 2024-05-06</h1><div><p>岗位职责：</p><p>1、编程；</p><p>2、检修。</p></div>"
    (job,) = record(PAGE.format(body), "x.html")["jobs"]
    assert (job["title"], job["location"], tasks(job)) == ("灯光师", "泉州", ["编程", "检修"])


def test_how_many_and_who_in_brackets_behind_a_name() -> None:
    text = "招聘\n灯光师（2名，男女不限）\n岗位职责：\n1、编程。\n2、检修。\n音响师（3名）\n岗位职责：\n1、调音。\n2、布线。\n"
    found = record(text)["jobs"]
    assert [(job["title"], job["headcount"], job["requirements"]["gender"]) for job in found] == [
        ("灯光师", "2名", ["男女不限"]),
        ("音响师", "3名", []),
    ]


def test_what_leads_on_to_the_next_piece_is_no_duty() -> None:
    between = "以上是灯光师的日常，下面再看另一家剧场是怎样写的。"
    found = record(
        f"灯光师岗位职责 篇一\n1、编程。\n2、检修灯具。\n{between}\n灯光师岗位职责 篇二\n1、布线。\n2、存档灯光程序。\n"
    )
    assert [tasks(job) for job in found["jobs"]] == [["编程", "检修灯具"], ["布线", "存档灯光程序"]]
    assert [section["items"] for section in found["extra_sections"]] == [[between]]


def test_stamps_of_a_site_on_each_page() -> None:
    stamp = "虹屿文库 www.hongyuwenku.example"
    found = record(f"灯光师岗位职责\n{stamp}\n1、编程。\n{stamp}\n2、检修灯具。\n{stamp}\n")
    assert tasks(found["jobs"][0]) == ["编程", "检修灯具"]
    assert [line["text"] for line in found["removed"]] == [stamp] * 3


def test_an_address_that_a_job_works_with_is_no_stamp() -> None:
    (job,) = record(
        "灯光师岗位职责\n1、编程。\n2、登录 www.dengku.example 下载灯库。\n3、登录 www.dengku.example 更新灯库。\n"
    )["jobs"]
    assert len(tasks(job)) == 3
