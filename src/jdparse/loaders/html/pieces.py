"""Texts that the program which made a page cut into elements without a meaning: `<span>展柜</span><span>设计</span>`.

A row of such elements may as well be words side by side; that they are pieces shows where sentences are cut so.
"""

import re
from itertools import islice

from jdparse.patterns import deferred

_SEAM = b"</span><span>"
# a sentence is cut behind a comma, or between six Chinese characters on either side (three bytes each in UTF-8)
_CUT = deferred(
    rb"(?:\xef\xbc\x8c|\xe3\x80\x81|(?:[\xe4-\xe9][\x80-\xbf]{2}){6})\s?</span><span>(?:[\xe4-\xe9][\x80-\xbf]{2}){3}",
    re.DOTALL,
)
_FEWEST_CUTS = 3


def join(page: bytes) -> bytes:
    """The bytes of a page (UTF-8), with texts that it cut into pieces made whole. Linear."""
    if _SEAM not in page or sum(1 for _ in islice(_CUT.finditer(page), _FEWEST_CUTS)) < _FEWEST_CUTS:
        return page
    return page.replace(_SEAM, b"")
