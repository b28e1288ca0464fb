"""Where lines begin in a run of text that holds a whole document.

A place counts when something sets it off: the next expected 二、 of an open sequence, a known label before a colon or between blanks;
where a form sets nothing off, a known label alone (`glued`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest

from jdparse.numbering import Enumerator
from jdparse.numbering import read as read_enumerator
from jdparse.outline import labels
from jdparse.outline.runon import arabic, colons, glued, template
from jdparse.outline.runon.rows import marks
from jdparse.outline.titles import names_job
from jdparse.outline.titles import read as read_title
from jdparse.patterns import deferred
from jdparse.vocabulary import LONGEST, Vocabulary

# So many headings or labels that are set off in one way make it the way of the form.
_STYLE = 3
_COLONS = ("：", ":")
_SECTION = deferred(r"[一二三四五六七八九十]{1,3}(?=、)|职责[一二三四五六七八九十]{1,3}(?=[\s：:])")
_WORD = deferred(
    r"(?:[^\W\d_a-zA-Z](?:[ \u3000]+[^\W\d_a-zA-Z](?![^\s：:])){1,7})(?=[\s：:]|$)"
    r"|(?P<english>[A-Za-z][A-Za-z'&./]*+(?: [A-Za-z&/][A-Za-z'&./]*+)*+)(?![0-9])|[^\s]+"
)
_HEAD = deferred(r"[^\s，。：:]{0,20}?(?:岗位|职位|职务|工作)(?:职责)?[说讲阐]明书[ \u3000]{0,4}")
_TITLE = deferred(r"(?:岗位|职位|职务|工作)(?:职责)?[说讲阐]明书[ \u3000]{0,4}")
_BEFORE_VALUE = deferred(r"[：:\s]{1,4}")
# The number of a heading, set off from what stands before: 1.2 or 3.
_NUMBER = deferred(r"(?<!\S)[0-9]{1,2}(?:[.、．]|(?:\.[0-9]{1,2}){1,3}[.、．]?)[ \u3000]$")
_LONGEST_NUMBER = 16
# What a label is called in English, behind it: 岗级/Job Grade：, 五、使用记录 Records
_ENGLISH = deferred(r"[ \u3000]?[/／]?[ \u3000]?(?P<name>[A-Za-z][A-Za-z'&./ -]*+)")
_NONE = deferred(r"无[。\s]*$")
_LONGEST_NAME = 20
_NUMERALS = "一二三四五六七八九十"
_COUNTED_ON = ("周", "期", "第", "拜")
"""The ends of 每周一、三、五, of 星期 and 礼拜: what such a word counts may leave numbers out."""
_BEFORE_ONE = deferred(r"(?:(?<![系传])统|[唯第之])$")
"""What makes a word with 一: 口味统一、成本可控."""
# What is counted inside a sentence: 车间一、车间二, 教学楼一、教学楼二
_LONGEST_COUNTED = 4


def find(text: str, vocabulary: Vocabulary, counted_before: dict[str, int]) -> list[int]:
    """Where lines begin, in order and without 0.

    A form sets off its headings in one way, and so its labels: where numbers or colons do it, a bare word is none. `counted_before`
    has the last numbers of headings in the runs before, whose count this one may go on with; its own are put into it.
    """
    if filled := template.find(text, vocabulary):
        return sorted({*filled, *_titles(text, vocabulary)})
    starts: set[int] = set()
    numbered = list(_sections(text, counted_before))
    counted = arabic.find(text, vocabulary)
    starts.update(numbered, counted)
    behind = {
        *_behind_numbers(text, numbered, vocabulary),
        *_behind_numbers(text, counted, vocabulary),
        *_behind_title(text, vocabulary),
    }
    starts.update(behind)
    labelled = list(colons.find(text, behind, vocabulary, counted))
    starts.update(label.start for label in labelled)
    # who made a form stands behind a colon in any of them
    pairs = sum(labels.is_identity(field) and not field.startswith("people.") for *_, field in labelled)
    headings = max(sum(not labels.is_scalar(field) for *_, field in labelled), len(numbered), len(counted))
    found = glued.find(text, vocabulary, sorted(starts), counted)
    starts.update(_glued(text, found, headings < _STYLE, pairs < _STYLE))
    starts.update(_before_lists(text, numbered, behind, vocabulary))
    starts.update(_bare_lists(text, vocabulary))
    starts.update(_within_heading(text, behind, vocabulary))
    starts.update(_below_headings(text, numbered, vocabulary))
    starts.update(_between_blanks(text, vocabulary))
    starts.update(_behind_letters(text, vocabulary))
    starts.update(_bracketed(text, vocabulary))
    starts.update(_dashed(text))
    starts.update(_titles(text, vocabulary))
    starts.update(_doubled(text))
    starts.update(_counted_titles(text))
    for label in labelled:
        starts.difference_update(range(label.start + 1, label.colon))  # 所用工具 in 所用工具（必填）：
    for number in numbered:
        if (enumerator := read_enumerator(text, number)) is not None:
            starts.difference_update(range(enumerator.end, vocabulary.prefix(text, enumerator.end)))  # 一、基本信息
    return _with_numbers(text, sorted(start for start in starts if start > 0))


def _with_numbers(text: str, starts: Sequence[int]) -> list[int]:
    """The places, those of numbered headings with their numbers where several have one: `旅客服务部 1.3 职位编号`."""
    found = [_NUMBER.search(text, max(0, start - _LONGEST_NUMBER), start) for start in starts]
    if sum(number is not None for number in found) < _STYLE:
        return list(starts)
    return [start if number is None else number.start() for start, number in zip(starts, found, strict=True)]


def _sections(text: str, expected: dict[str, int]) -> Iterator[int]:
    """The markers 一、 二、 … and 职责一 职责二 … that follow each other; a gap of one is allowed where a sign sets them off.

    What is counted in a sentence is none: 科目二、科目三, 每周一、三. `expected` has the last number of each kind.
    """
    for found in _SECTION.finditer(text):
        enumerator = read_enumerator(text, found.start())
        if enumerator is None:
            continue
        last = expected.get(enumerator.family, 0)
        set_off = colons.is_set_off(text, found.start()) and text[found.start() - 1 : found.start()] != "、"
        if not set_off and (enumerator.ordinal > last + 1 or _is_counted(text, found.start(), enumerator)):
            continue
        if enumerator.ordinal == 1 or last < enumerator.ordinal <= last + 2:
            expected[enumerator.family] = enumerator.ordinal
            yield found.start()


def _is_counted(text: str, start: int, enumerator: Enumerator) -> bool:
    """Whether a number inside a word counts what is named before it, and a later one follows: 车间一、车间二, 二、三级."""
    end = enumerator.end
    if enumerator.ordinal == 1 and _BEFORE_ONE.search(text, max(0, start - 2), start) is not None:
        return True
    following = _NUMERALS.find(text[end : end + 1] or " ")
    if following == enumerator.ordinal or (following > enumerator.ordinal and text[start - 1 : start] in _COUNTED_ON):
        return True
    return any(
        text.startswith(text[start - size : start], end)
        and _NUMERALS.find(text[end + size : end + size + 1] or " ") >= 0
        for size in range(1, min(_LONGEST_COUNTED, start) + 1)
    )


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


_COUNTED_TITLE = deferred(
    r"(?<=[\s。；])(?:岗位|职位|职务|工作)(?:说明书|描述书|职责)(?:之[一二三四五六七八九十]{1,2}|[（(][一二三四五六七八九十]{1,2}[)）])(?=[\s：:])"
)


def _counted_titles(text: str) -> Iterator[int]:
    """Titles without a name that count the jobs, and what follows: `…不低于95%。 岗位说明书之二 岗位名称：…`."""
    for found in _COUNTED_TITLE.finditer(text):
        yield found.start()
        yield found.end()


_DOUBLED = deferred(r"[（(][一二三四五六七八九十]{1,3}[)）](?P<name>[^\W\d_]{2,10}?)(?P=name)")
_FEWEST_DOUBLED = 2


def _doubled(text: str) -> Iterator[int]:
    """Numbered names of jobs over paragraphs that begin with them, and these: `（一）车间主任车间主任统筹…（二）班组长班组长负责…`."""
    found = [match for match in _DOUBLED.finditer(text) if names_job(match["name"])]
    for match in found if len(found) >= _FEWEST_DOUBLED else ():
        yield match.start()
        yield match.end("name")


def _before_lists(text: str, places: Sequence[int], behind: Collection[int], vocabulary: Vocabulary) -> Iterator[int]:
    """Headings right before the first number of a list or of the `places`, and the lists: `…检查消防器材。任职要求1、高中以上…`.

    A list that is right `behind` a heading already has its own.
    """
    found = marks.find(text, 0, len(text))
    firsts = [
        (mark.start, mark.family, before) for before, mark in pairwise((None, *found)) if mark and mark.ordinal == 1
    ]
    firsts += [(place, "一、", None) for place in places if text[place] == "一"]
    for at, family, before in firsts:
        start = _heading_before(text, at, vocabulary) if at not in behind else at
        if start == at or colons.with_marker(text, start) != start:
            continue
        if before is not None and before.family != family and not colons.SENTENCE.search(text, before.end, start):
            continue  # （四）部门其他工作1．
        if start > _LONGEST_NAME or not names_job(text[:start]):  # 仓管员岗位职责1、… begins with a title
            yield start
        yield at


_BARE_ONE = deferred(r"(?<![0-9.．])1(?=[^\W\d_a-zA-Z])(?![年月日号名个人位次天周元岁级层楼米])")
_NUMBERS = deferred(r"(?:序号|编号)$")
_FEWEST_BARE = 3
_FURTHEST_BARE = 300


def _bare_lists(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Lists behind a label whose numbers have nothing behind them, and the label: `…工作内容及职责1审阅合同；2掌握行情；3…`."""
    for found in _BARE_ONE.finditer(text):
        start = _heading_before(text, found.start(), vocabulary)
        if start == found.start():
            continue
        places = [found.start()]
        while True:
            behind = _bare(len(places) + 1).search(text, places[-1] + 1, places[-1] + _FURTHEST_BARE)
            if behind is None:
                break
            places.append(behind.start("number"))
        if len(places) >= _FEWEST_BARE:
            yield start
            yield from places
            if (
                column := _NUMBERS.search(text, max(0, start - 2), start)
            ) is not None:  # 具体职责 编号 工作内容 1审阅合同
                yield column.start()
                yield _heading_before(text, column.start(), vocabulary)


