"""Pages of boards and of employers, as their sites write them: what stands around the description is the job's too."""

import jdparse
from tests.stages import tasks


def _jobs(body: str, title: str = "加入我们") -> list[dict[str, object]]:
    page = f"<!DOCTYPE html><meta charset=utf-8><title>{title}</title><style>.hide{{display:none}}</style><body>{body}"
    jobs: list[dict[str, object]] = jdparse.parse(page.encode(), "x.html").data["jobs"]
    return jobs


BOARD = """<div class=title-wrap><span class=pos-name>冷库叉车司机</span><i class=urgent>急</i><span>更新：今天</span><span>浏览
<em>326</em> 次</span><span>申请 <em>12</em> 人</span></div><div class=base><span class=pay>6000-8000 <i>元/月</i></span><span
class=tag>包吃</span><span class=tag>包住</span><span class=tag>五险</span></div><div class=cond><span>招3人</span><span>学历不限
</span><span>1-2年</span></div><div class=area><span>云岭 - 高新区 - 物流港6号库</span><a>查看地图</a></div><h3>职位描述</h3>
<div>工作内容：<br>1.装卸、上下架；<br>2.叉车点检。<br>任职要求：<br>1.有N1证；<br>2.能适应低温。</div>"""


def test_what_a_board_prints_beside_the_name() -> None:
    (job,) = _jobs(BOARD, "冷库叉车司机招聘-同城帮")
    found = {key: job[key] for key in ("title", "headcount", "location", "extra_fields", "extra_sections")}
    assert found == {
        "title": "冷库叉车司机",
        "headcount": "3人",
        "location": "云岭 - 高新区 - 物流港6号库",
        "extra_fields": [],
        "extra_sections": [],
    }
    pay = job["compensation"]
    assert isinstance(pay, dict)
    assert (pay["salary"], pay["benefits"]) == (["6000-8000 元/月"], ["包吃", "包住", "五险"])


def _card(name: str, chips: str, work: str, whom: str, hidden: str = " hide") -> str:
    items = "".join(f"<li>{chip}</li>" for chip in chips.split())
    listed = f"<h5>你会做的事</h5><ol><li>{work}</li></ol><h5>我们期待</h5><ul><li>{whom}</li></ul>"
    return f"<article><h4>{name}</h4><ul class=meta>{items}</ul><div class='job-b{hidden}'>{listed}</div></article>"


def test_folded_jobs_below_headings_of_any_wording() -> None:
    body = (
        "<h3>热招职位</h3>"
        + _card("制琴师", "云溪·工坊 全职 3人 8–13K", "弯板", "识图", "")
        + _card("门店吉他老师（兼职）", "云溪·河畔店 兼职 2人 120–180元/课", "小组课", "周末可到店")
        + _card("电商运营", "云溪·总部 全职 1人 7–10K", "看数据", "会弹琴")
    )
    jobs = _jobs(body)
    assert [(job["title"], job["headcount"], tasks(job)) for job in jobs] == [
        ("制琴师", "3人", ["弯板"]),
        ("门店吉他老师（兼职）", "2人", ["小组课"]),
        ("电商运营", "1人", ["看数据"]),
    ]


def test_names_over_one_heading_that_nobody_knows() -> None:
    def card(name: str, work: str, whom: str) -> str:
        below = f"<h4>每日里要忙的</h4><ul><li>{work}</li></ul><h4>我们希望你</h4><ul><li>{whom}</li></ul>"
        return f"<div class=acc-item><div class=acc-title>{name}</div><div class=acc-body>{below}</div></div>"

    cards = card("数学教师 <span>全职 · 宁波鄞州</span>", "承担思维课教学", "持教师资格证") + card(
        "课程顾问 <span>兼职 · 宁波海曙</span>", "接待来访家长", "一年以上教培经验"
    )
    found = _jobs(f"<h1>加入我们</h1><h2>开放职位</h2>{cards}")
    assert [(job["title"], job["location"], job["job_type"]) for job in found] == [
        ("数学教师", "宁波鄞州", "全职"),
        ("课程顾问", "宁波海曙", "兼职"),
    ]
    assert [job["extra_sections"] for job in found] == [
        [{"heading": "每日里要忙的", "items": ["承担思维课教学"]}],
        [{"heading": "每日里要忙的", "items": ["接待来访家长"]}],
    ]


