"""Cells that show by themselves where they begin and end: each kind as an expression, with how sure a find is."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from jdparse.outline.runon.rows.kinds import Kind
from jdparse.patterns import deferred


class Cell(NamedTuple):
    """A find: its range, what it costs to take it for a cell of its kind, and to leave it in a text."""

    start: int
    end: int
    taken: int
    left: int
    size: int = 1
    """How many letters or words it has; of a row's number, the number."""


# What it costs to leave a sure find in a text: more than two texts that run together.
_SURE = 7
NEVER = 1000
"""Too much for any way: letters of the legend are left in no text, or their count would be no check."""
# Names of skills that are written with letters of legends.
_NAMES = ("CAD", "CAE", "ACCA")
# A longer Latin word is no abbreviation that letters may touch.
_LONGEST_WORD = 12
_DAY = r"(?:工作日|[日天周旬月季年班次单]|星期|季度|半年|学期)"
_WORD = (
    rf"每(?:个)?{_DAY}(?:[一二三四五六七八九十两\d]{{1,3}}[次日号]前?)?|\d{{1,2}}次?/{_DAY}"
    r"|随时|不定期|定期|日常|半年度|[年季月周]度|半年|经常|长期|即时|实时|按需|需要时|必要时|临时|适时|年[终底]|月[末底]|季末|频繁|有时|偶尔|较少|持续"
)
# Words in a row, or set apart by blanks and slashes; a word of one character only between others: 月/季.
_FREQUENCY = deferred(rf"(?:{_WORD})(?:[ \u3000]*[/、，,；;或]?[ \u3000]*(?:{_WORD}))*+")
_WORDS = deferred(_WORD)
# Words that names of duties have as well: 其他临时工作.
_ADJECTIVES = frozenset({"临时", "日常", "定期", "经常", "长期", "持续"})
_MEAN = (
    r"电话|口头|书面|面对面|面谈|当面|电子邮件|邮件|邮箱|E-?mail|传真|会议|会谈|会面|拜访|走访|现场|微信|QQ|钉钉|OA|短信|信函|函件|公文|文件"
    r"|报表|网络|视频|座谈|公函|企业微信|对讲机?|群聊|系统"
)
_SEP = r"[ \u3000]*[、，,/／；;+和及或与]?[ \u3000]*"
_MEANS = deferred(rf"(?:{_MEAN})(?:{_SEP}(?:{_MEAN}))*+(?:等(?:方式|形式)?|方式)?+", re.IGNORECASE)
_MEANS_WORDS = deferred(_MEAN, re.IGNORECASE)
_SIDE = deferred(r"(?:部门|公司|企业|院|校|厂)?[内外]部?|对[内外]|内/外")
_SHARE = deferred(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9])?[%％]")
_NUMBER = deferred(r"(?<![0-9.])[0-9]{1,4}(?![0-9、.．)）%％年月日个人次小时级项])")
_YEARS = deferred(
    r"(?:[0-9]{1,2}(?:[-–—~～至][0-9]{1,2})?|[一二三四五六七八九十两]{1,2})[个]?(?:年|月)(?:及?以上|左右|以内)?(?:工作经[验历])?|不限"
)
# A类, B级 and A4纸 are words.
_LATIN = deferred(
    r"(?<![0-9])[A-Za-z]++(?:[ 、，,/]+[A-Za-z](?![A-Za-z]))*+(?![类级区栋座语超证照型股]|[0-9][纸版幅开])"
)


def frequencies(text: str, start: int, end: int, followed: Callable[[int], bool]) -> Iterator[Cell]:
    """Runs of words for how often. One word before plain text is as likely part of it: 月度工作计划."""
    for found in _FREQUENCY.finditer(text, start, end):
        words = len(_WORDS.findall(found.group()))
        sure = words > 1 or followed(found.end())
        yield Cell(*found.span(), 0 if sure else 3 if found.group() in _ADJECTIVES else 2, _SURE if sure else 0, words)


def levels(text: str, start: int, end: int, letters: frozenset[str]) -> Iterator[Cell]:
    """Runs of a legend's letters; at a cost those at the edge of a word (`CERP操作` may be C and ERP操作)."""
    for found in _LATIN.finditer(text, start, end):
        run = found.group()
        places = [i for i, c in enumerate(run) if c.isalpha()]
        if not any(c in letters for c in (run[0], run[-1])):
            continue
        if all(run[i] in letters for i in places):
            name = next((name for name in _NAMES if run.endswith(name)), "")
            yield Cell(*found.span(), 0, 0 if run == name else NEVER, len(places))
            if name != run and name:
                yield Cell(found.start(), found.end() - len(name), 2, 0, len(places) - len(name))
            continue
        if len(places) > _LONGEST_WORD:
            continue
        for count in range(1, len(places)):
            head = places[:count]
            if all(run[i] in letters for i in head):
                yield Cell(found.start(), found.start() + head[-1] + 1, 2, 0, count)
            tail = places[-count:]
            if all(run[i] in letters for i in tail):
                yield Cell(found.start() + tail[0], found.end(), 2, 0, count)


def means(text: str, start: int, end: int) -> Iterator[Cell]:
    """Runs of words for the ways of contact."""
    for found in _MEANS.finditer(text, start, end):
        words = len(_MEANS_WORDS.findall(found.group()))
        yield Cell(*found.span(), 0 if words > 1 else 1, _SURE if words > 1 else 0, words)


def sides(text: str, start: int, end: int, touches: Callable[[int, int], bool]) -> Iterator[Cell]:
    """内, 外 and their kin: sure only where they touch another cell of a closed kind."""
    for found in _SIDE.finditer(text, start, end):
        a, b = found.span()
        if touches(a, b):
            inner = max(found.group().find("内"), found.group().find("外"))
            yield Cell(a + inner, b, 0, 0)
            if inner > 0:
                yield Cell(a, b, 1, 0)  # rather 机械公司 and 外 than 公司外
        elif b - a == 1:
            yield Cell(a, b, 3, 0)


def numbers(text: str, start: int, end: int) -> Iterator[Cell]:
    """Numbers of rows; one may run together with digits before it (合格率98 and 4)."""
    for found in _NUMBER.finditer(text, start, end):
        for digits in (1, 2):
            at = found.end() - digits
            if at >= found.start() and text[at] != "0":
                yield Cell(at, found.end(), 0 if at == found.start() else 2, 0, int(text[at : found.end()]))


def _plain(pattern: re.Pattern[str], taken: int, left: int) -> Callable[[str, int, int], Iterator[Cell]]:
    def cells(text: str, start: int, end: int) -> Iterator[Cell]:
        for found in pattern.finditer(text, start, end):
            yield Cell(*found.span(), taken, left)

    return cells


PLAIN: Mapping[Kind, Callable[[str, int, int], Iterator[Cell]]] = MappingProxyType(
    {
        Kind.SHARE: _plain(_SHARE, 0, 1),
        Kind.NUMBER: numbers,
        Kind.YEARS: _plain(_YEARS, 0, _SURE),
        Kind.MEANS: means,
    }
)
"""Kinds whose cells need no look at what stands beside them."""


def words(text: str) -> list[tuple[int, int]]:
    """The words of a frequency cell as ranges of it; one range where they are one phrase."""
    return [found.span() for found in _WORDS.finditer(text)] or [(0, len(text))]
