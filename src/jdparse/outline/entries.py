"""The flat outline: one entry for each heading, label pair, list item and paragraph of a document.

Lines that hold several (`1、编号：X    2、名称：Y`, `；2.2.4 监测…` in the middle) give several entries. How entries nest is
decided later, in `levels`; where one job ends and the next begins in `jobs`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, zip_longest

from jdparse.clean import wrapping
from jdparse.lines import Grid, Line
from jdparse.numbering import Enumerator
from jdparse.numbering import read as read_enumerator
from jdparse.outline import captions, labels, sequence, titles
from jdparse.outline.ads import announced, chips, tags, typed, vacancies
from jdparse.outline.entry import Entry, Role
from jdparse.outline.neighbours import answers, applying, document, headings, values
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import LONGEST, Vocabulary

Numbered = tuple[Line, list[sequence.Item]]
"""A line with its items, as `sequence.items` gives it."""


def flat(
    blocks: Iterable[Line | Grid], tables: Callable[[Grid, bool], list[Entry]], vocabulary: Vocabulary
) -> list[Entry]:
    """The entries of a document's blocks, in order; `tables` reads a table and is told whether a label above it names a
    job. Numbers of lines go on behind a table.
    """
    blocks = tuple(blocks)
    numbered = iter(sequence.items(block for block in blocks if isinstance(block, Line)))
    out: list[Entry] = []
    count = 0
    fresh = named = False
    for block in (*blocks, None):
        if isinstance(block, Line):
            count += sequence.says(block)
            continue
        found = _read(list(islice(numbered, count)), vocabulary)
        if fresh and found:
            found[0] = found[0]._replace(fresh=True, behind=True)
        count = 0
        if block is None:
            out += found
            continue
        named = named or any(entry.field == "title" and entry.role is Role.LABEL for entry in found)
        table = tables(block, named)
        named = named or any(entry.field == "title" and entry.role is Role.LABEL for entry in table)
        if found and table:
            found[-1] = captions.over(found[-1], table[0], vocabulary)
            found[-2:] = [captions.annex(entry, vocabulary) for entry in found[-2:]]
        out += found
        out += table
        fresh = True
    counted = document.with_counted_names(out)
    out = vacancies.read(counted, vocabulary)
    if out is not counted:
        out = applying.with_applying(out)  # behind what is asked for of the posts
    out = typed.lines(typed.employer(announced.read(out, vocabulary)))
    return document.read(out)


def read(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Entry]:
    """The entries of the lines, in order."""
    return _read(sequence.items(lines), vocabulary)


def _read(lines: Sequence[Numbered], vocabulary: Vocabulary) -> list[Entry]:
    found = _entries(lines, vocabulary)
    if len(found) < 2:
        return [headings.styled(entry) for entry in found]  # a cell of one line; the other steps look at neighbours
    found = list(_opened(found))
    found = answers.ticked(tags.read(found))
    return values.with_values(headings.shaped(applying.with_applying(found)), vocabulary)


def _entries(lines: Sequence[Numbered], vocabulary: Vocabulary) -> list[Entry]:
    out: list[Entry] = []
    margin = wrapping.margin([line for line, _ in lines])
    for line, items in lines:
        unfinished = wrapping.may_go_on(line.text.text, margin)
        for index, (enumerator, marker, text) in enumerate(items):
            gap = line.gap if index == 0 else 0
            last = unfinished and index == len(items) - 1
            out += _item(line, gap, enumerator, marker, text, last, vocabulary)
    return out


def _before_heading(text: str, vocabulary: Vocabulary) -> Enumerator | None:
    """The number without its sign that stands before the name of a section: B　岗位职责 in a cell of its own."""
    if text[1:2] not in _BLANKS or len(text) > LONGEST:
        return None
    found = read_enumerator(text)
    if found is None or not found.weak or labels.is_scalar(vocabulary.heading(text[found.end :]) or "title"):
        return None
    return found._replace(weak=False)


_BLANKS = (" ", "\u3000")


def _numbered_heading(text: str, enumerator: Enumerator | None, vocabulary: Vocabulary) -> list[labels.Pair]:
    """The heading that a number of headings makes of a word which is none elsewhere: 六、晋升."""
    field = vocabulary.find(text) if enumerator is not None and enumerator.base == "一" else None
    return [labels.Pair(0, len(text), field, len(text), len(text), "bare")] if field is not None else []


def _item(
    line: Line,
    gap: int,
    enumerator: Enumerator | None,
    marker: Tracked | None,
    text: Tracked,
    unfinished: bool,
    vocabulary: Vocabulary,
) -> list[Entry]:
    if enumerator is None and marker is None and (found := _before_heading(text.text, vocabulary)) is not None:
        enumerator, marker, text = found, text[: found.end].strip(), text[found.end :]
    if (
        marker is None
        and (end := captions.number(text.text))
        and (field := captions.field(text.text[end:], vocabulary))
    ):
        bare = text[end:]  # 表1-2　工作职责
        entry = Entry(Role.LABEL, line.line, gap, None, text[:end].strip(), bare, field, None, bare, "bare")
        return [entry._replace(heading=line.heading)]
    pairs = labels.pairs(text.text, vocabulary) or _numbered_heading(text.text, enumerator, vocabulary)
    if pairs and pairs[0].set_off == "cell" and (pairs[0].field or "").startswith(_CHIPS) and chips.read(text):
        pairs = []  # 五险一金　定期体检: values, though one of them is a label elsewhere
    if not pairs or (len(pairs) == 1 and pairs[0].field is None and pairs[0].set_off == "colon"):
        title = titles.read(text.text, vocabulary)
        if title is not None:
            name = text[slice(*title.name)].strip() if title.name else None
            entry = Entry(Role.TITLE, line.line, gap, enumerator, marker, text, title.field, name or None, text)
            return [entry._replace(heading=line.heading, numbered=title.numbered)]
    if not pairs:
        entry = Entry(
            Role.ITEM,
            line.line,
            gap,
            enumerator,
            marker,
            None,
            None,
            text if text.text else None,
            text,
            heading=line.heading,
            unfinished=unfinished,
        )
        return [entry]
    out: list[Entry] = []
    if pairs[0].label_start and (values := text.part(0, pairs[0].label_start).strip()):
        out.append(
            Entry(Role.ITEM, line.line, gap, enumerator, marker, None, None, values, values, heading=line.heading)
        )
        enumerator = marker = None
    stamp = _STAMP.search(text.text) if len(pairs) > 1 or pairs[0].label_start else None
    if stamp is not None and (last := pairs[-1]).value_start < stamp.start() and _is_undated(last):
        pairs[-1] = last._replace(value_end=stamp.start())
    else:
        stamp = None
    before = text
    for number, pair in enumerate(pairs):
        value = text.part(pair.value_start, pair.value_end)
        label = text.part(pair.label_start, pair.label_end)
        whole = text.part(pair.label_start, pair.value_end)
        begun: Enumerator | None = None
        after = 0
        if number:
            own, after = sequence.leading(label)
            # 岗位职责⇥（一）培训: the first item of the list in the cell beside its label
            if own is not None and own.ordinal == 1 and not before and _opens(pairs[number - 1]):
                begun = own
                whole = text.part(pair.label_start + after, pair.value_end)
        if number == 0:
            entry = Entry(
                Role.LABEL,
                line.line,
                gap,
                enumerator,
                marker,
                label,
                pair.field,
                value or None,
                whole,
                pair.set_off,
                True,
                line.heading,
                unfinished=unfinished,
            )
        else:
            entry = Entry(
                Role.LABEL,
                line.line,
                0,
                begun,
                label[:after] if after else None,
                label[after:],
                pair.field,
                value or None,
                whole,
                pair.set_off,
                False,
            )
        out.append(entry)
        before = value
    if stamp is not None:
        date = text[slice(*stamp.span(1))]
        out.append(Entry(Role.ITEM, line.line, 0, None, date, None, None, None, date[:0], "header", False))
    return out


# When a site published a job, behind its facts: 维保工 招聘人数：10人 工作地点：佛山 2026-05-08
_STAMP = deferred(r"(?<![ \t\u3000])[ \t\u3000]++((?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})$")


def _is_undated(pair: labels.Pair) -> bool:
    """Whether a date behind a label's value is no part of it."""
    return (
        pair.field is not None and labels.is_identity(pair.field) and not pair.field.startswith(("dates.", "people."))
    )


