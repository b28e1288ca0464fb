"""Job descriptions in a page that was fetched and not drawn: `noscript`, and the data from which a script draws it.

Such data are `window.__INITIAL_STATE__ = {…}` and `<script id="__NEXT_DATA__">`. Only what is a description by its headings is
read of them, under what names a job beside it; what a script makes of the other values nobody can tell.
"""

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, cast

from lxml import etree

from jdparse.loaders.html import elements
from jdparse.loaders.html.parsing import Source
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred

_ASSIGNED = deferred(rb"[^{\[=]{0,80}=\s*")
_HEADING = deferred(
    r"(?:岗位|崗位|工作|职位|職位|职务)(?:职责|職責|要求|描述|内容|內容|說明|说明)|任[职職](?:要求|资格|資格|条件|條件)"
)
_SHORTEST, _LONGEST_NAME = 40, 40
_MOST = 100
"""Descriptions that are read: more are a site's and no document's."""
_NAME = deferred(r"(?i:name|title)$")
_DEEPEST = 60


def text(source: Source) -> str:
    """The HTML of what a browser without scripts shows, or else of the descriptions in a page's data; "" for none."""
    shown = "".join(
        etree.tostring(element, encoding="unicode", with_tail=False).replace("noscript", "div")
        for element in source.root.iter("noscript")
        if _HEADING.search(elements.text(element)) is not None
    )
    return shown or _descriptions(source.data)


def _descriptions(data: Iterable[bytes]) -> str:
    """The descriptions in the JSON of a page's scripts as HTML, each below the name of its job; "" for none."""
    found: dict[str, str] = {}
    for block in data:
        for name, text in _found(_read(block)):
            if len(found) < _MOST:
                found.setdefault(text, name)
    heads = ((f"<h1>{escape(name)}</h1>" if name else "", text) for text, name in found.items())
    return "".join(f"{head}<div>{text}</div>" for head, text in heads)


def _read(block: bytes) -> Any:
    text = block.decode("utf-8", "replace")
    assigned = _ASSIGNED.match(block)
    try:
        if assigned is None:
            return json.loads(text)
        return json.JSONDecoder().raw_decode(text, len(block[: assigned.end()].decode("utf-8", "replace")))[0]
    except (ValueError, RecursionError):
        return None


def _found(value: Any, deep: int = 0) -> Iterator[tuple[str, str]]:
    """Each description below a value, with the name of its job, or ""."""
    if deep > _DEEPEST:
        return
    if isinstance(value, list):
        items: list[Any] = value  # pyright: ignore[reportUnknownVariableType]
        for one in items:
            yield from _found(one, deep + 1)
    elif isinstance(value, dict):
        known = cast("dict[str, Any]", value)
        for one in known.values():
            if isinstance(one, str) and len(one) >= _SHORTEST and _HEADING.search(one) is not None:
                yield _name(known), one if "<" in one else escape(one).replace("\n", "<br>")
            else:
                yield from _found(one, deep + 1)


def _name(known: dict[str, Any]) -> str:
    """What names a job among the values of an object."""
    texts = (value for key, value in known.items() if _NAME.search(key) is not None and isinstance(value, str))
    return next((text for text in texts if len(text) <= _LONGEST_NAME and names_job(text)), "")
