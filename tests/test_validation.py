"""The validator without the models is theirs: it completes and refuses what they do."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import ValidationError

import jdparse
import record_schema
from jdparse.records import File, Source
from jdparse.validation import keys, validated
from tests.test_schema import FULL

VALUES: list[Any] = [
    None, "", "仓管", "2024-05", "JD204", "5000", 0, -1, 3, 1.5, float("inf"), True, [], ["收货"], [None], {}, {"text": "x"},
]  # fmt: skip
"""What may stand in any place: right for one field, wrong for the next."""


def _places(data: Any, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of each value of a record, objects and lists too."""
    found = [above] if above else []
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [*found, *(place for key, value in items for place in _places(value, (*above, key)))]


def _changed(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A copy of the data with another value in one place."""
    if not path:
        return value
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = _changed(data[path[0]], path[1:], value)
    return copy


def _by_models(tree: Any) -> Any:
    """What the models make of a tree; None when they refuse it."""
    try:
        return File.model_validate(tree).model_dump(mode="json")
    except ValidationError:
        return None


def _here(tree: Any) -> Any:
    try:
        return validated(tree)
    except ValidationError:
        return None


def _ordered(data: Any) -> Any:
    """The data with its keys as lists, so that their order counts, and numbers with their type."""
    if isinstance(data, dict):
        return [(key, _ordered(value)) for key, value in data.items()]
    if isinstance(data, list):
        return [_ordered(value) for value in data]
    return (type(data), data)


WHOLE = validated(FULL)
PLACES = _places(WHOLE)


@pytest.mark.parametrize("tree", [{}, {"jobs": [{}]}, FULL, WHOLE])
def test_what_is_left_out_has_the_defaults_of_the_models(tree: Any) -> None:
    assert _ordered(validated(tree)) == _ordered(_by_models(tree))


@given(st.sampled_from(PLACES), st.sampled_from(VALUES))
@settings(deadline=None, max_examples=500)
def test_the_models_and_the_validator_refuse_the_same(path: tuple[str | int, ...], value: Any) -> None:
    tree = _changed(WHOLE, path, value)
    assert _ordered(_here(tree)) == _ordered(_by_models(tree)), (path, value)


@pytest.mark.parametrize("path", [path for path in PLACES if isinstance(path[-1], str)])
def test_an_unknown_key_is_refused_beside_each(path: tuple[str | int, ...]) -> None:
    part: Any = WHOLE
    for step in path[:-1]:
        part = part[step]
    tree = _changed(WHOLE, path[:-1], {**part, "colour": "red"})
    with pytest.raises(ValidationError, match="colour"):
        validated(tree)


def test_a_constraint_that_is_not_known_is_not_dropped() -> None:
    with pytest.raises(NotImplementedError, match="str with max_length"):
        record_schema.plain({"type": "str", "max_length": 3}, {})
    with pytest.raises(NotImplementedError, match="callable"):
        record_schema.plain({"type": "callable"}, {})


def test_the_keys_of_a_part() -> None:
    assert keys("source") == Source.model_fields.keys()
    with pytest.raises(KeyError):
        keys("colour")


def test_a_parse_gives_both_forms() -> None:
    parsed = jdparse.parse("岗位名称：仓管\n岗位职责：\n1、收货".encode())
    assert parsed.record.model_dump(mode="json") == parsed.data
    assert parsed.record is parsed.record
