"""Loaders: from the bytes of a file to a `Document`, one module a format.

A loader module has a function `load(data, name, *, encoding)`; it is imported when a file of its format comes.
"""

from importlib import import_module
from typing import Protocol, cast

from jdparse.document import Document
from jdparse.errors import UnreadableInput, UsageError
from jdparse.loaders.reading import LIMIT_BYTES, check_size, read

__all__ = ["FORMATS", "LIMIT_BYTES", "SUFFIXES", "load", "read"]

FORMATS = ("txt", "docx", "html", "mhtml")
"""The formats that are told apart."""

SUFFIXES = (
    ".txt", ".text", ".md", ".docx", ".docm", ".dotx", ".dotm",
    ".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml",
)  # fmt: skip
"""How the names of files end that are taken from a folder. What a file is, its bytes say."""

_LOADERS = {
    "txt": "jdparse.loaders.text",
    "docx": "jdparse.loaders.docx",
    "html": "jdparse.loaders.html",
    "mhtml": "jdparse.loaders.html",
}


class _Loader(Protocol):
    def load(self, data: bytes, name: str, *, encoding: str | None = None) -> Document: ...


def load(data: bytes, name: str, *, encoding: str | None = None, format: str | None = None) -> Document:  # noqa: A002
    """The document in the bytes of a file.

    `name` is the file's, for the record and as a hint; `encoding` and `format` (one of `FORMATS`) are what the caller
    knows, None tells them by the bytes.

    Raises UsageError for a format or encoding that does not exist, LimitExceeded over `LIMIT_BYTES`, and
    UnreadableInput for what is no document of a format that can be read.
    """
    check_size(len(data))
    if format is None:
        from jdparse.loaders.sniffing import sniff

        format = sniff(data, name)  # noqa: A001
    elif format not in FORMATS:
        raise UsageError("unknown format {format!r}", format=format[:40])
    if format not in _LOADERS:
        raise UnreadableInput("no reader for {kind} files", kind=format)
    loader = cast(_Loader, import_module(_LOADERS[format]))
    return loader.load(data, name, encoding=encoding)
