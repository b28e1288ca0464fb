"""The Chinese catalogue: current, complete, and fit for the texts that it translates."""

import ast
from string import Formatter

import polib
import pytest

import catalogue

PO = polib.pofile(str(catalogue.SOURCE))
ENTRIES = {text: entry for entry in PO for text in (entry.msgid, entry.msgid_plural) if text}


def test_the_compiled_catalogue_is_current() -> None:
    assert catalogue.SOURCE.with_suffix(".mo").read_bytes() == catalogue.compiled(), "run `python tools/generate.py`"


def test_every_text_is_translated() -> None:
    wanted = catalogue.our_texts() | catalogue.click_texts()
    assert {text: place for text, place in wanted.items() if text not in ENTRIES} == {}
    assert [entry.msgid for entry in PO if not (entry.msgstr or entry.msgstr_plural.get(0)) or entry.fuzzy] == []


def test_no_text_is_left_over() -> None:
    assert set(ENTRIES) - set(catalogue.our_texts()) - set(catalogue.click_texts()) == set()


@pytest.mark.parametrize("entry", PO, ids=lambda entry: str(entry.msgid)[:40])
def test_a_translation_has_fields_of_its_text(entry: polib.POEntry) -> None:
    translation = entry.msgstr or entry.msgstr_plural[0]
    assert _fields(translation) <= _fields(entry.msgid) | _fields(entry.msgid_plural)
    if not entry.msgid_plural:
        assert _fields(translation) == _fields(entry.msgid)


def _fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('_("one")', {"one"}),
        ('_("one " "two")', {"one two"}),
        ('ngettext("one", "two", 3)', {"one", "two"}),
        ('raise errors.UnreadableInput("one", name=name)', {"one"}),
        ('T = "one"\nUsageError(T)', {"one"}),
        ('T = {1: "one", 2: "two"}\nOutputError(T[key])', {"one", "two"}),
        ('T = {1: "one"}\nreason = T.get(2)\nUnreadableInput(reason)', {"one"}),
        ('def f(message): UnreadableInput(message)\nf(message="one")', {"one"}),
        ('print("one")', set()),
    ],
)
def test_texts_are_found(source: str, texts: set[str]) -> None:
    found = catalogue.texts(ast.parse(source), "here", catalogue.LOOK_UPS | catalogue.ERRORS)
    assert set(found) == texts


@pytest.mark.parametrize("source", ["_(text)", '_(f"{text}")', "raise UsageError(text)"])
def test_a_text_that_cannot_be_found_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"here:1: not a literal text"):
        catalogue.texts(ast.parse(source), "here", catalogue.LOOK_UPS | catalogue.ERRORS)
