"""Headings of jobs with facts beside the name: `盾构司机　地铁九号线　2人　2024-05-11`, as lists of jobs unfold on a page."""

from collections.abc import Callable, Sequence

from jdparse.outline import titles
from jdparse.outline.ads import calls, chips
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred

FEWEST = 2
"""So many such headings make a list of jobs; one alone may be a line of its text."""
LONGEST = 60
BEFORE = 30
"""Lines of a document among which a name with the pay beside it is looked for."""
NEAR = 3
"""Lines below it among which one of the job's facts stands; a slogan may come between."""
_PAY = deferred(r"\d\s*(?:[kK千万元]|$)|面议")
_GAP = deferred(r"[ \t\u3000]*[|｜/／][ \t\u3000]*|[ \t\u3000]+")


def parted(entries: list[Entry]) -> list[Entry]:
    """The entries with such headings cut into the name and its facts, each a value of the job; a date is none.

    Behind each heading stands a known label. One alone, with the pay beside the name, stands over all labels of a page.
    """
    found = _over_labels(entries, titles.names_job)
    # beside such headings a name with the pay is one, whatever it ends in: 前台导诊 大学路店 4-6K
    found = _over_labels(entries, titles.may_name_job) if len(found) >= FEWEST else _as_high(entries) or _first(entries)
    found = {**found, **_calls(entries)}
    if not found:
        return entries
    return [part for index, entry in enumerate(entries) for part in found.get(index, (entry,))]


def _over_labels(entries: Sequence[Entry], names: Callable[[str], bool]) -> dict[int, Sequence[Entry]]:
    """The headings with facts beside the name behind each of which a known label stands; those that only `names` takes for one have the pay.

    A line of further facts may come between.
    """
    return {
        index: facts
        for index, (entry, *following) in enumerate(
            zip(entries, entries[1:], [*entries[2:], *entries[-1:]], strict=False)
        )
        if (
            _is_known(following[0])
            or _is_heading_below(entry, following[0])
            or (_is_known(following[1]) and following[0].role is Role.ITEM and bool(chips.read(following[0].whole)))
        )
        and (facts := _named(entry, names))
    }


def _as_high(entries: Sequence[Entry]) -> dict[int, Sequence[Entry]]:
    """Headings of one level with the pay and another fact beside a name, whatever is told below them: 切配 8人 南昌 5000-6200元/月."""
    found: dict[int, dict[int, Sequence[Entry]]] = {}
    for index, entry in enumerate(entries):
        if entry.heading and len(facts := _facts(entry, titles.may_name_job)) > FEWEST and _is_paid(facts):
            found.setdefault(entry.heading, {})[index] = facts
    most = max(found.values(), key=len, default=dict[int, Sequence[Entry]]())
    return most if len(most) >= FEWEST else {}


def _is_paid(facts: Sequence[Entry]) -> bool:
    return any(fact.field == "compensation.salary" for fact in facts)


def _is_known(entry: Entry) -> bool:
    return entry.role is Role.LABEL and entry.field is not None


def _is_heading_below(entry: Entry, below: Entry) -> bool:
    """Whether a page's heading stands right over a finer one, be it one that nobody knows."""
    return 0 < entry.heading < below.heading and below.role is Role.LABEL and below.text is None


def _named(entry: Entry, names: Callable[[str], bool]) -> Sequence[Entry]:
    facts = _facts(entry) or (_facts(entry, names) if _PAY.search(entry.whole.text) else ())
    certain = facts and (names is titles.names_job or titles.names_job(facts[0].whole.text))
    return facts if certain or _is_paid(facts) else ()


def _first(entries: Sequence[Entry]) -> dict[int, Sequence[Entry]]:
    """The first line before all known labels that is a name with the pay beside it, or a heading with other facts there, as sites print
    it over what else they say of a job.
    """
    for index, entry in enumerate(entries[:BEFORE]):
        if entry.field is not None or entry.role is Role.TITLE or (entry.role is Role.LABEL and entry.text is not None):
            break
        if entry.enumerator is not None:
            continue
        facts = _facts(entry, titles.may_name_job) if _PAY.search(entry.whole.text) else ()
        if not _is_paid(facts) and not (facts := _certain(entry, index)):
            continue
        below = any(e.field is not None or chips.read(e.whole) for e in entries[index + 1 : index + 1 + NEAR])
        return {index: facts} if below else {}
    return {}


