"""The interpretation of a document as a validated record."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from jdparse.clean import furniture
from jdparse.diagnostics import DIAGNOSTICS
from jdparse.document import Document, Note
from jdparse.interpret.employer import ONE_VALUE
from jdparse.interpret.file import Interpretation
from jdparse.interpret.trees import Derived, Tree
from jdparse.tracked import Tracked

if TYPE_CHECKING:
    from jdparse.validation import Data

# A diagnostic quotes at most this much of the document.
QUOTE = 40


def record(document: Document, script: str, found: Interpretation, notes: Iterable[Note]) -> "Data":
    """The record. Raises pydantic.ValidationError only for a bug: every tree that `interpret` gives fits the model."""
    from jdparse import validation

    breaks = _line_starts(document.text)
    of_source = validation.keys("source")
    return validation.validated(
        {
            "source": {
                "name": document.name,
                "format": document.format,
                "encoding": document.encoding,
                "sha256": document.sha256,
                "script": script,
                **{key: value for key, value in document.metadata.items() if key in of_source},
                **{key: value.text for key, value in found.metadata.items()},
            },
            "organization": _organization(found),
            "jobs": [plain(job) for job in found.jobs],
            "extra_sections": [plain(section) for section in found.extra_sections],
            "removed": [
                {"reason": reason, "text": text.text, "line": bisect_right(breaks, text.start)}
                for reason, text in furniture.in_order(found.removed)
            ],
            "diagnostics": _diagnostics(breaks, [*((None, note) for note in notes), *found.notes]),
        }
    )


def plain(tree: Tree) -> Any:
    """A tree with strings for tracked texts, and values for what is derived from one."""
    if isinstance(tree, dict):
        return {
            key: value.text if isinstance(value, Tracked) else plain(value) if value else value
            for key, value in tree.items()
        }
    if isinstance(tree, list):
        return [value.text if isinstance(value, Tracked) else plain(value) for value in tree]
    if isinstance(tree, Tracked):
        return tree.text
    return tree.value if isinstance(tree, Derived) else tree


def _organization(found: Interpretation) -> dict[str, Any] | None:
    if not found.organization:
        return None
    out: dict[str, Any] = {}
    for path, values in found.organization.items():
        key = path.removeprefix("organization.")
        out[key] = values[0].text if path in ONE_VALUE else [value.text for value in values]
    return out


def _diagnostics(breaks: list[int], notes: list[tuple[int | None, Note]]) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for job, note in notes:
        kind = DIAGNOSTICS[note.name]
        params = {key: _short(value) for key, value in note.params.items()}
        start, end = note.span if note.span is not None else (None, None)
        out.append(
            {
                "code": kind.code,
                "name": kind.name,
                "level": kind.level,
                "message": kind.render(params),
                "job": job,
                "field": params.get("field"),
                "line": None if start is None else bisect_right(breaks, start),
                "start": start,
                "end": end,
            }
        )
    return sorted(out, key=lambda d: (d["start"] if d["start"] is not None else -1, d["code"], d["end"] or 0))


def _short(value: str | int) -> str | int:
    if isinstance(value, int) or len(value) <= QUOTE:
        return value
    return value[: QUOTE - 1] + "…"


def _line_starts(text: str) -> list[int]:
    return list(accumulate([len(line) + 1 for line in text.split("\n")], initial=0))[:-1]
