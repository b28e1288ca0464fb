"""Page numbers, as a text copied out of pages has them, and the sentences that they break.

A bare number on a line is as often a value or the number of a table's row. It is a page's where all bare numbers of the
document count on, and one of them stands inside an item of a list that goes on behind it, or beside the head of its page
(`人事管理实务 · 312`), or each is the last line of a page. `第1页 共3页` is one wherever it ends a line.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from jdparse.clean.furniture import Removed
from jdparse.clean.parts import follow, is_letter
from jdparse.document import Note
from jdparse.lines import Grid, Line
from jdparse.numbering import Enumerator, read
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked

_HEAD = deferred(
    r"(?:(?P<before>[0-9]{1,3})[ \t\u3000]*[·•|｜][ \t\u3000]*)?[^\W\d][^，。；：,;:·•|｜]{3,38}(?(before)|[·•|｜][ \t\u3000]*(?P<behind>[0-9]{1,3}))$"
)
_BESIDE = frozenset("·•|｜")
"""What parts the head of a page and its number."""
_VALUE = deferred(r"[：:][ \t\u3000]*\S")
_TAIL = deferred(r"[ \t\u3000]+第[ ]?[0-9]{1,3}[ ]?页[ \u3000,，/、]{0,3}共[ ]?[0-9]{1,3}[ ]?页$")
FEWEST = 2
LONGEST = 3
"""Digits of a page number."""


def join(
    blocks: Sequence[Line | Grid], is_label: Callable[[str], bool], is_number_column: Callable[[str], bool]
) -> tuple[list[Line | Grid], list[Removed], list[Note]]:
    """The blocks without the page numbers, with the items joined that these broke; the numbers, and a note for each item.

    A number behind a known label is its value, but for the last one behind all labels; a document that names a column of numbers has rows that count.
    """
    blocks, tails = _without_tails(blocks)
    texts = [block.text.text if isinstance(block, Line) and block.marker is None else "" for block in blocks]
    bare = [i for i, text in enumerate(texts) if 0 < len(text) <= LONGEST and text.isascii() and text.isdigit()]
    last = bare[-1] if bare else 0
    bare = [i for i in bare if not (i and not _VALUE.search(texts[i - 1]) and is_label(texts[i - 1]))]
    if len(bare) >= FEWEST and last > bare[-1] and not any(map(is_label, texts[last + 1 :])):
        bare.append(last)  # behind 备注：, which was left blank
    heads = {
        i: int(found["behind"] or found["before"])
        for i, text in enumerate(texts)
        if not _BESIDE.isdisjoint(text) and (found := _HEAD.match(text))
    }
    numbers = heads | {i: int(texts[i]) for i in bare}
    pages = [numbers[i] for i in sorted(numbers)]
    if len(pages) < FEWEST or any(b != a + 1 for a, b in pairwise(pages)):
        return list(blocks), tails, []
    broken = _broken(texts, bare, is_label)
    if not (broken or heads or _end_pages(blocks, bare)) or any(map(is_number_column, filter(None, texts))):
        return list(blocks), tails, []
    out: list[Line | Grid] = []
    removed = tails
    notes: list[Note] = []
    for index, block in enumerate(blocks):
        before = out[-1] if out else None
        if index in numbers and isinstance(block, Line):
            removed.append(Removed("page_number", block.text))
        elif index - 1 in broken and isinstance(block, Line) and isinstance(before, Line):
            out[-1] = before._replace(text=Tracked.join((before.text, block.text)))
            notes.append(Note("lines-joined", Span(block.text.start, block.text.end), {"count": 1}))
        else:
            out.append(block)
    return out, removed, notes


def _without_tails(blocks: Sequence[Line | Grid]) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the page numbers that end lines with more on them: `生效日期：2022.9.1　　第1页 共3页`."""
    out: list[Line | Grid] = []
    removed: list[Removed] = []
    for block in blocks:
        if isinstance(block, Line) and block.text.text[-1:] == "页" and (tail := _TAIL.search(block.text.text, 1)):
            removed.append(Removed("page_number", block.text[tail.start() :].strip()))
            block = block._replace(text=block.text[: tail.start()].strip())
        out.append(block)
    return out, removed


def _end_pages(blocks: Sequence[Line | Grid], bare: Sequence[int]) -> bool:
    """Whether each of the numbers is the last line of a page, as the input has pages."""
    behind = [blocks[i + 1] if i + 1 < len(blocks) else None for i in bare]
    return len(bare) >= FEWEST and all(
        block is None or (isinstance(block, Line) and block.page_break) for block in behind
    )


def _broken(texts: Sequence[str], bare: Sequence[int], is_label: Callable[[str], bool]) -> set[int]:
    """Those of the numbers that stand inside an item: the next item of its list is behind the rest of it."""
    found: set[int] = set()
    for index in bare:
        if not 0 < index < len(texts) - 2:
            continue
        item, rest = texts[index - 1], texts[index + 1]
        if is_letter(item[-1:]) and is_letter(rest[:1]) and read(rest) is None and not is_label(rest):
            after = next(filter(None, map(_marker, texts[index + 2 : index + 2 + _NEAR])), None)
            if follow(_marker(item), after):
                found.add(index)
    return found


_NEAR = 4
"""Lines behind a broken item in which the next one is looked for."""


def _marker(text: str) -> Enumerator | None:
    found = read(text)
    return found if found is not None and not found.weak and found.end < len(text) else None
