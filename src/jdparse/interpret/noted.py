"""Diagnostics with the job that they are of."""

from jdparse.document import Note
from jdparse.tracked import Span, Tracked

Notes = list[tuple[int | None, Note]]
"""Diagnostics with the index of their job, None for the file's."""


def note(name: str, at: Tracked, **params: str) -> tuple[int | None, Note]:
    """A diagnostic of the file at a place of its text."""
    return None, Note(name, Span(at.start, at.end), params)
