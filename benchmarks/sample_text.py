"""Job descriptions of any length, from our own sentences: the same seed gives the same text."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

_UNITS = ("仓储部", "计划物流部", "外销部", "设备动力部", "品质管理部", "行政后勤部", "信息技术部", "采购供应部")
_TITLES = ("仓库主管", "计划专员", "外销业务员", "设备技师", "检验班长", "后勤管理员", "系统运维工程师", "采购主办")
_ACTS: tuple[tuple[str, ...], ...] = (
    ("负责", "制定", "组织实施", "监督执行", "定期检查", "汇总分析", "协助上级完善", "跟踪落实"),
    ("本部门年度工作计划", "物料收发与盘点制度", "客户订单的交付进度", "生产现场的安全规程", "设备点检与保养台账"),
    ("供应商的评审资料", "月度费用预算", "新员工的岗位培训", "ERP系统中的基础数据", "ISO 9001体系文件"),
)
_ENDS = ("，并按月提交书面报告", "，确保差错率低于0.5%", "，发现异常在2小时内上报", "，及时归档备查", "")
_NEEDS = (
    "大专及以上学历，物流管理、工商管理等相关专业",
    "3年以上同岗位工作经验，有制造业背景者优先",
    "熟练使用Excel、Word等办公软件",
    "熟悉仓储管理流程，掌握先进先出原则",
    "具备良好的沟通协调能力和团队合作精神",
    "工作认真细致，责任心强，能适应轮班",
    "持有叉车操作证或安全员证书",
    "英语四级以上，能阅读简单的技术资料",
)
_RIGHTS = ("对不合格物料有拒收权", "对部门费用有初审权", "对下属人员有考核建议权", "对违规操作有制止权")
_DIGITS = "零一二三四五六七八九"


def job_description(characters: int, seed: int = 1) -> str:
    """One job description of `characters` code points or up to one line more, as a plain text file has it."""
    random = Random(seed)
    head = list(_head(random))
    tail = list(_tail(random))
    left = characters - sum(len(line) + 1 for line in head + tail)
    duties: list[str] = []
    group = 0
    while left > 0:
        group += 1
        lines = [f"（{_numeral(group)}）{random.choice(_ACTS[1])}管理"]
        lines += [f"{number}．{_duty(random)}；" for number in range(1, random.randint(5, 12))]
        for line in lines:
            if left > 0:
                duties.append(line)
                left -= len(line) + 1
    return "\n".join([*head, *duties, *tail, ""])


def job_descriptions(size: int, seed: int = 1) -> str:
    """Job descriptions of some 1,500 code points in a row, together `size` bytes of UTF-8 or a little more."""
    texts: list[str] = []
    while size > 0:
        texts.append(job_description(1500, seed + len(texts)))
        size -= len(texts[-1].encode())
    return "\n".join(texts)


@dataclass(frozen=True)
class JobParts:
    """What a form holds."""

    title: str
    unit: str
    duties: list[str]
    rights: list[str]
    needs: list[str]


def job_parts(random: Random) -> JobParts:
    """One job with some ten duties, for a form."""
    index = random.randrange(len(_TITLES))
    duties = [_duty(random) for _ in range(random.randint(8, 13))]
    return JobParts(_TITLES[index], _UNITS[index], duties, random.sample(_RIGHTS, 3), random.sample(_NEEDS, 4))


def _numeral(number: int) -> str:
    """A number below 100 as Chinese writes it."""
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def _duty(random: Random) -> str:
    return random.choice(_ACTS[0]) + random.choice(_ACTS[1] + _ACTS[2]) + random.choice(_ENDS)


def _head(random: Random) -> Iterator[str]:
    index = random.randrange(len(_TITLES))
    yield "岗位说明书"
    yield f"岗位名称：{_TITLES[index]}"
    yield f"所属部门：{_UNITS[index]}  岗位编号：{random.choice('ABCD')}{random.randint(100, 999)}"
    yield f"直接上级：{_UNITS[index]}经理"
    yield "直接下级：无"
    yield "岗位定员：2人"
    yield "一、岗位工作概述"
    yield f"在{_UNITS[index]}经理的领导下，{_duty(random)}，{_duty(random)}。"
    yield "二、工作职责与任务"


def _tail(random: Random) -> Iterator[str]:
    for numeral, heading, lines in (("三", "任职资格", _NEEDS), ("四", "岗位工作权限", _RIGHTS)):
        yield f"{numeral}、{heading}"
        for number, line in enumerate(random.sample(lines, 4), start=1):
            yield f"{number}．{line}；"
