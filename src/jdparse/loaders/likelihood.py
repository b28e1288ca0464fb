"""How likely a text is as a Chinese job description: the measure by which readings of the same bytes are compared.

The measure is a log probability under a model that draws characters one by one: a class of characters has a share of
the text, and its members share it evenly. Readings of the same bytes can then be compared by their sums even where they
have different numbers of characters, and what both readings have (ASCII) cancels out. Weights are tenths of a natural
logarithm, as integers, so that a sum does not depend on its order.
"""

import unicodedata
from collections import Counter
from functools import cache

from jdparse.loaders.characters import COMMON, FREQUENT, PUNCTUATION, WORDS
from jdparse.patterns import deferred

DAMAGE = "\udcff"
"""What a reading has in place of bytes that it cannot have: a lone surrogate, which no encoding can give."""

LETTER = -60
"""The weight of an ASCII letter, below a frequent character: `一` in UTF-16 is `N` with its bytes swapped."""

# Shares are of what is not ASCII, as measured over 29 job descriptions (27,498 characters), rounded.
_FREQUENT = -56  # half over 268 characters
_PUNCTUATION = -62
_COMMON = -83  # a third over 1,201
_PRIMARY = -110  # a fifteenth over the 5,000 of the two standards' first levels
_RARE = -150  # a hundredth over 15,000
_FOREIGN = -140  # kana, Greek, Cyrillic, symbols
_IMPOSSIBLE = -220  # controls, private use, unassigned, damage

_WORD = 45
"""What a known word of two characters is worth: it is some 90 times as likely as its characters drawn one by one."""

_WORD_RANGE = 160
"""How many characters are searched for words: a longer text is settled by its characters, and words cost time."""


_ASCII = deferred("[\0-\x7f]+")


def likelihood(text: str) -> int:
    """The log probability of a text, in tenths of a natural logarithm. Linear in its length."""
    known = _weights().get  # no weight is 0
    total = sum([count * (known(character) or _other(character)) for character, count in Counter(text).items()])
    head = text[:_WORD_RANGE]
    words = _words()
    beginnings = {head[i : i + 2] for i in range(len(head) - 1)} & words.keys()
    return total + _WORD * sum(head.count(word) for beginning in beginnings for word in words[beginning])


def weight(character: str) -> int:
    """The log probability of one character, in tenths of a natural logarithm."""
    known = _weights().get(character)
    return _other(character) if known is None else known


def is_plausible(text: str) -> bool:
    """Whether a text of at least 20 characters beyond ASCII has as many common ones as Chinese prose must have.

    Text of another language in a legacy encoding reads as rare characters throughout: the mean weight is then below
    -110 (Cyrillic, Japanese), while 29 job descriptions measured -79 to -67. Shorter texts are let pass.
    """
    beyond = _ASCII.sub("", text)
    return len(beyond) < 20 or likelihood(beyond) >= -105 * len(beyond)


def is_common(text: str) -> bool:
    """Whether all characters of a text beyond ASCII are common ones."""
    table = _weights()
    return all(table.get(character, _IMPOSSIBLE) >= _COMMON for character in text)


@cache
def _weights() -> dict[str, int]:
    """The weight of each character that is not rare. Characters of the first levels are listed by their codes."""
    table: dict[str, int] = {}
    gb = bytes(byte for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for byte in (lead, trail))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big5 = bytes(byte for lead in range(0xA4, 0xC7) for trail in trails for byte in (lead, trail))
    primary = gb.decode("gb2312", "ignore") + big5.decode("cp950", "ignore")
    for characters, weight in (
        (map(chr, range(0x20, 0x7F)), LETTER),
        ("0123456789", LETTER + 10),
        ("\t\n\r ", LETTER + 20),
        ((c for c in primary if "\u4e00" <= c <= "\u9fff"), _PRIMARY),
        (
            map(chr, range(0x2500, 0x2580)),
            _COMMON,
        ),  # the lines of forms that are drawn of characters, many of few kinds
        (COMMON, _COMMON),
        (PUNCTUATION, _PUNCTUATION),
        (FREQUENT, _FREQUENT),
    ):
        table.update(dict.fromkeys(characters, weight))
    return table


@cache
def _words() -> dict[str, list[str]]:
    """The known words by their first two characters."""
    words: dict[str, list[str]] = {}
    for word in WORDS.split():
        words.setdefault(word[:2], []).append(word)
    return words


def _other(character: str) -> int:
    """The weight of a character that is not in the table."""
    category = unicodedata.category(character)
    if category == "Lo":
        return _RARE if "\u3400" <= character <= "\u9fff" or character >= "\U00020000" else _FOREIGN
    if category[0] == "C" and category != "Cf":
        return _IMPOSSIBLE
    return _FOREIGN
