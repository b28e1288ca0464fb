"""The command line of the tools that make a data file from a library's tables."""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path


def main(target: Path, text: str, library: str, argv: Sequence[str]) -> int:
    """Write `text` to the file, or with `--check` compare them. Returns the exit code: 1 where they differ."""
    if list(argv[1:]) != ["--check"]:
        target.write_text(text, encoding="utf-8", newline="\n")
        return 0
    if target.read_text(encoding="utf-8") == text:
        return 0
    print(f"{target} is not what {library} {version(library)} gives: run {argv[0]}", file=sys.stderr)
    return 1
