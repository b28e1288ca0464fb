"""Job descriptions as people write them, parsed: what the parse noticed, and where the record's values stand."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import PurePath

from jdparse import ledger, pipeline
from jdparse.check.found import Content, Found, Unit
from jdparse.check.places import Lines, Part, Place, Steps
from jdparse.diagnostics import DIAGNOSTICS
from jdparse.document import Block, Document, Paragraph
from jdparse.lint.rules import is_rule
from jdparse.options import Options
from jdparse.pipeline import Parsed
from jdparse.tracked import Tracked

SUFFIXES = (".txt", ".md", ".docx", ".html", ".htm", ".mht", ".mhtml")
"""The suffixes of the sources that are looked for in a folder."""

NOTED = frozenset({"blank-field", "no-job-found"})
"""What the parse notes itself, and places better than a rule can: a blank at its label, which is in no record."""

_WITH_LINES = "txt"
"""The format whose source text has the lines of the file."""


def read(data: bytes, name: str, options: Options) -> Content:
    """A source parsed. Raises JdparseError as `pipeline.parse` does."""
    parsed = pipeline.parse(data, PurePath(name).name, options)
    source = _Source(parsed)
    text = parsed.document.text if parsed.document.format == _WITH_LINES else ""
    return Content([Unit(parsed.record, source.locate, NOTED)], list(source.noticed()), text)


class _Source:
    """A parsed document; where its values stand is found out when it is asked for."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._lines = Lines(parsed.document.text)

    @cached_property
    def _values(self) -> dict[str, Tracked]:
        return dict(ledger.pointers(self._parsed.interpretation))

    @cached_property
    def _first(self) -> dict[str, Tracked]:
        """For each pointer above a value the first value below it."""
        first: dict[str, Tracked] = {}
        for pointer, value in self._values.items():
            above = pointer.rpartition("/")[0]
            while above and above not in first:
                first[above] = value
                above = above.rpartition("/")[0]
        return first

    @cached_property
    def _parts(self) -> list[tuple[int, int, Part]]:
        return sorted(_parts(self._parsed.document), key=lambda part: part[0])

    def noticed(self) -> Iterator[Found]:
        """What the parse noticed, but what belongs to rules that look at a record.

        The message is that of the record; its parameters are read back from it.
        """
        for diagnostic in self._parsed.record.diagnostics:
            if is_rule(diagnostic.name) and diagnostic.name not in NOTED:
                continue
            params = DIAGNOSTICS[diagnostic.name].params(diagnostic.message) or {}
            job = None if diagnostic.job is None else f"jobs[{diagnostic.job}]"
            place = None if diagnostic.start is None else self._place(diagnostic.start, diagnostic.end)
            subject = "" if place is None else self._lines.text[diagnostic.start : diagnostic.end]
            field = ".".join(step for step in (job, diagnostic.field) if step)
            yield Found(diagnostic.name, params, place, field, subject or diagnostic.message)

    def locate(self, steps: Steps, text: str = "") -> Place | None:
        """The place of a value, or of a text in it, or of the first value of what it belongs to."""
        pointer = "".join(f"/{step}" for step in steps)
        value = self._values.get(pointer)
        if value is not None:
            at = value.text.find(text) if text else -1
            part = value if at < 0 else value[at : at + len(text)]
            return self._place(part.start, part.end)
        if (inner := self._first.get(pointer)) is not None:
            return self._place(inner.start, inner.end)
        return self.locate(steps[:-1]) if len(steps) > 2 else None

    def _place(self, start: int, end: int | None) -> Place:
        if self._parsed.document.format == _WITH_LINES:
            return self._lines.place(start, end)
        return self._lines.place(start, end, self._part(start))

    def _part(self, offset: int) -> Part | None:
        index = bisect_right(self._parts, offset, key=lambda part: part[0]) - 1
        if index < 0 or offset > self._parts[index][1]:
            return None
        return self._parts[index][2]


def _parts(document: Document) -> Iterator[tuple[int, int, Part]]:
    """The ranges of the source text that are a paragraph or a cell."""
    paragraphs = tables = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            paragraphs += 1
            yield block.start, block.end, Part(paragraph=paragraphs)
        else:
            tables += 1
            for cell in block.cells:
                for start, end in _ranges(cell.blocks):
                    yield start, end, Part(table=tables, row=cell.row + 1, column=cell.column + 1)


def _ranges(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    return ((block.start, block.end) for block in blocks)
