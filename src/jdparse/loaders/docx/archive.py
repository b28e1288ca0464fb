"""A zip archive in memory, opened without trusting it.

Python's `zipfile` reads the directory; entries are inflated here, so that their bytes are counted while they come out.
Nothing is written to disk, and only entries that somebody asks for are inflated.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jdparse.errors import LimitExceeded, UnreadableInput

MAX_ENTRIES = 4_096
"""Entries of one archive; the largest Word files have a few hundred."""
MAX_PART = 64 * 1024 * 1024
"""Bytes of one inflated entry."""
MAX_RATIO = 200
"""Inflated to packed size; text of real documents packs about 30:1, and deflate cannot pass 1,032:1."""
MAX_TOTAL = 256 * 1024 * 1024
"""Bytes of all entries that are inflated for one file, those of Word files embedded in it among them."""
RATIO_FREE = 100 * 1024
"""Inflated bytes below which the ratio does not matter."""

_MAX_DIRECTORY = MAX_ENTRIES * 1_024
_DIRECTORY_END = struct.Struct("<4s4H2LH")
_LOCAL_HEADER = struct.Struct("<4s22x2H")
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1


@dataclass(slots=True)
class Budget:
    """Bytes that may still be inflated: without it a file could have one part read over and over."""

    left: int = MAX_TOTAL


class Archive(NamedTuple):
    """The bytes of an archive and its entries, by lower-case name (part names ignore case: ECMA-376 part 2,
    6.2.2.3).
    """

    name: str
    data: bytes
    entries: Mapping[str, ZipInfo]
    budget: Budget


def open_archive(data: bytes, name: str, budget: Budget | None = None) -> Archive:
    """The directory of a zip archive.

    Raises UnreadableInput for an archive that is damaged, encrypted, or whose entries overlap or come twice, and
    LimitExceeded for one with more than `MAX_ENTRIES` entries. `name` is the file's name, for the message.
    """
    end = data.rfind(b"PK\x05\x06")
    if 0 <= end <= len(data) - _DIRECTORY_END.size:
        # Checked before zipfile reads the directory: a million entries take it half a minute.
        size = int(_DIRECTORY_END.unpack_from(data, end)[5])
        if size > _MAX_DIRECTORY and size != 0xFFFFFFFF:
            raise _too_many(name)
    try:
        with ZipFile(BytesIO(data)) as opened:
            infos = opened.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise UnreadableInput("{name}: the file is damaged: its zip directory cannot be read", name=name) from error
    if len(infos) > MAX_ENTRIES:
        raise _too_many(name)
    entries: dict[str, ZipInfo] = {}
    for info in infos:
        key = _entry_name(info)
        if key in entries:
            raise UnreadableInput("{name}: two zip entries have the name {entry}", name=name, entry=key)
        entries[key] = info
    _refuse_overlap(infos, name)
    return Archive(name, data, entries, Budget() if budget is None else budget)


def read(archive: Archive, path: str) -> bytes | None:
    """The bytes of the entry `path` (any case); None when there is none.

    Raises LimitExceeded when it inflates to more than `MAX_PART` bytes, over `MAX_RATIO` or over the budget, and
    UnreadableInput when it is encrypted, packed with something other than deflate, or damaged.
    """
    info = archive.entries.get(path.lower())
    if info is None:
        return None
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableInput("{name}: the zip entries are encrypted", name=archive.name)
    packed = _packed(archive, info)
    if info.compress_type == ZIP_STORED:
        out = packed
        if len(out) > MAX_PART:
            raise _too_large(archive, path)
    elif info.compress_type == ZIP_DEFLATED:
        out = _inflate(archive, path, packed)
    else:
        raise UnreadableInput(
            "{name}: {entry} is packed in a way that Word does not use", name=archive.name, entry=path
        )
    archive.budget.left -= len(out)
    if archive.budget.left < 0:
        raise _too_large(archive, path)
    if zlib.crc32(out) != info.CRC:
        raise _damaged(archive, path)
    return out


def _inflate(archive: Archive, path: str, packed: bytes) -> bytes:
    limit = min(MAX_PART, max(RATIO_FREE, MAX_RATIO * len(packed)))
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        out = inflater.decompress(packed, limit + 1)
    except zlib.error as error:
        raise _damaged(archive, path) from error
    if len(out) > limit:
        raise _too_large(archive, path)
    if not inflater.eof:
        raise _damaged(archive, path)
    return out


def _packed(archive: Archive, info: ZipInfo) -> bytes:
    """The packed bytes of an entry, found by its local header."""
    header = archive.data[info.header_offset : info.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size:
        raise _damaged(archive, info.filename)
    signature, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    start = info.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    packed = archive.data[start : start + info.compress_size]
    if signature != b"PK\x03\x04" or len(packed) < info.compress_size:
        raise _damaged(archive, info.filename)
    return packed


def _entry_name(info: ZipInfo) -> str:
    """The name in lower case with forward slashes; some Windows packers write `\\`, or a name in the local code
    page.
    """
    name = info.filename
    if not info.flag_bits & _UTF8_NAME and not name.isascii():
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/").lstrip("/").lower()


def _refuse_overlap(infos: list[ZipInfo], name: str) -> None:
    """Entries that share bytes are how a small archive inflates without end."""
    end = 0
    for offset, size in sorted((info.header_offset, info.compress_size) for info in infos):
        if offset < end:
            raise UnreadableInput("{name}: zip entries overlap", name=name)
        end = offset + _LOCAL_HEADER.size + size


def _too_many(name: str) -> LimitExceeded:
    return LimitExceeded("{name}: more than {limit} zip entries", name=name, limit=MAX_ENTRIES)


def _too_large(archive: Archive, path: str) -> LimitExceeded:
    return LimitExceeded(
        "{name}: {entry} inflates to more than {limit} bytes or {ratio} times its packed size",
        name=archive.name,
        entry=path,
        limit=MAX_PART,
        ratio=MAX_RATIO,
    )


def _damaged(archive: Archive, path: str) -> UnreadableInput:
    return UnreadableInput("{name}: the file is damaged at {entry}", name=archive.name, entry=path)
