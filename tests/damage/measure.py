"""How much of damaged documents the parser gets right; `python tools/damage.py` prints it."""

from collections.abc import Iterable
from typing import NamedTuple

import jdparse
from tests.damage.damages import DAMAGES, Damaged
from tests.scoring import Score, compare


class Measured(NamedTuple):
    """Leaves that agree, that are missed and that are extra, and how many documents are exact."""

    right: int
    missed: int
    extra: int
    exact: int

    @property
    def share(self) -> float:
        """F1 over all leaves."""
        return 2 * self.right / (2 * self.right + self.missed + self.extra)


def score(damaged: Damaged) -> Score:
    """The parser's record of one document against its gold."""
    record = jdparse.parse(damaged.data, damaged.name).data
    return compare(damaged.gold, record)


def measure(kind: str, seeds: Iterable[int]) -> Measured:
    """All of a kind's documents with these seeds."""
    scores = [score(DAMAGES[kind](seed)) for seed in seeds]
    return Measured(
        sum(found.right for found in scores),
        sum(len(found.missed) for found in scores),
        sum(len(found.extra) for found in scores),
        sum(not found.missed and not found.extra for found in scores),
    )
