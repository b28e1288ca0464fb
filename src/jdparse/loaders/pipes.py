"""Tables drawn with pipes, as Markdown has them: a row of heads, a rule, and rows.

    | 指标 | 权重 |
    | --- | --- |
    | 回款率 | 40% |

As in GitHub Flavored Markdown ("Tables (extension)") the rule line follows the heads and has as many cells, the outer
pipes may be left out, `\\|` is no border, and a blank line ends the table. A line without a pipe ends it too, and cells
beyond the heads are kept: nothing may be lost.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from jdparse.document import Block, Cell, Paragraph, Table
from jdparse.patterns import deferred

_RULE = deferred(r"^[^\S\n]*+\|?+(?:[^\S\n]*+:?+-++:?+[^\S\n]*+(?:\||$))++[^\S\n]*+$", re.MULTILINE)
_BORDER = deferred(r"(?<!\\)(?:\\\\)*+\|")


def with_tables(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    """The paragraphs of a text, one a line, with those that form a table made one. Linear.

    Rows and columns count from 0, and the heads are row 0. The rule line belongs to the table's range and to no cell; a
    cell's paragraph is trimmed, and an empty cell has no blocks.
    """
    rules = {match.start() for match in _RULE.finditer(text) if "|" in match.group()}
    if not rules:
        return tuple(paragraphs)
    blocks: list[Block] = []
    index = 0
    while index < len(paragraphs):
        stop = _table_end(text, paragraphs, index, rules)
        if stop is None:
            blocks.append(paragraphs[index])
            index += 1
        else:
            blocks.append(_table(text, paragraphs[index:stop]))
            index = stop
    return tuple(blocks)


def within(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a document, as `with_tables` has each run of paragraphs among them: a page may show Markdown as it was written."""
    if _PLAIN_RULE not in text or "|" not in text:
        return tuple(blocks)
    out: list[Block] = []
    for are_paragraphs, run in groupby(blocks, lambda block: isinstance(block, Paragraph)):
        own = list(run)
        out += with_tables(text, [block for block in own if isinstance(block, Paragraph)]) if are_paragraphs else own
    return tuple(out)


_PLAIN_RULE = "--"


def _table_end(text: str, lines: Sequence[Paragraph], index: int, rules: set[int]) -> int | None:
    """Where the table that begins at a line ends; None where none begins."""
    if index + 1 >= len(lines):
        return None
    heads, rule = lines[index], lines[index + 1]
    if rule.gap or text.rfind("\n", heads.end, rule.start) + 1 not in rules or "|" not in text[heads.start : heads.end]:
        return None
    if len(_cells(text, heads)) != len(_cells(text, rule)):
        return None
    stop = index + 2
    while stop < len(lines) and not lines[stop].gap and "|" in text[lines[stop].start : lines[stop].end]:
        stop += 1
    return stop


def _table(text: str, lines: Sequence[Paragraph]) -> Table:
    cells: list[Cell] = []
    for row, line in enumerate([lines[0], *lines[2:]]):
        for column, (start, end) in enumerate(_cells(text, line)):
            blocks = (Paragraph(start, end, line.line),) if end > start else ()
            cells.append(Cell(row, column, blocks))
    return Table(lines[0].start, lines[-1].end, lines[0].line, tuple(cells))


def _cells(text: str, line: Paragraph) -> list[tuple[int, int]]:
    """The trimmed ranges between the borders of a line."""
    borders = [match.end() - 1 for match in _BORDER.finditer(text, line.start, line.end)]
    edges = [line.start - 1, *borders, line.end]
    if borders and borders[0] == line.start:
        del edges[0]
    if len(borders) > 1 and borders[-1] == line.end - 1:
        del edges[-1]
    ranges: list[tuple[int, int]] = []
    for left, right in pairwise(edges):
        part = text[left + 1 : right]
        start = left + 1 + len(part) - len(part.lstrip())
        ranges.append((start, max(start, left + 1 + len(part.rstrip()))))
    return ranges
