"""`jdparse labels`: known labels, and those of documents that nobody knows."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from jdparse import vocabulary

Run = Callable[..., CompletedProcess[str]]
JOB = "岗位名称：窑炉工\n窑号：3号窑\n岗位职责：\n1、看火；\n2、记录温度。\n看家本领：\n1、会看火色\n2、会修窑\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_fields_are_listed(jdparse: Run, folder: Path) -> None:
    done = jdparse("labels")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [line.split() for line in done.stdout.splitlines()]
    assert [row[0] for row in rows] == sorted(vocabulary.fields())
    known = vocabulary.builtin()
    assert sum(int(row[1]) for row in rows) == len(known.labels) + len(known.english)


def test_the_labels_of_a_field_are_listed(jdparse: Run, folder: Path) -> None:
    labels = jdparse("labels", "requirements.education").stdout.splitlines()
    assert {"学历要求", "文化程度", "education level"} <= set(labels)
    assert {vocabulary.builtin().find(label) for label in labels} == {"requirements.education"}


def test_labels_of_the_configuration_are_listed(jdparse: Run, folder: Path) -> None:
    (folder / "jdparse.toml").write_text('[labels]\ncode = ["窑号"]\n', encoding="utf-8")
    assert "窑号" in jdparse("labels", "code").stdout.splitlines()
    assert "窑号" not in jdparse("labels", "code", "--no-config").stdout.splitlines()


def test_unknown_labels_are_counted(jdparse: Run, folder: Path) -> None:
    (folder / "forms" / "more").mkdir(parents=True)
    (folder / "forms" / "a.txt").write_text(JOB, encoding="utf-8")
    (folder / "forms" / "more" / "b.txt").write_text(JOB.replace("看家本领", "拿手本事"), encoding="utf-8")
    (folder / "forms" / ".hidden").write_text(JOB, encoding="utf-8")
    done = jdparse("labels", "--unknown", "forms")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "2\t窑号\t3号窑\n1\t看家本领\t会看火色\n1\t拿手本事\t会看火色\n"
    assert jdparse("labels", "--unknown", "-", stdin=JOB.encode()).stdout == "1\t窑号\t3号窑\n1\t看家本领\t会看火色\n"


def test_a_label_of_the_configuration_is_known(jdparse: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(JOB, encoding="utf-8")
    own = '[labels]\ncode = ["窑号"]\n"requirements.skills" = ["看家本领"]\n'
    (folder / "jdparse.toml").write_text(own, encoding="utf-8")
    assert jdparse("labels", "--unknown", "a.txt").stdout == ""


def test_a_file_that_cannot_be_read_is_told(jdparse: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(JOB, encoding="utf-8")
    done = jdparse("labels", "--unknown", "none.txt", "a.txt")
    assert done.returncode != 0
    assert done.stderr.startswith("jdparse: none.txt: ")
    assert done.stdout.startswith("1\t窑号")


@pytest.mark.parametrize("args", [["nothing"], ["title", "code"], ["--unknown"]])
def test_wrong_use(jdparse: Run, folder: Path, args: list[str]) -> None:
    done = jdparse("labels", *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
