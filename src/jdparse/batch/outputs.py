"""Where the records of a batch go: a tree of files, one file of lines, or a stream."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, Protocol

from jdparse.batch.journal import Journal
from jdparse.batch.sources import Part, named_for
from jdparse.emit import files
from jdparse.errors import OutputError

SUFFIXES: Final = {"json": ".json", "yaml": ".yaml", "jsonl": ".jsonl"}
JOURNAL: Final = ".jdparse-journal"

Extent = tuple[int, int]

_FATAL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}
"""Errors after which no other document could be written either."""


class NotWritten(Exception):
    """One document's record cannot be written, be it for its name; those of others may be."""

    def __init__(self, error: OutputError) -> None:
        super().__init__(error)
        self.error = error


class Output(Protocol):
    """Where records go. `journal` and `errors` are paths; a stream has neither ("" and None)."""

    journal: str
    errors: str | None

    def open(self, journal: Journal) -> None:
        """Begin to write, after what the journal tells of."""
        ...

    def has(self, place: str) -> bool:
        """Whether the record that the journal tells of is there."""
        ...

    def write(self, place: str, texts: tuple[str, ...]) -> Extent:
        """Write the record of a document, as a whole or not at all; returns its extent in the one file.

        Raises NotWritten, or OutputError when nothing more can be written.
        """
        ...

    def flush(self) -> None:
        """Hand all that was written to the system."""
        ...

    def finish(self, journal: Journal) -> None:
        """Put the result where it belongs: the run came to its end."""
        ...


class Tree:
    """A folder with a file for each document, or with `split` a folder for each document and in it a file for each job.

    The name of the document is kept whole (`a/b.docx` becomes `a/b.docx.json`), so that two never get one name. The
    parts of a batch write to one tree, each with a journal and a list of failures of its own.
    """

    def __init__(self, folder: str, form: str, *, split: bool, part: Part | None = None) -> None:
        self.journal = os.path.join(folder, JOURNAL + (f"-{part}" if part else ""))
        self.errors: str | None = os.path.join(folder, named_for("errors.jsonl", part))
        self._below = os.path.join(folder, "")
        self._suffix = SUFFIXES[form]
        self._split = split
        self._first = ("/1" if split else "") + self._suffix

    def open(self, journal: Journal) -> None:
        """Nothing to do: the folder is there since the journal is."""

    def has(self, place: str) -> bool:
        # `access` asks for nothing more than whether it is there: two thirds of what `exists` costs.
        return os.access(self._below + place + self._first, os.F_OK)

    def write(self, place: str, texts: tuple[str, ...]) -> Extent:
        try:
            self._write(self._below + place, texts)
        except OutputError as error:
            if getattr(error.__cause__, "errno", None) in _FATAL:
                raise
            raise NotWritten(error) from error
        return 0, 0

    def _write(self, name: str, texts: tuple[str, ...]) -> None:
        if not self._split:
            if name + self._suffix == self.errors:
                raise OutputError("cannot write {path}: the list of failures has that name", path=str(self.errors))
            self._put(name + self._suffix, texts[0])
            return
        for number, text in enumerate(texts, start=1):
            self._put(os.path.join(name, f"{number}{self._suffix}"), text)
        # what an earlier run found more
        number = len(texts) + 1
        while os.path.exists(old := os.path.join(name, f"{number}{self._suffix}")):
            os.unlink(old)
            number += 1

    @staticmethod
    def _put(path: str, text: str) -> None:
        try:
            files.write(text, Path(path), alone=True)
        except OutputError as error:
            if not isinstance(error.__cause__, FileNotFoundError):
                raise
            make_folder(os.path.dirname(path))
            files.write(text, Path(path), alone=True)

    def flush(self) -> None:
        """Nothing to do: each file is whole when it is there."""

    def finish(self, journal: Journal) -> None:
        """Nothing to do."""


