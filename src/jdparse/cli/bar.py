"""The progress bar of a batch, by rich; a module of its own, so that rich is imported for a terminal only."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

Say = Callable[[str], None]


@contextmanager
def shown() -> Generator[tuple[Say, Say]]:
    """A bar on standard error for the block; gives what prints a line above it and what sets its text.

    How many files there are is not known before all are found, so that it moves and does not fill.
    """
    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    columns = (SpinnerColumn(), BarColumn(20), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        task = progress.add_task("", total=None)
        yield (
            lambda line: console.print(Text(line), soft_wrap=True),
            lambda text: progress.update(task, description=text),
        )
