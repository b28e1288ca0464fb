"""Short ads without a label: what their call and the lines below it say."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdparse.numbering import PICTURES
from jdparse.outline.ads import calls, clauses
from jdparse.outline.ads.posts import Post
from jdparse.outline.ads.told import ENDS, said, title, told_of
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

_TO_ANSWER = deferred(r"电话|微信|联系|QQ|@|\d{7}|私信|报名")
_MOST_LINES = 12
"""Lines of an ad without labels; news of who seeks whom are longer, and give no number."""
_FIRST = 3
"""Lines of such an ad among which its call is: an article may speak of one further down."""


def answers(entry: Entry) -> bool:
    """Whether an entry says how to answer an ad: by telephone, by mail, in person."""
    return _TO_ANSWER.search(entry.whole.text) is not None


def read(entries: list[Entry], call: int, post: Post | None, vocabulary: Vocabulary) -> Iterator[Entry]:
    """The entries of a short ad that has no labels: what its call and the lines below it say, each by its first words.

    `call` is the place of the call; `post` the only line that names a vacancy with how many are sought, for a call that names nobody.
    """
    short = len(entries) <= _MOST_LINES and any(map(answers, entries))
    first = enumerate(entries[:_FIRST])
    named = next((at for at, e in first if e.field is None and calls.read(e.whole.text)), None) if short else None
    if short and named is None and post is not None and call < post.at and call < _FIRST:
        yield from entries[: call + 1]
        yield title(entries[post.at], post)
        yield from (_told(entry) for entry in entries[call + 1 : post.at])
        yield from told_of(entries[post.at]._replace(label=None), post.text, vocabulary) if post.text else ()
        yield from map(_told, _asked(entries[post.at + 1 :]))
        return
    for at, entry in enumerate(entries):
        if named is None or at < named:
            yield entry
            continue
        called = calls.read(entry.whole.text) if at == named else None
        if called is not None and called[1] == len(entry.whole) and calls.is_line(entry.whole.text, called[0]):
            yield entry._replace(role=Role.TITLE, label=None, text=entry.whole[slice(*called)], set_off="")
            continue
        told = _told(entry) if at != named else entry
        if told is entry and at < _FIRST and entry.field is None and calls.read(entry.whole.text):
            yield from _called(entry)  # 急聘会计一名 and then 本公司急聘会计一名，要求…
        else:
            yield told


def _asked(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries, a list among them as what is asked for, where most of its items speak of who is sought."""
    listed = [entry for entry in entries if entry.enumerator is not None and entry.role is Role.ITEM]
    asked = bool(listed) and clauses.are_asked([entry.whole.text for entry in listed])
    for entry in entries:
        if asked and entry.enumerator is not None and entry.role is Role.ITEM:
            entry = said(entry._replace(label=None), entry.whole.strip(ENDS), "requirements.general")
        yield entry


def _told(entry: Entry) -> Entry:
    """A line of an ad as the field that its first words show."""
    if entry.enumerator is not None or entry.field is not None or not entry.whole:
        return entry
    placed = _PLACED.match(entry.whole.text)
    if placed is not None:
        return said(entry, entry.whole[placed.end() :].strip(ENDS), "location")._replace(
            label=entry.whole[: placed.end()]
        )
    drawn = PICTURES.match(entry.whole.text)
    text = entry.whole[drawn.end() :] if drawn is not None else entry.whole
    field = clauses.field(text.text)
    return said(entry._replace(label=None), text.strip("；;，,"), field) if field is not None else entry


_PLACED = deferred(r"(?:工作|上班|干活|办公)?(?:地[点址]|的地方)就?[在是](?=[^，。；]{2,40}[，。；]?$)")


def _called(entry: Entry) -> Iterator[Entry]:
    """A call, what its sentence asks for or pays apart, and the sentences beside it: 招一名外贸业务员，英语六级。底薪5K加提成。"""
    for sentence in _sentences(entry.whole):
        text = sentence.text
        found = calls.read(text)
        behind = found[1] if found is not None else len(text)
        if found is None:
            yield _told(_item(entry, sentence))
        elif text[behind : behind + 1] in _COMMAS and (
            _ASKS.search(text, behind + 1) or _PLACED.match(text, behind + 1)
        ):
            yield _item(entry, sentence[:behind])
            told = _told(_item(entry, sentence[behind + 1 :]))
            yield told if told.field is not None else said(told, told.whole, "requirements.general")
        else:
            yield _item(entry, sentence)


def _item(entry: Entry, text: Tracked) -> Entry:
    """A part of an entry as a line of its own."""
    return entry._replace(role=Role.ITEM, label=None, text=text, whole=text, field=None, unfinished=False)


def _sentences(text: Tracked) -> list[Tracked]:
    starts = [0, *(found.end() for found in _STOP.finditer(text.text))]
    return [text[start:end].strip() for start, end in pairwise((*starts, len(text)))]


_STOP = deferred(r"[。！!](?=[^\s）)”』」])")
_ASKS = deferred(
    r"学历|经验|证|优先|要求|男女|不限|自带|最好|要|勤|肯|手脚|踏实|会|能|熟|岁|薪|元|\d[kK]|[包管][吃住食]|[五六]险|双休"
)
_COMMAS = ("，", ",", "：", ":")
