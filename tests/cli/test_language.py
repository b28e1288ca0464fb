"""The language: how it is chosen, and that nothing is left of the other one."""

import os
import re
from collections.abc import Callable
from gettext import gettext, textdomain
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from jdparse.cli.language import choose, speaking

Run = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize(
    ("args", "environ", "language"),
    [
        ("", {}, "en"),
        ("a.txt", {"LANG": "zh_CN.UTF-8"}, "zh"),
        ("a.txt", {"LANG": "zh_TW.UTF-8"}, "zh"),
        ("a.txt", {"LANG": "fr_FR.UTF-8"}, "en"),
        ("a.txt", {"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ("a.txt", {"LC_ALL": "", "LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ("a.txt", {"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
        ("a.txt", {"LANG": "zh_CN.UTF-8", "LANGUAGE": "en:zh"}, "en"),
        ("a.txt", {"LANGUAGE": "zh"}, "zh"),
        ("a.txt", {"LC_ALL": "C", "LANGUAGE": "zh"}, "en"),
        ("a.txt", {"LANG": "C.UTF-8", "LANGUAGE": "zh"}, "en"),
        ("a.txt", {"JDPARSE_LANG": "zh", "LC_ALL": "C"}, "zh"),
        ("a.txt", {"JDPARSE_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ("a.txt", {"JDPARSE_LANG": "klingon", "LANG": "zh_CN.UTF-8"}, "zh"),
        ("--lang zh a.txt", {"JDPARSE_LANG": "en"}, "zh"),
        ("a.txt --lang=en", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("--lang en --lang zh", {}, "zh"),
        ("--lang klingon", {"LANG": "zh_CN.UTF-8"}, "zh"),
        ("a.txt --lang", {}, "en"),
        ("-- --lang zh", {}, "en"),
    ],
)
def test_the_language_is_chosen(args: str, environ: dict[str, str], language: str) -> None:
    assert choose(args.split(), environ) == language


@pytest.mark.parametrize("before", [None, "fr"])
def test_the_state_of_gettext_is_put_back(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    if before:
        monkeypatch.setenv("LANGUAGE", before)
    domain = textdomain()
    with speaking("zh"):
        assert gettext("Options") == "选项"
    assert (textdomain(), os.environ.get("LANGUAGE")) == (domain, before)


COMMANDS = ("", "parse", "text", "labels", "validate", "schema", "explain")
# What stays in Latin letters: names that are typed, and proper names.
NAMES = re.compile(
    r"--[a-z-]+|-[a-z]\b|\b(?:jdparse|json|jsonl|yaml|yml|txt|docx|html|mhtml|plain|normalize|keep|zh|en|parse|text|validate"
    r"|labels|requirements|education|schema|explain|toml|tool|pyproject|numbering-gap|JSON|YAML|JDPARSE_LANG|JD[0-9]{3}|GB18030|UTF-8|Big5|Word|Schema"
    r"|any|form|ad|own|error|warning|info|concise|sarif|junit|github|gitlab|age-limit|JD[0-9]|FORMAT"
    r"|Ctrl-C|xml|klingon|typo|pdf|NUL|CPU|URL|never|failure|parquet|Parquet|Lines|ray)\b"
)


def _english(text: str) -> list[str]:
    """English words that are left in a Chinese text."""
    return re.findall(r"[A-Za-z]{2,}", NAMES.sub("", text))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_one_language(jdparse: Run, command: str) -> None:
    english = jdparse(*command.split(), "--help", "--lang", "en")
    chinese = jdparse("--lang", "zh", *command.split(), "-h")
    assert (english.returncode, english.stderr, chinese.returncode, chinese.stderr) == (0, "", 0, "")
    assert english.stdout.isascii() or set(re.findall(r"[^\x00-\x7f]", english.stdout)) == {"…"}
    assert "用法:" in chinese.stdout
    assert _english(chinese.stdout) == []


WRONG_USE = (
    "--typo",
    "--fromat json 文",
    "-f",
    "-f xml 文",
    "文 书 --max-failures 数",
    "--quiet=1 文",
    "-o 文.pdf 文",
    "text",
    "text --format 文",
    "validate",
    "schema 文",
    "explain typo",
    "explain JD299",
    "explain 文",
    "--encoding klingon 文",
    "--config 没有.toml 文",
    "没有",
)


@pytest.mark.parametrize("line", WRONG_USE)
def test_errors_are_in_one_language(jdparse: Run, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "文").write_text("岗位名称：仓管员\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    english, chinese = (jdparse(*line.split(), "--lang", language) for language in ("en", "zh"))
    for done in (english, chinese):
        assert done.returncode == (3 if line == "没有" else 2)
        assert done.stdout == ""
        assert re.fullmatch(r"jdparse: .+\n", done.stderr)
    assert english.stderr != chinese.stderr
    assert _english(chinese.stderr) == []


def test_a_wrong_language_is_wrong_use(jdparse: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert jdparse("--lang", "klingon", "schema").returncode == 2
    monkeypatch.setenv("JDPARSE_LANG", "klingon")
    done = jdparse("schema")
    assert done.returncode == 2
    assert "--lang" in done.stderr
