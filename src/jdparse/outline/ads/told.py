"""The entries that a post and what is said of it make."""

from collections.abc import Iterator
from itertools import pairwise

from jdparse.outline.ads import chips, clauses
from jdparse.outline.ads.posts import Post
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary


def title(entry: Entry, post: Post) -> Entry:
    """The title of the job that a post is; a picture before it is its marker."""
    drawn = max(post.name.start - entry.whole.start, 0) if entry.marker is None else 0
    if drawn:
        entry = entry._replace(marker=entry.whole[:drawn].strip())
    return entry._replace(role=Role.TITLE, label=None, text=post.name, whole=post.name, set_off="", unfinished=False)


_DOES = deferred(r"(?:主要)?(?:负责|从事|协助)")

ENDS = "；;，,。"
"""What ends a text that is one of a list."""


def told_of(entry: Entry, text: Tracked, vocabulary: Vocabulary) -> Iterator[Entry]:
    """What stands behind a post: bare values (4000元/月 包住), labels (要求：…；待遇：…), what it asks for, or what it does, and then asks and pays."""
    aside = _ASIDE.match(text.text)
    if aside is not None:
        # 便利店主管2名（江口站、石桥站各1名）。负责订货
        path = clauses.field(aside[1]) or ("location" if _PLACE.search(aside[1]) else "requirements.general")
        yield said(entry, text[slice(*aside.span(1))], path)
        text = text[aside.end() :]
        if not text:
            return
    if chips.read(text):
        yield entry._replace(
            role=Role.ITEM, enumerator=None, marker=None, text=text, whole=text, set_off="", first=False
        )
    elif _COLON.search(text.text) and (labelled := list(_labelled(entry, text, vocabulary))):
        yield from labelled
    elif words := _words(text):
        for word in words:
            yield said(entry, word, chips.kind(word.text) or "requirements.general")
    elif not _DOES.match(text.text):
        default = "duties" if clauses.is_work(text.text) else "requirements.general"
        yield said(entry, text.strip(ENDS), clauses.field(text.text) or default)
    else:
        for part in _sentences(text):
            yield said(entry, part, clauses.field(part.text) or "requirements.general")


def says_more(text: Tracked) -> bool:
    """Whether what stands behind a post is more than an aside: （需持救生员证）."""
    return bool(text) and _ASIDE.fullmatch(text.text) is None


_ASIDE = deferred(r"[（(]([^（()）]{1,24})[)）][ \t\u3000]*[：:，,；;。]?[ \t\u3000]*")
_PLACE = deferred(r"[站店部区厂场馆院园校镇县市路]")


_COLON = deferred("[:：]")


def _labelled(entry: Entry, text: Tracked, vocabulary: Vocabulary) -> Iterator[Entry]:
    """The labels in what stands behind a post, each with its value; nothing where it begins with none."""
    starts = [
        (found.start(), found.end(), field)
        for found in _LABEL.finditer(text.text)
        if (field := vocabulary.find(found["label"])) is not None
    ]
    if not starts or starts[0][0]:
        return
    for (start, behind, field), (end, *_) in pairwise((*starts, (len(text), 0, ""))):
        label = text[start : behind - 1].strip()
        yield said(entry, text[behind:end].strip(ENDS), field)._replace(label=label, set_off="colon")


_LABEL = deferred(r"(?:^|(?<=[。；;，, \t\u3000]))(?P<label>[^\W\d_]{2,8})[:：]")


def _words(text: Tracked) -> list[Tracked]:
    """The short texts that stand side by side behind a post: 男女不限 45岁以下 计件6000左右; [] for a sentence, or for one without a type."""
    if _POINTS.search(text.text):
        return []
    spans = [found.span() for found in _WORD.finditer(text.text)]
    return [text[slice(*span)] for span in spans] if len(spans) > 1 or chips.kind(text.text) else []


_POINTS = deferred(r"[，。；：,;:]")

_WORD = deferred(r"[^\s|｜]+")


def _sentences(text: Tracked) -> Iterator[Tracked]:
    start = 0
    for found in _STOP.finditer(text.text):
        yield text[start : found.start()]
        start = found.end()
    if start < len(text):
        yield text[start:].strip(ENDS)


_STOP = deferred(r"[。；]\s*(?=\S)")


def said(entry: Entry, text: Tracked, field: str) -> Entry:
    """What is said of a post as a value without a label of its own."""
    return entry._replace(
        role=Role.LABEL,
        field=field,
        enumerator=None,
        marker=None,
        text=text,
        whole=text,
        set_off="chip",
        first=False,
        unfinished=False,
    )
