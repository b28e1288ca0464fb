"""Failures in words: one line for each, wholly in the language that is set."""

import errno
import os
import traceback
from gettext import gettext as _
from pathlib import Path

from jdparse.cli.inputs import InputError, shown
from jdparse.cli.output import printable
from jdparse.errors import JdparseError


def told(error: Exception) -> str:
    """The line for an error, without the program's name; whatever is no error on purpose is called a bug."""
    return printable(_text(error))


def _text(error: Exception) -> str:
    match error:
        case InputError(path=path, error=JdparseError() as cause):
            text = _message(cause, shown(path))
            return text if "{name}" in cause.template else f"{shown(path)}: {text}"
        case InputError(path=path, error=cause):
            return f"{shown(path)}: {_reason(cause.errno) if isinstance(cause, OSError) else _bug(cause)}"
        case JdparseError():
            return _message(error)
        case OSError():
            # One without a file is of standard output: the commands name the others.
            name = _("standard output") if error.filename is None else shown(Path(os.fsdecode(error.filename)))
            return f"{name}: {_reason(error.errno)}"
        case _:
            return _bug(error)


def _message(error: JdparseError, name: str = "-") -> str:
    """The message of an error on one line. `name` stands for the input: loaders know its name without the folders.

    What a file is instead (`a PDF document`) is a text of the catalogue too.
    """
    fields = {**error.fields, "name": name}
    if "kind" in fields:
        fields["kind"] = _(str(fields["kind"]))
    return " ".join(_(error.template).format(**fields).split())


def _reason(number: int | None) -> str:
    """Why the system refused, in words of our own: its messages come in one language only.

    Loaders and `emit` have words for their own files; what is left is mostly standard output.
    """
    match number:
        case errno.EACCES | errno.EPERM:
            return _("permission denied")
        case errno.ENOSPC | errno.EDQUOT:
            return _("no space left on the device")
        case errno.ENAMETOOLONG:
            return _("the name is too long")
        case errno.EBADF:
            return _("it is closed")
        case other:
            return _("system error {code}").format(code=errno.errorcode.get(other or 0, str(other)))


def _bug(error: Exception) -> str:
    """What a person needs to report a bug: the error and the line of code."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = " ".join(f"{type(error).__name__}: {error}".split())
    place = f"{Path(last.filename).name}:{last.lineno}"
    return _("internal error: {error} ({place}); please report it").format(error=what, place=place)
