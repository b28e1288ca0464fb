"""Records that were written before, checked against the model."""

import json
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jdparse.patterns import deferred
from jdparse.records import File

_BRANCHES: Final = frozenset({"int", "float", "constrained-int", "constrained-float"})
"""What pydantic adds to the place of a number that may be whole or not."""

_DEEPEST: Final = 32
"""Levels of nesting in YAML; a record has seven."""

# The JSON reader of pydantic-core says where only in its message: "expected value at line 3 column 5".
_PLACE = deferred(r"at line (\d+) column (\d+)$")


def check(data: bytes, suffix: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a record in JSON, JSON Lines or YAML, as the suffix says: places and messages.

    A place follows the name of the file: `:3` for a line, `:3:5` for line and column; the message begins with the path
    of the value (`jobs[0].title: must be a text`).
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    if suffix == ".jsonl":
        for number, line in enumerate(data.split(b"\n"), start=1):
            if line.strip():
                yield from _check_json(line, number)
    elif suffix == ".json":
        yield from _check_json(data)
    else:
        yield from _check_yaml(data)


def _check_json(data: bytes | str, number: int | None = None) -> Iterator[tuple[str, str]]:
    """The findings of one record; `number` is its line in a file of several."""
    try:
        File.model_validate_json(data, strict=True)
    except ValidationError as error:
        # A number that may be whole or not is tried as both and fails as both: the last finding is the wider one.
        found = {_path(detail["loc"]): detail for detail in error.errors(include_url=False)}
        for path, detail in found.items():
            if detail["type"] == "json_invalid":
                yield _json_place(detail, number), _("not valid JSON")
            else:
                yield "" if number is None else f":{number}", (f"{path}: " if path else "") + _message(detail)


def _json_place(detail: ErrorDetails, number: int | None) -> str:
    place = _PLACE.search(str(detail.get("ctx", {}).get("error")))
    if place is None:
        return "" if number is None else f":{number}"
    line, column = map(int, place.groups())
    return f":{line + (number or 1) - 1}:{column}"


def _check_yaml(data: bytes) -> Iterator[tuple[str, str]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if not _is_plain(yaml.parse(data, Loader=loader)):
            yield "", _("not a record")
            return
        # Dates and other types of YAML's own become texts, as a record has no such values.
        text = json.dumps(yaml.load(data, Loader=loader), default=str)
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        yield f":{mark.line + 1}:{mark.column + 1}" if mark else "", _("not valid YAML")
    except (TypeError, ValueError):  # a key that is no text; a date that is not in the calendar
        yield "", _("not a record")
    else:
        yield from _check_json(text)


def _is_plain(events: Iterable[object]) -> bool:
    """Whether YAML is free of what a record never has and a hostile file might.

    A few lines of aliases can stand for gigabytes; deep nesting overflows the stack of libyaml's composer.
    """
    import yaml

    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
            return False
    return True


def _path(location: tuple[int | str, ...]) -> str:
    """`jobs[0].title` for `("jobs", 0, "title")`, without the branch of a number that may be whole or not."""
    steps = location[:-1] if location and location[-1] in _BRANCHES else location
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


def _message(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return _("this key is missing")
        case "extra_forbidden":
            return _("there is no such key")
        case "string_type":
            return _("must be a text")
        case "tuple_type":
            return _("must be a list")
        case "model_type":
            return _("must be an object")
        case "bool_type":
            return _("must be true or false")
        case "int_type" | "int_from_float":
            return _("must be a whole number")
        case "float_type" | "finite_number":
            return _("must be a number")
        case "greater_than_equal":
            return _("must not be below {limit}").format(limit=f"{context['ge']:g}")
        case "literal_error":
            return _("must be one of: {expected}").format(expected=context["expected"].replace(" or ", ", "))
        case "string_pattern_mismatch":
            return _("must match {pattern}").format(pattern=context["pattern"])
        case other:
            return _("is not valid ({type})").format(type=other)
