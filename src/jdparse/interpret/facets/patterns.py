"""Regular expressions that are compiled when a text first needs them: a cold parse of one file uses few of them."""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The compiled form of a pattern."""
    return re.compile(pattern)
