"""Which record field a label names.

The table is data (`data/labels.toml`, and a user's own `jdparse.toml`); this module looks labels up in it. A look-up ignores width,
blanks, a colon and decoration, and knows the grammar in which Chinese labels are built: an unseen 职务工作环境说明 is
工作环境 with the wrapping words 职务 and 说明.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jdparse import spoken
from jdparse.errors import UsageError
from jdparse.patterns import deferred

# Fields whose labels take wrapping words. A bare identity label (公司, 部门, 岗位) does not: 公司要求 is no company name.
_WRAPPED = deferred(
    r"summary|duties|performance_standards|kpis|authority|section\.(?:relations|conditions|career|basic)|relations\.|working_hours|environment"
    r"|travel|tools|records|risks|requirements\.|compensation\.|career_path|rotation|location|headcount|job_type"
)
# Measured on labels.tsv (counts of the labels of some 2,100 documents): the words before and after that vary. Labels are
# built of several of them: 工作 + 所需 + 表单, 任职者 + 应具备的 + 能力素质 + 要求.
_BEFORE = deferred(
    r"(?:(?:本|该)?(?:岗位|职位|职务|任职者|任职|工作|招聘|应聘者|应聘|求职者|个人|人员)|所需|应具备|须具备|需具备|应具有|必备|主要|具体|基本|其他|其它|相关"
    r"|专项|通用|核心|(?:先|再|来|接着|接下来|最后|下面|然后)*(?:说一?说|讲一?讲|聊一?聊|谈一?谈|看一?看)(?:一下)?)的?"
)
_AFTER = deferred(
    r"(?:要求|需求|规定|情况|说明|描述|条件|方面|如下|内容|概述|信息|一览表?|明细|汇总|总结|表格|标准|及要求|和要求|包括|包含|是这些|有这些|这些|之[一二三四五]|[呢吧啦嘛哈])$"
)
_MOST_BEFORE, _MOST_AFTER = 3, 2
# What a company says of itself before what it pays: 公司薪资福利待遇.
_COMPANY = deferred(r"(?:本?公司|企业|集团|团队)的?")
# How labels are misread by machines (岗住, 职贵) or reworded by sites that hide a copy (规定 for 要求, 工夫 for 时间).
_RESPELT = {
    "岗住": "岗位", "岗仼": "岗位", "冈位": "岗位", "岗拉": "岗位", "职住": "职位", "职佐": "职位", "住职": "任职", "仼职": "任职", "仕职": "任职",
    "职贵": "职责", "职贡": "职责", "取责": "职责", "织责": "职责", "经脸": "经验", "经睑": "经验", "学厉": "学历", "专亚": "专业", "枚限": "权限",
    "扳限": "权限", "权眼": "权限", "薪姿": "薪资", "待逼": "待遇", "旳": "的", "阐明": "说明", "工夫": "时间", "时刻": "时间", "讲明": "说明", "剖析": "分析",
    "规定": "要求", "目的": "目标",
}  # fmt: skip
_POST = deferred("岗位|职位|职务")
_TWICE = deferred(r"(.)\1")
"""A character that was typed twice: 岗岗位要求."""
_RESPELT_PART = deferred("|".join(_RESPELT))
# What may follow 与 without being a label itself: 工作职责与标准.
_SECOND = frozenset(("标准", "要求", "内容", "说明", "考核", "任务", "目标", "条件", "防护", "权重", "比重"))
_AND = deferred(r"[与和及、/／&＆+＋]|以及")

_PARENTHESIS = deferred(r"[(（〔\[［【][^()（）〔〕\[\]【】]*+[)）〕\]］】]")
_SENTENCE = deferred(r"[，。；！？]")
_PLAIN = deferred(r"[^\x00-\x7f（）［］〔〕【】\u3000]+")
_CORE = deferred(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
# Nothing to fold: letters and digits, none of them of full width.
_FOLDED = deferred(r"[^\W_\uff01-\uff5e]++")
_LATIN = deferred(r"[A-Za-z][A-Za-z'&/.\- ]*+")
# Han and other non-ASCII letters; a class with the Han range itself takes sre 2 ms to compile.
_HAN = deferred(r"[^\W\x00-\x7f]")
# QC分析员 is a job, and who analyses one is 分析员
_ABBREVIATION = deferred(r"[A-Z]{2,4}(?=[^\W\x00-\x7f])")
# What stands behind a Chinese label in English: 岗位KPI / Kpi
_ENGLISH_TAIL = deferred(r"[ /][ /]*+[A-Za-z][A-Za-z'&.\- ]*+:?$")
# Two words of Chinese with a blank between them, or a wide gap, are a value and the next label, not one label: 技术类 复核人 Reviewed By
_APART = deferred(r"[^\W_A-Za-z][ \t\u3000\u00a0]+[^\W\x00-\x7f]|[ \u3000\u00a0]{2}|[\t\u3000]")
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(c): None for c in " \t\u3000\u00a0\u2002\u2003\u2009\n"
}

# What ends a heading in so few ways that any word before it will do: 作业权限, 班组长职权.
_ENDINGS = (
    ("权限", "authority"),
    ("职权", "authority"),
    ("协作关系", "section.relations"),
    ("工作关系", "section.relations"),
)

_LONGEST_BY_ENDING = 8

# The columns of a table of contacts are named by a word for the dealing and one for what the column says of it: 对接 + 事由.
_DEALINGS = frozenset("联系 联络 接触 沟通 协调 对接 往来 交往 衔接 会商".split())
_OF_DEALINGS = {
    **dict.fromkeys("对象 部门 单位 岗位 人员".split(), "contact.party"),
    **dict.fromkeys("事由 事项 内容 目的 缘由 事务 议题".split(), "contact.matter"),
    **dict.fromkeys("方式 渠道 途径 手段 形式".split(), "contact.means"),
    **dict.fromkeys("频率 频次 频度 周期".split(), "contact.frequency"),
}
# What a document says of itself: 说明书修订日期, 本文件编制人.
_OF_DOCUMENT = deferred(r"(?:本?(?:岗位|职位|职务|工作)?说明书|本?文件|本表)的?")
_SAID_OF_DOCUMENT = ("dates.", "people.", "extra")

# Roles whose labels count only at the head of a table's column.
ONLY_COLUMNS = ("contact.", "substitute.", "duty.level")

# No label of labels.tsv is longer than this without its parenthesis.
LONGEST = 18

# No first part of a label is longer: 职业发展 of 职业发展去向.
_LONGEST_FIRST = 4

_CONTACT = (
    "organization.website",
    "organization.phones",
    "organization.fax",
    "organization.emails",
    "application.contacts",
)
# How many labels are kept with what was found for them: some 0.3 MB.
_MOST_LOOKED_UP = 4096


_REMARK = deferred(r"[（(][^（）()]{0,20}[）)]$")


class Vocabulary(NamedTuple):
    """Labels, folded, with the field that each names: a record path (`requirements.education`) or a role (`section.basic`)."""

    labels: Mapping[str, str]
    english: Mapping[str, str]
    columns: Mapping[str, str]
    """Labels that count only at the head of a table's column (对象, 方式)."""
    weak: frozenset[str]
    """Labels that count only with a colon behind them: 五险一金 is a value as often as a label."""
    parts: Mapping[str, Mapping[str, str]]
    """Labels of two parts: the field by the second for each first (直管 + 下属). They count only as a whole line or cell, or before a colon."""
    looked_up: dict[str, str | None]
    """What `find` gave: the forms of one employer, and the stages of one parse, ask for the same labels again and again."""

    def find(self, label: str) -> str | None:
        """The field that a printed label names, or None. Decoration, numbering-free, of at most a line's length."""
        try:
            return self.looked_up[label]
        except KeyError:
            if len(self.looked_up) >= _MOST_LOOKED_UP:
                self.looked_up.clear()
            field = self.looked_up[label] = self._found(label)
            return field

    def _found(self, label: str) -> str | None:
        found = self.labels.get(label)
        if found:
            return found
        if "，" in label and len(label) <= spoken.LONGEST:
            return spoken.find(label.strip("：:"))  # 如果你还有这些，更好
        if len(label) > 60 or _SENTENCE.search(label) or (len(label) > LONGEST and _PLAIN.fullmatch(label)):
            return None
        folded = label.translate(_WIDTH)
        found = self.labels.get(folded)
        if found:
            return found
        bare = _core(_PARENTHESIS.sub("", folded))
        if not bare:
            bare = _core(folded)
        found = self.labels.get(bare)
        if found or not bare:
            return found
        if not _HAN.search(bare):
            return self.english.get(_core(unicodedata.normalize("NFKC", label)).strip().lower().replace("_", " "))
        if len(bare) > LONGEST + 20:
            return None
        if bare[0].isascii() or bare[-1].isascii():
            printed = unicodedata.normalize("NFKC", label)
            found = self._bilingual(printed)
            if found:
                return None if found.startswith("people.") and _ABBREVIATION.match(printed) else found
            bare = _core(_LATIN.sub("", bare)) if "、" not in bare else bare
        if not 3 <= len(bare) <= LONGEST:
            return None
        return self._parted(bare) or self._wrapped(bare) or self._respelt(bare) or self._kin(bare) or spoken.find(bare)

    def _bilingual(self, printed: str) -> str | None:
        """What a label says with its name in English before or behind it: 职位名称Title, 岗位KPI / Kpi."""
        found = self.labels.get(_core(_ENGLISH_TAIL.sub("", printed).translate(_WIDTH)))
        if found or "、" in printed:  # 电脑、Git is a value
            return found
        found = self.labels.get(_core(_LATIN.sub("", printed.translate(_WIDTH))))
        if found is None and not _APART.search(printed):
            found = self.english.get(" ".join(_LATIN.findall(printed)).strip(" /&-").lower())
            if found is not None and found.startswith(_CONTACT):
                return None  # web前端, QQ客服
        return found

    def column(self, text: str) -> str | None:
        """What the label of a table's column or row names."""
        found = self.find(text)
        if found is None and len(text) <= LONGEST:
            bare = fold(text)
            found = _by_ending(text, bare) or self.columns.get(bare)
            if found is None and bare[:2] in _DEALINGS:
                found = _OF_DEALINGS.get(bare[2:])
        return found

    def prefix(self, text: str, start: int = 0, shortest: int = 2) -> int:
        """Where the longest known label ends that stands at a place of a text as the table has it; 0 when none does."""
        for end in range(min(len(text), start + LONGEST), start + shortest - 1, -1):
            if text[start:end] in self.labels:
                return end
        return 0

    def heading(self, text: str) -> str | None:
        """The field of a line that is a heading: as `find`, and by its ending alone."""
        found = self.find(text)
        if found is None:
            return _by_ending(text, fold(text)) if len(text) <= _LONGEST_BY_ENDING + 2 else None
        bare = _REMARK.sub("", text) if text[-1:] in "）)" else text
        return None if fold(bare) in self.weak else found

    def _parted(self, label: str) -> str | None:
        """The field of a label of two parts: 直管下属, 班次安排."""
        for end in range(2, _LONGEST_FIRST + 1):
            if (seconds := self.parts.get(label[:end])) is not None and (found := seconds.get(label[end:])):
                return found
        return None

    def _wrapped(self, label: str) -> str | None:
        """The field of a label with wrapping words, or of a double label (知识与技能: the first that is known)."""
        for core in _unwrapped(label):
            found = self.labels.get(core)
            if found and _WRAPPED.match(found):
                return found
        document = _OF_DOCUMENT.match(label)
        if document and (found := self.labels.get(label[document.end() :])) and found.startswith(_SAID_OF_DOCUMENT):
            return found
        company = _COMPANY.match(label)
        if company and (found := self.labels.get(label[company.end() :])) and found.startswith("compensation."):
            return found
        parts = _AND.split(label)
        if len(parts) == 2 and all(len(part) >= 2 for part in parts):
            fields = [
                self.labels.get(part)
                or self._parted(part)
                or next(filter(None, map(self.labels.get, _unwrapped(part))), None)
                for part in parts
            ]
            if fields[0] and (fields[1] or parts[1] in _SECOND) and _WRAPPED.match(fields[0]):
                return fields[0]
            if fields[0] == fields[1]:
                return fields[0]
        return None

    def _kin(self, label: str) -> str | None:
        """The field of a label with another word for a post: 可晋升的职务 as 可晋升的岗位."""
        if (post := _POST.search(label)) is None:
            return None
        others = (label[: post.start()] + word + label[post.end() :] for word in ("岗位", "职位", "职务"))
        return next(filter(None, map(self.labels.get, others)), None)

    def _respelt(self, label: str) -> str | None:
        """The field of a label that was misread or reworded: 岗住职责, 任职规定."""
        spelt = _TWICE.sub(r"\1", _RESPELT_PART.sub(lambda found: _RESPELT[found.group()], label))
        return None if spelt == label else self.labels.get(spelt) or self._wrapped(spelt)


