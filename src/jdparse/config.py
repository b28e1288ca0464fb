"""The configuration file: `jdparse.toml`, or the table `[tool.jdparse]` of `pyproject.toml`.

    [labels]
    summary = ["岗位使命", "存在价值"]
    requirements.certificates = ["持证情况"]

    [furniture]
    site_notice = ["^本站(?:公告|广告)"]

    [validate]
    profile = "form"
    ignore = ["JD301"]

`labels` has further wordings of labels, by the path of the record's field; `furniture` has regular expressions of lines
to leave out, by the reason that the record gives for it; `validate` says what `jdparse validate` looks for.
"""

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from jdparse.diagnostics import DIAGNOSTICS, LEVELS, Level, matching
from jdparse.errors import UsageError
from jdparse.patterns import deferred

FILE_NAME: Final = "jdparse.toml"
PROJECT_FILE_NAME: Final = "pyproject.toml"
# tomllib says where only in its message: "… (at line 3, column 5)" or "… (at end of document)".
_PLACE = deferred(r"\(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Checks:
    """What `jdparse validate` looks for. A selector is the beginning of a code (`JD5`) or a name (`age-limit`)."""

    select: tuple[str, ...] = ()
    """Selectors of what is told; empty for everything."""
    ignore: tuple[str, ...] = ()
    """Selectors of what is not."""
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Selectors of what is not told in files whose path or name fits a pattern with `*` and `?`."""
    exclude: tuple[str, ...] = ()
    """Patterns of files that are passed over in a folder."""
    levels: Mapping[str, Level] = field(default_factory=lambda: MappingProxyType({}))
    """Levels other than the diagnostics' own, by selector."""
    profile: str = "any"
    """The set of required fields: a key of `lint.rules.PROFILES`."""
    required: tuple[str, ...] = ()
    """The fields that are required in place of a profile's."""
    max_summary: int | None = None
    """Characters that a summary may have; None for `lint.subject.LONG_SUMMARY`."""
    preview: bool = True
    """Whether families in preview are told."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file says."""

    labels: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Record field (`summary`, `requirements.certificates`) to further labels for it."""
    furniture: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Reason (`site_notice`) to regular expressions for lines that are left out for it: see `clean.own_furniture`."""
    validate: Checks = field(default_factory=Checks)


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
    _check_keys(path, table, [part.name for part in fields(Config)], "")
    return Config(
        MappingProxyType(_labels(path, table)), MappingProxyType(_furniture(path, table)), _checks(path, table)
    )


def _labels(path: Path, table: dict[str, object]) -> dict[str, tuple[str, ...]]:
    found = _lists(path, table, "labels")
    if found:
        from jdparse import vocabulary

        _check_keys(path, found, vocabulary.fields(), "labels.")
    return {key: tuple(label.strip() for label in labels) for key, labels in found.items()}


def _furniture(path: Path, table: dict[str, object]) -> dict[str, tuple[str, ...]]:
    found = _lists(path, table, "furniture")
    if found:
        from jdparse.clean import own_furniture

        _check_keys(path, found, own_furniture.reasons(), "furniture.")
        for key, pattern in ((key, pattern) for key, patterns in found.items() for pattern in patterns):
            try:
                own_furniture.compile(pattern)
            except UsageError:
                raise UsageError(
                    "{file}: 'furniture.{key}': no regular expression, or too large a one: {pattern}",
                    file=str(path),
                    key=key,
                    pattern=pattern,
                ) from None
    return found


_LISTS: Final = ("select", "ignore", "exclude", "required")
_TABLES: Final = ("per-file-ignores", "levels")
_VALUES: Final = ("profile", "max-summary", "preview")


def _checks(path: Path, table: dict[str, object]) -> Checks:
    found = table.get("validate")
    if found is None:
        return Checks()
    if not isinstance(found, dict):
        raise UsageError("{file}: '{key}' must be a table", file=str(path), key="validate")
    said = cast("dict[str, object]", found)
    _check_keys(path, said, (*_LISTS, *_TABLES, *_VALUES), "validate.")
    lists = {key: _texts(path, f"validate.{key}", said[key]) for key in _LISTS if key in said}
    ignored = {
        pattern: _texts(path, f"validate.per-file-ignores.{pattern}", value)
        for pattern, value in _inner(path, said, "per-file-ignores").items()
    }
    levels: dict[str, Level] = {
        selector: cast("Level", _one_of(path, f"validate.levels.{selector}", level, LEVELS))
        for selector, level in _inner(path, said, "levels").items()
    }
    for selector in (
        *lists.get("select", ()),
        *lists.get("ignore", ()),
        *levels,
        *(s for v in ignored.values() for s in v),
    ):
        _check_selector(path, selector)
    required = lists.get("required", ())
    if required:
        _check_keys(path, required, _paths(), "validate.required: ")
    profile = "own" if required else "any"
    if "profile" in said:
        from jdparse.lint.rules import PROFILES

        profile = _one_of(path, "validate.profile", said["profile"], PROFILES)
    return Checks(
        lists.get("select", ()),
        lists.get("ignore", ()),
        MappingProxyType(ignored),
        lists.get("exclude", ()),
        MappingProxyType(levels),
        profile,
        required,
        _whole_number(path, "validate.max-summary", said.get("max-summary")),
        _switch(path, "validate.preview", said.get("preview", True)),
    )


def _inner(path: Path, said: dict[str, object], key: str) -> dict[str, object]:
    value = said.get(key, {})
    if not isinstance(value, dict):
        raise UsageError("{file}: '{key}' must be a table", file=str(path), key=f"validate.{key}")
    return cast("dict[str, object]", value)


def _one_of(path: Path, key: str, value: object, known: Iterable[str]) -> str:
    if isinstance(value, str) and value in known:
        return value
    raise UsageError("{file}: '{key}' must be one of: {known}", file=str(path), key=key, known=", ".join(known))


def _whole_number(path: Path, key: str, value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise UsageError("{file}: '{key}' must be a whole number that is not below 0", file=str(path), key=key)
    return value


def _switch(path: Path, key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise UsageError("{file}: '{key}' must be true or false", file=str(path), key=key)
    return value


def _check_selector(path: Path, selector: str) -> None:
    if not matching(selector):
        _check_keys(path, [selector], [name for kind in DIAGNOSTICS.values() for name in (kind.code, kind.name)], "")


def _paths() -> list[str]:
    """The paths of a job's fields that may be required."""
    from jdparse.lint.subject import field_paths

    return field_paths()


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


def _lists(path: Path, table: dict[str, object], name: str) -> dict[str, tuple[str, ...]]:
    """The lists of texts in the table of that name; a table inside it is a further step of the key."""
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise UsageError("{file}: '{key}' must be a table", file=str(path), key=name)
    return {
        key.removeprefix(f"{name}."): _texts(path, key, value)
        for key, value in _leaves(cast("dict[str, object]", found), f"{name}.")
    }


def _leaves(table: dict[str, object], prefix: str) -> Iterable[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(cast("dict[str, object]", value), f"{prefix}{key}.")
        else:
            yield prefix + key, value


def _texts(path: Path, key: str, value: object) -> tuple[str, ...]:
    texts = cast("list[object]", value) if isinstance(value, list) else [None]
    found = tuple(text for text in texts if isinstance(text, str) and text.strip())
    if len(found) < len(texts):
        raise UsageError("{file}: '{key}' must be a list of texts, none of them empty", file=str(path), key=key)
    return found


def _check_keys(path: Path, found: Iterable[str], known: Iterable[str], prefix: str) -> None:
    for key in found:
        if key in known:
            continue
        from difflib import get_close_matches  # only a key that is wrong needs it

        if near := get_close_matches(key, known, n=1):
            raise UsageError(
                "{file}: unknown key '{key}'; did you mean '{near}'?",
                file=str(path),
                key=prefix + key,
                near=prefix + near[0],
            )
        raise UsageError("{file}: unknown key '{key}'", file=str(path), key=prefix + key)
