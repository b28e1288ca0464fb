"""What stands behind the jobs of a page: answers, similar jobs, and what a site says of itself."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from jdparse.loaders.html import hints
from jdparse.loaders.html.items import Item, Line, Region, Table
from jdparse.loaders.html.weights import FEWEST_LABELS, Sums, field_of, is_sentence
from jdparse.patterns import deferred


def drop_behind(items: Sequence[Item], regions: Sequence[Region], sums: Sums, found: list[str | None]) -> None:
    """Drops what stands behind the block of the page that holds its job descriptions, and says nothing of a job itself.

    That is the smallest block with nine tenths of the labels and numbered lines that are left. Answers and comments, similar
    jobs, and what a board says of itself and of employers stand behind it, with names that tell nothing. Lines right behind
    it, in no block of their own, are of the same text.
    """
    evidence = (
        0 if why or before == behind else _evidence(item, behind - before)
        for item, why, (before, behind) in zip(items, found, pairwise(sums.labels), strict=True)
    )
    labels = list(accumulate(evidence, initial=0))
    if labels[-1] < 2 * FEWEST_LABELS:
        return
    least = labels[-1] * _SHARE
    _length, stop, around, block_of_jobs = min(
        (
            (r.stop - r.start, r.stop, r.parent, i)
            for i, r in enumerate(regions)
            if labels[r.stop] - labels[r.start] >= least
        ),
        default=(0, len(items), -1, -1),
    )
    _behind_others(items, regions, found, labels, block_of_jobs)
    text = regions[around].stop if around >= 0 else len(items)
    blocks = iter(region for region in regions if region.start >= stop and region.stop > region.start)
    block = next(blocks, None)
    while stop < len(items):
        while block is not None and block.start < stop:
            block = next(blocks, None)
        at = block if block is not None and block.start == stop else None
        end = at.stop if at is not None else stop + 1
        beside = stop < text and (at is None or (at.parent == around and at.tag == "p"))
        left = None in found[stop:end]
        if left and not beside and labels[end] == labels[stop] and not _goes_on(items[stop:end]):
            hint = hints.of(at.tag, at.names) if at is not None else None
            reason = hint.reason if hint is not None else "site_notice"
            found[stop:end] = [why or reason for why in found[stop:end]]
        stop = end


def _behind_others(
    items: Sequence[Item], regions: Sequence[Region], found: list[str | None], labels: Sequence[int], around: int
) -> None:
    """Drops the parts of that block that stand behind similar jobs or comments, with no label in them: what a site says of itself."""
    others = False
    for region in regions:
        start, stop = region.start, region.stop
        if region.parent != around or stop <= start:
            continue
        if all(found[start:stop]):
            others = others or found[start] in ("related_links", "comments")
        elif labels[start] < labels[-1]:
            others = False
        elif others and not _goes_on(items[start:stop]):
            found[start:stop] = [why or "site_notice" for why in found[start:stop]]


def _evidence(item: Item, labels: int) -> int:
    """Labels and half as many numbered lines of an item; 投递简历 alone is a button or the head of a procedure."""
    if isinstance(item, Table):
        return labels
    field = field_of(item.text.rstrip("：: "), whole=True)
    return 0 if (field or "").startswith("application.") else labels


_SHARE = 0.9
_GOES_ON = deferred(
    r"(?:简历|簡歷|应聘|應聘|报名|報名|投递|投遞|咨询|諮詢|有意|感兴趣|聯絡|联系).{0,40}(?:@|电话|電話|邮箱|信箱|微信|地址|\d{7})"
    r"|[\w.-]@[\w-]+\.\w|(?:电话|電話|手机|邮箱|微信|联系人|聯絡人)\s*[:：]"
)


# 电话咨询 微信咨询 TOP are buttons
_SAYS = deferred(r"[，。：:@]|\d{7}")


def _goes_on(items: Sequence[Item]) -> bool:
    """Whether a block may belong to a job though it stands apart: it says how to apply, or who the employer is."""
    texts = [line.text for line in _lines(items)]
    bare = False
    for text in texts:
        if _SAYS.search(text) and _GOES_ON.search(text):
            return True
        if _is_bare(text):
            bare = True
        elif field_of(text) is not None:
            return True
    return bare and any(map(is_sentence, texts))


def _lines(items: Sequence[Item]) -> Iterator[Line]:
    for item in items:
        if isinstance(item, Line):
            yield item
        else:
            for cell in item.cells:
                yield from _lines(cell.items)


def _is_bare(text: str) -> bool:
    return field_of(text.rstrip("：: "), whole=True) is not None
