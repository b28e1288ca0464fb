"""Embedded documents (`w:altChunk`): whole files of another format that Word shows in place, once it has opened the
file.

Converters write them: HTML or MHTML for a whole page, a plain text, another Word file for a merged one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from typing import NamedTuple

from lxml import etree

from jdparse.errors import LimitExceeded
from jdparse.loaders.docx.archive import read
from jdparse.loaders.docx.foreign import ZIP
from jdparse.loaders.docx.markup import Element, W, integer, is_text_encoding
from jdparse.loaders.docx.package import content_type
from jdparse.loaders.docx.properties import CellProperties
from jdparse.loaders.docx.story import Story, begin_story, open_word_file
from jdparse.loaders.docx.tables import MAX_COLUMNS
from jdparse.patterns import deferred

MAX_EMBEDDED = 2
"""Word files inside each other."""

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_TABLE_TAGS = frozenset(("table", "tr", "td", "th"))
_SILENT = frozenset(("head", "script", "style", "template", "title", "noscript"))
_CHARSET = deferred(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9._-]+)", re.IGNORECASE)
_BLANKS = deferred(r"[ \t\r\n\f]+")
_MAX_SPAN = 1_000
_MAX_CONTINUED = 100_000
"""Merged cells may make a table of few bytes a large one."""

_Row = list[tuple[CellProperties, list[str]]]


class Rows(NamedTuple):
    """A table: for each cell of each row its extent and its paragraphs."""

    rows: list[_Row]


class Embedded(NamedTuple):
    """The body of an embedded Word file."""

    story: Story
    container: Element


def read_chunk(story: Story, part: str) -> Iterator[str | Rows | Embedded]:
    """The content of an embedded document: paragraphs, tables, or the body of a Word file.

    A part that is missing, or in a format that is not read (RTF), gives nothing. Raises the errors of `open_package`
    for an embedded Word file, and LimitExceeded for Word files inside each other.
    """
    data = None if part in story.embedded else read(story.file.package.archive, part)
    story.embedded.add(part)
    if not data:
        return
    kind, suffix = content_type(story.file.package, part), part.rpartition(".")[2].lower()
    if data.startswith(ZIP):
        yield from _word(story, data, part)
    elif "rfc822" in kind or suffix in ("mht", "mhtml") or data[:13].lower() == b"mime-version:":
        yield from _web_archive(data, story.file.package.name)
    elif "html" in kind or suffix in ("htm", "html", "xhtml"):
        yield from _page(_decoded(data, None), story.file.package.name)
    elif "text/plain" in kind or suffix == "txt":
        yield from _decoded(data, None).split("\n")


def _word(story: Story, data: bytes, part: str) -> Iterator[Embedded]:
    depth = story.file.embedded + 1
    if depth > MAX_EMBEDDED:
        raise LimitExceeded("{name}: Word files are embedded in each other", name=story.file.package.name)
    file, main = open_word_file(
        data, f"{story.file.package.name}:{part}", embedded=depth, budget=story.file.package.archive.budget
    )
    inner = begin_story(file, story.out, file.package.main, main)
    for body in main.root.iterchildren(W + "body"):
        yield Embedded(inner, body)


def _web_archive(data: bytes, name: str) -> Iterator[str | Rows]:
    """The page of an MHTML file: its first HTML part."""
    for part in message_from_bytes(data, policy=policy.default).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield from _page(_decoded(payload, part.get_content_charset()), name)
            return


def _decoded(data: bytes, charset: str | None) -> str:
    """The text, by its byte order mark, the given charset, the one that it names, UTF-8, or GB 18030."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    named = _CHARSET.search(data[:2_048])
    for encoding in (charset, named[1].decode("ascii") if named else None, "utf-8-sig", "gb18030"):
        try:
            if encoding is not None and is_text_encoding(encoding):
                return data.decode(encoding).lstrip("\ufeff").replace("\r\n", "\n")
        except (LookupError, UnicodeError):
            continue
    return data.decode("utf-8", "replace")


@dataclass(slots=True)
class _Page:
    """A page being read: the text since the last block began, and the table that is open."""

    name: str
    """The file's name, for messages."""
    text: list[str] = field(default_factory=lambda: [])
    depth: int = 0
    """Tables that are open."""
    rows: list[_Row] | None = None
    reaching: dict[int, tuple[int, int]] = field(default_factory=lambda: {})
    """Cells that reach down from rows above: by column, the rows still to come and the columns spanned."""
    continued: int = 0
    """Places that merged cells have taken in later rows."""
    column: int = 0
    cell: list[str] | None = None

    def flush(self) -> str | None:
        """The paragraph that ends here, unless it belongs to the open table or is blank."""
        text = _BLANKS.sub(" ", "".join(self.text)).strip(" ")
        self.text.clear()
        if not text:
            return None
        if self.rows is None:
            return text
        if self.cell is None:
            # Text between cells, which HTML would show before the table: kept as a cell.
            self.begin_cell(1, 1)
        if self.cell is not None:
            self.cell.append(text)
        return None

    def step(self, element: Element, *, begins: bool) -> Rows | None:
        """Follows the tags of a table; gives the table at its end. An inner table is text of the outer one."""
        if element.tag == "table":
            self.depth += 1 if begins else -1
            if begins and self.depth == 1:
                self.rows, self.cell = [], None
                self.reaching.clear()
            elif not begins and self.depth == 0:
                rows, self.rows = [row for row in self.rows or () if row], None
                return Rows(rows) if rows else None
        elif begins and self.depth == 1:
            if element.tag == "tr":
                self.begin_row()
            else:
                self.begin_cell(_span(element.get("colspan")), _span(element.get("rowspan")))
        return None

    def begin_row(self) -> None:
        if self.rows is not None:
            self.rows.append([])
            self.column, self.cell = 0, None

    def begin_cell(self, columns: int, rows: int) -> None:
        """Opens a cell at the next column that no cell from above takes."""
        if self.rows is None:
            return
        if not self.rows:
            self.begin_row()
        row = self.rows[-1]
        while (reach := self.reaching.pop(self.column, None)) is not None:
            left, span = reach
            row.append((CellProperties(span, "continue"), []))
            self.continued += 1
            if left > 1:
                self.reaching[self.column] = (left - 1, span)
            self.column += span
        if self.continued > _MAX_CONTINUED or self.column > MAX_COLUMNS:
            raise LimitExceeded("{name}: a table has too many merged cells", name=self.name)
        self.cell = []
        row.append((CellProperties(columns, "restart" if rows > 1 else None), self.cell))
        if rows > 1:
            self.reaching[self.column] = (rows - 1, columns)
        self.column += columns


def _page(text: str, name: str) -> Iterator[str | Rows]:
    """The paragraphs and tables of an HTML page; a table inside a table gives its text to the outer cell."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return
    if root is None:
        return
    page = _Page(name)
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag, begins = element.tag, event == "start"
        if tag in _SILENT:
            silent += 1 if begins else -1
        elif not silent:
            if tag in _BLOCKS and (paragraph := page.flush()) is not None:
                yield paragraph
            if tag in _TABLE_TAGS and (table := page.step(element, begins=begins)) is not None:
                yield table
            if begins and element.text:
                page.text.append(element.text)
        if not begins and not silent and element.tail:
            page.text.append(element.tail)
    if (paragraph := page.flush()) is not None:
        yield paragraph


def _span(text: str | None) -> int:
    return max(1, min(_MAX_SPAN, integer(text, 1)))
