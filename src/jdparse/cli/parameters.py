"""Options and arguments that several commands share, each built in the language that is set."""

from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from jdparse.cli.language import LANGUAGES

FILE = click.Path(readable=False, allow_dash=True, path_type=Path)
"""A path that click does not look at: what is wrong with a file is said in one way, with its own exit code."""


class Url(str):
    """A URL as the user named it; a Path would take the second slash from it."""

    __slots__ = ()


class Place(click.Path):
    """A file, or a URL."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str) and ":" in value:
            from jdparse.storage import is_url

            if is_url(value):
                return Url(value)
        return super().convert(value, param, ctx)


PLACE = Place(readable=False, allow_dash=True, path_type=Path)
"""As `FILE`, or a `Url`."""


def option(*names: str, help: str, **settings: Any) -> click.Option:  # noqa: A002 (click's own name)
    """A click option."""
    return click.Option(names, help=help, **settings)


def source() -> click.Argument:
    """SRC, one input."""
    return click.Argument(["src"], type=FILE, metavar=_("SRC"), help=_("The file to read; - is standard input."))


def encoding() -> click.Option:
    """`--encoding`."""
    return option(
        "--encoding",
        metavar=_("NAME"),
        help=_("The encoding of a text file or page (GB18030, UTF-8, Big5 …), where it is told wrongly."),
    )


def input_format() -> click.Option:
    """`--input-format`."""
    from jdparse.loaders import FORMATS

    return option(
        "--input-format", type=click.Choice(FORMATS), help=_("The format of the input, where it is told wrongly.")
    )


def configuration() -> list[click.Option]:
    """`--config` and `--no-config`."""
    return [
        option(
            "--config",
            type=FILE,
            metavar=_("FILE"),
            help=_(
                "The configuration file. By default the nearest jdparse.toml, or pyproject.toml with a "
                "[tool.jdparse] table, in the folder of the input or above it."
            ),
        ),
        option("--no-config", is_flag=True, help=_("Read no configuration file.")),
    ]


def language() -> click.Option:
    """`--lang`, which is looked at before click runs (see `language.choose`); here it is checked and described."""
    return option(
        "--lang",
        type=click.Choice(tuple(sorted(LANGUAGES, reverse=True))),
        envvar="JDPARSE_LANG",
        expose_value=False,
        is_eager=True,
        help=_("The language of help and messages. By default JDPARSE_LANG, or that of the locale."),
    )


def version() -> click.Option:
    """`--version`."""

    def show(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            from jdparse import __version__

            click.echo(f"jdparse {__version__}")
            ctx.exit()

    return option(
        "--version",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=show,
        help=_("Show the version and exit."),
    )
