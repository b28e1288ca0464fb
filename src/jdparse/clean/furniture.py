"""Page furniture: navigation, download prompts, copyright, related links and the like, each removed with its reason.

Outside the body (before the first heading or label, after the last content) a lexicon decides, `data/furniture.toml`. Inside it
only strict patterns that match a whole line. A line that nobody recognises is kept: a stage behind reports it.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jdparse.lines import Grid, Line
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

# Preview sites print a whole job on one line that begins with a copyright notice: long lines are never dropped.
LONGEST = 160


class Removed(NamedTuple):
    """A removed line. `reason` is one of those that `records.Removed` has."""

    reason: str
    text: Tracked


def in_order(removed: Iterable[Removed]) -> list[Removed]:
    """Removed lines in the order of the source."""
    return sorted(removed, key=_place)


def _place(removed: Removed) -> tuple[int, int]:
    pieces = removed.text.pieces
    return pieces[0].source_start, pieces[-1].source_end


class Lexicon(NamedTuple):
    """The compiled patterns, reasons as group names."""

    around: re.Pattern[str]
    inside: re.Pattern[str]
    blocks: re.Pattern[str]

    def reason(self, text: str) -> str | None:
        """Why a line outside the body is furniture, or None."""
        if len(text) > LONGEST:
            return None
        found = self.inside.fullmatch(text) or self.blocks.search(text) or self.around.search(text)
        return _group(found) if found else None

    def block(self, text: str) -> str | None:
        """The reason of the block that a line heads, or None."""
        found = self.blocks.search(text) if len(text) <= LONGEST else None
        return _group(found) if found else None


def _group(found: re.Match[str]) -> str:
    return (found.lastgroup or "").rstrip("_")


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with jdparse."""
    table = tomllib.loads(Path(__file__).parent.with_name("data").joinpath("furniture.toml").read_text("utf-8"))
    return Lexicon(*(_compiled(table, kind) for kind in ("around", "inside", "blocks")))


def _compiled(table: dict[str, dict[str, str]], kind: str) -> re.Pattern[str]:
    parts: list[str] = []
    for reason, patterns in table.items():
        found = [p for p in patterns.get(kind, "").splitlines() if p and not p.startswith("# ")]
        if found:
            parts.append(f"(?P<{reason}>" + "|".join(f"(?:{p})" for p in found) + ")")
    return re.compile("|".join(parts))


def closing(blocks: Sequence[Line | Grid], is_content: Callable[[str], bool]) -> int:
    """Where a page's closing matter begins: the first line of furniture behind the last line that is surely content.

    The number of blocks when there is none. `is_content` tells of a line whether it is surely the document's own.
    """
    lex = lexicon()
    end = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, Grid):
            break
        if lex.reason(block.text.text) is not None:
            end = index
        elif is_content(block.text.text):
            break
    return end


# What a line that is furniture inside a body must contain; spares the patterns on nearly all lines.
_INSIDE_LENGTH = 80
_RULE = deferred(r"([-=_*~#—─━═·.+<>^☆★※◆■□▁▂﹏])\1{3,}|(?:[-=_*~—─━═·.☆★※◆■□] ?){5,}")


def inside(blocks: Sequence[Line | Grid]) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the lines that are furniture wherever they stand: page numbers, `[图片]`, 展开全文."""
    match = lexicon().inside.fullmatch
    kept: list[Line | Grid] = []
    removed: list[Removed] = []
    for block in blocks:
        if isinstance(block, Line) and _RULE.fullmatch(block.text.text):
            continue  # a drawn line: a separator
        if isinstance(block, Line) and len(block.text.text) <= _INSIDE_LENGTH and (found := match(block.text.text)):
            removed.append(Removed(_group(found), block.text))
        else:
            kept.append(block)
    return kept, removed
