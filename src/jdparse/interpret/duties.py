"""Duties: plain lists, numbered groups, and the 职责一 / 职责表述 / 工作任务 template, all as `Duty`."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from jdparse.interpret import texts
from jdparse.interpret.draft import SCALARS, Draft, Duty, RatedItem
from jdparse.interpret.values import Said, item, said
from jdparse.outline import labels
from jdparse.outline.entry import Role
from jdparse.outline.levels import Node
from jdparse.outline.levels.fields import BY_NUMBER
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

# A level is a letter, a digit (2, 2级) or some stars; a cell with words (精通) is one level.
_LEVEL = deferred(r"[A-Za-z]|[0-9]级?|[★☆]+|[^\W\x00-\x7f_]+")


# What labels beside 职责一 mean there, though they name fields of the job elsewhere.
IN_ROW = {
    "summary": "duty.name",
    "duties": "duty.tasks",
    "performance_standards": "duty.standards",
    "kpis": "duty.standards",
}


def read(draft: Draft, node: Node) -> None:
    """Enter the duties under a heading."""
    first = len(draft.duties)
    _read(draft, node)
    label = node.entry.label
    of_shares = label is not None and _OF_SHARES.search(label.text) is not None
    _part_shares(draft.duties[first:], _SHARE_BEHIND if of_shares else _SHARE_APART)


_OF_SHARES = deferred(r"占比|比重|比例|百分比|时间")


def _part_shares(duties: Sequence[Duty], share: re.Pattern[str]) -> None:
    """Takes the shares of the time from behind the names of duties that have one each, 100 % in all."""
    found = [share.search(duty.name.text) if duty.name is not None else None for duty in duties]
    shares = [float(match["share"].rstrip("%％")) for match in found if match is not None]
    if len(shares) < max(2, len(duties)) or round(sum(shares)) != _WHOLE:
        return
    for duty, match in zip(duties, found, strict=True):
        assert duty.name is not None
        assert match is not None
        duty.time_share = duty.name.part(*match.span("share"))
        duty.name = duty.name.part(0, match.start())


_SHARE_APART = deferred(r"(?<=\S)[ \t\u3000]+(?P<share>\d{1,3}(?:\.\d)?[%％])$")
"""A share set apart by blanks: 护理行政　40%."""
_SHARE_BEHIND = deferred(
    r"(?<=\S)(?:[ \u3000]*[（(](?=.*[）)]$)|[ \t\u3000]+)(?:约占?|占)?(?P<share>\d{1,3}(?:\.\d)?[%％])[）)]?$"
)
"""… or in brackets, under a heading that says what it is: 护理管理（40%）."""
_WHOLE = 100


def _read(draft: Draft, node: Node) -> None:
    text = node.entry.text
    groups = [child for child in node.children if child.entry.role is not Role.TITLE]
    inline = texts.inline(text) if text is not None and said(text) is Said.TEXT else []
    if len(inline) > 1 or groups or (text is not None and inline and len(inline[0]) < len(text)):
        inline = [item(task) for task in inline]
    if _is_template(groups):
        if inline:
            draft.duties.append(Duty(tasks=inline))
        for heading, rows in _under_headings(groups):
            found = [template(draft, row, True) for row in rows]
            draft.duties += found if heading is None else _of_heading(_name(draft, heading), found)
        return
    enter(draft, groups, inline)


def _under_headings(nodes: Sequence[Node]) -> Iterator[tuple[Node | None, list[Node]]]:
    """The nodes, the rows of each table together with the numbered heading right over it: 1. 开机前检查 over 工作内容 | 工作标准."""
    index = 0
    while index < len(nodes):
        rows = list(itertools.takewhile(_is_row, nodes[index + 1 :])) if _is_over_rows(nodes[index]) else []
        yield (nodes[index], rows) if rows else (None, [nodes[index]])
        index += 1 + len(rows)


def _is_over_rows(node: Node) -> bool:
    entry = node.entry
    valued = entry.field is not None and entry.text is not None
    numbered = entry.enumerator is not None and not valued and not _is_numbered_duty(node)
    return numbered and not node.children and labels.heading_like(entry.whole.text)


def _is_row(node: Node) -> bool:
    return node.entry.set_off == "row"


def _of_heading(name: Tracked, rows: list[Duty]) -> list[Duty]:
    """The rows as one duty with a name; those that have names or shares of their own as duties of a category."""
    if any(row.name is not None or row.time_share is not None or row.category is not None for row in rows):
        for row in rows:
            row.category = row.category or name
        return rows
    whole = Duty(name=name)
    for row in rows:
        whole.tasks += row.tasks
        whole.standards += row.standards
        whole.frequency += row.frequency
        whole.knowledge += row.knowledge
        whole.skills += row.skills
    return [whole]


def enter(draft: Draft, nodes: Sequence[Node], before: Sequence[Tracked] = ()) -> None:
    """Enter sibling nodes as duties; `before` are tasks that stand in front of them."""
    if not nodes:
        if before:
            draft.duties.append(Duty(tasks=list(before)))
        return
    nodes = [own for node in nodes for own in _as_lines(node)]
    if not _are_groups(nodes) and not any(map(_is_cells, nodes)):
        tasks = list(before)
        for node in nodes:
            tasks += _flat(draft, node)
        if tasks := draft.filled(tasks):
            draft.duties.append(Duty(tasks=tasks))
        return
    if before:
        draft.duties.append(Duty(tasks=list(before)))
    loose: list[Tracked] = []
    for node in nodes:
        if node.children and any(grandchild.children for grandchild in node.children) and _are_groups(node.children):
            _flush(draft, loose)
            category = _name(draft, node)
            for child in node.children:
                draft.duties.append(_group(draft, child, category))
        elif node.children or node.entry.enumerator is not None or node.entry.role is Role.LABEL:
            _flush(draft, loose)
            draft.duties.append(_group(draft, node, None))
        else:
            loose += texts.item(node)
    _flush(draft, loose)


def _as_lines(node: Node) -> Sequence[Node]:
    """A line with a label and its text, and the plain lines below it, which are none of its tasks: 日常工作：洗车、打蜡 over 会贴膜的另议."""
    entry = node.entry
    said_beside = (
        entry.role is Role.LABEL and entry.text is not None and entry.set_off == "colon" and entry.enumerator is None
    )
    plain = all(
        child.entry.role is Role.ITEM and child.entry.enumerator is None and not child.children
        for child in node.children
    )
    return (node._replace(children=()), *node.children) if said_beside and plain else (node,)


def _flush(draft: Draft, loose: list[Tracked]) -> None:
    if loose:
        draft.duties.append(Duty(tasks=list(loose)))
        loose.clear()


def _are_groups(nodes: Sequence[Node]) -> bool:
    """Whether the nodes are headings with tasks under them, rather than tasks of which one or two have parts."""
    marked = [n for n in nodes if n.entry.enumerator is not None or n.entry.role is Role.LABEL]
    parents = [n for n in marked if texts.parts(n)]
    if not parents:
        return False
    if 2 * len(parents) >= len(marked):
        return True
    # few have parts: groups all the same when their own text is a short heading, as is that of the rest
    return all(labels.heading_like(n.entry.whole.text) for n in marked)


def _is_cells(node: Node) -> bool:
    """Whether a duty's name and its only task stand in cells side by side: 设备巡检 | 每班两次，填写记录."""
    return node.entry.set_off == "form" and node.entry.field is None and node.entry.text is not None


