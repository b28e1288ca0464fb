"""For people: a line for each finding, and below it the line of the file with carets under the words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from jdparse.report.finding import Finding, Level
from jdparse.report.words import level

_WIDEST = 100
"""Columns of a line of the file that are shown."""
_BEFORE = 30
"""Characters that are shown before the words where the line is cut."""


class Piece(NamedTuple):
    """A piece of the text, and what it is for a terminal with colours."""

    text: str
    role: str = ""
    """`place`, `what`, `caret`, or nothing."""
    level: Level = "info"


def render(findings: Sequence[Finding], _files: Sequence[str]) -> str:
    """The text without colours."""
    return "".join(piece.text for finding in findings for piece in pieces(finding))


def pieces(finding: Finding) -> Iterator[Piece]:
    """The text of one finding, in pieces."""
    yield Piece(finding.place, "place")
    yield Piece(": ")
    yield Piece(f"{level(finding.level)} {finding.code} {finding.name}", "what", finding.level)
    yield Piece(f": {finding.message}\n")
    if finding.source.strip() and finding.line is not None and finding.column is not None:
        shown, before, marked = _window(finding.source, finding.column - 1, finding.width)
        number = str(finding.line)
        yield Piece(f"{number:>6} | {shown}\n")
        yield Piece(f"{'':6} | {' ' * _columns(before)}")
        yield Piece(f"{'^' * max(1, _columns(marked))}\n", "caret", finding.level)


def _window(source: str, start: int, width: int) -> tuple[str, str, str]:
    """The part of a line that is shown, what of it stands before the words, and the words themselves."""
    plain = "".join(
        " " if character == "\t" else character if character.isprintable() else "\ufffd" for character in source
    )
    first = 0 if start <= _BEFORE or _columns(plain) <= _WIDEST else start - _BEFORE
    last = first
    columns = 0
    while last < len(plain) and (columns := columns + _columns(plain[last])) <= _WIDEST:
        last += 1
    head, tail = "…" if first else "", "…" if last < len(plain) else ""
    words = plain[start : min(start + width, last)]
    return head + plain[first:last] + tail, head + plain[first:start], words


def _columns(text: str) -> int:
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
