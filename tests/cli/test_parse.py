"""`jdparse FILE`: what is read, what is written, and what never happens to a file."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml

from jdparse.emit import files
from jdparse.errors import OutputError

Run = Callable[..., CompletedProcess[str]]
SOURCE = (
    "岗位名称：仓库管理员\n所属部门：物流部\n岗位职责：\n1、负责收货；\n3、负责发货。\n任职要求：\n限男性，熟悉台账。\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a source in it; names in messages are then short."""
    (tmp_path / "in.txt").write_text(SOURCE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_record_goes_to_standard_output(jdparse: Run, folder: Path) -> None:
    done = jdparse("in.txt")
    assert done.returncode == 0
    record = json.loads(done.stdout)
    assert record["source"]["name"] == "in.txt"
    assert [job["title"] for job in record["jobs"]] == ["仓库管理员"]
    assert _names(folder) == ["in.txt"]


def test_standard_input_gives_the_same_record(jdparse: Run, folder: Path) -> None:
    done = jdparse("-", stdin=SOURCE.encode())
    record = json.loads(done.stdout)
    assert record["source"].pop("name") == "-"
    expected = json.loads(jdparse("in.txt").stdout)
    del expected["source"]["name"]
    assert record == expected
    assert {line.partition(":")[0] for line in done.stderr.splitlines()} == {"-"}


@pytest.mark.parametrize("name", ["out.json", "out.yaml", "out.yml", "out.jsonl", "OUT.JSON", "岗位.json"])
def test_the_suffix_says_the_format(jdparse: Run, folder: Path, name: str) -> None:
    done = jdparse("in.txt", "-o", name)
    assert (done.returncode, done.stdout) == (0, "")
    text = (folder / name).read_text("utf-8")
    form = {".yml": "yaml"}.get(Path(name).suffix.lower(), Path(name).suffix.lower().removeprefix("."))
    assert text == jdparse("in.txt", "-f", form).stdout
    assert (yaml.safe_load(text) if form == "yaml" else json.loads(text)) == json.loads(jdparse("in.txt").stdout)
    assert text.count("\n") == 1 or form != "jsonl"


def test_the_option_goes_before_the_suffix(jdparse: Run, folder: Path) -> None:
    assert jdparse("in.txt", "-o", "out.txt", "-f", "jsonl").returncode == 0
    assert (folder / "out.txt").read_text("utf-8") == jdparse("in.txt", "-f", "jsonl").stdout
    assert jdparse("in.txt", "-o", "-").stdout == jdparse("in.txt").stdout


@pytest.mark.parametrize("name", ["out", "out.txt", ".json"])
def test_a_suffix_that_says_nothing_is_wrong_use(jdparse: Run, folder: Path, name: str) -> None:
    done = jdparse("in.txt", "-o", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert ".json, .yaml, .yml, .jsonl" in done.stderr
    assert _names(folder) == ["in.txt"]


def test_diagnostics_are_told_by_place(jdparse: Run, folder: Path) -> None:
    done = jdparse("in.txt")
    assert all(line.startswith("in.txt:") for line in done.stderr.splitlines())
    told = [line.split(": ", 2)[1:] for line in done.stderr.splitlines()]
    record = json.loads(done.stdout)
    expected = [
        [f"{d['level']} {d['code']} {d['name']}", d["message"]] for d in record["diagnostics"] if d["level"] != "info"
    ]
    assert told == expected
    assert expected
    chinese = jdparse("in.txt", "--lang", "zh")
    assert chinese.stdout == done.stdout
    assert len(chinese.stderr.splitlines()) == len(expected)
    assert all("警告 JD" in line or "错误 JD" in line for line in chinese.stderr.splitlines())
    assert jdparse("in.txt", "-q").stderr == ""


def test_the_source_map_is_written_beside(jdparse: Run, folder: Path) -> None:
    done = jdparse("in.txt", "--source-map", "map.json")
    assert done.stdout == jdparse("in.txt").stdout
    text = (folder / "map.json").read_text("utf-8")
    assert "/jobs/0/title" in json.dumps(json.loads(text))
    assert jdparse("in.txt", "-o", "out.json", "--source-map", "-").stdout == text


def test_punctuation_can_be_kept(jdparse: Run, folder: Path) -> None:
    (folder / "in.txt").write_text("岗位名称:仓管\n岗位职责:\n1、收货,发货\n2、盘点\n", "utf-8")
    assert "收货，发货" in jdparse("in.txt").stdout
    assert "收货,发货" in jdparse("in.txt", "--punctuation", "keep").stdout


def test_an_encoding_can_be_named(jdparse: Run, folder: Path) -> None:
    (folder / "in.txt").write_bytes(SOURCE.encode("gb18030"))
    assert json.loads(jdparse("in.txt", "--encoding", "GBK").stdout)["source"]["encoding"] == "gb18030"
    assert jdparse("in.txt", "--encoding", "utf-8").returncode == 3
    assert jdparse("in.txt", "--encoding", "none-such").returncode == 2
    assert jdparse("in.txt", "--input-format", "docx").returncode == 3
    assert json.loads(jdparse("in.txt", "--input-format", "txt").stdout)["source"]["format"] == "txt"


def test_labels_of_the_configuration_are_used(jdparse: Run, folder: Path) -> None:
    (folder / "in.txt").write_text("岗位名称：仓管\n安身立命：保证账物相符\n岗位职责：\n1、收货\n", "utf-8")
    (folder / "jdparse.toml").write_text('[labels]\nsummary = ["安身立命"]\n', "utf-8")
    other = folder / "other.toml"
    other.write_text('[labels]\nremarks = ["安身立命"]\n', "utf-8")
    (folder / "sub").mkdir()
    (folder / "in.txt").rename(folder / "sub" / "in.txt")

    def job(*args: str, stdin: bytes = b"") -> dict[str, object]:
        found: dict[str, object] = json.loads(jdparse(*args, stdin=stdin).stdout)["jobs"][0]
        return {key: found[key] for key in ("summary", "remarks")}

    assert job("sub/in.txt") == {"summary": "保证账物相符", "remarks": []}
    assert job("-", stdin=(folder / "sub" / "in.txt").read_bytes())["summary"] == "保证账物相符"
    assert job("sub/in.txt", "--config", "other.toml") == {"summary": None, "remarks": ["保证账物相符"]}
    assert job("sub/in.txt", "--no-config") == {"summary": None, "remarks": []}


def test_furniture_of_the_configuration_is_left_out(jdparse: Run, folder: Path) -> None:
    (folder / "in.txt").write_text("岗位名称：仓管\n岗位职责：\n1、收货；\n本店诚招加盟\n2、发货。\n", "utf-8")
    (folder / "jdparse.toml").write_text("[furniture]\nsite_notice = ['加盟$']\n", "utf-8")

    def record(*args: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(jdparse("in.txt", *args).stdout)
        return found

    assert record()["removed"] == [{"reason": "site_notice", "text": "本店诚招加盟", "line": 4}]
    assert [duty["tasks"] for duty in record()["jobs"][0]["duties"]] == [["收货", "发货"]]
    assert record("--no-config")["removed"] == []
    assert "加盟" not in jdparse("validate", "in.txt").stdout


def test_a_pattern_of_the_configuration_without_end_is_told(jdparse: Run, folder: Path) -> None:
    (folder / "in.txt").write_text("岗位名称：仓管\n" + "仓" * 60 + "管\n", "utf-8")
    (folder / "jdparse.toml").write_text("[furniture]\ncomments = ['^(?:仓|仓仓)*$']\n", "utf-8")
    for args, line in (
        (["in.txt", "-o", "out.json"], "jdparse: the pattern ^(?:仓|仓仓)*$ takes too long\n"),
        (["validate", "in.txt", "--lang", "zh"], "jdparse: 正则表达式 ^(?:仓|仓仓)*$ 耗时过长\n"),
    ):
        done = jdparse(*args)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", line)
    assert _names(folder) == ["in.txt", "jdparse.toml"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("labels = {", "jdparse.toml: not valid TOML: it ends too early"),
        ("labels = ]", "jdparse.toml:1:10: not valid TOML"),
        ("[lables]", "jdparse.toml: unknown key 'lables'; did you mean 'labels'?"),
        ('[labels]\ntitel = ["名"]', "jdparse.toml: unknown key 'labels.titel'; did you mean 'labels.title'?"),
        (
            '[furniture]\ncomments = ["(\\n\\u001b["]',
            "jdparse.toml: 'furniture.comments': no regular expression, or too large a one: ( \ufffd[",
        ),
        ("[labels]\ntitle = 1", "jdparse.toml: 'labels.title' must be a list of texts, none of them empty"),
    ],
)
def test_a_wrong_configuration_is_told(jdparse: Run, folder: Path, text: str, message: str) -> None:
    (folder / "jdparse.toml").write_text(text, "utf-8")
    done = jdparse("in.txt", "-o", "out.json")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"jdparse: {folder}/{message}\n")
    assert not (folder / "out.json").exists()
    assert jdparse("in.txt", "--no-config").returncode == 0


def _fifo(path: Path) -> None:
    os.mkfifo(path)


UNREADABLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda _path: None, "no such file or folder"),
    "dangling link": (lambda path: path.symlink_to("nowhere"), "no such file or folder"),
    "loop of links": (lambda path: path.symlink_to(path), "too many links point at one another"),
    "pipe": (_fifo, "it is not a regular file"),
    "empty": (lambda path: path.write_bytes(b""), "the file is empty"),
    "blank": (lambda path: path.write_bytes(b" \r\n\t\n"), "the file is empty"),
    "binary": (lambda path: path.write_bytes(bytes(range(256)) * 8), "not a document that can be read: binary data"),
    "picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64)), "PNG image"),
}


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of Unix")
@pytest.mark.parametrize("kind", UNREADABLE)
def test_an_unreadable_input(jdparse: Run, folder: Path, kind: str) -> None:
    make, message = UNREADABLE[kind]
    make(folder / "x.txt")
    done = jdparse("x.txt", "-o", "out.json")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("jdparse: x.txt: ")
    assert done.stderr.endswith(f"{message}\n")
    assert done.stderr.count("\n") == 1
    assert not (folder / "out.json").exists()


