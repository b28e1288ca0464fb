"""The vocabulary: what a look-up finds, and what its table must be like."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from jdparse import vocabulary
from jdparse.clean.script import simplify
from jdparse.errors import UsageError
from jdparse.schema import json_schema

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "labels.yaml").read_text(encoding="utf-8"))
ROLES = ("section.", "duty.", "column.")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    assert vocabulary.builtin().find(case["label"]) == case["field"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("任职资格", "requirements.general"),
        ("作业权限", "authority"),
        ("风险", None),
        ("加班", None),
        ("收货入库", None),
    ],
)
def test_a_bare_heading(heading: str, field: str | None) -> None:
    """A common word is a label only with a colon behind it; the ending of a heading can do."""
    assert vocabulary.builtin().heading(heading) == field


def test_every_label_finds_its_own_field() -> None:
    known = vocabulary.builtin()
    wrong = {label: known.find(label) for label, field in known.labels.items() if known.find(label) != field}
    assert wrong == {}
    assert [label for label, field in known.english.items() if known.find(label) != field] == []


def test_the_table_has_labels_as_they_are_looked_up() -> None:
    known = vocabulary.builtin()
    assert [label for label in known.labels if vocabulary.fold(label) != label] == []
    assert [label for label in known.labels if simplify(label)[0] != label] == []
    assert [label for label in known.english if label != label.lower().strip()] == []


def test_labels_name_paths_of_the_record_or_roles() -> None:
    paths = set(_paths())
    assert [field for field in vocabulary.fields() if not field.startswith(ROLES) and field not in paths] == []


def _paths() -> Iterator[str]:
    whole = json_schema()
    definitions: dict[str, Any] = whole["$defs"]
    for prefix, name in (("", "Job"), ("organization.", "Organization")):
        for key, part in definitions[name]["properties"].items():
            yield f"{prefix}{key}"
            if "$ref" in part:
                for inner in definitions[part["$ref"].rpartition("/")[2]]["properties"]:
                    yield f"{prefix}{key}.{inner}"


def test_own_labels_win() -> None:
    words = vocabulary.extended({"summary": ("岗位 使命感",), "remarks": ("岗位名称",)})
    assert words.find("岗位使命感：") == "summary"
    assert words.find("岗位名称") == "remarks"
    assert words.find("职位名称") == "title"
    assert vocabulary.builtin().find("岗位名称") == "title"


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ({"requirements.weather": ("天气",)}, "no such field: requirements.weather"),
        ({"summary": ("使命感",), "remarks": ("使命感：",)}, "claimed by two fields: summary and remarks"),
    ],
)
def test_own_labels_that_cannot_be(labels: dict[str, tuple[str, ...]], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        vocabulary.extended(labels)
