"""Pinyin that document sites put between the characters."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import opencc
import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jdparse.clean import pinyin
from jdparse.clean.pinyin import LEAST, LEAST_CHARACTERS, LEAST_REPEATED, MOST_NOTES, remove
from jdparse.document import Note
from jdparse.tracked import Tracked
from tests.damage.pinyin import inject, listing, mirror, toneless_listing
from tests.jd_texts import forms
from tests.work import RATIO, SLACK, count, watch

ROOT = Path(__file__).parents[1]
CASES = yaml.safe_load((ROOT / "cases" / "pinyin.yaml").read_text(encoding="utf-8"))
DOCUMENTS = sorted((ROOT / "documents").glob("*/input.txt"))
SHARED = ROOT.parents[1] / "shared"

TRADITIONAL = opencc.OpenCC("s2t").convert
DAMAGED = "倉庫管理員(yuán)崗位說(shuō)明書(shū)。"


@cache
def ours() -> list[str]:
    """The development documents that are UTF-8 and have no pinyin between their characters, and the same in traditional ones."""
    texts: list[str] = []
    for path in DOCUMENTS:
        if "pinyin-removed" in (path.parent / "gold.json").read_text(encoding="utf-8"):
            continue
        try:
            texts.append(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
    return [*texts, *map(TRADITIONAL, texts)]


traditional = st.one_of(forms.map(TRADITIONAL), st.deferred(lambda: st.sampled_from(ours()[len(ours()) // 2 :])))
lists = st.builds(listing, st.integers(0, 30), st.sampled_from((0.1, 0.4, 0.9)))


def done(text: str) -> tuple[str, list[Note]]:
    found, notes = remove(Tracked.of(text))
    return found.text, notes


def is_enough(text: str, readings: Any) -> bool:
    """Whether a text has so many characters of a list that its glosses are known to be a site's."""
    found = [character for character in text if character in readings]
    toned = [character for character in found if not readings[character].replace("ü", "u").isascii()]
    return len(toned) >= LEAST and len(set(found)) >= LEAST_CHARACTERS


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    text, notes = done(case["input"])
    assert text == case["expected"]
    assert [{note.name: dict(note.params)} for note in notes] == case["notes"]


@settings(max_examples=60)
@given(traditional, lists, st.sampled_from(("({})", "（{}）", "({} )", "( {}）")))
def test_removes_what_was_injected_and_nothing_else(text: str, readings: dict[str, str], form: str) -> None:
    injected = inject(text, readings, form)
    found, notes = remove(Tracked.of(injected.text))
    assume(is_enough(text, readings))
    assert found.text == text
    assert [found.place(i) for i in range(len(text))] == injected.places
    count = sum(map(readings.__contains__, text))
    assert [(note.name, dict(note.params)) for note in notes] == [("pinyin-removed", {"count": count})]
    span = notes[0].span
    assert span is not None
    assert re.fullmatch(r"[(（] ?\w+ ?[)）]", injected.text[span.start : span.end])


@settings(max_examples=60)
@given(traditional, lists)
def test_leaves_too_few_alone(text: str, readings: dict[str, str]) -> None:
    few = dict(list({c: readings[c] for c in text if c in readings}.items())[:1])
    damaged = inject(text, few).text
    assert done(damaged) == (damaged, [])


@settings(max_examples=60)
@given(st.one_of(forms, traditional), st.integers(0, 30))
def test_removes_repeated_glosses_and_nothing_else(text: str, seed: int) -> None:
    readings = toneless_listing(seed)
    injected = inject(text, readings, "({})({})")
    found, notes = remove(Tracked.of(injected.text))
    count = sum(map(readings.__contains__, text))
    if count < LEAST_REPEATED:
        assert (found.text, notes) == (injected.text, [])
        return
    assert found.text == text
    assert [found.place(i) for i in range(len(text))] == injected.places
    assert [(note.name, dict(note.params)) for note in notes] == [("pinyin-removed", {"count": count})]


@settings(max_examples=60)
@given(traditional, lists, st.data())
def test_removes_a_gloss_that_the_end_cuts(text: str, readings: dict[str, str], data: st.DataObject) -> None:
    text = re.sub("[(（]", "", text).rstrip()
    injected = inject(text, readings)
    assume(is_enough(text, readings))
    enough = next(i for i in range(len(text)) if is_enough(text[: i + 1], readings))
    last = data.draw(st.sampled_from([i for i, c in enumerate(text) if c in readings and i >= enough]))
    end = injected.places[last] + 1 + data.draw(st.integers(2, len(readings[text[last]]) + 2))
    assume(is_enough(text[:last], readings))
    assert done(injected.text[:end])[0] == text[: last + 1]