@cache
def _bare(number: int) -> re.Pattern[str]:
    return re.compile(rf"[。；;：:，,][ \u3000]*(?P<number>{number})(?=[^\W\d_a-zA-Z])")


def _within_heading(text: str, behind: Collection[int], vocabulary: Vocabulary) -> Iterator[int]:
    """Where the text begins behind a label right behind a heading: 二、工作职责 工作概要 本岗位是…"""
    for place in behind:
        end = vocabulary.prefix(text, place, _SHORTEST_INNER)
        if end and vocabulary.labels[text[place:end]] == "summary" and text[end : end + 1].isalnum():
            yield end


_SHORTEST_INNER = 4


_HEADING = deferred(r"[一二三四五六七八九十]{1,3}、(?P<name>[^\W\d_]{2,12})[：:](?P<motto>[^，。；：:]{6,40})")
_WRAPPING = deferred("概述|描述|说明|要求|内容")


def _below_headings(text: str, numbered: Sequence[int], vocabulary: Vocabulary) -> Iterator[int]:
    """Where a label stands that comes right behind several numbered names of jobs, and the text behind it.

    `一、站长：统筹全站岗位概述站长是…` and `二、收费员：日常收费岗位概述收费员…`
    """
    found: dict[str, list[int]] = {}
    for place in numbered:
        heading = _HEADING.match(text, place)
        if heading is None or not names_job(heading["name"]):
            continue
        for start in range(heading.start("motto"), heading.end() - 3):
            end = vocabulary.prefix(text, start, _SHORTEST_INNER)
            if not end:
                continue
            if (wrapped := _WRAPPING.match(text, end)) is not None:
                end = wrapped.end()
            if text[end : end + 1].isalnum() and not labels.is_scalar(vocabulary.find(text[start:end]) or "title"):
                found.setdefault(text[start:end], []).append(start)
                break
    for label, places in found.items():
        if len(places) > 1:
            for start in places:
                yield from (start, start + len(label))


