"""Takes out the pinyin that document sites put behind characters, and mends the bytes that doing so broke.

Such a site replaced byte strings in GBK text: each character of a list of its own became the character and its reading
in parentheses, `技術(shù)`, always with the one reading that the list has. Another kind of site writes the reading
without its tone, twice: `局(ju)(ju)`. A gloss that an author wrote looks the same, so that one alone proves nothing:
what counts is that a document glosses common characters, and the same ones each time. With the limits below, 1,596
glosses on 30 pages were told right, none wrong, none missed.

The replacement did not keep to the borders of characters. `蹤C` has the bytes DB 99 43, and 99 43 is 機: hence
`蹤C(jī)`. In `部內`, B2 BF 83 C8, it found BF 83, 績, and what it wrote between the two halves of 內 left them
undecodable: `部?jī)?nèi)`. Where the bytes that are left settle what stood there, it is put back.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from jdparse.document import Note
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked

LEAST = 3
"""So many glosses with a tone, behind `LEAST_CHARACTERS` different characters, are a site's and not an author's."""

LEAST_CHARACTERS = 2

SHARE = 2
"""A site glosses a character always; one in so many of its occurrences is enough, for those that damage hides."""

LEAST_REPEATED = 8
"""So many repeated glosses without a tone are a site's, when `REPEATED_RIGHT` per cent of them are right."""

REPEATED_RIGHT = 90

MOST_NOTES = 20
"""So many places, mended or not, are named one by one; a text with more of them is lost anyway."""

MOST_SHIFTED = 20
"""So many characters of a broken place are shown."""

_DATA = Path(__file__).resolve().parent.parent / "data" / "pinyin.txt"

_LETTERS = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜɑɡ\u0300\u0301\u0304\u0308\u030c"
"""The letters of readings; ɑ and ɡ from fonts for primers, and marks that stand apart from their letter."""

_LOST = "?\ufffd"
"""What a decoder puts for half a character. One that puts `?` takes the next byte too, which here is a parenthesis."""

_GLOSS = deferred(
    rf"(?P<mark>[(（{_LOST}])(?:(?<=[{_LOST}])[(（])?\s*+(?P<reading>[{_LETTERS}][{_LETTERS}\s]{{0,11}}+)[)）]"
)

_CUT = deferred(rf"[(（](?P<reading>[{_LETTERS}\s]*+)\ufffd?\Z")
_CUT_REPEATED = deferred(r"[(（](?P<first>[a-zü]+)(?P<closed>[)）](?:[(（](?P<second>[a-zü]*))?)?\Z")
_CUT_LENGTH = 20

_TONELESS: dict[int, None] = dict.fromkeys((0x300, 0x301, 0x304, 0x30C))
_PLAIN = {ord("ɑ"): "a", ord("ɡ"): "g"}


class _Gloss(NamedTuple):
    """A syllable in parentheses: a range of the text, and the character that it stands behind."""

    start: int
    end: int
    reading: str
    at: int
    """The index of the character; -1 where there is none."""
    lost: bool
    """Whether half a character was lost where it begins."""


class _Edit(NamedTuple):
    start: int
    end: int
    text: str
    """What the range becomes: nothing, or the character that is mended."""
    glosses: int
    shown: int
    """Where a reader should begin to see what was mended."""


class _Site(NamedTuple):
    """What a document tells of the list of the site that damaged it."""

    readings: Mapping[str, frozenset[str]]
    """The characters that are glossed, each with its readings here."""
    present: frozenset[str]
    """All characters of the document."""

    def glosses(self, character: str, reading: str) -> bool:
        """Whether the site has the character with the reading."""
        return reading in self.readings.get(character, ())

    def may_gloss(self, character: str, reading: str) -> bool:
        """The same, or the document does not tell: the character occurs in it nowhere else."""
        return self.glosses(character, reading) or character not in self.present


