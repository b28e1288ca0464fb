"""Flattens forms as preview sites do that print a whole Word form on one line. See `jdparse.outline.runon` and `.rows`.

A form is data (`tests/cases/one_line.yaml`): sections that are pairs of labels and values, texts, lists or tables. `flatten` writes it
on one line in a layout, `gold` is the record that it must give. A layout says what stands between cells, how headings are numbered
and set off, and which signs number the items of lists; all of them keep what makes the original readable, or it would be no riddle.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Form = dict[str, Any]
Section = dict[str, Any]
CASES = Path(__file__).parents[1] / "cases" / "one_line.yaml"
_CHINESE = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五".split()
_SIDES = {"内": "internal", "外": "external"}


class Layout(NamedTuple):
    """How a form is written on one line."""

    joint: str
    """What stands between cells: one blank or nothing."""
    numbered: bool
    """Whether headings are numbered 一、 二、 …."""
    colon: bool
    """Whether a heading ends in a colon."""
    pair_colon: bool
    """Whether the labels of pairs end in a colon."""
    mark: str
    """How the items of lists are numbered, as a format."""


def forms() -> list[Form]:
    """The forms, in order."""
    loaded: list[Form] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return loaded


def layouts(seed: int) -> Iterator[Layout]:
    """Layouts in a random order without end. Without blanks and numbers, a heading has its colon: else nothing would show it."""
    chance = random.Random(seed)
    while True:
        joint = chance.choice(["", " "])
        numbered = chance.random() < 0.5
        yield Layout(
            joint,
            numbered,
            chance.random() < 0.6,
            chance.random() < 0.3,
            chance.choice(["{}、", "{}、", "{}.", "{}、 "]),
        )


def flatten(form: Form, layout: Layout) -> str:
    """The form's text on one line, without a line break at its end."""
    out: list[str] = []
    number = 0
    for section in form["sections"]:
        if "pairs" in section:
            colon = "：" if layout.pair_colon else layout.joint
            out += [f"{label}{colon}{value}" for label, (_, value) in section["pairs"].items()]
            continue
        heading = f"{_CHINESE[number]}、{section['label']}" if layout.numbered else section["label"]
        heading += "：" if layout.colon else layout.joint
        number += 1
        out.append(heading + layout.joint.join(_cells(section, layout)))
    return layout.joint.join(out)


def _cells(section: Section, layout: Layout) -> Iterator[str]:
    """The cells of a section in reading order."""
    if "items" in section:
        yield from _list(section["items"], layout)
    elif "groups" in section:
        for number, (name, items) in enumerate(section["groups"].items()):
            yield f"（{_CHINESE[number]}）{name}"
            yield from _list(items, layout)
    elif "brackets" in section:
        yield "；".join(f"{label}（{value}）" for label, (_, value) in section["brackets"].items()) + "。"
    elif "experience" in section:
        yield from ("工作经验的类型", "年限")
        for row in section["experience"]:
            yield from row
    elif "table" in section:
        yield from _table(section, layout)
    else:
        yield section.get("text") or section["none"]


def _table(section: Section, layout: Layout) -> Iterator[str]:
    columns = [column.split() for column in section["columns"]]
    legend = f"（{section['legend']}）" if "legend" in section else ""
    if legend and section["table"] == "contacts":
        yield legend
    for label, key in columns:
        if legend and key == "knowledge":
            yield section.get("group", "能力要求") + legend
        yield label
    for row in section["rows"]:
        for (_, key), cell in zip(columns, row, strict=True):
            if key == "frequency" and isinstance(cell, list):
                yield layout.joint.join(cell)
            elif isinstance(cell, list) and len(cell) != 1:
                yield from _list(cell, layout)
            elif key == "level" or key == "frequency":
                yield cell
            else:
                yield (
                    cell[0]
                    if isinstance(cell, list) and key in ("knowledge", "skills")
                    else "".join(_list(cell, layout) if isinstance(cell, list) else [cell])
                )


def _list(items: list[str], layout: Layout) -> list[str]:
    return [layout.mark.format(number) + item for number, item in enumerate(items, 1)]


def gold(form: Form) -> dict[str, Any]:
    """The record that the form must give, as golden records are written."""
    job: dict[str, Any] = {"blank_fields": [], "none_fields": []}
    for section in form["sections"]:
        for path, values in _values(section):
            _put(job, path, values)
    return {"jobs": [job]}


def _values(section: Section) -> Iterator[tuple[str, Any]]:
    if "pairs" in section or "brackets" in section:
        for path, value in (section.get("pairs") or section["brackets"]).values():
            yield path, value
    elif "table" in section:
        read = {"duties": _duty, "contacts": _contact, "substitutes": _substitute}[section["table"]]
        path = "relations.contacts" if section["table"] == "contacts" else section["table"]
        keys = [column.split()[1] for column in section["columns"]]
        yield path, [read(keys, row) for row in section["rows"]]
    elif "experience" in section:
        yield "requirements.experience", ["".join(row) for row in section["experience"]]
    elif "groups" in section:
        yield "duties", [{"name": name, "tasks": items} for name, items in section["groups"].items()]
    elif section["path"] == "duties":
        yield "duties", [{"tasks": section["items"]}]
    elif "none" in section:
        yield section["path"], "无"
    else:
        yield section["path"], section.get("items") or section["text"]


