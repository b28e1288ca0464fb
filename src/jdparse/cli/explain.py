"""`jdparse explain`: what a diagnostic means."""

import sys
from collections.abc import Iterable
from difflib import get_close_matches
from gettext import gettext as _
from itertools import groupby

import click

from jdparse.cli import output, parameters
from jdparse.cli.language import chinese
from jdparse.cli.layout import Command, fill
from jdparse.diagnostics import DIAGNOSTICS, FAMILIES, Kind, find
from jdparse.report.words import level


def command() -> Command:
    """The command, its texts in the language that is set."""
    return Command(
        "explain",
        callback=run,
        params=[
            click.Argument(
                ["diagnostic"],
                required=False,
                metavar=_("[CODE|NAME]"),
                help=_("Its code or its name, such as JD204 or numbering-gap. Without one all are listed."),
            ),
            parameters.language(),
        ],
        help=_("Explain a diagnostic."),
        short_help=_("Explain a diagnostic."),
        options_metavar=_("[OPTIONS]"),
    )


def run(diagnostic: str | None) -> None:
    """Print the explanation of one diagnostic, or the list of all. Raises click.UsageError for an unknown one."""
    if diagnostic is None:
        _write_list()
    elif kind := find(diagnostic):
        output.write(_page(kind).encode())
    else:
        raise click.UsageError(_unknown(diagnostic))


def _write_list() -> None:
    families = [
        (FAMILIES[family][chinese()], [(kind, _message(kind)) for kind in kinds])
        for family, kinds in groupby(DIAGNOSTICS.values(), key=lambda kind: kind.code[:3])
    ]
    if output.takes_colours(sys.stdout):
        from jdparse.cli import terminal

        terminal.write_kinds(families, sys.stdout)
    else:
        output.write("\n".join(_lines(title, (kind for kind, _message in kinds)) for title, kinds in families).encode())


def _lines(title: str, kinds: Iterable[Kind]) -> str:
    width = max(map(len, DIAGNOSTICS))
    rows = [f"  {kind.code}  {kind.name:{width}}  {level(kind.level)}" for kind in kinds]
    return "".join(line + "\n" for line in [title, *rows])


def _message(kind: Kind) -> str:
    """The message of a kind, with an ellipsis for what depends on the document."""
    blanks = dict.fromkeys(kind.fields, "…")
    return kind.render_zh(blanks) if chinese() else kind.render(blanks)


def _page(kind: Kind) -> str:
    explanation = kind.explanation_zh if chinese() else kind.explanation
    head = f"{kind.code} {kind.name} ({level(kind.level)})"
    return "\n".join([head, "", *fill(_message(kind), 78), "", *fill(explanation, 78)]) + "\n"


def _unknown(text: str) -> str:
    names = {name.lower(): name for kind in DIAGNOSTICS.values() for name in (kind.code, kind.name)}
    near = get_close_matches(text.lower(), names, n=1)
    if near:
        return _("There is no diagnostic '{name}'; did you mean '{near}'?").format(name=text, near=names[near[0]])
    return _("There is no diagnostic '{name}'; 'jdparse explain' lists them.").format(name=text)
