"""`jdparse validate`: what is told, what fails, and where it is written."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from jdparse import pipeline
from jdparse.emit import to_json

Run = Callable[..., CompletedProcess[str]]
RECORD = """\
jobs:
- title: 出纳
  code: CW-02
  reports_to: [财务经理]
  duties:
  - tasks: [登记现金日记账]
  requirements:
    age:
    - 35岁以下
    gender:
    - 女
  remarks:
  - 制表人 13900000000
"""
SOURCE = "岗位名称：仓管\n岗位职责：\n1、收货\n3、发货\n任职要求：\n1、35岁以下\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(RECORD, "utf-8")
    return tmp_path


def _codes(done: CompletedProcess[str]) -> list[str]:
    assert done.stderr == ""
    return re.findall(r"^\S+: (JD\d{3}) ", done.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ("", ["JD502", "JD501", "JD409"]),
        ("--select=JD5", ["JD502", "JD501"]),
        ("--select=JD4,age-limit", ["JD502", "JD409"]),
        ("--select JD4 --select JD501", ["JD501", "JD409"]),
        ("--ignore=JD5", ["JD409"]),
        ("--ignore=gender-limit,private-phone", ["JD502"]),
        ("--select=JD5 --ignore=JD502", ["JD501"]),
        ("--no-preview", ["JD409"]),
        ("--no-preview --select=JD5", ["JD502", "JD501"]),
        ("--no-preview --select=JD", ["JD409"]),
        ("--level=error", ["JD502", "JD501", "JD409"]),
        ("--level=error --fail-level=error", []),
        ("--profile=form --select=JD302", ["JD302", "JD302"]),
        ("--profile=own --select=JD302", []),
        ("--whole-set --select=JD41", ["JD412"]),
    ],
)
def test_what_is_told(jdparse: Run, folder: Path, options: str, codes: list[str]) -> None:
    done = jdparse("validate", "a.yaml", "--output=concise", *options.split())
    assert _codes(done) == codes
    assert done.returncode == (1 if codes else 0)


def test_the_exit_code(jdparse: Run, folder: Path) -> None:
    assert jdparse("validate", "a.yaml").returncode == 1
    assert jdparse("validate", "a.yaml", "--exit-zero").returncode == 0
    assert jdparse("validate", "a.yaml", "--fail-level=error").returncode == 0
    assert jdparse("validate", "a.yaml", "--fail-level=info", "--select=JD301").returncode == 0
    (folder / "b.yaml").write_text("jobs: [{title: 甲, duties: [{name: 乙}], blank_fields: [code]}]\n", "utf-8")
    assert jdparse("validate", "b.yaml").returncode == 0
    assert jdparse("validate", "b.yaml", "--fail-level=info").returncode == 1


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--select=JD9", "There is no diagnostic 'JD9'"),
        ("--ignore=age-limits", "did you mean 'age-limit'?"),
        ("--output=sarf", "unknown format 'sarf'"),
        ("--level=fatal", "'fatal'"),
        ("--jobs=0", "0"),
        ("--baseline=a.yaml", "a.yaml: not a baseline"),
    ],
)
def test_wrong_use(jdparse: Run, folder: Path, option: str, message: str) -> None:
    done = jdparse("validate", "a.yaml", option)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_the_configuration(jdparse: Run, folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "b.yaml").write_text(RECORD, "utf-8")
    (folder / "old" / "draft.yaml").write_text("jobs: 3", "utf-8")
    (folder / "jdparse.toml").write_text(
        """
        [validate]
        ignore = ["JD409"]
        required = ["department", "title"]
        exclude = ["old/draft.*"]
        max-summary = 4
        [validate.per-file-ignores]
        "old/*" = ["JD5"]
        [validate.levels]
        missing-field = "error"
        JD50 = "info"
        """,
        "utf-8",
    )
    done = jdparse("validate", ".", "--level=info", "--output=json")
    found = [(entry["path"], entry["code"], entry["level"]) for entry in json.loads(done.stdout)["findings"]]
    assert found == [
        ("a.yaml", "JD302", "error"),
        ("a.yaml", "JD502", "info"),
        ("a.yaml", "JD501", "info"),
        ("old/b.yaml", "JD302", "error"),
        ("old/b.yaml", "JD411", "warning"),
        ("old/b.yaml", "JD410", "warning"),
    ]
    assert jdparse("validate", ".", "--no-config", "--select=JD302").stdout == ""


def test_comments_switch_rules_off(jdparse: Run, folder: Path) -> None:
    text = RECORD.replace("35岁以下", "35岁以下 # jdparse: ignore JD502").replace(
        "  remarks:", "  # jdparse: ignore private-phone\n  remarks:"
    )
    (folder / "a.yaml").write_text(text, "utf-8")
    assert _codes(jdparse("validate", "a.yaml", "--output=concise")) == ["JD501", "JD409"]
    (folder / "jd.md").write_text(SOURCE.replace("35岁以下", "35岁以下 <!-- jdparse: ignore JD502 -->"), "utf-8")
    assert _codes(jdparse("validate", "jd.md", "--output=concise")) == ["JD204"]


def test_a_baseline_leaves_out_what_was_there(jdparse: Run, folder: Path) -> None:
    assert jdparse("validate", "a.yaml", "--write-baseline=base.json").returncode == 0
    done = jdparse("validate", "a.yaml", "--baseline=base.json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    moved = "# 说明\n\n" + RECORD.replace("    - 35岁以下\n", "    - 35岁以下\n    - 45岁以下\n")
    (folder / "a.yaml").write_text(moved + "  - 复核人 13900000000\n", "utf-8")
    done = jdparse("validate", "a.yaml", "--baseline=base.json", "--output=concise")
    assert done.returncode == 1
    assert [line.partition(": ")[0] for line in done.stdout.splitlines()] == ["a.yaml:12:7", "a.yaml:17:9"]
    assert jdparse("validate", "a.yaml", "--baseline=missing.json").returncode == 3


def test_several_reports_at_once(jdparse: Run, folder: Path) -> None:
    done = jdparse("validate", "a.yaml", "--output=sarif=out.sarif", "--output=junit=out.xml", "--output=github")
    assert done.stdout.startswith("::warning title=JD502 age-limit,file=a.yaml,line=9,")
    assert json.loads((folder / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert "<testsuites " in (folder / "out.xml").read_text("utf-8")
    assert jdparse("validate", "a.yaml", "--output=json=no/where.json").returncode == 3


def test_folders(jdparse: Run, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / ".git").mkdir()
    (folder / "sub" / "jd.txt").write_text(SOURCE, "utf-8")
    (folder / ".git" / "b.yaml").write_text("jobs: 3", "utf-8")
    (folder / "README.md").write_text("关于本仓库的说明。\n", "utf-8")
    (folder / "package.json").write_text("{}", "utf-8")
    (folder / "notes.pdf").write_bytes(b"%PDF")
    (folder / "broken.json").write_text('{"jobs": [', "utf-8")
    done = jdparse("validate", ".", "sub/jd.txt", "--output=json")
    found = json.loads(done.stdout)
    assert found["files"] == 3
    assert {entry["path"] for entry in found["findings"]} == {"a.yaml", "broken.json", "sub/jd.txt"}
    assert jdparse("validate", "package.json", "README.md", "--skip-others").returncode == 0
    assert jdparse("validate", "package.json").returncode == 1, "a file that is named is checked whatever it is"


def test_a_record_and_its_source_are_one_description(jdparse: Run, folder: Path) -> None:
    (folder / "a.yaml").unlink()
    (folder / "jd.txt").write_text(SOURCE, "utf-8")
    record = to_json(pipeline.parse(SOURCE.encode(), "jd.txt").data)
    (folder / "jd.json").write_text(record, "utf-8")
    assert "JD411" not in jdparse("validate", ".").stdout
    (folder / "copy.txt").write_text(SOURCE + "\n", "utf-8")
    done = jdparse("validate", ".", "--select=JD411", "--output=concise")
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["jd.json"]


def test_the_order_does_not_depend_on_jobs(jdparse: Run, folder: Path) -> None:
    for number in range(9):
        (folder / f"{number}.txt").write_text(SOURCE.replace("仓管", f"仓管{number % 4}"), "utf-8")
    (folder / "z.json").write_text('{"jobs": 1}', "utf-8")
    one, many = (jdparse("validate", ".", "missing.txt", f"--jobs={jobs}", "--output=json") for jobs in (1, 3))
    assert (one.returncode, one.stdout, one.stderr) == (many.returncode, many.stdout, many.stderr)
    places = [(f["path"], f["line"] or 0, f["code"]) for f in json.loads(one.stdout)["findings"]]
    assert places == sorted(places)
    (folder / "jdparse.toml").write_text("[validate]\nprofle = 'ad'\n", "utf-8")
    for jobs in (1, 3):
        done = jdparse("validate", ".", f"--jobs={jobs}")
        assert done.returncode == 2
        assert "did you mean 'validate.profile'?" in done.stderr


def test_a_number_is_told_masked(jdparse: Run, folder: Path) -> None:
    done = jdparse("validate", "a.yaml", "--select=JD409", "--output=concise")
    assert done.stdout == "a.yaml:13:9: JD409 the number of a mobile phone: 139******00\n"
