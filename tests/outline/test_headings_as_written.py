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


FORM = (
    "<h1>岗位说明书</h1><table><tr><td>岗位名称</td><td>田检员</td><td>所属部门</td><td>质管部</td></tr>"
    "<tr><td colspan=4>{}岗位职责</td></tr><tr><td colspan=4>1、查田。<br>2、记录。</td></tr><tr><td colspan=4>{}工作条件</td></tr>"
    "<tr><td>出差情况</td><td colspan=3>每月数次</td></tr><tr><td>职业风险</td><td colspan=3>日晒</td></tr></table>"
)


@pytest.mark.parametrize("numbers", [("", ""), ("一、", "二、"), ("A　", "B　")])
def test_headings_across_a_form(numbers: tuple[str, str]) -> None:
    (job,) = record(PAGE.format(FORM.format(*numbers)), "x.html")["jobs"]
    assert (tasks(job), job["travel"], job["risks"]) == (["查田", "记录"], ["每月数次"], ["日晒"])
    assert (job["blank_fields"], job["extra_sections"]) == ([], [])


def test_letters_before_headings() -> None:
    (job,) = record(
        "田检员岗位说明\nA　岗位概述\n管好每块田。\nB　岗位职责\n1、查田。\n2、记录。\nC　任职条件\n1、能走田埂。\n2、认得杂株。\n"
    )["jobs"]
    assert (job["summary"], tasks(job)) == ("管好每块田。", ["查田", "记录"])
    assert job["requirements"]["general"] == ["能走田埂", "认得杂株"]


def test_a_section_that_is_called_as_one_of_its_fields() -> None:
    text = "岗位名称：田检员\n五、协作对象\n内部：配料间、设备科\n外部：供应商\n六、岗位职责\n1、查田。\n2、记录。\n"
    (job,) = record(text)["jobs"]
    assert (job["relations"]["internal"], job["relations"]["external"]) == (["配料间、设备科"], ["供应商"])
    assert job["blank_fields"] == []


def test_headings_below_blank_lines() -> None:
    text = (
        "招罐车司机 3名\n\n平时干点啥：\n1、围车转一圈；\n2、排队装货。\n\n主要跑的线：\n沾河到临州，当天来回\n沾河到北屯，两天一趟\n\n要求：\nA2驾照满三年\n不喝酒\n\n"
        "钱怎么算：\n底薪6500\n"
    )
    (job,) = record(text)["jobs"]
    assert (tasks(job), job["requirements"]["general"]) == (["围车转一圈", "排队装货"], ["A2驾照满三年", "不喝酒"])
    assert job["extra_sections"] == [
        {"heading": "主要跑的线", "items": ["沾河到临州，当天来回", "沾河到北屯，两天一趟"]}
    ]


@pytest.mark.parametrize(
    "pairs",
    [
        "编号：HY/GF-014　版次：B/1\n岗位名称：田检员\n岗位代号：ZL-02\n",
        "岗位名称：田检员\n岗位代号：ZL-02\n编号：HY/GF-014\n",
    ],
)
def test_two_numbers_of_which_one_is_the_documents(pairs: str) -> None:
    (job,) = record(f"{pairs}岗位职责：\n1、查田。\n2、记录。\n")["jobs"]
    assert (job["code"], job["document_no"]) == ("ZL-02", "HY/GF-014")


def test_what_a_collection_says_of_itself_behind_its_jobs() -> None:
    jobs = "".join(
        f"{n}、{name}岗位职责\n（上级：站长　　下级：）\n1、查看。\n2、记录。\n"
        for n, name in zip("一二", ("收费员", "监控员"), strict=True)
    )
    found = record(f"收费站岗位职责汇编\n{jobs}附：本汇编自2022年10月1日起施行，未尽事宜由站务会商定。\n")
    assert [(job["title"], job["reports_to"], job["blank_fields"]) for job in found["jobs"]] == [
        ("收费员", ["站长"], ["direct_reports"]),
        ("监控员", ["站长"], ["direct_reports"]),
    ]
    assert all(job["requirements"]["general"] == [] and job["remarks"] == [] for job in found["jobs"])


def test_bullets_within_a_line() -> None:
    (job,) = record(
        "岗位名称：销售经理\n岗位职责：\n1、拜访客户\n2、回款\n权限范围：·考核权 ·人事任免建议权 ·稽核权\n"
    )["jobs"]
    assert job["authority"] == ["考核权", "人事任免建议权", "稽核权"]


def test_a_point_within_a_name_is_no_bullet() -> None:
    (job,) = record("岗位名称：外教助理\n岗位职责：\n·协助约翰·史密斯备课\n·整理教案\n")["jobs"]
    assert tasks(job) == ["协助约翰·史密斯备课", "整理教案"]


def test_a_label_that_its_cell_broke_in_a_run() -> None:
    text = (
        "销售主管职位说明书 基本信息 职位名称 销售主管 所属部门 销售部 直接上级 销售经理 任职资格 学 历 大专以上 工作经验 3年以上 "
        "业务了解 范围 了解同类产品的市场动态 培训经历 受过销售技巧培训 知 识 具备市场营销知识 岗 位 职 责 1.制订销售计划 2.组织销售活动"
    )
    (job,) = record(text)["jobs"]
    assert job["requirements"]["knowledge"] == ["了解同类产品的市场动态", "具备市场营销知识"]
    assert job["requirements"]["training"] == ["受过销售技巧培训"]
