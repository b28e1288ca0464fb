"""The program: its commands, its exit codes, what it loads, and how it ends."""

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import jdparse as package
from jdparse import loaders
from jdparse.cli.exits import ExitCode
from jdparse.errors import LimitExceeded

Run = Callable[..., CompletedProcess[str]]
SOURCE = "岗位名称：仓库管理员\n岗位职责：\n1、负责收货；\n2、负责发货。\n"
HEAVY = ("pydantic", "docx", "lxml", "opencc", "yaml", "rich", "regex", "tomllib", "jdparse.pipeline")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "仓管.txt"
    path.write_text(SOURCE, "utf-8")
    return path


def _python(*args: object, env: dict[str, str] | None = None) -> CompletedProcess[str]:
    words = [sys.executable, *map(str, args)]
    apart = ("JDPARSE_", "LANG", "LC_")
    ours = {name: value for name, value in os.environ.items() if not name.startswith(apart)}
    return subprocess.run(words, capture_output=True, check=False, encoding="utf-8", env={**ours, **(env or {})})


def test_the_module_runs() -> None:
    done = _python("-m", "jdparse", "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"jdparse {package.__version__}\n", "")


def test_the_version_costs_next_to_nothing() -> None:
    """A cold start loads click and little else: the libraries and the parser wait until they are used."""
    script = "import sys; from jdparse.cli import main; main(['--version']); print(*sys.modules, file=sys.stderr)"
    loaded = _python("-c", script).stderr.split()
    assert "click" in loaded
    assert [name for name in loaded if name in HEAVY] == []
    ours = {name for name in loaded if name.startswith("jdparse.") and not name.startswith("jdparse.cli")}
    assert ours <= {"jdparse.errors", "jdparse.patterns"}


def test_a_command_is_imported_when_it_is_used() -> None:
    script = "import sys; from jdparse.cli import main; main(['explain']); print(*sys.modules, file=sys.stderr)"
    loaded = _python("-c", script).stderr.split()
    assert "jdparse.cli.explain" in loaded
    assert not {"jdparse.cli.parse", "jdparse.cli.text", "jdparse.cli.validate", "pydantic"} & set(loaded)


def test_a_parse_does_not_load_the_models(source: Path) -> None:
    """Nor the readers of other formats: pydantic's models alone would be as much again as all that a text file needs."""
    script = "import sys; from jdparse.cli import main; main([sys.argv[1]]); print(*sys.modules, file=sys.stderr)"
    loaded = set(_python("-c", script, source).stderr.split())
    assert "jdparse.validation" in loaded
    assert not {"pydantic", "jdparse.records", "docx", "lxml", "rich", "jdparse.lint.rules"} & loaded


def test_the_public_names_are_loaded_when_used() -> None:
    script = "import sys, jdparse; assert 'jdparse.errors' not in sys.modules; print(jdparse.JdparseError.__module__)"
    assert _python("-c", script).stdout == "jdparse.errors\n"
    assert set(package.__all__) <= set(dir(package))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = package.no_such_name


@pytest.mark.parametrize("args", [[], ["--help"], ["-h"], ["parse", "-h"], ["--lang", "en", "--help"]])
def test_help(jdparse: Run, args: list[str]) -> None:
    done = jdparse(*args)
    shown, other = (done.stdout, done.stderr) if args else (done.stderr, done.stdout)
    assert done.returncode == (0 if args else 2)
    assert other == ""
    assert shown.startswith("Usage: jdparse ")
    assert {"--source-map FILE", "--no-config", "--lang [zh|en]"} <= set(re.findall(r"--[a-z-]+(?: \S+)?", shown))


def test_help_documents_every_exit_code(jdparse: Run) -> None:
    codes = re.findall(r"^  (\d+) +\S", jdparse("--help").stdout.partition("Exit codes:\n")[2], re.MULTILINE)
    assert [int(code) for code in codes] == list(ExitCode)


@pytest.mark.parametrize(
    "args",
    [
        ["{}"],
        ["parse", "{}"],
        ["-f", "json", "{}"],
        ["{}", "-f", "json"],
        ["--lang", "en", "{}"],
        ["--lang=en", "parse", "{}"],
        ["--", "{}"],
        ["-q", "--lang", "en", "{}"],
    ],
)
def test_parse_runs_when_no_command_is_named(jdparse: Run, source: Path, args: list[str]) -> None:
    done = jdparse(*(word.format(source) for word in args))
    assert (done.returncode, done.stdout) == (0, jdparse("parse", source).stdout)


def test_a_file_named_like_a_command(jdparse: Run, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(source.parent)
    source.rename("schema")
    assert "仓库管理员" in jdparse("./schema").stdout
    assert "仓库管理员" in jdparse("--", "schema").stdout
    assert "$schema" in jdparse("schema").stdout


@pytest.mark.parametrize(
    "args", [["--typo"], ["a", "b", "--jobs", "0"], ["schema", "a"], ["-f"], ["-o"], ["text"], ["explain", "JD999"]]
)
def test_wrong_use(jdparse: Run, args: list[str]) -> None:
    done = jdparse(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"jdparse: .+ \(see 'jdparse(?: [a-z]+)? --help'\)\n", done.stderr)


def test_a_near_option_is_named(jdparse: Run) -> None:
    assert "'--format'" in jdparse("--fromat", "json", "a.txt").stderr


def test_a_bug_is_one_line(jdparse: Run, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_fields: object) -> None:
        raise KeyError("line one\nline two")

    monkeypatch.setattr(loaders, "load", broken)
    done = jdparse("text", source)
    assert (done.returncode, done.stdout) == (70, "")
    assert re.fullmatch(
        r"jdparse: \S+仓管\.txt: internal error: KeyError: .+ \(test_program\.py:\d+\); please report it\n", done.stderr
    )
    monkeypatch.setenv("JDPARSE_DEBUG", "1")
    assert jdparse("text", source).stderr.startswith("Traceback (most recent call last):\n")


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (KeyboardInterrupt(), 130, ""),
        (LimitExceeded("{name}: over {limit}", name="仓管.txt", limit=3), 4, "jdparse: {}: over 3\n"),
        (LimitExceeded("over {limit}", limit=3), 4, "jdparse: {}: over 3\n"),
        (OSError(errno.EACCES, "?"), 3, "jdparse: {}: permission denied\n"),
        (OSError(errno.EIO, "?"), 3, "jdparse: {}: system error EIO\n"),
        (OSError("?"), 3, "jdparse: {}: system error None\n"),
    ],
)
def test_an_end_has_its_exit_code(
    jdparse: Run, source: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, message: str
) -> None:
    def failing(*_args: object, **_fields: object) -> None:
        raise error

    monkeypatch.setattr(loaders, "load", failing)
    done = jdparse("text", source)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", message.format(source))


def test_every_command_has_a_module() -> None:
    for name in ("parse", "text", "labels", "validate", "schema", "explain"):
        assert import_module(f"jdparse.cli.{name}").command().name == name


def test_a_shell_can_complete(jdparse: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_JDPARSE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "jdparse va")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert jdparse().stdout == "plain,validate\n"
    monkeypatch.setenv("COMP_WORDS", "jdparse a.txt --punct")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert jdparse().stdout == "plain,--punctuation\n"
