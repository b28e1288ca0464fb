"""Headings whose number or decoration stands in an unusual place: 【一、岗位职责】, PART.01 任职要求, 01/福利待遇, 丨岗位职责."""

from collections.abc import Sequence

from jdparse.lines import Grid, Line
from jdparse.numbering import read as read_enumerator
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import LONGEST, Vocabulary

_BRACKETED = deferred(r"[【\[〔「](?P<inner>[^【】\[\]]{3,24})[】\]〕」]")
_PART = deferred(
    r"(?:(?i:part|chapter|section)[ ]?[.·-]?[ ]?0?(?P<part>[1-9])[ .:：|｜、/·-]{0,3}|0(?P<number>[1-9])[ ]?[/／|｜·\-—][ ]?)(?=\S)"
)
_DOUBLED = deferred(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]|[■●◆★▶►◎○□◇▲▼※❖♦✦⬛🔹🔸🔶🔷])[ \t\u3000]*"
    r"(?=(?:招聘|空缺)?(?:岗位|职位|职缺|工种)[ ]?(?:[一二三四五六七八九十]{1,2}|\d{1,2}|[A-H])[：:、 \t\u3000])"
)
"""The number or mark of a heading that counts jobs in words as well: 一、岗位一：护理员, ■ 职缺一：司机"""
_AMONG = deferred(r"其[一二三四五六七八九][：:、，,]")
_SIGNED = deferred(
    r"(?P<sign>[\u231a-\u23ff\u25a0-\u27bf\u2b50\U0001f300-\U0001faff]\ufe0f?)[ ]?(?P<inner>[^\W\d_]{2,12})[ ]?(?P<again>(?P=sign))(?=[ ]?[（(]?[\d一二两三四五六七八九十若]|[ ]*$)"
)
"""A name between two pictures: 🔥磨机工🔥 2人"""
_SPREAD = deferred(
    r"(?:[^\w\s（(【\[《“\"]{1,2}[ \t\u3000]*)?(?P<name>[^\W\x00-\x7f](?:[ \u3000]{1,4}[^\W\x00-\x7f]){1,4})(?=[ \u3000]*(?:[（(]?\d|$))"
)
"""A name whose characters are set apart, at the head of a line or alone on it: ★ 店  长 1名"""
_BLANKS = deferred(r"[ \u3000]+")
_COUNT = deferred(r"\d")
_DRAWN = deferred(r"[丨▎▍▏][ ]?(?P<inner>\S.{1,15})")
_MARKS = "■●◆★☆▶►◎○□◇▲▼※❖♦✦⬛🔹🔸🔶🔷"
_NUMERALS = "一二三四五六七八九"


def mended(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with the numbers of known headings before them, and without what is drawn around them.

    Where a text counts its parts so, others than known headings among them, these numbers stay.
    """
    lines = [block.text.text for block in blocks if isinstance(block, Line) and _is_short(block)]
    counted = [text[found.end() :] for text in lines if text[0] in _COUNTING and (found := _PART.match(text))]
    parts = bool(counted) and all(_is_heading(text, vocabulary) for text in counted)
    return [
        block._replace(text=_mended(block.text, vocabulary, parts))
        if isinstance(block, Line) and _is_short(block)
        else block
        for block in blocks
    ]


_COUNTING = "pPcCsS0"


def _is_short(line: Line) -> bool:
    return 3 <= len(line.text) <= 2 * LONGEST


def _mended(text: Tracked, vocabulary: Vocabulary, parts: bool) -> Tracked:
    first = text.text[0]
    if first in _MARKS and text.text[-1] == first and _COUNT.search(text.text) and (behind := text.text[:-1].rstrip()):
        text = text[: len(behind)]  # ★ 店长 1名 ★
    if (spread := _SPREAD.match(text.text)) is not None and names_job("".join(spread["name"].split())):
        start = spread.start("name")
        blanks = [(start + found.start(), start + found.end()) for found in _BLANKS.finditer(spread["name"])]
        text = text.delete(blanks)  # 店  长 1名
    if first in "【[〔「":
        found = _BRACKETED.fullmatch(text.text)
        mark = read_enumerator(found["inner"]) if found is not None else None
        if found is not None and mark is not None and _is_heading(found["inner"][mark.end :], vocabulary):
            return text.replace([(0, 1, ""), (1 + mark.end, 1 + mark.end, first)]) if mark.ordinal else text
    elif parts and first in _COUNTING:
        found = _PART.match(text.text)
        if found is not None:
            numeral = _NUMERALS[int(found["part"] or found["number"]) - 1]
            return text.replace([(0, found.end(), f"第{numeral}部分 ")])
    elif first in "丨▎▍▏":
        found = _DRAWN.fullmatch(text.text)
        if found is not None and _is_heading(found["inner"], vocabulary):
            return text[slice(*found.span("inner"))]
    elif first == "其":
        found = _AMONG.match(text.text)
        if found is not None and _is_heading(text.text[found.end() :], vocabulary):
            return text.replace([(0, 1, ""), (2, 3, "、")])
    elif first in _MARKS and (found := _DOUBLED.match(text.text)) is not None:
        return text[found.end() :]
    elif first >= "\u231a" and (found := _SIGNED.match(text.text)) is not None and names_job(found["inner"]):
        return text.replace([(*found.span("again"), " ")])
    elif ("岗位" in text.text or "职位" in text.text) and (found := _DOUBLED.match(text.text)) is not None:
        return text[found.end() :]
    return text


def _is_heading(text: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.heading(text.strip("：: ")) is not None
