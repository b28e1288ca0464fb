"""The form with 职责一 and 职责表述 run together, and the parts of a preview that count it page by page."""

import pytest

import jdparse
from tests.stages import record, tasks

HEAD = "电缆厂仓储主管岗位说明书岗位名称仓储主管岗位编号所在部门物流部岗位定员2人直接上级物流经理工资等级直接下级仓管员薪酬类型所辖人员8人岗位分析日期2021-06-08"
DUTIES = (
    "本职：保证线缆收发准确，库存账实相符。职责与工作任务：职责一职责表述：组织线缆的入库验收工作时间百分比：40%工作任务核对盘号、米数和合格证"
    "职责二职责表述：管理库存与盘点工作时间百分比：60%工作任务每月抽盘一次，差异查明原因后上报"
)
BEHIND = (
    "权力：权限一：对不合格到货的拒收权工作协作关系内部协调关系生产部、销售部外部协调关系承运公司任职资格教育水平大专以上专业物流管理"
    "培训经历叉车安全培训经验三年以上仓储经验知识掌握线缆规格型号知识技能技巧会用仓储系统"
)


def test_each_label_of_the_form_is_told() -> None:
    (job,) = record(f"{HEAD}{DUTIES}{BEHIND}\n")["jobs"]
    assert (job["title"], job["department"], job["headcount"]) == ("仓储主管", "物流部", "2人")
    assert (job["reports_to"], job["direct_reports"], job["span_of_control"]) == (["物流经理"], ["仓管员"], "8人")
    assert [(duty["name"], duty["time_share"], duty["tasks"]) for duty in job["duties"]] == [
        ("组织线缆的入库验收", "40%", ["核对盘号、米数和合格证"]),
        ("管理库存与盘点", "60%", ["每月抽盘一次，差异查明原因后上报"]),
    ]
    assert job["authority"] == ["对不合格到货的拒收权"]
    assert (job["relations"]["internal"], job["relations"]["external"]) == (["生产部、销售部"], ["承运公司"])
    wanted = job["requirements"]
    assert (wanted["education"], wanted["majors"], wanted["training"]) == (["大专以上"], ["物流管理"], ["叉车安全培训"])
    assert (wanted["experience"], wanted["knowledge"]) == (["三年以上仓储经验"], ["掌握线缆规格型号知识"])
    assert wanted["skills"] == ["会用仓储系统"]
    assert {"code", "pay_grade"} <= set(job["blank_fields"])


def test_parts_that_break_off_in_a_word_are_one_text() -> None:
    whole = f"{HEAD}{DUTIES}{BEHIND}"
    cut = whole.index("盘点工作时间") + 1
    found = record(f"1、{whole[:cut]}\n\n2、{whole[cut:]}\n")
    assert found["jobs"] == record(f"{whole}\n")["jobs"]
    assert [removed["text"] for removed in found["removed"] if removed["reason"] == "page_number"] == ["1、", "2、"]


def test_a_list_of_long_items_has_no_parts() -> None:
    items = [f"{i}、{'负责第' + '一二三'[i - 1] + '条装配线的排产、领料与交接，' * 9}按周汇总。" for i in (1, 2, 3)]
    (job,) = record("装配主管岗位职责\n" + "\n".join(items) + "\n")["jobs"]
    assert len(tasks(job)) == 3


def test_paragraphs_in_each_part() -> None:
    text = (
        "1、 工作说明书 一、岗位资料 岗位名称：调机技师 岗位编号： 岗位人数：3 所属部门：注塑车间 直属上司职位：车间主任 可轮调岗位：模具技师 可升迁岗位：领班\n"
        "2、 二、岗位职责： 1、装卸模具，调试参数 2、填写首件记录\n"
        "3、 3、保养机台 4、带教学徒 三、使用设备 卡尺\n"
        "4、 四、任用资格 受教育程度：中专以上 年龄：45岁以下 经验：两年以上\n"
    )
    (job,) = record(text)["jobs"]
    assert (job["title"], job["headcount"], job["reports_to"]) == ("调机技师", "3", ["车间主任"])
    assert tasks(job) == ["装卸模具，调试参数", "填写首件记录", "保养机台", "带教学徒"]
    assert (job["requirements"]["education"], job["requirements"]["age"]) == (["中专以上"], ["45岁以下"])


@pytest.mark.parametrize("behind", ["", "直接上级：车间主任。"])
def test_a_title_right_before_its_list(behind: str) -> None:
    (job,) = record(f"打样员岗位职责1、按客户要求裁切样布；2、登记样品去向；3、每周清点样品柜。{behind}\n")["jobs"]
    assert job["title"] == "打样员"
    assert tasks(job)[:2] == ["按客户要求裁切样布", "登记样品去向"]


def test_numbers_that_lost_what_stood_behind_them() -> None:
    text = "岗位名称：商务经理\n二、工作职责\n1审阅合同；\n2掌握行情；\n3安排回款；\n三、任职资格\n1大专以上；\n2三年经验。\n"
    (job,) = record(text)["jobs"]
    assert tasks(job) == ["审阅合同", "掌握行情", "安排回款"]
    assert job["requirements"]["general"] == ["大专以上", "三年经验"]


@pytest.mark.parametrize("text", ["2年经验\n3名女工\n1天两班\n", "1名班长\n2名电工\n3名保安\n"])
def test_what_is_counted_is_no_list(text: str) -> None:
    found = record(f"岗位名称：商务经理\n岗位职责：跟单\n备注\n{text}")
    (job,) = found["jobs"]
    assert not any(remark[0] in "年名天" for remark in job["remarks"])


