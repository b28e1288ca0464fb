"""What is done for one document: read, parse, render. It runs in a worker, and gives what can be sent back."""

import os
import time
import traceback
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from jdparse.emit import Form
from jdparse.errors import DocumentLost, JdparseError, NoJobFound, UnreadableInput

if TYPE_CHECKING:
    from jdparse.options import Options
    from jdparse.validation import Data

Kind = Literal["parse", "timeout", "crash", "memory", "io"]
"""Why a document has no record: it is none that can be read, took too long, ended its worker, or cannot be had."""


class Task(NamedTuple):
    """One document to be parsed."""

    number: int
    """Its place in the order of the sources, from 0."""
    path: str
    """A path or URL. Where `data` is given, only a name."""
    config: str | None = None
    """The configuration file that holds for it."""
    data: bytes | None = None
    """The document itself; None when it is to be read."""
    encoding: str | None = None
    """The encoding, where it cannot be another; it goes before that of the options."""
    error: JdparseError | None = None
    """What was wrong with it before it could be read."""


class Recipe(NamedTuple):
    """How every document of a run is parsed and rendered. It can be pickled when its options can."""

    options: "Options"
    form: Form = "json"
    split: bool = False
    """A text for each job, in place of one for the file."""


class Failure(NamedTuple):
    """Why a document has no record: a template of a message with its fields, as in JdparseError."""

    kind: Kind
    template: str
    fields: dict[str, str | int]

    @property
    def message(self) -> str:
        """The message in English."""
        return " ".join(self.template.format(**self.fields).split())

    @classmethod
    def of(cls, kind: Kind, error: JdparseError) -> "Failure":
        """The failure that an error stands for."""
        return cls(kind, error.template, error.fields)


class Reply(NamedTuple):
    """What comes back for a document: its texts, or the failure."""

    texts: tuple[str, ...] = ()
    failure: Failure | None = None
    seconds: float = 0.0
    """How long the worker had it."""
    jobs: int = 0
    diagnostics: dict[str, int] = {}  # noqa: RUF012 (a default that nobody changes)
    """How often each diagnostic was given, by name."""
    labels: tuple[str, ...] = ()
    """Labels that nobody knows."""
    warned: bool = False
    """Whether a diagnostic is more than an info."""
    sha256: str = ""


def document(task: Task, recipe: Recipe) -> Reply:
    """The reply for one document. Whatever goes wrong with it, bugs and want of memory too, is in the reply."""
    began = time.perf_counter()
    try:
        return _parsed(task, recipe)._replace(seconds=time.perf_counter() - began)
    except _Unread as error:
        failure = Failure.of("io", error.cause)
    except JdparseError as error:
        failure = Failure.of("parse", error)
    except MemoryError:
        failure = Failure.of("memory", DocumentLost("it needs more memory than it may have"))
    except Exception as error:
        failure = Failure.of("parse", _bug(error))
    return Reply(failure=failure, seconds=time.perf_counter() - began)


class _Unread(Exception):
    def __init__(self, cause: JdparseError) -> None:
        super().__init__(cause)
        self.cause = cause


def _parsed(task: Task, recipe: Recipe) -> Reply:
    from jdparse import emit, pipeline

    record = pipeline.parse(_data(task), _name(task.path), _options(recipe.options, task)).data
    if not record["jobs"]:
        raise NoJobFound("no job description was found")
    files = emit.by_job(record) if recipe.split else (record,)
    return Reply(
        tuple(emit.render(file, recipe.form) for file in files),
        jobs=len(record["jobs"]),
        diagnostics=dict(Counter(diagnostic["name"] for diagnostic in record["diagnostics"])),
        labels=tuple(_unknown_labels(record)),
        warned=any(diagnostic["level"] != "info" for diagnostic in record["diagnostics"]),
        sha256=record["source"]["sha256"] or "",
    )


def _data(task: Task) -> bytes:
    from jdparse import storage

    if task.error:
        raise _Unread(task.error) from task.error
    if task.data is not None:
        return task.data
    try:
        return storage.read(task.path)
    except UnreadableInput as error:
        raise _Unread(error) from error


def _name(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


@lru_cache(maxsize=16)
def _configured(config: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    from jdparse.config import load

    said = load(Path(config))
    return dict(said.labels), dict(said.furniture)


def _options(options: "Options", task: Task) -> "Options":
    if task.config is None and task.encoding is None:
        return options
    from dataclasses import replace

    if task.config is not None:
        labels, furniture = _configured(task.config)
        options = replace(options, labels=labels, furniture=furniture)
    return replace(options, encoding=task.encoding) if task.encoding else options


_UNKNOWN = "the label or heading is not in the vocabulary: "
"""How the message of the diagnostic `unknown-label` begins."""


def _unknown_labels(record: "Data") -> list[str]:
    return [
        diagnostic["message"].removeprefix(_UNKNOWN)
        for diagnostic in record["diagnostics"]
        if diagnostic["name"] == "unknown-label"
    ]


def _bug(error: Exception) -> DocumentLost:
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = " ".join(f"{type(error).__name__}: {error}".split())
    place = f"{Path(last.filename).name}:{last.lineno}"
    return DocumentLost("internal error: {error} ({place}); please report it", error=what, place=place)
