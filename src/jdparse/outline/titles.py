"""Title lines: `仓管员岗位说明书`, `（一）出纳岗位职责`, `物业客服主管职位说明书范本2篇`."""

import re
from typing import NamedTuple

from jdparse.outline.ads.cities import is_city
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary


class Title(NamedTuple):
    """`name`: the range of the job's name in the line, or None (`岗位说明书` alone). `field`: what its last words name."""

    name: tuple[int, int] | None
    field: str | None
    numbered: bool = False
    """Whether it counts itself among others of its kind: 园长岗位职责 篇2."""


_KIND = (
    r"(?:(?:岗位|职位|职务)(?:工作)?标准|(?:岗位|职位|职务|工作|任职)(?:工作|职责|任职|职务)?(?:及职责)?(?:说明书|阐明书|讲明书|描述书|规范书|说明表|规范|责任书|任务书)"
    r"|(?:岗位|工作|职位|职务)?职责(?:说明书|说明表|说明|描述|卡|清单|一览表?|明细表?|总结|概述|内容|范文|大全)?|(?:岗位)?责任制度?|职务(?:说明书|讲明书)|(?:任职)?(?:岗位|职位)说明|(?:岗位|职位|职务|工作)描述|JD|职责与任职要求|工作细则"
    r"|岗位职责(?:及|与|和)(?:任职)?(?:要求|资格|条件|权限)|职责(?:及|与|和)权限|任职(?:条件|资格|要求)|(?:素质|能力)要求|招聘(?:启事|公告|简章|信息)?)"
)
# What each of these holds: a cheap look that spares nearly all lines the expression. Only words are looked for fast, no classes.
_OF_A_KIND = deferred("标准|说明|阐明|讲明|描述|规范|责任|任务|职责|JD|Jd|jD|jd|细则|任职|招聘|素质要求|能力要求")
_ORDINAL = r"[0-9０-９一二三四五六七八九十]{1,3}"
_TITLE = deferred(
    rf"^(?:精选优质文档\W*倾情为[你您]奉上\W*)?(?:[【\[](?:精选|热门|推荐|最新|必备|实用|优秀|荐)[】\]])?[《【\[“\"*#]*(?P<name>.{{0,40}}?)(?:的)?(?:主要|核心|具体|关键|日常)?(?P<kind>{_KIND})[》】\]”\"]?"
    rf"(?P<tail>(?P<part>[ \t\u3000]*(?:(?:篇|第|之|范文|范本|模板|样本|样例|实例|示例)[ ]?{_ORDINAL}(?:篇|则)?|[（(]{_ORDINAL}[)）]|{_ORDINAL}(?=$|[:：])))"
    rf"|[（(](?:[^（()）]{{1,12}}|[A-Za-z ]{{2,30}})[)）]|【[^【】]{{1,8}}】|范本|范文|模板|样本|样例|实例|示例|[ \t\u3000]?{_ORDINAL}篇|\.(?:docx?|pdf|txt|wps)|\s|[*#])*(?:(?:[:：]|[—－–-]{{1,2}})[ \t\u3000]*(?P<after>[^，。；！？,;!?：:]{{2,15}})?)?$",
    re.IGNORECASE,
)
# An organization's name before the job's: 恒泰热力有限公司人事主管岗位说明书. Two characters may be a name (仁和医院) or say
# of what kind the place is (星级酒店经理).
_ORGANIZATION = deferred(
    r"^(?:.+?(?:有限责任公司|股份有限公司|有限公司)|(?!(?:大型|中型|小型|星级|连锁|快捷|商务|度假|主题|精品|私立|公立|民办|国际|三甲|综合|专科"
    r"|社区|乡镇|县级|市级|省级|合资|外资|民营|国有|生产|房产|物业|物流|贸易|广告|网络|科技|建筑|装饰|餐饮|保险|证券|旅游|传媒|培训|职业|技工"
    r"|高等|普通|重点|城市|农村|商业|中央|会计|律师|设计|分院|集团)).{2,}?"
    r"(?:集团公司|分公司|集团|公司|医院|大学|学院|学校|中学|小学|幼儿园|酒店|研究院|研究所|事务所|银行|支行|工厂))"
)
# 全员岗位责任制度园长岗位职责
_OF_RULES = deferred(r"^.{2,20}(?:责任制度?|管理制度|规章制度|职责汇编|管理手册)(?=[^\W\d_]{2,})")
# How the names of jobs end.
JOB_NAME = deferred(
    r"(?:员|师傅?|经理|主管|助理|专员|总监|主任|顾问|秘书|会计|出纳|教师|老师|医生|护士|工程师|客服|文员|司机|店长|班长|组长|队长|厂长|院长|园长|科长|处长|部长|代表|导购|保安|保洁|厨师|技工|焊工|电工|普工|操作工|学徒|实习生|负责人|管家|嫂|厨|[骑水鼓歌舵]手|匠|主播|模特|督导|干事|助教|园丁|[校厂村兽牙队]医|门卫|门童|保姆|裁缝|领队|网管|(?:主持|经纪|主理|护林|看护)人|主编|总编|副总|总裁|专家|官|架构师|设计师|分析师|编辑|记者|翻译|讲师|教练|导游|库管|领班|书记|岗|长|工|管培生|培训生|(?<![A-Za-z])(?:C[A-Z]O|HRBP|HRD|DBA))$"
)
_SENTENCE = deferred(r"[，。；！？,;!?：:]")
_NOT_A_NAME = deferred(
    r"^(?:各|本|全体|所有|有关|关于|加入|走进|联系|公司|企业|部门|各部门|各岗位|员工|主要|基本|具体|通用|相关|岗位|职位|工作|职务|的|附|附件|社会|校园|人才|公开|内部|校招|社招|最新|热门|更多|年度|急招|急聘|热招|诚聘|高薪|置顶|推荐|转发|帮转|扩散|代发|代|通知|好消息|正在|在招|火热|火爆|现正|诚邀|近期|长期|大量|批量|联合|集中|全年|常年|本周|本月|今日|每[月日天周年]|[月年时日周]薪|底薪|综合|平均|到手|春季|秋季|\d{4}[年届].*|.*[及与和、]|.*(?:部门?|科室?|中心|车间|处室?|班组|项目部|办公室|委员会|各|们))$"
)


