"""What tells whether two parsers give the same records: a hash of all that bears on them."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import jdparse

_APART: Final = {"batch", "check", "cli", "cluster", "locale", "report", "__pycache__"}
"""The folders of the package that parse nothing."""
_PACKAGES: Final = ("lxml", "opencc", "pydantic", "regex")
"""The packages whose work is seen in a record."""


@cache
def fingerprint() -> str:
    """The version of jdparse and, behind `+`, a hash of its code and data, of the packages that it parses by, of Python.

    It takes some 8 ms, once in a process. Where the package is not a folder of files (a zip archive) versions alone
    count.
    """
    digest = hashlib.sha256(f"python={sys.version_info[:2]}\n".encode())
    for package in _PACKAGES:
        try:
            digest.update(f"{package}={version(package)}\n".encode())
        except PackageNotFoundError:  # a part of a frozen program
            continue
    root = os.path.dirname(jdparse.__file__)
    for path in _files(root):
        with open(path, "rb") as file:
            data = file.read()
        digest.update(f"{path[len(root) :]} {len(data)}\n".encode())
        digest.update(data)
    return f"{jdparse.__version__}+{digest.hexdigest()[:12]}"


def _files(root: str) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - _APART)
        for name in sorted(names):
            if name.endswith((".py", ".toml", ".txt")):
                yield os.path.join(folder, name)
