"""What holds for the repository as a whole: its files agree with each other and with the design."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import jdparse
from jdparse import extras

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "jdparse"
BUILT = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis", "htmlcov", ".coverage"}
READMES = ("README.md", "README.zh-CN.md")


@cache
def _files() -> tuple[Path, ...]:
    """The files that are, or would be, tracked. Outside a clone (an unpacked archive) all that is not built."""
    listing = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
        text=True,
    )
    if listing.returncode == 0:
        found = [ROOT / name for name in listing.stdout.split("\0") if name]
    else:
        found = [p for p in ROOT.rglob("*") if not any(_is_built(part) for part in p.relative_to(ROOT).parts)]
    return tuple(sorted(path for path in found if path.is_file()))


def _is_built(name: str) -> bool:
    return name in BUILT or name.endswith("_cache")


@cache
def _texts() -> dict[str, str]:
    """The tracked files that are UTF-8 text, by their path in the repository."""
    texts: dict[str, str] = {}
    for path in _files():
        try:
            texts[path.relative_to(ROOT).as_posix()] = path.read_bytes().decode()
        except UnicodeDecodeError:
            continue
    return texts


@cache
def _markdown(name: str) -> list[Token]:
    return MarkdownIt().parse((ROOT / name).read_text(encoding="utf-8"))


def _pages() -> list[str]:
    return [name for name in _texts() if name.endswith(".md")]


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/jdparse/__init__.py"
    statement = re.compile(rf'^__version__ = "{re.escape(jdparse.__version__)}"$', re.MULTILINE)
    assert [name for name, text in _texts().items() if statement.search(text)] == ["src/jdparse/__init__.py"]


def test_the_changelog_knows_the_version() -> None:
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert jdparse.__version__ in headings


def test_the_readmes_have_the_same_parts() -> None:
    """Headings by level and code blocks by language, in the same order: one is a translation of the other."""
    english, chinese = (
        [(token.type, token.tag, token.info) for token in _markdown(name) if token.type in {"heading_open", "fence"}]
        for name in READMES
    )
    assert english == chinese
    assert {"heading_open", "fence"} <= {kind for kind, _, _ in english}


def test_the_documentation_names_make_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        (page, target)
        for page in _pages()
        for code in _code(_markdown(page))
        for target in re.findall(r"^(?:\$ )?make ([a-z][a-z-]*)", code, re.MULTILINE)
    }
    assert {page for page, _ in named} >= set(READMES)
    assert [(page, target) for page, target in sorted(named) if target not in targets] == []


def _code(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"fence", "code_block", "code_inline"}:
            yield token.content
        yield from _code(token.children or [])


def test_the_documentation_links_to_files_that_exist() -> None:
    dead = [
        (page, target)
        for page in _pages()
        for target in _links(_markdown(page))
        if not re.match(r"[a-z]+:|#", target) and not ((ROOT / page).parent / target.partition("#")[0]).exists()
    ]
    assert dead == []


def _links(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        for name in ("href", "src"):
            if target := token.attrGet(name):
                yield str(target)
        yield from _links(token.children or [])


# A letter in brackets keeps this file from being a finding itself.
PLACES = {
    "a path of one machine": r"(?<![\w.~*/-])/(?:[h]ome|[r]oot|[U]sers|[w]ork)/\w|\b[A-Z]:\\+[U]sers",
    "a package registry": r"pyp[i]\.org|pythonhoste[d]|registry\.npmj[s]|deb\.debia[n]",
}


@pytest.mark.parametrize("what", PLACES)
def test_no_file_names(what: str) -> None:
    place = re.compile(PLACES[what])
    found = [(name, match.group()) for name, text in _texts().items() for match in place.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("a path of one machine", ["", "home", "wang", "jd.docx"]),
        ("a package registry", ["https:", "", "pypi" + ".org", "simple"]),
    ],
)
def test_such_a_place_would_be_found(what: str, words: list[str]) -> None:
    assert re.search(PLACES[what], "/".join(words))


TOP = {
    ".ci", ".editorconfig", ".gitattributes", ".gitignore", ".pre-commit-hooks.yaml", "CHANGELOG.md", "CONTRIBUTING.md",
    "LICENSE", "Makefile", "README.md", "README.zh-CN.md", "action.yml", "benchmarks", "constraints.txt", "docs",
    "pyproject.toml", "samples", "schemas", "src", "tests", "tools",
}  # fmt: skip
"""What the folder of the project holds, as far as git knows; an example that writes beside it would add to that."""


def test_the_top_of_the_project_holds_what_it_should() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this is no clone of the repository")
    assert {name.partition("/")[0] for name in listed.stdout.decode().split("\0") if name} <= TOP


def test_the_constraints_are_plain_pins() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9][\w.-]*==\d[\w.!]*", line)] == []
    assert lines == sorted(lines, key=str.lower)
    names = [_normal(line.partition("==")[0]) for line in lines]
    assert len(names) == len(set(names))
    assert {_normal(name) for name in _requirements()} <= set(names)


def _requirements() -> Iterator[str]:
    """The names of the packages that pyproject.toml asks for, but those of extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups: dict[str, list[str | dict[str, str]]] = project["dependency-groups"]
    for wanted in (project["project"]["dependencies"], project["build-system"]["requires"], *groups.values()):
        yield from _required(wanted)


