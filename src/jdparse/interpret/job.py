"""One job's outline → its draft: its name, and what stands directly under it."""

import itertools
import re
from collections.abc import Sequence

from jdparse.interpret import duties, labelled, texts
from jdparse.interpret.draft import Draft
from jdparse.interpret.nodes import is_group, is_loose
from jdparse.outline import levels, titles
from jdparse.outline.ads.calls import COUNT
from jdparse.outline.entry import Entry, Role
from jdparse.outline.levels import Node
from jdparse.outline.levels.fields import BY_NUMBER
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

_COUNT = deferred(
    rf"^(?P<name>.{{2,}}?)(?:[，,、]?(?:计划|公开|拟)?(?:招聘|招收|招))?[ \t\u3000]*[（(\[【xX×*✕：:/／—–｜|丨·-]?[ \t\u3000]*(?P<count>(?:{COUNT}|(?<=[（(])\d{{1,2}}(?=[)）]$)|(?<=[xX×*✕])[ ]?\d{{1,2}}$)(?:[，,、；;](?:男女(?:不限|均可|皆可)|限?[男女]性?))?(?:[（(][^（()）]{{1,20}}[)）])?)[)）\]】]?$"
)
_COUNT_FIRST = deferred(rf"(?P<count>{COUNT})(?P<name>[^\W\d_]{{2,}})$")
_LONGEST_NAME = 60


def read(entries: Sequence[Entry], name: Tracked | None, heading: Entry | None) -> Draft:
    """The draft of one job. `name` is the name that its heading gives."""
    draft = Draft()
    nodes, notes = levels.tree(_with_duties(entries, heading))
    draft.notes += notes
    default = heading.field if heading is not None and heading.role is Role.TITLE else None
    _root(draft, nodes, default, name)
    if name is not None:
        entitle(draft, name)
    title = draft.scalars.get("title")
    if title is not None and title is not name:
        counted = _COUNT.match(title.text) if len(title) <= _LONGEST_NAME else None
        if counted:
            _split_count(draft, title, counted)
    elif (
        title is None
        and default == "duties"
        and heading is not None
        and (at := titles.of_department(heading.whole.text)) is not None
    ):
        draft.of_department = True
        draft.put("department", heading.whole[slice(*at)], heading.whole)
    _settle(draft)
    return draft


def _with_duties(entries: Sequence[Entry], heading: Entry | None) -> Sequence[Entry]:
    """The entries of a job, the only heading of its duties no category of them: 日常工作 over a list, with neither 岗位职责 nor another."""
    found = [index for index, entry in enumerate(entries) if entry.field in ("duties", "duty.category", "duty.name")]
    if len(found) != 1 or (heading is not None and heading.role is Role.TITLE and heading.field == "duties"):
        return entries
    entry = entries[found[0]]
    if entry.field != "duty.category" or entry.set_off not in ("bare", "colon"):
        return entries
    return [*entries[: found[0]], entry._replace(field="duties"), *entries[found[0] + 1 :]]


def entitle(draft: Draft, name: Tracked) -> None:
    """Give a job the name that stands over it, and how many are sought, if it says so: 电工2名, 10名挡车工."""
    counted = (_COUNT.match(name.text) or _COUNT_FIRST.match(name.text)) if len(name) <= _LONGEST_NAME else None
    if "title" not in draft.scalars:
        draft.scalars["title"] = name
        draft.blank.pop("title", None)
        if counted:
            _split_count(draft, name, counted)
    else:
        draft.labels.append(name)


def _split_count(draft: Draft, name: Tracked, counted: re.Match[str]) -> None:
    own = name[slice(*counted.span("name"))].strip(" \t\u3000【】[]，,、：:/／")
    if own.text.count("（") > own.text.count("）"):
        own = name.delete([(len(counted["name"].rstrip("，,、 ")), counted.end("count"))])  # 检票员（兼职，12人）
    draft.scalars["title"] = own
    draft.scalars.setdefault("headcount", name[slice(*counted.span("count"))])


def _settle(draft: Draft) -> None:
    """A field that is filled in one place is not blank because another place left it empty."""
    for path in [p for p in draft.blank if draft.holds(p)]:
        del draft.blank[path]
    for path in [p for p in draft.none if draft.holds(p) or p in draft.blank]:
        del draft.none[path]
    for path, label in draft.blank.items():
        draft.note("blank-field", label, label=label.text.strip("【】[] ：:") if label else path, field=path)


