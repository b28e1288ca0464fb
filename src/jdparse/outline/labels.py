"""Labels in a line: headings that the vocabulary knows, and `标签：值` pairs, one or several a line.

A label inside a sentence (`负责岗位职责的修订`) is not a label: one counts only where a line, a cell or a colon sets it off.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from jdparse.outline import titles
from jdparse.outline.ads import chips
from jdparse.outline.organizations import is_organization
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import LONGEST, Vocabulary, fold


class Pair(NamedTuple):
    """A label and its value as ranges of a line. `field` is None for a label that nobody knows."""

    label_start: int
    label_end: int
    field: str | None
    value_start: int
    value_end: int
    set_off: str


# Fields with one value on a line or in a cell; text on later lines is not part of it.
_SCALAR = deferred(
    r"(?:extra|title|code|document_no|department|parent_department|location|headcount|job_family|job_type|job_grade|pay_grade|reports_to"
    r"|direct_reports|indirect_reports|span_of_control|rotation|substitutes|dates\..*|people\..*|column\.date"
    r"|requirements\.(?:education|majors|age|gender|experience|languages|certificates)|travel|application\.deadline|organization\.(?!description).*"
    r"|contact\..*|substitute\..*|duty\.(?:name|time_share|frequency|level))$"
)

_COLON = deferred(r"[：:]")
_SLIPS = ("；", ";")
"""What stands for a colon behind the heading of a section, by a slip on the same key: 任职要求；"""
_SECTIONS = ("duties", "requirements.general")
_WORD = deferred(r"\w")
_NOT_A_LABEL_COLON = deferred(r"\d[：:]\d|[a-z][：:]//|[：:]//")
_BRACKET = deferred(r"^[\W_]{0,3}[【\[［〖「〔]([^】\]］〗」〕]{1,40})[】\]］〗」〕][ \t\u3000]*[：:]?")
# What stands in brackets before the title of an ad: 【内推】游戏本地化实习生
_CALL = deferred(r"内推|急聘|急招|热招|诚聘|校招|社招|招聘|实习|全职|兼职|转发|转|置顶|精华")
_LONGEST_AD = 40
_TO_ANSWER = deferred(r"@|\d{5}|简历|联系|码|链接|投递|[。；，]")
_IN_BRACKETS = deferred(
    r"[；;，,。 \t\u3000]{0,4}(?P<label>[^\W\d_]{2,12})[ \t\u3000]{0,4}[（(][ \t\u3000]{0,4}(?P<value>[^()（）]{0,60}?)[ \t\u3000]{0,4}[)）]"
)
_ENDS = "；;，,。 \t\u3000)）"
_GAP = deferred(r"\t[ \t\u3000\u00a0]*|[ \u3000\u00a0]{2,}\t?|\u3000+")
_BLANKS = " \t\u3000\u00a0"
# single characters set apart: 备   注, 岗 位 名 称
_SPACED = deferred(r"(?<![^\s\t])[^\W\x00-\x7f](?:[ \u3000\u00a0]{1,8}[^\W\x00-\x7f](?![^\s：:])){1,7}")
# 地址：… 电话 0571-5550126 传真 …: these need no colon before a number or an address
_CONTACT = deferred(
    r"(?<=[ \t\u3000])(?:联系电话|电话|传真|手机|邮编|邮箱|网址|电子邮箱|E-?mail|QQ|微信)(?=[ \t\u3000]+[\w(（+])",
    re.IGNORECASE,
)
_LONGEST_CONTACT = 60
_NUMBER = deferred(r"[（(+]?\d[\d ()（）-]{5}")
_BLANK = deferred(r"[ \t\u3000\u00a0]")
_HAN = deferred(r"[\u4e00-\u9fff]")
_SENTENCE = deferred(r"[，。；！？,;!?]")
_UNKNOWN = deferred(r"[^\W\d_][\w/／、()（）·&\- ]{1,31}$")
_HEADING = deferred(r"[^，。；！？,;!?、]{2,14}$|[A-Za-z][A-Za-z &/,\-]{2,40} ?[^\W\x00-\x7f]{2,12}$")

_SAYS = ("的优先", "者优先", "者均可", "均可", "即可", "的可以", "也可以", "的不要", "优先考虑")
"""How a short clause of who is sought ends: 做过海鲜档口的优先"""

# A heading in two languages: 仪表规范 Grooming Standards
BILINGUAL = deferred(r"[^\W\x00-\x7f]{2,12}[ /]*[A-Z][A-Za-z&/,'\- ]{2,40}$")


_OTHERS = frozenset({"其他", "其它"})


def is_other(text: str) -> bool:
    """Whether a label heads a document's remarks, the rest of what is asked for, or the rest of a form, as its neighbours say: 其　他："""
    return "".join(text.split()).rstrip("：:") in _OTHERS


