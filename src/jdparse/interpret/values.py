"""What a printed value says: text, nothing (left empty) or none (无)."""

import re
from typing import ClassVar

from jdparse.outline.boxes import BOX
from jdparse.patterns import deferred
from jdparse.tracked import Tracked


class Said(str):
    """How a value is to be taken. No Enum, for the same reason as `entry.Role`."""

    __slots__ = ()

    TEXT: ClassVar["Said"]
    BLANK: ClassVar["Said"]
    NONE: ClassVar["Said"]


Said.TEXT, Said.BLANK, Said.NONE = Said("text"), Said("blank"), Said("none")


# What one of the four below begins with. `said` is asked of every value, and nearly all are plain text.
_NO_TEXT = deferred(
    r"[\s/／\\＼_＿—－\-–―…·.。、:：*)）不略待空此年直间个共YXyx×(（无没暂沒未Nn]|$|[\[【〔<]?(?:[单点按双轻请输键选在填]|C(?:lick|hoose)|Enter )"
)
_BLANK = deferred(
    r"[\s/／\\＼_＿—－\-–―…·.。、:：*)）]*$|[YXyx×]{2,4}[年/.\-][MXmx×]{1,2}[月/.\-]?(?:[DXdx×]{1,2}日?)?$|(?:不填|略|略去|待填|待定填写|空|此处填写)[。.]?$|[（(]?(?:不填|空白|略)[)）]?$"
)
# 直接督导___个岗位，共___人, of a form's line about those below
_COUNTS = deferred(r"(?:(?:直接|间接)(?:督导|下属))?[\s_＿]*个岗位[，,]?[\s_＿]*共?[\s_＿]*人$|共?[\s_＿]*[个人]$")
# A date left empty: 年 月 日, ____年__月__日
_SKELETON = deferred(r"(?:[\s_＿/—\-]*年[\s_＿/—\-]*月(?:[\s_＿/—\-]*日)?[\s_＿]*){1,3}$")
_NONE = deferred(
    r"[（(]?(?:无|没有|暂无|沒有|未设|不适用|n/?a|none)(?:[ /／]+(?:无|none|n/?a))?[)）]?[。.；;，,、]?$", re.IGNORECASE
)
# What a form shows where nothing was filled in. Word's own prompts of empty content controls, which stay as text when a program
# takes the control away, in simplified and traditional wording and in English: 单击或点击此处输入文字。 按一下或點選以輸入日期。
# 选择一项。 [键入文字] Click or tap here to enter text. And those of other programs: 请输入内容
_CLICK = r"(?:单击|点击|点按|点选|轻触|双击|按一下)"
_PROMPT = deferred(
    rf"[\[【〔<]?(?:"
    rf"请?在?{_CLICK}(?:(?:或|/){_CLICK})?(?:此处|此|这里|图标)?(?:以|来|并)?(?:输入|键入|填写|添加|新增|选择|选取|编辑)"
    r"(?![^，。；]{0,8}(?:表|简历|申请|信息)$)[^，。；：,;:]{0,12}"
    r"|请?在(?:此处?|这里)(?:输入|键入|填写)[^，。；：,;:]{0,8}"
    r"|请(?:输入|键入)[^，。；：,;:]{0,8}|请(?:填写|选择|选取|填)"
    r"|请?(?:输入|键入|选取|选择|填写)(?:文字|文本|日期|内容|一项|一个项目|项目|公司名称|文档标题|标题|作者姓名)"
    r"|(?:Click|Click or tap)(?: here)? to enter (?:text|a date)|Choose an item|Choose a building block|Enter (?:any content|text)[^.]{0,40}"
    r")[.。]?[\]】〕>]?$"
)
_LONGEST = 40
"""Characters of the longest prompt; other values that say nothing are shorter."""
_TRAILING = "；;，,。、 \t\u3000\u00a0\n"


def said(value: Tracked | None) -> Said:
    """Whether a value is text, blank or none. `不限` is text."""
    if value is None:
        return Said.BLANK
    text = value.text
    if len(text) > _LONGEST:
        return Said.TEXT
    text = text.strip()
    if not _NO_TEXT.match(text):
        return Said.TEXT
    if _BLANK.match(text) or _SKELETON.match(text) or _COUNTS.match(text) or _PROMPT.match(text):
        return Said.BLANK
    return Said.NONE if _NONE.match(text) else Said.TEXT


# How every box ends that is not ticked.
_MAY_BE_BOX = deferred(r"[□☐○◯)）\]］】〕]")


def checked(value: Tracked) -> list[Tracked] | None:
    """The answers with a ticked box (`□男 ☑女` gives 女); None for a value without boxes.

    A value with boxes has at least one that is not ticked, or several: a single ■ is a bullet.
    """
    if not _MAY_BE_BOX.search(value.text):
        return None
    boxes = list(BOX.finditer(value.text))
    if not boxes or not any(box["off"] for box in boxes) or not (len(boxes) > 1 or boxes[0].start() == 0):
        return None
    out: list[Tracked] = []
    if boxes[0].start() and boxes[-1].end() == len(value.text.rstrip()):
        for before, box in zip([None, *boxes[:-1]], boxes, strict=True):  # 男□ 女☑
            if box["on"]:
                out.append(value.part(before.end() if before else 0, box.start()))
        return [answer for answer in out if answer]
    for box, following in zip(boxes, [*boxes[1:], None], strict=True):
        if box["on"]:
            out.append(value.part(box.end(), following.start() if following else len(value)))
    return [answer for answer in out if answer]


_AND = deferred(r"[、，,/／;；]")


def enumeration(value: Tracked) -> list[Tracked]:
    """The parts of an enumeration (`电话、EMAIL、书面`)."""
    out: list[Tracked] = []
    start = 0
    for mark in _AND.finditer(value.text):
        out.append(value.part(start, mark.start()))
        start = mark.end()
    out.append(value.part(start, len(value)))
    return [part for part in out if part]


def paragraph(value: Tracked) -> Tracked:
    """A value that stays as it is written, but for the separator that divides it from the next."""
    text = value.text
    return value.part(0, len(text.rstrip("；;，,、 \t\u3000")) or len(text))


_RUN = deferred(
    r"(?<=[^\x00-\x7f\w])[ \t\u3000\u00a0]+|[ \t\u3000\u00a0]+(?=[，。；：、？！）])|[ \u00a0\u3000\t]{2,}|[\t\u3000]"
)


def _has_blank(text: str) -> bool:
    """Whether `_RUN` may be in a text; four looks take half the time of an expression."""
    return " " in text or "\t" in text or "\u3000" in text or "\u00a0" in text


def tidy(value: Tracked) -> Tracked:
    """A value without runs of blanks inside it: none beside Chinese punctuation, elsewhere one."""
    if not _has_blank(value.text):
        return value
    edits = [
        (
            m.start(),
            m.end(),
            ""
            if (m.start() and value.text[m.start() - 1] in "，。；：、？！（《“")
            or value.text[m.end() : m.end() + 1] in "，。；：、？！）"
            else " ",
        )
        for m in _RUN.finditer(value.text)
    ]
    return value.replace([edit for edit in edits if value.text[edit[0] : edit[1]] != edit[2]])


def item(value: Tracked) -> Tracked:
    """A list item without blanks around it and without the separator that ends it."""
    text = value.text
    end = len(text.rstrip(_TRAILING))
    return value.part(0, end) if end else value.strip()
