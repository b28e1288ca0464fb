"""The program as click sees it: commands that are imported when used, and `parse` where no command is named."""

from collections.abc import Iterable
from gettext import gettext as _
from importlib import import_module

import click

from jdparse.cli import parameters
from jdparse.cli.exits import meanings
from jdparse.cli.layout import Command, Context, columns

COMMANDS = ("parse", "text", "labels", "validate", "schema", "explain")
"""Each is a module of `jdparse.cli` whose `command()` builds the command."""
_DEFAULT = "parse"


class Program(click.Group):
    """The group of commands."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: Command = import_module(f"jdparse.cli.{cmd_name}").command()
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        place = _command_place(args)
        if place is not None and args[place] not in COMMANDS:
            args = [*args[:place], _DEFAULT, *args[place:]]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        default = self._default(ctx)
        formatter.write_usage(ctx.command_path, " ".join(default.collect_usage_pieces(ctx)))
        formatter.write_usage(ctx.command_path, self.subcommand_metavar, prefix=" " * (columns(_("Usage:")) + 1))

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self._default(ctx).format_arguments(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        own = [parameter for parameter in self._default(ctx).params if isinstance(parameter, click.Option)]
        names = {parameter.name for parameter in own}
        with formatter.section(_("Options")):
            formatter.write_dl(_records(ctx, own + [p for p in self.get_params(ctx) if p.name not in names]))
        self.format_commands(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Exit codes")):
            formatter.write_dl(meanings())

    def _default(self, ctx: click.Context) -> click.Command:
        command = self.get_command(ctx, _DEFAULT)
        assert command is not None
        return command


def _records(ctx: click.Context, parameters: Iterable[click.Parameter]) -> list[tuple[str, str]]:
    return [record for parameter in parameters if (record := parameter.get_help_record(ctx)) is not None]


def _command_place(args: list[str]) -> int | None:
    """The index of the first argument that is not an option of the program itself, where there is one."""
    place = 0
    while place < len(args):
        name, equals, _value = args[place].partition("=")
        if name in {"-h", "--help", "--version"}:
            return None
        if name != "--lang":
            return place
        place += 1 if equals else 2
    return None


def build() -> Program:
    """The program, its texts in the language that is set."""
    return Program(
        "jdparse",
        help=_(
            "Read a Chinese job description (a Word form, a text file, a saved page) and write it as a validated "
            "record."
        ),
        params=[parameters.language(), parameters.version()],
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
