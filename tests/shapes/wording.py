"""The labels of a document: any word that the vocabulary has for a field, at times with a prefix, a suffix or its English beside it."""

import random
from functools import cache

from jdparse import vocabulary

# The grammar of labels, as documents build them: 岗位 + 工作环境, 工作环境 + 说明.
_PREFIXES = ("岗位", "职位", "职务", "工作")
_SUFFIXES = ("要求", "情况", "说明", "（必填）")
_GROWS = ("working_hours", "environment", "travel", "tools", "records", "kpis", "requirements.knowledge", "requirements.skills", "requirements.experience")  # fmt: skip

_AMBIGUOUS = frozenset(
    (
        # 岗位说明 over a document is its title, 简介 and 目标 say too little without their section
        "岗位说明 职位说明 说明 具体内容 信息类别 招聘信息 特殊要求 技术栈 使命"
        # the establishment or the author, by what stands behind it
        " 编制 制定 制订 起草 审核 会签"
        # names of columns and of a table's parts
        " 指标项目 职责一"
        # name two fields at once: what stands under them decides
        " 年龄/性别/身体状况 学历及工作经验 学历经验 学历和工作经验 学历与经验"
    ).split()
)


@cache
def _words(path: str) -> tuple[str, ...]:
    known = vocabulary.builtin()
    return tuple(
        word
        for word, field in known.labels.items()
        if field == path and word not in known.weak and word not in _AMBIGUOUS
    )


@cache
def _english(path: str) -> tuple[str, ...]:
    return tuple(word.title() for word, field in vocabulary.builtin().english.items() if field == path)


class Wording:
    """Draws the labels of one document."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def label(self, path: str) -> str:
        """A label of a field."""
        chance = self._chance
        word = chance.choice(_words(path))
        odds = chance.random()
        if odds < 0.1 and path in _GROWS and not word.startswith(_PREFIXES):
            grown = chance.choice(_PREFIXES) + word
            word = grown if vocabulary.builtin().labels.get(grown, path) == path else word
        elif odds < 0.2 and path in _GROWS and not word.endswith(_SUFFIXES):
            grown = word + chance.choice(_SUFFIXES)
            word = grown if vocabulary.builtin().labels.get(grown, path) == path else word
        elif odds > 0.95 and (names := _english(path)):
            word = f"{word}{chance.choice((' ', '/', ' / '))}{chance.choice(names)}"
        return word
