"""Forms and tables that a dump wrote one row a line, with a blank between cells: `教育水平 大专以上`, `采购员 询价、比价`.

A blank alone sets nothing apart, so such a line counts only where others show that it is one of these: in a form those with which
it begins, in a table its head and the rows beside it.
"""

from collections.abc import Sequence
from itertools import islice, pairwise

from jdparse.lines import Grid, Line
from jdparse.numbering import read as read_enumerator
from jdparse.outline import labels
from jdparse.outline.forms.header import are_kind_and_said
from jdparse.outline.forms.jobs import are_names_and_texts
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

FEWEST = 3
"""So many lines begin with what a form asks for first: the job's name, its department, its superior."""
_MANY = 6
_SOME = 4
_SHORTEST = 3
_LONGEST_ROW = 40
_MOST_COLUMNS = 5
_FEWEST_ROWS = 2
_LONGEST_NAME = 8
_LONGEST_CELL = 16
_SIGNS = "：:|｜"


def cut(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks, the labels at the head of such rows set apart: that of a value by a tab, that of a text on a line of its own."""
    blocks = _with_tables(blocks, vocabulary)
    all_are = _are_rows([block for block in blocks if isinstance(block, Line) and block.marker is None], vocabulary)
    rows = range(len(blocks)) if all_are else _run_rows(blocks, vocabulary)
    if not rows:
        return blocks
    out: list[Line | Grid] = []
    for index, block in enumerate(blocks):
        if (
            index in rows
            and isinstance(block, Line)
            and block.marker is None
            and " " in block.text.text[:_LONGEST_LABEL]
        ):
            out += _row(block, vocabulary)
        else:
            out.append(block)
    return out


def _row(line: Line, vocabulary: Vocabulary) -> list[Line]:
    """The lines that a row is: each label of a text or a section, and what stands behind it."""
    out: list[Line] = []
    rest = line.text
    while (end := _label_end(rest.text, vocabulary)) > 0:
        label, value = rest.part(0, end), rest.part(end, len(rest)).strip()
        if labels.is_scalar(vocabulary.find(label.text) or ""):
            rest = _joined([label, *_pairs(value, vocabulary)])
            break
        out.append(line._replace(text=label))
        rest = value
    return [*out, line._replace(text=rest, gap=0 if out else line.gap)]


def _pairs(value: Tracked, vocabulary: Vocabulary) -> list[Tracked]:
    """The cells behind the first label of a row of values: one, or several with labels among them."""
    text = value.text
    if len(text) > _LONGEST_VALUES:
        return [value]
    cells: list[Tracked] = []
    low = 0
    for start in (0, *(blank.end() for blank in _BLANK.finditer(text))):
        end = start + _label_end(text[start:], vocabulary, alone=start > 0) if start >= low else start
        if start < end and labels.is_scalar(vocabulary.find(text[start:end]) or ""):
            cells += (value.part(low, start).strip(), value.part(start, end))
            low = min(end + 1, len(text))
    return [*cells, value.part(low, len(text)).strip()]


def _label_end(text: str, vocabulary: Vocabulary, alone: bool = False) -> int:
    """Where the label ends with which a row begins, before a blank, or `alone` at the end of the row; 0 for a row without one."""
    if not alone and (
        _SPACED.fullmatch(text) is not None
        or (vocabulary.find(text) is not None and not _VALUED.search(text))
        or any(
            pair.set_off == "colon" and pair.field is not None
            for pair in labels.pairs(text[:_LONGEST_VALUES], vocabulary)
        )
    ):
        return 0
    if alone and len(text) <= _LONGEST_LABEL and _is_label(text, vocabulary):
        return len(text)
    ends = [found.start() for found in islice(_BLANK.finditer(text, 0, _LONGEST_LABEL), _MOST_WORDS)]
    return next((end for end in reversed(ends) if _is_label(text[:end], vocabulary)), 0)


def _is_label(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a label: in one word, in words of one character each, or with its name in English."""
    if (len(text) < 2 and text not in vocabulary.labels) or (
        _PARTED.search(text) is not None and not _LETTERS.fullmatch(text)
    ):
        return False
    number = read_enumerator(text + " x")
    if number is not None and number.family.endswith("N") and number.end >= len(text):
        return True  # 职责一 职责表述：…
    field = vocabulary.find(text) if _VALUED.search(text) is None else None
    return field is not None and not field.startswith("column.")


_BLANK = deferred(r" ")
_VALUED = deferred(r"\d| [^\w\s]+$| [（(]?[一二三四五六七八九十]{1,3}[）)、]")
"""A number, a sign in place of a value, or the marker of an item: what the vocabulary passes over in a label."""
_PARTED = deferred(r"[^\x00-\x7f] (?:[/／] )?[^\x00-\x7f]")
"""A blank between two words of Chinese."""
_LETTERS = deferred(r"[^\W\x00-\x7f](?: [^\W\x00-\x7f]){1,7}")
_SPACED = deferred(r"[^\W\d_a-zA-Z](?: [^\W\d_a-zA-Z]){2,}")
"""A line whose characters are all set apart: 岗 位 说 明 书"""
_LONGEST_LABEL = 40
_LONGEST_VALUES = 120
_MOST_WORDS = 6


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
    if not 2 <= len(names) <= _MOST_COLUMNS or not all(
        1 < len(name) <= _LONGEST_NAME and not name.isascii() for name in names
    ):
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
    return any(sign in cell for sign in "：:，。；;、") or (cell[-1].isdigit() and len(cell) > 2)


def _cells(text: Tracked, width: int) -> list[Tracked]:
    cells: list[Tracked] = []
    at = 0
    for _ in range(width - 1):
        end = text.text.index(" ", at)
        cells.append(text.part(at, end))
        at = end + 1
    return [*cells, text.part(at, len(text))]


def _are_rows(lines: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether lines are rows of a form: with what it asks for first, or so many with any label that it is no chance.

    Those with numbers are what stands in the cells.
    """
    identity = rows = 0
    for line in lines:
        text = line.text.text
        field = _field(text, vocabulary) if " " in text else None
        rows += field is not None
        identity += field is not None and labels.is_identity(field) and _SENTENCE.search(text) is None
    if identity >= FEWEST or rows < _SOME:
        return identity >= FEWEST
    plain = sum(read_enumerator(line.text.text) is None for line in lines)
    return 3 * rows >= (plain if rows >= _MANY else 2 * plain)


def _run_rows(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> set[int]:
    """The rows that stand together, each with another label, in a text that is no form: 学历 大专以上, 年龄 45周岁以下, 身体 无传染病史"""
    rows: set[int] = set()
    run: dict[str, int] = {}
    for index, block in enumerate((*blocks, None)):
        plain = isinstance(block, Line) and block.marker is None
        text = block.text.text if isinstance(block, Line) and plain else ""
        field = _field(text, vocabulary) if " " in text[:_LONGEST_LABEL] else None
        if field is None or field in run or (isinstance(block, Line) and block.gap and run):
            if len(run) >= FEWEST:
                rows.update(run.values())
            run = {}
        if field is not None:
            run[field] = index
    return rows


def _field(text: str, vocabulary: Vocabulary) -> str | None:
    """What the label names with which a row begins, a blank and a value behind it; None for another line."""
    if not len(text) > _SHORTEST or " " not in text or "\t" in text:
        return None
    end = _label_end(text, vocabulary)
    if not end or text[end + 1].isspace() or any(sign in text[:_LONGEST_ROW] for sign in _SIGNS):
        return None
    field = vocabulary.find(text[:end])
    return field if field is not None and (end >= _SHORTEST or not labels.is_identity(field)) else None


_SENTENCE = deferred(r"[，。；、]|.{40}")
