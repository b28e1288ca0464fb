"""Articles that tell of posts in paragraphs and lists without labels, and overviews of what several posts do."""

import pytest

from tests.stages import record, tasks


def test_a_paragraph_that_begins_with_the_name() -> None:
    text = (
        "茶楼各岗位分工如下。\n1. 茶艺师\n茶艺师负责备茶、冲泡和讲解，闭店前清洗茶具。\n2. 收银员\n收银员承担点单、收款与发票开具，每日与店长对账。\n"
        "以上只是主要岗位的职责，其他人员由店长安排。\n"
    )
    found = record(text)
    assert [(job["title"], tasks(job)) for job in found["jobs"]] == [
        ("茶艺师", ["茶艺师负责备茶、冲泡和讲解，闭店前清洗茶具。"]),
        ("收银员", ["收银员承担点单、收款与发票开具，每日与店长对账。"]),
    ]


def test_a_paragraph_that_leads_over_to_a_list() -> None:
    text = (
        "茶艺主管\n茶艺主管是楼面的带头人，负责服务质量。其主要职责包括：\n- 排班并检查仪容。\n- 处理客诉。\n"
        "采购员\n采购员的工作是保证茶叶新鲜。日常工作有：\n- 比价。\n- 验收。\n"
    )
    found = record(text)
    assert [(job["title"], job["summary"], tasks(job)) for job in found["jobs"]] == [
        ("茶艺主管", "茶艺主管是楼面的带头人，负责服务质量。", ["排班并检查仪容", "处理客诉"]),
        ("采购员", "采购员的工作是保证茶叶新鲜。", ["比价", "验收"]),
    ]