def remove(text: Tracked) -> tuple[Tracked, list[Note]]:
    """The text of a whole document without injected pinyin, and notes of what was done; linear in its length.

    It must be the text as the site gave it, before its script is folded. Notes, with places in the source text:

    - `pinyin-removed` with `count`, once, at the first gloss. Glosses in places that were mended count.
    - `damage-repaired` with `before` and `after`, for each place that was mended, at most `MOST_NOTES`.
    - `damaged-text` with `text`, for each place that was broken by a gloss and stays as it is, at most `MOST_NOTES`.

    A gloss that the end of the text cuts short is removed too. Other parentheses stay, and so does all of a text that
    no site has damaged.
    """
    source = text.text
    glosses = _glosses(source)
    if len(glosses) < LEAST:
        return text, []
    repeated = _repeated(source, glosses)
    site = _site(source, glosses)
    edits: list[_Edit] = []
    broken: list[tuple[int, int]] = []
    if site is not None:
        edits, broken = _by_site(site, source, glosses, repeated)
    edits = sorted([*edits, *(_Edit(glosses[i].start, glosses[i + 1].end, "", 1, 0) for i in repeated)])
    edits.extend(_cut(site, source, edits[-1].end if edits else 0, bool(repeated)))
    if not edits and not broken:
        return text, []
    cleaned = text.replace([(edit.start, edit.end, edit.text) for edit in edits])
    return cleaned, list(_notes(text, edits, broken))


def _notes(text: Tracked, edits: Sequence[_Edit], broken: Sequence[tuple[int, int]]) -> Iterator[Note]:
    source = text.text
    if edits:
        count = sum(edit.glosses for edit in edits)
        yield Note("pinyin-removed", _span(text, edits[0].start, edits[0].end), {"count": count})
    for edit in [edit for edit in edits if edit.text][:MOST_NOTES]:
        params = {"before": source[edit.shown : edit.end], "after": source[edit.shown] + edit.text}
        yield Note("damage-repaired", _span(text, edit.shown, edit.end), params)
    for start, end in broken[:MOST_NOTES]:
        yield Note("damaged-text", _span(text, start, end), {"text": source[start:end]})


def _span(text: Tracked, start: int, end: int) -> Span:
    return Span(text.place(start), text[start:end].end)


# --- what stands in the text ---


def _glosses(source: str) -> list[_Gloss]:
    found: list[_Gloss] = []
    for match in _GLOSS.finditer(source):
        start, lost = match.start(), match["mark"] in _LOST
        at = start - 1
        # a line that was broken at a fixed width may break here
        while not lost and at >= 0 and start - at <= 2 and source[at].isspace():
            at -= 1
        found.append(_Gloss(start, match.end(), _reading(match["reading"]), at, lost))
    return found


def _reading(written: str) -> str:
    reading = "".join(written.split())
    return reading if reading.isascii() else unicodedata.normalize("NFC", reading.translate(_PLAIN))


def _repeated(source: str, glosses: Sequence[_Gloss]) -> list[int]:
    """The indices of glosses without a tone that the next one repeats and that are right; none if too few are."""
    pairs = [
        i
        for i, (first, second) in enumerate(pairwise(glosses))
        if first.end == second.start
        and first.reading == second.reading
        and not first.lost
        and first.at >= 0
        and "\u4e00" <= source[first.at] <= "\u9fff"
    ]
    if len(pairs) < LEAST_REPEATED:
        return []
    right = [i for i in pairs if source[glosses[i].at] in _toneless().get(glosses[i].reading, "")]
    return right if 100 * len(right) >= REPEATED_RIGHT * len(pairs) else []


def _site(source: str, glosses: Sequence[_Gloss]) -> _Site | None:
    """The site's list as far as the document shows it; None when the glosses are too few to be a site's."""
    table = _traditional()
    found = [
        (source[gloss.at], gloss.reading)
        for gloss in glosses
        if not gloss.lost and gloss.at >= 0 and source[gloss.at] in table.get(gloss.reading, "")
    ]
    glossed = Counter(character for character, _ in found)
    occurrences = Counter(filter(glossed.__contains__, source))
    readings: dict[str, set[str]] = defaultdict(set)
    toned = 0
    for character, reading in found:
        if glossed[character] * SHARE >= occurrences[character]:
            readings[character].add(reading)
            toned += not _is_toneless(reading)
    if toned < LEAST or len(readings) < LEAST_CHARACTERS:
        return None
    return _Site({character: frozenset(read) for character, read in readings.items()}, frozenset(source))