class Lines:
    """One file of JSON Lines. It is written beside its place (`x.jsonl.part`) and put there at the end of a run.

    A run that goes on with an earlier one begins with a copy of what that one wrote. A part of a batch has a file of its
    own (`x-03-of-16.jsonl`).
    """

    def __init__(self, path: str, part: Part | None = None) -> None:
        path = named_for(path, part)
        folder, name = os.path.split(path)
        self.journal = os.path.join(folder, f".{name}.jdparse-journal")
        self.errors: str | None = os.path.splitext(path)[0] + ".errors.jsonl"
        self._path = path
        self._part = path + ".part"
        self._packed = path + ".packed"
        self._file: IO[bytes] | None = None
        self._size = 0

    def open(self, journal: Journal) -> None:
        self._journal = journal
        self._from = self._found(journal.state(_STATE))
        journal.forget_beyond(self._extent(self._from))
        self._size = journal.end()

    def _extent(self, path: str) -> int:
        """The bytes of the records in what an earlier run left."""
        return os.path.getsize(path) if os.path.exists(path) else 0

    def _found(self, state: int) -> str:
        """Where an earlier run left the records. It may have been killed just after it had put them in their place."""
        path = {_PART: self._part, _PACKED: self._packed}.get(state, self._path)
        return path if os.path.exists(path) else self._path

    def has(self, place: str) -> bool:
        return True  # `open` has forgotten those that are not

    def write(self, place: str, texts: tuple[str, ...]) -> Extent:
        data = "".join(texts).encode()
        try:
            if self._file is None:
                self._file = self._begin()
            self._file.write(data)
        except OSError as error:
            raise files.output_error(error, self._part) from error
        start = self._size
        self._size += len(data)
        return start, self._size

    def _begin(self) -> IO[bytes]:
        """The part, open at the end of what the journal tells of."""
        if self._from != self._part:
            self._restore()
            self._journal.set_state(_STATE, _PART)
            self._journal.commit()
        file = open(self._part, "r+b" if self._size else "wb")  # noqa: SIM115 (closed by `finish`)
        file.truncate(self._size)
        file.seek(self._size)
        return file

    def _restore(self) -> None:
        """Make the part of what an earlier run left."""
        if self._size:
            shutil.copyfile(self._from, self._part)

    def flush(self) -> None:
        if self._file is not None:
            try:
                self._file.flush()
            except OSError as error:
                raise files.output_error(error, self._part) from error

    def finish(self, journal: Journal) -> None:
        if self._is_whole(journal):
            return
        try:
            if self._file is None:
                self._file = self._begin()
            self._file.close()
            os.replace(self._gather(journal), self._path)
            journal.set_state(_STATE, _WHOLE)
            journal.commit()
            for left in (self._part, self._packed):
                with suppress(FileNotFoundError):
                    os.unlink(left)
        except OSError as error:
            raise files.output_error(error, self._part) from error

    def _is_whole(self, journal: Journal) -> bool:
        """Whether what an earlier run left in its place is all there is."""
        return self._file is None and self._from == self._path and os.path.exists(self._path)

    def _gather(self, journal: Journal) -> str:
        """The path of the whole result. Records of documents that were parsed anew later are left out."""
        if journal.written() == self._size:
            return self._part
        end = 0
        with open(self._part, "rb") as old, open(self._packed, "wb") as new:
            for place, _path, start, stop in journal.extents():
                old.seek(start)
                new.write(old.read(stop - start))
                journal.move(place, end, end + stop - start)
                end += stop - start
        self._set_packed(journal)
        return self._packed

    @staticmethod
    def _set_packed(journal: Journal) -> None:
        """Take note that the journal's extents are those of the packed file."""
        journal.set_state(_STATE, _PACKED)
        journal.commit()


# Which file it is that the extents of the journal speak of.
_STATE: Final = "file"
_WHOLE, _PART, _PACKED = range(3)


class Stream:
    """A stream of JSON Lines, flushed after each record."""

    journal = ""
    errors: str | None = None

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write

    def open(self, journal: Journal) -> None:
        """Nothing to do."""

    def has(self, place: str) -> bool:
        return True

    def write(self, place: str, texts: tuple[str, ...]) -> Extent:
        self._write("".join(texts).encode())
        return 0, 0

    def flush(self) -> None:
        """Nothing to do."""

    def finish(self, journal: Journal) -> None:
        """Nothing to do."""


def make_folder(path: str) -> None:
    """Make a folder and those above it, where they are missing. Raises OutputError."""
    try:
        os.makedirs(path or os.curdir, exist_ok=True)
    except OSError as error:
        raise files.output_error(error, path) from error


def write_failures(path: str, failures: Iterable[tuple[str, str, str]]) -> None:
    """Write path, kind and message of each failure as JSON Lines; without failures there is no such file."""
    text = "".join(failure_line(*failure) for failure in failures)
    if text:
        files.write(text, Path(path))
    else:
        with suppress(FileNotFoundError):
            os.unlink(path)


def failure_line(path: str, kind: str, message: str) -> str:
    """A failure as a line of JSON. The path's bytes are read as UTF-8, as in records."""
    shown = os.fsencode(path).decode("utf-8", "replace")
    return json.dumps({"path": shown, "kind": kind, "message": message}, ensure_ascii=False) + "\n"
