"""What a loader gives: one document of blocks, whatever the format was.

A loader writes the document's *source text* (for plain text the decoded text, for other formats a linearisation in reading
order) and blocks that name ranges of it. All offsets of a record, a diagnostic or a source map are into that text.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from jdparse.tracked import Span


class Paragraph(NamedTuple):
    """One paragraph: a line of a text file, a `w:p` of a Word file, a block of a page.

    `start:end` is its range of the source text, without the line break. A soft break inside a paragraph is a newline.
    """

    start: int
    end: int
    line: int
    """1-based line of the source text on which it begins."""
    gap: int = 0
    """Blank lines before it: in a dump of a table, a blank line is an empty cell."""
    marker: Span | None = None
    """The number that Word or a browser counted for it (`一、`), which stands in the source text before `start`."""
    heading: int = 0
    """1 to 9 for a heading by style, 0 otherwise."""
    bold: bool = False
    """Whether all of its text is bold."""
    page_break: bool = False
    """Whether it begins a page."""


class Cell(NamedTuple):
    """A cell of a table grid; a merged cell is listed once, at its top left."""

    row: int
    column: int
    blocks: tuple["Block", ...]
    rows: int = 1
    columns: int = 1


class Table(NamedTuple):
    """A grid of cells in row order. `start:end` is its range of the source text."""

    start: int
    end: int
    line: int
    cells: tuple[Cell, ...]


Block = Paragraph | Table


POSTING = "job_posting"
"""The kind of stream that holds a schema.org JobPosting: a property a paragraph, its name and a colon as the marker."""


class Stream(NamedTuple):
    """Text beside the body: a page header or footer, a note, a comment, what a page's data say of a job."""

    kind: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A loaded file."""

    name: str
    format: str
    encoding: str | None
    sha256: str
    text: str
    """The source text."""
    blocks: tuple[Block, ...]
    streams: tuple[Stream, ...] = ()
    metadata: Mapping[str, str] = MappingProxyType({})
    """What the container says of the document: keys of the record's `source` (title, site, url, published …)."""
    notes: tuple["Note", ...] = ()


class Note(NamedTuple):
    """Something that a stage noticed: the name of a diagnostic (see `diagnostics`), its parameters and its place."""

    name: str
    span: Span | None = None
    params: Mapping[str, str | int] = MappingProxyType({})
