"""Scores the parser on documents with gold records: `python tools/score.py [FOLDER …]`.

Prints F1 for each folder of documents and, with `--misses`, what each document misses. `tests/documents` are developed on; the
documents of `tests/held_out` are not looked at while rules are written, so that their figure says something.
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = "held_out"
"""The folder whose misses are never shown."""
sys.path.insert(0, str(ROOT))

import jdparse  # noqa: E402
from tests.scoring import compare  # noqa: E402


def main() -> int:
    """Print the scores; returns 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="*", type=Path, default=[ROOT / "tests/documents", ROOT / "tests/held_out"])
    parser.add_argument("--misses", action="store_true", help="print what each document misses, but those held out")
    arguments = parser.parse_args()
    for folder in arguments.folder:
        right = missed = extra = exact = 0
        scores: list[float] = []
        for gold in sorted(folder.glob("*/gold.json")):
            (source,) = gold.parent.glob("input.*")
            record = jdparse.parse(source.read_bytes(), source.name).data
            score = compare(json.loads(gold.read_text(encoding="utf-8")), record)
            right, missed, extra = right + score.right, missed + len(score.missed), extra + len(score.extra)
            exact += not score.missed and not score.extra
            scores.append(score.f1 if score.right else float(not score.missed and not score.extra))
            if arguments.misses and folder.name != HELD_OUT and (score.missed or score.extra):
                print(gold.parent.name, *score.missed, *score.extra, sep="\n  ")
        print(
            f"{folder.name}: {len(scores)} documents, {exact} exact, mean F1 {sum(scores) / len(scores):.3f}; leaves:"
            f" precision {right / (right + extra):.3f}, recall {right / (right + missed):.3f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