def test_numbered_names_over_lines_without_numbers() -> None:
    text = "一、店长\n主持门店经营；\n审批折扣。\n二、茶艺师\n接待客人；\n负责冲泡。\n三、仓管员\n登记出入库；\n管理库存。\n"
    assert [(job["title"], tasks(job)) for job in record(text)["jobs"]] == [
        ("店长", ["主持门店经营", "审批折扣"]),
        ("茶艺师", ["接待客人", "负责冲泡"]),
        ("仓管员", ["登记出入库", "管理库存"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. 茶艺师\n茶艺师这一行近年很热，薪水也在涨。\n2. 咖啡师\n咖啡师的门槛不高，很多人半路改行。\n",
        "一、店长\n他在街口开了二十年店。\n二、徒弟\n徒弟姓周，话不多。\n三、老师傅\n老师傅说话慢。\n",
    ],
)
def test_what_tells_of_persons_or_trades_is_no_job(text: str) -> None:
    assert record(text)["jobs"] == []


def test_whatever_the_names_end_in_under_a_title_of_several() -> None:
    text = (
        "石材厂各岗位职责汇编\n整理出来给大家参考。\n一、大切\n1、装卸荒料；\n2、更换锯片。\n二、磨抛\n1、调整磨头压力；\n2、检查光度。\n"
        "三、排版\n1、对色；\n2、编号。\n写得粗，见谅。\n"
    )
    found = record(text)
    assert [(job["title"], tasks(job)) for job in found["jobs"]] == [
        ("大切", ["装卸荒料", "更换锯片"]),
        ("磨抛", ["调整磨头压力", "检查光度"]),
        ("排版", ["对色", "编号"]),
    ]


def test_a_heading_over_each_of_two_names() -> None:
    text = "1.领班的素质要求\n（1）口齿清楚。\n（2）能带班。\n2.领班的岗位职责\n（1）排班。\n（2）查房。\n"
    (job,) = record(text)["jobs"]
    assert (job["title"], tasks(job)) == ("领班", ["排班", "查房"])
    assert job["requirements"]["competencies"] == ["口齿清楚", "能带班"]


def test_prose_above_the_labels_of_a_post() -> None:
    text = (
        "一、领班岗位职责\n众口难调，领班要把质量和成本都看住。\n汇报对象：厨师长\n安排班次；\n验收食材；\n检查留样。\n"
        "二、保管员岗位职责\n汇报对象：厨师长\n登记台账；\n发放物料；\n每月盘点。\n"
    )
    first, second = record(text)["jobs"]
    assert (first["reports_to"], tasks(first)) == (["厨师长"], ["安排班次", "验收食材", "检查留样"])
    assert tasks(second) == ["登记台账", "发放物料", "每月盘点"]


def test_a_label_right_behind_a_value() -> None:
    (job,) = record(
        "岗位名称：跟单员岗位编号：\n岗位人数：1 职位等级：\n岗位职责：\n1、跟单\n2、对账\n编制人审核人 批准人 日期\n"
    )["jobs"]
    assert (job["title"], job["headcount"]) == ("跟单员", "1")
    assert {"code", "job_grade", "people.prepared_by", "people.approved_by"} <= set(job["blank_fields"])


def test_pairs_with_a_blank_in_a_numbered_list() -> None:
    text = "一、基本资料\n（1）岗位名称 培训经理。\n（2）直接上级 人力资源总监。\n（3）所属部门 人力资源部。\n二、工作概要\n（1）工作摘要 负责年度培训计划，组织实施并评估。\n"
    (job,) = record(text)["jobs"]
    assert (job["title"], job["reports_to"], job["department"]) == (
        "培训经理。".rstrip("。"),
        ["人力资源总监"],
        "人力资源部",
    )
    assert job["summary"] == "负责年度培训计划，组织实施并评估。"


def test_heads_of_pages_with_labels() -> None:
    head = "文件编号：QW-09      第 {} 页 共 3 页"
    pages = ["岗位名称：泵工\n一、岗位职责\n1、巡视机组；\n2、记录水位；", "3、清理格栅；", "4、交接班。"]
    text = "\n".join(f"{head.format(i)}\n{page}" for i, page in enumerate(pages, 1)) + "\n"
    (job,) = record(text)["jobs"]
    assert tasks(job) == ["巡视机组", "记录水位", "清理格栅", "交接班"]
    assert job["extra_fields"] == []


def test_names_and_what_they_do_in_a_numbered_list() -> None:
    text = "客栈里通常有这些人：\n1. 店长：负责日常经营和排班。\n2. 管家：办理入住登记，提供行李服务。\n3. 保洁员：打扫客房，保持公共区域整洁。\n"
    assert [(job["title"], tasks(job)) for job in record(text)["jobs"]][::2] == [
        ("店长", ["负责日常经营和排班。"]),
        ("保洁员", ["打扫客房，保持公共区域整洁。"]),
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("云溪客栈后勤主管岗位责任制度", "后勤主管"),
        ("客栈全员岗位责任制度店长岗位职责", "店长"),
        ("店长岗位职责一、店长岗位职责", "店长"),
    ],
)
def test_titles_of_rules(title: str, name: str) -> None:
    (job,) = record(f"{title}\n1、排班。\n2、盘点。\n3、接待投诉。\n")["jobs"]
    assert job["title"].endswith(name)
    assert tasks(job) == ["排班", "盘点", "接待投诉"]


def test_a_title_in_brackets_before_the_first_sentence() -> None:
    text = "【盘扣工岗位职责及任职要求】在工地上，这是一个要胆子的活。\n一、岗位职责\n1、搭架。\n2、拆架。\n二、任职要求\n1、不恐高。\n"
    (job,) = record(text)["jobs"]
    assert (job["title"], tasks(job)) == ("盘扣工", ["搭架", "拆架"])


def test_as_many_lines_without_a_label_below_each_post() -> None:
    text = (
        "招人啦\n✅服务员 5名 4500元/月\n   包吃包住，月休4天\n✅传菜员 2名 4200起\n   手脚麻利，能端能跑\n"
        "✅打荷 1名 5000元\n   做过海鲜档口的优先\n\n以上岗位均有全勤奖\n联系人：阿强 0571-0000000\n"
    )
    first, second, third = record(text)["jobs"]
    assert first["compensation"]["benefits"] == ["包吃包住，月休4天"]
    assert second["requirements"]["general"] == ["手脚麻利，能端能跑"]
    assert third["requirements"]["general"] == ["做过海鲜档口的优先"]


def test_the_heading_of_the_posts_is_no_text_of_the_file() -> None:
    text = "中心拟招聘2人，公告如下：\n一、招聘岗位及人数\n（一）窗口岗1名。负责受理申请。\n（二）档案岗1名。负责档案编目。\n二、报名时间\n6月9日至13日\n"
    sections = record(text)["extra_sections"]
    assert [item for section in sections for item in section["items"]] == ["中心拟招聘2人，公告如下：", "6月9日至13日"]
