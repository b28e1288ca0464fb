"""Clean job descriptions of invented employers, each with the record that it must give, made from a seed.

`prose` gives a document of headings, lists and `标签：值` lines; `form` one of tables. Both draw their trade, their wording
and their layout at random, so that two seeds seldom share a layout.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HAN = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六")


class Cell(NamedTuple):
    """A cell of a table: its lines, and over how many columns and rows it stands."""

    lines: tuple[str, ...]
    across: int = 1
    down: int = 1


Row = tuple[Cell, ...]
Table = tuple[Row, ...]
Block = str | Table
Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """A clean document: paragraphs and tables in order, and what the record of its jobs must say."""

    blocks: tuple[Block, ...]
    jobs: tuple[Gold, ...] = field(repr=False)

    def text(self) -> str:
        """The paragraphs, one a line; a row of a table is a line with tabs between its cells."""
        lines: list[str] = []
        for block in self.blocks:
            if isinstance(block, str):
                lines.append(block)
            else:
                lines += ["\t".join(" ".join(cell.lines) for cell in row) for row in block]
        return "\n".join(lines) + "\n"

    def page(self) -> str:
        """The document as a web page, with its tables as tables."""
        parts = [f"<p>{escape(block)}</p>" if isinstance(block, str) else _table(block) for block in self.blocks]
        return f"<html><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>"

    def cells(self) -> list[list[list[str]]]:
        """What the tables' rows and the paragraphs are when their layout is lost: rows of cells of lines."""
        out: list[list[list[str]]] = []
        for block in self.blocks:
            if isinstance(block, str):
                out.append([[block]])
            else:
                out += [[list(cell.lines) for cell in row] for row in block]
        return out


def _table(rows: Table) -> str:
    cells = (
        "".join(
            f"<td colspan={cell.across} rowspan={cell.down}>{'<br>'.join(map(escape, cell.lines))}</td>" for cell in row
        )
        for row in rows
    )
    return "<table border=1>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


# --- what the documents are about ---


class Trade(NamedTuple):
    """Words of a trade; `things` are what its duties are about."""

    title: str
    department: str
    superior: str
    below: str
    things: list[str]
    inside: str
    outside: str
    tools: str
    major: str
    certificate: str


TRADES = [Trade(**row) for row in yaml.safe_load(Path(__file__).with_name("trades.yaml").read_text(encoding="utf-8"))]

# What is done, with one thing or with two; the long ones fill a line and more.
_SHORT = (
    "核对{a}，发现差错及时上报", "编制{a}的年度计划并组织实施", "每周检查{a}一次并留下记录", "建立{a}台账，做到账物相符", "对{a}提出改进建议", "指导新员工处理{a}",
    "收集整理{a}的有关资料", "按规程维护{a}", "参加{a}的评审", "保管{a}",
)  # fmt: skip
_LONG = (
    "根据{a}的变化情况及时调整{b}的安排，报上级批准后组织有关人员落实，并在月底前汇总完成情况",
    "每天上班后先检查{a}，再查看{b}，发现异常立即停止作业并通知值班人员到场处理",
    "会同有关部门对{a}和{b}进行定期检查，对不符合规定的部分提出整改意见并跟踪到底",
    "每季度对{a}进行统计分析，找出影响{b}的主要原因，向上级提出书面报告和下一步的改进措施",
    "组织班组学习{a}方面的规章制度，对{b}中出现的共性问题进行讲解，保证每名员工都能独立操作",
)  # fmt: skip
_STANDARDS = (
    "{a}合格率不低于98%",
    "差错每月不超过两次",
    "按期完成，资料齐全",
    "{a}无遗漏",
    "记录真实、准确、完整",
    "{a}处理及时率达到95%",
)
_AUTHORITY = ("{a}的建议权", "{a}异常时的停工权", "下属人员的考核权", "{a}的使用审批权", "对违章行为的制止权")
_KPIS = ("{a}完成率", "{a}差错率", "月度计划完成率", "{a}及时率", "客户满意度", "安全事故次数")
_SUMMARY = (
    "负责{a}和{b}，保证本部门各项工作正常进行。",
    "组织实施{a}，控制{b}，为公司经营提供可靠保障。",
    "在上级领导下做好{a}，对{b}的结果负责。",
)
_COMPETENCIES = ("工作细致，有责任心", "沟通协调能力强，能承受压力", "有团队意识，服从安排")
_SKILLS = ("能独立处理{a}中的问题", "熟练使用办公软件和{a}", "能编写{a}的作业指导书")
_KNOWLEDGE = ("熟悉{a}的有关规定", "了解{a}的基本原理", "掌握{a}和质量管理知识")
_EDUCATION = ("大专以上", "中专及以上学历", "本科以上学历", "高中以上")
_EXPERIENCE = ("3年以上相关工作经验", "从事本行业工作满两年", "五年以上同岗位经验")
_HOURS = ("每周五天，每天八小时", "三班两运转", "按排班表轮休")
_PLACES = ("室内，恒温", "现场作业，有噪声", "室内外结合")
_FREQUENCY = ("每月", "每周一次", "随时", "每季度末", "每天", "年底")


