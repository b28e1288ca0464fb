"""The journal of a batch: what became of each document, so that the next run does the rest only.

A SQLite file beside the output. Its rows are committed after what they tell of has been written, so that a run that is
killed at any moment does a few documents again and misses none.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from jdparse.batch.work import Failure
from jdparse.errors import OutputError, UsageError

VERSION: Final = 1
COMMIT_EVERY: Final = 1.0
"""Seconds between two commits."""
_MOST: Final = 512
"""The most entries that are read at a time."""


class Stamp(NamedTuple):
    """What tells whether a document, or how it is parsed, has changed."""

    size: int
    mtime: int
    """Nanoseconds."""
    sha256: str
    """Empty where nobody asked for it."""
    parser: str
    """What parsed it: see `fingerprint`."""
    settings: str
    """A hash of options and configuration."""

    def is_of(self, entry: "Entry") -> bool:
        """Whether the document of an entry is this one, parsed in this way: by its content where that is known here."""
        same = self.sha256 == entry.sha256 if self.sha256 else self.mtime == entry.mtime and self.size == entry.size
        return same and self.settings == entry.settings and self.parser == entry.parser


class Entry(NamedTuple):
    """A document in the journal, with its stamp."""

    place: bytes
    """As `os.fsencode` gives it, like the path."""
    path: bytes
    size: int
    mtime: int
    sha256: str
    parser: str
    settings: str
    kind: str | None
    """The kind of its failure; None when its record was written."""
    run: int
    start: int
    end: int
    """Where in the one file of records its record stands, in bytes; 0 and 0 elsewhere."""


_TABLES = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (
    place BLOB PRIMARY KEY, path BLOB NOT NULL,
    size INTEGER NOT NULL, mtime INTEGER NOT NULL, sha256 TEXT NOT NULL, parser TEXT NOT NULL, settings TEXT NOT NULL,
    kind TEXT, message TEXT, run INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL
) WITHOUT ROWID;
"""
_SELECT = """
SELECT place, path, size, mtime, sha256, parser, settings, kind, run, "start", "end" FROM document
WHERE place >= ? ORDER BY place LIMIT ?
"""


