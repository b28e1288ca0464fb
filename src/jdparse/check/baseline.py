"""A baseline: the findings that were there when checking began, which no longer count.

It is JSON: for each file and each code the fingerprints of its findings, with how many there were of each.
"""

import json
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from jdparse.errors import UsageError

if TYPE_CHECKING:
    from jdparse.report.finding import Finding

_VERSION = 1


def text(findings: Iterable["Finding"]) -> str:
    """The baseline of these findings, the same for the same findings, with a newline at the end."""
    counts = Counter((finding.path, finding.code, finding.fingerprint) for finding in findings)
    files: dict[str, dict[str, dict[str, int]]] = {}
    for (path, code, fingerprint), count in sorted(counts.items()):
        files.setdefault(path, {}).setdefault(code, {})[fingerprint] = count
    return json.dumps({"version": _VERSION, "files": files}, ensure_ascii=False, indent=2) + "\n"


def new(findings: Iterable["Finding"], data: bytes, name: str) -> list["Finding"]:
    """The findings that a baseline does not have: of several with one fingerprint those beyond its number.

    Raises UsageError for what is no baseline. `name` is the file's.
    """
    left = _counts(data, name)
    found: list[Finding] = []
    for finding in findings:
        key = finding.path, finding.code, finding.fingerprint
        if left[key] > 0:
            left[key] -= 1
        else:
            found.append(finding)
    return found


def _counts(data: bytes, name: str) -> Counter[tuple[str, str, str]]:
    counts: Counter[tuple[str, str, str]] = Counter()
    try:
        content = cast("dict[str, Any]", json.loads(data))
        if content["version"] != _VERSION:
            raise ValueError
        for path, codes in content["files"].items():
            for code, fingerprints in codes.items():
                for fingerprint, count in fingerprints.items():
                    counts[path, code, fingerprint] = int(count)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError("{file}: not a baseline that jdparse has written", file=name) from None
    return counts
