"""A user's own furniture patterns: what they take away, and what is refused."""

import time
from collections.abc import Sequence

import pytest

import jdparse
from jdparse.clean import own_furniture
from jdparse.errors import UsageError
from jdparse.lines import Grid, GridCell, Line
from jdparse.tracked import Tracked

SOURCE = "岗位名称：保管员\n岗位职责：\n1、清点；\n某某宝典提供下载\n2、登记。\n"
ENDLESS = r"^(?:库|库库)*$"


def _line(text: str, number: int = 1) -> Line:
    return Line(Tracked.of(text), number)


def _removed(text: str, **furniture: Sequence[str]) -> list[tuple[str, str]]:
    """The reason and the text of what is removed of a document of one line."""
    kept, removed = own_furniture.remove([_line(text)], own_furniture.compiled(furniture))
    assert len(kept) + len(removed) == 1
    return [(found.reason, found.text.text) for found in removed]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("某某宝典提供下载", "site_notice"),
        ("欢迎光临某某宝典", "site_notice"),
        ("岗位编号：12", "page_number"),
        ("岗位编号：", None),
        ("某宝典", None),
        ("某某宝典，12", "page_number"),
        ("", None),
    ],
)
def test_a_line_in_which_a_pattern_is_found(text: str, reason: str | None) -> None:
    """The patterns are tried in their order, and `\\p{Han}` is known, as `regex` has it."""
    found = _removed(text, page_number=(r"\d$",), site_notice=("没有", r"某\p{Han}宝典"))
    assert found == ([(reason, text)] if reason else [])


def test_a_line_of_any_length_is_taken() -> None:
    notice = "本站声明：" + "资料仅供参考。" * 100
    assert _removed(notice, site_notice=("^本站声明",)) == [("site_notice", notice)]


def test_a_line_in_a_cell_is_taken_too() -> None:
    inner = Grid(3, (GridCell(0, 0, 1, 1, (_line("宝典", 3),)),))
    cells = (
        GridCell(0, 0, 1, 1, (_line("岗位名称", 1),)),
        GridCell(0, 1, 1, 1, (_line("保管员", 2), _line("宝典", 2), inner)),
    )
    (grid,), removed = own_furniture.remove([Grid(1, cells)], own_furniture.compiled({"comments": ["宝典"]}))
    assert isinstance(grid, Grid)
    emptied = Grid(3, (GridCell(0, 0, 1, 1, ()),))
    assert grid.cells == (cells[0], GridCell(0, 1, 1, 1, (cells[1].lines[0], emptied)))
    assert [(found.reason, found.text.text) for found in removed] == [("comments", "宝典")] * 2


def test_a_parse_reports_them() -> None:
    options = jdparse.Options(furniture={"download_prompt": ("宝典.*下载",)})
    parsed = jdparse.parse(SOURCE.encode(), options=options)
    plain = jdparse.parse(SOURCE.replace("某某宝典提供下载\n", "").encode())
    (removed,) = parsed.record.removed
    assert (removed.reason, removed.text, removed.line) == ("download_prompt", "某某宝典提供下载", 4)
    assert parsed.record.jobs == plain.record.jobs
    at = SOURCE.index("某某")
    assert [at, at + 8, "furniture"] in parsed.source_map()["classes"]
    assert jdparse.parse(SOURCE.encode()).record.removed == ()


def test_every_reason_of_the_record_can_be_given() -> None:
    for reason in own_furniture.reasons():
        options = jdparse.Options(furniture={reason: ("宝典",)})
        assert [removed.reason for removed in jdparse.parse(SOURCE.encode(), options=options).record.removed] == [
            reason
        ]


def test_a_reason_that_does_not_exist() -> None:
    with pytest.raises(UsageError, match=r"^no such reason for furniture: adverts$"):
        own_furniture.compiled({"adverts": ("宝典",)})


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "[",
        r"\p{None}",
        "a{2,1}",
        "(" * 400 + ")" * 400,  # deeper than the stack
        "宝" * 1001,
        "(?:ab){100001}",  # would be written out
        "((a{1000}){1000}){1000}",
        "a{" + "9" * 900 + "}",
    ],
    ids=lambda pattern: str(pattern)[:20],
)
def test_a_pattern_that_cannot_be_used(pattern: str) -> None:
    start = time.process_time()
    with pytest.raises(UsageError, match=r"^no regular expression, or too large a one: "):
        own_furniture.compile(pattern)
    assert time.process_time() - start < 1


@pytest.mark.parametrize("pattern", [r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", "宝" * 1000, "(?:ab){0,1000000}", ENDLESS])
def test_a_pattern_that_can_be_used(pattern: str) -> None:
    assert own_furniture.compile(pattern).pattern == pattern


def test_a_pattern_without_end_is_stopped() -> None:
    start = time.process_time()
    with pytest.raises(UsageError) as caught:
        _removed("库" * 60 + "房", comments=(ENDLESS,))
    assert str(caught.value) == f"the pattern {ENDLESS} takes too long"
    assert time.process_time() - start < 10 * own_furniture.SECONDS
    assert _removed("库库库", comments=(ENDLESS,)) == [("comments", "库库库")]
