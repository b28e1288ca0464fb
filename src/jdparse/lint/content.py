"""What a job description says that does not fit together, or should not be in it (JD406 to JD409)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from jdparse.lint.subject import Hit, Settings, Subject, gives
from jdparse.patterns import deferred

_LEADS = deferred(
    r"(?:管理|带领|领导|指导|考核|培养|督导|监督)[^，。；、]{0,6}(?:下属|下级|部属|团队|班组成员)|(?:下属|下级)(?:员工|人员)"
)
_NO_EXPERIENCE = deferred(r"经验不限|不限经验|无需(?:工作)?经验|无经验(?:要求|亦可|也可|均可)|^(?:不限|无要求)$")
_YEARS = deferred(r"[0-9一二两三四五六七八九十]年(?:及)?以上[^，。；]{0,16}(?:经验|经历)")
_TRAVELS = deferred(r"(?<![不无未])(?:经常|频繁|长期|需要?|能够?|可以?|适应|接受)[^，。；不]{0,6}出差")

# How requirements read, and how duties begin.
_ASKED = deferred(
    r"学历|专业(?:毕业|优先)|[0-9一二两三四五六七八九十]年(?:及)?以上|(?:工作)?(?:经验|经历)(?:者)?(?:优先|$|[，。；])|^(?:熟悉|精通|了解|掌握|具有|具备|持有)"
    r"|(?:能力|责任心|精神|意识)(?:较?强|好|佳)?[。；]?$|优先[。；]?$|身体健康|证书|\d{2}(?:周)?岁"
)
_DONE = deferred(
    r"^(?:负责|协助|制定|编制|组织|参与|完成|监督|检查|建立|定期|每[天日周月]|及时|配合|办理|收集|汇总|审核)"
)

# GB 11643-1999, 4.2 and annex A: the last of 18 digits is a check digit by ISO 7064 MOD 11-2.
_IDENTITY = deferred(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])"
)
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"

# Numbers of mobile phones in China: 11 digits, the first 1, the second 3 to 9 by the allocations known so far.
_MOBILE = deferred(r"(?<![0-9A-Za-z.])(?:\+?86[- ]?)?1[3-9]\d([- ]?)\d{4}\1\d{4}(?![0-9A-Za-z])")


def long_summary(subject: Subject, settings: Settings) -> Iterator[Hit]:
    """A summary longer than one is."""
    summary = subject.job.summary or ""
    if len(summary) > settings.max_summary:
        yield Hit("summary", {"count": len(summary), "limit": settings.max_summary})


def label_mismatch(subject: Subject, _settings: Settings) -> Iterator[Hit]:
    """A list of duties that asks for things, or one of requirements that says what to do."""
    tasks = any(duty.tasks for duty in subject.job.duties)
    if tasks and not gives(subject.job.requirements):
        texts = [(path, text) for path, text in subject.under("duties[") if ".tasks[" in path]
        hit = _mostly(texts, _ASKED, _DONE)
    else:
        hit = None if tasks else _mostly(list(subject.under("requirements.general")), _DONE, _ASKED)
    if hit is not None:
        yield hit


def _mostly(texts: Sequence[tuple[str, str]], other: re.Pattern[str], own: re.Pattern[str]) -> Hit | None:
    """The first of several texts, where three in four of them read like the other kind and none like their own."""
    like = [(path, text) for path, text in texts if other.search(text)]
    if len(texts) >= 3 and 4 * len(like) >= 3 * len(texts) and not any(own.search(text) for _path, text in texts):
        return Hit(like[0][0], {"label": like[0][1]})
    return None


def contradiction(subject: Subject, _settings: Settings) -> Iterator[Hit]:
    """Two statements that cannot both hold, such as nobody below the job and duties that lead people."""
    none = subject.job.none_fields
    if "direct_reports" in none and not subject.job.indirect_reports:
        yield from _against("direct_reports", _LEADS, subject, "duties", "summary", "authority")
    if "travel" in none:
        yield from _against("travel", _TRAVELS, subject, "duties", "requirements", "working_hours")
    for path, text in subject.under("requirements.experience"):
        if _NO_EXPERIENCE.search(text):
            yield from _against(path, _YEARS, subject, "requirements")
            break


def _against(path: str, words: re.Pattern[str], subject: Subject, *places: str) -> Iterator[Hit]:
    """The first text under these places that has such words."""
    for place, text in subject.under(*places):
        if place != path and (found := words.search(text)):
            yield Hit(place, {"text": found.group(), "field": path}, found.group())
            return


def identity_number(subject: Subject, _settings: Settings) -> Iterator[Hit]:
    """The number of a citizen's identity card; one whose check digit is wrong is none."""
    for path, text in subject.texts if _IDENTITY.search(subject.whole) else ():
        for found in _IDENTITY.finditer(text):
            digits = found.group().upper()
            if _CHECKS[sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=False)) % 11] == digits[-1]:
                yield Hit(path, {"text": _masked(digits)}, found.group())


def private_phone(subject: Subject, _settings: Settings) -> Iterator[Hit]:
    """The number of a mobile phone outside of what tells applicants whom to ask."""
    for path, text in subject.texts if _MOBILE.search(subject.whole) else ():
        if not path.startswith("application."):
            for found in _MOBILE.finditer(text):
                yield Hit(path, {"text": _masked(found.group())}, found.group())


def _masked(number: str) -> str:
    """A number with its middle hidden: a log of a build is no better place for it than the description."""
    return number[:3] + "*" * (len(number) - 5) + number[-2:]
