"""Where one job of a document ends and the next begins."""

from typing import Any

import pytest

from tests.stages import cases, record, tasks


@pytest.mark.parametrize("case", cases("jobs"))
def test_jobs(case: dict[str, Any]) -> None:
    found = record(case["text"])
    assert [[job["title"], len(tasks(job))] for job in found["jobs"]] == case["jobs"]
    several = [note for note in found["diagnostics"] if note["name"] == "several-jobs"]
    assert len(several) == (len(case["jobs"]) > 1)
    assert ("no-job-found" in {note["name"] for note in found["diagnostics"]}) == (not case["jobs"])
