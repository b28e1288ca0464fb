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


OTHERS = {
    "an appraisal": "绩效考核表\n被考核人：安云\n岗位：会计\n考核期间：2024年第一季度\n考核项目\t权重\t得分\n报表及时率\t40%\t38\n账务准确率\t40%\t39\n服务态度\t20%\t18\n考核人签字：\n",
    "a manual": "DK-3型电锅炉使用说明书\n一、产品概述\n本产品用于采暖。\n二、技术参数\n功率：12kW\n三、操作人员要求\n1、操作人员须经培训；\n2、严禁无证操作。\n四、维护职责\n1、每日检查压力表；\n2、每月清洗滤网。\n",
    "a form of entry": "入职登记表\n姓名\t安云\t性别\t女\n岗位\t出纳\t部门\t财务部\n学历\t本科\t专业\t会计学\n入职日期\t2024-03-01\t试用期\t3个月\n薪资\t5000元\n",
    "a list of what is handed over": "离职交接清单\n姓名：安云\n部门：财务部\n岗位：出纳\n交接内容：\n1、现金与票据；\n2、银行U盾；\n3、未完成工作说明。\n移交人：\n接收人：\n监交人：\n",
    "a roster": "云川供电所2024年5月值班表\n日期\t星期\t值班领导\t值班人员\t联系电话\n5月1日\t三\t江涛\t安云、戚文\t0816-5550101\n5月2日\t四\t卓琴\t米嘉、单梅\t0816-5550102\n值班要求：\n1、值班人员须24小时在岗；\n2、做好交接班记录；\n3、遇突发情况立即报告。\n",
    "marks of candidates": "2024年公开招聘教师笔试成绩公示\n准考证号\t姓名\t报考岗位\t笔试成绩\t名次\n20240001\t安云\t高中语文教师\t81.5\t1\n20240002\t戚文\t高中数学教师\t79.0\t1\n",
    "a form to apply": "员工应聘登记表\n姓名：\n性别：\n出生年月：\n应聘岗位：\n学历：\n专业：\n工作经历：\n期望薪资：\n联系电话：\n",
    "partners are sought": "甜园奶茶诚招加盟商\n加盟条件：\n1、认同品牌理念；\n2、有50万元以上资金；\n3、有餐饮经验者优先。\n加盟支持：\n1、免费培训；\n2、选址评估。\n加盟热线：400-555-0199\n",
    "pupils are sought": "云川技师学院2024年招生简章\n一、招生专业\n电梯工程技术  学制三年  招生人数50人\n数控加工  学制三年  招生人数80人\n二、报名条件\n1、初中毕业生，年龄不限；\n2、身体健康。\n三、就业方向\n电梯维保员、数控操作工等岗位，月薪4000元以上。\n四、报名方式\n联系人：江老师 电话：0816-5550103\n",
    "an appointment": "关于安云同志任职的通知\n各部门：\n经研究决定，聘任安云为财务部经理，主要负责财务核算、资金管理、税务筹划工作，直接上级为财务总监。试用期三个月。\n云川机械公司\n2024年5月1日\n",
}


@pytest.mark.parametrize("text", [RESUME, MINUTES, f"拟聘用人员公示\n{ROWS}\n"])
def test_it_is_no_job(text: str) -> None:
    assert _jobs(text) == 0


@pytest.mark.parametrize("kind", OTHERS)
def test_other_kinds_of_documents(kind: str) -> None:
    assert _jobs(OTHERS[kind]) == 0


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


EXPLAINED = (
    "岗位名称：说明岗位的规范名称。\n所属部门：指出该岗位隶属于哪个部门。\n岗位职责：详细列出该岗位要做的事。\n"
    "任职要求：包括学历、经验和技能。\n"
)


@pytest.mark.parametrize(
    "text",
    [
        f"岗位说明书有哪些部分\n{EXPLAINED}",
        "岗位名称 | 如“行政助理”、“市场专员”等\n所属部门 | 如“市场部”等\n岗位职责 | 包括文件管理、会议安排等\n任职要求 | 有相关经验\n",
        "岗位名称：如出纳、统计员等\n岗位职责：写明要做的事\n任职要求：学历、专业\n",
        "怎样写职位信息\n职位名称：要让人一看就懂，不要写内部叫法。\n岗位职责：用动词开头，三到六条为宜。\n任职要求：列出必备的条件，再写加分的。\n薪资待遇：给出范围，不要写面议。\n",
    ],
)
def test_what_explains_its_labels_is_no_job(text: str) -> None:
    assert _jobs(text) == 0


def test_a_job_beside_what_explains_is_one() -> None:
    example = (
        "岗位名称：出纳\n所属部门：财务部\n岗位职责：\n1、明确收支手续。\n2、列出应付清单。\n任职要求：\n1、细心。\n"
    )
    assert _jobs(example) == 1
    assert _jobs(f"{EXPLAINED}\n范例\n{example}") == 1
