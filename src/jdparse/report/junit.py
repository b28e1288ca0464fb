"""JUnit XML, as Jenkins and GitLab read it: a test case for each file, a failure for each of its findings."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from jdparse.patterns import deferred
from jdparse.report.finding import Finding

# What no XML 1.0 document can hold, escaped or not (W3C XML 1.0, 2.2).
_NO_CHARACTER = deferred("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(findings: Sequence[Finding], files: Sequence[str]) -> str:
    """One suite; findings of level info are no failures and stand in the output of their test case."""
    by_file: dict[str, list[Finding]] = {file: [] for file in files}
    for finding in findings:
        by_file.setdefault(finding.path, []).append(finding)
    failed = sum(any(finding.level != "info" for finding in found) for found in by_file.values())
    counts = f'tests="{len(by_file)}" failures="{failed}" errors="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="jdparse" {counts}>',
        f'  <testsuite name="jdparse validate" {counts}>',
    ]
    for file, found in by_file.items():
        case = f"    <testcase classname={_attribute(file)} name={_attribute(file)}"
        if not found:
            lines.append(f"{case}/>")
            continue
        lines.append(f"{case}>")
        for finding in found:
            said = _attribute(f"{finding.place}: {finding.code} {finding.message}")
            if finding.level == "info":
                lines.append(f"      <system-out>{said[1:-1]}</system-out>")
            else:
                kind = _attribute(f"{finding.code} {finding.name}")
                lines.append(f"      <failure type={kind} message={said}/>")
        lines.append("    </testcase>")
    return "\n".join([*lines, "  </testsuite>", "</testsuites>"]) + "\n"


def _attribute(text: str) -> str:
    return quoteattr(_NO_CHARACTER.sub("\ufffd", text), {"\n": " ", "\r": " ", "\t": " "})
