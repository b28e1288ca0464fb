"""Where each value of a JSON or YAML text stands.

Both functions take a text that its own reader has accepted, no deeper than a record is; they are called only when there
is something to tell about it.
"""

import json.decoder
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from jdparse.check.places import Steps
from jdparse.patterns import deferred

if TYPE_CHECKING:
    import yaml

Positions = dict[Steps, tuple[int, int]]
"""For each value its range, half-open, in code points; for each key of an object, under `(*steps, KEY)`, that of the key."""

# The type stubs do not know it; it is what `json` itself reads a string with.
_string = cast("Callable[[str, int, bool], tuple[str, int]]", getattr(json.decoder, "scanstring"))  # noqa: B009

KEY = ""
"""The last step of the way to a key: it is no key of a record itself."""

_BLANK = deferred(r"[ \t\r\n]*")
_PLAIN = deferred(r"true|false|null|-?Infinity|NaN|-?[0-9][-+.0-9eE]*")
"""A value that is neither a text nor a container; its reader has accepted it before."""


def of_json(text: str) -> Positions:
    """The positions in a JSON text. Raises ValueError for what is none."""
    found: Positions = {}
    _json_value(text, _skip(text, 0), (), found)
    return found


def _json_value(text: str, at: int, steps: Steps, found: Positions) -> int:
    """Note the value that begins at an offset and what is in it; returns where it ends."""
    opening, start = text[at : at + 1], at
    if opening == '"':
        _value, at = _string(text, at + 1, True)
    elif opening in ("{", "["):
        at = _json_items(text, at, steps, found)
    elif plain := _PLAIN.match(text, at):
        at = plain.end()
    else:
        raise ValueError(f"no value at {at}")
    found[steps] = start, at
    return at


def _json_items(text: str, at: int, steps: Steps, found: Positions) -> int:
    """Note what is in the object or list that begins at an offset; returns where it ends."""
    keyed = text[at] == "{"
    index = 0
    at = _skip(text, at + 1)
    while text[at : at + 1] not in ("}", "]", ""):
        step: int | str = index
        if keyed:
            key_at = at
            step, at = _string(text, at + 1, True)
            found[*steps, step, KEY] = key_at, at
            at = _skip(text, _skip(text, at) + 1)
        at = _skip(text, _json_value(text, at, (*steps, step), found))
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        index += 1
    return at + 1


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def of_yaml(text: str) -> Positions:
    """The positions in a YAML text of one document. Raises yaml.YAMLError for what is none."""
    import yaml

    node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {} if node is None else dict(_yaml_node(node, ()))


def _yaml_node(node: "yaml.Node", steps: Steps) -> Iterator[tuple[Steps, tuple[int, int]]]:
    import yaml

    yield steps, (node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*steps, str(key.value), KEY), (key.start_mark.index, key.end_mark.index)
            yield from _yaml_node(value, (*steps, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _yaml_node(item, (*steps, index))
