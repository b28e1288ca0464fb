"""Lines that a dump or a page broke at a fixed width, joined again."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from jdparse.clean.parts import follow, is_letter
from jdparse.document import Note
from jdparse.lines import Grid, Line
from jdparse.numbering import read
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked

# Measured on real dumps: a broken line is at least this wide (columns; a Chinese character has two) and nearly as wide as
# the longest that the page allows.
NARROWEST = 40
SHARE = 0.8
NARROWEST_PAGE = 36
"""No page has a right edge nearer than this, in columns."""
EDGE = 6
"""So many columns before the edge a line may be broken: an indent, or a Latin word that found no room."""
FEWEST_AT_EDGE = 3
"""So many lines must reach an edge: fewer do by chance."""
EDGE_SHARE = 0.5
"""So many of the lines without an end must reach the edge: pairs and headings have none either."""
WIDER_SHARE = 0.1
"""At most so many lines may go beyond it: those that the page does not break, as addresses."""
MUCH_WIDER = 1.5
"""Times the middle width."""
ENDED_SHARE = 0.5
"""So many of the sentences that are broken at the edge must come to an end."""
FEWEST_ITEMS = 3
NARROWEST_ITEM = 24
"""Narrower ones without an end are headings."""
ITEMS_SHARE = 0.7
"""So many items of lists must end in punctuation, so that one without any has not ended."""
FEWEST_BROKEN_ITEMS = 2
NARROWEST_BROKEN_ITEM = 56
"""What one says in fewer columns may be the heading of an item."""
_SENTENCE_END = "。；;！!？?：:.…”』」"
_UNFINISHED_NOT = "。；;.!！?？：:"
LONGEST_HEAD = 16
"""Characters of a job's name on a line of its own."""
# No page breaks its lines later than this; a longer line is a paragraph.
WIDEST = 120
_ITEM_END = "。；;，,.：:！!？?"


def join(
    blocks: Sequence[Line | Grid],
    begins: Callable[[str], bool],
    apart: Callable[[str], bool],
    names_job: Callable[[str], bool],
    *,
    of_page: bool = False,
) -> tuple[list[Line | Grid], list[Note]]:
    """The blocks with broken lines made one, and a note that says how many.

    `begins` tells whether a text begins something of its own: a marker, a label, a heading; `apart` whether it stands for itself,
    as a line of furniture does; `names_job` whether it reads as a job's name. The lines `of_page` are its elements, which are
    paragraphs as a rule.
    """
    lines = [block for block in blocks if isinstance(block, Line)]
    edge = _edge(lines, begins)
    least = edge
    if least is None and not (of_page and _are_paragraphs(lines)):
        least = _least_width(lines)
        if least is not None and _are_left_open(lines, least, begins):
            least = None
    if least is None:
        least = _width_of_broken_items(lines, begins)
    ended = _items_end(lines)
    spaced = _are_spaced(lines)
    linked = any(line.text.text.startswith(_LINKING) for line in lines)
    counting = any(_RUN.search(line.text.text) is not None for line in lines)
    cut = any(_breaks_off(line.text.text) for line in lines)
    if least is None and not (ended or linked or counting or cut):
        return list(blocks), []
    out: list[Line | Grid] = []
    parts: list[Line] = []
    joins: list[Tracked] = []
    for block, following in itertools.zip_longest(blocks, blocks[1:]):
        if (
            parts
            and isinstance(block, Line)
            and (
                (least is not None and _is_broken(parts[-1], least, edge))
                or (len(parts) == 1 and (ended or edge is not None) and _is_rest(parts[0], block, following, edge))
                or (linked and _is_linked(parts[0], block))
                or (counting and _counts_on(parts[-1].text.text, block.text.text))
                or (cut and _is_cut(parts[-1].text.text, block.text.text))
            )
            and _may_follow(block, begins)
            and (spaced or not block.gap or not (_PAIR.match(parts[0].text.text) or _is_over_list(block)))
            and not (len(parts) == 1 and _PAIR.match(parts[0].text.text) and _PAIR.match(block.text.text))
            and not follow(read(parts[0].text.text), read(block.text.text))
            and not apart(block.text.text)
            and not apart(parts[-1].text.text)
            and not (following is not None and _heads_job(block, following, begins, names_job))
        ):
            joins.append(block.text)
            parts.append(block)
            continue
        _close(parts, out)
        if isinstance(block, Line):
            parts = [block]
        else:
            out.append(block)
    _close(parts, out)
    if not joins:
        return out, []
    return out, [Note("lines-joined", Span(joins[0].start, joins[0].end), {"count": len(joins)})]