def _required(wanted: list[str | dict[str, str]]) -> Iterator[str]:
    for requirement in wanted:
        if isinstance(requirement, str) and (name := re.match(r"[\w.-]+", requirement)):
            yield name.group()


def _extras() -> dict[str, list[str]]:
    """The names of the packages that each extra brings."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {extra: list(_required(wanted)) for extra, wanted in project["optional-dependencies"].items()}


def _normal(name: str) -> str:
    """A package name in the form of PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_each_dependency_is_justified() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    listed = [_normal(name) for name in re.findall(r"^\| `([\w.-]+)`", page, re.MULTILINE)]
    needed = [*_requirements(), *(name for names in _extras().values() for name in names)]
    assert sorted(listed) == sorted({_normal(name) for name in needed})


def test_an_extra_is_named_where_its_package_is_missing() -> None:
    assert {extra: package for package, extra in extras.EXTRAS.items()} == {
        extra: names[0] for extra, names in _extras().items()
    }


# What is for writing normalized Word files comes with the package before the code that uses it: docs/dependencies.md.
NOT_YET_IMPORTED = {"python-docx"}


def test_the_package_needs_what_it_imports() -> None:
    """A dependency that nothing imports, and an import that no dependency brings, are both mistakes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", requirement)[0] for requirement in project["dependencies"]}
    homes = packages_distributions()
    trees = [ast.parse(path.read_bytes()) for path in PACKAGE.rglob("*.py")]
    modules = {name.partition(".")[0] for tree in trees for name in _names(tree)}
    foreign = modules - sys.stdlib_module_names - {"jdparse"}
    imported = {_normal(homes[name][0]) for name in foreign}
    assert imported == {_normal(name) for name in declared} - NOT_YET_IMPORTED


# DESIGN: cli → cluster, check → batch, report → pipeline → stages → document → tracked. A unit is a module or package directly under
# jdparse; one that is not listed is a stage. Imports inside functions count: a lazy import the wrong way is still one.
LAYERS = {
    "errors": 0,
    "tracked": 0,
    "document": 1,
    "pipeline": 3,
    "batch": 4,
    "cluster": 5,
    "report": 4,
    "check": 5,
    "cli": 6,
    "__main__": 7,
}
STAGE = 2


@cache
def _imports() -> dict[str, set[str]]:
    """For each unit the others that it imports, but `__init__`, which only hands names on."""
    units = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    found: dict[str, set[str]] = {unit: set() for unit in sorted(units - {"__init__"})}
    for path in PACKAGE.rglob("*.py"):
        unit = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if unit in found:
            found[unit] |= set(_imported(ast.parse(path.read_bytes()))) & units - {unit, "__init__"}
    return found


def _imported(tree: ast.Module) -> Iterator[str]:
    """The units that a module's imports name, whether the unit itself or something in it."""
    for name in _names(tree):
        package, _, rest = name.partition(".")
        if package == "jdparse" and rest:
            yield rest.partition(".")[0]


def _names(tree: ast.Module) -> Iterator[str]:
    """The dotted names that a module imports; what `from` imports may be a module or something in one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_imports_point_one_way() -> None:
    wrong = [
        f"{unit} imports {other}"
        for unit, others in _imports().items()
        for other in sorted(others)
        if LAYERS.get(other, STAGE) > LAYERS.get(unit, STAGE)
    ]
    assert wrong == []
    assert {"document", "tracked", "cli"} <= _imports().keys()
    assert "tracked" in _imports()["document"]


def test_imports_run_in_no_circle() -> None:
    assert list(TopologicalSorter(_imports()).static_order())
