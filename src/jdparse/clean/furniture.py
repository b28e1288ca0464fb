"""Page furniture: navigation, download prompts, copyright, related links and the like, each removed with its reason.

Outside the body (before the first heading or label, after the last content) a lexicon decides, `data/furniture.toml`, which is
read as `data/furniture.json`, generated from it. Inside it only strict patterns that match a whole line. A line that nobody
recognises is kept: a stage behind reports it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from jdparse.lines import Grid, GridCell, Line
from jdparse.patterns import compiled, deferred
from jdparse.tracked import Tracked

# Preview sites print a whole job on one line that begins with a copyright notice: long lines are never dropped.
LONGEST = 160


class Removed(NamedTuple):
    """A removed line. `reason` is one of those that `records.Removed` has."""

    reason: str
    text: Tracked


def in_order(removed: Iterable[Removed]) -> list[Removed]:
    """Removed lines in the order of the source."""
    return sorted(removed, key=lambda r: (r.text.start, r.text.end))


class Lexicon(NamedTuple):
    """Expressions as alternatives: what is found first in a text wins, and of what begins at one place the first.

    A text is tried against those only of which it has a word; most have none (`tools/furniture_table.py`).
    """

    patterns: Sequence[tuple[str, str, str]]
    """Where each decides (`inside`, `blocks`, `around`, in this order), its reason, and the expression."""
    words: Mapping[str, Sequence[tuple[str, Sequence[int]]]]
    """By one of its characters each word, with the numbers of the expressions that need it or another."""
    always: Sequence[int]
    """The numbers of those that need no word."""

    def reason(self, text: str) -> str | None:
        """Why a line outside the body is furniture, or None."""
        if len(text) > LONGEST or (tried := _tried(text)) is None:
            return None
        return _whole(text, tried.inside) or _first(text, tried.blocks) or _first(text, tried.around)

    def block(self, text: str) -> str | None:
        """The reason of the block that a line heads, or None."""
        tried = _tried(text) if len(text) <= LONGEST else None
        return None if tried is None else _first(text, tried.blocks)

    def inside(self, text: str) -> str | None:
        """Why a line is furniture wherever it stands, or None."""
        tried = _tried(text)
        return None if tried is None else _whole(text, tried.inside)


Reasons = Sequence[tuple[str, str]]
"""Expressions, each behind its reason."""


class _Tried(NamedTuple):
    """The expressions that may match a text, by where they decide."""

    inside: Reasons
    blocks: Reasons
    around: Reasons


def _whole(text: str, tried: Reasons) -> str | None:
    for reason, pattern in tried:
        if compiled(pattern).fullmatch(text):
            return reason
    return _side_by_side(text, tried) if tried and len(text) <= _LONGEST_ROW else None


def _side_by_side(text: str, tried: Reasons) -> str | None:
    """Why a line is furniture all of whose parts are: 今天 09:14 刷新 638人看过 27人已报名. The reason of the first."""
    parts = _PARTS.split(text)
    if not 1 < len(parts) <= _MOST_PARTS:
        return None
    first: str | None = None
    begin = 0
    while begin < len(parts):
        runs = (" ".join(parts[begin:stop]) for stop in range(min(begin + 3, len(parts)), begin, -1))
        found = next(
            (
                (reason, run)
                for run in runs
                if run != text
                for reason, pattern in tried
                if compiled(pattern).fullmatch(run)
            ),
            None,
        )
        if found is None:
            return None
        first = first or found[0]
        begin += found[1].count(" ") + 1
    return first


_PARTS = deferred(r"\s*[|｜丨·•]\s*|\s+")
_LONGEST_ROW = 80
_MOST_PARTS = 8


def _first(text: str, tried: Reasons) -> str | None:
    first, reason = len(text) + 1, None
    for name, pattern in tried:
        if (found := compiled(pattern).search(text)) and found.start() < first:
            first, reason = found.start(), name
    return reason


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with jdparse."""
    from pydantic_core import from_json  # a parse has it for the record; `json` would have to be loaded

    table = from_json(Path(__file__).parent.with_name("data").joinpath("furniture.json").read_bytes())
    return Lexicon(**table)


@cache
def _characters() -> frozenset[str]:
    return frozenset(lexicon().words)


@lru_cache(maxsize=1024)
def _tried(text: str) -> _Tried | None:
    """The expressions that may match, in their order; None where none may. Cached: several stages ask of one line."""
    lex = lexicon()
    found = set(lex.always)
    for character in _characters().intersection(text):
        for word, numbers in lex.words[character]:
            if word in text:
                found.update(numbers)
    if not found:
        return None
    tried: dict[str, list[tuple[str, str]]] = {"inside": [], "blocks": [], "around": []}
    for number in sorted(found):
        kind, reason, pattern = lex.patterns[number]
        tried[kind].append((reason, pattern))
    return _Tried(**tried)


def closing(blocks: Sequence[Line | Grid], is_content: Callable[[str], bool]) -> int:
    """Where a page's closing matter begins: the first line of furniture behind the last line that is surely content.

    The number of blocks when there is none. `is_content` tells of a line whether it is surely the document's own.
    """
    lex = lexicon()
    end = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, Grid):
            break
        if lex.reason(block.text.text) is not None:
            end = index
        elif is_content(block.text.text):
            break
    return end


