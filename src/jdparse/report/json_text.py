"""JSON of our own: an object with the findings in order, and how many there are of each level."""

import json
from collections.abc import Sequence
from typing import Any

from jdparse.diagnostics import LEVELS
from jdparse.report.finding import Finding

_VERSION = 1


def render(findings: Sequence[Finding], files: Sequence[str]) -> str:
    """`{"version", "files", "summary", "findings"}`, indented by two spaces, Chinese as it is."""
    content = {
        "version": _VERSION,
        "files": len(files),
        "summary": {level: sum(finding.level == level for finding in findings) for level in LEVELS},
        "findings": [_entry(finding) for finding in findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding) -> dict[str, Any]:
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "part": finding.part or None,
        "code": finding.code,
        "name": finding.name,
        "level": finding.level,
        "message": finding.message,
        "field": finding.field or None,
        "fingerprint": finding.fingerprint,
    }
