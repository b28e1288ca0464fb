"""Known labels before a colon in a run of text: `岗位名称：出纳所属部门：财务部性别：不限`.

Where a label begins that nothing sets off is a matter of what the table of labels has: the longest counts. A short one (性别) counts
only behind a short value of the label before it.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from jdparse.numbering import read as read_enumerator
from jdparse.outline.runon.rows import marks
from jdparse.patterns import deferred
from jdparse.vocabulary import LONGEST, Vocabulary

_COLON = deferred(r"[：:]")
# What a label is called in English behind its Chinese name: 岗级/Job Grade：
_ENGLISH_TAIL = deferred(r"[ \u3000/／]{1,3}[A-Za-z][A-Za-z'&./ -]*+$")
_LONGEST_ENGLISH = 40
_LONGEST_VALUE = 40
# 种猪繁育场 所属公司：, where nobody knows 所属公司
_BEGUN = deferred(r"\s[^\W\d_]{1,6}$")
_LIST = deferred(r"[ \u3000]*(?:1[、.．]|[（(](?:1|一)[)）])")
SENTENCE = deferred(r"[。；！？;]")
# What stands before a label that belongs to a sentence: 以下工作内容：, 相关岗位职责：
IN_SENTENCE = frozenset("的下各本该其等和与及或以按为对在是有将把由从向至之")
# What may stand before a label as a part of it (职务知识技能要求), unless the value before may end so: 其他岗位, 社会工作
_JOB = {
    **dict.fromkeys(
        ("岗位", "职位", "职务"),
        ("title", "reports_to", "direct_reports", "indirect_reports", "rotation", "substitutes", "career_path"),
    ),
    "工作": ("requirements.majors", "requirements.experience"),
}
_ENDS = {"学历": "requirements.education", "专业": "requirements.majors"}
"""How values end that begin a label too."""
_WORK = "工作"
_TELLS = ("summary", "duties", "duty.")
"""Texts that may end in 工作: …的各项工作任职资格："""
# How a value ends all the same: 35岁以下, 医院、社区等
_VALUE_END = deferred(r"[0-9０-９][^\W\d]{0,2}以下$|、[^\W\d]+等$")


class _Value(NamedTuple):
    """The value of the last label before a place: where it begins, and the label's field."""

    start: int
    field: str


class Labelled(NamedTuple):
    """A known label before a colon: where it begins, or the marker before it, the place of the colon, and the field."""

    start: int
    colon: int
    field: str


def find(
    text: str, behind: Collection[int], vocabulary: Vocabulary, headings: Collection[int] = ()
) -> Iterator[Labelled]:
    """The known labels before a colon, in order. `behind` are places right behind a heading, `headings` where numbered ones begin."""
    low = 0
    value: _Value | None = None
    inside = marks.Inside(text, headings)
    for colon in _COLON.finditer(text):
        at = colon.start()
        label = _ending_at(text, low, at, value, behind, vocabulary)
        if label is not None:
            start, field = label
            place = with_marker(text, start)
            if place is not None and (is_set_off(text, start) or not inside(start)):
                if place == start:
                    place -= _is_counted(text, start, vocabulary)
                if (heading := _heading_before(text, start, vocabulary)) < place == start:
                    yield Labelled(heading, start, vocabulary.labels[text[heading:start]])
                yield Labelled(place, at, field)
                value = _Value(at + 1, field)
        low = at + 1


