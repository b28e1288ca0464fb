"""Which enumerators of a document count, and the items that stand in one line.

A strong enumerator (`1、`) counts where it begins a line. A weak one (`四 工作绩效标准`, `1 负责`, `1.5`) counts only where it continues
a sequence or where its successor follows. In the middle of a line only the next expected marker of the line's own sequence counts, so that
`1.负责A；2.负责B` is two items and `每天2次` is prose.
"""

from collections.abc import Iterable, Mapping, Sequence

from jdparse.lines import Line
from jdparse.numbering import ROMAN_OF, Enumerator, other_readings, read
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

Item = tuple[Enumerator | None, Tracked | None, Tracked]

# What a marker inside a line stands behind: the end of an item, a colon or a blank.
_INSIDE = deferred(
    r"[；;。：:！!\s\u3000，,、）)](?=[(（\[【〔]?[0-9０-９一二三四五六七八九十]{1,3}[)）\]】〕、.．]|[①-⑳⑴-⒇]|[a-zA-Z][)）.．、])"
)


def items(lines: Iterable[Line]) -> list[tuple[Line, list[Item]]]:
    """Each line with its items: (enumerator, marker, text without blanks around it). Lines without text are left out."""
    kept = [line for line in lines if says(line)]
    if not kept:
        return []
    raw = [_printed(line.marker) if line.marker else read(line.text.text) for line in kept]
    accepted = _accepted(raw)
    out: list[tuple[Line, list[Item]]] = []
    for line, enumerator in zip(kept, accepted, strict=True):
        if line.marker:
            out.append((line, [(enumerator or _unread(line.marker), line.marker, line.text)]))
        else:
            out.append((line, _split(enumerator, line.text)))
    return out


def says(line: Line) -> bool:
    """Whether a line has a text or a marker."""
    return bool(line.text.text or line.marker)


def leading(text: Tracked, following: Enumerator | None = None) -> tuple[Enumerator | None, int]:
    """The enumerator at the head of a text and where the text after it begins: (None, 0) without one.

    A weak one counts when `following`, that of the next line, goes on with it.
    """
    found = read(text.text)
    if found is not None and found.weak and following is not None and found.base == following.base:
        found = found._replace(weak=not _continues(found, following))
    return (None, 0) if found is None or found.weak else (found, found.end)


def _printed(marker: Tracked) -> Enumerator | None:
    """The number that Word printed: it counts whatever sign stands behind it."""
    text = marker.text.strip()
    found = read(text) or read(text + " ")
    return found._replace(weak=False, end=len(marker)) if found is not None else None


def _unread(marker: Tracked) -> Enumerator:
    """A marker that Word printed and nobody can read as a number: a list of its own shape."""
    return Enumerator(marker.text.strip()[:1] or "•", "•", 0, len(marker.text))


def _accepted(raw: list[Enumerator | None]) -> list[Enumerator | None]:
    """Those that count among their neighbours, each in the reading that goes on with what stands before it."""
    if len(raw) == 1:
        alone = raw[0]
        return [alone if alone is None or not alone.weak or _may_begin(alone, has_next=False) else None]
    following: dict[str, Enumerator] = {}
    has_next = [False] * len(raw)
    for index in range(len(raw) - 1, -1, -1):
        enumerator = raw[index]
        if enumerator is None:
            continue
        after = following.get(enumerator.base)
        has_next[index] = after is not None and _continues(enumerator, after)
        following[enumerator.base] = enumerator
    last: dict[str, Enumerator] = {}
    letters = _next_letters(raw)
    out: list[Enumerator | None] = []
    for index, enumerator in enumerate(raw):
        if enumerator is not None:
            enumerator = _in_context(enumerator, last, letters[index])
        if enumerator is not None and enumerator.weak:
            before = last.get(enumerator.base)
            if not (
                _may_begin(enumerator, has_next=has_next[index])
                or (before is not None and _continues(before, enumerator))
            ):
                enumerator = None
        if enumerator is not None:
            last[enumerator.base] = enumerator
        out.append(enumerator)
    return out


def _may_begin(enumerator: Enumerator, *, has_next: bool) -> bool:
    """Whether a weak one begins a list: the first of its kind before its successor, or 3.1 by itself."""
    return enumerator.ordinal == 1 and (has_next or bool(enumerator.path and 0 < enumerator.path[0] < 30))


# The kinds of letters with the Roman numbers that look like some of them.
_LETTERS = {**ROMAN_OF, **{roman: roman for roman in ROMAN_OF.values()}}


