"""From bytes to text: which encoding a file is in, and what to do with bytes that do not fit.

Files of this field are UTF-8, or GB18030 (with GBK and GB 2312 in it), Big5 (as Windows code page 950, or with the
Hong Kong characters) or UTF-16, and seldom say which. The order: a byte order mark; strict UTF-8; then the reading
that is most likely as Chinese text (`likelihood`). The pairs of GB18030 and of Big5 overlap almost wholly, so
that only the characters that come out can tell them apart; by script they cannot be told, as either can hold both.
"""

import codecs
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import accumulate
from typing import NamedTuple

from jdparse.errors import UnreadableInput, UsageError
from jdparse.loaders.likelihood import DAMAGE, is_common, is_plausible, likelihood, weight
from jdparse.loaders.normalising import normalise
from jdparse.patterns import deferred

ALLOWED_PLACES = 5
"""Damaged places that are borne however short the text is, as long as four characters in five are sound."""

GUESSED_PERCENT = 2
"""Damaged places for each 100 characters that are borne where the encoding was not named."""

FORCED_PERCENT = 10
"""Damaged places for each 100 characters that are borne where the caller named the encoding."""


class Decoded(NamedTuple):
    """A decoded text. `normalise` has been applied: it is the source text; but for one with markup, whose text is yet to be read."""

    text: str
    encoding: str
    """The canonical name in lower case: `utf-8`, `utf-16-le`, `gb18030`, `big5` (code page 950), `big5-hkscs` …"""
    guessed: bool
    """Whether it was chosen by likelihood: no mark, not strict UTF-8, not named by the caller."""
    replaced: int
    """Places that could not be decoded, each U+FFFD in the text."""


_UNKNOWN = "the encoding cannot be told"

# The marks, longest first: that of UTF-16 begins that of UTF-32.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Names that mean one of ours although Python gives them a codec of their own or none. GBK and GB 2312 are subsets of
# GB18030; what is called Big5 is code page 950 (WHATWG Encoding Standard, "Names and labels").
_NAMES = {
    name: encoding
    for encoding, names in (
        ("gb18030", "gb18030 gb18030-2000 gb18030-2005 gb18030-2022 gbk x-gbk cp936 ms936 windows-936 936"),
        ("gb18030", "gb2312 gb-2312 gb-2312-80 csgb2312 euc-cn iso-ir-58 chinese"),
        ("big5", "big5 big-5 big5-tw csbig5 x-x-big5 cp950 ms950 windows-950 950"),
        ("big5-hkscs", "big5-hkscs big5hkscs hkscs"),
        ("utf-8", "utf-8 utf8 utf-8-sig u8 utf cp65001"),
        ("utf-16", "utf-16 utf16 ucs-2 ucs2"),
        ("utf-16-le", "utf-16-le utf-16le ucs-2le unicode"),
        ("utf-16-be", "utf-16-be utf-16be ucs-2be"),
        ("utf-32", "utf-32 utf32 ucs-4"),
        ("utf-32-le", "utf-32-le utf-32le"),
        ("utf-32-be", "utf-32-be utf-32be"),
    )
    for name in names.split()
}

# Codecs of Python that are not character encodings of files.
_NOT_ENCODINGS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}

_CODECS = {"big5": "cp950", "big5-hkscs": "big5hkscs"}
_PAIRED = frozenset(("gb18030", "cp950", "big5hkscs"))


