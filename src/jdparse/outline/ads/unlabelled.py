"""Short ads without a label: what their call and the lines below it say."""

from collections.abc import Iterator

from jdparse.outline.ads import calls, clauses
from jdparse.outline.ads.posts import said
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred

_TO_ANSWER = deferred(r"电话|微信|联系|QQ|@|\d{7}|私信|报名")
_MOST_LINES = 12
"""Lines of an ad without labels; news of who seeks whom are longer, and give no number."""
_FIRST = 3
"""Lines of such an ad among which its call is: an article may speak of one further down."""


def read(entries: list[Entry]) -> Iterator[Entry]:
    """The entries of a short ad that has no labels: what its call and the lines below it say, each by its first words."""
    call = None
    if len(entries) <= _MOST_LINES and any(_TO_ANSWER.search(entry.whole.text) for entry in entries):
        first = enumerate(entries[:_FIRST])
        call = next((at for at, e in first if e.field is None and calls.read(e.whole.text)), None)
    for at, entry in enumerate(entries):
        field = None
        of_ad = call is not None and at >= call and entry.enumerator is None and entry.field is None
        if of_ad and at != call:
            field = clauses.field(entry.whole.text)
        if of_ad and at < _FIRST and field is None and calls.read(entry.whole.text):
            yield from _called(entry)  # 急聘会计一名 and then 本公司急聘会计一名，要求…
        elif field is not None:
            yield said(entry._replace(label=None), entry.whole, field)
        else:
            yield entry


def _called(entry: Entry) -> Iterator[Entry]:
    """A call, what its sentence asks for or pays apart: 招一名外贸业务员，英语六级，底薪5K加提成."""
    text = entry.whole.text
    found = calls.read(text)
    behind = found[1] if found is not None else len(text)
    if text[behind : behind + 1] not in _COMMAS or not _ASKS.search(text, behind + 1):
        yield entry
        return
    head, rest = entry.whole[:behind], entry.whole[behind + 1 :]
    yield entry._replace(role=Role.ITEM, label=None, text=head, whole=head, unfinished=False)
    yield said(entry._replace(label=None), rest, clauses.field(rest.text) or "requirements.general")


_ASKS = deferred(r"学历|经验|证|优先|要求|会|能|熟|岁|薪|元|\d[kK]|[包管][吃住食]|[五六]险|双休")
_COMMAS = ("，", ",", "：", ":")
