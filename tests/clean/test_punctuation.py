"""Half-width to full-width punctuation."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdparse.clean import punctuation
from jdparse.clean.punctuation import widen
from tests.work import RATIO, SLACK, count, watch

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
def test_work_is_linear(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of anything, each with a start that makes the text worth a look: counted, not timed."""
    work = watch(monkeypatch)

    def cost(size: int) -> int:
        text = "职责:" + unit * (size // len(unit)) + ",中@"
        return count(work, lambda: punctuation.widen(text))

    assert cost(20_000) < RATIO * cost(10_000) + SLACK
