"""The furniture patterns as data: what `jdparse.clean.furniture` reads in place of `data/furniture.toml`.

Most lines hold no word of any pattern. So each pattern stands here with *words* of which its matches hold at least one,
as the syntax tree of the expression has them: a line is tried against the patterns only of which it has a word.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from jdparse.loaders.characters import COMMON, FREQUENT

KINDS = ("inside", "blocks", "around")
_MOST = 32
"""Texts that a part of an expression may stand for to be written out."""

# The parser of `re` has no public name; what it gives is stable since Python 3.7 but for possessive and atomic parts.
_parser: Any = import_module("re._parser")

Texts = frozenset[str]


def text(source: Path) -> str:
    """The contents of `data/furniture.json`: the patterns as `[kind, reason, expression]`, in the order in which they decide.

    Beside them `words`: by its rarest character each word, with the numbers of the patterns that need it or another; and
    `always`: the numbers of those without any.
    """
    table = tomllib.loads(source.read_text("utf-8"))
    patterns = [
        [kind, reason, pattern]
        for kind in KINDS
        for reason, of in table.items()
        for pattern in of.get(kind, "").splitlines()
        if pattern and not pattern.startswith("# ")
    ]
    words: dict[str, dict[str, list[int]]] = {}
    always: list[int] = []
    for number, (_, _, pattern) in enumerate(patterns):
        needed = needs(pattern)
        if not needed:
            always.append(number)
        for word in sorted(needed):
            words.setdefault(max(word, key=_rarity), {}).setdefault(word, []).append(number)
    by_character = {character: list(found.items()) for character, found in sorted(words.items())}
    data = {"patterns": patterns, "words": by_character, "always": always}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _rarity(character: str) -> int:
    return 0 if character in FREQUENT or character.isascii() else 1 if character in COMMON else 2


def needs(pattern: str) -> Texts:
    """Texts of which each match of an expression holds at least one; none where there are no such texts."""
    tree = _parser.parse(pattern)
    if tree.state.flags & re.IGNORECASE:
        return frozenset()
    found = _needed(tree) or frozenset()
    return frozenset(text for text in found if not any(other != text and other in text for other in found))


def _needed(parts: Iterable[tuple[Any, Any]]) -> Texts | None:
    """The best texts of which one stands in whatever a sequence matches."""
    found: list[Texts] = []
    run: Texts = frozenset([""])
    for part in parts:
        exact = _exact(part)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = _joined(run, exact)
        else:
            found.append(run)
            run = exact if exact is not None else frozenset([""])
        if (inner := _inner(part)) is not None:
            found.append(inner)
    found = [texts for texts in (*found, run) if all(texts)]
    # two characters are telling; then the fewer the better, and the longer
    return max(found, key=lambda texts: (min(map(len, texts)) > 1, -len(texts), min(map(len, texts))), default=None)


def _joined(first: Texts, second: Texts) -> Texts:
    return frozenset(a + b for a in first for b in second)


def _inner(part: tuple[Any, Any]) -> Texts | None:
    """The texts that a part needs by what is inside it."""
    name, value = str(part[0]), part[1]
    if name == "BRANCH":
        branches = [_needed(branch) for branch in value[1]]
        return frozenset[str]().union(*filter(None, branches)) if all(branches) else None
    if name == "SUBPATTERN":
        _group, added, _removed, inner = value
        return None if added else _needed(inner)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _most, inner = value
        return _needed(inner) if least else None
    if name == "ASSERT":
        return _needed(value[1])
    return _needed(value) if name == "ATOMIC_GROUP" else None


def _exact(part: tuple[Any, Any]) -> Texts | None:
    """All texts that a part may match; None where they are many."""
    name, value = str(part[0]), part[1]
    texts: Texts | None = None
    if name == "LITERAL":
        texts = frozenset([chr(value)])
    elif name in ("AT", "ASSERT", "ASSERT_NOT"):
        texts = frozenset([""])  # they match a place
    elif name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        texts = frozenset(chr(character) for _, character in value)
    elif name == "BRANCH":
        texts = _any([_sequence(branch) for branch in value[1]])
    elif name == "SUBPATTERN" and not value[1]:
        texts = _sequence(value[3])
    elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[1] == 1:
        texts = _sequence(value[2])
        texts = texts if value[0] or texts is None else texts | {""}
    return texts if texts is not None and len(texts) <= _MOST else None


def _sequence(parts: Sequence[tuple[Any, Any]]) -> Texts | None:
    texts: Texts = frozenset([""])
    for part in parts:
        exact = _exact(part)
        if exact is None or len(texts) * len(exact) > _MOST:
            return None
        texts = _joined(texts, exact)
    return texts


def _any(branches: Sequence[Texts | None]) -> Texts | None:
    found = [texts for texts in branches if texts is not None]
    return frozenset[str]().union(*found) if len(found) == len(branches) else None
