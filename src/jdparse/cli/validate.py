"""`jdparse validate`: records are checked against the model, other files by parsing them, and both by rules."""

import sys
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jdparse.cli import inputs, output, parameters
from jdparse.cli.exits import ExitCode
from jdparse.cli.failures import told
from jdparse.cli.layout import Command
from jdparse.diagnostics import DIAGNOSTICS, LEVELS, Level, matching
from jdparse.errors import JdparseError, UsageError
from jdparse.report import FORMATS

if TYPE_CHECKING:
    from jdparse.check.configurations import Configurations
    from jdparse.check.found import Found
    from jdparse.report.finding import Finding


def command() -> Command:
    """The command, its texts in the language that is set."""
    summary = _("Check records and job descriptions: against the schema, and by rules.")
    selectors = _("CODES")
    return Command(
        "validate",
        callback=run,
        params=[
            click.Argument(
                ["paths"],
                nargs=-1,
                required=True,
                type=parameters.FILE,
                metavar=_("PATH..."),
                help=_("Records (.json, .jsonl, .yaml, .yml), job descriptions (any other file), and folders."),
            ),
            parameters.option(
                "--select",
                multiple=True,
                metavar=selectors,
                help=_("Tell these only: beginnings of codes (JD3) or names (age-limit), separated by commas."),
            ),
            parameters.option("--ignore", multiple=True, metavar=selectors, help=_("Do not tell these.")),
            parameters.option(
                "--profile",
                type=click.Choice(("any", "form", "ad", "own")),
                help=_(
                    "The set of required fields: of any description, of a company's forms, of vacancies, or your own."
                ),
            ),
            parameters.option(
                "--preview/--no-preview", default=None, help=_("Tell, or do not tell, rules that are in preview.")
            ),
            parameters.option(
                "--whole-set",
                is_flag=True,
                help=_("The files are all jobs there are: check that superiors exist and form no circle."),
            ),
            parameters.option(
                "--skip-others",
                is_flag=True,
                help=_("Pass over files that are named and are no job descriptions, as in a folder."),
            ),
            parameters.option(
                "--level",
                type=click.Choice(LEVELS),
                default="warning",
                help=_("The lowest level that is told. By default warning."),
            ),
            parameters.option(
                "--fail-level",
                type=click.Choice(LEVELS),
                default="warning",
                help=_("The lowest level that makes the exit code 1. By default warning."),
            ),
            parameters.option("--exit-zero", is_flag=True, help=_("End with 0 even when there are findings.")),
            parameters.option(
                "--baseline",
                type=parameters.FILE,
                metavar=_("FILE"),
                help=_("Leave out the findings that are in this file."),
            ),
            parameters.option(
                "--write-baseline",
                type=parameters.FILE,
                metavar=_("FILE"),
                help=_("Write all findings to this file, for --baseline, and end with 0."),
            ),
            parameters.option(
                "--output",
                "outputs",
                multiple=True,
                metavar=_("FORMAT[=FILE]"),
                help=_("Write the findings in this format, to standard output or to a file: {formats}.").format(
                    formats=", ".join(FORMATS)
                ),
            ),
            parameters.option(
                "--jobs",
                type=click.IntRange(min=1),
                default=1,
                metavar=_("N"),
                help=_("Check so many files at a time."),
            ),
            *parameters.configuration(),
            parameters.language(),
        ],
        help=summary,
        short_help=summary,
        options_metavar=_("[OPTIONS]"),
    )


