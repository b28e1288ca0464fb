"""`jdparse explain`: what a diagnostic means."""

from difflib import get_close_matches
from gettext import gettext as _

import click

from jdparse.cli import output, parameters
from jdparse.cli.findings import level
from jdparse.cli.language import chinese
from jdparse.cli.layout import Command, fill
from jdparse.diagnostics import DIAGNOSTICS, FAMILIES, Kind, find


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
        output.write(_listing().encode())
    elif kind := find(diagnostic):
        output.write(_page(kind).encode())
    else:
        raise click.UsageError(_unknown(diagnostic))


def _listing() -> str:
    lines: list[str] = []
    family = ""
    width = max(map(len, DIAGNOSTICS))
    for kind in DIAGNOSTICS.values():
        if not kind.code.startswith(family) or not family:
            family = kind.code[:3]
            lines += [*([""] if lines else []), FAMILIES[family][chinese()]]
        lines.append(f"  {kind.code}  {kind.name:{width}}  {level(kind.level)}")
    return "\n".join(lines) + "\n"


def _page(kind: Kind) -> str:
    blanks = dict.fromkeys(kind.fields, "…")
    message, explanation = (
        (kind.render_zh(blanks), kind.explanation_zh) if chinese() else (kind.render(blanks), kind.explanation)
    )
    head = f"{kind.code} {kind.name} ({level(kind.level)})"
    return "\n".join([head, "", *fill(message, 78), "", *fill(explanation, 78)]) + "\n"


def _unknown(text: str) -> str:
    names = {name.lower(): name for kind in DIAGNOSTICS.values() for name in (kind.code, kind.name)}
    near = get_close_matches(text.lower(), names, n=1)
    if near:
        return _("There is no diagnostic '{name}'; did you mean '{near}'?").format(name=text, near=names[near[0]])
    return _("There is no diagnostic '{name}'; 'jdparse explain' lists them.").format(name=text)
