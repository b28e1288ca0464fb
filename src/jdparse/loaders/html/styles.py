"""The few properties of style sheets that decide what a page's text is: what is shown, where lines break, what is counted.

Only style elements of the page itself are at hand. Of the selectors those of tags, classes and ids with descendant and child
combinators are read (Selectors Level 4); rules in `@media` count as if they applied, pseudo-classes match nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from jdparse.loaders.html.elements import Element
from jdparse.patterns import deferred

_MAX_TEXT = 1 << 19
_MAX_RULES = 500
"""Rules of interest; more are ignored, which bounds the work on a hostile page."""
_MAX_KEYED = 24
"""Rules for one class, tag or id."""

_PROPERTIES = ("display", "visibility", "white-space", "counter", "list-style", "font-size")
# What a rule of interest holds, as minified and as indented sheets write it: one of the properties, and a value.
_SIGNS = (
    "display:none",
    "display: none",
    "display :none",
    "display:table-row",
    "display: table-row",
    "visibility:hidden",
    "visibility: hidden",
    "white-space:pre",
    "white-space: pre",
    "counter",
    "list-style:none",
    "list-style: none",
    "list-style-type",
    "font-size:0",
    "font-size: 0",
)
_COMMENT = deferred(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = deferred(r"([a-z-]+)\s*:\s*((?:\"[^\"]*\"|'[^']*'|[^;\"'])*)", re.IGNORECASE)
_COMPOUND = deferred(r"^([\w-]+|\*)?((?:[.#][\w-]+)*)$")
_KEPT = frozenset(
    "display visibility white-space counter-reset counter-increment content list-style list-style-type left top bottom "
    "font-size width height text-indent".split()
)

_LINKING = frozenset(("a", "li", "span", "p", "dd", "dt", "div"))

Declarations = Mapping[str, str]
NOTHING: Declarations = {}


class _Compound(NamedTuple):
    """One step of a selector: all that it names must hold."""

    tag: str | None
    classes: frozenset[str]
    identity: str | None
    child: bool
    """Whether it must be the parent of the step after it, and not any ancestor."""


class _Rule(NamedTuple):
    steps: tuple[_Compound, ...]
    """From the element itself outwards."""
    declarations: Declarations


@dataclass(slots=True)
class Sheet:
    """The rules of interest, by the class, id or tag of the element that they are for."""

    keyed: dict[str, list[_Rule]] = field(default_factory=lambda: {})
    """`.class`, `#id` or `tag` → rules for elements."""
    before: dict[str, list[_Rule]] = field(default_factory=lambda: {})
    """The same for what stands before an element's content."""

    def of(self, element: Element, attributes: Mapping[str, str]) -> Declarations:
        """What the sheet says of an element; rules for its id win over those for a class, and those over one for its tag."""
        return _found(self.keyed, element, attributes) if self.keyed else NOTHING

    def says(self, name: str, value: str) -> bool:
        """Whether a rule sets a property to a value."""
        return any(rule.declarations.get(name) == value for rules in self.keyed.values() for rule in rules)

    def leaves_links(self) -> bool:
        """Whether no rule is for all elements of a kind that links stand in."""
        return _LINKING.isdisjoint(self.keyed) and _LINKING.isdisjoint(self.before)

    def leaves(self, names: str) -> bool:
        """Whether no rule is for the classes."""
        return not any("." + name in self.keyed or "." + name in self.before for name in names.split())

    def content(self, element: Element, attributes: Mapping[str, str]) -> str | None:
        """The `content` of the element's `::before`."""
        return _found(self.before, element, attributes).get("content") if self.before else None


def read(text: str) -> Sheet:
    """The rules of interest of some style sheets. Linear."""
    sheet = Sheet()
    text = text[:_MAX_TEXT]
    count = 0
    for selectors, body in _rules(text):
        declarations = declared(body)
        if not declarations:
            continue
        for selector in selectors.split(","):
            count += 1
            if count > _MAX_RULES:
                return sheet
            _add(sheet, selector.strip(), declarations)
    return sheet


