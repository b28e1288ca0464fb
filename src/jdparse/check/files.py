"""The files that are checked: those that are named, and those in folders that are."""

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from jdparse.check import records, sources
from jdparse.patterns import deferred

EXCLUDED = ("README*", "CHANGELOG*", "CONTRIBUTING*", "LICENSE*", "LICENCE*", "NOTICE*", "requirements*.txt")
"""Names of files in a folder that are no job descriptions, whatever their suffix."""

_OF_A_RECORD = deferred(rb"\b(?:schema_version|jobs)[\"']?[ \t]*:")
"""What a JSON or YAML file has in it when it is a record, or was one before it was damaged."""


def named(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file once, in order, and whether it was found in a folder: a file that was named is checked whatever it is.

    In a folder the files with the suffix of a record or a source are looked for; what begins with a dot is passed over,
    and so are links to folders.
    """
    seen: set[str] = set()
    for path in paths:
        found = _inside(path) if path.is_dir() else [path]
        for file in found:
            key = os.path.normpath(file)
            if key not in seen:
                seen.add(key)
                yield file, file is not path


def _inside(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 (no Path for each file of a large folder)
            if not name.startswith((".", "~$")) and suffix in (*records.SUFFIXES, *sources.SUFFIXES):
                yield Path(root, name)


def is_hidden(path: Path) -> bool:
    """Whether the name of a file or of a folder on its way begins with a dot."""
    return any(part.startswith(".") and part.strip(".") for part in path.parts)


def is_meant(path: Path, data: bytes) -> bool:
    """Whether a file that was not chosen by name is a record or a source."""
    if any(fnmatch(path.name, pattern) for pattern in EXCLUDED):
        return False
    return path.suffix.lower() not in records.SUFFIXES or _OF_A_RECORD.search(data) is not None
