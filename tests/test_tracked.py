"""`Tracked`: any row of edits keeps every character's place in the source.

The model is independent: a list with one entry a character, that says which characters of the source it stands for.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdparse.tracked import Piece, Span, Tracked

SOURCE = "职责一：负责 收货，\t验收；（二）发货ABC。\n三、盘点\u3000清点 \U00020000👍x"


class Unit(NamedTuple):
    """A character of the model. `exact`: it stands for the one character at `start`, edited in place or not."""

    char: str
    start: int
    end: int
    exact: bool


Model = list[Unit]
Step = tuple[str, int, int, str]


def model_of(start: int, end: int) -> Model:
    return [Unit(SOURCE[i], i, i + 1, True) for i in range(start, end)]


def replaced(model: Model, tracked: Tracked, start: int, end: int, text: str) -> Model:
    """The model of a replacement of a range."""
    if len(text) == end - start:
        middle = [unit._replace(char=char) for unit, char in zip(model[start:end], text, strict=True)]
    else:
        cut = tracked[start:end] if end > start else None
        low, high = (cut.start, cut.end) if cut else (tracked.place(start),) * 2
        middle = [Unit(char, low, high, False) for char in text]
    return model[:start] + middle + model[end:]


def ordered(a: int, b: int, length: int) -> tuple[int, int]:
    low, high = sorted((a % (length + 1), b % (length + 1)))
    return low, high


def take_slice(tracked: Tracked, model: Model, a: int, b: int, _: str) -> tuple[Tracked, Model]:
    low, high = ordered(a, b, len(tracked))
    return tracked[low:high], model[low:high]


def take_strip(tracked: Tracked, model: Model, a: int, _: int, text: str) -> tuple[Tracked, Model]:
    characters = text or None
    out = tracked.strip(characters)
    left = len(tracked.text) - len(tracked.text.lstrip(characters))
    return out, model[left : left + len(out)]


def take_delete(tracked: Tracked, model: Model, a: int, b: int, _: str) -> tuple[Tracked, Model]:
    low, high = ordered(a, b, len(tracked))
    out = tracked.delete([(low, high)])
    return out, model[:low] + model[high:]


def take_replace(tracked: Tracked, model: Model, a: int, b: int, text: str) -> tuple[Tracked, Model]:
    low, high = ordered(a, b, len(tracked))
    return tracked.replace([(low, high, text)]), replaced(model, tracked, low, high, text)


def take_recast(tracked: Tracked, model: Model, a: int, b: int, text: str) -> tuple[Tracked, Model]:
    low, high = ordered(a, b, len(tracked))
    new = tracked.text[:low] + "文" * (high - low) + tracked.text[high:]
    return tracked.recast(new), [unit._replace(char=char) for unit, char in zip(model, new, strict=True)]


def take_join(tracked: Tracked, model: Model, a: int, b: int, _: str) -> tuple[Tracked, Model]:
    low, high = ordered(a, b, len(tracked))
    return Tracked.join([tracked[:low], tracked[low:high], tracked[high:]]), model


STEPS: dict[str, Callable[[Tracked, Model, int, int, str], tuple[Tracked, Model]]] = {
    "slice": take_slice,
    "strip": take_strip,
    "delete": take_delete,
    "replace": take_replace,
    "recast": take_recast,
    "join": take_join,
}
places = st.integers(0, 60)
steps = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), places, places, st.text("甲乙 ；a", max_size=4)), max_size=8)


def rebuilt(source: str, spans: tuple[Span, ...], edits: list[tuple[Span, str]]) -> str:
    """What the documentation promises: the spans' text of the source, with each edit in the place of its range."""
    out: list[str] = []
    waiting = list(edits)
    for low, high in spans:
        place = low
        while place <= high:
            if waiting and waiting[0][0].start == place and waiting[0][0].end <= high:
                span, text = waiting.pop(0)
                out.append(text)
                place = span.end
            elif place < high:
                out.append(source[place])
                place += 1
            else:
                break
    assert not waiting, "an edit lies outside the spans"
    return "".join(out)


