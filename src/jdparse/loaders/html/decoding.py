"""From the bytes of a page to UTF-8: what the bytes say wins over what the page declares.

Declarations are wrong too often to be believed alone: pages in GBK that say UTF-8, pages converted to UTF-8 that still say
`gb2312`. So: a byte order mark, strict UTF-8, then the likeliest reading of the bytes, which a declaration only confirms;
what is declared decides where the bytes cannot.
"""

import codecs
import re
from typing import NamedTuple

from jdparse.errors import UnreadableInput, UsageError
from jdparse.loaders import decoding
from jdparse.loaders.html import scripts
from jdparse.patterns import deferred

_DISGUISED = 400
"""Bytes up to which valid UTF-8 may be GBK by chance, so that `loaders.decoding` looks closer."""

_HEAD = 1 << 16
"""Where a declaration is looked for. Browsers look at 1,024 bytes; pages with long scripts before it are common."""

_RUN = deferred(rb"(?:[\x80-\xff]++[\0-\x7f]{0,8}+)++")
"""Bytes beyond ASCII; of the ASCII behind them a few stay, as the first may be the second of a pair."""

_WINDOWS = (1 << 13, 1 << 15)
"""Where a sample of the page is taken first. In GB18030 and Big5 `<` is never a part of a character."""
_SAMPLE = 1 << 12
"""Bytes of text without markup from which on a sample is enough."""

_CHARSET = deferred(
    rb"""<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)


class Decoded(NamedTuple):
    """A page in UTF-8, without a byte order mark; line breaks and invisible characters are as they were."""

    data: bytes
    encoding: str
    """The canonical name of the encoding that it was in."""
    guessed: bool
    """Whether likelihood alone, or against the declaration, chose it."""


def decode(data: bytes, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """A page's bytes as UTF-8.

    `encoding` is the caller's word and is obeyed; `declared` is what the transport says (a MIME header), a hint like the
    page's own declaration. Linear. Raises UsageError and UnreadableInput as `loaders.decoding.decode` does.
    """
    if encoding is None and len(data) > _DISGUISED and b"\0" not in data:
        plain = data.removeprefix(codecs.BOM_UTF8)
        if plain.isascii():
            return Decoded(plain, "utf-8", guessed=False)
        try:
            plain.decode()
        except UnicodeDecodeError:
            pass
        else:
            return Decoded(plain, "utf-8", guessed=False)
    hint = None if encoding is not None else _canonical(declared) or _declared(data)
    sample = None
    if b"\0" not in data:
        data = scripts.without_programs(data)
        sample = _sample(data)
    try:
        found = decoding.decode(data, encoding, sample)
    except UnreadableInput:
        if hint is None:
            raise
        found = decoding.decode(data, hint, sample)
        return Decoded(_encoded(found.text), found.encoding, guessed=True)
    confirmed = hint is not None and found.encoding.partition("-")[0] == hint.partition("-")[0]
    return Decoded(_encoded(found.text), found.encoding, guessed=found.guessed and not confirmed)


def _sample(data: bytes) -> bytes:
    """The page without most of its markup and scripts: its beginning, or all of it where that has too little text."""
    start = data.find(b"<body")
    for window in _WINDOWS if start > 0 else ():
        sample = b"\n".join(_RUN.findall(data, start, start + window))
        if len(sample) >= _SAMPLE:
            return sample
    return b"\n".join(_RUN.findall(data))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data, 0, _HEAD)
    return _canonical(found[1].decode("ascii", "replace")) if found else None


def _canonical(name: str | None) -> str | None:
    """The name under which we know a declared encoding, None for one that we do not know."""
    try:
        return decoding.canonical(name) if name else None
    except UsageError:
        return None
