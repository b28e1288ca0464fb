"""`jdparse SRC… -o OUT` for several files: the options, and what stands between them and `jdparse.batch`."""

import re
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypedDict, cast

import click

from jdparse.cli import output, parameters
from jdparse.cli.exits import ExitCode
from jdparse.cli.inputs import STDIN, shown
from jdparse.cli.parameters import Url
from jdparse.emit import Form
from jdparse.errors import UsageError

if TYPE_CHECKING:
    from jdparse.batch.outputs import Output
    from jdparse.batch.run import MaxFailures, Policy
    from jdparse.batch.settings import Settings
    from jdparse.batch.sources import Part
    from jdparse.batch.summary import Summary


LINES: Final = ".jsonl"
TABLE: Final = ".parquet"
"""What the name of one file for all records ends in."""
HOLDERS: Final = tuple(
    kind + packed
    for kind in (".jsonl", ".ndjson", ".parquet", ".warc", ".wet")
    for packed in ("", ".gz", ".bz2", ".xz")
)
"""What the names of files end in that hold many documents: see `cluster.documents`."""


class How(NamedTuple):
    """The options that one file has too."""

    out: Path | Url | None
    form: Form | None
    encoding: str | None
    input_format: str | None
    punctuation: Literal["normalize", "keep"]
    config: Path | None
    no_config: bool
    quiet: bool


class Several(TypedDict):
    """The options that mean several files. Each is false when it is not given."""

    files_from: Path | Url | None
    null: bool
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    split: bool
    ordered: bool
    jobs: int | None
    timeout: float | None
    memory: int | None
    shard: "tuple[int, int] | None"
    parts: int | None
    columns: "tuple[str, str] | None"
    engine: Literal["ray"] | None
    address: str | None
    force: bool
    retry_failed: bool
    checksum: bool
    fail_fast: bool
    max_failures: "tuple[float, bool] | None"
    fail_on: Literal["never", "failure", "warning"] | None
    summary_json: Path | None


def options() -> list[click.Option]:
    """The options in the language that is set."""
    option = parameters.option
    return [
        option(
            "--files-from",
            type=parameters.PLACE,
            metavar=_("FILE"),
            help=_("Read the files named in a list, one a line; - is standard input."),
        ),
        option("-0", "--null", is_flag=True, help=_("The names in the list end in NUL characters.")),
        option(
            "--include",
            multiple=True,
            metavar=_("PATTERN"),
            help=_("Take only files that fit, whatever their suffix. May be given several times."),
        ),
        option(
            "--exclude",
            multiple=True,
            metavar=_("PATTERN"),
            help=_("Leave out files and folders that fit. May be given several times."),
        ),
        option("--split", is_flag=True, help=_("Write a record for each job.")),
        option("--ordered", is_flag=True, help=_("Write records in the order of the files.")),
        option(
            "-j",
            "--jobs",
            type=click.IntRange(min=1),
            metavar=_("N"),
            help=_("Worker processes. By default one for each usable CPU, and one for fewer than 50 files."),
        ),
        option(
            "--timeout",
            type=click.FloatRange(min=0, min_open=True),
            metavar=_("SECONDS"),
            help=_("The time that a document may take. By default 30."),
        ),
        option(
            "--memory",
            type=_Size(),
            metavar=_("SIZE"),
            help=_("The memory that a document may take, such as 500M. By default 1G."),
        ),
        option(
            "--shard",
            type=_Shard(),
            metavar="I/N",
            help=_("Take only the I-th of N parts of the files, for N runs on one or more machines."),
        ),
        option(
            "--parts",
            type=click.IntRange(min=1),
            metavar=_("N"),
            help=_("Cut archives, tables and what --engine runs into so many parts. With --engine 16 by default."),
        ),
        option(
            "--columns",
            type=_Columns(),
            metavar=_("NAME,CONTENT"),
            help=_("The fields of JSON Lines and Parquet sources that name and hold a document."),
        ),
        option(
            "--engine",
            type=click.Choice(("ray",)),
            help=_("Run the parts as tasks of a cluster (extra 'ray')."),
        ),
        option("--address", metavar=_("ADDRESS"), help=_("The address of the cluster. By default one is looked for.")),
        option("--force", is_flag=True, help=_("Parse all files, also those that an earlier run has done.")),
        option("--retry-failed", is_flag=True, help=_("Try again what failed in an earlier run.")),
        option(
            "--checksum",
            is_flag=True,
            help=_("Tell by its content whether a file has changed, not by size and time."),
        ),
        option("--fail-fast", is_flag=True, help=_("End at the first failure.")),
        option(
            "--max-failures",
            type=_Failures(),
            metavar="N|P%",
            help=_("End when more files fail than a number or, from 100 files on, than a share."),
        ),
        option(
            "--fail-on",
            type=click.Choice(("never", "failure", "warning")),
            help=_("What makes the exit code 1: nothing, a failure (the default), or a warning too."),
        ),
        option(
            "--summary-json",
            type=parameters.FILE,
            metavar=_("FILE"),
            help=_("Write the summary to a file, as JSON."),
        ),
    ]


