"""Lines that hold a whole document, with headings, labels, lists and tables run together, cut into lines and tables again.

`places` says where lines begin, `rows` reads the tables. What stands between cuts stays as it is.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jdparse.document import Note
from jdparse.lines import Grid, Line
from jdparse.numbering import read as read_enumerator
from jdparse.outline import labels, titles
from jdparse.outline.runon import degrees, places, tails
from jdparse.outline.runon.rows import header, marks
from jdparse.outline.runon.rows.header import Header
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import LONGEST, Vocabulary

if TYPE_CHECKING:
    from jdparse.outline.runon.rows.tables import Found

# A line of ordinary text has at most two or three labels; the run-on lines of preview sites have dozens.
SHORTEST = 80
FEWEST = 4
_SHORTEST_TABLE = 60
_SHORTEST_JOB = 30
_SHORTEST_TITLED = 12
_ASKS = deferred(r"(?<=.{10})(?:要求|资格|条件)[ \u3000]*(?:[：:】\]]|[（(]?1[.、．）)])")
"""Behind what a shorter line says of the work, what is asked for: …。任职要求：…"""
_HEADED = deferred(r"^[^\W\d_]{2,20}(?:职责|内容|任务|要求|资格|条件)[：:]?1[、.．]")
"""A title right before its list."""
_FRAMED = deferred(r"【(?P<title>[^【】]{4,30})】[ \u3000]*(?P<heading>一、)?(?=\w)")
"""A title right before the first heading or sentence: 【质检员岗位说明书】一、岗位名称"""
# How many places are tried for a table's end, and how many looked at for that.
_MOST_ENDS = 12
_AHEAD = 200
_COLON = deferred(r"[：:]")


def split(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> tuple[list[Line | Grid], list[Note]]:
    """The blocks with run-on lines cut and the tables in them put together; where one was cut, lines are numbered anew."""
    out: list[Line | Grid] = []
    notes: list[Note] = []
    cut = False
    counted: dict[str, int] = {}
    for block, parted in _with_degrees(tails.cut(blocks, vocabulary), vocabulary):
        if not isinstance(block, Line) or len(block.text) < _SHORTEST_TITLED or block.marker is not None:
            out.append(block)
            continue
        text = block.text.text
        if (framed := _FRAMED.match(text)) is not None and _is_title(framed, out, vocabulary):
            out.append(_part(block, block.text.part(*framed.span("title")), True))
            block = _part(block, block.text.part(framed.end(), len(text)), False)
            text, cut = block.text.text, True
        looked = len(text) >= SHORTEST or (
            len(text) >= _SHORTEST_JOB and (parted or any(sign.search(text) is not None for sign in (_ASKS, _HEADED)))
        )
        if not looked and len(text) < _SHORTEST_TABLE:
            out.append(block)
            continue
        begins = places.find(text, vocabulary, counted) if looked else []
        runs_on = (
            len(begins) >= FEWEST
            or any(header.read(text, vocabulary, place) for place in begins)
            or _describes_job(text, begins, vocabulary)
        )
        for piece in _pieces(block, begins if runs_on else [], vocabulary):
            if isinstance(piece, Line):
                out.append(piece)
            else:
                out += piece.blocks
                notes += piece.notes
        cut = cut or runs_on
    return (_renumbered(out) if cut else out), notes


def _with_degrees(blocks: Sequence[Line | Grid], vocabulary: Vocabulary) -> Iterator[tuple[Line | Grid, bool]]:
    """The blocks, and whether each is a part of a line out of which a table was taken."""
    for block in blocks:
        parts = degrees.parted(block, vocabulary) if isinstance(block, Line) else [block]
        yield from ((part, len(parts) > 1) for part in parts)


def _is_title(framed: re.Match[str], before: Sequence[Line | Grid], vocabulary: Vocabulary) -> bool:
    """Whether what stands in brackets at the beginning of a line is the title of what follows, and no other stands before."""
    if framed["heading"]:
        return True
    found = titles.read(framed["title"], vocabulary)
    if found is None or found.name is None or not titles.names_job(framed["title"][slice(*found.name)]):
        return False
    return not any(isinstance(line, Line) and titles.read(line.text.text, vocabulary) for line in before)


def _describes_job(text: str, begins: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether a line has several sections of a job, each behind its label (岗位职责：… 任职要求：…); the first may be a list alone."""
    if not begins:
        return False
    head = text[: begins[0]] if begins[0] <= _LONGEST_TITLE else ""
    known = vocabulary.find(head)
    titled = titles.read(head, vocabulary) is not None or (known is not None and not labels.is_scalar(known))
    if titled and len(marks.starts(text, begins[0], len(text), {})) >= _FEWEST_ITEMS:
        return True  # 仓管员岗位职责1、…2、…3、…
    last = begins[-1]
    of_duties = len(begins) >= _FEWEST_SECTIONS and _section(text, last, vocabulary) == "duties"
    if of_duties and len(marks.starts(text, last, len(text), {})) >= _FEWEST_ITEMS:
        return True  # 直接上级：… 直接下级：…【岗位职责】1.…2.…3.…
    fields = [field for place in (0, *begins) if (field := _section(text, place, vocabulary)).startswith(_SECTIONS)]
    first = read_enumerator(text, 0)
    return len(fields) + (first is not None and first.ordinal == 1 and not first.weak) >= _FEWEST_SECTIONS


