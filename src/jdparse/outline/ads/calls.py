"""Whom an ad seeks, where no label says it: `急聘会计一名，要求：…`, `现招聘挡车工10名`, `【急招】叉车司机（白班）`, `某某医院招聘护士公告`."""

import re
from collections.abc import Iterator, Sequence

from jdparse.outline import labels
from jdparse.outline.entry import Entry, Role
from jdparse.outline.titles import may_name_job, names_job
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary

COUNT = r"(?:(?:\d{1,4}(?:[-–—~～至]\d{1,4})?[ ]?[名人位个]|[一二两俩三四五六七八九十]{1,3}[ ]?[名人位个]|若干[名人]?|[数多][名人位])(?:左右)?|[xX×✕*][ ]?\d{1,2}(?![\d.%名人位个]))"
"""How many are sought: 2名, 3-5人, 一名, 若干."""
# 招聘专员, 志愿者招募主管（1名） seek nobody: they are jobs themselves.
_OF_A_RECRUITER = r"(?!(?:专员|主管|经理|顾问|负责人|助理|总监|专家|主任|组长|实习生|官)(?:[（(]|$))"
_SEEKING = rf"(?:(?:招聘|招募|招用){_OF_A_RECRUITER}|竞聘|选聘|诚征|征聘|急寻|诚寻|诚邀|兼职(?=[:：]|来[啦了]|招)|诚聘|急聘|高薪聘请|聘请|招收|招工|雇(?:佣|用|请)?|诚招|急招|热招|急需|[急诚现]找|招人(?=[啦了]?[!！:：|｜])|招(?![生标商投待呼牌财手人聘收募工]))"
# Before a name, of the whole line: 【急招】…, 急聘：…, #招聘# …
_TAG = rf"(?P<tag>[【\[#(（]?{_SEEKING}(?:来?[啦了])?[】\]#)）]?[^\w【\[（(，。；,;？?]*+)(?!(?:简章|启[事示]|信息|公告)\W)"
_LINE = deferred(
    rf"[^\w【\[（(]*+(?:[【\[][^【】\[\]]{{2,20}}[】\]]\s*)?[^，。；：！？,;!?:【】\[\]]{{0,20}}?{_TAG}"
    rf"(?P<name>[^\W\d_][^，。；：！？,;!?:【】\[\]（）()]{{0,18}}?[^\W\d_](?:[（(][^（()）]{{1,12}}[)）])?[ ]?(?:[（(]?{COUNT}[)）]?)?)[^\w）)】\]]*$"
)
_WITH_COUNT = deferred(
    rf"{_SEEKING}[:：]?(?P<name>[^\W\d_]{{2,12}}?[ （(]?{COUNT}|{COUNT}[^\W\d_]{{2,12}})(?=[）)（(，,。；：:！!]|$|公告|启事)"
)
_ANNOUNCED = deferred(
    rf"{_SEEKING}(?P<name>[^\W\d_]{{2,12}}?(?:[（(]?{COUNT}[)）]?)?)的?(?P<what>公告|启事|通告|简章|信息|通知)$"
)
# 工作人员, 编外聘用人员, 以下岗位: no one job.
_ANYBODY = deferred(
    rf"(?:{COUNT})?(?:工作|编外|聘用|合同制?|劳务|派遣|临时|临聘|各类|优秀|相关|专业|专业技术|以下|下列|如下|社会|部分|高层次|年度|应届)*"
    rf"(?:人员|员工|人才|英才|精英|伙伴|岗位|职位|职务|工种|同事|毕业生|大学生|学生|[老新]师|启事|启示|公告|简章|信息|广告)?(?:[ （(]?{COUNT})?$"
)
_HIRING = deferred(
    r"(?:\b(?:hiring|recruiting|looking for)\s+(?:an?\s+)?|[找招聘](?:[一1][位名个])?\s)(?P<name>[^\W\d_a-zA-Z]{2,12}|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){1,4})"
    r"(?=\s*(?:[,，.。!！(（]|$|[xX×]\s?\d))"
)
# Without a word of hiring: 我司现需人事专员一名, 驿站还缺一位理货员
_NEEDED = deferred(
    rf"[^，。；：:]{{0,14}}?(?:现在?|急|还|再|又|正)?(?:需要?|缺|找)(?P<name>[^\W\d_]{{2,12}}?[ （(]?{COUNT}|{COUNT}[^\W\d_]{{2,12}})(?=[）)，,。；;：:！!\s]|$)"
)
# … before what it pays: 浮舟科技诚聘后端工程师，月薪 25k-40k
_PAID = deferred(rf"{_SEEKING}[:：]?(?P<name>[^\W\d_]{{2,14}})(?=[，,][ ]?[^，。；]{{0,4}}\d[\d.]*[ ]?[kK千万元])")
_LONGEST = 200


def may_call(text: str) -> bool:
    """Whether a text has what each call has: a look that spares most lines the expressions."""
    return (
        "招" in text
        or "聘" in text
        or "雇" in text
        or "需要" in text
        or "急需" in text
        or "看过来" in text
        or "诚" in text
        or "急寻" in text
        or "兼职" in text
        or "现需" in text
        or "找" in text
        or "缺" in text
        or "补人" in text
        or "添人" in text
        or "人手" in text
        or "hiring" in text
        or "looking for" in text
    )


