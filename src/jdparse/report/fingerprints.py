"""Fingerprints that are each there once, as platforms ask for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from jdparse.report.finding import Finding


def unique(findings: Sequence[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with its fingerprint; that of a second of the same rule, file and words counts it in."""
    seen: Counter[str] = Counter()
    for finding in findings:
        fingerprint = finding.fingerprint
        seen[fingerprint] += 1
        if (count := seen[fingerprint]) > 1:
            fingerprint = sha256(f"{fingerprint}:{count}".encode()).hexdigest()[:32]
        yield finding, fingerprint