@given(places, places, steps)
def test_any_row_of_edits_keeps_text_and_places(start: int, end: int, row: list[Step]) -> None:
    start, end = ordered(start, end, len(SOURCE))
    tracked, model = Tracked.of(SOURCE, start, end), model_of(start, end)
    for name, a, b, text in row:
        before = (tracked.text, tracked.pieces)
        after, model = STEPS[name](tracked, model, a, b, text)
        assert (tracked.text, tracked.pieces) == before
        tracked = after
    assert tracked.text == "".join(unit.char for unit in model)
    # both halves of a repair that was cut stand for all of its range: an edit there does not say which of them it is of
    if all(before.end <= after.start for before, after in pairwise(tracked.spans())):
        assert rebuilt(SOURCE, tracked.spans(), tracked.edits(SOURCE)) == tracked.text
    covered = {i for low, high in tracked.spans() for i in range(low, high)}
    assert covered <= set(range(start, end))
    assert {unit.start for unit in model if unit.exact} <= covered
    for index, unit in enumerate(model):
        if unit.exact:
            assert tracked.place(index) == unit.start


@given(places, places, steps)
def test_the_map_is_well_formed(start: int, end: int, row: list[Step]) -> None:
    start, end = ordered(start, end, len(SOURCE))
    tracked, model = Tracked.of(SOURCE, start, end), model_of(start, end)
    for name, a, b, text in row:
        tracked, model = STEPS[name](tracked, model, a, b, text)
    assert tracked.pieces[0].start == 0
    starts = [piece.start for piece in tracked.pieces]
    assert starts == sorted(set(starts)), "a piece without text"
    assert all(0 <= low <= high <= len(SOURCE) for low, high in tracked.spans())
    if not tracked:
        (piece,) = tracked.pieces
        assert start <= piece.source_start <= piece.source_end <= end


@given(st.lists(st.tuples(places, places), min_size=1, max_size=6))
def test_join_merges_neighbours_and_nothing_else(ranges: list[tuple[int, int]]) -> None:
    parts = [Tracked.of(SOURCE, *ordered(a, b, len(SOURCE))) for a, b in ranges]
    joined = Tracked.join(parts)
    assert joined.text == "".join(part.text for part in parts)
    filled = [part for part in parts if part]
    breaks = sum(a.end != b.start for a, b in pairwise(filled))
    assert len(joined.pieces) == max(1, len(filled) and breaks + 1)
    assert Tracked.join([joined]).pieces == joined.pieces


@given(st.lists(st.tuples(places, places, st.text("甲；", max_size=3)), max_size=5))
def test_several_edits_at_once_are_as_those_from_the_last_to_the_first(edits: list[tuple[int, int, str]]) -> None:
    row: list[tuple[int, int, str]] = []
    done = 0
    for a, b, text in sorted((*ordered(a, b, len(SOURCE)), text) for a, b, text in edits):
        # what is put in before a range that goes has two places in the source, one on either side of it
        if a >= done and not (row and row[-1][:2] == (a, a)):
            row.append((a, b, text))
            done = b
    whole = Tracked.of(SOURCE)
    at_once = whole.replace(row)
    one_by_one = whole
    for edit in reversed(row):
        one_by_one = one_by_one.replace([edit])
    assert at_once.text == one_by_one.text
    assert at_once.spans() == one_by_one.spans()


@given(st.lists(st.tuples(places, places), max_size=4), places, places)
def test_within_finds_a_part_by_its_place_in_the_source(cuts: list[tuple[int, int]], a: int, b: int) -> None:
    kept = set(range(len(SOURCE)))
    row: list[tuple[int, int]] = []
    for low, high in sorted(ordered(x, y, len(SOURCE)) for x, y in cuts):
        if not row or low >= row[-1][1]:
            row.append((low, high))
            kept -= set(range(low, high))
    whole = Tracked.of(SOURCE).delete(row)
    low, high = ordered(a, b, len(SOURCE))
    part = whole.within(low, high)
    assert part.text == "".join(SOURCE[i] for i in sorted(kept) if low <= i < high)
    assert all(low <= x <= y <= high for x, y in part.spans()) or not part


