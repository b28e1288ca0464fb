"""The layouts: each writes jobs down as blocks, and says which records it then stands for."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tests.shapes.blocks import NEW_JOB, Block, Cell, Line, Row, row, table
from tests.shapes.content import Duties, Fact, Gold, Group, Job, Part, Section

HAN = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", *(f"十{n}" for n in "一二三四五六七八九"))
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
_LETTERS = "ABCDEFGHIJKLMNOPQRST"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


class Written(NamedTuple):
    """A document's blocks, and its jobs' records."""

    blocks: list[Block]
    gold: list[Gold]


Writer = Callable[[Sequence[Job], random.Random], Written]


class Layout(NamedTuple):
    """How a layout is written, in which formats it may be, and whether its jobs are those of advertisements."""

    write: Writer
    formats: tuple[str, ...]
    ad: bool = False
    most: int = 5
    """How many jobs one file may hold."""
    word: tuple[tuple[str, str], ...] = ()
    """The levels of Word's own numbering: number format and pattern."""


# --- paragraphs ---

_STYLES: Mapping[str, tuple[str, str, str]] = {
    "han": ("{h}、", "（{h}）", "{n}．"),
    "arabic": ("{n}、", "（{n}）", "{c}"),
    "decimal": ("{n} ", "{p}.{n} ", "{pp}.{n} "),
    "articles": ("第{h}条 ", "{n}. ", "({n}) "),
    "western": ("{r}. ", "{l}. ", "{n}) "),
}
_WORD: Mapping[str, tuple[tuple[str, str], ...]] = {
    "han": (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3．")),
    "arabic": (("decimal", "%1、"), ("decimal", "（%2）"), ("decimalEnclosedCircle", "%3")),
    "decimal": (("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")),
    "articles": (("chineseCounting", "第%1条"), ("decimal", "%2."), ("decimal", "(%3)")),
    "western": (("upperRoman", "%1."), ("upperLetter", "%2."), ("decimal", "%3)")),
}


class _Numbers:
    """The markers of a document in one style: `next(level)` is the next of its level, and begins those below anew."""

    def __init__(self, style: Sequence[str]) -> None:
        self._style = style
        self._at = [0, 0, 0]

    def next(self, level: int) -> str:
        self._at[level] += 1
        self._at[level + 1 :] = [0] * (2 - level)
        n = self._at[level]
        return self._style[level].format(
            n=n,
            h=HAN[n - 1],
            c=_CIRCLED[n - 1],
            l=_LETTERS[n - 1],
            r=_ROMAN[n - 1],
            p=self._at[0],
            pp=f"{self._at[0]}.{self._at[1]}",
        )

    def line(self, level: int, text: str) -> Line:
        return Line(text, self.next(level), level)


def _ended(items: Sequence[str], ends: str) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        yield item + (ends[-1:] if number == len(items) else ends[:1])


def _several(jobs: Sequence[Job], write: Callable[[Job], Iterable[Block]]) -> list[Block]:
    out: list[Block] = []
    for number, job in enumerate(jobs):
        if number:
            out.append(Line("", level=NEW_JOB))
        out += write(job)
    return out


def _title(job: Job, form: str) -> list[Line]:
    return [Line(form.format(job.title))] if form else []


def numbered(style: str) -> Writer:
    """Numbered headings, `标签：值` lines, lists and groups numbered below."""

    def write(jobs: Sequence[Job], chance: random.Random) -> Written:
        title = chance.choice(("", "岗位说明书", "{}岗位说明书"))
        basic = chance.choice(("", "基本信息", "岗位基本信息"))
        ends = chance.choice(("；。", "。。", ""))
        facts_numbered = chance.random() < 0.5

        def one(job: Job) -> Iterator[Block]:
            numbers = _Numbers(_STYLES[style])
            yield from _title(job, title)
            if basic:
                yield numbers.line(0, basic)
            yield from _facts(job.facts)
            for part in job.parts:
                yield numbers.line(0, part.label)
                match part:
                    case Section(path="summary") | Section(items=("无",)):
                        yield from map(Line, part.items)
                    case Section():
                        yield from (numbers.line(1, item) for item in _ended(part.items, ends))
                    case Group():
                        lines = _facts(part.facts)
                        yield from (numbers.line(1, line.text) for line in lines) if facts_numbered else lines
                    case Duties():
                        yield from _duties(part, numbers, ends)

        return Written(_several(jobs, one), [job.gold() for job in jobs])

    return write


def _facts(facts: Iterable[Fact], colon: str = "：") -> list[Line]:
    return [Line(f"{fact.label}{colon}{fact.value}") for fact in facts]


def _duties(part: Duties, numbers: _Numbers, ends: str, level: int = 1) -> Iterator[Line]:
    for duty in part.duties:
        if duty.name:
            yield numbers.line(level, duty.name)
        yield from (numbers.line(level + bool(duty.name), task) for task in _ended(duty.tasks, ends))


def label_lines(jobs: Sequence[Job], chance: random.Random) -> Written:
    """Each label on a line with its value; a list below its label, numbered anew."""
    return _labelled(jobs, chance, across=1)


def several_a_line(jobs: Sequence[Job], chance: random.Random) -> Written:
    """Two or three pairs on a line, blanks or a tab between them."""
    return _labelled(jobs, chance, across=chance.choice((2, 3)))


def _labelled(jobs: Sequence[Job], chance: random.Random, across: int) -> Written:
    title = chance.choice(("", "", "岗位说明书", "{}岗位说明书"))
    gap = chance.choice(("    ", "\t", "　　"))
    ends = chance.choice(("；。", "。。"))
    short = chance.random() < 0.5

    def one(job: Job) -> Iterator[Block]:
        yield from _title(job, title)
        pairs = [line.text for line in _facts(job.facts)]
        yield from (Line(gap.join(pairs[at : at + across])) for at in range(0, len(pairs), across))
        for part in job.parts:
            numbers = _Numbers(("{n}、", "{n}、", "（{n}）"))
            match part:
                case Section(items=(item,)) if short or part.path == "summary":
                    yield Line(f"{part.label}：{item}")
                case Section():
                    yield Line(f"{part.label}：")
                    yield from (numbers.line(1, item) for item in _ended(part.items, ends))
                case Group():
                    yield Line(f"{part.label}：")
                    yield from _facts(part.facts)
                case Duties():
                    yield Line(f"{part.label}：")
                    yield from _duties(part, numbers, ends)

    return Written(_several(jobs, one), [job.gold() for job in jobs])


def advertisement(jobs: Sequence[Job], chance: random.Random) -> Written:
    """【】 around each heading; facts on lines; lists with numbers, signs or nothing."""
    bullet = chance.choice(("{n}、", "{n}. ", "• ", "- ", ""))
    ends = chance.choice(("；。", "。。", "")) if bullet else "；。"
    brackets = chance.choice(("【{}】", "【{}】：", "〖{}〗", "［{}］"))
    facts_too = chance.random() < 0.3

    def one(job: Job) -> Iterator[Block]:
        for fact in job.facts:
            yield Line((brackets.format(fact.label) if facts_too else f"{fact.label}：") + fact.value)
        for part in job.parts:
            yield Line(brackets.format(part.label))
            items = (
                part.duties[0].tasks if isinstance(part, Duties) else part.items if isinstance(part, Section) else ()
            )
            for number, item in enumerate(_ended(items, ends), 1):
                yield Line(item, bullet.format(n=number), 1)

    return Written(_several(jobs, one), [job.gold() for job in jobs])


# --- tables ---


def form(columns: int) -> Writer:
    """Label cells beside value cells: facts in two or four columns, a list in the cell beside its label."""

    def write(jobs: Sequence[Job], chance: random.Random) -> Written:
        title = chance.choice(("", "岗位说明书", "{}岗位说明书"))
        marker = chance.choice(("{n}、", "{n}. ", "（{n}）"))
        down = chance.random() < 0.4

        def one(job: Job) -> Iterator[Block]:
            yield from _title(job, title)
            yield table([*_fact_rows(job.facts, columns), *_part_rows(job.parts, marker, down)])

        return Written(_several(jobs, one), [job.gold() for job in jobs])

    return write


def _fact_rows(facts: Sequence[Fact], columns: int) -> list[Row]:
    cells = [cell for fact in facts for cell in (fact.label, fact.value)]
    return [row(*cells[at : at + columns]) for at in range(0, len(cells), columns)]


def _listed(items: Sequence[str], marker: str) -> list[str]:
    if len(items) < 2:
        return list(items)
    return [marker.format(n=number) + item for number, item in enumerate(_ended(items, "；。"), 1)]


def _part_rows(parts: Iterable[Part], marker: str, down: bool) -> Iterator[Row]:
    for part in parts:
        match part:
            case Section():
                yield row(part.label, _listed(part.items, marker))
            case Group() if down:
                first, *others = part.facts
                yield row(Cell((part.label,), 1, len(part.facts)), first.label, first.value)
                yield from (row(fact.label, fact.value) for fact in others)
            case Group():
                yield row(part.label)
                yield from (row(fact.label, fact.value) for fact in part.facts)
            case Duties():
                numbers = _Numbers(("", "（{h}）", "{n}、"))
                lines = [line.marker + line.text for line in _duties(part, numbers, "；。")]
                yield row(part.label, lines)


def zhize(jobs: Sequence[Job], chance: random.Random) -> Written:
    """职责一 | 职责表述 | … | 工作任务 …, in a form."""
    across = chance.choice((2, 4))
    inside = chance.random() < 0.5
    heading = chance.choice(("职责与工作任务", "工作职责与任务", "岗位职责"))

    def rows(job: Job) -> Iterator[Row]:
        yield from _fact_rows(job.facts, across)
        for part in job.parts:
            if not isinstance(part, Duties) or not part.duties[0].name:
                yield from _part_rows([part], "{n}、", False)
                continue
            yield row(heading)
            for ordinal, duty in zip(HAN, part.duties, strict=False):
                first = Cell((f"职责{ordinal}",), 1, 2)
                if inside:
                    yield row(first, f"职责表述：{duty.name}", f"工作时间百分比：{duty.share}")
                else:
                    yield row(first, "职责表述", duty.name, "工作时间百分比", duty.share)
                yield row("工作任务", duty.tasks)

    return Written(
        _several(jobs, lambda job: [Line("岗位说明书"), table(list(rows(job)))]),
        [job.gold(shares=True) for job in jobs],
    )


def duty_rows(jobs: Sequence[Job], chance: random.Random) -> Written:
    """序号 | 职责项目 | 工作任务 | 时间比例, in a form."""
    columns = chance.choice((2, 4))
    names = chance.choice(("职责项目", "职责名称", "工作项目", "职责模块"))
    share = chance.choice(("时间比例", "工作时间百分比", "时间占比"))

    def rows(job: Job) -> Iterator[Row]:
        yield from _fact_rows(job.facts, columns)
        for part in job.parts:
            if not isinstance(part, Duties) or not part.duties[0].name:
                yield from _part_rows([part], "{n}、", False)
                continue
            yield row(part.label)
            yield row("序号", names, "工作任务", share)
            for number, duty in enumerate(part.duties, 1):
                yield row(str(number), duty.name, _listed(duty.tasks, "{n}、"), duty.share)

    return Written(
        _several(jobs, lambda job: [Line("岗位说明书"), table(list(rows(job)))]),
        [job.gold(shares=True) for job in jobs],
    )


def row_a_job(jobs: Sequence[Job], chance: random.Random) -> Written:
    """A table of vacancies: a header, then a row for each job with some of its facts, its duties and what it asks for."""
    labels = {fact.path: fact.label for job in reversed(jobs) for fact in job.facts}
    paths = [path for path in labels if path != "title"]
    chance.shuffle(paths)
    paths = ["title", *paths[:6]]
    marker = chance.choice(("{n}、", "{n}. "))
    rows: list[Row] = []
    shown: list[Job] = []
    for number, job in enumerate(jobs, 1):
        facts = {fact.path: fact for fact in job.facts}
        duties = next(part for part in job.parts if isinstance(part, Duties))
        wishes = next(p for p in job.parts if isinstance(p, Section) and p.path == "requirements.general")
        job = Job(tuple(facts.get(path, Fact(path, labels[path], "")) for path in paths), (duties, wishes))
        if not rows:
            rows.append(row("序号", *(labels[path] for path in paths), duties.label, wishes.label))
        lists = (_listed(duties.duties[0].tasks, marker), _listed(wishes.items, marker))
        rows.append(row(str(number), *(fact.value for fact in job.facts), *lists))
        shown.append(job)
    return Written([Line("招聘岗位一览表"), table(rows)], [job.gold() for job in shown])


_PARAGRAPHS = ("txt", "docx", "html")
_TABLES = ("txt", "docx", "html")

LAYOUTS: Mapping[str, Layout] = {
    **{
        f"numbered-{style}": Layout(numbered(style), (*_PARAGRAPHS, "docx-numbered"), word=_WORD[style])
        for style in _STYLES
    },
    "label-lines": Layout(label_lines, _PARAGRAPHS),
    "several-a-line": Layout(several_a_line, _PARAGRAPHS),
    "advertisement": Layout(advertisement, _PARAGRAPHS, ad=True),
    "form-2": Layout(form(2), _TABLES),
    "form-4": Layout(form(4), _TABLES),
    "zhize": Layout(zhize, ("docx", "html")),
    "duty-rows": Layout(duty_rows, ("docx", "html")),
    "row-a-job": Layout(row_a_job, ("docx", "html"), ad=True),
    "cells": Layout(form(4), ("cells",), most=2),
    "rows-2": Layout(form(2), ("rows",), most=1),
    "rows-4": Layout(form(4), ("rows",), most=1),
    "run-on": Layout(numbered("han"), ("run-on",), most=1),
}
