"""Files by path or URL. A path is opened as it is; for URLs fsspec finds what serves them (the extra `fsspec`).

What goes wrong at a store is an error of ours, whatever its library raises.
"""

import bz2
import errno
import gzip
import lzma
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, Final

from jdparse import loaders
from jdparse.emit.files import output_error
from jdparse.errors import JdparseError, OutputError, UnreadableInput
from jdparse.extras import module
from jdparse.loaders.reading import check_size
from jdparse.patterns import deferred

_URL = deferred(r"[A-Za-z][A-Za-z0-9+.-]+:(?://|:)")
_PATTERN = deferred(r"[*?\[]")

_OPENERS: Final[dict[str, Callable[..., Any]]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}


def is_url(path: str) -> bool:
    """Whether it is a URL (`s3://…`, `hdfs://…`, or chained as fsspec knows it) and no path."""
    return _URL.match(path) is not None


def expand(path: str) -> list[str]:
    """The URLs that a pattern such as `s3://crawl/*.warc.gz` stands for, sorted; else the path or URL itself."""
    if not is_url(path) or not _PATTERN.search(path) or path.startswith(("http:", "https:")):
        return [path]
    with _reading():
        store, inner = _store(path)
        return sorted(store.unstrip_protocol(name) for name in store.glob(inner))


def read(path: str) -> bytes:
    """The bytes of a document. Raises UnreadableInput, LimitExceeded."""
    if not is_url(path):
        return loaders.read(path)
    with _reading(), open_binary(path) as file:
        data = file.read(loaders.LIMIT_BYTES + 1)
    check_size(len(data))
    return data


def open_binary(path: str) -> IO[bytes]:
    """A file to be read from its beginning. Raises UnreadableInput; reading it raises what its store raises."""
    with _reading():
        if not is_url(path):
            return open(path, "rb")  # the caller closes it
        store, inner = _store(path)
        file: IO[bytes] = store.open(inner, "rb")
        return file


def lines(path: str) -> Iterator[bytes]:
    """The lines of a file, with their ends, decompressed as its suffix says. Raises as `open_binary`."""
    with open_binary(path) as file:
        yield from decompressed(file, path)


def decompressed(file: IO[bytes], path: str) -> IO[bytes]:
    """What an open file holds when it is decompressed as the suffix of its path says: .gz, .bz2 or .xz."""
    opener = _OPENERS.get(os.path.splitext(path)[1].lower())
    return opener(file) if opener else file


def exists(path: str) -> bool:
    """Whether there is such a file. Raises OutputError when that cannot be told."""
    with _writing(path):
        if not is_url(path):
            return os.path.exists(path)
        store, inner = _store(path)
        return bool(store.exists(inner))


def text(path: str) -> str | None:
    """The text of a file that a run has written; None when there is none. Raises OutputError."""
    with _writing(path):
        try:
            if not is_url(path):
                with open(path, "rb") as file:
                    return file.read().decode()
            store, inner = _store(path)
            data: bytes = store.cat_file(inner)
            return data.decode()
        except FileNotFoundError:
            return None


def prepare(path: str) -> None:
    """Make the folder for a file, and raise OutputError where it could not be written; of URLs nothing is known before."""
    if is_url(path):
        return
    with _writing(path):
        folder = os.path.dirname(os.path.realpath(path))
        os.makedirs(folder, exist_ok=True)
        if os.path.isdir(path):
            raise IsADirectoryError(errno.EISDIR, path)
        if not os.access(folder, os.W_OK):
            raise OutputError("cannot write {path}: its folder cannot be written to", path=path)


def put(local: str, path: str) -> None:
    """Copy a local file to its place, in a folder that is there, where it is whole or not at all. Raises OutputError.

    On a file system it is copied beside its place and then renamed; a store of objects shows none before it is whole.
    """
    with _writing(path):
        name = f".jdparse-{os.urandom(8).hex()}.tmp"
        if not is_url(path):
            beside = os.path.join(os.path.dirname(os.path.realpath(path)), name)
            try:
                shutil.copyfile(local, beside)
                os.replace(beside, path)
            finally:
                with suppress(OSError):
                    os.unlink(beside)
            return
        store, inner = _store(path)
        folder, _slash, _name = inner.rpartition("/")
        if _has_folders(store):
            store.makedirs(folder, exist_ok=True)
            store.put_file(local, f"{folder}/{name}")
            if store.exists(inner):
                store.rm_file(inner)
            store.mv(f"{folder}/{name}", inner)
        else:
            store.put_file(local, inner)


def remove(path: str) -> None:
    """Remove a file if it is there. Raises OutputError."""
    with _writing(path), suppress(FileNotFoundError):
        if is_url(path):
            store, inner = _store(path)
            store.rm_file(inner)
        else:
            os.unlink(path)


def _store(url: str) -> tuple[Any, str]:
    store, inner = module("fsspec.core").url_to_fs(url)
    return store, inner


_FOLDERS: Final = {"file", "local", "hdfs", "arrow_hdfs", "viewfs", "sftp", "ssh", "smb", "ftp", "webhdfs", "dbfs"}
"""The protocols of file systems, where a file that is being written can be seen. The others store objects."""


def _has_folders(store: Any) -> bool:
    protocols = (store.protocol,) if isinstance(store.protocol, str) else store.protocol
    return bool(_FOLDERS & set(protocols))


@contextmanager
def _reading() -> Generator[None]:
    try:
        yield
    except JdparseError:
        raise
    except FileNotFoundError as error:
        raise UnreadableInput("no such file or folder") from error
    except Exception as error:
        raise UnreadableInput("it cannot be read: {reason}", reason=_reason(error)) from error


@contextmanager
def _writing(path: str) -> Generator[None]:
    try:
        yield
    except JdparseError:
        raise
    except OSError as error:
        raise output_error(error, path) from error
    except Exception as error:
        raise OutputError("cannot write {path}: {reason}", path=path, reason=_reason(error)) from error


def _reason(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.split()) or type(error).__name__
