"""Show how the records of the samples would change: a diff of each golden record against what jdparse gives now.

`samples/<name>/` holds `input.*` and, beside it, `record.json` or `record.yaml`, compared byte for byte. A golden
record is written by a person: nothing is overwritten unless `--accept NAME` names the sample. The exit code is 1 when
a record differs or is missing.
"""

import argparse
import difflib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """An input and the place of its golden record, which need not be there yet."""

    name: str
    input: Path
    golden: Path

    @property
    def format(self) -> str:
        """The output format that the golden record is in, as the command line names it."""
        return self.golden.suffix.removeprefix(".")


def samples(folder: Path = SAMPLES) -> list[Sample]:
    """All samples, by name. Raises ValueError for a folder without one input, or with several records."""
    return [_sample(entry) for entry in sorted(folder.iterdir()) if entry.is_dir()]


def _sample(folder: Path) -> Sample:
    inputs = sorted(folder.glob("input.*"))
    goldens = sorted(folder.glob("record.*"))
    if len(inputs) != 1 or len(goldens) > 1:
        raise ValueError(f"not one input and one record, but {len(inputs)} and {len(goldens)}: samples/{folder.name}")
    return Sample(folder.name, inputs[0], goldens[0] if goldens else folder / "record.json")


def command(sample: Sample) -> list[str]:
    """The arguments of `jdparse` that write the sample's record.

    They leave nothing to the machine: no configuration file from a folder above, no path to the repository.
    """
    return [sample.input.relative_to(ROOT).as_posix(), "-f", sample.format, "--no-config"]


def record(sample: Sample) -> bytes:
    """What `jdparse` writes for the sample. Raises RuntimeError with its message when it fails."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("JDPARSE_", "LANG", "LC_"))}
    done = subprocess.run(
        [sys.executable, "-m", "jdparse", *command(sample)],
        cwd=ROOT,
        env={**ours, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip()
        raise RuntimeError(f"jdparse {' '.join(command(sample))}: exit code {done.returncode}: {message}")
    return done.stdout


def difference(sample: Sample, now: bytes) -> Iterator[str]:
    """The lines of a unified diff from the golden record to the record of now; none when they are the same bytes."""
    then = sample.golden.read_bytes() if sample.golden.exists() else b""
    if then == now and sample.golden.exists():
        return
    name = sample.golden.relative_to(ROOT).as_posix()
    old = name if sample.golden.exists() else "missing"
    for line in difflib.unified_diff(_lines(then), _lines(now), fromfile=old, tofile=f"{name} (now)"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[str]:
    return data.decode(errors="backslashreplace").splitlines(keepends=True)


def main(arguments: list[str] | None = None) -> int:
    """Print the differences; write the records that are accepted. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Compare the samples' golden records with what jdparse gives now.")
    parser.add_argument("--accept", metavar="NAME", nargs="+", default=[], help="take the record of now as golden")
    accepted = set(parser.parse_args(arguments).accept)
    found = samples()
    if unknown := accepted - {sample.name for sample in found}:
        parser.error(f"no such sample: {', '.join(sorted(unknown))}")
    open_ = 0
    for sample in found:
        try:
            now = record(sample)
        except RuntimeError as error:
            print(error, file=sys.stderr)
            open_ += 1
            continue
        lines = list(difference(sample, now))
        sys.stdout.writelines(lines)
        if lines and sample.name in accepted:
            sample.golden.write_bytes(now)
            print(f"written: {sample.golden.relative_to(ROOT).as_posix()}")
        elif lines:
            open_ += 1
    print(f"{len(found)} samples, {open_} that differ or are missing")
    return 1 if open_ else 0


if __name__ == "__main__":
    sys.exit(main())
