"""The header of a table that runs on in one line: names of columns one behind the other, with a legend among them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from jdparse.numbering import read as read_enumerator
from jdparse.outline.forms.columns import DUTY_COLUMN
from jdparse.outline.forms.header import CONTACT_COLUMN
from jdparse.outline.forms.tables import SUBSTITUTE_COLUMN
from jdparse.outline.runon.rows.kinds import Kind
from jdparse.patterns import deferred
from jdparse.vocabulary import LONGEST, Vocabulary

_KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "duty.name": Kind.TEXT,
        "duty.tasks": Kind.LIST,
        "duty.standards": Kind.LIST,
        "duty.knowledge": Kind.LIST,
        "duty.skills": Kind.LIST,
        "duty.frequency": Kind.FREQUENCY,
        "duty.time_share": Kind.SHARE,
        "duty.level": Kind.LEVEL,
        "column.number": Kind.NUMBER,
        "contact.party": Kind.TEXT,
        "contact.unit": Kind.TEXT,
        "contact.matter": Kind.TEXT,
        "contact.side": Kind.SIDE,
        "contact.means": Kind.MEANS,
        "contact.frequency": Kind.LEVEL,
        "substitute.position": Kind.TEXT,
        "substitute.unit": Kind.TEXT,
        "substitute.scope": Kind.TEXT,
    }
)
_RATED = frozenset({"duty.knowledge", "duty.skills"})
_PARENTHESIS = deferred(r"[(（][^()（）]{1,80}[)）]")
_LEGEND = deferred(r"(?<![A-Za-z])([A-Z])[ \u3000]*[:：、=＝.\-－—]?[ \u3000]*(?=[^\W\x00-\x7f])")
_BETWEEN = " \t\u3000|｜/／"
# No table on paper has more columns.
_MOST = 16
# Letters of legends that are not printed with the table.
_USUAL = frozenset("ABCDE")


class Column(NamedTuple):
    """A column: the role or field that its name stands for, what its cells look like, and the range of its name with all before it."""

    field: str
    kind: Kind
    start: int
    end: int


class Header(NamedTuple):
    """The columns, the letters of the legend, where the heading before ends (`label`), and where the cells begin (`end`)."""

    columns: tuple[Column, ...]
    letters: frozenset[str]
    label: int
    end: int


class _Name(NamedTuple):
    field: str
    start: int
    end: int


def read(text: str, vocabulary: Vocabulary, begin: int = 0) -> Header | None:
    """The header at a place of a text, be it behind a heading (`三、岗位职责：`); None where there is none."""
    label = _heading(text, vocabulary, begin)
    names, start, end, letters = _names(text, label, vocabulary)
    if label == begin and len(names) >= 3 and _same(names[0].field, [name.field for name in names[1:]]):
        # 工作接触 接触对象 所在单位: the heading names what its table's first column names again
        label = start = names[0].end
        names = names[1:]
    fields = _meaning([name.field for name in names])
    if fields is None:
        return None
    columns: list[Column] = []
    for name, field in zip(names, fields, strict=True):
        kind = Kind.YEARS if field == "requirements.experience" else _KINDS[field]
        if field == "requirements.experience" and not columns:
            kind = Kind.TEXT
        columns.append(Column(field, kind, start, name.end))
        start = name.end
    columns[-1] = Column(columns[-1].field, columns[-1].kind, columns[-1].start, end)
    return Header(tuple(columns), letters or _USUAL, label, end)


def shorter(header: Header) -> Header | None:
    """The header without its last column, whose name may be the first word of the first row; None when too little is left."""
    columns = header.columns[:-1]
    if len(columns) < 3:
        return None
    return Header(columns, header.letters, header.label, columns[-1].end)


def _same(first: str, fields: list[str]) -> bool:
    if first == "duties":
        return sum(field in ("duties", "duty.name", "duty.tasks") for field in fields) >= 2
    return first in fields or (first == "relations.contacts" and "contact.party" in fields)


def _heading(text: str, vocabulary: Vocabulary, begin: int) -> int:
    """Where the text behind a heading (marker, known label, colon) begins; `begin` without one."""
    enumerator = read_enumerator(text, begin)
    start = enumerator.end if enumerator is not None and not enumerator.weak else begin
    colon = next((i for i in range(start, min(len(text), start + 40)) if text[i] in "：:"), None)
    if colon is not None and vocabulary.find(text[start:colon]):
        return colon + 1
    if start == begin:
        return begin
    for end in range(min(len(text), start + LONGEST), start + 1, -1):
        if text[end - 1].isalnum() and vocabulary.labels.get("".join(text[start:end].split())):
            return end
    return begin


def _names(text: str, low: int, vocabulary: Vocabulary) -> tuple[list[_Name], int, int, frozenset[str]]:
    """The names of columns from `low` on, where the header begins and ends, and the legend's letters."""
    names: list[_Name] = []
    letters: set[str] = set()
    at = end = low
    while len(names) < _MOST:
        while at < len(text) and text[at] in _BETWEEN:
            at += 1
        remark = _PARENTHESIS.match(text, at)
        if remark is not None:
            legend = _LEGEND.findall(remark.group())
            if len(legend) >= 2:
                letters.update(legend)
            elif not names:
                break
            at = end = remark.end()
            continue
        name = _name(text, at, names, vocabulary)
        if name is None:
            break
        at = name.end
        if name.field != "":
            names.append(name)
            end = at
    return names, low, end, frozenset(letters)