def test_permissions_are_respected(jdparse: Run, folder: Path) -> None:
    (folder / "in.txt").chmod(0)
    if os.access("in.txt", os.R_OK):
        pytest.skip("permissions do not bind this user")
    assert jdparse("in.txt").stderr == "jdparse: in.txt: permission denied\n"
    (folder / "in.txt").chmod(0o600)
    (folder / "locked").mkdir(mode=0o500)
    done = jdparse("in.txt", "-o", "locked/out.json")
    assert (done.returncode, done.stderr) == (3, "jdparse: cannot write locked/out.json: permission denied\n")
    assert _names(folder / "locked") == []


def test_a_document_without_a_job(jdparse: Run, folder: Path) -> None:
    (folder / "in.txt").write_text("今天天气很好，我们去公园散步。\n", "utf-8")
    for args in (["in.txt"], ["in.txt", "-o", "out.json", "--source-map", "map.json"]):
        done = jdparse(*args)
        assert (done.returncode, done.stdout) == (5, "")
        assert done.stderr == "jdparse: in.txt: no job description was found\n"
    assert _names(folder) == ["in.txt"]
    assert jdparse("--lang", "zh", "in.txt").stderr == "jdparse: in.txt: 没有找到岗位说明书\n"


def test_a_huge_file_is_refused(jdparse: Run, folder: Path) -> None:
    with (folder / "in.txt").open("wb") as file:
        file.truncate(200 * 2**20)
    done = jdparse("in.txt", "-o", "out.json")
    assert (done.returncode, done.stdout) == (4, "")
    assert _names(folder) == ["in.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links of Unix")
