"""Labels that other signs than a colon set off from their values: 岗位名称——配液工, 部门→制剂车间, **学历:** 中专.

A dash or an arrow behind a word says nothing alone: so many lines of the text must have the same sign behind a known label.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from jdparse.lines import Grid, Line
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

FEWEST = 3
_LONGEST = 120
_COLONS = "：:︰∶﹕"
_PAIR = deferred(
    r"(?P<before>[^\w\n]{0,3})(?P<label>[^\W\d_]{2,10})(?P<sign>[ \t]?(?:[︰∶﹕]|[：:]{2}|[：:]\*\*|——|—|–|=|＝|→|⇒|▶|►|~|>{1,2}|丨|[ ]?-[ ]?|·)[ \t]?)(?=[^\s\-—–=>])"
)


def mended(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with such signs made colons. Another sign of a colon, or two of them, needs no line beside its own."""
    blocks = _without_brackets(blocks, vocabulary)
    found = dict(_found(blocks, vocabulary))
    counts = Counter(match["sign"].strip() for match in found.values())
    if not found:
        return list(blocks)
    out: list[Line | Grid] = []
    for index, block in enumerate(blocks):
        match = found.get(index)
        sign = match["sign"].strip() if match is not None else ""
        if match is not None and isinstance(block, Line) and (sign[:1] in _COLONS or counts[sign] >= FEWEST):
            start = len(match["before"]) - len(match["before"].lstrip("*_"))
            edits = [(0, start, "")] if start else []
            block = block._replace(text=block.text.replace([*edits, (*match.span("sign"), "：")]))
        out.append(block)
    return out


def _without_brackets(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> Sequence[Line | Grid]:
    """The blocks with colons for the brackets around labels, where several lines have such: （岗位名称）船员."""
    found = [
        match
        if isinstance(block, Line)
        and block.text.text[:1] in ("（", "(")
        and (match := _ROUND.match(block.text.text)) is not None
        and vocabulary.find(match["label"]) is not None
        else None
        for block in blocks
    ]
    if sum(match is not None for match in found) < FEWEST:
        return blocks
    return [
        block._replace(
            text=block.text.replace([(0, match.start("label"), ""), (match.end("label"), match.end(), "：")])
        )
        if match is not None and isinstance(block, Line)
        else block
        for block, match in zip(blocks, found, strict=True)
    ]


_ROUND = deferred(r"[（(][ ]?(?P<label>[^\W\d_]{2,10})[ ]?[)）][：:]?[ ]?")


def _found(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> Iterator[tuple[int, re.Match[str]]]:
    for index, block in enumerate(blocks):
        if not isinstance(block, Line) or not 4 <= len(block.text) <= _LONGEST:
            continue
        match = _PAIR.match(block.text.text)
        if match is None or (match["sign"].endswith("**") and not match["before"].endswith("**")):
            continue
        if vocabulary.find(match["label"]) is not None:
            yield index, match
