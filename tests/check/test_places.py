"""Where things stand in JSON, YAML, text and Word files."""

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdparse.check.places import Lines, Part, Place
from jdparse.check.positions import KEY, Positions, of_json, of_yaml
from jdparse.check.records import read
from jdparse.check.sources import read as parse
from jdparse.emit import yaml_text
from jdparse.options import Options

SAMPLES = Path(__file__).parent.parent.parent / "samples"
DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(min_size=1), inner, max_size=4),
    max_leaves=20,
)


def _values(value: Any, steps: tuple[int | str, ...] = ()) -> list[tuple[tuple[int | str, ...], Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(steps, value), *(found for step, part in inner for found in _values(part, (*steps, step)))]


def _check_json(text: str) -> Positions:
    found = of_json(text)
    for steps, value in _values(json.loads(text)):
        start, end = found[steps]
        assert json.loads(text[start:end]) == value
        if steps and isinstance(steps[-1], str):
            start, end = found[*steps, KEY]
            assert json.loads(text[start:end]) == steps[-1]
    return found


@given(DATA, st.sampled_from([None, 0, 2]), st.booleans())
def test_each_value_of_json_is_its_piece_of_the_text(data: Any, indent: int | None, plain: bool) -> None:
    _check_json(json.dumps(data, indent=indent, ensure_ascii=not plain))


@given(
    st.dictionaries(
        st.text("abc岗位", min_size=1), st.lists(st.text("甲乙 😀:#'\"\n", max_size=9), max_size=3), min_size=1
    )
)
def test_each_value_of_yaml_begins_where_it_stands(data: dict[str, list[str]]) -> None:
    text = yaml_text.dump(data)
    found = of_yaml(text)
    for steps, value in _values(data):
        start, end = found[steps]
        if isinstance(value, str) and "\n" not in value:
            assert str(yaml.safe_load(text[start:end]) or "") == value or text[start:end] == value


@pytest.mark.parametrize("text", ["", '{"a": }', "nul"])
def test_what_is_no_json_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="no value at"):
        of_json(text)


@pytest.mark.parametrize("name", ["training-supervisor/record.json", "book-editing-jobs/record.json"])
def test_the_samples(name: str) -> None:
    _check_json((SAMPLES / name).read_text("utf-8"))


def test_a_place_is_cut_at_the_end_of_its_line() -> None:
    lines = Lines("ab\r\n岗位：\n职责", first=5)
    assert lines.place(0, 9) == Place(5, 1, 2, "ab")
    assert lines.place(5, 6) == Place(6, 2, 1, "岗位：")
    assert lines.place(8, 10) == Place(7, 1, 2, "职责")
    assert lines.place(10) == Place(7, 3, 1, "职责")


@pytest.mark.parametrize(("at", "place"), [((1, 0), (1, 1)), ((2, 99), (2, 4)), ((9, 1), (3, 1))])
def test_a_place_that_a_parser_told_is_one_in_the_text(at: tuple[int, int], place: tuple[int, int]) -> None:
    found = Lines("ab\n岗位：\n职责").at(*at)
    assert (found.line, found.column) == place


RECORD = """\
jobs:
- title: 出纳
  summary: |-
    负责记账
    并且 35岁以下
  requirements:
    age: [18-35岁,
      30岁]
"""


@pytest.mark.parametrize(
    ("steps", "text", "place"),
    [
        (("jobs", 0, "title"), "", (2, 10, 2)),
        (("jobs", 0, "summary"), "35岁以下", (5, 8, 5)),
        (("jobs", 0, "requirements", "age", 1), "", (8, 7, 3)),
        (("jobs", 0, "requirements", "age", 1), "不在其中", (8, 7, 3)),
        (("jobs", 0, "dates", "prepared"), "", (2, 3, 9)),
    ],
)
def test_values_of_a_record_are_found(steps: tuple[int | str, ...], text: str, place: tuple[int, int, int]) -> None:
    (unit,) = read(RECORD.encode(), ".yaml").units
    found = unit.locate(steps, text)
    assert found is not None
    assert (found.line, found.column, found.width) == place


def test_lines_of_jsonl_are_those_of_the_file() -> None:
    content = read(b'{"jobs": [{"title": "a"}]}\n\n{"jobs": [{"title": "b"}]}\n', ".jsonl")
    lines = [unit.locate(("jobs", 0, "title"), "") for unit in content.units]
    assert [place and (place.line, place.column) for place in lines] == [(1, 21), (3, 21)]


def test_values_of_a_source_are_found() -> None:
    (unit,) = parse("岗位名称：出纳\n任职要求：\n1、限 男性；\n".encode(), "a.txt", Options()).units
    place = unit.locate(("jobs", 0, "requirements", "general", 0), "男性")
    assert place == Place(3, 5, 2, "1、限 男性；")
    title = unit.locate(("jobs", 0, "dates"), "")
    assert title is not None
    assert title.line == 1


def test_values_of_a_word_file_are_in_a_cell_or_a_paragraph() -> None:
    data = (SAMPLES / "bakery-shift-leader" / "input.docx").read_bytes()
    content = parse(data, "input.docx", Options())
    (unit,) = content.units
    place = unit.locate(("jobs", 0, "requirements", "age", 0), "")
    assert place is not None
    assert place.part == Part(table=1, row=14, column=4)
    assert content.text == ""
    parts = [found.place.part for found in content.found if found.place]
    assert all(part is not None for part in parts)


def test_places_of_many_findings_take_linear_time() -> None:
    """A source of many jobs, each without what is asked for: a place costs no search through all values."""
    short, long = (_seconds(count) for count in (100, 1_000))
    assert long < 40 * short


def _seconds(jobs: int) -> float:
    text = "".join(f"岗位名称：岗位{index}\n岗位职责：\n1、收货；\n2、发货。\n" for index in range(jobs))
    (unit,) = parse(text.encode(), "a.txt", Options()).units
    assert len(unit.record.jobs) == jobs
    unit.locate(("jobs", 0, "dates"), "")  # what is found out once is no part of it
    begin = process_time()
    for index in range(jobs):
        assert unit.locate(("jobs", index, "dates"), "") is not None
    return process_time() - begin
