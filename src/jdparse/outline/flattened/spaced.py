"""Forms and tables that a dump wrote one row a line, with a blank between cells: `教育水平 大专以上`, `采购员 询价、比价`.

A blank alone sets nothing apart, so such a line counts only where others show that it is one of these: in a form those with which
it begins, in a table its head and the rows beside it.
"""

from collections.abc import Sequence
from itertools import pairwise

from jdparse.lines import Grid, Line
from jdparse.numbering import read as read_enumerator
from jdparse.outline import labels
from jdparse.outline.forms.header import are_kind_and_said
from jdparse.outline.forms.jobs import are_names_and_texts
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

FEWEST = 3
"""So many lines begin with what a form asks for first: the job's name, its department, its superior."""
_SHORTEST = 3
_LONGEST_ROW = 40
_MOST_COLUMNS = 5
_FEWEST_ROWS = 2
_LONGEST_NAME = 8
_LONGEST_CELL = 16
_SIGNS = "：:，。；;、|｜"


def cut(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks, the label at the head of such a row set apart: that of a value by a tab, that of a text on a line of its own."""
    blocks = _with_tables(blocks, vocabulary)
    if sum(isinstance(block, Line) and _is_row(block.text.text, vocabulary) for block in blocks) < FEWEST:
        return blocks
    out: list[Line | Grid] = []
    for block in blocks:
        end = _label_end(block.text.text, vocabulary) if isinstance(block, Line) else 0
        if isinstance(block, Line) and end:
            label, value = block.text.part(0, end), block.text.part(end, len(block.text)).strip()
            if labels.is_scalar(vocabulary.labels.get(label.text, "")):
                out.append(block._replace(text=_joined((label, value))))
            else:
                out.append(block._replace(text=label))
                out.append(block._replace(text=value, gap=0, marker=None))
        else:
            out.append(block)
    return out


def _joined(cells: Sequence[Tracked]) -> Tracked:
    """The cells of a row with tabs between them."""
    parts = [cells[0]]
    for before, cell in pairwise(cells):
        parts += (Tracked("\t", before.end, cell.start), cell)
    return Tracked.join(parts)


def _with_tables(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks with tabs between the cells of such tables."""
    out: list[Line | Grid] = []
    index = 0
    while index < len(blocks):
        rows = _table(blocks, index, vocabulary)
        for row in rows:
            width = len(rows[0].text.text.split(" "))
            out.append(row._replace(text=_joined(_cells(row.text, width))))
        if not rows:
            out.append(blocks[index])
        index += max(len(rows), 1)
    return out


def _table(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> list[Line]:
    """The lines of a table whose head is at a place; [] where there is none."""
    head = blocks[index]
    if not isinstance(head, Line) or not _may_be_head(names := head.text.text.split(" "), vocabulary):
        return []
    counted = vocabulary.column(names[0]) == "column.number"
    rows = [head]
    for block in blocks[index + 1 :]:
        if not isinstance(block, Line) or not _may_be_row(block.text.text, len(names), len(rows) if counted else 0):
            break
        rows.append(block)
    return rows if len(rows) > _FEWEST_ROWS else []


def _may_be_head(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words name the columns of a table: of jobs and what each does, of what rows are of and what they say of it."""
    if not 2 <= len(names) <= _MOST_COLUMNS or not all(1 < len(name) <= _LONGEST_NAME and not name.isascii() for name in names):
        return False
    fields = [vocabulary.column(name) for name in names]
    if fields[0] == "column.number":
        fields, names = fields[1:], names[1:]
    if len(names) == 2:
        return are_names_and_texts(fields) or are_kind_and_said(*names)
    return len(names) > 2 and "title" in fields and all(field is not None for field in fields)


def _may_be_row(text: str, width: int, number: int) -> bool:
    """Whether a line is a row of such a table: short cells, and a text in the last. `number` is that with which it begins; 0 for none."""
    cells = text.split(" ", width - 1)
    if len(cells) < width or (number and cells[0] != str(number)):
        return False
    return all(0 < len(cell) <= _LONGEST_CELL and not _ends(cell) for cell in cells[:-1]) and len(cells[-1]) > 1


def _ends(cell: str) -> bool:
    return any(sign in cell for sign in _SIGNS[:-1]) or cell[-1].isdigit() and len(cell) > 2


def _cells(text: Tracked, width: int) -> list[Tracked]:
    cells: list[Tracked] = []
    at = 0
    for _ in range(width - 1):
        end = text.text.index(" ", at)
        cells.append(text.part(at, end))
        at = end + 1
    return [*cells, text.part(at, len(text))]


def _is_row(text: str, vocabulary: Vocabulary) -> bool:
    label, _, value = text.partition(" ")
    if not _SHORTEST <= len(label) < len(text) <= _LONGEST_ROW or not value or value[0].isspace():
        return False
    field = vocabulary.labels.get(label)
    return field is not None and labels.is_identity(field) and not any(sign in text for sign in _SIGNS)


def _label_end(text: str, vocabulary: Vocabulary) -> int:
    """Where the label at the head of a row ends whose value nothing else would tell; 0 for any other line."""
    label, _, value = text.partition(" ")
    if not value or value[0] in "|｜" or not 2 <= len(label) <= _LONGEST_ROW or labels.pairs(text, vocabulary):
        return 0
    number = read_enumerator(label + " x")
    if number is not None and number.family.endswith("N") and number.end >= len(label):
        return len(label)  # 职责一 职责表述：…
    field = vocabulary.labels.get(label)
    return len(label) if field is not None and not field.startswith("column.") else 0