# A label with its value; a blank line ends it: 福利：双休、班车
_PAIR = deferred(r"[^\W\d_]{2,8}[:：]")


def _is_over_list(line: Line) -> bool:
    """Whether a line is short and leads to what stands below it: 有这些更好："""
    text = line.text.text
    return len(text) <= LONGEST_HEAD and text[-1] in "：:"


def _may_follow(line: Line, begins: Callable[[str], bool]) -> bool:
    """Whether a line may be the rest of the one before it."""
    return line.marker is None and not line.heading and not begins(line.text.text)


def _heads_job(
    line: Line, following: Line | Grid, begins: Callable[[str], bool], names_job: Callable[[str], bool]
) -> bool:
    """Whether a short line is a job's name over its first label, or a department's over the name of its first job."""
    text = line.text.text
    if len(text) > LONGEST_HEAD or text[-1] in _SENTENCE_END or not isinstance(following, Line):
        return False
    below = following.text.text
    if names_job(text):
        return begins(below) and read(below) is None
    return _DEPARTMENT.search(text) is not None and len(below) <= LONGEST_HEAD and names_job(below)


_DEPARTMENT = deferred(r"[^\W\d_](?:部|科|室|中心|处|车间|组|事业部)$")


def _close(parts: list[Line], out: list[Line | Grid]) -> None:
    if len(parts) == 1:
        out.append(parts[0])
    elif parts:
        out.append(parts[0]._replace(text=joined([part.text for part in parts])))
    parts.clear()


def columns(text: str) -> int:
    """The width of a text on a screen: GBK has two bytes for what takes two columns."""
    return len(text.encode("gbk", "replace"))


def margin(lines: Sequence[Line]) -> float:
    """How wide a line must be for an unmarked one behind it to go on with it.

    0 where lines end in punctuation, so that a line without any goes on; else near the page's right edge.
    """
    if len(lines) < 2:
        return WIDEST  # a cell of one line
    if _least_width(lines) is not None:
        return 0
    widths = sorted(
        w
        for line in lines
        if line.text.text[-1:] not in _SENTENCE_END and NARROWEST <= (w := columns(line.text.text)) <= WIDEST
    )
    # broken lines end within a character or two of each other
    edges = [wide for narrow, wide in itertools.pairwise(widths) if wide - narrow <= 3]
    return edges[-1] - 3 if edges else WIDEST


def may_go_on(text: str, margin: float) -> bool:
    """Whether a text has no end yet: without the punctuation of one, and as wide as lines of the document are."""
    if not text or text[-1] in _UNFINISHED_NOT:
        return False
    # no character takes more than two columns
    return not margin or text[-1] in "，、" or (2 * len(text) >= margin and columns(text) >= margin)


def _is_broken(line: Line, least: float, edge: float | None) -> bool:
    text = line.text.text
    if line.heading or len(text) * 2 < least or text[-1] in _SENTENCE_END or _ENDS.search(text):
        return False
    # as many characters as a full line has, some of them Latin: pages are not set in columns, and some break lines by characters
    full = edge is not None and len(text) * 2 >= edge + EDGE and is_letter(text[-1])
    return columns(text) >= (SHARE * least if full else least)


_ENDS = deferred(r"@[A-Za-z0-9-]{2,}(?:\.[A-Za-z0-9-]{2,})+$| {8}\S{1,12}$")
"""What comes to its end at the end of a line: a mail address, the right end of a page's head (Q/HX-GL-09          密级：内部)."""


def _items_end(lines: Sequence[Line]) -> bool:
    """Whether the items of the document's lists end in punctuation, so that one without any has not ended.

    An item that comes to its end on the next line does.
    """
    items = [
        text[-1] in _ITEM_END or _comes_to_an_end(after)
        for line, after in itertools.zip_longest(lines, lines[1:])
        if (enumerator := read(text := line.text.text))
        and (not enumerator.weak or enumerator.family[0].isalpha())
        and (text[-1] in _ITEM_END or 2 * len(text) >= NARROWEST_ITEM)
    ]
    return len(items) >= FEWEST_ITEMS and sum(items) >= ITEMS_SHARE * len(items)


