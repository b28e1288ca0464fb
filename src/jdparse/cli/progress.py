"""What a person sees of a batch while it runs and at its end, on standard error."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from gettext import gettext as _
from typing import TYPE_CHECKING, Final

from jdparse.batch.run import Watcher
from jdparse.cli import failures, output
from jdparse.cli.inputs import InputError
from jdparse.errors import JdparseError

if TYPE_CHECKING:
    from jdparse.batch.summary import Summary
    from jdparse.batch.work import Failure

EVERY: Final = 30.0
"""Seconds between two lines where there is no terminal."""
_MOMENT: Final = 0.2
"""Seconds between two looks of the bar."""


@contextmanager
def watching(*, quiet: bool) -> Generator[Watcher]:
    """A watcher for the block: a bar on a terminal, else a line from time to time; `quiet` tells only failures."""
    if quiet:
        yield _Failures()
    elif output.takes_colours(sys.stderr):
        from jdparse.cli import bar

        with bar.shown() as (say, show):
            yield _Bar(say, show)
    else:
        yield _Lines()


class _Failures(Watcher):
    """Tells failures."""

    def failed(self, path: str, failure: "Failure") -> None:
        self._say(f"jdparse: {failures.told(InputError(path, JdparseError(failure.template, **failure.fields)))}")

    def _say(self, line: str) -> None:
        output.complain(line)


class _Lines(_Failures):
    """Tells failures, and now and then how far the run is."""

    def __init__(self) -> None:
        self._next = time.monotonic() + EVERY

    def went_on(self, summary: "Summary") -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + EVERY
            self._say("jdparse: " + counts(summary))


class _Bar(_Failures):
    """Shows how far the run is."""

    def __init__(self, say: Callable[[str], None], show: Callable[[str], None]) -> None:
        self._above = say
        self._show = show
        self._next = 0.0

    def _say(self, line: str) -> None:
        self._above(line)

    def went_on(self, summary: "Summary") -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _MOMENT
            self._show(counts(summary))


def counts(summary: "Summary") -> str:
    """How far a run is, on one line."""
    parts = [
        _("found: {number}").format(number=summary.found),
        _("parsed: {number}").format(number=summary.parsed),
        _("skipped: {number}").format(number=_by(summary.skipped)),
        _("failed: {number}").format(number=_by(summary.failed)),
    ]
    if summary.failed_before:
        parts.append(_("failed before: {number} (--retry-failed)").format(number=summary.failed_before))
    parts.append(_("a second: {number}").format(number=f"{summary.rate():.1f}"))
    return "; ".join(parts)


def told(summary: "Summary", errors: str | None) -> Iterator[str]:
    """The lines of a summary."""
    if summary.stopped == "failures":
        yield "jdparse: " + _("stopped: too many failures")
    elif summary.stopped:
        yield "jdparse: " + _("stopped; the same command goes on from here")
    yield "jdparse: " + counts(summary)
    yield "jdparse: " + _("jobs: {jobs}; seconds: {seconds}; a document: {p50} ms (p50), {p99} ms (p99)").format(
        jobs=summary.jobs,
        seconds=f"{summary.seconds:.1f}",
        p50=f"{summary.percentile(0.5) * 1000:.1f}",
        p99=f"{summary.percentile(0.99) * 1000:.1f}",
    )
    for text, counted in (
        (_("commonest diagnostics: {names}"), summary.diagnostics),
        (_("commonest unknown labels: {names}"), summary.labels),
    ):
        if counted:
            names = ", ".join(f"{name} {count}" for name, count in counted.most_common(5))
            yield "jdparse: " + output.printable(text.format(names=names))
    if errors and (summary.failures or summary.failed_before):
        yield "jdparse: " + output.printable(_("failures are listed in {path}").format(path=errors))


def _by(counted: "Counter[str]") -> str:
    """`4 (crash 1, parse 3)`."""
    names = {
        "done": _("done"),
        "unsupported": _("of another kind"),
        "repeated": _("named twice"),
        "parse": _("parse"),
        "timeout": _("timeout"),
        "crash": _("crash"),
        "memory": _("memory"),
        "io": _("reading or writing"),
    }
    parts = ", ".join(f"{names[name]} {count}" for name, count in sorted(counted.items()) if count)
    return f"{counted.total()} ({parts})" if parts else "0"