def test_the_answers_below_an_ad_without_labels() -> None:
    def post(author: str, when: str, text: str) -> str:
        return f"<div class=post><div class=author>{author}</div><div class=time>发表于 {when} | 1#</div><div>{text}</div></div>"

    ad = "过完年厂里缺人手。<br><br>招聘：<br>电焊工3名，二保焊、氩弧焊都要会，7000-9000<br>折弯工1名，会看图纸，6500起<br>质检（女）1名，会用卡尺、高度规，4500<br><br>都管午饭，住宿有，两人一间带空调。"
    thread = (
        post("老李", "2023-2-8 09:12", ad)
        + post("雨点", "2023-2-8 10:01", "折弯工要有证吗")
        + post("甲", "2023-2-9", "顶一下")
    )
    page = f"<meta charset=utf-8><title>我们厂招人 - 临水论坛</title><div>临水论坛 » 求职招聘 » 我们厂招人，待遇还行</div>{thread}<div>快速回复 | 返回列表</div>"
    record = jdparse.parse(page.encode(), "x.html").data
    assert [job["title"] for job in record["jobs"]] == ["电焊工", "折弯工", "质检（女）"]
    removed = {line["text"] for line in record["removed"]}
    assert removed >= {"折弯工要有证吗", "顶一下", "快速回复 | 返回列表", "临水论坛 » 求职招聘 » 我们厂招人，待遇还行"}


def test_the_column_beside_the_text_of_an_older_page() -> None:
    column = "<table><tr><td>护理园地<tr><td><a href=a>护理动态</a><tr><td><a href=b>岗位职责</a><tr><td><a href=c>健康宣教</a><tr><td>预约电话<br>0531-0000000</table>"
    text = "<h3>护理人员岗位职责</h3><p>发布时间：2018-03-12　浏览次数：2204　【字体：大 中 小】</p><p><b>一、护理部主任职责</b><p>1.负责全院护理工作。<p>2.制定护理计划。<p><b>二、责任护士职责</b><p>1.严格执行查对制度。<p>2.保管病房物品。"
    foot = "<tr><td colspan=2>地址：槐荫区经十路88号 电话：0531-0000000</table>"
    page = f"<meta charset=utf-8><title>岗位职责</title><table width=980><tr><td width=200>{column}<td>{text}{foot}"
    record = jdparse.parse(page.encode(), "x.html").data
    assert [(job["title"], len(tasks(job))) for job in record["jobs"]] == [("护理部主任", 2), ("责任护士", 1 + 1)]
    assert record["extra_sections"] == []
    assert (record["organization"]["address"], record["organization"]["phones"]) == (
        "槐荫区经十路88号",
        ["0531-0000000"],
    )


def test_the_employer_of_the_card_beside_a_job() -> None:
    job = "<h1>数控编程员</h1><h2>职位描述</h2><p>1、编制程序；<br>2、试切首件；<br>3、维护程序库。"
    aside = "<aside><h3>公司信息</h3><a href=c>云帆智造（太仓）有限公司</a><p>机械制造 | 100-499人</p><h3>相似职位</h3><ul><li><a href=d>模具钳工</a> 7-10K</ul></aside>"
    record = jdparse.parse(f"<meta charset=utf-8><title>数控编程员</title>{job}{aside}".encode(), "x.html").data
    assert record["organization"]["name"] == "云帆智造（太仓）有限公司"
    assert len(record["jobs"]) == 1
