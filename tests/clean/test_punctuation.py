"""Half-width to full-width punctuation."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdparse.clean.punctuation import widen

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "punctuation.yaml").read_text(encoding="utf-8"))

PUNCTUATION = ",;:?!.()\"'"
FULL_WIDTH = "，；：？！。（）“”‘’"

texts = st.lists(
    st.sampled_from(
        [*PUNCTUATION, *FULL_WIDTH, *"职责一二负a1B9 \t\u3000\n\r/-=@《》…．", "http://", "www.", "a@b.c", "1.", "(一)"]
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, str]) -> None:
    assert widen(case["input"]) == case["expected"]


@given(texts | st.text(st.characters()))
def test_changes_only_width_and_only_once(text: str) -> None:
    wide = widen(text)
    assert len(wide) == len(text)
    for old, new in zip(text, wide, strict=True):
        assert old == new or (old in PUNCTUATION and new in FULL_WIDTH)
    assert widen(wide) == wide


@given(st.text("abcXYZ0189 ,;:?!.()\"'\n、。，@/", max_size=60))
def test_leaves_text_without_chinese_alone(text: str) -> None:
    assert widen(text) == text


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        ")",
        "(中",
        '"',
        '"中',
        "'",
        "中,",
        "中.",
        "1,",
        ",",
        " ",
        "a",
        "www.",
        "http:",
        "@a",
        "中 ",
        "（",
        "a.",
        "（中)",
    ],
)
def test_time_is_linear(unit: str) -> None:
    """A hundred thousand of anything, each with a start that makes the text worth a look, in far less than a second."""
    text = "职责:" + unit * (100_000 // len(unit)) + ",中@"
    began = time.process_time()
    widen(text)
    assert time.process_time() - began < 1