def _root(draft: Draft, nodes: Sequence[Node], default: str | None, name: Tracked | None) -> None:
    """What stands directly under the job."""
    loose: list[Node] = []
    before: Entry | None = None
    grouped = default == "duties" and not any(n.entry.field == "duties" for n in nodes)
    if grouped:
        nodes = [_as_group(node) for node in nodes]
    sections = {
        n.entry.enumerator.family
        for n in nodes
        if n.entry.enumerator is not None and n.entry.role is Role.LABEL and n.entry.field
    }
    nodes = _without_prose(draft, nodes, name) if grouped else _without_opening(draft, nodes)
    for index, node in enumerate(nodes):
        entry = node.entry
        if labelled.says_nothing(draft, node, nodes[index + 1 : index + 2]):
            continue
        if entry.enumerator is not None and is_loose(node) and (field := BY_NUMBER.get(entry.enumerator.family)):
            for value in texts.flat(node):
                draft.put(field, value, entry.marker)
            continue
        known_level = entry.enumerator is not None and entry.enumerator.family in sections
        if (is_loose(node) or (grouped and is_group(node))) and not known_level:
            # lines of bare values stand over a job's first heading, other lines of the page among them
            if (not loose or before is None or before.set_off == "chip") and labelled.enter_chips(draft, entry):
                continue
            loose.append(node)
            continue
        _loose(draft, loose, default)
        loose = []
        labelled.enter(draft, node, None, before)
        before = entry
    _loose(draft, loose, default)


def _as_group(node: Node) -> Node:
    """A node under a title of duties; 三、其他 over a list is one more group of them, not a remark."""
    entry = node.entry
    if entry.field == "remarks" and entry.enumerator is not None and entry.whole.text.strip() in ("其他", "其它"):
        return node._replace(entry=entry._replace(role=Role.ITEM, label=None, field=None, text=entry.whole))
    return node


# How ads speak of the post in a sentence of their own before the first heading.
_OF_THE_POST = deferred(
    r"(?:本|该|此|这个|这一|这份)(?:岗位|职位|职务|角色|工作)|(?:主要|全面)?负责|[在受][^，。；]{2,24}领导下|作为.{2,24}，[你您](?:将|会|需|要)|[你您]将(?:会|要)?(?:负责|加入|带领|参与)"
)

_SHORTEST_OPENING = 12
_ARTICLE = "第条"
"""第三条 numbers paragraphs and headings alike."""


def _without_opening(draft: Draft, nodes: Sequence[Node]) -> Sequence[Node]:
    """The nodes without the paragraph before the first section that sums the post up, which goes to the summary.

    Only in a job whose duties stand under a heading, and that has no summary of its own: elsewhere such a paragraph may be
    all that is said of them.
    """
    fields = [node.entry.field for node in nodes]
    summed_up = any(n.entry.field == "summary" and (n.entry.text is not None or n.children) for n in nodes)
    if "duties" not in fields or summed_up:
        return nodes
    for index, node in enumerate(nodes[: fields.index("duties")]):
        text = node.entry.whole.text
        if (
            is_loose(node)
            and (node.entry.enumerator is None or node.entry.enumerator.family == _ARTICLE)
            and not node.children
            and len(text) >= _SHORTEST_OPENING
            and text[-1] in "。！!"
            and _OF_THE_POST.match(text)
        ):
            draft.put("summary", node.entry.whole, None)
            return [*nodes[:index], *nodes[index + 1 :]]
    return nodes


def _without_prose(draft: Draft, nodes: Sequence[Node], name: Tracked | None) -> Sequence[Node]:
    """The nodes under a title of duties without the paragraph above all labels, where the list stands behind them: 众口难调，…"""
    if name is not None and _is_told_of(nodes, name.text):
        draft.put("summary", nodes[0].entry.whole, None)
        return nodes[1:]
    runs = [list(run) for free, run in itertools.groupby(nodes, is_loose) if free]
    if len(runs) < 2 or len(runs[0]) > 1 or runs[0][0] is not nodes[0] or not any(len(run) > 1 for run in runs[1:]):
        return nodes
    only = nodes[0].entry
    text = only.whole.text
    if only.enumerator is not None or nodes[0].children or len(text) < _SHORTEST_OPENING or text[-1] not in "。！!":
        return nodes
    if _OF_THE_POST.match(text):
        draft.put("summary", only.whole, None)
    else:
        labelled.unclassified(draft, None, nodes[:1])
    return nodes[1:]


def _is_told_of(nodes: Sequence[Node], name: str) -> bool:
    """Whether a paragraph that begins with the job's name stands over a numbered list: 校长全面主持学校工作，…"""
    if len(nodes) < _FEWEST_LISTED or not all(is_loose(node) for node in nodes[:_FEWEST_LISTED]):
        return False
    first, *listed = (node.entry for node in nodes[:_FEWEST_LISTED])
    text = first.whole.text
    told = first.enumerator is None and not nodes[0].children and text.startswith(name) and text[-1] in "。！!"
    return told and all(entry.enumerator is not None for entry in listed)


_FEWEST_LISTED = 3


def _loose(draft: Draft, nodes: Sequence[Node], default: str | None) -> None:
    """Items under the job's title without any heading: a list is its duties, a paragraph nobody's."""
    if not nodes:
        return
    listed = [n for n in nodes if n.entry.enumerator is not None or n.children]
    goes_on = bool(draft.duties) and bool(listed) and (e := listed[0].entry.enumerator) is not None and e.ordinal > 1
    if ((listed or default == "duties") and not draft.duties) or goes_on:
        first = next((i for i, n in enumerate(nodes) if n.entry.enumerator is not None or n.children), 0)
        if first and default != "duties":
            labelled.unclassified(draft, None, nodes[:first])
            nodes = nodes[first:]
        duties.enter(draft, nodes)
        return
    labelled.unclassified(draft, None, nodes)
