"""Comments that switch rules off: `# jdparse: ignore JD502` in YAML, `<!-- jdparse: ignore JD502 -->` in Markdown and text.

A comment at the end of a line holds for that line; one that has the line to itself holds for the next line that is no
comment. `ignore-file` holds for the whole file. Selectors are those of `--ignore`, separated by commas or blanks.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jdparse.check.found import Found
from jdparse.diagnostics import matching
from jdparse.patterns import deferred

_COMMENT = deferred(r"(?:#|<!--)[ \t]*jdparse:[ \t]*(ignore(?:-file)?)[ \t:]+([A-Za-z0-9,\- \t]+)")
_IN_TEXT = deferred(rb"<!--[ \t]*jdparse:[ \t]*ignore[^\r\n]{0,400}?-->")


@dataclass(frozen=True, slots=True)
class Suppressions:
    """The diagnostics that are switched off: in the whole file, and by line."""

    everywhere: frozenset[str]
    by_line: dict[int, frozenset[str]]

    def keep(self, found: Iterable[Found]) -> Iterator[Found]:
        """The findings that are not switched off."""
        for finding in found:
            line = finding.place.line if finding.place else 0
            if finding.name not in self.everywhere and finding.name not in self.by_line.get(line, ()):
                yield finding


def of(text: str) -> Suppressions:
    """The suppressions in the text of a file."""
    everywhere: frozenset[str] = frozenset()
    by_line: dict[int, frozenset[str]] = {}
    if "jdparse:" not in text:
        return Suppressions(everywhere, by_line)
    waiting: frozenset[str] = frozenset()
    for number, line in enumerate(text.split("\n"), start=1):
        comment = _COMMENT.search(line)
        alone = comment is not None and not line[: comment.start()].strip()
        if comment is not None:
            names = frozenset(name for selector in re.split(r"[\s,]+", comment[2]) for name in matching(selector))
            if comment[1] == "ignore-file":
                everywhere |= names
            elif alone:
                waiting |= names
            else:
                by_line[number] = by_line.get(number, frozenset()) | names
        if not alone and waiting:
            by_line[number] = by_line.get(number, frozenset()) | waiting
            waiting = frozenset()
    return Suppressions(everywhere, by_line)


def blanked(data: bytes) -> bytes:
    """The bytes of a text with such comments made blanks of the same length, so that none gets into a record."""
    if b"jdparse:" not in data:
        return data
    return _IN_TEXT.sub(lambda comment: b" " * len(comment.group()), data)
