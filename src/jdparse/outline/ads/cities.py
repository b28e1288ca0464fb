"""Words that name a place beside each other, as boards set them: `苏州 吴中区`, `成都 武侯 二环路南四段51号`."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from jdparse.patterns import deferred

# the parts of a city: 吴中区, 如东县, 高新区; and of an address: 金枫南路218号, 科技园
_PART = deferred(r"[^\W\x00-\x7f\d]{1,7}(?:区|县|市|镇|乡|街道|新城|旗)")
_WITHIN = deferred(r"[-—·/]")
_ADDRESS = deferred(r"[^\W\x00-\x7f][^\W_]*(?:\d[\d\-—]*[号弄栋座楼层室幢]|[路街道村园厦场港站])")
_IN_ADDRESS = deferred(r"[^\W\x00-\x7f][^\W_]{1,23}")
_LINE = deferred(
    r"(?:[^\W\x00-\x7f\d]{2,8}[ ]?[-–—·][ ]?[^\W\x00-\x7f\d]{2,8}[ ]+)?"
    r"(?P<city>[^\W\x00-\x7f\d]{2,5}[^\s，。；：！？、]{0,40}?[市区县镇路街道][^\s，。；：！？、]{0,40}(?:\d[\dA-Za-z\-—]*[号弄栋座楼层室幢库院][^\s，。；：！？、]{0,16}|[路街村园厦场港站库]))"
)
_BUILDING = deferred(
    r"(?:[^\W\x00-\x7f\d]{2,6}[ \t·]{1,3})?[^\W\x00-\x7f\d]{2,7}(?:路|街|大道)[^\s，。；：！？、]{0,14}(?:底商|小区|家园|花园|广场|大厦|写字楼|商铺|门面|市场|院内)"
)
_LONGEST = 24


@cache
def _cities() -> frozenset[str]:
    text = Path(__file__).parents[2].joinpath("data", "cities.txt").read_text("utf-8")
    return frozenset(name for line in text.splitlines() if not line.startswith("#") for name in line.split())


def is_city(word: str) -> bool:
    """Whether a word begins with the name of a city and has but parts of it behind that: 苏州, 苏州市, 南通-如东县, 成都·武侯."""
    return len(word) <= _LONGEST and _WITHIN.split(word, 1)[0].removesuffix("市").removesuffix("省") in _cities()


def is_place(text: str) -> bool:
    """Whether a text is nothing but a place that begins with its city: 苏州 吴中区."""
    words = text.split()
    return place(words, 0) == len(words)


def is_address(text: str) -> bool:
    """Whether a line is an address that begins with its city, a part of which may stand before it: 蜀山 - 井岗镇 合肥市蜀山区井岗路3号.

    One of a street and a building needs no city: 桥东 建设大街华星小区底商.
    """
    if _BUILDING.fullmatch(text):
        return True
    found = _LINE.fullmatch(text)
    return found is not None and any(
        text.startswith(name, found.start("city")) for name in _beginnings(text[found.start("city") :])
    )


def _beginnings(text: str) -> Iterator[str]:
    return (text[:length] for length in range(2, 6) if text[:length] in _cities())


def place(words: Sequence[str], start: int) -> int:
    """Where the words end that name one place, or several, from `start` on; `start` where none does."""
    if not is_city(words[start]):
        return start
    end = start + 1
    while end < len(words) and (is_city(words[end]) or _PART.fullmatch(words[end])):
        end += 1
    if (
        len(words) - end <= _MOST_IN_ADDRESS
        and _ADDRESS.fullmatch(words[-1])
        and all(map(_IN_ADDRESS.fullmatch, words[end:]))
    ):
        return len(words)
    return end


_MOST_IN_ADDRESS = 3
"""Words of an address behind the city: 武侯 红牌楼 二环路南四段51号."""
