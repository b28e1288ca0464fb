"""Elements of a parsed page.

lxml gives `_Element` no public name, and its stubs give the members of a tree of comments and elements one type.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, cast

from lxml import etree

Element = etree._Element  # pyright: ignore[reportPrivateUsage]

LONGEST_LOOK = 4_000
"""Text nodes that are looked at to judge an element before it is read; bounds the work on nested ones."""


def is_element(node: Element) -> bool:
    """Whether a node is an element, and not a comment or an entity."""
    return type(node) is Element  # others have classes of their own


def attributes(element: Element) -> dict[str, str]:
    """An element's attributes by name."""
    pairs: Any = element.items()
    return dict(pairs)


def text(element: Element, between: str = "") -> str:
    """The text in an element, without markup; no more than `LONGEST_LOOK` nodes of it, with something between them."""
    return between.join(islice(cast("Iterator[str]", element.itertext()), LONGEST_LOOK))
