"""The configuration file: where it is found, and what it may say."""

import re
from pathlib import Path

import pytest

from jdparse import config
from jdparse.errors import UsageError


def _file(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    outer = _file(tmp_path / "jdparse.toml", "")
    assert config.find(folder) == outer
    project = _file(tmp_path / "a" / "pyproject.toml", "[tool.jdparse.labels]\n")
    assert config.find(folder) == project
    inner = _file(tmp_path / "a" / "jdparse.toml", "")
    assert config.find(folder) == inner


@pytest.mark.parametrize("text", ["", "[tool.ruff]\n", "[project]\nname = 'jdparse'\n", "broken ["])
def test_a_project_of_something_else_is_passed_over(tmp_path: Path, text: str) -> None:
    _file(tmp_path / "a" / "pyproject.toml", text)
    outer = _file(tmp_path / "jdparse.toml", "")
    assert config.find(tmp_path / "a") == outer


def test_a_relative_folder_is_looked_up_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outer = _file(tmp_path / "jdparse.toml", "")
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert config.find(Path()) == outer
    (tmp_path / "a" / "jdparse.toml").touch()
    assert config.find(tmp_path / "a" / "..") == outer


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("jdparse.toml", '[labels]\nsummary = ["岗位使命", " 存在价值 "]\nrequirements.certificates = ["持证情况"]\n'),
        (
            "any.toml",
            '\ufefflabels = {summary = ["岗位使命", "存在价值"], "requirements.certificates" = ["持证情况"]}\n',
        ),
        (
            "pyproject.toml",
            """
            [tool.jdparse.labels]
            summary = ["岗位使命", "存在价值"]
            [tool.jdparse.labels.requirements]
            certificates = ["持证情况"]
            """,
        ),
    ],
)
def test_labels_are_read(tmp_path: Path, name: str, text: str) -> None:
    labels = config.load(_file(tmp_path / name, text)).labels
    assert labels == {"summary": ("岗位使命", "存在价值"), "requirements.certificates": ("持证情况",)}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("jdparse.toml", "[furniture]\nsite_notice = ['^本站(?:公告|广告)', ' {9}']\ncopyright = []\n"),
        ("pyproject.toml", "[tool.jdparse.furniture]\nsite_notice = ['^本站(?:公告|广告)', ' {9}']\ncopyright = []\n"),
    ],
)
def test_furniture_is_read(tmp_path: Path, name: str, text: str) -> None:
    """A pattern is kept as it stands: blanks at its ends count."""
    found = config.load(_file(tmp_path / name, text))
    assert found.furniture == {"site_notice": ("^本站(?:公告|广告)", " {9}"), "copyright": ()}
    assert found.labels == {}


def test_what_is_looked_for_is_read(tmp_path: Path) -> None:
    text = """
        [tool.jdparse.validate]
        select = ["JD3", "age-limit"]
        ignore = ["JD301"]
        exclude = ["drafts/*"]
        required = ["title", "requirements.education"]
        max-summary = 200
        preview = false
        per-file-ignores = { "old/*" = ["JD5"] }
        levels = { JD302 = "error" }
        """
    found = config.load(_file(tmp_path / "pyproject.toml", text)).validate
    assert found == config.Checks(
        ("JD3", "age-limit"),
        ("JD301",),
        {"old/*": ("JD5",)},
        ("drafts/*",),
        {"JD302": "error"},
        "own",
        ("title", "requirements.education"),
        200,
        False,
    )


