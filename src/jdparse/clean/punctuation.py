"""Makes the half-width punctuation of Chinese prose full-width (GB/T 15834—2011), character by character.

Three steps, each of which sees the result of the one before: brackets, quotation marks, then stops and label colons.
A step decides by what never changes width (Chinese characters, letters, digits, blanks) or by signs that it takes alike
in both widths, so that applying the function twice changes nothing more.

Written with `re`: `regex` would say `\\p{Han}`, but takes 18 ms to import, a third of the time that the whole command
needs to start. Its possessive quantifiers `re` has too; but on Python 3.11 each character class with a range as wide as
the Chinese one takes 2 ms to compile, so that no pattern has it and characters are compared instead.
"""

import re

from jdparse.patterns import deferred

_BLANK = " \t\u00a0\u3000"
_OPENING = "《「『【〈〖〔（"
_CLOSING = "》」』】〉〗〕）"
_NUMERAL = "一二三四五六七八九十百零〇两"

_HALF_WIDTH = deferred(r"""[,;:?!.()"']""")
_WIDE = str.maketrans(",;:?!.()", "，；：？！。（）")

LONGEST_PARENTHESIS = 60
"""Brackets further apart than this are taken for two strays. (Remarks in job descriptions are shorter.)"""

LONGEST_QUOTATION = 60
"""The same for quotation marks."""


def widen(text: str) -> str:
    """A whole document's text with the punctuation of its Chinese full-width, of equal length.

    - `,` `;` `:` `?` `!` after a Chinese character or a Chinese closing bracket, blanks between or not; or right before
      a Chinese character, where what is before them is no sign that binds (`/` `=` `-` …). Between Latin and Chinese
      a blank after the sign says that it belongs to the Latin (`in English; 能阅读`), except after the colon of a label
      (`KPI: 完成率`).
    - `.` right after a Chinese character, or a bracket that closes after one, where a Chinese character or the end of
      the line follows; never one of several.
    - `(` and `)` that match within a line and enclose a Chinese character; so `(MES)` and `(1)` stay. The half-width
      one of a pair whose other is full-width always.
    - `"` and `'` where all of a line's marks make pairs that can be quotations and nothing else (not inches,
      attributes or apostrophes).

    Not touched: URLs and e-mail addresses, times, decimals, thousands, ratios, file names, and the sign of a list
    marker (`1.`, `1,`, `一.`) that begins a line or follows the end of a sentence.
    """
    if _HALF_WIDTH.search(text) is None:
        return text
    addresses = _addresses(text)
    wide = _hidden(text, addresses)
    if "(" in wide or ")" in wide:
        wide = _with_brackets(wide)
    if '"' in wide:
        wide = _with_quotes(wide, '"', "“", "”")
    if "'" in wide:
        wide = _with_quotes(wide, "'", "‘", "’")
    wide = _ROW.sub(_stop, wide)
    return _restored(wide, text, addresses) if addresses else wide


def _is_chinese(character: str) -> bool:
    """Whether it is a Chinese character; `""` is none."""
    return "㐀" <= character <= "鿿" or character >= "\U00020000"


# --- addresses ---

_ADDRESS_HINTS = ("@", "ttp", "TTP", "ftp:", "FTP:", "ww.", "WW.")
_ADDRESS = deferred(
    r"""
    (?P<url> (?i:https?[:：]|ftp[:：]|www\.) )
      [!#-&*-~]*+                                                    # up to a blank, a Chinese sign, quote or bracket
      (?: (?:(?![\0-\xff])\w){1,30}+ (?:[/?=&]|\.(?=[a-z])) [!#-&*-~]*+ )*+    # …/岗位/list.html
    | [A-Za-z0-9._%+-]++ (?P<mail> @[A-Za-z0-9._-]*+ )?             # words are passed over whole: linear time
    """,
    re.VERBOSE,
)


def _addresses(text: str) -> list[tuple[int, int]]:
    """The ranges of URLs and e-mail addresses."""
    if not any(hint in text for hint in _ADDRESS_HINTS):
        return []
    return [match.span() for match in _ADDRESS.finditer(text) if match.lastgroup]


def _hidden(text: str, addresses: list[tuple[int, int]]) -> str:
    """The text with letters only where the addresses are."""
    parts: list[str] = []
    done = 0
    for start, end in addresses:
        parts += (text[done:start], "a" * (end - start))
        done = end
    return "".join((*parts, text[done:])) if parts else text


def _restored(wide: str, text: str, addresses: list[tuple[int, int]]) -> str:
    """The widened text with its addresses again."""
    parts: list[str] = []
    done = 0
    for start, end in addresses:
        parts += (wide[done:start], text[start:end])
        done = end
    return "".join((*parts, wide[done:]))


# --- brackets ---

_BRACKET = deferred(r"[()（）]")
_LINE_BREAK = deferred(r"[\r\n]")


def _with_brackets(text: str) -> str:
    edits: list[tuple[int, str]] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        end = match.start()
        if match[0] in "(（":
            opened.append(end)
        elif opened and _is_chinese_pair(text, start := opened.pop(), end):
            edits += ((start, "（"), (end, "）"))
    return _edited(text, edits)


def _is_chinese_pair(text: str, start: int, end: int) -> bool:
    if end - start - 1 > LONGEST_PARENTHESIS or (text[start] == "（" and text[end] == "）"):
        return False
    if _LINE_BREAK.search(text, start + 1, end):
        return False
    return text[start] == "（" or text[end] == "）" or any(map(_is_chinese, text[start + 1 : end]))


