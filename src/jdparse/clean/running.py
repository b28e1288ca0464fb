"""Lines that a printed document repeats on its pages (`某某公司    岗位说明书    HR-017`), and its table of contents."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from jdparse.clean import furniture
from jdparse.clean.furniture import Removed
from jdparse.lines import Grid, Line
from jdparse.numbering import read as read_enumerator
from jdparse.patterns import deferred

_DIGITS = deferred(r"[0-9０-９一二三四五六七八九十]+")
_PARTS = deferred(r"\t|[ \u3000]{2,}")
_COLON = deferred(r"[：:]")
_PAGED = deferred(r"第[ ]?\d{1,4}[ ]?页")
_ENTRY = deferred(r"^[\s.．、\d一二三四五六七八九十（()）章节部分第]*(?P<text>.*?)[\s.．…·—\-]*(?P<page>\d{1,3})?$")
# No entry of a table of contents is longer.
_LONGEST = 120
_CONTENTS = frozenset({"目录", "目次", "内容目录", "本文目录", "文章目录", "contents"})


def heads(blocks: Sequence[Line | Grid]) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without page heads: lines of two or more parts, without a label, that come again unchanged but for numbers.

    The first line of a page may have one part, and so may the last, if it is a number.
    """
    lines = [block for block in blocks if isinstance(block, Line)]
    edges = {_key(line.text.text) for line in lines if line.page_break and len(line.text) <= _LONGEST}
    # the number of a document at the foot of each page; words there may be the end of a list that is alike
    ends = (before for before, line in pairwise(lines) if line.page_break)
    edges.update(_key(line.text.text) for line in ends if line.text.text.isascii() and len(line.text) <= _LONGEST)
    candidates = [line for line in lines if _is_candidate(line.text.text, edges)]
    counts = Counter(_key(line.text.text) for line in candidates)
    repeated = {key for key, count in counts.items() if count >= 2}
    drop = {line.line for line in candidates if _key(line.text.text) in repeated}
    drop |= _labelled_again(lines) | _printed_again(lines) | _stamped(lines)
    drop |= _over_heads(lines, drop)
    return _without(blocks, drop, "header_footer") if drop else (list(blocks), [])


def _over_heads(lines: Sequence[Line], heads: Set[int]) -> set[int]:
    """The marks of a site that stand right over the heads of pages, and nowhere else."""
    over = [line for line, head in pairwise(lines) if head.line in heads and line.line not in heads]
    marks = {line.text.text for line in over if 0 < len(line.text) <= _LONGEST_MARK}
    counts = Counter(line.text.text for line in lines if line.text.text in marks)
    beside = Counter(line.text.text for line in over)
    return {line.line for line in over if beside[line.text.text] == counts[line.text.text] >= _FEWEST_MARKS}


_LONGEST_MARK = 12
_FEWEST_MARKS = 2


def _labelled_again(lines: Sequence[Line]) -> set[int]:
    """The lines of pairs with the number of their page, 文件编号：HR-017  第2页 共3页, that come again; the first says what the document's is."""
    paged = [
        line
        for line in lines
        if len(line.text) <= _LONGEST and _COLON.search(line.text.text) and _PAGED.search(line.text.text)
    ]
    seen: set[str] = set()
    again: set[int] = set()
    for line in paged:
        key = _key(line.text.text)
        if key in seen:
            again.add(line.line)
        seen.add(key)
    return again


def _printed_again(lines: Sequence[Line]) -> set[int]:
    """The lines of parts far from each other that one of the first lines is as well, letter by letter: 某公司       文件编号：HR-017."""
    first = {line.text.text for line in lines[:_FIRST] if "   " in line.text.text and _COLON.search(line.text.text)}
    return {line.line for line in lines[_FIRST:] if line.text.text in first}


_FIRST = 3


def _stamped(lines: Sequence[Line]) -> set[int]:
    """The lines with which a site stamps each page of a document: its name and address, and nothing else."""
    stamps = [line for line in lines if len(line.text) <= _LONGEST_STAMP and _SITE.fullmatch(line.text.text)]
    counts = Counter(line.text.text for line in stamps)
    return {line.line for line in stamps if counts[line.text.text] >= _FEWEST_STAMPS}


_SITE = deferred(r"[^，。；：:@]{0,24}?(?:https?://)?(?:[a-z0-9-]{2,24}\.){1,3}[a-z]{2,8}(?:/\S*)?", re.IGNORECASE)
_LONGEST_STAMP = 60
_FEWEST_STAMPS = 2


def _is_candidate(text: str, edges: Set[str]) -> bool:
    if not 8 <= len(text) <= 120 or _COLON.search(text) or text[-1] in "。；;，,":
        return False
    if edges and _key(text) in edges:
        return True
    parts = [part for part in _PARTS.split(text) if part]
    # what stands between tabs is a row of a table, but for one that gives its page
    if len(parts) < 2 and text.count("\u3000") > 1:
        parts = text.split("\u3000")
    return len(parts) >= 2 and max(map(len, parts)) >= 6 and ("\t" not in text or _PAGED.search(text) is not None)


