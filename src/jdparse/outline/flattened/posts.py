"""A table with a job in each row, written one cell a line: `岗位名称` `人数` `学历` over `护士` `3` `大专及以上` over `会计` …

That the names of the columns stand one below the other, and then the name of a job where a row begins, gives it away.
"""

from collections.abc import Sequence

from jdparse.lines import Grid, GridCell, Line
from jdparse.numbering import read as read_enumerator
from jdparse.outline.flattened import even
from jdparse.outline.forms.jobs import are_names_and_texts
from jdparse.outline.titles import may_name_job, names_job
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

FEWEST = 2
"""Rows: one below labels without values may be a form whose values are its first lines."""
_LONGEST_HEAD = 10
_MOST = 20
"""Columns looked for: a look at every line of a document must cost the same."""
_LONGEST_NAME = 20
_NO_NAME = deferred(r"[，。；：！？,;:!?]|^\d+$")


def table(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> tuple[Grid, int] | None:
    """The table whose header begins at `index`, and where it ends; None when none does."""
    header = names(blocks, index, vocabulary)
    if not header:
        return None
    rows = _rows(blocks, index, header, vocabulary)
    if len(rows) < FEWEST:
        header = _with_unknown(blocks, index, header)
        rows = _rows(blocks, index, header, vocabulary)
        if len(rows) <= FEWEST:
            return None
    end = index + len(header) + sum(len(cell) for row in rows for cell in row)
    cells = [[[line] for line in header], *rows]
    return Grid(
        header[0].line,
        tuple(
            GridCell(number, column, 1, 1, tuple(lines))
            for number, row in enumerate(cells)
            for column, lines in enumerate(row)
        ),
    ), end


def _with_unknown(blocks: Sequence[Line | Grid], index: int, header: list[Line]) -> list[Line]:
    """The names of columns with one more that nobody knows: 适用企业 behind 岗位名称 | 核心职责."""
    unknown = blocks[index + len(header)] if index + len(header) < len(blocks) else None
    if not isinstance(unknown, Line) or len(unknown.text) > _LONGEST_UNKNOWN or names_job(unknown.text.text):
        return header
    return [*header, unknown]


_LONGEST_UNKNOWN = 12


def _rows(
    blocks: Sequence[Line | Grid], index: int, header: Sequence[Line], vocabulary: Vocabulary
) -> list[list[even.Cell]]:
    fields = [vocabulary.column(line.text.text) for line in header]
    rows: list[list[even.Cell]] = []
    end = index + len(header)
    while (row := _row(blocks, end, fields, len(rows) + 1, vocabulary)) is not None:
        rows.append(row)
        end += sum(map(len, row))
    return rows


def names(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> list[Line]:
    """The lines from `index` on that name the columns of such a table; [] where they do not."""
    header = _labels(blocks, index, vocabulary)
    fields = [vocabulary.column(line.text.text) for line in header]
    numbered = fields[:1] == ["column.number"]
    if "title" not in fields[numbered : numbered + 1] or len(set(fields)) < len(fields):
        return []
    return header if len(fields) >= 3 + numbered or are_names_and_texts(fields[numbered:]) else []


def _labels(blocks: Sequence[Line | Grid], index: int, vocabulary: Vocabulary) -> list[Line]:
    header: list[Line] = []
    for block in blocks[index : index + _MOST]:
        if (
            not isinstance(block, Line)
            or len(block.text) > _LONGEST_HEAD
            or _NO_NAME.search(block.text.text)
            or vocabulary.column(block.text.text) is None
        ):
            break
        header.append(block)
    return header


def _row(
    blocks: Sequence[Line | Grid], start: int, fields: Sequence[str | None], count: int, vocabulary: Vocabulary
) -> list[even.Cell] | None:
    """The cells of the row at `start`, a line each or a numbered list; None where no whole row stands there."""
    cells: list[even.Cell] = []
    index = start
    while index < len(blocks):
        block = blocks[index]
        if not isinstance(block, Line):
            break
        if cells and even.goes_on(cells[-1], block.text.text) and fields[len(cells) - 1] != "column.number":
            cells[-1].append(block)
        elif len(cells) == len(fields) or not _may_stand(block.text.text, fields, len(cells), count, vocabulary):
            break
        else:
            cells.append([block])
        index += 1
    return cells if len(cells) == len(fields) else None


def _may_stand(text: str, fields: Sequence[str | None], column: int, count: int, vocabulary: Vocabulary) -> bool:
    """Whether a line may be the first of a cell in a column, in the row of that number."""
    field = fields[column]
    if field == "column.number":
        number = read_enumerator(text)
        return text == str(count) or (number is not None and number.ordinal == count and number.end >= len(text))
    if field == "headcount":
        return even.is_number(text) or text == "若干"
    if text[-1] in "：:" or (count <= FEWEST and vocabulary.heading(text) is not None):
        return False
    if field != "title":
        return True
    # a number in its place says as much as the name's word, and so do the rows above
    certain = not _COUNTS.isdisjoint(fields) or names_job(text) or (count > FEWEST and may_name_job(text))
    return certain and len(text) <= _LONGEST_NAME and not _NO_NAME.search(text)


_COUNTS = frozenset(("column.number", "headcount"))
