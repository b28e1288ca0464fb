"""What speaks for the lines of a page being content: labels of job descriptions, numbered lines, sentences; and how much is links."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from jdparse import numbering
from jdparse.loaders.html import lists
from jdparse.loaders.html.items import Item, Line, Table
from jdparse.patterns import deferred
from jdparse.vocabulary import builtin, fold

_CLAUSE = deferred(r"[，、].{6,}[，、]")
LONGEST_HEAD = 48
"""Characters of a heading of a block, and of a line of a card or a list."""
FEWEST_LABELS = 2
"""Labels, beside which a menu may have one, that say that a page has a job."""
_LONGEST_LABEL = 14
_LONGEST_BILINGUAL = 40
_NOT_A_JOBS = ("organization.", "remarks", "application.contacts")
_TABLE_EVIDENCE = 2
"""Labels that a table of data counts for: a form is content."""


class Sums(NamedTuple):
    """Running sums over the items, so that those of any region are two look-ups."""

    characters: list[int]
    linked: list[int]
    links: list[int]
    labels: list[int]
    """Labels of job descriptions and half as many numbered lines."""
    prose: list[int]
    """Characters of numbered lines and sentences that are no links."""

    def between(self, sums: list[int], start: int, stop: int) -> int:
        return sums[stop] - sums[start]


def sums_of(items: Sequence[Item]) -> Sums:
    columns = zip((0, 0, 0, 0, 0), *map(weighed, items), strict=True)
    return Sums(*(list(accumulate(column)) for column in columns))


def weighed(item: Item) -> tuple[int, int, int, int, int]:
    """Characters, those in links, links, labels (doubled) and prose of an item."""
    if isinstance(item, Table):
        rows = [weighed(inner) for cell in item.cells for inner in cell.items]
        characters, linked, links, labels, prose = map(sum, zip((0, 0, 0, 0, 0), *rows, strict=True))
        if linked * 2 > characters or (item.rows <= links and not labels and not prose):
            return characters, linked, links, 0, 0  # a list of links, or of what is linked with its place, pay and day
        if item.rows > 1 and len(item.cells) > _TABLE_EVIDENCE:
            labels = max(labels, 2 * _TABLE_EVIDENCE)
        return characters, linked, links, labels, characters
    text, marker, _heading, _bold, _gap, _page_break, linked, links = item
    characters = len(text)
    if links and linked * 2 <= characters and characters <= LONGEST_HEAD and _STAMPED.search(text):
        linked = characters  # ·仓管 03-06
    if linked * 2 > characters and not ("：" in text and _has_linked_value(item)):
        return characters, linked, links, 0, 0
    body = text
    numbered = marker not in ("", *lists.BULLETS)
    if not marker and (enumerator := numbering.read(text)) is not None and not enumerator.weak:
        body = text[enumerator.end :]
        numbered = True
    if is_label(body) or ("：" in body and _has_labels(body)):
        return characters, linked, links, 2, characters
    if numbered and characters > 6:
        return characters, linked, links, 1, characters
    return characters, linked, links, 0, characters if characters > 10 and is_sentence(text) else 0


def is_sentence(text: str) -> bool:
    """Whether a line has the end of a sentence in it, or a clause of one."""
    return "。" in text or "；" in text or _CLAUSE.search(text) is not None


_STAMPED = deferred(r"(?<!\d)[\[(（]?(?:(?:19|20)?\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])）]?$")
"""How a line of a list of links ends that has the day of each."""


def _has_labels(text: str) -> bool:
    """Whether labels stand behind what a line begins with: 维保工 招聘人数：10人 工作地点：佛山."""
    words = text.split()
    return 2 <= len(words) <= _MOST_WORDS and any("：" in word and is_label(word) for word in words[1:])


_MOST_WORDS = 8


def _has_linked_value(line: Line) -> bool:
    """Whether a line is a label of a job description and a link or two: 职能类别：工艺工程师. More are the choices of a search."""
    colon = line.text.find("：")
    return 0 < colon < len(line.text) - line.linked and line.links <= 2 and is_label(line.text)


def is_label(text: str, *, whole: bool = False) -> bool:
    """Whether a line is, or unless `whole` begins with, a label of a job description."""
    field = field_of(text, whole=whole)
    return field is not None and not field.startswith(_NOT_A_JOBS)


def field_of(text: str, *, whole: bool = False) -> str | None:
    """What the label names that a line is, or unless `whole` begins with."""
    colon = -1 if whole else text.find("：", 0, _LONGEST_LABEL + 2)
    if colon < 0 and not whole:
        colon = text.find(":", 0, _LONGEST_LABEL + 2)
    label = text[:colon] if colon > 0 else text
    if len(label) > _LONGEST_LABEL:
        # 岗位职责 / Responsibilities
        return builtin().find(label) if len(label) <= _LONGEST_BILINGUAL and label[-1].isascii() else None
    return _named(label)


@lru_cache(maxsize=4096)
def _named(label: str) -> str | None:
    """What a label names that the table has. Cached: a site has the same short lines on each of its pages."""
    labels = builtin().labels
    return labels.get(label) or labels.get(fold(label))


def is_bare_label(item: Item) -> bool:
    """Whether a line is a label of a job description and nothing else, so that the value is what stands below it."""
    return isinstance(item, Line) and not item.links and is_label(item.text.rstrip("：: "), whole=True)


def labels_at(sums: Sums, index: int) -> int:
    return sums.between(sums.labels, index, index + 1)


def is_prose(sums: Sums, index: int) -> bool:
    return sums.between(sums.prose, index, index + 1) > 0
