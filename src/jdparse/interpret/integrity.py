"""What the text as a whole shows: words that were masked, an end that was cut off."""

import itertools
import re
from collections.abc import Sequence

from jdparse.clean.furniture import Removed
from jdparse.interpret import source
from jdparse.interpret.noted import Notes, note
from jdparse.outline.body import Body
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

MOST_NOTES = 20
"""So many masked places are named one by one."""


FEWEST_ENDED = 2
"""So many items must come to an end before a comma at the last one says that the text was cut off."""


_TWO_STARS = deferred(r"(?<=[^\W\x00-\x7f])\*{2}(?!\*)")
# What every mask has: a look for one character spares most texts the expressions.
_MASKED = deferred(r"[*＊×ＸXx○某]")
_MASK = deferred(r"\*{3,}|[×Ｘ]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|＊{3,}|○{2,}|某某")


def of_the_text(body: Body, preface: Sequence[Entry], removed: Sequence[Removed]) -> Notes:
    """What the text as a whole shows: words that were masked, an end that was cut off."""
    masked = ((entry.whole, place) for entry in (*body.entries, *preface) if (place := _masked(entry.whole.text)))
    notes: Notes = [
        note("masked-text", whole[place.start() : place.end()], text=whole.text)
        for whole, place in itertools.islice(masked, MOST_NOTES)
    ]
    if (cut := _cut_off(body, removed) or _open_end(body)) is not None:
        notes.append(note("truncated", cut, text=cut.text))
    return notes


def _masked(text: str) -> re.Match[str] | None:
    """The first mask of a text. Two stars are one where they do not come in pairs, as those of Markdown do: 店长**人."""
    if _MASKED.search(text) is None:
        return None
    return _MASK.search(text) or (_TWO_STARS.search(text) if text.count("**") == 1 else None)


def _open_end(body: Body) -> Tracked | None:
    """The last words of a document that end within brackets, or in a comma where its other items end otherwise."""
    if not body.entries or not (last := body.entries[-1].whole):
        return None
    if last.text.rfind("（") > last.text.rfind("）") and last.text[-1] not in _END:
        return last
    if last.text[-1] not in "，、,":
        return None
    items = [e.whole.text for e in body.entries[:-1] if e.enumerator is not None and e.whole]
    ended = sum(text[-1] in _END for text in items)
    return last if ended >= FEWEST_ENDED and not any(text[-1] in "，、," for text in items) else None


# Sites that show the beginning of a document and sell the rest leave such lines around it.
_PREVIEW = frozenset({"download_prompt", "page_metadata"})
_END = "。；;.!！?？：:）)”"
# … and some of them say that there is more.
_CUT = deferred(
    r"超出(?:免费)?(?:预览|试读|阅读)|(?:预览|试读|试看)(?:已|到此)?(?:结束|完毕)|(?:剩余|余下|还有|还剩)\s*\d+\s*(?:%|页)|剩余(?:内容|部分)|(?:仅|只)(?:显示|展示|提供)前\s*\d+\s*页"
)


def _cut_off(body: Body, removed: Sequence[Removed]) -> Tracked | None:
    """The last words of a previewed document that ends in the middle: in a label without a value, or in an unfinished sentence."""
    if not body.entries or not any(r.reason in _PREVIEW for r in removed):
        return None
    last = body.entries[-1]
    if last.role is Role.LABEL and last.text is None:
        return last.whole
    text = last.whole
    if not text or text.text[-1] in _END:
        return None
    if _breaks_off(text.text) or any(_CUT.search(r.text.text[: source.LONGEST]) for r in removed):
        return text
    if len(body.entries) > 1 and last.enumerator is not None and _goes_on_alike(body.entries[-2], last):
        return None  # its list has no punctuation
    ended = [e.whole.text[-1] in _END for e in body.entries if len(e.whole) >= 12]
    return text if len(ended) >= 5 and 5 * sum(ended) >= 4 * len(ended) else None


def _goes_on_alike(before: Entry, last: Entry) -> bool:
    """Whether the last item of a list ends as the one before it does: without punctuation."""
    return (
        before.enumerator is not None
        and bool(before.whole)
        and before.whole.text[-1] not in _END
        and last.role is before.role
    )


def _breaks_off(text: str) -> bool:
    """Whether an enumeration ends in half a word: 语言、文字、操."""
    *words, last = text.split("、")
    return len(words) >= 3 and len(last) == 1 and all(len(word) >= 2 for word in words)
