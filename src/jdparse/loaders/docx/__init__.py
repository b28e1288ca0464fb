"""Word documents (.docx, .docm, .dotx; ECMA-376 transitional and ISO 29500 strict).

The source text of a Word file is what Word shows, in document order:

- A paragraph is a line. The number that Word counts for it stands before its text, followed by a tab, a blank or
  nothing, as the list says. A soft line break is a line break inside the paragraph's range, a tab is a tab.
- Blank paragraphs between others are blank lines (`Paragraph.gap`).
- A table is a line for each row, its cells parted by tabs. The paragraphs and inner tables of one cell stand below each
  other, each on lines of its own. A merged cell's text comes once, at its top left; where it continues there is nothing
  between the tabs. An empty cell has one paragraph of no length.
- A text box or a diagram follows the paragraph that it is anchored in.
- After the body come the streams, each text once: the table of contents (`contents`), the notes and comments that the
  text refers to (`footnote`, `endnote`, `comment`), page headers and footers (`header`, `footer`).

Deleted and hidden text, field instructions, prompts of empty content controls and the second version of alternate
content are not shown. `read` counts what was left out, by the reason.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from jdparse.document import Block, Document, Paragraph, Stream
from jdparse.loaders.docx.body import read_column
from jdparse.loaders.docx.foreign import ZIP, not_a_package
from jdparse.loaders.docx.markup import Element, Part, R, W
from jdparse.loaders.docx.numbering import Counters
from jdparse.loaders.docx.package import Relationship, xml_part
from jdparse.loaders.docx.story import Output, Story, begin_story, open_word_file
from jdparse.loaders.writer import Writer

_NOTE_PARTS = (("footnote", "footnotes"), ("endnote", "endnotes"), ("comment", "comments"))


def load(data: bytes, name: str, *, encoding: str | None = None) -> Document:
    """A Word file's document.

    `name` is the file's name, for messages. `encoding` is ignored: XML says its own. Raises UnreadableInput for bytes
    that are no Word file (the message names what they are) or a damaged one, and LimitExceeded for a file over one of
    the limits in `archive`, `markup`, `story` and `tables`.
    """
    return _read(data, name, Output(Writer()))


def read(data: bytes, name: str) -> tuple[Document, Mapping[str, int]]:
    """As `load`, with the number of characters (white space aside) of the markup's texts that were left out.

    The reasons: deleted, moved, hidden, field-instruction, placeholder, alternate-content, ruby, merged-cell,
    uncited-note, check-box (the sign that a check box showed before ☑ or ☐ took its place).
    """
    dropped = Counter[str]()
    document = _read(data, name, Output(Writer(), dropped=dropped))
    return document, {reason: dropped[reason] for reason in sorted(dropped) if dropped[reason]}


def _read(data: bytes, name: str, out: Output) -> Document:
    if not data.startswith(ZIP):
        raise not_a_package(data, name)
    file, main = open_word_file(data, name)
    body = begin_story(file, out, file.package.main, main)
    blocks: list[Block] = []
    for container in main.root.iterchildren(W + "body"):
        blocks += read_column(body, container)
    if blocks:
        out.writer.write("\n")
    out.page_break = False
    _contents(out)
    _notes(body)
    _margins(body)
    return Document(
        name=name,
        format="docx",
        encoding=None,
        sha256=sha256(data).hexdigest(),
        text=out.writer.text(),
        blocks=tuple(blocks),
        streams=tuple(out.streams),
    )


def _contents(out: Output) -> None:
    """The table of contents, kept back by the walk over the body."""
    blocks: list[Block] = []
    for text in out.contents:
        start, line = out.writer.length, out.writer.line
        out.writer.write(text + "\n")
        blocks.append(Paragraph(start, start + len(text), line))
    if blocks:
        out.streams.append(Stream("contents", tuple(blocks)))


def _notes(body: Story) -> None:
    """Footnotes, endnotes and comments, in the order in which the text refers to them."""
    for kind, relationship in _NOTE_PARTS:
        cited = body.file.cited.get(kind)
        target = next(_targets(body, relationship), None)
        part = None if target is None else xml_part(body.file.package, target.target)
        if target is None or part is None:
            continue
        notes = {note.get(W + "id") or "": note for note in part.root.iterchildren(W + kind)}
        story = _side_story(body, target.target, part)
        for key in cited or ():
            note = notes.pop(key, None)
            if note is not None:
                _stream(story, kind, note)
        for note in notes.values():
            body.out.drop(note, "uncited-note")


def _margins(body: Story) -> None:
    """Headers and footers of all sections and kinds of page, each part once."""
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for section in body.properties.sections:
            for reference in section.iterchildren(f"{W}{kind}Reference"):
                target = body.relationships.get(reference.get(R + "id") or "")
                if target is None or target.external or target.target in seen:
                    continue
                seen.add(target.target)
                part = xml_part(body.file.package, target.target)
                if part is not None:
                    _stream(_side_story(body, target.target, part), kind, part.root)


def _side_story(body: Story, part: str, parsed: Part) -> Story:
    """The story of a part beside the body; its lists count on their own."""
    return begin_story(replace(body.file, counters=Counters()), body.out, part, parsed)


def _stream(story: Story, kind: str, container: Element) -> None:
    blocks = read_column(story, container)
    if blocks:
        story.out.writer.write("\n")
        story.out.streams.append(Stream(kind, blocks))
    story.out.page_break = False


def _targets(body: Story, kind: str) -> Iterator[Relationship]:
    return (found for found in body.relationships.values() if found.kind == kind and not found.external)
