"""Values that a dump broke at the page's edge, their rest indented as far as the value begins: 工作目的  依据原水水质变化优化 … 工艺 / 参数."""

from collections.abc import Sequence

from jdparse.clean.parts import is_letter
from jdparse.clean.wrapping import WIDEST, columns, joined
from jdparse.document import Note
from jdparse.lines import Grid, Line
from jdparse.numbering import read
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked

_LABEL = deferred(r"(?=.{0,24}(?:[ \t\u3000]{2}|[:：])\S)\S[^:：\t\u3000]{0,16}?(?:[:：][ \u3000]*|[ \u3000]{2,})")
"""A label and what parts it from its value: 工作经验：, 定    员    """
_EDGE = 6
"""So many columns before the widest line of the document a line may be broken."""
_LEAST = 40
_TAB = 8


def join(blocks: Sequence[Line | Grid], source: str) -> tuple[list[Line | Grid], list[Note]]:
    """The blocks, such lines made one, and a note that says how many. `source` is the source text, which has the indentation. Linear."""
    lines = [block for block in blocks if isinstance(block, Line)]
    if not any(line.gap == 0 and _indent(source, line.text.start) > _TAB for line in lines):
        return list(blocks), []
    rights = [_indent(source, line.text.start) + columns(line.text.text) for line in lines]
    edge = max((right for right in rights if right <= WIDEST), default=0) - _EDGE
    out: list[Line | Grid] = []
    joins: list[Tracked] = []
    begins = right = -1
    for block in blocks:
        if isinstance(block, Line):
            indent = _indent(source, block.text.start)
            before = out[-1] if out else None
            if (
                isinstance(before, Line)
                and indent == begins
                and right >= max(edge, _LEAST)
                and not block.gap
                and block.marker is None
                and read(block.text.text) is None
                and _goes_on(before.text.text, block.text.text)
            ):
                joins.append(block.text)
                out[-1] = before._replace(text=joined([before.text, block.text]))
            else:
                label = _LABEL.match(block.text.text)
                begins = indent + columns(label.group()) if label is not None else -1
                out.append(block)
            right = indent + columns(block.text.text)
        else:
            out.append(block)
            begins = -1
    if not joins:
        return out, []
    return out, [Note("lines-joined", Span(joins[0].start, joins[0].end), {"count": len(joins)})]


def _goes_on(text: str, rest: str) -> bool:
    """Whether a text has no end, and the next line is no pair of its own."""
    return (is_letter(text[-1]) or text[-1] in "，、）)") and "  " not in rest and "：" not in rest


def _indent(source: str, start: int) -> int:
    """By how many columns a line is indented whose text begins at an offset; 0 where a text stands before it."""
    begin = source.rfind("\n", 0, start) + 1
    blanks = source[begin:start]
    return 0 if blanks.strip() else sum(_TAB if c == "\t" else 2 if c == "\u3000" else 1 for c in blanks)
