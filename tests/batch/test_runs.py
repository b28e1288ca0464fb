"""`jdparse SRC… -o OUT`: what is written, what the next run does, and what never happens to a file."""

import errno
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml

from jdparse.batch.journal import Journal
from jdparse.emit import files
from jdparse.errors import OutputError
from tests.batch.conftest import Start, contents, fill, names, text

Run = Callable[..., CompletedProcess[str]]


def _codes(lines: str) -> list[str]:
    return [json.loads(line)["jobs"][0]["code"] for line in lines.splitlines()]


ALL = [f"{number:05}" for number in range(6)]


@pytest.fixture
def six(here: Path) -> Path:
    """The current folder, with six documents in `in`."""
    fill(here / "in", 6)
    return here


def test_a_folder_becomes_a_tree_of_the_records_of_single_runs(jdparse: Run, six: Path) -> None:
    done = jdparse("in", "-o", "out")
    assert (done.returncode, done.stdout) == (0, "")
    found = contents(six / "out")
    assert sorted(found) == sorted(f"{name}.json" for name in names(six / "in"))
    for name, record in found.items():
        assert record.decode() == jdparse(f"in/{name.removesuffix('.json')}").stdout
    assert "found: 6; parsed: 6; skipped: 0; failed: 0" in done.stderr


@pytest.mark.parametrize("form", ["json", "yaml", "jsonl"])
def test_the_form_of_the_tree(jdparse: Run, six: Path, form: str) -> None:
    assert jdparse("in", "-o", "out", "-f", form, "-q").stderr == ""
    record = (six / "out" / f"1/0001.txt.{form}").read_text("utf-8")
    assert record == jdparse("in/1/0001.txt", "-f", form).stdout


def test_lines_go_to_one_file_or_to_standard_output(jdparse: Run, six: Path) -> None:
    done = jdparse("in", "--ordered")
    assert done.returncode == 0
    assert done.stdout == "".join(jdparse(f"in/{name}", "-f", "jsonl").stdout for name in names(six / "in"))
    assert jdparse("in", "-o", "out.jsonl", "--ordered").stdout == ""
    assert (six / "out.jsonl").read_text("utf-8") == done.stdout
    assert sorted(_codes(jdparse("in", "-q", "-j", "2").stdout)) == ALL
    assert jdparse("in", "-q", "-j", "3", "--ordered").stdout == done.stdout


def test_a_record_for_each_job(jdparse: Run, here: Path) -> None:
    (here / "in").mkdir()
    (here / "in" / "two.txt").write_text(
        "岗位名称：仓管\n岗位职责：\n1、收货；\n3、发货。\n\n岗位名称：司机\n岗位职责：\n1、送货；\n2、洗车。\n",
        "utf-8",
    )
    assert jdparse("in", "-o", "out", "--split").returncode == 0
    assert names(here / "out") == ["two.txt/1.json", "two.txt/2.json"]
    whole = json.loads(jdparse("in/two.txt").stdout)
    for index in range(2):
        record = json.loads((here / "out" / "two.txt" / f"{index + 1}.json").read_text("utf-8"))
        assert record["jobs"] == [whole["jobs"][index]]
        assert record["source"] == whole["source"]
        gaps = [diagnostic["job"] for diagnostic in record["diagnostics"] if diagnostic["name"] == "numbering-gap"]
        assert gaps == ([0] if index == 0 else [])
    (here / "in" / "two.txt").write_text(text(1), "utf-8")
    assert jdparse("in", "-o", "out", "--split").returncode == 0
    assert names(here / "out") == ["two.txt/1.json"]
    assert len(jdparse("in", "in/two.txt", "--split", "-q").stdout.splitlines()) == 1


