"""A record as text.

The same record gives the same bytes on every machine: keys in the order of the models, Chinese as it is, line feeds at
the ends of lines, nothing that depends on the locale.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from jdparse.validation import Data

Form = Literal["json", "yaml", "jsonl"]


def render(record: "Data", form: Form) -> str:
    """The record in one of the three forms."""
    match form:
        case "json":
            return to_json(record)
        case "yaml":
            return to_yaml(record)
        case "jsonl":
            return to_jsonl(record)


def by_job(record: "Data") -> Iterator["Data"]:
    """A record for each job of a record: with that job alone, and without the diagnostics of the others.

    What belongs to no single job (source, organization, sections of the file, furniture) stands in each of them.
    """
    for index, job in enumerate(record["jobs"]):
        own = [
            diagnostic if diagnostic["job"] is None else {**diagnostic, "job": 0}
            for diagnostic in record["diagnostics"]
            if diagnostic["job"] in {None, index}
        ]
        yield {**record, "jobs": [job], "diagnostics": own}


def to_json(record: "Data") -> str:
    """The record as JSON, indented by two spaces, Chinese as it is, with a newline at the end."""
    from pydantic_core import to_json as dumped

    return dumped(record, indent=2).decode() + "\n"


def to_jsonl(record: "Data") -> str:
    """The record as one line of JSON, with a newline at the end.

    It is one line by every reading of "line": U+0085, U+2028 and U+2029, at which some readers split, are escaped.
    """
    from pydantic_core import to_json as dumped

    text = dumped(record).decode()
    for separator, escape in (("\x85", "\\u0085"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(separator, escape)
    return text + "\n"


def to_yaml(record: "Data") -> str:
    """The record as block YAML, which readers of YAML 1.1 and of 1.2 take for the same data.

    No line is folded. Characters beyond the basic plane (rare Han characters, emoji) are written as escapes.
    """
    from jdparse.emit import yaml_text

    return yaml_text.dump(record)