# Words that begin a task, never a job's name: 负责编写岗位说明书 is no title.
VERB = deferred(
    r"^(?:负责|制定|制订|编制|编写|组织|完成|参与|参加|协助|建立|修订|审核|执行|落实|熟悉|了解|掌握|明确|履行|按|根据|做好|遵守|健全|完善|贯彻|检查|监督"
    r"|指导|撰写|起草|规范|分析|对|将|为|依据|能|具有|具备|配合|管理|收集|整理|更新|优化|梳理|确定|承担|认真|严格|开展|推动|发布|查看|下载|如何|怎么|怎样|什么|更多|关于|浅谈|以上|以下|上述|相关|本)"
)


_SUFFIX = deferred(r"\.[A-Za-z]{2,5}$")


_OF_DEPARTMENT = deferred(
    r"(?P<name>(?!各|本|该|全|所|内|外|下属|有关|相关|部门|科室|处室|干部)[^\W_]{1,14}?(?:部|科|处|室|中心|车间|委员会))(?:的)?"
    r"(?:部门|岗位|主要|基本|工作|具体){0,3}(?:职责|职能|职责范围|职能职责|职责任务)[:：]?$"
)


def of_department(text: str) -> tuple[int, int] | None:
    """Where a heading names the department whose duties stand below it: 技术部职能, 办公室工作职责; None for one that names none."""
    found = _OF_DEPARTMENT.match(text) if len(text) <= _LONGEST_NAME else None
    return None if found is None else found.span("name")


def of_file(name: str) -> str | None:
    """The job that a file's name gives: 出纳 for 出纳岗位说明书.docx; None for a name that says none."""
    found = _TITLE.match(_SUFFIX.sub("", name).replace("_", " ").strip())
    if found is None or _SENTENCE.search(found["name"]):
        return None
    bare = _ORGANIZATION.sub("", found["name"]).strip(" -—0123456789.、（）()")
    return bare if bare and not _NOT_A_NAME.match(bare) else None


_ASIDE = deferred(r"[（(][^（()）]*[)）]$|[ \t\u3000]*[0-9一二三四五六七八九十两若干]+[ ]?[名人位]$")


_AROUND_NAME = "【】[]《》「」*#：: "


def unframed(name: Tracked) -> Tracked:
    """A name without the brackets around it; those of a part of it ([YF03]大数据工程师) stay."""
    bare = name.strip("【】[] ")
    return name if _PARTLY.search(bare.text) else bare


_PARTLY = deferred(r"^[^【\[]*[】\]]|[【\[][^】\]]*$")
"""Brackets of which one was lost."""


_LONGEST_WITH_REMARK = 200


def names_job(text: str) -> bool:
    """Whether a heading reads as a job's name: it ends as names of jobs do, but for a remark in parentheses."""
    return (
        len(text) <= _LONGEST_WITH_REMARK
        and JOB_NAME.search(_ASIDE.sub("", text.strip(_AROUND_NAME)).strip(_AROUND_NAME)) is not None
    )


_CALLING = deferred(r"[，、]|招聘|诚聘|急聘|欢迎")
_LONGEST_NAME = 30


def is_long_name(text: str) -> bool:
    """Whether a line that is longer than most headings is a job's name, with a remark or without: 海洋动物驯养师（夜班，会潜水）."""
    if len(text) > _LONGEST_WITH_REMARK:
        return False
    text = text.rstrip("：: ")
    bare = _ASIDE.sub("", text)
    return len(bare) <= _LONGEST_NAME and not _CALLING.search(bare) and not VERB.match(bare) and names_job(text)


