"""`jdparse parse`, which is also what `jdparse FILE` does. What makes it several files is in `cli.batch`."""

from gettext import gettext as _
from pathlib import Path
from typing import Literal, Unpack

import click

from jdparse import emit
from jdparse.cli import batch, findings, inputs, output, parameters, targets
from jdparse.cli.exits import ExitCode
from jdparse.cli.layout import Command
from jdparse.emit import Form
from jdparse.errors import NoJobFound


def command() -> Command:
    """The command, its texts in the language that is set."""
    summary = _("Read files and write their records (the command that runs when none is named).")
    return Command(
        "parse",
        callback=run,
        params=[
            click.Argument(
                ["src"],
                nargs=-1,
                type=parameters.PLACE,
                metavar=_("SRC..."),
                help=_(
                    "The file to read, - is standard input; or several files, folders and patterns such as '*.docx'."
                ),
            ),
            parameters.option(
                "-o",
                "--output",
                "out",
                type=parameters.PLACE,
                metavar=_("FILE"),
                help=_(
                    "Write the record to a file. By default it goes to standard output. For several files: a folder, or "
                    "one file that ends in .jsonl or .parquet."
                ),
            ),
            parameters.option(
                "-f",
                "--format",
                "form",
                type=click.Choice(("json", "yaml", "jsonl")),
                help=_("The format of the record. By default that of the output's suffix, else json."),
            ),
            parameters.encoding(),
            parameters.input_format(),
            parameters.option(
                "--punctuation",
                type=click.Choice(("normalize", "keep")),
                default="normalize",
                help=_("Make half-width punctuation between Chinese characters full-width (the default), or keep it."),
            ),
            parameters.option(
                "--source-map",
                type=parameters.FILE,
                metavar=_("FILE"),
                help=_("Write, as JSON, where in the source text each value of the record stands."),
            ),
            *parameters.configuration(),
            parameters.option("-q", "--quiet", is_flag=True, help=_("Show no diagnostics, progress or summary.")),
            *batch.options(),
            parameters.language(),
        ],
        help=summary,
        short_help=summary,
        options_metavar=_("[OPTIONS]"),
    )


def run(
    src: tuple[Path | parameters.Url, ...],
    out: Path | parameters.Url | None,
    form: Form | None,
    encoding: str | None,
    input_format: str | None,
    punctuation: Literal["normalize", "keep"],
    source_map: Path | None,
    config: Path | None,
    no_config: bool,
    quiet: bool,
    **several: Unpack[batch.Several],
) -> int:
    """Parse one file, or several as `batch.run` does; returns the exit code.

    Raises NoJobFound, with nothing written, when the one file holds no job description.
    """
    if batch.is_meant(src, out, several):
        if source_map:
            raise click.UsageError(_("--source-map is for one file"))
        how = batch.How(out, form, encoding, input_format, punctuation, config, no_config, quiet)
        return batch.run(src, how, several)
    assert isinstance(src[0], Path)
    assert not isinstance(out, parameters.Url)
    _one(src[0], out, form, encoding, input_format, punctuation, source_map, config, no_config, quiet)
    return ExitCode.FINE


def _one(
    src: Path,
    out: Path | None,
    form: Form | None,
    encoding: str | None,
    input_format: str | None,
    punctuation: Literal["normalize", "keep"],
    source_map: Path | None,
    config: Path | None,
    no_config: bool,
    quiet: bool,
) -> None:
    out = out or output.STDOUT
    form = form or targets.form(out)
    config = None if no_config else config or inputs.configuration(src)
    targets.check(read=[src, config], written=[out, source_map])
    parsed = inputs.parse(src, inputs.options(config, encoding, input_format, punctuation))
    with inputs.naming(src):
        record = parsed.data
        if not record["jobs"]:
            raise NoJobFound("no job description was found")
    texts = {out: emit.render(record, form)}
    if source_map:
        import json

        texts[source_map] = json.dumps(parsed.source_map(), ensure_ascii=False, indent=2) + "\n"
    targets.write(texts)
    if not quiet:
        findings.complain(list(findings.of(src, record["diagnostics"])))
