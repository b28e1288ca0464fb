"""The bytes of an input: a file or standard input, with a limit on its size."""

import errno
import os
import stat
import sys

from jdparse.errors import LimitExceeded, UnreadableInput

LIMIT_BYTES = 64 * 2**20
"""The largest input: some thousand times the largest real one that was seen."""

_OVER_LIMIT = "the file has {size} bytes, more than the limit of {limit}"

_REASONS = {
    errno.ENOENT: "no such file or folder",
    errno.ENOTDIR: "no such file or folder",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EISDIR: "it is a folder, not a file",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "too many links point at one another",
}


def read(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file; `-` is standard input.

    A file over `LIMIT_BYTES` is not read at all, and of standard input no more than that is. The messages do not name
    the file: the caller does.

    Raises UnreadableInput for what is missing, forbidden, or no regular file, and LimitExceeded.
    """
    try:
        return _standard_input() if os.fspath(path) == "-" else _file(path)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0)
        if reason:
            raise UnreadableInput(reason) from error
        code = errno.errorcode.get(error.errno or 0, str(error.errno))
        raise UnreadableInput("it cannot be read (system error {code})", code=code) from error
    except ValueError as error:  # a NUL in the name, or standard input that was closed
        raise UnreadableInput("no such file or folder") from error


def check_size(size: int) -> None:
    """Raises LimitExceeded for more bytes than `LIMIT_BYTES`."""
    if size > LIMIT_BYTES:
        raise LimitExceeded(_OVER_LIMIT, size=size, limit=LIMIT_BYTES)


def _file(path: str | os.PathLike[str]) -> bytes:
    # Before it is opened: opening a pipe waits for its writer, and opening a device can act on it.
    status = os.stat(path)  # noqa: PTH116 (takes a str as it is)
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableInput(_REASONS[errno.EISDIR])
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableInput("it is not a regular file")
    check_size(status.st_size)
    with open(path, "rb") as file:  # noqa: PTH123
        # A read of the limit would clear a buffer of that size for each file.
        data = file.read(status.st_size + 1)
        if len(data) > status.st_size:  # it has grown
            data += file.read(LIMIT_BYTES + 1 - len(data))
    check_size(len(data))
    return data


def _standard_input() -> bytes:
    # None where a program without a console was started; the type stubs do not know.
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise UnreadableInput("there is no standard input")
    data: bytes = stream.read(LIMIT_BYTES + 1)
    if len(data) > LIMIT_BYTES:
        raise LimitExceeded("standard input has more bytes than the limit of {limit}", limit=LIMIT_BYTES)
    return data
