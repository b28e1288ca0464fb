"""Lines that a text has in the source of a page, where the style sheet that keeps them is not in the page.

Sites print what an employer wrote with `white-space: pre-wrap` from a sheet of their own, which a saved page lacks. Elsewhere a
line break of the source is a blank or nothing; nobody breaks it before each number of a list by chance.
"""

from jdparse.patterns import deferred

_MARKED = deferred(
    r"\n[ \t]*(?:[(（]?\d{1,2}[)）.、．](?!\d)|[(（]?[一二三四五六七八九十]{1,3}[)）、]|[①-⑩]|[【•●◆■▪▶✓✔★·]|-\s)[ \t]*[^\s<]"
)


def are_lines(text: str) -> bool:
    """Whether two lines of a text begin with the marker of an item or a heading in brackets. Linear."""
    found = _MARKED.search(text)
    return found is not None and _MARKED.search(text, found.end()) is not None
