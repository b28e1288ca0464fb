"""A record as text, and text into a file that is either whole or untouched.

The same record gives the same bytes on every machine: keys in the order of the models, Chinese as it is, line feeds at
the ends of lines, nothing that depends on the locale.
"""

import errno
import os
import re
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jdparse.errors import OutputError

if TYPE_CHECKING:
    import yaml

    from jdparse.records import File

# What some reader of YAML takes for something other than a string. The revisions differ (the core schema of 1.2.2,
# chapter 10.3, against the type repository of 1.1), and readers add forms of their own (Ruby reads `1,000` as a
# number), so that this says "begins like a number and has nothing else in it" rather than listing the forms of each.
_OTHER_TYPE = re.compile(
    r"[-+]?[.]?[0-9_][0-9a-zA-Z_.,:+-]*"  # 10, 0x1F, 0o17, 1e3, .5, 1:30, 2024-01-31T08:00:00Z
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt\t ].*"  # a timestamp with blanks
    r"|[-+]?\.(?:inf|nan)"
    r"|y|n|yes|no|on|off|true|false|null|~|=|<<|",
    re.IGNORECASE,
)
# Outside double quotes a reader of YAML 1.1 takes NEL, LS and PS for line breaks and one of 1.2 does not; libyaml
# escapes characters beyond the basic plane and the emitter in Python does not. In double quotes all of them agree.
_ESCAPED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff\U00010000-\U0010ffff]")


def to_json(record: "File") -> str:
    """The record as JSON, indented by two spaces, Chinese as it is, with a newline at the end."""
    return record.model_dump_json(indent=2) + "\n"


def to_jsonl(record: "File") -> str:
    """The record as one line of JSON, with a newline at the end.

    It is one line by every reading of "line": U+0085, U+2028 and U+2029, at which some readers split, are escaped.
    """
    text = record.model_dump_json()
    for separator, escape in (("\x85", "\\u0085"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(separator, escape)
    return text + "\n"


def to_yaml(record: "File") -> str:
    """The record as block YAML, which readers of YAML 1.1 and of 1.2 take for the same data.

    No line is folded. Characters beyond the basic plane (rare Han characters, emoji) are written as escapes.
    """
    return yaml_text(record.model_dump(mode="json"))


def yaml_text(data: object, *, compiled: bool = True) -> str:
    """Data of JSON's types as block YAML, in the way of `to_yaml`.

    With `compiled` libyaml writes it, where PyYAML was built with it; otherwise the emitter in Python, which is five
    times slower and gives the same bytes.
    """
    import yaml

    return yaml.dump(data, Dumper=_dumper(compiled), allow_unicode=True, sort_keys=False, width=2**31 - 1)


@cache
def _dumper(compiled: bool) -> "type[yaml.SafeDumper]":
    import yaml

    base = getattr(yaml, "CSafeDumper", yaml.SafeDumper) if compiled else yaml.SafeDumper
    dumper = cast("type[yaml.SafeDumper]", type("RecordDumper", (base,), {"ignore_aliases": _written_out}))
    dumper.add_representer(str, _represent_text)
    return dumper


def _written_out(_dumper: "yaml.SafeDumper", _data: object) -> bool:
    """An object that occurs twice is written twice: YAML's anchors would hide what JSON shows."""
    return True


def _represent_text(_dumper: "yaml.SafeDumper", text: str) -> "yaml.ScalarNode":
    """The text with the quotes that it needs; the emitter adds those that YAML's syntax asks for."""
    import yaml

    style = None
    if _ESCAPED.search(text):
        style = '"'
    elif "\n" in text:
        # Shown as lines where no line is empty and no blank at either end of one could be lost.
        style = "|" if all(line and line == line.strip() for line in text.split("\n")) else '"'
    elif _OTHER_TYPE.fullmatch(text):
        style = "'"
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


def write(content: str | bytes, path: Path) -> None:
    """Write a file as a whole: a text (in UTF-8) or bytes.

    A new temporary file in the same folder takes the place of the old one only when it is complete, so that an
    interruption leaves what was there before. A link stays, and the file that it leads to is replaced; its permissions
    stay. What is not a file (a pipe, a terminal, `/dev/null`, `/dev/stdout`) is written to directly.

    Raises OutputError when that cannot be done.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        _write(data, path)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise _output_error(error, path) from error


def _write(data: bytes, path: Path) -> None:
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
    _replace(data, target, None if status is None else stat.S_IMODE(status.st_mode))


def _replace(data: bytes, target: Path, mode: int | None) -> None:
    """Put a new file in the place of `target`, with the permissions `mode`, or with those that a new file has."""
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
_DESCRIPTORS = re.compile(r"/dev/fd|/proc/[0-9]+(?:/task/[0-9]+)?/fd")


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
    errno.EACCES: "cannot write {path}: permission denied",
    errno.EPERM: "cannot write {path}: permission denied",
    errno.EROFS: "cannot write {path}: the file system is read-only",
    errno.ENOSPC: "cannot write {path}: no space left on the device",
    errno.EDQUOT: "cannot write {path}: the quota of disk space is used up",
}


def _output_error(error: OSError | ValueError, path: Path) -> OutputError:
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
