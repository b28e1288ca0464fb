"""Drafts → trees of the record's shape, with `Tracked` for text from the document."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jdparse.interpret import values
from jdparse.interpret.draft import Draft, Duty
from jdparse.tracked import Tracked


class Derived(NamedTuple):
    """A number, level or code that the record has in place of a text, with the words it was read from: 25 from 二十五岁以上."""

    value: str | float | bool
    evidence: Tracked


Tree = dict[str, "Tree"] | list["Tree"] | Tracked | Derived | str | None
"""A record's JSON shape with `Tracked` for text from the document."""


def job(draft: Draft, facets: dict[str, Tree]) -> Tree:
    """The tree of one job, its values tidied, with its facets."""
    return {**_job(draft), "facets": facets}


def section(items: Sequence[Tracked], heading: Tracked | None = None) -> list[Tree]:
    """A section that holds the texts, in a list; [] for no texts."""
    return [{"heading": heading, "items": list(items)}] if items else []


def _job(draft: Draft) -> dict[str, Tree]:
    tree: dict[str, Tree] = {"title": draft.title_of_file} if draft.title_of_file is not None else {}
    for path, value in draft.scalars.items():
        _set(tree, path, value)
    for path, items in draft.lists.items():
        _set(tree, path, list(items))
    # what is listed without columns names the substitute or the party
    substitutes: list[Tree] = [{"position": value} for value in draft.lists.get("substitutes", ())]
    contacts: list[Tree] = [{"party": value} for value in draft.lists.get("relations.contacts", ())]
    substitutes.extend({**row} for row in draft.substitutes)
    _set(tree, "substitutes", substitutes)
    _set(tree, "relations.contacts", [*contacts, *(_contact(contact) for contact in draft.contacts)])
    tree["duties"] = [_duty(duty) for duty in draft.duties]
    tree["extra_fields"] = [{"label": label, "value": value} for label, value in draft.extra_fields]
    tree["extra_sections"] = [{"heading": heading, "items": list(items)} for heading, items in draft.extra_sections]
    tree["blank_fields"] = list(draft.blank)
    tree["none_fields"] = list(draft.none)
    return {key: _tidied(value) if value else value for key, value in tree.items()}


def _tidied(tree: Tree) -> Tree:
    if isinstance(tree, Tracked):
        return values.tidy(tree)
    if isinstance(tree, dict):
        return {key: _tidied(value) if value else value for key, value in tree.items()}
    return list(map(_tidied, tree)) if isinstance(tree, list) else tree


def _contact(contact: Mapping[str, Tracked | list[Tracked]]) -> Tree:
    out: dict[str, Tree] = {key: list(value) if isinstance(value, list) else value for key, value in contact.items()}
    side = contact.get("side")
    if isinstance(side, Tracked):
        # the one place where the record says a printed word in its own: 内 is internal
        inner, outer = "内" in side.text, "外" in side.text
        out["side"] = "internal" if inner and not outer else "external" if outer and not inner else None
    return out


def _duty(duty: Duty) -> Tree:
    return {
        "category": duty.category,
        "name": duty.name,
        "tasks": list(duty.tasks),
        "standards": list(duty.standards),
        "frequency": list(duty.frequency),
        "time_share": duty.time_share,
        "knowledge": [{"text": item.text, "level": item.level} for item in duty.knowledge],
        "skills": [{"text": item.text, "level": item.level} for item in duty.skills],
    }


def _set(tree: dict[str, Tree], path: str, value: Tree) -> None:
    *parents, name = path.split(".")
    for parent in parents:
        child = tree.setdefault(parent, {})
        assert isinstance(child, dict)
        tree = child
    tree[name] = value
