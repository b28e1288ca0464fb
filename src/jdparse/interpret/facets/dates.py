"""Dates in ISO 8601: 2023年5月8日, 2023.5, 二〇二三年五月, 民国112年5月8日."""

import re

from jdparse.interpret.facets.numerals import CHINESE, number
from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Derived, Tree
from jdparse.patterns import compiled
from jdparse.tracked import Tracked

KINDS = ("analysed", "prepared", "reviewed", "approved", "effective", "updated")
_DAY = r"\d{1,2}|[一二三四五六七八九十廿]{1,3}"
_DATE = (
    r"(?<![\d.])(?:(?P<compact>(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
    rf"|(?P<year>(?:民国)\d{{2,3}}|\d{{4}}|1\d{{2}}(?=年)|{CHINESE}{{4}})(?:年|[./-](?=\d))"
    rf"(?:(?P<month>{_DAY})(?:月|[./-](?=\d)|(?![\d/.-]))(?:(?P<day>{_DAY})(?![\d]|月|[./-]\d)日?)?)?)"
)
# The first year of the Republic of China (民国): 112年 is 2023. Three digits are no other era's.
_REPUBLIC = 1911
_EARLIEST, _LATEST = 1949, 2099


def read(reading: Reading) -> Tree:
    """For each of the job's dates what it says, to the day, the month or the year; None where it is no date of the calendar."""
    return {kind: next(map(_iso, reading.whole(f"dates.{kind}")), None) for kind in KINDS}


def _iso(text: Tracked) -> Derived | None:
    found = compiled(_DATE).search(text.text.replace("○", "〇"))
    if found is None:
        return None
    if digits := found["compact"]:
        parts: list[int | None] = [int(digits[:4]), int(digits[4:6]), int(digits[6:])]
    else:
        parts = [_year(found["year"]), _number(found["month"]), _number(found["day"])]
    value = _written(*parts) if _is_complete(found) else None
    return None if value is None else Derived(value, text[found.start() : found.end()])


def _is_complete(found: re.Match[str]) -> bool:
    """Whether a number that was not understood as month or day does not go on behind the date."""
    return found[0].endswith("日") or not found.string[found.end() : found.end() + 1].isdigit()


def _year(text: str) -> int | None:
    if text.startswith("民国"):
        return _REPUBLIC + int(text[2:])
    year = number(text)
    if year is None or year != int(year):
        return None
    return int(year) + (_REPUBLIC if year < 1000 else 0)


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    value = number(text)
    return 0 if value is None else int(value)


def _written(year: int | None, month: int | None, day: int | None) -> str | None:
    from datetime import date

    if year is None or not _EARLIEST <= year <= _LATEST:
        return None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])
