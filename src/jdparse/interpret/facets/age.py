"""How old the holder of a job may be: 25-40岁, 35岁以下, 年满18周岁."""

from jdparse.interpret.facets.quantities import Quantity, bounds, quantities
from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Tree
from jdparse.tracked import Tracked

# The age from which the law lets people work (Labour Law, article 15), and a year below; 3-6岁 are the children that a nurse looks after.
_YOUNGEST = 15
_OLDEST = 80


def read(reading: Reading) -> Tree:
    """`{min, max}`, the widest that the clauses give: with a limit for men and one for women, both are within it."""
    return reading.asked("requirements.age", _limits) or {}


def _limits(clauses: tuple[Tracked, ...], own: bool) -> dict[str, Tree] | None:
    found: list[Quantity] = []
    for clause in clauses:
        said = own or "年龄" in clause.text
        found += [quantity for quantity in quantities(clause) if _is_age(quantity, said)]
    lowest = min((q for q in found if q.low is not None), key=lambda q: q.low or 0, default=None)
    highest = max((q for q in found if q.high is not None), key=lambda q: q.high or 0, default=None)
    if lowest is None and highest is None:
        return None
    return bounds(lowest, highest)


def _is_age(found: Quantity, said: bool) -> bool:
    ends = [end for end in (found.low, found.high) if end is not None]
    return (
        (found.unit == "岁" or (said and found.unit == ""))
        and not (found.exact and found.unit == "")
        and all(end == int(end) and _YOUNGEST <= end <= _OLDEST for end in ends)
    )
