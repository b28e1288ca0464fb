"""A labelled part of a job's outline → the draft: its content where the record wants it."""

from collections.abc import Callable, Sequence

from jdparse.interpret import duties, texts, values
from jdparse.interpret.draft import SCALARS, Draft, Duty
from jdparse.interpret.nodes import (
    are_keywords,
    below,
    holds_sections,
    is_keywords,
    is_loose,
    is_over,
    is_row,
    labelled_share,
    only_heads,
)
from jdparse.interpret.values import Said, said
from jdparse.interpret.values import item as trimmed
from jdparse.outline import labels
from jdparse.outline.ads import chips
from jdparse.outline.entry import Entry, Role
from jdparse.outline.levels import Node
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

_DATE_OF = {"people.prepared_by": "dates.prepared", "people.reviewed_by": "dates.reviewed", "people.approved_by": "dates.approved",
            "people.analysed_by": "dates.analysed"}  # fmt: skip

_DATE_ALONE = deferred(
    r"((?:19|20)\d\d ?[-./年] ?\d{1,2}(?: ?[-./月] ?\d{1,2})?[日月]?)(?P<updated>修订|修改|更新)?(?:编制|制定|制)?$"
)

_SIGNED_ON = deferred(
    r"(?P<name>[^\W\d_]{2,4})[ \t\u3000]+(?P<date>(?:19|20)\d\d ?[-./年] ?\d{1,2}(?: ?[-./月] ?\d{1,2})?[日月]?)"
)
"""Who signed, and when: 批准：祁国栋　2022年6月15日"""

# What the columns of duty tables name where no duty is at hand.
_OUTSIDE_DUTIES = {
    "duty.standards": "performance_standards",
    "duty.knowledge": "requirements.knowledge",
    "duty.skills": "requirements.skills",
}

# What a group heading's own text is, where no finer label claims it.
_GROUP_TEXT = {
    "section.relations": "relations.cooperation",
    "section.conditions": "environment",
    "section.career": "career_path",
    "section.application": "application.instructions",
}


def enter_chips(draft: Draft, entry: Entry) -> bool:
    """Enter a line of bare values, `15-25K 北京 3-5年 本科`; False for another line."""
    found = chips.read(entry.whole) or chips.offers(entry.whole)
    if not found and "location" not in draft.scalars and chips.are_places(entry.whole.text):
        found = [("location", entry.whole)]
    for path, value in found:
        if path:
            draft.put(path, value, None)
        else:
            draft.said.append(value)
    return bool(found)


def says_nothing(draft: Draft, node: Node, following: Sequence[Node]) -> bool:
    """Settles a heading that has nothing of its own field under it; False for one that has, or that was left empty."""
    if is_keywords(node, following):
        unclassified(draft, node.entry.label, node.children)
        return True
    if only_heads(node, following) or (following and is_over(node, following[0].entry)):
        draft.labels.append(node.entry.label or node.entry.whole)
        return True
    return False


def unclassified(draft: Draft, heading: Tracked | None, nodes: Sequence[Node]) -> None:
    """Keep what belongs to no field as a section of the job's own, under `heading` where it has one."""
    items = [text for node in nodes for text in texts.flat(node)]
    if not items:
        return
    draft.extra_sections.append((heading, items))
    if heading is None:
        draft.note("unclassified-text", items[0], text=items[0].text)


def enter(draft: Draft, node: Node, context: str | None, before: Entry | None) -> None:
    """Enter one node under the field that its surroundings name."""
    entry = node.entry
    field = entry.field
    if field is None:
        _unlabelled(draft, node, context)
        return
    if entry.label is not None:
        draft.labels.append(entry.label)
    if field.startswith("section."):
        _group(draft, node, field)
    elif field == "column.date":
        _date(draft, entry, before)
        _rest(draft, node)
    elif field in _DATE_OF and entry.text is not None and (date := _DATE_ALONE.match(entry.text.text)):
        draft.put(field, None, entry.label)  # 批准：　　　2022年9月修订
        draft.put("dates.updated" if date["updated"] else _DATE_OF[field], entry.text.part(*date.span(1)), entry.label)
        _rest(draft, node)
    elif field in _DATE_OF and entry.text is not None and (signed := _SIGNED_ON.fullmatch(entry.text.text)):
        draft.put(field, entry.text.part(*signed.span("name")), entry.label)
        draft.put(_DATE_OF[field], entry.text.part(*signed.span("date")), entry.label)
        _rest(draft, node)
    elif field in ("duties", "duty.category", "duty.name", "duty.tasks"):
        _duties(draft, node)
    elif field in _OUTSIDE_DUTIES:
        _list(draft, node, _OUTSIDE_DUTIES[field])
    elif field.startswith(_NOBODYS):
        _unknown(draft, node, context)
    elif field.startswith("organization."):
        _organization(draft, node, field)
    elif field == "application.contacts" and _is_of_the_organization(before) and not _names_somebody(entry):
        _organization(draft, node, "organization.emails" if "@" in entry.whole.text else "organization.phones")
    elif field in SCALARS:
        _scalar(draft, node, field)
    else:
        _list(draft, node, field)