def _comes_to_an_end(line: Line | None) -> bool:
    """Whether a line may be the last part of the item above it: without a number, and with an end."""
    return (
        line is not None
        and line.text.text[-1:] in ("；", "。")
        and line.marker is None
        and read(line.text.text) is None
    )


def _is_rest(item: Line, rest: Line, following: Line | Grid | None, edge: float | None) -> bool:
    """Whether a line ends the item above it, which has no end: the next item of the list is right behind it.

    On a page with an edge the rest may lack an end too, if the item is nearly as wide as the page: it broke before a long word.
    """
    text, end = item.text.text, rest.text.text
    if end[-1] in "；;。":
        least: float = NARROWEST
    elif edge is not None:
        least = SHARE * edge
    else:
        return False
    return (
        isinstance(following, Line)
        and is_letter(text[-1])
        and is_letter(end[0])
        and columns(text) >= least
        and follow(read(text), read(following.text.text))
    )


def _width_of_broken_items(lines: Sequence[Line], begins: Callable[[str], bool]) -> float | None:
    """How wide the items are that end on the line below, right over the next of their list; None where there are fewer than two.

    Other items of such a page need not end in punctuation, so that nothing else may show where its edge is.
    """
    widths = [
        width
        for item, rest, following in zip(lines, lines[1:], lines[2:], strict=False)
        if 2 * len(item.text.text) >= NARROWEST_BROKEN_ITEM
        and rest.text.text[-1:] in ("；", "。")
        and is_letter(item.text.text[-1])
        and is_letter(rest.text.text[0])
        and (width := columns(item.text.text)) >= NARROWEST_BROKEN_ITEM
        and _may_follow(rest, begins)
        and follow(read(item.text.text), read(following.text.text))
    ]
    return min(widths) if len(widths) >= FEWEST_BROKEN_ITEMS else None


def _counts_on(text: str, rest: str) -> bool:
    """Whether a line that is an item, or ends in one, breaks off in it, and the next line ends it before the next number.

    `3、负责审核` over `工资、奖金；4、…`
    """
    following = _RUN.search(rest)
    if following is None or not is_letter(text[-1]) or read(rest) is not None:
        return False
    own = read(text)
    inner = next(_INNER.finditer(text[::-1]), None)
    last = int(inner["number"][::-1]) if inner is not None else own.ordinal if own is not None else 0
    return last > 0 and int(following["number"]) == last + 1


_RUN = deferred(r"[；;。][ \u3000]?(?P<number>\d{1,2})[、.．](?!\d)")
_INNER = deferred(r"(?<!\d)[、.．](?P<number>\d{1,2})(?=[ \u3000]?[；;。]|$|[^\W\d_])")
"""The number of an item within a line, read from its end."""


def _breaks_off(text: str) -> bool:
    """Whether a line ends within a word, as one letter alone stands behind its comma, or within a name in 《》."""
    alone = len(text) >= LONGEST_HEAD and text[-2] in "，；。" and is_letter(text[-1]) and text[-1] > "\u2000"
    return (alone and text[-1] != "等") or text.rfind("《") > text.rfind("》")


def _is_cut(text: str, rest: str) -> bool:
    """Whether a line breaks off, and the next one may go on with it."""
    if not _breaks_off(text) or not is_letter(rest[0]):
        return False
    return text.rfind("《") <= text.rfind("》") or "》" in rest.partition("《")[0]


_LINKING = ("并", "以及", "且", "及")
"""Words with which the rest of an item begins that its writer broke: 4. 参与上线验收, 并沉淀操作手册."""


def _is_linked(item: Line, rest: Line) -> bool:
    """Whether a line goes on with the numbered item above it, which has no end, with a word that links."""
    text = item.text.text
    return (
        rest.text.text.startswith(_LINKING)
        and (is_letter(text[-1]) or text[-1] in "，、）)")
        and (enumerator := read(text)) is not None
        and not enumerator.weak
    )


