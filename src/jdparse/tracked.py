"""Text that knows where it came from.

Cleaning changes text; a record must still say where each value stood. `Tracked` is a string together with
a piecewise map to the *source text* of its document. It is immutable (the type checker holds
this: a frozen class costs twice as much to make): each edit returns a new `Tracked`, so that steps compose
and none can break the offsets of another.

Offsets are code points, half-open, into the source text. The map is piecewise (a run of unedited characters is one
piece), because a list with one entry a character doubled the run time of a parse in a trial.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Self


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


class Tracked:
    """A text and the places of its characters in the source.

    An empty `Tracked` keeps one piece of no length, so that even a blank value has a place.
    """

    __slots__ = ("_pieces", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int, pieces: tuple[Piece, ...] | None = None) -> None:
        """A text that stands for `start:end` of the source; `pieces` where it is of several."""
        # Nearly all texts are of one piece: it is not kept, which spares two objects of three for each text that is cut.
        self.text: Final = text
        self.start: Final = start
        """Where the text begins in the source."""
        self.end: Final = end
        """Where the text ends in the source."""
        self._pieces: Final = pieces

    @classmethod
    def of(cls, source: str, start: int = 0, end: int | None = None) -> Self:
        """The part of a source text from `start` to `end`, unedited."""
        end = len(source) if end is None else end
        return cls(source[start:end], start, end)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The map to the source, in the order of the text."""
        return self._pieces or (Piece(0, self.start, self.end),)

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
            if part._pieces is None:
                pieces.append(Piece(length, part.start, part.end))
            else:
                for start, source_start, source_end in part._pieces:
                    pieces.append(Piece(start + length, source_start, source_end))
            texts.append(part.text)
            length += len(part.text)
        if not pieces:
            if empty is None:
                raise ValueError("nothing to join")
            return empty
        return _of_pieces("".join(texts), _merged(pieces, length))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tracked):
            return NotImplemented
        return (
            self.text == other.text
            and self.start == other.start
            and self.end == other.end
            and self._pieces == other._pieces
        )

    def __hash__(self) -> int:
        return hash((self.text, self.start, self.end))

    def __repr__(self) -> str:
        return f"Tracked({self.text!r}, {self.pieces!r})"

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
        text = self.text[start:stop]
        bare = text.strip()
        length, whole = len(bare), len(self.text)
        if length == whole:
            return self
        if length < stop - start:
            start = stop - len(text.lstrip())
        if self._pieces is None and self.end - self.start == whole:
            first = self.start + start
            return Tracked(bare, first, first + length)
        return self._cut(start, start + length)

    def _cut(self, start: int, stop: int) -> "Tracked":
        pieces = self._pieces
        if pieces is None:
            text, first = self.text, self.start
            if self.end - first == len(text):
                return Tracked(text[start:stop], first + start, first + stop)
            pieces = self.pieces
        if start == stop:
            place = self.place(start)
            return Tracked("", place, place)
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
        return _of_pieces(self.text[start:stop], tuple(out))

    def _piece_at(self, index: int) -> int:
        return max(0, bisect_right(self.pieces, index, key=lambda piece: piece.start) - 1)

    def place(self, index: int) -> int:
        """The source offset at which the character `index` begins; for `len(self)` where the text ends."""
        if index >= len(self.text):
            return self.end
        pieces = self.pieces
        found = self._piece_at(index)
        piece = pieces[found]
        stop = pieces[found + 1].start if found + 1 < len(pieces) else len(self.text)
        aligned = piece.source_end - piece.source_start == stop - piece.start
        return piece.source_start + (index - piece.start if aligned else 0)

    def spans(self) -> tuple[Span, ...]:
        """The source ranges that the text stands for, in the order of the text; ranges that touch are one."""
        if self._pieces is None:
            return (Span(self.start, self.end),)
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
        if self._pieces is None and self.end - self.start == len(self.text):
            first = self.start
            if not first <= start <= end <= self.end:
                start = min(max(start, first), self.end)
                end = min(max(end, start), self.end)
            return Tracked(self.text[start - first : end - first], start, end)
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
        return self if text == self.text else Tracked(text, self.start, self.end, self._pieces)

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
                parts.append(old.recast(text) if len(text) == len(old) else Tracked(text, old.start, old.end))
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


def _of_pieces(text: str, pieces: tuple[Piece, ...]) -> Tracked:
    return Tracked(text, pieces[0].source_start, pieces[-1].source_end, pieces if len(pieces) > 1 else None)


def _merged(pieces: list[Piece], length: int) -> tuple[Piece, ...]:
    """Pieces with neighbours that continue each other, character by character, made one."""
    out: list[Piece] = []
    aligned_before = False
    stops = [start for start, _, _ in pieces[1:]]
    for piece, stop in zip(pieces, (*stops, length), strict=True):
        start, source_start, source_end = piece
        aligned = source_end - source_start == stop - start
        if aligned and aligned_before and out[-1].source_end == source_start:
            out[-1] = Piece(out[-1].start, out[-1].source_start, source_end)
        else:
            out.append(piece)
        aligned_before = aligned
    return tuple(out)
