"""Reports: each format is what its readers take, and no text of a document can steer one."""

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from jdparse.cli.language import speaking
from jdparse.diagnostics import LEVELS
from jdparse.report import FORMATS, render
from jdparse.report.finding import Finding

AGE = Finding(
    "jd/a.yaml", "JD502", "age-limit", "warning", "年龄", 3, 7, 5, "    - 35岁以下", "", "jobs[0].x", "35岁以下"
)
CELL = AGE._replace(path="jd/b.docx", line=None, column=None, source="", part="table 1, row 2, column 3")
WHOLE = Finding("c.txt", "JD201", "no-job-found", "error", "no job description was found")
INFO = AGE._replace(level="info", code="JD301", name="blank-field")
FINDINGS = [AGE, CELL, WHOLE, INFO]
FILES = ["c.txt", "clean.json", "jd/a.yaml", "jd/b.docx"]
NASTY = "::error::x\r\n::stop % , : [bold]x[/] <b>&\"' {0} [a](b) \x1b[31m \x00 ]]> 😀"
EVIL = Finding(f"d,:{NASTY}.txt", "JD212", "unknown-label", "warning", NASTY, 1, 1, 3, NASTY, "", NASTY, NASTY)


def _render(form: str, findings: list[Finding], files: list[str] = FILES) -> str:
    with speaking("en"):
        return render(form, findings, files)


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_is_a_whole_text_and_always_the_same(form: str) -> None:
    text = _render(form, FINDINGS)
    assert text.endswith("\n")
    assert text == _render(form, FINDINGS)


@pytest.mark.parametrize("form", FORMATS)
def test_no_findings(form: str) -> None:
    text = _render(form, [])
    match form:
        case "text" | "concise" | "github":
            assert text == ""
        case "junit":
            assert ElementTree.fromstring(text).get("failures") == "0"
        case "gitlab":
            assert json.loads(text) == []
        case _:
            assert json.loads(text)


def test_text_shows_the_line_with_carets() -> None:
    assert _render("text", [AGE]).splitlines() == [
        "jd/a.yaml:3:7: warning JD502 age-limit: 年龄",
        "     3 |     - 35岁以下",
        "       |       ^^^^^^^^",
    ]


def test_text_cuts_a_long_line_around_the_words() -> None:
    finding = AGE._replace(source="长" * 400 + "35岁以下" + "尾" * 400, column=401)
    _head, line, carets = _render("text", [finding]).splitlines()
    assert "35岁以下" in line
    assert line.startswith("     3 | …长")
    assert line.endswith("尾…")
    assert carets.count("^") == 8
    assert carets.index("^") == 9 + 1 + 2 * line[9:].index("3") - 2


def test_concise() -> None:
    assert _render("concise", FINDINGS).splitlines() == [
        "jd/a.yaml:3:7: JD502 年龄",
        "jd/b.docx: table 1, row 2, column 3: JD502 年龄",
        "c.txt:1:1: JD201 no job description was found",
        "jd/a.yaml:3:7: JD301 年龄",
    ]


def test_json() -> None:
    content = json.loads(_render("json", FINDINGS))
    assert content["files"] == 4
    assert content["summary"] == {"error": 1, "warning": 2, "info": 1}
    assert content["findings"][0] == {
        "path": "jd/a.yaml",
        "line": 3,
        "column": 7,
        "part": None,
        "code": "JD502",
        "name": "age-limit",
        "level": "warning",
        "message": "年龄",
        "field": "jobs[0].x",
        "fingerprint": AGE.fingerprint,
    }


def test_a_fingerprint_does_not_depend_on_the_line() -> None:
    moved = AGE._replace(line=90, column=1, message="other words", source="x")
    assert moved.fingerprint == AGE.fingerprint
    for other in (AGE._replace(code="JD501"), AGE._replace(path="b"), AGE._replace(subject="30岁以下")):
        assert other.fingerprint != AGE.fingerprint


def _sarif(findings: list[Finding]) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(_render("sarif", findings))
    assert set(content) == {"$schema", "version", "runs"}
    assert content["version"] == "2.1.0"
    (run,) = content["runs"]
    return run  # type: ignore[no-any-return]