class _Writer:
    """Draws texts of one trade, none of them twice."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.trade = chance.choice(TRADES)
        self._used: set[str] = set()

    def one(self, forms: Sequence[str]) -> str:
        """A text that has not been drawn before."""
        while True:
            a, b = self.chance.sample(self.trade.things, 2)
            text = self.chance.choice(forms).format(a=a, b=b)
            if text not in self._used:
                self._used.add(text)
                return text

    def some(self, forms: Sequence[str], least: int, most: int) -> list[str]:
        """So many texts, at most as many as there are forms."""
        return [self.one(forms) for _ in range(self.chance.randint(least, min(most, len(forms))))]

    def tasks(self, least: int, most: int) -> list[str]:
        """Duties, short ones and long ones."""
        return [
            self.one(_LONG if self.chance.random() < 0.4 else _SHORT) for _ in range(self.chance.randint(least, most))
        ]


# --- fields and their labels ---

LABELS = {
    "title": ("岗位名称", "职位名称", "职务名称"),
    "code": ("岗位编号", "职位编码", "岗位代码"),
    "department": ("所在部门", "所属部门", "隶属部门"),
    "headcount": ("岗位定员", "定员人数", "编制人数"),
    "reports_to": ("直接上级", "上级岗位", "直属上级"),
    "direct_reports": ("直接下级", "直属下级", "下级岗位"),
    "pay_grade": ("工资等级", "薪资等级", "薪酬等级"),
    "job_type": ("岗位性质", "用工形式", "岗位类别"),
    "dates.analysed": ("分析日期", "岗位分析日期", "工作分析日期"),
    "summary": ("岗位概述", "职责概括", "岗位目的", "工作概述"),
    "duties": ("岗位职责", "工作职责", "主要职责", "工作内容"),
    "authority": ("工作权限", "岗位权限", "权限"),
    "kpis": ("考核指标", "主要考核指标", "关键绩效指标"),
    "relations.internal": ("内部关系", "内部协调关系", "内部协作"),
    "relations.external": ("外部关系", "外部协调关系", "外部协作"),
    "tools": ("使用工具", "使用设备", "使用工具/设备"),
    "environment": ("工作环境", "工作场所"),
    "working_hours": ("工作时间", "工作时间特征"),
    "requirements.general": ("任职资格", "任职要求", "任职条件"),
    "requirements.education": ("学历", "学历要求", "教育水平", "文化程度"),
    "requirements.majors": ("专业", "专业要求"),
    "requirements.experience": ("工作经验", "经验", "经验要求"),
    "requirements.knowledge": ("知识", "知识要求", "专业知识"),
    "requirements.skills": ("技能要求", "岗位技能要求", "专业技能"),
    "requirements.certificates": ("资格证书", "职业资格"),
    "requirements.competencies": ("个人素质", "能力素质", "其他素质要求"),
    "remarks": ("备注",),
}
_HEADS = (
    "title",
    "code",
    "department",
    "headcount",
    "reports_to",
    "direct_reports",
    "pay_grade",
    "job_type",
    "dates.analysed",
)
_WANTED = tuple(path for path in LABELS if path.startswith("requirements.") and path != "requirements.general")
_SINGLE = frozenset(
    "title code department headcount pay_grade job_type dates.analysed summary people.prepared_by people.approved_by".split()
)


class _Job:
    """What a document says of its job, field by field, and the record that follows from it."""

    def __init__(self, chance: random.Random) -> None:
        self.writer = _Writer(chance)
        trade = self.writer.trade
        self.chance = chance
        self.names = {path: chance.choice(labels) for path, labels in LABELS.items()}
        self.gold: Gold = {"duties": [], "blank_fields": [], "none_fields": []}
        self.heads: list[tuple[str, str]] = []
        values = {
            "title": trade.title,
            "code": f"{chance.choice(('HR', 'GW', 'ZW'))}-{chance.randint(1, 99):02}",
            "department": trade.department,
            "headcount": f"{chance.randint(1, 9)}人",
            "reports_to": trade.superior,
            "direct_reports": trade.below,
            "pay_grade": chance.choice(("", f"{chance.randint(2, 9)}级")),
            "job_type": chance.choice(("全职", "合同制", "技术岗位")),
            "dates.analysed": chance.choice(("", f"{chance.randint(2009, 2023)}年{chance.randint(1, 12)}月")),
        }
        order = ["title", *chance.sample(_HEADS[1:], chance.randint(3, len(_HEADS) - 1))]
        for path in order:
            self.heads.append((path, values[path]))
            self.put(path, values[path])
        self.texts = {
            "summary": self.writer.one(_SUMMARY),
            "relations.internal": trade.inside,
            "relations.external": trade.outside,
            "tools": trade.tools,
            "environment": chance.choice(_PLACES),
            "working_hours": chance.choice(_HOURS),
            "requirements.education": chance.choice(_EDUCATION),
            "requirements.majors": trade.major + "及相关专业",
            "requirements.experience": chance.choice(_EXPERIENCE),
            "requirements.knowledge": self.writer.one(_KNOWLEDGE),
            "requirements.skills": self.writer.one(_SKILLS),
            "requirements.certificates": trade.certificate,
            "requirements.competencies": chance.choice(_COMPETENCIES),
        }

    def put(self, path: str, *values: str) -> None:
        """Enter what a field says."""
        for value in values:
            if value == "":
                self.gold["blank_fields"].append(path)
            elif value == "无":
                self.gold["none_fields"].append(path)
            elif path in _SINGLE and "." not in path:
                self.gold[path] = value
            elif "." in path:
                group, name = path.split(".")
                inner = self.gold.setdefault(group, {})
                if path in _SINGLE:
                    inner[name] = value
                else:
                    inner.setdefault(name, []).append(value)
            else:
                self.gold.setdefault(path, []).append(value)

    def say(self, path: str) -> tuple[str, str]:
        """A field's label and text, entered into the record."""
        self.put(path, self.texts[path])
        return self.names[path], self.texts[path]


