"""Parse every sample with the command that a reader would type, and show the beginning of each record.

The record itself has every key; those that hold nothing are left out here.
"""

import json
import sys
from dataclasses import replace
from typing import Any

import yaml

from golden import SAMPLES, command, record, samples

LINES = 30


def main() -> int:
    """Print the command and the first lines of the record for each sample. Returns the exit code."""
    found = samples()
    for sample in found:
        shown = replace(sample, golden=sample.golden.with_suffix(".json"))
        print(f"$ jdparse {command(shown)[0]}")
        try:
            value = json.loads(record(shown))
        except RuntimeError as error:
            print(error, file=sys.stderr)
            return 1
        text = yaml.safe_dump(filled(value), allow_unicode=True, sort_keys=False, width=100)
        lines = text.splitlines()
        print(*lines[:LINES], f"… {len(lines) - LINES} more lines" if len(lines) > LINES else "", "", sep="\n")
    print(f"{len(found)} records, from {SAMPLES.name}/; `jdparse FILE` writes a record as JSON, `-f yaml` as YAML.")
    return 0


def filled(value: Any) -> Any:
    """The value without keys that hold nothing."""
    if isinstance(value, dict):
        parts = {key: filled(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, "", [], {})}
    return [filled(part) for part in value] if isinstance(value, list) else value


if __name__ == "__main__":
    sys.exit(main())