def test_the_next_run_does_the_rest(jdparse: Run, six: Path) -> None:
    def parsed(*args: str) -> int:
        done = jdparse("in", "-o", "out", "--summary-json", "s.json", *args)
        assert done.returncode == 0, done.stderr
        found: int = json.loads((six / "s.json").read_text("utf-8"))["parsed"]
        return found

    assert [parsed(), parsed()] == [6, 0]
    changed = six / "in" / "1" / "0001.txt"
    changed.write_text(text(77), "utf-8")
    assert [parsed(), parsed()] == [1, 0]
    assert "00077" in (six / "out" / "1" / "0001.txt.json").read_text("utf-8")
    os.utime(changed, (1, 1))
    assert parsed("--checksum") == 0
    assert [parsed(), parsed()] == [1, 0]
    changed.write_text(text(84), "utf-8")
    os.utime(changed, (1, 1))
    assert [parsed(), parsed("--checksum")] == [0, 1]
    (six / "out" / "2" / "0002.txt.json").unlink()
    assert [parsed(), parsed("--force"), parsed()] == [1, 6, 0]
    assert [parsed("--punctuation", "keep"), parsed()] == [6, 6]
    (six / "in" / "2" / "jdparse.toml").write_text('[labels]\nsummary = ["岗位使命"]\n', "utf-8")
    assert [parsed(), parsed()] == [2, 0]
    shutil.move(six / "in", six / "moved")
    shutil.move(six / "moved", six / "in")
    assert parsed() == 0


def test_one_file_of_lines_keeps_one_line_for_each_document(jdparse: Run, six: Path) -> None:
    def lines() -> list[str]:
        assert jdparse("in", "-o", "out.jsonl").returncode == 0
        assert names(six) == sorted(["out.jsonl", *(f"in/{name}" for name in names(six / "in"))])
        return sorted(_codes((six / "out.jsonl").read_text("utf-8")))

    assert lines() == lines() == ALL
    before = (six / "out.jsonl").stat()
    assert lines() == ALL
    assert (six / "out.jsonl").stat() == before
    (six / "in" / "0" / "0000.txt").write_text(text(90), "utf-8")
    (six / "in" / "new.txt").write_text(text(91), "utf-8")
    assert lines() == [*ALL[1:], "00090", "00091"]
    (six / "out.jsonl").unlink()
    assert lines() == [*ALL[1:], "00090", "00091"]


def test_configuration_holds_by_folder_as_for_single_files(jdparse: Run, six: Path) -> None:
    for folder, field in (("0", "summary"), ("1", "remarks")):
        (six / "in" / folder / "x.txt").write_text(
            "岗位名称：仓管\n存在缘由：保证账物相符\n岗位职责：\n1、收货\n", "utf-8"
        )
        (six / "in" / folder / "jdparse.toml").write_text(f'[labels]\n{field} = ["存在缘由"]\n', "utf-8")
    assert jdparse("in", "-o", "out").returncode == 0
    for folder in ("0", "1"):
        assert (six / "out" / folder / "x.txt.json").read_text("utf-8") == jdparse(f"in/{folder}/x.txt").stdout
    (six / "in" / "2" / "jdparse.toml").write_text("labels = ]", "utf-8")
    done = jdparse("in", "-o", "out", "--force")
    assert (done.returncode, done.stderr.count("not valid TOML")) == (2, 1)
    assert jdparse("in", "-o", "out", "--no-config").returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="names of Unix")
