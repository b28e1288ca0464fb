"""Forms on one line give their records back, tables that do not come out stay whole, and ordinary text is not cut."""

from itertools import islice
from typing import Any

import pytest

import jdparse
from jdparse import vocabulary
from jdparse.ledger import CLASSES
from jdparse.lines import Line
from jdparse.outline import runon
from jdparse.tracked import Tracked
from tests.damage import one_line
from tests.damage.one_line import Form, Layout
from tests.scoring import compare
from tests.stages import record

LAYOUTS = 6
FORMS = {form["title"]: form for form in one_line.forms()}
# The share of leaves that each form gives back over its layouts, and of what it gives that is right.
LEAST = 0.9
PLAIN = Layout("", False, True, False, "{}、")


@pytest.mark.parametrize("title", FORMS)
def test_a_form_comes_back(title: str) -> None:
    form = FORMS[title]
    right = missed = extra = 0
    for layout in islice(one_line.layouts(len(title)), LAYOUTS):
        score = compare(one_line.gold(form), record(one_line.flatten(form, layout)))
        right, missed, extra = right + score.right, missed + len(score.missed), extra + len(score.extra)
    assert right >= LEAST * (right + missed)
    assert right >= LEAST * (right + extra)


def test_most_of_all_forms_comes_back() -> None:
    scores = [
        compare(one_line.gold(form), record(one_line.flatten(form, layout)))
        for seed, form in enumerate(FORMS.values())
        for layout in islice(one_line.layouts(seed), 3)
    ]
    right, missed = sum(score.right for score in scores), sum(len(score.missed) for score in scores)
    assert right >= 0.97 * (right + missed)
    assert len(FORMS) >= 12


@pytest.mark.parametrize("titled", [False, True])
@pytest.mark.parametrize("layout", [Layout(" ", False, False, False, "{}、"), Layout("", True, True, False, "{}、")])
def test_two_jobs_on_one_line(layout: Layout, titled: bool) -> None:
    forms = [FORMS["press minder"], FORMS["water plant operator"]]
    gold = {"jobs": [job for form in forms for job in one_line.gold(form)["jobs"]]}
    texts = [
        (f"{job['title']}岗位说明书{layout.joint}" if titled else "") + one_line.flatten(form, layout)
        for job, form in zip(gold["jobs"], forms, strict=True)
    ]
    score = compare(gold, record(layout.joint.join(texts)))
    assert (score.missed, score.extra) == ([], [])


def in_a_form(section: Any) -> Form:
    """A short form around a table."""
    head = {"pairs": {"岗位名称": ["title", "园艺主管"], "所属部门": ["department", "生产部"]}}
    foot = [{"label": "工作环境", "path": "environment", "text": "户外果园"},
            {"label": "学历要求", "path": "requirements.education", "text": "大专以上"}]  # fmt: skip
    return {"title": "orchard", "sections": [head, section, *foot]}


def test_no_table_that_is_accepted_is_wrong() -> None:
    accepted = 0
    for seed in range(100):
        form = in_a_form(one_line.table(seed))
        layout = next(one_line.layouts(seed))._replace(colon=True)
        found = record(one_line.flatten(form, layout))
        names = [note["name"] for note in found["diagnostics"]]
        assert names.count("flattened-table") + names.count("flattened-table-unresolved") == 1
        if "flattened-table" in names:
            accepted += 1
            score = compare(one_line.gold(form), found)
            assert (seed, score.missed, score.extra) == (seed, [], [])
    assert accepted >= 60


def test_letters_that_do_not_come_out_even_leave_the_text_whole() -> None:
    form = FORMS["dispatcher"]
    text = one_line.flatten(form, PLAIN)
    broken = text.replace("2、车型与载重AC", "2、车型与载重A")
    assert broken != text
    found = record(broken)
    assert [note["name"] for note in found["diagnostics"]].count("flattened-table-unresolved") == 1
    (duty,) = found["jobs"][0]["duties"]
    (task,) = duty["tasks"]
    assert task.startswith("职能项目")
    assert task.endswith("授课技巧C")


def test_what_cannot_be_parted_stays_in_the_earlier_cell() -> None:
    form = FORMS["call centre agent"]
    found = record(one_line.flatten(form, PLAIN))
    second = found["jobs"][0]["duties"][1]
    assert second["standards"] == ["派发及时率", "回访满意率部门职能分工B"]
    assert second["knowledge"] == []
    assert "ambiguous-boundary" in [note["name"] for note in found["diagnostics"]]