# --- documents of headings and lists ---

_MARKERS = (
    ("{h}、{t}", "（{h}）{t}", "{n}．{t}"),
    ("{h}、{t}", "{n}、{t}", "（{n}）{t}"),
    ("【{t}】", "{n}. {t}", "（{n}）{t}"),
    ("{t}：", "{n}、{t}", "（{n}）{t}"),
    ("{t}", "{n}、{t}", "（{n}）{t}"),
    ("{n}、{t}", "（{n}）{t}", "{c}{t}"),
    ("第{h}条 {t}", "{n}．{t}", "({n}) {t}"),
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"


def _marked(form: str, number: int, text: str) -> str:
    return form.format(h=HAN[number], n=number + 1, c=_CIRCLED[min(number, 9)], t=text)


def prose(seed: int) -> Document:
    """A document of headings, lists and `标签：值` lines."""
    chance = random.Random(f"prose {seed}")
    job = _Job(chance)
    head, outer, inner = chance.choice(_MARKERS)
    closed = chance.choice(("；。", "。。"))
    lines = [chance.choice(("", "岗位说明书", f"{job.writer.trade.title}岗位说明书"))]
    lines += _identity(job, chance)
    sections: list[list[str]] = []
    if chance.random() < 0.7:
        label, text = job.say("summary")
        sections.append([label, text])
    sections.append([job.names["duties"], *_duties(job, chance, outer, inner, closed)])
    rest: list[list[str]] = []
    for path, forms in (("authority", _AUTHORITY), ("kpis", _KPIS)):
        if chance.random() < 0.6:
            items = job.writer.some(forms, 2, 4)
            job.put(path, *items)
            rest.append([job.names[path], *_items(items, outer, closed)])
    rest.append(_requirements(job, chance, outer, closed))
    if chance.random() < 0.6:
        rest.append(
            ["工作条件与环境", *("：".join(job.say(path)) for path in ("working_hours", "environment", "tools"))]
        )
    if chance.random() < 0.5:
        rest.append(["工作关系", *("：".join(job.say(path)) for path in ("relations.internal", "relations.external"))])
    chance.shuffle(rest)
    for number, (label, *texts) in enumerate([*sections, *rest]):
        lines += ["", _marked(head, number, label), *texts]
    if chance.random() < 0.3:
        lines = [part for line in lines if line for part in (line, "")]  # a blank line behind each
    elif chance.random() < 0.4:
        lines = [line for line in lines if line]
    return Document(tuple(lines), (job.gold,))


def _identity(job: _Job, chance: random.Random) -> list[str]:
    pairs = [f"{job.names[path]}：{value}" for path, value in job.heads]
    if chance.random() < 0.5:
        return pairs
    return [
        pair if not more else f"{pair}        {more[0]}"
        for pair, *more in (pairs[at : at + 2] for at in range(0, len(pairs), 2))
    ]


def _items(texts: Iterable[str], form: str, closed: str) -> list[str]:
    items = [_marked(form, number, text) for number, text in enumerate(texts)]
    return [item + (closed[1] if item is items[-1] else closed[0]) for item in items]


def _duties(job: _Job, chance: random.Random, outer: str, inner: str, closed: str) -> list[str]:
    if chance.random() < 0.5:
        tasks = job.writer.tasks(4, 9)
        job.gold["duties"].append({"name": None, "tasks": tasks})
        return _items(tasks, outer, closed)
    lines: list[str] = []
    for number, name in enumerate(chance.sample(job.writer.trade.things, chance.randint(2, 5))):
        tasks = job.writer.tasks(2, 4)
        job.gold["duties"].append({"name": name + "管理", "tasks": tasks})
        lines += [_marked(outer, number, name + "管理"), *_items(tasks, inner, closed)]
    return lines


def _requirements(job: _Job, chance: random.Random, outer: str, closed: str) -> list[str]:
    label = job.names["requirements.general"]
    if chance.random() < 0.25:
        wishes = [job.writer.one(_KNOWLEDGE), job.writer.one(_SKILLS), *chance.sample(_EXPERIENCE + _COMPETENCIES, 2)]
        job.put("requirements.general", *wishes)
        return [label, *_items(wishes, outer, closed)]
    pairs = ["：".join(job.say(path)) for path in chance.sample(_WANTED, chance.randint(3, len(_WANTED)))]
    return [label, *(_items(pairs, outer, closed) if chance.random() < 0.6 else pairs)]


# --- documents of tables ---


def _row(*cells: str | Sequence[str] | Cell) -> Row:
    return tuple(
        cell if isinstance(cell, Cell) else Cell((cell,) if isinstance(cell, str) and cell else tuple(cell))
        for cell in cells
    )


def form(seed: int) -> Document:
    """A document of tables: pairs in two or four columns, duties in rows, lists beside their labels; at times two jobs."""
    chance = random.Random(f"form {seed}")
    blocks: list[Block] = []
    jobs: list[Gold] = []
    trades: set[str] = set()
    while len(jobs) < (2 if seed % 5 == 4 else 1):
        job = _Job(chance)
        if job.writer.trade.title not in trades:
            trades.add(job.writer.trade.title)
            blocks += _form(job, chance)
            jobs.append(job.gold)
    return Document(tuple(blocks), tuple(jobs))


def _form(job: _Job, chance: random.Random) -> list[Block]:
    pairs = [(job.names[path], value) for path, value in job.heads]
    if chance.random() < 0.4:
        label, value = chance.choice(
            (("班次代号", "甲班"), ("考勤类别", "固定工时"), ("职业兴趣", "研究型"), ("所属条线", "生产条线"))
        )
        pairs.insert(chance.randint(2, len(pairs) - 1), (label, value))
        job.gold["extra_fields"] = [{"label": label, "value": value}]
    rows: list[Row] = _pairs(pairs, chance.choice((1, 2)))
    if chance.random() < 0.7:
        rows.append(_row(*job.say("summary")))
    rows += chance.choice(DUTY_TABLES)(job, chance)
    rest: list[list[Row]] = []
    if chance.random() < 0.6:
        items = job.writer.some(_AUTHORITY, 2, 4)
        job.put("authority", *items)
        rest.append([_row(job.names["authority"], chance.choice((items, _items(items, "{n}、{t}", "；。"))))])
    if chance.random() < 0.6:
        rest.append(chance.choice((_kpi_list, _kpi_table))(job, chance))
    rest.append([_row(job.names["requirements.general"]), *_said(job, chance.sample(_WANTED, chance.randint(3, 7)))])
    rest.append(_said(job, chance.sample(("tools", "environment", "working_hours"), 2)))
    if chance.random() < 0.6:
        rest.append(chance.choice((_relations, _contacts))(job, chance))
    chance.shuffle(rest)
    rows += [row for part in rest for row in part]
    if chance.random() < 0.3:
        rows.append(_row(job.names["remarks"], ""))
        job.put("remarks", "")
    if chance.random() < 0.4:
        rows += _signatures(job, chance)
    title = chance.choice((["岗位说明书"], [f"{job.writer.trade.title}岗位说明书"], []))
    return [*title, _stretched(rows)]


def _stretched(rows: Sequence[Row]) -> Table:
    """The rows as wide as the table: the last cell of each takes what is left."""
    width = max(sum(cell.across for cell in row) for row in rows)
    out: list[Row] = []
    reaches = 0  # columns that a cell of the row above takes in this one
    for row in rows:
        left = width - reaches - sum(cell.across for cell in row)
        out.append((*row[:-1], row[-1]._replace(across=row[-1].across + left)))
        reaches = sum(cell.across for cell in row if cell.down > 1)
    return tuple(out)


def _pairs(pairs: Sequence[tuple[str, str]], across: int) -> list[Row]:
    return [_row(*(text for pair in pairs[at : at + across] for text in pair)) for at in range(0, len(pairs), across)]


def _said(job: _Job, paths: Iterable[str]) -> list[Row]:
    return [_row(*job.say(path)) for path in paths]


def _with_standards(job: _Job, chance: random.Random) -> list[Row]:
    """职责一 | what is done | to which standard, under 主要工作 and its like."""
    rows = [_row(Cell((chance.choice(("职责描述", "工作内容")),), 2), chance.choice(("工作标准", "考核标准")))]
    number = 0
    for category in ("主要工作", "日常工作", "协调工作")[: chance.randint(1, 3)]:
        rows.append(_row(category))
        for _ in range(chance.randint(2, 4)):
            task, standard = job.writer.tasks(1, 1)[0], chance.choice(_STANDARDS).format(a=job.writer.trade.things[0])
            rows.append(_row(f"职责{HAN[number]}", task, standard))
            job.gold["duties"].append({"category": category, "tasks": [task], "standards": [standard]})
            number += 1
    return rows


def _with_statements(job: _Job, chance: random.Random) -> list[Row]:
    """职责一 down the side, 职责表述 and 工作任务 beside it."""
    rows = [_row(chance.choice(("职责与工作任务", "工作职责与任务")))]
    for number, thing in enumerate(chance.sample(job.writer.trade.things, chance.randint(2, 5))):
        tasks = job.writer.tasks(2, 4)
        rows.append(_row(Cell(("职", "责", HAN[number]), 1, 2), "职责表述：", thing + "管理"))
        rows.append(_row("工作任务", tasks))
        job.gold["duties"].append({"name": thing + "管理", "tasks": tasks})
    return rows


def _numbered(job: _Job, chance: random.Random) -> list[Row]:
    """1 | duty | its tasks | when | how well; the last is at times empty."""
    header = chance.choice(
        (
            ("序号", "职责项目", "工作任务", "时间要求", "质量要求"),
            ("序号", "工作项目", "工作内容", "完成时限", "考核标准"),
            ("项次", "职责名称", "实施细则", "频次", "工作标准"),
        )
    )
    style = chance.choice(("{}", "{}", "{}.", "0{}", "（{}）"))
    rows = [_row(job.names["duties"]), _row(*header)]
    for number, thing in enumerate(chance.sample(job.writer.trade.things, chance.randint(3, 5)), 1):
        tasks = job.writer.tasks(2, 3)
        when = chance.choice(_FREQUENCY)
        standard = chance.choice(("", *_STANDARDS)).format(a=thing)
        rows.append(_row(style.format(number), thing + "管理", _items(tasks, "{n}、{t}", "；。"), when, standard))
        standards = [standard] if standard else []
        job.gold["duties"].append({"name": thing + "管理", "tasks": tasks, "frequency": [when], "standards": standards})
    return rows


def _modules(job: _Job, chance: random.Random) -> list[Row]:
    """The name of a group of duties | its tasks, without a number."""
    rows = [_row(job.names["duties"]), _row(chance.choice(("职责模块", "职责项目", "工作模块")), "工作任务")]
    for thing in chance.sample(job.writer.trade.things, chance.randint(2, 5)):
        tasks = job.writer.tasks(2, 4)
        rows.append(_row(thing + "管理", _items(tasks, "{n}、{t}", "；。")))
        job.gold["duties"].append({"name": thing + "管理", "tasks": tasks})
    return rows


def _shares(job: _Job, chance: random.Random) -> list[Row]:
    """1 | a task | its share of the time."""
    rows = [_row("序号", job.names["duties"], chance.choice(("时间比例", "时间占比", "工作时间百分比")))]
    for number, task in enumerate(job.writer.tasks(3, 6), 1):
        share = f"{chance.randint(1, 8) * 5}%"
        rows.append(_row(str(number), task, share))
        job.gold["duties"].append({"tasks": [task], "time_share": share})
    return rows


def _plain_list(job: _Job, chance: random.Random) -> list[Row]:
    """The label, and all tasks in the cell beside it."""
    tasks = job.writer.tasks(3, 7)
    job.gold["duties"].append({"tasks": tasks})
    return [_row(job.names["duties"], _items(tasks, chance.choice(("{n}、{t}", "{n}. {t}", "（{n}）{t}")), "；。"))]


def _two_texts(job: _Job, chance: random.Random) -> list[Row]:
    """1 | a task | to which standard."""
    rows = [_row("序号", job.names["duties"], chance.choice(("工作标准", "考核标准", "质量要求")))]
    for number, task in enumerate(job.writer.tasks(3, 6), 1):
        standard = chance.choice(_STANDARDS).format(a=job.writer.trade.things[0])
        rows.append(_row(str(number), task, standard))
        job.gold["duties"].append({"tasks": [task], "standards": [standard]})
    return rows


def _weighted(job: _Job, chance: random.Random) -> list[Row]:
    """1 | duty | its tasks, a line each | its share of the time."""
    rows = [_row("序号", chance.choice(("主要职责", "工作项目")), chance.choice(("具体内容", "工作任务")), "权重")]
    for number, thing in enumerate(chance.sample(job.writer.trade.things, chance.randint(3, 5)), 1):
        tasks = job.writer.tasks(1, 4)
        share = f"{chance.randint(1, 8) * 5}%"
        rows.append(_row(str(number), thing + "管理", tasks, share))
        job.gold["duties"].append({"name": thing + "管理", "tasks": tasks, "time_share": share})
    return rows


def _pairs_of_texts(job: _Job, chance: random.Random) -> list[Row]:
    """A task | to which standard, without numbers."""
    rows = [_row(chance.choice(("工作内容", "岗位职责")), chance.choice(("工作标准", "考核标准")))]
    used = job.writer.some(_SHORT, 3, 6)
    for task in used:
        standard = chance.choice(_STANDARDS).format(a=job.writer.trade.things[0])
        rows.append(_row(task, standard))
        job.gold["duties"].append({"tasks": [task], "standards": [standard]})
    return rows


DUTY_TABLES = (
    _with_standards,
    _with_statements,
    _numbered,
    _modules,
    _shares,
    _plain_list,
    _two_texts,
    _weighted,
    _pairs_of_texts,
)


# --- their other parts ---


def _kpi_list(job: _Job, chance: random.Random) -> list[Row]:
    items = job.writer.some(_KPIS, 2, 4)
    job.put("kpis", *items)
    return [_row(job.names["kpis"], _items(items, "{n}、{t}", "；。"))]


def _kpi_table(job: _Job, chance: random.Random) -> list[Row]:
    rows = [_row("考核指标", "目标值", "权重")]
    if chance.random() < 0.4:
        rows = [_row(job.names["kpis"]), _row("指标名称", "目标值", "数据来源")]
        for item in job.writer.some(_KPIS, 2, 4):
            cells = (item, f"{chance.randint(90, 99)}%", chance.choice(("月报", "检查记录", "系统统计")))
            rows.append(_row(*cells))
            job.put("kpis", "；".join(cells))
        return rows
    for item in job.writer.some(_KPIS, 3, 5):
        cells = (item, f"{chance.randint(90, 99)}%以上", f"{chance.randint(2, 8) * 5}%")
        rows.append(_row(*cells))
        job.put("kpis", "；".join(cells))
    return rows


def _relations(job: _Job, chance: random.Random) -> list[Row]:
    return [_row("工作协作关系"), *_said(job, ("relations.internal", "relations.external"))]


def _contacts(job: _Job, chance: random.Random) -> list[Row]:
    """Whom the job has to do with | where they are | how | about what; or with 内 and 外 and a letter for how often."""
    if chance.random() < 0.4:
        return _rated_contacts(job, chance)
    rows = [_row("工作关系"), _row("接触对象", "所在单位", "接触方式", "沟通内容")]
    rowed = job.gold.setdefault("relations", {}).setdefault("contacts", [])
    inside, outside = job.writer.trade.inside.split("、"), job.writer.trade.outside.split("、")
    for unit in (*inside, *outside):
        party = unit.removesuffix("部") + chance.choice(("主管", "负责人", "联络员"))
        means = chance.choice((["电话"], ["电话", "书面"], ["会议", "电话", "邮件"]))
        matter = job.writer.one(("{a}的衔接", "{a}的确认", "{a}的通报"))
        rows.append(_row(party, unit, "、".join(means), matter))
        rowed.append({"party": party, "unit": unit, "means": means, "matter": matter})
    return rows


def _rated_contacts(job: _Job, chance: random.Random) -> list[Row]:
    rows = [_row("工作接触"), _row("接触对象", "所在单位", "接触性质", "接触方式", "联系事项", "接触频率")]
    rowed = job.gold.setdefault("relations", {}).setdefault("contacts", [])
    for side, units in (("内", job.writer.trade.inside), ("外", job.writer.trade.outside)):
        for unit in units.split("、"):
            party, matter, often = (
                unit.removesuffix("部") + "负责人",
                job.writer.one(("{a}的商定",)),
                chance.choice("ABC"),
            )
            rows.append(_row(party, unit, side, "电话、面谈", matter, often))
            contact = {"party": party, "unit": unit, "means": ["电话", "面谈"], "matter": matter, "frequency": often}
            rowed.append({**contact, "side": "internal" if side == "内" else "external"})
    return rows


_PEOPLE = ("周明远", "何静", "孙立国", "唐晓燕", "马思源", "罗秀芳")


def _signatures(job: _Job, chance: random.Random) -> list[Row]:
    names = chance.sample(_PEOPLE, 2)
    job.put("people.prepared_by", names[0])
    job.put("people.approved_by", names[1])
    return [_row("编制人", names[0], "批准人", names[1])]
