"""Where lines begin in a run of text that holds a whole document.

A place counts when something sets it off: the next expected 二、 of an open sequence, a known label before a colon or between blanks;
where a form sets nothing off, a known label alone (`glued`).
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from jdparse.numbering import read as read_enumerator
from jdparse.outline import glued, labels
from jdparse.outline.rows import marks
from jdparse.patterns import deferred
from jdparse.vocabulary import LONGEST, Vocabulary

# So many headings or labels that are set off in one way make it the way of the form.
_STYLE = 3
_COLON = deferred(r"[：:]")
_SECTION = deferred(r"[一二三四五六七八九十]{1,3}(?=、)|职责[一二三四五六七八九十]{1,3}(?=[\s：:])")
_WORD = deferred(
    r"(?:[^\W\d_a-zA-Z](?:[ \u3000]+[^\W\d_a-zA-Z](?![^\s：:])){1,7})(?=[\s：:]|$)"
    r"|(?P<english>[A-Za-z][A-Za-z'&./]*+(?: [A-Za-z&/][A-Za-z'&./]*+)*+)(?=[\s：:]|$)|[^\s]+"
)
_HEAD = deferred(r"[^\s，。：:]{0,20}?(?:岗位|职位|职务|工作)(?:职责)?说明书[ \u3000]{0,4}")
_TITLE = deferred(r"(?:岗位|职位|职务|工作)(?:职责)?说明书[ \u3000]{0,4}")
_BEFORE_VALUE = deferred(r"[：:\s]{1,4}")
# What a label is called in English, behind it: 岗级/Job Grade：, 五、使用记录 Records
_ENGLISH = deferred(r"[ \u3000]?[/／]?[ \u3000]?(?P<name>[A-Za-z][A-Za-z'&./ -]*+)")
_ENGLISH_TAIL = deferred(r"[ \u3000/／]{1,3}[A-Za-z][A-Za-z'&./ -]*+$")
_LONGEST_ENGLISH = 40
_NONE = deferred(r"无[。\s]*$")
_LONGEST_VALUE = 30
_SENTENCE = deferred(r"[。；！？;]")
_LONGEST_NAME = 20
_LIST = deferred(r"[ \u3000]*(?:1[、.．]|[（(](?:1|一)[)）])")
# What stands before a label that belongs to a sentence: 以下工作内容：, 相关岗位职责：
_IN_SENTENCE = frozenset("的下各本该其等和与及或以按为对在是有将把由从向至之")
# What may stand before a label as a part of it (职务知识技能要求), unless a value goes before that names jobs: 其他岗位
_JOB = frozenset(("岗位", "职位", "职务"))
_NAMES_JOBS = ("title", "reports_to", "direct_reports", "indirect_reports", "rotation", "substitutes", "career_path")
# How a value ends all the same: 35岁以下, 医院、社区等
_VALUE_END = deferred(r"[0-9０-９][^\W\d]{0,2}以下$|、[^\W\d]+等$")


def find(text: str, vocabulary: Vocabulary) -> list[int]:
    """Where lines begin, in order and without 0.

    A form sets off its headings in one way, and so its labels: where numbers or colons do it, a bare word is none.
    """
    starts: set[int] = set()
    numbered = list(_sections(text))
    starts.update(numbered)
    behind = {*_behind_numbers(text, numbered, vocabulary), *_behind_title(text, vocabulary)}
    starts.update(behind)
    colons = list(_before_colons(text, behind, vocabulary))
    starts.update(place for place, _ in colons)
    pairs = sum(labels.is_identity(field) for _, field in colons)
    headings = max(len(colons) - pairs, len(numbered))
    starts.update(_glued(text, vocabulary, sorted(starts), headings < _STYLE, pairs < _STYLE))
    starts.update(_between_blanks(text, vocabulary))
    starts.update(_behind_letters(text, vocabulary))
    starts.update(_titles(text, vocabulary))
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


def _titles(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Titles of jobs, where the name before 岗位说明书 comes again behind a label: `…出纳岗位说明书岗位名称出纳…`."""
    for found in _TITLE.finditer(text):
        end = vocabulary.prefix(text, found.end())
        if vocabulary.labels.get(text[found.end() : end]) != "title":
            continue
        value = _BEFORE_VALUE.match(text, end)
        start = value.end() if value is not None else end
        lengths = range(min(_LONGEST_NAME, found.start()), 1, -1)
        name = next((n for n in lengths if text.startswith(text[found.start() - n : found.start()], start)), 0)
        if name:
            yield found.start() - name
            yield found.end()


