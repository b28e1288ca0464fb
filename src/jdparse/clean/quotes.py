"""Text that a mail or a forum quotes, each line behind `>`: the sign goes, and with it what is quoted within the quotation.

RFC 3676 (4.5) counts the signs: so many as stand at the head of a line, so deep is its quotation.
"""

from collections.abc import Callable, Sequence

from jdparse.clean.furniture import Removed
from jdparse.lines import Grid, Line
from jdparse.patterns import deferred

FEWEST = 5
"""Lines of a quotation; fewer are a remark, or a sign that means something else (`> 5年`)."""
FEWEST_REMARKS = 2
FEWEST_LABELS = 3
"""Lines with labels beside remarks that are quoted."""
_SIGNS = deferred(r"(?:>[ \t]?)+")


def plain(blocks: Sequence[Line | Grid], tells: Callable[[str], bool]) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks with quoted lines as their text, and the lines that are quoted deeper than most, an older mail. Unchanged where few are.

    `tells` says of a line whether it has a label: where the others have several and those that are quoted none, these are another's
    questions, and go.
    """
    kept: list[Line | Grid] = []
    removed: list[Removed] = []
    depths = [_depth(block) for block in blocks]
    quoted = [depth for depth in depths if depth]
    if len(quoted) < FEWEST_REMARKS:
        return list(blocks), []
    if _are_remarks(blocks, depths, tells):
        for block, depth in zip(blocks, depths, strict=True):
            if depth and isinstance(block, Line):
                removed.append(Removed("comments", block.text))
            else:
                kept.append(block)
        return kept, removed
    if len(quoted) < FEWEST:
        return list(blocks), []
    usual = max(sorted(set(quoted)), key=quoted.count)
    gap = 0
    for block, depth in zip(blocks, depths, strict=True):
        if not depth or not isinstance(block, Line):
            kept.append(block)
            continue
        signs = _SIGNS.match(block.text.text)
        text = block.text[signs.end() if signs is not None else 0 :].strip()
        if not text:
            gap += 1
        elif depth > usual:
            removed.append(Removed("comments", text))
        else:
            kept.append(block._replace(text=text, gap=block.gap + gap))
            gap = 0
    return kept, removed


def _are_remarks(blocks: Sequence[Line | Grid], depths: Sequence[int], tells: Callable[[str], bool]) -> bool:
    """Whether all labels stand in lines that are not quoted."""
    told = 0
    for block, depth in zip(blocks, depths, strict=True):
        if not isinstance(block, Line):
            continue
        text = block.text.text.lstrip("> \t")
        if text and tells(text):
            if depth:
                return False
            told += 1
    return told >= FEWEST_LABELS


def _depth(block: Line | Grid) -> int:
    """How many signs of quotation a line begins with."""
    if not isinstance(block, Line) or block.text.text[:1] != ">":
        return 0
    found = _SIGNS.match(block.text.text)
    return found.group().count(">") if found is not None else 0