# A line made from a table's row is no longer; a longer one is text, whatever blanks it has.
LONGEST_ROW = 600

# Those of them that are lists in the record: several values may stand on lines below.
_LIST = deferred(
    r"(?:reports_to|direct_reports|indirect_reports|rotation|substitutes|requirements\..*|travel|organization\.phones)$"
)


def may_list(field: str) -> bool:
    """Whether a field that has one value as a rule may have a list."""
    return _LIST.match(field) is not None


@cache  # there are as many fields as the vocabulary has
def is_scalar(field: str) -> bool:
    """Whether a field's value is one line or cell."""
    return _SCALAR.match(field) is not None


def is_identity(field: str) -> bool:
    """Whether a field is one of those with which a form begins: the job's name, its place, its dates and people."""
    return is_scalar(field) and not field.startswith(("requirements.", "travel", "duty.", "contact.", "substitute"))


def heading_like(text: str) -> bool:
    """Whether a line without a label could be a heading: short, and without the punctuation of a sentence."""
    return _HEADING.match(text.rstrip("：:")) is not None and not text.endswith(_SAYS)


def pairs(text: str, vocabulary: Vocabulary) -> list[Pair]:
    """The labels of a line, without its marker, each with its value; [] for a line of prose or an unlabelled item."""
    if text[:1] in _SIGNED and (signed := _signatures(text, vocabulary)):
        return signed
    found = _pairs(text, vocabulary)
    if "（" not in text and "(" not in text:
        return found
    start = found[-1].value_start if found else 0
    inner = in_brackets(text, start, vocabulary)
    if not inner or len(text) - len(text.rstrip(_ENDS)) < len(text) - inner[-1].value_end - 1:
        return found
    if found and found[-1].field == inner[0].field:
        inner[0] = inner[0]._replace(label_start=found.pop().label_start)  # 指挥线：上级岗位（…）
    return [*found, *inner]


def in_brackets(text: str, start: int, vocabulary: Vocabulary) -> list[Pair]:
    """Known labels one after another from a place on, each with its value in brackets (`上级岗位（店长）；下级岗位（无）`); [] for fewer than two."""
    found: list[Pair] = []
    at = start
    while (m := _IN_BRACKETS.match(text, at)) and (field := vocabulary.find(m["label"])) and is_scalar(field):
        found.append(Pair(*m.span("label"), field, *m.span("value"), "bracket"))
        at = m.end()
    return found if len(found) >= 2 else []


_COUNTED = deferred(r"人数[ \t\u3000]+(?P<value>\d{1,4}[ ]?[人名位个]|若干)")
"""A word that is a label but beside a count."""


