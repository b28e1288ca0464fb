"""Which of the files in a folder or list are taken."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property

from jdparse.loaders import SUFFIXES


@dataclass(frozen=True)
class Selection:
    """Shell patterns of what to take and what to leave out.

    A pattern without `/` is one of names, else of paths below the source. `*` stands for `/` too (`drafts/*` is all that
    is below `drafts`). Without patterns of what to take, a file of a folder is taken for its suffix.
    """

    include: Sequence[str] = ()
    exclude: Sequence[str] = ()

    def fits(self, path: str) -> bool:
        """Whether the patterns let the file at a path (below its source) through."""
        if not (self.include or self.exclude):
            return True
        return not self._excluded.matches(path) and (not self.include or self._included.matches(path))

    def reads(self, path: str) -> bool:
        """Whether a file that fits and was not named is of a kind that is read, or asked for by a pattern."""
        return bool(self.include) or path.lower().endswith(SUFFIXES)

    def enters(self, path: str) -> bool:
        """Whether the folder at a path (below its source) is looked into."""
        return not self._excluded.matches(path)

    @cached_property
    def _included(self) -> "_Patterns":
        return _Patterns(self.include)

    @cached_property
    def _excluded(self) -> "_Patterns":
        return _Patterns(self.exclude)


class _Patterns:
    def __init__(self, patterns: Sequence[str]) -> None:
        self._names = _compiled([pattern for pattern in patterns if "/" not in pattern])
        self._paths = _compiled([pattern.strip("/") for pattern in patterns if "/" in pattern])

    def matches(self, path: str) -> bool:
        """Whether a pattern fits the path or its last part."""
        if self._names and self._names.match(os.path.basename(path)):
            return True
        return bool(self._paths and self._paths.match(path.replace(os.sep, "/")))


def _compiled(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(translate, patterns))) if patterns else None


def is_hidden(name: str) -> bool:
    """Whether a file or folder is passed over for its name: a hidden one, and what Word keeps beside an open file."""
    return name.startswith((".", "~$"))
