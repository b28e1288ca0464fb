"""The form that most 岗位说明书 in China are filled into, run together with nothing between its cells.

岗位名称 … 岗位分析日期, 本职, 职责一 职责表述 工作时间百分比 工作任务, 权力, 工作协作关系, 任职资格 with 教育水平 … 技能技巧, 其他, 考核指标, 备注: its
labels come in one order, so that each is told by those around it, however short it is and though its cell is empty.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

_STATED = deferred(r"职责表述[ \u3000]*[：:]?[ \u3000]*")
# 职责一 right before 职责表述, in which a dump of its upright cell may put 工作任务 or blanks
_COUNTED = deferred(r"职[ \u3000]*责[ \u3000]*(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[ \u3000：:]*$")
_COUNT = deferred(r"职[ \u3000]*责[ \u3000]*(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?=[ \u3000：:]*职责表述)")
_SHARE = deferred(r"(?:占用?|所占)?工作(?:时间|时刻|工夫)(?:百分比|比例|占比)[ \u3000]*[：:]?[ \u3000]*\d{0,3}[%％]?")
# 其它工作任务 is what a duty's name ends in
_TASKS = deferred(r"(?<!其[他它])(?<!其[他它]的)(?<!交[办付]的)(?:主要)?工作任务[ \u3000]*[：:]?[ \u3000]*")
# What comes behind the last duty, in the order of the form; the short ones are but words elsewhere.
_BEHIND = (
    deferred(
        r"权[ \u3000]*力(?=[ \u3000]*[：:]|[ \u3000]*权[限力][一1]|[ \u3000]*[对有]|[ \u3000]*[(（]?[1一][、.．)）])[ \u3000]*[：:]?"
    ),
    deferred(r"关键(?:业绩|绩效)指标[ \u3000]*[：:]?"),
    deferred(r"(?:工作)?协作关系[ \u3000]*[：:]?"),
    deferred(r"内部协调关系[ \u3000]*[：:]?"),
    deferred(r"外部协调关系[ \u3000]*[：:]?"),
    deferred(r"任职资格[ \u3000]*[：:]?"),
    deferred(r"教育水平[ \u3000]*[：:]?"),
    deferred(r"专业(?![，、。；;,及与和或的知技能性人类对证岗考])[ \u3000]*[：:]?"),
    deferred(r"培训(?:经历)?(?![，、。；;,及与和或的])[ \u3000]*[：:]?"),
    deferred(r"经验(?![，、。；;,及与和或的])[ \u3000]*[：:]?"),
    deferred(r"知识(?![，、。；;,及与和或的])[ \u3000]*[：:]?"),
    deferred(r"技能(?:技巧)?(?![，、。；;,及与和或的])[ \u3000]*[：:]?"),
    deferred(r"个人素质(?![，、。；;,及与和或的])[ \u3000]*[：:]?"),
    deferred(r"其[ \u3000]*[他它](?=[ \u3000]*[：:]?[ \u3000]*使用工具)[ \u3000]*[：:]?"),
    deferred(r"使用工具(?:[/／、]?设备)?(?![，、。；;,及与和或的])[ \u3000]*[：:]?"),
    deferred(r"工作环境(?![，、。；;,及与和或的])[ \u3000]*[：:]?"),
    deferred(r"工作时间(?:特征|特性|特点)?(?![，、。；;,及与和或的百比])[ \u3000]*[：:]?"),
    deferred(r"所需记录文[档件](?![，、。；;,及与和或的])[ \u3000]*[：:]?"),
    deferred(r"考核指标(?![，、。；;,及与和或的])[ \u3000]*[：:]?"),
    deferred(r"备[ \u3000]*注(?![，、。；;,及与和或的])[ \u3000]*[：:]?"),
)
_FIRST_BEHIND = 6
"""One of so many labels ends the last duty: others of them are words of a task."""
_HEAD_LABELS = 4
# Of its head; 主管岗位 in 仓储主管岗位编号 is none.
_LABEL = deferred(
    r"(?:岗位|职位|职务)(?:名称|编号|编码|代码|定员|定编|工资|等级|级别|类别|分析日期|概要|概述|目的)|(?:所在|所属|隶属)(?:部门|科室|单位)"
    r"|(?:直接|直属)(?:上级|下级)|工资等级|薪[资酬](?:等级|类型)|所辖人[员数]|(?:岗位)?分析(?:日期|人)|定员人数|编制日期|本职|职系|(?:工作|岗位)(?:综述|概述|概要|目的)"
    r"|职责(?:与|和)工作任务"
)
_LONGEST_HEAD = 600


def find(text: str, vocabulary: Vocabulary) -> list[int]:
    """Where lines begin in a run of such forms, in order and without 0: at each label, and behind one that has no colon; [] for another text."""
    if text.count("职责表述") < 2 and "工作任务" not in text:
        return []
    stated = [found.span() for found in _STATED.finditer(text)]
    if not stated:
        return []
    starts: set[int] = set()
    low = 0
    forms: list[list[tuple[int, int]]] = []
    titles = list(_titles(text, vocabulary))
    for span in stated:
        if not forms or bisect_left(titles, low) < bisect_left(titles, span[0]):
            forms.append([])
        forms[-1].append(span)
        low = span[1]
    ends = [_after(titles, form[-1][1], len(text)) for form in forms]
    begin = 0
    for form, end in zip(forms, ends, strict=True):
        head = _head(text, max(begin, form[0][0] - _LONGEST_HEAD), form[0][0])
        if len(head) < _HEAD_LABELS and len(form) < 2:
            begin = end
            continue
        starts.update(place for cut in head for place in cut)
        starts.update(_duties(text, form, end))
        begin = end
    return sorted(start for start in starts if start > 0)


def _titles(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where the name of a job is labelled."""
    for word in _TITLE.finditer(text):
        if vocabulary.labels.get(word.group()) == "title":
            yield word.start()