def _framed(text: str, vocabulary: Vocabulary) -> list[Pair]:
    """The label between brackets or signs with which a line begins; [] for a line without one, or one whose label nobody knows."""
    if text[0] in _FRAMES and (framed := _FRAMED.fullmatch(text)) is not None:
        return [Pair(0, len(text), vocabulary.find(framed["inner"]), len(text), len(text), "bracket")]
    bracket = _BRACKET.match(text)
    if bracket is None:
        return []
    field = vocabulary.find(bracket[1])
    rest = text[bracket.end() :].strip(_BLANKS + "】★*_=-—")
    if not _WORD.search(rest):
        return [Pair(0, len(text), field, len(text), len(text), "bracket")]  # ✨【工作内容】✨
    if field and not (_CALL.fullmatch(bracket[1]) and len(rest) <= _LONGEST_AD and not _TO_ANSWER.search(rest)):
        return [Pair(0, bracket.end(), field, bracket.end(), len(text), "bracket")]
    return []


def _pairs(text: str, vocabulary: Vocabulary) -> list[Pair]:
    if text and not text[0].isalnum() and (framed := _framed(text, vocabulary)):
        return framed
    if text.startswith("人数") and (counted := _COUNTED.fullmatch(text)) is not None:
        return [Pair(0, 2, "headcount", counted.start("value"), len(text), "cell")]
    has_colon = ":" in text or "：" in text
    gaps = _has_gap(text)
    if not has_colon and not gaps:
        if field := (vocabulary.heading(text) if _may_be_heading(text) else _slipped(text, vocabulary)):
            return [Pair(0, len(text), field, len(text), len(text), "bare")]
        return _blank_separated(text, vocabulary)
    found = _colons(text, vocabulary) if has_colon else []
    if gaps:
        found = _with_cells(text, found, vocabulary)
    if found:
        starts = {pair.label_start for pair in found}
        found = sorted(
            [
                *found,
                *(
                    Pair(*m.span(), field, m.end(), len(text), "cell")
                    for m in _CONTACT.finditer(text)
                    if m.start() not in starts and (field := vocabulary.find(m.group()))
                ),
            ]
        )
    if not found:
        if has_colon or gaps:
            field = vocabulary.find(text) if _may_be_heading(text) else None
            if field:
                return [Pair(0, len(text), field, len(text), len(text), "bare")]
        return []
    # what stands before the first label of a line belongs to no label: then the line is prose
    if text[: found[0].label_start].strip(_BLANKS) and not all(p.field for p in found):
        return []
    before = text[: found[0].label_start].strip(_BLANKS + "（(")
    if before and not (all(is_scalar(p.field or "") for p in found) and _may_be_before(before, len(found))):
        return []
    if len(found) == 1 and found[0].set_off == "cell" and not text[found[0].value_start :].strip():
        return [found[0]._replace(set_off="bare")]  # 编  号 on a line of its own
    ends = [_before_number(text, pair) for pair in found[1:]] + [len(text)]
    return [pair._replace(value_end=max(pair.value_start, end)) for pair, end in zip(found, ends, strict=True)]


def _before_number(text: str, pair: Pair) -> int:
    """Where the value before a pair ends, whose label may have a number of its own: `1. 岗位名称：焊工    5. 直接上级：班长`."""
    number = _NUMBER_OF_PAIR.search(text, max(0, pair.label_start - _LONGEST_NUMBER), pair.label_start)
    return number.start() if number is not None else pair.label_start


_NUMBER_OF_PAIR = deferred(
    r"(?:[ \t\u3000]*+[·•|｜丨][ \t\u3000]*+|(?<=[\s\u3000])[（(]?\d{1,2}[.．、)）][ \t\u3000]*+)\Z"
)
_JOINT = deferred(r"[·•|｜丨][ \t\u3000]*+")
"""What stands between two pairs of a line."""
_NUMBER_AT = deferred(r"[（(]?\d{1,2}[.．、)）](?=[^\W\d_])")
_LONGEST_NUMBER = 8


_FRAMES = frozenset("·•◆★※")
_FRAMED = deferred(r"(?P<sign>[·•◆★※])[ \t\u3000]*(?P<inner>[^\W\d_][^，。；：:·•◆★※]{1,15})[ \t\u3000]*(?P=sign)")
"""A heading between two signs: · 怎么找到我们 ·"""


