"""The lexicon tries only the patterns of which a line has a word: it decides as all patterns in a row would."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import furniture_table
import jdparse
from jdparse.clean.furniture import LONGEST, lexicon

TABLE = tomllib.loads(Path(jdparse.__file__).parent.joinpath("data", "furniture.toml").read_text("utf-8"))


def _alternatives(kind: str) -> re.Pattern[str]:
    groups = (
        f"(?P<{reason}>" + "|".join(f"(?:{p})" for p in of[kind].splitlines() if p and not p.startswith("# ")) + ")"
        for reason, of in TABLE.items()
        if kind in of
    )
    return re.compile("|".join(groups))


INSIDE, BLOCKS, AROUND = map(_alternatives, furniture_table.KINDS)
PIECES = sorted({word for found in lexicon().words.values() for word, _ in found})


def _name(found: re.Match[str] | None) -> str | None:
    return found.lastgroup if found is not None else None


LINES = st.lists(
    st.sampled_from([*PIECES, "的", " ", "：", "12", "2023-01-02", "绕线", "x", "，", "["]), max_size=7
).map("".join)


@given(LINES)
def test_a_line_has_the_reason_that_all_patterns_give(line: str) -> None:
    if len(line) <= LONGEST:
        found = INSIDE.fullmatch(line) or BLOCKS.search(line) or AROUND.search(line)
        assert lexicon().reason(line) == _name(found)
        assert lexicon().block(line) == _name(BLOCKS.search(line))
    assert lexicon().inside(line) == _name(INSIDE.fullmatch(line))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("下载(?:本文|文档)", {"下载本文", "下载文档"}),
        (r"^(?:字号|字体)\s*[:：]", {"字号", "字体"}),
        (r"(?:立即|免费)\S{0,4}下载", {"下载"}),
        (r"已?(?:阅读)?\d+次", {"次"}),
        (r"(?=.{0,9}页)\d+", {"页"}),
        (r"(?:阅读|浏览)(?!量)|点击", {"阅读", "浏览", "点击"}),
        (r"(?:本文|本文来源)\s", {"本文"}),
        (r"第?\d+|首页", set[str]()),
        ("(?i:vip)会员", {"会员"}),
        ("(?i)vip", set[str]()),
        ("[^页]", set[str]()),
    ],
)
def test_the_words_that_a_pattern_needs(pattern: str, words: set[str]) -> None:
    assert furniture_table.needs(pattern) == words