ORDINARY = [
    (
        "岗位说明书是人力资源管理的基础文件，一般包括岗位名称、所属部门、直接上级、岗位职责、任职资格、工作环境等内容。编制岗位说明书时，应当先明确岗位目的，再梳理"
        "工作内容与工作权限，最后确定学历要求、工作经验和技能要求，避免把岗位职责写成工作流程。各部门负责人应组织员工讨论工作职责，提出修改意见。"
    ),
    (
        "公司每年组织一次绩效考核，考核内容包括工作态度、工作能力和工作业绩三个方面，直接上级根据考核标准打分，人力资源部汇总后报总经理审批。考核结果作为薪酬调整、"
        "职务晋升和培训需求的依据，员工对考核结果有异议的，可以在五个工作日内向直接上级申诉，也可以书面向人力资源部反映，联系方式见公司网站公告栏。"
    ),
    (
        "负责公司网站的日常维护，及时更新产品信息；配合市场部完成线上推广活动；收集用户反馈并整理成周报；每月统计访问量与转化率；参与年度预算编制；完成领导交办的其他"
        "工作。工作地点在滨河市，工作时间为上午九点到下午六点，薪资待遇面议，福利待遇包括五险一金与带薪年假，工作环境优雅，发展空间广阔。"
    ),
    (
        "员工培训分为岗前培训、在岗培训与专项培训，培训内容由用人部门提出。岗前培训的时间不少于三天，内容包括公司简介、规章制度、安全知识、岗位技能要求等。培训结束后"
        "进行考核，考核不合格的延长试用期。在岗培训每季度不少于一次，职责分工由各部门自行确定，工作记录由培训专员保存，工作标准另行制定。"
    ),
    (
        "公司各岗位说明书由人力资源部统一编号，编制日期以批准为准：每年一月修订一次，修订时应当写明原因：组织调整、流程变化或者法规更新。遇有争议时，由直接上级"
        "裁决：裁决意见应当书面记录，并抄送工会。考核周期为一个季度：第一季度的结果在四月公布，其余类推；考核等级分为优秀、合格、不合格三档，具体办法由各部门另"
        "行制定。"
    ),
    (
        "评审时根据岗位职责（一）至（三）核对工作记录，按照任职要求（一）核对证书，不符合的填写说明；复核时参照考核标准1、2两条，由直接上级签字，人事部存档，结"
        "果在五日内通知本人，本人可以申诉。"
    ),
    (
        "面谈按照三个步骤进行：首先说明考核目的，其次由员工自评，最后由直接上级给出意见。员工如对照岗位职责1、2、3条认为自己已经达标，可以附上证据：工作记录"
        "、客户评价、同事意见均可；如认为任职要求（一）过高，可以提出修改建议。面谈结束后双方签字：上级一份，员工一份，人力资源部存档一份。"
    ),
    (
        "新员工入职第一周由导师带领熟悉环境：办公区、食堂、停车场和消防通道；第二周学习制度：考勤、请假、报销和信息安全；第三周跟岗，内容包括客户接待、电话记录"
        "、资料归档；第四周独立上岗，由导师检查：接待是否规范、记录是否完整、归档是否及时。试用期满前一周提交总结，总结应写明收获、问题和改进措施。"
    ),
    (
        "竞聘报名表填写说明：姓名与身份证一致，学历以最高学历为准，专业按毕业证书填写，工作经验从毕业之日起计算，证书附复印件，期望薪资可以不填。报名截止后由人"
        "事部审核，审核内容：年龄、学历、资历是否符合任职条件；对不符合的，说明原因：一次性告知，不得拖延。面试成绩与笔试成绩各占一半，名单在公告栏公示三天。"
    ),
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_not_cut(text: str) -> None:
    line = Line(Tracked.of(text), 1)
    assert runon.split([line], vocabulary.builtin()) == ([line], [])


@pytest.mark.parametrize("heading", ["一句话概述", "十大重点概述"])
def test_a_numeral_behind_the_number_of_a_heading_counts_nothing(heading: str) -> None:
    text = (
        f"叉车维修工岗位说明书一、岗位名称：叉车维修工二、所属部门：设备部三、{heading}：保证车间叉车完好"
        "四、岗位职责1、检修叉车液压系统；2、更换轮胎五、任职要求1、中专以上学历；2、持有叉车操作证"
    )
    (job,) = record(text)["jobs"]
    assert job["department"] == "设备部"
    assert job["duties"][0]["tasks"] == ["检修叉车液压系统", "更换轮胎"]


@pytest.mark.parametrize("title", FORMS)
def test_every_character_has_its_class(title: str) -> None:
    form = FORMS[title]
    for layout in islice(one_line.layouts(1), 2):
        parsed = jdparse.parse(one_line.flatten(form, layout).encode())
        at = 0
        for start, end, name in parsed.source_map()["classes"]:
            assert start == at < end
            assert name in CLASSES
            at = end
        assert at == len(parsed.document.text)