class Journal:
    """An open journal. Every method raises OutputError when the disk is full or the file damaged."""

    def __init__(self, path: str, *, anew: bool = False) -> None:
        """Open the journal at a path; "" is one that ends with the process. `anew` empties it.

        Raises UsageError when another run has it open.
        """
        self._telling = _Telling(path)
        # What was read ahead: all entries whose places are behind `_after`, up to `_last` or, when that is None, the end.
        self._ahead: dict[bytes, tuple[Any, ...]] = {}
        self._after = b""
        self._last: bytes | None = b""
        self._many, self._used = 1, 0
        self._committed = time.monotonic()
        with self._telling:
            self._base = sqlite3.connect(path, isolation_level=None, timeout=0)
            # One process at a time; and no file is needed that is shared between processes, which a network has not.
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.execute("BEGIN IMMEDIATE")
            version = self._base.execute("PRAGMA user_version").fetchone()[0]
            if anew or version not in {0, VERSION}:
                self._base.execute("DROP TABLE IF EXISTS document")
                self._base.execute("DROP TABLE IF EXISTS state")
            for statement in _TABLES.split(";"):
                self._base.execute(statement)
            self._base.execute(f"PRAGMA user_version = {VERSION}")
        self.run = self.state("run") + 1
        self.set_state("run", self.run)
        self.commit()

    def entry(self, place: str) -> Entry | None:
        """The entry of the document at a place of the output."""
        key = os.fsencode(place)
        if not self._knows(key):
            self._read_ahead(key)
        self._after = key
        row = self._ahead.pop(key, None)
        if row is None:
            return None
        self._used += 1
        return Entry._make(row)

    def _knows(self, key: bytes) -> bool:
        """Whether `_ahead` has the entry of a place, if there is one."""
        return self._after < key and (self._last is None or key <= self._last)

    def _read_ahead(self, key: bytes) -> None:
        """Read the entry of a place and of some that follow: places are mostly asked for in their order.

        A search costs as much as the reading of several entries. So many are read, twice as many each time, while at
        least half of them are asked for.
        """
        self._many = min(2 * self._many, _MOST) if 2 * self._used >= self._many else 1
        with self._telling:
            rows = self._base.execute(_SELECT, (key, self._many)).fetchall()
        self._ahead = {row[0]: row for row in rows}
        self._last = rows[-1][0] if len(rows) == self._many else None
        self._used = 0

    def record(
        self, place: str, path: str, stamp: Stamp, failure: Failure | None = None, start: int = 0, end: int = 0
    ) -> None:
        """Enter what became of a document."""
        said = (failure.kind, failure.message) if failure else (None, None)
        row = (os.fsencode(place), os.fsencode(path), *stamp, *said, self.run, start, end)
        if self._knows(row[0]):
            self._last = self._after  # it knows nothing any longer
        with self._telling:
            self._base.execute("REPLACE INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", row)

    def failures(self) -> Iterator[tuple[str, str, str]]:
        """Path, kind and message of each document that has no record, sorted by place."""
        with self._telling:
            for path, kind, message in self._base.execute(
                "SELECT path, kind, message FROM document WHERE kind IS NOT NULL ORDER BY place"
            ):
                yield os.fsdecode(path), kind, message

    def extents(self) -> Iterator[tuple[str, str, int, int]]:
        """Place, path, start and end of each record in the one file, in the file's order.

        They are sorted before the first is given, so that `move` may be called meanwhile.
        """
        with self._telling:
            rows = self._base.execute(
                'SELECT place, path, "start", "end" FROM document WHERE kind IS NULL AND "end" > 0 ORDER BY "start"'
            )
            for place, path, start, end in rows:
                yield os.fsdecode(place), os.fsdecode(path), start, end

    def written(self) -> int:
        """The bytes of all records in the one file."""
        with self._telling:
            row = self._base.execute('SELECT SUM("end" - "start") FROM document WHERE kind IS NULL').fetchone()
        return row[0] or 0

    def end(self) -> int:
        """Where the last record in the one file ends, in bytes."""
        with self._telling:
            row = self._base.execute('SELECT MAX("end") FROM document WHERE kind IS NULL').fetchone()
        return row[0] or 0

    def move(self, place: str, start: int, end: int) -> None:
        """Enter another extent for a record."""
        with self._telling:
            self._base.execute(
                'UPDATE document SET "start" = ?, "end" = ? WHERE place = ?', (start, end, os.fsencode(place))
            )

    def forget_beyond(self, size: int) -> None:
        """Forget the records that stand beyond a size of the one file: a power cut may have cost it its end."""
        with self._telling:
            self._base.execute('DELETE FROM document WHERE "end" > ?', (size,))

    def state(self, name: str) -> int:
        """A number that was kept under a name; 0 at first."""
        with self._telling:
            row = self._base.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return row[0] if row else 0

    def set_state(self, name: str, value: int) -> None:
        """Keep a number under a name."""
        with self._telling:
            self._base.execute("REPLACE INTO state VALUES (?, ?)", (name, value))

    def is_due(self) -> bool:
        """Whether it is time to commit."""
        return time.monotonic() - self._committed > COMMIT_EVERY

    def commit(self) -> None:
        """Make durable what was entered."""
        with self._telling:
            self._base.execute("COMMIT")
            self._base.execute("BEGIN IMMEDIATE")
        self._committed = time.monotonic()

    def close(self, *, keep: bool = True) -> None:
        """Close it, with what was entered since the last commit or, unless `keep`, without."""
        with self._telling:
            try:
                self._base.execute("COMMIT" if keep else "ROLLBACK")
            finally:
                self._base.close()


class _Telling:
    """Errors of SQLite inside the block become errors of ours. A class, as a generator costs more than a look-up."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if not isinstance(error, sqlite3.Error):
            return
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise UsageError("{path}: another run is writing there", path=self._path) from error
        if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")) and self._path:
            raise OutputError("{path}: the journal is damaged; remove it to begin anew", path=self._path) from error
        if name.startswith("SQLITE_FULL"):
            raise OutputError("cannot write {path}: no space left on the device", path=self._path) from error
        if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
            raise OutputError("cannot write {path}: its folder cannot be written to", path=self._path) from error
        raise OutputError("cannot write {path}: {reason}", path=self._path, reason=str(error)) from error
