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
