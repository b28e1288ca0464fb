"""Blanks of other widths than the usual two: editors and pages set pairs apart with em spaces."""

from jdparse.patterns import deferred

_OTHERS = deferred("[\u2000-\u200a\u202f\u205f]")
# An em quad and an em space are as wide as a Chinese character.
_FOLDED = {**dict.fromkeys((*range(0x2000, 0x200B), 0x202F, 0x205F), " "), 0x2001: "\u3000", 0x2003: "\u3000"}


def fold(text: str) -> str:
    """The text, character by character, with the spaces of Unicode's block of punctuation (U+2000 to U+205F) as a blank or a wide one.

    Those without a width (U+200B) are no blanks: see `loaders.html.visible`, which drops them.
    """
    return text.translate(_FOLDED) if _OTHERS.search(text) is not None else text
