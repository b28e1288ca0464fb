"""Answers to tick, a line each: `□ 正式编`, `☑ 合同制`, `□ 劳务派遣`. Those that are ticked say something."""

from jdparse.outline.ads import chips
from jdparse.outline.boxes import BOX
from jdparse.outline.entry import Entry, Role, silent
from jdparse.outline.neighbours.values import valued
from jdparse.tracked import Tracked


def ticked(entries: list[Entry]) -> list[Entry]:
    """The entries, where boxes stand below each other of which some are ticked, with those alone as items or values."""
    if not any(map(_is_on, entries)):
        return entries
    out: list[Entry] = []
    index = 0
    while index < len(entries):
        end = index
        while end < len(entries) and (_is_on(entries[end]) or _is_off(entries[end])):
            end += 1
        run = entries[index:end]
        on = [_is_on(entry) for entry in run]
        if any(on) and not all(on):
            under = bool(out) and out[-1].role is Role.LABEL and out[-1].field is not None and out[-1].text is None
            answers = [_answer(entry, under=under) for entry, is_on in zip(run, on, strict=True) if is_on]
            if under and len(answers) == 1:
                answers = [valued(out.pop(), answers[0])]
            out += answers
            out += [_unticked(entry) for entry, is_on in zip(run, on, strict=True) if not is_on]
        else:
            out += run
        if end == index:
            out.append(entries[end])
            end += 1
        index = end
    return out


def _is_on(entry: Entry) -> bool:
    """Whether an entry is a box that is ticked, with what it says."""
    found = BOX.match(entry.whole.text) if entry.role is Role.ITEM and entry.whole.text[:1] in _ON else None
    return found is not None and found["on"] is not None and found.end() < len(entry.whole)


_ON = frozenset("☑☒■√✓✔（([［【〔")


def _is_off(entry: Entry) -> bool:
    if entry.role is not Role.ITEM:
        return False
    if entry.marker is not None and (found := BOX.fullmatch(entry.marker.text)) is not None:
        return found["off"] is not None
    found = BOX.match(entry.whole.text)
    return found is not None and found["off"] is not None


def _answer(entry: Entry, *, under: bool) -> Entry:
    """What a ticked box says: an item of the label above it, or a value by its type."""
    found = BOX.match(entry.whole.text)
    assert found is not None
    text = entry.whole[found.end() :].strip()
    answer = entry._replace(enumerator=None, marker=entry.whole[: found.end()], text=text, whole=text, unfinished=False)
    if not under and (path := chips.kind(text.text)):
        return answer._replace(role=Role.LABEL, field=path, set_off="chip")
    return answer


def _unticked(entry: Entry) -> Entry:
    """A box that is not ticked says nothing."""
    return silent(entry.whole if entry.marker is None else Tracked.join((entry.marker, entry.whole)))
