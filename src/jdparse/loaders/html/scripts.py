"""Scripts and styles, which are most of a saved page: they are cut out before it is decoded and parsed, which its tree does not show."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdparse.patterns import deferred

_TAG = deferred(rb"<(script|style)(?=[\s/>])", re.IGNORECASE)
_ATTRIBUTES = deferred(rb"""((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""")
_LONGEST_TAG = 4_096
"""Bytes. A longer one is left to the parser: without a bound each of many tags without an end would be read to the page's end."""
_SCRIPT_END = deferred(rb"</script", re.IGNORECASE)
_STATE = deferred(
    rb"\s*(?:window\s*\.\s*|window\[[\"']|var\s|self\s*\.\s*)\s*_{1,2}[A-Za-z_]{3,40}(?:[\"']\])?\s*=\s*(?=[{\[])"
)
"""`window.__INITIAL_STATE__ = {`: the state of an application, as Vue, Nuxt, Redux and others write it into a page."""
_STYLE_END = deferred(rb"</style", re.IGNORECASE)


class _Raw(NamedTuple):
    """An element whose content is no markup, as offsets of the page: of the element and of its content."""

    start: int
    stop: int
    content: slice
    is_style: bool
    is_data: bool
    """Whether it is a script with JSON in it, or one that begins with what a page is drawn from."""


def cut(page: bytes) -> tuple[bytes, list[bytes], list[bytes]]:
    """A page without its scripts and styles, the contents of its styles, and those of its scripts of structured data. Linear."""
    elements = list(_elements(page))
    return (
        _without(page, elements),
        [page[element.content] for element in elements if element.is_style],
        [page[element.content] for element in elements if element.is_data],
    )


def without_programs(page: bytes) -> bytes:
    """A page without the scripts that are no data. Its encoding may be any in which `<` is a byte and no part of another character."""
    return _without(page, [element for element in _elements(page) if not (element.is_style or element.is_data)])


def _elements(page: bytes) -> Iterator[_Raw]:
    done = 0
    while (tag := _TAG.search(page, done)) is not None:
        attributes = _ATTRIBUTES.match(page, tag.end(), tag.end() + _LONGEST_TAG)
        if attributes is None:
            done = tag.end()
            continue
        is_style = len(tag[1]) == len("style")
        closing = (_STYLE_END if is_style else _SCRIPT_END).search(page, attributes.end())
        end = len(page) if closing is None else closing.start()
        # the end tag goes too, up to its bracket
        done = (page.find(b">", end) + 1) or len(page)
        is_data = not is_style and (
            b"json" in attributes[1].lower() or _STATE.match(page, attributes.end()) is not None
        )
        yield _Raw(tag.start(), done, slice(attributes.end(), end), is_style, is_data)


def _without(page: bytes, elements: list[_Raw]) -> bytes:
    kept: list[bytes] = []
    done = 0
    for element in elements:
        kept.append(page[done : element.start])
        done = element.stop
    kept.append(page[done:])
    return b"".join(kept)
