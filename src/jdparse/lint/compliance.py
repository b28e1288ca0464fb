"""Limits that the law may not allow: on gender, age, marital state, origin and appearance.

Only limits count: 男女不限, 一般无特殊性别与年龄要求 and 年龄不限 set none.
"""

import re
from collections.abc import Iterable

from jdparse.document import Note
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked

# 不限, 无特殊…要求 and the like within the clause take the limit back
_FREE = deferred(
    r"不限|不作(?:要求|限制)|不做(?:要求|限制)|无(?:特殊|特别|其他)?[^，。；]{0,8}(?:要求|限制)|均可|皆可|都可|不拘|不论|不分"
)
_CLAUSE = deferred(r"[^，。；;,.！!\n]+")

_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "gender-limit",
        deferred(r"(?:限|仅限|只限|仅招|只招|须为|要求)(?:招)?(?:男|女)|(?:男|女)(?:性|士|生)?(?:优先|为佳|更佳|者优先)|^(?:男|女)(?:性|士)?$|(?:男|女)性[，,]"),
    ),
    (
        "age-limit",
        deferred(r"\d{2}\s*(?:周岁|岁)|\d{2}\s*(?:周岁|岁)?\s*[-—–~～至到]\s*\d{2}\s*(?:周岁|岁)|年龄[^，。；]{0,6}\d{2}"),
    ),
    ("marital-limit", deferred(r"(?:已婚|未婚|已育|未育|婚育|婚否|单身)(?!假)")),
    ("origin-limit", deferred(r"(?:本地|本市|本省|当地|京籍|沪籍|外地)(?:户籍|户口|人|籍)(?:优先|者优先)?|(?:限|须|具有|需)[^，。；]{0,8}(?:户籍|户口)")),
    ("appearance-limit", deferred(r"(?:形象|相貌|容貌|外貌|五官|气质|长相|仪表)(?:端正|好|佳|良好|姣好|出众|俱佳)|身高[^，。；]{0,6}\d")),
)  # fmt: skip
# A bare range is an age only where the label says so.
_AGE_VALUE = deferred(r"\d{2}")


def limits(texts: Iterable[tuple[str, Tracked]]) -> list[Note]:
    """The limits in a job's requirements, given as (record path, text): one note for each kind, at its first place."""
    found: dict[str, Note] = {}
    for path, text in texts:
        for clause in _CLAUSE.finditer(text.text):
            words = clause.group()
            if _FREE.search(words):
                continue
            for name, pattern in _RULES:
                hit = pattern.search(words)
                if hit is None and not (
                    name == "age-limit" and path == "requirements.age" and _AGE_VALUE.search(words)
                ):
                    continue
                at = text[clause.start() : clause.end()]
                found.setdefault(name, Note(name, Span(at.start, at.end), {"text": at.text.strip()}))
    return list(found.values())
