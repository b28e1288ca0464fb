"""The texts of a node: its items, with lines that continue an item joined to it."""

from collections.abc import Sequence

from jdparse.interpret.values import item as trimmed
from jdparse.outline import sequence
from jdparse.outline.levels import Node, goes_on
from jdparse.tracked import Tracked


def item(node: Node) -> list[Tracked]:
    """The node's own text as list items: one, or several where it holds an inline list."""
    whole = node.entry.whole
    if not whole.text:
        return []
    tail = _tail(node)
    if tail:
        whole = continued(whole, tail)
    return [trimmed(part) for part in _inline(whole)]


def parts(node: Node) -> tuple[Node, ...]:
    """The children that are items of their own, not the rest of the node's text."""
    return node.children[len(_tail(node)) :]


def _tail(node: Node) -> tuple[Node, ...]:
    """Children without marker or label that continue a sentence."""
    if not goes_on(node.entry):
        return ()
    tail: list[Node] = []
    for child in node.children:
        if child.entry.enumerator is not None or not child.entry.is_item or child.children:
            break
        tail.append(child)
    return tuple(tail)


def continued(first: Tracked, rest: Sequence[Node]) -> Tracked:
    """A text with the lines that continue it."""
    return joined([first, *(node.entry.whole for node in rest)])


def joined(parts: Sequence[Tracked], separator: str = "") -> Tracked:
    """Texts in a row. Between two of them stands `separator`; where both sides are Latin letters, a blank."""
    out: list[Tracked] = []
    for part in parts:
        if not part.text:
            continue
        if out:
            before, after = out[-1].text[-1], part.text[0]
            between = separator or (
                " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""
            )
            if between:
                end = out[-1].end
                out.append(Tracked(between, end, end))
        out.append(part)
    return Tracked.join(out) if out else parts[0]


def values(node: Node) -> list[Tracked]:
    """The value of a label: its own text (an inline list as items), then everything under it, flattened."""
    out = [trimmed(part) for part in inline(node.entry.text)] if node.entry.text else []
    for child in node.children:
        out += flat(child)
    return out


def flat(node: Node) -> list[Tracked]:
    """A node's text and the texts under it, in order."""
    out = item(node)
    for child in parts(node):
        out += flat(child)
    return out


def inline(text: Tracked | None) -> list[Tracked]:
    """The items of a value: those of its inline list, or the value itself."""
    return [] if text is None or not text.text else _inline(text)


def _inline(text: Tracked) -> list[Tracked]:
    found = sequence.inline(text)
    return [part for _, _, part in found if part.text] if found else [text]
