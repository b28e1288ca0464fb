"""Tables and forms in the text of scanned or printed pages."""

import pytest

from tests.stages import record, tasks

BARRED = """岗位名称 | 送水站站长 | 岗位编号 | QY-07
所属部门 | 配送部 | 直接上级 | 区域经理
工资等级 |  | 编制日期 | 2021年3月5日
岗位职责 | 1、每日核对空桶、满桶数量；
2、合理排线。
任职资格 | 学历 | 高中及以上 | 年龄 | 25-45岁
 | 工作经验 | 2年以上
工作环境 | 户外
"""


def test_a_form_whose_cells_bars_part() -> None:
    (job,) = record(BARRED)["jobs"]
    assert (job["title"], job["code"], job["department"], job["reports_to"]) == (
        "送水站站长",
        "QY-07",
        "配送部",
        ["区域经理"],
    )
    assert job["dates"]["prepared"] == "2021年3月5日"
    assert job["blank_fields"] == ["pay_grade"]
    assert tasks(job) == ["每日核对空桶、满桶数量", "合理排线"]
    assert job["requirements"]["education"] == ["高中及以上"]
    assert job["requirements"]["age"] == ["25-45岁"]
    assert job["requirements"]["experience"] == ["2年以上"]
    assert job["environment"] == ["户外"]


def test_bars_around_the_rows_are_none_of_their_cells() -> None:
    rows = BARRED.replace("合理排线。\n", "合理排线。|\n").splitlines()
    form = "\n".join(f"| {row} |" if " | " in row or row.startswith(" |") else row for row in rows)
    assert record(form)["jobs"] == record(BARRED)["jobs"]


def test_values_of_an_ad_between_bars_are_no_form() -> None:
    (job,) = record("电工\n8-10K | 苏州 | 3-5年 | 大专\n岗位职责：\n1、检修；\n2、值班。\n")["jobs"]
    assert job["location"] == "苏州"
    assert tasks(job) == ["检修", "值班"]


PRINTED = """             滨港轮渡有限公司岗位手册
     文件编号：BG-014      第 1 页
岗位名称：驾驶长
工作接触
接触对象            联系方式            联系事项
调度室              对讲机、电话        报告开航时间
海事处              甚高频              接受现场检查
岗位职责
1. 核定载客不超过198人。
                                        BG-GW-014
\f             滨港轮渡有限公司岗位手册
     文件编号：BG-014      第 2 页
2. 每月演习一次。
                                        BG-GW-014
\f"""


def test_columns_set_apart_by_blanks_are_a_table_and_what_each_page_repeats_is_furniture() -> None:
    found = record(PRINTED)
    (job,) = found["jobs"]
    assert [(c["party"], c["means"], c["matter"]) for c in job["relations"]["contacts"]] == [
        ("调度室", ["对讲机", "电话"], "报告开航时间"),
        ("海事处", ["甚高频"], "接受现场检查"),
    ]
    assert tasks(job) == ["核定载客不超过198人", "每月演习一次"]
    assert [removed["text"] for removed in found["removed"]].count("BG-GW-014") == 2
    assert [removed["text"] for removed in found["removed"]].count("滨港轮渡有限公司岗位手册") == 2


def test_em_spaces_part_pairs() -> None:
    (job,) = record("岗位名称：电工\u2003\u2003所属部门：设备部\n岗位职责：\n1、检修；\n2、值班。\n")["jobs"]
    assert (job["title"], job["department"]) == ("电工", "设备部")


TWO_COLUMNS = (
    ("冷库主管", "安排出入库；抽查库温。"),
    ("叉车工", "装卸、转运。"),
    ("制冷工", "巡检机组，填写运行记录。"),
)