def _group(draft: Draft, node: Node, category: Tracked | None) -> Duty:
    if _is_cells(node):
        duty = Duty(category=category, name=node.entry.label, tasks=[item(t) for t in texts.inline(node.entry.text)])
    else:
        duty = Duty(category=category, name=_name(draft, node))
        _part_share(draft, duty)
    for child in texts.parts(node):
        if not _column(draft, duty, child):
            duty.tasks += _flat(draft, child)
    return duty


def _part_share(draft: Draft, duty: Duty) -> None:
    """Takes the share of the time from behind a duty's name: 毛茶审评定级　　占用时间：35%"""
    found = _SHARE.search(duty.name.text) if duty.name is not None else None
    if duty.name is None or found is None or not found.start():
        return
    draft.labels.append(duty.name.part(*found.span("label")))
    duty.time_share = duty.name.part(*found.span("share"))
    duty.name = duty.name.part(0, found.start())


_SHARE = deferred(
    r"[\s\u3000]*[\s\u3000（(](?P<label>[^\W\d_]{0,6}(?:时间|比重|占比|百分比|比例)[^\W\d_]{0,5})[ \u3000]*[：:][ \u3000]*(?P<share>\d{1,3}(?:\.\d)?[%％])[）)]?$"
)


def _name(draft: Draft, node: Node) -> Tracked:
    entry = node.entry
    whole = entry.whole
    tail = node.children[: len(node.children) - len(texts.parts(node))]
    if tail:
        whole = texts.continued(whole, tail)
    name = whole.strip(" \t\u3000").strip("：:；;。【】")
    return name or whole