def read(text: str) -> tuple[int, int] | None:
    """Where a line or a sentence names the job that is sought, with how many; None for one that calls nobody."""
    if not may_call(text) or len(text) > _LONGEST:
        return None
    if (line := _LINE.match(text)) is not None and not _ANYBODY.match(line["name"]):
        urgent = "急" in line["tag"] or "诚" in line["tag"]  # 急聘切配, but 招聘计划表
        name = _TAIL.sub("", line["name"])
        if names_job(name) or (urgent and may_name_job(name)):
            return _innermost(text, line.start("name"), line.start("name") + len(name))
    found = (
        _WITH_COUNT.search(text)
        or _announced(text)
        or _HIRING.search(text)
        or _paid(text)
        or _needed(text)
        or _summoned(text)
    )
    return _innermost(text, *found.span("name")) if found is not None and not _ANYBODY.match(found["name"]) else None


def _summoned(text: str) -> re.Match[str] | None:
    found = _SUMMONED.search(text)
    return found if found is not None and names_job(found["name"]) else None


_SUMMONED = deferred(r"(?:^|[，,！!\s])(?P<name>[^\W\d_的们]{2,12})们?看过来")
_TAIL = deferred(r"(?<=..)(?:[啦了咯喽]+|加入(?:我们)?|加盟)$")
"""What stands behind a name that is called: 招聘水电工啦, 诚邀水电工加入."""


def _announced(text: str) -> re.Match[str] | None:
    found = _ANNOUNCED.search(text)
    return found if found is not None and (found["what"] != "通知" or names_job(found["name"])) else None


def tag(text: str) -> int:
    """Where what follows the word that calls begins, right at a line's head and set off: 【招聘】…, 急聘：…, #招聘# …; 0 without one."""
    found = _SET_OFF.match(text) if may_call(text) else None
    return found.end() if found is not None else 0


def seeks(text: str) -> int:
    """Where a line's rest begins behind a word that calls at its head, set off or not: 招聘数控车工; 0 without one."""
    found = _AT_HEAD.match(text)
    return found.end() if found is not None else 0


_AT_HEAD = deferred(rf"{_SEEKING}[ \u3000]*(?=[^\W\d_]{{2}})")
_SET_OFF = deferred(
    rf"[^\w【\[（(]*+(?:[【\[#(（]{_SEEKING}(?:来?[啦了])?[】\]#)）]|{_SEEKING}[ \u3000]*[:：|｜丨/／])[ \u3000]*"
)


def _paid(text: str) -> re.Match[str] | None:
    found = _PAID.search(text)
    return found if found is not None and names_job(found["name"]) else None


def _needed(text: str) -> re.Match[str] | None:
    found = _NEEDED.match(text)
    return found if found is not None and names_job(_COUNTED.sub("", found["name"])) else None


_COUNTED = deferred(rf"^{COUNT}|[ （(]?{COUNT}$")


