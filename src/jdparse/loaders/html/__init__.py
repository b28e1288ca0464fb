"""Saved web pages: HTML under any name, and web archives (MHTML).

The parser is lxml (libxml2), which Word files need already. Measured on eight pages of 45 to 113 KB, best of 15 runs: lxml
0.19 to 0.49 ms, selectolax (lexbor) 0.10 to 0.39 ms with a quicker walk over the tree; the difference is a tenth of what a
page costs here, as most of the time goes into reading the tree. Both read broken markup alike. libxml2 stops at a depth of
2,048 by itself, while lexbor needs over 20 s for 100,000 nested `div`; both are quadratic in the attributes of one tag
(40,000 take 2 to 3 s), so that `limits` looks before either would see them.

The source text is what a reader of the page sees, a visual line a line: first the body, then what was taken for the page's
furniture, each line with its reason as a stream (see `content`).
"""

from hashlib import sha256

from jdparse.document import POSTING, Document, Note
from jdparse.errors import UnreadableInput
from jdparse.loaders import pipes
from jdparse.loaders.html import drawn, embedded, filled, mhtml, postings, titled, undrawn, vector, whole
from jdparse.loaders.html.content import names_jobs, reasons
from jdparse.loaders.html.decoding import decode
from jdparse.loaders.html.items import Lines
from jdparse.loaders.html.metadata import describe
from jdparse.loaders.html.parsing import parse
from jdparse.loaders.html.visible import visible
from jdparse.loaders.html.writing import write
from jdparse.loaders.text import base_name

__all__ = ["load"]


def load(data: bytes, name: str, *, encoding: str | None = None) -> Document:
    """The document in a page or web archive.

    Blocks and streams are in the order of the source text; `Stream.kind` is the reason for which `removed` will have it, or
    `POSTING` for the properties of a schema.org JobPosting in the page. `metadata` has keys of the record's `source`
    (`title`, `site`, `url`, `published`). Notes: `encoding-guessed`.

    Raises UsageError for an unknown encoding, LimitExceeded (see `limits`), and UnreadableInput for bytes that cannot be
    decoded and for a page without visible text.
    """
    archive = mhtml.page(data) if mhtml.is_archive(data) else None
    page = data if archive is None else archive.data
    decoded = decode(page, encoding, None if archive is None else archive.charset)
    source = parse(decoded.data)
    if source.filled:
        filled.write(source.root)
    if source.drawn:
        drawn.write(source.root, source.sheet)
    if source.embedded:
        embedded.write(source.root)
    if source.vector:
        vector.write(source.root)
    lines = visible(source)
    description = describe(source)
    unseen = postings.description(description.postings)
    told = names_jobs(lines)
    if not (unseen or told):
        unseen = undrawn.text(source)
    body = Lines()
    if unseen and not told:
        body = visible(parse(unseen.encode()))
    elif unseen and not postings.ends_in(unseen, lines):
        whole.complete(lines, visible(parse(unseen.encode())).items)
    if not lines.items and not body.items:
        raise UnreadableInput("the page has no visible text")
    why = reasons(lines, source.title)
    titled.mark(lines, why)
    if body.items:
        # what the script has not filled yet is no text of the job
        why = [*[None] * len(body.items), *(reason or "page_metadata" for reason in why)]
    written = write(
        [*body.items, *lines.items],
        why,
        [(POSTING, postings.lines(posting)) for posting in description.postings],
    )
    found = description.metadata
    if archive is not None and archive.address:
        found.setdefault("url", archive.address)
    return Document(
        name=base_name(name),
        format="html" if archive is None else "mhtml",
        encoding=decoded.encoding,
        sha256=sha256(data).hexdigest(),
        text=written.text,
        blocks=pipes.within(written.text, written.blocks),
        streams=written.streams,
        metadata=found,
        notes=(Note("encoding-guessed", params={"encoding": decoded.encoding}),) if decoded.guessed else (),
    )
