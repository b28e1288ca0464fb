"""Texts through the pipeline, looked at behind one stage: what the data-driven tests compare."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import jdparse
from jdparse.outline import levels

CASES = Path(__file__).parent / "cases"


def cases(name: str, *, defects: bool = True) -> list[Any]:
    """The cases of a file as parameters; one with `defect` is known to fail, and why, unless `defects` is False."""
    rows: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [
        pytest.param(
            row,
            id=row["title"],
            marks=pytest.mark.xfail(reason=row["defect"], strict=True) if defects and "defect" in row else (),
        )
        for row in rows
    ]


def record(text: str, name: str = "-") -> dict[str, Any]:
    """The record of a text, as JSON has it."""
    return jdparse.parse(text.encode(), name).data


def tasks(job: dict[str, Any]) -> list[str]:
    """All tasks of a job's duties in a row."""
    return [task for duty in job["duties"] for task in duty["tasks"]]


def outline(text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """How the entries of the text's jobs nest: one line a node, two blanks a level."""
    found: list[tuple[levels.Node, ...]] = []
    tree = levels.tree

    def watched(*args: Any, **kwargs: Any) -> Any:
        nodes, notes = tree(*args, **kwargs)
        found.append(nodes)
        return nodes, notes

    monkeypatch.setattr(levels, "tree", watched)
    jdparse.parse(text.encode())
    return "\n".join(line for nodes in found for line in _lines(nodes, ""))


def _lines(nodes: tuple[levels.Node, ...], indent: str) -> Iterator[str]:
    for node in nodes:
        marker = node.entry.marker.text.strip() if node.entry.marker else ""
        yield indent + " ".join(part for part in (marker, node.entry.whole.text) if part)
        yield from _lines(node.children, indent + "  ")
