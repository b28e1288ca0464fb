"""Phrases with the facets that they give: how they are written down, read and counted."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from jdparse.assemble import plain
from jdparse.interpret import facets
from jdparse.interpret.draft import SCALARS, Draft
from jdparse.records import Facets
from jdparse.tracked import Tracked

CASES = Path(__file__).parent / "cases"


class Phrase(NamedTuple):
    """A text, the record path that it stands in, the label before it ("" for none), and the facets that it gives."""

    path: str
    label: str
    text: str
    expected: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.path}: {self.label}{self.text}"


class Counts(NamedTuple):
    """Facets that agree, that are missed, and that are extra, with the phrases where they are not the same."""

    right: int
    missed: int
    extra: int
    wrong: list[str]

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def phrases(name: str) -> list[Phrase]:
    """The phrases of a file of `tests/cases`."""
    groups = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [
        Phrase(group["field"], group.get("label", ""), text, expected)
        for group in groups
        for text, expected in group["phrases"].items()
    ]


def draft(phrase: Phrase) -> Draft:
    """A job that says nothing but the phrase."""
    source = f"{phrase.label}：{phrase.text}" if phrase.label else phrase.text
    value = Tracked.of(source, len(source) - len(phrase.text))
    found = Draft(labels=[Tracked.of(source, 0, len(phrase.label))] if phrase.label else [])
    if phrase.path in SCALARS:
        found.scalars[phrase.path] = value
    elif phrase.path != "duties":
        found.lists[phrase.path] = [value]
    return found


def read(phrase: Phrase) -> dict[str, Any]:
    """The facets of a phrase as JSON has them."""
    return Facets.model_validate(plain(facets.read(draft(phrase), "simplified"))).model_dump(mode="json")


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """What is not null or empty, by path; a language with its level is one."""
    if isinstance(tree, dict) and "language" not in tree:
        for key, value in tree.items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value, path)
    elif tree is not None:
        yield path, json.dumps(tree, sort_keys=True)


def count(rows: list[Phrase]) -> Counts:
    """How the facets of phrases agree with what they must give."""
    right = missed = extra = 0
    wrong: list[str] = []
    for phrase in rows:
        want, have = set(leaves(phrase.expected)), set(leaves(read(phrase)))
        right += len(want & have)
        missed += len(want - have)
        extra += len(have - want)
        if want != have:
            wrong.append(f"{phrase}: missed {sorted(want - have)}, extra {sorted(have - want)}")
    return Counts(right, missed, extra, wrong)
