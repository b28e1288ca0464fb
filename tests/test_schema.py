"""The JSON Schema says what is written, and its file says what the models say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from generate import TARGETS, main
from jdparse import schema
from jdparse.emit import to_json
from jdparse.validation import validated

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "schemas" / "jdparse-1.0.schema.json"
FULL: dict[str, Any] = {
    "source": {"name": "库管.docx", "format": "docx", "script": "traditional"},
    "organization": {"name": "青禾仓储有限公司", "phones": ["010-5550 0199"]},
    "jobs": [
        {
            "title": "库管员",
            "substitutes": [{"position": "叉车司机", "scope": "收货"}],
            "duties": [{"name": "收货", "tasks": ["核对送货单"], "skills": [{"text": "开叉车", "level": "B"}]}],
            "relations": {"contacts": [{"party": "承运商", "side": "external", "means": ["电话"]}]},
            "extra_fields": [{"label": "版次", "value": "3"}],
            "facets": {"education_level": "high_school", "salary": {"min": 5000, "currency": "CNY", "per": "month"}},
        }
    ],
    "extra_sections": [{"items": ["以上岗位均需倒班"]}],
    "removed": [{"reason": "page_number", "text": "第1页", "line": 40}],
    "diagnostics": [{"code": "JD301", "name": "blank-field", "level": "info", "message": "…", "job": 0}],
}


@pytest.fixture(scope="module", name="validator")
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(FILE.read_text("utf-8")))


def test_the_file_is_up_to_date() -> None:
    assert FILE.read_text("utf-8") == schema.text(), "run: python tools/generate.py schema"


def test_every_generated_file_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().err
    assert FILE in {ROOT / target.path for target in TARGETS}


def test_it_is_a_schema() -> None:
    document = json.loads(schema.text())
    Draft202012Validator.check_schema(document)
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert document["$id"] == "https://jdparse.dev/schemas/jdparse-1.0.schema.json"


def _objects(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield document
    yield from document["$defs"].values()


def test_every_key_is_required_and_no_other_is_allowed() -> None:
    """But those that came after the first release: docs/schema-policy.md."""
    later = {key for keys in schema.ADDED.values() for key in keys}
    for part in _objects(schema.json_schema()):
        missing = set(part["properties"]) - set(part["required"])
        assert part["required"] == [key for key in part["properties"] if key not in missing]
        assert missing <= later
        assert part["additionalProperties"] is False


def test_chinese_stands_as_it_is() -> None:
    assert '"title": "岗位名称"' in schema.text()
    assert schema.text().endswith("}\n")


@pytest.mark.parametrize("record", [{}, {"jobs": [{}]}, FULL])
def test_what_is_written_is_valid(record: dict[str, Any], validator: Draft202012Validator) -> None:
    validator.validate(json.loads(to_json(validated(record))))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3), st.integers(1), st.floats(0, 1e9))
@settings(max_examples=25, deadline=None)
def test_any_text_and_number_is_valid(texts: list[str], line: int, amount: float) -> None:
    record = validated(
        {
            "jobs": [{"kpis": texts, "facets": {"salary": {"min": amount, "max": line}}}],
            "removed": [{"reason": "comments", "text": text, "line": line} for text in texts],
        }
    )
    Draft202012Validator(schema.json_schema()).validate(json.loads(to_json(record)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("jobs", 0, "title"), 3),
        (("jobs", 0, "title"), ["库管员"]),
        (("jobs", 0, "reports_to"), None),
        (("jobs", 0, "relations", "contacts", 0, "side"), "both"),
        (("jobs", 0, "facets", "salary", "min"), "5000"),
        (("jobs", 0, "colour"), "red"),
        (("schema_version",), "2.0"),
        (("removed", 0, "reason"), "boring"),
        (("diagnostics", 0, "code"), "JD901"),
        (("organization",), []),
    ],
)
def test_something_else_is_not_valid(
    path: tuple[str | int, ...], value: object, validator: Draft202012Validator
) -> None:
    record = json.loads(to_json(validated(FULL)))
    place = record
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(ValidationError):
        validator.validate(record)


def test_a_missing_key_is_not_valid(validator: Draft202012Validator) -> None:
    record = json.loads(to_json(validated({})))
    del record["organization"]
    with pytest.raises(ValidationError, match="'organization' is a required property"):
        validator.validate(record)
