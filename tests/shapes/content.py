"""What a job description says, drawn from a `random.Random`, and nothing about how it is written down.

A `Job` is facts (one value each), sections (lists, a paragraph), groups of facts, and duties. `Job.gold` is the record that
any layout of it must give. Texts are full of what a careless parser cuts at: numbers, parentheses, colons, quotes, dashes, English, units,
dates, addresses, and words that are labels elsewhere (`负责岗位职责的修订`).
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tests.shapes import wording
from tests.shapes.trades import TRADES

Gold = dict[str, Any]


class Fact(NamedTuple):
    """A label with one value; "" is left empty, "无" says that there is none."""

    path: str
    label: str
    value: str


class Section(NamedTuple):
    """A heading over items; no items when it is left empty, the one item 无 when it says that there are none."""

    path: str
    label: str
    items: tuple[str, ...]


class Group(NamedTuple):
    """A heading that only groups facts."""

    label: str
    facts: tuple[Fact, ...]


class Duty(NamedTuple):
    """Tasks, under a name or not; `share` is how much of the time they take."""

    name: str
    tasks: tuple[str, ...]
    share: str


class Duties(NamedTuple):
    """The heading of the duties and what is under it."""

    label: str
    duties: tuple[Duty, ...]


Part = Section | Group | Duties

SCALARS = frozenset(
    "title code document_no department parent_department location headcount job_family job_type job_grade pay_grade span_of_control summary"
    " dates.analysed dates.prepared dates.approved dates.effective people.incumbent people.prepared_by people.reviewed_by people.approved_by"
    " application.deadline".split()
)


@dataclass(frozen=True, slots=True)
class Job:
    """The content of one job description; its facts begin with the title."""

    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        return self.facts[0].value

    def gold(self, *, shares: bool = False) -> Gold:
        """Its record; with the shares of time only where the layout says them."""
        gold: Gold = {"duties": [], "blank_fields": [], "none_fields": []}
        for fact in self.facts:
            _put(gold, fact.path, (fact.value,))
        for part in self.parts:
            match part:
                case Section():
                    _put(gold, part.path, part.items or ("",))
                case Group():
                    for fact in part.facts:
                        _put(gold, fact.path, (fact.value,))
                case Duties():
                    gold["duties"] += [
                        {
                            "name": duty.name or None,
                            "tasks": list(duty.tasks),
                            "time_share": duty.share if shares else None,
                        }
                        for duty in part.duties
                    ]
        return gold


def _put(gold: Gold, path: str, values: Iterable[str]) -> None:
    for value in values:
        if value in ("", "/", "——"):
            gold["blank_fields"].append(path)
        elif value == "无":
            gold["none_fields"].append(path)
        elif path == "substitutes":
            gold.setdefault(path, []).append({"position": value})
        else:
            *groups, name = path.split(".")
            inner = gold
            for group in groups:
                inner = inner.setdefault(group, {})
            if path in SCALARS:
                inner[name] = value
            else:
                inner.setdefault(name, []).append(value)


# --- texts: {a} and {b} are things of the trade, {d} {n} {m} numbers, {u} somebody to work with ---

_TASKS = (
    "负责{a}的日常管理", "核对{a}，发现差错及时上报", "编制{a}的年度计划并组织实施", "每周检查{a}{n}次，留存记录", "对{a}提出改进建议",
    "参加{a}的评审", "指导新员工处理{a}", "建立{a}台账（含{b}），做到账物相符", "每月{d}日前汇总{a}，报上级审批后归档",
    "执行“{a}”和“{b}”两项制度，偏差超过±{n}%时立即停止作业", "按GB/T 1{n}001—2016的要求检查{a}", "负责岗位职责的修订，并组织评审",
    "参与任职资格标准的制定，对{a}提出意见", "汇总各班组的工作时间和考核指标", "跟踪{a}：发现延误的，{d}小时内通知{u}", "登录https://portal.example.com/a?id={d}查询{a}",
    "使用ERP、Excel等工具统计{a}", "自20{d}年{n}月1日起，按新规程处理{a}", "完成每月1.{n}万件的{a}任务", "协调{a}、{b}以及其他相关事项",
    "负责{a}——{b}的全过程跟踪", "会同{u}检查{a}（每季度不少于{n}次），对不符合项提出整改意见并跟踪到底",
    "分析影响{a}的主要原因（人、机、料、法、环），向上级提出书面报告，其中包括：现状、原因、对策", "工作地点变动较大时，提前{n}天通知{u}",
    "完成上级交办的其他工作", "配合{u}做好{a}的交接：清点、签字、存档", "负责部门绩效考核资料的收集，做到“日清日结”", "维护 {a} 看板 (dashboard)，数据延迟不超过 {n}.5 h",
    "主持{a}例会，会议时间一般为每周{n} 14:30—15:30", "审核{a}所需物资的数量、规格（如{n}mm×{d}mm）和到货日期", "对{a}进行5S管理，保持{b}整洁",
    "将{a}发送至service@example.com，并在24h内确认", "落实《{a}管理办法》第{n}条的规定", "负责招聘要求中涉及{a}的专业知识考核", "向{u}汇报{a}的进展，必要时请示",
)  # fmt: skip
_NAMED = (
    "{a}管理",
    "{a}控制",
    "{a}与{b}",
    "人员培训",
    "安全生产",
    "团队建设",
    "绩效考核",
    "{a}（含{b}）",
    "计划与总结",
    "5S管理",
)
_AUTHORITY = (
    "对{a}的建议权",
    "{a}异常时的停工权",
    "下属人员的考核权",
    "{n}000元以下费用的审批权",
    "对违章行为的制止权",
    "查阅{a}资料的权利",
)
_KPIS = (
    "{a}完成率≥9{n}%",
    "{a}差错率",
    "客户满意度",
    "安全事故为0",
    "月度计划完成率",
    "{a}及时率（按月统计）",
    "人均产值",
)
_STANDARDS = (
    "{a}合格率不低于9{n}%",
    "差错每月不超过{n}次",
    "按期完成，资料齐全",
    "{a}记录真实、准确、完整",
    "{d}小时内响应",
)
_SUMMARY = (
    "负责{a}和{b}，保证本部门各项工作正常进行。", "在上级领导下做好{a}，对{b}的结果负责。", "组织实施{a}，控制{b}成本，为公司经营目标提供保障。",
    "围绕年度目标，统筹{a}、{b}等工作；协调{u}，持续提升岗位价值。",
)  # fmt: skip
_WISHES = (
    "{edu}，{major}相关专业", "{n}年以上{a}经验，有团队管理经验者优先", "熟悉{a}的流程和规范", "熟练使用Word、Excel、PPT等办公软件", "沟通协调能力强，能承受压力", "持有{cert}",
    "年龄25—40周岁，身体健康", "英语四级（CET-4）以上，能阅读英文资料", "工作认真，有责任心", "了解ISO 9001:2015质量管理体系", "能适应出差（每月约{n}天）", "认同公司文化，岗位职责清晰意识强",
)  # fmt: skip
_FACTS = {
    "location": ("杭州市滨江区江陵路{d}号", "苏州", "珠海市高新区3号楼", "成都（可远程）"),
    "headcount": ("{n}人", "1", "{n}-8人", "若干"),
    "job_family": ("技术类", "管理序列", "营运职系"),
    "job_type": ("全职", "合同制", "劳务派遣"),
    "job_grade": ("M{n}", "{n}级", "主管级"),
    "pay_grade": ("{n}级", "P{n}-P9", "B2"),
    "reports_to": ("{dept}经理", "{dept}主任", "分管副总经理"),
    "direct_reports": ("班组长、{thing}专员", "{thing}员{n}名", "组长、文员"),
    "indirect_reports": ("各班组成员", "临时工"),
    "span_of_control": ("{n}人", "直接{n}人，间接1{n}人"),
    "code": ("HR-{d}", "GW{d}-0{n}", "ZP/QR-{d}"),
    "document_no": ("QW-{d}-{n}", "SM20{d}-0{n}"),
    "rotation": ("{title}", "同部门其他岗位"),
    "substitutes": ("{title}", "值班组长"),
    "career_path": ("{dept}主管", "{title}→{dept}经理"),
    "dates.analysed": ("20{d}年{n}月", "20{d}-0{n}-1{n}"),
    "dates.prepared": ("20{d}年{n}月1{n}日", "20{d}/{n}/1"),
    "dates.approved": ("20{d}.0{n}.1{n}", "20{d}年{n}月"),
    "dates.effective": ("20{d}年{n}月1日",),
    "people.prepared_by": ("周明远", "何静", "人力资源部"),
    "people.reviewed_by": ("孙立国", "唐晓燕"),
    "people.approved_by": ("马思源", "罗秀芳"),
    "people.incumbent": ("李沐", "方晴"),
    "working_hours": ("每周5天，每天8小时", "三班两运转", "8:30-17:30，周末双休", "按排班表轮休，夏季午休2小时"),
    "environment": ("{place}",),
    "travel": ("每月{n}次左右", "偶尔，一年不超过{d}天", "较少"),
    "tools": ("{tools}", "电脑、{tools}"),
    "records": ("{a}记录、{b}记录", "《{a}登记表》"),
    "risks": ("轻度", "一般，注意防护", "颈椎病、视力下降"),
    "relations.supervised_by": ("{dept}经理的监督", "上级的业务指导"),
    "relations.supervises": ("对下属{n}人进行监督", "本班组人员"),
    "relations.cooperation": ("与{u}协作", "各相关部门"),
    "relations.internal": ("{inside}", "{inside}等部门"),
    "relations.external": ("{outside}", "{outside}等"),
    "requirements.education": ("{edu}", "{edu}，{major}优先"),
    "requirements.majors": ("{major}", "{major}及相关专业"),
    "requirements.knowledge": ("熟悉{a}的有关规定", "掌握{a}、{b}知识，了解《劳动法》"),
    "requirements.skills": ("能独立处理{a}中的问题", "熟练使用Office（Excel、PPT）和{tools}"),
    "requirements.experience": ("{n}年以上相关工作经验", "从事{a}满{n}年，其中管理岗位1年"),
    "requirements.certificates": ("{cert}", "{cert}（在有效期内）"),
    "requirements.languages": ("英语四级", "CET-6，口语流利", "普通话标准"),
    "requirements.training": ("岗前安全培训24学时", "{a}专项培训"),
    "requirements.competencies": ("工作细致，有责任心", "沟通协调能力强，能承受压力"),
    "requirements.physical": ("身体健康，无色盲", "能登高，视力1.0以上"),
    "requirements.psychological": ("情绪稳定", "抗压能力强"),
    "requirements.age": ("22-40周岁", "35岁以下"),
    "requirements.gender": ("不限", "男女不限"),
    "compensation.salary": ("{n}-1{n}K·13薪", "{n}500-8000元/月", "面议"),
    "compensation.benefits": ("五险一金、带薪年假", "包住，餐补{d}元/天"),
    "application.deadline": ("20{d}年12月31日", "招满为止"),
    "application.contacts": ("王女士 0571-5550{d}26", "hr{d}@example.com", "陈先生：1380000{d}26"),
    "remarks": ("本说明书每年修订1次", "未尽事宜由{dept}解释"),
}  # fmt: skip
_EDUCATION = ("大专及以上", "本科", "高中（中专）以上", "硕士研究生及以上学历", "不限")
_BLANKS = ("", "", "/", "——")

IDENTITY = (
    "code document_no department job_family job_type job_grade pay_grade headcount location reports_to direct_reports indirect_reports"
    " span_of_control dates.analysed dates.prepared dates.approved people.prepared_by people.reviewed_by people.approved_by people.incumbent"
).split()
AD = "department headcount location job_type compensation.salary requirements.education requirements.experience requirements.age application.deadline".split()
_RELATIONS = tuple(path for path in _FACTS if path.startswith("relations."))
_WANTED = tuple(path for path in _FACTS if path.startswith("requirements."))
_CONDITIONS = ("working_hours", "environment", "travel", "tools", "risks")
_CAREER = ("career_path", "rotation")


class _Writer:
    """Draws texts of one trade, none of them twice."""

    def __init__(self, chance: random.Random, words: wording.Wording) -> None:
        self.chance = chance
        self.words = words
        self.trade = chance.choice(TRADES)
        self.title = chance.choice(self.trade.titles)
        self._used: set[str] = set()

    def text(self, form: str) -> str:
        trade, chance = self.trade, self.chance
        a, b = chance.sample(trade.things, 2)
        return form.format(
            a=a,
            b=b,
            thing=b,
            n=chance.randint(2, 9),
            d=chance.randint(10, 28),
            u=chance.choice((*trade.inside.split("、"), *trade.outside.split("、"))),
            dept=trade.department,
            title=chance.choice(trade.titles),
            inside=trade.inside,
            outside=trade.outside,
            tools=trade.tools,
            major=trade.major,
            cert=trade.certificate if trade.certificate != "无" else "行业协会颁发的合格证",
            place=trade.place,
            edu=chance.choice(_EDUCATION[:-1]),
        )

    def some(self, forms: Sequence[str], least: int, most: int) -> tuple[str, ...]:
        """From `least` to `most` texts, each of another form, and none that was drawn before."""
        drawn = [self.text(form) for form in self.chance.sample(forms, self.chance.randint(least, most))]
        new = [text for text in dict.fromkeys(drawn) if text not in self._used] or drawn[:1]
        self._used.update(new)
        return tuple(new)

    def fact(self, path: str, *, full: bool = False) -> Fact:
        """A fact; unless it must be `full`, it may be left empty or said to be none."""
        label = self.words.label(path)
        odds = self.chance.random()
        if path == "department":
            return Fact(path, label, self.trade.department)
        if odds < 0.08 and not full:
            return Fact(path, label, self.chance.choice(_BLANKS))
        if odds < 0.14 and not full and not path.startswith(("dates.", "people.", "code", "document_no")):
            return Fact(path, label, "无")
        return Fact(path, label, self.text(self.chance.choice(_FACTS[path])))

    def facts(self, paths: Sequence[str], least: int) -> tuple[Fact, ...]:
        chosen = self.chance.sample(paths, self.chance.randint(least, len(paths)))
        return tuple(self.fact(path) for path in chosen)

    def section(self, path: str, forms: Sequence[str]) -> Section:
        odds = self.chance.random()
        items = () if odds < 0.06 else ("无",) if odds < 0.1 else self.some(forms, 1, min(5, len(forms)))
        return Section(path, self.words.label(path), items)


def tasks(chance: random.Random, least: int, most: int) -> tuple[str, ...]:
    """From `least` to `most` tasks of one trade, no two alike."""
    return _Writer(chance, wording.Wording(chance)).some(_TASKS, least, most)


def job(chance: random.Random, *, ad: bool = False, alone: bool = True) -> Job:
    """A job's content: sections in any order, any of them left out, empty or 无.

    Whom to apply to stands in it only when it is `alone` in its file: else that belongs to no single job.
    """
    words = wording.Wording(chance)
    writer = _Writer(chance, words)
    paths = AD if ad else IDENTITY
    chosen = chance.sample(paths, chance.randint(2, len(paths) if ad else 12))
    facts = (Fact("title", words.label("title"), writer.title), *(writer.fact(path, full=ad) for path in chosen))
    taken = {fact.path for fact in facts}
    parts: list[Part] = [Duties(words.label("duties"), _duties(writer, plain=ad))]
    if chance.random() < 0.6 and not ad:
        parts.append(Section("summary", words.label("summary"), (writer.text(chance.choice(_SUMMARY)),)))
    parts += _ad_parts(writer, chance, alone) if ad else _form_parts(writer, chance, taken)
    chance.shuffle(parts)
    return Job(facts, tuple(parts))


def _form_parts(writer: _Writer, chance: random.Random, taken: set[str]) -> Iterable[Part]:
    words = writer.words
    for path, forms in (("authority", _AUTHORITY), ("kpis", _KPIS), ("performance_standards", _STANDARDS)):
        if chance.random() < 0.5:
            yield writer.section(path, forms)
    if chance.random() < 0.6:
        yield Group(words.label("requirements.general"), writer.facts(_WANTED, 2))
    else:
        yield Section("requirements.general", words.label("requirements.general"), writer.some(_WISHES, 2, 6))
    for label, paths in (
        ("section.relations", _RELATIONS),
        ("section.conditions", _CONDITIONS),
        ("section.career", _CAREER),
    ):
        if chance.random() < 0.5:
            yield Group(words.label(label), writer.facts([path for path in paths if path not in taken], 2))
    for path in ("records", "remarks", "substitutes"):
        if chance.random() < 0.25:
            fact = writer.fact(path, full=True)
            yield Section(path, fact.label, (fact.value,))


def _ad_parts(writer: _Writer, chance: random.Random, alone: bool) -> Iterable[Part]:
    words = writer.words
    yield Section("requirements.general", words.label("requirements.general"), writer.some(_WISHES, 2, 7))
    for path in ("compensation.benefits", "working_hours", "application.contacts", "remarks", "requirements.preferred"):
        if chance.random() < 0.4 and (alone or not path.startswith("application.")):
            forms = _WISHES if path == "requirements.preferred" else _FACTS[path]
            yield Section(path, words.label(path), writer.some(forms, 1, 2))


def _duties(writer: _Writer, *, plain: bool) -> tuple[Duty, ...]:
    chance = writer.chance
    if plain or chance.random() < 0.4:
        return (Duty("", writer.some(_TASKS, 2, 9), ""),)
    names = writer.some(_NAMED, 2, 4)
    return tuple(Duty(name, writer.some(_TASKS, 1, 4), f"{chance.randint(1, 8) * 5}%") for name in names)
