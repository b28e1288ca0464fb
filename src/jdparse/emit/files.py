"""A text into a file that is either whole or untouched."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from jdparse.errors import OutputError
from jdparse.patterns import deferred


def write(content: str | bytes, path: Path, *, alone: bool = False) -> None:
    """Write a file as a whole: a text (in UTF-8) or bytes.

    A new temporary file in the same folder takes the place of the old one only when it is complete, so that an
    interruption leaves what was there before. A link stays, and the file that it leads to is replaced; its permissions
    stay. What is not a file (a pipe, a terminal, `/dev/null`, `/dev/stdout`) is written to directly.

    A process that is killed leaves the temporary file. Where the caller is `alone` in writing to this path, the next
    `write` to it takes that away.

    Raises OutputError when that cannot be done.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        _write(data, path, alone)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise output_error(error, path) from error


def _write(data: bytes, path: Path, alone: bool) -> None:
    descriptor = _own_descriptor(path)
    if descriptor is not None:
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.write(data)
        return
    try:
        status = path.stat()
    except FileNotFoundError:
        status = None
    if status is not None and not stat.S_ISREG(status.st_mode):
        with path.open("wb") as file:
            file.write(data)
        return
    target = Path(os.path.realpath(path))
    if status is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    _replace(data, target, None if status is None else stat.S_IMODE(status.st_mode), alone)


def _replace(data: bytes, target: Path, mode: int | None, alone: bool) -> None:
    """Put a new file in the place of `target`, with the permissions `mode`, or with those that a new file has."""
    if alone:
        import hashlib

        name = hashlib.blake2b(os.fsencode(target.name), digest_size=8).hexdigest()
        temporary = target.with_name(f".jdparse-{name}.tmp")
        with suppress(FileNotFoundError):
            temporary.unlink()
    else:
        temporary = target.with_name(f".jdparse-{os.urandom(8).hex()}.tmp")
    # A file that others may not read must not be readable under another name meanwhile.
    permissions = 0o666 if mode is None else 0o600
    try:
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, permissions)) as file:
            if mode is not None:
                temporary.chmod(mode)
            file.write(data)
        temporary.replace(target)
    except BaseException:  # an interruption from the keyboard too
        with suppress(OSError):
            temporary.unlink()
        raise


# `/dev/stdout` leads to `/proc/self/fd/1`: a link to whatever the descriptor is open on. Where that is a file,
# replacing it would take it away from under the shell that opened it, and opening it anew would overwrite what it
# holds already.
_DESCRIPTORS = deferred(r"/dev/fd|/proc/[0-9]+(?:/task/[0-9]+)?/fd")


def _own_descriptor(path: Path) -> int | None:
    """The number of this process's descriptor that the path names, or None when it names none."""
    for _ in range(40):  # Linux follows no more links than that (path_resolution(7))
        folder = os.path.realpath(path.parent)
        if _DESCRIPTORS.fullmatch(folder) and path.name.isdecimal():
            own = folder == "/dev/fd" or f"/{os.getpid()}/" in folder
            return int(path.name) if own else None
        try:
            path = path.parent / path.readlink()
        except OSError:
            return None
    return None


_REASONS = {
    errno.ENOENT: "cannot write {path}: there is no such folder",
    errno.ENOTDIR: "cannot write {path}: there is no such folder",
    errno.EISDIR: "cannot write {path}: it is a folder",
    errno.EEXIST: "cannot write {path}: it is a file where a folder belongs",
    errno.EACCES: "cannot write {path}: permission denied",
    errno.EPERM: "cannot write {path}: permission denied",
    errno.EROFS: "cannot write {path}: the file system is read-only",
    errno.ENOSPC: "cannot write {path}: no space left on the device",
    errno.EDQUOT: "cannot write {path}: the quota of disk space is used up",
}


def output_error(error: OSError | ValueError, path: str | os.PathLike[str]) -> OutputError:
    """The error for a file that cannot be written, in our own words where there are some."""
    shown = str(path)
    if not shown.isprintable():
        shown = ascii(shown)
    if isinstance(error, OSError):
        if error.errno in _REASONS:
            return OutputError(_REASONS[error.errno], path=shown)
        return OutputError("cannot write {path}: {reason}", path=shown, reason=error.strerror or type(error).__name__)
    return OutputError("cannot write {path}: {reason}", path=shown, reason=str(error))


def same_file(a: Path, b: Path) -> bool:
    """Whether both paths lead to one file, by links too. Of files that are not there, whether they would be one."""
    try:
        return a.samefile(b)
    except (OSError, ValueError):
        return os.path.realpath(a) == os.path.realpath(b)
