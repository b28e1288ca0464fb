"""Forms whose labels touch their values: `学    历大专及以上` beside `工作经验四年以上`, where a dump lost what stood between the cells.

A word that is a label may as well begin a sentence. So such lines count only near one whose label is set wide to fill its cell, or where
labels stand behind the values of others.
"""

from collections.abc import Sequence
from itertools import pairwise

from jdparse.lines import Grid, Line
from jdparse.outline import labels
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

_WIDE = deferred(r"(?P<first>[^\W\d_a-zA-Z])[ \u3000]{1,8}(?P<second>[^\W\d_a-zA-Z])(?=[^\s：:])")
_BLANKS = (" ", "\u3000")
_NEAR = 8
"""Lines around such a one."""
FEWEST = 2
_SHORTEST = 4
_LONGEST = 60


def cut(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with a tab behind the labels that touch their values."""
    wide = {index: end for index, block in enumerate(blocks) if (end := _wide(block, vocabulary))}
    rows = {index: cuts for index, block in enumerate(blocks) if (cuts := _row(block, vocabulary))}
    left = {
        index: start
        for index, (above, block) in enumerate(zip((None, *blocks), blocks, strict=False))
        if (start := _left_behind(above, block, vocabulary))
    }
    if len(wide) < FEWEST and len(rows) < FEWEST and len(left) < FEWEST:
        return list(blocks)
    out: list[Line | Grid] = []
    for index, block in enumerate(blocks):
        if index in left and len(left) >= FEWEST and isinstance(block, Line):
            out.append(block._replace(text=block.text.part(0, left[index])))
            out.append(block._replace(text=block.text.part(left[index], len(block.text)), marker=None, gap=0))
            continue
        if index in rows and len(rows) + len(left) >= FEWEST and isinstance(block, Line):
            out.append(block._replace(text=_with_tabs(block.text, rows[index])))
            continue
        end = wide.get(index, 0)
        awaited = bool(out) and isinstance(above := out[-1], Line) and above.text.text.endswith(("：", ":"))
        if (
            not end
            and not awaited
            and any(abs(index - other) <= _NEAR for other in (*wide, *(left if len(left) >= FEWEST else ())))
        ):
            end = _exact(block, vocabulary)
        if end and isinstance(block, Line):
            block = block._replace(text=_with_tabs(block.text, [end]))
        out.append(block)
    return out


def _with_tabs(text: Tracked, cuts: Sequence[int]) -> Tracked:
    parts: list[Tracked] = []
    for start, end in pairwise((0, *cuts, len(text))):
        cell = text.part(start, end)
        parts += ([Tracked("\t", cell.start, cell.start)] if parts else []) + [cell]
    return Tracked.join(parts)


def _row(block: Line | Grid, vocabulary: Vocabulary) -> list[int]:
    """Where the cells of a row begin, but for the first, in which labels and values touch: 岗位名称出纳岗位编号CW-01; [] for another line."""
    if not isinstance(block, Line) or not 2 * _SHORTEST < len(block.text) <= _LONGEST or block.marker is not None:
        return []
    text = block.text.text
    if _SIGN.search(text) is not None:
        return []
    cuts: list[int] = []
    at = 0
    while at < len(text):
        end = vocabulary.prefix(text, at, _SHORTEST)
        if (
            end
            and labels.is_identity(vocabulary.labels[text[at:end]])
            and not _is_overlapped(text, at, end, vocabulary)
        ):
            cuts += (at, end) if at else (end,)
            at = end
        elif not at:
            return []
        at += 1
    filled = cuts[-1] < len(text) or len(cuts) > 1
    return [cut for cut in cuts if cut < len(text)] if len(cuts) > 2 and filled else []


def _left_behind(above: Line | Grid | None, block: Line | Grid, vocabulary: Vocabulary) -> int:
    """Where the label with a colon begins that stands behind the value of another, its own value on the next line; 0 for another line.

    Some preview sites break their lines behind each colon: 工作经历： over 三年以上工作经验文化程度： over 大专以上.
    """
    if not isinstance(block, Line) or block.marker is not None or not block.text.text.endswith(("：", ":")):
        return 0
    awaited = isinstance(above, Line) and above.text.text.endswith(("：", ":"))
    text = block.text.text
    end = len(text) - 1
    if _PAIR.search(text, 0, end) or vocabulary.find(text) is not None:
        return 0
    for start in range(max(1, end - _LONGEST_LABEL), end - _SHORTEST + 1):
        if (field := vocabulary.find(text[start:end])) is not None:
            may = awaited or text[:start] in vocabulary.labels
            return start if may and _is_asked(field) and text[start].isalpha() and _may_end(text[start - 1]) else 0
    return 0


def _may_end(character: str) -> bool:
    """Whether a value may end in a character, and no sentence go on behind it."""
    return character in "。；）)%" or (character.isalpha() and character not in _IN_SENTENCE)


_PAIR = deferred("[：:]")
_LONGEST_LABEL = 10
_IN_SENTENCE = frozenset("的下各本该其等和与及或以按为对在是有将把由从向至之")


def _is_overlapped(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether another label begins in one and goes on behind it: 岗位编号 in 主管岗位编号."""
    return any(vocabulary.prefix(text, at, _SHORTEST) > end for at in range(start + 1, end))


_SIGN = deferred(r"[，。；：:,;\s]")


def _wide(block: Line | Grid, vocabulary: Vocabulary) -> int:
    """Where a label of two characters ends that are set apart, right before its value; 0 for another line."""
    if not isinstance(block, Line) or block.text.text[1:2] not in _BLANKS or len(block.text) > _LONGEST:
        return 0
    found = _WIDE.match(block.text.text)
    if found is None or not _is_asked(vocabulary.labels.get(found["first"] + found["second"])):
        return 0
    return found.end()


def _exact(block: Line | Grid, vocabulary: Vocabulary) -> int:
    """Where a label ends that touches its value; 0 for a line without one."""
    if not isinstance(block, Line) or len(block.text) > _LONGEST or block.marker is not None:
        return 0
    text = block.text.text
    end = vocabulary.prefix(text, 0, _SHORTEST)
    known = bool(end) and _is_asked(vocabulary.labels[text[:end]])
    return end if known and text[end : end + 1].isalnum() and vocabulary.find(text) is None else 0


def _is_asked(field: str | None) -> bool:
    return field is not None and (field.startswith("requirements.") or labels.is_identity(field))
