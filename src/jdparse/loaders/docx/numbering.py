"""The numbers that Word counts for paragraphs and that stand nowhere in their text.

A paragraph names a list (`w:num`) and a level; the list leads to an abstract list, which holds the levels' formats.
Counters belong to the abstract list: two lists on the same one continue each other unless one overrides the start
(ECMA-376 part 1, 17.9).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from jdparse.loaders.docx.formats import format_number
from jdparse.loaders.docx.markup import MC, VAL, Element, W, integer, on
from jdparse.loaders.docx.styles import ParagraphStyle, Styles
from jdparse.loaders.docx.symbols import BULLET, readable, sign
from jdparse.patterns import deferred

LEVELS = 9

_ABSTRACT_ID = W + "abstractNumId"
_LEVEL_INDEX = W + "ilvl"
_PLACEHOLDER = deferred("%([1-9])")
_CUSTOM = deferred(r"(0*)1, ")
_SUFFIXES = {"tab": "\t", "space": " ", "nothing": ""}
_MAX_LABEL = 200
"""Characters of a label; the longest that Word's dialogue takes is far shorter."""


class Marker(NamedTuple):
    """A number as Word shows it, and what stands between it and the text: a tab, a blank or nothing."""

    text: str
    suffix: str


class Level(NamedTuple):
    """One level of a list."""

    start: int = 0
    format: str = "decimal"
    text: str = ""
    suffix: str = "\t"
    restart: int | None = None
    """The 1-based level after which it restarts; 0 for never, None for after any higher one."""
    legal: bool = False
    """Whether all its numbers are shown as decimals."""


@dataclass(frozen=True)
class List:
    """A `w:num`: an abstract list with this list's overrides applied. Levels are read when they are first used."""

    abstract: str
    elements: Mapping[int, Element]
    starts: Mapping[int, int]
    """Levels that start anew where this list is first used, with their first number."""
    _levels: dict[int, Level] = field(default_factory=lambda: {})

    def level(self, index: int) -> Level:
        """One of the levels in `elements`."""
        found = self._levels.get(index)
        if found is None:
            found = _level(self.elements[index])
            if index in self.starts:
                found = found._replace(start=self.starts[index])
            self._levels[index] = found
        return found

    @cached_property
    def linked(self) -> Mapping[str, int]:
        """Levels by the paragraph style that is linked to them."""
        found: dict[str, int] = {}
        for index, element in self.elements.items():
            for style in element.iterchildren(W + "pStyle"):
                found.setdefault(style.get(VAL) or "", index)
        return found


@dataclass(frozen=True)
class Numbering:
    """The numbering part; lists are resolved when a paragraph first names them, and remembered."""

    read: Callable[[], Element | None]
    """Gives the root of the part; called once a paragraph names a list."""
    styles: Styles
    _lists: dict[str, List | None] = field(default_factory=lambda: {})

    @cached_property
    def _root(self) -> Element | None:
        return self.read()

    @cached_property
    def _nums(self) -> Mapping[str, Element]:
        return self._by_id("num", "numId")

    @cached_property
    def _abstracts(self) -> Mapping[str, Element]:
        return self._by_id("abstractNum", "abstractNumId")

    def _by_id(self, tag: str, key: str) -> Mapping[str, Element]:
        if self._root is None:
            return {}
        return {element.get(W + key) or "": element for element in self._root.iterchildren(W + tag)}

    def list(self, num_id: str) -> List | None:
        """The list with that numId; None when the part has none, or none with levels."""
        if num_id not in self._lists:
            self._lists[num_id] = self._resolve(num_id)
        return self._lists[num_id]

    def _resolve(self, num_id: str) -> List | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        abstract_id = self._abstract_of(num)
        element = self._abstracts.get(abstract_id)
        if element is None:
            return None
        levels = {integer(level.get(_LEVEL_INDEX), 0): level for level in element.iterchildren(W + "lvl")}
        starts: dict[int, int] = {}
        for override in num.iterchildren(W + "lvlOverride"):
            index = integer(override.get(_LEVEL_INDEX), 0)
            for child in override:
                if child.tag == W + "lvl":
                    levels[index] = child
                elif child.tag == W + "startOverride":
                    starts[index] = max(0, integer(child.get(VAL), 0))
        return List(abstract_id, {index: levels[index] for index in levels if 0 <= index < LEVELS}, starts)

    def _abstract_of(self, num: Element) -> str:
        """The abstract list of a list; one that only links to a numbering style is followed to that style's list."""
        abstract_id = ""
        seen: set[str] = set()
        while True:
            reference = num.find(_ABSTRACT_ID)
            abstract_id = "" if reference is None else reference.get(VAL) or ""
            element = self._abstracts.get(abstract_id)
            link = None if element is None else element.find(W + "numStyleLink")
            if link is None or abstract_id in seen:
                return abstract_id
            seen.add(abstract_id)
            style = link.get(VAL) or ""
            following = self._nums.get(self.styles.list_of(style) or "")
            if following is None:
                return self._styled.get(style, abstract_id)
            num = following

    @cached_property
    def _styled(self) -> Mapping[str, str]:
        """The abstract lists that define numbering styles, by the style."""
        return {
            link.get(VAL) or "": abstract_id
            for abstract_id, element in self._abstracts.items()
            for link in element.iterchildren(W + "styleLink")
        }


