"""What it costs a parse that its text knows where it came from.

The operations on `Tracked` during one parse are recorded, then run again by themselves, and beside them the operations
on plain strings that a parse without offsets would need. The difference is the overhead.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from clock import warm
from jdparse.tracked import Tracked

Operation = tuple[Callable[..., object], tuple[Any, ...]]

_SPECIAL = {"__init__", "__len__", "__bool__", "__str__", "__getitem__"}


@dataclass(slots=True)
class Recording:
    """The operations of one parse, and what they would be on plain strings, where there is such a thing."""

    tracked: list[Operation] = field(default_factory=list)
    plain: list[Operation] = field(default_factory=list)
    inside: bool = False
    """Whether an operation is running: one that it calls is part of it."""


def overhead(parse: Callable[[], object]) -> tuple[float, int]:
    """The CPU seconds that tracking adds to one call of `parse`, and how many operations there are."""
    recording = Recording()
    with _recorded(recording):
        parse()
    return warm(lambda: _replay(recording.tracked)) - warm(lambda: _replay(recording.plain)), len(recording.tracked)


def _replay(operations: Sequence[Operation]) -> None:
    for function, arguments in operations:
        function(*arguments)


@contextmanager
def _recorded(recording: Recording) -> Iterator[None]:
    """Inside the block, operations on `Tracked` that are not part of another one are written to the recording."""
    kept = {
        name: value
        for name, value in vars(Tracked).items()
        if (name in _SPECIAL or not name.startswith("_"))
        and (callable(value) or isinstance(value, classmethod | staticmethod | property))
    }
    try:
        for name, value in kept.items():
            setattr(Tracked, name, _wrapped(name, value, recording))
        yield
    finally:
        for name, value in kept.items():
            setattr(Tracked, name, value)


def _wrapped(name: str, value: Any, recording: Recording) -> Any:
    if isinstance(value, property):
        assert value.fget is not None
        return property(_watch(name, value.fget, recording))
    if isinstance(value, classmethod | staticmethod):
        return type(value)(_watch(name, value.__func__, recording))
    return _watch(name, value, recording)


def _watch(name: str, function: Callable[..., Any], recording: Recording) -> Callable[..., Any]:
    @wraps(function)
    def watched(*given: Any, **named: Any) -> Any:
        if recording.inside:
            return function(*given, **named)
        # A generator of parts may itself use tracked texts: those are operations of their own.
        arguments = (given[0], list(given[1])) if name == "join" else (*given, *named.values())
        recording.inside = True
        try:
            result = function(*arguments)
        finally:
            recording.inside = False
        recording.tracked.append((Tracked, arguments[1:]) if name == "__init__" else (function, arguments))
        if plain := _plain(name, arguments, result):
            recording.plain.append(plain)
        return result

    return watched


def _plain(name: str, arguments: tuple[Any, ...], result: Any) -> Operation | None:
    """The same operation on strings. None where a parse without offsets would do nothing."""
    match name, arguments:
        case "of", (_, source, *ends):
            return str.__getitem__, (source, slice(*ends) if ends else slice(None))
        case "join", (_, parts):
            return "".join, ([part.text for part in parts],)
        case "__getitem__", (tracked, key):
            return str.__getitem__, (tracked.text, key)
        case "within", (tracked, _, _):
            return str.__getitem__, (tracked.text, slice(0, len(result.text)))
        case "strip", (tracked, *characters):
            return str.strip, (tracked.text, *characters)
        case "delete", (tracked, spans):
            return _spliced, (tracked.text, [(start, end, "") for start, end in spans])
        case "replace", (tracked, edits):
            return _spliced, (tracked.text, edits)
        case "__len__", (tracked,):
            return len, (tracked.text,)
        case "__bool__", (tracked,):
            return bool, (tracked.text,)
    return None


def _spliced(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, new in edits:
        parts += text[done:start], new
        done = end
    parts.append(text[done:])
    return "".join(parts)