def test_sarif_has_what_the_standard_asks_for() -> None:
    """The keys and types that sarif-schema-2.1.0.json requires of what is written; no others are."""
    run = _sarif([*FINDINGS, EVIL, EVIL])
    assert set(run) == {"tool", "columnKind", "results"}
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    driver = run["tool"]["driver"]
    assert set(driver) == {"name", "version", "rules"}
    for rule in driver["rules"]:
        assert set(rule) == {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
        assert re.fullmatch(r"[A-Z][A-Za-z]+", rule["name"])
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    for result in run["results"]:
        assert set(result) <= {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"}
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert set(result["message"]) == {"text"}
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9%._~/-]+", physical["artifactLocation"]["uri"])
        region = physical.get("region", {"startLine": 1, "startColumn": 1, "endColumn": 2})
        assert all(isinstance(value, int) and value >= 1 for value in region.values())
        assert region["endColumn"] > region["startColumn"]
        assert all(isinstance(value, str) for value in result["partialFingerprints"].values())
    fingerprints = [json.dumps(result["partialFingerprints"]) for result in run["results"]]
    assert len(set(fingerprints)) == len(fingerprints)


def test_sarif_of_a_word_file_has_no_region() -> None:
    (result,) = _sarif([CELL])["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["message"]["text"] == "table 1, row 2, column 3: 年龄"


def test_sarif_escapes_placeholders_and_links() -> None:
    (result,) = _sarif([EVIL])["results"]
    assert "{{0}}" in result["message"]["text"]
    assert r"\[a\](b)" in result["message"]["text"]


def test_junit() -> None:
    root = ElementTree.fromstring(_render("junit", FINDINGS))
    assert (root.tag, root.get("tests"), root.get("failures")) == ("testsuites", "4", "3")
    cases = {case.get("name"): case for case in root.iter("testcase")}
    assert list(cases) == FILES
    assert len(cases["jd/a.yaml"].findall("failure")) == 1
    assert cases["jd/a.yaml"].findtext("system-out") == "jd/a.yaml:3:7: JD301 年龄"
    assert len(cases["clean.json"]) == 0


def test_github() -> None:
    assert _render("github", FINDINGS).splitlines() == [
        "::warning title=JD502 age-limit,file=jd/a.yaml,line=3,endLine=3,col=7,endColumn=12::年龄",
        "::warning title=JD502 age-limit,file=jd/b.docx::table 1, row 2, column 3: 年龄",
        "::error title=JD201 no-job-found,file=c.txt::no job description was found",
        "::notice title=JD301 blank-field,file=jd/a.yaml,line=3,endLine=3,col=7,endColumn=12::年龄",
    ]


def test_gitlab() -> None:
    issues = json.loads(_render("gitlab", [*FINDINGS, AGE]))
    assert all(set(i) == {"description", "check_name", "fingerprint", "severity", "location"} for i in issues)
    assert {i["severity"] for i in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert len({i["fingerprint"] for i in issues}) == len(issues)
    assert issues[2]["location"] == {"path": "c.txt", "lines": {"begin": 1}}


@pytest.mark.parametrize("form", FORMATS)
def test_no_text_can_steer_a_report(form: str) -> None:
    # The command line makes one line without control characters of each message and path before.
    clean = re.sub(r"[\x00-\x1f]", "\ufffd", NASTY)
    evil = EVIL._replace(path=f"d,:{clean}.txt", message=clean)
    text = _render(form, [evil], [evil.path])
    assert "\x1b" not in text
    assert "\x00" not in text
    match form:
        case "github":
            (line,) = text.splitlines()
            properties, _colons, message = line.removeprefix("::warning ").partition("::")
            assert [part.partition("=")[0] for part in properties.split(",")] == [
                "title", "file", "line", "endLine", "col", "endColumn"
            ]  # fmt: skip
            assert message.replace("%25", "%") == clean
        case "junit":
            case = ElementTree.fromstring(text).find(".//testcase")
            assert case is not None
            assert case.get("name") == evil.path
        case "json" | "sarif" | "gitlab":
            json.loads(text)
        case _:
            assert len(text.splitlines()) == (1 if form == "concise" else 3)


def test_every_level_has_its_word_in_each_format() -> None:
    for level in LEVELS:
        for form in FORMATS:
            assert _render(form, [AGE._replace(level=level)])
