"""The ways in which ads list posts with how many are sought: each gives the same jobs."""

import re

import pytest

from tests.stages import record, tasks

HEAD = "云川物业服务有限公司招聘启事\n因业务发展需要，现面向社会招聘以下人员：\n"
TAIL = "\n以上岗位均缴纳五险，包午餐。\n联系人：钟经理 电话：13800000001\n地址：云川市滨河路8号\n"
LISTS = {
    "counted, with a colon": "1、水电工2名：有电工证；\n2、保洁员3名：50岁以下；\n3、保安员1名：会用灭火器。",
    "counted, in parentheses": "1、水电工（2名）：有电工证；\n2、保洁员（3名）：50岁以下；\n3、保安员（1名）：会用灭火器。",
    "names over lines": "水电工 2名\n有电工证\n保洁员 3名\n50岁以下\n保安员 1名\n会用灭火器",
    "a colon before the count": "水电工：2名，有电工证\n保洁员：3名，50岁以下\n保安员：1名，会用灭火器",
    "stars": "★水电工：2人，有电工证\n★保洁员：3人，50岁以下\n★保安员：1人，会用灭火器",
    "names in brackets": "【水电工】2名\n有电工证\n【保洁员】3名\n50岁以下\n【保安员】1名\n会用灭火器",
    "pictures": "🔧水电工 2人\n有电工证\n🧹保洁员 3人\n50岁以下\n👮保安员 1人\n会用灭火器",
    "tabs": "岗位\t人数\t要求\n水电工\t2\t有电工证\n保洁员\t3\t50岁以下\n保安员\t1\t会用灭火器",
    "blanks": "岗位      人数    要求            待遇\n水电工    2       有电工证        5000\n保洁员    3       50岁以下        3200\n保安员    1       会用灭火器及消防栓  4000",
    "bars": "岗位 | 人数 | 要求\n水电工 | 2 | 有电工证\n保洁员 | 3 | 50岁以下\n保安员 | 1 | 会用灭火器",
    "a table of Markdown": "| 岗位 | 人数 | 要求 |\n|---|---|---|\n| 水电工 | 2 | 有电工证 |\n| 保洁员 | 3 | 50岁以下 |\n| 保安员 | 1 | 会用灭火器 |",
    "sections": "一、水电工2名\n要求：有电工证。\n二、保洁员3名\n要求：50岁以下。\n三、保安员1名\n要求：会用灭火器。",
    "labels": "招聘岗位：水电工\n招聘人数：2名\n任职要求：有电工证\n招聘岗位：保洁员\n招聘人数：3名\n任职要求：50岁以下\n招聘岗位：保安员\n招聘人数：1名\n任职要求：会用灭火器",
    "posts that are numbered": "岗位1：水电工，2名\n要求：有电工证\n岗位2：保洁员，3名\n要求：50岁以下\n岗位3：保安员，1名\n要求：会用灭火器",
    "the count first": "2名水电工：有电工证\n3名保洁员：50岁以下\n1名保安员：会用灭火器",
    "a bare number": "- 水电工（2）：有电工证\n- 保洁员（3）：50岁以下\n- 保安员（1）：会用灭火器",
    "commas": "岗位,人数,要求\n水电工,2,有电工证\n保洁员,3,50岁以下\n保安员,1,会用灭火器",
    "commas and quotation marks": '"岗位","人数","要求"\n"水电工","2","有电工证"\n"保洁员","3","50岁以下"\n"保安员","1","会用灭火器"',
    "dashes": "水电工—2人—有电工证\n保洁员—3人—50岁以下\n保安员—1人—会用灭火器",
    "pictures on both sides": "🔧水电工🔧 2人\n✅有电工证\n🔧保洁员🔧 3人\n✅50岁以下\n🔧保安员🔧 1人\n✅会用灭火器",
    "numbers twice": "一、岗位一：水电工，2名\n要求：有电工证\n二、岗位二：保洁员，3名\n要求：50岁以下\n三、岗位三：保安员，1名\n要求：会用灭火器",
    "letters": "岗位A 水电工 2名\n要求：有电工证\n岗位B 保洁员 3名\n要求：50岁以下\n岗位C 保安员 1名\n要求：会用灭火器",
    "one sentence": "水电工2名（有电工证）、保洁员3名（50岁以下）、保安员1名（会用灭火器）。",
    "strokes": "水电工/2人/有电工证\n保洁员/3人/50岁以下\n保安员/1人/会用灭火器",
}


