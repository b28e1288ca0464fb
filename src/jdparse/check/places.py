"""Where things stand in a file: lines and columns, and the values of a record written by hand or by machine.

Lines and columns are counted from 1, columns in code points; a line ends at a line feed.
"""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

Steps = tuple[int | str, ...]
"""The way to a value: `("jobs", 0, "title")`."""


class Part(NamedTuple):
    """A part of a Word file or a page, counted from 1: a paragraph outside tables, or a cell of one."""

    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0


class Place(NamedTuple):
    """A place in a file, with what a reader is shown of it."""

    line: int
    column: int
    width: int = 1
    """Code points of this line that belong to it."""
    source: str = ""
    """The line as it stands in the file."""
    part: Part | None = None
    """The part of a file that has no lines of its own; line and column are then those of `jdparse text`."""


class Lines:
    """A text by its lines."""

    def __init__(self, text: str, first: int = 1) -> None:
        """`first` is the number of the first line, where the text is a piece of a file."""
        self.text = text
        self._first = first

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def place(self, start: int, end: int | None = None, part: Part | None = None) -> Place:
        """The place of a range of the text, which is cut at the end of its first line. Offsets are code points."""
        line = bisect_right(self._starts, start)
        begin = self._starts[line - 1]
        stop = self.text.find("\n", begin)
        source = self.text[begin : len(self.text) if stop < 0 else stop].rstrip("\r")
        column = start - begin
        width = max(1, min((start + 1 if end is None else end) - start, len(source) - column))
        return Place(line + self._first - 1, column + 1, width, source, part)

    def at(self, line: int, column: int) -> Place:
        """The place with this line and column, as a parser tells them; the nearest there is."""
        index = min(max(line, 1), len(self._starts)) - 1
        end = self._starts[index + 1] - 1 if index + 1 < len(self._starts) else len(self.text)
        return self.place(min(self._starts[index] + max(column, 1) - 1, max(end, self._starts[index])))
