"""A record as text says the same to every reader, and a file is written whole or not at all."""

import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from jdparse.emit import files, to_json, to_jsonl, to_yaml, yaml_text
from jdparse.emit.files import same_file, write
from jdparse.errors import OutputError
from jdparse.validation import Data, validated

needs_posix = pytest.mark.skipif(os.name != "posix", reason="links, permissions and pipes of POSIX")


def _record(*texts: str) -> Data:
    job = {"title": texts[0] if texts else None, "kpis": texts}
    return validated({"jobs": [job], "extra_sections": [{"items": texts}]})


# Pieces that mean something to one reader of YAML or another, so that short texts made of them reach the odd cases.
PIECES = [
    *"\t\n\r \x85\u2028\u2029\ufeff\ufffd\u200b\u3000\xa0\x7f\x00",
    *"#:-?,[]{}&*!|>'\"%@`=<~+._0123456789eExXoOnyNYTzab岗位：；。",
    *(
        "😀",
        "𠮷",
        ": ",
        " #",
        "- ",
        "---",
        "...",
        "yes",
        "Null",
        "0x",
        "0o",
        ".inf",
        ".NaN",
        "true",
        "1:30",
        "2024-01-31",
    ),
]
PLAIN = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=7).map("".join) | PLAIN
NUMBERS = st.integers(0, 10**15) | st.floats(0, 1e12)


def _core(text: str) -> Any:
    """What a reader of YAML 1.2 makes of it."""
    return YAML(typ="safe", pure=True).load(text)


@given(st.lists(TEXTS, max_size=3))
@settings(deadline=None)
def test_json_reads_back(texts: list[str]) -> None:
    record = _record(*texts)
    written = to_json(record)
    assert json.loads(written) == record
    assert written == json.dumps(record, ensure_ascii=False, indent=2) + "\n"


@given(st.lists(TEXTS, max_size=3))
@example(["甲\x85乙\u2028丙\u2029丁\x1e戊"])
@settings(deadline=None)
def test_a_line_of_json_is_one_line_to_every_reader(texts: list[str]) -> None:
    record = _record(*texts)
    written = to_jsonl(record)
    assert len(written.splitlines()) == 1
    assert written.endswith("}\n")
    assert json.loads(written) == json.loads(to_json(record))


@given(TEXTS, NUMBERS)
@settings(deadline=None, max_examples=300)
def test_yaml_means_the_same_in_both_revisions(text: str, number: float) -> None:
    data = {"text": text, "list": [text, {"text": text, "number": number}], "nothing": None, "empty": []}
    written = yaml_text.dump(data)
    assert yaml.safe_load(written) == data, written
    assert _core(written) == data, written


@given(TEXTS, NUMBERS)
@settings(deadline=None, max_examples=200)
def test_yaml_is_the_same_without_libyaml(text: str, number: float) -> None:
    data = {"text": text, "list": [text, {"text": text, "number": number}]}
    assert yaml_text.dump(data, compiled=False) == yaml_text.dump(data)


def test_a_record_as_yaml_is_its_data() -> None:
    record = _record("统筹安排", "1e3")
    written = to_yaml(record)
    assert yaml.safe_load(written) == record
    assert _core(written) == record


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("统筹安排仓库收发，月底盘点", "统筹安排仓库收发，月底盘点"),
        ("岗位职责：收货", "岗位职责：收货"),
        ("1. 收货", "1. 收货"),
        ("3-5年", "3-5年"),
        ("a: b", "'a: b'"),
        ("收货 #1", "'收货 #1'"),
        ("- 收货", "'- 收货'"),
        (" 收货", "' 收货'"),
        ("收货 ", "'收货 '"),
        ("", "''"),
        ("收货\n发货", "|-\n  收货\n  发货"),
        ("收货\n\n发货", '"收货\\n\\n发货"'),
        ("收货\n", '"收货\\n"'),
        ("收\t货", '"收\\t货"'),
        ("收\u2028货", '"收\\L货"'),
        ("收\x85货", '"收\\N货"'),
        ("😀", '"\\U0001F600"'),
        ("字" * 200 + " " + "字" * 200, "字" * 200 + " " + "字" * 200),
    ],
)
def test_a_text_is_as_plain_as_it_can_be(text: str, written: str) -> None:
    assert yaml_text.dump({"text": text}) == f"text: {written}\n"