@pytest.mark.parametrize("kind", LISTS)
def test_each_post_is_a_job(kind: str) -> None:
    jobs = record(f"{HEAD}{LISTS[kind]}{TAIL}")["jobs"]
    counts = [re.sub(r"\D", "", job["headcount"] or "") for job in jobs]
    assert list(zip([job["title"] for job in jobs], counts, strict=True)) == [
        ("水电工", "2"),
        ("保洁员", "3"),
        ("保安员", "1"),
    ]
    assert [str(job["requirements"]["general"]).strip("[]'。") for job in jobs][::2] in (
        ["有电工证", "会用灭火器"],
        ["有电工证", "会用灭火器及消防栓"],
    )
    for job in jobs:
        assert "五险" not in str(job)
        assert "13800000001" not in str(job)


def test_posts_with_what_each_is_paid() -> None:
    posts = "水电工：5000-7000元/月，有电工证\n保洁员：3200元/月，50岁以下\n保安员：4000元/月，会用灭火器"
    jobs = record(f"{HEAD}{posts}{TAIL}")["jobs"]
    assert [job["title"] for job in jobs] == ["水电工", "保洁员", "保安员"]
    assert jobs[1]["compensation"]["salary"] == ["3200元/月，50岁以下"]


@pytest.mark.parametrize(
    "text",
    [
        "磨机工：2人，男，月薪6000\n化验员：1人，女，月薪5000\n电话：0571-5550126",
        "1.磨机工 2人 男 6000\n2.化验员 1人 女 5000",
        "需求：\n磨机工2人，月薪6000\n化验员1人，月薪5000\n厂在县城北，电话0571-5550126",
        "磨机工（月薪6000）：看磨、加球。\n化验员（月薪5000）：取样、化验。",
        "招聘磨机工、化验员\n磨机工：倒班，月薪6000。\n化验员：常白班，月薪5000。",
    ],
)
def test_posts_that_nobody_calls(text: str) -> None:
    assert [job["title"] for job in record(text)["jobs"]] == ["磨机工", "化验员"]


def test_cells_in_quotation_marks_have_lines_and_commas() -> None:
    text = '岗位名称,所属部门,人数,岗位职责,任职要求\n"挡车工","织造,一车间",12,"1. 看管织机；\n2. 处理""断经""。",熟手,能上夜班\n'
    first, second = record(text + '落布工,织造车间,3,"1. 落布。\n2. 记码。",男\n')["jobs"]
    assert (first["department"], second["department"]) == ("织造，一车间", "织造车间")
    assert first["duties"][0]["tasks"] == ["看管织机", '处理"断经"']
    assert second["duties"][0]["tasks"] == ["落布", "记码"]
    assert first["requirements"]["general"] == ["熟手，能上夜班"]


def test_posts_that_a_word_counts() -> None:
    text = (
        "【转发】帮朋友公司招人！\n岗位1️⃣ 亚马逊运营\n・负责美国站2个店铺\n・8k-15k+利润提成\n岗位2️⃣ 美工\n・主图、A+、简单视频\n・6k-9k\n"
        "■ 职缺三：倉管員\n需求人數：2人\n工作內容：\n1. 揀貨。\n2. 盤點。\n"
    )
    jobs = record(text)["jobs"]
    assert [job["title"] for job in jobs] == ["亚马逊运营", "美工", "仓管员"]
    assert [job["compensation"]["salary"] for job in jobs] == [["8k-15k+利润提成"], ["6k-9k"], []]


def test_a_name_between_two_stars_its_letters_set_apart() -> None:
    text = "新店开业，火热招聘中\n\n★ 店  长 1名  8000-12000  ★\n3年以上连锁店长经验，能带团队\n\n★ 茶饮师 8名  4000-5500  ★\n18-30岁，热情开朗\n"
    jobs = record(text)["jobs"]
    assert [(job["title"], job["headcount"], job["compensation"]["salary"]) for job in jobs] == [
        ("店长", "1名", ["8000-12000"]),
        ("茶饮师", "8名", ["4000-5500"]),
    ]
    plain = record(text.replace("★", ""))["jobs"]
    assert [job["title"] for job in plain] == ["店长", "茶饮师"]


def test_a_name_in_brackets_below_the_title() -> None:
    text = "岗 位 职 责 与 任 职 条 件\n（人力资源部薪酬专员）\n直接上级：经理\n工作职责：1.核算工资；2.办理社保。\n"
    (job,) = record(text)["jobs"]
    assert (job["title"], tasks(job)) == ("人力资源部薪酬专员", ["核算工资", "办理社保"])


def test_sections_below_the_documents_title_that_nobody_knows() -> None:
    text = "任职岗位说明（2021修订）\n一、基本情况\n岗位：押运员\n二、干什么\n1）核对货物。\n2）监护装卸。\n三、红线\n⑴ 严禁搭乘无关人员\n⑵ 严禁变更线路\n"
    (job,) = record(text)["jobs"]
    assert job["extra_sections"] == [{"heading": "红线", "items": ["严禁搭乘无关人员", "严禁变更线路"]}]
    assert (job["title"], len(tasks(job))) == ("押运员", 2)


