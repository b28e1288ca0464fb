"""`process_shard`: every kind of source, one part file that is whole, a marker, and nothing done twice."""

import json
import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from jdparse import storage
from jdparse.batch import work
from jdparse.batch.pool import Limits
from jdparse.batch.sources import Part
from jdparse.batch.stopping import Stop
from jdparse.batch.summary import Summary
from jdparse.cli.batch import HOLDERS
from jdparse.cluster import Shard, process_shard
from jdparse.cluster.documents import Columns, kind
from jdparse.errors import OutputError, UnreadableInput, UsageError
from jdparse.options import Options
from tests.batch import poison
from tests.batch.conftest import fill, names, text
from tests.cluster.conftest import json_lines, line, lines, page, table, url, web_archive

Run = Callable[..., CompletedProcess[str]]


def _content(number: int) -> str:
    return page(number).decode("gb18030")


def _utf_8(number: int) -> bytes:
    return _content(number).replace("gb18030", "utf-8").encode()


def test_a_web_archive(here: Path) -> None:
    for name in ("a.warc", "a.warc.gz"):
        archive = web_archive(here / name, 5)
        summary = process_shard(Shard((str(archive),), f"{name}.jsonl"))
        assert (here / f"{name}.jsonl").read_text("utf-8") == lines(5)
        assert (summary.parsed, dict(summary.skipped), summary.failures) == (5, {"unsupported": 10}, 0)


def test_a_parquet_file(here: Path) -> None:
    process_shard(Shard((str(table(here / "a.parquet", 5)),), "a.jsonl"))
    assert (here / "a.jsonl").read_text("utf-8") == lines(5)
    other = table(here / "b.parquet", 5, page_url=url, raw=page, text=lambda _number: "")
    process_shard(Shard((str(other),), "b.jsonl", columns=Columns("page_url", "raw")))
    assert (here / "b.jsonl").read_text("utf-8") == lines(5)
    with pytest.raises(UsageError, match="no column raw"):
        process_shard(Shard(("a.parquet",), "c.jsonl", columns=Columns("url", "raw")))


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.ndjson"])
def test_json_lines_are_text_that_has_been_decoded(here: Path, name: str) -> None:
    """The head of such a page may name the encoding that it once had."""
    process_shard(Shard((str(json_lines(here / name, 5)),), "out.jsonl"))
    records = [json.loads(row) for row in (here / "out.jsonl").read_text("utf-8").splitlines()]
    expected = [json.loads(line(number, _utf_8)) for number in range(5)]
    assert [record["jobs"] for record in records] == [record["jobs"] for record in expected]
    assert {record["source"]["encoding"] for record in records} == {"utf-8"}


def test_lists_and_files(here: Path) -> None:
    fill(here / "in", 5)
    paths = [f"in/{name}" for name in names(here / "in")]
    (here / "list").write_text("\n".join(paths) + "\n", "utf-8")
    process_shard(Shard(("list",), "a.jsonl", kind="list"))
    process_shard(Shard(tuple(paths), "b.jsonl"))
    single = "".join(line(0, lambda _n, path=path: Path(path).read_bytes(), lambda _n, path=path: path) for path in paths)  # type: ignore[misc]  # fmt: skip
    assert (here / "a.jsonl").read_text("utf-8") == (here / "b.jsonl").read_text("utf-8") == single


def test_what_is_wrong_is_named_and_ends_nothing(here: Path) -> None:
    rows = [{"url": "a", "html": _content(0)}, {"url": "b"}, ["c"], {"text": 3}, {"text": "今天天气很好。"}]
    (here / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "{no JSON\n\n", "utf-8")
    summary = process_shard(Shard(("a.jsonl",), "out.jsonl"))
    assert (summary.parsed, dict(summary.failed)) == (1, {"io": 4, "parse": 1})
    errors = [json.loads(row) for row in (here / "out.errors.jsonl").read_text("utf-8").splitlines()]
    assert [(error["path"], error["kind"], error["message"]) for error in errors] == [
        ("b", "io", "there is no content"),
        ("a.jsonl:3", "io", "the line is no JSON object"),
        ("a.jsonl:4", "io", "there is no content"),
        ("a.jsonl:5", "parse", "no job description was found"),
        ("a.jsonl:6", "io", "the line is no JSON"),
    ]
    (here / "a.jsonl").write_text(json.dumps(rows[0]), "utf-8")
    process_shard(Shard(("a.jsonl",), "out.jsonl"), retry_failed=True)
    assert not (here / "out.errors.jsonl").exists()


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.warc.gz", "a.warc", "a.parquet"])
@pytest.mark.parametrize("cut", [0.6, 0.02])
def test_a_damaged_file_gives_what_stands_before_the_damage(here: Path, name: str, cut: float) -> None:
    """A file that was cut off; it is named, with the number of the documents before."""
    makers: dict[str, Callable[[Path, int], Path]] = {"jsonl": json_lines, "warc": web_archive, "parquet": table}
    path = makers[name.split(".")[1]](here / name, 40)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * cut)])
    summary = process_shard(Shard((name,), "out.jsonl"))
    assert (here / "out.jsonl").read_text("utf-8").count("\n") == summary.parsed < 40
    assert dict(summary.failed) == {"io": 1}
    assert "damaged" in (text := (here / "out.errors.jsonl").read_text("utf-8")) or "in the middle" in text


