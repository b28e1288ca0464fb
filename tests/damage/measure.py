"""How much of damaged documents the parser gets right: `python -m tests.damage.measure`, at the top of the repository.

Prints, for each kind of damage, how many leaves of the gold records are right (as `tests.scoring` counts them), and how
many documents are exact. `--kind cells --misses` shows what is wrong in those of one kind, `--kind cells --show 3` the
text of its seed 3.
"""

import argparse
import sys
from collections.abc import Iterable
from typing import NamedTuple

import jdparse
from tests.damage.damages import DAMAGES, Damaged
from tests.scoring import Score, compare

SEEDS = 20
"""Documents of each kind."""


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
    record = jdparse.parse(damaged.data, damaged.name).record
    return compare(damaged.gold, record.model_dump(mode="json"))


def measure(kind: str, seeds: Iterable[int]) -> Measured:
    """All of a kind's documents with these seeds."""
    scores = [score(DAMAGES[kind](seed)) for seed in seeds]
    return Measured(
        sum(found.right for found in scores),
        sum(len(found.missed) for found in scores),
        sum(len(found.extra) for found in scores),
        sum(not found.missed and not found.extra for found in scores),
    )


def main() -> int:
    """Print the table; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kind", choices=DAMAGES, action="append")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="documents of each kind")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--show", type=int, metavar="SEED")
    arguments = parser.parse_args()
    for kind in arguments.kind or DAMAGES:
        if arguments.show is not None:
            damaged = DAMAGES[kind](arguments.show)
            print(damaged.data.decode(errors="replace"), *score(damaged)[1:], sep="\n")
            continue
        found = measure(kind, range(arguments.seeds))
        print(f"{kind:26} {found.share:6.1%} of leaves, {found.exact} of {arguments.seeds} exact")
        for seed in range(arguments.seeds) if arguments.misses else ():
            wrong = score(DAMAGES[kind](seed))
            for line in (*(f"missed {miss}" for miss in wrong.missed), *(f"extra  {extra}" for extra in wrong.extra)):
                print(f"  {seed}: {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
