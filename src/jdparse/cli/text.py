"""`jdparse text`: the source text, to which all offsets of a record refer."""

from collections.abc import Iterable
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from jdparse.cli import inputs, output, parameters
from jdparse.cli.layout import Command
from jdparse.document import Block, Document, Paragraph, Table


def command() -> Command:
    """The command, its texts in the language that is set."""
    summary = _("Print the source text of a file, to which all offsets refer.")
    return Command(
        "text",
        callback=run,
        params=[
            parameters.source(),
            parameters.option(
                "-f",
                "--format",
                "form",
                type=click.Choice(("plain", "json")),
                default="plain",
                help=_("The text (the default), or its paragraphs and tables as JSON."),
            ),
            parameters.encoding(),
            parameters.input_format(),
            parameters.language(),
        ],
        help=summary,
        short_help=summary,
        options_metavar=_("[OPTIONS]"),
    )


def run(src: Path, form: str, encoding: str | None, input_format: str | None) -> None:
    """Load one file and print its text; plain text gets a line end where it has none."""
    from jdparse import loaders

    data = inputs.read(src)
    with inputs.naming(src):
        document = loaders.load(data, inputs.name(src), encoding=encoding, format=input_format)
    if form == "json":
        import json

        text = json.dumps(list(_listed(document)), ensure_ascii=False, indent=2)
    else:
        text = document.text
    output.write((text if text.endswith("\n") or not text else text + "\n").encode())


def _listed(document: Document) -> Iterable[dict[str, Any]]:
    """The blocks in reading order as JSON objects, those beside the body last, with a key `stream` that says where."""
    for block in document.blocks:
        yield _object(document.text, block)
    for stream in document.streams:
        for block in stream.blocks:
            yield {"stream": stream.kind, **_object(document.text, block)}


def _object(text: str, block: Block) -> dict[str, Any]:
    if isinstance(block, Table):
        return {"line": block.line, "rows": _rows(text, block)}
    label = text[slice(*block.marker)] if block.marker else None
    return {"line": block.line, "label": label, "text": text[block.start : block.end]}


def _rows(text: str, table: Table) -> list[list[str]]:
    """The texts of the grid; the places that a merged cell covers beside its first are empty."""
    height = max((cell.row + cell.rows for cell in table.cells), default=0)
    width = max((cell.column + cell.columns for cell in table.cells), default=0)
    rows = [[""] * width for _row in range(height)]
    for cell in table.cells:
        rows[cell.row][cell.column] = "\n".join(_flat(text, block) for block in cell.blocks)
    return rows


def _flat(text: str, block: Block) -> str:
    """A block inside a cell as text: a paragraph with its number, a table as it stands in the source text."""
    start = block.marker.start if isinstance(block, Paragraph) and block.marker else block.start
    return text[start : block.end]
