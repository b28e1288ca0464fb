"""How much of a job's record comes back from each layout: `python -m tests.shapes.fidelity`, at the top of the repository.

Prints F1 over the leaves of the records (as `tests.scoring` counts them) and how many documents are exact, by layout.
`--layout cells --misses` shows what is wrong, `--layout cells --show 3` the text and the misses of its third document;
`--write` writes the table to `docs/fidelity.md`.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import jdparse
from tests.scoring import Score, compare
from tests.shapes.documents import Document, document
from tests.shapes.layouts import LAYOUTS

PAGE = """\
# One job, any shape

A generator (`tests/shapes/`) invents jobs of 26 trades and writes each down in some layout, in some format (text, Word with typed
or with Word's own numbers, web page) and dress (half or full width, traditional characters), under labels drawn at random from the
vocabulary, with sections in any order, left out, left empty or said to be 无. `jdparse` reads the file, and its record is
compared with the job. F1 counts leaves: each text of the record at its path, each field that is empty or none, and the
tie between a duty's name and its first task. A document is exact when no leaf is missed and none is extra.

The table is of {documents:,} documents (`python -m tests.shapes.fidelity --documents {documents} --write docs/fidelity.md`;
`make soak` does that with 10,000):

{table}

`run-on` is a whole document on one line; `cells` a form with a cell a line; `rows-2` and `rows-4` one with a row a line and a
blank between its cells. `make test` reads 578 such documents each time.
"""


class Figures(NamedTuple):
    """Leaves that agree, are missed and are extra, and how many of the documents are exact."""

    right: int = 0
    missed: int = 0
    extra: int = 0
    exact: int = 0
    documents: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.missed + self.extra)

    def __add__(self, other: object) -> "Figures":
        assert isinstance(other, Figures)
        return Figures(*(a + b for a, b in zip(self, other, strict=True)))


def made(layout: str, seed: int) -> Document:
    """The document of a seed."""
    return document(random.Random(f"{layout} {seed}"), layout)


def score(found: Document) -> Score:
    """The parser's record of a document against what it must be."""
    record = jdparse.parse(found.data, found.name).record
    return compare(found.gold, record.model_dump(mode="json"))


def figures(layout: str, seeds: Iterable[int]) -> Figures:
    """The figures of a layout's documents with these seeds."""
    total = Figures()
    for seed in seeds:
        right, missed, extra = score(made(layout, seed))
        total += Figures(right, len(missed), len(extra), not missed and not extra, 1)
    return total


def _chunk(layout: str, seeds: Sequence[int]) -> tuple[str, Figures]:
    return layout, figures(layout, seeds)


def measure(layouts: Sequence[str], documents: int) -> dict[str, Figures]:
    """The figures of so many documents, dealt out to the layouts in turn."""
    each = {layout: len(range(number, documents, len(layouts))) for number, layout in enumerate(layouts)}
    work = [(layout, range(at, min(at + 50, count))) for layout, count in each.items() for at in range(0, count, 50)]
    totals = dict.fromkeys(layouts, Figures())
    with ProcessPoolExecutor() as pool:
        for layout, found in pool.map(_chunk, *zip(*work, strict=True)):
            totals[layout] += found
    return totals


def table(totals: dict[str, Figures]) -> list[str]:
    """Lines of a Markdown table."""
    rows = [*totals.items(), ("**all but run-on**", sum((f for name, f in totals.items() if name != "run-on"), Figures()))]  # fmt: skip
    lines = ["| Layout | Documents | Exact | Leaf F1 |", "| --- | ---: | ---: | ---: |"]
    lines += [
        f"| {name} | {found.documents:,} | {found.exact / found.documents:.1%} | {found.f1:.4f} |"
        for name, found in rows
        if found.documents
    ]
    return lines


def _misses(layout: str, seeds: Iterable[int]) -> None:
    kinds: Counter[str] = Counter()
    for seed in seeds:
        found = made(layout, seed)
        _, missed, extra = score(found)
        for sign, lines in (("-", missed), ("+", extra)):
            for line in lines:
                kinds[sign + line.split(": ", 1)[-1].split(" = ")[0]] += 1
                print(f"  {layout} {seed} {found.format} {found.dress}: {sign}{line}")
    print(*kinds.most_common(15), sep="\n")


def main() -> int:
    """Print or write the table; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--layout", choices=LAYOUTS, action="append")
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--show", type=int, metavar="SEED")
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    layouts = arguments.layout or list(LAYOUTS)
    if arguments.show is not None:
        found = made(layouts[0], arguments.show)
        print(jdparse.parse(found.data, found.name).document.text, *score(found)[1:], sep="\n")
    elif arguments.misses:
        for layout in layouts:
            _misses(layout, range(arguments.documents))
    else:
        shown = table(measure(layouts, arguments.documents))
        print(*shown, sep="\n")
        if arguments.write is not None:
            page = PAGE.format(documents=arguments.documents, table="\n".join(shown))
            arguments.write.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
