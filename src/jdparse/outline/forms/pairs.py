"""A label cell and its value cell."""

from collections.abc import Iterator

from jdparse.lines import Grid, Line
from jdparse.outline import labels
from jdparse.outline.entry import Entry, Role
from jdparse.outline.forms.cells import Cell, Content, between, joined, line_of
from jdparse.tracked import Tracked


def pair(label: Cell, value: Cell, content: Content) -> Iterator[Entry]:
    """A label cell and its value cell: one line is the value itself, several are what stands under the label."""
    assert label.text is not None
    line, name, field = line_of(label), label.text.strip("：: "), label.field
    lines = [v for v in value.lines if isinstance(v, Grid) or v.text.text or v.marker]
    single = lines[0] if len(lines) == 1 else None
    if isinstance(single, Line) and single.marker is None:
        text = single.text.strip()
        whole = Tracked.join((name, between(name, "："), text))
        yield Entry(Role.LABEL, line, 0, None, None, name, field, text, whole, "form")
        return
    if field in LISTS and len(lines) > 1 and all(isinstance(v, Line) and v.marker is None for v in lines):
        yield from each_line(name, field, value)
        return
    if field is not None and labels.is_scalar(field) and lines and all(isinstance(v, Line) for v in lines):
        text = joined([v.text for v in lines if isinstance(v, Line)], "\n")
        whole = Tracked.join((name, between(name, "："), text))
        yield Entry(Role.LABEL, line, 0, None, None, name, field, text, whole, "form")
        return
    yield Entry(Role.LABEL, line, 0, None, None, name, field, None, name, "form")
    yield from content(value)


# Fields whose value is mostly one line, but a list where a cell has several.
LISTS = frozenset({"reports_to", "direct_reports", "indirect_reports", "rotation", "substitutes", "duty.frequency"})


def each_line(label: Tracked, field: str | None, cell: Cell) -> Iterator[Entry]:
    """A pair for each line of a cell."""
    for block in cell.lines:
        if isinstance(block, Line) and (text := block.text.strip()):
            yield Entry(Role.LABEL, block.line, 0, None, None, label, field, text, text, "form")