def run(
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    preview: bool | None,
    whole_set: bool,
    skip_others: bool,
    level: Level,
    fail_level: Level,
    exit_zero: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    outputs: tuple[str, ...],
    jobs: int,
    config: Path | None,
    no_config: bool,
) -> int:
    """Check each file and report the findings; returns the exit code: 1 when one is at `fail_level` or above.

    A file that cannot be read, be it by a bug, is told on standard error, and its exit code goes before. Raises
    UsageError for a wrong option or configuration file.
    """
    from jdparse.check.configurations import Configurations, Request
    from jdparse.check.selection import RANKS, Asked

    targets = [_target(said) for said in outputs] or [("text", output.STDOUT)]
    lowest = min(level, fail_level, key=RANKS.__getitem__)
    asked = Asked(_selectors(select), _selectors(ignore), profile, preview, lowest)
    configurations = Configurations(Request(asked, config, no_config, whole_set, skip_others, jobs))
    old = None if baseline is None else inputs.read(baseline)
    findings, files, code = _findings(paths, configurations)
    if write_baseline is not None:
        from jdparse.check import baseline as baselines
        from jdparse.emit.files import write

        write(baselines.text(findings), write_baseline)
        return code
    if old is not None:
        from jdparse.check import baseline as baselines

        findings = baselines.new(findings, old, inputs.shown(baseline or Path()))
    _report(findings, files, targets)
    fails = not exit_zero and any(RANKS[finding.level] >= RANKS[fail_level] for finding in findings)
    return code or (ExitCode.FINDINGS if fails else ExitCode.FINE)


def _findings(paths: tuple[Path, ...], configurations: "Configurations") -> tuple[list["Finding"], list[str], int]:
    """All findings in the order of their places, the files that were checked, and the gravest exit code of a failure."""
    from jdparse.check import run as checks
    from jdparse.cli import problems

    done = [file for file in checks.check(paths, configurations, _failure) if not file.skipped]
    for file in done:
        if file.failure:
            output.complain(f"jdparse: {file.failure}")
    found = [(file.path, finding) for file in done for finding in file.found]
    found += checks.check_set(done, configurations)
    found.sort(key=_order)
    findings = [problems.told(path, each, configurations.selection(path).level(each.name)) for path, each in found]
    checked = [inputs.shown(file.path) for file in done if not file.failure]
    return findings, checked, max((file.exit_code for file in done), default=0)


def _order(found: tuple[Path, "Found"]) -> tuple[str, int, str, int, str, str]:
    path, finding = found
    line, column = (finding.place.line, finding.place.column) if finding.place else (0, 0)
    return inputs.shown(path), line, DIAGNOSTICS[finding.name].code, column, finding.field, finding.subject


def _failure(path: Path, error: Exception) -> tuple[str, int]:
    code = error.exit_code if isinstance(error, JdparseError) else ExitCode.BUG
    return told(inputs.InputError(path, error)), code


def _selectors(said: Sequence[str]) -> tuple[str, ...]:
    """The selectors of an option that may be given several times. Raises click.UsageError for one that means nothing."""
    found = tuple(part.strip() for text in said for part in text.split(",") if part.strip())
    for selector in found:
        if not matching(selector):
            from difflib import get_close_matches

            known = {name.lower(): name for kind in DIAGNOSTICS.values() for name in (kind.code, kind.name)}
            if near := get_close_matches(selector.lower(), known, n=1):
                raise click.UsageError(
                    _("There is no diagnostic '{name}'; did you mean '{near}'?").format(
                        name=selector, near=known[near[0]]
                    )
                )
            raise click.UsageError(
                _("There is no diagnostic '{name}'; 'jdparse explain' lists them.").format(name=selector)
            )
    return found


def _target(said: str) -> tuple[str, Path]:
    form, _equals, file = said.partition("=")
    if form not in FORMATS:
        raise UsageError("unknown format '{format}'; the formats are: {known}", format=form, known=", ".join(FORMATS))
    return form, Path(file) if file else output.STDOUT


def _report(findings: Sequence["Finding"], files: Sequence[str], targets: Sequence[tuple[str, Path]]) -> None:
    from jdparse import report
    from jdparse.emit.files import write

    for form, path in targets:
        if path != output.STDOUT:
            write(report.render(form, findings, files), path)
        elif form == "text" and output.takes_colours(sys.stdout):
            from jdparse.cli import terminal

            terminal.write_report(findings, sys.stdout)
        else:
            output.write(report.render(form, findings, files).encode("utf-8", "replace"))
