"""Labels in a run of text with nothing around them: `岗位名称出纳所属部门财务部直接上级…`.

Such a word may as well stand in a sentence (`编制岗位职责`). So labels of four characters and more count, each field once, not before
or behind the words that a sentence has there, and only in a run that has many of them.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from jdparse.outline import labels
from jdparse.outline.runon.rows import header, marks
from jdparse.patterns import deferred
from jdparse.vocabulary import LONGEST, Vocabulary

# So many fields a run must name before any of its labels counts.
FEWEST = 4
_SHORTEST = 4
_LONGEST_VALUE = 30
_LONGEST_OBJECT = 2
# What goes on a sentence behind a label, and what stands before one that is an object in it.
_GOES_ON = deferred(
    r"[的和与及或、，。；,;）)/／”》]|等|进行|包括|应当?|须|是|由|方面|相关|内(?!部)|中(?![专级等])|体系|制度|方案|计划|流程|表|证?书|手册|范围|情况|变化"
)
_OBJECT = deferred(
    r"(?:[的下各本该其持和与及以按为对在是有将把由从向至之内、，,/（(“]|制定|制订|编制|编写|优化|改善|明确|提供|使用|营造|完善|遵守|履行|修订|填写|熟悉|了解|符合"
    r"|达到|承担|落实|执行|开展|享受|负责|根据|按照|提高|掌握|具备|具有|相关|做好|建立|确认)$"
)
_SENTENCE = deferred(r"[。；！？;]")


class Label(NamedTuple):
    """A label in a run, and the field that it names. It ends where its value begins, or a line that must stay whole."""

    start: int
    end: int
    field: str


def find(text: str, vocabulary: Vocabulary, places: Sequence[int], headings: Collection[int] = ()) -> list[Label]:
    """The labels of a run, in order; [] when it is ordinary text.

    `places` are where other labels begin, in order, and `headings` where numbered ones do.
    """
    found: list[Label] = []
    bracketed: list[Label] = []
    seen: set[str] = set()
    inside = marks.Inside(text, headings)
    low = 0
    for label in _known(text, vocabulary):
        if label.start < low:
            continue
        if pairs := labels.in_brackets(text, label.start, vocabulary):
            low = pairs[-1].value_end
            bracketed.append(label._replace(start=_heading_before(text, label.start, vocabulary), end=label.start))
        elif not inside(label.start) and not (is_of_a_sentence(text, label.end) or is_object(text, label.start)):
            if label.field == "title" and "title" in seen and len(seen) >= FEWEST:
                seen.clear()  # the next job
            if label.field not in seen:
                seen.add(label.field)
                found.append(label)
    ends = sorted([*(label.start for label in (*found, *bracketed)), *places, len(text)])
    found = [label for label in found if _has_value(text, label, ends[bisect_right(ends, label.start)])]
    if len(found) < FEWEST:
        found = _head(text, found, places)
    return sorted(found + bracketed) if found else []


def is_of_a_sentence(text: str, end: int) -> bool:
    """Whether what stands behind a label that ends at a place goes on a sentence: 的修订 behind 岗位职责."""
    return _GOES_ON.match(text, end) is not None


def is_object(text: str, start: int) -> bool:
    """Whether a word that makes what follows its object stands right before a place: 根据 before 岗位职责."""
    return _OBJECT.search(text, max(0, start - _LONGEST_OBJECT), start) is not None


def _head(text: str, found: Sequence[Label], places: Sequence[int]) -> list[Label]:
    """The pairs with which a form begins whose headings are set off: few are enough from the first word on."""
    first = next((place for place in places if place), 0)
    if len(places) < FEWEST - 1 or not found or text[: found[0].start].strip():
        return []
    return [label for label in found if label.start < first]


def _heading_before(text: str, at: int, vocabulary: Vocabulary) -> int:
    """Where a short label begins that stands right before a place: 指挥线 before 上级岗位（店长）."""
    return next((start for start in range(max(0, at - LONGEST), at - 1) if text[start:at] in vocabulary.labels), at)


def _known(text: str, vocabulary: Vocabulary) -> Iterator[Label]:
    """The longest known labels at each place, one behind the other."""
    firsts = _firsts(vocabulary)
    at = 0
    while at < len(text):
        end = vocabulary.prefix(text, at, _SHORTEST) if text[at] in firsts else 0
        field = vocabulary.labels[text[at:end]] if end else "extra"
        if not field.startswith(("column.", "extra")):
            head = header.read(text, vocabulary, at)
            if head is None or len(head.columns) < 3:
                yield Label(at, end, field)
            else:
                if head.label > at:
                    yield Label(at, end, field)
                end = head.end  # the names of columns are no labels
            at = end - 1
        at += 1


def _firsts(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(word[0] for word in vocabulary.labels)


def _has_value(text: str, label: Label, end: int) -> bool:
    """Whether what stands behind a label can be its value: a scalar's is short and no sentence."""
    value = text[label.end : end]
    if not value.strip():
        return end < len(text) and labels.is_identity(label.field)  # 岗位编号 that was left empty, before 所在部门
    last = end == len(text)
    return not labels.is_scalar(label.field) or last or (len(value) <= _LONGEST_VALUE and not _SENTENCE.search(value))
