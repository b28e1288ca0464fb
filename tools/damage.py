"""Measures the parser on damaged documents: `python tools/damage.py [KIND …]`.

For each kind of damage (`tests/damage/damages.py`) it prints how many leaves of the gold records are right, as
`tests/scoring.py` counts them, and how many documents are exact; `--misses` adds what is wrong, `--show 3` prints the
document of seed 3 instead.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.damage.damages import DAMAGES  # noqa: E402
from tests.damage.measure import measure, score  # noqa: E402


def main() -> int:
    """Print the table; returns 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", nargs="*", default=list(DAMAGES), metavar="KIND", help="such as cells, wrapped")
    parser.add_argument("--seeds", type=int, default=60, help="documents of each kind (60)")
    parser.add_argument("--first", type=int, default=0, help="the first seed (0)")
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    parser.add_argument("--show", type=int, metavar="SEED", help="print a document")
    arguments = parser.parse_args()
    seeds = range(arguments.first, arguments.first + arguments.seeds)
    for kind in arguments.kind:
        if arguments.show is not None:
            sys.stdout.buffer.write(DAMAGES[kind](arguments.show).data)
            continue
        found = measure(kind, seeds)
        print(f"{kind:26} {found.share:6.1%} of leaves, {found.exact} of {len(seeds)} exact")
        for seed in seeds if arguments.misses else ():
            wrong = score(DAMAGES[kind](seed))
            print(*(f"  {seed} missed {line}\n" for line in wrong.missed), sep="", end="")
            print(*(f"  {seed} extra  {line}\n" for line in wrong.extra), sep="", end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
