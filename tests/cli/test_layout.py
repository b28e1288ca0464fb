"""Help in terminal columns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdparse.cli.layout import Formatter, columns, fill

TEXTS = st.text(alphabet="ab -，。（）、“”《》岗位职责\n\t…é", max_size=80)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 8, ["one two", "three"]),
        ("one\n  two", 80, ["one two"]),
        ("岗位名称", 4, ["岗位", "名称"]),
        ("岗位，名称", 4, ["岗", "位，", "名称"]),
        ("岗（位）", 4, ["岗", "（位）"]),
        ("用 --lang 选择", 9, ["用 --lang", "选择"]),
        ("unbreakable", 4, ["unbreakable"]),
    ],
)
def test_text_is_filled_by_columns(text: str, width: int, lines: list[str]) -> None:
    assert fill(text, width) == lines


@given(TEXTS, st.integers(min_value=12, max_value=40))
def test_filling_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = fill(text, width)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    for line in lines:
        # What cannot be broken may be wider: one piece alone on its line.
        assert columns(line) <= width or len(fill(line, 1)) == 1


def test_a_list_is_aligned_by_columns() -> None:
    formatter = Formatter(width=40)
    formatter.write_dl([("-o 文件", "写入文件"), ("-q", "安静"), ("--a-very-long-option-with-a-value VALUE", "x")])
    rows = formatter.getvalue().splitlines()
    assert {columns(row[: row.index(text)]) for row, text in zip(rows, ("写入", "安静"), strict=False)} == {32}
    assert rows[2:] == ["--a-very-long-option-with-a-value VALUE", " " * 32 + "x"]
