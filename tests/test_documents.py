"""The documents for measuring: each gives its gold record, whole."""

import json
from pathlib import Path

import pytest

import jdparse
from tests.scoring import compare

FOLDERS = sorted(path.parent for path in (Path(__file__).parent / "documents").glob("*/gold.json"))

# Documents that fall short, with the misses and extras that are let pass. It only ever shrinks.
SHORT: dict[str, set[str]] = {}


def test_there_are_documents() -> None:
    assert len(FOLDERS) >= 14
    assert set(SHORT) <= {folder.name for folder in FOLDERS}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_document(folder: Path) -> None:
    (source,) = folder.glob("input.*")
    record = jdparse.parse(source.read_bytes(), source.name).record.model_dump(mode="json")
    score = compare(json.loads((folder / "gold.json").read_text(encoding="utf-8")), record)
    wrong = {*(f"missed {line}" for line in score.missed), *(f"extra  {line}" for line in score.extra)}
    assert wrong == SHORT.get(folder.name, set())
