"""A record as text.

The same record gives the same bytes on every machine: keys in the order of the models, Chinese as it is, line feeds at
the ends of lines, nothing that depends on the locale.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdparse.records import File


def to_json(record: "File") -> str:
    """The record as JSON, indented by two spaces, Chinese as it is, with a newline at the end."""
    return record.model_dump_json(indent=2) + "\n"


def to_jsonl(record: "File") -> str:
    """The record as one line of JSON, with a newline at the end.

    It is one line by every reading of "line": U+0085, U+2028 and U+2029, at which some readers split, are escaped.
    """
    text = record.model_dump_json()
    for separator, escape in (("\x85", "\\u0085"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(separator, escape)
    return text + "\n"


def to_yaml(record: "File") -> str:
    """The record as block YAML, which readers of YAML 1.1 and of 1.2 take for the same data.

    No line is folded. Characters beyond the basic plane (rare Han characters, emoji) are written as escapes.
    """
    from jdparse.emit import yaml_text

    return yaml_text.dump(record.model_dump(mode="json"))
