"""Runs of plain links (menus, lists of other articles), each made one element before the tree is built.

They are most elements of a portal's page, and all that is asked of them later is their text. An element `TAG` takes the place of
a run; its text has a line for each link, and its attribute `of` says what each link stood in.
"""

import re
from collections.abc import Callable

from jdparse.patterns import deferred

TAG = "jdparse-menu"

# Attributes are `[^>]` here and texts `[^<]`, which are matched in a quarter of the time of a set of several; `fold` sees to it that
# attributes have no `<`, and texts no `>` and no line break.
_LINK = rb"<a [^>]*+>[^<]*+</a>"
_RUN = deferred(
    rb"<(?:(li|span|p|dd|dt|div)(?: [^>]*+)?+>\s*+" + _LINK + rb"\s*+</\1>\s*+"
    rb"(?:<\1(?: [^>]*+)?+>\s*+" + _LINK + rb"\s*+</\1>\s*+){5,}+"
    rb"|" + _LINK[1:] + rb"\s*+(?:" + _LINK + rb"\s*+){5,}+)",
    re.IGNORECASE,
)
"""Six links or more, each alone in an element of one kind, or none in any."""
_TEXT = deferred(rb"<a [^>]*+>([^<]*+)", re.IGNORECASE)
_CLASS = deferred(rb"""[cC][lL][aA][sS][sS]\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_TELLING = (
    (b"y", b"style"),
    (b"d", b"hidden"),
    (b"d", b" id"),
    (b"v", b"value"),
    (b"m", b" name"),
    (b"o", b"itemprop"),
)
"""What names attributes for which elements are looked at one by one, each behind its letter that is the rarest in plain links."""
_PLACE = deferred(rb'"#[\w-]')
"""An address in the page itself, to which a list of its jobs leads."""
_LOWER = bytes(range(256)).lower()
_NOT_LETTERS = bytes(c for c in range(256) if c not in b" <abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def fold(page: bytes, plain: Callable[[str], bool]) -> bytes:
    """A page in UTF-8 with its runs of links folded. `plain` tells whether a class says nothing of what is shown. Linear."""

    def folded(run: re.Match[bytes]) -> bytes:
        links = run[0]
        texts = _TEXT.findall(links)
        letters = links.translate(_LOWER, _NOT_LETTERS)  # a third of a run, in which names are looked for
        tags = len(texts) * (4 if run[1] else 2)
        lines = b"\n".join(texts)
        if (
            letters.count(b"<") > tags
            or lines.count(b"\n") >= len(texts)
            or b"\r" in lines
            or b">" in lines
            or letters.count(b"href") < len(texts)
            or any(letter in letters and word in letters for letter, word in _TELLING)
            or (b'"#' in links and _PLACE.search(links) is not None)
        ):
            return links
        if b"class" in letters:
            names = {b"".join(found).decode("utf-8", "replace") for found in set(_CLASS.findall(links))}
            if not all(map(plain, names)):
                return links
        of = (run[1] or b"a").lower()
        return b"<%b of=%b>%b</%b>" % (_NAME, of, lines, _NAME)

    return _RUN.sub(folded, page)


_NAME = TAG.encode()
