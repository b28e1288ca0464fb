"""`path:line:col: CODE message`, a line for each finding."""

from collections.abc import Sequence

from jdparse.report.finding import Finding


def render(findings: Sequence[Finding], _files: Sequence[str]) -> str:
    """A line for each finding; one about a whole file is shown at its beginning."""
    return "".join(f"{_place(finding)}: {finding.code} {finding.message}\n" for finding in findings)


def _place(finding: Finding) -> str:
    return finding.place if finding.part or finding.line is not None else f"{finding.path}:1:1"