def _signatures(text: str, vocabulary: Vocabulary) -> list[Pair]:
    """The labels of a line that has but those for who made a form, with nothing between them: 撰写人初审人 核准人 日期."""
    if len(text) > _LONGEST_SIGNED:
        return []
    found: list[Pair] = []
    at = 0
    while at < len(text):
        end = vocabulary.prefix(text, at, 2)
        field = vocabulary.labels[text[at:end]] if end else ""
        if not field.startswith(("people.", "dates.", "column.date")):
            return []
        behind = len(text) - len(text[end:].lstrip(_BLANKS + "：:"))
        found.append(Pair(at, end, field, behind, behind, "cell"))
        at = behind
    return found if len(found) >= _FEWEST_SIGNED else []


_LONGEST_SIGNED, _FEWEST_SIGNED = 40, 3
_SIGNED = frozenset("撰编拟制起审初复核批准签分")


ACKNOWLEDGED = deferred(
    r"(?:本人|我)(?:已经?|确认|保证|承诺|同意|完全|认真|仔细|充分|全部|均)*(?:阅读|知悉|知晓|理解|了解|清楚|明白|认可|接受)[^；：]{0,60}$"
)
"""What who has the post signs below its description: 本人已阅读并知悉上述内容。"""


def _may_be_before(text: str, pairs: int) -> bool:
    """Whether a line may have a text before its labels: 青岛 全职 职位编号：R-17, 维保工 招聘人数：10人, 云锦公司 文件编号：HR-05 版本：2."""
    if (pairs > 1 and is_organization(text)) or ACKNOWLEDGED.match(text):
        return True
    return bool(chips.beside(Tracked.of(text))) or (pairs > 1 and len(text) <= LONGEST and titles.names_job(text))


def _has_gap(text: str) -> bool:
    """Whether `_GAP` is in a text; a look for four strings takes a fifth of the time."""
    return "\t" in text or "\u3000" in text or (("  " in text or "\u00a0" in text) and _GAP.search(text) is not None)


def _slipped(text: str, vocabulary: Vocabulary) -> str | None:
    """What the heading of a section names that ends in a semicolon; None for any other text."""
    field = vocabulary.labels.get(text[:-1]) if text[-1:] in _SLIPS else None
    return field if field is not None and field.startswith(_SECTIONS) else None


def _may_be_heading(text: str) -> bool:
    return len(text) <= LONGEST + 24 and text[-1:] not in "。；;，,！？!?、"


def _blank_separated(text: str, vocabulary: Vocabulary) -> list[Pair]:
    """`所属部门 财务部`: an identity label, one blank, a short value; 电话 138…: a number, whatever stands behind it."""
    head, blank, value = text.partition(" ")
    if not blank or not 2 <= len(head) <= 8:
        return []
    if " " in value and len(row := _row_of_pairs(text, vocabulary)) > 1:
        return row
    if (
        len(value) <= _LONGEST_CONTACT
        and _NUMBER.match(value)
        and vocabulary.labels.get(head) == "application.contacts"
    ):
        return [Pair(0, len(head), "application.contacts", len(head) + 1, len(text), "cell")]
    field = vocabulary.labels.get(head) if len(head) >= _SHORTEST_GLUED else None
    if field is not None and value and not value[0].isspace():
        # (1)岗位名称 出纳。 and (2)工作摘要 负责…。, as a table's rows come out of a page
        names = is_identity(field) and len(value) <= _LONGEST_NAMED and not _SENTENCE.search(value.removesuffix("。"))
        tells = (field == "summary" or field.startswith("requirements.")) and value[-1] == "。"
        if names or tells:
            return [Pair(0, len(head), field, len(head) + 1, len(text), "cell")]
    if value and len(value) <= 20 and not _SENTENCE.search(value):
        field = vocabulary.labels.get(head)
        if field and is_scalar(field) and len(head) >= 3 and not field.startswith("requirements"):
            return [Pair(0, len(head), field, len(head) + 1, len(text), "cell")]
    return []


