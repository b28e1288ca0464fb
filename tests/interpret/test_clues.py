"""A cheap look that spares most texts an expression never keeps a text from it that it would match."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jdparse import numbering
from jdparse.clean import chat, page_numbers
from jdparse.interpret import integrity, source, values
from jdparse.loaders.html import styles
from jdparse.outline import labels, titles
from jdparse.outline.ads import calls, chips, vacancies

CLUES = [
    (values._NO_TEXT, values._BLANK),
    (values._NO_TEXT, values._SKELETON),
    (values._NO_TEXT, values._NONE),
    (values._NO_TEXT, values._PROMPT),
    (titles._OF_A_KIND, titles._TITLE),
    *((source._MAY_SAY, expression) for _, _, expression in source._PATTERNS),
    (integrity._MASKED, integrity._MASK),
    (integrity._MASKED, integrity._TWO_STARS),
]


def contains(has: str, text: str) -> bool:
    return has in text


# Those whose clue is no expression of its own.
OTHERS = [
    (values._has_blank, values._RUN),
    (labels._has_gap, labels._GAP),
    (lambda text: not text[:1].isalnum(), labels._BRACKET),
    *(
        (calls.may_call, expression)
        for expression in (calls._LINE, calls._WITH_COUNT, calls._ANNOUNCED, vacancies._CALL)
    ),
    (lambda text: "20" in text, chat._HEAD),
    (lambda text: "（" in text or "(" in text, labels._IN_BRACKETS),
    (lambda text: not text.isalpha(), source._MAY_SAY),
    *((partial(contains, has), expression) for _, has, expression in source._PATTERNS),
    (lambda text: " " in text or "\u3000" in text, titles._LETTER_SPACED),
    (lambda text: not page_numbers._BESIDE.isdisjoint(text), page_numbers._HEAD),
    *(
        (lambda text: not chips._SEPARATING.isdisjoint(text), expression)
        for expression in (chips._BARS, chips._BESIDE_BARS, chips._BLANKS, chips._DOTS)
    ),
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


def test_a_character_that_is_passed_over_as_ordinary_begins_no_marker() -> None:
    ordinary = list(map(chr, range(0x3400, 0xFE01)))
    rare = [c for c in ordinary if numbering.PICTURES.match(c) or numbering._is_rare(c) or c in numbering._BLANKS]
    assert rare == []


def test_each_sign_of_a_style_sheet_begins_with_a_property_that_is_searched() -> None:
    assert all(sign.startswith(styles._PROPERTIES) for sign in styles._SIGNS)