def _key(text: str) -> str:
    return _DIGITS.sub("#", "".join(text.split()))


def beside_numbers(blocks: Sequence[Line | Grid]) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the page heads that stand right before or behind the number of their page, unchanged: `— 41 —`.

    The first line of the document stays: it may be its title.
    """
    texts = [block.text.text if isinstance(block, Line) else "" for block in blocks]
    repeated = {text for text, count in Counter(texts).items() if count >= 2 and _may_be_head(text)}
    if not repeated:
        return list(blocks), []
    beside = [
        index
        for index, (before, text, after) in enumerate(zip(texts, texts[1:], [*texts[2:], ""], strict=False), 1)
        if text in repeated and (_is_page_number(before) or _is_page_number(after))
    ]
    counts = Counter(texts[index] for index in beside)
    # a name that stands over the whole document too; one of a job may be a heading again, but not within a sentence or a list
    inside = {texts[i] for i in beside if _is_within(texts, i)}
    own = set(beside)
    counts.update(
        text
        for at, text in enumerate(texts)
        if text in repeated
        and at not in own
        and ((text in inside and (not at or _TITLE_OF_A_JOB.match(text))) or (not at and not _OF_A_JOB.search(text)))
    )
    drop = {blocks[index].line for index in beside if counts[texts[index]] >= 2}
    return _without(blocks, drop, "header_footer") if drop else (list(blocks), [])


def _is_within(texts: Sequence[str], index: int) -> bool:
    """Whether the text around a page's number and its head goes on: the line over them has no end, or a list counts on below."""
    over = texts[index - 2] if index > 1 else ""
    if len(over) >= _LEAST_WRAPPED and over[-1] not in "。；;：:！!？?）)”":
        return True
    below = read_enumerator(texts[index + 1]) if index + 1 < len(texts) else None
    return below is not None and not below.weak and below.ordinal > 1


# No line that is wrapped is shorter.
_LEAST_WRAPPED = 20
_TITLE_OF_A_JOB = deferred(r"\S+(?:说明书|职责)$")
_OF_A_JOB = deferred(r"说明书|职责|岗位|职位|职务|招聘")


def _may_be_head(text: str) -> bool:
    return 6 <= len(text) <= 60 and text[-1] not in "。；;，,：:" and not _COLON.search(text)


def _is_page_number(text: str) -> bool:
    """Whether a line is the number of a page and nothing else, with the signs of one: 第3页, — 41 —."""
    return 3 <= len(text) <= 24 and furniture.lexicon().inside(text) == "page_number"


def contents(blocks: Sequence[Line | Grid], elsewhere: bool = False) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without a table of contents: the lines after 目录 that come again as lines of their own.

    `elsewhere`: whether the loader has told the entries from the text, so that only their heading is left.
    """
    lines = [block for block in blocks if isinstance(block, Line)]
    at = next(
        (i for i, line in enumerate(lines[:40]) if "".join(line.text.text.split()).strip("：:").lower() in _CONTENTS),
        None,
    )
    if at is None:
        return list(blocks), []
    if elsewhere:
        return _without(blocks, {lines[at].line}, "navigation")
    later = Counter(_entry(text) for text in _texts(blocks, lines[at].line))
    drop = {lines[at].line}
    named: set[str] = set()
    missed = 0
    for line in lines[at + 1 :]:
        text = _entry(line.text.text)
        if text in named and later[text] == 1:
            break  # what an entry names begins here
        if later[text] >= 2:
            later[text] -= 1
        elif (
            len(line.text) <= _LONGEST
            and (found := _ENTRY.match(line.text.text))
            and found["page"]
            and re.search(r"[.．…]{3,}|\s{2,}\d+$", line.text.text)
        ):
            pass  # leaders and a page number: an entry even where its heading is worded otherwise
        else:
            missed += 1
            if missed > 1 or len(line.text.text) > 30 or text[-1:] in "。；;：:":
                break
            continue
        drop.add(line.line)
        named.add(text)
    if len(drop) < 3:
        return list(blocks), []
    last = max(drop)
    between = {line.line for line in lines[at + 1 :] if line.line < last and line.line not in drop}
    return _without(blocks, drop | between, "navigation")


def _texts(blocks: Sequence[Line | Grid], after: int) -> Iterator[str]:
    """The texts of lines and cells behind a line: what a table of contents may name."""
    for block in blocks:
        if isinstance(block, Grid):
            for cell in block.cells:
                yield from _texts(cell.lines, after)
        elif block.line > after:
            yield block.text.text


def _entry(text: str) -> str:
    found = _ENTRY.match(text) if len(text) <= _LONGEST else None
    return "".join((found["text"] if found else text).split())


def _without(blocks: Sequence[Line | Grid], drop: set[int], reason: str) -> tuple[list[Line | Grid], list[Removed]]:
    kept: list[Line | Grid] = []
    removed: list[Removed] = []
    for block in blocks:
        if isinstance(block, Line) and block.line in drop:
            removed.append(Removed(reason, block.text))
        else:
            kept.append(block)
    return kept, removed
