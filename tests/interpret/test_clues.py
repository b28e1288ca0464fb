"""A cheap look that spares most texts an expression never keeps a text from it that it would match."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jdparse.clean import chat
from jdparse.interpret import file, source, values
from jdparse.outline import labels, titles

CLUES = [
    (values._NO_TEXT, values._BLANK),
    (values._NO_TEXT, values._SKELETON),
    (values._NO_TEXT, values._NONE),
    (values._NO_TEXT, values._PROMPT),
    (values._BLANK_INSIDE, values._RUN),
    (titles._OF_A_KIND, titles._TITLE),
    *((source._MAY_SAY, expression) for _, expression in source._PATTERNS),
    (file._MASKED, file._MASK),
    (file._MASKED, file._TWO_STARS),
]


# Those whose clue is no expression of its own.
OTHERS = [
    (labels._has_gap, labels._GAP),
    (lambda text: "20" in text, chat._HEAD),
    (lambda text: "（" in text or "(" in text, labels._IN_BRACKETS),
]


@pytest.mark.parametrize(("has_clue", "expression"), OTHERS, ids=[expression.pattern[:12] for _, expression in OTHERS])
@given(data=st.data())
@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
def test_what_an_expression_matches_passes_the_look_for_it(
    has_clue: Callable[[str], bool], expression: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(re.compile(expression.pattern, expression.flags)))
    assert has_clue(text)


@pytest.mark.parametrize(("clue", "expression"), CLUES, ids=[expression.pattern[:12] for _clue, expression in CLUES])
@given(data=st.data())
@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
def test_what_an_expression_matches_has_its_clue(
    clue: re.Pattern[str], expression: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(re.compile(expression.pattern, expression.flags)))
    # as they are used: from the beginning of a stripped value, or anywhere in a text
    anchored = clue is values._NO_TEXT
    text = text.strip() if anchored else text
    assume((expression.match if anchored else expression.search)(text) is not None)
    assert (clue.match if anchored else clue.search)(text) is not None, text