def _unwrapped(label: str) -> list[str]:
    """What is left of a label without some of its wrapping words: the longest first, of two as long the one that keeps its beginning."""
    cores = [label]
    while len(cores) <= _MOST_BEFORE and (before := _BEFORE.match(cores[-1])) is not None:
        cores.append(cores[-1][before.end() :])
    found = dict.fromkeys(cores)
    for core in cores:
        for _ in range(_MOST_AFTER):
            if (after := _AFTER.search(core)) is None:
                break
            core = core[: after.start()]
            found[core] = None
    left = [core for core in found if len(core) >= 2 and core != label]
    return sorted(left, key=lambda core: (-len(core), not label.startswith(core)))


def _by_ending(text: str, bare: str) -> str | None:
    """The field of a heading that only its ending tells; `bare` is the text folded."""
    if len(bare) > _LONGEST_BY_ENDING or len(text) > _LONGEST_BY_ENDING + 2:
        return None
    return next((field for ending, field in _ENDINGS if bare.endswith(ending)), None)


def _core(text: str) -> str:
    """A text without decoration at its edges."""
    found = _CORE.search(text)
    return found[0] if found is not None else ""


def fold(label: str) -> str:
    """A label as the table keeps it: half width, no blanks, no decoration at its edges."""
    if _FOLDED.fullmatch(label):
        return label
    folded = label.translate(_WIDTH)
    return _core(folded) or folded


