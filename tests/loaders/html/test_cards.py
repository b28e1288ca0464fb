"""What the cards of a job board say, and what is a job's own beside them."""

import pytest

from jdparse.loaders.html import cards
from tests.loaders.html.pages import lines, load


@pytest.mark.parametrize(
    "text",
    [
        "3日内活跃 · 回复率92%",
        "刚刚活跃",
        "今日回复12次",
        "今日回复20+次",
        "宋女士 招聘经理 · 今日回复20+次",
        "周女士 今日在线",
        "孟队长今天回复过",
        "简历处理率 98%",
        "平均回复率：76％",
        "2小时前来过",
    ],
)
def test_when_somebody_was_last_there(text: str) -> None:
    assert cards.is_active(text)


@pytest.mark.parametrize(
    "text",
    [
        "处理率达到98%",
        "客户投诉回复率100%以上",
        "回复率达到95%以上",
        "简历反馈率考核不低于九成",
        "在线客服",
        "今日在线问诊的登记",
        "当前在线病人的随访",
    ],
)
def test_a_duty_says_no_such_thing(text: str) -> None:
    assert not cards.is_active(text)


@pytest.mark.parametrize(
    "text", ["物流运输 · 100-299人 · 已认证", "远帆货运 不需要融资 | 20-99人", "远帆货运有限公司 20-99人 · 物流"]
)
def test_an_employer_in_a_few_words(text: str) -> None:
    assert cards.is_employer(text)


@pytest.mark.parametrize("text", ["带领8人以上团队", "招聘人数 · 3人", "100-299人"])
def test_a_count_of_people_is_no_employer(text: str) -> None:
    assert not cards.is_employer(text)


@pytest.mark.parametrize("text", ["周女士 · 人事经理", "王经理", "欧阳先生", "李HR | 招聘"])
def test_a_recruiter(text: str) -> None:
    assert cards.is_person(text)


@pytest.mark.parametrize("text", ["总经理", "客户经理", "店长", "人事", "机电HR"])
def test_a_job_is_no_recruiter(text: str) -> None:
    assert not cards.is_person(text)


def test_what_stands_in_the_card_of_a_recruiter() -> None:
    assert cards.is_contact("立即沟通")
    assert cards.is_contact("人事行政经理 · 虹屿染整有限公司")
    assert not cards.is_contact("沟通能力强")
    assert cards.is_vouched("实名认证")
    assert not cards.is_vouched("质量认证")


def test_facts_on_an_employers_card() -> None:
    card = "<div class=c><h4>虹屿剧场</h4><dl><dt>所属行业：</dt><dd>文化艺术</dd><dt>企业规模：</dt><dd>20-99人</dd></dl></div>"
    page = load(f"<h1>灯光师</h1><div class=d><p>岗位职责：</p><p>1、编程；</p><p>2、检修灯具。</p></div>{card}")
    assert lines(page) == ["灯光师", "岗位职责：", "1、编程；", "2、检修灯具。"]


def test_a_table_of_the_employers_other_posts() -> None:
    table = (
        "<h3>该企业其它职位</h3><table><tr><th>职位</th><th>薪资</th></tr><tr><td><a href=/1>音响师</a></td><td>6000-8000元</td></tr>"
        "<tr><td><a href=/2>舞台监督</a></td><td>7000元</td></tr></table>"
    )
    page = load(f"<h1>灯光师</h1><div class=d><p>岗位职责：</p><p>1、编程；</p><p>2、检修灯具。</p></div>{table}")
    assert lines(page) == ["灯光师", "岗位职责：", "1、编程；", "2、检修灯具。"]


OFFER = "<div class='card card-join'><p>想自己当老板？</p><p>总部派驻督导</p><a href=/join>申请加盟</a></div>"


@pytest.mark.parametrize("jobs", [("店长", "裱花师", "学徒"), ("店长", "裱花师", "学徒", "督导")])
def test_a_card_of_another_kind_among_those_of_jobs(jobs: tuple[str, ...]) -> None:
    cards_ = [
        f"<div class=card><h3>{job}</h3><h4>岗位职责</h4><ol><li>按时开店</li><li>盘点货架</li></ol></div>"
        for job in jobs
    ]
    page = load(f"<h1>加入我们</h1><section>{''.join([*cards_[:2], OFFER, *cards_[2:]])}</section>")
    assert not any("老板" in line for line in lines(page))
    assert sum(line in jobs for line in lines(page)) == len(jobs)


def test_one_card_beside_another_is_no_intruder() -> None:
    page = load(f"<section><div class=card><h3>店长</h3><p>岗位职责</p><p>1、开店</p></div>{OFFER}</section>")
    assert "想自己当老板？" in lines(page)


def test_tabs_that_count_what_they_show() -> None:
    strip = "<div class=tabs role=tablist><div>职位</div><div>企业</div><div>问一问(3)</div></div>"
    page = load(f"<h1>灯光师</h1>{strip}<div><p>岗位职责：</p><p>1、编程；</p><p>2、检修灯具。</p></div>")
    assert lines(page) == ["灯光师", "岗位职责：", "1、编程；", "2、检修灯具。"]
