"""The tree of a page, its style sheets and its structured data."""

from typing import NamedTuple

from lxml import etree

from jdparse.errors import UnreadableInput
from jdparse.loaders.html import (
    converted,
    drawn,
    embedded,
    filled,
    hiding,
    job_lists,
    limits,
    menus,
    pieces,
    scripts,
    styles,
    vector,
)
from jdparse.loaders.html.elements import Element


class Source(NamedTuple):
    """A parsed page."""

    root: Element
    sheet: styles.Sheet
    """What its style elements say."""
    data: tuple[bytes, ...]
    """The contents of its scripts with JSON: JSON-LD, and what a script draws it from."""
    microdata: bool
    """Whether it may have a JobPosting in microdata."""
    job_lists: bool
    """Whether it may have a list of jobs that looks like a table."""
    filled: bool
    """Whether it may be a form that is printed for reading."""
    drawn: bool
    """Whether it may have a table that is drawn with other elements."""
    embedded: bool
    """Whether it may hold another page, or a part that its browser puts into an element."""
    vector: bool
    """Whether it may have text in drawings."""
    title: str
    """Its `title` element's text, with blanks collapsed."""


def parse(page: bytes) -> Source:
    """The tree of a page in UTF-8.

    Raises LimitExceeded (see `limits`), and UnreadableInput for what has no element at all.
    """
    limits.check_size(len(page))
    page, sheets, data = scripts.cut(page)
    page = pieces.join(page)
    sheet = styles.read(b"\n".join(sheets).decode("utf-8", "replace"))
    if sheet.leaves_links():
        page = menus.fold(page, lambda names: sheet.leaves(names) and hiding.is_plain(names))
    limits.check_tags(page)
    # huge_tree raises libxml2's limit of depth from 256, where it would drop the rest of a page without a word.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(page, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise UnreadableInput("the page has no visible text")
    if converted.may_be(page):
        converted.write(root, sheets)
    return Source(
        root,
        sheet,
        tuple(data),
        b"schema.org/JobPosting" in page,
        job_lists.may_have(page),
        filled.may_be(page),
        drawn.may_be(page, sheet),
        embedded.may_be(page),
        vector.may_be(page),
        _title(root),
    )


def _title(root: Element) -> str:
    title = root.find("head/title")
    if title is None:
        title = next(root.iter("title"), None)
    return "" if title is None else " ".join((title.text or "").split())
