"""What the commands read: an input file or standard input, and the configuration."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from jdparse.errors import UsageError

if TYPE_CHECKING:
    from jdparse.options import Options
    from jdparse.pipeline import Parsed

STDIN: Final = Path("-")


class InputError(Exception):
    """What went wrong with one input: the error, be it a bug, and the file as the user named it."""

    def __init__(self, path: Path | str, error: Exception) -> None:
        super().__init__(path, error)
        self.path = path
        self.error = error


@contextmanager
def naming(path: Path) -> Generator[None]:
    """Errors raised inside the block, bugs too, become an InputError with the path; those of wrong use stay."""
    try:
        yield
    except (UsageError, InputError):
        raise
    except Exception as error:
        raise InputError(path, error) from error


def shown(path: Path | str) -> str:
    """A path or URL as people and records see it: its bytes read as UTF-8, whatever the locale.

    In the C locale Python holds `岗位.txt` as surrogates, which neither JSON nor a terminal can show.
    """
    return os.fsencode(path).decode("utf-8", "replace")


def name(src: Path) -> str:
    """The input's name for the record: without folders, `-` for standard input."""
    return shown(Path(src.name))


def configuration(src: Path) -> Path | None:
    """The configuration file that holds for an input, if there is one: see `config.find`."""
    from jdparse.config import find

    return find(Path() if src == STDIN else src.parent)


def options(
    config: Path | None = None,
    encoding: str | None = None,
    input_format: str | None = None,
    punctuation: Literal["normalize", "keep"] = "normalize",
) -> "Options":
    """How to parse: what the command line says, and a configuration file. Raises UsageError where that is wrong."""
    from jdparse.options import Options

    if config is None:
        return Options(encoding, input_format, punctuation)
    from jdparse.config import load

    said = load(config)
    return Options(encoding, input_format, punctuation, said.labels, said.furniture)


def read(path: Path) -> bytes:
    """The bytes of a file or of standard input. Raises InputError when they cannot be had or are too many."""
    from jdparse import loaders

    with naming(path):
        return loaders.read(path)


def parse(path: Path, options: "Options") -> "Parsed":
    """One input, parsed. Raises InputError when it cannot be read as a document."""
    from jdparse import pipeline

    data = read(path)
    with naming(path):
        return pipeline.parse(data, name(path), options)
