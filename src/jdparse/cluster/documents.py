"""The documents of a shard: files by path or URL, or what stands in lists, JSON Lines, Parquet files and web archives."""

import gzip
import json
import lzma
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, Any, Final, Literal, NamedTuple, cast

from jdparse import storage
from jdparse.batch.sources import Part
from jdparse.errors import JdparseError, UnreadableInput, UsageError
from jdparse.extras import module
from jdparse.loaders import LIMIT_BYTES

Kind = Literal["file", "list", "jsonl", "parquet", "warc"]
"""What a source is: a document, or a file that holds or names many."""

NAMES: Final = ("path", "url", "id")
"""The fields of JSON Lines and columns of Parquet that may name a document: the first that is there does."""
CONTENTS: Final = ("content", "text", "html")
"""Those that may hold it: as bytes, or as text, which has no encoding to be told."""

_SUFFIXES: Final[dict[str, Kind]] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet", ".warc": "warc", ".wet": "warc"}  # fmt: skip
_COMPRESSED: Final = (".gz", ".bz2", ".xz")
_ROWS: Final = 64
"""Rows of a Parquet file that are held at a time: pages can be large."""
_TYPES: Final = {
    "text/html", "application/xhtml+xml", "text/plain", "multipart/related",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
"""The media types of a web archive that are parsed."""


class Columns(NamedTuple):
    """Which field or column names a document, and which holds it."""

    name: str
    content: str


class Found(NamedTuple):
    """A document, or what stands in its place."""

    name: str
    """Its path or URL; where it has none, that of its source with the number of the line, row or record, from 1."""
    data: bytes | None = None
    """Its bytes; None when they are to be read by `name`."""
    encoding: str | None = None
    """The encoding, where it cannot be another."""
    error: JdparseError | None = None
    """Why it cannot be read."""
    supported: bool = True
    """False for what is none of the formats that are parsed, as its source says: a request, a picture."""


def kind(source: str) -> Kind:
    """What a source is, by its suffix."""
    stem, suffix = os.path.splitext(source.partition("?")[0] if storage.is_url(source) else source)
    if suffix.lower() in _COMPRESSED:
        suffix = os.path.splitext(stem)[1]
    return _SUFFIXES.get(suffix.lower(), "file")


def of(
    sources: Sequence[str], part: Part | None = None, of: Kind | None = None, columns: Columns | None = None
) -> Iterator[Found]:
    """The documents of one part of the sources, in their order. Raises as `read`.

    Of sources that hold many documents, each part takes every so-manieth when there are enough for all parts, else every
    so-manieth document of each. Of others, `Part.has` says by the path to which part they belong.
    """
    named = [path for source in sources for path in storage.expand(source)]
    kinds: list[Kind] = [of or kind(path) for path in named]
    number = 0
    enough = part is None or len(named) - kinds.count("file") >= part.parts
    for path, what in zip(named, kinds, strict=True):
        if what == "file":
            if part is None or part.has(path):
                yield Found(path)
            continue
        number += 1
        if part is None:
            yield from read(path, what, columns)
        elif enough:
            if number % part.parts == part.number % part.parts:
                yield from read(path, what, columns)
        else:
            for count, found in enumerate(read(path, what, columns), start=1):
                if count % part.parts == part.number % part.parts:
                    yield found


def read(source: str, of: Kind, columns: Columns | None = None) -> Iterator[Found]:
    """The documents of one source, in its order.

    What is wrong with one document is in its place; where a source is damaged, so that nothing behind can be read, its
    last document says so. Raises UnreadableInput, with the source's name, when a source cannot be read for a reason
    that may pass, UsageError for a Parquet file without the columns and where an extra is missing.
    """
    if of == "file":
        yield Found(source)
        return
    number = 0
    try:
        for found in _READERS[of](source, columns):
            number += 1
            yield found
    except UnreadableInput as error:
        raise UnreadableInput("{source}: {reason}", source=source, reason=str(error)) from error
    except JdparseError:
        raise
    except Exception as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        if not _is_damage(error):
            raise UnreadableInput("{source}: {reason}", source=source, reason=reason) from error
        damaged = UnreadableInput("it is damaged behind document {number}: {reason}", number=number, reason=reason)
        yield Found(source, error=damaged)


def _is_damage(error: Exception) -> bool:
    """Whether an error tells of what a file holds, not of trouble in getting at it, which may pass."""
    if isinstance(error, OSError):  # of bz2 and pyarrow, where no system call failed
        return isinstance(error, gzip.BadGzipFile) or (type(error) is OSError and error.errno is None)
    of_warcio = type(error).__module__.startswith("warcio")
    return of_warcio or isinstance(error, (ValueError, EOFError, zlib.error, lzma.LZMAError))


def _list(source: str, _columns: Columns | None) -> Iterator[Found]:
    for line in storage.lines(source):
        name = os.fsdecode(line.rstrip(b"\r\n"))
        if name:
            yield Found(name)


def _json_lines(source: str, columns: Columns | None) -> Iterator[Found]:
    for number, line in enumerate(storage.lines(source), start=1):
        if not line.strip():
            continue
        place = f"{source}:{number}"
        try:
            value = json.loads(line)
        except ValueError:
            yield Found(place, error=UnreadableInput("the line is no JSON"))
            continue
        if not isinstance(value, dict):
            yield Found(place, error=UnreadableInput("the line is no JSON object"))
            continue
        fields = cast("dict[str, Any]", value)
        name, content = _chosen(fields, columns)
        yield _document(fields.get(name), fields.get(content), place)


def _parquet(source: str, columns: Columns | None) -> Iterator[Found]:
    parquet = module("pyarrow.parquet")
    number = 0
    with storage.open_binary(source) as file:
        table = parquet.ParquetFile(file)
        name, content = _chosen(table.schema_arrow.names, columns)
        if content not in table.schema_arrow.names:
            raise UsageError("{source}: it has no column {name}", source=source, name=content)
        wanted = [column for column in (name, content) if column in table.schema_arrow.names]
        for batch in table.iter_batches(_ROWS, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _document(row.get(name), row.get(content), f"{source}:{number}")


def _chosen(there: Iterable[str], columns: Columns | None) -> tuple[str, str]:
    if columns:
        return columns
    return next((name for name in NAMES if name in there), NAMES[0]), next(
        (name for name in CONTENTS if name in there), CONTENTS[0]
    )


def _document(name: Any, content: Any, place: str) -> Found:
    named = str(name) if name is not None and name != "" else place
    match content:
        case bytes():
            return Found(named, content)
        case str():
            return Found(named, content.encode("utf-8", "replace"), "utf-8")
        case _:
            return Found(named, error=UnreadableInput("there is no content"))


def _web_archive(source: str, _columns: Columns | None) -> Iterator[Found]:
    archive = module("warcio.archiveiterator")
    with storage.open_binary(source) as file:
        stream = _Stream(storage.decompressed(file, source))
        try:
            for number, record in enumerate(archive.ArchiveIterator(stream), start=1):
                if record.rec_type is not None:
                    yield _page(record.rec_headers.get_header("WARC-Target-URI") or f"{source}:{number}", record)
        except Exception as error:
            if stream.error is error:
                raise
            raise ValueError(f"it is no web archive: {error}") from error
        if stream.error:
            raise stream.error
        if not stream.end.endswith((b"\r\n\r\n", b"\n\n")):  # as each record ends (WARC 1.1, 4)
            raise EOFError("it was cut off")


class _Stream:
    """A stream for warcio, which takes any end for the end: this one remembers how it came."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._place = 0
        self.end = b""
        """The last bytes."""
        self.error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        """Some bytes; none at the end, and where it cannot be decompressed further."""
        try:
            data = self._file.read(size)
        except Exception as error:
            self.error = error
            if _is_damage(error):
                return b""
            raise
        self._place += len(data)
        self.end = (self.end + data[-4:])[-4:]
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._place


def _page(name: str, record: Any) -> Found:
    if record.rec_type == "conversion":  # the text of a page, in UTF-8 (WARC 1.1, 6.9)
        return Found(name, record.content_stream().read(LIMIT_BYTES + 1), "utf-8")
    if record.rec_type == "response" and record.http_headers is not None:
        content_type, good = record.http_headers.get_header("Content-Type"), record.http_headers.statusline[:1] == "2"
    elif record.rec_type == "resource":
        content_type, good = record.rec_headers.get_header("Content-Type"), True
    else:
        return Found(name, supported=False)
    if not good or (content_type or "text/html").partition(";")[0].strip().lower() not in _TYPES:
        return Found(name, supported=False)
    data: bytes = record.content_stream().read(LIMIT_BYTES + 1)
    if len(data) <= LIMIT_BYTES and record.raw_stream.limit > 0:
        return Found(name, error=UnreadableInput("the archive ends in the middle of it"))
    return Found(name, data)


_READERS: Final[dict[str, Callable[[str, Columns | None], Iterator[Found]]]] = {
    "list": _list,
    "jsonl": _json_lines,
    "parquet": _parquet,
    "warc": _web_archive,
}
