"""A job's part of the outline, and those of a whole document."""

from typing import NamedTuple

from jdparse.outline.entry import Entry
from jdparse.tracked import Tracked


class Section(NamedTuple):
    """The entries of one job. `name` is the job's name where a heading says it; `heading` the entry that does."""

    name: Tracked | None
    heading: Entry | None
    entries: tuple[Entry, ...]


class Jobs(NamedTuple):
    """The document's own title entry, what stands before the first job, and the jobs."""

    title: Entry | None
    preface: tuple[Entry, ...]
    sections: tuple[Section, ...]
    closing: tuple[Entry, ...] = ()
    """What stands behind several jobs and belongs to none of them alone."""
