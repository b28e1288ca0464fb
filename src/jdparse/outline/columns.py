"""Lines of tab-separated cells that make a table: a header and rows with as many cells."""

from collections.abc import Sequence

from jdparse.lines import Grid, GridCell, Line
from jdparse.vocabulary import Vocabulary

# Two columns are label and value; a table has more.
FEWEST = 3


def tables(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with runs of such lines made grids.

    A run begins at a line of short cells without a label beside a value; two rows below it must have as many cells.
    """
    out: list[Line | Grid] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        count = _cells(block)
        end = index + 1
        if count >= FEWEST and isinstance(block, Line) and _is_header(block, vocabulary):
            while end < len(blocks) and _cells(blocks[end]) == count:
                end += 1
        if end - index >= 3:
            out.append(_grid([b for b in blocks[index:end] if isinstance(b, Line)]))
            index = end
        else:
            out.append(block)
            index += 1
    return out


def _cells(block: Line | Grid) -> int:
    return block.text.text.count("\t") + 1 if isinstance(block, Line) else 0


def _is_header(line: Line, vocabulary: Vocabulary) -> bool:
    cells = [cell.strip() for cell in line.text.text.split("\t")]
    if any(not cell or len(cell) > 10 or any(c.isdigit() or c in "：:，。；" for c in cell) for cell in cells):
        return False
    known = [vocabulary.find(cell) is not None for cell in cells]
    # label⇥value⇥label⇥value: known, unknown, known, unknown
    return all(known) or not any(known[::2]) or (known == [True] + [False] * (len(known) - 1) and len(known) % 2 == 1)


def _grid(lines: Sequence[Line]) -> Grid:
    cells: list[GridCell] = []
    for row, line in enumerate(lines):
        start = 0
        for column, text in enumerate(line.text.text.split("\t")):
            cell = line.text[start : start + len(text)].strip()
            start += len(text) + 1
            cells.append(GridCell(row, column, 1, 1, (Line(cell, line.line),) if cell else ()))
    return Grid(lines[0].line, tuple(cells))