def test_posts_of_which_each_line_says_that_they_are_sought() -> None:
    text = "需求岗位：\n●招聘数控车工 10名\n学历：高职\n起薪：5000元\n\n●招聘工艺工程师 3名\n学历：本科\n起薪：7000元\n\n●招聘检测员 2名\n学历：大专\n起薪：5500元\n\n统一说明：\n1、试用期两个月；\n2、四人间宿舍。\n"
    found = record(text)
    assert [(job["title"], job["headcount"]) for job in found["jobs"]] == [
        ("数控车工", "10名"),
        ("工艺工程师", "3名"),
        ("检测员", "2名"),
    ]
    assert found["extra_sections"] == [{"heading": "统一说明", "items": ["试用期两个月", "四人间宿舍"]}]


def test_how_many_behind_the_word_for_seeking() -> None:
    text = "用工告示\n一、采果工  招30人\n1、采摘；\n2、运果。\n工钱：每天130元\n二、分选工  招12人\n1、分级；\n2、装箱。\n工钱：计件\n"
    jobs = record(text)["jobs"]
    assert [(job["title"], job["headcount"], tasks(job)) for job in jobs] == [
        ("采果工", "30人", ["采摘", "运果"]),
        ("分选工", "12人", ["分级", "装箱"]),
    ]


def test_jobs_counted_by_the_heavenly_stems() -> None:
    text = "诚聘\n甲、登记护士\n职责\n- 派药\n- 伤口护理\n入职要求\n- 持执业证\n乙、厨师\n职责\n- 备餐\n- 订购食材\n入职要求\n- 三年经验\n"
    assert [(job["title"], tasks(job)) for job in record(text)["jobs"]] == [
        ("登记护士", ["派药", "伤口护理"]),
        ("厨师", ["备餐", "订购食材"]),
    ]


def test_labels_that_nobody_knows_over_hours_and_pay() -> None:
    text = "小区便利店要招人\n\n早班理货：6:30到11:30，每天80元，一名\n夜班收银：18点到24点，月薪3300，两名，不怕晚\n\n面试找刘姐，电话8862 3310\n"
    assert [job["title"] for job in record(text)["jobs"]] == ["早班理货", "夜班收银"]


def test_what_is_said_of_a_post_by_name_further_down_goes_to_it() -> None:
    text = (
        "环卫协管员招聘公告\n一、招聘原则\n公开、平等。\n二、招聘职位及名额\n巡查协管员10名，垃圾分类督导员5名。\n三、职位职责\n"
        "（一）巡查协管员：劝导占道经营。\n（二）垃圾分类督导员：引导居民分类。\n四、应聘条件\n1、遵纪守法；\n2、巡查协管员须能适应户外工作；\n"
        "五、聘用及待遇\n月工资3200元。\n六、报名\n地点：区城管局305室。\n"
    )
    found = record(text)
    assert [(job["title"], job["headcount"], tasks(job), job["requirements"]["general"]) for job in found["jobs"]] == [
        ("巡查协管员", "10名", ["劝导占道经营"], ["须能适应户外工作"]),
        ("垃圾分类督导员", "5名", ["引导居民分类"], []),
    ]
    headed = {section["heading"]: section["items"] for section in found["extra_sections"] if section["heading"]}
    assert headed["应聘条件"] == ["遵纪守法"]
    assert headed["聘用及待遇"] == ["月工资3200元"]


def test_the_lists_of_posts_together_say_of_what_they_speak() -> None:
    text = (
        "诚招伙伴！\n\n前端（2人）\n- 熟练Vue3\n- 有大屏经验者优先\n- 15K~22K\n\n嵌入式（1人）\n- 熟悉STM32\n- 能画板子更好\n- 14K~20K\n\n"
        "售前方案（1人）\n- 农学或物联网背景\n- PPT好看，讲得明白\n- 10K~15K，提成另算\n\n投递：jobs@agriloop.example\n"
    )
    last = record(text)["jobs"][-1]
    assert last["requirements"]["general"] == ["农学或物联网背景", "PPT好看，讲得明白"]
    assert last["compensation"]["salary"] == ["10K~15K，提成另算"]


def test_lines_of_what_a_post_does_are_one_duty() -> None:
    text = "招人\n前台（1人）\n- 负责接待\n- 负责登记\n- 5K~6K\n库管（1人）\n- 负责收货\n- 负责盘点\n- 5K~6K\n"
    assert [[duty["tasks"] for duty in job["duties"]] for job in record(text)["jobs"]] == [
        [["负责接待", "负责登记"]],
        [["负责收货", "负责盘点"]],
    ]
