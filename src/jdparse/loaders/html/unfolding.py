"""Heads of what a page folds away: a link or a button that opens what stands below it, and whose text is the heading of that.

So pages show several jobs. In the accordion pattern of the ARIA Authoring Practices Guide a head is a button inside a heading, with
`aria-expanded`; Bootstrap has `data-toggle="collapse"` (from version 5 `data-bs-toggle`), on links too.
"""

from collections.abc import Mapping

from jdparse.loaders.html import elements
from jdparse.loaders.html.elements import Element
from jdparse.patterns import deferred

_TOGGLES = ("data-toggle", "data-bs-toggle")
_PLACE = deferred(r"#(?!top\b)\w")
"""A place of the page itself; `#` alone leads nowhere, and may stand for any address."""
_NAMED = deferred(r"accordion|collaps|panel-(?:head|hd|title)")


def is_head(element: Element, attributes: Mapping[str, str], *, in_heading: bool) -> bool:
    """Whether a link is the head of what stands below it, and no link to elsewhere.

    A menu unfolds too: outside a heading its classes, or those around it, must be an accordion's.
    """
    if in_heading:
        return _unfolds(attributes) or _PLACE.match(attributes.get("href", "")) is not None
    if not _unfolds(attributes):
        return False
    parent = element.getparent()
    around = "" if parent is None else parent.get("class", "")
    return _NAMED.search(f"{attributes.get('class', '')} {around}".lower()) is not None


def is_button(element: Element) -> bool:
    """Whether a button in a heading is the head: it says so, or is all that the heading has."""
    if _unfolds(elements.attributes(element)):
        return True
    heading = element.getparent()
    return heading is not None and elements.text(heading).strip() == elements.text(element).strip()


def _unfolds(attributes: Mapping[str, str]) -> bool:
    """Whether an element says that it shows and hides another one, which is no menu."""
    return ("aria-expanded" in attributes and "aria-haspopup" not in attributes) or any(
        attributes.get(name) == "collapse" for name in _TOGGLES
    )