@cache
def builtin() -> Vocabulary:
    """The vocabulary that comes with jdparse. Raises ValueError when two fields claim one label."""
    tables = tomllib.loads(Path(__file__).with_name("data").joinpath("labels.toml").read_text("utf-8"))
    labels: dict[str, str] = {}
    english: dict[str, str] = {}
    columns: dict[str, str] = {}
    weak: set[str] = set()
    parts: dict[str, dict[str, str]] = {}
    for path, table in _tables(tables, ""):
        for family in table.get("parts", "").splitlines():
            firsts, seconds = family.split(" × ")
            fields = dict.fromkeys(seconds.split(), path)
            for first in firsts.split():
                parts.setdefault(first, {}).update(fields)
        weak.update(table.get("weak", "").split())
        whole = columns if path.startswith(ONLY_COLUMNS) else labels
        for words, target in (
            (table.get("weak", "").split(), labels),
            (table.get("labels", "").split(), whole),
            (table.get("english", "").split("; "), english),
        ):
            for word in words:
                if word and target.setdefault(word, path) != path:
                    raise ValueError(f"label {word!r} is claimed by {target[word]} and {path}")
    return Vocabulary(labels, english, columns, frozenset(weak), parts, {})


def fields() -> frozenset[str]:
    """The fields and roles that labels can name."""
    return frozenset(builtin().labels.values())


def extended(labels: Mapping[str, tuple[str, ...]]) -> Vocabulary:
    """The vocabulary with a user's own labels, which win over those that come with jdparse.

    Raises UsageError for a field that does not exist, or when two fields claim one label.
    """
    base = builtin()
    if not labels:
        return base
    own: dict[str, str] = {}
    for path, words in labels.items():
        if path not in fields():
            raise UsageError("no such field: {field}", field=path)
        for word in words:
            if own.setdefault(fold(word), path) != path:
                raise UsageError(
                    "label {label} is claimed by two fields: {first} and {second}",
                    label=word,
                    first=own[fold(word)],
                    second=path,
                )
    return Vocabulary({**base.labels, **own}, base.english, base.columns, base.weak - own.keys(), base.parts, {})


def _tables(node: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, str]]]:
    if "labels" in node or "english" in node:
        yield path, node
        return
    for name, child in node.items():
        yield from _tables(child, f"{path}.{name}" if path else name)
