"""Tabs: a row of names of which one is chosen, and as many blocks of which that one's is shown.

Pages divide a job into them (职位描述, 任职要求, 公司介绍) or show a job in each. A tab names its block by an id, as in the tabs pattern of
the ARIA Authoring Practices Guide and in Bootstrap, or by its place. To a reader the name heads the block, and so it is moved there.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import cast

from lxml import etree

from jdparse.loaders.html import elements, hiding, unfolding
from jdparse.loaders.html.elements import Element, is_element
from jdparse.loaders.html.items import Region
from jdparse.patterns import deferred
from jdparse.vocabulary import builtin

_NAMED = deferred(r"(?<![a-z])tabs?(?![a-z])|Tabs?(?![a-z])|tab(?:list|bar|nav|menu|title|hd|head|box|con)")
_MOST = 40
"""Elements with such a name that are looked at."""
_MOST_TABS = 12
_LONGEST = 20
_DEEPEST = 3
"""Elements around a row that hold nothing else."""
_BEGINNING = 200
_REFERENCES = ("aria-controls", "data-target", "data-bs-target", "href")
_CHOSEN = deferred(
    r"(?<![a-z])(?:active|on|cur|current|selected|show|in|fade|first|last|hide|hidden|none)(?![a-z])|[\s\d_-]"
)


def are_named(regions: Iterable[Region]) -> bool:
    """Whether one of a page's regions is a row of tabs by its names."""
    return any(
        ("tab" in region.names or "Tab" in region.names) and _NAMED.search(region.names) is not None
        for region in regions
    )


def unfold(root: Element) -> frozenset[Element]:
    """Moves the names of tabs in a tree to the head of what they show; gives the blocks of jobs and of their sections, hidden or not."""
    shown: set[Element] = set()
    targets: dict[str, Element] | None = None
    for strip in cast("list[Element]", _strips()(root))[:_MOST]:
        tabs = _tabs(strip)
        if not tabs:
            continue
        if targets is None:
            targets = _targets(root)
        panels = [_panel(tab, targets) for tab in tabs]
        if not any(panel is not None for panel in panels):
            panels = list(_beside(strip, len(tabs)))
        pairs = [(tab, panel) for tab, panel in zip(tabs, panels, strict=False) if panel is not None]
        jobs = [(tab, panel) for tab, panel in pairs if panel not in shown and _shows_job(tab, panel)]
        if len(jobs) * 2 < len(pairs):
            continue
        jobs += [(tab, panel) for tab, panel in pairs if panel not in shown and _names_fact(tab) and _text(panel)]
        for tab, panel in jobs:
            if panel in shown:
                continue
            shown.add(panel)
            name = " ".join(elements.text(tab, " ").split())
            if _text(tab) not in "".join(elements.text(panel, "\n")[:_BEGINNING].split()):
                _move(tab, name, panel)
    return frozenset(shown)


def _shows_job(tab: Element, panel: Element) -> bool:
    """Whether a block is a section of a job by its tab's name, or a job by its text."""
    return bool(_text(panel)) and (
        unfolding.is_section(_text(tab)) or hiding.folded_job(panel) is not None or _heads_sections(panel)
    )


def _heads_sections(panel: Element) -> bool:
    """Whether the headings in a block are those of a job, in whatever words: 你每天要做的, 希望你是."""
    fields = {builtin().find(_text(heading)) for heading in cast("list[Element]", _headings()(panel))[:_MOST]}
    return "duties" in fields and "requirements.general" in fields


@cache
def _headings() -> etree.XPath:
    return etree.XPath(".//h2 | .//h3 | .//h4 | .//h5 | .//h6 | .//dt")


def _names_fact(tab: Element) -> bool:
    """Whether a tab beside those of sections is a label of the job too, with a value in its block: 工作地点."""
    return builtin().find(_text(tab)) is not None


@cache
def _strips() -> etree.XPath:
    return etree.XPath(
        "//*[@role='tablist' or ((contains(@class, 'tab') or contains(@class, 'Tab')) and not(contains(@class, 'table')))]"
    )


def _tabs(strip: Element) -> list[Element]:
    """The names in a row, the children of it or of what alone it holds; [] where it is none."""
    children = _children(strip)
    for _ in range(_DEEPEST):
        if len(children) != 1:
            break
        children = _children(children[0])
    if not 2 <= len(children) <= _MOST_TABS or any(len(child) > _DEEPEST for child in children):
        return []
    if any(map(_leads_elsewhere, children)):
        return []
    return children if all(len(_text(child)) <= _LONGEST for child in children) else []


def _leads_elsewhere(tab: Element) -> bool:
    """Whether what looks like a tab is a link to another page."""
    links = (tab, *tab.iter("a")) if tab.tag == "a" else tab.iter("a")
    return any(_PAGE.match(link.get("href", "")) for link in links if link.get("data-toggle") is None)


_PAGE = deferred(r"/\w|https?:|[\w./-]+\.(?:s?html?|php|aspx?|jsp)\b")


def _targets(root: Element) -> dict[str, Element]:
    """The elements of a page by their id, and those that a tab labels by the tab's id."""
    found = {element.get("id", ""): element for element in root.iterfind(".//*[@id]")}
    labelled = {element.get("aria-labelledby", ""): element for element in root.iterfind(".//*[@aria-labelledby]")}
    return {**{f"#{name}": element for name, element in found.items()}, **labelled}


def _panel(tab: Element, targets: dict[str, Element]) -> Element | None:
    """The element that a tab, or the link or button in it, says that it shows."""
    for element in tab.iter():
        for name in _REFERENCES:
            if (reference := element.get(name)) and (found := targets.get(f"#{reference.lstrip('#')}")) is not None:
                return found
        if (own := element.get("id")) and own in targets:
            return targets[own]
    return None


def _beside(strip: Element, width: int) -> Iterator[Element]:
    """The blocks of a row of tabs without ids: as many elements of one kind behind it, or in what stands there."""
    for _ in range(_DEEPEST):
        following = list(islice(filter(is_element, strip.itersiblings()), width))
        if following:
            break
        parent = strip.getparent()
        if parent is None:
            return
        strip = parent
    else:
        return
    for _ in range(_DEEPEST):
        if len(following) >= width and len({(panel.tag, _kind(panel)) for panel in following}) == 1:
            yield from following
            return
        following = _children(following[0]) if following else []
        if len(following) > width:
            return


def _kind(panel: Element) -> str:
    """The classes of a block without what says which of several is chosen."""
    return _CHOSEN.sub("", panel.get("class", "").lower())


def _move(tab: Element, name: str, panel: Element) -> None:
    head = etree.Element("h4")
    head.text = name
    panel.addprevious(head)
    tail, tab.tail = tab.tail, None
    for element in list(tab.iter()):
        element.text = element.tail = None
    tab.tail = tail


def _children(element: Element) -> list[Element]:
    """The first elements in one, without those that have no text."""
    return [child for child in islice(filter(is_element, element), _MOST_TABS + _DEEPEST) if _text(child)]


def _text(element: Element) -> str:
    return "".join(elements.text(element).split())
