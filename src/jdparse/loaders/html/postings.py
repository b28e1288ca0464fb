"""schema.org JobPosting objects (JSON-LD, microdata) as text: a property a line, so that each value has a place in the source.

Only properties with words or figures that a reader would see; amounts are written out, as search engines show them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape, unescape
from typing import Any, cast

from jdparse.loaders.html import whole
from jdparse.loaders.html.items import Line, Lines
from jdparse.loaders.normalising import normalise
from jdparse.patterns import deferred

_LONGEST = 2_000
_PROPERTIES = (
    "title", "hiringOrganization", "jobLocation", "baseSalary", "employmentType", "totalJobOpenings", "validThrough",
    "educationRequirements", "experienceRequirements", "qualifications", "skills", "responsibilities", "jobBenefits", "workHours",
)  # fmt: skip
_CURRENCIES = {"CNY": "元", "RMB": "元", "TWD": "元", "HKD": "港元", "USD": "美元"}
_UNITS = {"HOUR": "小时", "DAY": "天", "WEEK": "周", "MONTH": "月", "YEAR": "年"}
_CODE = deferred(r"[A-Z]+(?:_[A-Z]+)*")  # FULL_TIME: a word of schema.org and none of the document
_BREAK = deferred(r"<(?:br|/p|/li|/div|/h[1-6]|/tr)\b[^>]*>|\n", re.IGNORECASE)
_TAG = deferred(r"<[^>]*>")


def lines(posting: Mapping[str, Any]) -> list[Line]:
    """The properties of a posting, each line with the property's name and a colon as its marker."""
    return [
        Line(text, f"{name}:")
        for name in _PROPERTIES
        for text in _texts(name, posting.get(name))
        if text and len(text) <= _LONGEST
    ]


def description(postings: Sequence[Mapping[str, Any]]) -> str:
    """The HTML of the one posting's description; "" for none or several."""
    text = postings[0].get("description") if len(postings) == 1 else None
    if not isinstance(text, str):
        return ""
    if "<" not in text:
        # markup that is escaped once more, or none
        text = unescape(text) if "&lt;" in text else escape(text).replace("\n", "<br>")
    return text.encode("utf-8", "replace").decode()


def ends_in(description: str, shown: Lines) -> bool:
    """Whether the end of a description stands in what a page shows."""
    end = whole.bare(unescape(_TAG.sub(" ", description)))[-whole.TAIL :]
    return end in whole.bare("".join(whole.texts(shown.items)))


def _texts(name: str, value: Any) -> Iterator[str]:
    if name == "jobLocation":
        places = [place for one in _each(value) if (place := _place(one))]
        yield "、".join(dict.fromkeys(places))
    elif name == "baseSalary":
        yield from map(_salary, _each(value))
    elif name == "employmentType":
        yield "、".join(text for text in map(_plain, _each(value)) if not _CODE.fullmatch(text))
    elif name == "validThrough":
        yield from (_plain(one).partition("T")[0] for one in _each(value))
    else:
        for one in _each(value):
            yield from map(_plain, _BREAK.split(one) if isinstance(one, str) else [one])


def _each(value: Any) -> list[Any]:
    if value is None:
        return []
    values: list[Any] = value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType]
    return values


def _plain(value: Any) -> str:
    """The text of a value: a string or number, or what names an object."""
    if isinstance(value, dict):
        known = cast("dict[str, Any]", value)
        value = next((known[key] for key in ("name", "description", "value") if isinstance(known.get(key), str)), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(normalise(unescape(_TAG.sub("", str(value)))).split())


def _place(value: Any) -> str:
    """An address as Chinese writes it, from the large to the small; a city that is its own province stands once."""
    if not isinstance(value, dict):
        return _plain(value)
    place = cast("dict[str, Any]", value)
    address = place.get("address", place)
    if not isinstance(address, dict):
        return _plain(address)
    parts = cast("dict[str, Any]", address)
    out = ""
    for key in ("addressRegion", "addressLocality", "streetAddress"):
        part = _plain(parts.get(key))
        if part and part not in out:
            out = part if part.startswith(out) else out + part
    return out


def _salary(value: Any) -> str:
    """`8000-12000元/月`; a text stays as it is."""
    if not isinstance(value, dict):
        return _plain(value)
    salary = cast("dict[str, Any]", value)
    amount: Any = salary.get("value", salary)
    if not isinstance(amount, dict):
        amount = {"value": amount, "unitText": salary.get("unitText")}
    known = cast("dict[str, Any]", amount)
    figures = [_plain(known.get(key)) for key in ("minValue", "maxValue")]
    text = "-".join(dict.fromkeys(filter(None, figures))) or _plain(known.get("value"))
    if not text or not any(c.isdigit() for c in text):
        return text
    if not re.fullmatch(r"[\d.,\-]+", text):
        return text
    currency = _plain(salary.get("currency") or known.get("currency"))
    unit = _plain(known.get("unitText") or salary.get("unitText"))
    return text + _CURRENCIES.get(currency, currency) + (f"/{_UNITS.get(unit.upper(), unit)}" if unit else "")
