"""Page furniture that a user's own patterns name: the table `[furniture]` of the configuration.

Such a pattern may backtrack without end. The standard library's `re` cannot be stopped then; `regex` can, and is
imported only where there are patterns.
"""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, get_args

from jdparse.clean.furniture import Removed
from jdparse.errors import UsageError
from jdparse.lines import Grid, GridCell, Line
from jdparse.patterns import deferred

if TYPE_CHECKING:
    import regex

SECONDS: Final = 0.1
"""How long one pattern may search one line. A sound one takes about 3 µs for a short line."""
LONGEST: Final = 1_000
"""Characters that a pattern may have: `regex` takes a time that grows with their square to prepare a long literal."""
MOST_REPEATS: Final = 100_000
"""The most that the counts in a pattern may multiply to: `regex` writes `a{1000}` out, nested ones too (10⁵: 80 MB)."""

_COUNT = deferred(r"\{(\d+)")

Patterns = Sequence[tuple[str, "regex.Pattern[str]"]]


def reasons() -> tuple[str, ...]:
    """The reasons that a pattern can be given for: those of the record."""
    from jdparse.records import Reason

    return get_args(Reason)


def compiled(furniture: Mapping[str, Sequence[str]]) -> Patterns:
    """The patterns, each with the reason that it is listed under, in their order.

    Raises UsageError for a reason that is none of the record's, and for a pattern that is no regular expression or too
    large a one.
    """
    for reason in furniture:
        if reason not in reasons():
            raise UsageError("no such reason for furniture: {reason}", reason=reason)
    return [(reason, compile(pattern)) for reason, patterns in furniture.items() for pattern in patterns]


def compile(pattern: str) -> "regex.Pattern[str]":  # noqa: A001 (the name that `re` and `regex` have for it)
    """One pattern. Raises UsageError as `compiled` does."""
    import regex

    repeats = math.prod(max(1, int(count)) for count in _COUNT.findall(pattern[:LONGEST]))
    try:
        if len(pattern) <= LONGEST and repeats <= MOST_REPEATS:
            return regex.compile(pattern)
    except (regex.error, RecursionError):
        pass
    raise UsageError("no regular expression, or too large a one: {pattern}", pattern=pattern)


def remove(blocks: Sequence[Line | Grid], patterns: Patterns) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the lines in which a pattern is found, in the cells of tables too, and those lines.

    The first pattern that is found gives the reason.
    Raises UsageError when a pattern takes longer than `SECONDS` (of CPU time) for a line.
    """
    if not patterns:
        return list(blocks), []
    kept: list[Line | Grid] = []
    removed: list[Removed] = []
    for block in blocks:
        if isinstance(block, Grid):
            cells: list[GridCell] = []
            for cell in block.cells:
                inner, dropped = remove(cell.lines, patterns)
                cells.append(cell._replace(lines=tuple(inner)) if dropped else cell)
                removed += dropped
            kept.append(block._replace(cells=tuple(cells)))
        elif reason := _reason(block.text.text, patterns):
            removed.append(Removed(reason, block.text))
        else:
            kept.append(block)
    return kept, removed


def _reason(text: str, patterns: Patterns) -> str | None:
    for reason, pattern in patterns:
        try:
            if pattern.search(text, timeout=SECONDS):
                return reason
        except TimeoutError:
            raise UsageError("the pattern {pattern} takes too long", pattern=pattern.pattern) from None
    return None
