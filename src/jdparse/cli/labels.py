"""`jdparse labels`: the labels that are known, and those of a folder's documents that nobody knows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jdparse.cli import inputs, output, parameters
from jdparse.cli.exits import ExitCode
from jdparse.cli.failures import told
from jdparse.cli.inputs import STDIN, InputError
from jdparse.cli.layout import Command
from jdparse.errors import JdparseError

if TYPE_CHECKING:
    from jdparse.validation import Data
    from jdparse.vocabulary import Vocabulary

_FIRST = 5
"""How many labels of a field the list of all fields shows."""


def command() -> Command:
    """The command, its texts in the language that is set."""
    return Command(
        "labels",
        callback=run,
        params=[
            click.Argument(
                ["words"],
                nargs=-1,
                metavar=_("[FIELD | SRC...]"),
                help=_(
                    "The field whose labels are listed, such as requirements.education; without one all fields are. With "
                    "--unknown: files to read, folders with all that is in them, or - for standard input."
                ),
            ),
            parameters.option(
                "--unknown",
                is_flag=True,
                help=_("Count the labels in the files that stand for no field, with an example of each."),
            ),
            *parameters.configuration(),
            parameters.language(),
        ],
        help=_(
            "List the labels that are known, with those of the configuration file; or, with --unknown, the labels of files "
            "that nobody knows, to be added there."
        ),
        short_help=_("List the labels that are known, or those of files that nobody knows."),
        options_metavar=_("[OPTIONS]"),
    )


def run(words: tuple[str, ...], unknown: bool, config: Path | None, no_config: bool) -> int | None:
    """Print labels. Returns the exit code of the last file that could not be read; raises click.UsageError for wrong words."""
    if unknown:
        if not words:
            raise click.UsageError(_("--unknown needs files or folders to read"))
        return _unknown(words, config, no_config)
    if len(words) > 1:
        raise click.UsageError(_("one field at a time; files are read with --unknown"))
    known = _vocabulary(None if no_config else config or inputs.configuration(STDIN))
    by_field = _by_field(known)
    if not words:
        width = max(map(len, by_field))
        rows = (
            f"{field:{width}}  {len(found):>3}  {' '.join(found[:_FIRST])}" for field, found in sorted(by_field.items())
        )
        output.write(_lines(rows))
    elif words[0] in by_field:
        output.write(_lines(by_field[words[0]]))
    else:
        raise click.UsageError(_("There is no field '{name}'; 'jdparse labels' lists them.").format(name=words[0]))
    return None


def _lines(rows: Iterable[str]) -> bytes:
    return "".join(row + "\n" for row in rows).encode()


def _vocabulary(config: Path | None) -> "Vocabulary":
    from jdparse import vocabulary

    return vocabulary.extended(inputs.options(config).labels)


def _by_field(known: "Vocabulary") -> dict[str, list[str]]:
    """The labels of each field, Chinese ones first."""
    found: dict[str, list[str]] = {}
    for label, field in (*known.labels.items(), *known.english.items()):
        found.setdefault(field, []).append(label)
    return found


def _unknown(words: Sequence[str], config: Path | None, no_config: bool) -> int | None:
    from jdparse.batch import sources

    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    code: int | None = None
    for source in sources.find(words):
        if source is None or not source.supported:
            continue
        path = Path(source.path)
        said = None if no_config else config or inputs.configuration(path)
        try:
            if source.error is not None:
                raise InputError(path, source.error)
            record = inputs.parse(path, inputs.options(said)).data
        except InputError as error:
            output.complain(f"jdparse: {told(error)}")
            code = error.error.exit_code if isinstance(error.error, JdparseError) else ExitCode.UNREADABLE
            continue
        for label, example in _labels(record, _vocabulary(said)):
            counts[label] += 1
            examples.setdefault(label, example)
    output.write(_lines(f"{count}\t{label}\t{examples[label]}".rstrip("\t") for label, count in counts.most_common()))
    return code


def _labels(record: "Data", known: "Vocabulary") -> Iterator[tuple[str, str]]:
    """Each label and heading that stands for no field, with the first words under it."""
    for job in record["jobs"]:
        pairs = [(pair["label"], pair["value"]) for pair in job["extra_fields"]]
        pairs += [
            (section["heading"], section["items"][0] if section["items"] else "")
            for section in job["extra_sections"]
            if section["heading"] is not None
        ]
        for label, value in pairs:
            if label and known.find(label) is None:
                yield " ".join(label.split()), _example(value)


def _example(value: str | None) -> str:
    text = " ".join((value or "").split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


_LONGEST = 30
"""Characters of an example."""