def test_names_of_any_bytes(jdparse: Run, here: Path, start: Start) -> None:
    odd = ["with blank.txt", "two\nlines.txt", "岗位.txt", os.fsdecode("岗位.txt".encode("gb18030")), "-o.txt"]
    (here / "in").mkdir()
    for number, name in enumerate(odd):
        (here / "in" / name).write_text(text(number), "utf-8")
    (here / "in" / os.fsdecode(b"\xb8\xda empty.txt")).write_bytes(b"")
    assert jdparse("in", "-o", "out").returncode == 1
    assert names(here / "out") == sorted([*(f"{name}.json" for name in odd), "errors.jsonl"])
    error = json.loads((here / "out" / "errors.jsonl").read_text("utf-8"))
    assert error == {"path": "in/\ufffd\ufffd empty.txt", "kind": "parse", "message": "the file is empty"}
    assert "done 5" in jdparse("in", "-o", "out").stderr
    process = start("--files-from", "-", "-0", "--ordered", "-q", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out, _told = process.communicate(b"\0".join(os.fsencode(f"in/{name}") for name in odd))
    assert process.returncode == 0
    assert _codes(out.decode()) == ALL[:5]


def test_a_list_that_grows_is_read_as_it_grows(six: Path, start: Start) -> None:
    process = start("--files-from", "-", "-q", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    for name in names(six / "in"):
        process.stdin.write(f"in/{name}\n".encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["source"]["name"] == Path(name).name
    process.stdin.close()
    assert process.wait() == 0


@pytest.mark.parametrize("out", ["in", "in/out", "in/out.jsonl", "."])
def test_an_output_inside_the_input(jdparse: Run, six: Path, out: str) -> None:
    before = contents(six / "in")
    for found in (6, 0):
        assert jdparse("in", "-o", out, "--summary-json", "s.json").returncode == 0
        assert json.loads((six / "s.json").read_text("utf-8"))["parsed"] == found
    after = contents(six / "in")
    assert {name: after[name] for name in before} == before
    assert not [name for name in names(six) if name.count(".json") > 1 and "out.jsonl" not in name]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["in", "-o", "in/0/0000.txt"], "several records go to a folder or to one .jsonl or .parquet file"),
        (["in", "-o", "out.json"], "several records go to a folder or to one .jsonl or .parquet file"),
        (["in", "-f", "yaml"], "records in one place are JSON Lines"),
        (["in", "-o", "x.jsonl", "-f", "json"], "records in one place are JSON Lines"),
        (["in", "--source-map", "map.json"], "--source-map is for one file"),
        (["in", "-", "-o", "out"], "standard input is read alone"),
        (["empty", "-o", "out"], "no file was found"),
        (["*.docx"], "no file was found"),
        (["--files-from", "nowhere", "-o", "out"], "cannot be read"),
        (["in", "--memory", "1X"], "is no size"),
        (["in", "--max-failures", "few"], "is no number"),
        (["in", "--jobs", "0"], "--jobs"),
        (["in", "--shard", "0/3"], "is no part"),
        (["-o", "out", "-j", "2"], "no file is named"),
    ],
)
def test_wrong_use(jdparse: Run, six: Path, args: list[str], message: str) -> None:
    (six / "empty").mkdir()
    before = contents(six)
    done = jdparse(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert contents(six) == before


def test_what_is_named_and_cannot_be_read_is_a_failure(jdparse: Run, six: Path) -> None:
    (six / "in" / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    found = jdparse("in", "-o", "out")
    assert found.returncode == 0
    assert "skipped: 1 (of another kind 1)" in found.stderr
    done = jdparse("in/photo.png", "none.txt", "in/0/0000.txt", "-o", "named", "--summary-json", "s.json")
    assert done.returncode == 1
    assert json.loads((six / "s.json").read_text("utf-8"))["failed"] == {"io": 1, "parse": 1}
    assert names(six / "named") == ["errors.jsonl", "in/0/0000.txt.json"]
    assert jdparse("none.txt", "in", "-q", "--fail-on", "never").returncode == 0


def test_two_that_would_be_written_to_one_place(jdparse: Run, six: Path) -> None:
    away = six / "in" / "0" / "0000.txt"
    (six / str(away).lstrip("/")).parent.mkdir(parents=True)
    shutil.copy(away, six / str(away).lstrip("/"))
    done = jdparse(str(away), str(away).lstrip("/"), "in/0/0003.txt", "in/0/0003.txt", "-j", "1", "-o", "out")
    assert done.returncode == 1
    assert "its record would stand where that of" in done.stderr
    assert "parsed: 2; skipped: 1 (named twice 1); failed: 1" in done.stderr


def test_warnings_can_count(jdparse: Run, six: Path) -> None:
    assert jdparse("in", "-q", "--fail-on", "warning").returncode == 0
    (six / "in" / "x.txt").write_text("岗位名称：仓管\n岗位职责：\n1、收货；\n3、发货。\n", "utf-8")
    assert jdparse("in", "-q", "--fail-on", "warning").returncode == 1
    assert jdparse("in", "-q").returncode == 0


def test_a_full_disk_ends_the_run_and_loses_nothing(jdparse: Run, six: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = files.write
    left = 3

    def full(content: str | bytes, path: Path, **how: bool) -> None:
        nonlocal left
        if not left:
            cause = OSError(errno.ENOSPC, "full")
            raise OutputError("cannot write {path}: no space left on the device", path=str(path)) from cause
        write(content, path, **how)
        left -= 1

    with monkeypatch.context() as patched:
        patched.setattr(files, "write", full)
        done = jdparse("in", "-o", "out")
    assert done.returncode == 3
    assert done.stderr.count("no space left on the device") == 1
    assert len(names(six / "out")) == 3
    assert "parsed: 3; skipped: 3 (done 3)" in jdparse("in", "-o", "out").stderr
    assert len(names(six / "out")) == 6


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_standard_output(six: Path, start: Start) -> None:
    with Path("/dev/full").open("wb") as full:
        process = start("in", "-q", stdout=full)
        _out, told = process.communicate()
    assert process.returncode == 3
    assert told == b"jdparse: standard output: no space left on the device\n"


def test_a_reader_that_goes_away(six: Path, start: Start) -> None:
    fill(six / "in", 60)
    process = start("in", "-q", stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    assert process.wait() == 141


@pytest.mark.parametrize("out", ["out", "out.jsonl"])
def test_shards_are_the_whole(jdparse: Run, here: Path, out: str) -> None:
    fill(here / "in", 40)
    (here / "in" / "empty.txt").write_bytes(b"")
    codes = [jdparse("in", "-o", out, "-q", "--shard", f"{part}/3").returncode for part in (1, 2, 3)]
    assert sorted(codes) == [0, 0, 1]
    if out == "out":
        found = [name for name in names(here / out) if not name.startswith("errors-")]
        assert found == sorted(f"{name}.json" for name in names(here / "in") if name != "empty.txt")
    else:
        parts = [(here / f"out-{part}-of-3.jsonl").read_text("utf-8") for part in (1, 2, 3)]
        assert all(parts)
        assert sorted(_codes("".join(parts))) == [f"{number:05}" for number in range(40)]
    assert len(list(here.rglob("*errors*"))) == 1
    assert "done" in jdparse("in", "-o", out, "--shard", "2/3").stderr
    assert jdparse("in", "-o", "none.jsonl", "--include", "nothing", "--shard", "1/2").returncode == 0


def test_two_runs_do_not_write_to_one_place(jdparse: Run, six: Path) -> None:
    (six / "out").mkdir()
    journal = Journal(str(six / "out" / ".jdparse-journal"))
    done = jdparse("in", "-o", "out")
    journal.close()
    assert (done.returncode, names(six / "out")) == (2, [])
    assert "another run is writing there" in done.stderr
    assert jdparse("in", "-o", "out").returncode == 0


def test_a_damaged_journal_is_told(jdparse: Run, six: Path) -> None:
    (six / "out").mkdir()
    (six / "out" / ".jdparse-journal").write_bytes(b"nonsense" * 1000)
    done = jdparse("in", "-o", "out")
    assert (done.returncode, names(six / "out")) == (3, [])
    assert "the journal is damaged" in done.stderr


def test_messages_in_chinese(jdparse: Run, six: Path) -> None:
    (six / "in" / "empty.txt").write_bytes(b"")
    done = jdparse("in", "-o", "out", "--lang", "zh")
    assert "in/empty.txt: 文件是空的" in done.stderr
    assert "已解析：6" in done.stderr
    assert json.loads((six / "out" / "errors.jsonl").read_text("utf-8"))["message"] == "the file is empty"


def test_yaml_and_json_are_one_record(jdparse: Run, six: Path) -> None:
    assert jdparse("in", "-o", "out", "-f", "yaml", "-q").returncode == 0
    assert jdparse("in", "-o", "out", "-q").returncode == 0
    one, other = (six / "out" / f"0/0000.txt.{form}" for form in ("yaml", "json"))
    assert yaml.safe_load(one.read_text("utf-8")) == json.loads(other.read_text("utf-8"))


def test_a_record_that_cannot_be_written_is_a_failure(jdparse: Run, six: Path) -> None:
    (six / "out" / "0" / "0000.txt.json").mkdir(parents=True)
    (six / "out" / "1").write_text("a file where a folder belongs", "utf-8")
    done = jdparse("in", "-o", "out", "--summary-json", "s.json")
    assert done.returncode == 1
    assert json.loads((six / "s.json").read_text("utf-8"))["failed"] == {"io": 3}
    assert names(six / "out") == ["0/0003.txt.json", "1", "2/0002.txt.json", "2/0005.txt.json", "errors.jsonl"]
    (six / "out" / "1").unlink()
    assert jdparse("in", "-o", "out", "--retry-failed").returncode == 1
    assert len(names(six / "out")) == 6
