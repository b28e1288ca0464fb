"""Damages clean documents as preview sites, copies and dumps do; each kind of damage says what its record must be.

`DAMAGES` has the kinds: from a seed to a `Damaged`, the same bytes for the same seed. `tests.damage.measure` prints how much
of each kind the parser gets right. `OF_TEXT` are those that any text can have, for property tests.
"""

import copy
import random
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import opencc

from tests.damage.documents import Document, Gold, form, prose
from tests.damage.pinyin import inject, listing, mirror, toneless_listing

TRADITIONAL = opencc.OpenCC("s2t").convert


class Damaged(NamedTuple):
    """A damaged file and the record that it must give: its jobs, and the diagnostics that must be among its own."""

    data: bytes
    jobs: tuple[Gold, ...]
    diagnostics: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    """Paths that do not count, as `tests.scoring` has them."""
    name: str = "-"

    @property
    def gold(self) -> dict[str, Any]:
        """The gold record, as `tests.scoring` compares it."""
        return {"jobs": self.jobs, "diagnostics_expected": self.diagnostics, "optional": list(self.optional)}


Kind = Callable[[int], Damaged]
OfText = Callable[[str, random.Random], str]
"""A damage to any text, whatever it says."""


def _text(text: str, document: Document, *diagnostics: str) -> Damaged:
    return Damaged(text.encode(), document.jobs, diagnostics)


# --- injected pinyin, other characters ---


def with_pinyin(text: str, chance: random.Random) -> str:
    """`技術(shù)` in traditional characters: the list of another site each time, in one of four forms."""
    style = chance.choice(("({})", "（{}）", "({} )", "( {}）"))
    return inject(TRADITIONAL(text), listing(chance.randrange(1000), 0.5), style).text


def with_broken_bytes(text: str, chance: random.Random) -> str:
    """The same as the sites did it, by replacing bytes of GBK, so that some characters break."""
    readings = listing(chance.randrange(1000), 0.6)
    return mirror(TRADITIONAL(text), {c: readings[c] for c in readings if c in _common()})


@cache
def _common() -> frozenset[str]:
    """Common characters: a site's list has no others, so that few bytes match by chance (on a real page 3 in 377)."""
    return frozenset(TRADITIONAL("".join(prose(seed).text() for seed in range(100))))


def with_repeated_pinyin(text: str, chance: random.Random) -> str:
    """`局(ju)(ju)` in the script that the text has."""
    return inject(text, toneless_listing(chance.randrange(1000), 0.3), "({})({})").text


def half_traditional(text: str, chance: random.Random) -> str:
    """Some characters traditional wherever they stand, as a converter that knows half of them leaves it."""
    forms = {c: TRADITIONAL(c) for c in sorted(set(text)) if chance.random() < 0.6}
    return "".join(forms.get(c, c) for c in text)


def pinyin(seed: int) -> Damaged:
    """Injected pinyin."""
    document = prose(seed)
    return _text(with_pinyin(document.text(), random.Random(seed)), document, "pinyin-removed")


def pinyin_in_bytes(seed: int) -> Damaged:
    """Injected pinyin, and characters that injecting it broke."""
    document = prose(seed)
    return _text(with_broken_bytes(document.text(), random.Random(seed)), document, "pinyin-removed")


def pinyin_repeated(seed: int) -> Damaged:
    """Injected pinyin without tones, twice."""
    document = prose(seed)
    return _text(with_repeated_pinyin(document.text(), random.Random(seed)), document, "pinyin-removed")


def pseudo_traditional(seed: int) -> Damaged:
    """Half of the characters traditional."""
    document = prose(seed)
    return _text(half_traditional(document.text(), random.Random(seed)), document)


# --- tables without their cells ---


def _cells(document: Document, *, blank: bool) -> Iterator[str]:
    """A cell a line; an empty one is a blank line or nothing."""
    for row in document.cells():
        for cell in row:
            yield from cell or ([""] if blank else [])


def cells(seed: int) -> Damaged:
    """A cell a line, and a blank line for an empty one."""
    document = form(seed)
    return _text("\n".join(_cells(document, blank=True)), document)


def cells_without_blanks(seed: int) -> Damaged:
    """A cell a line, and nothing for an empty one."""
    document = form(seed)
    return _text("\n".join(_cells(document, blank=False)), document)


def cells_with_broken_labels(seed: int) -> Damaged:
    """A cell a line, with labels on two lines (岗位技能 / 要求) or a character a line (备 / 注), as narrow cells break them."""
    document, chance = form(seed), random.Random(seed)
    lines: list[str] = []
    for row in document.cells():
        for cell in row:
            for line in cell or [""]:
                lines += _broken(line, chance)
    return _text("\n".join(lines), document)


