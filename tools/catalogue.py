"""The Chinese message catalogue: what must be in it, and its compiled form.

It holds our own texts (`_("…")`, and the templates of `JdparseError`) and those of click, so that help and errors are
wholly in one language. `tools/generate.py` writes the compiled file beside the source.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import polib

from jdparse import errors
from jdparse.loaders import FORMATS

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src/jdparse/locale/zh_CN/LC_MESSAGES/jdparse.po"
LOOK_UPS = frozenset({"_", "gettext", "ngettext"})
ERRORS = frozenset(
    name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, errors.JdparseError)
)
# Modules of click whose texts can reach a user of jdparse, which asks no questions and shows no progress bars.
CLICK_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")
_FORMAT_NAMES = frozenset(FORMATS)
_PHRASE = re.compile(r"[A-Za-z0-9]+ [A-Za-z0-9 ().,;-]+")

Named = dict[str, list[ast.expr]]


def compiled() -> bytes:
    """The catalogue as an .mo file (GNU gettext manual, "The Format of GNU MO Files")."""
    return polib.pofile(str(SOURCE)).to_binary()


def our_texts() -> dict[str, str]:
    """Each text of jdparse that is looked up, with a place where it stands.

    Raises ValueError for a look-up of something whose texts cannot be found.
    """
    found: dict[str, str] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        found |= texts(ast.parse(path.read_bytes()), path.name, LOOK_UPS | ERRORS) | _kinds(path)
    return found


def click_texts() -> dict[str, str]:
    """Each text that the installed click looks up, with a place where it stands."""
    found: dict[str, str] = {}
    for name in CLICK_MODULES:
        path = Path(click.__file__).parent / f"{name}.py"
        found |= texts(ast.parse(path.read_bytes()), path.name, LOOK_UPS)
    return found


def texts(tree: ast.Module, name: str, functions: frozenset[str]) -> dict[str, str]:
    """The texts that calls of these functions are given in a module of that name, with the place of the call.

    Raises ValueError for an argument whose texts cannot be found.
    """
    named = _named(tree)
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in functions:
            for argument in node.args[: 2 if _called(node) == "ngettext" else 1]:
                place = f"{name}:{node.lineno}"
                found_here = list(_literals(argument, named, set()))
                if not found_here and not _is_text_of_elsewhere(argument):
                    raise ValueError(f"{place}: not a literal text: {ast.unparse(argument)}")
                found |= dict.fromkeys(found_here, place)
    return found


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _kinds(path: Path) -> dict[str, str]:
    """What a loader says an input is instead (`PDF file`): phrases in modules that fill `{kind}`."""
    if "loaders" not in path.parts or "{kind}" not in (source := path.read_text(encoding="utf-8")):
        return {}
    found: set[str] = set()
    values: list[ast.expr | None] = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Tuple(elts=[ast.Constant(value=bytes()), ast.Constant(value=str(text))]):
                found.add(text)
            case ast.Tuple(elts=[_, *_, value]) | ast.Return(value=value):
                values.append(value)
            case ast.Assign(targets=[ast.Name(id="kind")], value=value):
                values.extend(part for part in ast.walk(value) if isinstance(part, ast.Constant))
            case ast.Dict(values=items):
                values.extend(items)
            case _:
                pass
    literals = (text for value in values if value for text in _literals(value, {}, set()))
    found |= {text for text in literals if _PHRASE.fullmatch(text)}
    return dict.fromkeys(found - _FORMAT_NAMES, path.name)


def _named(tree: ast.Module) -> Named:
    """What a name may stand for in a module: what is assigned to it, or passed for a keyword of that name."""
    named: Named = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                named.setdefault(name, []).append(value)
            case ast.keyword(arg=str(name), value=value):
                named.setdefault(name, []).append(value)
            case _:
                pass
    return named


def _literals(value: ast.expr, named: Named, seen: set[str]) -> Iterator[str]:
    """The texts that an expression may have: a literal, a choice of two, a name, an entry of a table."""
    match value:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _literals(one, named, seen)
            yield from _literals(other, named, seen)
        case ast.BoolOp(values=values) | ast.Dict(values=values):
            for item in values:
                yield from _literals(item, named, seen)
        case ast.Subscript(value=table) | ast.Call(func=ast.Attribute(attr="get", value=table)):
            yield from _literals(table, named, seen)
        case ast.Name(id=name) if name not in seen:
            for item in named.get(name, []):
                yield from _literals(item, named, seen | {name})
        case _:
            pass


def _is_text_of_elsewhere(argument: ast.expr) -> bool:
    """What is found in another place: `click.UsageError(_("…"))`, the template of an error, click's own `extra[…]`."""
    match argument:
        case ast.Call() | ast.Attribute(attr="template") | ast.Subscript(value=ast.Name(id="extra")):
            return True
        case _:
            return False
