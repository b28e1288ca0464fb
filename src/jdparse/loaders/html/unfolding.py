"""Heads of what a page folds away: a link or a button that opens what stands below it, and whose text is the heading of that.

So pages show several jobs. In the accordion pattern of the ARIA Authoring Practices Guide a head is a button inside a heading, with
`aria-expanded`; Bootstrap has `data-toggle="collapse"` (from version 5 `data-bs-toggle`), on links too. Many pages have the heading
inside the button, or none at all.
"""

import re
from collections.abc import Mapping

from jdparse.loaders.html import elements, hiding
from jdparse.loaders.html.elements import Element, is_element
from jdparse.patterns import deferred
from jdparse.vocabulary import builtin

_TOGGLES = ("data-toggle", "data-bs-toggle")
_PLACE = deferred(r"#(?!top\b)\w")
"""A place of the page itself; `#` alone leads nowhere, and may stand for any address."""
_PERMALINKS = frozenset("# ¶ § 🔗".split()) | {""}
"""What makers of static sites set behind a heading, to be linked to."""
_NAMED = deferred(r"accordion|collaps|panel-(?:head|hd|title)")
_CONTROL = deferred(r"(?:点击)?(?:展开|收起|更多|查看|显示|菜单|导航|筛选)|menu|toggle|more|show|close", re.IGNORECASE)
"""The words of a button that opens more of the same."""
_SECTIONS = (
    "duties",
    "requirements.general",
    "requirements.preferred",
    "compensation.benefits",
    "organization.description",
)
SIGNS = "+＋−–>»›▼▾▽⌄﹀"
_SIGN = deferred(r"(?:\s+[+＋−–>»›]|\s*[▼▾▽⌄﹀])+$")
"""What stands behind a head and says that it unfolds."""
_LONGEST_HEAD = 60
_LEAST_BELOW = 8
_FEWEST_SECTIONS = 2
_DEEPEST = 2
"""Elements around a button that hold nothing else."""


def is_head(element: Element, attributes: Mapping[str, str], *, in_heading: bool) -> bool:
    """Whether a link is the head of what stands below it, and no link to elsewhere.

    A menu unfolds too: outside a heading its classes, or those around it, must be an accordion's.
    """
    if in_heading:
        address = attributes.get("href", "")
        return (
            _unfolds(attributes)
            or (_PLACE.match(address) is not None and elements.text(element).strip() not in _PERMALINKS)
            or ((len(address) < 2 or address.startswith("javascript:")) and is_section(elements.text(element).strip()))
        )
    return _unfolds(attributes) and _is_named(element)


def is_button(element: Element, *, in_heading: bool) -> bool:
    """Whether a button is the head of what stands below it.

    In a heading it says that it unfolds, or is all that the heading has. Elsewhere it unfolds and is an accordion's by the
    classes, holds a heading, or is a label of job descriptions; what does not say that it unfolds is a label with a text below.
    """
    unfolds = _unfolds(elements.attributes(element))
    if in_heading:
        heading = element.getparent()
        return unfolds or (heading is not None and elements.text(heading).strip() == elements.text(element).strip())
    text = without_sign(" ".join(elements.text(element, " ").split()))
    if not 2 <= len(text) <= _LONGEST_HEAD or _CONTROL.match(text):
        return False
    below = _below(element)
    if below is None:
        return False
    if not unfolds:
        written = len("".join(elements.text(below).split()))
        return written >= _LEAST_BELOW and (is_section(text) or _heads_sections(below))
    return (
        builtin().find(text) is not None
        or next(element.iter(_HEADINGS), None) is not None
        or _is_named(element)
        or hiding.folded_job(below) is not None
    )


def _heads_sections(below: Element) -> bool:
    """Whether what stands below a button is a job's: headings, at least two of them the labels of its sections."""
    heads = (elements.text(head).strip(" \n\t：:") for head in below.iter(_HEADS))
    return sum(map(is_section, heads)) >= _FEWEST_SECTIONS


def is_bar(element: Element, attributes: Mapping[str, str]) -> bool:
    """Whether a block is the head of what stands open below it, as frameworks for applications draw accordions."""
    names = attributes.get("class", "")
    if attributes["role"] not in _BARS or "head" not in names or _NAMED.search(names.lower()) is None:
        return False
    below = _below(element)
    return below is not None and len("".join(elements.text(below).split())) >= _LEAST_BELOW


_BARS = ("button", "tab")


def without_sign(text: str) -> str:
    """A head without the sign that it unfolds: 岗位职责 +."""
    return _SIGN.sub("", text) if text[-1:] in SIGNS else text


def is_section(text: str) -> bool:
    """Whether a text is the label of a section of a job, or of what its employer is."""
    field = builtin().find(text)
    return field is not None and field.startswith(_SECTIONS)


def is_headed(element: Element) -> bool:
    """Whether the text right before a block, or before what begins with the block, is the label of a section, and no menu."""
    if next(element.iter("a"), None) is not None:
        return False
    for _ in range(_DEEPEST + 1):
        before = element.getprevious()
        if before is not None:
            if (before.tail or "").strip() or not is_element(before):
                return False
            return is_section("".join(elements.text(before).split())) and (
                len("".join(elements.text(element).split())) >= _LEAST_BELOW
            )
        parent = element.getparent()
        if parent is None or (parent.text or "").strip():
            return False
        element = parent
    return False


def _is_named(element: Element) -> bool:
    """Whether the classes of an element, or of the one around it, are an accordion's."""
    parent = element.getparent()
    around = "" if parent is None else parent.get("class", "")
    return _NAMED.search(f"{element.get('class', '')} {around}".lower()) is not None


def _below(element: Element) -> Element | None:
    """The element that stands right behind a button, or behind what holds the button and nothing else."""
    for _ in range(_DEEPEST + 1):
        following = next(filter(is_element, element.itersiblings()), None)
        parent = element.getparent()
        if following is not None:
            return None if following.tag == "button" else following
        if parent is None or element.getprevious() is not None:
            return None
        element = parent
    return None


_HEADS = ("h2", "h3", "h4", "h5", "h6", "dt", "strong", "b")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _unfolds(attributes: Mapping[str, str]) -> bool:
    """Whether an element says that it shows and hides another one, which is no menu."""
    return ("aria-expanded" in attributes and "aria-haspopup" not in attributes) or (
        "collapse" in map(attributes.get, _TOGGLES)
    )
