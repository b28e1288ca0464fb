"""Lines that a dump or a page broke at a fixed width, joined again."""

import itertools
import re
from collections.abc import Callable, Sequence

from jdparse.document import Note
from jdparse.lines import Grid, Line
from jdparse.tracked import Piece, Span, Tracked

# Measured on real dumps: a broken line is at least this wide (columns; a Chinese character has two) and nearly as wide as
# the longest that the page allows.
NARROWEST = 40
SHARE = 0.8
_SENTENCE_END = "。；;！!？?：:.…”』」"
_UNFINISHED_NOT = "。；;.!！?？：:"
# No page breaks its lines later than this; a longer line is a paragraph.
WIDEST = 120
# Broken lines end within a character or two of each other.
_RAGGED = 3
_ITEM_END = "。；;，,.：:！!？?"


def join(
    blocks: Sequence[Line | Grid], begins: Callable[[str], bool], apart: Callable[[str], bool]
) -> tuple[list[Line | Grid], list[Note]]:
    """The blocks with broken lines made one, and a note that says how many.

    `begins` tells whether a text begins something of its own: a marker, a label, a heading; `apart` whether it stands for itself,
    as a line of furniture does.
    """
    lines = [block for block in blocks if isinstance(block, Line)]
    least = _least_width(lines)
    if least is None:
        return list(blocks), []
    out: list[Line | Grid] = []
    parts: list[Line] = []
    joins: list[Tracked] = []
    for block in blocks:
        if (
            parts
            and isinstance(block, Line)
            and _is_broken(parts[-1], least)
            and block.marker is None
            and not block.page_break
            and not block.heading
            and not begins(block.text.text)
            and not apart(block.text.text)
            and not apart(parts[-1].text.text)
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


def _close(parts: list[Line], out: list[Line | Grid]) -> None:
    if len(parts) == 1:
        out.append(parts[0])
    elif parts:
        out.append(parts[0]._replace(text=_joined([part.text for part in parts])))
    parts.clear()


def columns(text: str) -> int:
    """The width of a text on a screen: GBK has two bytes for what takes two columns."""
    return len(text.encode("gbk", "replace"))


def margin(lines: Sequence[Line]) -> float:
    """How wide a line must be for an unmarked one behind it to go on with it.

    0 where lines end in punctuation, so that a line without any goes on; else near the page's right edge.
    """
    if _least_width(lines) is not None:
        return 0
    widths = sorted(
        w
        for line in lines
        if line.text.text[-1:] not in _SENTENCE_END and NARROWEST <= (w := columns(line.text.text)) <= WIDEST
    )
    edges = [wide for narrow, wide in itertools.pairwise(widths) if wide - narrow <= _RAGGED]
    return edges[-1] - _RAGGED if edges else WIDEST


def may_go_on(text: str, margin: float) -> bool:
    """Whether a text has no end yet: without the punctuation of one, and as wide as lines of the document are."""
    return bool(text) and text[-1] not in _UNFINISHED_NOT and (not margin or columns(text) >= margin)


def _is_broken(line: Line, least: float) -> bool:
    text = line.text.text
    return len(text) * 2 >= least and text[-1] not in _SENTENCE_END and columns(text) >= least


def _least_width(lines: Sequence[Line]) -> float | None:
    """How wide a line must be to count as broken; None where lines do not end in punctuation, so that none can be told.

    Broken lines themselves end anywhere: where many stand at the right edge of a page, the others are asked.
    """
    texts = [line.text.text for line in lines if len(line.text.text) * 2 >= NARROWEST]
    wide = [width for text in texts if (width := columns(text)) >= NARROWEST]
    if len(wide) < 2:
        return None
    if _are_ended(texts):
        return max(NARROWEST, SHARE * sorted(wide)[len(wide) // 2])
    edge = _edge(texts)
    if edge is None:
        return None
    others = [
        text
        for text in texts
        if columns(text) >= NARROWEST
        and (text[-1] in _SENTENCE_END or columns(text) < edge)
        and not _LABELLED.match(text)
    ]
    return edge if len(others) >= _FEWEST and _are_ended(others) else None


_LABELLED = re.compile(r"[^：:，。；]{2,14}[：:].*[^。；]$")  # 资格证书：中级会计师: no sentence
_FEWEST = 3
"""Lines that make a right edge, and others that end in punctuation beside them, before either is believed."""


def _are_ended(texts: Sequence[str]) -> bool:
    return 2 * sum(text[-1] in _ITEM_END for text in texts) >= len(texts)


def _edge(texts: Sequence[str]) -> int | None:
    """Where lines without an end that reach the right edge of a page begin to; None where no edge shows.

    Running heads are as wide as each other too, so that a text counts once; and few lines go over an edge.
    """
    widths = sorted(
        width for text in {*texts} if text[-1] not in _SENTENCE_END and (width := columns(text)) >= NARROWEST
    )
    for last in range(len(widths) - 1, _FEWEST - 2, -1):
        over = len(widths) - 1 - last
        if widths[last] - widths[last - _FEWEST + 1] <= _RAGGED:
            return widths[last] - _RAGGED if widths[last] <= WIDEST and over <= 1 else None
    return None


def _joined(parts: Sequence[Tracked]) -> Tracked:
    out: list[Tracked] = []
    for part in parts:
        if out:
            before, after = out[-1].text[-1], part.text[0]
            if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
                out.append(Tracked(" ", (Piece(0, out[-1].end, out[-1].end + 1),)))
        out.append(part)
    return Tracked.join(out)