@settings(max_examples=60)
@given(traditional, lists, st.sampled_from("?\ufffd"))
def test_mends_broken_bytes_rightly_or_reports_them(text: str, readings: dict[str, str], lost: str) -> None:
    text = text.replace("?", "").encode("gbk", "ignore").decode("gbk")
    damaged = mirror(text, readings, lost)
    found, notes = remove(Tracked.of(damaged))
    assume(notes)
    for note in notes:
        assert note.span is not None
        if note.name != "pinyin-removed":
            shown = note.params["before" if note.name == "damage-repaired" else "text"]
            assert damaged[note.span.start : note.span.end] == shown
    if all(note.name != "damaged-text" for note in notes):
        assert found.text == text


def test_both_kinds_of_broken_bytes_occur() -> None:
    """What the test before relies on."""
    names: set[str] = set()
    for text in ours():
        for seed in range(3):
            for share in (0.4, 0.9):
                names.update(note.name for note in done(mirror(text, listing(seed, share)))[1])
    assert names == {"pinyin-removed", "damage-repaired", "damaged-text"}


@settings(max_examples=200)
@given(st.one_of(forms, forms.map(TRADITIONAL)))
def test_leaves_clean_text_alone(text: str) -> None:
    tracked = Tracked.of(text)
    found, notes = remove(tracked)
    assert found is tracked
    assert notes == []


def test_leaves_the_development_documents_alone() -> None:
    assert [text[:40] for text in ours() if done(text) != (text, [])] == []


@given(st.text("會員說計書機績部內(（)）?\ufffd huìyuánj CA1\n", max_size=80))
def test_keeps_the_map_whole_whatever_the_text(text: str) -> None:
    source = DAMAGED * 3 + text
    found, notes = remove(Tracked.of(source))
    repaired = {span.start for span, _ in found.edits(source)}
    places = [found.place(i) for i in range(len(found))]
    assert places == sorted(set(places))
    assert all(source[place] == c for place, c in zip(places, found.text, strict=True) if place not in repaired)
    assert len(repaired) == sum(note.name == "damage-repaired" for note in notes)
    assert found.text.startswith("倉庫管理員")


def test_works_on_a_text_that_was_edited_before() -> None:
    source = "【" + DAMAGED + "】"
    found, notes = remove(Tracked.of(source).delete([(0, 1), (3, 5)]))
    assert found.text == "倉庫員崗位說明書。】"
    assert [source[found.place(i)] for i in range(len(found))] == list(found.text)
    assert notes[0].span is not None
    assert source[notes[0].span.start : notes[0].span.end] == "(yuán)"


def test_names_only_so_many_places() -> None:
    mended = "績(jī)效、內(nèi)務(wù)。" + "本部?jī)?nèi)、每?jī)，" * (MOST_NOTES + 5)
    text, notes = done(mended)
    assert text == "績效、內務。" + "本部內、每?jī)，" * (MOST_NOTES + 5)
    names = [note.name for note in notes]
    assert names == ["pinyin-removed", *["damage-repaired"] * MOST_NOTES, *["damaged-text"] * MOST_NOTES]


@pytest.mark.parametrize(
    "text",
    [
        "會(huì)計(jì)單(dān)據" * 2_000,
        DAMAGED + "部?jī)?nèi)" * 3_000,
        DAMAGED + "?jī)" * 8_000,
        DAMAGED + "(huì" * 8_000,
        DAMAGED + "蹤C(jī)" * 4_000,
        DAMAGED + "(" * 30_000,
        DAMAGED + "(a" + "a " * 15_000,
        "局(ju)(ju)" * 3_000,
    ],
    ids=range(8),
)
def test_work_is_linear(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed."""
    work = watch(monkeypatch)
    remove(Tracked.of(text[:100]))  # the tables are read once

    def cost(part: str) -> int:
        return count(work, lambda: pinyin.remove(Tracked.of(part)))

    assert cost(text) < RATIO * cost(text[: len(text) // 2]) + SLACK


def test_the_table_is_what_pypinyin_gives() -> None:
    pytest.importorskip("pypinyin")
    import pinyin_table

    assert pinyin_table.TARGET.read_text(encoding="utf-8") == pinyin_table.rendered()


@pytest.mark.skipif(not SHARED.exists(), reason="the real samples are not beside the project")
@pytest.mark.parametrize(
    ("pattern", "count", "mended"),
    [("seeds/003*/input.txt", 377, 3), ("cases/text-A37/input.txt", 51, 0), ("cases/page-c13*/input.html", 210, 0)],
)
def test_real_samples(pattern: str, count: int, mended: int) -> None:
    (path,) = SHARED.glob(pattern)
    source = path.read_text(encoding="utf-8")
    found, notes = remove(Tracked.of(source))
    assert notes[0].params == {"count": count}
    assert [dict(note.params) for note in notes[1:]] == [{"before": "部?jī)?nèi)", "after": "部內"}] * mended
    assert "�" not in found.text
    assert not re.search("[(（?][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*[)）]", found.text)
    gaps = [source[a.end : b.start] for a, b in zip(found.spans(), found.spans()[1:], strict=False)]
    assert all(re.fullmatch(r"\( ?[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]* ?\)", gap) for gap in gaps)
    assert len(gaps) == count - 2 * mended
