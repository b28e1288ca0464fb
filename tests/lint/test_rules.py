"""Rules: each on the example that its page shows, and on cases of their own."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from jdparse.diagnostics import DIAGNOSTICS
from jdparse.lint import rules
from jdparse.lint.sets import Member
from jdparse.lint.subject import Settings
from jdparse.records import Job

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "rules.yaml").read_text(encoding="utf-8")
)
EVERY = frozenset(rule.name for rule in (*rules.RULES, *rules.SET_RULES))


def _job(data: dict[str, Any]) -> Job:
    return Job.model_validate(data)


def _fired(name: str, data: Any, **settings: Any) -> list[str]:
    """The paths that a rule names in a job, or in a list of jobs."""
    only = frozenset({name})
    if isinstance(data, list):
        members = [Member.of(f"{index}.yaml", _job(job)) for index, job in enumerate(data)]
        return [f"{index}: {hit.path}" for _name, index, hit in rules.check_set(members, True, only)]
    return [hit.path for _name, hit in rules.check(_job(data), Settings(**settings), only)]


@pytest.mark.parametrize("rule", [*rules.RULES, *rules.SET_RULES], ids=lambda rule: str(rule.name))
def test_each_rule_fires_on_its_example_and_is_silent_on_the_other(rule: rules.Rule | rules.SetRule) -> None:
    assert _fired(rule.name, yaml.safe_load(rule.fires))
    assert _fired(rule.name, yaml.safe_load(rule.silent)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['title']}")
def test_case(case: dict[str, Any]) -> None:
    assert _fired(case["rule"], case["input"], **case.get("settings", {})) == case["expected"]


def test_each_rule_has_cases_on_both_sides() -> None:
    for name in EVERY - {f"{kind}-limit" for kind in "gender age marital origin appearance health".split()}:
        mine = [bool(case["expected"]) for case in CASES if case["rule"] == name]
        assert set(mine) == {True, False}, name


@pytest.mark.parametrize("rule", [*rules.RULES, *rules.SET_RULES], ids=lambda rule: str(rule.name))
def test_what_a_rule_finds_fills_its_message(rule: rules.Rule | rules.SetRule) -> None:
    data = yaml.safe_load(rule.fires)
    kind = DIAGNOSTICS[rule.name]
    if isinstance(rule, rules.SetRule):
        hits = [hit for _index, hit in rule.check([Member.of("a", _job(job)) for job in data])]
    else:
        hits = [hit for _name, hit in rules.check(_job(data), Settings(), frozenset({rule.name}))]
    for hit in hits:
        assert kind.render(hit.params)
        assert kind.render_zh(hit.params)


def test_the_table_is_in_the_order_of_the_codes() -> None:
    for table in (rules.RULES, rules.SET_RULES):
        codes = [DIAGNOSTICS[rule.name].code for rule in table]
        assert codes == sorted(codes)


def test_long_sets_take_linear_time() -> None:
    """A chain of superiors as long as the set is walked once, without recursion."""
    chain = [Member("a", f"岗{index}", reports_to=(f"岗{index + 1}",)) for index in range(20_000)]
    assert list(rules.check_set(chain, True, frozenset({"reporting-cycle"}))) == []
    ring = [*chain, Member("a", "岗20000", reports_to=("岗0",))]
    (found,) = rules.check_set(ring, True, frozenset({"reporting-cycle"}))
    assert found[1] == 0
