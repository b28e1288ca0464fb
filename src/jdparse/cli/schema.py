"""`jdparse schema`."""

from gettext import gettext as _

from jdparse.cli import output, parameters
from jdparse.cli.layout import Command


def command() -> Command:
    """The command, its texts in the language that is set."""
    return Command(
        "schema",
        callback=run,
        params=[parameters.language()],
        help=_("Print the JSON Schema of a record."),
        short_help=_("Print the JSON Schema of a record."),
        options_metavar=_("[OPTIONS]"),
    )


def run() -> None:
    """Print the schema."""
    from jdparse import schema

    output.write(schema.text().encode())