def _certain(entry: Entry, index: int) -> Sequence[Entry]:
    """The name and the facts of a heading, or of a text's first line that has how many are sought: 水电工 急招 2人."""
    facts = _facts(entry)
    return facts if entry.heading or (not index and any(fact.field == "headcount" for fact in facts)) else ()


def _calls(entries: Sequence[Entry]) -> dict[int, Sequence[Entry]]:
    """The lines that call, with facts beside the name; each of several begins a job."""
    called = ((index, _called(entry)) for index, entry in enumerate(entries))
    found = {index: facts for index, entry in called if entry is not None and (facts := _facts(entry))}
    sought = {index: facts for index, entry in enumerate(entries) if (facts := _sought(entry))}
    found = {**found, **sought} if len(sought) >= FEWEST else found
    if len(found) < FEWEST:
        return found
    return {index: (head._replace(role=Role.TITLE), *facts) for index, (head, *facts) in found.items()}


def _sought(entry: Entry) -> Sequence[Entry]:
    """The name and the facts of a line that says of a job that it is sought, with no sign between: 招聘数控车工 10名; () for another."""
    end = calls.seeks(entry.whole.text) if entry.field is None and entry.role is Role.ITEM else 0
    if not end or (entry.enumerator is not None and entry.enumerator.ordinal):
        return ()
    rest = entry.whole[end:]
    head = entry._replace(enumerator=None, marker=entry.whole[:end].strip(), text=rest, whole=rest)
    return _facts(head) or ((head,) if titles.names_job(rest.text) and len(rest) <= _LONGEST_NAME else ())


_LONGEST_NAME = 16


def _called(entry: Entry) -> Entry | None:
    """A line without the word that calls at its head: 【招聘】茶叶店长 / 2人 / 福州, 急聘：会计 5-7K; None for a line without one."""
    end = calls.tag(entry.whole.text) if entry.field is None and entry.enumerator is None else 0
    if not end or entry.role is Role.TITLE:
        return None
    rest = entry.whole[end:]
    marker = entry.whole[:end].strip()
    return entry._replace(role=Role.ITEM, marker=marker, label=None, text=rest, whole=rest, set_off="")


def _facts(entry: Entry, names: Callable[[str], bool] = titles.names_job) -> Sequence[Entry]:
    """A heading's name and facts, () for another entry. `names` tells whether a text may be a job's name."""
    text = entry.whole.text
    if entry.field is not None or entry.role is Role.TITLE or len(text) > LONGEST or text[-1:] in "。；：:":
        return ()
    if entry.text is not None and entry.role is Role.LABEL:
        return ()
    ends = (gap for gap in _GAP.finditer(text) if not _is_open(text[: gap.start()]))
    gap = next((gap for gap in ends if titles.names_job(text[: gap.start()]) or names(text[: gap.start()])), None)
    facts = chips.beside(entry.whole[gap.end() :]) if gap is not None else []
    if (
        gap is None
        and (gap := _PAID.search(text)) is not None
        and names(text[: gap.start()])
        and chips.is_pay(gap["pay"])
    ):
        facts = [("compensation.salary", entry.whole[slice(*gap.span("pay"))])]  # 水电工（5-7K·13薪）
    if gap is None or not facts:
        return ()
    name = entry.whole[: gap.start()]
    of_label = entry.role is Role.LABEL
    head = entry._replace(whole=name, label=name if of_label else None, text=None if of_label else name)
    inner = entry._replace(enumerator=None, marker=None, label=None, first=False, heading=0)
    return (
        head,
        *(
            inner._replace(role=Role.LABEL, field=path, text=fact, whole=fact, set_off="chip")
            if path
            else inner._replace(role=Role.ITEM, marker=fact, text=None, whole=fact[:0], set_off="header")
            for path, fact in facts
        ),
    )


_PAID = deferred(r"[ ]?[（(](?P<pay>\d[^（()）]{2,24})[)）]$")


def _is_open(text: str) -> bool:
    """Whether a text ends within brackets: 管家（2 before 名）."""
    return max(text.rfind("("), text.rfind("（")) > max(text.rfind(")"), text.rfind("）"))
