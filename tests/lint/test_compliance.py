"""Limits on who may have a job: each wording of the one half, the precision and recall of the other."""

from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jdparse.lint import compliance

CASES = Path(__file__).parent.parent / "cases"
# What must hold on wordings that the rules were not developed on.
PRECISION, RECALL = 0.98, 0.95
PHRASES = 150
"""The fewest wordings in both halves together."""

Phrase = tuple[str, frozenset[str]]


def _phrases(name: str) -> list[Phrase]:
    """The wordings of a file with the kinds of limits that each sets."""
    found: list[Phrase] = []
    for kind, phrases in yaml.safe_load((CASES / name).read_text(encoding="utf-8")).items():
        for phrase in phrases:
            if isinstance(phrase, dict):
                found += [(str(text), frozenset(kinds)) for text, kinds in phrase.items()]
            else:
                found.append((str(phrase), frozenset() if kind == "none" else frozenset({kind})))
    return found


DEVELOPED, HELD_OUT = _phrases("compliance.yaml"), _phrases("compliance_held_out.yaml")


def _given(text: str) -> frozenset[str]:
    return frozenset(limit.name for limit in compliance.find(text))


@pytest.mark.parametrize(("text", "kinds"), DEVELOPED, ids=[text for text, _kinds in DEVELOPED])
def test_wording(text: str, kinds: frozenset[str]) -> None:
    assert _given(text) == kinds


def test_wordings_that_the_rules_are_not_developed_on() -> None:
    right = missed = extra = 0
    for text, kinds in HELD_OUT:
        given = _given(text)
        right, missed, extra = right + len(given & kinds), missed + len(kinds - given), extra + len(given - kinds)
    assert right / (right + extra) >= PRECISION
    assert right / (right + missed) >= RECALL


def test_the_halves_are_large_enough_and_apart() -> None:
    assert len(DEVELOPED) + len(HELD_OUT) >= PHRASES
    assert min(len(DEVELOPED), len(HELD_OUT)) >= PHRASES / 2
    assert {text for text, _kinds in DEVELOPED}.isdisjoint(text for text, _kinds in HELD_OUT)
    for half in (DEVELOPED, HELD_OUT):
        assert {kind for _text, kinds in half for kind in kinds} == set(compliance.LIMITS)
        assert frozenset() in {kinds for _text, kinds in half}


@pytest.mark.parametrize("kind", compliance.LIMITS)
@given(data=st.data())
@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
def test_what_an_expression_finds_has_a_clue(kind: str, data: st.DataObject) -> None:
    """A clause without one is passed over: so whatever the expression can match has one."""
    expression = compliance.PATTERNS[kind]
    found = expression.limit.search(data.draw(st.from_regex(expression.limit.pattern)))
    assume(found is not None)
    assert found is not None
    assert not expression.clue.isdisjoint(found.group()), found


@pytest.mark.parametrize("text", ["户", "限", "男女", "1", "无", "十", "年龄", "、男"])
def test_long_clauses_take_linear_time(text: str) -> None:
    """No expression goes over a whole clause from each of its places: ten times the length is some ten times the work."""
    short, long = (_seconds(text * (count // len(text))) for count in (4_000, 40_000))
    assert long < 40 * short


def _seconds(text: str) -> float:
    spent: list[float] = []
    for _round in range(3):
        begin = process_time()
        list(compliance.find(text))
        spent.append(process_time() - begin)
    return min(spent)
