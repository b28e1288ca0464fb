"""Where headings and labels without a number stand."""

from collections.abc import Sequence

from jdparse.numbering import Enumerator
from jdparse.outline import labels, titles
from jdparse.outline.entry import Entry, Role
from jdparse.outline.levels.fields import admitting, is_of_another
from jdparse.outline.levels.frames import SECTION, Frame, pop
from jdparse.patterns import deferred


def styled(stack: list[Frame], closed: dict[str, tuple[int, Enumerator]], entry: Entry, index: int) -> int:
    """A heading by style (Word's 标题 2, Markdown's ##): it closes the headings of its level and below, and all lists."""
    if entry.field is None and entry.heading > 1 and _opens(stack[-1], index):
        stack[-1].heading = entry.heading - 1  # （一）现场管理 as h4 behind 岗位职责 as dt
    keep = next((p for p in range(len(stack) - 1, 0, -1) if 0 < stack[p].heading < entry.heading), 0)
    while keep and is_of_another(stack[keep], entry.field or ""):
        keep -= 1  # 上班地点 as h3 behind 工作内容 as h2
    pop(stack, closed, keep)
    above = stack[-1]
    sub = above.entry is not None and not above.entry.heading and 0 < above.heading < SECTION
    family = entry.enumerator.family if entry.enumerator else ""
    stack.append(Frame(index, family, entry.enumerator, entry, sub=sub, heading=entry.heading))
    return above.index


def _opens(frame: Frame, index: int) -> bool:
    """Whether a frame is that of a section without a style whose content begins at an entry."""
    entry = frame.entry
    heads = entry is not None and entry.role is Role.LABEL and entry.field is not None and entry.text is None
    return heads and not frame.heading and frame.index == index - 1


def form_label(
    stack: list[Frame],
    closed: dict[str, tuple[int, Enumerator]],
    counts: dict[int, int],
    entry: Entry,
    index: int,
) -> int:
    """A label of a form that nobody knows: it stands in the form's section, whatever list was open, or under the line over the form."""
    pop(stack, closed, next((p for p in range(len(stack) - 1, 0, -1) if _holds_forms(stack[p], counts)), 0))
    stack[-1].pairs = True
    parent = stack[-1].index
    if entry.text is None:
        stack.append(Frame(index, "", None, entry))
    return parent


def _holds_forms(frame: Frame, counts: dict[int, int]) -> bool:
    """Whether a frame is a section of a form or of the text, or a heading whose content is a form of labels that nobody knows."""
    if frame.heading or frame.pairs:
        return True
    entry = frame.entry
    heads = entry is not None and entry.role is Role.LABEL and entry.field is not None and entry.text is None
    return heads and entry is not None and entry.set_off not in ("form", "table") and not counts.get(frame.index)


def labelled(
    stack: list[Frame],
    closed: dict[str, tuple[int, Enumerator]],
    counts: dict[int, int],
    entry: Entry,
    index: int,
    following: Sequence[Entry],
) -> int:
    """An unmarked label that the vocabulary knows, or a title line."""
    place = 0 if entry.role is Role.TITLE else admitting(stack, entry.field or "")
    if place and _are_beside(stack[place], entry, counts):
        place = admitting(stack[:place], entry.field or "")
    pop(stack, closed, place)
    parent = stack[-1].index
    if entry.field is None or not labels.is_scalar(entry.field) or (following and _lists(entry, following[0])):
        stack.append(Frame(index, "", None, entry))
    return parent


def _lists(entry: Entry, following: Entry) -> bool:
    """Whether a label with one value as a rule has a list under it: 代理人 over `1、仓管员`."""
    return (
        entry.text is None
        and entry.field is not None
        and labels.may_list(entry.field)
        and following.role is Role.ITEM
        and following.enumerator is not None
        and following.enumerator.ordinal <= 1
    )


_STANDARDS = frozenset({"kpis", "performance_standards"})


def _are_beside(above: Frame, entry: Entry, counts: dict[int, int]) -> bool:
    """Whether 考核指标 stands beside 考核标准 and not under it: that has a list of its own, or is a line without a number too."""
    if above.entry is None or above.entry.field not in _STANDARDS or entry.field not in _STANDARDS:
        return False
    plain = above.entry.enumerator is None and not above.heading and entry.set_off != "table"
    return (plain and above.entry.field != entry.field) or bool(counts.get(above.index))


def unknown_heading(
    stack: list[Frame], closed: dict[str, tuple[int, Enumerator]], counts: dict[int, int], entry: Entry, index: int
) -> int:
    """A heading that nobody knows: a group inside the open section, or a section of its own.

    Right after a section's heading, and under a numbered section, it is a group; after items of an unnumbered section it is a section.
    """
    section = next(
        (
            p
            for p in range(len(stack) - 1, 0, -1)
            if (e := stack[p].entry) is not None and not e.is_item and not stack[p].sub
        ),
        0,
    )
    if section:
        owner = stack[section].entry
        assert owner is not None
        grouped = len(stack) > section + 1 and stack[section + 1].sub
        inside = (
            grouped or (not counts.get(stack[section].index) and owner.text is None) or owner.enumerator is not None
        )
        if entry.behind or (entry.set_off == "bracket" and owner.set_off == "bracket"):
            inside = False
        if not inside:
            section = max(
                (p for p in range(section) if (e := stack[p].entry) is not None and e.enumerator is not None), default=0
            )
        pop(stack, closed, section)
        parent = stack[-1].index
        stack.append(Frame(index, "", None, entry, sub=inside))
        return parent
    pop(stack, closed, 0)
    stack.append(Frame(index, "", None, entry))
    return -1


def behind_lists(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, lines over a paragraph behind a list that is at its end as headings: 聘期目标, where other headings have no number."""
    out = list(entries)
    if not any(e.role is Role.LABEL and e.set_off == "bare" and e.enumerator is None and not e.heading for e in out):
        return out
    for index in range(1, len(out) - 1):
        if _heads_paragraph(out[index - 1], out[index], out[index + 1]):
            entry = out[index]
            out[index] = entry._replace(role=Role.LABEL, label=entry.whole, text=None, set_off="bare")
    return out


def _heads_paragraph(before: Entry, entry: Entry, below: Entry) -> bool:
    plain = entry.role is Role.ITEM and entry.enumerator is None and entry.marker is None and not entry.heading
    if not plain or not _ends_list(before) or _NAME.fullmatch(entry.whole.text) is None:
        return False
    follows = below.role is Role.ITEM and below.enumerator is None and len(below.whole) >= _SHORTEST_PARAGRAPH
    return follows and below.whole.text[-1] == "。" and not titles.names_job(entry.whole.text)


def _ends_list(entry: Entry) -> bool:
    return entry.is_item and entry.enumerator is not None and entry.whole.text[-1:] == "。"


_NAME = deferred(r"[^\W\d_]{3,10}")
_SHORTEST_PARAGRAPH = 12


def is_behind_list(before: Entry, entry: Entry) -> bool:
    """Whether a label that nobody knows stands with a figure behind a list that is at its end, and is no item of it: 聘期：2023年1月."""
    label, text = entry.label, entry.text
    if entry.set_off != "colon" or label is None or text is None or not _ends_list(before):
        return False
    return len(label) <= _LONGEST_LABEL and _FIGURE.fullmatch(text.text) is not None


_LONGEST_LABEL = 10
_FIGURE = deferred(r"(?=[^\d]{0,8}\d)(?=.*\d{2})[^，。；]{2,30}")