def is_meant(src: Sequence[Path | Url], out: Path | Url | None, several: Several) -> bool:
    """Whether a command line means several files, be they one. Raises click.UsageError when it names none."""
    if not src and several["files_from"] is None:
        raise click.UsageError(_("no file is named"))
    if len(src) != 1 or any(several.values()) or isinstance(out, Url) or (out and out.suffix.lower() == TABLE):
        return True
    if isinstance(src[0], Url) or src[0].name.lower().endswith(HOLDERS):
        return True
    if re.search(r"[*?\[]", str(src[0])):
        from jdparse.batch.sources import is_pattern

        return is_pattern(str(src[0]))
    return src[0] != STDIN and src[0].is_dir()


def run(src: Sequence[Path | Url], how: How, several: Several) -> int:
    """Parse several files; returns the exit code.

    Raises UsageError, with nothing written, for options that do not go together and when nothing was found.
    """
    places = [how.out, several["files_from"], *src]
    if several["engine"] or several["parts"] or any(isinstance(place, Url) for place in places) or _holders(src):
        from jdparse.cli import cluster

        return cluster.run([str(place) for place in src], how, several)
    for option in ("columns", "address"):
        if several[option]:
            raise UsageError("--{option} is for archives, tables, URLs or an engine", option=option)
    assert not isinstance(how.out, Url)
    from jdparse.batch import run as batch
    from jdparse.batch import sources
    from jdparse.batch.selection import Selection
    from jdparse.batch.stopping import listening
    from jdparse.cli import progress

    if STDIN in src:
        raise UsageError("standard input is read alone, not among several files")
    part = sources.Part(*several["shard"]) if several["shard"] else None
    suffix = _suffix(how.out)
    target = _target(how.out, how.form, suffix, several["split"], part)
    found = sources.find(
        [str(path) for path in src],
        Selection(several["include"], several["exclude"]),
        files_from=str(several["files_from"]) if several["files_from"] else None,
        null=several["null"],
        leave_out=str(how.out) if how.out and not suffix else None,
    )
    if part:
        found = sources.of_part(found, part)
    limits = batch.limits(several["jobs"], several["timeout"] or 30.0, several["memory"] or 2**30)
    with listening() as stop, progress.watching(quiet=how.quiet) as watcher:
        try:
            summary = batch.run(found, target, _settings(how, several, suffix), limits, _policy(several), watcher, stop)
        except KeyboardInterrupt:
            return 128 + (stop.signal or 2)
    if summary.found == summary.skipped["unsupported"] and not part and not stop.asked:
        raise UsageError("no file was found that can be read")
    tell(summary, target.errors, how, several)
    return 128 + stop.signal if stop.signal else code(summary, several["fail_on"] or "failure")


def _holders(src: Sequence[Path | Url]) -> bool:
    """Whether a source holds many documents, as its name says."""
    return any(str(path).lower().endswith(HOLDERS) and not Path(path).is_dir() for path in src)


def tell(summary: "Summary", errors: str | None, how: How, several: Several) -> None:
    """Tell what a run has done: a person, and the file that was asked for."""
    from jdparse.cli import progress

    if not how.quiet:
        for line in progress.told(summary, errors):
            output.complain(line)
    if several["summary_json"]:
        _write_summary(summary, several["summary_json"])


