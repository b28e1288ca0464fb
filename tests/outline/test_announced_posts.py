"""Posts below a heading that announces them, without a count of persons."""

import pytest

from tests.stages import record, tasks

NOTICE = (
    "丹溪染织合作社招工启事\n因秋季订单增加，现面向本镇招收工人，有关事项如下：\n{heading}\n{posts}\n"
    "二、报名条件\n1、年满18周岁，身体健康；\n2、能吃苦，服从安排。\n三、报名方式\n到合作社办公室报名，电话：13800001111。\n"
)
BESIDE = "1、煮染工：负责看火、煮染和固色；\n2、晾晒工：负责坯布的翻晒和收布；\n3、库管员：负责染料的收发。"
OVER = "（一）煮染工\n1.看火、煮染和固色；\n2.称量染料。\n（二）晾晒工\n1.翻晒坯布；\n2.收布。"


@pytest.mark.parametrize(
    "heading", ["一、岗位及职责", "一、招聘岗位", "一、岗位设置及要求：", "一、用工需求岗位和主要任务"]
)
@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        (
            BESIDE,
            {"煮染工": ["负责看火、煮染和固色"], "晾晒工": ["负责坯布的翻晒和收布"], "库管员": ["负责染料的收发"]},
        ),
        (OVER, {"煮染工": ["看火、煮染和固色", "称量染料"], "晾晒工": ["翻晒坯布", "收布"]}),
    ],
)
def test_each_post_is_a_job(heading: str, posts: str, expected: dict[str, list[str]]) -> None:
    found = record(NOTICE.format(heading=heading, posts=posts))
    assert {job["title"]: tasks(job) for job in found["jobs"]} == expected
    assert found["source"]["title"] == "丹溪染织合作社招工启事"


def test_what_is_asked_for_is_no_duty() -> None:
    posts = "1、煮染工：45周岁以下，身体健康；\n2、晾晒工：能吃苦耐劳，有工作经验者优先。"
    found = record(NOTICE.format(heading="一、招聘岗位及条件", posts=posts))
    assert [(job["title"], tasks(job), job["requirements"]["general"]) for job in found["jobs"]] == [
        ("煮染工", [], ["45周岁以下，身体健康"]),
        ("晾晒工", [], ["能吃苦耐劳，有工作经验者优先"]),
    ]


@pytest.mark.parametrize(
    "posts",
    [
        "1、安全：负责现场巡查；\n2、质量：负责抽检。",  # areas, not names of jobs
        "1、煮染工：负责看火；\n3、晾晒工：负责收布。",  # not counted on
    ],
)
def test_other_lists_are_no_posts(posts: str) -> None:
    assert not {"煮染工", "安全"} & {
        job["title"] for job in record(NOTICE.format(heading="一、岗位及分工", posts=posts))["jobs"]
    }


def test_a_job_that_has_a_name_stays_one() -> None:
    text = f"岗位名称：染坊主任\n岗位职责：\n1、排班；\n2、验收。\n三、管理岗位\n{BESIDE}\n"
    assert [job["title"] for job in record(text)["jobs"]] == ["染坊主任"]
