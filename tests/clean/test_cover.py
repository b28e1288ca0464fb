"""The cover of a printed document, told by the page break behind it."""

from typing import NamedTuple

import pytest

import jdparse
from tests.loaders.docx.build import p, package, r

TEXT = ("岗位名称：装配班长", "所属部门：总装车间", "岗位职责", "1、组织班前会；", "2、安排当班生产。")
PAGE_BREAK = p(r(inside='<w:br w:type="page"/>'))


class Case(NamedTuple):
    name: str
    cover: tuple[str, ...]
    removed: tuple[str, ...]
    jobs: tuple[str, ...] = ("装配班长",)


CASES = (
    Case(
        "with metadata",
        ("恒远机械有限公司", "装配班长岗位说明书", "文件编号：HY-RL-021", "编制：人力资源部", "2023年6月"),
        ("恒远机械有限公司", "2023年6月"),
    ),
    Case(
        "letter-spaced title",
        ("岗 位 说 明 书", "（2022版）", "恒远机械有限公司", "二〇二二年六月发布"),
        ("（2022版）", "恒远机械有限公司", "二〇二二年六月发布"),
    ),
    Case("a handbook", ("总装车间岗位手册", "内部资料 注意保存"), ("总装车间岗位手册", "内部资料 注意保存")),
    Case(
        "a first page of short lines",
        ("岗位说明书", "岗位名称：保洁员", "岗位职责", "打扫卫生"),
        (),
        ("保洁员", "装配班长"),
    ),
    Case("a first page of items", ("保洁员岗位职责", "1、打扫卫生", "2、收集垃圾"), (), ("保洁员", "装配班长")),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cover(case: Case) -> None:
    data = package(*map(p, case.cover), PAGE_BREAK, *map(p, TEXT))
    record = jdparse.parse(data, "装配.docx").record
    assert tuple(entry.text for entry in record.removed) == case.removed
    assert tuple(job.title for job in record.jobs) == case.jobs
    assert [section.items for section in record.extra_sections] == []


def test_a_text_without_pages_has_no_cover() -> None:
    text = "恒远机械有限公司\n总装车间岗位手册\n二〇二二年六月\n" + "\n".join(TEXT)
    record = jdparse.parse(text.encode(), "a.txt").record
    assert [entry.text for entry in record.removed if entry.reason == "header_footer"] == []
