"""What of a page is removed, with its reason, and what stays."""

from typing import Any

import pytest

from tests.stages import cases, record, tasks


@pytest.mark.parametrize("case", cases("furniture"))
def test_furniture(case: dict[str, Any]) -> None:
    found = record(case["text"])
    assert [[line["reason"], line["text"]] for line in found["removed"]] == case["removed"]
    assert [task for job in found["jobs"] for task in tasks(job)] == case["tasks"]


@pytest.mark.parametrize("case", cases("furniture", defects=False))
def test_a_removed_line_knows_its_number(case: dict[str, Any]) -> None:
    lines = case["text"].splitlines()
    for removed in record(case["text"])["removed"]:
        assert removed["text"] in lines[removed["line"] - 1]
