"""Titles of jobs that a page sets as titles by the class of their element alone, or as the term of a definition list.

`<p class="zp_title">室内设计师</p>` over `<p>岗位职责：</p>` is a heading to a reader, who sees its size and colour. A line counts that has such
a class, or is a `dt` over several lines, reads as a job's name or stands right over a label of job descriptions, and is no label itself.
"""

from collections.abc import Sequence

from jdparse import numbering
from jdparse.loaders.html.items import Item, Line, Lines, Region
from jdparse.loaders.html.weights import field_of, is_bare_label, is_label
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred

_NAMED = deferred(
    r"(?<![a-z])(?:title|tit|headline|biaoti|bt|(?:job|post|position|zhiwei|gangwei|zp)[-_]?(?:title|tit|name|head|hd))(?![a-z])"
)
_LONGEST = 30
_SENTENCE = deferred(r"[，。；！？：:;!?]")
_LEVEL = 4
"""Of such a heading where no label of the page is one."""
_FEWEST_BELOW = 3
"""Lines below the term of a list that heads them."""


def mark(lines: Lines, why: Sequence[str | None]) -> None:
    """Makes such lines headings, over those of the sections below them. `why` tells of each item why it is furniture."""
    items, regions = lines.items, lines.regions
    found = [
        at
        for index, region in enumerate(regions)
        if region.stop == region.start + 1
        and why[at := region.start] is None
        and _may_be_title(items[at])
        and (_NAMED.search(region.names.lower()) or (region.tag == "dt" and _heads(regions, index)))
        and _is_title(items, at, why)
    ]
    if not found:
        return
    levels = [item.heading for item in items if isinstance(item, Line) and item.heading and is_label(item.text)]
    level = max(min(levels) - 1, 1) if levels else _LEVEL
    for at in found:
        item = items[at]
        if isinstance(item, Line):
            items[at] = item._replace(heading=level)


def _may_be_title(item: Item) -> bool:
    return (
        isinstance(item, Line)
        and not item.heading
        and 1 < len(item.text) <= _LONGEST
        and item.linked * 2 < len(item.text)
        and not _SENTENCE.search(item.text)
        and not is_bare_label(item)
    )


def _is_title(items: Sequence[Item], at: int, why: Sequence[str | None]) -> bool:
    item = items[at]
    if isinstance(item, Line) and names_job(item.text):
        return True
    below = next((items[i] for i in range(at + 1, len(items)) if why[i] is None), None)
    if not isinstance(below, Line):
        return False
    enumerator = numbering.read(below.text)
    field = field_of(below.text[enumerator.end :] if enumerator is not None else below.text)
    return field is not None and field.startswith(_SECTIONS)


_SECTIONS = ("duties", "requirements.general", "location", "headcount", "compensation.salary", "job_type")
"""What stands first below a job's name."""


def _heads(regions: Sequence[Region], index: int) -> bool:
    """Whether the block behind a term is more than a value."""
    term = regions[index]
    behind = next((region for region in regions[index + 1 :] if region.start >= term.stop), None)
    return behind is not None and behind.start == term.stop and behind.stop - behind.start >= _FEWEST_BELOW
