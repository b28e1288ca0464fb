"""Records that were written before, checked against the model: JSON, JSON Lines and YAML."""

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jdparse.check import positions
from jdparse.check.found import Content, Found, Unit, path_of
from jdparse.check.places import Lines, Place, Steps
from jdparse.patterns import deferred
from jdparse.records import File

SUFFIXES: Final = (".json", ".yaml", ".yml", ".jsonl")
"""The suffixes of files that hold records."""

_BRANCHES: Final = frozenset({"int", "float", "constrained-int", "constrained-float"})
"""What pydantic adds to the place of a number that may be whole or not."""

_DEEPEST: Final = 32
"""Levels of nesting in YAML; a record has seven."""

# The JSON reader of pydantic-core says where only in its message: "expected value at line 3 column 5".
_PLACE = deferred(r"at line (\d+) column (\d+)$")


def read(data: bytes, suffix: str) -> Content:
    """The records in a file's bytes, in the format that the suffix (in lower case) says, and what is wrong with them.

    The parameter `problem` of a finding is a key of `cli.problems`.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    if suffix == ".jsonl":
        parts = [_json(line, number) for number, line in enumerate(data.split(b"\n"), start=1) if line.strip()]
        return Content(
            [unit for part in parts for unit in part.units], [found for part in parts for found in part.found]
        )
    return _json(data) if suffix == ".json" else _yaml(data)


class _Text:
    """The text of a record; where its values stand is found out when it is asked for."""

    def __init__(self, data: bytes, first: int = 1, *, is_yaml: bool = False) -> None:
        self._data = data
        self._first = first
        self._is_yaml = is_yaml

    @cached_property
    def lines(self) -> Lines:
        return Lines(self._data.decode("utf-8", "replace"), self._first)

    @cached_property
    def positions(self) -> positions.Positions:
        return (positions.of_yaml if self._is_yaml else positions.of_json)(self.lines.text)

    def locate(self, steps: Steps, text: str = "") -> Place | None:
        """The place of a value, or of a text in it where that is written there as it is, or of what is around it."""
        while steps not in self.positions:
            if not steps:
                return None
            steps = steps[:-1]
        start, end = self.positions[steps]
        if text:
            at = self.lines.text.find(text, start, end)
            if at >= 0:
                return self.lines.place(at, at + len(text))
        return self.lines.place(start, end)


def _json(data: bytes, first: int = 1) -> Content:
    """One record in JSON; `first` is the number of its first line."""
    text = _Text(data, first)
    try:
        return Content([Unit(File.model_validate_json(data, strict=True), text.locate)])
    except ValidationError as error:
        return Content(found=list(_violations(error, text)))


def _violations(error: ValidationError, text: _Text) -> Iterator[Found]:
    # A number that may be whole or not is tried as both and fails as both: the last finding is the wider one.
    details = {_steps(detail): detail for detail in error.errors(include_url=False)}
    for steps, detail in details.items():
        if detail["type"] == "json_invalid":
            place = _PLACE.search(str(detail.get("ctx", {}).get("error")))
            yield _unreadable("json", text.lines.at(*map(int, place.groups())) if place else None)
            continue
        at = (*steps, positions.KEY) if detail["type"] == "extra_forbidden" else steps
        context = {key: str(value) for key, value in detail.get("ctx", {}).items()}
        yield Found(
            "schema-violation",
            {"field": path_of(steps) or "-", "problem": detail["type"], **context},
            text.locate(at),
            path_of(steps),
            f"{path_of(steps)}: {detail['type']}",
        )


def _steps(detail: ErrorDetails) -> Steps:
    steps = detail["loc"]
    return steps[:-1] if steps and steps[-1] in _BRANCHES else steps


def _unreadable(problem: str, place: Place | None) -> Found:
    return Found("unreadable-file", {"problem": problem}, place, subject=problem)


def _yaml(data: bytes) -> Content:
    import yaml

    text = _Text(data, is_yaml=True)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if not _is_plain(yaml.parse(data, Loader=loader)):
            return Content(found=[_unreadable("record", None)])
        # Dates and other types of YAML's own become texts, as a record has no such values.
        as_json = json.dumps(yaml.load(data, Loader=loader), default=str)
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        return Content(found=[_unreadable("yaml", text.lines.at(mark.line + 1, mark.column + 1) if mark else None)])
    except (TypeError, ValueError):  # a key that is no text; a date that is not in the calendar
        return Content(found=[_unreadable("record", None)])
    try:
        return Content([Unit(File.model_validate_json(as_json, strict=True), text.locate)], (), text.lines.text)
    except ValidationError as error:
        return Content(found=list(_violations(error, text)), text=text.lines.text)


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