def _row_of_pairs(text: str, vocabulary: Vocabulary) -> list[Pair]:
    """The pairs of a form's row with one blank between its cells: `职位名称 出纳 编制日期 2024 年 5 月`; [] for any other text."""
    found: list[Pair] = []
    at = 0
    for word in text.split(" "):
        end = at + len(word)
        if (field := vocabulary.labels.get(word)) is not None and is_scalar(field):
            if found:
                found[-1] = found[-1]._replace(value_end=max(at - 1, found[-1].value_start))
            found.append(Pair(at, end, field, end + 1, len(text), "cell"))
        elif not found:
            return []
        at = end + 1
    if not found:
        return []
    last = found[-1]
    values = found
    if last.value_start > len(text) and last.label_end - last.label_start >= _SHORTEST_GLUED:
        values = found[:-1]  # the last is empty: 岗位名称 出纳 岗位编号
        found[-1] = last._replace(value_start=len(text))
    filled = all(0 < pair.value_end - pair.value_start <= _LONGEST_CELL for pair in values)
    return found if values and filled and not _SENTENCE.search(text) else []


_LONGEST_CELL = 24


def _colons(text: str, vocabulary: Vocabulary) -> list[Pair]:
    found: list[Pair] = []
    low = 0
    for colon in _COLON.finditer(text):
        at = colon.start()
        if _NOT_A_LABEL_COLON.match(text, max(0, at - 1), at + 3):
            continue
        if found and _opens_bracket(text[low:at]):
            continue  # 投递：hr@lanxing.example（邮件标题：姓名+岗位）
        start = max(low, at - 40)
        known = _known_before(text, start, at, low, vocabulary)
        if known is None and found and ((before := found[-1].field or "") in _BODILY or is_scalar(before)):
            known = _glued(text, low, at, vocabulary)
        if known and known[0] > low == 0 and BILINGUAL.match(text[:at]):
            known = None  # 洁净室须知 Cleanroom Notes, of which the last word alone is known
        if known:
            found.append(Pair(known[0], at, known[1], at + 1, len(text), "colon"))
        elif not found and _is_unknown_label(text[low:at]):
            own = "requirements.certificates" if _CERTIFICATE.search(text, low, at) else None
            found.append(Pair(low, at, own, at + 1, len(text), "colon"))
        elif found and (gap := _last_gap(text, low, at)) and _is_unknown_label(text[gap:at]):
            found.append(Pair(gap, at, None, at + 1, len(text), "colon"))
        else:
            continue
        low = at + 1
    return found


def _known_before(text: str, start: int, at: int, low: int, vocabulary: Vocabulary) -> tuple[int, str] | None:
    """The longest known label that ends at a colon: it begins at the line's start, after a label's colon, a blank or a semicolon."""
    mark = max(text.rfind("；", low, at), text.rfind(";", low, at)) if low else -1
    if mark >= 0 and at - mark <= LONGEST and (field := vocabulary.find(text[mark + 1 : at].strip(_BLANKS))):
        return mark + 1, field
    if low and (timed := _TIMED.search(text, max(low, at - 2 * LONGEST), at)) is not None:
        return timed.start("label"), "duty.time_share"  # 职责表述：准确登记。工作时间百分比：50%
    begin = max((found.end() for found in _JOINT.finditer(text, start, at)), default=0) if low else 0
    begin = max(begin, (_last_gap(text, start, at) or 0) if low else 0)
    if begin and at - begin <= LONGEST and (field := vocabulary.find(text[begin:at])):
        return begin, field  # 地点：杭州 · 级别：P6
    blank = _BLANK.search(text, start, at) if start > low else None
    begin = low if start == low else blank.end() if blank else at
    tried = 0
    while begin < at and tried < 12:
        while begin < at and text[begin] in _BLANKS:
            begin += 1
        if low and (number := _NUMBER_AT.match(text, begin, at)) is not None:
            begin = number.end()
        if begin >= start and at - begin <= LONGEST * 2 + 4:
            field = vocabulary.find(text[begin:at])
            if field:
                return _without_value(text, begin, at, field, vocabulary) if low else begin, field
            tried += 1
        blank = _BLANK.search(text, begin, at)
        if blank is None:
            return None
        begin = blank.end()
    return None


