"""Documents of a Spark DataFrame, such as its source `binaryFile` gives (the extra `spark`)."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from jdparse.batch import rows
from jdparse.batch.many import parse_many
from jdparse.extras import module
from jdparse.options import Options

_TYPES: Final = {"string": "string", "int32": "int"}
_ROWS: Final = 256
"""Rows of a batch that goes back to Spark."""

Batches = Iterator[Any]
"""Of `pyarrow.RecordBatch`."""


def schema() -> str:
    """The columns of the result, as Spark's DDL: those of `jdparse.batch.rows.Row`."""
    return ", ".join(
        f"{field.name} {_TYPES[str(field.type)]}{'' if field.nullable else ' NOT NULL'}" for field in rows.schema()
    )


def parser(
    options: Options | None = None, *, jobs: int = 1, timeout: float = 30.0, memory: int = 2**30
) -> Callable[[Batches], Batches]:
    """A function for `DataFrame.mapInArrow`, with `schema()`: from documents to rows, one for each, in their order.

    The first two columns of the DataFrame are a name and the bytes of the document. Each partition is parsed by `jobs`
    supervised processes of its own; a document that fails is a row that says why, and never ends the task.
    """

    def parse(batches: Batches) -> Batches:
        results = parse_many(_documents(batches), options, jobs=jobs, timeout=timeout, memory=memory)
        return rows.batches((_row(result) for result in results), _ROWS)

    return parse


def parse(frame: Any, options: Options | None = None, *, path: str = "path", content: str = "content") -> Any:
    """The rows of a DataFrame's documents, as a DataFrame: `parse(spark.read.format("binaryFile").load(…))`.

    `path` and `content` are the columns with name and bytes. Raises UsageError where pyarrow is not installed.
    """
    return frame.select(path, content).mapInArrow(parser(options), schema())


def _documents(batches: Batches) -> Iterator[tuple[str, bytes]]:
    module("pyarrow")
    for batch in batches:
        names, contents = batch.column(0), batch.column(1)
        for name, content in zip(names, contents, strict=True):  # one at a time: a batch can be large
            yield name.as_py() or "", content.as_py() or b""


def _row(result: Any) -> rows.Row:
    if result.text is None:
        return rows.of_failure(result.path, result.kind, result.message)
    return rows.of_record(result.path, result.text)