def _behind_title(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where the first label begins right behind the title with which a run begins: `出纳岗位说明书职务：出纳…`."""
    found = _HEAD.match(text)
    if found is not None and vocabulary.prefix(text, found.end()):
        yield found.end()


def _behind_letters(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Short labels between the letters of a table's last cell and a list (`…沟通B职权1、…`), and the lists."""
    for mark in marks.find(text, 0, len(text)):
        for start in (mark.start - 3, mark.start - 2):
            if (
                mark.ordinal == 1
                and start > 0
                and text[start - 1].isascii()
                and text[start : mark.start] in vocabulary.labels
            ):
                yield start
                yield mark.start


def _behind_numbers(text: str, places: Sequence[int], vocabulary: Vocabulary) -> Iterator[int]:
    """Where the text behind numbered headings begins that nothing sets off: `一、岗位目的组织…`; [] where most of them are no labels."""
    found: list[int] = []
    for place, following in zip_longest(places, places[1:], fillvalue=len(text)):
        enumerator = read_enumerator(text, place)
        start = enumerator.end if enumerator is not None else place
        end = _heading_end(text, start, following, vocabulary)
        if end:
            found.append(end)
    if 2 * len(found) >= len(places) >= _STYLE:
        yield from (end for end in found if text[end : end + 1] not in ("：", ":", ""))


def _heading_end(text: str, start: int, following: int, vocabulary: Vocabulary) -> int:
    """Where a heading ends: before the list under it or 无, if it is known up to there, else behind the longest known label; 0 for none."""
    stop = min(following, start + 2 * LONGEST)
    under = next((mark.start for mark in marks.find(text, start, stop) if mark.ordinal == 1), None)
    if under is None and (none := _NONE.search(text, start, stop)):
        under = none.start()
    if under is not None and vocabulary.heading(text[start:under]):
        return under
    end = vocabulary.prefix(text, start)
    return _behind_english(text, end, vocabulary) if end else 0


def _behind_english(text: str, end: int, vocabulary: Vocabulary) -> int:
    """Where a label ends with its English name, if that follows: `/ Job Grade`, ` Records`."""
    english = _ENGLISH.match(text, end)
    if english is None:
        return end
    named = english["name"].strip().lower() in vocabulary.english or text[english.end() : english.end() + 1] in ("：", ":")
    return end + len(text[end : english.end()].rstrip()) if named else end


def _glued(text: str, vocabulary: Vocabulary, places: Sequence[int], headings: bool, pairs: bool) -> Iterator[int]:
    """Labels with nothing around them, and the values behind them; of headings and of pairs, those that are asked for."""
    for label in glued.find(text, vocabulary, places) if headings or pairs else ():
        place = _with_marker(text, label.start)
        if place is not None and (pairs if labels.is_identity(label.field) else headings):
            yield place
            if label.end > label.start and text[label.end : label.end + 1] not in ("：", ":"):
                yield label.end


class _Open(NamedTuple):
    """The value of the last label before a place: where it begins, and the label's field."""

    start: int
    field: str


def _before_colons(text: str, behind: Collection[int], vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Known labels before a colon, each with its field. `behind` are places right behind a heading."""
    low = 0
    value: _Open | None = None
    inside = marks.Inside(text)
    for colon in _COLON.finditer(text):
        at = colon.start()
        for start, field in _ending_at(text, low, at, value, behind, vocabulary):
            place = _with_marker(text, start)
            if place is not None and (_is_set_off(text, start) or not inside(start)):
                yield place, field
                value = _Open(at + 1, field)
            break
        low = at + 1


def _ending_at(
    text: str, low: int, at: int, value: _Open | None, behind: Collection[int], vocabulary: Vocabulary
) -> Iterator[tuple[int, str]]:
    """The known labels that end at a colon: the longest that is set off, else the longest of those as the table has them.

    Behind a short `value` a short label counts too.
    """
    found: list[tuple[bool, int, str]] = []
    english = _ENGLISH_TAIL.search(text, max(low, at - _LONGEST_ENGLISH), at)
    end = english.start() if english is not None else at
    for start in range(max(low, end - LONGEST), end - 1):
        if not _may_begin(text, start) or not (field := vocabulary.find(text[start:end])):
            continue
        if _is_set_off(text, start) or start in behind:
            yield start, field
            return
        before = text[start - 1]
        paired = value is not None and _is_value(text[value.start : start])
        if before in _IN_SENTENCE and not (paired and value and _VALUE_END.search(text, value.start, start)):
            continue
        exact = _is_exact(text, start, end, field, value, vocabulary)
        if end - start >= 4 or (exact and (paired or before.isascii() or _LIST.match(text, at + 1))):
            found.append((not exact, start, field))
    for _, start, field in sorted(found):
        yield start, field
    if english is not None and not found:
        name = english.group().lstrip(" \u3000/／")
        if name.strip().lower() in vocabulary.english:
            yield at - len(name), vocabulary.english[name.strip().lower()]


def _may_begin(text: str, start: int) -> bool:
    """Whether a label may begin at a place: with a Chinese character, or with a Latin word (base地)."""
    c = text[start]
    return c.isalpha() and (not c.isascii() or not text[start - 1 : start].isascii())


def _is_exact(text: str, start: int, end: int, field: str, value: _Open | None, vocabulary: Vocabulary) -> bool:
    """Whether a label is as the table has it, but for the words that wrap it: 技能需求说明, 职务知识技能要求."""
    if text[start:end] in vocabulary.labels:
        return True
    if text[start : start + 2] in _JOB:
        return value is None or value.field not in _NAMES_JOBS
    return vocabulary.labels.get(text[start : vocabulary.prefix(text, start)]) == field


def _is_value(text: str) -> bool:
    """Whether what stands between two labels is one short value."""
    return len(text) <= _LONGEST_VALUE and not _SENTENCE.search(text) and not marks.find(text, 0, len(text))


def _is_set_off(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    if before in ("/", "／"):  # 知识/技能： is one label, 办公地点：/审批日期： are two
        return text[start - 2 : start - 1] in ("：", ":", " ")
    return not before.isalnum()


def _with_marker(text: str, start: int) -> int | None:
    """The place of a label, or that of the marker right before it (二、岗位概述); None behind the number of a list item (1、劳动强度)."""
    for back in range(max(0, start - 6), start):
        if text[back] in "零〇" or text[back - 1 : back] == text[back] == "—":
            continue  # 差错率为零二、工作环境; 职称：——职级：
        enumerator = read_enumerator(text, back)
        if enumerator is not None and enumerator.end == start and not text[back].isspace() and not enumerator.weak:
            return None if text[back : back + 1].isdigit() else back
    return start


def _between_blanks(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Labels that blanks set off on both sides, and the values behind them."""
    bracketed = 0
    low = 0
    for word in _WORD.finditer(text):
        if word.end() - word.start() > LONGEST * 2 or word.start() < low:
            continue
        if word["english"] and (text[word.end() : word.end() + 1] in ("：", ":") or _is_behind_slash(text, word.start())):
            continue
        for start, end in _labels(text, word.start(), word.end(), vocabulary):
            if start < bracketed:
                continue
            if inner := labels.in_brackets(text, start, vocabulary):
                bracketed = inner[-1].value_end  # these are no lines of their own
                continue
            yield start
            end = low = _behind_english(text, end, vocabulary)
            if text[end : end + 1].isspace():
                yield end + 1


def _is_behind_slash(text: str, start: int) -> bool:
    return text[max(0, start - 2) : start].rstrip()[-1:] in ("/", "／")


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