def _section(text: str, place: int, vocabulary: Vocabulary) -> str:
    """What the label names that a line has at a place, set off by a colon, brackets or the first number of a list; "" for none."""
    found = _LABEL.match(text, place)
    field = vocabulary.find(found["label"]) if found is not None else None
    return field or ""


_SECTIONS = ("duties", "requirements.", "compensation.", "working_")
_FEWEST_SECTIONS = 2
_LONGEST_TITLE = 30
_FEWEST_ITEMS = 3
_LABEL = deferred(r"[【\[〖]?(?P<label>[^\W\d_]{2,12})(?:[ \u3000]*[：:】\]〗]|[ \u3000]*(?=[（(]?1[.、．）)]))")


def _pieces(line: Line, begins: Sequence[int], vocabulary: Vocabulary) -> Iterator["Line | Found"]:
    """The line cut at the places, and the tables that begin at one of them."""
    text = line.text.text
    bounds = [0, *begins, len(text)]
    done = 0
    lists: dict[str, marks.Mark] = {}
    for index, start in enumerate(bounds[:-1]):
        if start < done:
            continue  # inside a table
        found = None
        if (head := header.read(text, vocabulary, start)) is not None:
            from jdparse.outline.runon.rows import tables  # few documents need it, and it compiles much

            following = bounds[index + 1 : index + 1 + _AHEAD]
            found = tables.read(line, start, head, _ends(text, start, head, following, vocabulary))
        if found is not None:
            done = found.end
            yield found
        elif not begins:
            yield line
        else:
            if _is_section(text, start):
                lists.clear()
            yield from _items(line, start, bounds[index + 1], lists)


def _ends(text: str, start: int, head: Header, following: Sequence[int], vocabulary: Vocabulary) -> list[int]:
    """Where a table may end: where the next one begins, or the next heading set off as its own is.

    A word in a cell may read as a label, but it has no number and no colon.
    """
    heading = read_enumerator(text, start)
    numbered = heading is not None and not heading.weak
    colon = _ends_in_colon(text, start, vocabulary)
    out: list[int] = []
    for place in following:
        if place <= head.end or place == len(text):
            continue
        if numbered or colon:
            found = read_enumerator(text, place) if numbered else None
            alike = found is not None and heading is not None and found.family == heading.family
            if not alike and not (not numbered and _ends_in_colon(text, place, vocabulary)):
                continue
        out.append(place)
        if len(out) == _MOST_ENDS or header.read(text, vocabulary, place) is not None:
            return out
    return [*out, len(text)]


def _ends_in_colon(text: str, place: int, vocabulary: Vocabulary) -> bool:
    colon = _COLON.search(text, place, place + LONGEST)
    return colon is not None and vocabulary.find(text[place : colon.start()]) is not None


def _part(line: Line, text: Tracked, first: bool) -> Line:
    if not first and (number := _BARE_NUMBER.match(text.text)) is not None:
        return line._replace(text=text[number.end() :], gap=0, marker=text[: number.end()])
    return line._replace(text=text, gap=line.gap if first else 0, marker=line.marker if first else None)


_BARE_NUMBER = deferred(r"\d(?=[^\W\d_]{2,12}[：:])")
"""The number of a section right before its label: 1工作概要："""


def _is_section(text: str, start: int) -> bool:
    """Whether a numbered heading begins at a place: 二、."""
    enumerator = read_enumerator(text, start)
    return enumerator is not None and enumerator.family == "一、"


def _items(line: Line, start: int, end: int, lists: dict[str, marks.Mark]) -> Iterator[Line]:
    """A piece of a line, with its numbered list cut into items when it has one; `lists` are those open before it."""
    bounds = [start, *(place for place in marks.starts(line.text.text, start, end, lists) if place > start), end]
    parts = ((low, line.text.part(low, high)) for low, high in itertools.pairwise(bounds))
    return (_part(line, part, not low) for low, part in parts if part)


def _renumbered(blocks: Sequence[Line | Grid]) -> list[Line | Grid]:
    out: list[Line | Grid] = []
    number = 0
    for block in blocks:
        number += 1 + (block.gap if isinstance(block, Line) else 0)
        out.append(block._replace(line=number))
    return out
