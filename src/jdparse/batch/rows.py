"""Records as rows of a table with flat columns, for Parquet and Arrow."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from jdparse.extras import module

ROWS: Final = 8_192
"""The most rows of a row group."""
CHARACTERS: Final = 4 * 2**20
"""The size of the records at which a row group ends. Writing one takes some 16 bytes of memory for each of them."""


class Row(NamedTuple):
    """A record, or a document without one. The columns repeat what users select by; all else is in `record`."""

    path: str
    """The path or URL of the document. What of it is no UTF-8 is U+FFFD."""
    status: str
    """`parsed`, or the kind of the failure: `parse`, `timeout`, `crash`, `memory`, `io`."""
    message: str | None = None
    """Why there is no record."""
    job: int | None = None
    """The index of the job in its document, where each job has a record of its own (`--split`)."""
    jobs: int = 0
    """How many jobs the record has."""
    title: str | None = None
    """Of the first job of the record, as the next three."""
    department: str | None = None
    location: str | None = None
    education_level: str | None = None
    warnings: int = 0
    """Diagnostics of the record that are more than an info."""
    sha256: str | None = None
    """Of the document."""
    schema_version: str | None = None
    record: str | None = None
    """The record as one line of JSON; null when there is none."""


PARSED: Final = "parsed"
_TYPES: Final = {"job": "int32", "jobs": "int32", "warnings": "int32"}
_NEVER_NULL: Final = {"path", "status", "jobs", "warnings"}


def of_record(path: str, text: str, job: int | None = None) -> Row:
    """The row of a record that is given as a line of JSON."""
    record: dict[str, Any] = json.loads(text)
    jobs = record["jobs"]
    first: dict[str, Any] = jobs[0] if jobs else {}
    return Row(
        _readable(path),
        PARSED,
        job=job,
        jobs=len(jobs),
        title=first.get("title"),
        department=first.get("department"),
        location=first.get("location"),
        education_level=first.get("facets", {}).get("education_level"),
        warnings=sum(diagnostic["level"] != "info" for diagnostic in record["diagnostics"]),
        sha256=record["source"]["sha256"],
        schema_version=record["schema_version"],
        record=text.removesuffix("\n"),
    )


def of_document(path: str, texts: Sequence[str], *, split: bool) -> Iterator[Row]:
    """The rows of a document: one, or with `split` one for each job."""
    for number, text in enumerate(texts):
        yield of_record(path, text, number if split else None)


def of_failure(path: str, kind: str, message: str) -> Row:
    """The row of a document that has no record."""
    return Row(_readable(path), kind, message)


def _readable(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def schema() -> Any:
    """The columns as a `pyarrow.Schema`. Raises UsageError where pyarrow is not installed."""
    arrow = module("pyarrow")
    return arrow.schema(
        [arrow.field(name, _TYPES.get(name, "string"), nullable=name not in _NEVER_NULL) for name in Row._fields]
    )


def batches(rows: Iterable[Row], most: int = ROWS) -> Iterator[Any]:
    """The rows as `pyarrow.RecordBatch`es, each of at most that many rows and of about `CHARACTERS`."""
    arrow, columns = module("pyarrow"), schema()
    held: list[Row] = []
    size = 0
    for row in rows:
        held.append(row)
        size += len(row.record or "")
        if len(held) >= most or size >= CHARACTERS:
            yield _batch(arrow, columns, held)
            held, size = [], 0
    if held:
        yield _batch(arrow, columns, held)


def _batch(arrow: Any, columns: Any, held: list[Row]) -> Any:
    arrays = [arrow.array(values, field.type) for values, field in zip(zip(*held, strict=True), columns, strict=True)]
    return arrow.record_batch(arrays, schema=columns)


def write(rows: Iterable[Row], path: str, metadata: dict[str, str] | None = None) -> None:
    """Write a Parquet file, with entries for its metadata. No more than one row group is held in memory.

    Raises OSError when that cannot be done, UsageError where pyarrow is not installed.
    """
    parquet = module("pyarrow.parquet")
    with parquet.ParquetWriter(path, schema(), compression="zstd") as writer:
        for batch in batches(rows):
            writer.write_batch(batch)
        writer.add_key_value_metadata(metadata or {})