OTHER_TYPES = """
    0 007 0o17 0x1F 0b1 10 -10 +1 1_000 1,000 1.5 .5 -.5 1. 1e3 1E-3 1.5e+3 08 1:30 190:20:30 190:20:30.15
    .inf -.INF .nan y N yes No ON off true False null NULL ~ = << 2024-01-31 2024-1-31T08:00:00Z 020-55501234 15-25K
""".split()


@pytest.mark.parametrize("text", [*OTHER_TYPES, "2024-01-31 08:00:00 +8"])
def test_a_text_that_looks_like_another_type_is_quoted(text: str) -> None:
    assert yaml_text.dump({"text": text}) == f"text: '{text}'\n"


@pytest.mark.parametrize("compiled", [True, False])
def test_what_occurs_twice_is_written_twice(compiled: bool) -> None:
    items = ["第一条"]
    assert yaml_text.dump({"a": items, "b": items}, compiled=compiled) == "a:\n- 第一条\nb:\n- 第一条\n"


# --- files ---


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("content", ["岗位\r\n说明书\n", b"\xff\x00\r\n", ""])
def test_what_is_written_stands_in_the_file(content: str | bytes, tmp_path: Path) -> None:
    path = tmp_path / "记录.json"
    write("old" * 1000, path)
    write(content, path)
    assert path.read_bytes() == (content.encode() if isinstance(content, str) else content)
    assert _names(tmp_path) == ["记录.json"]


def test_a_name_may_be_as_long_as_the_file_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 250 + ".json")
    write("new", path)
    assert path.read_text() == "new"


@pytest.fixture(name="umask")
def _umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


@needs_posix
@pytest.mark.usefixtures("umask")
def test_a_new_file_has_the_permissions_of_new_files(tmp_path: Path) -> None:
    write("new", tmp_path / "a")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@needs_posix
