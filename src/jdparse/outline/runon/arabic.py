"""Sections in a run of text that Arabic numbers count: `1.岗位基本信息岗位名称：出纳…2.岗位职责（1）…3.任职要求（1）…`.

A number stands before each item of a list too, so these are headings only where several that follow each other are known sections.
"""

from collections.abc import Iterator, Sequence

from jdparse.outline import labels
from jdparse.outline.runon import glued
from jdparse.outline.runon.rows import marks
from jdparse.outline.runon.rows.marks import Mark
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

FEWEST = 3
_SHORTEST = 4
_FAMILIES = (".", "、")


def find(text: str, vocabulary: Vocabulary) -> list[int]:
    """Where the headings begin, at their numbers, in order; [] for a run without them."""
    found = list(_decimals(text, vocabulary))
    for family in _FAMILIES:
        counted: list[Mark] = []
        for mark in marks.find(text, 0, len(text)):
            if mark.family != family or not _is_heading(text, mark.end, vocabulary):
                continue
            if counted and mark.ordinal != counted[-1].ordinal + 1:
                found += _sections(counted)
                counted = []
            if counted or mark.ordinal == 1:
                counted.append(mark)
        found += _sections(counted)
    return sorted(found)


def _decimals(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where headings begin that count as 1.1, 1.2, 1.3 do, of which one in three may be unknown."""
    runs: dict[str, list[tuple[int, int, bool]]] = {}
    for mark in _DECIMAL.finditer(text):
        number, counted = int(mark["last"]), runs.setdefault(mark["first"], [])
        known = vocabulary.prefix(text, mark.end(), _SHORTEST) > 0
        if number == (counted[-1][0] + 1 if counted else 1):
            counted.append((number, mark.start(), known))
    for counted in runs.values():
        if len(counted) >= FEWEST and 3 * sum(known for *_, known in counted) >= 2 * len(counted):
            yield from (start for _, start, _ in counted)


_DECIMAL = deferred(
    r"(?<![0-9.．])(?P<first>\d{1,2})[.．](?P<last>\d{1,2})(?![0-9.．%％])[ \u3000、]*(?=[^\W\d_a-zA-Z])"
)


def _is_heading(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a section's label stands at a place, and no sentence that begins with its words: 岗位职责的修订."""
    end = vocabulary.prefix(text, at, _SHORTEST)
    field = vocabulary.labels[text[at:end]] if end else "column."
    return not (labels.is_scalar(field) or field.startswith("column.") or glued.is_of_a_sentence(text, end))


def _sections(counted: Sequence[Mark]) -> list[int]:
    return [mark.start for mark in counted] if len(counted) >= FEWEST else []
