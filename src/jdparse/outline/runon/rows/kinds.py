"""Kinds of columns, by what their cells look like."""

from enum import Enum


class Kind(Enum):
    """What a column's cells look like."""

    TEXT = "text"
    LIST = "list"
    FREQUENCY = "frequency"
    LEVEL = "level"
    SHARE = "share"
    NUMBER = "number"
    SIDE = "side"
    MEANS = "means"
    YEARS = "years"


OPEN = frozenset({Kind.TEXT, Kind.LIST})
"""Kinds whose cells begin and end where others do."""
