"""Text beside the body: page headers and footers, a table of contents, the furniture of a web page. Notes are none of it."""

from collections.abc import Iterator

from jdparse.clean.furniture import Removed
from jdparse.document import Block, Document, Paragraph
from jdparse.tracked import Tracked

_REASONS = {
    "header": "header_footer",
    "footer": "header_footer",
    "contents": "navigation",
    # a loader of pages names the reason itself
    **{
        reason: reason
        for reason in (
            "navigation",
            "related_links",
            "comments",
            "copyright",
            "download_prompt",
            "site_notice",
            "page_metadata",
            "header_footer",
        )
    },
}


def removed(document: Document, text: Tracked) -> list[Removed]:
    """The paragraphs of the document's headers, footers and contents, and of what a page has around its content."""
    return [
        Removed(reason, text.within(start, end))
        for stream in document.streams
        if (reason := _REASONS.get(stream.kind))
        for start, end, *_ in _paragraphs(stream.blocks)
        if end > start
    ]


def notes(document: Document) -> tuple[Block, ...]:
    """The blocks of foot- and endnotes and comments, which belong to the text."""
    return tuple(block for stream in document.streams if stream.kind not in _REASONS for block in stream.blocks)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from _paragraphs(cell.blocks)
