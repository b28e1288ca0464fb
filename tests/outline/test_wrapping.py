"""Lines that were broken at a fixed width are joined; others are left alone."""

from typing import Any

import pytest

from tests.stages import cases, record, tasks


@pytest.mark.parametrize("case", cases("wrapping"))
def test_broken_lines(case: dict[str, Any]) -> None:
    found = record(case["text"])
    (job,) = found["jobs"]
    assert tasks(job) == case["tasks"]
    if "requirements" in case:
        assert {key: values for key, values in job["requirements"].items() if values} == case["requirements"]
    assert job["summary"] == case.get("summary")
    assert ("lines-joined" in {note["name"] for note in found["diagnostics"]}) == case["joined"]
