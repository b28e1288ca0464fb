"""Forms that a dump wrote one row a line, with a blank between label and value: `教育水平 大专以上`, `工作任务 审核凭证`.

A blank alone sets nothing apart, so such a line counts only in a text whose other lines show that it is one of these.
"""

from collections.abc import Sequence

from jdparse.lines import Grid, Line
from jdparse.numbering import read as read_enumerator
from jdparse.outline import labels
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

FEWEST = 3
"""So many lines begin with what a form asks for first: the job's name, its department, its superior."""
_SHORTEST = 3
_LONGEST_ROW = 40
_SIGNS = "：:，。；;、|｜"


def cut(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> list[Line | Grid]:
    """The blocks, the label at the head of such a row set apart: that of a value by a tab, that of a text on a line of its own."""
    if sum(isinstance(block, Line) and _is_row(block.text.text, vocabulary) for block in blocks) < FEWEST:
        return list(blocks)
    out: list[Line | Grid] = []
    for block in blocks:
        end = _label_end(block.text.text, vocabulary) if isinstance(block, Line) else 0
        if isinstance(block, Line) and end:
            label, value = block.text.part(0, end), block.text.part(end, len(block.text)).strip()
            if labels.is_scalar(vocabulary.labels.get(label.text, "")):
                tab = Tracked("\t", label.end, value.start)
                out.append(block._replace(text=Tracked.join((label, tab, value))))
            else:
                out.append(block._replace(text=label))
                out.append(block._replace(text=value, gap=0, marker=None))
        else:
            out.append(block)
    return out


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
