"""What stands by the signatures of a document: when each was given, and what is signed."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from jdparse.outline import labels
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred

# When who prepared the document did so, and so on.
_DATES = {
    "people.prepared_by": "dates.prepared",
    "people.reviewed_by": "dates.reviewed",
    "people.approved_by": "dates.approved",
    "people.analysed_by": "dates.analysed",
}
_DAY = r"(?:19|20)\d\d ?[-./年] ?\d{1,2}(?: ?[-./月] ?\d{1,2} ?日?|月)?"
_DAYS = deferred(rf"{_DAY}(?:[ \t\u3000]{{2,}}{_DAY})+")
_ONE = deferred(_DAY)


def with_dates(entries: list[Entry]) -> list[Entry]:
    """The entries with the days on the line below 编制：… 审核：… 批准：… made when each was done, where there are as many."""
    out: list[Entry] = []
    for entry in entries:
        out += _dates(out, entry) or [entry]
    return out


def _dates(before: Sequence[Entry], entry: Entry) -> list[Entry]:
    if (
        entry.role is not Role.ITEM
        or entry.enumerator is not None
        or not _DAYS.fullmatch(entry.whole.text)
        or not before
    ):
        return []
    line = before[-1].line
    signed = list(takewhile(lambda one: one.line == line, reversed(before)))[::-1]
    fields = [_DATES.get(one.field or "") for one in signed]
    days = [entry.whole[slice(*found.span())] for found in _ONE.finditer(entry.whole.text)]
    if len(days) != len(fields) or None in fields or line + 1 < entry.line - 1:
        return []
    return [
        entry._replace(role=Role.LABEL, field=field, label=None, text=day, whole=day, set_off="chip", first=not number)
        for number, (field, day) in enumerate(zip(fields, days, strict=True))
    ]


def with_acknowledgement(entries: list[Entry]) -> list[Entry]:
    """The entries with the sentence that is signed made a remark."""
    return list(_acknowledged(entries))


def _acknowledged(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        loose = entry.role is Role.ITEM and entry.enumerator is None
        if loose and labels.ACKNOWLEDGED.match(entry.whole.text):
            entry = entry._replace(role=Role.LABEL, field="remarks", label=None, text=entry.whole, set_off="chip")
        yield entry
