"""Headings that a page left at the end of the line before: `…做好配班工作。 保育员岗位要求` over `1、高中以上学历`."""

from collections.abc import Sequence
from itertools import pairwise

from jdparse.lines import Grid, Line
from jdparse.numbering import read as read_enumerator
from jdparse.outline import labels
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

_TAIL = deferred(r"(?<=(?P<before>[^\s]))(?:[ \u3000]+|(?<=[。；;！]))(?P<tail>[^\W\d_a-zA-Z]{4,16})[：:]?$")

_ENDS = "。；;！"
_SHORTEST_TEXT = 12


def cut(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with such headings on lines of their own: names of sections, or of a job and a section, over the first item of a list."""
    out: list[Line | Grid] = []
    for block, following in pairwise((*blocks, None)):
        tail = _heading(block, following, vocabulary) if isinstance(block, Line) else None
        if isinstance(block, Line) and tail is not None:
            out.append(block._replace(text=block.text.part(0, tail).strip()))
            out.append(block._replace(text=block.text.part(tail, len(block.text)), marker=None, gap=0))
        elif block is not None:
            out.append(block)
    return out


def _heading(line: Line, following: Line | Grid | None, vocabulary: Vocabulary) -> int | None:
    """Where the heading at the end of a line begins; None where there is none."""
    text = line.text.text
    found = _TAIL.search(text) if isinstance(following, Line) else None
    if found is None or found.start() < _SHORTEST_TEXT or not isinstance(following, Line) or not _is_first(following):
        return None
    tail = found["tail"]
    for start in range(len(tail) - 1):
        field = vocabulary.labels.get(tail[start:])
        if (
            field is not None
            and not labels.is_scalar(field)
            and (names_job(tail[:start]) if start else found["before"] in _ENDS)
        ):
            return found.start("tail")
    return None


def _is_first(line: Line) -> bool:
    enumerator = read_enumerator(line.text.text, 0)
    return enumerator is not None and enumerator.ordinal == 1
