"""Regions that are rows of words by their names and their text: menus, tabs, forms of a search."""

from collections.abc import Sequence

from jdparse.loaders.html.items import Item, Line
from jdparse.patterns import deferred

_MENU = deferred(r"(?<![a-z])menus?(?![a-z])")
_TABS = deferred(r"(?<![a-z])(?:tablist|tabs?(?:-?(?:nav|bar|list|header|hd|heads?|titles?|strip))?)(?![a-z])")
_PANES = deferred(r"pan(?:el|e)|con(?:t|tent|tents)?(?![a-z])|body|bd(?![a-z])|cards?(?![a-z])")
_ENTRY = deferred(r"[^\W\d_]{2,8}(?:/[^\W\d_]{2,8}){0,2}")


def are_tabs(names: str, items: Sequence[Item]) -> bool:
    """Whether a region is a row of tabs, 职位详情 招聘流程 常见问题: those that head what they show were moved there (`tabs`)."""
    names = names.lower()
    return (
        len(items) > 1
        and _TABS.search(names) is not None
        and _PANES.search(names) is None
        and all(isinstance(item, Line) and not item.heading and _ENTRY.fullmatch(item.text) for item in items)
    )


def is_menu(names: str, items: Sequence[Item]) -> bool:
    """Whether a region that is called a menu has but words, one a line: what opens below them, a script shows."""
    return (
        len(items) > 2
        and _MENU.search(names.lower()) is not None
        and all(isinstance(item, Line) and _ENTRY.fullmatch(item.text) for item in items)
    )


def is_query(items: Sequence[Item]) -> bool:
    """Whether a form has nothing but labels of what a reader may fill in: 部门： 关键字："""
    return all(isinstance(item, Line) and _PROMPTS.fullmatch(item.text) for item in items)


_PROMPTS = deferred(r"(?:[*＊]?\s*[^\W\d_]{2,8}\s*[：:]\s*[至到~～—-]?\s*){1,8}")
