"""Which files a batch finds, in which order, and where their records belong."""

import os
from pathlib import Path

import pytest

from jdparse.batch.selection import Selection
from jdparse.batch.sources import find, place
from jdparse.errors import UsageError


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with a folder `in`."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "in/b.docx", "in/a/x.txt", "in/a/Y.HTML", "in/a.txt", "in/photo.png", "in/~$b.docx", "in/.hidden.txt",
        "in/.git/x.txt", "in/drafts/old.txt", "in/drafts/deep/older.txt", "in/page",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    return tmp_path


def _found(*sources: str, selection: Selection = Selection(), **settings: str) -> dict[str, str]:  # noqa: B008
    found = [source for source in find(sources, selection, **settings) if source is not None]  # type: ignore[arg-type]
    return {source.path: source.place for source in found if source.supported}


ALL = ["a.txt", "a/Y.HTML", "a/x.txt", "b.docx", "drafts/deep/older.txt", "drafts/old.txt"]


def test_a_folder_is_read_in_the_order_of_its_paths(tree: Path) -> None:
    found = _found("in")
    assert list(found.values()) == ALL
    assert list(found) == [f"in/{name}" for name in ALL]
    assert list(_found("in/").values()) == ALL
    others = [source.path for source in find(["in"]) if source and not source.supported]
    assert others == ["in/page", "in/photo.png"]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of Unix")
def test_links_to_folders_and_pipes_are_passed_over(tree: Path) -> None:
    (tree / "in" / "again").symlink_to(tree / "in")
    (tree / "in" / "loop.txt").symlink_to(tree / "in" / "loop.txt")
    (tree / "in" / "link.txt").symlink_to(tree / "in" / "a.txt")
    os.mkfifo(tree / "in" / "pipe.txt")
    assert list(_found("in").values()) == sorted([*ALL, "link.txt"])


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        (["*.txt"], [], ["a.txt", "a/x.txt", "drafts/deep/older.txt", "drafts/old.txt"]),
        (["page", "*.docx"], [], ["b.docx", "page"]),
        ([], ["drafts"], ["a.txt", "a/Y.HTML", "a/x.txt", "b.docx"]),
        ([], ["drafts/*", "*.docx"], ["a.txt", "a/Y.HTML", "a/x.txt"]),
        (["a/*"], ["*.HTML"], ["a/x.txt"]),
        (["*"], ["photo.*", "a", "drafts"], ["a.txt", "b.docx", "page"]),
    ],
)
def test_patterns_select(tree: Path, include: list[str], exclude: list[str], expected: list[str]) -> None:
    assert list(_found("in", selection=Selection(include, exclude)).values()) == expected


def test_several_sources_keep_their_paths(tree: Path) -> None:
    found = _found("in/a", "in/page", "./in/a.txt", str(tree / "in/b.docx"))
    assert list(found.values()) == ["in/a/Y.HTML", "in/a/x.txt", "in/page", "in/a.txt", str(tree / "in/b.docx")[1:]]
    assert _found("in/*.txt") == {"in/a.txt": "in/a.txt"}
    assert list(_found("in/**/*.txt")) == ["in/a.txt", "in/a/x.txt", "in/drafts/deep/older.txt", "in/drafts/old.txt"]
    (tree / "in" / "[1].txt").write_text("x", "utf-8")
    assert list(_found("in/[1].txt")) == ["in/[1].txt"]


def test_the_output_is_not_looked_into(tree: Path) -> None:
    assert "drafts/old.txt" not in _found("in", leave_out="in/drafts").values()
    assert list(_found("in", leave_out="in").values()) == ALL


@pytest.mark.parametrize("end", ["\n", "\r\n", "\0"])
def test_a_list_names_files_and_folders(tree: Path, end: str) -> None:
    (tree / "list").write_bytes(end.join(["in/a.txt", "", "in/a", "in/none.pdf"]).encode())
    found = {
        source.path
        for source in find([], files_from="list", null=end == "\0")
        if source is not None and source.supported
    }
    assert found == {"in/a.txt", "in/a/x.txt", "in/a/Y.HTML", "in/none.pdf"}
    with pytest.raises(UsageError, match="cannot be read"):
        list(find([], files_from="nowhere"))


def test_places_lie_below_the_output(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert place("a/./b.txt") == place("./a//b.txt") == place("a/c/../b.txt") == str(Path("a/b.txt"))
    assert place("../b.txt") == str(tmp_path.parent / "b.txt")[1:]
    assert place(".") == ""
    assert place("..b/c.txt") == str(Path("..b/c.txt"))