def _innermost(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the name is that a call within a call names: 发个招聘：云川烘焙店招裱花师."""
    inner = read(text[start:end])
    return (start + inner[0], start + inner[1]) if inner is not None else (start, end)


def several(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a sentence names the jobs that are sought, and how many of each, where that is said of all at once; [] for fewer than two.

    诚聘会计一名、茶艺师两名 has each count within the name's place, behind which an aside may stand; 招洗车工、美容技师各2名 has one for
    both.
    """
    found = _SEVERAL.search(text) or _EACH.search(text) if may_call(text) and len(text) <= _LONGEST else None
    if found is None:
        return []
    if found.re.groupindex.get("count"):
        return [(one.span(), found.span("count")) for one in _BARE.finditer(text, *found.span("names"))]
    return _with_asides(text, *found.span("names"))


def below(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """As `several`, of a line below a call that names jobs with how many are sought, and an aside each at most; [] for another line."""
    if len(text) > _LONGEST or _LISTED.fullmatch(text) is None:
        return []
    found = _with_asides(text, 0, len(text))
    return found if all(names_job(_COUNTED.sub("", text[slice(*span)])) for span, _ in found) else []


def _with_asides(text: str, start: int, end: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    found = _ONE.finditer(text, start, end)
    return [(one.span("one"), one.span("aside") if one["aside"] else (0, 0)) for one in found]


def named(text: str) -> list[tuple[int, int]]:
    """Where a call names several jobs and says no more: 急招！叉车工、打包工; [] for another text."""
    found = _NAMES.fullmatch(text) if may_call(text) and len(text) <= _LONGEST else None
    spans = [one.span() for one in _BARE.finditer(text, *found.span("names"))] if found is not None else []
    return spans if all(names_job(text[slice(*span)]) for span in spans) else []


def enumerated(text: str) -> list[tuple[int, int]]:
    """Where a label's value names several jobs, each with how many are sought, and nothing else: 保育员3名、厨师1名; [] for another."""
    if len(text) > _LONGEST or _ENUMERATED.match(text) is None:
        return []
    return [one.span("one") for one in _ONE.finditer(text)]


_NAME = rf"[^\W\d_]{{2,12}}?[（(]?{COUNT}[)）]?"
_BESIDE = r"[（(][^（()）]{1,24}[)）]"
_ONE = deferred(rf"(?P<one>{_NAME})(?P<aside>{_BESIDE})?")
_NAMES = deferred(rf"{_SEEKING}[:：！!]?[ ]?(?P<names>[^\W\d_]{{2,12}}(?:[、，,/／ ][^\W\d_]{{2,12}}){{1,8}})[。！!]?")
_BARE = deferred(r"[^\W\d_]{2,12}")
_SEVERAL = deferred(
    rf"(?:{_SEEKING}|现?需要?|缺)(?P<names>{_NAME}(?:{_BESIDE})?(?:[、，,及和与；;]{_NAME}(?:{_BESIDE})?){{1,12}})"
)
_ENUMERATED = deferred(rf"{_NAME}(?:[、，,；;及和与 ]{_NAME}){{1,12}}[。；;]?$")
_LISTED = deferred(rf"{_NAME}(?:{_BESIDE})?(?:[、，,；;及和与]{_NAME}(?:{_BESIDE})?){{1,12}}[。；;]?")
_EACH = deferred(rf"{_SEEKING}[:：]?(?P<names>[^\W\d_]{{2,12}}(?:、[^\W\d_]{{2,12}}?){{1,12}})各(?P<count>{COUNT})")


def count_behind(text: str, name: str) -> tuple[int, int] | None:
    """Where a text says how many are sought right behind a job's name, with which it begins or which follows a sign; None elsewhere."""
    at = text.find(name)
    end = at + len(name)
    if at < 0 and (found := re.search("的?".join(map(re.escape, name)), text)) is not None:
        at, end = found.span()  # 磨豆腐的师傅 of 磨豆腐师傅
    if at < 0 or (at and (text[at - 1].isalnum()) and not _NEEDS.search(text, 0, at)):
        return None
    found = _COUNT_BEHIND.match(text, end)
    return found.span("count") if found is not None else None


_NEEDS = deferred(r"(?:要|招|聘|缺|找|需)$")
_COUNT_BEHIND = deferred(rf"[ \t（(]{{0,2}}(?P<count>{COUNT})")


def without_call(text: Tracked) -> Tracked:
    """The job in a title that says who seeks it, or that it is sought: 果园技术员 in 绿野农业诚聘果园技术员, 招聘｜果园技术员, 诚招果园技术员."""
    if text.text[-1:] in "）)】]" and (aside := _ASIDE.search(text.text)) is not None:
        text = text[: aside.start()]  # 水电工（急招）
    found = _HEAD.match(text.text)
    if found and names_job(text.text):
        return text[found.end() :]
    called = read(text.text)
    if called is None or called[1] < len(text) or not is_line(text.text, called[0]):
        return text
    return text[slice(*called)]


_HEAD = deferred(
    r"(?:(?:诚聘|急聘|急招|诚招|招聘|招募|热招|社招|校招|内推|岗位|职位)[ \t\u3000]*[|｜丨·/／—–\-：:]|招聘(?:简章|启事|信息|公告)[ \t\u3000]*[|｜丨·：:—–\-]{1,2}|(?:岗位|职位|工种)(?=[ \t\u3000]))"
    r"[ \t\u3000]*(?=[^，。；：|｜丨]{2,15}$)"
)
_ASIDE = deferred(
    r"[ \t\u3000]*[（(【\[](?:急招|急聘|急|诚聘|诚招|热招|招聘中|在招|高薪|长期招聘|长期招|直招|热|新)[)）】\]]$"
)


def is_line(text: str, start: int) -> bool:
    """Whether a call is a line that says no more than who seeks whom: 【急招】叉车司机, 锦绣酒店招聘服务员."""
    return _CALLED.fullmatch(text, 0, start) is not None or _POINTS.search(text, 0, start) is None


_CALLED = deferred(rf"[\W_]*(?:{_SEEKING}[\W_]*)*")
_POINTS = deferred(r"[，。；：！？,;!?:]")


def headed(entries: Sequence[Entry], vocabulary: Vocabulary) -> Iterator[Entry]:
    """The entries, a label with which a call ends apart from it: `现招聘挡车工10名，要求：` over what is required."""
    for entry in entries:
        text = entry.whole.text
        if entry.role is Role.ITEM and entry.enumerator is None and text[-1:] in _COLONS and read(text) is not None:
            start = max(text.rfind(sign) for sign in "，。,") + 1
            field = vocabulary.find(text[start:-1]) if start else None
            if field is not None and not labels.is_scalar(field):
                called, label = entry.whole[: start - 1], entry.whole[start:]
                yield entry._replace(text=called, whole=called, unfinished=False)
                yield Entry(Role.LABEL, entry.line, 0, None, None, label, field, None, label, "colon", False)
                continue
        yield entry


_COLONS = (":", "：")