_TITLE = deferred(r"(?:岗位|职位|职务)名称")


def _head(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The labels with which a form begins, each with where its value does; a value may be empty."""
    return [_cut(text, *found.span()) for found in _LABEL.finditer(text, start, stop)]


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """A label's place, and that of its value where no colon stands between them."""
    return (start, start if text[end : end + 1] in ("：", ":") or text[end - 1] in "：:" else end)


def _duties(text: str, form: list[tuple[int, int]], end: int) -> Iterator[int]:
    """The places in a form from its first duty on."""
    for index, (start, stop) in enumerate(form):
        counted = _COUNTED.search(text, max(0, start - 12), start)
        if counted is not None:
            yield counted.start()
        yield start
        if text[stop - 1] not in "：: \u3000":
            yield stop
        following = form[index + 1][0] if index + 1 < len(form) else end
        if (share := _SHARE.search(text, stop, following)) is not None:
            yield share.start()
            stop = share.end()
            yield stop
        if (tasks := _TASKS.search(text, stop, following)) is not None:
            yield tasks.start()
            stop = tasks.end()
            yield stop
        if index + 1 == len(form):
            yield from _behind(text, stop, end)


def _behind(text: str, low: int, end: int) -> Iterator[int]:
    """The places of what stands behind the last duty."""
    found: list[tuple[int, int]] = []
    for order, label in enumerate(_BEHIND):
        if not found and order >= _FIRST_BEHIND:
            return
        if (match := label.search(text, low, end)) is not None:
            found.append(match.span())
            low = match.end()
    for start, stop in found:
        yield from _cut(text, start, stop)
        if text.startswith(("权限", "权力"), stop):
            yield stop  # 权力：权限一：…


def _after(places: Sequence[int], place: int, end: int) -> int:
    """The first of the places behind one; `end` where there is none."""
    at = bisect_right(places, place)
    return places[at] if at < len(places) else end