def _without_value(text: str, begin: int, at: int, field: str, vocabulary: Vocabulary) -> int:
    """Where a label behind another pair begins when the value before it is set apart: 厂在哪：成都（可远程） 受聘人/Incumbent：, 督导：/ 日期："""
    blank = _BLANK.search(text, begin, at)
    if blank is None or fold(text[begin:at].replace(" ", "")) in vocabulary.labels:
        return begin
    before = text[begin : blank.start()]
    is_value = not any(map(str.isalnum, before)) or _HAN.search(before) is not None
    is_label = _HAN.match(text, blank.end()) is not None and vocabulary.find(text[blank.end() : at]) == field
    return blank.end() if is_value and is_label else begin


def _glued(text: str, low: int, at: int, vocabulary: Vocabulary) -> tuple[int, str] | None:
    """The known label that stands right behind the value of the one before: 岗位名称：出纳岗位编号：, 身体：健康学历："""
    for begin in range(max(low + 1, at - LONGEST), at - 1):
        field = vocabulary.labels.get(text[begin:at])
        if field is None or not is_scalar(field) or not text[begin - 1].isalnum():
            continue
        if at - begin >= _SHORTEST_GLUED or (begin - low <= _LONGEST_FACT and field.startswith("requirements.")):
            return None if _SENTENCE.search(text, low, begin) or text[begin - 1] in "的和与及或" else (begin, field)
    return None


_BODILY = ("requirements.physical",)
"""What is said in a word where others stand beside it: 身体：健康."""
_LONGEST_FACT = 8
# 教师资格证：高中物理, though elsewhere that is a value
_CERTIFICATE = deferred(r"[^\W\d_]{2,6}(?:资格证书?|上岗证|操作证|执业证书?)[ \u3000]*$")
_SHORTEST_GLUED = 4
_LONGEST_NAMED = 60
_TIMED = deferred(r"[。；;.]?(?P<label>(?:占用?|所占)?工作时间(?:百分比|比例|占比|比重)|时间百分比)[ \u3000]*$")


def _last_gap(text: str, low: int, at: int) -> int | None:
    """Where the text after the last wide gap (a tab, two blanks) before a colon begins."""
    last = None
    for gap in _GAP.finditer(text, max(low, at - 2 * LONGEST), at):
        last = gap.end()
    return last


def _is_unknown_label(text: str) -> bool:
    text = text.strip(_BLANKS)
    if 2 <= len(text) <= (14 if text.isascii() or not text[0].isascii() else 32) and _UNKNOWN.match(text):
        return not _opens_bracket(text) and not _SPEAKS.search(text) and not _DATE_LEFT_OPEN.fullmatch(text)
    return len(text) > 14 and BILINGUAL.match(text) is not None


_DATE_LEFT_OPEN = deferred(r"[年月日 \t\u3000]+")
# Words of a sentence and of no label: 维保员的活说复杂也不复杂：…, 想了解的打电话给老秦：…
_SPEAKS = deferred(
    r"也[不是有要]|的话|(?:想|要(?!带|备|准备))\S{1,4}的(?!人)|打电话|就是|都是|可以|如果|只要|因为|所以|不要|而是"
)


