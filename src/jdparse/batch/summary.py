"""What a run has done, in numbers that take little memory however many documents there are."""

import math
import time
from collections import Counter
from typing import Any, Final

from jdparse.batch.work import Reply

COMMONEST: Final = 5
_STEP: Final = 1.05
"""Times are counted in classes, each a twentieth longer than the one before: so exact are the percentiles."""
_COUNTED: Final = ("skipped", "failed", "diagnostics", "labels", "_times")
_MOST: Final = 20_000
"""Above so many labels those that came least are forgotten."""


class Summary:
    """Counts of a run, which grow while it runs."""

    def __init__(self) -> None:
        self.parsed = 0
        self.warned = 0
        """Documents with a diagnostic that is more than an info."""
        self.skipped: Counter[str] = Counter()
        """Documents without work, by why: `done` in an earlier run, `unsupported`, `repeated` in this run."""
        self.failed: Counter[str] = Counter()
        """By kind."""
        self.failed_before = 0
        """Documents that failed in an earlier run and were not tried again."""
        self.jobs = 0
        self.diagnostics: Counter[str] = Counter()
        self.labels: Counter[str] = Counter()
        self.stopped: str | None = None
        """Why the run ended before its end: `signal` or `failures`."""
        self._times: Counter[int] = Counter()
        self._began = time.monotonic()
        self._seconds: float | None = None

    def add(self, reply: Reply) -> None:
        """Count a document that was worked at."""
        if reply.failure:
            self.failed[reply.failure.kind] += 1
            return
        self.parsed += 1
        self.warned += reply.warned
        self.jobs += reply.jobs
        self.diagnostics.update(reply.diagnostics)
        self.labels.update(reply.labels)
        if len(self.labels) > _MOST:
            self.labels = Counter(dict(self.labels.most_common(_MOST // 2)))
        self._times[math.ceil(math.log(max(reply.seconds, 1e-6), _STEP))] += 1

    @property
    def failures(self) -> int:
        """Documents that failed in this run."""
        return self.failed.total()

    @property
    def found(self) -> int:
        """Documents that were found so far."""
        return self.parsed + self.failures + self.failed_before + self.skipped.total()

    @property
    def seconds(self) -> float:
        """How long the run has taken so far, or took; of several runs, that of all together."""
        return time.monotonic() - self._began if self._seconds is None else self._seconds

    def end(self) -> None:
        """The run is over: its time stands still."""
        self._seconds = self.seconds

    def rate(self) -> float:
        """Documents a second, without those that were skipped."""
        return (self.parsed + self.failures) / max(self.seconds, 1e-9)

    def percentile(self, share: float) -> float:
        """Seconds within which that share of the parsed documents was done, to a twentieth; 0 when there are none."""
        left = self._times.total() * share
        for step, count in sorted(self._times.items()):
            left -= count
            if left <= 1e-9:
                return float(_STEP**step)
        return 0.0

    def merge(self, other: "Summary") -> None:
        """Add the counts of another run, but not its time."""
        self.parsed += other.parsed
        self.warned += other.warned
        self.failed_before += other.failed_before
        self.jobs += other.jobs
        for name in _COUNTED:
            getattr(self, name).update(getattr(other, name))

    def state(self) -> dict[str, Any]:
        """All that it holds as JSON values, for `of`."""
        counted = {name.strip("_"): list(getattr(self, name).items()) for name in _COUNTED}
        numbers = {"parsed": self.parsed, "warned": self.warned, "failed_before": self.failed_before, "jobs": self.jobs}
        return {**numbers, "seconds": round(self.seconds, 3), **counted}

    @classmethod
    def of(cls, state: dict[str, Any]) -> "Summary":
        """The summary that gave that state. Raises KeyError, TypeError, ValueError for another value."""
        summary = cls()
        summary.parsed, summary.warned = int(state["parsed"]), int(state["warned"])
        summary.failed_before, summary.jobs = int(state["failed_before"]), int(state["jobs"])
        summary._seconds = float(state["seconds"])
        for name in _COUNTED:
            setattr(summary, name, Counter(dict(state[name.strip("_")])))
        return summary

    def figures(self) -> dict[str, Any]:
        """All of it as JSON values; times in seconds."""
        return {
            "found": self.found,
            "parsed": self.parsed,
            "skipped": dict(sorted(self.skipped.items())),
            "failed": dict(sorted(self.failed.items())),
            "failed_before": self.failed_before,
            "warned": self.warned,
            "jobs": self.jobs,
            "seconds": round(self.seconds, 3),
            "documents_per_second": round(self.rate(), 1),
            "p50": round(self.percentile(0.5), 4),
            "p99": round(self.percentile(0.99), 4),
            "diagnostics": dict(self.diagnostics.most_common(COMMONEST)),
            "unknown_labels": dict(self.labels.most_common(COMMONEST)),
            "stopped": self.stopped,
        }
