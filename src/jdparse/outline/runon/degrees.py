"""Tables of duties in a run whose rows are counted and end in how far somebody answers for each: `1编制年度计划。全责2审核付款。部分`.

The word at the end of each row parts it from the next number, so such a table comes out without a sign between its cells.
"""

from collections.abc import Iterator

from jdparse.lines import Grid, GridCell, Line
from jdparse.patterns import deferred
from jdparse.vocabulary import LONGEST, Vocabulary

_FIRST = "序号"
_AT = deferred(_FIRST)
_HEAD = deferred(r"[ \u3000]*(?P<name>[^\W\d]{2,6}?)[ \u3000]*(?=1[^\d])")
"""The name of the last column, behind that of the duties."""
_WORDS = (
    "(?:全部|主要|部分|次要|共同|领导|直接|间接|连带)(?:责任)?|全责|主责|次责|负责|主办|协办|支持|协助|配合|参与|主导"
)
_NUMBERED = deferred(r"[ \u3000]*(?P<number>\d{1,2})[ \u3000]*[、.．]?[ \u3000]*(?=[^\d\s])")
_DEGREE = deferred(rf"[ \u3000]*(?P<degree>{_WORDS})[ \u3000]*")
_NEXT = deferred(r"\d|$|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
_LONGEST_TEXT = 400
_SHORTEST_LABEL = 4
_NUMBER = deferred(r"(?<!\d)\d$")
_FEWEST = 2


def parted(line: Line, vocabulary: Vocabulary) -> list[Line | Grid]:
    """The line as it is, or such tables out of it and what stands around them."""
    text = line.text.text
    out: list[Line | Grid] = []
    low = 0
    for first in _AT.finditer(text) if _FIRST in text else ():
        start = first.start()
        found = _read(line, start, vocabulary) if start >= low else None
        if found is None:
            continue
        heading = max(low, _heading(text, start, vocabulary))
        number = heading - (_NUMBER.search(text, low, heading) is not None)
        out += _lines(line, low, number)
        if heading < start:
            marker = line.text.part(number, heading) if number < heading else None
            out.append(line._replace(text=line.text.part(heading, start).strip(), marker=marker, gap=0))
        grid, low = found
        out.append(grid)
    return [*out, *_lines(line, low, len(text))] if out else [line]


def _lines(line: Line, low: int, high: int) -> Iterator[Line]:
    text = line.text.part(low, high).strip()
    if text:
        yield line._replace(text=text, gap=0 if low else line.gap, marker=None if low else line.marker)


def _heading(text: str, end: int, vocabulary: Vocabulary) -> int:
    """Where the heading begins that stands right before a table: 工作内容表述 before 序号; the table's own place without one."""
    return next((start for start in range(max(0, end - LONGEST), end - 1) if text[start:end] in vocabulary.labels), end)


def _read(line: Line, start: int, vocabulary: Vocabulary) -> tuple[Grid, int] | None:
    """The table whose header begins at a place of a line, and where it ends; None where there is none."""
    text = line.text.text
    low = start + len(_FIRST)
    while text[low : low + 1].isspace():
        low += 1
    named = vocabulary.prefix(text, low)
    if not named or not vocabulary.labels[text[low:named]].startswith(("duties", "duty.")):
        return None
    head = _HEAD.match(text, named, named + LONGEST)
    if head is None:
        return None
    rows = [(start, low), (low, named), head.span("name")]
    at, count = head.end(), 0
    while (row := _row(text, at, count + 1, vocabulary)) is not None:
        rows += row[:-1]
        at, count = row[-1][1], count + 1
    if count < _FEWEST:
        return None
    cells = (
        GridCell(index // 3, index % 3, 1, 1, (Line(line.text.part(*span).strip(), line.line),))
        for index, span in enumerate(rows)
    )
    return Grid(line.line, tuple(cells)), at


def _row(text: str, at: int, number: int, vocabulary: Vocabulary) -> list[tuple[int, int]] | None:
    """The ranges of a row's number, text and degree, and that of the whole row; None where the one with that number does not begin."""
    numbered = _NUMBERED.match(text, at)
    if numbered is None or int(numbered["number"]) != number:
        return None
    for found in _DEGREE.finditer(text, numbered.end() + 1, numbered.end() + _LONGEST_TEXT):
        end = found.end()
        if _NEXT.match(text, end) is not None or vocabulary.prefix(text, end, _SHORTEST_LABEL):
            return [numbered.span("number"), (numbered.end(), found.start()), found.span("degree"), (at, end)]
    return None
