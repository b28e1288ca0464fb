"""What a job's fields ask for, clause by clause, in the form in which facets are read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from jdparse.interpret.draft import Draft
from jdparse.patterns import compiled, deferred
from jdparse.tracked import Tracked

T = TypeVar("T")

ELSEWHERE = tuple(
    "requirements." + kind
    for kind in (
        "general education experience knowledge skills competencies physical age gender languages certificates majors training".split()
    )
)
"""Where a requirement may stand that has no label of its own, in the order in which it is looked for.

`requirements.preferred` is not among them: what is only preferred is no limit.
"""

# Half-width digits and signs, one sign for all that joins the ends of a range. One character stands for one.
_PRINTED = "０１２３４５６７８９／＋～~–—－−﹣〜ＫｋＷｗ：％()"
_WIDTH = str.maketrans(_PRINTED, "0123456789/+--------KkWw:%（）")
# A look for what is to be translated takes a fifth of the time.
_WIDE = deferred(f"[{_PRINTED}]")
_BLANK = r"(?<![A-Za-z0-9])[ \t\u3000\u00a0]+|[ \t\u3000\u00a0]+(?![A-Za-z0-9])|(?<=[0-9])[ \t\u3000\u00a0]+(?=[0-9]{1,2}[月日])"
# A blank between words, in an ad that sets requirements apart by blanks: 大专以上学历 会计专业 两年以上经验
_GAP = r"(?<=[\u4e00-\u9fff]{3})[ \t\u3000\u00a0]{1,8}(?=[\u4e00-\u9fff0-9]{3})(?![及以或等左])"
_WORDS = r"[^，。；;！!？?\n,]+"
_CLAUSE = rf"{_WORDS}(?:(?<=\d),(?=\d{{3}}){_WORDS})*"
# An aside that takes back, or makes finer, what it stands behind: （条件优秀者可放宽至大专）
_ASIDE = r"（[^（）]{0,40}(?:放宽|优先|更佳|尤佳|其中)[^（）]{0,40}）"
# Text of this length without a comma is no requirement but cells that ran together: what it says of what nobody can tell.
_LONGEST = 200
# Each way begins with one character and no set of them, so that a search skips what none begins with.
_NO_LIMIT = r"优先|更佳|尤佳|最佳|为佳|者佳|加分|放宽|亦可|也可|除外"
_FREE = (
    r"不限|不拘|不论|不分|不作|不做|不要求|不需|无需|无须|无[^，。；]{0,8}?(?:要求|限制)|没有[^，。；]{0,8}?(?:要求|限制)"
    r"|均可|皆可|都可"
)


@dataclass(slots=True)
class Reading:
    """The fields of one job. A text is cleaned and cut once, though several facets look at it."""

    draft: Draft
    currency: str | None
    """The currency that 元 is, where the document tells."""
    _clauses: dict[str, tuple[Tracked, ...]] = field(default_factory=dict)
    _others: list[tuple[str, tuple[Tracked, ...]]] | None = None
    _labels: dict[int, str] | None = None

    def whole(self, path: str) -> list[Tracked]:
        """The texts of a field: without blanks between Chinese characters, digits and signs in half width."""
        if texts := self.draft.lists.get(path):
            return [_even(text) for text in texts]
        text = self.draft.scalars.get(path)
        return [] if text is None else [_even(text)]

    def clauses(self, path: str) -> tuple[Tracked, ...]:
        """The clauses of a field that ask for something: without those that only prefer (优先, 更佳) or make exceptions (放宽)."""
        found = self._clauses.get(path)
        if found is None:
            texts = self.whole(path)
            found = self._clauses[path] = tuple([clause for text in texts for clause in clauses(text) if _asks(clause)])
        return found

    def label(self, value: Tracked) -> str:
        """The label that stands right before a value, "" where there is none."""
        if self._labels is None:
            self._labels = {label.end: label.text for label in self.draft.labels}
        return next((self._labels[end] for end in range(value.start, value.start - 5, -1) if end in self._labels), "")

    def asked(self, path: str, read: Callable[[tuple[Tracked, ...], bool], T | None]) -> T | None:
        """What `read` finds in a field's own clauses; where they say nothing of it, in those of the other requirements.

        `read` takes clauses, and whether they are the field's own. A field that says 不限 has said it.
        """
        own = self.clauses(path)
        found = read(own, True) if own else None
        if found is not None or any(is_free(clause) for clause in own):
            return found
        for other, texts in self._elsewhere():
            if other != path and (found := read(texts, False)) is not None:
                return found
        return None

    def everywhere(self, path: str) -> Iterable[tuple[Tracked, bool]]:
        """The clauses of a field, then those of the other requirements, each with whether it is the field's own."""
        yield from ((clause, True) for clause in self.clauses(path))
        for other, clauses in self._elsewhere():
            if other != path:
                yield from ((clause, False) for clause in clauses)

    def _elsewhere(self) -> list[tuple[str, tuple[Tracked, ...]]]:
        """The fields in which a requirement may stand that has no label of its own and that ask for something, with their clauses."""
        if self._others is None:
            asked = [path for path in ELSEWHERE if path in self.draft.lists]
            self._others = [(path, found) for path in asked if (found := self.clauses(path))]
        return self._others


def is_free(clause: Tracked) -> bool:
    """Whether a clause says that there is no limit."""
    return compiled(_FREE).search(clause.text) is not None


def _asks(clause: Tracked) -> bool:
    return len(clause.text) <= _LONGEST and compiled(_NO_LIMIT).search(clause.text) is None


def clauses(text: Tracked) -> list[Tracked]:
    """The clauses of a text that `Reading.whole` gave; asides that make exceptions are left out."""
    if "（" in text.text:
        text = text.delete([found.span() for found in compiled(_ASIDE).finditer(text.text)])
    if not compiled(r"[，。；;！!？?\n,]").search(text.text):
        return [text] if text.text else []
    parts = [text.part(*found.span()) for found in compiled(_CLAUSE).finditer(text.text)]
    return [part for part in parts if part.text]


def _even(text: Tracked) -> Tracked:
    even = text.recast(text.text.translate(_WIDTH)) if _WIDE.search(text.text) else text
    if " " in even.text or "\t" in even.text or "\u3000" in even.text or "\u00a0" in even.text:
        even = even.replace([(*found.span(), "，") for found in compiled(_GAP).finditer(even.text)])
        even = even.delete([found.span() for found in compiled(_BLANK).finditer(even.text)])
    return even