def declared(body: str) -> Declarations:
    """The declarations of interest of a rule or a `style` attribute, in lower case but for `content`."""
    found: dict[str, str] = {}
    for match in _DECLARATION.finditer(body):
        name = match[1].lower()
        if name in _KEPT:
            value = match[2].strip().removesuffix("!important").strip()
            found[name] = value if name == "content" else value.lower()
    return found


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Selector and body of the rules with a sign of interest, in order."""
    done = 0
    for place in sorted(place for name in _PROPERTIES for place in _places(text, name)):
        if place < done:
            continue
        opening = text.rfind("{", done, place + 1)
        if opening < 0:
            done = place
            continue
        closing = text.find("}", place)
        closing = len(text) if closing < 0 else closing
        begin = max(done, *(text.rfind(sign, done, opening) + 1 for sign in "{};"))
        done = closing + 1
        selectors = _COMMENT.sub("", text[begin:opening]).strip()
        if selectors and not selectors.startswith("@"):
            yield selectors, text[opening + 1 : closing]


def _places(text: str, name: str) -> Iterator[int]:
    """Where signs of interest begin that are of a property."""
    place = text.find(name)
    while place >= 0:
        if text.startswith(_SIGNS, place):
            yield place
        place = text.find(name, place + len(name))


def _add(sheet: Sheet, selector: str, declarations: Declarations) -> None:
    bare = re.sub(r"::?before$", "", selector)
    steps = _steps(bare)
    if not steps:
        return
    step = steps[0]
    rules = sheet.keyed if bare == selector else sheet.before
    for key in (
        [f"#{step.identity}"] if step.identity else sorted(f".{name}" for name in step.classes)[:1] or [step.tag or ""]
    ):
        listed = rules.setdefault(key, [])
        if len(listed) < _MAX_KEYED:
            listed.append(_Rule(steps, declarations))


def _steps(selector: str) -> tuple[_Compound, ...]:
    """A selector's steps from the right, () for one that is not understood."""
    steps: list[_Compound] = []
    child = False
    for part in reversed(selector.replace(">", " > ").split()):
        if part == ">":
            child = True
            continue
        match = _COMPOUND.match(part)
        if match is None or (match[1] is None and not match[2]):
            return ()
        names = re.findall(r"[.#][\w-]+", match[2])
        tag = match[1].lower() if match[1] and match[1] != "*" else None
        identity = next((name[1:] for name in names if name[0] == "#"), None)
        steps.append(_Compound(tag, frozenset(name[1:] for name in names if name[0] == "."), identity, child))
        child = False
    return tuple(steps) if steps and (steps[0].tag or steps[0].classes or steps[0].identity) else ()


def _found(rules: Mapping[str, Sequence[_Rule]], element: Element, attributes: Mapping[str, str]) -> Declarations:
    found: Declarations = NOTHING
    keys = [element.tag]
    if "class" in attributes:
        keys += ["." + name for name in attributes["class"].split()]
    if "id" in attributes:
        keys.append("#" + attributes["id"])
    for key in keys:
        for rule in rules.get(key, ()):
            if _matches(rule.steps, element):
                found = {**found, **rule.declarations}
    return found


def _matches(steps: Sequence[_Compound], element: Element) -> bool:
    if not _holds(steps[0], element):
        return False
    place = element.getparent()
    for step in steps[1:]:
        while place is not None and not _holds(step, place):
            place = None if step.child else place.getparent()
        if place is None:
            return False
        place = place.getparent()
    return True


def _holds(step: _Compound, element: Element) -> bool:
    if step.tag is not None and element.tag != step.tag:
        return False
    if step.identity is not None and element.get("id") != step.identity:
        return False
    return not step.classes or step.classes.issubset((element.get("class") or "").split())
