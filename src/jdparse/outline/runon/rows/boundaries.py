"""Where one text ends and the next begins, of two or three that a dump ran together.

Nothing in between says it. What may: as many blanks as there are boundaries; a text that the document has elsewhere as a whole; words that come again; how
names, tasks, persons and units begin and end. A clue counts when it points to one place only.
"""

import re
from collections.abc import Iterable, Sequence

from jdparse.patterns import deferred

_BLANK = deferred(r"(?<=[^\x00-\x7f\s])[ \u3000]+(?=\S)|(?<=\S)[ \u3000]+(?=[^\x00-\x7f\s])")
_SENTENCE = deferred(r"[。；;](?=[^\s。；;”」）)])")
_CLAUSE_END = frozenset("；;。，,、：: \t\u3000")
# How tasks begin, how names of duties end before them, how pieces of knowledge begin.
_TASK = deferred(
    r"负责|制定|制订|编制|编写|组织|完成|参与|参加|协助|协调|配合|建立|修订|审核|执行|落实|履行|做好|遵守|健全|贯彻|检查|监督|指导|撰写|起草|承担|开展|推动|收集"
    r"|整理|汇总|拟定|拟订|按照?|根据|依据|对|及时|定期|确保|保证|处理|办理|受理|接待|登记|填写|上报|跟踪|安排|提供|实施|巡查|巡检|清点|核对|记录|采购|保管"
)
_DUTY_END = deferred(
    r"(?:工作|管理|业务|事务|事项|服务|维护|建设|支持|控制|核算|分析|培训|考核|检查|处理|保障|统计|编制|采购|结算|接待|协调)$"
)
_KNOWLEDGE = deferred(r"认识|了解|熟悉|掌握|懂得?|精通|知晓|具备|理解|熟练")
_PERSON = deferred(
    r"(?:员|师|经理|主管|助理|总监|主任|会计|出纳|秘书|司机|文秘|仓管|库管|领班|老师|护士长?|医生|客户|供应商|[组班队科处部厂院所店站校园行团]长|负责人|代表|领导|上级|下级|同事)"
)
_BARE = deferred(
    r"(?:科室|部门|车间|班组|公司|单位|总?经理|主管|主任|总监|[部科班组处]长|员工|人员|负责人|助理|专员|文员|会计)"
)
_UNIT = deferred(
    r"(?:部门|(?<![全内外])部|处|科|室|中心|车间|班组|组|队|公司|厂|局|所(?![有需属在])|院|校|店|站|库|仓|区|银行|机构|单位|办|委员会|司|客户|供应商)"
)
_SCOPE = deferred(r"(?:所有|全部|本岗|日常|部分|该岗|岗位|一切)|.*(?:工作|职责|事务|业务|事项|任务|内容)$")
_PARTIES = frozenset({"contact.party", "substitute.position"})
_UNITS = frozenset({"contact.unit", "substitute.unit"})
# A text that the document has again is no chance from so many characters on.
_AGAIN = 4
_SHORTEST = 2
# Texts of two cells are not longer.
_LONGEST = 200


def find(text: str, fields: Sequence[str], context: str, known: Iterable[str]) -> tuple[int, ...] | None:
    """The places where the texts of two or three columns meet, or None.

    `fields` are those of the columns, `context` the document's text before the table, `known` the texts that other rows have in the
    last of the columns for certain.
    """
    if len(text) > _LONGEST:
        return None
    blanks = _blanks(text)
    if len(blanks) == len(fields) - 1:
        return tuple(blanks)
    if len(fields) == 3 and fields[0] in _PARTIES and fields[1] in _UNITS:
        return _position_unit_scope(text)
    if len(fields) != 2:
        return None
    left, right = fields
    clues = (
        _whole_elsewhere(text, known),
        _by_context(text, left, right, context),
        _again(text, left, right),
        _by_words(text, left, right),
        _sentence(text, right),
    )
    for places in clues:
        inside = [at for at in places if text[:at].strip() and text[at:].strip()]
        if len(inside) == 1:
            return (inside[0],)
    return None


def _blanks(text: str) -> list[int]:
    return [found.end() for found in _BLANK.finditer(text)]


