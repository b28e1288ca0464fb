"""Lines that stand over a table: 表1-2　工作职责, 附件二：能力素质词典, 修订历史."""

from jdparse.outline import labels, titles
from jdparse.outline.entry import Entry, Role
from jdparse.patterns import deferred
from jdparse.vocabulary import Vocabulary

_ANNEX = deferred(r"附(?:件|表|录|图)[ ]?[\d一二三四五六七八九十]{0,3}(?:[:：、. \u3000]*(?P<name>[^，。；]{2,20}))?$")
# 表1-2, （附表一）, 表 3.1：, 续表2, Table 1
_NUMBER = deferred(
    r"[(（【]?(?:(?:附|续)?[表图]|Tab(?:le|\.))[ \u3000]?(?:\d{1,2}(?:[-－—–.．]\d{1,2}){0,2}|[一二三四五六七八九十]{1,3}(?=[ \t\u3000:：、.)）】]|$))"
    r"[)）】 \t\u3000:：、.]*(?=[^\W\d]|$)"
)
_FIRST = frozenset("表图附续T（(【")


def number(text: str) -> int:
    """Where the number of a table's caption ends with which a line begins; 0 for another line."""
    if text[:1] not in _FIRST or (found := _NUMBER.match(text)) is None:
        return 0
    return found.end()


def field(name: str, vocabulary: Vocabulary) -> str | None:
    """What the name of a table says of its content: 工作职责, 任职资格表."""
    return vocabulary.heading(name) or (vocabulary.heading(name[:-1]) if name[-1:] == "表" else None)


def over(line: Entry, first: Entry, vocabulary: Vocabulary) -> Entry:
    """The line right over a table, as the heading that it is; `first` is the table's first entry."""
    if (line.role is Role.ITEM or (line.role is Role.LABEL and line.text is None)) and line.enumerator is None:
        line = _numbered(line, vocabulary)
    if _is_heading(line, first):
        line = line._replace(role=Role.LABEL, label=line.text, text=None, set_off="bare")
    return line


def annex(entry: Entry, vocabulary: Vocabulary) -> Entry:
    """A line near a table, 附件二：能力素质词典, as a heading under which no other stands and which stands under none."""
    found = _ANNEX.match(entry.whole.text) if entry.whole.text[:1] == "附" and not entry.heading else None
    if found is None or entry.enumerator is not None:
        return entry
    known = vocabulary.heading(found["name"]) if found["name"] else None
    return entry._replace(role=Role.LABEL, label=entry.whole, field=known, text=None, set_off="bare", heading=1)


def _numbered(line: Entry, vocabulary: Vocabulary) -> Entry:
    """A caption that nobody knows as a whole, without its number: 表2-3　班前检查, 表3-1　压路机手基本信息."""
    of_picture = "图" in line.whole.text[:2]  # it stands below its picture, and not over the table
    end = number(line.whole.text) if line.marker is None and not of_picture else 0
    if not end:
        return line
    name = line.whole[end:]
    if not name:
        return line._replace(role=Role.ITEM, marker=line.whole, label=None, text=None, whole=name, set_off="header")
    heading = not titles.names_job(name.text)
    return line._replace(
        role=Role.LABEL if heading else Role.ITEM,
        marker=line.whole[:end].strip(),
        label=name if heading else None,
        field=_of_job(name.text, vocabulary) if heading else None,
        text=None if heading else name,
        whole=name,
        set_off="bare" if heading else "",
    )


def _of_job(name: str, vocabulary: Vocabulary) -> str | None:
    """What the name of a table says of its content behind a job's name: 基本信息 of 压路机手基本信息."""
    ends = (at for at in range(2, len(name) - 1) if titles.may_name_job(name[:at]))
    return next(filter(None, (field(name[at:], vocabulary) for at in ends)), None)


def _is_heading(line: Entry, first: Entry) -> bool:
    """Whether a line is the heading of a table with a header: 修订历史 over 版本 | 日期."""
    return (
        first.set_off == "header"
        and line.role is Role.ITEM
        and line.enumerator is None
        and labels.heading_like(line.whole.text)
        and not titles.names_job(line.whole.text)
    )