_SIGNATURE = deferred(r"签|盖章|确认")


def _date(draft: Draft, entry: Entry, before: Entry | None) -> None:
    """A bare 日期: of what the person before it did. Beside the signature of somebody else it is that of no field."""
    path = _DATE_OF.get(before.field or "" if before else "")
    signed = before is not None and before.label is not None and _SIGNATURE.search(before.label.text) is not None
    if path is not None or not signed:
        draft.put(path or "dates.prepared", entry.text, entry.label)
    elif entry.label is not None and entry.text is not None and said(entry.text) is Said.TEXT:
        draft.extra_fields.append((entry.label, entry.text))


# Labels that are known to be no field of a job (版本号, 编制单位), and names of columns where there is no table.
_NOBODYS = ("extra", "duty.", "column.", "contact.", "substitute.")


def _unlabelled(draft: Draft, node: Node, context: str | None) -> None:
    """A node without a label that the vocabulary knows: a row of a table, or what nobody knows."""
    if not node.entry.whole and any((child.entry.field or "").startswith("duty.") for child in node.children):
        draft.duties.append(duties.template(draft, node))
    elif is_row(node):
        _row(draft, node)
    else:
        _unknown(draft, node, context)


def _is_of_the_organization(before: Entry | None) -> bool:
    """Whether a telephone goes on the foot of a company's form: 地址：… 电话 … 传真：…."""
    field = before.field if before is not None else None
    return field is not None and field.startswith("organization.") and field != "organization.description"


def _names_somebody(entry: Entry) -> bool:
    """Whether a contact is a person to ask and no switchboard: 联系：李院长 13900009961."""
    label, text = entry.label, entry.text
    return (
        label is not None and text is not None and "电话" not in label.text and _SOMEBODY.match(text.text) is not None
    )


_SOMEBODY = deferred(r"[^\W\d_]{2,6}[ \t\u3000:：，,]*\d{3}")


def _rest(draft: Draft, node: Node) -> None:
    before: Entry | None = node.entry
    for child in node.children:
        enter(draft, child, None, before)
        before = child.entry


def _group(draft: Draft, node: Node, group: str) -> None:
    """A heading that only groups: each label under it for itself."""
    loose: list[Node] = []
    before: Entry | None = None
    text = node.entry.text
    if text is not None and group == "section.basic" and names_job(text.text) and "title" not in draft.scalars:
        draft.put("title", text, node.entry.label)
    elif text is not None:
        loose.append(Node(_own(node.entry)))
    for child in node.children:
        if group == "section.basic" and _is_section(child):
            _unknown(draft, child, group)  # 五、红线 below 岗位说明
        elif is_loose(child):
            loose.append(child)
        else:
            enter(draft, child, group, before)
            before = child.entry
    if group == "section.department":
        draft.of_department = True
    target = _GROUP_TEXT.get(group)
    if not loose:
        return
    if group == "section.department":
        duties.enter(draft, loose)
        return
    if target is None:
        unclassified(draft, node.entry.label, loose)
        return
    for child in loose:
        for value in texts.flat(child):
            draft.put(target, value, node.entry.label)


def _is_section(node: Node) -> bool:
    """Whether a node is a counted heading that nobody knows, with what stands below it."""
    entry = node.entry
    counted = entry.enumerator is not None and entry.enumerator.ordinal > 0
    return counted and bool(node.children) and is_loose(node) and labels.heading_like(entry.whole.text)


