"""Markdown: `##` headings, `**bold**`, `> quotes`, front matter. Wikis and forums export job descriptions so."""

from collections.abc import Callable, Sequence

from jdparse.clean.furniture import Removed
from jdparse.lines import Grid, Line
from jdparse.patterns import deferred

_HEADING = deferred(r"(#{1,6})[ \t\u3000]+(?=\S)")
_RULE = deferred(r"[-*_]{3,}")
_MARKS = deferred(r"\*\*|__(?=\S)|(?<=\S)__|^>[ \t]?|[ \t]+#+$|`|^\*(?=[^\s*][^*]*\*$)|(?<=[^\s*])\*$")


_LONGEST_MATTER = 30
_KEY = deferred(r"(?:-\s+)?[A-Za-z][\w -]*[:：](?:\s.*)?|-\s.*")


def without_front_matter(
    blocks: Sequence[Line | Grid], tells: Callable[[str, str], bool]
) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the properties of the page that stand between two `---` at its top, in YAML; and those.

    A property stays that is one of the job: `tells` says so of a key and its value.
    """
    first = blocks[0] if blocks else None
    if not isinstance(first, Line) or first.text.text != "---":
        return list(blocks), []
    keys: list[Line] = []
    for block in blocks[1:_LONGEST_MATTER]:
        if not isinstance(block, Line):
            break
        if block.text.text == "---":
            kept = [key for key in keys if tells(*_pair(key.text.text))]
            gone = [Removed("page_metadata", key.text) for key in keys if key not in kept]
            return [*kept, *blocks[len(keys) + 2 :]], gone
        if not _KEY.fullmatch(block.text.text):
            break
        keys.append(block)
    return list(blocks), []


def _pair(text: str) -> tuple[str, str]:
    key, *value = _COLON.split(text, maxsplit=1)
    return key.strip(), "".join(value).strip()


_COLON = deferred(r"[:：]")


def plain(blocks: Sequence[Line | Grid]) -> list[Line | Grid]:
    """The blocks with headings by level and without emphasis; unchanged where fewer than two lines are Markdown headings.

    Where text is emphasized one heading is enough.
    """
    texts = [block.text.text for block in blocks if isinstance(block, Line)]
    headings = sum(text[:1] == "#" and _HEADING.match(text) is not None for text in texts)
    if headings < 2 and not (headings and any(map(_BOLD.search, texts))):
        return list(blocks)
    deepest = _above_bold(blocks)
    out: list[Line | Grid] = []
    ruled = 0
    for block in blocks:
        if isinstance(block, Line):
            line = _plain(block)
            if line.heading > deepest:
                line = line._replace(heading=0)
            if _RULE.fullmatch(line.text.text):
                ruled += 1
                continue
            out.append(line._replace(gap=line.gap + ruled))
            ruled = 0
        else:
            out.append(block)
    return out


def _above_bold(blocks: Sequence[Line | Grid]) -> int:
    """How deep headings are that stand over bold lines with numbers (**二、岗位职责**), as those below are no higher than these; else 6."""
    level = deepest = 0
    bold = 0
    for block in blocks:
        text = block.text.text if isinstance(block, Line) else ""
        if (found := _HEADING.match(text)) is not None:
            level = len(found[1])
        elif _NUMBERED.match(text):
            deepest = max(deepest, level) if not bold else min(deepest, level) if level else deepest
            bold += 1
    return deepest if bold >= _FEWEST_BOLD and deepest else _DEEPEST


_NUMBERED = deferred(r"\*\*[一二三四五六七八九十]{1,3}、[^*]{1,20}\*\*$")
_FEWEST_BOLD = 2
_DEEPEST = 6
_BOLD = deferred(r"\*\*[^\s*][^*]*\*\*")


def _plain(line: Line) -> Line:
    found = _HEADING.match(line.text.text)
    text = line.text[found.end() :] if found else line.text
    marks = [mark.span() for mark in _MARKS.finditer(text.text)]
    text = text.delete(marks).strip() if marks else text
    return line._replace(text=text, heading=len(found[1]) if found else line.heading)