_SCALARS = frozenset("title code department headcount job_type job_grade location summary travel".split())


def _put(job: dict[str, Any], path: str, value: Any) -> None:
    if value == "无":
        job["none_fields"].append(path)
        return
    *parents, name = path.split(".")
    target = job
    for parent in parents:
        target = target.setdefault(parent, {})
    if isinstance(value, str) and path not in _SCALARS and not path.startswith("dates."):
        value = [value]
    target[name] = value


def _as_list(cell: Any) -> list[str]:
    return cell if isinstance(cell, list) else [cell]


def _duty(keys: list[str], row: list[Any]) -> dict[str, Any]:
    duty: dict[str, Any] = {}
    for index, (key, cell) in enumerate(zip(keys, row, strict=True)):
        if key in ("knowledge", "skills"):
            letters = row[index + 1] if keys[index + 1 : index + 2] == ["level"] else ""
            duty[key] = [{"text": text, "level": letters[i : i + 1]} for i, text in enumerate(_as_list(cell))]
        elif key in ("name", "time_share"):
            duty[key] = cell
        elif key not in ("level", "number"):
            duty[key] = _as_list(cell)
    return duty


def _contact(keys: list[str], row: list[str]) -> dict[str, Any]:
    contact: dict[str, Any] = dict(zip(keys, row, strict=True))
    contact["side"] = _SIDES[contact["side"]]
    contact["means"] = contact["means"].split("、")
    return contact


def _substitute(keys: list[str], row: list[str]) -> dict[str, Any]:
    return dict(zip(keys, row, strict=True))


# Words of an orchard and its cold chain: what a table of any shape is filled with.
_NAMES = "果园巡查 采收安排 分级包装 农资管理 病虫害监测 灌溉调度 客户接待 成本核算 设备保养 工人培训 档案整理 其他临时工作".split()
_TASKS = (
    "按计划巡园并登记 统计成熟度 安排人手与工具 核对采收数量 复核分级结果 检查包装封口 登记农资出入库 盘点农药 悬挂诱虫板 填写监测表 调节滴灌时间"
    " 检查过滤器 接听客户电话 带领客户参观 汇总工时 编制费用表 给水泵加油 更换滤芯 讲解操作要领 记录培训签到 装订台账 上报月报"
).split()
_STANDARDS = (
    "登记及时准确 无漏检 损耗率低于3% 账物相符 合格率达到98 客户满意 资料齐全 按时完成 无安全事故 差错率为零".split()
)
_KNOWN = (
    "果树生理常识 分级标准 农药安全间隔期 水肥一体化原理 仓储制度 接待礼仪 成本构成 设备结构 5“S”管理 档案法规".split()
)
_DONE = "电子表格操作 果径测量 喷雾器使用 阀门调节 与客户沟通 口头表达 书面记录 CAD制图 应急处置 称重系统操作".split()
_OFTEN = "每日 每周 每月 月度 季度 年度 随时 不定期".split()


def table(seed: int) -> Section:
    """A random table of duties: its columns in any order that people use, lists of any length, letters or none."""
    chance = random.Random(seed)

    def some(words: list[str], most: int) -> list[str]:
        return chance.sample(words, chance.randint(1, most))

    rated = [f"{label} {key}" for label, key in (("应知", "knowledge"), ("应会", "skills"))][: chance.randint(0, 2)]
    middle = [["频次 frequency"], ["考核标准 standards"]]
    chance.shuffle(middle)
    columns = ["职责项目 name", "工作内容 tasks", *middle[0], *middle[1]]
    for column in rated:
        columns += [column, "程度 level"]
    if chance.random() < 0.3:
        columns.insert(0, "序号 number")
    rows: list[list[Any]] = []
    for number, name in enumerate(chance.sample(_NAMES, chance.randint(3, 8)), 1):
        cells: dict[str, Any] = {
            "number": str(number),
            "name": name,
            "tasks": some(_TASKS, 4),
            "frequency": some(_OFTEN, 2),
            "standards": some(_STANDARDS, 3),
            "knowledge": some(_KNOWN, 3),
            "skills": some(_DONE, 3),
        }
        row: list[Any] = []
        for column in columns:
            key = column.split()[1]
            row.append("".join(chance.choice("ABCD") for _ in row[-1]) if key == "level" else cells[key])
        rows.append(row)
    section: Section = {"label": "岗位职责", "table": "duties", "columns": columns, "rows": rows}
    if rated:
        section["legend"] = "A精通；B熟练；C熟悉；D了解"
    return section
