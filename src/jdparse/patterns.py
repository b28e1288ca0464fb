"""Regular expressions that are compiled when a text first needs them.

A parse of one file uses half of the expressions that its modules hold. Compiling the others was a third of the work of
compiling them all.
"""

import re
from functools import cache, cached_property
from typing import Any, AnyStr, cast


def _own(member: str) -> "cached_property[Any]":
    """A member of the compiled expression, found once: a `__getattr__` would make every later look at it twice as dear."""
    return cached_property(lambda self: getattr(self.compiled, member))


class Deferred:
    """Stands in the place of a compiled expression. From its first use on its methods are the expression's own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> "re.Pattern[str] | re.Pattern[bytes]":
        """The expression. Raises re.error for one that is none: a test compiles all of them."""
        return re.compile(self.pattern, self.flags)

    search = _own("search")
    match = _own("match")
    fullmatch = _own("fullmatch")
    finditer = _own("finditer")
    findall = _own("findall")
    split = _own("split")
    sub = _own("sub")
    subn = _own("subn")
    groups = _own("groups")
    groupindex = _own("groupindex")


def deferred(source: AnyStr, flags: int = 0) -> "re.Pattern[AnyStr]":
    """An expression as of `re.compile`, compiled when it is first used."""
    return cast("re.Pattern[AnyStr]", Deferred(source, flags))


@cache
def compiled(source: str) -> "re.Pattern[str]":
    """An expression put together from parts when a text needs it, compiled once."""
    return re.compile(source)