_DOWN = ("备注", "职责", "权限", "知识", "经验", "专业", "学历")
_ENDS = ("要求", "标准", "职责", "资格", "条件", "权限")


def _broken(line: str, chance: random.Random) -> list[str]:
    if line in _DOWN and chance.random() < 0.5:
        return list(line)
    if len(line) in (4, 5, 6) and line.endswith(_ENDS) and chance.random() < 0.5:
        return [line[:-2], line[-2:]]
    return [line]


def cells_with_pinyin(seed: int) -> Damaged:
    """A cell a line in traditional characters with injected pinyin."""
    document = form(seed)
    text = "\n".join(_cells(document, blank=True))
    return _text(with_pinyin(text, random.Random(seed)), document, "pinyin-removed")


# --- lines ---


def broken_lines(text: str, chance: random.Random) -> str:
    """Lines broken at one width between 40 and 76 columns, the rest of a line at the margin or indented."""
    width, indent = chance.randint(20, 38), chance.choice(("", "", "  ", "　　"))
    return "\n".join(part for line in text.split("\n") for part in _wrapped(line, width, indent))


def _wrapped(line: str, width: int, indent: str) -> Iterator[str]:
    """The line in parts; as in print, no part begins with punctuation."""
    rest, before = line, ""
    while len(rest) > width - len(before):
        at = width - len(before)
        while at < len(rest) and rest[at] in "，。；、：）%":
            at += 1
        yield before + rest[:at]
        rest, before = rest[at:], indent
    if rest or not line:
        yield before + rest


def without_blank_lines(text: str, chance: random.Random) -> str:
    """No blank line is left."""
    return "\n".join(line for line in text.split("\n") if line)


def with_blank_lines(text: str, chance: random.Random) -> str:
    """A blank line, or three, behind each line."""
    return ("\n" * chance.choice((2, 4))).join(text.split("\n"))


def in_parts(text: str, chance: random.Random) -> str:
    """A preview in parts of some 150 to 400 characters, each but the first with its number, in the middle of a word."""
    parts: list[str] = []
    start, number = 0, 1
    size = chance.randint(150, 400)
    while (at := _middle(text, start + size)) is not None:
        number += 1
        parts += [text[start:at], f"\n{number}、"]
        start = at
    return "".join(parts) + text[start:]


def _middle(text: str, at: int) -> int | None:
    """The next place inside a word of a sentence; None behind the last."""
    while at < len(text) - 3:
        line = text[text.rfind("\n", 0, at) + 1 : text.find("\n", at)]
        if len(line) > 20 and text[at - 3 : at + 3].isalpha():
            return at
        at += 1
    return None


def wrapped(seed: int) -> Damaged:
    """Broken lines."""
    document = prose(seed)
    return _text(broken_lines(document.text(), random.Random(seed)), document)


def blank_lines_dropped(seed: int) -> Damaged:
    """Blank lines are gone."""
    document = prose(seed)
    return _text(without_blank_lines(document.text(), random.Random(seed)), document)


def blank_lines_doubled(seed: int) -> Damaged:
    """Blank lines between all lines."""
    document = prose(seed)
    return _text(with_blank_lines(document.text(), random.Random(seed)), document)


def chunk_numbers(seed: int) -> Damaged:
    """The numbers of a preview's parts."""
    document = prose(seed)
    return _text(in_parts(document.text(), random.Random(seed)), document)


# --- what is lost ---


