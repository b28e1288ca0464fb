"""The record of a job does not depend on the layout that it is written in."""

from dataclasses import dataclass
from typing import Any

import pytest

import jdparse
from tests.loaders.docx.build import p
from tests.word.sheet import Cell, Sheet, c, centred, down, grid, h

FACTS = (
    ("岗位名称", "锅炉房值班长"),
    ("岗位编号", "DL-GL-01"),
    ("所在部门", "动力车间"),
    ("直接上级", "动力车间主任"),
    ("直接下级", "司炉工、水处理工"),
    ("岗位定员", "4人"),
    ("工资等级", ""),
    ("分析日期", "2020年8月"),
)
SUMMARY = "组织当班人员安全、经济地运行锅炉，保证全厂用汽。"


@dataclass(frozen=True, slots=True)
class Duty:
    name: str
    share: str
    tasks: tuple[str, ...]


DUTIES = (
    Duty("组织锅炉运行", "50%", ("按用汽负荷调整锅炉出力", "每两小时巡检一次，核对水位和压力", "主持交接班")),
    Duty("管理水质和燃料", "30%", ("检查炉水化验记录", "统计燃气和软水消耗")),
    Duty("处理事故", "20%", ("执行紧急停炉程序", "报告事故经过，参加原因分析")),
)
LISTS = (
    ("工作权限", ("紧急情况下的停炉权", "对违章作业的制止权")),
    ("考核指标", ("蒸汽压力合格率", "单位蒸汽燃气消耗")),
)
RELATIONS = (("内部关系", "各用汽车间、设备部"), ("外部关系", "特种设备检验机构"))
REQUIREMENTS = (
    ("教育水平", "中专以上"),
    ("专业", "热能动力"),
    ("经验", "5年以上司炉经验"),
    ("知识", "熟悉锅炉安全技术规程"),
    ("资格证书", "锅炉作业证（G1）"),
    ("个人素质", "沉着冷静，责任心强"),
)
CONDITIONS = (("工作时间", "四班三运转"), ("工作环境", "锅炉房，有噪声和高温"))
HAN = "一二三四五六七八九"


def typed_paragraphs() -> Sheet:
    """Numbered headings, `标签：值` lines, duties under （一） with 1. below."""
    body = [centred("岗位说明书"), p("一、基本信息")]
    body += [p(f"{label}：{value}") for label, value in FACTS]
    body += [p("二、岗位概述"), p(SUMMARY), p("三、岗位职责")]
    for ordinal, duty in zip(HAN, DUTIES, strict=False):
        body += [p(f"（{ordinal}）{duty.name}"), p(f"工作时间百分比：{duty.share}")]
        body += [p(f"{number}．{task}；") for number, task in enumerate(duty.tasks, 1)]
    for ordinal, (label, items) in zip(HAN[3:], LISTS, strict=False):
        body.append(p(f"{ordinal}、{label}"))
        body += [p(f"（{number}）{item}；") for number, item in zip(HAN, items, strict=False)]
    body.append(p("六、工作关系"))
    body += [p(f"（{number}）{label}：{value}") for number, (label, value) in zip(HAN, RELATIONS, strict=False)]
    body.append(p("七、任职资格"))
    body += [p(f"{number}、{label}：{value}") for number, (label, value) in enumerate(REQUIREMENTS, 1)]
    body.append(p("八、工作条件"))
    body += [p(f"{label}：{value}") for label, value in CONDITIONS]
    return Sheet(tuple(body))


def _pairs(facts: tuple[tuple[str, str], ...]) -> list[tuple[Cell, ...]]:
    """Two pairs a row."""
    cells = [cell for label, value in facts for cell in (h(label), c(*([value] if value else [])))]
    return [tuple(cells[at : at + 4]) for at in range(0, len(cells), 4)]