_BARE = deferred(r"[^\W\d_]{2,10}(?:[（(][^（()）]{1,8}[)）])?$")
# How lines end that stand over a text and are no job's name: documents, parts of them, places, organizations.
_NO_JOB = deferred(
    r"(?:通知|公告|安排|说明|制度|办法|细则|总结|报告|方案|计划|要求|规定|目录|附件|简介|介绍|标准|流程|须知|公司|企业|详情|问答|集团|部|部门|科|科室|室|中心|处|车间"
    r"|职责|条件|权限|内容|资料|信息|情况|正文|如下|岗位|职位|职务|招聘|说明书|岗|位)$"
)


def may_name_job(text: str) -> bool:
    """Whether a line right over a job's first heading can be its name, whatever it ends in: 大堂副理 over 岗位职责."""
    text = text.strip("【】[]《》「」*# ：:")
    return (
        _BARE.match(text) is not None and not _NO_JOB.search(text) and not _NOT_A_NAME.match(text) and not is_city(text)
    )


_LETTER_SPACED = deferred(r"^\s*[^\W\x00-\x7f](?:[ \u3000]+[^\W\x00-\x7f]){2,}\s*$")
_LETTER = deferred(r"[^\W\d_一二三四五六七八九十]")
# 例3-6, 表6-3, 附件2：
_CAPTION = deferred(
    r"^(?:例|表|图|范例|案例|附件?|附录|示例|样例)\s*(?:\d+(?:[-－—.]\d+)*|[一二三四五六七八九十]{1,3}(?=[\s:：、]))\s*[:：、.]?[ \t\u3000]*"
)


# 职位描述怎么写
_ASKED = deferred(r"怎么|怎样|如何|什么|吗$|哪些")
_TWICE = deferred(r"([^，。；、]{2,20}(?:职责|说明书)(?:范本|模板|汇编)?)[一1][、.．].{2,24}(?:职责|说明书)$")
_OF_A_SECTION = ("素质要求", "能力要求")
"""What a title names but behind a job's name: 前厅主管的素质要求."""

# Whose duties a contract or a notice names, and no job's: 乙方职责, 居民职责
_PARTY = deferred(
    r"(?:[甲乙丙双]方|(?:承包|出租|承租|委托|受托|供|需)[方人]|.{0,6}(?:居民|住户|业主|商户|村民|家长|学生|用户|顾客|旅客|游客|单位))(?:的)?$"
)
# What an article about job descriptions tells to do: 四、写职责
_WRITING = deferred(
    r"(?:填?写|[编撰]写|[制拟]定|明确|确定|列出?|梳理|细化|界定|描述|划分|设计|[理厘]清|起草|修订|规定|分解|提炼|归纳)(?:好|清|出|清楚|明白)?$"
)


def read(text: str, vocabulary: Vocabulary) -> Title | None:
    """What a line says as a title, or None when it is none."""
    if len(text) > 60:
        return None
    if (" " in text or "\u3000" in text) and _LETTER_SPACED.match(text):
        return Title(None, None) if _TITLE.match("".join(text.split())) else None
    found = _TITLE.match(text.strip()) if _OF_A_KIND.search(text) else None
    if found is None:
        return Title(None, "duties") if "职能" in text and of_department(text) is not None else None
    name = found["name"]
    caption = _CAPTION.match(name)
    if _SENTENCE.search(name[caption.end() :] if caption else name):
        return None
    if (first := _TWICE.match(text)) is not None:
        return read(first[1], vocabulary)  # 行政岗位职责一、行政岗位职责: a title and the first heading run together
    kind = found["kind"]
    # 值班员岗位工作标准 is a document's title, whatever 工作标准 names as a heading
    field = None if kind.endswith(("标准", "规范")) else vocabulary.find(kind)
    numbered = found["part"] is not None
    if found["after"]:
        # 烘焙店岗位职责（一）：裱花师
        if not (numbered or found["name"]) or field not in ("duties", None):
            return None
        left = text.find(found["after"], len(found["name"]))
        return Title((left, left + len(found["after"].rstrip())), field, True)
    start, end = found.span("name")
    if caption:
        start += caption.end()
        name = name[caption.end() :]
    before = _ORGANIZATION.match(name) or _OF_RULES.match(name)
    if before:
        start += before.end()
    while start < end and text.strip()[start] in " \t\u3000—-–·:：":
        start += 1
    bare = text.strip()[start:end].strip(" \t\u3000×XxＸ*_《》“”")
    if _WRITING.match(bare) or _ASKED.search(bare) or (kind == "职责" and _PARTY.match(bare)):
        return None
    if not _LETTER.search(bare) or all(map(_NOT_A_NAME.match, bare.split())):
        return None if kind.endswith(_OF_A_SECTION) else Title(None, field, numbered)
    if kind.endswith(_OF_A_SECTION) and not names_job(bare):
        return None  # 沟通能力要求
    left = text.find(bare, len(text) - len(text.lstrip()) + start)
    return Title((left, left + len(bare)), field, numbered)