def _edited(text: str, edits: list[tuple[int, str]]) -> str:
    """The text with single characters replaced."""
    if not edits:
        return text
    parts: list[str] = []
    done = 0
    for place, character in sorted(edits):
        parts += (text[done:place], character)
        done = place + 1
    return "".join((*parts, text[done:]))


# --- quotation marks ---

_QUOTED_LINE = {mark: deferred(rf"{mark}[^\r\n]*+") for mark in "\"'"}
"""From the first mark of a line on."""
_QUOTATION_MARK = {'"': deferred('"'), "'": deferred(r"(?<![A-Za-z])'|'(?![A-Za-z])")}
"""An apostrophe within a word is no quotation mark."""

_BINDS = deferred(r"[A-Za-z0-9=\\/<>_]")
"""Beside the outer side of a mark: inches (5\"), attributes (id=\"\"), code."""


def _with_quotes(text: str, mark: str, left: str, right: str) -> str:
    edits: list[tuple[int, str]] = []
    for line in _QUOTED_LINE[mark].finditer(text):
        places = [match.start() for match in _QUOTATION_MARK[mark].finditer(text, *line.span())]
        pairs = list(zip(places[::2], places[1::2], strict=False))
        if len(places) % 2 == 0 and all(_is_quotation(text, start, end) for start, end in pairs):
            for start, end in pairs:
                edits += ((start, left), (end, right))
    return _edited(text, edits)


def _is_quotation(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end + 1 : end + 2]
    inside = text[start + 1 : end]
    return (
        0 < len(inside) <= LONGEST_QUOTATION
        and inside == inside.strip()
        and not (_BINDS.match(before) or _BINDS.match(after))
        and (any(map(_is_chinese, inside)) or (_is_chinese(before) and _is_chinese(after)))
    )


# --- stops, commas, colons ---

# A class before the repeated one: only so does `re` skip to the next of its characters.
_ROW = deferred(r"[,;:?!.][,;:?!.]*+")
_BLANKS = deferred(rf"[{_BLANK}]*+")

_BINDING = frozenset(f"-/\\=&@_|<[({{{_OPENING}“‘、。，；：？！．")
"""A sign that is between one of these and a Chinese character is part of something else."""

_QUERY = deferred("[A-Za-zÀ-ɏ]")
"""What a question mark after a Chinese character has behind it in a URL (岗位?id=3) or in a damaged text (部?jī)."""


def _stop(match: re.Match[str]) -> str:
    """A row of signs in full width, or as it was."""
    row, text = match[0], match.string
    start, end = match.span()
    if "." in row:
        return "。" if row == "." and _is_full_stop(text, start, end) else row
    before = text[start - 1] if start else "\n"
    if not ("㐀" <= before <= "鿿" or _follows_chinese(text, start)):
        if before in _BINDING or not _precedes_chinese(text, end, row):
            return row
    elif row[0] == "?" and _QUERY.match(text, end):
        return row
    if row == "," and before in _MARKER_ENDS and _is_marker(text, start):
        return row
    return row.translate(_WIDE)


def _follows_chinese(text: str, place: int) -> bool:
    """Whether a Chinese character or bracket stands before, with up to two blanks between."""
    before = text[max(0, place - 3) : place]
    if before[-1:] in ("”", "’", ")", "]"):
        return _is_chinese(before[-2:-1])
    character = before.rstrip(_BLANK)[-1:]
    return _is_chinese(character) or (character != "" and character in _CLOSING)


def _precedes_chinese(text: str, place: int, row: str) -> bool:
    """Whether a Chinese character or bracket stands behind a row of signs, after a colon with blanks between."""
    if row[-1] == ":":
        place = _end_of_blanks(text, place)
    after = text[place : place + 1]
    if after in ("“", "‘"):
        after = text[place + 1 : place + 2]
    return _is_chinese(after) or (after != "" and after in _OPENING)


def _end_of_blanks(text: str, place: int) -> int:
    found = _BLANKS.match(text, place)
    return found.end() if found else place


def _is_full_stop(text: str, start: int, end: int) -> bool:
    """Whether a single `.` ends a Chinese sentence."""
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    if not _is_chinese(before[-1:]) and not (before[-1:] in "”’])）》」』】" and _is_chinese(before[:-1])):
        return False
    if after in ("。", "．"):
        return False
    place = _end_of_blanks(text, end)
    after = text[place : place + 1]
    ends = after in ("", "\r", "\n")
    if not ends and not _is_chinese(after) and after not in _OPENING and not _precedes_chinese(text, place, "."):
        return False
    if before[-1] in _MARKER_ENDS and _is_marker(text, start):
        return False
    return ends or before[-1] not in _NUMERAL  # 步骤二.检查: a marker that does not begin a line


_MARKER_ENDS = frozenset(f"0123456789{_NUMERAL})）{_BLANK}abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_MARKER = deferred(
    rf"""
    (?: [\r\n;；。!！?？．] | (?<!\d)[.:：] | [{_BLANK}]{{3}} ) [{_BLANK}]*+      # a line begins, or a sentence is over
    [(（]? (?: \d{{1,2}}(?:[.．]\d{{1,2}}){{0,2}} | [{_NUMERAL}]{{1,3}} | [A-Za-z] ) [)）]?
    [{_BLANK}]*+ \Z
    """,
    re.VERBOSE,
)
_MARKER_WIDTH = 16
"""A marker with what it follows is looked for among so many characters."""


def _is_marker(text: str, place: int) -> bool:
    """Whether what stands before `place` is the number or letter of a list item."""
    before = text[place - _MARKER_WIDTH : place] if place >= _MARKER_WIDTH else "\n" + text[:place]
    return _MARKER.search(before) is not None
