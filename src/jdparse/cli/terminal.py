"""What a terminal gets in place of plain lines: colours and columns, by rich.

A module of its own, so that rich is imported for a terminal only. Texts are never read as markup.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TextIO

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.table import Table
from rich.text import Text

from jdparse.cli.findings import Finding
from jdparse.cli.layout import columns, fill
from jdparse.diagnostics import DIAGNOSTICS, Kind
from jdparse.report import text as report_text
from jdparse.report.finding import Finding as Reported
from jdparse.report.words import level

_STYLES: Final = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_NARROW: Final = 72
"""Below so many columns a message stands under the name of its kind: beside it, it would have a third of them."""


def write_findings(found: Iterable[Finding], stream: TextIO) -> None:
    """Write the line of each finding, in the colour of its level. Raises OSError when that fails."""
    console = _console(stream)
    for finding in found:
        what = (f"{finding.what}: ", _STYLES[finding.level]) if finding.what else ""
        # A line that is too long is left to the terminal to break, so that it is one line when it is copied.
        console.print(Text.assemble((finding.place, "bold"), ": ", what, finding.message), soft_wrap=True)


def write_report(found: Iterable[Reported], stream: TextIO) -> None:
    """Write the text of each finding, places and carets in colour. Raises OSError when that fails."""
    console = _console(stream)
    for finding in found:
        parts = [(piece.text, _style(piece)) for piece in report_text.pieces(finding)]
        console.print(Text.assemble(*parts), soft_wrap=True, end="")


def _style(piece: report_text.Piece) -> str:
    match piece.role:
        case "place":
            return "bold"
        case "what" | "caret":
            return _STYLES[piece.level]
        case _:
            return ""


def write_kinds(families: Iterable[tuple[str, Sequence[tuple[Kind, str]]]], stream: TextIO) -> None:
    """Write a table for each family of diagnostics, with a row for each kind and its message, as wide as the terminal.

    Raises OSError when that fails.
    """
    console = _console(stream)
    for title, kinds in families:
        table = Table(
            title=Text(title), title_style="bold", title_justify="left", box=None, show_header=False, expand=True
        )
        # Set widths, so that the columns of one table stand under those of the other.
        table.add_column(width=len(kinds[0][0].code))
        table.add_column(width=max(columns(level(name)) for name in _STYLES))
        narrow = console.width < _NARROW
        if not narrow:
            table.add_column(width=max(map(len, DIAGNOSTICS)))
        table.add_column(ratio=1)
        for kind, message in kinds:
            said: list[RenderableType] = [Text(kind.name, overflow="fold"), _Filled(message)]
            table.add_row(
                kind.code, Text(level(kind.level), _STYLES[kind.level]), *([Group(*said)] if narrow else said)
            )
        console.print(table)


class _Filled(NamedTuple):
    """A text whose lines break as Chinese does (see `layout.fill`); rich itself looks for blanks."""

    text: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        yield Text("\n".join(fill(self.text, options.max_width)), overflow="fold")


def _console(stream: TextIO) -> Console:
    return Console(file=stream, markup=False, highlight=False, emoji=False)
