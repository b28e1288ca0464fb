"""GitLab's Code Quality report: a JSON list of issues, each with a fingerprint that is there once."""

import json
from collections.abc import Sequence
from typing import Any, Final

from jdparse.report.finding import Finding
from jdparse.report.fingerprints import unique

_SEVERITIES: Final = {"error": "major", "warning": "minor", "info": "info"}


def render(findings: Sequence[Finding], _files: Sequence[str]) -> str:
    """The list, indented by two spaces."""
    issues = [_issue(finding, fingerprint) for finding, fingerprint in unique(findings)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "description": f"{finding.code}: {finding.said}",
        "check_name": finding.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.level],
        # The report needs a line; a finding about the whole file is shown at the first.
        "location": {"path": finding.path.removeprefix("./"), "lines": {"begin": finding.line or 1}},
    }
