"""Titles of jobs that a page sets as titles by the class of their element alone, or as the term of a definition list.

`<p class="zp_title">室内设计师</p>` over `<p>岗位职责：</p>` is a heading to a reader, who sees its size and colour. A line counts that has such
a class, or is a `dt` over several lines, reads as a job's name or stands right over a label of job descriptions, and is no label itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

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
    candidates = [
        at
        for index, region in enumerate(regions)
        if region.stop == region.start + 1
        and why[at := region.start] is None
        and _may_be_title(items[at])
        and (_NAMED.search(region.names.lower()) or (region.tag == "dt" and _heads(regions, index)))
    ]
    below = Counter(_below(items, at, why) for at in candidates)
    found = [at for at in candidates if _is_title(items, at, why) or _is_over_heading(_below(items, at, why), below)]
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
    below = _below(items, at, why)
    enumerator = numbering.read(below)
    field = field_of(below[enumerator.end :] if enumerator is not None else below)
    return field is not None and field.startswith(_SECTIONS)


def _below(items: Sequence[Item], at: int, why: Sequence[str | None]) -> str:
    """The text of the next line that is no furniture; empty where a table is next."""
    below = next((items[i] for i in range(at + 1, len(items)) if why[i] is None), None)
    return below.text if isinstance(below, Line) else ""


def _is_over_heading(below: str, over: Mapping[str, int]) -> bool:
    """Whether several such lines stand right over one and the same short line, a heading that nobody needs to know: 你的日常"""
    return over[below] > 1 and 1 < len(below) <= _LONGEST_HEADING and not _SENTENCE.search(below.rstrip("：:"))


_LONGEST_HEADING = 12


_SECTIONS = ("duties", "requirements.general", "location", "headcount", "compensation.salary", "job_type")
"""What stands first below a job's name."""


def _heads(regions: Sequence[Region], index: int) -> bool:
    """Whether the block behind a term is more than a value."""
    term = regions[index]
    behind = next((region for region in regions[index + 1 :] if region.start >= term.stop), None)
    return behind is not None and behind.start == term.stop and behind.stop - behind.start >= _FEWEST_BELOW