def _sentence(text: str, right: str) -> list[int]:
    """A row's last text that ends as a sentence, before the name of the next row."""
    return [found.end() for found in _SENTENCE.finditer(text)] if right in ("duty.name", "contact.party") else []


def _whole_elsewhere(text: str, known: Iterable[str]) -> list[int]:
    ends = [len(text) - len(word) for word in known if len(word) >= _AGAIN and text.endswith(word)]
    return [min(ends)] if ends else []


def _by_context(text: str, left: str, right: str, context: str) -> list[int]:
    """The name of a duty that ends a clause of what stands before, as a summary lists the duties."""
    if left == "duty.name":
        for end in range(len(text) - 1, _AGAIN - 1, -1):
            if _ends_clause(context, text[:end]):
                return [end]
    if right == "duty.name":
        for start in range(1, len(text) - _AGAIN + 1):
            if _ends_clause(context, text[start:]):
                return [start]
    return []


def _ends_clause(context: str, words: str) -> bool:
    at = context.find(words)
    while at >= 0:
        end = at + len(words)
        if end == len(context) or context[end] in _CLAUSE_END:
            return True
        at = context.find(words, at + 1)
    return False


def _again(text: str, left: str, right: str) -> list[int]:
    """A name whose words come again in its task; a unit that its member is named after; knowledge of what the standard asks."""
    if left == "duty.name":
        return [max((end for end in range(_AGAIN, len(text) // 2 + 1) if text.find(text[:end], end) > 0), default=0)]
    if right in _UNITS:
        half = len(text) // 2
        if len(text) % 2 == 0 and text[:half] == text[half:]:
            return [half]
        units = _ends(text, _UNIT)
        named = (
            [at for at in _suffixes(text, _SHORTEST) if at in units | _ends(text, _PERSON)]
            if len(text) in units
            else []
        )
        return [min(named, default=0)]
    return [min(_suffixes(text, _AGAIN), default=0)]


def _suffixes(text: str, shortest: int) -> list[int]:
    """The places from which on the text repeats what stands before."""
    return [at for at in range(1, len(text) - shortest + 1) if text.find(text[at:], 0, at) >= 0]


def _by_words(text: str, left: str, right: str) -> list[int]:
    inner = range(_SHORTEST, len(text) - 1)
    if left == "duty.name":
        return [at for at in inner if _TASK.match(text, at) and _DUTY_END.search(text[:at])]
    if right == "duty.knowledge":
        return [found.start() for found in _KNOWLEDGE.finditer(text, _SHORTEST)]
    if left in _PARTIES and right in _UNITS:
        return [
            at
            for at in sorted(_ends(text, _PERSON) | _ends(text, _UNIT))
            if at in inner and _names_unit(text, at, len(text))
        ]
    if left in _UNITS and right in _PARTIES:
        persons = _ends(text, _PERSON)
        return [
            at
            for at in sorted(_ends(text, _UNIT))
            if at in inner and len(text) in persons and not _BARE.match(text, at)
        ]
    return []


def _position_unit_scope(text: str) -> tuple[int, int] | None:
    units, persons = _ends(text, _UNIT), _ends(text, _PERSON)
    # a person, or a unit before any person
    parties = [a for a in units | persons if a >= _SHORTEST and (a in persons or a < min(persons, default=len(text)))]
    places = [
        (a, b)
        for a in parties
        for b in units
        if b >= a + _SHORTEST
        and b < len(text)
        and _names_unit(text, a, b)
        and text[b].isalnum()
        and _SCOPE.match(text, b)
    ]
    # of a unit in a unit (内科 and 内科病区) the longer is meant
    return max(places) if len({a for a, _ in places}) == 1 else None


def _ends(text: str, words: re.Pattern[str]) -> set[int]:
    return {found.end() for found in words.finditer(text)}


def _names_unit(text: str, start: int, end: int) -> bool:
    """Whether a range is a unit or a person of one: with no person's name inside and not a bare title."""
    if not text[start].isalnum() or _BARE.match(text, start, end):
        return False
    persons = _ends(text, _PERSON)
    return not any(start < place < end for place in persons) and (end in persons or end in _ends(text, _UNIT))
