"""Diagnostics as lines for people: `file:line: warning JD204 numbering-gap: message`."""

import re
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from jdparse.cli.inputs import shown
from jdparse.cli.language import chinese
from jdparse.cli.output import printable
from jdparse.diagnostics import DIAGNOSTICS, Kind

if TYPE_CHECKING:
    from jdparse.records import Diagnostic


def level(name: str) -> str:
    """A level's name in the language that is set."""
    return {"error": _("error"), "warning": _("warning"), "info": _("info")}[name]


def lines(path: Path, diagnostics: Iterable["Diagnostic"]) -> Iterator[str]:
    """A line for each diagnostic of a file that is an error or a warning, in their order."""
    for diagnostic in diagnostics:
        if diagnostic.level != "info":
            place = shown(path) if diagnostic.line is None else f"{shown(path)}:{diagnostic.line}"
            what = f"{level(diagnostic.level)} {diagnostic.code} {diagnostic.name}"
            yield printable(f"{place}: {what}: {_message(diagnostic)}")


def _message(diagnostic: "Diagnostic") -> str:
    """The message, on one line; in Chinese it is put together anew from the parts of the English one."""
    message = diagnostic.message
    kind = DIAGNOSTICS.get(diagnostic.name)
    if chinese() and kind and (found := _pattern(kind).fullmatch(message)):
        message = kind.render_zh(found.groupdict())
    return " ".join(message.split())


def _pattern(kind: Kind) -> re.Pattern[str]:
    """What the English messages of a kind look like, with a group for each parameter."""
    parts = [
        re.escape(text) + (f"(?P<{field}>.*?)" if field else "")
        for text, field, _spec, _conversion in Formatter().parse(kind.message)
    ]
    return re.compile("".join(parts), re.DOTALL)
