"""Where jdparse is used: pre-commit, GitHub, GitLab, editors."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from jdparse import schema
from jdparse.records import SCHEMA_VERSION, File

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "schemas" / f"jdparse-{SCHEMA_VERSION}.schema.json"
BAD = "jobs:\n- title: 出纳\n  duties:\n  - name: 记账\n  requirements:\n    gender:\n    - 限女性\n"
GOLDEN = sorted((ROOT / "samples").glob("*/record.*"))


def _run(*args: object, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(arg) for arg in args],
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _tool(name: str) -> str:
    """The program, from beside this Python or on the path; skips the test where there is none."""
    found = shutil.which(name, path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def test_the_hook_is_one_that_pre_commit_takes() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert hook["entry"].split() == ["jdparse", "validate", "--skip-others"]
    for name in ("a.docx", "a.json", "b/a.yml", "a.yaml", "a.jsonl"):
        assert re.search(hook["files"], name)
    for name in ("a.py", "requirements.txt"):
        assert not re.search(hook["files"], name)


def test_pre_commit_runs_the_hook(tmp_path: Path) -> None:
    """The hook as it is published, but with the program that is installed here: nothing is downloaded."""
    program = _tool("pre-commit")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    command = [sys.executable, "-m", "jdparse", *hook["entry"].split()[1:], "--output=concise"]
    local = {**hook, "language": "system", "entry": " ".join(f"'{part}'" for part in command)}
    del local["description"]
    (tmp_path / "岗位.yaml").write_text(BAD, "utf-8")
    (tmp_path / "notes.py").write_text("x = 1\n", "utf-8")
    (tmp_path / "package.json").write_text("{}\n", "utf-8")
    (tmp_path / ".pre-commit-config.yaml").write_text(
        json.dumps({"repos": [{"repo": "local", "hooks": [local]}]}), "utf-8"
    )
    assert _run("git", "init", "-q", cwd=tmp_path).returncode == 0
    assert _run("git", "add", "-A", cwd=tmp_path).returncode == 0
    home = {"PRE_COMMIT_HOME": str(tmp_path / ".cache"), "PYTHONUTF8": "1"}
    failed = _run(program, "run", "--all-files", cwd=tmp_path, **home)
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "岗位.yaml:7:7: JD501" in failed.stdout
    (tmp_path / "岗位.yaml").write_text(BAD.replace("限女性", "不限"), "utf-8")
    passed = _run(program, "run", "--all-files", cwd=tmp_path, **home)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_the_action_runs_the_command() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert action["runs"]["using"] == "composite"
    steps = action["runs"]["steps"]
    assert all("shell" in step for step in steps if "run" in step)
    # An input that stands in a script itself could be a command; in the environment it is a value.
    assert not any("${{" in step["run"] for step in steps if "run" in step)
    used = set(re.findall(r"inputs\.([a-z-]+)", json.dumps(steps)))
    assert used == set(action["inputs"])


@pytest.mark.skipif(os.name == "nt", reason="the action's shell is bash")
@pytest.mark.parametrize(("sarif", "arguments", "code"), [("", "", 1), ("out.sarif", "--exit-zero", 0)])
def test_the_script_of_the_action(tmp_path: Path, sarif: str, arguments: str, code: int) -> None:
    script = next(
        step["run"]
        for step in yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
        if "jdparse validate" in step.get("run", "")
    )
    (tmp_path / "a.yaml").write_text(BAD, "utf-8")
    (tmp_path / "jdparse").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jdparse "$@"\n', "utf-8")
    (tmp_path / "jdparse").chmod(0o755)
    variables = {"JD_PATHS": "a.yaml", "JD_ARGUMENTS": arguments, "JD_SARIF": sarif}
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = _run("bash", "-e", "-c", script, cwd=tmp_path, PATH=path, **variables)
    assert done.returncode == code, done.stderr
    assert done.stdout.startswith("::warning title=JD501 gender-limit,file=a.yaml,line=7,")
    assert (tmp_path / "out.sarif").exists() == bool(sarif)


def test_the_pages_examples_are_yaml_and_name_what_there_is(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert len(blocks) == 4
    pre_commit, github, gitlab, editor = map(yaml.safe_load, blocks)
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert pre_commit["repos"][0]["hooks"][0]["id"] == hook["id"]
    (step,) = [step for step in github["jobs"]["jobs-are-valid"]["steps"] if step["uses"].startswith("jdparse/")]
    assert set(step["with"]) <= set(yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"])
    (command,) = gitlab["job-descriptions"]["script"]
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "a.yaml").write_text(BAD, "utf-8")
    done = _run(sys.executable, "-m", *command.split(), cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    for report in gitlab["job-descriptions"]["artifacts"]["reports"].values():
        assert (tmp_path / report).exists()
    assert editor == {"schema_version": SCHEMA_VERSION}


def test_check_jsonschema_takes_the_schema_and_the_records(tmp_path: Path) -> None:
    program = _tool("check-jsonschema")
    assert GOLDEN
    done = _run(program, "--schemafile", SCHEMA, *GOLDEN, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert _run(program, "--check-metaschema", SCHEMA, cwd=tmp_path).returncode == 0
    (tmp_path / "bad.yaml").write_text(BAD, "utf-8")
    assert _run(program, "--schemafile", SCHEMA, "bad.yaml", cwd=tmp_path).returncode == 1


def test_a_golden_record_of_every_version_stays_valid() -> None:
    """docs/schema-policy.md: what an older jdparse has written is valid under the newest schema of that major version."""
    older = sorted((ROOT / "tests" / "records").glob("*/*.json"))
    assert {path.parent.name for path in older} >= {SCHEMA_VERSION}
    whole: dict[str, Any] = schema.json_schema()
    for path in older:
        if path.parent.name.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
            continue
        data = path.read_bytes()
        written = json.loads(data)
        jsonschema.validate(written, whole)
        record = File.model_validate_json(data, strict=True)
        assert _within(written, json.loads(record.model_dump_json())), path


def _within(old: Any, new: Any) -> bool:
    """Whether everything that the old record says is in the new one."""
    if isinstance(old, dict):
        return isinstance(new, dict) and all(key in new and _within(value, new[key]) for key, value in old.items())
    if isinstance(old, list):
        return isinstance(new, list) and len(old) == len(new) and all(map(_within, old, new))
    return bool(old == new)
