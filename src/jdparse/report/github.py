"""Workflow commands of GitHub Actions, which become annotations of a change."""

from collections.abc import Sequence
from typing import Final

from jdparse.report.finding import Finding

_COMMANDS: Final = {"error": "error", "warning": "warning", "info": "notice"}


def render(findings: Sequence[Finding], _files: Sequence[str]) -> str:
    """A command for each finding."""
    return "".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    properties = {"title": f"{finding.code} {finding.name}", "file": finding.path}
    if finding.line is not None and finding.column is not None:
        properties |= {
            "line": str(finding.line),
            "endLine": str(finding.line),
            "col": str(finding.column),
            "endColumn": str(finding.column + finding.width),
        }
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {told}::{_data(finding.said)}\n"


def _data(text: str) -> str:
    """A message as the runner's own toolkit escapes it, so that no text can end it and begin another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
