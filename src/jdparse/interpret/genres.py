"""Documents of other kinds whose parts are called as those of a job description are: résumés, minutes, lists of persons, manuals.

The marks are those of documents written for the tests (`tests/documents/*-without-job`) after such as people have in their folders.
"""

from collections.abc import Sequence

from jdparse.interpret.draft import Draft
from jdparse.outline import titles
from jdparse.outline.entry import Entry
from jdparse.patterns import deferred

_OF_A_RESUME = frozenset(
    "求职意向 应聘意向 求职意愿 求职目标 期望职位 意向岗位 意向职位 自我评价 自我鉴定 个人评价 自我描述 个人简历 求职简历 简历 个人履历".split()
)
"""What heads a part of a résumé, and of nothing else."""
_BESIDE = frozenset(
    "教育背景 教育经历 工作经历 实习经历 实践经历 项目经历 校园经历 在校经历 获奖情况 荣誉奖励 主修课程 毕业院校 毕业学校 毕业时间 籍贯 民族"
    " 政治面貌 出生年月 出生日期 婚姻状况 期望薪资 期望月薪 到岗时间 兴趣爱好 技能证书 求职状态 目前状况 个人信息".split()
)
"""What stands beside that in it, and in forms of persons too."""
_OF_A_MATCH = frozenset("择偶要求 择偶标准 择偶条件 征婚要求 交友要求 对另一半的要求 内心独白".split())
_OF_MINUTES = frozenset(
    "会议时间 会议地点 会议主题 会议议题 会议名称 主持人 会议主持 参会人员 出席人员 列席人员 缺席人员 与会人员 参会人 记录人 会议记录 会议纪要 议定事项"
    " 会议议定事项 会议内容".split()
)
_OF_AN_APPRAISAL = frozenset(
    "被考核人 被考核者 被考核人姓名 被评价人 考核期间 考核得分 自评得分 自评分 上级评分 最终得分 考核人 考核人签字 被考核人签字 考核等级".split()
)
_FEWEST, _FEWEST_OF_APPRAISAL = 3, 2

# What a list says of persons who were chosen: 笔试成绩, 体检结果, 准考证号.
_OF_A_CANDIDATE = deferred(
    r"成绩|奖项|获奖|荣誉|称号|体检|考察|笔试|面试|准考证|考号|名次|排名|毕业(?:院校|学校|时间)|身份证|是否(?:合格|录用|进入)"
)
# What a list of persons gives of their jobs too, so that it describes none.
_OF_A_PERSON = tuple(
    "title code department location people. organization. requirements.education requirements.majors requirements.gender requirements.experience"
    " requirements.age".split()
)


