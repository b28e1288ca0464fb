"""The standard streams: bytes on standard output whatever the locale, lines that never fail on standard error."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, TextIO

from jdparse.patterns import deferred

STDOUT: Final = Path("-")
_CONTROL = deferred("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def prepare() -> None:
    """Make standard output UTF-8 with `\\n`, and standard error able to show any text."""
    # A program that was started without streams has None in their place.
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if reconfigure := getattr(sys.stderr, "reconfigure", None):
        reconfigure(errors="backslashreplace")


def write(data: bytes) -> None:
    """Write bytes to standard output. Raises OSError when that fails."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except AttributeError:  # there is no standard output
        raise OSError(errno.EBADF, os.strerror(errno.EBADF)) from None


def printable(text: str) -> str:
    """A text for one line of a terminal: control characters, which could steer it, become U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


def takes_colours(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal, with colours neither refused (https://no-color.org) nor unknown to it."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") in {"dumb", "unknown"}:
        return False
    return stream is not None and stream.isatty()


def complain(line: str) -> None:
    """Write a line to standard error; when that is closed there is nobody to tell."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(line + "\n")
        sys.stderr.flush()


def abandon() -> None:
    """Point standard output at nothing, so that the interpreter's last flush does not fail on a closed pipe."""
    with suppress(OSError, AttributeError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def flush() -> None:
    """Pass on what is left of standard output, so that a failure is told by us and not by the interpreter."""
    if sys.stdout is not None:
        sys.stdout.flush()
