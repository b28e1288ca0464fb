"""Markdown: `##` headings, `**bold**`, `> quotes`. Wikis and forums export job descriptions so."""

from collections.abc import Sequence

from jdparse.lines import Grid, Line
from jdparse.patterns import deferred

_HEADING = deferred(r"(#{1,6})[ \t\u3000]+(?=\S)")
_MARKS = deferred(r"\*\*|__(?=\S)|(?<=\S)__|^>[ \t]?|[ \t]+#+$|`")


def plain(blocks: Sequence[Line | Grid]) -> list[Line | Grid]:
    """The blocks with headings by level and without emphasis; unchanged where fewer than two lines are Markdown headings."""
    headings = sum(
        isinstance(block, Line) and block.text.text[:1] == "#" and _HEADING.match(block.text.text) is not None
        for block in blocks
    )
    if headings < 2:
        return list(blocks)
    return [_plain(block) if isinstance(block, Line) else block for block in blocks]


def _plain(line: Line) -> Line:
    found = _HEADING.match(line.text.text)
    text = line.text[found.end() :] if found else line.text
    marks = [mark.span() for mark in _MARKS.finditer(text.text)]
    text = text.delete(marks).strip() if marks else text
    return line._replace(text=text, heading=len(found[1]) if found else line.heading)
