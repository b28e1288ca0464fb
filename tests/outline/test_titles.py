"""Title lines."""

from typing import Any

import pytest

from jdparse import vocabulary
from jdparse.outline import titles
from tests.stages import cases, record


@pytest.mark.parametrize("case", cases("titles"))
def test_title(case: dict[str, Any]) -> None:
    found = titles.read(case["text"], vocabulary.builtin())
    name = None if found is None else case["text"][slice(*found.name)] if found.name else ""
    assert name == case["expected"]


def test_titles_of_what_several_texts_hold() -> None:
    text = "车间主任岗位职责内容(精选5篇)\n车间主任岗位职责内容（一）\n1、负责车间全面工作；\n2、按计划组织生产。\n车间主任岗位职责内容（二）\n1、控制物料消耗；\n2、抓好现场管理。\n"
    assert [job["title"] for job in record(text)["jobs"]] == ["车间主任", "车间主任"]
