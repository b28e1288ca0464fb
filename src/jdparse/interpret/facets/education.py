"""The level of education that a job asks for, and whether it is the least: 大专及以上."""

import re

from jdparse.interpret.facets.reading import Reading
from jdparse.interpret.trees import Derived, Tree
from jdparse.patterns import compiled
from jdparse.tracked import Tracked

LEVELS = {
    "junior_high": "初中 九年义务教育 九年制义务教育",
    "high_school": "高中",
    "secondary_vocational": "中专 中技 中职 职高 职业高中 技校 技工学校 技工院校 中等职业学校 中等专科",
    "associate": "大专 专科 大学专科 高职 高专 高职高专 副学士",
    "bachelor": "本科 大学本科 学士 大学",
    "master": "硕士 硕士研究生 研究生",
    "doctorate": "博士 博士研究生 博士后",
}
"""Words for each level, from the lowest up."""
_LEVEL_OF = {word: level for level, words in LEVELS.items() for word in words.split()}
_RANK = {level: rank for rank, level in enumerate(LEVELS)}
_WORD = "|".join(sorted(_LEVEL_OF.keys() - {"大学"}, key=len, reverse=True))
# 大学 alone is a level only where it reads as one; 大学英语四级 is none
_NAME = rf"(?P<word>{_WORD}|大学(?=[^，]{{0,8}}毕业|学历|文化|程度|学位|以上|及以上|或以上|（含|$))"
_AT_LEAST = r"(?:[^，\d年]{0,10}?)(?:以上|起(?!重)|\+)"
_LEAD = r"(?:不低于|至少|最低|最少|起码)[^，\d]{0,8}$"
# Where no label says so, a level of education is one by what stands behind it.
_ASKED = r"(?:（[^（）]{0,6}）)?[^，\d]{0,6}?(?:学历|文化|毕业|学位|以上|起(?!重)|程度)"
_LABEL = ("最低", "至少")


def read(reading: Reading) -> dict[str, Tree]:
    """`education_level`, the lowest that a clause names, and `education_at_least`: whether the text says that more will do."""
    found = reading.asked("requirements.education", lambda clauses, own: _level(reading, clauses, own)) or {}
    level, least = found.get("education_level"), found.get("education_at_least")
    if isinstance(level, Derived) and isinstance(least, Derived) and not least.value:
        # an ad's line of bare values says 大专, its requirements 大专及以上学历
        again = _level(reading, reading.clauses("requirements.general"), own=False) or {}
        if again.get("education_level") is not None and _value(again["education_level"]) == level.value:
            found["education_at_least"] = again["education_at_least"]
    return found


def _value(tree: Tree) -> object:
    return tree.value if isinstance(tree, Derived) else None


def _level(reading: Reading, clauses: tuple[Tracked, ...], own: bool) -> dict[str, Tree] | None:
    for clause in clauses:
        text = clause.text
        names = [m for m in compiled(_NAME).finditer(text) if own or compiled(_ASKED).match(text, m.end())]
        if not names or "院校" in text[names[0].end() :]:
            continue
        lowest = min(names, key=lambda m: _RANK[_LEVEL_OF[m["word"]]])
        said = _at_least(text, lowest)
        evidence = clause[lowest.start() : lowest.end()]
        if said is None and own and any(word in reading.label(clause) for word in _LABEL):
            said = lowest.span()
        return {
            "education_level": Derived(_LEVEL_OF[lowest["word"]], evidence),
            "education_at_least": Derived(said is not None, clause[slice(*said)] if said else evidence),
        }
    return None


def _at_least(text: str, level: re.Match[str]) -> tuple[int, int] | None:
    """The words that make a level the least one."""
    if found := compiled(_AT_LEAST).match(text, level.end()):
        return level.start(), found.end()
    if found := compiled(_LEAD).search(text[: level.start()]):
        return found.start(), level.end()
    return None
