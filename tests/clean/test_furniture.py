"""Page furniture: what the lexicon knows, and what it must leave alone."""

from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from jdparse.clean import furniture
from jdparse.lines import Line
from jdparse.records import Reason
from jdparse.tracked import Tracked

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "furniture.yaml").read_text(encoding="utf-8"))


def _line(text: str) -> Line:
    return Line(Tracked.of(text), 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    assert furniture.lexicon().reason(case["line"]) == case["around"]
    kept, removed = furniture.inside([_line(case["line"])])
    assert (len(kept), len(removed)) == ((0, 1) if case["inside"] else (1, 0))
    assert all(found.reason == case["around"] for found in removed)


def test_the_cases_have_every_kind_that_the_lexicon_gives() -> None:
    lexicon = furniture.lexicon()
    reasons = {reason for kind in (lexicon.around, lexicon.inside, lexicon.blocks) for reason in kind.groupindex}
    assert reasons <= set(get_args(Reason))
    assert {case["around"] for case in CASES} | {"header_footer"} >= reasons


def test_a_long_line_is_never_furniture() -> None:
    notice = "© 某某文库 版权所有 "
    assert furniture.lexicon().reason(notice) == "copyright"
    assert furniture.lexicon().reason(notice + "岗位职责：负责收货。" * 20) is None
