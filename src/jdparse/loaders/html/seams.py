"""What a document viewer puts between the pages of a document: the number of a page, offers of the site, the page's own head."""

from collections import Counter
from collections.abc import Iterator, Sequence

from jdparse.clean import furniture
from jdparse.loaders.html.items import Item, Line
from jdparse.patterns import deferred

_NEAR = 3
"""Lines behind the number of a page among which such are looked for."""
_SHORTEST, _LONGEST = 4, 60
_TEXT = deferred(r"[。；;，,：:]|说明书|职责|岗位|职位|职务|招聘")
"""What the head of a page has not: a sentence, a label, the name of a job's description."""
_OFFERS = ("download_prompt", "site_notice")


def drop(items: Sequence[Item], found: list[str | None]) -> None:
    """Drops what stands behind the numbers of pages: offers, and the page's head, which comes again, with what is above it."""
    lexicon = furniture.lexicon()
    seams = [
        index
        for index, item in enumerate(items)
        if isinstance(item, Line) and "页" in item.text and lexicon.inside(item.text) == "page_number"
    ]
    if len(seams) < 2:
        return
    behind = [list(_behind(items, seam)) for seam in seams]
    counts = Counter(item.text for lines in behind for _, item in lines if _may_be_head(item.text))
    heads = {text for text, count in counts.items() if count > 1}
    for lines in behind:
        head = next((number for number, (_, item) in enumerate(lines) if item.text in heads), 0)
        for number, (index, item) in enumerate(lines):
            reason = lexicon.reason(item.text)
            if number >= head and reason not in _OFFERS:
                break
            if found[index] is None:
                found[index] = reason or "download_prompt"
    for index, reason in enumerate(found):
        at = items[index]
        if reason is None and isinstance(at, Line) and at.text in heads:
            found[index] = "header_footer"


def _behind(items: Sequence[Item], seam: int) -> Iterator[tuple[int, Line]]:
    """The next lines behind the number of a page, with their places."""
    for index in range(seam + 1, min(seam + 1 + _NEAR, len(items))):
        item = items[index]
        if not isinstance(item, Line) or item.marker or item.heading:
            return
        yield index, item


def _may_be_head(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and _TEXT.search(text) is None