def _own(entry: Entry) -> Entry:
    """A group label's own text as an item."""
    assert entry.text is not None
    return entry._replace(role=Role.ITEM, label=None, field=None, whole=entry.text, enumerator=None)


def _duties(draft: Draft, node: Node) -> None:
    entry = node.entry
    children = node.children
    if entry.field != "duties" and not (entry.field == "duty.category" or children or entry.text is not None):
        return
    if holds_sections(children):
        if entry.text is not None:
            draft.duties.append(Duty(tasks=texts.inline(entry.text)))
        _split_children(draft, node, lambda loose: _before_sections(draft, node, loose))
        return
    if entry.field in ("duty.name", "duty.tasks"):
        draft.duties.append(duties.template(draft, node))
        return
    before = len(draft.duties)
    if entry.text is not None and said(entry.text) is not Said.TEXT:
        draft.put("duties", entry.text, entry.label)
    duties.read(draft, node)
    if entry.field == "duty.category" and entry.label is not None:
        for duty in draft.duties[before:]:
            duty.category = duty.category or entry.label
    if len(draft.duties) == before and entry.text is None:
        draft.blank.setdefault("duties", entry.label)
    if entry.label is None and before and _are_tasks(draft.duties[before - 1 :]):
        first, *more = draft.duties[before - 1 :]
        first.tasks += [task for duty in more for task in duty.tasks]
        del draft.duties[before:]


def _are_tasks(found: Sequence[Duty]) -> bool:
    """Whether duties are but tasks: lines of an ad that say what a post does, one behind the other."""
    return all(duty == Duty(tasks=duty.tasks) for duty in found)


def _before_sections(draft: Draft, node: Node, loose: Sequence[Node]) -> None:
    """Items under a heading of duties that has sections too: duties as well, but for the keywords of a job board."""
    if are_keywords(loose) and any(child.entry.field == "duties" for child in node.children):
        unclassified(draft, node.entry.label, loose)
    else:
        duties.enter(draft, loose)


def _split_children(draft: Draft, node: Node, loose_to: Callable[[Sequence[Node]], None]) -> None:
    loose: list[Node] = []
    before: Entry | None = None
    for child in node.children:
        if child.entry.field is not None and child.entry.role is Role.LABEL:
            enter(draft, child, node.entry.field, before)
            before = child.entry
        else:
            loose.append(child)
    if loose:
        loose_to(loose)


def _scalar(draft: Draft, node: Node, field: str) -> None:
    entry = node.entry
    own = trimmed(entry.text) if entry.text is not None and field != "summary" else entry.text
    inner = [c for c in node.children if c.entry.role is Role.LABEL and c.entry.field is not None]
    grouped = any((child.entry.field or "").startswith("section.") for child in inner)  # 1.1 岗位标识 under 岗位概述
    if inner and own is None and (grouped or labelled_share(node.children)):
        _split_children(draft, node, lambda loose: _loose(draft, node, field, loose))
        return
    if field == "summary":
        _paragraph(draft, node, field, own, node.children)
        return
    draft.put(field, own, entry.label)
    for child in node.children:
        if field != "title" or child.children or not enter_chips(draft, child.entry):
            enter(draft, child, None, entry)


def _loose(draft: Draft, node: Node, field: str, loose: Sequence[Node]) -> None:
    """What stands without a known label among the pairs below a label: its value, but for pairs (发布日期：2016-12-14 below 职位名称)."""
    pairs = [child for child in loose if child.entry.set_off == "colon" and child.entry.text is not None]
    for child in pairs if field != "summary" else ():
        enter(draft, child, None, node.entry)
    if rest := [child for child in loose if field == "summary" or child not in pairs]:
        _paragraph(draft, node, field, None, rest)


def _paragraph(draft: Draft, node: Node, field: str, own: Tracked | None, children: Sequence[Node]) -> None:
    parts = [own] if own is not None and said(own) is Said.TEXT else []
    if own is not None and not parts:
        draft.said.append(own)
    for child in children:
        parts += [child.entry.whole, *(t for c in child.children for t in texts.flat(c))]
    parts = [p for p in parts if p.text]
    draft.put(field, texts.joined(parts, "\n") if parts else own, node.entry.label)