def four_column_form() -> Sheet:
    """One table: pairs in four columns, titles over all of them, duties as rows under a header."""
    return Sheet(
        (
            centred("岗位说明书"),
            grid(
                (2.8, 5.2, 2.8, 5.2),
                *_pairs(FACTS),
                (h("岗位概述"), c(SUMMARY, across=3)),
                (h("岗位职责", across=4),),
                (h("序号"), h("职责项目"), h("时间比例"), h("工作任务")),
                *(
                    (str(number), duty.name, duty.share, c(*(f"{n}、{task}；" for n, task in enumerate(duty.tasks, 1))))
                    for number, duty in enumerate(DUTIES, 1)
                ),
                *(
                    row
                    for label, items in LISTS
                    for row in (
                        (h(label, across=4),),
                        (c(*(f"{n}、{item}；" for n, item in enumerate(items, 1)), across=4),),
                    )
                ),
                (h("工作关系", across=4),),
                *_pairs(RELATIONS),
                (h("任职资格", across=4),),
                *_pairs(REQUIREMENTS),
                (h("工作条件", across=4),),
                *_pairs(CONDITIONS),
            ),
        )
    )


def zhize_template() -> Sheet:
    """职责一 | 职责表述：… | 工作时间百分比：… with the tasks in rows below; sections down the left side."""
    duties: list[tuple[Cell | str, ...]] = []
    for ordinal, duty in zip(HAN, DUTIES, strict=False):
        first, *others = duty.tasks
        rows = len(duty.tasks)
        duties += [
            (
                down(f"职责{ordinal}", 1 + rows),
                c(f"职责表述：{duty.name}", across=2),
                c(f"工作时间百分比：{duty.share}"),
            ),
            (h("工作", "任务", down=rows), c(first, across=2)),
            *((c(task, across=2),) for task in others),
        ]
    requirements = [(h(label), c(value, across=2)) for label, value in REQUIREMENTS]
    conditions = [(h(label), c(value, across=2)) for label, value in CONDITIONS]
    return Sheet(
        (
            centred("岗位说明书"),
            grid((2.8, 5.2, 2.8, 5.2), *_pairs(FACTS), (c(f"本职：{SUMMARY}", across=4),)),
            p("职责与工作任务："),
            grid((1.4, 2.6, 7, 5), *duties),
            *(part for label, items in LISTS for part in (p(f"{label}："), grid((16,), *((i,) for i in items)))),
            p("工作关系："),
            grid((4, 12), *((h(label), value) for label, value in RELATIONS)),
            grid(
                (1.4, 2.6, 7, 5),
                (down("任职资格", len(requirements)), *requirements[0]),
                *requirements[1:],
                (down("工作条件", len(conditions)), *conditions[0]),
                *conditions[1:],
            ),
        )
    )


EXPECTED = {
    "title": "锅炉房值班长",
    "code": "DL-GL-01",
    "department": "动力车间",
    "headcount": "4人",
    "reports_to": ["动力车间主任"],
    "direct_reports": ["司炉工、水处理工"],
    "dates": {"analysed": "2020年8月"},
    "summary": SUMMARY,
    "duties": [{"name": duty.name, "tasks": list(duty.tasks), "time_share": duty.share} for duty in DUTIES],
    "kpis": list(LISTS[1][1]),
    "authority": list(LISTS[0][1]),
    "relations": {"internal": [RELATIONS[0][1]], "external": [RELATIONS[1][1]]},
    "working_hours": [CONDITIONS[0][1]],
    "environment": [CONDITIONS[1][1]],
    "requirements": {
        "education": ["中专以上"],
        "majors": ["热能动力"],
        "knowledge": ["熟悉锅炉安全技术规程"],
        "experience": ["5年以上司炉经验"],
        "certificates": ["锅炉作业证（G1）"],
        "competencies": ["沉着冷静，责任心强"],
    },
    "blank_fields": ["pay_grade"],
}


def said(value: Any) -> Any:
    """A record without what is empty, and without `facets`, which is derived from the rest."""
    if isinstance(value, dict):
        shown = {key: said(inner) for key, inner in value.items() if key != "facets"}
        return {key: inner for key, inner in shown.items() if inner not in (None, [], {})}
    if isinstance(value, list):
        return [said(inner) for inner in value]
    return value


@pytest.mark.parametrize("layout", [typed_paragraphs, four_column_form, zhize_template], ids=lambda make: make.__name__)
def test_a_layout_gives_the_record_of_the_job(layout: Any) -> None:
    record = jdparse.parse(layout().save(), "input.docx").data
    (job,) = record["jobs"]
    assert said(job) == EXPECTED
    assert record["extra_sections"] == []
