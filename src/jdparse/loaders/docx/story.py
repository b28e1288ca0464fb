"""What a walk over a Word file carries with it: the file, the output, and the state of the part that it is in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jdparse.document import Stream
from jdparse.errors import LimitExceeded
from jdparse.loaders.docx.archive import Budget
from jdparse.loaders.docx.fields import Field
from jdparse.loaders.docx.markup import Element, Part, W
from jdparse.loaders.docx.numbering import Counters, Numbering
from jdparse.loaders.docx.package import (
    Package,
    Relationship,
    main_part,
    open_package,
    relationships,
    style_elements,
    xml_part,
)
from jdparse.loaders.docx.properties import Properties, read_properties
from jdparse.loaders.docx.styles import Styles, read_styles
from jdparse.loaders.writer import Writer

MAX_FIELDS = 100
"""Fields inside each other; Word stops at 20."""
MAX_DEPTH = 100
"""Containers inside each other (tables, text boxes, content controls, embedded documents); a dozen are many."""

_TEXT = (W + "t", W + "delText")
_FIELD_CHAR = W + "fldChar"
_FIELD_TYPE = W + "fldCharType"
_REMOVED = (W + "del", W + "moveFrom")


@dataclass(slots=True)
class Output:
    """What is written: shared by a file and the documents embedded in it."""

    writer: Writer
    streams: list[Stream] = field(default_factory=lambda: [])
    contents: list[str] = field(default_factory=lambda: [])
    """Lines of the table of contents, kept back from the body."""
    dropped: Counter[str] | None = None
    """Characters of text (white space aside) that are not in the source text, by the reason; None when nobody asks."""
    page_break: bool = False
    """Whether the next paragraph begins a page."""
    depth: int = 0

    def drop(self, element: Element, reason: str) -> None:
        """Counts the text inside an element that is left out."""
        if self.dropped is not None:
            self.dropped[reason] += sum(visible(text.text) for text in element.iter(*_TEXT))


@dataclass(slots=True)
class WordFile:
    """A package with what its parts have in common."""

    package: Package
    styles: Styles
    numbering: Numbering
    counters: Counters
    relationships: Mapping[str, Relationship]
    """Those of the main part."""
    embedded: int = 0
    """How many Word files it is embedded in."""
    cited: dict[str, dict[str, None]] = field(default_factory=lambda: {})
    """Ids of the notes and comments that the text refers to, by the kind of reference, in order."""


@dataclass(slots=True)
class Story:
    """One part: the body, a header, the footnotes."""

    file: WordFile
    out: Output
    root: Element
    properties: Properties
    relationships: Mapping[str, Relationship]
    symbols: bool
    balanced: bool
    """Whether every field that begins also ends. Where not, field codes hide nothing, lest the rest of the text
    goes.
    """
    fields: list[Field] = field(default_factory=lambda: [])
    muted: int = 0
    """Open fields whose instruction the walk is in."""
    contents: int = 0
    """Open fields that make the table of contents and whose result the walk is in."""
    section: int = 0
    """Sections that have ended."""
    embedded: set[str] = field(default_factory=set[str])
    """Embedded documents that were read: each is shown once."""


def open_word_file(data: bytes, name: str, *, embedded: int = 0, budget: Budget | None = None) -> tuple[WordFile, Part]:
    """A Word file and its main part. Styles and numbering may be missing. Raises the errors of `open_package`."""
    package = open_package(data, name, budget)
    main = main_part(package)
    related = relationships(package.archive, package.main)
    parts = {found.kind: found.target for found in related.values() if not found.external}

    def numbering_root() -> Element | None:
        part = xml_part(package, parts["numbering"]) if "numbering" in parts else None
        return None if part is None else part.root

    styles = read_styles(style_elements(package, parts["styles"]) if "styles" in parts else None)
    numbering = Numbering(numbering_root, styles)
    return WordFile(package, styles, numbering, Counters(), related, embedded), main


def begin_story(file: WordFile, out: Output, part: str, parsed: Part) -> Story:
    """The story of a part."""
    return Story(
        file=file,
        out=out,
        root=parsed.root,
        properties=read_properties(parsed.root, fonts=parsed.symbols),
        relationships=file.relationships if part == file.package.main else relationships(file.package.archive, part),
        symbols=parsed.symbols,
        balanced=_balanced(parsed.root.iter(_FIELD_CHAR)),
    )


def deeper(out: Output, name: str) -> None:
    """Steps into a container. Raises LimitExceeded past `MAX_DEPTH`; the caller steps out with `out.depth -= 1`."""
    out.depth += 1
    if out.depth > MAX_DEPTH:
        raise LimitExceeded("{name}: containers nest deeper than {limit}", name=name, limit=MAX_DEPTH)


def visible(text: str | None) -> int:
    """Characters of a text, white space aside."""
    return len("".join(text.split())) if text else 0


def _balanced(marks: Iterable[Element]) -> bool:
    open_fields = 0
    for mark in marks:
        if next(mark.iterancestors(*_REMOVED), None) is not None:
            continue
        kind = mark.get(_FIELD_TYPE)
        open_fields += {"begin": 1, "end": -1}.get(kind or "", 0)
        if open_fields < 0:
            return False
    return open_fields == 0