def _ending_at(
    text: str, low: int, at: int, value: _Value | None, behind: Collection[int], vocabulary: Vocabulary
) -> tuple[int, str] | None:
    """The known label that ends at a colon: the longest that is set off, else the longest of those as the table has them."""
    found: list[tuple[bool, int, str]] = []
    english = _ENGLISH_TAIL.search(text, max(low, at - _LONGEST_ENGLISH), at)
    end = english.start() if english is not None else at
    opened = max(text.rfind("（", low, end), text.rfind("(", low, end))
    if text.find("）", opened, end) < 0 and text.find(")", opened, end) < 0:
        low = max(low, opened + 1)  # 工作接触（A：频繁）
    for start in range(max(low, end - LONGEST), end - 1):
        if not _may_begin(text, start, end, vocabulary) or not (field := vocabulary.find(text[start:end])):
            continue
        if is_set_off(text, start) or start in behind:
            return start, field
        before = text[start - 1]
        paired = value is not None and _is_value(text, value.start, start)
        if before in IN_SENTENCE and not (paired and _VALUE_END.search(text, max(low, start - _LONGEST_VALUE), start)):
            continue
        ends = _ENDS.get(text[start : start + 2])
        if paired and value is not None and value.field == ends and vocabulary.find(text[start + 2 : end]):
            continue  # 大专以上学历经验：
        if end - start == _SHORTEST and text[start - 2 : start] in _MAKES_OBJECT:
            continue  # 需带领班组完成任务：
        exact = _is_exact(text, start, end, field, value, vocabulary)
        told = exact and (
            paired or before.isascii() or _LIST.match(text, at + 1) or _heading_before(text, start, vocabulary) < start
        )
        if end - start >= 4 or told:
            found.append((not exact, start, field))
    if found:
        return min(found)[1:]
    name = english.group().lstrip(" \u3000/／") if english is not None else ""
    known = vocabulary.english.get(name.strip().lower())
    return None if known is None else (at - len(name), known)


_SHORTEST = 2
_MAKES_OBJECT = frozenset("完成 执行 下达 承担 布置 落实 分解 领受 明确 履行".split())
"""Words that make what follows their object, and no label."""


def _is_counted(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether the first number of a section stands right before a place, behind the section's name: 工作内容1工作概要："""
    return text[start - 1 : start] == "1" and any(
        text[at : start - 1] in vocabulary.labels for at in range(max(0, start - LONGEST), start - _SHORTEST_HEADING)
    )


def _heading_before(text: str, end: int, vocabulary: Vocabulary) -> int:
    """Where the name of a section begins that stands right before a place: 沟通关系 before 内部：; the place itself where none does."""
    starts = range(max(0, end - LONGEST), end - _SHORTEST_HEADING + 1)
    return next((at for at in starts if vocabulary.labels.get(text[at:end], "").startswith("section.")), end)


_SHORTEST_HEADING = 4


def _may_begin(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a label may begin at a place: with a Chinese character, or with a Latin word as the table has it (base地)."""
    c = text[start]
    return c.isalpha() and (
        not c.isascii() or (not text[start - 1 : start].isascii() and text[start:end] in vocabulary.labels)
    )


def _is_exact(text: str, start: int, end: int, field: str, value: _Value | None, vocabulary: Vocabulary) -> bool:
    """Whether a label is as the table has it, but for the words that wrap it: 技能需求说明, 职务知识技能要求."""
    if text[start:end] in vocabulary.labels:
        return True
    first = text[start : start + 2]
    if (ends := _JOB.get(first)) is not None:
        if text.startswith(first, start + 2):
            return False  # 岗位属性：管理岗位岗位编制：1人
        return value is None or (value.field not in ends and (first != _WORK or not value.field.startswith(_TELLS)))
    return vocabulary.labels.get(text[start : vocabulary.prefix(text, start)]) == field


def _is_value(text: str, start: int, end: int) -> bool:
    """Whether what stands between two labels is one short value, and not a value and the beginning of a longer label behind a blank."""
    return (
        end - start <= _LONGEST_VALUE
        and not SENTENCE.search(text, start, end)
        and not _BEGUN.search(text, start, end)
        and not marks.find(text, start, end)
    )


def is_set_off(text: str, start: int) -> bool:
    """Whether a sign or a blank stands before a place, or nothing."""
    before = text[start - 1 : start]
    if before in ("/", "／"):  # 知识/技能： is one label, 办公地点：/审批日期： are two
        return text[start - 2 : start - 1] in ("：", ":", " ")
    return not before.isalnum()


def with_marker(text: str, start: int) -> int | None:
    """The place of a label, or that of the marker right before it (二、岗位概述); None behind the number of a list item (1、劳动强度)."""
    for back in range(max(0, start - 6), start):
        if text[back] in "零〇" or text[back - 1 : back] == text[back] == "—":
            continue  # 差错率为零二、工作环境; 职称：——职级：
        enumerator = read_enumerator(text, back)
        if enumerator is not None and enumerator.family.endswith("N") and text[start - 1] == "、":
            continue  # …岗位职责一、直接上级：
        if enumerator is not None and enumerator.end == start and not text[back].isspace() and not enumerator.weak:
            return None if text[back : back + 1].isdigit() else back
    return start
