"""A line that says how to apply, where it has no heading."""

import re

from jdparse.numbering import PICTURES
from jdparse.outline import labels
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred

# How an ad ends without a heading: 有意者请将简历发送至 …
_APPLYING = deferred(
    r"(?:有意|如有(?:疑问|意向|兴趣)|如果?[您你](?:对.{1,12}?)?有(?:兴趣|意向|意)|感兴趣|有兴趣|符合(?:以上)?条件|欢迎|应聘者|(?:请|先)[将把]|意者(?=请|洽|来|可)|请(?:电?洽|来电)|请[您你]将|(?:个人)?简历(?:[和及、与]\S{1,6}?)?可?(?:请|投|发)|报名(?:请|加|找|电话)|(?:(?:店|公司|工厂|我们的?)?地址|我们(?:店|公司|厂)?|[本小]?店)就?在(?=[^；]{4,80}(?:微信|电话|手机)[^；]{0,12}\d{7})|(?:即日|现在)起|[您你]?[想愿有](?:要|意|心|打算)?\S{1,4}的(?!人|是)|(?:please|kindly) (?:send|email)|interested).{0,80}?(?:微信|电话|手机|邮箱|@|简历|[交送][至到]|登记|面谈|QQ|LINE|私信|联系|报名|打给|直接[到来找]|[到来]店|[到找]\S{1,10}(?:登记|面谈)|找\S{1,4}(?:[，,]|$)|\d{3,4}-\d{3,4})",
    re.IGNORECASE,
)

_LONGEST_APPLYING = 160

# … behind the last value of an ad on one line: 工作地点：西门旁；有意的打13700000000
_TAIL = deferred(
    r"[；;。][ \t\u3000]*(?=(?:有意|意者|感兴趣|有兴趣|欢迎|请)[^；。]{0,16}(?:电话|微信|联系|简历|私信|站内信?|面谈|打\s?\d|\d{7}))"
)


def with_applying(entries: list[Entry]) -> list[Entry]:
    """The entries with an unnumbered line that says how to apply made a value of its own, where it has no heading."""
    section = ""
    out: list[Entry] = []
    for entry in entries:
        if entry.role is Role.LABEL and entry.field is not None:
            section = entry.field
            applies = section.startswith("application.")
            if section == "application.deadline" and entry.text is not None:
                section = "deadline"  # with its value it heads nothing
            if not applies and entry.text is not None and (tail := _TAIL.search(entry.text.text)) is not None:
                value, rest = entry.text[: tail.start()], entry.text[tail.end() :]
                out.append(entry._replace(text=value))
                entry = entry._replace(
                    field="application.instructions", label=None, text=rest, whole=rest, set_off="chip", first=False
                )
        elif (
            (entry.role is Role.ITEM or (entry.role is Role.LABEL and entry.text is not None))
            and entry.enumerator is None
            and section
            and not section.startswith(("application.", "section.application"))
            and 12 <= len(entry.whole) <= _LONGEST_APPLYING
            and _APPLYING.match(entry.whole.text, _behind_picture(entry.whole.text))
        ):
            if out and _invites(out[-1]):
                head, section = out[-1], "application.instructions"
                out[-1] = head._replace(role=Role.LABEL, field=section, label=head.text, text=None, set_off="bare")
            else:
                text = entry.whole[_behind_picture(entry.whole.text) :]
                entry = entry._replace(
                    role=Role.LABEL, field="application.instructions", label=None, text=text, set_off="chip"
                )
        out.append(entry)
    return out


def _behind_picture(text: str) -> int:
    """Where a line begins behind a picture: 👉报名加微信 …."""
    drawn = PICTURES.match(text) if text[:1] >= "\u231a" else None
    return drawn.end() if drawn is not None else 0


# What stands over such a line where it has a heading: 加入我们, 就等你来
_INVITING = deferred(
    r"[^，。；：]{0,6}(?:加入(?:我们|团队)?|等你来?|联系(?:我们|方式)|找(?:到)?我们|投递|报名|应聘)[^，。；：]{0,4}$"
)


def _invites(entry: Entry) -> bool:
    """Whether an entry is a bare short line that asks the reader to apply."""
    return (
        entry.role is Role.ITEM
        and entry.enumerator is None
        and entry.text is not None
        and labels.heading_like(entry.text.text)
        and _INVITING.match(entry.text.text) is not None
    )