def _heading_before(text: str, at: int, vocabulary: Vocabulary) -> int:
    """Where the longest label of a section begins that ends at a place; the place itself when there is none."""
    if 1 < at <= LONGEST and (field := vocabulary.find(text[:at])) is not None and not labels.is_scalar(field):
        return 0  # a run that begins with 岗位职责及工作内容, which no table has
    for start in range(max(0, at - LONGEST), at - 1):
        field = vocabulary.labels.get(text[start:at])
        if field is None or labels.is_scalar(field) or field.startswith("column."):
            continue
        if colons.is_set_off(text, start) or (at - start >= 4 and not glued.is_object(text, start)):
            return start
        break
    return at


def _behind_title(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where the first label begins right behind the title with which a run begins: `出纳岗位说明书职务：出纳…`."""
    found = _HEAD.match(text)
    if found is None:
        return
    titled = read_title(found.group(), vocabulary)
    if vocabulary.prefix(text, found.end()) or (
        titled is not None and titled.name and names_job(text[slice(*titled.name)])
    ):
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
    if 2 * len(found) >= len(places) >= _STYLE or len(found) == len(places) > 1:
        yield from (end for end in found if text[end : end + 1] not in (*_COLONS, ""))


def _heading_end(text: str, start: int, following: int, vocabulary: Vocabulary) -> int:
    """Where a heading ends: before the list under it or 无, if it is known up to there, else behind the longest known label; 0 for none."""
    stop = min(following, start + 2 * LONGEST)
    under = next((mark.start for mark in marks.find(text, start, stop) if mark.ordinal == 1), None)
    if under is None and stop == following:
        none = _NONE.search(text, start, stop)
        under = none.start() if none is not None else stop
    if under is not None and vocabulary.heading(text[start:under]):
        return under
    end = vocabulary.prefix(text, start)
    return _behind_english(text, end, vocabulary) if end else 0


def _behind_english(text: str, end: int, vocabulary: Vocabulary) -> int:
    """Where a label ends with its English name, if that follows: `/ Job Grade`, ` Records`."""
    english = _ENGLISH.match(text, end)
    if english is None:
        return end
    name, stop = english["name"].rstrip(), english.end()
    return (
        english.start("name") + len(name)
        if name.lower() in vocabulary.english or text[stop : stop + 1] in _COLONS
        else end
    )


def _glued(text: str, found: Sequence[glued.Label], headings: bool, pairs: bool) -> Iterator[int]:
    """Labels with nothing around them, and the values behind them; of headings and of pairs, those that are asked for."""
    for label in found:
        place = colons.with_marker(text, label.start)
        long = label.end - label.start >= _UNMISTAKABLE
        if place is not None and (long or (pairs if labels.is_identity(label.field) else headings)):
            yield place
            if label.end > label.start and text[label.end : label.end + 1] not in _COLONS:
                yield label.end


def _dashed(text: str) -> Iterator[int]:
    """Items behind a dash between blanks, each with a name: ` - 质量把控：检查食材； - 设备维护：…`."""
    found = [dash.end() for dash in _DASHED.finditer(text)] if " - " in text or " – " in text else []
    if len(found) >= _STYLE:
        yield from found


_DASHED = deferred(r"[ \u3000](?=[-–] [^\W\d_]{2,10}[：:])")


def _bracketed(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Labels in brackets that head the text behind them: …【任职要求】…"""
    for found in _BRACKETED.finditer(text) if "】" in text or "]" in text or "〗" in text else ():
        field = vocabulary.find(found[1])
        if field is not None and not labels.is_scalar(field):
            yield found.start()


_UNMISTAKABLE = 6
"""Characters of a label that is no chance: 内部协调关系."""
_BRACKETED = deferred(r"[【\[〖]([^\W\d_]{2,12})[】\]〗]")


def _between_blanks(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Labels that blanks set off on both sides, and the values behind them."""
    bracketed = 0
    low = 0
    for word in _WORD.finditer(text):
        if word.end() - word.start() > LONGEST * 2 or word.start() < low:
            continue
        if word["english"] and (text[word.end() : word.end() + 1] in _COLONS or _is_behind_slash(text, word.start())):
            continue
        for start, end in _labels(text, word.start(), word.end(), vocabulary):
            if start < bracketed:
                continue
            if inner := labels.in_brackets(text, start, vocabulary):
                bracketed = inner[-1].value_end  # these are no lines of their own
                continue
            yield start
            end = low = _behind_english(text, end, vocabulary)
            if text[end : end + 1].isspace() and not _AT_COLON.match(text, end):
                yield end + 1


_AT_COLON = deferred(r"[ \u3000]+[：:]")


def _is_behind_slash(text: str, start: int) -> bool:
    return text[max(0, start - 2) : start].rstrip()[-1:] in ("/", "／")


_REST_OF_LABEL = deferred(r"[ \u3000](?P<rest>[^\W\d_a-zA-Z]{1,4})(?=[ \u3000：:])")
_SHORTEST_BROKEN = 2


def _labels(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The labels in a word: itself, or the two that stand in a row of single characters (任 职 资 格 学 历).

    The narrow cell of a form breaks a label: 业务了解 范围.
    """
    if (joined := _REST_OF_LABEL.match(text, end)) and end - start >= _SHORTEST_BROKEN:
        whole = text[start:end] + joined["rest"]
        if whole in vocabulary.labels and vocabulary.heading(joined["rest"]) is None:
            return [(start, joined.end())]
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
