"""Small documents in, parts of the record out."""

from typing import Any

import pytest

from tests.stages import cases, record

OWN = ("jobs", "organization", "source")


def part(found: dict[str, Any], path: str) -> Any:
    """What stands at a dotted path."""
    keys = path.split(".")
    if keys[0] == "file":
        keys = keys[1:]
    elif keys[0] not in OWN:
        assert len(found["jobs"]) == 1
        keys = ["jobs", "0", *keys]
    value: Any = found
    for key in keys:
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def cut(value: Any, like: Any) -> Any:
    """The value with those keys of its mappings that the expected one names."""
    if isinstance(value, list) and isinstance(like, list) and len(value) == len(like):
        return [cut(one, other) for one, other in zip(value, like, strict=True)]
    if isinstance(value, dict) and isinstance(like, dict):
        return {key: value[key] for key in like}
    return value


@pytest.mark.parametrize("case", cases("records"))
def test_record(case: dict[str, Any]) -> None:
    found = record(case["text"])
    expected = dict(case["expected"])
    names = {note["name"] for note in found["diagnostics"]}
    assert names >= set(expected.pop("diagnostics", ()))
    if "compliance" in expected:
        limits = [note["name"] for note in found["diagnostics"] if note["code"].startswith("JD5")]
        assert limits == expected.pop("compliance")
    assert {path: cut(part(found, path), value) for path, value in expected.items()} == expected