def _next_letters(raw: Sequence[Enumerator | None]) -> list[Enumerator | None]:
    """For each enumerator that is a letter or a Roman number the next one of its kind."""
    out: list[Enumerator | None] = []
    following: dict[str, Enumerator] = {}
    for enumerator in reversed(raw):
        kind = _LETTERS.get(enumerator.base) if enumerator is not None else None
        out.append(following.get(kind) if kind is not None else None)
        if kind is not None and enumerator is not None:
            following[kind] = enumerator
    return out[::-1]


def _in_context(enumerator: Enumerator, last: Mapping[str, Enumerator], following: Enumerator | None) -> Enumerator:
    """The reading of I, V or X that goes on with what stands before: a Roman number after IV, a letter after H.

    An I. before A. or II. begins a list, whatever letter was the last.
    """
    roman = last.get("Ⅰ")
    begins = following is not None and (
        (following.base, following.ordinal) == ("A.", 1)
        or ((following.base, following.ordinal) == ("Ⅰ", 2) and (roman is None or roman.ordinal > 1))
    )
    for other in other_readings(enumerator):
        before, own = last.get(other.base), last.get(enumerator.base)
        if enumerator.ordinal == 1 and begins:
            continue
        if other.ordinal == 1 and following is not None and (following.base, following.ordinal) == (other.base, 2):
            return other._replace(weak=False)  # (i) before (ii)
        if before is not None and _continues(before, other) and not (own is not None and _continues(own, enumerator)):
            return other
    return enumerator


def _continues(before: Enumerator, after: Enumerator) -> bool:
    if before.path and after.path and before.path != after.path:
        return after.ordinal == 1
    return after.ordinal == before.ordinal + 1


def _split(enumerator: Enumerator | None, text: Tracked) -> list[Item]:
    """The items of one line. The line's own marker may be missing (`岗位职责：1、…2、…`): then the value is split later."""
    if enumerator is None:
        return [(None, None, text.strip())]
    starts = [(0, enumerator)]
    if enumerator.ordinal:
        starts += _successors(text.text, enumerator, enumerator.end)
    elif enumerator.family in _BULLETS:
        starts += _alike(text.text, enumerator)
    return _pieces(text, starts)


def _alike(text: str, bullet: Enumerator) -> list[tuple[int, Enumerator]]:
    """The bullets behind a line's first that are the same, each behind a blank: ·考核权 ·任免建议权 ·稽核权."""
    found: list[tuple[int, Enumerator]] = []
    at = bullet.end
    while (at := text.find(bullet.family, at)) >= 0:
        if text[at - 1] in " \t\u3000；;" and (own := read(text, at)) is not None and own.end < len(text):
            found.append((at, own))
        at += 1
    return found


_BULLETS = frozenset("•·∙●◆■○◇▪➢✓★")


def inline(text: Tracked) -> list[Item]:
    """The items of a value that holds a list, `1、负责A；2、负责B`; [] when it does not begin with a list."""
    first = read(text.text)
    if first is not None and first.family in _BULLETS and (alike := _alike(text.text, first)):
        return _pieces(text, [(0, first), *alike])
    if first is None or first.weak or first.ordinal != 1:
        return []
    starts = _successors(text.text, first, first.end)
    if not starts and (first.base not in _LISTED or first.end >= len(text)):
        return []
    return _pieces(text, [(0, first), *starts])


# Families of which a single `1、` at the head of a value is a list of one.
_LISTED = frozenset({"1", "(1)", "1)", "①", "⑴", "⒈", "（一）"})


# Families that count in digits: their next marker holds the next number.
_COUNTED = frozenset({"1", "1)", "(1)"})
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


def _successors(text: str, enumerator: Enumerator, low: int) -> list[tuple[int, Enumerator]]:
    found: list[tuple[int, Enumerator]] = []
    if enumerator.base in _COUNTED:
        following = str(enumerator.ordinal + 1)
        if following not in text and following.translate(_WIDE_DIGITS) not in text:
            return found  # nearly all items are alone on their line
    expected = enumerator
    for place in _INSIDE.finditer(text, low):
        if place.group() == "、" and text[place.start() - 1].isdigit():
            continue  # 巡检1、2、3号泵
        candidate = read(text, place.end())
        if (
            candidate is not None
            and candidate.base == expected.base
            and candidate.ordinal == expected.ordinal + 1
            and candidate.path == expected.path
            and place.end() >= low
        ):
            found.append((place.end(), candidate))
            expected = candidate
            low = candidate.end
    return found


def _pieces(text: Tracked, starts: list[tuple[int, Enumerator]]) -> list[Item]:
    out: list[Item] = []
    for number, (start, enumerator) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        out.append((enumerator, text.part(start, enumerator.end), text.part(enumerator.end, end)))
    return out
