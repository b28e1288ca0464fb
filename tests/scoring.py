"""Compares a record with a gold record: which texts are missed, which are extra.

A record falls into leaves, (path, text); a list's items count one by one. A duty with a heading has one leaf more, that
ties the heading to its first task. Texts are compared without white space and punctuation, in one width. A gold may
say more than a record: `{"any": […]}` a text with several readings, `optional` paths that do not count,
`diagnostics_expected`, `removed_expected` (texts that no job may hold), `partial_jobs`; and in a job `either` (groups of
fragments of which the best counts) and `free` (texts that may stand anywhere or nowhere). Hashed golds: `{"sha1": …}`,
`{"any_sha1": […]}`, a duty's `tie`.
"""

import hashlib
import itertools
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

Json = Any
Leaf = tuple[str, Json]
ASIDE = {"facets", "blank_fields", "none_fields", "either", "free"}
TIE = "duties: heading and first task"


class Score(NamedTuple):
    """Leaves that agree, leaves of the gold that the record has not, leaves of the record that the gold has not."""

    right: int
    missed: list[str]
    extra: list[str]

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + len(self.missed) + len(self.extra)) if self.right else 0.0


def fold(text: str) -> str:
    """A text as it is compared."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN" or c in "%#+*").lower()


def digest(text: str) -> str:
    return hashlib.sha1(fold(text).encode(), usedforsecurity=False).hexdigest()


def agrees(gold: Json, text: str) -> bool:
    """Whether a leaf of the gold has a text as one of its readings."""
    match gold:
        case {"any": readings}:
            return any(fold(str(reading)) == fold(text) for reading in readings)
        case {"sha1": value}:
            return bool(value == digest(text))
        case {"any_sha1": values}:
            return digest(text) in values
        case _:
            return fold(str(gold)) == fold(text)


def _is_choice(value: Json) -> bool:
    return isinstance(value, dict) and set(value) in ({"any"}, {"sha1"}, {"any_sha1"})


def _texts(tree: Json, path: tuple[str, ...] = ()) -> Iterator[Leaf]:
    if tree is None or tree in ("", [], {}):
        return
    if isinstance(tree, dict) and not _is_choice(tree):
        for key, value in tree.items():
            if (path or key not in ASIDE) and (path, key) != (("duties",), "tie"):
                yield from _texts(value, (*path, key))
    elif isinstance(tree, list):
        for value in tree:
            yield from _texts(value, path)
    else:
        yield ".".join(path), tree


def _readings(value: Json) -> list[str] | None:
    if not value:
        return [""]
    if _is_choice(value):
        found: list[str] | None = value.get("any")
        return found
    return [str(value)]


def _tie(duty: Json) -> Json:
    if "tie" in duty:
        return duty["tie"]
    if not (duty.get("category") or duty.get("name")) or not duty.get("tasks"):
        return None
    parts = [_readings(part) for part in (duty.get("category"), duty.get("name"), duty["tasks"][0])]
    known = [part for part in parts if part is not None]
    return {"any": ["".join(words) for words in itertools.product(*known)]} if len(known) == len(parts) else None


def leaves(job: Json) -> list[Leaf]:
    """What a job says: its texts, what it leaves blank or says to be none, and the ties of its duties."""
    marks = [(kind, path) for kind in ("blank_fields", "none_fields") for path in job.get(kind) or []]
    ties = [(TIE, tie) for duty in job.get("duties") or [] if (tie := _tie(duty))]
    return [*_texts(job), *marks, *ties]


def _counts(path: str, optional: list[str]) -> bool:
    return not any(path == other or path.startswith(other + ".") for other in optional)


def _plain(value: Json) -> str:
    return str(value["any"][0]) if isinstance(value, dict) and "any" in value else str(value)


def _take(wanted: list[Leaf], have: list[tuple[str, str]], used: set[int]) -> tuple[set[int], list[Leaf]]:
    now: set[int] = set()
    missed: list[Leaf] = []
    for path, value in wanted:
        free = (i for i, (p, text) in enumerate(have) if p == path and i not in used | now and agrees(value, text))
        hit = next(free, None)
        if hit is None:
            missed.append((path, value))
        else:
            now.add(hit)
    return now, missed


def compare_jobs(gold: Json, got: Json, optional: list[str]) -> Score:
    """One job with its gold; `{}` stands for one that is not there."""
    have = [(path, _plain(value)) for path, value in leaves(got) if _counts(path, optional)]
    used, missed = _take([leaf for leaf in leaves(gold) if _counts(leaf[0], optional)], have, set())
    for group in gold.get("either") or []:
        tries = [_take([x for x in leaves(part) if _counts(x[0], optional)], have, used) for part in group]
        now, gone = max(tries, key=lambda found: (len(found[0]) - len(found[1]), -len(found[1])))
        used |= now
        missed += gone
    free = gold.get("free") or []
    left = [leaf for i, leaf in enumerate(have) if i not in used and not any(agrees(text, leaf[1]) for text in free)]
    return Score(len(used), [f"{p} = {v}" for p, v in missed], [f"{p} = {v}" for p, v in left])


def _pairs(gold: list[Json], got: list[Json], optional: list[str]) -> list[tuple[Json, Json]]:
    """Jobs in order, paired so that most leaves agree; `{}` is the partner of one that has none."""
    right = [[compare_jobs(a, b, optional).right for b in got] for a in gold]
    best: dict[tuple[int, int], tuple[int, int, list[tuple[Json, Json]]]] = {}
    for i in range(len(gold), -1, -1):
        for j in range(len(got), -1, -1):
            ways: list[tuple[int, int, list[tuple[Json, Json]]]] = []
            if i < len(gold) and j < len(got):
                hits, pairs, rest = best[i + 1, j + 1]
                ways.append((hits + right[i][j], pairs + 1, [(gold[i], got[j]), *rest]))
            if i < len(gold):
                hits, pairs, rest = best[i + 1, j]
                ways.append((hits, pairs, [(gold[i], {}), *rest]))
            if j < len(got):
                hits, pairs, rest = best[i, j + 1]
                ways.append((hits, pairs, [({}, got[j]), *rest]))
            best[i, j] = max(ways, key=lambda way: way[:2]) if ways else (0, 0, [])
    return best[0, 0][2]


def compare(gold: Json, got: Json) -> Score:
    """A whole record with its gold."""
    optional = gold.get("optional") or []
    wanted, found = gold.get("jobs") or [], got.get("jobs") or []
    if gold.get("partial_jobs"):
        found = found[: len(wanted)]
    right = 0
    missed: list[str] = []
    extra: list[str] = []
    for number, (one, other) in enumerate(_pairs(wanted, found, optional)):
        score = compare_jobs(one, other, optional)
        right += score.right
        missed += [f"job {number}: {line}" for line in score.missed]
        extra += [f"job {number}: {line}" for line in score.extra]
    names = {note["name"] for note in got.get("diagnostics") or []}
    for name in gold.get("diagnostics_expected") or []:
        if name in names:
            right += 1
        else:
            missed.append(f"diagnostic {name}")
    held = "\n".join(fold(_plain(value)) for job in found for _, value in leaves(job))
    extra += [f"in a job: {line}" for line in gold.get("removed_expected") or [] if _holds(held, line)]
    return Score(right, missed, extra)


def _holds(held: str, line: Json) -> bool:
    if isinstance(line, dict):
        length, wanted = line["len"], line["sha1"]
        texts = (row[i : i + length] for row in held.split("\n") for i in range(len(row) - length + 1))
        return any(hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest() == wanted for text in texts)
    return bool(fold(line)) and fold(line) in held
