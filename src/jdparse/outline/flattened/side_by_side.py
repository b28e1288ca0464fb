"""Sections that the print of a page has side by side, as `pdftotext -layout` leaves them: each column is read from top to bottom.

Such a block begins at a line with the headings of two sections and nothing else, 岗位职责 and 任职资格; the second tells where the
gutter is. It ends at the first line that crosses the gutter.
"""

from collections.abc import Sequence
from typing import NamedTuple

from jdparse.clean import wrapping
from jdparse.lines import Grid, Line
from jdparse.numbering import read as read_enumerator
from jdparse.outline import labels
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import LONGEST, Vocabulary

_CHUNK = deferred(r"\S+(?: {1,2}(?! )\S+)*")
"""What stands together: three blanks or more part the columns."""
_INDENTED = 2
"""So many columns further to the right than its heading the rest of a line begins."""
_NEAR = 1


class _Chunk(NamedTuple):
    """A text on a line, and the columns of the page from which to which it goes."""

    text: Tracked
    left: int
    right: int


def cut(blocks: Sequence[Line | Grid], source: str, vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with such columns one below the other, and labels beside values of several lines made pairs; `source` is the whole text."""
    if not any(isinstance(block, Line) and "   " in block.text.text for block in blocks):
        return list(blocks)
    out: list[Line | Grid] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        heads = _heads(block, source, vocabulary) if isinstance(block, Line) else ()
        if isinstance(block, Line) and heads:
            end, sides = _sides(blocks, index, heads, source, vocabulary)
            if all(sides):
                for head, side in zip(heads, sides, strict=True):
                    out.append(block._replace(text=head.text))
                    out += side
                index = end
                continue
        if pairs := _pairs(blocks[index : index + 3], source, vocabulary):
            out += pairs
            index += 3
            continue
        out.append(block)
        index += 1
    return out


def _chunks(line: Line, source: str) -> list[_Chunk]:
    begin = source.rfind("\n", 0, line.text.start) + 1
    indent = wrapping.columns(source[begin : line.text.start])
    out: list[_Chunk] = []
    for found in _CHUNK.finditer(line.text.text):
        left = indent + wrapping.columns(line.text.text[: found.start()])
        out.append(_Chunk(line.text[slice(*found.span())], left, left + wrapping.columns(found.group())))
    return out


def _heads(line: Line, source: str, vocabulary: Vocabulary) -> Sequence[_Chunk]:
    """The headings of two sections that are all of a line."""
    if "   " not in line.text.text or len(line.text) > 4 * LONGEST:
        return ()
    chunks = _chunks(line, source)
    if len(chunks) != 2:
        return ()
    fields = [vocabulary.find(chunk.text.text.strip("：:")) for chunk in chunks]
    known = all(field is not None and not labels.is_scalar(field) for field in fields)
    return chunks if known and fields[0] != fields[1] else ()


def _sides(
    blocks: Sequence[Line | Grid], index: int, heads: Sequence[_Chunk], source: str, vocabulary: Vocabulary
) -> tuple[int, tuple[list[Line], list[Line]]]:
    """Where a block with two columns ends, and the lines of each below its heading."""
    gutter = heads[1].left
    sides: tuple[list[Line], list[Line]] = ([], [])
    end = index + 1
    while end < len(blocks):
        line = blocks[end]
        if not isinstance(line, Line) or line.marker is not None or _heads(line, source, vocabulary):
            break
        chunks = _chunks(line, source)
        if any(chunk.left < gutter - _NEAR < chunk.right - _NEAR for chunk in chunks):
            break
        for side, head, own in (
            (sides[0], heads[0], [c for c in chunks if c.right <= gutter]),
            (sides[1], heads[1], [c for c in chunks if c.left >= gutter - _NEAR]),
        ):
            if own:
                start = own[0].text.start - line.text.start
                text = line.text[start : own[-1].text.end - line.text.start]
                _add(side, line._replace(text=text, gap=0), own[0].left - head.left)
        end += 1
    return end, sides


def _add(side: list[Line], line: Line, indent: int) -> None:
    """Adds a line to a column, or the rest of its last one, which stands further to the right."""
    broken = side and indent >= _INDENTED and read_enumerator(line.text.text) is None
    if broken and side[-1].text.text[-1:] not in "。；;":
        side[-1] = side[-1]._replace(text=wrapping.joined([side[-1].text, line.text]))
    else:
        side.append(line)


def _pairs(lines: Sequence[Line | Grid], source: str, vocabulary: Vocabulary) -> list[Line]:
    """Labels on a line alone, whose values stand on the line over it and that below it."""
    if len(lines) < 3 or not all(isinstance(line, Line) and not (line.gap and n) for n, line in enumerate(lines)):
        return []
    over, names, under = ([*_chunks(line, source)] for line in lines if isinstance(line, Line))
    if not names or len(over) != len(names) or [c.left for c in over] != [c.left for c in under]:
        return []
    if any(
        vocabulary.find(name.text.text) is None or name.left >= value.left
        for name, value in zip(names, over, strict=True)
    ):
        return []
    line = lines[1]
    assert isinstance(line, Line)
    pairs = zip(names, over, under, strict=True)
    return [
        line._replace(
            text=Tracked.join(
                [name.text, Tracked("：", name.text.end, name.text.end), wrapping.joined([a.text, b.text])]
            )
        )
        for name, a, b in pairs
    ]
