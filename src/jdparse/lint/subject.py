"""What rules look at and what they give."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, cast

from pydantic import BaseModel

from jdparse.lint import compliance
from jdparse.records import Job

LONG_SUMMARY = 300
"""Characters above which a summary is long, where the configuration says nothing: some six lines of a printed form."""


class Settings(NamedTuple):
    """What a configuration may say to rules."""

    required: tuple[str, ...] = ("title", "duties")
    """Paths of the fields that a job description must give."""
    max_summary: int = LONG_SUMMARY
    """Characters that a summary may have."""


class Hit(NamedTuple):
    """What a rule found in a job."""

    path: str
    """The path in the job of the value, or of what should have one: `dates.prepared`, `requirements.age[0]`."""
    params: Mapping[str, str | int] = MappingProxyType({})
    """What the message of the diagnostic is filled with."""
    text: str = ""
    """The words of the value that it is about; empty for the whole."""


class Subject:
    """A job with its texts, which are collected once for all rules."""

    def __init__(self, job: Job) -> None:
        self.job = job

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """Each text of the job with its path, but facets and the lists of blank and absent fields."""
        found: list[tuple[str, str]] = []
        for name, value in self.job.__dict__.items():
            if value and name not in _NO_TEXTS:
                _collect(value, name, found)
        return found

    @cached_property
    def whole(self) -> str:
        """All texts, a line each: what is not in it is in none of them."""
        return "\n".join(text for _path, text in self.texts)

    @cached_property
    def limits(self) -> dict[str, list[tuple[str, str]]]:
        """For each kind of limit on who may have the job, the path of each text that sets one and its words."""
        found: dict[str, list[tuple[str, str]]] = {}
        for path, text in self.under(*compliance.PLACES):
            for limit in compliance.find(text, path):
                found.setdefault(limit.name, []).append((path, text[limit.start : limit.end].strip()))
        return found

    def under(self, *paths: str) -> Iterator[tuple[str, str]]:
        """The texts whose path begins with one of these."""
        return (text for text in self.texts if text[0].startswith(paths))


_NO_TEXTS = frozenset({"facets", "blank_fields", "none_fields"})


def _collect(value: object, path: str, found: list[tuple[str, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(cast("tuple[object, ...]", value)):
            _collect(item, f"{path}[{index}]", found)
    elif isinstance(value, BaseModel):
        for name, inner in value.__dict__.items():
            if inner:
                _collect(inner, f"{path}.{name}", found)


def value_at(job: Job, path: str) -> object:
    """The value at a path of field names (`dates.prepared`); None where there is no such field."""
    value: object = job
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


def field_paths() -> list[str]:
    """The paths of all fields of a job, those of the objects in it too: `title`, `dates`, `dates.prepared`."""
    paths: list[str] = []
    for name, info in Job.model_fields.items():
        paths.append(name)
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
            paths += [f"{name}.{inner}" for inner in info.annotation.model_fields]
    return paths


def gives(value: object) -> bool:
    """Whether a value says anything: an object does when something in it does."""
    if isinstance(value, BaseModel):
        return any(map(gives, value.__dict__.values()))
    return value is not None and value != () and value != ""