def test_within_a_repair_is_whole_or_not_at_all() -> None:
    whole = Tracked.of("部?jī)?nèi)电话").replace([(1, 9, "内")])
    assert whole.text == "部内)电话"
    assert whole.within(0, 9).text == "部内"
    assert whole.within(9, 12).text == ")电话"
    assert whole.within(1, 9).spans() == ((1, 9),)


def test_an_unedited_part() -> None:
    part = Tracked.of("岗位名称：仓管员", 5)
    assert (part.text, part.spans(), part.edits("岗位名称：仓管员")) == ("仓管员", ((5, 8),), [])
    assert (str(part), len(part), bool(part), part.start, part.end) == ("仓管员", 3, True, 5, 8)


def test_a_repair_stands_for_its_whole_range() -> None:
    source = "技术(shù)研发"
    repaired = Tracked.of(source).replace([(0, 7, "技术 ")])
    assert repaired.text == "技术 研发"
    assert repaired.spans() == ((0, 9),)
    assert repaired.edits(source) == [((0, 7), "技术 ")]
    assert repaired[1:2].spans() == ((0, 7),)
    assert repaired[3:].spans() == ((7, 9),)
    assert [repaired.place(i) for i in range(6)] == [0, 0, 0, 7, 8, 9]


def test_a_deletion_lies_between_spans() -> None:
    source = "开发(fā)部"
    cleaned = Tracked.of(source).delete([(2, 6)])
    assert (cleaned.text, cleaned.spans(), cleaned.edits(source)) == ("开发部", ((0, 2), (6, 7)), [])


def test_a_change_of_width_is_one_edit_a_character() -> None:
    source = "职责:收货;发货"
    recast = Tracked.of(source).recast("职责：收货；发货")
    assert recast.edits(source) == [((2, 3), "："), ((5, 6), "；")]
    assert recast.recast(recast.text) is recast


@pytest.mark.parametrize(
    ("make", "place"),
    [
        (lambda t: t[3:3], 3),
        (lambda t: t[5:2], 5),
        (lambda t: t[8:], 8),
        (lambda t: t[2:4].delete([(0, 2)]), 2),
        (lambda t: t[4:4].strip(), 4),
        (lambda t: t.replace([(1, 3, "长长长")])[5:5], 4),
        (lambda t: Tracked.join([t[6:6], t[2:2]]), 6),
    ],
)
def test_an_empty_part_keeps_a_place(make: Callable[[Tracked], Tracked], place: int) -> None:
    part = make(Tracked.of("岗位编码：   "))
    assert (part.text, part.start, part.end) == ("", place, place)
    assert part.pieces == (Piece(0, place, place),)


def test_blanks_alone_strip_to_a_place_inside_them() -> None:
    part = Tracked.of("编码：   \n", 3, 6).strip()
    assert not part
    assert 3 <= part.start == part.end <= 6


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(ValueError, match="nothing to join"):
        Tracked.join([])


def test_a_slice_has_no_step() -> None:
    with pytest.raises(ValueError, match="no step"):
        Tracked.of("岗位")[::2]


@pytest.mark.parametrize("text", ["", "岗", "岗位职"])
def test_a_recast_keeps_the_length(text: str) -> None:
    with pytest.raises(ValueError, match="keep the length"):
        Tracked.of("岗位").recast(text)


@pytest.mark.parametrize(
    "edits", [[(2, 1, "")], [(0, 9, "")], [(-1, 1, "")], [(0, 2, "x"), (1, 3, "y")], [(2, 3, ""), (0, 1, "")]]
)
def test_edits_must_be_in_order_apart_and_inside(edits: list[tuple[int, int, str]]) -> None:
    whole = Tracked.of("岗位职责")
    with pytest.raises(ValueError, match="in order"):
        whole.replace(edits)
    with pytest.raises(ValueError, match="in order"):
        whole.delete([(a, b) for a, b, _ in edits])


def test_it_holds_nothing_else_and_stands_for_its_value() -> None:
    tracked = Tracked.of("岗位")
    with pytest.raises(AttributeError):
        setattr(tracked, "other", "")  # noqa: B010 -- the type checker refuses the plain assignment
    assert {tracked: 1}[Tracked.of("岗位")] == 1
    assert tracked != "岗位"
    assert repr(tracked) == "Tracked('岗位', (Piece(start=0, source_start=0, source_end=2),))"
