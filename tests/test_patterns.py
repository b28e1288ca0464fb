"""Expressions that are compiled when first used."""

import re
from importlib import import_module
from pkgutil import walk_packages
from typing import cast

import pytest

import jdparse
from jdparse.patterns import Deferred, compiled, deferred


def _all() -> list[tuple[str, Deferred]]:
    names = [found.name for found in walk_packages(jdparse.__path__, "jdparse.") if not found.name.endswith("__main__")]
    modules = [import_module(name) for name in names]
    return [
        (f"{module.__name__}.{name}", value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Deferred)
    ]


FOUND = _all()


def test_there_are_expressions() -> None:
    assert len(FOUND) >= 100


@pytest.mark.parametrize(("name", "value"), FOUND, ids=[name for name, _ in FOUND])
def test_each_compiles(name: str, value: Deferred) -> None:
    assert value.compiled.pattern == value.pattern


def test_it_is_what_re_compile_gives() -> None:
    expression = deferred(r"(?P<years>\d+)年", re.IGNORECASE)
    made = cast("Deferred", expression)
    assert "search" not in vars(made)
    found = expression.search("工作3年以上")
    assert found is not None
    assert found["years"] == "3"
    assert "search" in vars(made)
    assert (expression.pattern, expression.flags & re.IGNORECASE) == (r"(?P<years>\d+)年", re.IGNORECASE)
    assert expression.groupindex == {"years": 1}
    assert expression.sub("x年", "3年5年") == "x年x年"


def test_what_is_no_expression_is_told_when_it_is_used() -> None:
    expression = deferred("(")
    with pytest.raises(re.error):
        expression.search("")


def test_one_put_together_is_compiled_once() -> None:
    assert compiled("[0-9]" + "+") is compiled("[0-9]+")
