"""Forms of Word, and what each of their jobs says."""

from collections.abc import Sequence
from functools import reduce
from typing import Any

import pytest

import jdparse
from tests.stages import cases
from tests.word.sheet import Cell, Sheet, grid


def _cell(given: str | list[Any]) -> Cell:
    """A cell of a case: its lines, and where they are more than one how many columns and rows it stands over."""
    if isinstance(given, str):
        given = [given]
    text, across, down = (*given, 1, 1)[:3]
    return Cell(tuple(text.split("\n")) if text else (), across, down)


def _table(rows: Sequence[Sequence[str | list[Any]]]) -> str:
    cells = [[_cell(given) for given in row] for row in rows]
    return grid([2] * sum(cell.across for cell in cells[0]), *cells)


def _document(blocks: Sequence[Any], header: str) -> bytes:
    body = tuple(block if isinstance(block, str) else _table(block) for block in blocks)
    return Sheet(body, (header,) if header else ()).save()


def _said(value: Any) -> Any:
    """A part of a record without what it leaves empty."""
    if isinstance(value, dict):
        return {key: said for key, inner in value.items() if (said := _said(inner)) not in (None, [], {})}
    return [_said(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("case", cases("forms"))
def test_form(case: dict[str, Any]) -> None:
    source = _document(case["document"], case.get("header", ""))
    record = jdparse.parse(source, "form.docx").record.model_dump(mode="json")
    assert len(record["jobs"]) == len(case["jobs"])
    for job, wanted in zip(record["jobs"], case["jobs"], strict=True):
        found = {path: _said(reduce(lambda part, key: part[key], path.split("."), job)) for path in wanted}
        assert found == wanted
    for path, value in case.get("file", {}).items():
        assert _said(reduce(lambda part, key: part[key], path.split("."), record)) == value
