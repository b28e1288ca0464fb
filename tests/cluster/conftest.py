"""Crawls of small documents in every kind of file, and the records that they must give."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import jdparse as package
from jdparse import emit
from tests.batch.conftest import here, start, text
from tests.cli.conftest import jdparse
from web_archive import archived

__all__ = ["here", "jdparse", "start"]


def url(number: int) -> str:
    """The address of a page."""
    return f"http://jobs.invalid/{number:04}.html"


def page(number: int) -> bytes:
    """A page, in an encoding that its head names."""
    lines = "".join(f"<p>{line}</p>" for line in text(number).splitlines())
    return f'<html><head><meta charset="gb18030"></head><body>{lines}</body></html>'.encode("gb18030")


def line(number: int, data: Callable[[int], bytes] = page, name: Callable[[int], str] = url) -> str:
    """The record of a document, as a line, by a single run."""
    return emit.to_jsonl(package.parse(data(number), name(number)).data)


def lines(count: int) -> str:
    """Those of so many pages."""
    return "".join(map(line, range(count)))


def web_archive(path: Path, count: int, first: int = 0) -> Path:
    """A web archive of pages, with a picture and a page that is gone beside each; a .gz has a member a record."""
    records = b""
    for number in range(first, first + count):
        for record in (
            archived(url(number), page(number)),
            archived(url(number) + ".png", b"\x89PNG", media="image/png"),
            archived(url(number) + ".gone", page(number), status="404 Not Found"),
        ):
            records += gzip.compress(record) if path.suffix == ".gz" else record
    path.write_bytes(records)
    return path


def table(path: Path, count: int, **columns: Callable[[int], Any]) -> Path:
    """A Parquet file of pages."""
    arrow: Any = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    columns = columns or {"url": url, "content": page}
    parquet.write_table(arrow.table({name: [value(n) for n in range(count)] for name, value in columns.items()}), path)
    return path


def json_lines(path: Path, count: int) -> Path:
    """JSON Lines of pages, decoded."""
    rows = ({"id": url(number), "html": page(number).decode("gb18030")} for number in range(count))
    data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path
