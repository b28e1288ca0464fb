"""A cheap look that spares most texts an expression never keeps a text from it that it would match."""

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jdparse.interpret import file, values

CLUES = [
    (values._NO_TEXT, values._BLANK),
    (values._NO_TEXT, values._SKELETON),
    (values._NO_TEXT, values._NONE),
    (file._MASKED, file._MASK),
    (file._MASKED, file._TWO_STARS),
]


@pytest.mark.parametrize(("clue", "expression"), CLUES, ids=[expression.pattern[:12] for _clue, expression in CLUES])
@given(data=st.data())
@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
def test_what_an_expression_matches_has_its_clue(
    clue: re.Pattern[str], expression: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(re.compile(expression.pattern, expression.flags)))
    # as they are used: from the beginning of a stripped value, or anywhere in a text
    anchored = clue is values._NO_TEXT
    text = text.strip() if anchored else text
    assume((expression.match if anchored else expression.search)(text) is not None)
    assert (clue.match if anchored else clue.search)(text) is not None, text
