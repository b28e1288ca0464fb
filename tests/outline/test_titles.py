"""Title lines."""

from typing import Any

import pytest

from jdparse import vocabulary
from jdparse.outline import titles
from tests.stages import cases


@pytest.mark.parametrize("case", cases("titles"))
def test_title(case: dict[str, Any]) -> None:
    found = titles.read(case["text"], vocabulary.builtin())
    name = None if found is None else case["text"][slice(*found.name)] if found.name else ""
    assert name == case["expected"]