def _least_width(lines: Sequence[Line]) -> float | None:
    """How wide a line must be to count as broken; None where lines do not end in punctuation, so that none can be told."""
    texts = [line.text.text for line in lines if len(line.text.text) * 2 >= NARROWEST]
    ended = sum(text[-1] in _ITEM_END for text in texts)
    if 2 * ended < len(texts):
        return None
    wide = [width for text in texts if (width := columns(text)) >= NARROWEST]
    if len(wide) < 2:
        return None
    return max(NARROWEST, SHARE * sorted(wide)[len(wide) // 2])


def _are_left_open(lines: Sequence[Line], least: float, begins: Callable[[str], bool]) -> bool:
    """Whether whoever wrote the lines leaves them without an end: more narrow ones have none than wide ones, which would be broken."""
    narrow = wide = 0
    for line, after in itertools.pairwise(lines):
        text = line.text.text
        if len(text) < _SHORTEST_OPEN or not _is_open(line) or not is_letter(text[-1]) or begins(text):
            continue
        if not after.gap and _may_follow(after, begins):
            broken = columns(text) >= least
            wide += broken
            narrow += not broken and "，" in text
    return narrow >= _FEWEST_OPEN and narrow > wide


_SHORTEST_OPEN = 8
_FEWEST_OPEN = 3


def _are_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether lines are of as many widths as paragraphs are; those that are broken at one are next to never much wider than most."""
    wide = sorted(width for line in lines if (width := columns(line.text.text)) >= NARROWEST)
    return bool(wide) and len(wide) - bisect_right(wide, MUCH_WIDER * wide[len(wide) // 2]) > WIDER_SHARE * len(wide)


def _edge(lines: Sequence[Line], begins: Callable[[str], bool]) -> float | None:
    """How wide a line must be to reach the page's right edge; None where the page shows none.

    An edge shows where lines without an end have one width, next to no line is wider, and what goes on behind them comes to an
    end. A list of items without punctuation has no such ends.
    """
    long = [line for line in lines if 2 * len(line.text.text) >= NARROWEST_PAGE and _is_open(line)]
    open_ = sorted(width for line in long if (width := columns(line.text.text)) >= NARROWEST_PAGE)
    if len(open_) < FEWEST_AT_EDGE:
        return None
    widths = [columns(line.text.text) for line in lines]
    edge = max(open_, key=lambda e: bisect_right(open_, e) - bisect_left(open_, e - EDGE))
    at_edge = bisect_right(open_, edge) - bisect_left(open_, edge - EDGE)
    wider = sum(width > edge + EDGE for width in widths)
    if at_edge < max(FEWEST_AT_EDGE, EDGE_SHARE * len(open_)) or wider > WIDER_SHARE * len(lines):
        return None
    spaced = _are_spaced(lines)
    ends = [
        after.text.text[-1] in _ITEM_END
        or (third is not None and follow(read(before.text.text), read(third.text.text)))  # 2) behind the rest of 1)
        for before, after, third, width, own in zip(
            lines, lines[1:], (*lines[2:], None), widths, widths[1:], strict=False
        )
        if abs(width - edge) <= EDGE
        and _is_open(before)
        and (spaced or not after.gap)
        and _may_follow(after, begins)
        # the last part of the sentence
        and (own < edge - EDGE or not _is_open(after))
    ]
    return edge - EDGE if ends and sum(ends) >= ENDED_SHARE * len(ends) else None


def _are_spaced(lines: Sequence[Line]) -> bool:
    """Whether most lines stand below a blank one, so that it sets nothing apart."""
    return 2 * sum(line.gap > 0 for line in lines) > len(lines)


def _is_open(line: Line) -> bool:
    """Whether a line may be broken: it has no end, and is no row of pairs or cells."""
    text = line.text.text
    if text[-1:] in _SENTENCE_END or "  " in text or "\u3000\u3000" in text or "\t" in text:
        return False
    return _SEVERAL_PAIRS.search(text) is None


# 所属部门：照护部　直接上级：照护部经理 is whole, whatever it ends in.
_SEVERAL_PAIRS = deferred(r"[:：][^:：]{0,24}[ \t\u3000][^\W\d_]{2,6}[:：]")


def joined(parts: Sequence[Tracked]) -> Tracked:
    """The parts of a broken line as one, with a blank between two Latin words or numbers."""
    out: list[Tracked] = []
    for part in parts:
        if out:
            before, after = out[-1].text[-1], part.text[0]
            if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
                out.append(Tracked(" ", out[-1].end, out[-1].end + 1))
        out.append(part)
    return Tracked.join(out)