def _opens_bracket(text: str) -> bool:
    """Whether a text ends inside parentheses, as before the colon of 工作接触（频率：A—频繁　B—经常）."""
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _with_cells(text: str, found: list[Pair], vocabulary: Vocabulary) -> list[Pair]:
    """The pairs of a line together with the labels that fill a cell of it, as in lines made from a table's row."""
    if len(text) > LONGEST_ROW:
        return found
    cells = _cells(text)
    if not cells:
        return found
    if not found and _are_to_sign(signers := [text[a:b] for a, b in cells]):
        ends = [*(a for a, _ in cells[1:]), len(text)]
        fields = [vocabulary.find(signer) or "extra" for signer in signers]
        return [Pair(a, b, field, b, end, "colon") for (a, b), field, end in zip(cells, fields, ends, strict=True)]
    starts = {pair.label_start for pair in found}
    taken = [(pair.label_start, pair.value_start) for pair in found]
    extra: list[Pair] = []
    for number, (a, b) in enumerate(cells):
        if a in starts or any(x < b and a < y for x, y in taken) or b - a > LONGEST * 2:
            continue
        cell = text[a:b]
        if ":" in cell or "：" in cell:
            continue
        field = vocabulary.heading(cell)
        if field:
            extra.append(Pair(a, b, field, b, len(text), "cell"))
        elif number == 0 and _are_cells(text, len(cells)) and not found and _is_unknown_label(cell):
            extra.append(Pair(a, b, None, b, len(text), "cell"))
    if extra and "\t" in text:
        # label⇥value⇥label⇥value: what stands where labels stand is one, known or not
        parity = {number % 2 for number, cell in enumerate(cells) if any(pair.label_start == cell[0] for pair in extra)}
        if len(parity) == 1 and len(cells) % 2 == 0:
            known = {pair.label_start for pair in extra}
            extra += [
                Pair(a, b, None, b, len(text), "cell")
                for number, (a, b) in enumerate(cells)
                if number % 2 == next(iter(parity)) and a not in known and _is_unknown_label(text[a:b])
            ]
    if not any(pair.field for pair in extra):
        extra = [pair for pair in extra if len(cells) == 2 and pair.field is None]
    return sorted([*found, *_without_values(extra, cells)])


def _are_to_sign(cells: Sequence[str]) -> bool:
    """Whether cells are who is to sign and nothing else: 任职者签章　　　　单位主管　　　　护理部主任."""
    if len(cells) < 2 or not all(len(cell) <= _LONGEST_SIGNER and _SIGNER.search(cell) for cell in cells):
        return False
    return _SIGNS.search(cells[0]) is not None


_SIGNS = deferred(r"签[字名章]$")
_SIGNER = deferred(
    r"(?:签[字名章]|盖章|日期|部门?|[处科室]|中心|单位|主管|经理|主任|总监|领导|负责人|上级|[院校厂所站]长|本人|员工)$"
)
_LONGEST_SIGNER = 10


def _without_values(found: list[Pair], cells: Sequence[tuple[int, int]]) -> list[Pair]:
    """The labels without those that stand where a row of pairs has its values: 工作性质    专业技术    薪级    T5"""
    fields = {pair.label_start: pair.field or "" for pair in found}
    if len(cells) % 2 or not all(a in fields and is_scalar(fields[a]) for a, _ in cells[::2]):
        return found
    values = {a for a, _ in cells[1::2] if not is_identity(fields.get(a, ""))}
    return [pair for pair in found if pair.label_start not in values] if not values <= fields.keys() else found


def _are_cells(text: str, count: int) -> bool:
    """Whether what parts a line is a tab, or a gap that no sentence has, before its only value: 在编情况    非在编."""
    return ("\t" in text and count > 1) or (count == 2 and _FAR in text)


_FAR = " " * 4


def _cells(text: str) -> list[tuple[int, int]]:
    """The cells of a line between wide gaps; a label of characters set apart is one cell. [] for a line without cells."""
    spaced = [m.span() for m in _SPACED.finditer(text)]
    cells: list[tuple[int, int]] = []
    start = 0
    for gap in _GAP.finditer(text):
        if any(a < gap.end() and gap.start() < b for a, b in spaced):
            continue
        if gap.start() > start:
            cells.append((start, gap.start()))
        start = gap.end()
    if start < len(text):
        cells.append((start, len(text)))
    return cells if len(cells) >= 2 or spaced else []
