"""Forms that a dump wrote one row a line, with one blank between the cells."""

from tests.stages import record, tasks

FORM = (
    "窑炉主操职务说明书\n岗位名称 窑炉主操 岗位编号\n所在部门 烧成车间 岗位定员\n直接上级 车间主任 职系 技能职系\n直接下级 无\n所辖人员 无 岗位分析日期 2022年3月8日\n"
    "本职：\n负责隧道窑的烧成操作\n职责与工作任务：\n职责一 职责表述：控制烧成曲线 工作时间百分比：70%\n工作任务 按工艺卡升温，每小时记录一次\n巡查窑头窑尾\n发现堵车及时处理\n"
    "职责二 职责表述：填写交接班记录 工作时间百分比：30%\n权力：\n异常时有权停窑\n工作协作关系：\n内部协调关系 成型车间、质检部\n外部协调关系 无\n"
    "任职资格：\n教育水平 中专以上\n专业 硅酸盐工艺\n经验 三年以上\n知识 熟悉烧成制度\n技能技巧 能看懂热工曲线\n"
)


def test_labels_at_the_head_of_rows() -> None:
    (job,) = record(FORM)["jobs"]
    assert (job["title"], job["department"], job["reports_to"]) == ("窑炉主操", "烧成车间", ["车间主任"])
    assert (job["job_family"], job["dates"]["analysed"], job["summary"]) == (
        "技能职系",
        "2022年3月8日",
        "负责隧道窑的烧成操作",
    )
    assert [(duty["name"], duty["time_share"], duty["tasks"]) for duty in job["duties"]] == [
        ("控制烧成曲线", "70%", ["按工艺卡升温，每小时记录一次", "巡查窑头窑尾", "发现堵车及时处理"]),
        ("填写交接班记录", "30%", []),
    ]
    wanted = job["requirements"]
    assert (wanted["education"], wanted["majors"], wanted["experience"]) == (["中专以上"], ["硅酸盐工艺"], ["三年以上"])
    assert (wanted["knowledge"], wanted["skills"]) == (["熟悉烧成制度"], ["能看懂热工曲线"])
    assert (job["relations"]["internal"], job["authority"]) == (["成型车间、质检部"], ["异常时有权停窑"])
    assert {"code", "headcount"} == set(job["blank_fields"])
    assert {"direct_reports", "span_of_control", "relations.external"} == set(job["none_fields"])


def test_a_blank_alone_sets_nothing_apart() -> None:
    (job,) = record("岗位名称：磨工\n岗位职责：\n1、磨削。\n2、经验 交流由班长安排。\n3、专业 术语不许乱用。\n")["jobs"]
    assert tasks(job) == ["磨削", "经验 交流由班长安排", "专业 术语不许乱用"]


def test_the_rest_of_a_duty_on_the_next_line() -> None:
    lines = "岗位名称\n磨工\n所属部门\n机加车间\n职\n责\n一\n职责表述：按图纸磨削，保证尺寸\n和光洁度 工作时间百分比：60%\n工作\n任务\n首件送检\n"
    (job,) = record(lines)["jobs"]
    (duty,) = job["duties"]
    assert (duty["name"], duty["time_share"], duty["tasks"]) == ("按图纸磨削，保证尺寸和光洁度", "60%", ["首件送检"])


def test_a_share_alone_below_its_duty() -> None:
    lines = "职位名称：成本员\n总页次：\n6. 工作职责\n1\n主要工作职责：核算\n40%\n任务\n1、核料；\n2、核工；\n2\n主要工作职责：分析\n60%\n任务\n1、写月报；\n"
    (job,) = record(lines)["jobs"]
    assert job["title"] == "成本员"
    assert [(duty["name"], duty["time_share"], duty["tasks"]) for duty in job["duties"]] == [
        ("核算", "40%", ["核料", "核工"]),
        ("分析", "60%", ["写月报"]),
    ]


def test_a_table_of_posts_with_one_blank_between_cells() -> None:
    text = "窑炉车间岗位职责\n序号 岗位名称 主要职责\n1 主操 控制烧成曲线，记录温度。\n2 码坯工 按图码坯，检查坯体。\n3 出窑工 卸车，分级堆放。\n"
    found = record(text)["jobs"]
    assert [(job["title"], tasks(job)) for job in found] == [
        ("主操", ["控制烧成曲线，记录温度。"]),
        ("码坯工", ["按图码坯，检查坯体。"]),
        ("出窑工", ["卸车，分级堆放。"]),
    ]


def test_what_the_rows_of_a_section_are_of() -> None:
    text = "窑炉主操岗位说明书\n一、岗位职责\n职责内容 具体说明\n烧成控制 按工艺卡升温，每小时记录。\n设备巡检 每班两次，发现异响停机。\n二、任职要求\n1、能倒班。\n2、识图。\n"
    (job,) = record(text)["jobs"]
    assert tasks(job) == ["烧成控制；按工艺卡升温，每小时记录", "设备巡检；每班两次，发现异响停机"]


def test_a_column_that_nobody_knows_beside_counted_rows() -> None:
    text = "职位名称：主操\n工作内容表述\n序号\t具体职责表述\t负责程度\n1\t控制烧成曲线\t全责\n2\t填写记录\t部分\n"
    (job,) = record(text)["jobs"]
    assert [duty["tasks"] for duty in job["duties"]] == [["控制烧成曲线"], ["填写记录"]]
    assert [(extra["label"], extra["value"]) for extra in job["extra_fields"]] == [
        ("负责程度", "全责"),
        ("负责程度", "部分"),
    ]


def test_rows_that_stand_together_in_a_text() -> None:
    text = (
        "岗位名称：保育员\n任职条件：\n学历 高中（中专）及以上\n年龄 45周岁以下，女性优先\n"
        "身体 无传染病史，能胜任弯腰、搬床等体力活\n性格 有耐心，说话和气\n"
    )
    (job,) = record(text)["jobs"]
    wanted = {key: values for key, values in job["requirements"].items() if values}
    assert wanted == {
        "education": ["高中（中专）及以上"],
        "age": ["45周岁以下，女性优先"],
        "physical": ["无传染病史，能胜任弯腰、搬床等体力活"],
        "competencies": ["有耐心，说话和气"],
    }


def test_a_value_that_is_a_label_elsewhere() -> None:
    text = "岗位名称    净水工    岗位编号    SC-1\n工作性质    专业技术    薪    级    T5\n岗位职责：\n1、巡检。\n"
    (job,) = record(text)["jobs"]
    assert (job["job_type"], job["pay_grade"], job["blank_fields"]) == ("专业技术", "T5", [])