def _target(out: Path | None, form: Form | None, suffix: str | None, split: bool, part: "Part | None") -> "Output":
    from jdparse.batch.outputs import Lines, Stream, Tree

    if suffix is not None and form not in {None, "jsonl"}:
        raise UsageError("records in one place are JSON Lines; name a folder with -o for files of another format")
    if out is None or out == output.STDOUT:
        return Stream(output.write)
    if suffix == TABLE:
        from jdparse.batch.table import Table

        return Table(str(out), part, split=split)
    if suffix == LINES:
        return Lines(str(out), part)
    if not out.is_dir() and (out.exists() or out.suffix.lower() in {".json", ".yaml", ".yml"}):
        raise UsageError("{path}: several records go to a folder or to one .jsonl or .parquet file", path=shown(out))
    return Tree(str(out), form or "json", split=split, part=part)


def _suffix(out: Path | None) -> str | None:
    """The suffix of the one place to which all records go; None when they go to a folder."""
    if out is None or out == output.STDOUT:
        return LINES
    suffix = out.suffix.lower()
    return suffix if suffix in {LINES, TABLE} and not out.is_dir() else None


def _settings(how: How, several: Several, suffix: str | None) -> "Settings":
    from jdparse.batch.settings import Settings
    from jdparse.batch.work import Recipe
    from jdparse.options import Options

    form: Form = "jsonl" if suffix else how.form or "json"
    options = Options(how.encoding, how.input_format, how.punctuation, {}, {})
    return Settings(Recipe(options, form, several["split"]), config=how.config, search=not how.no_config)


def _policy(several: Several) -> "Policy":
    from jdparse.batch.run import Policy

    return Policy(
        several["force"], several["retry_failed"], several["checksum"], several["ordered"], _max_failures(several)
    )


def _max_failures(several: Several) -> "MaxFailures":
    from jdparse.batch.run import MaxFailures

    if several["fail_fast"]:
        return MaxFailures(number=0)
    match several["max_failures"]:
        case (number, True):
            return MaxFailures(share=number / 100)
        case (number, False):
            return MaxFailures(number=number)
        case _:
            return MaxFailures()


def code(summary: "Summary", fail_on: str) -> int:
    """The exit code of a run that came to its end."""
    failed = summary.failures or summary.failed_before
    if summary.stopped or (failed and fail_on != "never") or (summary.warned and fail_on == "warning"):
        return ExitCode.FINDINGS
    return ExitCode.FINE


def _write_summary(summary: "Summary", path: Path) -> None:
    import json

    from jdparse.emit import files

    files.write(json.dumps(summary.figures(), ensure_ascii=False, indent=2) + "\n", path)


class _Size(click.ParamType[int]):
    """Bytes, with K, M or G for powers of 1024."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        match = re.fullmatch(r"([1-9][0-9]{0,17})([KMG]?)", str(value).upper())
        if match is None:
            self.fail(_("{value!r} is no size such as 500M or 1G").format(value=value), param, ctx)
        number, unit = match.groups()
        return int(number) << 10 * " KMG".index(unit or " ")


class _Shard(click.ParamType["tuple[int, int]"]):
    """`3/16`: which of how many parts, from 1."""

    name = "shard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        if isinstance(value, tuple):
            return cast("tuple[int, int]", value)
        match = re.fullmatch(r"([0-9]{1,9})/([0-9]{1,9})", str(value))
        if match is None or not 1 <= int(match[1]) <= int(match[2]):
            self.fail(_("{value!r} is no part such as 3/16").format(value=value), param, ctx)
        return int(match[1]), int(match[2])


class _Failures(click.ParamType["tuple[float, bool]"]):
    """A number, or a share in percent: the number and whether it is a share."""

    name = "failures"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, bool]:
        if isinstance(value, tuple):
            return cast("tuple[float, bool]", value)
        match = re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)(%?)", str(value))
        if match is None:
            self.fail(_("{value!r} is no number and no share such as 5%").format(value=value), param, ctx)
        return float(match[1]), bool(match[2])


class _Columns(click.ParamType["tuple[str, str]"]):
    """`url,html`: the fields with name and content."""

    name = "columns"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return cast("tuple[str, str]", value)
        name, _comma, content = str(value).partition(",")
        if not name or not content:
            self.fail(_("{value!r} are no two names such as url,html").format(value=value), param, ctx)
        return name, content