def test_a_shard_that_is_done_is_not_done_again(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = json_lines(here / "a.jsonl", 3)
    shard = Shard((str(archive),), "out.jsonl")
    first = process_shard(shard)
    marker = json.loads((here / "out.jsonl.done").read_text("utf-8"))
    assert marker["key"] == shard.key()
    assert marker["summary"]["parsed"] == 3
    before = (here / "out.jsonl").stat()
    monkeypatch.setattr(work, "document", None)  # nothing may be parsed
    again = process_shard(shard)
    assert (here / "out.jsonl").stat() == before
    assert again.figures() == {**first.figures(), "seconds": again.figures()["seconds"], "documents_per_second": again.figures()["documents_per_second"]}  # fmt: skip
    monkeypatch.undo()
    monkeypatch.chdir(here)

    def is_done_again(shard: Shard, *, force: bool = False, retry_failed: bool = False) -> bool:
        before = (here / "out.jsonl").stat().st_ino
        process_shard(shard, force=force, retry_failed=retry_failed)
        return (here / "out.jsonl").stat().st_ino != before

    assert is_done_again(shard, force=True)
    assert not is_done_again(shard, retry_failed=True)
    assert is_done_again(shard._replace(options=Options(punctuation="keep")))
    assert not is_done_again(shard._replace(options=Options(punctuation="keep"), limits=Limits(2)))
    (here / "out.jsonl.done").write_text("{", "utf-8")
    assert is_done_again(shard)
    (here / "out.jsonl").unlink()
    process_shard(shard)
    assert (here / "out.jsonl").read_text("utf-8").count("\n") == 3
    assert names(here) == ["a.jsonl", "out.jsonl", "out.jsonl.done"]


def test_the_parser_is_part_of_what_was_done(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shard = Shard((str(json_lines(here / "a.jsonl", 1)),), "out.jsonl")
    key = shard.key()
    monkeypatch.setattr("jdparse.cluster.shard.fingerprint", lambda: "another")
    assert shard.key() != key


@pytest.mark.parametrize("parts", [1, 2, 3, 7])
def test_parts_are_the_whole(here: Path, parts: int) -> None:
    for number in range(3):
        web_archive(here / f"{number}.warc.gz", 4, first=number * 4)
    fill(here / "in", 9)
    sources = (*(f"{number}.warc.gz" for number in range(3)), *(f"in/{name}" for name in names(here / "in")))
    found: list[str] = []
    for number in range(1, parts + 1):
        shard = Shard(sources, "out.jsonl", Part(number, parts))
        assert shard == pickle.loads(pickle.dumps(shard))
        process_shard(shard)
        found += (here / shard.target).read_text("utf-8").splitlines()
    assert len(found) == len(set(found)) == 21
    assert shard.target == f"out-{parts}-of-{parts}.jsonl"


def test_a_table_has_a_row_for_each_document(here: Path) -> None:
    archive = web_archive(here / "a.warc.gz", 5)
    (here / "b.jsonl").write_text("[]\n", "utf-8")
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    process_shard(Shard((str(archive), "b.jsonl"), "out.parquet", split=True))
    rows = parquet.read_table(here / "out.parquet").to_pylist()
    assert [row["path"] for row in rows] == [*map(url, range(5)), "b.jsonl:1"]
    assert "".join(row["record"] + "\n" for row in rows[:5]) == lines(5)
    assert [(row["status"], row["job"]) for row in rows] == [*[("parsed", 0)] * 5, ("io", None)]


def test_urls(here: Path) -> None:
    fsspec: Any = pytest.importorskip("fsspec", reason="the extra `fsspec` is not installed")
    store = fsspec.filesystem("memory")
    for number in range(2):
        store.pipe_file(f"/crawl/{number}.warc.gz", web_archive(here / "a.warc.gz", 3, number * 3).read_bytes())
    target = "memory://out/deep/x.parquet"
    summary = process_shard(Shard(("memory://crawl/*.warc.gz",), target))
    assert summary.parsed == 6
    assert {name.rpartition("/")[2] for name in store.ls("/out/deep", detail=False)} == {"x.parquet", "x.parquet.done"}
    before = store.modified("/out/deep/x.parquet")
    assert process_shard(Shard(("memory://crawl/*.warc.gz",), target)).parsed == 6
    assert store.modified("/out/deep/x.parquet") == before
    # a file system, where nothing may be seen before it is whole, and documents that the workers read
    fill(here / "in", 3)
    inputs = tuple(f"file://{here}/in/{name}" for name in names(here / "in"))
    for _ in range(2):
        process_shard(Shard(inputs, f"file://{here}/out/x.jsonl"), force=True)
    assert names(here / "out") == ["x.jsonl", "x.jsonl.done"]
    assert (here / "out" / "x.jsonl").read_text("utf-8").count("\n") == 3
    store.rm("/crawl", recursive=True)
    store.rm("/out", recursive=True)


def test_without_its_extra_a_source_says_what_to_install(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a.warc").write_bytes(b"")
    for package, source in (("fsspec.core", "s3://bucket/a.jsonl"), ("warcio.archiveiterator", "a.warc")):
        with monkeypatch.context() as patched:
            patched.setitem(sys.modules, package, None)
            extra = {"fsspec": "fsspec", "warcio": "warc"}[package.partition(".")[0]]
            with pytest.raises(UsageError, match=rf"jdparse\[{extra}\]"):
                process_shard(Shard((source,), "out.jsonl"))
    assert names(here) == ["a.warc"]


def test_what_cannot_be_opened_leaves_no_marker(here: Path) -> None:
    json_lines(here / "a.jsonl", 2)
    for source in ("none.jsonl", "none.warc", "none.parquet", "nosuch://a.jsonl"):
        with pytest.raises(UnreadableInput, match=source):
            process_shard(Shard(("a.jsonl", source), "out.jsonl"))
    assert names(here) == ["a.jsonl"]
    with pytest.raises(UsageError, match=r"ends in \.jsonl or \.parquet"):
        process_shard(Shard(("a.jsonl",), "out"))
    (here / "file").touch()
    with pytest.raises(OutputError, match=r"cannot write file/out\.jsonl"):
        process_shard(Shard(("a.jsonl",), "file/out.jsonl"))


def test_a_shard_that_is_stopped_leaves_nothing(here: Path) -> None:
    json_lines(here / "a.jsonl", 30)
    stop = Stop()
    stop.ask_by(2)
    with pytest.raises(KeyboardInterrupt):
        process_shard(Shard(("a.jsonl",), "out.jsonl"), stop=stop)
    assert names(here) == ["a.jsonl"]


def test_poison_in_an_archive(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "document", poison.document)
    bad = {3: "!segfault", 5: "!raise---", 8: "!hang----"}
    rows = ({"path": f"{number}.txt", "text": bad.get(number) or text(number)} for number in range(12))
    (here / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    summary = process_shard(Shard(("a.jsonl",), "out.jsonl", limits=Limits(2, timeout=5.0)))
    assert (summary.parsed, dict(summary.failed)) == (9, {"crash": 1, "parse": 1, "timeout": 1})
    codes = [json.loads(row)["jobs"][0]["code"] for row in (here / "out.jsonl").read_text("utf-8").splitlines()]
    assert codes == [f"{number:05}" for number in range(12) if number not in bad]


def test_summaries_add_up() -> None:
    one, other = Summary(), Summary()
    for number in range(100):
        (one if number % 2 else other).add(work.Reply(("",), seconds=number / 100, jobs=2, diagnostics={"a": 1}))
    one.skipped["unsupported"] = 3
    total = Summary()
    for summary in (one, other):
        summary.end()
        total.merge(Summary.of(json.loads(json.dumps(summary.state()))))
    assert (total.found, total.parsed, total.jobs, total.diagnostics["a"]) == (103, 100, 200, 100)
    assert 0.5 <= total.percentile(0.5) <= 0.5 * 1.06


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a.WARC.GZ", "warc"), ("a.warc.wet.gz", "warc"), ("a.jsonl.xz", "jsonl"), ("s3://b/a.parquet?version=1", "parquet"),
        ("a.html", "file"), ("a.gz", "file"), ("warc", "file"), ("a.txt", "file"),
    ],
)  # fmt: skip
def test_what_a_source_is_its_suffix_says(source: str, expected: str) -> None:
    assert kind(source) == expected


def test_the_command_line_knows_the_suffixes() -> None:
    """It looks at names without loading what reads the files."""
    assert all(kind(f"a{suffix}") != "file" for suffix in HOLDERS)
    assert {kind(f"a{suffix}") for suffix in HOLDERS} == {"jsonl", "parquet", "warc"}


def test_an_engine_that_is_not_installed(jdparse: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(here / "in", 2)
    monkeypatch.setitem(sys.modules, "ray", None)
    done = jdparse("in", "-o", "x.jsonl", "--engine", "ray")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "jdparse: ray is not installed; it comes with: pip install 'jdparse[ray]'\n"


def test_what_is_a_url() -> None:
    assert all(map(storage.is_url, ("s3://a/b", "hdfs:///a", "file:///a", "zip://a::s3://b")))
    assert not any(map(storage.is_url, ("a/b", "C:/a", "C:\\a", "a:b", "岗位://a", "/a://b", "")))
    assert not storage.is_url(os.curdir)


def test_the_command_line(jdparse: Run, here: Path) -> None:
    archive = web_archive(here / "a.warc.gz", 6)
    done = jdparse(archive, "-o", "x.jsonl")
    assert done.returncode == 0, done.stderr
    assert (here / "x.jsonl").read_text("utf-8") == lines(6)
    assert "found: 18; parsed: 6; skipped: 12 (of another kind 12)" in done.stderr
    for part in (1, 2):
        assert jdparse(archive, "-o", "y.jsonl", "--shard", f"{part}/2", "-q").returncode == 0
    assert jdparse(archive, "-o", "z.jsonl", "--parts", "2", "-q").returncode == 0
    for name in ("y", "z"):
        parts = [(here / f"{name}-{part}-of-2.jsonl").read_text("utf-8") for part in (1, 2)]
        assert sorted("".join(parts).splitlines(True)) == sorted(lines(6).splitlines(True))
    fill(here / "in", 5)
    (here / "in" / "bad.txt").write_bytes(b"")
    done = jdparse("in", archive, "-o", f"file://{here}/u/x.jsonl", "--summary-json", "s.json")
    assert done.returncode == 1
    assert "in/bad.txt: the file is empty" in done.stderr
    assert json.loads((here / "s.json").read_text("utf-8"))["parsed"] == 11
    (here / "list").write_text("\n".join(f"file://{here}/in/{name}" for name in names(here / "in")), "utf-8")
    done = jdparse(f"file://{here}/none.txt", "-o", "n.jsonl")
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        1,
        f"jdparse: file://{here}/none.txt: no such file or folder",
    )
    assert jdparse("--files-from", f"file://{here}/list", "-o", "l.parquet", "-q").returncode == 1
    assert (here / "l.parquet.done").exists()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["a.warc.gz"], "name a .jsonl or .parquet file with -o"),
        (["a.warc.gz", "-o", "out"], "name a .jsonl or .parquet file with -o"),
        (["in", "-o", "s3://bucket/out"], "name a .jsonl or .parquet file with -o"),
        (["a.warc.gz", "-o", "x.jsonl", "-f", "yaml"], "records in one place are JSON Lines"),
        (["a.warc.gz", "-o", "x.jsonl", "--fail-fast"], "--fail-fast is for files and folders"),
        (["a.warc.gz", "-o", "x.jsonl", "--max-failures", "3"], "--max-failures is for files and folders"),
        (["a.warc.gz", "-o", "x.jsonl", "--shard", "1/2", "--parts", "2"], "--shard does one part"),
        (["a.warc.gz", "-o", "x.jsonl", "--columns", "url"], "are no two names"),
        (["a.warc.gz", "-", "-o", "x.jsonl"], "standard input is read alone"),
        (["in", "-o", "out", "--columns", "a,b"], "--columns is for archives, tables, URLs or an engine"),
        (["a.warc.gz", "-o", "x.jsonl", "--address", "a"], "--address is for"),
        (["file:///nowhere/*.warc.gz", "-o", "x.jsonl"], "no file was found"),
    ],
)
def test_wrong_use(jdparse: Run, here: Path, args: list[str], message: str) -> None:
    fill(here / "in", 1)
    web_archive(here / "a.warc.gz", 1)
    before = names(here)
    done = jdparse(*args)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert names(here) == before or "no file" in message
