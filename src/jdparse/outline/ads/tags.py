"""Tags of a job board, values of a job a line each: 五险一金, 年底双薪, 免费班车; 厦门, 1-3年, 学历不限, 招3人."""

from collections.abc import Sequence

from jdparse.outline import titles
from jdparse.outline.ads import chips
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred


def read(entries: list[Entry]) -> list[Entry]:
    """The entries with the tags of a job board (五险一金, 年底双薪, 免费班车, one a line) made values of their own.

    They stand under the page's first heading, whatever that is of; under a heading of pay or benefits they are its items.
    """
    entries = [_as_tag(entries, i) if _is_offer(entry) else entry for i, entry in enumerate(entries)]
    out: list[Entry] = []
    section = ""
    index = 0
    while index < len(entries):
        stop = index
        while stop < len(entries) and _may_be_tag(entries[stop], entries[index]):
            stop += 1
        tags = entries[index:stop]
        benefits = None if section.startswith("compensation.") else _begin_of_benefits(tags)
        if benefits is not None:
            out += tags[:benefits]
            out += [
                tag._replace(role=Role.LABEL, field="compensation.benefits", set_off="chip") for tag in tags[benefits:]
            ]
        elif (len(tags) >= _FEWEST_CHIPS and not section.startswith(_LISTS) and (found := _typed(tags))) or (
            (found := _named(tags)) and not section.startswith("compensation.")
        ):
            out += found
        elif section == "compensation.benefits":
            out += [value for tag in tags for value in _values(tag) or [tag]]
            if stop < len(entries) and (values := _values(entries[stop])):
                out += values
                stop += 1
        else:
            out += tags
        if stop < len(entries) and (stop == index or entries[stop].role is not Role.ITEM):
            entry = entries[stop]
            if entry.heading or (entry.role is Role.LABEL and entry.field is not None):
                section = entry.field or ""
            out.append(entry)
            stop += 1
        index = stop
    return out


def _begin_of_benefits(tags: Sequence[Entry]) -> int | None:
    """Where the benefits begin with which lines end, behind the job's name, its pay and its place; None where they do not."""
    if len(tags) < _LEAST_BENEFITS:
        return None
    texts = [tag.whole.text for tag in tags]
    begins = (
        start for start in range(min(len(tags), _MOST_BEFORE + 1)) if start == 0 or chips.is_benefit(texts[start])
    )
    return next((start for start in begins if chips.are_benefits(texts[start:])), None)


_MOST_BEFORE = 3


def _is_offer(entry: Entry) -> bool:
    """Whether a heading of benefits names one and not all: 五险一金, but not 福利待遇."""
    return (
        entry.field == "compensation.benefits"
        and entry.text is None
        and entry.set_off == "bare"
        and not _OF_BENEFITS.search(entry.whole.text)
    )


_OF_BENEFITS = deferred(r"福利|待遇|保障|薪|提供|亮点|我们|[你您]|[A-Za-z]|[:：】\]]")


def _as_tag(entries: Sequence[Entry], index: int) -> Entry:
    """A heading that names a benefit, as a tag where tags of that kind go on behind it: 五险一金, 带薪年假, 周末双休."""
    heading = entries[index]
    tag = heading._replace(role=Role.ITEM, label=None, field=None, text=heading.whole, set_off="")
    stop = index + 1
    while stop < len(entries) and _may_be_tag(entries[stop], tag):
        stop += 1
    tags = [tag.whole.text, *(entry.whole.text for entry in entries[index + 1 : stop])]
    return tag if chips.are_benefits(tags) else heading


_FEWEST_CHIPS = 3
# Under their headings short lines are items.
_LISTS = ("duties", "requirements.", "authority", "compensation.", "section.")


def _typed(tags: Sequence[Entry]) -> list[Entry]:
    """Bare values a line (厦门, 1-3年, 学历不限, 招3人) as values of the job, whose name may come first; [] where they are none."""
    for name in (0, 1):
        if len(tags) - name >= _FEWEST_CHIPS and (found := chips.typed([tag.whole for tag in tags[name:]])):
            return [
                *tags[:name],
                *(
                    tag._replace(role=Role.LABEL, field=path, text=value, set_off="chip") if path else tag
                    for tag, (path, value) in zip(tags[name:], found, strict=True)
                ),
            ]
    return []


def _named(tags: Sequence[Entry]) -> list[Entry]:
    """A name with how many are sought and the pay on lines of their own below it, whatever it stands behind; [] for other tags."""
    if len(tags) != _WITH_NAME or not titles.may_name_job(tags[0].whole.text):
        return []
    found = chips.typed([tag.whole for tag in tags[1:]])
    if {path for path, _ in found} != {"headcount", "compensation.salary"}:
        return []
    told = zip(tags[1:], found, strict=True)
    return [tags[0], *(t._replace(role=Role.LABEL, field=path, text=v, set_off="chip") for t, (path, v) in told)]


_WITH_NAME = 3


def _values(entry: Entry) -> list[Entry]:
    """The benefits that stand side by side on a line below their heading, an entry each; [] for another line."""
    if entry.role is not Role.ITEM or entry.enumerator is not None or entry.heading:
        return []
    return [
        entry._replace(role=Role.LABEL, field="compensation.benefits", text=value, whole=value, set_off="chip")
        for value in chips.below_benefits(entry.whole)
    ]


_LEAST_BENEFITS = 3


def _may_be_tag(entry: Entry, first: Entry) -> bool:
    return (
        entry.role is Role.ITEM
        and not entry.heading
        and (len(entry.whole) <= chips.LONGEST_BENEFIT or chips.is_pay(entry.whole.text))
        and (entry.enumerator is None or not entry.enumerator.ordinal)
        and (entry.enumerator is None) == (first.enumerator is None)
    )
