"""Descriptions as the databases of boards give them, each with what the job's record must have."""

from typing import Any

import pytest

from tests.stages import cases, record, tasks


@pytest.mark.parametrize("case", cases("board_dumps"))
def test_a_dump(case: dict[str, Any]) -> None:
    found = record(case["text"])["jobs"]
    if not case.get("job", True):
        assert found == []
        return
    (job,) = found
    got: dict[str, Any] = {
        "name": job.get("title"),
        "headcount": job.get("headcount"),
        "duties": tasks(job),
        "general": job["requirements"]["general"],
        "preferred": job["requirements"]["preferred"],
        "salary": job["compensation"]["salary"],
        "benefits": job["compensation"]["benefits"],
    }
    expected = {key: case[key] for key in got if key in case}
    assert {key: got[key] for key in expected} == expected
    assert job["extra_sections"] == []