@pytest.mark.parametrize(
    "args",
    [
        ["-o", "in.txt", "-f", "json"],
        ["-o", "./sub/../in.txt", "-f", "json"],
        ["-o", "hard.json"],
        ["-o", "soft.json"],
        ["--source-map", "in.txt"],
        ["--source-map", "hard.json"],
        ["-o", "out.json", "--source-map", "out.json"],
        ["-o", "out.json", "--source-map", "sub/../out.json"],
        ["--source-map", "-"],
        ["-o", "jdparse.toml", "-f", "json"],
    ],
)
def test_no_file_is_lost(jdparse: Run, folder: Path, args: list[str]) -> None:
    (folder / "sub").mkdir()
    (folder / "hard.json").hardlink_to("in.txt")
    (folder / "soft.json").symlink_to("in.txt")
    (folder / "jdparse.toml").write_text("", "utf-8")
    names = _names(folder)
    done = jdparse("in.txt", *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert (folder / "in.txt").read_text("utf-8") == SOURCE
    assert (folder / "jdparse.toml").read_text("utf-8") == ""
    assert _names(folder) == names


@pytest.mark.parametrize("target", ["no/such/out.json", "folder.json", "in.txt/out.json", f"{'x' * 300}.json"])
def test_an_output_that_cannot_be_written(jdparse: Run, folder: Path, target: str) -> None:
    (folder / "folder.json").mkdir()
    done = jdparse("in.txt", "-o", target, "--source-map", "map.json")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(("jdparse: cannot write ", f"jdparse: {target}: "))
    assert done.stderr.count("\n") == 1
    assert _names(folder) == ["folder.json", "in.txt"]
    assert _names(folder / "folder.json") == []


def test_new_files_are_taken_back_when_a_later_one_fails(
    jdparse: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = files.write

    def failing(content: str | bytes, path: Path) -> None:
        if path.name == "map.json":
            raise OutputError("cannot write {path}: no space left on the device", path=str(path))
        write(content, path)

    monkeypatch.setattr(files, "write", failing)
    assert jdparse("in.txt", "-o", "out.json", "--source-map", "map.json").returncode == 3
    assert _names(folder) == ["in.txt"]
    (folder / "out.json").write_text("old", "utf-8")
    assert jdparse("in.txt", "-o", "out.json", "--source-map", "map.json").returncode == 3
    assert _names(folder) == ["in.txt", "out.json"]


def test_an_old_output_is_replaced(jdparse: Run, folder: Path) -> None:
    (folder / "out.json").write_text("old", "utf-8")
    assert jdparse("in.txt", "-o", "out.json").returncode == 0
    assert (folder / "out.json").read_text("utf-8") == jdparse("in.txt").stdout


def test_a_name_that_is_no_text(jdparse: Run, folder: Path) -> None:
    name = os.fsdecode("岗位.txt".encode("gb18030"))
    (folder / "in.txt").rename(folder / name)
    done = jdparse("-q", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\ufffd" in json.loads(done.stdout)["source"]["name"]
