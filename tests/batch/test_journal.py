"""The journal's answers, in whatever order it is asked and written, and what it is asked about."""

import os
import random
import shutil
from pathlib import Path

import pytest

import jdparse
from jdparse import fingerprint
from jdparse.batch.journal import Journal, Stamp

STAMP = Stamp(1, 2, "", "parser", "settings")


def _ask(journal: Journal, place: str) -> int | None:
    entry = journal.entry(place)
    return entry and entry.end


@pytest.mark.parametrize("seed", range(6))
def test_it_answers_as_a_dictionary_does(here: Path, seed: int) -> None:
    """Entries are read ahead; what is entered meanwhile, before or behind, is told too."""
    chance = random.Random(seed)
    places = [f"{number:04}" for number in range(1500)] + ["岗位", os.fsdecode(b"\xb8\xda"), "a\nb"]
    known = {place: number for number, place in enumerate(places, 1) if chance.random() < 0.6}
    journal = Journal(str(here / "journal"))
    for place, number in known.items():
        journal.record(place, place, STAMP, None, 0, number)
    asked = sorted(places, key=os.fsencode)
    if seed % 2:
        chance.shuffle(asked)
    for place in asked + chance.choices(places, k=300):
        assert _ask(journal, place) == known.get(place)
        if chance.random() < 0.1:
            other, number = chance.choice(places), chance.randrange(2000, 9000)
            journal.record(other, other, STAMP, None, 0, number)
            known[other] = number
        if chance.random() < 0.02:
            journal.commit()
    assert {place: end for place, _path, _start, end in journal.extents()} == known
    journal.close()


def test_it_searches_seldom_when_asked_in_order(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(str(here / "journal"))
    for number in range(4000):
        journal.record(f"{number:05}", "", STAMP)
    searches = 0
    read_ahead = Journal._read_ahead

    def counted(self: Journal, key: bytes) -> None:
        nonlocal searches
        searches += 1
        read_ahead(self, key)

    monkeypatch.setattr(Journal, "_read_ahead", counted)
    assert all(journal.entry(f"{number:05}") for number in range(4000))
    assert searches < 30
    journal.close()


def test_the_fingerprint_is_that_of_the_rules(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = here / "jdparse"
    shutil.copytree(Path(jdparse.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(jdparse, "__file__", str(package / "__init__.py"))
    fingerprint.fingerprint.cache_clear()
    try:
        seen = [fingerprint.fingerprint()]
        for path in ("data/labels.toml", "interpret/duties.py", "cli/exits.py"):
            with (package / path).open("a") as file:
                file.write("\n# another rule\n")
            fingerprint.fingerprint.cache_clear()
            seen.append(fingerprint.fingerprint())
        (package / "clean" / "new.py").write_text("", "utf-8")
        fingerprint.fingerprint.cache_clear()
        seen.append(fingerprint.fingerprint())
    finally:
        fingerprint.fingerprint.cache_clear()
    assert all(one.startswith(f"{jdparse.__version__}+") for one in seen)
    first, labels, code, line, new = seen
    assert len({first, labels, code, new}) == 4
    assert line == code  # how it is called bears on no record
