"""Lists inside running text: `1、收货2、发货` with nothing between the end of an item and the next number.

Only the expected next number of the open list counts, or a 1 that begins a list anew; so `2小时内` and `第3、4项` are text.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import NamedTuple

from jdparse.numbering import chinese_number
from jdparse.patterns import deferred

_MARK = deferred(
    r"(?<![0-9０-９第])(?<![0-9A-Za-z][.．])(?P<number>[0-9０-９]{1,4})[ \u3000]?(?P<sep>[、)）]|[.．](?![0-9０-９]))[ \u3000]*"
    r"|[(（](?P<inner>[0-9０-９]{1,2})[)）][ \u3000]*|[(（](?P<chinese>[一二三四五六七八九十]{1,3})[)）][ \u3000]*|(?P<circle>[①-⑳])[ \u3000]*"
)
_COUNTED = deferred(r"[0-9０-９]{1,3}(?:、[0-9０-９]{1,3}){1,8}+[#＃号期线级班条项款层区楼栋组套台机炉]")
_YEARS = range(1900, 2100)
_SAME = {"．": ".", ")": "）"}
_CLOSING = "）)"
_ENDS = ("；", ";", "。")
_MOST_LEFT_OUT = 2
_LONGEST_REMARK = 20


class Mark(NamedTuple):
    """A number that may begin an item: `start:end` is its range with the blanks behind it."""

    start: int
    end: int
    ordinal: int
    family: str


class Item(NamedTuple):
    """An item of a list or an unnumbered text. `start` is that of its number, `text` where its text begins."""

    start: int
    text: int
    end: int


class Segment(NamedTuple):
    """A list, or the text before the first one."""

    numbered: bool
    items: tuple[Item, ...]
    damaged: tuple[tuple[int, int], ...] = ()
    """Ranges where a number and the one of the next item run together (`1002、`)."""

    @property
    def start(self) -> int:
        return self.items[0].start

    @property
    def end(self) -> int:
        return self.items[-1].end


def find(text: str, start: int, end: int) -> list[Mark]:
    """The marks of a range of a text, expected or not."""
    out: list[Mark] = []
    for found in _MARK.finditer(text, start, end):
        if found["circle"]:
            out.append(Mark(found.start(), found.end(), ord(found["circle"]) - ord("①") + 1, "①"))
        elif found["chinese"]:
            out.append(Mark(found.start(), found.end(), chinese_number(found["chinese"]) or 0, "（一）"))
        elif found["inner"]:
            out.append(Mark(found.start(), found.end(), int(found["inner"]), "(1)"))
        elif found["sep"] in _CLOSING and _is_open(text, max(start, found.start() - _LONGEST_REMARK), found.start()):
            continue  # 操作证（N1）
        elif found["sep"] == "、" and _is_counted(text, found.start(), found.end()):
            continue
        else:
            sep = _SAME.get(found["sep"], found["sep"])
            out.append(Mark(found.start(), found.end(), int(found["number"]), sep))
    return out


def _is_open(text: str, low: int, at: int) -> bool:
    """Whether a parenthesis that begins behind `low` is still open at a place."""
    opened = max(text.rfind("（", low, at), text.rfind("(", low, at))
    return opened > max(text.rfind("）", low, at), text.rfind(")", low, at))


def _is_counted(text: str, at: int, end: int) -> bool:
    """Whether a number inside a sentence counts things, and the next one follows: 检查1、2号锅炉, but ；1、2号锅炉点检."""
    if not text[end : end + 1].isdigit() or not (text[at - 1 : at].isalpha() or text[at - 1 : at] == "、"):
        return False
    return _COUNTED.match(text, at) is not None


def starts(text: str, start: int, end: int, lists: dict[str, Mark]) -> list[int]:
    """Where the items of the lists in a range of a text begin, those of lists in lists too; [] for a range with one item or none.

    `lists` has the last mark of each family before the range, whose lists may go on in it; those of the range are put into it.
    """
    out: list[int] = []
    for mark in find(text, start, end):
        counted = next(_listed(text, [mark], lists.get(mark.family)), None)
        if counted is not None:
            lists[mark.family] = counted
            out.append(counted.start)
    return out if len(out) >= 2 else []


class Inside:
    """Whether a place of a text lies in a list that goes on behind it, so that no heading stands there."""

    def __init__(self, text: str, headings: Collection[int] = ()) -> None:
        """`headings` are places where numbers stand that are no list's."""
        self.marks = [mark for mark in find(text, 0, len(text)) if mark.start not in headings]
        self.starts = [mark.start for mark in self.marks]

    def __call__(self, place: int) -> bool:
        index = bisect_left(self.starts, place)
        if not 0 < index < len(self.marks):
            return False
        before, behind = self.marks[index - 1], self.marks[index]
        return before.family == behind.family and behind.ordinal == before.ordinal + 1


def segments(text: str, start: int, end: int, marks: list[Mark]) -> list[Segment]:
    """The lists of a range of a text, and first, where there is one, the text before them. `marks` are those of the range, in order."""
    out: list[Segment] = []
    begins: list[tuple[int, int]] = []
    damaged: list[tuple[int, int]] = []
    low = start
    open_list: Mark | None = None
    for mark in _listed(text, marks):
        if open_list is None and text[low : mark.start].strip():
            out.append(Segment(False, (_item(text, low, low, mark.start),)))
        if open_list is not None and mark.ordinal == 1:
            out.append(_segment(text, begins, mark.start, damaged))
            begins, damaged = [], []
        if mark.start > start and text[mark.start - 1].isdigit():
            damaged.append((_digits(text, mark.start), mark.end))
        begins.append((mark.start, mark.end))
        open_list = mark
    if open_list is not None:
        out.append(_segment(text, begins, end, damaged))
    elif text[start:end].strip():
        out.append(Segment(False, (_item(text, start, start, end),)))
    return out


def _digits(text: str, at: int) -> int:
    while at and text[at - 1].isdigit():
        at -= 1
    return at


def _segment(text: str, begins: list[tuple[int, int]], end: int, damaged: list[tuple[int, int]]) -> Segment:
    ends = [start for start, _ in begins[1:]] + [end]
    items = tuple(_item(text, a, b, c) for (a, b), c in zip(begins, ends, strict=True))
    return Segment(True, items, tuple(damaged))


def _item(text: str, start: int, inner: int, end: int) -> Item:
    while end > inner and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Item(start, max(start, inner), end)


def _listed(text: str, marks: list[Mark], last: Mark | None = None) -> Iterator[Mark]:
    """The marks that count: the next of the open list, or a 1. An empty item has none: `1、2、3号楼` is text."""
    for mark in marks:
        if last is not None and not text[last.end : mark.start].strip():
            continue
        if last is not None and mark.family == last.family:
            wanted = last.ordinal + 1
            if mark.ordinal == wanted:
                last = mark
                yield mark
                continue
            # 回款率1002、: a number at the end of an item, and that of the next item or of the next list
            cut = next((n for n in (wanted, 1) if mark.ordinal > n and str(mark.ordinal).endswith(str(n))), None)
            if cut is not None and mark.ordinal not in _YEARS:
                start = next(i for i in range(mark.start, mark.end) if not text[i].isdigit()) - len(str(cut))
                last = Mark(start, mark.end, cut, mark.family)
                yield last
                continue
            # a number that was left out or stands twice, behind the end of a sentence: …；3.…；5.…
            if last.ordinal <= mark.ordinal <= wanted + _MOST_LEFT_OUT and text[mark.start - 1 : mark.start] in _ENDS:
                last = mark
                yield mark
                continue
        if mark.ordinal == 1:
            last = mark
            yield mark
