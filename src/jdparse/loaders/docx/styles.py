"""Styles: what a paragraph or a run takes over from the style that it names and from those that one is based on."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from jdparse.loaders.docx.markup import VAL, Element, W, integer, on
from jdparse.loaders.docx.style_elements import StyleElements
from jdparse.patterns import deferred

_BASED_ON = W + "basedOn"
_NAME = W + "name"
_PPR = W + "pPr"
_RPR = W + "rPr"
_NUM_PR = W + "numPr"
_NUM_ID = W + "numId"
_LEVEL = W + "ilvl"
_OUTLINE = W + "outlineLvl"
_PAGE_BREAK = W + "pageBreakBefore"
_BOLD = W + "b"
_VANISH = W + "vanish"

MAX_CHAIN = 100
"""Styles based on each other; Word stops at 11."""

# Built-in styles keep their English name in files of every language; WPS Office and some converters write the Chinese
# one.
_HEADING = deferred(r"(?:heading|标题|標題) ?([1-9])", re.IGNORECASE)
_CONTENTS = deferred(r"toc (?:[1-9]|heading)|(?:目录|目錄) ?[1-9]|contents? ?[1-9]", re.IGNORECASE)


class ParagraphStyle(NamedTuple):
    """What a paragraph style gives, with all that it inherits."""

    chain: tuple[str, ...] = ()
    """The style's id and those it is based on, nearest first."""
    heading: int = 0
    contents: bool = False
    """Whether it is a style of the table of contents."""
    num_id: str | None = None
    level: int | None = None
    page_break: bool = False
    bold: bool = False
    hidden: bool = False


class CharacterStyle(NamedTuple):
    bold: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles part. Styles are resolved when a paragraph first names them, and remembered."""

    elements: StyleElements | None
    """None when the package has no styles part."""
    default: str | None = None
    _paragraphs: dict[str | None, ParagraphStyle] = field(default_factory=lambda: {})
    _characters: dict[str, CharacterStyle] = field(default_factory=lambda: {})

    def paragraph(self, style: str | None) -> ParagraphStyle:
        """The style that a paragraph names, the default one when it names none or one that does not exist."""
        found = self._paragraphs.get(style)
        if found is None:
            is_known = style is not None and self.elements is not None and self.elements.get(style) is not None
            known = style if is_known else self.default
            found = self._paragraphs[style] = _paragraph_style(self.elements, known)
        return found

    def character(self, style: str) -> CharacterStyle:
        """The character style that a run names; one that says nothing when it does not exist."""
        found = self._characters.get(style)
        if found is None:
            found = self._characters[style] = CharacterStyle(
                _toggle(self.elements, style, _BOLD), _toggle(self.elements, style, _VANISH)
            )
        return found

    def list_of(self, style: str) -> str | None:
        """The numId that a numbering style leads to."""
        element = self.elements.get(style) if self.elements is not None else None
        num_pr = element.find(f"{_PPR}/{_NUM_PR}/{_NUM_ID}") if element is not None else None
        return None if num_pr is None else num_pr.get(VAL)


def read_styles(elements: StyleElements | None) -> Styles:
    """The styles of a styles part; none when the package has no such part."""
    return Styles(elements, None if elements is None else elements.default)


def _chain(elements: StyleElements | None, style: str | None) -> Iterator[tuple[str, Element]]:
    """A style and those that it is based on; stops where a broken file bases one on itself."""
    seen: set[str] = set()
    while elements is not None and style is not None and style not in seen and len(seen) < MAX_CHAIN:
        element = elements.get(style)
        if element is None:
            return
        yield style, element
        seen.add(style)
        base = next(element.iterchildren(_BASED_ON), None)
        style = None if base is None else base.get(VAL)


def _toggle(elements: StyleElements | None, style: str | None, tag: str) -> bool:
    """An on/off property: the nearest style of the chain that names it decides."""
    for _, element in _chain(elements, style):
        found = element.find(f"{_RPR}/{tag}")
        if found is not None:
            return on(found)
    return False


def _paragraph_style(elements: StyleElements | None, style: str | None) -> ParagraphStyle:
    """A style with what it inherits: for each property the nearest style of the chain that has it decides."""
    found = _Inherited()
    chain: list[str] = []
    contents = False
    for name, element in _chain(elements, style):
        chain.append(name)
        shown = _shown_name(element)
        contents = contents or _CONTENTS.fullmatch(shown) is not None
        for holder in element.iterchildren(_PPR, _RPR):
            for child in holder:
                setter = _SETTERS.get(child.tag)
                if setter is not None:
                    setter(found, child)
        if found.heading is None and (match := _HEADING.fullmatch(shown)):
            found.heading = int(match[1])
    return ParagraphStyle(
        chain=tuple(chain),
        heading=found.heading or 0,
        contents=contents,
        num_id=found.num_id,
        level=found.level,
        page_break=found.page_break or False,
        bold=found.bold or False,
        hidden=found.hidden or False,
    )


@dataclass(slots=True)
class _Inherited:
    """The properties of a chain of styles in the making; None where no style so far has one."""

    heading: int | None = None
    num_id: str | None = None
    level: int | None = None
    page_break: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None


def _set_heading(found: _Inherited, element: Element) -> None:
    if found.heading is None:
        found.heading = (integer(element.get(VAL), 9) + 1) % 10


def _set_page_break(found: _Inherited, element: Element) -> None:
    if found.page_break is None:
        found.page_break = on(element)


def _set_bold(found: _Inherited, element: Element) -> None:
    if found.bold is None:
        found.bold = on(element)


def _set_hidden(found: _Inherited, element: Element) -> None:
    if found.hidden is None:
        found.hidden = on(element)


def _set_numbering(found: _Inherited, element: Element) -> None:
    """The list and the level are inherited apart from each other."""
    for child in element:
        if child.tag == _NUM_ID and found.num_id is None:
            found.num_id = child.get(VAL)
        elif child.tag == _LEVEL and found.level is None:
            found.level = integer(child.get(VAL), 0)


_SETTERS: Mapping[str, Callable[[_Inherited, Element], None]] = {
    _OUTLINE: _set_heading,
    _PAGE_BREAK: _set_page_break,
    _BOLD: _set_bold,
    _VANISH: _set_hidden,
    _NUM_PR: _set_numbering,
}


def _shown_name(element: Element) -> str:
    name = next(element.iterchildren(_NAME), None)
    return "" if name is None else " ".join((name.get(VAL) or "").split())
