"""Headings of jobs with facts beside the name: `盾构司机　地铁九号线　2人　2024-05-11`, as lists of jobs unfold on a page."""

from collections.abc import Sequence
from itertools import pairwise

from jdparse.outline import chips, titles
from jdparse.outline.entries import Entry, Role

FEWEST = 2
"""So many such headings make a list of jobs; one alone may be a line of its text."""
LONGEST = 60


def parted(entries: list[Entry]) -> list[Entry]:
    """The entries with such headings cut into the name and its facts, each a value of the job; a date is none.

    Behind each heading stands a known label.
    """
    found = {
        index: facts
        for index, (entry, following) in enumerate(pairwise(entries))
        if following.role is Role.LABEL and following.field is not None and (facts := _facts(entry))
    }
    if len(found) < FEWEST:
        return entries
    return [part for index, entry in enumerate(entries) for part in found.get(index, (entry,))]


def _facts(entry: Entry) -> Sequence[Entry]:
    """A heading's name and facts, () for another entry."""
    text = entry.whole.text
    if entry.field is not None or entry.role is Role.TITLE or len(text) > LONGEST or text[-1:] in "。；：:":
        return ()
    if entry.text is not None and entry.role is Role.LABEL:
        return ()
    name, *rest = chips.words(entry.whole)
    facts = chips.beside(rest) if rest and titles.JOB_NAME.search(name.text) else []
    if not facts:
        return ()
    head = entry._replace(whole=name, **({"label": name} if entry.role is Role.LABEL else {"text": name}))
    return head, *(
        entry._replace(role=Role.LABEL, enumerator=None, marker=None, label=None, field=path, text=fact, whole=fact, set_off="chip", first=False, heading=0)
        if path
        else entry._replace(role=Role.ITEM, enumerator=None, marker=fact, label=None, text=None, whole=fact[:0], set_off="header", first=False, heading=0)
        for path, fact in facts
    )
