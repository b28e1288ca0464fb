"""Boxes to tick: `□男 ☑女`, `（ ）白班 （√）夜班`, `- [x] 全职`."""

from jdparse.patterns import deferred

BOX = deferred(
    r"(?P<on>[（(\[［【〔]\s*[√✓✔vVxX]\s*[)）\]］】〕]|[☑☒■√✓✔●◉])|(?P<off>[（(\[［【〔]\s*[)）\]］】〕]|[□☐○◯])"
)
"""A box; the group `on` or `off` says whether it is ticked."""
