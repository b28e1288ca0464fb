"""Pages for the tests, and what a document shows."""

from jdparse.document import Block, Document, Paragraph
from jdparse.loaders import html


def load(body: str, *, head: str = "") -> Document:
    """The document in a page of UTF-8."""
    return html.load(
        f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(), "x.html"
    )


def lines(document: Document) -> list[str]:
    """The body's lines, a marker in angle brackets before its line; a table as its rows, cells set apart by `|`."""
    return [line for block in document.blocks for line in _lines(document, block)]


def removed(document: Document) -> dict[str, list[str]]:
    """The lines that were taken for furniture, by reason."""
    found: dict[str, list[str]] = {}
    for stream in document.streams:
        found.setdefault(stream.kind, []).extend(line for block in stream.blocks for line in _lines(document, block))
    return found


def _lines(document: Document, block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        marker = f"<{document.text[slice(*block.marker)]}>" if block.marker else ""
        return [marker + document.text[block.start : block.end]]
    rows: dict[int, list[str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(
            "/".join(line for inner in cell.blocks for line in _lines(document, inner))
        )
    return [" | ".join(row) for row in rows.values()]
