"""Headings and labels that nobody knows, by their shape and their style."""

from collections.abc import Sequence
from itertools import pairwise

from jdparse import numbering
from jdparse.outline import labels
from jdparse.outline.ads import chips
from jdparse.outline.entry import Entry, Role
from jdparse.outline.neighbours.values import takes
from jdparse.outline.organizations import is_organization
from jdparse.patterns import deferred


def styled(entry: Entry) -> Entry:
    """A line that nobody knows as the heading that its style makes it."""
    if entry.heading and entry.role is Role.ITEM and entry.text is not None:
        return _as_heading(entry)
    return entry


def _heads(entry: Entry) -> bool:
    """Whether an entry is the counted heading of a section: 三、工作内容, that no line below goes on."""
    counted = entry.enumerator is not None and entry.enumerator.ordinal > 0
    return counted and entry.role is Role.LABEL and entry.field is not None and entry.text is None


def _as_heading(entry: Entry) -> Entry:
    return entry._replace(role=Role.LABEL, label=entry.text, text=None, set_off="bare")


def _is_heading(text: str) -> bool:
    """Whether a line could be a heading, be it in two languages."""
    return labels.heading_like(text) or labels.BILINGUAL.match(text) is not None


def shaped(entries: list[Entry]) -> list[Entry]:
    """Bare short lines before a list that begins anew are headings that nobody knows (`职业操守` and then `1.`)."""
    out: list[Entry] = []
    filled: bool | None = None
    carded = False  # whether what a board has of the employer goes on, 性质：民营
    pictured = any(entry.field is not None and numbering.PICTURES.match(entry.whole.text) for entry in entries)
    bracketed = any(entry.field is not None and _BRACKETED.match(entry.whole.text) for entry in entries)
    spaced = sum(_is_spaced(entry) and entry.field is not None for entry in entries) >= _FEWEST_SPACED
    for index, entry in enumerate(entries):
        if bracketed:
            entry = _in_brackets(entry)
        if spaced and entry.role is Role.ITEM and entry.enumerator is None and _is_spaced(entry):
            text = entry.whole[:-1]
            entry = (
                entry._replace(role=Role.LABEL, label=text, text=None, set_off="colon")
                if _is_heading(text.text)
                else entry
            )
        if (
            entry.role is Role.ITEM
            and entry.text is not None
            and (entry.heading or (entry.enumerator is None and _is_heading(entry.text.text)))
        ):
            following = entries[index + 1] if index + 1 < len(entries) else None
            before = out[-1] if out else None
            goes_on = before is not None and before.unfinished and before.enumerator is not None and not _heads(before)
            begins = following is not None and following.enumerator is not None and following.enumerator.ordinal <= 1
            is_value = before is not None and takes(before, entry)  # 工作地点 and 滨河市 before 1.
            # 📮 加入我们 between other headings that a picture sets off
            drawn = pictured and numbering.PICTURES.match(entry.text.text) is not None
            if entry.heading or drawn or (begins and not goes_on and not is_value):
                # values of a board below the name of the job: 杭州 / 3-5年 / 本科
                entry = entry._replace(heading=0) if chips.read(entry.text) else _as_heading(entry)
        carded = carded and not entry.heading and entry.role is Role.LABEL and entry.text is not None
        if entry.heading and entry.field is None and index and _heads_employer(entries, index):
            entry = entry._replace(field="organization.description")
            carded = True
        elif carded and not (entry.field or "").startswith(("organization.", "application.")):
            entry = entry._replace(role=Role.ITEM, label=None, field=None, text=entry.whole, set_off="")
        if (
            entry.field == "remarks"
            and entry.text is None
            and entry.set_off in ("colon", "bare")
            and labels.is_other(entry.whole.text)
        ):
            following = entries[index + 1] if index + 1 < len(entries) else None
            if following is not None and following.role is Role.LABEL and following.field is not None:
                if filled is None:
                    filled = _has_filled(entries)
                if not filled and not following.field.startswith(_SIGNED):
                    entry = entry._replace(field="section.other")  # 其他： over 使用工具, 工作环境 …
        out.append(entry)
    return out


def _is_spaced(entry: Entry) -> bool:
    """Whether an entry is a line below a blank one that ends in a colon, as the headings of some ads do: 要求："""
    return entry.gap > 0 and entry.whole.text[-1:] in ("：", ":") and (entry.role is Role.ITEM or entry.text is None)


_FEWEST_SPACED = 2


def _heads_employer(entries: Sequence[Entry], index: int) -> bool:
    """Whether a page's heading is an employer's name over what a board has of him, behind a known label: 行业：…, 规模：…"""
    following = entries[index + 1] if index + 1 < len(entries) else None
    return (
        following is not None
        and following.role is Role.LABEL
        and following.text is not None
        and is_organization(entries[index].whole.text)
        and any(entry.field is not None for entry in entries[:index])
    )


# Who signs a form stands under no heading of what else there is.
_SIGNED = ("people.", "dates.")

_BRACKETED = deferred(r"【\s*([^】]{1,12}?)\s*】\s*(?=\S)")


def _in_brackets(entry: Entry) -> Entry:
    """A line that begins as the known labels of its document do, 【找谁】牛场长, as a label that nobody knows and its value."""
    if entry.role is not Role.ITEM or entry.enumerator is not None or entry.text is None:
        return entry
    found = _BRACKETED.match(entry.text.text)
    if found is None:
        return entry
    label, value = entry.text[slice(*found.span(1))], entry.text[found.end() :]
    return entry._replace(role=Role.LABEL, label=label, text=value, set_off="bracket")


def _has_filled(entries: Sequence[Entry]) -> bool:
    """Whether the labels with a colon that stand over finer ones are fields: `工作协作：各车间` over 内部协调部门.

    In such a form `其他：` over 使用工具 is no heading of a group either, but a field that was left empty. One of them without a value
    (`任职资格：` over 学历) shows that the form has headings with a colon.
    """
    over = [entry for entry, finer in pairwise(entries) if _is_over(entry, finer)]
    return bool(over) and all(entry.text is not None for entry in over)


def _is_over(entry: Entry, finer: Entry) -> bool:
    """Whether a label with a colon has a label of its own group below it."""
    if entry.set_off != "colon" or entry.field is None or finer.role is not Role.LABEL or finer.field is None:
        return False
    if entry.text is not None and (finer.text is not None or finer.set_off != "bare"):
        return False
    group = entry.field.removeprefix("section.") if entry.text is None else entry.field.rpartition(".")[0]
    group = group.removesuffix(".general")
    return group in _GROUPS and finer.field.startswith(group)


# What has finer fields in the record.
_GROUPS = ("relations", "requirements")