def _flat(draft: Draft, node: Node) -> list[Tracked]:
    """A task, and after it its parts."""
    parts = texts.parts(node)
    out = texts.item(node)
    for part in parts:
        out += _flat(draft, part)
    return out


def _is_template(nodes: Sequence[Node]) -> bool:
    """Whether the nodes are 职责一, 职责二 … with finer labels under or beside them."""
    return any(_is_numbered_duty(n) and (n.children or n.entry.field) for n in nodes) or any(
        c.entry.field in ("duty.name", "duty.tasks") for n in nodes for c in (n, *n.children)
    )


def _is_numbered_duty(node: Node) -> bool:
    enumerator = node.entry.enumerator
    return enumerator is not None and enumerator.family.endswith("N")


def template(draft: Draft, node: Node, grouped: bool = False) -> Duty:
    duty = Duty()
    own = node.entry
    if own.field is not None and (own.field.startswith("duty.") or own.field in IN_ROW):
        _column(draft, duty, Node(own))
    elif own.whole:
        duty.name = own.whole.strip("：: \t\u3000") or None
    inner = list(_with_inner(node.children))
    if duty.name is None and _names_the_row(inner):
        duty.name = inner.pop(0).entry.whole  # 职责一 / 测试体系建设 / 工作任务 / …
    for child in _with_whole_name(inner):
        if not _column(draft, duty, child) and not _of_the_job(draft, child):
            duty.tasks += _flat(draft, child)
    if duty.name is not None and not duty.tasks and not node.children and own.field is None and not grouped:
        duty.tasks = [duty.name]
        duty.name = None
    return duty


def _with_whole_name(nodes: Sequence[Node]) -> Sequence[Node]:
    """A row's nodes with the rest of its 职责表述 joined to it that stands on a line of its own, before 工作时间百分比."""
    if len(nodes) < _FEWEST_WITH_REST:
        return nodes
    head, rest, following = nodes[0].entry, nodes[1].entry, nodes[2].entry
    loose = rest.role is Role.ITEM and rest.enumerator is None and rest.field is None and not nodes[1].children
    if not loose or head.field != "duty.name" or head.text is None or following.field != "duty.time_share":
        return nodes
    name = head._replace(text=texts.joined([head.text, rest.whole]))
    return [Node(name, nodes[0].children), *nodes[2:]]


_FEWEST_WITH_REST = 3