def _list(draft: Draft, node: Node, field: str) -> None:
    entry = node.entry
    children = node.children
    own = entry.text
    if own is not None:
        items = _offers(own) if field == "compensation.benefits" else []
        items = items or texts.inline(own)
        single = len(items) == 1 and not children
        for value in items:
            draft.put(
                field, values.paragraph(value) if single and entry.enumerator is None else trimmed(value), entry.label
            )
    loose: list[Node] = []
    if any(is_row(child) for child in children):
        for child in children:
            if is_row(child):
                _row(draft, child)
        children = tuple(child for child in children if not is_row(child))
        if not children:
            return
    labelled = labelled_share(children)
    alike = sum(child.entry.field == field and child.entry.enumerator is not None for child in children)
    before: Entry | None = entry
    for child in children:
        inner = child.entry.field
        # 1、劳动强度：… 2、精神压力：… under 工作风险: the little labels tell the items apart
        is_item = alike > 1 and inner == field and child.entry.enumerator is not None
        again = inner == field and child.entry.set_off == "colon" and child.entry.enumerator is None and own is None
        finer = labelled or again or (inner is not None and _finer(field, inner))
        if inner is not None and child.entry.role is Role.LABEL and not is_item and finer:
            enter(draft, child, field, before)
            before = child.entry
        else:
            loose.append(child)
    plain = any(_is_bulleted(child) and not texts.parts(child) for child in loose)
    last = _last_item(loose)
    found = [
        value
        for child in loose
        for value in _items(draft, child, field, heads=not (plain and _is_bulleted(child)) and child is not last)
    ]
    if len(found) == 1 and len(loose) == 1 and own is None and loose[0].entry.enumerator is None:
        # one paragraph under a heading stays as it is written
        found = [texts.continued(loose[0].entry.whole, ())] if not loose[0].children else found
    for value in found:
        draft.put(field, value, entry.label)
    # 联系方式 as a bare heading over 联系人：… pairs is no blank field
    if own is None and not children and not (field == "application.contacts" and entry.set_off == "bare"):
        draft.put(field, None, entry.label)


def _offers(text: Tracked) -> list[Tracked]:
    """The benefits that stand side by side as the words of a board, 五险一金 包住 节日福利; [] for another text."""
    found = chips.read(text)
    return [value for path, value in found if path == "compensation.benefits"] if len(found) > 1 else []


def _row(draft: Draft, node: Node) -> None:
    """A row of a table of contacts or of substitutes."""
    contact: dict[str, Tracked | list[Tracked]] = {}
    substitute: dict[str, Tracked] = {}
    for child in node.children:
        kind, _, key = (child.entry.field or "").partition(".")
        text = child.entry.text
        if text is None:
            continue
        if child.entry.label is not None:
            draft.labels.append(child.entry.label)
        if kind == "substitute":
            substitute[key] = text
        else:
            contact[key] = values.enumeration(text) if key == "means" else text
    if contact:
        draft.contacts.append(contact)
    if substitute:
        draft.substitutes.append(substitute)


def _finer(field: str, inner: str) -> bool:
    return inner.split(".")[0] == field.split(".")[0] and inner != field


def _last_item(nodes: Sequence[Node]) -> Node | None:
    """The last item of a counted list, where a line that has no number stands below it and below no other of them; None elsewhere."""
    if len(nodes) < _FEWEST_COUNTED or any(node.entry.enumerator is None or node.children for node in nodes[:-1]):
        return None
    last = nodes[-1]
    counted = last.entry.enumerator is not None and last.entry.enumerator.ordinal == len(nodes)
    return last if counted and all(child.entry.enumerator is None for child in last.children) else None


_FEWEST_COUNTED = 3


def _is_bulleted(node: Node) -> bool:
    """Whether a node has a sign before it that counts nothing: another sign below it may begin the next item, 🔸 over ▪."""
    return node.entry.enumerator is not None and node.entry.enumerator.ordinal == 0


def _items(draft: Draft, node: Node, field: str, *, heads: bool = True) -> list[Tracked]:
    """A list node as items; a group's heading picks the kind or, when nobody knows it, gives way to its items.

    `heads` says whether it may be such a heading.
    """
    parts = texts.parts(node)
    entry = node.entry
    if (
        parts
        and heads
        and (
            entry.text is None
            or (entry.role is Role.LABEL and said(entry.text) is Said.BLANK)
            or labels.heading_like(entry.whole.text)
        )
    ):
        if entry.field is not None and entry.role is Role.LABEL and _finer(field, entry.field):
            enter(draft, node, field, None)
            return []
        draft.labels.append(entry.whole)
        draft.note("unknown-label", entry.whole, label=entry.whole.text.strip("：:"))
        return [value for part in parts for value in _items(draft, part, field)]
    if not parts and entry.label is not None and entry.text is None and field.startswith("application."):
        draft.extra(entry.label, None)  # 乘车路线： that was left empty
        return []
    out = texts.item(node)
    for part in parts:
        out += _items(draft, part, field)
    return out


