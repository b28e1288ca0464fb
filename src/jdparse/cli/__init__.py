"""The command line. `main` runs one; `jdparse.__main__` is the process."""

import os
import sys
from collections.abc import Sequence
from gettext import gettext as _

import click

from jdparse.cli import output
from jdparse.cli.exits import ExitCode
from jdparse.cli.language import choose, speaking
from jdparse.errors import JdparseError


def main(args: Sequence[str] | None = None) -> int:
    """Run one command line, by default that of the process, and return its exit code.

    Whatever happens is told in one line on standard error. With `JDPARSE_DEBUG=1` a bug shows its traceback too.
    """
    arguments = list(sys.argv[1:] if args is None else args)
    output.prepare()
    with speaking(choose(arguments, os.environ)):
        try:
            code = _run(arguments)
            output.flush()
            return code
        except Exception as error:
            return _report(error)
        except KeyboardInterrupt:
            return ExitCode.INTERRUPTED


def _run(args: list[str]) -> int:
    from jdparse.cli.program import build

    program = build()
    if completion := os.environ.get("_JDPARSE_COMPLETE"):
        from click.shell_completion import shell_complete

        return shell_complete(program, {}, "jdparse", "_JDPARSE_COMPLETE", completion)
    try:
        with program.make_context("jdparse", args) as context:
            return program.invoke(context) or ExitCode.FINE
    except click.exceptions.Exit as done:
        return done.exit_code


def _report(error: Exception) -> int:
    """Tell what went wrong; returns the exit code for it."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            output.complain(error.format_message())
            return ExitCode.USAGE
        case click.UsageError():
            output.complain(f"jdparse: {_usage(error)}")
            return ExitCode.USAGE
        case BrokenPipeError():
            output.abandon()
            return ExitCode.CLOSED_PIPE
        case _:
            from jdparse.cli.failures import told

            if isinstance(error, OSError):
                output.abandon()
            elif _code(error) == ExitCode.BUG and os.environ.get("JDPARSE_DEBUG") == "1":
                import traceback

                output.complain("".join(traceback.format_exception(error)).rstrip())
            output.complain(f"jdparse: {told(error)}")
            return _code(error)


def _usage(error: click.UsageError) -> str:
    """Click's message with the place where help is, on one line."""
    command = error.ctx.command_path if error.ctx else "jdparse"
    message = output.printable(" ".join(error.format_message().split())).rstrip(".。")
    return _("{message} (see '{command} --help')").format(message=message, command=command)


def _code(error: Exception) -> int:
    from jdparse.cli.inputs import InputError

    if isinstance(error, InputError):
        error = error.error
    if isinstance(error, JdparseError):
        return error.exit_code
    return ExitCode.UNREADABLE if isinstance(error, OSError) else ExitCode.BUG