# What a line that is furniture inside a body must contain; spares the patterns on nearly all lines.
_INSIDE_LENGTH = 160
_RULE = deferred(r"([-=_*~#—─━═·.+<>^☆★※◆■□▁▂﹏])\1{3,}|(?:[-=_*~—─━═·.☆★※◆■□] ?){5,}|(?:[·•・] ?){2,}")


_LINK_ENDS = "图线航置位情页m里米]］】)）"
_LINK = deferred(
    r"(?<=\S)(?:[ \t\u3000]*(?=距[您你我])|(?<=\w)(?=查看(?:电子|百度|高德|大)?地图)|[ \t\u3000]+)([\[［【(（]?(?:距[您你我]\s?[—–\-\d.]{1,6}\s?(?:km|公里|米|m)|(?:点击)?(?:查看|打开|显示|进入)?(?:电子|百度|高德|大)?地图(?:导航|位置)?|(?:点击)?(?:查看|打开|显示)(?:公交|乘车|上班)?(?:路线|导航|位置)|公交路线"
    r"|(?:点击)?(?:查看|进入)(?:该|本)?(?:(?:公司|企业)?的?(?:所有|全部|更多|其[他它]|在招)(?:在招)?(?:职位|岗位)(?:\s*[(（]\d+[)）])?|(?:公司|企业)(?:主页|详情)))[\]］】)）]?)$"
)


_CITATION = deferred(r"(?<=[。；！？])(?:\[\d{1,3}(?:[-–]\d{1,3})?\])+$")
"""Where an encyclopedia says what a sentence is taken from: …整理音色。[2]"""
_UNSUBSCRIBE_ENDS = "RTDNrtdn订收】)）"
_UNSUBSCRIBE = deferred(
    r"[。！!；;，, 】](?P<tail>[（(【]?(?:拒收请?回复?|退订请?回复?|回复?)[RTDNrtdn]{1,2}(?:退订|拒收)?[】)）]?)$"
)
"""How a text message ends that was sent to many: 拒收请回复R, 回T退订."""


def inside(blocks: Sequence[Line | Grid], *, of_page: bool = False) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the lines that are furniture wherever they stand: page numbers, `[图片]`, 展开全文; and without the
    links that stand behind an address or an employer on its line: 查看地图, 距您3.2km, 查看所有职位.

    A table `of_page` may but arrange it, so that its cells are looked at too.
    """
    kept: list[Line | Grid] = []
    removed: list[Removed] = []
    for block in blocks:
        if isinstance(block, Line):
            whole = _without(block, removed)
            if whole is not None:
                kept.append(whole)
        else:
            kept.append(_table(block, removed) if of_page else block)
    return kept, removed


def _table(grid: Grid, removed: list[Removed]) -> Grid:
    """A table without the furniture in its cells: lines below others, and those of a cell that is alone in its row."""
    alone = Counter(cell.row for cell in grid.cells)
    cells: list[GridCell] = []
    for cell in grid.cells:
        own = 0 if alone[cell.row] == 1 else 1
        if len(cell.lines) > own:
            lines = (_without(line, removed) if isinstance(line, Line) else line for line in cell.lines[own:])
            cell = cell._replace(lines=(*cell.lines[:own], *(line for line in lines if line is not None)))
        cells.append(cell)
    return grid._replace(cells=tuple(cells))


def _without(line: Line, removed: list[Removed]) -> Line | None:
    """A line without the furniture behind its text, which goes to `removed`; None where it is but that, or a drawn rule."""
    text = line.text.text
    if not text[:1].isalnum() and _RULE.fullmatch(text):
        return None
    if len(text) <= _INSIDE_LENGTH and (reason := lexicon().inside(text)):
        removed.append(Removed(reason, line.text))
        return None
    if text[-1:] == "]" and (citation := _CITATION.search(text)):
        return _cut(line, citation.start(), citation.start(), "page_metadata", removed)
    if text[-1:] in _UNSUBSCRIBE_ENDS and (tail := _UNSUBSCRIBE.search(text)):
        return _cut(line, tail.start(1), tail.start(1), "site_notice", removed)
    if text[-1:] in _LINK_ENDS and (link := _LINK.search(text)):
        return _cut(line, link.start(), link.start(1), "navigation", removed)
    if " " in text and len(text) <= _LONGEST_ROW and (counts := _counts(text)):
        return _cut(line, counts, counts + 1, "page_metadata", removed)
    return line


def _counts(text: str) -> int:
    """Where the blank is behind which a site counts readers of a job, beside its name: 冷库叉车司机 更新：今天 浏览 326 次; 0 for none."""
    if _COUNTS.search(text) is None or not text[:2].isalpha():
        return 0
    blanks = [found.start() for found in islice(_BLANK.finditer(text), _MOST_BEFORE)]
    behind = (at for at in blanks if len(text) - at > _SHORTEST_COUNTS)
    return next((at for at in behind if lexicon().inside(text[at + 1 :]) == "page_metadata"), 0)


_COUNTS = deferred(r"浏览|阅读|看过|申请|投递|更新|刷新")
_BLANK = deferred(r" ")
_MOST_BEFORE, _SHORTEST_COUNTS = 3, 6


def _cut(line: Line, end: int, begin: int, reason: str, removed: list[Removed]) -> Line:
    removed.append(Removed(reason, line.text[begin:]))
    return line._replace(text=line.text[:end])