def is_other(drafts: Sequence[Draft], preface: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether a document is of another kind: its title says so, or its headings and labels are those of one.

    `preface` is what stands before the jobs, `entries` all of the document.
    """
    named = any("title" in draft.scalars and titles.names_job(draft.scalars["title"].text) for draft in drafts)
    head = [entry.whole.text for entry in (*preface[:_HEAD], *entries[:1]) if len(entry.whole) <= _LONGEST_TITLE]
    if any(map(_FORM_OF_A_PERSON.search, head)) or any(_CONTRACT.search("".join(line.split())) for line in head):
        return True
    if not named and any(map(_MANUAL.search, head)):
        return True
    heads = {_head(entry) for entry in entries} if any(map(_may_be_other, drafts)) else set[str]()
    own = len(heads & _OF_A_RESUME)
    return (
        not heads.isdisjoint(_OF_A_MATCH)
        or (own > 0 and own + len(heads & _BESIDE) >= _FEWEST)
        or len(heads & _OF_MINUTES) >= _FEWEST
        or len(heads & _OF_AN_APPRAISAL) >= _FEWEST_OF_APPRAISAL
    )


def _may_be_other(draft: Draft) -> bool:
    """Whether a job has no name, or somebody's beside it, or no duties: others are in no such document."""
    return "title" not in draft.scalars or "people.incumbent" in draft.scalars or not draft.duties


def explains(draft: Draft) -> bool:
    """Whether what looks like a job's values says what to write under their labels: 所属部门：指出该岗位隶属于哪个部门."""
    values = [*draft.scalars.values(), *(texts[0] for texts in draft.lists.values() if texts)]
    values += [task for duty in draft.duties[:1] for task in duty.tasks[:1]]
    explained = sum(_EXPLAINS.match(value.text) is not None for value in values)
    title = draft.scalars.get("title")
    if title is not None and not _EXPLAINS.match(title.text):
        return False
    if title is not None and _EXAMPLES.match(title.text):
        return True
    return explained >= _FEWEST and 2 * explained >= len(values)


_EXPLAINS = deferred(
    r"(?:要|应当?|需要?|主要|简[要单]|清[晰楚]地?|详细|一般)*(?:明确|说明|指[出明的]|指(?:该|本)?(?:岗|职)位|列[出明举]|描述|阐[述明]|概[述括]|注明|标明|填写|界定|用动词|(?:提供|给出)\S{0,4}(?:范围|区间)|[例比]?如[“\"「『]?\w|包括)"
    r"|不?(?:要|应|宜|必)(?:让|写|用|与|和|填|有)"
    r"|[^，。；]{0,12}(?:该|此|某)(?:岗位|职位|职务)的"
)
"""How one begins who tells what a part of a description is for."""
_EXAMPLES = deferred(r"[例比]?如[“\"「『：:]|[例比]?如.*(?:[、等]|……|…)")


_HEAD, _LONGEST_TITLE = 3, 40
"""Lines before the jobs among which a document's title is, and characters of one."""
_FORM_OF_A_PERSON = deferred(
    r"^(?!.*(?:说明|职责))\S{0,16}(?:入职|应聘|求职|员工|人事|面试|离职|转正|调岗|异动|报名)\S{0,6}(?:登记表|申请表|审批表|评[价估]表|履历表|报名表|交接(?:表|清单|单)|档案)$"
)
_MANUAL = deferred(r"(?:使用|产品|安装|操作|维护|用户|服务)(?:说明书|手册|指南)(?:[（(].{1,12}[)）])?$")


_CONTRACT = deferred(
    r"^(?:【群(?:公告|规)】|\S{0,12}(?:群公告|群规)$)|(?:劳动|劳务|聘用|雇佣|用工|派遣|实习|保密|培训)(?:合同|协议)书?(?:[（(].{1,16}[)）])?$"
)
"""What binds those who work or meet somewhere, whoever is named in it: contracts, the rules of a chat."""


def _head(entry: Entry) -> str:
    text = entry.label if entry.label is not None else entry.whole
    return "".join(text.text.split()).strip("：:【】[]《》") if len(text) <= _LONGEST else ""


_LONGEST = 16


def are_rows(drafts: Sequence[Draft]) -> bool:
    """Whether what looks like jobs are the rows of another list: persons who were chosen, the staff of a firm, what work costs."""
    rows = [draft for draft in drafts if "title" in draft.scalars]
    return bool(rows) and any(all(map(kind, rows)) for kind in (_is_person, _is_of_staff, _is_price))


def _is_of_staff(draft: Draft) -> bool:
    """Whether a row says who has a job and where to reach him, and but a word of what he does."""
    labels = {label.text for label, _ in draft.extra_fields}
    asks = any(path.startswith("requirements.") for path in draft.lists)
    return "people.incumbent" in draft.scalars and not asks and not labels.isdisjoint(_REACHED)


_REACHED = frozenset("分机 分机号 内线 电话 联系电话 手机 办公电话 邮箱 房间 房间号 办公室".split())


def _is_price(draft: Draft) -> bool:
    """Whether a row says what a unit of some work costs."""
    return any(_PRICED.search(label.text) for label, _ in draft.extra_fields)


_PRICED = deferred(r"计[量价]单位|单价|[（(]元[/／每](?!月|年)|环比|同比|收费标准|报价")


def _is_person(draft: Draft) -> bool:
    if "people.incumbent" not in draft.scalars or draft.duties:
        return False
    if not all(path.startswith(_OF_A_PERSON) for path in (*draft.scalars, *draft.lists)):
        return False
    return any(_OF_A_CANDIDATE.search(label.text) for label, _ in draft.extra_fields)
