"""SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code scanning."""

import json
from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final
from urllib.parse import quote

from jdparse import __version__
from jdparse.diagnostics import DIAGNOSTICS
from jdparse.patterns import deferred
from jdparse.report.finding import Finding
from jdparse.report.fingerprints import unique

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT: Final = "jdparse/v1"
"""The name of the fingerprint, with the version of how it is made (3.27.17)."""

# `{0}` would be taken for a placeholder, `[text](place)` for a link (3.11.5, 3.11.6).
_PLACEHOLDER = deferred(r"\{(\d+)\}")


def render(findings: Sequence[Finding], _files: Sequence[str]) -> str:
    """One run, with the rules that have findings and a result for each finding."""
    names = sorted({finding.name for finding in findings}, key=lambda name: DIAGNOSTICS[name].code)
    run = {
        "tool": {"driver": {"name": "jdparse", "version": __version__, "rules": [_rule(name) for name in names]}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, fingerprint, names.index(finding.name)) for finding, fingerprint in unique(findings)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str) -> dict[str, Any]:
    kind = DIAGNOSTICS[name]
    return {
        "id": kind.code,
        "name": "".join(word.capitalize() for word in kind.name.split("-")),
        "shortDescription": {"text": kind.name.replace("-", " ")},
        "fullDescription": {"text": kind.explanation},
        "help": {"text": kind.explanation},
        "defaultConfiguration": {"level": _LEVELS[kind.level]},
    }


def _result(finding: Finding, fingerprint: str, index: int) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": uri(finding.path)}}
    if finding.line is not None and finding.column is not None:
        # The end of a region is the column after its last character (3.30.8).
        location["region"] = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endColumn": finding.column + finding.width,
        }
    where: dict[str, Any] = {"physicalLocation": location}
    if finding.field:
        where["logicalLocations"] = [{"fullyQualifiedName": finding.field, "kind": "member"}]
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.level],
        "message": {"text": _escaped(finding.said)},
        "locations": [where],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }


def _escaped(text: str) -> str:
    if "](" in text:
        text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return _PLACEHOLDER.sub(r"{{\1}}", text)


def uri(path: str) -> str:
    """A path as a URI reference (RFC 3986): a relative one stays relative, and is never taken for a scheme."""
    if PurePosixPath(path).is_absolute():
        return "file://" + quote(path)
    if PureWindowsPath(path).is_absolute():
        return "file:///" + quote(path.replace("\\", "/"), safe="/:")
    return quote(path)
