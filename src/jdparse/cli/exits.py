"""What the exit code says."""

from enum import IntEnum
from gettext import gettext as _


class ExitCode(IntEnum):
    """The exit codes of every command. 70 is EX_SOFTWARE of sysexits.h; 128 + n is a shell's word for signal n."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    LIMIT = 4
    NO_JOB = 5
    BUG = 70
    INTERRUPTED = 130
    CLOSED_PIPE = 141
    TERMINATED = 143


def meanings() -> list[tuple[str, str]]:
    """Each exit code with what it means, in the language that is set."""
    texts = {
        ExitCode.FINE: _("fine"),
        ExitCode.FINDINGS: _("validate: there are findings; several files: some failed"),
        ExitCode.USAGE: _("wrong use, a wrong configuration file, or no file was found"),
        ExitCode.UNREADABLE: _("the input cannot be read, or the output cannot be written"),
        ExitCode.LIMIT: _("the input is over a limit"),
        ExitCode.NO_JOB: _("no job description was found"),
        ExitCode.BUG: _("a bug in jdparse"),
        ExitCode.INTERRUPTED: _("interrupted (Ctrl-C)"),
        ExitCode.CLOSED_PIPE: _("the reader of the output closed it"),
        ExitCode.TERMINATED: _("terminated"),
    }
    return [(str(code.value), texts[code]) for code in ExitCode]