def _organization(draft: Draft, node: Node, field: str) -> None:
    described = field == "organization.description" and node.entry.text is None
    children = node.children
    if described:
        # 单位信息 over 单位名称：…, 联系人：…
        for child in children:
            if _is_fact(child):
                enter(draft, child, None, node.entry)
        children = tuple(child for child in children if not _is_fact(child))
    for value in [text for child in children for text in _paragraphs(child)] if described else texts.values(node):
        if said(value) is Said.TEXT:
            draft.lists.setdefault(field, []).append(value)
        else:
            draft.said.append(value)


def _is_fact(node: Node) -> bool:
    """Whether a node below 公司介绍 is a label of the organization or of whom to ask, with its value."""
    entry = node.entry
    return (
        entry.role is Role.LABEL
        and entry.text is not None
        and entry.field is not None
        and entry.field.startswith(("organization.", "application.contacts"))
    )


def _paragraphs(node: Node) -> list[Tracked]:
    """A node as paragraphs: sentences keep their full stops, items are items."""
    if node.entry.enumerator is not None or node.children:
        return texts.flat(node)
    return [values.paragraph(node.entry.whole)] if node.entry.whole else []


def _is_blank(node: Node) -> bool:
    entry = node.entry
    if node.children or entry.field is not None or entry.enumerator is not None:
        return False
    if entry.role is Role.ITEM:
        return said(entry.whole) is Said.BLANK
    return entry.text is None and entry.set_off == "colon"


def _unknown(draft: Draft, node: Node, context: str | None) -> None:
    """A heading, label or item that nobody knows."""
    entry = node.entry
    if any(c.entry.field is not None and c.entry.role is Role.LABEL for c in below(node)):
        # it groups what is known
        draft.labels.append(entry.whole if entry.text is None else entry.label or entry.whole)
        if entry.role is Role.LABEL and entry.text is not None and entry.label is not None:
            draft.extra(entry.label, entry.text)
        loose: list[Node] = []
        before: Entry | None = None
        for index, child in enumerate(node.children):
            if is_loose(child):
                loose.append(child)
            elif not says_nothing(draft, child, node.children[index + 1 : index + 2]):
                enter(draft, child, context, before)
                before = child.entry
        unclassified(draft, entry.whole, loose)
        return
    blank = node.children if all(map(_is_blank, node.children)) and entry.text is None else ()
    if (
        entry.role is Role.LABEL
        and entry.label is not None
        and (entry.text is not None or entry.set_off == "colon" or (entry.set_off == "form" and not entry.heading))
        and len(blank) == len(node.children)
    ):
        for child in blank:  # 项目经理（签字）： | 责任人（签字）： over 年 月 日 each
            if child.entry.label is not None:
                draft.extra(child.entry.label, None)
                draft.labels.append(child.entry.label)
            else:
                draft.said.append(child.entry.whole)
        draft.labels.append(entry.label)
        draft.extra(entry.label, trimmed(entry.text) if entry.text is not None else None)
        return
    heading = entry.label if entry.role is Role.LABEL and entry.label is not None else entry.whole
    items = (
        [trimmed(t) for t in texts.inline(entry.text)] if entry.role is Role.LABEL and entry.text is not None else []
    ) + [text for child in node.children for text in texts.flat(child)]
    heading = heading.strip("：:【】[]★◆※ ")
    draft.labels.append(heading)
    if not items and entry.enumerator is not None and entry.enumerator.family in _OF_CHAPTERS:
        return  # 第六章 考核 over 第二十四条 考核指标
    draft.note("unknown-label", heading, label=heading.text)
    draft.extra_sections.append((heading, items))


_OF_CHAPTERS = frozenset({"第章", "第节", "第篇", "第部分"})
"""Families of the numbers of headings that are nothing but that."""
