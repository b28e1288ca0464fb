"""`jdparse validate` on many records, beside a program that checks them against the schema only."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from jdparse import schema
from jdparse.emit import to_json
from jdparse.pipeline import parse
from sample_text import job_description

RECORDS = 1_000
FEW = 100
OTHER = "check-jsonschema"


def measure(folder: Path, characters: int, rounds: int = 3) -> tuple[float, float, float, float | None]:
    """CPU seconds: of starting `jdparse validate`, of it on `FEW` records and on `RECORDS`, and of the other program on `RECORDS`.

    The records are those of descriptions of so many characters, a file each, written to the folder. None stands for the
    other program where it is not installed. The commands take turns; the median of the rounds counts.
    """
    for number in range(RECORDS):
        text = job_description(characters)
        # Each has a title and a code of its own, as the jobs of a company have.
        for label in ("岗位名称：", "岗位编号："):
            text = text.replace(label, f"{label}{number}", 1)
        (folder / f"{number:04}.json").write_text(to_json(parse(text.encode(), f"{number}.txt").data), "utf-8")
    files = sorted(str(path) for path in folder.glob("*.json"))
    contract = folder / "schema"
    contract.write_text(schema.text(), "utf-8")
    validate = [sys.executable, "-m", "jdparse", "validate", "--no-config", "--exit-zero"]
    commands = [[*validate, *files[:1]], [*validate, *files[:FEW]], [*validate, *files]]
    other = shutil.which(OTHER, path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
    if other:
        commands.append([other, "--schemafile", str(contract), *files])
    times: list[list[float]] = [[] for _ in commands]
    for _round in range(rounds):
        for spent, command in zip(times, commands, strict=True):
            spent.append(_cpu(command))
    start, few, many, *rest = map(median, times)
    return start, few, many, rest[0] if rest else None


def _cpu(command: Sequence[str]) -> float:
    before = _children()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return _children() - before


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
