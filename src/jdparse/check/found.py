"""What a check gives: findings as data, which the command line puts into words."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from jdparse.check.places import Place, Steps

if TYPE_CHECKING:
    from jdparse.records import File


class Found(NamedTuple):
    """One finding in one file."""

    name: str
    """The diagnostic: see `jdparse.diagnostics`."""
    params: Mapping[str, str | int] = MappingProxyType({})
    """What its message is filled with."""
    place: Place | None = None
    field: str = ""
    """The path of the value in the record, such as `jobs[0].title`; empty where it concerns the whole file."""
    subject: str = ""
    """What tells it from others of its kind in the file, whatever the line: the words that it is about."""


class Unit(NamedTuple):
    """A record to be checked, and where its values stand in the file that it comes from."""

    record: "File"
    locate: Callable[[Steps, str], Place | None]
    """The place of a value, or of a text in it, or of the nearest value around it."""
    noted: frozenset[str] = frozenset()
    """The rules whose findings are there already, from reading the file."""


class Content(NamedTuple):
    """What reading a file gave: records, and findings of reading it."""

    units: Sequence[Unit] = ()
    found: Sequence[Found] = ()
    text: str = ""
    """The text of the file, where comments in it may switch rules off."""


def path_of(steps: Steps) -> str:
    """`jobs[0].title` for `("jobs", 0, "title")`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


def steps_of(path: str) -> Steps:
    """`("jobs", 0, "title")` for `jobs[0].title`."""
    pieces = path.replace("[", ".").replace("]", "").split(".")
    return tuple(int(piece) if piece.isdecimal() else piece for piece in pieces if piece)
