"""Each Word sample gives the record that a person would write from it."""

import json
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import jdparse
from tests import scoring
from tests.word.build import FOLDER, REAL, SAMPLES, build

ROOT = Path(__file__).resolve().parent


def gold(name: str) -> dict[str, Any]:
    """A sample's gold record: the keys of score.py, and three more.

    `organization` is the organization's name; each text of `anywhere` must stand somewhere in the record, and each of
    `furniture` in what was removed.
    """
    found: dict[str, Any] = json.loads((ROOT / "word" / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def record(name: str) -> dict[str, Any]:
    return jdparse.parse(build(name), f"{name}.docx").data


def texts(value: Any) -> Iterator[str]:
    """All strings of a record but those of its diagnostics."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "diagnostics":
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def test_each_sample_has_a_gold_record() -> None:
    assert {path.stem for path in (ROOT / "word").glob("*.json")} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_record(name: str) -> None:
    hits, missed, extra = scoring.compare(gold(name), record(name))
    assert (missed, extra) == ([], [])
    assert hits


@pytest.mark.parametrize("name", SAMPLES)
def test_no_duty_is_empty(name: str) -> None:
    """The scorer counts texts, so that a duty without one would go unseen."""
    duties = [duty for job in record(name)["jobs"] for duty in job["duties"]]
    assert [duty for duty in duties if not any(duty.values())] == []


@pytest.mark.parametrize("name", [name for name in SAMPLES if "organization" in gold(name)])
def test_the_organization_of_the_page_header(name: str) -> None:
    organization = record(name)["organization"]
    assert organization is not None
    assert organization["name"] == gold(name)["organization"]


@pytest.mark.parametrize("name", [name for name in SAMPLES if "anywhere" in gold(name)])
def test_what_belongs_to_no_field_is_kept(name: str) -> None:
    found = list(texts(record(name)))
    assert [text for text in gold(name)["anywhere"] if not any(text in line for line in found)] == []


@pytest.mark.parametrize("name", [name for name in SAMPLES if "furniture" in gold(name)])
def test_what_stands_before_the_jobs_is_furniture(name: str) -> None:
    removed = [entry["text"] for entry in record(name)["removed"]]
    assert [text for text in gold(name)["furniture"] if not any(text in line for line in removed)] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_bytes_each_time(name: str) -> None:
    assert build(name) == build(name)


@pytest.mark.parametrize("folder", REAL)
def test_the_real_files_are_what_the_script_builds(folder: str) -> None:
    """Their markup: what surrounds it (styles, themes) comes with a version of python-docx."""
    with ZipFile(FOLDER / folder / "input.docx") as real, ZipFile(BytesIO(build(REAL[folder]))) as built:
        parts = [name for name in built.namelist() if re.match(r"word/(document|header|footer|numbering)", name)]
        assert len(parts) >= 3
        for part in parts:
            assert real.read(part) == built.read(part)
