"""The ways in which jdparse gives up, each with its exit code.

An error's text is a message template with named fields, filled when it is shown: the command line looks the template up
in its message table first, so that a Chinese user reads a Chinese line.
"""

from collections.abc import Callable
from typing import ClassVar


class JdparseError(Exception):
    """Base of all errors that jdparse raises on purpose. `str()` gives the English message."""

    exit_code: ClassVar[int] = 70

    def __init__(self, template: str, **fields: str | int) -> None:
        super().__init__(template, fields)
        self.template = template
        self.fields = fields

    def __str__(self) -> str:
        return self.template.format(**self.fields)

    def __reduce__(self) -> "tuple[Callable[..., JdparseError], tuple[type[JdparseError], str, dict[str, str | int]]]":
        """So that an error of another process arrives here as itself."""
        return _again, (type(self), self.template, self.fields)


def _again(kind: type[JdparseError], template: str, fields: dict[str, str | int]) -> JdparseError:
    return kind(template, **fields)


class UsageError(JdparseError):
    """The caller asked for something that cannot be: a bad option, a bad configuration file."""

    exit_code = 2


class UnreadableInput(JdparseError):
    """The input cannot be read as a document: missing, binary, in an encoding that cannot be told."""

    exit_code = 3


class LimitExceeded(JdparseError):
    """The input is over a limit that keeps a hostile or mistaken file from exhausting the machine."""

    exit_code = 4


class NoJobFound(JdparseError):
    """The document was read, and holds no job description."""

    exit_code = 5


class OutputError(JdparseError):
    """The output cannot be written: a folder is missing, a right is, or the disk is full."""

    exit_code = 3


class DocumentLost(JdparseError):
    """A document of a batch whose worker did not come back from it: it crashed, hung, or ran out of memory."""

    exit_code = 3


class PoolFailed(JdparseError):
    """The workers of a batch cannot be started."""

    exit_code = 3
