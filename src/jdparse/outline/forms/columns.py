"""A column of a table, and what columns side by side make of the table."""

from collections.abc import Sequence
from typing import NamedTuple

from jdparse.tracked import Tracked


class Column(NamedTuple):
    """A column of a table: where it stands, its label and what that names."""

    column: int
    columns: int
    label: Tracked | None
    field: str | None


# What a column of a duty table means, where its label names a field of the job elsewhere.
DUTY_COLUMN = {
    "duties": "duty.tasks",
    "duty.category": "duty.name",
    "performance_standards": "duty.standards",
    "kpis": "duty.standards",
    "requirements.knowledge": "duty.knowledge",
    "requirements.skills": "duty.skills",
}


def are_duties(fields: Sequence[str | None]) -> bool:
    """Whether the columns are those of a table with duties in its rows."""
    duty = [f for f in fields if f is not None and (f.startswith("duty.") or f == "duties")]
    return len(duty) >= 2 or (bool(duty) and len([f for f in fields if f in DUTY_COLUMN or f == "column.number"]) >= 2)


def are_many_duties(fields: Sequence[str | None]) -> bool:
    """Whether so many columns are those of duties that what the others are called, or hold, does not matter."""
    own = {DUTY_COLUMN.get(field, field) for field in fields if field is not None}
    return "duty.tasks" in own and sum(field.startswith("duty.") for field in own) >= 3
