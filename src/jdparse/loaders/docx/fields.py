"""Fields: page numbers, links, form fields. Word shows their result and not the instruction that made it."""

import re
from dataclasses import dataclass, field

from jdparse.loaders.docx.markup import VAL, Element, W, integer, on
from jdparse.loaders.docx.symbols import TICKED, UNTICKED, symbol
from jdparse.patterns import deferred

_CHECK_BOX = W + "checkBox"
_DROP_DOWN = W + "ddList"
# A character inside a circle or a box, which Word offers as 带圈字符; 字 in `eq \o\ac(○,字)` is the inner one.
_ENCLOSED = deferred(r"\s*eq\s*\\o\s*\\ac\s*\(\s*(.)\s*[,;，；]\s*(.+?)\s*\)\s*", re.IGNORECASE)
_SYMBOL = deferred(r'\s*symbol\s+(0x[0-9a-f]{1,6}|[0-9]{1,6})\b(?:.*?\\f\s+"?([^"\\]+)"?)?.*', re.IGNORECASE)
_BOXES = "□☐◻口"
_TICKS = "√✓✔×✕✗xXvV"
_CONTENTS = deferred(r"\s*toc\b", re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """A complex field that is open at the place where the walk stands."""

    form: Element | None
    """The `w:ffData` of a form field."""
    instruction: list[str] = field(default_factory=lambda: [])
    in_result: bool = False
    result: tuple[list[str], int] | None = None
    """Where its result begins: the pieces of the line and an index into them."""

    @property
    def is_contents(self) -> bool:
        """Whether it makes the table of contents."""
        return _CONTENTS.match("".join(self.instruction)) is not None


def has_result(closed: Field, pieces: list[str]) -> bool:
    """Whether a field that ends in the line with these pieces shows a text; one that began in another line does."""
    if closed.result is None:
        return False
    begun, index = closed.result
    return begun is not pieces or any(piece.strip() for piece in pieces[index:])


def computed(closed: Field) -> str:
    """What Word draws for a field that has no result text: check boxes, drop-down lists, enclosed characters."""
    if closed.form is not None:
        box = closed.form.find(_CHECK_BOX)
        if box is not None:
            return _check_box(box)
        choices = closed.form.find(_DROP_DOWN)
        if choices is not None:
            return _drop_down(choices)
    instruction = "".join(closed.instruction)
    if match := _ENCLOSED.fullmatch(instruction):
        return _enclosed(match[1], match[2])
    if match := _SYMBOL.fullmatch(instruction):
        return symbol((match[2] or "").strip(), int(match[1], 16 if match[1][:2].lower() == "0x" else 10))
    return ""


def _check_box(box: Element) -> str:
    """The state is `w:checked`, or `w:default` when the box was never touched."""
    state = box.find(W + "checked")
    if state is None:
        state = box.find(W + "default")
    return TICKED if state is not None and on(state) else UNTICKED


def _drop_down(choices: Element) -> str:
    chosen = choices.find(W + "result")
    if chosen is None:
        chosen = choices.find(W + "default")
    index = 0 if chosen is None else integer(chosen.get(VAL), 0)
    entries = [entry.get(VAL) or "" for entry in choices.iterchildren(W + "listEntry")]
    return entries[index] if 0 <= index < len(entries) else ""


def _enclosed(outer: str, inner: str) -> str:
    if outer in _BOXES:
        return TICKED if inner in _TICKS else inner
    if outer in "○〇◯" and inner.isdecimal() and 1 <= int(inner) <= 20:
        return chr(ord("①") + int(inner) - 1)
    return inner
