"""The fields of study that a job asks for: 会计、审计等相关专业 names 会计 and 审计."""

from collections.abc import Iterator

from jdparse.interpret.facets.reading import Reading, is_free
from jdparse.patterns import compiled
from jdparse.tracked import Tracked

_AND = r"、|/|或者?|以?及(?!其|自动化|应用|工程|技术|管理)|和"
_TAIL = r"(?:等|及其?|或|以?及其他){0,3}(?:相关|相近|类似|对口|同类){0,3}(?:专业|科系|科目|学科|方向|领域|背景|系){0,3}(?:毕业|优先|者|均可){0,3}$"
_HEAD = r"^(?:[^:，]{1,8}:)?(?:\d|要求|具有|具备|须|需|为|所学|主修|统招|全日制|国家承认的?|大学|及?以上|学历|文化程度|程度|文化|毕业|的|（){0,6}"
_LEVEL = (
    "(?:硕士|博士)?研究生|博士|硕士|大学本科|本科|大学专科|大专|专科|高职|中等?专科?|中技|职高|技校|高中|初中|学士|大学"
)
_AFTER_LEVEL = rf"^[^，]{{0,12}}?(?:{_LEVEL})(?:（含）)?(?:及|或)?(?:以上)?(?:学历|文化程度|文化|毕业|学位)?"
# 专业 that names no field of study: 专业知识, 专业技术人员
_NAMED = rf"系(?=毕业)|(?:专业|类|科系|方向)(?=$|）|毕业|背景|者|出身|、|/|学历|统招|全日制|及以上|以上|{_LEVEL})"
_BEFORE_LEVEL = rf"(?P<name>[^，]{{1,24}}?(?:学|类|系|专业))(?=(?:全日制|统招|大学)?(?:{_LEVEL}))"
_VERB = r"熟悉|掌握|了解|从事|负责|^能(?!源|动)|^会(?!计|展)|^有(?!色|机)|工作(?=[经年])|岗位|对口|符合|经验|证书|职称|能力|知识(?!产权)|技能|资格|要求"
_NOT_NAMED = {
    *("", "相关", "本", "相近", "其他", "不限", "无", "所学", "专业", "对口", "等", "理论"),
    *"大学 统招 全日制".split(),
}
_LONGEST = 16
# What each of the two ways has in which a clause lists fields of study.
_MAY_NAME = "专业|类|学|系|方向"


def read(reading: Reading) -> list[Tracked]:
    """The names, without 专业, 相关 and 等; [] where none is asked for, or any will do."""
    return reading.asked("requirements.majors", _names) or []


def _names(clauses: tuple[Tracked, ...], own: bool) -> list[Tracked] | None:
    found: list[Tracked] = []
    for clause in clauses:
        if is_free(clause):
            continue
        for listed in [clause] if own else _lists(clause):
            found += _cut(listed)
    return found or None


def _lists(clause: Tracked) -> Iterator[Tracked]:
    """The part of a clause that lists fields of study."""
    text = clause.text
    if not compiled(_MAY_NAME).search(text):
        return
    if behind := compiled(_BEFORE_LEVEL).match(text):
        yield clause[: behind.end()]
        return
    named = list(compiled(_NAMED).finditer(text))
    if not named:
        return
    last = named[-1]
    level = compiled(_AFTER_LEVEL).match(text)
    start = level.end() if level is not None and level.end() < last.start() else 0
    yield clause[start : last.end()]


def _cut(listed: Tracked) -> Iterator[Tracked]:
    text = listed.text
    start = 0
    ends = [m.span() for m in compiled(_AND).finditer(text)]
    for end, after in (*ends, (len(text), len(text))):
        name = _trimmed(listed.part(start, end))
        start = after
        if name.text in _NOT_NAMED or len(name) > _LONGEST or compiled(_VERB).search(name.text):
            continue
        yield name


def _trimmed(name: Tracked) -> Tracked:
    if head := compiled(_HEAD).match(name.text):
        name = name.part(head.end(), len(name))
    tail = compiled(_TAIL).search(name.text)
    return name.part(0, tail.start()) if tail is not None else name
