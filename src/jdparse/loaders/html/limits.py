"""Limits that are checked before a tree is built, so that no page can exhaust the machine.

The largest of some thousand saved pages had 3 MB, 40,000 tags and 30 attributes on a tag.
"""

from jdparse.errors import LimitExceeded
from jdparse.patterns import deferred

MAX_BYTES = 16 * 2**20
MAX_TAGS = 300_000
MAX_ATTRIBUTES = 256
"""Attributes of one tag: the parser compares each with all before it."""
MAX_DEPTH = 2_000
"""Elements inside each other; libxml2 itself goes to 2,048 and drops the rest of the page."""

_LONG = 2 * MAX_ATTRIBUTES
"""Bytes that more attributes than allowed take at least: a letter and a blank each."""
_TAG = deferred(rb"""<[A-Za-z][^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+""")
_VALUE = deferred(rb"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+)""")
_ATTRIBUTE = deferred(rb"[^\s/=>]++")


def check_size(size: int) -> None:
    """Raises LimitExceeded for a page of more than `MAX_BYTES`."""
    if size > MAX_BYTES:
        raise LimitExceeded("the page has {size} bytes, more than the limit of {limit}", size=size, limit=MAX_BYTES)


def check_tags(page: bytes) -> None:
    """Raises LimitExceeded for more tags than `MAX_TAGS`, or more attributes than `MAX_ATTRIBUTES` on one. Linear."""
    if page.count(b"<") > MAX_TAGS:
        raise LimitExceeded("the page has more than {limit} tags", limit=MAX_TAGS)
    tags = _TAG.findall(page)
    if (
        tags
        and max(map(len, tags)) > _LONG
        and any(len(tag) > _LONG and _attributes(tag) > MAX_ATTRIBUTES for tag in tags)
    ):
        raise LimitExceeded("the page has a tag with more than {limit} attributes", limit=MAX_ATTRIBUTES)


def _attributes(tag: bytes) -> int:
    return sum(1 for _ in _ATTRIBUTE.finditer(_VALUE.sub(b" ", tag))) - 1
