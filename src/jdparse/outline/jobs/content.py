"""Whether entries say anything of a job."""

from collections.abc import Sequence

from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred

CORE = deferred(r"(?:duties|duty\.|requirements\.|summary|authority|reports_to|performance_standards|kpis|relations\.)")


def has_content(entries: Sequence[Entry]) -> bool:
    """Whether there is anything of a job: a known label, but for headings that nothing follows, or a numbered list."""
    while entries and entries[-1].role is Role.LABEL and entries[-1].text is None and entries[-1].set_off == "bare":
        entries = entries[:-1]
    if any(
        e.role is Role.LABEL
        and e.field is not None
        and not e.field.startswith("organization.")
        and (e.field != "title" or e.text is not None)  # 招聘岗位 over the jobs
        for e in entries
    ):
        return True
    return sum(e.enumerator is not None and e.role is Role.ITEM for e in entries) >= 2


def has_core(entries: Sequence[Entry]) -> bool:
    if entries and entries[-1].text is None and entries[-1].set_off == "bare":
        entries = entries[:-1]  # 岗位概况 over the form
    return any(e.role is Role.LABEL and e.field is not None and CORE.match(e.field) for e in entries)
