"""Rows of a flattened table that have no numbers: what shows them is that the lines come out even.

A numbered list counts as one cell, a blank line as an empty one. A header may be read in several ways, where a short
cell of the first row looks like one more column's name: `agreement` tells how well the cells agree with one reading.
"""

from collections.abc import Sequence

from jdparse.lines import Grid, Line
from jdparse.numbering import Enumerator
from jdparse.numbering import read as read_enumerator
from jdparse.outline import titles
from jdparse.outline.forms.header import SIDES
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

Cell = list[Line]
"""A cell's lines; [] for an empty cell."""

LONGEST_CELL = 40
"""No cell of such a table, other than a numbered list, has more characters on a line: a longer one is a paragraph."""
FEWEST = 2
"""One row proves nothing."""

_NUMBER = deferred(r"[<>＜＞≤≥±]?\d[\d.,]*+[%％分次天人元件]?(?:以上|以下|以内)?$")


def rows(
    blocks: Sequence[Line | Grid], index: int, columns: int, spaced: bool, paired: bool, vocabulary: Vocabulary
) -> tuple[list[list[Cell]], int] | None:
    """The rows from `index` to the next heading, and where they end; None when the lines do not come out even.

    `spaced` says that a blank line stands behind every line, so that it is no empty cell. Rows of two cells must have a
    numbered list in the second, or be `paired` texts by their header: else labels and their values would do as well.
    """
    cells: list[Cell] = []
    while index < len(blocks):
        block = blocks[index]
        if not isinstance(block, Line):
            break
        gap = 0 if spaced or not cells else block.gap
        left = -len(cells) % columns
        if cells and cells[-1] and goes_on(cells[-1], block.text.text):
            cells[-1].append(block)
            index += 1
            continue
        if _ends(block.text.text, vocabulary, not left) and not (
            left and _is_of_a_contact(block.text.text, vocabulary)
        ):
            cells += [[] for _ in range(left if gap >= left else 0)]
            break
        if gap and gap >= left:
            cells += [[] for _ in range(left)]
            break
        cells += [[] for _ in range(gap)]
        cells.append([block])
        index += 1
    if len(cells) < FEWEST * columns or len(cells) % columns:
        return None
    found = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    if columns == 2 and not all(
        _kind(name) == "text" and (_kind(tasks) == "list" or (paired and _kind(tasks) == "text"))
        for name, tasks in found
    ):
        return None
    return None if any(map(_goes_on_elsewhere, found, [None, *found])) else (found, index)


def _goes_on_elsewhere(row: Sequence[Cell], above: Sequence[Cell] | None) -> bool:
    """Whether a cell begins with a number that does not follow the one above it: （一）and （二）of one list in two columns."""
    for place, cell in enumerate(row):
        enumerator = _listed(cell)
        if enumerator is None or enumerator.ordinal <= 1:
            continue
        before = _listed(above[place]) if above is not None else None
        if above is not None and (
            before is None or before.base != enumerator.base or before.ordinal + 1 != enumerator.ordinal
        ):
            return True
    return False


def _listed(cell: Cell) -> Enumerator | None:
    """The number that a cell with a text begins with."""
    enumerator = read_enumerator(cell[0].text.text) if cell else None
    return enumerator if enumerator is not None and not enumerator.weak else None


def _ends(text: str, vocabulary: Vocabulary, whole: bool) -> bool:
    """Whether a line is no cell of the table: a heading, behind `whole` rows a numbered one or a title too, or a paragraph."""
    if text[-1] in "：:" or vocabulary.heading(text) is not None:
        return True
    if whole and titles.read(text, vocabulary) is not None:
        return True
    enumerator = read_enumerator(text)
    if enumerator is None:
        return len(text) > LONGEST_CELL
    return whole and vocabulary.heading(text[enumerator.end :]) is not None


def _is_of_a_contact(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a label is as often a cell of a table of contacts: 内部, 电话."""
    return text in SIDES or vocabulary.find(text) == "application.contacts"


def goes_on(cell: Sequence[Line], text: str) -> bool:
    """Whether a line is the next item of the numbered list in a cell."""
    before, now = read_enumerator(cell[-1].text.text), read_enumerator(text)
    return before is not None and now is not None and before.base == now.base and now.ordinal == before.ordinal + 1


def agreement(found: Sequence[Sequence[Cell]]) -> int:
    """How many columns have numbers or lists in every row, less those that have them in some rows only."""
    kinds = [{_kind(cell) for cell in column} - {""} for column in zip(*found, strict=True)]
    return sum((1 if len(kind) == 1 else -1) for kind in kinds if kind - {"text"})


def _kind(cell: Cell) -> str:
    if not cell:
        return ""
    text = cell[0].text.text
    enumerator = read_enumerator(text)
    if enumerator is not None and not enumerator.weak and enumerator.end < len(text):
        return "list"
    return "number" if is_number(text) else "text"


def is_number(text: str) -> bool:
    """Whether a cell is a number: 30%, ≥98%, 3次以内."""
    return _NUMBER.match(text) is not None
