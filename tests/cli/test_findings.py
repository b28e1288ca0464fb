"""Diagnostics as lines."""

from pathlib import Path

import pytest

from jdparse.cli.findings import of
from jdparse.cli.language import speaking
from jdparse.diagnostics import DIAGNOSTICS, Kind
from jdparse.validation import Data


def _diagnostic(kind: Kind, message: str, line: int | None = 7) -> Data:
    return {"code": kind.code, "name": kind.name, "level": "warning", "message": message, "line": line}


@pytest.mark.parametrize("value", ["12", "a: b, c", "", "(1)、[x]"])
@pytest.mark.parametrize("kind", DIAGNOSTICS.values(), ids=DIAGNOSTICS.keys())
def test_a_line_in_either_language(kind: Kind, value: str) -> None:
    """The Chinese message is that of the same parameters, though a record holds the English one only."""
    params = {name: f"{value}{place}" for place, name in enumerate(kind.fields)}
    diagnostic = _diagnostic(kind, kind.render(params))
    for language, level, message in (("en", "warning", kind.render(params)), ("zh", "警告", kind.render_zh(params))):
        with speaking(language):
            assert [str(finding) for finding in of(Path("仓管.txt"), [diagnostic])] == [
                f"仓管.txt:7: {level} {kind.code} {kind.name}: {message}"
            ]


def test_what_is_not_known_is_shown_as_it_is() -> None:
    kind = DIAGNOSTICS["missing-field"]
    with speaking("zh"):
        assert [str(finding) for finding in of(Path("a"), [_diagnostic(kind, "something else", None)])] == [
            "a: 警告 JD302 missing-field: something else"
        ]


def test_a_line_is_one_line_and_steers_no_terminal() -> None:
    kind = DIAGNOSTICS["damaged-text"]
    with speaking("en"):
        (found,) = of(Path("a\nb"), [_diagnostic(kind, "one\ntwo \x1b[31m\u2028three")])
    assert str(found) == "a\ufffdb:7: warning JD105 damaged-text: one two \ufffd[31m three"
