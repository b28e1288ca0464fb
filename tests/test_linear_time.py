"""The work of a parse grows as the text does, whatever the text.

Work is counted, not timed: twice the text must not make more than 2.6 times the work.
"""

import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import Any

import pytest

import jdparse
from tests.work import RATIO, SLACK, Work, count, watch

HEAD = "岗位名称：仓管员\n岗位职责：\n"
JOB = HEAD + "1、负责收货；\n2、负责发货。\n"
ONE_RUN = "岗位职责：职能项目工作职责周期绩效标准应知知识度应会技能度"
LENGTH = 3_000
"""Characters of the shorter text."""
NUMERALS = "一二三四五六七八九十"


def numbered(form: str) -> Callable[[int], str]:
    """Lines that count themselves."""
    return lambda n: HEAD + "".join(form.format(i) for i in range(1, n))


def repeated(unit: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """One unit over and over."""
    return lambda n: before + unit * n + after


def characters(n: int) -> Iterable[str]:
    """So many different ones."""
    return (chr(0x4E00 + i) for i in range(n))


HOSTILE: dict[str, Callable[[int], str]] = {
    "blanks": repeated(" ", "中", "中"),
    "blanks in a line of a job": repeated(" ", JOB + "备注：甲", "乙"),
    "wide blanks in a title": repeated("\u3000", "岗位名称：甲", "乙\n岗位职责：\n1、收货\n"),
    "wide blanks between pairs": repeated("\u3000", "岗位名称：甲", "部门：乙\n" + JOB),
    "open brackets before colons": repeated("（甲：", JOB + "3、"),
    "posts without a count": repeated("电工 45岁以下 3000 包住\n", "诚聘：\n", "电话 13811112222"),
    "numbered posts over lines": lambda n: (
        "诚聘：\n" + "".join(f"{i + 1}、焊工1人\n会看图纸\n工资{i}元\n" for i in range(n)) + "电话 13811112222"
    ),
    "what is paid by the names of posts": lambda n: (
        "岗位：保育员1名、厨师1名\n保育员：持证\n厨师：持证\n" + "待遇：保育员3200元，厨师4500元\n" * n
    ),
    "items that end on the line below": lambda n: (
        HEAD + "".join(f"{i + 1}．{'按计划编制月度' * 5}\n组织实施；\n" for i in range(n))
    ),
    "cells copied from a spreadsheet": repeated('电工\t"1、检修；\n2、值班。"\n', "岗位名称\t岗位职责\n"),
    "open quotation marks between tabs": repeated('\t"甲', '岗位名称\t"1\n2"\n'),
    "tables drawn with lines": repeated("├──┼──┤\n│ 部门 │ 设备部 │\n", JOB),
    "rows between lines without a rule": repeated("│ 部门 │ 设备部 │\n", JOB),
    "borders of a table": repeated("│ 甲 ", "岗位名称：电工\n├──┤\n", "│\n├──┤\n"),
    "answers to tick": repeated("□ 甲\n☑ 乙\n", "岗位名称：护工\n用工形式：\n"),
    "names put down in a chat": lambda n: "#接龙\n" + JOB + "".join(f"{i}. 周珍\n" for i in range(1, n)),
    "properties of a page": repeated("a: b\n", "---\n"),
    "citations": repeated("[2]", JOB + "3、盘点。"),
    "bars between cells": repeated("岗位名称 | 电工 | 部门 | 设备部\n"),
    "labels before dashes": repeated("部门—设备部\n", JOB),
    "dashes behind a label": repeated("—", JOB + "部门"),
    "columns of a print": repeated("1. 收货，" + " " * 40 + "1. 细心\n", "岗位职责" + " " * 40 + "任职要求\n"),
    "quoted remarks": repeated("> 说说\n", JOB),
    "names over plain lines": repeated("电工 2名\n有证\n", "诚聘：\n", "电话 13811112222"),
    "bars behind bars": repeated(" |", JOB + "部门"),
    "signs of quotation": repeated("> 收货\n", JOB),
    "deeper and deeper quotations": repeated(">", "> 甲\n" * 9),
    "columns set apart by blanks": repeated("接触对象   联系方式   联系事项\n", JOB),
    "posts that are subjects": lambda n: (
        "现招聘厨师1名、切配工2名\n" + "厨师须有证书；" * n + "\n切配工须勤快\n电话 13811112222"
    ),
    "blanks beside a bar": repeated(" ", "盾构司机 | 2人", "| 全职\n" + JOB),
    "posts and what each must be": lambda n: "".join(
        (
            "招聘以下人员：\n",
            *(f"{name}焊工1名\n" for name in characters(n)),
            *(f"{name}焊工须持证\n" for name in characters(n)),
        )
    ),
    "names of jobs below their heading": repeated("招聘岗位\n焊工\n岗位职责\n1、焊接\n"),
    "numbers on lines of their own": lambda n: HEAD + "".join(f"{i % 100}\n核对入库单据；\n" for i in range(1, n)),
    "calls above a job": repeated("现招聘焊工2名\n", "", JOB),
    "blanks behind 目录": repeated(" ", JOB + "目录\n甲", "乙\n丙\n丁\n"),
    "rules behind 目录": repeated("-", JOB + "目录\n1", "x\n丙\n丁\n"),
    "blanks in a chat": repeated(" ", "甲 2024/8/12 20:14:06\n乙", "丙\n甲 2024/8/12 20:15:06\n" + JOB),
    "a long word in a chat": repeated("a.", "甲 2024/8/12 20:14:06\n", "\n甲 2024/8/12 20:15:06\n" + JOB),
    "open brackets": repeated("("),
    "open full-width brackets": repeated("（", JOB + "3、"),
    "nested brackets": lambda n: JOB + "（" * n + "中" + "）" * n,
    "brackets in pairs": repeated("（中）", JOB + "3、"),
    "headings in brackets on a line": repeated("【岗位职责】"),
    "markers on a line": lambda n: HEAD + "".join(f"{i}、收；" for i in range(1, n)),
    "the same marker on a line": repeated("1、", JOB),
    "the same marker behind semicolons": repeated("；1、", JOB + "3、甲"),
    "bullets on a line": repeated("• 收", JOB),
    "colons": repeated(":"),
    "full-width colons": repeated("：", JOB),
    "unknown pairs on a line": repeated("花名：甲  ", JOB),
    "known pairs on a line": repeated("部门：甲 "),
    "a label that nobody knows on a line": repeated("来源："),
    "headings on a line": repeated("任职要求："),
    "headings over headings": repeated("任职要求\n", HEAD),
    "sections on a line": repeated("一、收货。二、", HEAD),
    "titles on a line": repeated("岗位名称：甲 "),
    "tabs": repeated("\t", JOB + "甲", "乙"),
    "cells": repeated("甲\t", JOB),
    "cells that are labels": repeated("部门\t"),
    "cells with colons": repeated("岗位：甲\t"),
    "characters set apart": repeated("岗    "),
    "label cells between blanks": repeated("岗 位  部 门  ", JOB),
    "one character": repeated("中"),
    "one letter": repeated("a"),
    "one digit": repeated("1"),
    "stops": repeated("."),
    "words with a blank": repeated("job description "),
    "e-mail addresses": repeated("a@b.c", JOB),
    "short lines": repeated("收货\n", HEAD),
    "numerals alone": repeated("一、\n"),
    "headings that count from one": repeated("一、岗位职责\n"),
    "headings": repeated("工作权限\n", JOB),
    "headings with a list": repeated("工作权限\n1、收货\n", JOB),
    "unknown headings with a list": repeated("其他约定项\n1、收货\n", JOB),
    "numbered items": lambda n: HEAD + "".join(f"{i}、负责收货\n" for i in range(1, n)),
    "numbered groups": lambda n: HEAD + "".join(f"{i}、收货\n（1）验收\n（2）入库\n" for i in range(1, n)),
    "lists within lists": lambda n: (
        HEAD + "".join(f"{i % 999 + 1}、收货：\n（{i % 99 + 1}）验收：\n" for i in range(n))
    ),
    "levels that cross": lambda n: "".join(f"{NUMERALS[i % 10]}、甲\n（{NUMERALS[-i % 10]}）乙\n" for i in range(n)),
    "decimals": lambda n: "\n".join(".".join("1" * (i % 5 + 1)) + " 收货" for i in range(n)),
    "unknown pairs": repeated("花名：甲\n", JOB),
    "pairs of one label": lambda n: JOB + "".join(f"编号：A{i}\n" for i in range(n)),
    "blank pairs": lambda n: JOB + "".join(f"花名{i}：\n" for i in range(n)),
    "telephones": lambda n: JOB + "".join(f"公司电话：{i}\n" for i in range(n)),
    "duties with tasks": repeated("职责一：收货\n工作任务：\n验收\n", "岗位名称：仓管员\n"),
    "jobs with titles": lambda n: "".join(f"岗位名称：甲{i}\n岗位职责：\n1、收货\n" for i in range(n)),
    "jobs with headings": repeated("保安\n岗位职责：\n1、收货\n"),
    "titles": repeated("仓管员岗位说明书\n"),
    "vacancies": repeated("焊工5名：会焊接\n", "招聘启事\n"),
    "vacancies with a list": repeated("焊工（5名）\n1、会焊接\n", "招聘启事\n"),
    "calls": repeated("现招聘焊工5名，要求：\n"),
    "a sentence of posts": repeated("焊工5名、", "现招聘"),
    "posts in sentences": repeated("现招聘焊工5名、钳工3名。\n焊工：持证\n"),
    "messages of a chat": repeated("甲  09:41\n\n有人吗\n\n"),
    "titles with duties": repeated("仓管员岗位说明书\n岗位职责：\n1、收货\n"),
    "notices without a job": repeated("岗位名称：甲\n"),
    "page numbers": repeated("第1页\n", JOB),
    "page heads": repeated("某某公司制度    岗位说明书  1\n负责工作\n", JOB),
    "copyright lines": repeated("版权所有\n", JOB),
    "copyright lines between labels": repeated("版权所有\n岗位职责：\n", JOB),
    "related links": repeated("相关文章：\n会计岗位职责\n", JOB),
    "lines before the body": repeated("随便写写\n", "", JOB),
    "messages": repeated("张三 2024/8/12 20:14\n岗位职责：收货\n"),
    "contents": repeated("第一章…………1\n", "目录\n"),
    "contents that come again": lambda n: "目录\n" + "".join(f"甲{i}\n" for i in range(n)) * 2 + JOB,
    "broken lines": repeated("负责" * 25 + "\n", HEAD),
    "broken lines that end": repeated("负责" * 25 + "\n收货。\n", HEAD),
    "rows of cells": repeated("甲\t乙\t丙\n", JOB + "指标\t目标\t权重\n"),
    "a table in one run": repeated("收货1、验收2、入库每日1、无差错规范CC装卸B", ONE_RUN),
    "frequencies in one run": repeated("每日", ONE_RUN),
    "letters in one run": repeated("收货A", ONE_RUN + "收货1、验收每日"),
    "lists in one run": repeated("1、收货2、发货", ONE_RUN),
    "headers in one run": repeated("职能项目工作职责周期绩效标准收货", JOB),
    "contacts in one run": repeated("店长门店内电话收货A", "工作接触：接触对象所在单位接触性质接触方式接触事项频率"),
    "labels with nothing around them": repeated("岗位名称甲所属部门乙直接上级丙工作权限丁"),
    "pairs in brackets": repeated("上级岗位（甲）；下级岗位（无）；", JOB + "指挥线："),
    "traditional characters": repeated("職責"),
    "radicals": repeated("⼀"),
    "emoji": repeated("👨‍👩‍👧", JOB),
    "dates": repeated("2024年", JOB),
    "limits": repeated("限男性，", HEAD + "任职资格：\n"),
    "years": repeated("3年以上", HEAD + "工作经验："),
    "ages and years": repeated("25岁，3年经验，", HEAD + "任职资格：\n"),
    "certificates": repeated("持电工证或", HEAD + "任职资格：\n"),
    "languages": repeated("英语四级、", HEAD + "外语要求："),
    "amounts": repeated("8千-1.2万+", HEAD + "薪资待遇："),
    "masks": repeated("*", JOB, "x"),
}

# Where the work is known to grow faster, or the parse to fail: what does it. Not run: some would take hours.
KNOWN: dict[str, str] = {}


def known(names: Iterable[str]) -> list[Any]:
    """The names as parameters, those of `KNOWN` marked."""
    mark = pytest.mark.xfail
    return [
        pytest.param(name, marks=mark(reason=KNOWN[name], run=False, strict=True) if name in KNOWN else ())
        for name in names
    ]


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return watch(monkeypatch)


def parse(text: str) -> None:
    found = jdparse.parse(text.encode(), options=jdparse.Options(encoding="utf-8"))
    found.source_map()
    assert found.record.source.format == "txt"


@pytest.mark.parametrize("name", known(HOSTILE))
def test_twice_the_text_makes_twice_the_work(name: str, work: Work) -> None:
    make = HOSTILE[name]
    parse(JOB)
    n = LENGTH * 100 // len(make(100))
    small, large = make(n), make(2 * n)
    once, twice = count(work, lambda: parse(small)), count(work, lambda: parse(large))
    assert twice <= RATIO * once + SLACK


# What no count of calls sees, expressions that go back and searches in C, a limit of CPU time does: a text of this
# size takes a second or two where the work is linear, and many minutes where it is not.
LARGE: dict[str, int] = {
    "blanks": 200_000,
    "wide blanks between pairs": 200_000,
    "blanks in a line of a job": 200_000,
    "wide blanks in a title": 200_000,
    "blanks beside a bar": 200_000,
    "blanks behind 目录": 200_000,
    "rules behind 目录": 200_000,
    "blanks in a chat": 200_000,
    "a long word in a chat": 100_000,
    "open brackets": 100_000,
    "open full-width brackets": 100_000,
    "nested brackets": 100_000,
    "markers on a line": 50_000,
    "the same marker on a line": 50_000,
    "colons": 100_000,
    "full-width colons": 100_000,
    "tabs": 50_000,
    "one character": 1_000_000,
    "one letter": 1_000_000,
    "one digit": 1_000_000,
    "stops": 1_000_000,
    "short lines": 20_000,
    "numerals alone": 25_000,
    "numbered items": 10_000,
    "rows of cells": 10_000,
    "jobs with headings": 5_000,
}
CPU_SECONDS = 20


@pytest.mark.parametrize("name", known(LARGE))
def test_a_large_text_ends(name: str) -> None:
    script = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({CPU_SECONDS}, {CPU_SECONDS}))
sys.path.insert(0, {str(sys.path[0])!r})
from tests.test_linear_time import HOSTILE, parse
parse(HOSTILE[{name!r}]({LARGE[name]}))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-300:] or f"not done after {CPU_SECONDS} s of CPU time"