def cut(seed: int) -> Damaged:
    """The last third or less is missing; what stands before the cut must be as in the whole."""
    document, chance = prose(seed), random.Random(seed)
    text = document.text()
    end = len(text) - chance.randint(3, len(text) // 3)
    kept = text[:end]
    jobs = tuple(_before(job, text, end) for job in document.jobs)
    # whether the last label is blank, and words of which a part is left, may be told either way
    return Damaged(kept.encode(), jobs, (), ("blank_fields", "none_fields"))


def _before(value: Any, text: str, end: int) -> Any:
    """What of a gold record stands before the cut, and the beginning of a text through which it goes."""
    if isinstance(value, dict):
        kept = {key: _before(inner, text, end) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner not in (None, [], {})}
    if isinstance(value, list):
        return [kept for inner in value if (kept := _before(inner, text, end)) not in (None, "", [], {})]
    if value is None:
        return None
    at = text.find(value)
    return value if at + len(value) <= end else value[: end - at] if at < end else None


def masked(seed: int) -> Damaged:
    """Two words masked wherever they stand: `****`, `××`."""
    document, chance = prose(seed), random.Random(seed)
    text, jobs = document.text(), list(copy.deepcopy(document.jobs))
    tasks = [task for duty in jobs[0]["duties"] for task in duty["tasks"]]
    for task, mask in zip(
        chance.sample(tasks, 2), chance.sample(("***", "****", "××", "＊＊＊", "某某"), 2), strict=True
    ):
        at = chance.randint(0, len(task) - 4)
        word = task[at : at + chance.randint(2, 4)]
        if word.isalpha():
            text = text.replace(task, task.replace(word, mask))
            jobs = _replaced(jobs, task, task.replace(word, mask))
    return Damaged(text.encode(), tuple(jobs), ("masked-text",) if text != document.text() else ())


def _replaced(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(inner, old, new) for key, inner in value.items()}
    if isinstance(value, list):
        return [_replaced(inner, old, new) for inner in value]
    return value.replace(old, new) if isinstance(value, str) else value


def lost_bytes(seed: int) -> Damaged:
    """One byte of a character missing in one to three tasks, in GBK or UTF-8."""
    document, chance = prose(seed), random.Random(seed)
    encoding = chance.choice(("gbk", "utf-8"))
    text, jobs = document.text(), list(copy.deepcopy(document.jobs))
    tasks = [task for duty in jobs[0]["duties"] for task in duty["tasks"]]
    lost: list[int] = []
    for task in chance.sample(tasks, chance.randint(1, min(3, len(tasks)))):
        place = chance.randrange(1, len(task) - 1)
        if task[place].isalpha():
            lost.append(text.index(task) + place)
            jobs = _replaced(jobs, task, task[:place] + "\ufffd" + task[place + 1 :])
    parts: list[bytes] = []
    for place, character in enumerate(text):
        code = character.encode(encoding)
        parts.append(code[:-1] if place in lost else code)
    return Damaged(b"".join(parts), tuple(jobs), ("damaged-text",) if lost else ())


# --- all of it ---


def preview_page(seed: int) -> Damaged:
    """A document site's page around a table with a cell a line."""
    document, chance = form(seed), random.Random(seed)
    name = f"{document.jobs[0]['title']}岗位说明书.docx"
    size, pages = chance.randint(15, 90), chance.randint(1, 12)
    above = chance.choice(
        (
            [
                "文档名称:",
                "",
                name,
                "",
                f"格式:docx   大小:{size}KB   页数:{pages}页",
                "下载后只包含 1 个 DOCX 格式的文档",
                "",
                "分享",
                "",
                "文档介绍",
            ],
            [
                "首页 > 人力资源 > 岗位职责",
                name,
                f"上传人：山水{seed}  2019/3/{seed % 27 + 1}  文件大小：{size}KB",
                "预览",
            ],
            ["某某文库 导航", "", f"来源网站:某某文库 2018-11-{seed % 20 + 10} 17:24:20", "资源描述："],
        )
    )
    below = chance.choice(
        (
            ["展开阅读全文", f"{name}_文库类网站"],
            ["岗位说明书下载地址 电信下载 网通下载", "声明:本站所有资料均为网友收集整理而来,仅供学习和研究使用"],
            ["相关文档", "会计岗位职责", "出纳岗位说明书范文", "版权所有 未经许可不得转载"],
            ["1 / 12", "立即下载"],
        )
    )
    return _text("\n".join([*above, *_cells(document, blank=True), *below]), document)


def everything(seed: int) -> Damaged:
    """Traditional text with pinyin and broken lines, without blank lines, inside a site's page."""
    document, chance = prose(seed), random.Random(seed)
    above = ["1 / 3", "文档介绍：岗位说明书", f"上传人:user{seed} 2016/5/{seed % 27 + 1} 文件大小:32 KB"]
    below = ["展开阅读全文", "猜你喜欢", "保安岗位职责", "文员岗位职责"]
    body = broken_lines(without_blank_lines(document.text(), chance), chance)
    return _text(with_pinyin("\n".join([*above, body, *below]), chance), document, "pinyin-removed")


OF_TEXT: tuple[OfText, ...] = (
    with_pinyin,
    with_broken_bytes,
    with_repeated_pinyin,
    half_traditional,
    broken_lines,
    without_blank_lines,
    with_blank_lines,
    in_parts,
)
"""The damages that any text can have."""

HARMLESS = ("pinyin", "pinyin-repeated", "pseudo-traditional", "blank-lines-dropped", "blank-lines-doubled")
"""The kinds that lose nothing at all: the record must be that of the undamaged document, to the letter."""

DAMAGES: Mapping[str, Kind] = {
    kind.__name__.replace("_", "-"): kind
    for kind in (
        pinyin,
        pinyin_in_bytes,
        pinyin_repeated,
        pseudo_traditional,
        cells,
        cells_without_blanks,
        cells_with_broken_labels,
        cells_with_pinyin,
        wrapped,
        blank_lines_dropped,
        blank_lines_doubled,
        chunk_numbers,
        cut,
        masked,
        lost_bytes,
        preview_page,
        everything,
    )
}
