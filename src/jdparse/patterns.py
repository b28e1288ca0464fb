"""Regular expressions that are compiled when a text first needs them.

A parse of one file uses half of the expressions that its modules hold. Compiling the others was a third of the work of
compiling them all.
"""

import re
from functools import cache
from typing import AnyStr, cast


class Deferred:
    """Stands in the place of a compiled expression. From its first use on its methods are the expression's own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = self.compiled()
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def compiled(self) -> "re.Pattern[str] | re.Pattern[bytes]":
        """The expression. Raises re.error for one that is none: a test compiles all of them."""
        return re.compile(self.pattern, self.flags)


def deferred(source: AnyStr, flags: int = 0) -> "re.Pattern[AnyStr]":
    """An expression as of `re.compile`, compiled when it is first used."""
    return cast("re.Pattern[AnyStr]", Deferred(source, flags))


@cache
def compiled(source: str) -> "re.Pattern[str]":
    """An expression put together from parts when a text needs it, compiled once."""
    return re.compile(source)
