"""What a notice says of its jobs behind them, by their names: `岗位条件` over `监控班长：中专以上，…`, where a table lists the jobs."""

from collections.abc import Sequence

from jdparse.outline.ads.by_name import field_of
from jdparse.outline.ads.posts import COUNTED
from jdparse.outline.ads.told import ENDS, said
from jdparse.outline.entry import Entry, Role
from jdparse.outline.jobs.section import Section


def attached(sections: list[Section], entries: Sequence[Entry]) -> tuple[list[Section], tuple[Entry, ...]]:
    """The jobs with what `entries` behind them say of each by its name, and the rest of those.

    Each must be of a job, two of them at least: one alone may be a word like any other.
    """
    names = {name: at for at, section in enumerate(sections) if (name := _name(section)) is not None}
    if len(names) < 2:
        return sections, tuple(entries)
    told: dict[int, list[Entry]] = {}
    rest: list[Entry] = []
    heading = ""
    for entry in entries:
        if entry.role is Role.LABEL and entry.field is not None and entry.text is None:
            heading = entry.field
        at = names.get(entry.label.text.strip()) if entry.label is not None and entry.field is None else None
        if at is None or entry.text is None:
            rest.append(entry)
            continue
        value = said(entry._replace(label=None), entry.text.strip(ENDS), field_of(entry.text, heading))
        told.setdefault(at, []).append(value)
    if len(told) < 2:
        return sections, tuple(entries)
    return [
        section._replace(entries=(*section.entries, *told.get(at, ()))) for at, section in enumerate(sections)
    ], tuple(rest)


def with_rows(
    sections: list[Section],
) -> tuple[list[Section], tuple[Entry, ...], tuple[Entry, ...]]:
    """The jobs, those that a text describes with what a table behind it has in a row for each; what leads to the table; what stands behind it.

    Each row is of a job of the text, two at least; otherwise the jobs as they are, and nothing.
    """
    first = next((at for at, section in enumerate(sections) if _is_row(section)), 0)
    described, rows = sections[:first], sections[first:]
    names = {name: at for at, section in enumerate(described) if (name := _name(section)) is not None}
    at_row = [names.get(_name(row) or "") for row in rows]
    if len(rows) < 2 or len(names) < len(described) or not all(map(_is_row, rows)) or None in at_row:
        return sections, (), ()
    if len(set(at_row)) < len(rows):
        return sections, (), ()
    own, leading = _without_lead(described[-1].entries)
    described[-1] = described[-1]._replace(entries=own)
    last = rows[-1].entries
    end = next((i for i, entry in enumerate(last) if entry.fresh or entry.behind), len(last))
    rows[-1] = rows[-1]._replace(entries=last[:end])
    for at, row in zip(at_row, rows, strict=True):
        assert at is not None
        described[at] = described[at]._replace(entries=(*described[at].entries, *_heading(row), *row.entries))
    return described, leading, last[end:]


def _heading(row: Section) -> tuple[Entry, ...]:
    """The name in a row's cell, which the job has already."""
    heading = row.heading
    return () if heading is None else (heading._replace(role=Role.LABEL, field="title", text=heading.whole),)


def _is_row(section: Section) -> bool:
    """Whether a job is a row of a table with its name in a cell."""
    heading = section.heading
    return heading is not None and heading.role is Role.TITLE and heading.fresh and heading.label is None


def _without_lead(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries of the last job above a table without the lines that lead to it, and these: 三、岗位条件 over 资格条件见下表："""
    end = len(entries)
    while end and entries[end - 1].set_off == "header":
        end -= 1
    begin = end
    while begin and _leads(entries[begin - 1]):
        begin -= 1
    return (*entries[:begin], *entries[end:]), tuple(entries[begin:end])


def _leads(entry: Entry) -> bool:
    text = entry.whole.text
    return entry.text is None if entry.role is Role.LABEL else text.endswith(("：", ":")) or "表" in text[-6:]


def _name(section: Section) -> str | None:
    """A job's name without how many are sought."""
    text = section.name
    if text is None:
        text = next((e.text for e in section.entries if e.field == "title" and e.text is not None), None)
    return COUNTED.sub("", text.text) if text is not None else None
