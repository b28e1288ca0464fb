"""Dates that are none, and dates out of order (JD404, JD405)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from jdparse.lint.subject import Hit, Settings, Subject
from jdparse.patterns import deferred

_KINDS: Final = ("analysed", "prepared", "reviewed", "approved", "effective", "updated")
_ORDER: Final = (
    ("analysed", "prepared"),
    ("prepared", "reviewed"),
    ("prepared", "approved"),
    ("reviewed", "approved"),
    ("approved", "effective"),
    ("prepared", "updated"),
)
"""Pairs of which the first is not after the second: a description is written, reviewed, approved, and then in force."""

_WRITTEN = deferred(r"(?<!\d)(\d{4})(?:\s?[年./-]\s?(\d{1,2})(?:\s?[月./-]\s?(\d{1,2})(?!\d))?|(\d{2})(\d{2})(?!\d))?")
# 二〇二三年, 民国112年: read by the parse only, so that a record written by hand gets the benefit of the doubt.
_OTHER = deferred(r"[〇○零一二三四五六七八九十]{2}|民国")


def invalid_date(subject: Subject, _settings: Settings) -> Iterator[Hit]:
    """A date of the description that is no date of the calendar."""
    job = subject.job
    for kind in _KINDS:
        text = getattr(job.dates, kind)
        if text and getattr(job.facets.dates, kind) is None and _read(text) is None and not _OTHER.search(text):
            yield Hit(f"dates.{kind}", {"text": text})


def date_order(subject: Subject, _settings: Settings) -> Iterator[Hit]:
    """Two dates of the description in an order that cannot be."""
    job = subject.job
    for earlier, later in _ORDER:
        first, second = (
            getattr(job.facets.dates, kind) or _read(getattr(job.dates, kind) or "") for kind in (earlier, later)
        )
        if first and second:
            shared = min(len(first), len(second))
            if first[:shared] > second[:shared]:
                yield Hit(f"dates.{later}", {"earlier": first, "later": second, "first": earlier, "second": later})


def _read(text: str) -> str | None:
    """The first date in a text, in ISO 8601 as far as it is given; None where it is none of the calendar."""
    found = _WRITTEN.search(text)
    if found is None:
        return None
    year, month, day = found[1], found[2] or found[4], found[3] or found[5]
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