def _damage(error: UnicodeError) -> tuple[str, int]:
    """The error handler: one sign for each damaged place, and where to go on.

    A pair that the encoding does not have is skipped whole unless its second byte is ASCII, so that the pairs after it
    stay in step (WHATWG Encoding Standard, the gb18030 and Big5 decoders). Of UTF-8 up to three bytes that begin no
    character are one place, as a Chinese character has three.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.encoding == "utf-8":
        stray = _STRAY.match(error.object, error.end, error.start + 3)
        return DAMAGE, stray.end() if stray else error.end
    if error.encoding not in _PAIRED or error.reason.startswith("incomplete"):
        return DAMAGE, error.end
    return DAMAGE, error.start + (2 if error.object[error.start + 1 : error.start + 2] > b"\x7f" else 1)


_STRAY = deferred(rb"[\x80-\xc1\xf5-\xff]++")
_HANDLER = "jdparse.damage"
codecs.register_error(_HANDLER, _damage)


def decode(data: bytes, encoding: str | None = None, sample: bytes | None = None) -> Decoded:
    """The text of a file's bytes.

    `encoding` is what the caller says it is, by any usual name; None tells it by the bytes, or by a `sample` of them that has
    less of what all encodings share, and in which ASCII is a byte a character: such a file has markup. Bytes that do not fit
    become U+FFFD, up to `GUESSED_PERCENT` or `FORCED_PERCENT` of the characters (or `ALLOWED_PLACES`).
    Linear in the length.

    Raises UsageError for a name that is no encoding, and UnreadableInput where more than that does not fit or where no
    encoding gives Chinese text.
    """
    if encoding is not None:
        name = canonical(encoding)
        return _checked(
            data,
            _order(data, name),
            FORCED_PERCENT,
            guessed=False,
            markup=sample is not None,
            message="the text is not {encoding}",
        )
    for mark, name in _MARKS:
        if data.startswith(mark):
            decoded = _read(data, name, guessed=False)
            if _bearable(decoded, GUESSED_PERCENT):
                return decoded
            data = data[len(mark) :]
            break
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _guessed(data, sample)
    if "\0" in text:
        return _guessed(data)
    return _disguised(data, text) or Decoded(normalise(text), "utf-8", guessed=False, replaced=0)


def canonical(encoding: str) -> str:
    """The name under which an encoding is reported. Raises UsageError for a name that is no encoding."""
    name = encoding.strip().lower().replace("_", "-")
    if name in _NAMES:
        return _NAMES[name]
    try:
        found = codecs.lookup(name).name.replace("_", "-")
        with suppress(UnicodeError):
            bytes(4).decode(name)  # refused by a codec that is not one of text, such as base64
    except (LookupError, ValueError):
        found = ""
    if not found or found in _NOT_ENCODINGS:
        raise UsageError("unknown encoding {encoding!r}", encoding=encoding[:40])
    return _NAMES.get(found, found)


def _order(data: bytes, name: str) -> str:
    """UTF-16 and UTF-32 with their byte order: what the mark says, or the likelier one."""
    if name not in {"utf-16", "utf-32"}:
        return name
    for mark, marked in _MARKS:
        if marked.startswith(name) and data.startswith(mark):
            return marked
    return _likeliest(data, (f"{name}-le", f"{name}-be"))


def _guessed(data: bytes, sample: bytes | None = None) -> Decoded:
    name = _likeliest(data, _WIDE_OR_NOT) if sample is None else _likeliest(sample, _BYTEWISE)
    # Code page 950 is the rule and its superset the exception; the two differ in a few signs.
    name = "big5" if name == "big5-hkscs" else name
    decoded = _checked(data, name, GUESSED_PERCENT, guessed=True, markup=sample is not None, message=_UNKNOWN)
    if name != "utf-8" and not is_plausible(
        decoded.text[:_SAMPLE] if sample is None else _part(sample, 0, _DENSE_SAMPLE, decoded.encoding)
    ):
        raise UnreadableInput(_UNKNOWN)
    return Decoded(decoded.text, decoded.encoding, guessed=not _is_plain(decoded), replaced=decoded.replaced)


_BYTEWISE = ("utf-8", "gb18030", "big5-hkscs")
_WIDE_OR_NOT = (*_BYTEWISE, "utf-16-le", "utf-16-be")


def _is_plain(decoded: Decoded) -> bool:
    """Whether it is sound UTF-8 after all: bytes that were looked at again because of a NUL or their leads."""
    return decoded.encoding == "utf-8" and decoded.replaced == 0


def _disguised(data: bytes, text: str) -> Decoded | None:
    """The other reading of a short text that is valid UTF-8 by chance: `谢谢` in GBK is also two Cyrillic letters.

    Only where UTF-8 gives nothing but sequences of two bytes, the other reading is the likelier and all of it is
    common; and not of pairs that stand alone among ASCII, where `½` does: 陆 in GBK.
    """
    if len(data) > _SHORT or data.isascii() or max(text) > "\u07ff":
        return None
    try:
        other = _guessed(data)
    except UnreadableInput:
        return None
    paired = not other.encoding.startswith("utf")
    lone = paired and any(len(run) < 4 for run in _HIGH_RUN.findall(data))
    return other if other.guessed and not lone and is_common(other.text) else None


_SHORT = 400
_HIGH_RUN = deferred(rb"[\x80-\xff]++")


def _checked(data: bytes, name: str, percent: int, *, guessed: bool, markup: bool, message: str) -> Decoded:
    """The reading, where its damage can be borne. Raises UnreadableInput otherwise."""
    decoded = _read(data, name, guessed=guessed, markup=markup)
    if not _bearable(decoded, percent):
        raise UnreadableInput(message, encoding=name)
    return decoded


def _bearable(decoded: Decoded, percent: int) -> bool:
    if not decoded.replaced:
        return True
    if decoded.replaced * 100 <= percent * len(decoded.text):
        return True
    sound = len(decoded.text) - decoded.replaced
    return decoded.replaced <= ALLOWED_PLACES and sound >= 4 * decoded.replaced


def _read(data: bytes, name: str, *, guessed: bool, markup: bool = False) -> Decoded:
    """The bytes in the encoding of this name, whatever the damage; Big5 as that of Hong Kong where it fits better."""
    text = _replacing(data, name)
    if name == "big5" and DAMAGE in text:
        wider = _replacing(data, "big5-hkscs")
        if wider.count(DAMAGE) < text.count(DAMAGE):
            text, name = wider, "big5-hkscs"
    places = text.count(DAMAGE)
    return Decoded(text.replace(DAMAGE, "\ufffd") if markup else normalise(text), name, guessed, places)


def _replacing(data: bytes, name: str) -> str:
    codec = _CODECS.get(name, name)
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        pass
    except UnicodeError as error:
        raise UnreadableInput("the text is not {encoding}", encoding=name) from error
    try:
        text = data.decode(codec, _HANDLER)
    except UnicodeError as error:
        raise UnreadableInput("the text is not {encoding}", encoding=name) from error
    places = text.count(DAMAGE)
    if codec == "gb18030" and (places <= ALLOWED_PLACES or places * 100 <= FORCED_PERCENT * len(text)):
        mended = _PAIRS.sub(_in_step, data).decode(codec, _HANDLER)
        return mended if mended.count(DAMAGE) <= places else text
    return text


# A run of bytes beyond ASCII; GB 2312 has all its characters there. The upper bound (a thousand characters without a
# break) bounds the work on a hostile file.
_PAIRS = deferred(rb"[\x80-\xff]{5,}+")
_LONGEST_RUN = 2048
_SECOND_HALF = deferred(rb"[0-9@-~]")
_OUT_OF_STEP = b"\xff\xff"  # read as one damaged place


def _in_step(match: re.Match[bytes]) -> bytes:
    """A run of pairs that lost one byte, with the byte that is left over marked as damage.

    In a run of odd length all pairs after the loss would be read one byte off, as rare characters, up to the next ASCII
    character. The place is that which gives the likeliest pairs before and after it: two sums, both linear.
    """
    run = match.group()
    if len(run) % 2 == 0 or len(run) > _LONGEST_RUN or _SECOND_HALF.match(match.string, match.end()):
        return run
    before = _pair_weights(run[:-1])
    after = _pair_weights(run[1:])
    heads = accumulate(before, initial=0)
    tails = list(accumulate(reversed(after), initial=0))[::-1]
    sums = [head + tail for head, tail in zip(heads, tails, strict=True)]
    place = 2 * sums.index(max(sums))
    return run[:place] + _OUT_OF_STEP + run[place + 1 :]


def _pair_weights(pairs: bytes) -> list[int]:
    texts = [pairs[i : i + 2].decode("gb18030", _HANDLER) for i in range(0, len(pairs), 2)]
    return [weight(text) for text in texts]


_SAMPLE = 1 << 16
_FIRST_LOOK = 1 << 9
_LINE = 1 << 12
_DENSE_SAMPLE = 1 << 11
"""As much of a sample without markup as says whether it is Chinese: some 800 characters."""
_DECISIVE = 1500
"""A lead, in tenths of a natural logarithm, after which no more of the file is looked at."""


def _likeliest(data: bytes, names: Iterable[str]) -> str:
    """The encoding whose reading is likeliest, the first of equals.

    Looks at 512 bytes from the line with the first byte beyond ASCII, and where those do not settle it at 64 KB and as much
    as a quarter of that from the middle of the file.
    """
    first = _HIGH_RUN.search(data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    names = list(names)
    for size in (_FIRST_LOOK, _SAMPLE):
        totals = [likelihood(_sampled(data, start, size, name)) for name in names]
        ranked = sorted(totals, reverse=True)
        if ranked[0] - ranked[1] >= _DECISIVE or len(data) - start <= size:
            break
    return names[totals.index(ranked[0])]


def _sampled(data: bytes, start: int, size: int, name: str) -> str:
    unit = 4 if name.startswith("utf-32") else 2 if name.startswith("utf-16") else 1
    start -= start % unit
    text = _part(data, start, size, name)
    if size < _SAMPLE:
        return text
    middle = (start + size + len(data)) // 2
    if unit > 1:
        middle -= middle % unit
    else:
        # Only after a line break is it certain that a character begins: no pair has that byte.
        middle = data.find(b"\n", middle, middle + _LINE) + 1
    return text + _part(data, middle, size // 4, name) if middle > start + size else text


def _part(data: bytes, start: int, size: int, name: str) -> str:
    """A part of the file; a character that its end cuts is left out, unless it is the end of the file."""
    decoder: Callable[[str], codecs.IncrementalDecoder] = codecs.getincrementaldecoder(_CODECS.get(name, name))
    return decoder(_HANDLER).decode(data[start : start + size], final=start + size >= len(data))
