"""What a page says of itself outside its text: meta tags, Open Graph, JSON-LD and microdata."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple, cast
from urllib.parse import urlsplit

from jdparse.loaders.html import elements
from jdparse.loaders.html.elements import Element
from jdparse.loaders.html.parsing import Source
from jdparse.patterns import deferred

_NAMES = {
    "title": ("og:title", "articletitle", "twitter:title", "dc.title"),
    "site": ("og:site_name", "sitename", "application-name", "dc.publisher"),
    "url": ("og:url",),
    "published": ("article:published_time", "pubdate", "publishdate", "og:release_date", "bytedance:published_time", "dc.date", "datepublished", "publish-date"),
}  # fmt: skip
"""Names of meta tags (`name`, `property`, `itemprop`) for each key, in lower case, the surest first."""

_SUFFIX = deferred(r"\s*(?:[_|｜]|\s[-–—]\s?|[-–—](?=[^-–—_|]{2,20}$)|\s·\s)\s*[^_|｜]{2,40}$")
_MAX_TEXT = 300
_MAX_ITEMS = 30


class Description(NamedTuple):
    """What a page says of itself."""

    metadata: dict[str, str]
    """The keys `title`, `site`, `url` and `published`, as far as the page gives them."""
    postings: tuple[Mapping[str, Any], ...]
    """Its schema.org JobPosting objects: those of JSON-LD, or else of microdata."""


def describe(source: Source) -> Description:
    """What the page says of itself."""
    metas = dict(_metas(source.root))
    objects = [thing for block in source.data for thing in _objects(block)]
    found: dict[str, str] = {}
    for key, names in _NAMES.items():
        value = next((metas[name] for name in names if metas.get(name)), None)
        if value is not None:
            found[key] = value
    for link in source.root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            found["url"] = str(link.get("href"))
    for thing in objects:
        for key, value in _said(thing):
            found.setdefault(key, value)
    if "title" not in found and source.title:
        title = source.title[:300]
        found["title"] = _SUFFIX.sub("", title) or title
    found = {key: " ".join(value.split())[:_MAX_TEXT] for key, value in found.items() if value.strip()}
    if "url" in found and not _is_address(found["url"]):
        del found["url"]
    postings = [thing for thing in objects if _is(thing, "JobPosting")] or (
        list(_microdata(source.root)) if source.microdata else []
    )
    return Description(found, tuple(postings[:_MAX_ITEMS]))


def _is_address(address: str) -> bool:
    """Whether an address is one of the web."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _metas(root: Element) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name and name not in seen and (value := (meta.get("content") or "").strip()):
            seen.add(name)
            yield name, value


def _objects(block: bytes) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD script, those of its graph among them. What is no JSON gives nothing."""
    text = block.decode("utf-8", "replace").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        value: Any = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    for thing in _those(value):
        yield thing
        yield from _those(thing.get("@graph", []))


def _those(value: Any) -> list[dict[str, Any]]:
    """The objects in a value that is one or a list."""
    values: list[Any] = value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType]
    return [cast("dict[str, Any]", thing) for thing in values if isinstance(thing, dict)]


def _is(thing: Mapping[str, Any], kind: str) -> bool:
    types = thing.get("@type")
    return kind in (types if isinstance(types, list) else [types])


_ARTICLES = ("Article", "NewsArticle", "BlogPosting", "WebPage", "JobPosting")


def _said(thing: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What an object about the page itself says; Baidu's own vocabulary (cambrian) has no type."""
    if not (any(_is(thing, kind) for kind in _ARTICLES) or "cambrian" in str(thing.get("@context"))):
        return
    for key, names in (
        ("title", ("headline",)),
        ("published", ("datePublished", "pubDate", "datePosted")),
        ("url", ("url", "@id")),
    ):
        value = next((thing[name] for name in names if isinstance(thing.get(name), str)), None)
        if value:
            yield key, value
    for publisher in _those(thing.get("publisher")):
        if isinstance(name := publisher.get("name"), str):
            yield "site", name


def _microdata(root: Element) -> Iterator[Mapping[str, str]]:
    """JobPosting objects in microdata: each property's value as text. Properties of inner items are not told apart."""
    for item in islice(root.iterfind(".//*[@itemtype]"), _MAX_ITEMS):
        if not (item.get("itemtype") or "").rstrip("/").endswith("schema.org/JobPosting"):
            continue
        found: dict[str, str] = {"@type": "JobPosting"}
        for element in item.iterfind(".//*[@itemprop]"):
            name = element.get("itemprop") or ""
            value = element.get("content") or element.get("datetime") or " ".join(elements.text(element).split())
            if name and value:
                found.setdefault(name, value)
        yield found