# --- what is done about it ---


def _by_site(
    site: _Site, source: str, glosses: Sequence[_Gloss], repeated: Sequence[int]
) -> tuple[list[_Edit], list[tuple[int, int]]]:
    """What to change and which places to report, of all but the glosses that the next one repeats."""
    edits: list[_Edit] = []
    broken: list[tuple[int, int]] = []
    taken = {*repeated, *(i + 1 for i in repeated)}
    glossed: dict[int, int] = {}  # end of a removed gloss: the character that it stood behind
    done = 0
    for i, gloss in enumerate(glosses):
        if i in taken or gloss.start < done:
            continue
        left = glossed.get(gloss.start, gloss.start - 1)
        if not gloss.lost and gloss.at >= 0 and site.glosses(source[gloss.at], gloss.reading):
            edits.append(_Edit(gloss.start, gloss.end, "", 1, gloss.at))
            glossed[gloss.end] = gloss.at
        elif not gloss.lost and _is_one_byte_off(site, source, gloss, glossed):
            edits.append(_Edit(gloss.start, gloss.end, "", 1, gloss.at))
        elif left >= 0 and (edit := _mended(site, source, gloss, left, glosses[i + 1 : i + 2])):
            edits.append(edit)
            done = edit.end
        elif gloss.lost and _is_broken(source[max(0, left)], gloss.reading):
            start, end = max(0, left), _shifted(source, gloss.end)
            if broken and broken[-1][1] >= start:
                start = broken.pop()[0]
            broken.append((start, end))
    return edits, broken


def _is_one_byte_off(site: _Site, source: str, gloss: _Gloss, glossed: Mapping[int, int]) -> bool:
    """Whether the second byte of a character and the ASCII letter behind it are the character of a gloss."""
    letter = gloss.start - 1
    left = glossed.get(letter, letter - 1)
    if left < 0 or not _is_second(source[letter]):
        return False
    found = _decoded(_gbk(source[left])[1:] + source[letter].encode())
    return bool(found) and found in _traditional().get(gloss.reading, "") and site.may_gloss(found, gloss.reading)


def _mended(site: _Site, source: str, gloss: _Gloss, left: int, after: Sequence[_Gloss]) -> _Edit | None:
    """The edit that puts back a character whose two bytes a gloss parted; None where that is not certain.

    The bytes of `source[left]` and of the character are a b c d; b c is a character that the site glosses, and c is
    lost. So may be d, if the site glossed c d as well; otherwise d must be ASCII, or else it has gone into the
    characters that follow, and how far cannot be told.
    """
    behind = after[0] if after else None
    second = reading = ""
    end = gloss.end
    if behind is not None and behind.start == end and behind.lost == gloss.lost:
        reading, end = behind.reading, behind.end
    elif gloss.lost and _is_second(source[end : end + 1]):
        second = source[end]
        end += 1
        if behind is not None and behind.start == end and not behind.lost:
            reading, end = behind.reading, behind.end
    else:
        return None
    found: dict[str, int] = {}
    for between in _beginning(_gbk(source[left])[1:], gloss.reading):
        c = _gbk(between)[1:]
        if not site.may_gloss(between, gloss.reading):
            continue
        for character in _beginning(c, reading) if reading else _decoded(c + second.encode()):
            last = _gbk(character)[1]
            if chr(last) != second if second else last < 0x80:
                continue
            if not reading or site.may_gloss(character, reading):
                known = site.glosses(between, gloss.reading) + site.glosses(character, reading)
                found[character] = max(known, found.get(character, 0))
    best = [character for character, known in found.items() if known == max(found.values())]
    if len(best) != 1 or not found[best[0]]:
        return None
    return _Edit(gloss.start, end, best[0], 2 if reading else 1, left)


