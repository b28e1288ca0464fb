"""`jdparse validate`, `jdparse explain` and `jdparse schema`."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from jdparse import emit, loaders, schema
from jdparse.diagnostics import DIAGNOSTICS
from jdparse.records import Facets, Job
from jdparse.validation import validated

Run = Callable[..., CompletedProcess[str]]
RECORD = validated(
    {"jobs": [{"title": "仓管", "duties": [{"tasks": ["收货"]}], "extra_fields": [{"label": "班次", "value": "两班"}]}]}
)
RENDER = {".json": emit.to_json, ".jsonl": emit.to_jsonl, ".yaml": emit.to_yaml, ".yml": emit.to_yaml}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("suffix", RENDER)
def test_what_jdparse_writes_is_valid(jdparse: Run, folder: Path, suffix: str) -> None:
    path = folder / f"record{suffix}"
    path.write_bytes(b"\xef\xbb\xbf" * (suffix == ".json") + RENDER[suffix](RECORD).encode())
    done = jdparse("validate", path.name)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def _set(path: str, value: Any) -> dict[str, Any]:
    """The record with one value changed, by a path such as `jobs.0.title`."""
    record: dict[str, Any] = json.loads(emit.to_json(RECORD))
    place: Any = record
    *steps, last = (int(step) if step.isdecimal() else step for step in path.split("."))
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return record


WRONG: tuple[tuple[str, Any, str, str], ...] = (
    ("jobs.0.title", 3, "jobs[0].title: must be a text", "jobs[0].title: 必须是文本"),
    ("jobs.0.duties", "x", "jobs[0].duties: must be a list", "jobs[0].duties: 必须是列表"),
    ("jobs.0.dates", [], "jobs[0].dates: must be an object", "jobs[0].dates: 必须是对象"),
    ("jobs.0.salary", 3, "jobs[0].salary: there is no such key", "jobs[0].salary: 没有此键"),
    ("jobs.0.extra_fields.0.value", ..., "jobs[0].extra_fields[0].value: this key is missing", "缺少此键"),
    ("jobs.0.facets.age.min", "18", "jobs[0].facets.age.min: must be a whole number", "必须是整数"),
    ("jobs.0.facets.age.min", 18.5, "jobs[0].facets.age.min: must be a whole number", "必须是整数"),
    ("jobs.0.facets.age.min", -1, "jobs[0].facets.age.min: must not be below 0", "不能小于 0"),
    ("jobs.0.facets.salary.max", "9", "jobs[0].facets.salary.max: must be a number", "必须是数字"),
    (
        "jobs.0.facets.education_at_least",
        1,
        "education_at_least: must be true or false",
        "true 或 false",
    ),
    ("jobs.0.facets.gender", "x", "must be one of: 'female', 'male', 'any'", "必须是以下之一：'female', 'male', 'any'"),
    ("jobs.0.facets.dates.updated", "2024年", "jobs[0].facets.dates.updated: must match ^", "必须符合 ^"),
    ("schema_version", "2.0", "schema_version: must be one of: '1.0'", "schema_version: 必须是以下之一：'1.0'"),
)


@pytest.mark.parametrize(("path", "value", "english", "chinese"), WRONG)
def test_what_is_wrong_with_a_record_is_told(
    jdparse: Run, folder: Path, path: str, value: object, english: str, chinese: str
) -> None:
    (folder / "r.json").write_text(json.dumps(_set(path, value)), "utf-8")
    (folder / "r.yaml").write_text(json.dumps(_set(path, value)), "utf-8")
    for name in ("r.json", "r.yaml"):
        done = jdparse("validate", name, "--output=concise")
        assert (done.returncode, done.stderr, done.stdout.count("\n")) == (1, "", 1)
        assert done.stdout.startswith(f"{name}:1:")
        assert english in done.stdout.replace(" is not as the schema says", "")
        assert chinese in jdparse("--lang", "zh", "validate", name).stdout.replace(" 不符合模式：", ": ")


def test_every_kind_of_error_has_its_words(jdparse: Run, folder: Path) -> None:
    """No value of JSON in any place of a record gives an error that only pydantic has words for."""
    values: tuple[Any, ...] = (None, True, 3, -1, 1.5, "x", [], {}, [None], {"x": 1}, 10**400, float("inf"))
    places = ["jobs", "jobs.0", "source", *(f"jobs.0.{name}" for name in Job.model_fields)]
    places += [f"jobs.0.facets.{name}" for name in Facets.model_fields] + ["jobs.0.facets.salary.min"]
    lines = [json.dumps(_set(place, value)) for place in places for value in values]
    (folder / "r.jsonl").write_text("\n".join(lines), "utf-8")
    done = jdparse("validate", "r.jsonl")
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if "is not valid (" in line] == []


def test_a_record_a_line(jdparse: Run, folder: Path) -> None:
    good, bad = emit.to_jsonl(RECORD), json.dumps(_set("jobs.0.title", 3)) + "\n"
    (folder / "r.jsonl").write_text(good + bad + "\n" + '{"jobs": }\n' + bad, "utf-8")
    column = bad.index('"title": 3') + len('"title": ') + 1
    assert jdparse("validate", "r.jsonl", "--output=concise").stdout.splitlines() == [
        f"r.jsonl:2:{column}: JD110 jobs[0].title is not as the schema says: must be a text",
        "r.jsonl:4:10: JD109 the file cannot be read: not valid JSON",
        f"r.jsonl:5:{column}: JD110 jobs[0].title is not as the schema says: must be a text",
    ]


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("r.json", b"", "r.json:1:1: JD109 not valid JSON"),
        ("r.json", b'{\n "jobs": ]\n}', "r.json:2:10: JD109 not valid JSON"),
        ("r.json", "\ufeff岗位".encode("utf-16"), "r.json:1:1: JD109 not valid JSON"),
        ("r.json", b"[" * 100_000, "r.json:1:202: JD109 not valid JSON"),
        ("r.json", b"[]", "r.json:1:1: JD110 -: must be an object"),
        ("r.yaml", b"jobs: [\n]]", "r.yaml:2:2: JD109 not valid YAML"),
        ("r.yaml", b"jobs: \xff", "r.yaml:1:1: JD109 not valid YAML"),
        ("r.yaml", b"a: 1\n---\nb: 2\n", "r.yaml:2:1: JD109 not valid YAML"),
        ("r.yaml", b"jobs: !!python/object:os.system {}", "r.yaml:1:7: JD109 not valid YAML"),
        ("r.yaml", b"a: &a [x, x]\nb: *a", "r.yaml:1:1: JD109 not a record"),
        ("r.yaml", b"[" * 10_000, "r.yaml:1:1: JD109 not a record"),
        ("r.yaml", b"? [a]\n: b", "r.yaml:1:3: JD109 not valid YAML"),
        ("r.yaml", b"1999-99-99", "r.yaml:1:1: JD109 not a record"),
        ("r.yaml", b"", "r.yaml:1:1: JD110 -: must be an object"),
        ("r.yaml", b"jobs:\n- title: 2024-01-31\n  x: 1", "r.yaml:3:3: JD110 jobs[0].x: there is no such key"),
    ],
)
def test_what_is_no_record_is_told(jdparse: Run, folder: Path, name: str, content: bytes, line: str) -> None:
    (folder / name).write_bytes(content)
    done = jdparse("validate", name, "--output=concise")
    told = done.stdout.replace("the file cannot be read: ", "").replace(" is not as the schema says", "")
    assert (done.returncode, told, done.stderr) == (1, line + "\n", "")


def test_sources_are_parsed_and_their_warnings_listed(jdparse: Run, folder: Path) -> None:
    (folder / "jd.txt").write_text("岗位名称：仓管\n岗位职责：\n1、收货\n3、发货\n任职要求：\n限男性\n", "utf-8")
    (folder / "no.txt").write_text("今天天气很好，我们去公园散步。\n", "utf-8")
    done = jdparse("validate", "jd.txt", "no.txt")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        "jd.txt:4:1: warning JD204 numbering-gap: the numbering jumps: 3 stands where 2 was expected",
        "     4 | 3、发货",
        "       | ^^^",
        "jd.txt:6:1: warning JD501 gender-limit: the job is limited or preferred by gender: 限男性",
        "     6 | 限男性",
        "       | ^^^^^^",
        "no.txt: error JD201 no-job-found: no job description was found",
    ]
    assert (
        jdparse("validate", "no.txt", "--lang", "zh").stdout == "no.txt: 错误 JD201 no-job-found: 没有找到岗位说明书\n"
    )


def test_one_bad_file_does_not_stop_the_others(jdparse: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bad.json").write_text("{", "utf-8")
    (folder / "bug.txt").write_text("x", "utf-8")
    (folder / "good.json").write_text(emit.to_json(RECORD), "utf-8")

    def broken(*_args: object, **_fields: object) -> None:
        raise KeyError

    monkeypatch.setattr(loaders, "load", broken)
    paths = "missing.json", "good.json", "bad.json"
    done = jdparse("validate", *paths, "bug.txt", "--output=concise")
    assert done.returncode == 70
    assert done.stdout.splitlines() == ["bad.json:1:1: JD109 the file cannot be read: not valid JSON"]
    missing, bug = done.stderr.splitlines()
    assert missing == "jdparse: missing.json: no such file or folder"
    assert bug.startswith("jdparse: bug.txt: internal error: KeyError")
    assert jdparse("validate", *paths).returncode == 3


def test_a_source_that_cannot_be_read_is_a_finding(jdparse: Run, folder: Path) -> None:
    (folder / "jd.docx").write_bytes(b"PK\x03\x04 broken")
    done = jdparse("validate", "jd.docx", "--output=concise")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("jd.docx:1:1: JD109 the file cannot be read: ")


def test_a_wrong_configuration_is_no_finding(jdparse: Run, folder: Path) -> None:
    (folder / "jd.txt").write_text("岗位名称：仓管\n", "utf-8")
    (folder / "jdparse.toml").write_text("[lables]", "utf-8")
    assert jdparse("validate", "jd.txt").returncode == 2


def test_the_schema_is_printed(jdparse: Run) -> None:
    done = jdparse("schema")
    assert (done.returncode, done.stdout, done.stderr) == (0, schema.text(), "")


@pytest.mark.parametrize("kind", DIAGNOSTICS.values(), ids=str)
def test_every_diagnostic_is_explained(jdparse: Run, kind: Any) -> None:
    by_code, by_name = jdparse("explain", kind.code.lower()), jdparse("explain", kind.name.upper())
    assert by_code.stdout == by_name.stdout
    assert by_code.returncode == 0
    assert " ".join(by_code.stdout.split()).endswith(kind.explanation)
    chinese = jdparse("--lang", "zh", "explain", kind.name).stdout
    assert kind.explanation_zh.replace(" ", "") in "".join(chinese.split())
    assert not {"{", "}"} & set(by_code.stdout + chinese)


def test_all_diagnostics_are_listed(jdparse: Run) -> None:
    for language in ("en", "zh"):
        listed = jdparse("explain", "--lang", language).stdout
        assert [line.split()[:2] for line in listed.splitlines() if line.startswith("  ")] == [
            [kind.code, kind.name] for kind in DIAGNOSTICS.values()
        ]


@pytest.mark.parametrize(
    ("word", "near"), [("JD2O4", "JD204"), ("numbering-gaps", "numbering-gap"), ("Blank_Field", "blank-field")]
)
def test_a_near_diagnostic_is_named(jdparse: Run, word: str, near: str) -> None:
    done = jdparse("explain", word)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"did you mean '{near}'?" in done.stderr
