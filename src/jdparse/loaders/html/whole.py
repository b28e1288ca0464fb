"""Text that a page shows the beginning of and has whole elsewhere: in its data (JSON-LD), or in a block that it unfolds.

Boards cut a description after some lines, with an ellipsis or without. The lines shown give way to those of the whole text that
begins as they do.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from jdparse.loaders.html.items import Item, Line, Lines

_LEAST = 20
"""Characters without blanks that both texts have in common at least, so that they are the same text."""
_LEAST_MORE = 8
"""Characters that the whole text has beyond them at least."""
TAIL = 12
"""Characters at the end of a text by which it is found."""
_MOST_HEADS = 4
"""Lines at the head of the whole text which a page may show elsewhere, such as its title."""
_MOST_STARTS = 20
"""Lines with which the whole text begins that are followed up."""
_CUT = "…. 　"
_CUT_OFF = ("…", "...")


class _Run(NamedTuple):
    """Items of a page from `start` to `stop` that are the first `length` characters of a text from its line `first` on."""

    length: int
    start: int
    stop: int
    first: int


def complete(lines: Lines, whole: Sequence[Item]) -> None:
    """Puts a whole text in the place of its beginning, where the page shows that and nothing of the rest."""
    if (run := _beginning(lines, whole)) is not None:
        _replace(lines, run, whole[run.first :])


def is_begun(lines: Lines, whole: Sequence[Item]) -> bool:
    """Whether a page shows the beginning of a text and nothing of the rest."""
    return _beginning(lines, whole) is not None


def _beginning(lines: Lines, whole: Sequence[Item]) -> _Run | None:
    texts = [bare(item.text) if isinstance(item, Line) else "" for item in whole]
    shown = [bare(item.text) if isinstance(item, Line) else "" for item in lines.items]
    run = max(
        (_run(shown, "".join(texts[first:]), first) for first in range(min(_MOST_HEADS, len(texts)))), default=None
    )
    if run is None or run.length < _LEAST:
        return None
    rest = "".join(texts[run.first :])[run.length :]
    all_shown = "".join(shown)
    known = len(rest) < _LEAST_MORE or rest[:TAIL] in all_shown or rest[-TAIL:] in all_shown
    return None if known or rest.endswith(_CUT_OFF) else run


def bare(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


def _run(shown: Sequence[str], text: str, first: int) -> _Run:
    """The longest run of lines that a text begins with; the last may be cut off."""
    best = _Run(0, 0, 0, first)
    starts = (i for i, line in enumerate(shown) if line and text.startswith(line.rstrip(_CUT)))
    for start in islice(starts, _MOST_STARTS):
        length, stop = _follow(shown, start, text)
        if length > best.length:
            best = _Run(length, start, stop, first)
    return best


def _follow(shown: Sequence[str], start: int, text: str) -> tuple[int, int]:
    """How many characters of a text stand in the lines from one on, and where they end."""
    length = 0
    for index in range(start, len(shown)):
        line = shown[index]
        if line and text.startswith(line, length):
            length += len(line)
            continue
        stem = line.rstrip(_CUT)
        if stem and len(stem) < len(line) and text.startswith(stem, length):
            return length + len(stem), index + 1
        return length, index
    return length, len(shown)


def _replace(lines: Lines, run: _Run, whole: Sequence[Item]) -> None:
    more = len(whole) - (run.stop - run.start)
    lines.items[run.start : run.stop] = whole
    for region in lines.regions:
        region.start, region.stop = (
            at + more if at >= run.stop else min(at, run.start) for at in (region.start, region.stop)
        )


def texts(items: Sequence[Item]) -> Iterator[str]:
    """The texts of lines, those of tables among them."""
    for item in items:
        if isinstance(item, Line):
            yield item.text
        else:
            for cell in item.cells:
                yield from texts(cell.items)
