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
        and all(isinstance(item, Line) and not item.heading and _TAB.fullmatch(item.text) for item in items)
    )


_TAB = deferred(r"[^\W\d_]{2,8}(?:/[^\W\d_]{2,8}){0,2}\s?(?:[(（]\d{1,4}\+?[)）])?")
"""The name of a tab, with how much it shows: 问一问(3)."""


def is_menu(names: str, items: Sequence[Item], labels: int = 0) -> bool:
    """Whether a region has but words, one a line, and is called a menu or begins as that of a site does, with 首页.

    What opens below the words, a script shows. `labels` of them are labels of a record too: 人才招聘, 薪酬福利.
    """
    if len(items) < 3 or labels * 2 > len(items):
        return False
    home = isinstance(items[0], Line) and items[0].text in _HOME
    called = labels * 4 <= max(len(items), 4 * _ONE_LABEL) and _MENU.search(names.lower()) is not None
    return (home or called) and all(isinstance(item, Line) and _ENTRY.fullmatch(item.text) for item in items)


_ONE_LABEL = 2
"""What the weights of a page count for a label that is a line of its own."""

_HOME = frozenset("首页 首頁 网站首页 網站首頁 官网首页 主页 返回首页 回首頁 Home HOME".split())


def are_steps(items: Sequence[Item]) -> bool:
    """Whether a region draws the way of an application, a word a line, with its heading or without: 网上报名, 笔试面试, 录用公示."""
    head = items[0]
    steps = items[1:] if isinstance(head, Line) and head.heading else items
    return len(steps) > 2 and all(isinstance(item, Line) and _STEPS.fullmatch(item.text) for item in steps)


_STEPS = deferred(
    r"(?:\d{1,2}[.、]?\s*)?(?:(?:网上|在线|现场|统一|专业|综合|素质|人才|资格|简历|最终|入职|背景)?(?:网申|报名|申请|投递|筛选|审查|审核|初筛|测评|测试|笔试|面试|初试|复试|终面|体检|背调|调查|公示|录用|录取|签约|入职|报到|[Oo]ffer)){1,2}"
)


def is_query(items: Sequence[Item]) -> bool:
    """Whether a form has nothing but labels of what a reader may fill in: 部门： 关键字："""
    return all(isinstance(item, Line) and _PROMPTS.fullmatch(item.text) for item in items)


_PROMPTS = deferred(r"(?:[*＊]?\s*[^\W\d_]{2,8}\s*[：:]\s*[至到~～—-]?\s*){1,8}")