def _name(text: str, at: int, before: list[_Name], vocabulary: Vocabulary) -> _Name | None:
    """The longest name of a column at a place. The field is empty for a heading over several columns (能力要求)."""
    for end in range(min(len(text), at + LONGEST), at, -1):
        word = text[at:end]
        if not (word[0].isalnum() and word[-1].isalnum()):
            continue
        folded = word if word.isalnum() else "".join(word.split())
        if (
            before
            and DUTY_COLUMN.get(before[-1].field, before[-1].field) in _RATED
            and vocabulary.columns.get(folded) == "duty.level"
        ):
            return _Name("duty.level", at, end)
        field = vocabulary.labels.get(folded) or vocabulary.columns.get(folded)
        if field is None or len(folded) < 2:
            continue
        if field in _KINDS or any(field in columns for columns in (DUTY_COLUMN, CONTACT_COLUMN)):
            if field != "duty.level":
                return _Name(field, at, end)
        elif field in ("substitutes", "requirements.experience"):
            return _Name(field, at, end)
        elif field.startswith("requirements.") and before:
            return _Name("", at, end)
    return None


def _meaning(found: list[str]) -> list[str] | None:
    """What the columns of one table mean, in their order; None when they are no table's."""
    if len(found) >= 3 and sum(field.startswith(("contact.", "relations.contacts")) for field in found) >= 2:
        return _known([CONTACT_COLUMN.get(field, field) for field in found], "contact.")
    if len(found) >= 2 and (found[0] == "substitutes" or found[-1] == "substitute.scope"):
        return _known([SUBSTITUTE_COLUMN.get(field, field) for field in found], "substitute.")
    if len(found) == 2 and set(found) == {"requirements.experience"}:
        return found
    if len(found) >= 3:
        meaning = [DUTY_COLUMN.get(field, field) for field in found]
        if meaning.count("duty.tasks") > 1 and "duty.name" not in meaning:
            meaning[meaning.index("duty.tasks")] = "duty.name"
        if not {"duty.tasks", "duty.name"} & set(meaning):
            return None
        return _known(meaning, "duty.")
    return None


def _known(fields: list[str], kind: str) -> list[str] | None:
    once = [field for field in fields if field != "duty.level"]
    if len(set(once)) < len(once) or not all(field.startswith((kind, "column.number")) for field in fields):
        return None
    return fields
