"""One Parquet file as the output of a batch."""

import hashlib
from collections.abc import Iterator
from typing import Final

from jdparse.batch import rows
from jdparse.batch.journal import Journal
from jdparse.batch.outputs import Lines
from jdparse.batch.sources import Part
from jdparse.errors import OutputError
from jdparse.extras import module

_BYTES: Final = "jdparse.bytes"
"""The entry of the file's metadata with the bytes of all its records as lines: extents of the journal refer to those."""
_FAILURES: Final = "jdparse.failures"
"""The entry with a hash of the rows without a record."""


class Table(Lines):
    """One Parquet file, with a row for each record and, at its end, for each document without one (`rows.Row`).

    A Parquet file cannot grow. So records are written as lines (`x.parquet.part`) and become a table at the end of a
    run; a run that adds to an earlier one makes lines of its table first. Neither is held in memory.
    """

    def __init__(self, path: str, part: Part | None = None, *, split: bool) -> None:
        """Raises UsageError where pyarrow is not installed."""
        super().__init__(path, part)
        self._parquet = module("pyarrow.parquet")
        self._split = split

    def _extent(self, path: str) -> int:
        if path == self._part:
            return super()._extent(path)
        return int(self._entry(path, _BYTES) or 0)

    def _entry(self, path: str, name: str) -> str | None:
        """An entry of the metadata of the table at a path; None where it has none, or there is no such table."""
        try:
            metadata: dict[bytes, bytes] = self._parquet.read_metadata(path).metadata or {}
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise OutputError("{path}: it is there and is no Parquet file", path=path) from error
        value = metadata.get(name.encode())
        return value.decode() if value is not None else None

    def _restore(self) -> None:
        with open(self._part, "wb") as file:
            if not self._size:
                return
            for batch in self._parquet.ParquetFile(self._from).iter_batches(columns=["record"]):
                for text in batch.column(0).to_pylist():
                    if text is not None:
                        file.write(text.encode() + b"\n")

    def _is_whole(self, journal: Journal) -> bool:
        return super()._is_whole(journal) and self._entry(self._path, _FAILURES) == _hash(journal)

    def _gather(self, journal: Journal) -> str:
        entries = {_BYTES: str(journal.written()), _FAILURES: _hash(journal)}
        rows.write(self._rows(journal), self._packed, entries)
        self._set_packed(journal)
        return self._packed

    def _rows(self, journal: Journal) -> Iterator[rows.Row]:
        end = 0
        with open(self._part, "rb") as part:
            for place, path, start, stop in journal.extents():
                part.seek(start)
                lines = part.read(stop - start).decode().removesuffix("\n").split("\n")
                yield from rows.of_document(path, lines, split=self._split)
                if start != end:
                    journal.move(place, end, end + stop - start)
                end += stop - start
        for path, kind, message in journal.failures():
            yield rows.of_failure(path, kind, message)


def _hash(journal: Journal) -> str:
    digest = hashlib.sha256()
    for failure in journal.failures():
        digest.update("\0".join(failure).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
