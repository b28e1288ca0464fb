"""Documents of other kinds whose parts are called as those of a job description are."""

import pytest

import jdparse


def _jobs(text: str) -> int:
    return len(jdparse.parse(text.encode(), "a.txt").data["jobs"])


RESUME = "个人简历\n姓名：安云\n求职意向：新媒体运营\n期望薪资：8K\n毕业院校：云川学院\n工作经历\n工作内容：\n1、负责公众号选题；\n2、每周复盘。\n学历：本科\n"
MINUTES = "生产例会纪要\n会议时间：9月8日\n会议地点：二楼会议室\n主 持 人：曲明\n记 录 人：蓝心\n一、议定事项\n任务：更换加热组件，建立点检表。\n任务：调整班次，安排两班倒。\n"
ROWS = "\n".join(
    "\t".join(row)
    for row in (
        ("序号", "姓名", "性别", "招聘岗位", "学历", "专业", "综合成绩", "体检结果"),
        ("1", "卓琴", "女", "语文教师", "研究生", "汉语言文学", "84.62", "合格"),
        ("2", "戚文", "男", "物理教师", "本科", "物理学", "81.35", "合格"),
    )
)


@pytest.mark.parametrize("text", [RESUME, MINUTES, f"拟聘用人员公示\n{ROWS}\n"])
def test_it_is_no_job(text: str) -> None:
    assert _jobs(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "岗位名称：人事专员\n任职人：安云\n岗位职责：\n1、组织会议并记录；\n2、筛选简历。\n任职要求：\n1、本科，人力资源专业；\n",
        "岗位名称：语文教师\n姓名：卓琴\n学历：研究生\n专业：汉语言文学\n毕业院校：云川学院\n岗位职责：\n1、备课；\n2、批改作业。\n",
        f"{ROWS.replace('综合成绩', '岗位职责').replace('体检结果', '任职要求').replace('84.62', '教授两个班').replace('81.35', '教授三个班')}\n",
    ],
)
def test_persons_in_a_job_description_do_no_harm(text: str) -> None:
    assert _jobs(text) > 0
