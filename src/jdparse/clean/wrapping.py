"""Lines that a dump or a page broke at a fixed width, joined again."""

import itertools
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
    # broken lines end within a character or two of each other
    edges = [wide for narrow, wide in itertools.pairwise(widths) if wide - narrow <= 3]
    return edges[-1] - 3 if edges else WIDEST


def may_go_on(text: str, margin: float) -> bool:
    """Whether a text has no end yet: without the punctuation of one, and as wide as lines of the document are."""
    return bool(text) and text[-1] not in _UNFINISHED_NOT and (not margin or columns(text) >= margin)


def _is_broken(line: Line, least: float) -> bool:
    text = line.text.text
    return len(text) * 2 >= least and text[-1] not in _SENTENCE_END and columns(text) >= least


def _least_width(lines: Sequence[Line]) -> float | None:
    """How wide a line must be to count as broken; None where lines do not end in punctuation, so that none can be told."""
    texts = [line.text.text for line in lines if len(line.text.text) * 2 >= NARROWEST]
    wide = [width for text in texts if (width := columns(text)) >= NARROWEST]
    if len(wide) < 2:
        return None
    ended = sum(text[-1] in _ITEM_END for text in texts)
    if 2 * ended < len(texts):
        return None
    return max(NARROWEST, SHARE * sorted(wide)[len(wide) // 2])


def _joined(parts: Sequence[Tracked]) -> Tracked:
    out: list[Tracked] = []
    for part in parts:
        if out:
            before, after = out[-1].text[-1], part.text[0]
            if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
                out.append(Tracked(" ", (Piece(0, out[-1].end, out[-1].end + 1),)))
        out.append(part)
    return Tracked.join(out)