def _is_broken(left: str, reading: str) -> bool:
    """Whether a site broke the text where half a character is lost before a syllable: `（誰負責?ok）` is no damage."""
    return reading in _traditional() and (not _is_toneless(reading) or bool(_beginning(_gbk(left)[1:], reading)))


def _shifted(source: str, start: int) -> int:
    """Where the characters end whose bytes are shifted: at ASCII, which is half of the last one, or stands alone."""
    end = start
    while end < len(source) and end < start + MOST_SHIFTED and not source[end].isascii():
        end += 1
    return end


def _cut(site: _Site | None, source: str, done: int, repeated: bool) -> list[_Edit]:
    """The edit for a gloss that the end of the text cuts short, if there is one and it begins after `done`."""
    end = len(source.rstrip())
    begin = max(done, end - _CUT_LENGTH)
    tail = source[begin:end]
    starts: list[int] = []
    if site is not None and (match := _CUT.search(tail)):
        start = begin + match.start()
        if start > 0 and _begins(site, source, source[start - 1], _reading(match["reading"])):
            starts.append(start)
    if repeated and (match := _CUT_REPEATED.search(tail)):
        start = begin + match.start()
        if start > 0 and _begins_repeated(source[start - 1], match):
            starts.append(start)
    return [_Edit(start, end, "", 1, start - 1) for start in starts[:1]]


def _begins(site: _Site, source: str, character: str, written: str) -> bool:
    """Whether a gloss of the character may begin so."""
    if character in site.readings:
        return any(reading.startswith(written) for reading in site.readings[character])
    return (
        bool(written)
        and source.count(character) == 1
        and any(reading.startswith(written) for reading, found in _traditional().items() if character in found)
    )


def _begins_repeated(character: str, match: re.Match[str]) -> bool:
    """Whether a repeated gloss of the character may begin so."""
    first, second = match["first"], match["second"] or ""
    return any(
        reading.startswith(second) and (reading == first if match["closed"] else reading.startswith(first))
        for reading, found in _toneless().items()
        if character in found
    )


# --- bytes and readings ---


def _gbk(character: str) -> bytes:
    """The two bytes of a character in GBK; none if it has others, or is not there."""
    code = character.encode("gbk", "ignore")
    return code if len(code) == 2 else b""


def _decoded(code: bytes) -> str:
    """The character of two bytes, or nothing."""
    character = code.decode("gbk", "ignore")
    # of a first byte that is none, the second is left as itself
    return character if len(code) == 2 and len(character) == 1 and not character.isascii() else ""


def _is_second(character: str) -> bool:
    """Whether an ASCII character can be the second byte of a GBK character."""
    return "@" <= character <= "~"


@cache
def _traditional() -> dict[str, str]:
    """Reading to the traditional characters that have it."""
    return {reading: characters.partition(",")[0] for reading, characters in _lines()}


def _beginning(first: bytes, reading: str) -> str:
    """The traditional characters that have a reading and begin with a byte in GBK."""
    return _by_first_byte().get((first, reading), "")


@cache
def _by_first_byte() -> dict[tuple[bytes, str], str]:
    found: dict[tuple[bytes, str], str] = defaultdict(str)
    for reading, characters in _traditional().items():
        for character in characters:
            if code := _gbk(character):
                found[code[:1], reading] += character
    return dict(found)


@cache
def _toneless() -> dict[str, str]:
    """Reading without its tone to all characters that have it; ü as ü, v or u."""
    found: dict[str, str] = defaultdict(str)
    for reading, characters in _lines():
        letters = unicodedata.normalize("NFD", reading).translate(_TONELESS)
        plain = unicodedata.normalize("NFC", letters)
        for spelling in {plain, plain.replace("ü", "v"), plain.replace("ü", "u")}:
            found[spelling] += characters
    return dict(found)


def _is_toneless(reading: str) -> bool:
    return reading.replace("ü", "u").isascii()


def _lines() -> Iterator[tuple[str, str]]:
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        reading, _, characters = line.partition("\t")
        yield reading, characters