@pytest.mark.parametrize("text", ["{} | {} |", "| {} | {} |", "{} | {}", "{}｜{}", "{}\t{}", "{}     {}"])
@pytest.mark.parametrize("heads", [("岗位名称", "主要职责"), ("岗位", "工作内容"), ("职位", "岗位职责")])
def test_two_columns_of_jobs_and_what_they_do(text: str, heads: tuple[str, str]) -> None:
    lines = [text.format(*row) for row in (heads, *TWO_COLUMNS)]
    found = record("各岗位一览\n{}\n总结\n以上岗位须持健康证。\n".format("\n".join(lines)))
    assert [(job["title"], tasks(job)) for job in found["jobs"]] == [(name, [said]) for name, said in TWO_COLUMNS]


def test_two_columns_of_jobs_and_what_they_ask() -> None:
    found = record("招聘计划\n岗位 | 任职要求\n保洁 | 身体健康\n绿化工 | 会修剪，能登高\n")
    assert [(job["title"], job["requirements"]["general"]) for job in found["jobs"]] == [
        ("保洁", ["身体健康"]),
        ("绿化工", ["会修剪，能登高"]),
    ]


def test_one_row_under_two_labels_is_no_list_of_jobs() -> None:
    assert record("岗位名称 | 主要职责 |\n叉车工 | 装卸、转运。 |\n")["jobs"] == []


@pytest.mark.parametrize(
    ("heading", "heads"),
    [
        ("下属岗位", "岗位名称 | 主要职责"),
        ("团队分工", "岗位 | 职责"),
        ("内部协作", "职位 | 协作内容"),
        ("替代关系", "岗位 | 内容"),
    ],
)
def test_what_a_table_says_of_others_is_of_the_job_above_it(heading: str, heads: str) -> None:
    found = record(f"""岗位名称：冷库主管
一、岗位职责
1、安排出入库。
2、抽查库温。
二、{heading}
{heads}
{"-" * 4} | {"-" * 4}
叉车工 | 装卸、转运
制冷工 | 巡检机组
三、任职资格
1、大专以上学历。
""")
    (job,) = found["jobs"]
    assert job["title"] == "冷库主管"
    assert "制冷工" in str(job)
    assert not found["extra_sections"]


def test_rows_that_a_line_end_broke_within_a_cell() -> None:
    text = (
        "岗位名称：拉晶员\n岗位职责\n序号\t工作模块\t工作要点\t衡量方法\t时间占比\n1\t投料\t①核对配比单；②盯守化料\n功率曲线。\t超时炉次低于2%\t15%\n"
        "2\t引晶\t①下籽晶；②调整拉速与\n埚转。\t成功率不低于85%\t25%\n3\t交接\t①看炉；②关单。\t差错\n为零\t60%\n任职资格\n1、能倒班。\n2、识图。\n"
    )
    (job,) = record(text)["jobs"]
    assert [(duty["name"], duty["tasks"], duty["standards"], duty["time_share"]) for duty in job["duties"]] == [
        ("投料", ["核对配比单", "盯守化料功率曲线"], ["超时炉次低于2%"], "15%"),
        ("引晶", ["下籽晶", "调整拉速与埚转"], ["成功率不低于85%"], "25%"),
        ("交接", ["看炉", "关单"], ["差错为零"], "60%"),
    ]
    assert job["requirements"]["general"] == ["能倒班", "识图"]


def test_names_over_texts_of_which_one_is_known() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{text}</td></tr>"
        for name, text in (("基本工资", "7000元/月"), ("环数奖", "每环18元，超出翻倍"), ("井下津贴", "每班60元"))
    )
    page = f"<!DOCTYPE html><meta charset=utf-8><h1>盾构机长岗位说明</h1><h2>一、岗位职责</h2><p>1、推进。</p><p>2、保养。</p><h2>二、薪酬构成</h2><table>{rows}</table>"
    (job,) = record(page, "x.html")["jobs"]
    assert job["compensation"]["salary"] == ["基本工资：7000元/月", "环数奖：每环18元，超出翻倍", "井下津贴：每班60元"]
