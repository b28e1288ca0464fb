"""Inline elements side by side: parts of one text, or things of their own (links, chips, a label and its value)."""

from collections.abc import Mapping
from itertools import islice

from jdparse.clean.script import simplify
from jdparse.loaders.html.controls import is_control
from jdparse.loaders.html.elements import Element
from jdparse.outline.ads import chips
from jdparse.outline.titles import may_name_job, names_job
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import builtin

_SIDE_BY_SIDE = frozenset(("a", "span", "em", "i", "label", "strong", "b", "text", "uni-text", "taro-text-core"))
_CHIPS = frozenset(
    (
        "div",
        "li",
        "p",
        "dd",
        "dt",
        "td",
        "section",
        "h1",
        "h2",
        "h3",
        "header",
        "a",
        "button",
        "summary",
        "view",
        "uni-view",
        "taro-view-core",
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt"))
_PAIR = deferred(r"\s*\w{2,8}\s*[：:]\s*\S")
_LONGEST_LABEL = 6
_LONGEST_BILINGUAL = 40
_SEPARATORS = "：:/、，,（("


def is_value(element: Element, line: str) -> bool:
    """Whether an element is the value of the known label before it, with which its line begins.

    大专 beside 学历 is; 岗位 and 职责 are two parts of one label.
    """
    before = element.getprevious()
    if before is None or before.tail or len(before):
        return False
    label, value = (before.text or "").strip(), (element.text or "").strip()
    if not label or not value or value[0] in _SEPARATORS or line.strip() != label:
        return False
    labels, weak = builtin().labels, builtin().weak
    if len(label) <= _LONGEST_LABEL:
        if len(label) < 2 or label not in labels or label + value in labels:
            return False
        return label not in weak or _are_two(before, element)
    # 工作地点 / Location
    return len(label) <= _LONGEST_BILINGUAL and label[-1].isascii() and builtin().find(label) is not None


def heads_text(element: Element, line: str) -> bool:
    """Whether an element is a label with which its line begins, and the sentence right behind it no part of that: <b>企业简介</b>公司以…"""
    label, tail = (element.text or "").strip(), (element.tail or "").strip()
    if len(element) or not 4 <= len(label) <= _LONGEST_LABEL or line.strip() != label or len(tail) <= _LONGEST_WORD:
        return False
    vocabulary = builtin()
    known = label in vocabulary.labels and label not in vocabulary.weak
    return known and tail[0].isalnum() and not vocabulary.prefix(label + tail, 0, len(label) + 1)


def _are_two(label: Element, value: Element) -> bool:
    """Whether two elements of different kinds are all that a block holds: <p><em>地区</em><b>泉州</b></p>."""
    block = value.getparent()
    alone = block is not None and len(block) == 2 and not (block.text or "").strip() and not (value.tail or "").strip()
    return alone and (label.tag != value.tag or label.get("class") != value.get("class"))


def _is_link(element: Element) -> bool:
    """Whether an element is a link, or holds one and nothing else."""
    return element.tag == "a" or (len(element) == 1 and element[0].tag == "a" and not element.text)


_FACT = deferred(r"\s*(?:\S{1,12}\s*[|｜]|\d+\s*[人名位年]|(?:19|20)\d\d[-/.年])")


def _is_fact(element: Element, attributes: Mapping[str, str]) -> bool:
    """Whether an element is a fact behind the name in a heading, which a style sheet sets at the right edge: 焊工 and 3人.

    Behind any name that may be pay: 宠物美容师 and 5-9K.
    """
    if (element.tail or "").strip() or element.tag not in _SIDE_BY_SIDE:
        return False
    parent = element.getparent()
    if parent is not None and parent.tag == "a":
        parent = parent.getparent()
    if parent is None:
        return False
    text = (element.text or "").strip()
    heading = parent.tag in _HEADINGS or parent.tag in ("button", "summary")
    if heading and "class" in attributes and _FACT.match(text):
        return True
    if heading and _SEVERAL.search(text) and names_job((parent.text or "").strip()):
        return True  # 管家（2名） and 包吃住 · 5000-6500
    if heading or parent.tag in _CHIPS:
        return any(map(str.isdigit, text[:_FIRST])) and chips.is_pay(text) and may_name_job((parent.text or "").strip())
    return False


_FIRST = 4
_SEVERAL = deferred(r"[^\W_]\s*[·|｜/•]\s*[^\W_]")


def is_dated(element: Element) -> bool:
    """Whether an element is the day of a heading, which a page sets at the right edge: 四色机机长 and 发布日期：2016-03-09."""
    parent = element.getparent()
    return parent is not None and parent.tag in _HEADINGS and _DATED.match((element.text or "").strip()) is not None


_DATED = deferred(r"\w{2,4}(?:日期|时间)\s*[：:]\s*\d")


def is_apart(element: Element, attributes: Mapping[str, str]) -> bool:
    """Whether an element and the one right before it are two things."""
    before = element.getprevious()
    if before is None:
        return _is_fact(element, attributes)
    if before.tail or before.tag not in _SIDE_BY_SIDE or element.tag not in _SIDE_BY_SIDE:
        return False
    if _is_link(element) and _is_link(before):
        return True
    if _is_pair(element) and _is_pair(before):
        return True  # 工作地点：南通 and 招聘人数：2人
    if element.tag in _WORDS and before.tag == element.tag and are_words(element):
        return True
    # editors write `style` and `lang` on parts of a text
    if "style" in attributes or "lang" in attributes or "style" in before.attrib or "lang" in before.attrib:
        return False
    parent = element.getparent()
    if parent is None or parent.tag not in _CHIPS or (parent.text or "").strip():
        return False
    if parent.tag == "summary" or (parent.get("class", "Mso")[:3] != "Mso" and are_words(element)):
        return True
    if "class" in attributes or "class" in before.attrib:
        return True
    return "class" in parent.attrib and (parent.tag != "p" or _are_facts(parent))


def are_words(element: Element) -> bool:
    """Whether an element is one of several of its kind with a word each and nothing between them: <em>包吃</em><em>包住</em>."""
    parent = element.getparent()
    if parent is None or len(parent) > _MOST_FACTS:
        return False
    words = [child for child in parent if child.tag == element.tag]
    return len(words) >= _FEWEST_FACTS and all(
        not len(word) and not (word.tail or "").strip() and 1 < len((word.text or "").strip()) <= _LONGEST_WORD
        for word in words
    )


def is_button(element: Element) -> bool:
    """Whether an element and the one right before it are a link and something else, in a row with several links that lead nowhere.

    So programs make their buttons, with a count of readers among them.
    """
    before, row = element.getprevious(), element.getparent()
    if before is None or row is None or (before.tag == "a") == (element.tag == "a") or len(row) > _MOST_FACTS:
        return False
    links = [child for child in row if child.tag == "a" and child.get("href") is None and child.get("name") is None]
    if len(links) < 2 or len(links) == len(row) or any((child.tail or "").strip() for child in row):
        return False
    return sum(is_control(simplify((link.text or "").strip())[0]) for link in links) > 1


def is_badge(element: Element) -> bool:
    """Whether an element is what a board sets behind a name to draw looks: 急."""
    parent = element.getparent()
    return (
        parent is not None
        and parent.tag in _HEADINGS
        and not (element.tail or "").strip()
        and (element.text or "").strip() in _BADGES
    )


_BADGES = frozenset("急 急招 急聘 急征 急徵 诚征 誠徵 热 热招 荐 推荐 顶 置顶 精 新 HOT hot NEW new 火 置頂".split())


_WORDS = frozenset(("em", "i", "label", "mark", "code"))
"""Elements in which nobody writes the half of a word."""
_LONGEST_WORD = 8


def _is_pair(element: Element) -> bool:
    """Whether an element is a label with its value; the label may be an element in it."""
    text = element.text or ""
    if not text and len(element) == 1:
        text = (element[0].text or "") + (element[0].tail or "")
    return _PAIR.match(text) is not None


def _are_facts(parent: Element) -> bool:
    """Whether the elements of a paragraph are what a board says of a job in a word each: 成都·高新区, 3-5年, 本科."""
    children = list(islice(parent, _MOST_FACTS + 1))
    texts = [(child.text or "").strip() for child in children]
    if not _FEWEST_FACTS <= len(texts) <= _MOST_FACTS or not all(0 < len(text) <= _LONGEST_FACT for text in texts):
        return False
    return not any((child.tail or "").strip() for child in children) and bool(chips.read(Tracked.of(" ".join(texts))))


_FEWEST_FACTS, _MOST_FACTS = 3, 10
_LONGEST_FACT = 16