@pytest.mark.parametrize("blank", ["", "\n"])
def test_times_of_a_task(blank: str) -> None:
    lines = [
        "岗位名称",
        "出纳",
        "职责与工作任务",
        "职责表述：收付现金。工作时间百分比：30%",
        "工作",
        "任务",
        "开收据",
        "频次：10次/天",
        "用时：15",
        "分钟",
    ]
    lines += ["职责表述：登账", "工作时间百分比：70%", "工作任务", "记日记账"]
    (job,) = record(f"\n{blank}".join(lines) + "\n")["jobs"]
    assert [(duty["name"], duty["tasks"], duty["frequency"], duty["time_share"]) for duty in job["duties"]] == [
        ("收付现金。", ["开收据"], ["10次/天"], "30%"),
        ("登账", ["记日记账"], [], "70%"),
    ]
    assert job["extra_fields"] == [{"label": "用时", "value": "15分钟"}]


DEGREES = (
    "岗位说明书基本资料职位名称冷库主管职位代码所属部门仓储部定员人数1人分析时间工作内容1工作概要：管理冷库的收发和温度记录。2工作内容表述"
    "序号具体职责表述负责程度1安排每日入库，核对温度。全责2编制月度盘点表部分3配合检疫机构抽检，2小时内提供样品。支持"
    "任职资格：1、大专以上。2、会开叉车。"
)


def test_counted_rows_that_end_in_how_far_one_answers() -> None:
    (job,) = record(DEGREES)["jobs"]
    assert (job["title"], job["department"], job["headcount"]) == ("冷库主管", "仓储部", "1人")
    assert job["summary"] == "管理冷库的收发和温度记录。"
    assert tasks(job) == ["安排每日入库，核对温度", "编制月度盘点表", "配合检疫机构抽检，2小时内提供样品"]
    assert [extra["value"] for extra in job["extra_fields"]] == ["全责", "部分", "支持"]
    assert job["requirements"]["general"] == ["大专以上", "会开叉车"]


def test_a_heading_right_before_a_short_label() -> None:
    text = (
        "岗位名称：水暖工部门：后勤处直接主管：后勤处长直接主管签字：编制日期：2021年5月学历：中专以上学历经验：三年以上管道维修经验职位目的：保证水暖设施正常运行"
        "沟通关系内部：各学院外部：自来水公司下属人员人数：无职责范围1、每日巡检水泵房，填写记录；2、受理报修。"
    )
    (job,) = record(text)["jobs"]
    wanted = job["requirements"]
    assert (wanted["education"], wanted["experience"]) == (["中专以上学历"], ["三年以上管道维修经验"])
    assert (job["relations"]["internal"], job["relations"]["external"]) == (["各学院"], ["自来水公司"])
    assert (job["summary"], job["reports_to"]) == ("保证水暖设施正常运行", ["后勤处长"])
    assert job["none_fields"] == ["span_of_control"]


def test_labels_right_behind_several_numbered_headings() -> None:
    text = (
        "档案馆岗位职责说明一、档案室主任：统筹全馆核心职责概述档案室主任是档案工作的第一责任人，对档案的安全与完整负责。主要职责1.制定档案管理制度；2.组织鉴定与销毁；3.对接上级档案局。"
        "任职要求1.本科以上学历；2.五年以上档案工作经验。二、档案管理员：日常管理核心职责概述档案管理员承担收集、整理、保管工作。主要职责1.接收各部门移交的档案；2.编目、上架；3.办理借阅。"
        "任职要求1.大专以上学历；2.熟悉档案法。"
    )
    found = record(text)["jobs"]
    assert [(job["title"], job["summary"]) for job in found] == [
        ("档案室主任", "档案室主任是档案工作的第一责任人，对档案的安全与完整负责。"),
        ("档案管理员", "档案管理员承担收集、整理、保管工作。"),
    ]
    assert [tasks(job) for job in found] == [
        ["制定档案管理制度", "组织鉴定与销毁", "对接上级档案局"],
        ["接收各部门移交的档案", "编目、上架", "办理借阅"],
    ]
    assert [job["requirements"]["general"] for job in found] == [
        ["本科以上学历", "五年以上档案工作经验"],
        ["大专以上学历", "熟悉档案法"],
    ]


def test_items_behind_dashes_and_a_word_that_ends_in_one() -> None:
    text = (
        "厨师长\n职位描述\n一、 基础职责 - 菜品制作：根据标准菜谱完成切配、腌制及烹饪。 - 质量把控：对变质原料坚决弃用。 - 卫生安全：负责厨具的清洁与消毒。 "
        "二、 核心职责 - 菜单管理：更新菜单，确保口味统一、成本可控。 - 团队管理：安排排班，协调前厅与厨房。\n"
    )
    (job,) = record(text)["jobs"]
    assert tasks(job) == [
        "菜品制作：根据标准菜谱完成切配、腌制及烹饪",
        "质量把控：对变质原料坚决弃用",
        "卫生安全：负责厨具的清洁与消毒",
        "菜单管理：更新菜单，确保口味统一、成本可控",
        "团队管理：安排排班，协调前厅与厨房",
    ]


def test_titles_that_count_the_jobs_of_a_run() -> None:
    def job(number: str, name: str, task: str) -> str:
        return (
            f"岗位说明书之{number} 岗位名称：{name} 所属部门：检验室 直接上级：室主任 一、岗位概要：按计划{task}。"
            f" 二、岗位职责：（1）{task}；（2）编制报告。 三、考核指标：（1）完成率100%；（2）差错率不高于1%。 "
        )

    found = jdparse.parse((job("一", "内检员", "检验锅筒") + job("二", "化验员", "化验水质")).encode(), "x.txt").data
    assert [(job["title"], job["kpis"]) for job in found["jobs"]] == [
        (name, ["完成率100%", "差错率不高于1%"]) for name in ("内检员", "化验员")
    ]
