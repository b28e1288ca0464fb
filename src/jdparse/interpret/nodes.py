"""What a node of a job's outline is, told from itself, what stands under it and what follows."""

from collections.abc import Iterable, Sequence

from jdparse.outline.entry import Entry, Role
from jdparse.outline.levels import Node

_LONGEST_KEYWORD = 10
_LONGEST_LINE = 60
"""Characters of a line of keywords: WMS系统 叉车管理 库存盘点."""


def is_over(node: Node, following: Entry) -> bool:
    """Whether a heading without content only stands over the next label: 任职资格 over 学历, 工作协作 over 内部协调部门, 考核 over 考核指标."""
    entry = node.entry
    if entry.role is not Role.LABEL or entry.text is not None or node.children or following.role is not Role.LABEL:
        return False
    if entry.field is None:
        return following.field is not None and entry.whole.text in (following.label or following.whole).text
    if entry.field == "relations.cooperation":  # 工作协作 over 内部协调部门 with its value
        return following.field in ("relations.internal", "relations.external") and entry.set_off != "form"
    return entry.field == "requirements.general" and (following.field or "").startswith("requirements.")


def only_heads(node: Node, following: Sequence[Node]) -> bool:
    """Whether a heading that says little (职位介绍, 其他信息) stands over labels of their own, and was not left empty."""
    entry = node.entry
    return (
        (entry.field == "summary" or (entry.field == "remarks" and entry.whole.text.endswith("信息")))
        and entry.set_off == "bare"
        and (entry.enumerator is None or (bool(following) and following[0].entry.set_off in ("form", "cell")))
        and entry.text is None
        and not node.children
        and any(after.entry.field is not None and (after.entry.text or after.children) for after in following)
    )


def is_keywords(node: Node, following: Sequence[Node]) -> bool:
    """Whether under a heading of a job's description stand but the keywords of a job board, and the duties come under their own."""
    return (
        (node.entry.field == "duties" or (node.entry.field == "summary" and len(node.children) > 1))
        and node.entry.text is None
        and are_keywords(node.children)
        and any(n.entry.field == "duties" and (n.children or n.entry.text is not None) for n in following)
    )


def are_keywords(nodes: Sequence[Node]) -> bool:
    """Whether nodes are short words that nobody counts, as boards print the skills of a job."""
    return bool(nodes) and all(
        not node.children
        and node.entry.is_item
        and (node.entry.enumerator is None or not node.entry.enumerator.ordinal)
        and _are_words(node.entry.whole.text)
        for node in nodes
    )


def _are_words(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and all(len(word) <= _LONGEST_KEYWORD for word in text.split())


def is_loose(node: Node) -> bool:
    """Whether a node has no label of its own (nor below it, in which case it is a group)."""
    entry = node.entry
    if entry.role is not Role.ITEM or entry.field is not None:
        return False
    return not any(c.entry.field for c in below(node))


def is_group(node: Node) -> bool:
    """Whether a node is a heading that nobody knows over a list."""
    entry = node.entry
    return (
        entry.role is Role.LABEL
        and entry.field is None
        and entry.text is None
        and bool(node.children)
        and not any(c.entry.field for c in below(node))
    )


def below(node: Node) -> Iterable[Node]:
    for child in node.children:
        yield child
        yield from below(child)


def labelled_share(nodes: Sequence[Node]) -> bool:
    """Whether most of the nodes carry labels of their own, so that what is above them only groups them."""
    known = sum(n.entry.field is not None and n.entry.role is Role.LABEL for n in nodes)
    return bool(known) and 2 * known >= len(nodes)


def holds_sections(nodes: Sequence[Node]) -> bool:
    """Whether what stands under a duties heading is sections of the job and no list of duties.

    A duty may be called 培训 or 绩效考核; so a label counts that has a value beside it, or that names duties or their summary again.
    """
    known = [
        n for n in nodes
        if n.entry.role is Role.LABEL and n.entry.field is not None and not n.entry.field.startswith("duty.")
        and (n.entry.text is not None or n.entry.field in ("duties", "summary"))
    ]  # fmt: skip
    return 2 * len(known) > len(nodes) or any(n.entry.field == "duties" for n in known)


def is_row(node: Node) -> bool:
    """Whether a node is a row of a table of contacts or of substitutes."""
    return any((child.entry.field or "").startswith(("contact.", "substitute.")) for child in node.children)
