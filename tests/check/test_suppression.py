"""Comments that switch rules off."""

import pytest

from jdparse.check import suppression
from jdparse.check.found import Found
from jdparse.check.places import Place


def _kept(text: str, *found: tuple[str, int | None]) -> list[tuple[str, int | None]]:
    findings = [Found(name, place=None if line is None else Place(line, 1)) for name, line in found]
    return [(f.name, f.place.line if f.place else None) for f in suppression.of(text).keep(findings)]


AGE, BLANK = "age-limit", "blank-field"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\nb # jdparse: ignore JD502\nc", [1, 3]),
        ("a\n# jdparse: ignore age-limit\nc", [1, 2]),
        ("  # jdparse: ignore JD5\n# jdparse: ignore JD301\nc", [1, 2]),
        ("# jdparse: ignore JD301\n# jdparse: ignore JD502, JD3\nc", [1, 2]),
        ("# jdparse: ignore-file JD502\nb\nc", []),
        ("a <!-- jdparse: ignore JD502 -->\nb", [2, 3]),
        ("<!-- jdparse: ignore JD502 -->\nb", [1, 3]),
        ("a # jdparse: ignore JD301\nb", [1, 2, 3]),
        ("a # jdparse: ignore nothing\nb", [1, 2, 3]),
        ("a # jdparse ignore JD502\nb", [1, 2, 3]),
        ("a # jdparse: ignore\nb", [1, 2, 3]),
    ],
)
def test_comments(text: str, kept: list[int]) -> None:
    assert _kept(text, (AGE, 1), (AGE, 2), (AGE, 3)) == [(AGE, line) for line in kept]


def test_a_comment_switches_off_what_it_names_only() -> None:
    assert _kept("a # jdparse: ignore JD502", (AGE, 1), (BLANK, 1), (AGE, None)) == [(BLANK, 1), (AGE, None)]


@pytest.mark.parametrize(
    ("data", "blanked"),
    [
        (b"a <!-- jdparse: ignore JD502 --> b", b"a " + b" " * 30 + b" b"),
        (b"a <!-- other --> b", b"a <!-- other --> b"),
        (b"<!-- jdparse: ignore JD502\n-->", b"<!-- jdparse: ignore JD502\n-->"),
    ],
)
def test_comments_in_a_source_are_made_blank(data: bytes, blanked: bytes) -> None:
    assert suppression.blanked(data) == blanked
