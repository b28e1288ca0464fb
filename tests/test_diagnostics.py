"""The table of diagnostics is complete, and its messages can be filled."""

import re
import subprocess
import sys
from string import Formatter

import pytest

from jdparse.diagnostics import DIAGNOSTICS, FAMILIES, Kind, find
from jdparse.records import Diagnostic

# A code and a name never change their meaning once released: this list only grows.
RELEASED = {
    "JD101": ("encoding-guessed", "encoding"),
    "JD102": ("script-converted", "script"),
    "JD103": ("pinyin-removed", "count"),
    "JD104": ("damage-repaired", "before after"),
    "JD105": ("damaged-text", "text"),
    "JD106": ("masked-text", "text"),
    "JD107": ("truncated", "text"),
    "JD108": ("lines-joined", "count"),
    "JD109": ("unreadable-file", "problem"),
    "JD110": ("schema-violation", "field problem"),
    "JD201": ("no-job-found", ""),
    "JD202": ("several-jobs", "count"),
    "JD203": ("title-from-file-name", "title"),
    "JD204": ("numbering-gap", "expected found"),
    "JD205": ("numbering-repeat", "found"),
    "JD206": ("heading-punctuation", "marker"),
    "JD207": ("damaged-number", "text"),
    "JD208": ("flattened-table", "rows"),
    "JD209": ("flattened-table-unresolved", ""),
    "JD210": ("ambiguous-boundary", "text"),
    "JD211": ("unclassified-text", "text"),
    "JD212": ("unknown-label", "label"),
    "JD301": ("blank-field", "label"),
    "JD302": ("missing-field", "field"),
    "JD401": ("duplicate-value", "label kept other"),
    "JD402": ("label-mismatch", "label"),
    "JD403": ("posting-differs", "label kept other"),
    "JD404": ("invalid-date", "text"),
    "JD405": ("date-order", "first earlier second later"),
    "JD406": ("long-summary", "count limit"),
    "JD407": ("contradiction", "field text"),
    "JD408": ("identity-number", "text"),
    "JD409": ("private-phone", "text"),
    "JD410": ("duplicate-code", "text file"),
    "JD411": ("duplicate-title", "text file"),
    "JD412": ("unknown-superior", "text"),
    "JD413": ("reporting-cycle", "text"),
    "JD501": ("gender-limit", "text"),
    "JD502": ("age-limit", "text"),
    "JD503": ("marital-limit", "text"),
    "JD504": ("origin-limit", "text"),
    "JD505": ("appearance-limit", "text"),
    "JD506": ("health-limit", "text"),
}
KINDS = list(DIAGNOSTICS.values())
kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def test_the_table_has_what_was_released() -> None:
    assert {kind.code: (kind.name, set(kind.fields)) for kind in KINDS} == {
        code: (name, set(fields.split())) for code, (name, fields) in RELEASED.items()
    }


def test_the_table_is_in_the_order_of_the_codes() -> None:
    codes = [kind.code for kind in KINDS]
    assert codes == sorted(codes)
    assert list(FAMILIES) == sorted({code[:3] for code in codes})


@kinds
def test_both_messages_have_the_same_fields(kind: Kind) -> None:
    chinese = {name for _, name, _, _ in Formatter().parse(kind.message_zh) if name}
    assert chinese == set(kind.fields)


@kinds
def test_both_messages_show_their_values_on_one_line(kind: Kind) -> None:
    params = {field: f"<{field}> {{0}} 月×2" for field in kind.fields}
    for message in (kind.render(params), kind.render_zh(params)):
        assert "\n" not in message
        assert all(value in message for value in params.values())


@kinds
def test_a_message_fits_the_record(kind: Kind) -> None:
    message = kind.render(dict.fromkeys(kind.fields, 2))
    written = Diagnostic(code=kind.code, name=kind.name, level=kind.level, message=message)
    assert re.fullmatch(r"[0-9a-z][ -~]+[^.]", written.message)


@kinds
def test_an_explanation_is_whole_sentences_in_its_language(kind: Kind) -> None:
    assert len(re.findall(r"[.](?= |$)", kind.explanation)) >= 2
    assert kind.explanation.endswith(".")
    assert len(re.findall("[。；]", kind.explanation_zh)) >= 2
    assert kind.explanation_zh.endswith("。")
    assert not re.search(r"  |\.[A-Z]", kind.explanation), "a blank is missing or doubled where two lines meet"
    assert not re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", kind.explanation_zh)


def test_a_missing_parameter_is_an_error_and_another_is_ignored() -> None:
    kind = DIAGNOSTICS["numbering-gap"]
    assert (
        kind.render({"expected": 3, "found": 5, "list": "甲"}) == "the numbering jumps: 5 stands where 3 was expected"
    )
    with pytest.raises(KeyError, match="found"):
        kind.render({"expected": 3})


@pytest.mark.parametrize("key", ["JD204", "jd204", "numbering-gap", "Numbering-Gap", " JD204 "])
def test_a_kind_is_found_by_code_and_by_name(key: str) -> None:
    assert find(key) is DIAGNOSTICS["numbering-gap"]


@pytest.mark.parametrize("key", ["", "JD2", "JD999", "gap"])
def test_what_is_neither_is_not_found(key: str) -> None:
    assert find(key) is None


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        DIAGNOSTICS["new"] = KINDS[0]  # type: ignore[index]
    with pytest.raises(AttributeError):
        KINDS[0].level = "error"  # type: ignore[misc]


def test_the_table_loads_without_pydantic() -> None:
    script = "import sys, jdparse.diagnostics; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
