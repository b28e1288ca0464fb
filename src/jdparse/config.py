"""The configuration file: `jdparse.toml`, or the table `[tool.jdparse]` of `pyproject.toml`.

    [labels]
    summary = ["岗位使命", "存在价值"]
    requirements.certificates = ["持证情况"]

The only table so far is `labels`: further wordings of labels, by the path of the record's field.
"""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from jdparse.errors import UsageError

FILE_NAME: Final = "jdparse.toml"
PROJECT_FILE_NAME: Final = "pyproject.toml"
# tomllib says where only in its message: "… (at line 3, column 5)" or "… (at end of document)".
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file says."""

    labels: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Record field (`summary`, `requirements.certificates`) to further labels for it."""


def find(folder: Path) -> Path | None:
    """The nearest configuration file in a folder or above it; None where there is none.

    In one folder `jdparse.toml` goes before `pyproject.toml`, which counts only when it has a table `[tool.jdparse]`.
    Raises UsageError for a `pyproject.toml` that names jdparse and is not valid TOML.
    """
    folder = Path(os.path.realpath(folder))
    for place in (folder, *folder.parents):
        if (path := place / FILE_NAME).is_file():
            return path
        if (path := place / PROJECT_FILE_NAME).is_file() and b"jdparse" in _read(path) and _table(path) is not None:
            return path
    return None


def load(path: Path) -> Config:
    """The configuration in a file; without the table `[tool.jdparse]`, a `pyproject.toml` gives the default one.

    Raises UsageError, with the file and where possible the place, for a file that cannot be read, is not UTF-8 TOML,
    or has a key or value that means nothing.
    """
    table = _table(path) or {}
    _check_keys(path, table, ["labels"], "")
    labels = table.get("labels", {})
    if not isinstance(labels, dict):
        raise UsageError("{file}: '{key}' must be a table", file=str(path), key="labels")
    found = dict(_leaves(path, cast("dict[str, object]", labels)))
    if found:
        from jdparse.vocabulary import fields

        _check_keys(path, found, fields(), "labels.")
    return Config(MappingProxyType(found))


def _table(path: Path) -> dict[str, object] | None:
    """The table that is ours: the whole file, or `[tool.jdparse]` of a `pyproject.toml`, None where it has none."""
    try:
        content = tomllib.loads(_read(path).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UsageError("{file}: not in UTF-8", file=str(path)) from None
    except tomllib.TOMLDecodeError as error:
        if place := _PLACE.search(str(error)):
            line, column = map(int, place.groups())
            raise UsageError(
                "{file}:{line}:{column}: not valid TOML", file=str(path), line=line, column=column
            ) from None
        raise UsageError("{file}: not valid TOML: it ends too early", file=str(path)) from None
    if path.name != PROJECT_FILE_NAME:
        return content
    tools: object = content.get("tool")
    table: object = cast("dict[str, object]", tools).get("jdparse") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise UsageError("{file}: '{key}' must be a table", file=str(path), key="tool.jdparse")
    return cast("dict[str, object] | None", table)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError("{file}: no such file", file=str(path)) from None
    except OSError as error:
        raise UsageError("{file}: cannot be read", file=str(path)) from error


def _leaves(path: Path, table: dict[str, object], prefix: str = "") -> Iterable[tuple[str, tuple[str, ...]]]:
    """Each list of labels with its field path; a table inside the table is a further step of the path."""
    for key, value in table.items():
        name = prefix + key
        if isinstance(value, dict):
            yield from _leaves(path, cast("dict[str, object]", value), f"{name}.")
        else:
            yield name, _labels(path, name, value)


def _labels(path: Path, name: str, value: object) -> tuple[str, ...]:
    labels = cast("list[object]", value) if isinstance(value, list) else [None]
    found = tuple(label.strip() for label in labels if isinstance(label, str) and label.strip())
    if len(found) < len(labels):
        raise UsageError(
            "{file}: 'labels.{key}' must be a list of labels, none of them empty", file=str(path), key=name
        )
    return found


def _check_keys(path: Path, found: Iterable[str], known: Iterable[str], prefix: str) -> None:
    for key in found:
        if key in known:
            continue
        if near := get_close_matches(key, known, n=1):
            raise UsageError(
                "{file}: unknown key '{key}'; did you mean '{near}'?",
                file=str(path),
                key=prefix + key,
                near=prefix + near[0],
            )
        raise UsageError("{file}: unknown key '{key}'", file=str(path), key=prefix + key)