@pytest.mark.parametrize("mode", [0o600, 0o666, 0o755])
def test_a_file_keeps_its_permissions(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    path.chmod(mode)
    write("new", path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@needs_posix
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_leads_to_the_new_file(there: bool, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    target = folder / "target"
    if there:
        target.write_text("old")
    link = tmp_path / "link"
    link.symlink_to(Path("folder") / "target")
    write("new", link)
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert _names(folder) == ["target"]


class _Full:
    """A file that fails while it is written, as on a full disk or at an interruption."""

    def __init__(self, file: IO[bytes], error: BaseException) -> None:
        self._file = file
        self._error = error

    def __enter__(self) -> "_Full":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        self._file.write(data[:3])
        self._file.flush()
        raise self._error


@pytest.mark.parametrize(
    ("error", "raised", "message"),
    [
        (KeyboardInterrupt(), KeyboardInterrupt, None),
        (OSError(28, "No space left on device"), OutputError, "no space left on the device"),
        (OSError(5, "Input/output error"), OutputError, "Input/output error"),
    ],
)
def test_a_failure_leaves_what_was_there(
    error: BaseException,
    raised: type[BaseException],
    message: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "a"
    path.write_text("old")

    def full(*arguments: Any, **options: Any) -> _Full:
        return _Full(open(*arguments, **options), error)  # noqa: PTH123 - stands in for the function itself

    monkeypatch.setattr(files, "open", full, raising=False)
    with pytest.raises(raised, match=message):
        write("new content", path)
    assert path.read_text() == "old"
    assert _names(tmp_path) == ["a"]


def test_a_failure_at_the_last_step_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_text("old")

    def refuse(self: Path, target: Path) -> None:
        assert self.read_text() == "new"
        assert self.parent == target.parent
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="permission denied"):
        write("new", path)
    assert path.read_text() == "old"
    assert _names(tmp_path) == ["a"]


def _missing_folder(folder: Path) -> Path:
    return folder / "no" / "such" / "a.json"


def _file_as_folder(folder: Path) -> Path:
    (folder / "file").touch()
    return folder / "file" / "a.json"


def _folder(folder: Path) -> Path:
    return folder


def _loop(folder: Path) -> Path:
    (folder / "loop").symlink_to("loop")
    return folder / "loop"


def _null(folder: Path) -> Path:
    return folder / "a\0b"


def _line_break(folder: Path) -> Path:
    return folder / "no" / "a\nb"


@needs_posix
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_missing_folder, "there is no such folder"),
        (_file_as_folder, "there is no such folder"),
        (_folder, "it is a folder"),
        (_loop, "Too many levels of symbolic links"),
        (_null, "embedded null"),
        (_line_break, "there is no such folder"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(make: Callable[[Path], Path], message: str, tmp_path: Path) -> None:
    path = make(tmp_path)
    before = _names(tmp_path)
    with pytest.raises(OutputError, match=message) as caught:
        write("new", path)
    assert caught.value.exit_code == 3
    assert str(caught.value).startswith("cannot write ")
    assert str(caught.value).isprintable()
    assert _names(tmp_path) == before


def test_a_file_that_must_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    # Nothing is denied to root, so the answer of the system is stood in for.
    monkeypatch.setattr(os, "access", lambda file, mode: (Path(file), mode) != (path.resolve(), os.W_OK))
    with pytest.raises(OutputError, match="permission denied"):
        write("new", path)
    assert path.read_text() == "old"


@needs_posix
def test_a_device_is_written_to(tmp_path: Path) -> None:
    # A terminal of our own: nobody can make files beside it, so that not even a defect run by root could replace it,
    # as it could /dev/null.
    ours, terminal = os.openpty()
    try:
        path = Path(os.ttyname(terminal))
        (tmp_path / "link").symlink_to(path)
        for name in (path, tmp_path / "link"):
            write("ab", name)
            assert os.read(ours, 10) == b"ab"
        assert stat.S_ISCHR(path.stat().st_mode)
        assert _names(tmp_path) == ["link"]
    finally:
        os.close(ours)
        os.close(terminal)


@needs_posix
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write("岗位", pipe)
    reader.join(5)
    assert found == ["岗位".encode()]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no /proc")
def test_standard_output_is_added_to(tmp_path: Path) -> None:
    """Where a shell has sent it to a file, that file is neither replaced nor begun anew."""
    link = tmp_path / "stdout"  # as /dev/stdout is
    link.symlink_to("/proc/self/fd/1")
    script = "import os; from pathlib import Path; from jdparse.emit.files import write\nos.write(1, b'1\\n')\n"
    script += f"write('2\\n', Path({str(link)!r})); write('3\\n', Path('/dev/fd/1')); os.write(1, b'4\\n')"
    path = tmp_path / "out"
    with path.open("wb") as out:
        subprocess.run([sys.executable, "-c", script], stdout=out, check=True)
    assert path.read_text() == "1\n2\n3\n4\n"
    assert _names(tmp_path) == ["out", "stdout"]
    assert link.is_symlink()
    piped = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert piped.stdout == b"1\n2\n3\n4\n"


@needs_posix
def test_a_file_is_the_same_by_every_path(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    (tmp_path / "b").touch()
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "hard").hardlink_to(path)
    folder = tmp_path / "folder"
    folder.mkdir()
    assert all(same_file(path, other) for other in (path, tmp_path / "link", tmp_path / "hard", folder / ".." / "a"))
    assert not same_file(path, tmp_path / "b")
    assert not same_file(path, tmp_path / "none")
    assert same_file(tmp_path / "none", folder / ".." / "none")
    assert not same_file(tmp_path / "none", folder / "none")


def test_emitting_json_loads_no_yaml() -> None:
    script = "import sys, jdparse.emit; print(sorted({'yaml', 'pydantic'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_a_killed_process_left_is_taken_away_by_who_writes_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        # As if it were killed between.
        patched.setattr(Path, "unlink", lambda *_args: None)
        patched.delattr(Path, "replace")
        with pytest.raises(AttributeError):
            write("half", tmp_path / "a.json", alone=True)
    assert len(list(tmp_path.iterdir())) == 1
    write("whole", tmp_path / "a.json", alone=True)
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("a.json", "whole")]
