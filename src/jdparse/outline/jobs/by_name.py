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


def _name(section: Section) -> str | None:
    """A job's name without how many are sought."""
    text = section.name
    if text is None:
        text = next((e.text for e in section.entries if e.field == "title" and e.text is not None), None)
    return COUNTED.sub("", text.text) if text is not None else None