@dataclass(slots=True)
class Counters:
    """The state of all lists at a place of the text."""

    values: dict[str, list[int | None]] = field(default_factory=lambda: {})
    begun: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])


def reference(
    direct_num_id: str | None, direct_level: int | None, style: ParagraphStyle, numbering: Numbering
) -> tuple[str, List, int] | None:
    """The numId, list and level of a paragraph, from its own numPr and its style; None when it is not numbered.

    numId and level are inherited apart. A list that comes from a style is used at the level that is linked to the
    style; a level that comes with another list says nothing.
    """
    num_id = direct_num_id if direct_num_id is not None else style.num_id
    if num_id is None or num_id == "0":
        return None
    found = numbering.list(num_id)
    if found is None:
        return None
    level = direct_level
    if level is None and num_id == style.num_id:
        level = _linked_level(found.linked, style)
    level = level or 0
    return (num_id, found, level) if level in found.elements else None


def _linked_level(linked: Mapping[str, int], style: ParagraphStyle) -> int | None:
    """The level that is linked to a style; else the one that the style names, or that is linked to a style it is
    based on.
    """
    if style.chain and style.chain[0] in linked:
        return linked[style.chain[0]]
    if style.level is not None:
        return style.level
    return next((linked[name] for name in style.chain if name in linked), None)


def count(counters: Counters, num_id: str, found: List, index: int) -> Marker | None:
    """Counts one paragraph and gives its marker; None when the level shows nothing.

    A level that was passed over counts as begun: a first paragraph on the second level is 1.1, and the next on the
    first is 2.
    """
    values = counters.values.setdefault(found.abstract, [None] * LEVELS)
    level = found.level(index)
    for upper in range(index):
        if values[upper] is None and upper in found.elements:
            values[upper] = found.level(upper).start
    value = values[index]
    if index in found.starts and (num_id, index) not in counters.begun:
        value = None
        counters.begun.add((num_id, index))
    values[index] = level.start if value is None else value + 1
    for lower in range(index + 1, LEVELS):
        if values[lower] is not None:
            restart = found.level(lower).restart if lower in found.elements else None
            if restart is None or index < restart:
                values[lower] = None
    return _marker(level, found, values)


def _marker(level: Level, levels: List, values: list[int | None]) -> Marker | None:
    def shown(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        if place not in levels.elements:
            return ""
        other = levels.level(place)
        value = values[place]
        number = other.start if value is None else value
        name = "decimal" if level.legal and other.format not in ("none", "bullet") else other.format
        return "" if name == "bullet" else format_number(number, name)

    text = _PLACEHOLDER.sub(shown, level.text)[:_MAX_LABEL]
    return Marker(text, level.suffix) if text.strip() else None


def _level(element: Element) -> Level:
    children = {child.tag: child for child in element}

    def value(name: str) -> str | None:
        child = children.get(W + name)
        return None if child is None else child.get(VAL)

    restart = value("lvlRestart")
    legal = children.get(W + "isLgl")
    name = _format(element)
    shown = value("lvlText") or ""
    properties = children.get(W + "rPr")
    hidden = None if properties is None else next(properties.iterchildren(W + "vanish"), None)
    if hidden is not None and on(hidden):
        shown = ""
    elif name == "bullet":
        shown = _bullet(element, shown)
    else:
        shown = readable(shown, "")
    return Level(
        start=max(0, integer(value("start"), 0)),
        format=name,
        text=shown,
        suffix=_SUFFIXES.get(value("suff") or "tab", "\t"),
        restart=None if restart is None else integer(restart, 0),
        legal=legal is not None and on(legal),
    )


def _format(element: Element) -> str:
    """The level's numFmt; a custom one (`001, 002, 003, ...`) stands in alternate content beside its fallback."""
    direct = element.find(W + "numFmt")
    if direct is not None:
        return direct.get(VAL) or "decimal"
    custom = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if custom is not None and (padded := _CUSTOM.match(custom.get(W + "format") or "")):
        if len(padded[1]) == 1:
            return "decimalZero"
        return f"pad{len(padded[1]) + 1}"
    fallback = element.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    return "decimal" if fallback is None else fallback.get(VAL) or "decimal"


def _bullet(element: Element, text: str) -> str:
    """The bullet in readable characters; a picture is a plain bullet."""
    if not text.strip():
        return BULLET if element.find(W + "lvlPicBulletId") is not None else ""
    fonts = element.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""
    if text == "o":  # Word's second-level bullet: the letter in Courier New
        return "○"
    return "".join(sign(font, ord(character)) for character in text)
