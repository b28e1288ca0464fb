"""`jdparse validate`: records are checked against the model, other files by parsing them."""

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from jdparse.cli import findings, inputs, output, parameters
from jdparse.cli.exits import ExitCode
from jdparse.cli.failures import told
from jdparse.cli.findings import Finding
from jdparse.cli.layout import Command
from jdparse.cli.targets import SUFFIXES


def command() -> Command:
    """The command, its texts in the language that is set."""
    summary = _("Check records against the model, and other files by parsing them.")
    return Command(
        "validate",
        callback=run,
        params=[
            click.Argument(
                ["paths"],
                nargs=-1,
                required=True,
                type=parameters.FILE,
                metavar=_("PATH..."),
                help=_("Records (.json, .jsonl, .yaml, .yml) and job descriptions (any other file)."),
            ),
            parameters.language(),
        ],
        help=summary,
        short_help=summary,
        options_metavar=_("[OPTIONS]"),
    )


def run(paths: tuple[Path, ...]) -> int:
    """Check each file and print a line for each finding; returns 1 when there are any.

    A file that cannot be read or parsed, be it by a bug, is told on standard error and counts as a finding.
    Raises UsageError for a wrong configuration file.
    """
    found = False
    for path in paths:
        try:
            with inputs.naming(path):
                here = list(_check(path))
        except inputs.InputError as error:
            found = True
            output.complain(f"jdparse: {told(error)}")
            continue
        found = found or bool(here)
        findings.write(here)
    return ExitCode.FINDINGS if found else ExitCode.FINE


def _check(path: Path) -> Iterator[Finding]:
    if path.suffix.lower() in SUFFIXES:
        from jdparse.cli import records

        for place, message in records.check(inputs.read(path), path.suffix.lower()):
            yield Finding(output.printable(inputs.shown(path) + place), output.printable(message))
    else:
        options = inputs.options(inputs.configuration(path))
        yield from findings.of(path, inputs.parse(path, options).record.diagnostics)
