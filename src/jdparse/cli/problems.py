"""Findings of `jdparse.check` in words."""

from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path

from jdparse.check.found import Found
from jdparse.check.places import Part
from jdparse.cli.inputs import shown
from jdparse.cli.language import chinese
from jdparse.cli.output import printable
from jdparse.diagnostics import DIAGNOSTICS, Level
from jdparse.report.finding import Finding

_QUOTED = 40
"""Characters of a text that a message quotes at most, as in a record."""


def told(path: Path, found: Found, level: Level) -> Finding:
    """A finding as reports show it; `level` is the one that holds for the file."""
    kind = DIAGNOSTICS[found.name]
    params = {key: _short(value) for key, value in found.params.items()}
    if found.name == "schema-violation":
        params["problem"] = _violation(str(params["problem"]), found.params)
    elif found.name == "unreadable-file":
        params["problem"] = _unreadable(str(params["problem"]))
    message = kind.render_zh(params) if chinese() else kind.render(params)
    place, part = found.place, found.place.part if found.place else None
    return Finding(
        printable(shown(path).replace("\\", "/") if path.drive else shown(path)),
        kind.code,
        kind.name,
        level,
        printable(" ".join(message.split())),
        None if place is None or part else place.line,
        None if place is None or part else place.column,
        1 if place is None else place.width,
        "" if place is None or part else place.source,
        "" if part is None else _part(part),
        found.field,
        found.subject,
    )


def _short(value: str | int) -> str | int:
    return value if isinstance(value, int) or len(value) <= _QUOTED else value[: _QUOTED - 1] + "…"


def _part(part: Part) -> str:
    if part.table:
        return _("table {table}, row {row}, column {column}").format(table=part.table, row=part.row, column=part.column)
    return _("paragraph {number}").format(number=part.paragraph)


def _unreadable(problem: str) -> str:
    match problem:
        case "json":
            return _("not valid JSON")
        case "yaml":
            return _("not valid YAML")
        case "record":
            return _("not a record")
        case other:
            return other


def _violation(problem: str, context: Mapping[str, str | int]) -> str:
    match problem:
        case "missing":
            return _("this key is missing")
        case "extra_forbidden":
            return _("there is no such key")
        case "string_type":
            return _("must be a text")
        case "tuple_type":
            return _("must be a list")
        case "model_type":
            return _("must be an object")
        case "bool_type":
            return _("must be true or false")
        case "int_type" | "int_from_float":
            return _("must be a whole number")
        case "float_type" | "finite_number":
            return _("must be a number")
        case "greater_than_equal":
            return _("must not be below {limit}").format(limit=f"{float(context['ge']):g}")
        case "literal_error":
            return _("must be one of: {expected}").format(expected=str(context["expected"]).replace(" or ", ", "))
        case "string_pattern_mismatch":
            return _("must match {pattern}").format(pattern=context["pattern"])
        case other:
            return _("is not valid ({type})").format(type=other)
