"""Lines that hold a whole document, with headings, labels and numbers run together, cut into lines again.

A cut is made only where something sets it off: the next expected 二、 of an open sequence, a known label before a colon, a known label between
blanks. What stands between cuts stays as it is.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from jdparse.lines import Grid, Line
from jdparse.numbering import read as read_enumerator
from jdparse.vocabulary import LONGEST, Vocabulary

# A line of ordinary text has at most two or three labels; the run-on lines of preview sites have dozens.
SHORTEST = 120
FEWEST = 4
_COLON = re.compile(r"[：:]")
_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}(?=、)|职责[一二三四五六七八九十]{1,3}(?=[\s：:])")
_WORD = re.compile(r"(?:[^\W\d_a-zA-Z](?:[ \u3000]+[^\W\d_a-zA-Z](?![^\s：:])){1,7})(?=[\s：:]|$)|[^\s]+")
# What stands before a label that belongs to a sentence: 以下工作内容：, 相关岗位职责：
_IN_SENTENCE = frozenset("的下各本该其等和与及或以按为对在是有将把由从向至之")


def split(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with run-on lines cut; where one was cut, lines are numbered anew in reading order."""
    out: list[Line | Grid] = []
    cut = False
    for block in blocks:
        if isinstance(block, Line) and len(block.text) >= SHORTEST:
            places = _places(block.text.text, vocabulary)
            if len(places) >= FEWEST:
                cut = True
                out += _pieces(block, places)
                continue
        out.append(block)
    return _renumbered(out) if cut else out


def _pieces(line: Line, places: Sequence[int]) -> Iterator[Line]:
    bounds = [0, *places, len(line.text)]
    first = True
    for start, end in itertools.pairwise(bounds):
        text = line.text.part(start, end)
        if text:
            yield line._replace(text=text, gap=line.gap if first else 0, marker=line.marker if first else None)
            first = False


def _renumbered(blocks: Sequence[Line | Grid]) -> list[Line | Grid]:
    out: list[Line | Grid] = []
    number = 0
    for block in blocks:
        number += 1 + (block.gap if isinstance(block, Line) else 0)
        out.append(block._replace(line=number))
    return out


def _places(text: str, vocabulary: Vocabulary) -> list[int]:
    """Where lines begin, in order and without 0."""
    starts: set[int] = set()
    starts.update(_sections(text))
    starts.update(_before_colons(text, vocabulary))
    starts.update(_between_blanks(text, vocabulary))
    return sorted(start for start in starts if start > 0)


def _sections(text: str) -> Iterator[int]:
    """The markers 一、 二、 … and 职责一 职责二 … that follow each other; a gap of one is allowed."""
    expected: dict[str, int] = {}
    for found in _SECTION.finditer(text):
        enumerator = read_enumerator(text, found.start())
        if enumerator is None:
            continue
        last = expected.get(enumerator.family, 0)
        if enumerator.ordinal == 1 or last < enumerator.ordinal <= last + 2:
            expected[enumerator.family] = enumerator.ordinal
            yield found.start()


def _before_colons(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    low = 0
    for colon in _COLON.finditer(text):
        at = colon.start()
        for start in range(max(low, at - LONGEST), at - 1):
            before = text[start - 1] if start else " "
            if not _is_han(text[start]) or not vocabulary.find(text[start:at]):
                continue
            set_off = not before.isalnum() or not start
            if set_off or (at - start >= 4 and before not in _IN_SENTENCE):
                place = _with_marker(text, start)
                if place is not None:
                    yield place
                break
        low = at + 1


def _is_han(c: str) -> bool:
    return c.isalpha() and not c.isascii()


def _with_marker(text: str, start: int) -> int | None:
    """The place of a label, or that of the marker right before it (二、岗位概述); None behind the number of a list item (1、劳动强度)."""
    for back in range(max(0, start - 6), start):
        enumerator = read_enumerator(text, back)
        if enumerator is not None and enumerator.end == start and not text[back].isspace() and not enumerator.weak:
            return None if text[back : back + 1].isdigit() else back
    return start


def _between_blanks(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Labels that blanks set off on both sides, and the values behind them."""
    for word in _WORD.finditer(text):
        if word.end() - word.start() > LONGEST * 2:
            continue
        for start, end in _labels(text, word.start(), word.end(), vocabulary):
            yield start
            if text[end : end + 1].isspace():
                yield end + 1


def _labels(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The labels in a word: itself, or the two that stand in a row of single characters (任 职 资 格 学 历)."""
    if vocabulary.heading(text[start:end]):
        return [(start, end)]
    if " " in text[start:end] or "\u3000" in text[start:end]:
        for middle in range(end - 1, start, -1):
            if (
                text[middle].isspace()
                and vocabulary.heading(text[start:middle])
                and vocabulary.heading(text[middle + 1 : end])
            ):
                return [(start, middle), (middle + 1, end)]
    return []
