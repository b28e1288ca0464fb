"""Real documents beside the repository, where they are present: the two plain ones and the one on one line give their records exactly."""

import json
from pathlib import Path

import pytest

import jdparse
from tests.scoring import compare

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_seed_is_exact(number: str) -> None:
    folder = next(SEEDS.glob(f"{number}_*"), None)
    if folder is None:
        pytest.skip(f"no seed {number} beside the repository")
    record = jdparse.parse((folder / "input.txt").read_bytes(), "input.txt").data
    score = compare(json.loads((folder / "gold.json").read_text(encoding="utf-8")), record)
    assert (score.missed, score.extra) == ([], [])
    assert score.right > 20
