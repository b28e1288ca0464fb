"""Lines of bare values in an ad: `15-25K·14薪 北京 3-5年 本科 全职`, each value told by its type."""

import re

from jdparse.tracked import Tracked

_SEPARATOR = re.compile(r"[ \t\u3000|｜/／·•]+(?!\d{1,2}薪)")
_TYPES = (
    ("compensation.salary", re.compile(r"(?:\d[\d,.]*\s*[-—~～至]\s*\d[\d,.]*\s*(?:[kK千万]|元)?(?:[/／](?:月|年|天|日|小时))?(?:·?\d{1,2}薪)?|\d+[kK万](?:·?\d{1,2}薪)?|薪资面议|面议)$")),
    ("requirements.experience", re.compile(r"(?:\d{1,2}\s*[-—~～至]\s*\d{1,2}年|\d{1,2}年(?:以上|以下|及以上)?|经验不限|(?:无需|不限)经验|应届(?:毕业)?生?|在校/应届|一年以内|1年以内)(?:经验)?$")),
    ("requirements.education", re.compile(r"(?:统招|全日制)?(?:初中|高中|中专|中技|职高|大专|专科|本科|学士|硕士|研究生|博士|学历不限)(?:及以上|以上|学历|及以下)*$")),
    ("job_type", re.compile(r"(?:全职|兼职|实习|校招|社招|劳务派遣|合同工|临时工)$")),
)  # fmt: skip
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,5}(?:[-·][\u4e00-\u9fff]{2,8}){0,2}$")


def read(line: Tracked) -> list[tuple[str, Tracked]]:
    """The values of such a line with the record paths they go to; [] when it is no such line.

    At least two values must be of a known type, and all but one.
    """
    text = line.text
    if len(text) > 60 or not any(c.isdigit() for c in text) and "不限" not in text:
        return []
    found: list[tuple[str, Tracked]] = []
    other: list[Tracked] = []
    start = 0
    for end, after in [*(m.span() for m in _SEPARATOR.finditer(text)), (len(text), len(text))]:
        word = line[start:end].strip()
        start = after
        if not word:
            continue
        path = next((path for path, pattern in _TYPES if pattern.match(word.text)), None)
        if path is None:
            other.append(word)
        else:
            found.append((path, word))
    if len(found) < 2 or len(other) > 1:
        return []
    if other:
        if not _PLACE.match(other[0].text):
            return []
        found.append(("location", other[0]))
    return sorted(found, key=lambda pair: pair[1].start)
