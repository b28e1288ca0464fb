"""What the documentation shows is what happens: its console and Python examples are run and compared.

A ```console block has commands after `$ ` (with `> ` before further lines of one) and what they print. A line `...`
stands for any lines, also none. A block runs in a folder of its own that has a copy of `samples/`; a command ends with
exit code 0, unless `$ echo $?` follows and shows another. The ```pycon blocks of a page are one doctest.
"""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parent.parent
DOCS = sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))
PAGES = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", *DOCS]

# A block that begins with one of the first is run; one of the second kind changes the clone or the environment.
RUN = {"jdparse", "cat", "echo", "printf"}
SHOWN = {"make", "git", "python3", "."}
MARK = "--- exit code "


class Block(NamedTuple):
    """A fenced block of a page."""

    page: str
    line: int
    info: str
    text: str


class Step(NamedTuple):
    """A command, perhaps of several lines, and the lines that the page shows after it."""

    command: str
    shown: list[str]


@cache
def _blocks(info: str) -> list[Block]:
    return [
        Block(page, token.map[0] + 1, token.info, token.content)
        for page in PAGES
        for token in MarkdownIt().parse((ROOT / page).read_text(encoding="utf-8"))
        if token.type == "fence" and token.info == info and token.map
    ]


def _steps(text: str) -> Iterator[Step]:
    command: list[str] = []
    shown: list[str] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                yield Step("\n".join(command), shown)
            command, shown = [line[2:]], []
        elif line.startswith("> ") and not shown:
            command.append(line[2:])
        else:
            shown.append(line)
    yield Step("\n".join(command), shown)


def _word(step: Step) -> str:
    return step.command.split()[0]


def _is_run(block: Block) -> bool:
    return any(_word(step) in RUN for step in _steps(block.text))


class Runner:
    """Runs blocks, each text once: the pages share most of theirs."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self._folders = folders
        self._done: dict[str, list[tuple[str, int]]] = {}

    def __call__(self, text: str) -> list[tuple[str, int]]:
        """What each command of a block prints, on both streams, and its exit code."""
        if text not in self._done:
            self._done[text] = _run(text, self._folders.mktemp("example"))
        return self._done[text]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    return Runner(tmp_path_factory)


def _run(text: str, folder: Path) -> list[tuple[str, int]]:
    (folder / "bin").mkdir()
    entry = folder / "bin" / "jdparse"
    entry.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m jdparse "$@"\n', encoding="utf-8")
    entry.chmod(0o755)
    shutil.copytree(ROOT / "samples", folder / "samples")
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("JDPARSE_", "LANG", "LC_"))}
    script = "".join(
        f'{step.command}\n__code=$?; printf "\\n{MARK}%s\\n" "$__code"; (exit "$__code")\n' for step in _steps(text)
    )
    done = subprocess.run(
        ["sh", "-s"],
        cwd=folder,
        env={**ours, "LC_ALL": "C.UTF-8", "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        input=script,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    parts = re.split(rf"\n{MARK}(\d+)\n", done.stdout)
    return [(parts[i], int(parts[i + 1])) for i in range(0, len(parts) - 1, 2)]


def _matches(shown: list[str], printed: str) -> bool:
    """Whether the lines that a page shows are the printed ones, where a line `...` stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed.splitlines())) is not None


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        (["a", "b"], "a\nb\n", True),
        (["a", "b"], "a\nb", True),
        (["a"], "a\nb\n", False),
        (["a", "..."], "a\nb\nc\n", True),
        (["...", "c"], "a\nb\nc\n", True),
        (["a", "...", "b"], "a\nb\n", True),
        (["a", "...", "c"], "a\nb\n", False),
        ([], "", True),
        ([], "a\n", False),
    ],
)
def test_dots_stand_for_lines(shown: list[str], printed: str, same: bool) -> None:
    assert _matches(shown, printed) is same


def test_a_block_is_run_or_shown() -> None:
    words = {(block.page, _word(step)) for block in _blocks("console") for step in _steps(block.text)}
    assert [(page, word) for page, word in sorted(words) if word not in RUN | SHOWN] == []
    mixed = [
        (block.page, block.line)
        for block in _blocks("console")
        if _is_run(block) and any(_word(step) in SHOWN for step in _steps(block.text))
    ]
    assert mixed == []
    assert {block.page for block in _blocks("console") if _is_run(block)} >= {"README.md", "README.zh-CN.md"}


@pytest.mark.skipif(shutil.which("sh") is None, reason="the examples are written for a shell")
@pytest.mark.parametrize(
    "block", [pytest.param(block, id=f"{block.page}:{block.line}") for block in _blocks("console") if _is_run(block)]
)
def test_console(block: Block, run: Runner) -> None:
    steps = list(_steps(block.text))
    results = run(block.text)
    assert len(results) == len(steps)
    for index, (step, (printed, code)) in enumerate(zip(steps, results, strict=True)):
        told = index + 1 < len(steps) and steps[index + 1].command == "echo $?"
        assert _matches(step.shown, printed), f"$ {step.command}\n{printed}"
        assert code == 0 or told, f"$ {step.command}\nexit code {code}\n{printed}"


@pytest.mark.parametrize("page", sorted({block.page for block in _blocks("pycon")}))
def test_python(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")  # some examples write beside them
    monkeypatch.chdir(tmp_path)
    parser = doctest.DocTestParser()
    examples = [
        example for block in _blocks("pycon") if block.page == page for example in parser.get_examples(block.text)
    ]
    assert examples
    told: list[str] = []
    test = doctest.DocTest(examples, {}, page, page, 0, None)
    failed = doctest.DocTestRunner().run(test, out=told.append).failed
    assert failed == 0, "".join(told)


def test_every_example_has_a_language_that_is_checked() -> None:
    """A block in another language than these would be an example that nobody runs."""
    found = {
        (page, token.info)
        for page in PAGES
        for token in MarkdownIt().parse((ROOT / page).read_text(encoding="utf-8"))
        if token.type == "fence"
    }
    assert {info for _, info in found} <= {"console", "pycon", "python", "toml", "text", "yaml"}
    # tests/lint runs those of the rules, tests/test_integrations.py reads those of CI.
    assert {page for page, info in found if info == "yaml"} == {"docs/ci.md", "docs/rules.md"}
    # tests/cluster/test_recipes.py runs these where the engines are installed.
    assert {page for page, info in found if info == "python"} == {"docs/scale.md"}


def test_the_pages_name_files_that_exist() -> None:
    """Paths in code type, as `src/jdparse/tracked.py`; a placeholder has capitals or angle brackets and is no path."""
    path = re.compile(r"(?:src|tests|tools|docs|samples|schemas|benchmarks)/[a-z0-9_./-]*")
    dead = [
        (page, code)
        for page in PAGES
        for code in re.findall(r"`([^`\n]+)`", (ROOT / page).read_text(encoding="utf-8"))
        if path.fullmatch(code) and not (ROOT / code).exists()
    ]
    assert dead == []


def test_links_lead_to_headings_that_exist() -> None:
    """The fragment of a link is the heading's text as GitHub makes it: lower case, no punctuation, `-` for blanks."""
    dead = [
        (page, target)
        for page in PAGES
        for target in re.findall(r"\]\(([^)\s]*#[^)\s]*)\)", (ROOT / page).read_text(encoding="utf-8"))
        if not target.startswith("http") and not _has_heading(page, target)
    ]
    assert dead == []


def _has_heading(page: str, target: str) -> bool:
    path, _, fragment = target.partition("#")
    file = (ROOT / page).parent / path if path else ROOT / page
    headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return fragment in {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