# Fields whose labels are as often values in a line of bare values: 五险一金, 加班, 全职.
_CHIPS = ("compensation.", "working_hours", "job_type", "requirements.experience", "requirements.education")


def _opens(pair: labels.Pair) -> bool:
    """Whether a label may have a list under it."""
    return pair.field is not None and not labels.is_scalar(pair.field)


def _opened(entries: list[Entry]) -> Iterator[Entry]:
    """The entries; where a list begins beside its label and goes on below (`岗位职责：（一）收货` over `1、…`), its first item apart."""
    for entry, following in zip_longest(entries, entries[1:]):
        text = entry.text
        if (
            entry.role is not Role.LABEL
            or entry.field is None
            or labels.is_scalar(entry.field)
            or text is None
            or following is None
            or following.enumerator is None
            or following.line == entry.line
        ):
            yield entry
            continue
        enumerator, end = sequence.leading(text, following.enumerator)
        if enumerator is None or enumerator.ordinal != 1 or len(sequence.inline(text)) > 1:
            yield entry
            continue
        assert entry.label is not None
        yield entry._replace(text=None, whole=entry.label, unfinished=False)
        item = text[end:].strip()
        yield Entry(
            Role.ITEM,
            entry.line,
            0,
            enumerator,
            text[:end],
            None,
            None,
            item or None,
            item,
            unfinished=entry.unfinished,
        )
