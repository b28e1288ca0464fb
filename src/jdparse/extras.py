"""Packages that only some runs need: each comes with an extra of jdparse, `pip install 'jdparse[parquet]'`."""

from importlib import import_module
from typing import Any, Final

from jdparse.errors import UsageError

EXTRAS: Final = {
    "fsspec": "fsspec",
    "pyarrow": "parquet",
    "pyspark": "spark",
    "ray": "ray",
    "warcio": "warc",
}
"""The extra that brings a package."""


def module(name: str) -> Any:
    """A module of such a package. Raises UsageError, which names the extra, where the package is not installed."""
    package = name.partition(".")[0]
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != package:
            raise
        raise UsageError(
            "{package} is not installed; it comes with: pip install 'jdparse[{extra}]'",
            package=package,
            extra=EXTRAS[package],
        ) from error
