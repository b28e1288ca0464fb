"""Data as YAML that readers of YAML 1.1 and of 1.2 take for the same."""

import re
from functools import cache
from typing import cast

import yaml

from jdparse.patterns import deferred

# What some reader of YAML takes for something other than a string. The revisions differ (the core schema of 1.2.2,
# chapter 10.3, against the type repository of 1.1), and readers add forms of their own (Ruby reads `1,000` as a
# number), so that this says "begins like a number and has nothing else in it" rather than listing the forms of each.
_OTHER_TYPE = deferred(
    r"[-+]?[.]?[0-9_][0-9a-zA-Z_.,:+-]*"  # 10, 0x1F, 0o17, 1e3, .5, 1:30, 2024-01-31T08:00:00Z
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt\t ].*"  # a timestamp with blanks
    r"|[-+]?\.(?:inf|nan)"
    r"|y|n|yes|no|on|off|true|false|null|~|=|<<|",
    re.IGNORECASE,
)
# Outside double quotes a reader of YAML 1.1 takes NEL, LS and PS for line breaks and one of 1.2 does not; libyaml
# escapes characters beyond the basic plane and the emitter in Python does not. In double quotes all of them agree.
_ESCAPED = deferred(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff\U00010000-\U0010ffff]")


def dump(data: object, *, compiled: bool = True) -> str:
    """Data of JSON's types as block YAML, a line for each item, no line folded.

    With `compiled` libyaml writes it, where PyYAML was built with it; otherwise the emitter in Python, which is five
    times slower and gives the same bytes.
    """
    return yaml.dump(data, Dumper=_dumper(compiled), allow_unicode=True, sort_keys=False, width=2**31 - 1)


@cache
def _dumper(compiled: bool) -> type[yaml.SafeDumper]:
    base = getattr(yaml, "CSafeDumper", yaml.SafeDumper) if compiled else yaml.SafeDumper
    dumper = cast("type[yaml.SafeDumper]", type("RecordDumper", (base,), {"ignore_aliases": _written_out}))
    dumper.add_representer(str, _represent_text)
    return dumper


def _written_out(_dumper: yaml.SafeDumper, _data: object) -> bool:
    """An object that occurs twice is written twice: YAML's anchors would hide what JSON shows."""
    return True


def _represent_text(_dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """The text with the quotes that it needs; the emitter adds those that YAML's syntax asks for."""
    style = None
    if _ESCAPED.search(text):
        style = '"'
    elif "\n" in text:
        # Shown as lines where no line is empty and no blank at either end of one could be lost.
        style = "|" if all(line and line == line.strip() for line in text.split("\n")) else '"'
    elif _OTHER_TYPE.fullmatch(text):
        style = "'"
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)