@pytest.mark.parametrize(("name", "text"), [("jdparse.toml", ""), ("jdparse.toml", "[labels]"), ("pyproject.toml", "")])
def test_nothing_need_be_said(tmp_path: Path, name: str, text: str) -> None:
    assert config.load(_file(tmp_path / name, text)) == config.Config()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[labels]\nsummary = \n", r":2:11: not valid TOML"),
        ("[labels", r":1:8: not valid TOML|: not valid TOML: it ends too early"),
        ("[labels]\nsummary = '''", r": not valid TOML: it ends too early|:2:14: not valid TOML"),
        ("[lables]\n", r": unknown key 'lables'; did you mean 'labels'\?"),
        ("[zzz]\n", r": unknown key 'zzz'"),
        ("labels = 3\n", r": 'labels' must be a table"),
        ('[labels]\nsumary = ["使命"]\n', r": unknown key 'labels\.sumary'; did you mean 'labels\.summary'\?"),
        ('[labels]\nzzz = ["使命"]\n', r": unknown key 'labels\.zzz'"),
        ('[labels]\nsummary = "使命"\n', r": 'labels\.summary' must be a list of texts, none of them empty"),
        ('[labels]\nsummary = ["使命", 3]\n', r": 'labels\.summary' must be a list of texts, none of them empty"),
        ("furniture = 3\n", r": 'furniture' must be a table"),
        (
            '[furniture]\ncopyrigth = ["本站"]\n',
            r": unknown key 'furniture.copyrigth'; did you mean 'furniture.copyright'\?",
        ),
        ('[furniture.comments]\nzzz = ["本站"]\n', r": unknown key 'furniture.comments.zzz'.*"),
        ('[furniture]\ncopyright = "本站"\n', r": 'furniture\.copyright' must be a list of texts, none of them empty"),
        ('[furniture]\ncopyright = ["本站", ""]\n', r": 'furniture\.copyright' must be a list of texts, none .*"),
        (
            '[furniture]\ncopyright = ["本站", "("]\n',
            r": 'furniture\.copyright': no regular expression, or too large a one: \(",
        ),
        ("validate = 3\n", r": 'validate' must be a table"),
        ("[validate]\nprofle = 'ad'\n", r": unknown key 'validate\.profle'; did you mean 'validate\.profile'\?"),
        ("[validate]\nprofile = 'forms'\n", r": 'validate\.profile' must be one of: any, form, ad, own"),
        ("[validate]\nselect = 'JD5'\n", r": 'validate\.select' must be a list of texts, none of them empty"),
        ("[validate]\nselect = ['JD5O2']\n", r": unknown key 'JD5O2'; did you mean 'JD502'\?"),
        ("[validate]\nignore = ['age-limits']\n", r": unknown key 'age-limits'; did you mean 'age-limit'\?"),
        ("[validate.per-file-ignores]\n'a/*' = ['zzz']\n", r": unknown key 'zzz'"),
        ("[validate]\nlevels = 3\n", r": 'validate\.levels' must be a table"),
        ("[validate.levels]\nJD502 = 'fatal'\n", r": 'validate\.levels\.JD502' must be one of: error, warning, info"),
        ("[validate.levels]\nJD999 = 'info'\n", r": unknown key 'JD999'.*"),
        ("[validate]\nrequired = ['titel']\n", r": unknown key 'validate\.required: titel'; did you mean '.*title'\?"),
        ("[validate]\nmax-summary = -1\n", r": 'validate\.max-summary' must be a whole number that is not below 0"),
        ("[validate]\nmax-summary = true\n", r": 'validate\.max-summary' must be a whole number that is not .*"),
        ("[validate]\npreview = 1\n", r": 'validate\.preview' must be true or false"),
        ('[labels]\nrequirements.age = [" "]\n', r": 'labels\.requirements\.age' must be a list of texts, none .*"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, message: str) -> None:
    path = _file(tmp_path / "jdparse.toml", text)
    with pytest.raises(UsageError) as caught:
        config.load(path)
    assert re.fullmatch(re.escape(str(path)) + f"(?:{message})", str(caught.value))


def test_a_table_must_be_one(tmp_path: Path) -> None:
    path = _file(tmp_path / "pyproject.toml", "[tool]\njdparse = 1\n")
    with pytest.raises(UsageError, match=r"'tool\.jdparse' must be a table"):
        config.load(path)
    path.write_text("tool = 1 # jdparse", "utf-8")
    assert config.find(tmp_path) != path


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        config.load(tmp_path / "jdparse.toml")
    with pytest.raises(UsageError, match="cannot be read"):
        config.load(tmp_path)
    path = tmp_path / "jdparse.toml"
    path.write_bytes("[labels]\nsummary = ['使命']".encode("gb18030"))
    with pytest.raises(UsageError, match="not in UTF-8"):
        config.load(path)
