"""Counts the work of a call without a clock: calls made and characters that expressions look at.

The count is deterministic, so that a test can compare the work for a text with that for one twice as long.
"""

import re
import sys
from collections.abc import Callable, Iterator
from cProfile import Profile
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from jdparse.patterns import Deferred

# An expression looks at some 16 characters in the time of one call.
CHARACTERS_A_CALL = 16
RATIO = 2.6
"""The most that twice the text may cost."""
SLACK = 2_000
"""Calls that a step may cost which only longer texts take."""


class Work:
    """What expressions have looked at so far, in calls."""

    def __init__(self) -> None:
        self.characters = 0

    @property
    def total(self) -> int:
        return self.characters // CHARACTERS_A_CALL


class Counted:
    """A compiled expression that counts the characters it looks at.

    A search that fails has seen all of its range, one that succeeds has seen what is before the end of the match. What
    an expression does by going back cannot be seen here: `test_linear_time` lets a limit of CPU time catch that.
    """

    def __init__(self, pattern: re.Pattern[Any], work: Work) -> None:
        self._pattern = pattern
        self._work = work

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def _count(self, text: str, pos: int, endpos: tuple[int, ...], found: re.Match[str] | None) -> None:
        end = min(len(text), *endpos) if endpos else len(text)
        self._work.characters += max(0, (found.end() if found else end) - pos)

    def search(self, text: str, pos: int = 0, *endpos: int) -> re.Match[str] | None:
        found = self._pattern.search(text, pos, *endpos)
        self._count(text, pos, endpos, found)
        return found

    def match(self, text: str, pos: int = 0, *endpos: int) -> re.Match[str] | None:
        found = self._pattern.match(text, pos, *endpos)
        if found:
            self._count(text, pos, (), found)
        return found

    def fullmatch(self, text: str, pos: int = 0, *endpos: int) -> re.Match[str] | None:
        found = self._pattern.fullmatch(text, pos, *endpos)
        if found:
            self._count(text, pos, (), found)
        return found

    def finditer(self, text: str, pos: int = 0, *endpos: int) -> Iterator[re.Match[str]]:
        at = pos
        for found in self._pattern.finditer(text, pos, *endpos):
            self._work.characters += found.end() - at
            at = found.end()
            yield found
        self._count(text, at, endpos, None)

    def findall(self, text: str, pos: int = 0, *endpos: int) -> list[Any]:
        self._count(text, pos, endpos, None)
        return self._pattern.findall(text, pos, *endpos)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        self._count(text, 0, (), None)
        return self._pattern.split(text, maxsplit)

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        self._count(text, 0, (), None)
        return self._pattern.sub(repl, text, count)


def watch(monkeypatch: pytest.MonkeyPatch) -> Work:
    """Make the expressions of jdparse's modules count. Returns what they count into."""
    work = Work()
    made: dict[int, object] = {}

    def counted(value: object) -> object:
        if id(value) in made:
            return made[id(value)]
        new = value
        if isinstance(value, (re.Pattern, Deferred)) and isinstance(value.pattern, str):
            new = Counted(value.compiled if isinstance(value, Deferred) else value, work)
        elif isinstance(value, tuple):
            parts = tuple(map(counted, value))
            if any(a is not b for a, b in zip(parts, value, strict=True)):
                new = value._make(parts) if hasattr(value, "_make") else parts
        elif type(value) is dict and len(value) < 100:
            new = {key: counted(item) for key, item in value.items()}
        elif is_dataclass(value) and not isinstance(value, type):
            own = {field.name: getattr(value, field.name) for field in fields(value)}
            changed = {name: new for name, item in own.items() if (new := counted(item)) is not item}
            new = replace(value, **changed) if changed else value
        made[id(value)] = new
        keep.append(value)
        return new

    keep: list[object] = []  # an id is its object's only while that lives
    modules = [module for name, module in sys.modules.items() if name.startswith("jdparse.")]
    for module in modules:
        for name, value in list(vars(module).items()):
            if name.startswith("__"):
                continue
            if (
                callable(value)
                and hasattr(value, "cache_info")
                and getattr(value, "__module__", "").startswith("jdparse")
            ):
                if getattr(value, "__name__", "") == "lexicon":
                    made_lexicon = counted(value())
                    monkeypatch.setattr(module, name, lambda found=made_lexicon: found)
            elif (new := counted(value)) is not value:
                monkeypatch.setattr(module, name, new)
    return work


def count(work: Work, call: Callable[[], object]) -> int:
    """The work of a call."""
    profile = Profile(subcalls=False)
    before = work.total
    profile.runcall(call)
    return work.total - before + sum(entry.callcount for entry in profile.getstats())
