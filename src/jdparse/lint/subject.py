"""What rules look at and what they give."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from pydantic import BaseModel

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
        return [
            text
            for name, value in self.job.__dict__.items()
            if name not in ("facets", "blank_fields", "none_fields")
            for text in _texts(value, name)
        ]

    def under(self, *paths: str) -> Iterator[tuple[str, str]]:
        """The texts whose path begins with one of these."""
        return (text for text in self.texts if text[0].startswith(paths))


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]")
    elif isinstance(value, BaseModel):
        for name, inner in value.__dict__.items():
            if inner is not None and inner != ():
                yield from _texts(inner, f"{path}.{name}")


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
