"""Labels in a line."""

from typing import Any

import pytest

from jdparse import vocabulary
from jdparse.outline import labels
from tests.stages import cases


@pytest.mark.parametrize("case", cases("labels"))
def test_pairs_of_a_line(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [
        [text[p.label_start : p.label_end].strip(" 【】[]：★"), p.field, text[p.value_start : p.value_end].strip()]
        for p in labels.pairs(text, vocabulary.builtin())
    ]
    assert found == case["expected"]


@pytest.mark.parametrize("case", cases("labels"))
def test_pairs_lie_in_order_and_apart(case: dict[str, Any]) -> None:
    at = 0
    for pair in labels.pairs(case["text"], vocabulary.builtin()):
        assert at <= pair.label_start < pair.label_end <= pair.value_start <= pair.value_end <= len(case["text"])
        at = pair.value_end
