"""Traditional to simplified characters."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import script_sets
from jdparse.clean import script
from jdparse.clean.script import simplify

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "script.yaml").read_text(encoding="utf-8"))

characters = st.sampled_from("職務說明書对帐著藉坏坯沈祇衞昇乾於後陳简体汉字门员⻔⼯，。 \n\ud800")
texts = st.text(characters | st.characters(), max_size=60)


@pytest.fixture(scope="module")
def dictionary() -> list[str]:
    """Every key of OpenCC's dictionaries between the two scripts, words and single characters."""
    names = ("TSCharacters", "TSCharactersExt", "TSPhrases", "STCharacters", "STPhrases")
    return list(dict.fromkeys(key for name in names for key in script_sets.entries(name)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, str]) -> None:
    assert simplify(case["input"]) == (case["expected"], case["script"])


@given(texts)
def test_keeps_the_length_and_is_done_after_once(text: str) -> None:
    simplified, name = simplify(text)
    assert len(simplified) == len(text)
    assert name in ("simplified", "traditional", "mixed")
    assert simplify(simplified)[0] == simplified


@given(st.text("负责编制岗位说明书与合同，著乾藉瞭徵昇祕干后里面只台 \n—•", max_size=60))
def test_leaves_simplified_text_alone(text: str) -> None:
    assert simplify(text) == (text, "simplified")


def test_every_entry_of_the_dictionaries_keeps_its_length(dictionary: list[str]) -> None:
    text = "\n".join(dictionary)
    simplified, _ = simplify(text + "\n職務")
    lines = simplified.split("\n")
    assert len(dictionary) > 50_000
    assert [len(line) for line in lines[:-1]] == [len(entry) for entry in dictionary]


def test_leaves_simplified_characters_of_mixed_text_alone() -> None:
    """Whatever `t2s` changes in OpenCC's simplified words, no character changes that is simplified-only."""
    words = list(script_sets.entries("STPhrases"))
    simplified_only = script._sets().simplified
    converted = script._converted("\n".join(words))
    for word, form in zip(words, converted.split("\n"), strict=True):
        assert all(ord(old) not in simplified_only or new == old for old, new in zip(word, form, strict=True))


def test_the_data_file_is_what_opencc_gives() -> None:
    assert script_sets.TARGET.read_text(encoding="utf-8") == script_sets.rendered()


def test_a_line_whose_conversion_changes_the_length_is_done_by_character(monkeypatch: pytest.MonkeyPatch) -> None:
    convert = script._t2s()
    monkeypatch.setattr(script, "_t2s", lambda: lambda text: convert(text).replace("软体", "软件包"))
    assert simplify("瞭解軟體\r\n瞭解網路") == ("瞭解软体\r\n了解网路", "traditional")


def test_a_simplified_text_needs_no_opencc() -> None:
    code = (
        "import sys; from jdparse.clean.script import simplify;"
        "simplify('负责—•岗位⻔，陳经理签订合同著作权');"
        "sys.exit('opencc' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
