"""The vocabulary: its table is in order, and printed labels are found in it whatever they are dressed in."""

import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import opencc
import pytest
import yaml

import jdparse
from jdparse import vocabulary
from jdparse.errors import UsageError
from jdparse.records import File, Job

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "vocabulary.yaml").read_text(encoding="utf-8")
)
TABLE = tomllib.loads(resources.files("jdparse").joinpath("data/labels.toml").read_text(encoding="utf-8"))
# Roles that structure a document, and the columns of tables; every other path is one of the record.
ROLES = ("section", "duty", "column", "contact", "substitute", "extra")


def tables(node: dict[str, Any] = TABLE, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Each field of the file with its words."""
    if any(isinstance(value, str) for value in node.values()):
        yield path, node
    else:
        for name, child in node.items():
            yield from tables(child, f"{path}.{name}" if path else name)


def words(kind: str) -> list[tuple[str, str]]:
    """All (field, label) of a kind."""
    split = (lambda text: text.split("; ")) if kind == "english" else str.split
    return [(field, word) for field, table in tables() for word in split(table.get(kind, "")) if word]


LABELS = [pair for pair in (*words("labels"), *words("weak")) if not pair[0].startswith(vocabulary.ONLY_COLUMNS)]


@pytest.fixture(scope="module")
def builtin() -> vocabulary.Vocabulary:
    return vocabulary.builtin()


def test_there_are_many_labels() -> None:
    assert len(LABELS) > 1500
    assert len(words("english")) > 100


def test_the_tables_hold_nothing_else() -> None:
    assert {key for _, table in tables() for key in table} <= {"labels", "weak", "parts", "english"}


def families() -> Iterator[tuple[str, list[str], list[str]]]:
    """Each field with the first and the second parts of a family of its labels."""
    for field, table in tables():
        for family in table.get("parts", "").splitlines():
            firsts, seconds = family.split(" × ")
            yield field, firsts.split(), seconds.split()


def test_labels_of_two_parts_name_what_their_family_does(builtin: vocabulary.Vocabulary) -> None:
    claimed: dict[str, set[str]] = {}
    for field, firsts, seconds in families():
        for first in firsts:
            for second in seconds:
                claimed.setdefault(first + second, set()).add(field)
    assert {label: fields for label, fields in claimed.items() if len(fields) > 1} == {}
    # a label with an entry of its own may name another field
    own = {label: {builtin.labels.get(label, builtin.find(label))} for label in claimed}
    assert {label for label, fields in claimed.items() if own[label] != fields and label not in builtin.labels} == set()


def test_the_parts_of_labels_are_folded_and_of_two_to_four_characters() -> None:
    for _, firsts, seconds in families():
        assert [part for part in (*firsts, *seconds) if vocabulary.fold(part) != part] == []
        assert {len(first) for first in firsts} <= {2, 3, 4}


def test_labels_are_folded_already() -> None:
    assert [word for _, word in LABELS if vocabulary.fold(word) not in (word, word.strip("()（）"))] == []
    assert [word for _, word in words("english") if word != word.lower().strip()] == []


def test_labels_are_simplified() -> None:
    convert = opencc.OpenCC("t2s").convert
    assert [word for _, word in LABELS if convert(word) != word] == []


def test_labels_stand_once() -> None:
    for found in ([word for _, word in LABELS], [word for _, word in words("english")]):
        assert sorted({word for word in found if found.count(word) > 1}) == []


def test_every_label_is_found_as_its_own_field(builtin: vocabulary.Vocabulary) -> None:
    assert {word: builtin.find(word) for _, word in LABELS} == {word: field for field, word in LABELS}


def test_every_english_label_is_found_in_any_case(builtin: vocabulary.Vocabulary) -> None:
    for dress in (str, str.title, str.upper, "{}:".format, "【{}】".format):
        assert [word for field, word in words("english") if builtin.find(dress(word)) != field] == []


@pytest.mark.parametrize(
    "dress",
    ["{}：", "{}:", " {} ", "　{}　", "【{}】", "★{}", "**{}**", "◆ {}：", "「{}」", "{}（必填）", "《{}》", "# {}"],
)
def test_every_label_is_found_in_any_dress(builtin: vocabulary.Vocabulary, dress: str) -> None:
    assert [word for field, word in LABELS if builtin.find(dress.format(word)) != field] == []


def test_every_label_is_found_letter_spaced(builtin: vocabulary.Vocabulary) -> None:
    for between in (" ", "  ", "\u3000"):
        assert [word for field, word in LABELS if builtin.find(between.join(word)) != field] == []


def test_every_label_is_found_in_full_width(builtin: vocabulary.Vocabulary) -> None:
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    assert [word for field, word in LABELS if builtin.find(word.translate(wide)) != field] == []


def test_fields_are_paths_of_the_record() -> None:
    properties = {"": set(Job.model_fields) | set(File.model_fields)}
    for name in ("dates", "people", "relations", "requirements", "compensation", "application"):
        annotation = Job.model_fields[name].annotation
        assert annotation is not None
        properties[name] = set(annotation.model_fields)
    properties["organization"] = {"name", "description", "address", "phones", "fax", "emails", "website"}
    for field, _ in tables():
        head, _, tail = field.rpartition(".")
        assert (head or tail) in ROLES or tail in properties[head], field


@pytest.mark.parametrize(("field", "labels"), CASES["known"].items())
def test_a_field_has_its_labels(builtin: vocabulary.Vocabulary, field: str, labels: str) -> None:
    assert {label: builtin.find(label) for label in labels.split()} == dict.fromkeys(labels.split(), field)


@pytest.mark.parametrize("case", CASES["printed"], ids=lambda case: case["title"])
def test_printed_label(builtin: vocabulary.Vocabulary, case: dict[str, str]) -> None:
    assert builtin.find(case["label"]) == case["field"]


@pytest.mark.parametrize("text", CASES["not_labels"])
def test_no_label(builtin: vocabulary.Vocabulary, text: str) -> None:
    assert builtin.find(text) is None
    assert builtin.heading(text) is None


@pytest.mark.parametrize("case", CASES["weak"], ids=lambda case: case["label"])
def test_a_common_word_heads_nothing(builtin: vocabulary.Vocabulary, case: dict[str, str]) -> None:
    assert builtin.find(case["label"]) == case["field"]
    assert builtin.heading(case["label"]) is None


@pytest.mark.parametrize(
    "text", ["岗位职责" * 20, "岗" * 10_000, "【" * 10_000, "a" * 10_000, "负责" * 30 + "岗位职责"]
)
def test_a_long_text_is_no_label(builtin: vocabulary.Vocabulary, text: str) -> None:
    assert builtin.find(text) is None
    assert builtin.heading(text) is None


def test_a_traditional_label_is_folded_before_it_is_looked_up() -> None:
    text = "職位名稱：倉儲專員\n所屬部門：資材部\n工作內容：\n1、負責進貨點收\n2、負責庫存盤點\n"
    (job,) = jdparse.parse(text.encode()).record.jobs
    assert (job.title, job.department) == ("仓储专员", "资材部")
    assert [task for duty in job.duties for task in duty.tasks] == ["负责进货点收", "负责库存盘点"]


def load(monkeypatch: pytest.MonkeyPatch, toml: str) -> vocabulary.Vocabulary:
    """The vocabulary that a file with this text would give."""
    monkeypatch.setattr(Path, "read_text", lambda *_args, **_kwargs: toml)
    return vocabulary.builtin.__wrapped__()


def test_a_small_file(monkeypatch: pytest.MonkeyPatch) -> None:
    found = load(
        monkeypatch,
        '[title]\nlabels = """\n岗位\n职位"""\nenglish = "job title; post"\n[dates.prepared]\nlabels = "日期"',
    )
    assert (found.find("职位"), found.find("Post"), found.find("日期")) == ("title", "title", "dates.prepared")
    assert found.find("部门") is None


@pytest.mark.parametrize(
    "line", ['labels = "岗位"', 'labels = "甲 岗位"', 'labels = "甲"\nweak = "岗位"', 'english = "post; 岗位"']
)
def test_a_label_that_two_fields_claim_fails_at_load(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    with pytest.raises(ValueError, match=r"'(岗位|甲|post)'.*title.*code"):
        load(monkeypatch, f"[title]\n{line}\n[code]\n{line}")


def test_a_label_and_a_common_word_of_two_fields_fail_at_load(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="claimed by"):
        load(monkeypatch, '[title]\nlabels = "岗位"\n[code]\nlabels = "乙"\nweak = "岗位"')


def test_a_users_labels_are_added() -> None:
    words = vocabulary.extended({"code": ("柜台号", "卡 号：")})
    assert (words.find("柜台号"), words.find("卡号"), words.find("岗位名称")) == ("code", "code", "title")
    assert vocabulary.builtin().find("柜台号") is None


def test_a_users_labels_win() -> None:
    assert vocabulary.builtin().find("岗位") == "title"
    assert vocabulary.extended({"department": ("岗位",)}).find("岗位") == "department"


def test_a_users_label_is_a_heading_though_it_is_a_common_word() -> None:
    assert vocabulary.extended({"risks": ("风险",)}).heading("风险") == "risks"


def test_no_labels_of_a_users_change_nothing() -> None:
    assert vocabulary.extended({}) == vocabulary.builtin()


@pytest.mark.parametrize("field", ["", "nothing", "requirements", "dates.nothing", "facets", "duties.tasks"])
def test_a_field_that_does_not_exist(field: str) -> None:
    with pytest.raises(UsageError, match="no such field"):
        vocabulary.extended({field: ("柜台号",)})


@pytest.mark.parametrize("again", ["柜台号", "柜 台 号", "柜台号：", "【柜台号】"])
def test_a_users_label_of_two_fields(again: str) -> None:
    with pytest.raises(UsageError, match="claimed by two fields: code and title"):
        vocabulary.extended({"code": ("柜台号",), "title": (again,)})


def test_a_users_labels_reach_the_record() -> None:
    text = "柜台号：07\n岗位名称：导购\n岗位职责：\n1、接待顾客\n看家本领：\n1、会量体\n2、会改衣\n"
    options = jdparse.Options(labels={"code": ("柜台号",), "requirements.skills": ("看家本领",)})
    (job,) = jdparse.parse(text.encode(), options=options).record.jobs
    assert (job.code, job.requirements.skills) == ("07", ("会量体", "会改衣"))


def test_a_users_traditional_label_is_found() -> None:
    text = "櫃檯號：07\n職位名稱：導購\n工作內容：\n1、接待顧客\n2、整理貨架，維護陳列\n"
    options = jdparse.Options(labels={"code": ("櫃檯號", "柜台号")})
    (job,) = jdparse.parse(text.encode(), options=options).record.jobs
    assert job.code == "07"