def _of_the_job(draft: Draft, node: Node) -> bool:
    """Enter what a column of a table of duties says that no duty has: 权限 is the job's, 责任人 a label that nobody knows."""
    entry = node.entry
    if entry.set_off != "column" or entry.label is None or entry.text is None:
        return False
    draft.labels.append(entry.label)
    if entry.field is None or entry.field in SCALARS or "." in entry.field or entry.field == "extra":
        draft.extra(entry.label, item(entry.text))
    else:
        for value in texts.inline(entry.text):
            draft.put(entry.field, item(value), entry.label)
    return True


def _names_the_row(nodes: Sequence[Node]) -> bool:
    """Whether the first of a row's nodes is a plain text before labelled parts."""
    if len(nodes) < 2 or nodes[0].children or nodes[0].entry.role is not Role.ITEM or nodes[0].entry.enumerator:
        return False
    return any((node.entry.field or "").startswith("duty.") for node in nodes[1:])


def _with_inner(nodes: Iterable[Node]) -> Iterable[Node]:
    """Children, and labels that hang under a 职责表述 pair as its children."""
    for node in nodes:
        if node.entry.field == "duty.name" and any((c.entry.field or "").startswith("duty.") for c in node.children):
            yield Node(node.entry)
            yield from node.children
        else:
            yield node


def _column(draft: Draft, duty: Duty, node: Node) -> bool:
    """Enter a labelled part (工作任务：…, 时间百分比：…) where it belongs; False for a part without such a label."""
    field = node.entry.field
    if field is None and node.entry.enumerator is not None:
        field = BY_NUMBER.get(node.entry.enumerator.family)  # 标准一 under 职责一
    if field in IN_ROW:
        field = IN_ROW[field]
    if field is None or not field.startswith("duty."):
        return False
    if node.entry.label is not None:
        draft.labels.append(node.entry.label)
    own = node.entry.text if said(node.entry.text) is Said.TEXT else None
    if own is None and node.entry.text is not None:
        draft.said.append(node.entry.text)
    if field == "duty.category":
        duty.category = own
        return True
    if field in ("duty.name", "duty.time_share"):
        _name_or_share(draft, duty, node, field, own)
        return True
    if field == "duty.level":
        if own is not None:
            _rate(draft, duty, node.entry.label, own)
        return True
    values = draft.filled([*texts.inline(own), *(text for child in node.children for text in texts.flat(child))])
    match field:
        case "duty.standards":
            duty.standards += values
        case "duty.frequency":
            duty.frequency += values
        case "duty.knowledge" | "duty.skills":
            rated = duty.knowledge if field == "duty.knowledge" else duty.skills
            rated += map(RatedItem, values)
        case _:
            duty.tasks += values
    return True


def _name_or_share(draft: Draft, duty: Duty, node: Node, field: str, own: Tracked | None) -> None:
    """Enter a column with one value; a second one is a task, or a time beside the duty."""
    if field == "duty.name" and duty.name is None:
        duty.name = own
    elif field == "duty.time_share" and duty.time_share is None:
        duty.time_share = own
    elif own is not None and field == "duty.time_share" and node.entry.label is not None:
        draft.extra(node.entry.label, own)  # 用时：5小时 of a task beside 工作时间百分比：10% of the duty
    elif own is not None:
        duty.tasks.append(own)
    for child in node.children:
        if not _column(draft, duty, child):
            duty.tasks += _flat(draft, child)


def _rate(draft: Draft, duty: Duty, label: Tracked | None, text: Tracked) -> None:
    """Enter a cell of levels, one for each item of the list before it; where the counts differ it is kept beside the duty."""
    letters = [text.part(found.start(), found.end()) for found in _LEVEL.finditer(text.text)]
    lists = (duty.skills, duty.knowledge)
    rated: Sequence[RatedItem] = next((items for items in lists if items and items[0].level is None), ())
    if len(letters) != len(rated):
        draft.extra_fields.append((label or text, text))
        draft.note("ambiguous-boundary", text, text=text.text)
        return
    for one, letter in zip(rated, letters, strict=True):
        one.level = letter
