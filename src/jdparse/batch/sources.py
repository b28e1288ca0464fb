"""The files of a batch: named, found in folders and by patterns, or listed. Found one by one, in a fixed order."""

import glob
import os
import select
import zlib
from collections.abc import Iterator, Sequence
from typing import IO, Final, NamedTuple

from jdparse.batch.selection import Selection, is_hidden
from jdparse.errors import UnreadableInput, UsageError

ANY: Final = Selection()
"""What is taken when nobody says anything about it."""


class Source(NamedTuple):
    """A file of a batch."""

    path: str
    place: str
    """Where its record belongs below the output: a relative path, without the suffix of the record."""
    error: UnreadableInput | None = None
    """Why nothing can be found there: a folder that cannot be listed."""
    supported: bool = True
    """False for a file that stands in a folder and is of another kind, as its suffix says."""


Found = Iterator[Source | None]
"""The sources; None says that there is none yet."""


def find(
    sources: Sequence[str],
    selection: Selection = ANY,
    *,
    files_from: str | None = None,
    null: bool = False,
    leave_out: str | None = None,
) -> Found:
    """The files that the sources stand for, each source in turn, the files of a folder sorted.

    A source is a file, a folder or, where there is neither, a pattern of the shell. `files_from` names a file with
    one path a line (`-` is standard input), ended by NUL when `null`. `leave_out` is a folder that is not looked into:
    that of the output. Hidden files and `~$` files of folders are passed over, and links to folders are not followed.

    Places are relative to a single folder; otherwise each is the path as it was named, without `..` and first `/`.
    Raises UsageError for a list that cannot be read.
    """
    left_out = leave_out and os.path.realpath(leave_out)
    if len(sources) == 1 and files_from is None and os.path.isdir(sources[0]):
        yield from _folder(sources[0], "", selection, left_out)
        return
    for source in sources:
        yield from _source(source, selection, left_out)
    if files_from is not None:
        for path in _listed(files_from, b"\0" if null else b"\n"):
            if path is None:
                yield None
            elif os.path.isdir(path):
                yield from _folder(path, place(path), selection, left_out)
            elif selection.fits(path):
                yield Source(path, place(path))


class Part(NamedTuple):
    """One of several parts of a batch, which are done by runs of their own."""

    number: int
    """From 1."""
    parts: int

    def __str__(self) -> str:
        """`03-of-16`: sorts as the parts do."""
        return f"{self.number:0{len(str(self.parts))}}-of-{self.parts}"

    def has(self, place: str) -> bool:
        """Whether the document at a place is in this part."""
        return part_of(place, self.parts) == self.number


def part_of(place: str, parts: int) -> int:
    """The number of the part that has the document at a place. The place alone says so, and no other document."""
    return zlib.crc32(os.fsencode(place)) % parts + 1


def of_part(found: Found, part: Part) -> Found:
    """The sources of one part."""
    for source in found:
        if source is None or part.has(source.place):
            yield source


def named_for(path: str, part: Part | None) -> str:
    """The path of a part's own output: `x-03-of-16.jsonl` for `x.jsonl`."""
    stem, suffix = os.path.splitext(path)
    return f"{stem}-{part}{suffix}" if part else path


def is_pattern(source: str) -> bool:
    """Whether a source is a pattern and no file that is called like one."""
    return glob.has_magic(source) and not os.path.lexists(source)


def place(path: str) -> str:
    """A path as one below the output: without drive, first `/`, and `..` that lead out of the current folder."""
    path = os.path.normpath(path)
    if os.path.isabs(path) or path.split(os.sep, 1)[0] == os.pardir:
        path = os.path.abspath(path)
    drive, rest = os.path.splitdrive(path)
    rest = rest.lstrip(os.sep)
    return os.path.join(drive.replace(":", ""), rest) if drive else "" if rest == os.curdir else rest


def _source(source: str, selection: Selection, left_out: str | None) -> Found:
    if os.path.isdir(source):
        yield from _folder(source, place(source), selection, left_out)
    elif is_pattern(source):
        for path in sorted(glob.iglob(source, recursive=True)):
            if is_hidden(os.path.basename(path)):
                continue
            if not os.path.isdir(path):
                if selection.fits(path):
                    yield Source(path, place(path), supported=selection.reads(path))
            elif "**" not in source:  # which gives what is in the folders by itself
                yield from _folder(path, place(path), selection, left_out)
    else:
        yield Source(source, place(source))


def _folder(root: str, prefix: str, selection: Selection, left_out: str | None) -> Found:
    """The files below a folder, in the order of their paths. One folder's names are held at a time, and its parents'."""
    above, before = os.path.join(root, ""), os.path.join(prefix, "")
    waiting = [("", _names(root))]
    while waiting:
        inside, names = waiting[-1]
        name = next(names, None)
        if name is None:
            waiting.pop()
            continue
        if isinstance(name, UnreadableInput):
            yield Source(above + inside, before + inside, name)
            continue
        below = inside + name
        path = above + below
        if not name.endswith("/"):
            if selection.fits(below):
                yield Source(path, before + below, None, selection.reads(below))
        elif selection.enters(below[:-1]) and (left_out is None or os.path.realpath(path) != left_out):
            waiting.append((below, _names(path)))


def _names(folder: str) -> Iterator[str | UnreadableInput]:
    """The sorted names of the files and, with `/` at the end, folders in a folder; or why it cannot be listed."""
    names: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_hidden(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    names.append(entry.name + "/")
                    continue
                try:
                    if entry.is_file():  # no pipe, no link to a folder
                        names.append(entry.name)
                except OSError:  # a link that leads in a circle
                    continue
    except OSError:
        yield UnreadableInput("the folder cannot be listed")
    names.sort(reverse=True)
    while names:
        yield names.pop()


def _listed(name: str, end: bytes) -> Iterator[str | None]:
    """The paths of a list; of standard input None when there is none yet, so that nobody waits for its writer."""
    import sys

    try:
        # Unbuffered, as `select` knows nothing of what a buffer holds.
        file: IO[bytes] = (
            open(sys.stdin.fileno(), "rb", buffering=0, closefd=False)  # noqa: SIM115
            if name == "-"
            else open(name, "rb", buffering=0)  # noqa: SIM115
        )
    except (OSError, ValueError, AttributeError) as error:
        raise UsageError("{file}: cannot be read", file=name) from error
    with file:
        rest = b""
        while True:
            if name == "-" and not _has_data(file):
                yield None
                continue
            try:
                block = file.read(1 << 16)
            except OSError as error:
                raise UsageError("{file}: cannot be read", file=name) from error
            if not block:
                break
            *lines, rest = (rest + block).split(end)
            yield from filter(None, (_path(line, end) for line in lines))
        if path := _path(rest, end):
            yield path


def _path(line: bytes, end: bytes) -> str:
    return os.fsdecode(line.removesuffix(b"\r") if end == b"\n" else line)


def _has_data(file: IO[bytes]) -> bool:
    try:
        return bool(select.select([file], [], [], 0)[0])
    except OSError:  # Windows knows this of sockets only
        return True
