"""Cards that a page sets among those of its jobs, and that are none: an offer, a prompt (想自己当老板？ 申请加盟)."""

from collections.abc import Sequence

from jdparse.loaders.html.items import Item, Line, Region
from jdparse.loaders.html.weights import Sums

_FEWEST_CARDS = 3
_MOST_LINES = 6


def drop(items: Sequence[Item], regions: Sequence[Region], sums: Sums, found: list[str | None]) -> None:
    """Gives the reason `navigation` to short cards with a link and without a heading or label, where all others have a heading."""
    cards: dict[tuple[int, str], list[Region]] = {}
    for region in regions:
        if region.names and region.stop > region.start:
            cards.setdefault((region.parent, region.names.split(maxsplit=1)[0]), []).append(region)
    for alike in cards.values():
        if len(alike) <= _FEWEST_CARDS:
            continue
        bare = [region for region in alike if not _is_headed(items[region.start])]
        if not bare or len(alike) - len(bare) < _FEWEST_CARDS or len(bare) * 3 > len(alike):
            continue
        for region in bare:
            own = items[region.start : region.stop]
            if (
                len(own) <= _MOST_LINES
                and not sums.between(sums.labels, region.start, region.stop)
                and any(isinstance(item, Line) and item.links for item in own)
            ):
                found[region.start : region.stop] = ["navigation"] * len(own)


def _is_headed(item: Item) -> bool:
    return isinstance(item, Line) and item.heading > 0
