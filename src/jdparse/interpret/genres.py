"""Documents of other kinds whose parts are called as those of a job description are: résumés, minutes, lists of persons.

The marks are those of documents written for the tests (`tests/documents/*-without-job`) after such as people have in their folders.
"""

from collections.abc import Iterable, Sequence

from jdparse.interpret.draft import Draft
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
_OF_MINUTES = frozenset(
    "会议时间 会议地点 会议主题 会议议题 会议名称 主持人 会议主持 参会人员 出席人员 列席人员 缺席人员 与会人员 参会人 记录人 会议记录 会议纪要 议定事项"
    " 会议议定事项 会议内容".split()
)
_FEWEST = 3

# What a list says of persons who were chosen: 笔试成绩, 体检结果, 准考证号.
_OF_A_CANDIDATE = deferred(
    r"成绩|体检|考察|笔试|面试|准考证|考号|名次|排名|毕业(?:院校|学校|时间)|身份证|是否(?:合格|录用|进入)"
)
# What a list of persons gives of their jobs too, so that it describes none.
_OF_A_PERSON = tuple(
    "title code department location people. organization. requirements.education requirements.majors requirements.gender"
    " requirements.age".split()
)


def is_resume_or_minutes(drafts: Sequence[Draft], entries: Iterable[Entry]) -> bool:
    """Whether the headings and labels of a document are those of a person's résumé, or of a meeting's minutes.

    Jobs that all have a name, and nobody's beside it, are in neither.
    """
    if all("title" in draft.scalars and "people.incumbent" not in draft.scalars for draft in drafts):
        return False
    heads = {_head(entry) for entry in entries}
    own = len(heads & _OF_A_RESUME)
    return (own > 0 and own + len(heads & _BESIDE) >= _FEWEST) or len(heads & _OF_MINUTES) >= _FEWEST


def _head(entry: Entry) -> str:
    text = entry.label if entry.label is not None else entry.whole
    return "".join(text.text.split()).strip("：:【】[]《》") if len(text) <= _LONGEST else ""


_LONGEST = 16


def are_persons(drafts: Sequence[Draft]) -> bool:
    """Whether the jobs are but those of persons in a list: each has a name, and how he did, and nothing that a job asks for or does."""
    return bool(drafts) and all(map(_is_person, drafts))


def _is_person(draft: Draft) -> bool:
    if "people.incumbent" not in draft.scalars or draft.duties:
        return False
    if not all(path.startswith(_OF_A_PERSON) for path in (*draft.scalars, *draft.lists)):
        return False
    return any(_OF_A_CANDIDATE.search(label.text) for label, _ in draft.extra_fields)
