"""Lists within lists that only their indentation tells, as Markdown and outlines in plain text have them.

The marks of an inner list that are those of the list around it are exchanged for others, so that the outline can tell them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdparse.lines import Grid, Line
from jdparse.numbering import Enumerator, read

_DEEPER = 2
"""Columns by which an inner list is indented (CommonMark 0.31, 5.2: as far as its item's text)."""
_TAB = 4
_OTHERS = "◦▪▹"


class _Item(NamedTuple):
    """An item of a list: its place among the blocks, its mark, and how deep it is."""

    at: int
    mark: Enumerator
    depth: int
    again: bool
    """Whether a list around it has the same mark."""


def lists(blocks: Sequence[Line | Grid], source: str) -> list[Line | Grid]:
    """The blocks, inner lists with marks of their own. `source` is the source text. Linear."""
    out = list(blocks)
    for run in _runs(blocks, source):
        if sum(not item.depth for item in run) < 2 or run[0].depth or not any(item.again for item in run):
            continue  # of a text that was pasted the first line has often lost its indentation
        for item in run:
            block = out[item.at]
            if item.again and isinstance(block, Line):
                start = block.text.text.index(item.mark.family)
                other = _OTHERS[(item.depth - 1) % len(_OTHERS)]
                out[item.at] = block._replace(text=block.text.replace([(start, start + 1, other)]))
    return out


def _runs(blocks: Sequence[Line | Grid], source: str) -> Iterator[list[_Item]]:
    """The items of each list with those of its inner lists."""
    run: list[_Item] = []
    around: list[tuple[int, str]] = []
    for at, block in enumerate(blocks):
        mark = read(block.text.text) if isinstance(block, Line) and block.marker is None else None
        indent = _indent(source, block.text.start) if isinstance(block, Line) else 0
        if mark is None or mark.ordinal:
            if mark is None and around and indent > around[0][0]:
                continue  # a paragraph of an item
            if mark is not None and around and indent >= around[-1][0] + _DEEPER:
                continue  # an inner list with numbers
            yield run
            run, around = [], []
            continue
        while around and indent < around[-1][0]:
            around.pop()
        if not around or indent >= around[-1][0] + _DEEPER:
            around.append((indent, mark.family))
        depth = len(around) - 1
        run.append(_Item(at, mark, depth, any(family == mark.family for _, family in around[:depth])))
    yield run


def _indent(source: str, start: int) -> int:
    """By how many columns a line is indented whose text begins at an offset."""
    begin = source.rfind("\n", 0, start) + 1
    blanks = source[begin:start]
    return 0 if blanks.strip() else sum(_TAB if c == "\t" else 2 if c == "\u3000" else 1 for c in blanks)
