"""Where a record and its source map are written."""

from collections.abc import Iterable, Mapping
from itertools import combinations, product
from pathlib import Path
from typing import Final

from jdparse.cli import output
from jdparse.cli.inputs import STDIN, shown
from jdparse.emit import Form
from jdparse.errors import OutputError, UsageError

SUFFIXES: Final[Mapping[str, Form]] = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".jsonl": "jsonl"}
"""The format that the suffix of a record's file says."""


def form(out: Path) -> Form:
    """The format that the output's name asks for. Raises UsageError when it says none that is known."""
    if out == output.STDOUT:
        return "json"
    if out.suffix.lower() in SUFFIXES:
        return SUFFIXES[out.suffix.lower()]
    raise UsageError(
        "{path}: the name tells no format; name it with -f, or end it in {suffixes}",
        path=shown(out),
        suffixes=", ".join(SUFFIXES),
    )


def check(read: Iterable[Path | None], written: Iterable[Path | None]) -> None:
    """Raise UsageError when a file would be written that is read here, or written twice."""
    from jdparse.emit.files import same_file

    outputs = [path for path in written if path]
    for source, target in product(read, outputs):
        if source and source != STDIN and target != output.STDOUT and same_file(source, target):
            raise UsageError("{path}: this file is read and must not be written", path=shown(target))
    for one, other in combinations(outputs, 2):
        if same_file(one, other):
            raise UsageError("{path}: this file would be written twice", path=shown(one))


def write(texts: Mapping[Path, str]) -> None:
    """Write all the files or, as far as that can be done, none: a failure takes back the new ones before it.

    Standard output comes last, as it cannot be taken back.
    """
    from jdparse.emit import files

    new: list[Path] = []
    for path in sorted(texts, key=lambda path: path == output.STDOUT):
        if path == output.STDOUT:
            output.write(texts[path].encode())
            continue
        try:
            there = path.exists()
            files.write(texts[path], path)
        except (OutputError, OSError):
            for written in new:
                written.resolve().unlink(missing_ok=True)
            raise
        if not there:
            new.append(path)
