"""Pages of vacancies as sites lay them out: accordions, lists of what else is sought, the cards of employers and accounts."""

import re
from typing import Any

import pytest

import jdparse
from tests.stages import tasks


def jobs(body: str) -> tuple[list[dict[str, Any]], dict[str, Any], str]:
    """The jobs of a page, its organization, and all that was removed."""
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>招聘</title></head><body>{body}</body></html>"
    found = jdparse.parse(page.encode(), "x.html").record.model_dump(mode="json")
    return found["jobs"], found["organization"] or {}, "\n".join(line["text"] for line in found["removed"])


ACCORDION = """<h1>加入团队</h1><h2>正在招聘</h2>
<details><summary><strong>宠物美容师</strong><span class=chip>滨河店、北街店</span><span class=chip>全职</span><span class=chip>6-12K</span></summary>
<h5>工作内容</h5><ul><li>为犬猫洗护、修剪造型</li><li>检查皮肤和耳道</li></ul><h5>任职要求</h5><ul><li>有美容证书</li></ul></details>
<details><summary><strong>前台导诊</strong><span class=chip>北街店</span><span class=chip>全职</span><span class=chip>4-6K</span></summary>
<h5>工作内容</h5><ul><li>接待登记</li><li>接听预约电话</li></ul><h5>任职要求</h5><ul><li>会用表格软件</li></ul></details>
<details><summary><strong>夜班护理员</strong><span class=chip>北街店</span><span class=chip>兼职</span><span class=chip>180元/班</span></summary>
<h5>工作内容</h5><ul><li>照看住院动物</li><li>按医嘱喂药</li></ul><h5>任职要求</h5><ul><li>熬得了夜</li></ul></details>"""


def test_an_accordion_has_a_job_in_each_part() -> None:
    found, _, _ = jobs(ACCORDION)
    assert [job["title"] for job in found] == ["宠物美容师", "前台导诊", "夜班护理员"]
    assert [job["compensation"]["salary"] for job in found] == [["6-12K"], ["4-6K"], ["180元/班"]]
    assert [job["job_type"] for job in found] == ["全职", "全职", "兼职"]
    assert found[0]["location"] == "滨河店、北街店"
    assert tasks(found[1]) == ["接待登记", "接听预约电话"]


BOARD = """<h1>外贸业务员</h1><p>6000-12000元/月</p><ul><li>临溪市</li><li>2年以上</li><li>大专</li><li>全职</li><li>截止日期：2024-07-31</li></ul>
<div class=fuli><span class=f>五险</span><span class=f>阶梯提成</span><span class=f>双休</span><span class=f>出差补贴</span></div>
<h2>职位描述</h2><p>岗位职责：</p><p>1、开发客户，跟进询盘；</p><p>2、核算报价，跟进定金；</p><p>3、处理客诉，提出方案。</p>
<h2>联系方式</h2><p>联系人：闵小姐</p>
<div class=qt><h2>该公司其他职位</h2><table><tr><td><a href=/1>跟单员</a></td><td>临溪市</td><td>面议</td></tr><tr><td><a href=/2>单证员</a></td><td>临溪市</td><td>面议</td></tr></table></div>
<h3>临溪藤韵家具有限公司</h3><p>行业：家具</p><p>性质：民营</p><p>规模：200-300人</p>"""


def test_a_table_of_other_jobs_and_the_card_of_the_employer_are_none_of_the_job() -> None:
    (job,), organization, gone = jobs(BOARD)
    assert job["compensation"]["benefits"] == ["五险", "阶梯提成", "双休", "出差补贴"]
    assert job["application"]["contacts"] == ["闵小姐"]
    assert job["job_type"] == "全职"
    assert organization["description"][:3] == ["行业：家具", "性质：民营", "规模：200-300人"]
    assert "跟单员" in gone
    assert "单证员" in gone


ARTICLE = """<h1>人才招聘</h1><p>医院创建于1958年，开放床位860张，因业务发展需要招聘以下人员。</p>
<p><b>01</b></p><p><b>康复医学科</b></p><p>岗位名称：推拿治疗师</p><p><b>岗位职责</b></p><p>1.承担推拿、拔罐治疗；</p><p>2.书写治疗记录；</p>
<p>小程序</p><p>预约挂号：名医馆门诊开始预约啦</p>
<p><b>02</b></p><p><b>药学部</b></p><p>岗位名称：中药调剂员</p><p><b>岗位职责</b></p><p>1.审核中药处方；</p><p>2.称量、分剂、包装；</p>
<p>杏林之声</p><p>28篇原创内容</p><p>公众号</p>"""


def test_drawn_numbers_stand_over_departments_and_cards_of_accounts_are_dropped() -> None:
    found, _, gone = jobs(ARTICLE)
    assert [(job["title"], job["department"]) for job in found] == [
        ("推拿治疗师", "康复医学科"),
        ("中药调剂员", "药学部"),
    ]
    assert [tasks(job) for job in found] == [
        ["承担推拿、拔罐治疗", "书写治疗记录"],
        ["审核中药处方", "称量、分剂、包装"],
    ]
    assert gone.splitlines() == ["小程序", "预约挂号：名医馆门诊开始预约啦", "杏林之声", "28篇原创内容", "公众号"]


@pytest.mark.parametrize(
    "heading", ["<h1>厨师长</h1>", "<h2>中餐厅厨师长</h2>", "<div class=title><h1>缆车巡检员</h1></div>"]
)
def test_a_name_over_nothing_but_duties(heading: str) -> None:
    body = f"<!DOCTYPE html><meta charset=utf-8>{heading}<div class=d><h3>岗位职责</h3><div>1、按时到岗。<br>2、检查。<br>3、记录。</div></div>"
    (job,) = jdparse.parse(body.encode(), "x.html").data["jobs"]
    assert (job["title"], len(job["duties"][0]["tasks"])) == (re.sub("<[^>]+>", "", heading), 3)


def test_a_heading_that_names_no_job_over_duties() -> None:
    body = "<!DOCTYPE html><meta charset=utf-8><h1>为民服务公示</h1><div class=d><h3>工作职责</h3><div>1、受理咨询。<br>2、答复。<br>3、记录。</div></div>"
    assert jdparse.parse(body.encode(), "x.html").data["jobs"] == []
