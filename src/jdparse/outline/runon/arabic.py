"""Sections in a run of text that Arabic numbers count: `1.岗位基本信息岗位名称：出纳…2.岗位职责（1）…3.任职要求（1）…`.

A number stands before each item of a list too, so these are headings only where several that follow each other are known sections.
"""

from collections.abc import Sequence

from jdparse.outline import labels
from jdparse.outline.runon import glued
from jdparse.outline.runon.rows import marks
from jdparse.outline.runon.rows.marks import Mark
from jdparse.vocabulary import Vocabulary

FEWEST = 3
_SHORTEST = 4
_FAMILIES = (".", "、")


def find(text: str, vocabulary: Vocabulary) -> list[int]:
    """Where the headings begin, at their numbers, in order; [] for a run without them."""
    found: list[int] = []
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


def _is_heading(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a section's label stands at a place, and no sentence that begins with its words: 岗位职责的修订."""
    end = vocabulary.prefix(text, at, _SHORTEST)
    field = vocabulary.labels[text[at:end]] if end else "column."
    return not (labels.is_scalar(field) or field.startswith("column.") or glued.is_of_a_sentence(text, end))


def _sections(counted: Sequence[Mark]) -> list[int]:
    return [mark.start for mark in counted] if len(counted) >= FEWEST else []
