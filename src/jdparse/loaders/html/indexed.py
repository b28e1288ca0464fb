"""Jobs that a page names in a list beside them and nowhere else: 会计, 出纳, 司机, and as many blocks with what is said of each.

A name leads to its block by an address in the page (`#job3`), or has it by its place. To a reader it heads the block, and so it is
moved there. Rows of tabs that say what they are by their names are read in `tabs`.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import cast

from lxml import etree

from jdparse.loaders.html import elements, hiding, weights
from jdparse.loaders.html.elements import Element, is_element
from jdparse.loaders.html.items import Item, Line
from jdparse.outline.titles import names_job

_FEWEST = 2
_MOST = 60
"""Names in a list, and lists that are looked at."""
_LONGEST_LABEL = 12
_LONGEST_NAME = 24
_BEGINNING = 16
"""Characters at the head of a block, beside those of its name, in which the name may stand already."""
_HIGHEST = 5
"""Elements around a list behind which its blocks may stand."""
_DEEPEST = 3
"""Elements around the blocks."""
_NEAREST = 8
"""Elements behind a list that are looked at on each level."""


def may_be(items: Sequence[Item], folded: int) -> bool:
    """Whether a page has the duties of several jobs in its items and in what it folds away, which are so many blocks."""
    duties = (
        item
        for item in items
        if isinstance(item, Line)
        and len(item.text) <= _LONGEST_LABEL
        and weights.field_of(item.text.strip("：:【】[] "), whole=True) == "duties"
    )
    return folded + len(list(islice(duties, _FEWEST))) >= _FEWEST


def unfold(root: Element) -> frozenset[Element]:
    """Moves the names in lists of jobs to the head of their blocks; gives the blocks, hidden or not."""
    found = [*_addressed(root), *_placed(root)]
    for name, block in found:
        _move(name, block)
    return frozenset(block for _, block in found)


def _addressed(root: Element) -> list[tuple[Element, Element]]:
    links = cast("list[Element]", _links()(root))[:_MOST]
    if len(links) < _FEWEST:
        return []
    places = {element.get("id", ""): element for element in root.iterfind(".//*[@id]")}
    pairs = [(link, place) for link in links if (place := places.get(link.get("href", "")[1:])) is not None]
    return _nameless_jobs([(link, place) for link, place in pairs if 1 < len(_text(link)) <= _LONGEST_NAME])


def _placed(root: Element) -> Iterator[tuple[Element, Element]]:
    for names in islice(root.iter("ul", "ol"), _MOST):
        entries = _entries(names)
        if _FEWEST <= len(entries) <= _MOST and sum(names_job(_text(entry)) for entry in entries) * 2 >= len(entries):
            yield from _nameless_jobs(list(zip(entries, _beside(names, len(entries)), strict=False)))


def _entries(names: Element) -> Sequence[Element]:
    entries = [entry for entry in islice(names.iter("li"), _MOST + 1) if _text(entry)]
    return entries if all(1 < len(_text(entry)) <= _LONGEST_NAME for entry in entries) else ()


def _nameless_jobs(pairs: Sequence[tuple[Element, Element]]) -> list[tuple[Element, Element]]:
    """Names and their blocks, where most blocks have sections of a job and none has its name; [] otherwise."""
    if len(pairs) < _FEWEST or len({block for _, block in pairs}) < len(pairs):
        return []
    jobs = sum(hiding.folded_job(block) is not None for _, block in pairs)
    named = any(_text(name) in _text(block)[: len(_text(name)) + _BEGINNING] for name, block in pairs)
    return [] if jobs * 2 < len(pairs) or named else [(name, block) for name, block in pairs if _text(block)]


def _beside(names: Element, width: int) -> Sequence[Element]:
    """The blocks of a list: as many elements of one kind behind it, or in what stands behind it."""
    for _ in range(_HIGHEST):
        level = [list(islice(filter(is_element, names.itersiblings()), _NEAREST + width))]
        for _ in range(_DEEPEST):
            for group in level:
                if len(blocks := _of_one_kind(group)) == width:
                    return blocks
            level = [list(filter(is_element, element)) for group in level for element in group[:_NEAREST]]
        parent = names.getparent()
        if parent is None:
            break
        names = parent
    return ()


def _of_one_kind(group: Sequence[Element]) -> Sequence[Element]:
    """The elements of a group that are of the kind of the first with sections of a job."""
    first = next((element for element in group if len(element) and hiding.folded_job(element) is not None), None)
    if first is None:
        return ()
    kind = (first.tag, first.get("class", "").split()[:1])
    return [element for element in group if (element.tag, element.get("class", "").split()[:1]) == kind]


@cache
def _links() -> etree.XPath:
    return etree.XPath("//a[starts-with(@href, '#') and string-length(@href) > 1]")


def _move(name: Element, block: Element) -> None:
    head = etree.Element("h4")
    head.text = " ".join(elements.text(name, " ").split())
    block.addprevious(head)
    tail = name.tail
    for element in name.iter():
        element.text = element.tail = None
    name.tail = tail


def _text(element: Element) -> str:
    return "".join(elements.text(element).split())
