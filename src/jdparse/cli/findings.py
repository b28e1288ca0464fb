"""Findings as lines for people: `file:line: warning JD204 numbering-gap: message`."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jdparse.cli import output
from jdparse.cli.inputs import shown
from jdparse.cli.language import chinese
from jdparse.cli.output import printable
from jdparse.diagnostics import DIAGNOSTICS
from jdparse.report.words import level

if TYPE_CHECKING:
    from jdparse.records import Level
    from jdparse.validation import Data


class Finding(NamedTuple):
    """What one line says. `str()` gives the line; none of the texts can steer a terminal."""

    place: str
    """The file and, where it is known, the place in it."""
    message: str
    what: str = ""
    """The level, code and name of a diagnostic."""
    level: "Level" = "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.what}: {self.message}" if self.what else f"{self.place}: {self.message}"


def of(path: Path, diagnostics: Iterable["Data"]) -> Iterator[Finding]:
    """A finding for each diagnostic of a file that is an error or a warning, in their order."""
    for diagnostic in diagnostics:
        if diagnostic["level"] != "info":
            line = diagnostic["line"]
            place = shown(path) if line is None else f"{shown(path)}:{line}"
            what = f"{level(diagnostic['level'])} {diagnostic['code']} {diagnostic['name']}"
            yield Finding(printable(place), printable(_message(diagnostic)), printable(what), diagnostic["level"])


def complain(found: Sequence[Finding]) -> None:
    """Write a line for each to standard error; when that is closed there is nobody to tell."""
    if found and output.takes_colours(sys.stderr):
        from jdparse.cli import terminal

        with suppress(OSError):
            terminal.write_findings(found, sys.stderr)
    else:
        for finding in found:
            output.complain(str(finding))


def _message(diagnostic: "Data") -> str:
    """The message, on one line; in Chinese it is put together anew from the parts of the English one."""
    message: str = diagnostic["message"]
    kind = DIAGNOSTICS.get(diagnostic["name"])
    if chinese() and kind and (params := kind.params(message)) is not None:
        message = kind.render_zh(params)
    return " ".join(message.split())
