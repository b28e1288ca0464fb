"""Text that knows where it came from.

Cleaning changes text; a record must still say where each value stood. `Tracked` is a string together with
a piecewise map to the *source text* of its document. It is immutable: each edit returns a new `Tracked`,
so that steps compose and none can break the offsets of another.

Offsets are code points, half-open, into the source text. The map is piecewise (a run of unedited characters is one
piece), because a list with one entry a character doubled the run time of a parse in a trial.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self


class Span(NamedTuple):
    """A half-open range of code points of a source text."""

    start: int
    end: int


class Piece(NamedTuple):
    """A run of the text that begins at `start` and stands for `source_start:source_end` of the source.

    Where both have the same length they correspond character by character; otherwise the piece is a *repair*, and
    the whole of it stands for the whole of its source range.
    """

    start: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Tracked:
    """A text and the places of its characters in the source.

    An empty `Tracked` keeps one piece of no length, so that even a blank value has a place.
    """

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, source: str, start: int = 0, end: int | None = None) -> Self:
        """The part of a source text from `start` to `end`, unedited."""
        end = len(source) if end is None else end
        return cls(source[start:end], (Piece(0, start, end),))

    @classmethod
    def join(cls, parts: Iterable["Tracked"]) -> "Tracked":
        """The parts in a row. Raises ValueError when there are none: an empty text without a place cannot be."""
        texts: list[str] = []
        pieces: list[Piece] = []
        length = 0
        empty: Tracked | None = None
        for part in parts:
            if not part.text:
                empty = part if empty is None else empty
                continue
            for start, source_start, source_end in part.pieces:
                pieces.append(Piece(start + length, source_start, source_end))
            texts.append(part.text)
            length += len(part.text)
        if not pieces:
            if empty is None:
                raise ValueError("nothing to join")
            return empty
        return cls("".join(texts), _merged(pieces, length))

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __getitem__(self, key: slice) -> "Tracked":
        """The part that a slice (without a step) names. A repair that is cut keeps its whole source range."""
        start, stop, step = key.indices(len(self.text))
        if step != 1:
            raise ValueError("a tracked text has no step")
        if start == 0 and stop == len(self.text):
            return self
        return self._cut(start, max(start, stop))

    def part(self, start: int, stop: int) -> "Tracked":
        """`self[start:stop].strip()`, for indices within the text, in one step."""
        text = self.text
        while start < stop and text[start].isspace():
            start += 1
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        return self if start == 0 and stop == len(text) else self._cut(start, stop)

    def _cut(self, start: int, stop: int) -> "Tracked":
        pieces = self.pieces
        if len(pieces) == 1:
            # by far the commonest: an unedited run
            _, source_start, source_end = pieces[0]
            if source_end - source_start == len(self.text):
                return Tracked(self.text[start:stop], (Piece(0, source_start + start, source_start + stop),))
        if start == stop:
            place = self.place(start)
            return Tracked("", (Piece(0, place, place),))
        out: list[Piece] = []
        for index in range(self._piece_at(start), len(pieces)):
            piece_start, source_start, source_end = pieces[index]
            if piece_start >= stop:
                break
            piece_stop = pieces[index + 1].start if index + 1 < len(pieces) else len(self.text)
            if source_end - source_start == piece_stop - piece_start:
                source_end -= max(0, piece_stop - stop)
                source_start += max(0, start - piece_start)
            out.append(Piece(max(0, piece_start - start), source_start, source_end))
        return Tracked(self.text[start:stop], tuple(out))

    def _piece_at(self, index: int) -> int:
        return max(0, bisect_right(self.pieces, index, key=lambda piece: piece.start) - 1)

    def place(self, index: int) -> int:
        """The source offset at which the character `index` begins; for `len(self)` where the text ends."""
        if index >= len(self.text):
            return self.pieces[-1].source_end
        found = self._piece_at(index)
        piece = self.pieces[found]
        stop = self.pieces[found + 1].start if found + 1 < len(self.pieces) else len(self.text)
        aligned = piece.source_end - piece.source_start == stop - piece.start
        return piece.source_start + (index - piece.start if aligned else 0)

    @property
    def start(self) -> int:
        """Where the text begins in the source."""
        return self.pieces[0].source_start

    @property
    def end(self) -> int:
        """Where the text ends in the source."""
        return self.pieces[-1].source_end

    def spans(self) -> tuple[Span, ...]:
        """The source ranges that the text stands for, in the order of the text; ranges that touch are one."""
        spans: list[Span] = []
        for _, start, end in self.pieces:
            if spans and spans[-1].end == start:
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(start, end))
        return tuple(spans)

    def within(self, start: int, end: int) -> "Tracked":
        """The part that stands for source offsets from `start` to `end`.

        Only for a text whose pieces are in source order, as that of a whole document is.
        """
        if len(self.pieces) == 1:
            _, source_start, source_end = self.pieces[0]
            if source_end - source_start == len(self.text):
                if not source_start <= start <= end <= source_end:
                    start = min(max(start, source_start), source_end)
                    end = min(max(end, start), source_end)
                return Tracked(self.text[start - source_start : end - source_start], (Piece(0, start, end),))
        return self._cut(self._index_of(start), self._index_of(end))

    def _index_of(self, offset: int) -> int:
        """The first index of the text whose character does not stand before the source offset."""
        pieces = self.pieces
        found = bisect_right(pieces, offset, key=lambda piece: piece.source_start) - 1
        if found < 0:
            return 0
        piece = pieces[found]
        stop = pieces[found + 1].start if found + 1 < len(pieces) else len(self.text)
        if offset == piece.source_start:
            return piece.start
        if piece.source_end - piece.source_start != stop - piece.start:
            return stop
        return min(stop, piece.start + offset - piece.source_start)

    def strip(self, characters: str | None = None) -> "Tracked":
        """The text without leading and trailing characters, as `str.strip`."""
        text = self.text
        left = len(text) - len(text.lstrip(characters))
        right = len(text.rstrip(characters))
        return self if left == 0 and right == len(text) else self[left : max(left, right)]

    def recast(self, text: str) -> "Tracked":
        """The same places under another text of equal length: the edit for folding script or width.

        Raises ValueError when the lengths differ.
        """
        if len(text) != len(self.text):
            raise ValueError("a replacement must keep the length")
        return self if text == self.text else Tracked(text, self.pieces)

    def delete(self, spans: Sequence[tuple[int, int]]) -> "Tracked":
        """The text without the given ranges of its own indices, which must be in order and apart.

        Raises ValueError when they are not.
        """
        return self.replace([(start, end, "") for start, end in spans])

    def replace(self, edits: Sequence[tuple[int, int, str]]) -> "Tracked":
        """The text with ranges of its own indices replaced: `""` deletes, a text of another length is a repair.

        Ranges must be in order and apart; ValueError otherwise.
        """
        if not edits:
            return self
        parts: list[Tracked] = []
        done = 0
        for start, end, text in edits:
            if not done <= start <= end <= len(self.text):
                raise ValueError("edits must be in order, apart and inside the text")
            parts.append(self._cut(done, start))
            if text:
                old = self._cut(start, end)
                parts.append(
                    old.recast(text) if len(text) == len(old) else Tracked(text, (Piece(0, old.start, old.end),))
                )
            done = end
        parts.append(self._cut(done, len(self.text)))
        return Tracked.join(parts)

    def edits(self, source: str) -> list[tuple[Span, str]]:
        """Where the text differs from its source: source ranges with what stands there now.

        Deleted characters are not listed: they lie between `spans()`.
        """
        found: list[tuple[Span, str]] = []
        for index, (start, source_start, source_end) in enumerate(self.pieces):
            stop = self.pieces[index + 1].start if index + 1 < len(self.pieces) else len(self.text)
            now, then = self.text[start:stop], source[source_start:source_end]
            if len(now) != len(then):
                found.append((Span(source_start, source_end), now))
            elif now != then:
                found.extend(
                    (Span(source_start + i, source_start + i + 1), new)
                    for i, (new, old) in enumerate(zip(now, then, strict=True))
                    if new != old
                )
        return found


def _merged(pieces: list[Piece], length: int) -> tuple[Piece, ...]:
    """Pieces with neighbours that continue each other, character by character, made one."""
    out: list[Piece] = []
    aligned_before = False
    for index, piece in enumerate(pieces):
        stop = pieces[index + 1].start if index + 1 < len(pieces) else length
        aligned = piece.source_end - piece.source_start == stop - piece.start
        if out and aligned and aligned_before and out[-1].source_end == piece.source_start:
            out[-1] = Piece(out[-1].start, out[-1].source_start, piece.source_end)
        else:
            out.append(piece)
        aligned_before = aligned
    return tuple(out)
