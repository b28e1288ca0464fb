"""Jobs whose names are nowhere in the text, as on pages that show them in pictures: duties and what is asked for come again and again."""

import itertools
from collections.abc import Sequence

from jdparse.outline.entry import Entry, Role

_FORM = "form"
"""The cells of one form may have such labels again, for a part of the job."""


def starts(entries: Sequence[Entry]) -> list[int]:
    """Where each of several jobs begins: at its duties, behind which requirements stand, or at the facts over them; [] for one job."""
    duties = [i for i, e in enumerate(entries) if _is_section(e) and e.field == "duties"]
    ends = [*duties[1:], len(entries)][: len(duties)]
    whole = sum(
        any(_is_section(e) and _is_requirement(e) for e in entries[start + 1 : end])
        for start, end in zip(duties, ends, strict=True)
    )
    if whole < 2 or whole * 4 < len(duties) * 3:
        return []
    facts = {_said(e) for e in itertools.takewhile(_is_fact, reversed(entries[: duties[0]]))}
    return [_with_facts(entries, at, facts) for at in duties]


def _is_section(entry: Entry) -> bool:
    return entry.role is Role.LABEL and entry.set_off != _FORM


def _is_requirement(entry: Entry) -> bool:
    return (entry.field or "").startswith("requirements.")


def _is_fact(entry: Entry) -> bool:
    return entry.role is Role.LABEL and entry.label is not None and entry.text is not None


def _said(entry: Entry) -> str | None:
    """What a fact is of: a field, or a label that nobody knows (发布日期)."""
    return entry.field or (entry.label.text if entry.label is not None else None)


def _with_facts(entries: Sequence[Entry], at: int, facts: set[str | None]) -> int:
    """Where a job begins whose duties begin at a place: the facts that the first one has over them stand there too."""
    while at > 0 and _is_fact(entries[at - 1]) and _said(entries[at - 1]) in facts:
        at -= 1
    return at
