"""Pages of a document that a site shows as pictures, with the text of each in `alt`."""

from jdparse.loaders.html import elements
from jdparse.loaders.html.elements import Element
from jdparse.loaders.html.whole import bare
from jdparse.loaders.normalising import normalise
from jdparse.patterns import deferred

_SHORTEST = 60
"""Code points of a text that stands for a page; captions and descriptions of pictures are shorter."""
_ENDS = deferred(r"[。；;：:]")
_FEWEST = 4
"""Ends of sentences, items and labels that such a text has at least."""


def is_page(element: Element) -> bool:
    """Whether a picture stands for a page of a document: its alternative text is one."""
    text = element.get("alt", "")
    return len(text) >= _SHORTEST and len(_ENDS.findall(text)) >= _FEWEST


def text(first: Element) -> str:
    """The text of all such pictures of the page, of which `first` is the first, in one run as they print it.

    None of those of which the page has the text too.
    """
    tree = first.getroottree()
    shown = bare(elements.text(tree.getroot()))
    pages = (element.get("alt", "") for element in tree.iter("img") if is_page(element))
    return " ".join(" ".join(normalise(page).split()) for page in pages if bare(page)[:_SHORTEST] not in shown)
