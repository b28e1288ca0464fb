"""Plain text: one paragraph a line."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePosixPath, PureWindowsPath

from jdparse.document import Document, Note, Paragraph
from jdparse.errors import UnreadableInput
from jdparse.loaders import spreadsheet
from jdparse.loaders.decoding import Decoded, decode
from jdparse.loaders.pipes import with_tables
from jdparse.patterns import deferred
from jdparse.tracked import Span

NOTED_PLACES = 20
"""Damaged places that are noted one by one; the parameter `count` of each note says how many there are."""

_LINE = deferred(r"\S(?:[^\n]*\S)?")
_DAMAGE = deferred("\ufffd++")
_CONTEXT = 12
_OF_A_PATH = deferred(r"[/\\:]|^\.$")
"""What a name with a folder or a drive has."""


def load(data: bytes, name: str, *, encoding: str | None = None) -> Document:
    """The document in a text file.

    Each line that is not blank is a paragraph without the white space around it (U+3000 and U+00A0 are white space);
    its `gap` counts the blank lines before it. Lines that form a table of pipes are a table, and so are rows copied from a spreadsheet. Notes: `encoding-guessed`
    (`encoding`) and, for each run of U+FFFD up to `NOTED_PLACES`, `damaged-text` (`text`: the run with what stands
    around it on its line; `count`: all runs). Linear in the length.

    Raises what `decode` raises, and UnreadableInput for a file that holds nothing but white space.
    """
    decoded = decode(data, encoding)
    copied = spreadsheet.read(decoded.text)
    text = decoded.text if copied is None else copied.text
    paragraphs = list(_paragraphs(text))
    if not paragraphs:
        raise UnreadableInput("the file is empty")
    return Document(
        name=base_name(name),
        format="txt",
        encoding=decoded.encoding,
        sha256=sha256(data).hexdigest(),
        text=text,
        blocks=with_tables(text, paragraphs) if copied is None else copied.blocks,
        notes=tuple(_notes(decoded, text)),
    )


def base_name(name: str) -> str:
    """A file's name without its folders, whichever system's they are; `-` stays."""
    if not _OF_A_PATH.search(name):
        return name
    return PureWindowsPath(PurePosixPath(name).name).name


def _paragraphs(text: str) -> Iterator[Paragraph]:
    line = 1
    done = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        breaks = text.count("\n", done, start)
        line += breaks
        begins_page = text.find("\f", done, start) >= 0
        yield Paragraph(start, end, line, max(0, breaks - 1) if done else breaks, page_break=begins_page)
        done = end


def _notes(decoded: Decoded, text: str) -> Iterator[Note]:
    if decoded.guessed:
        yield Note("encoding-guessed", params={"encoding": decoded.encoding})
    if "\ufffd" not in text:
        return
    places = [Span(*match.span()) for match in _DAMAGE.finditer(text)]
    for place in places[:NOTED_PLACES]:
        yield Note("damaged-text", place, {"text": _around(text, place), "count": len(places)})


def _around(text: str, place: Span) -> str:
    """A damaged place with some characters on both sides, not beyond its line; 40 characters at most."""
    before = text[max(0, place.start - _CONTEXT) : place.start].rpartition("\n")[2]
    after = text[place.end : place.end + _CONTEXT].partition("\n")[0]
    return before + text[place.start : min(place.end, place.start + 16)] + after
