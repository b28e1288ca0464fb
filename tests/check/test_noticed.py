"""What the parse itself notices: each diagnostic on the texts that its page shows."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from jdparse.diagnostics import DIAGNOSTICS
from jdparse.lint.rules import is_rule
from jdparse.pipeline import parse

ROOT = Path(__file__).parent.parent.parent
CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "cases" / "noticed.yaml").read_text(encoding="utf-8")
)
ELSEWHERE = {
    "damage-repaired": "tests/clean/test_pinyin.py",
    "unreadable-file": "tests/cli/test_validate.py",
    "schema-violation": "tests/cli/test_validate.py",
    "posting-differs": "tests/loaders/html/test_postings.py",
    "flattened-table": "tests/test_one_line.py",
    "flattened-table-unresolved": "tests/test_one_line.py",
    "ambiguous-boundary": "tests/test_one_line.py",
}
"""Diagnostics whose cases are in a test of their own."""


def _noticed(case: dict[str, Any]) -> set[str]:
    data = case["text"].encode(case.get("encoding", "utf-8"))
    return {diagnostic.name for diagnostic in parse(data, case.get("name", "a.txt")).record.diagnostics}


@pytest.mark.parametrize("name", CASES)
def test_it_is_noticed_where_it_is(name: str) -> None:
    assert name in _noticed(CASES[name]["fires"])
    assert name not in _noticed(CASES[name]["silent"])


def test_each_diagnostic_has_cases() -> None:
    assert all((ROOT / path).exists() for path in ELSEWHERE.values())
    rules = {name for name in DIAGNOSTICS if is_rule(name)}
    assert CASES.keys() | ELSEWHERE.keys() | rules == DIAGNOSTICS.keys()
