"""CPU time, of this process and of programs that it starts: what else the machine does changes it little."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median


def warm(work: Callable[[], object], rounds: int = 9, least: float = 0.05) -> float:
    """The median CPU time of one call, in seconds.

    Calls are timed `rounds` times, in batches that take at least `least` seconds, after one batch that is not counted.
    """
    calls = 1
    while _batch(work, calls) < least:
        calls *= 2
    return median(_batch(work, calls) for _ in range(rounds)) / calls


def _batch(work: Callable[[], object], calls: int) -> float:
    start = time.process_time()
    for _ in range(calls):
        work()
    return time.process_time() - start


def cold(commands: Sequence[Sequence[str]], rounds: int = 11) -> list[float]:
    """The median CPU time (user and system) of each Python command, in seconds.

    The commands take turns, so that a slow spell of the machine falls on all of them; a first turn, which writes
    bytecode (whatever PYTHONDONTWRITEBYTECODE says), is not counted. Raises subprocess.CalledProcessError when a command fails.
    """
    # Compiling 150 modules at each start is no part of what a user waits for.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(rounds + 1):
        for spent, command in zip(times, commands, strict=True):
            before = _children()
            subprocess.run(
                [sys.executable, *command],
                check=True,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
            spent.append(_children() - before)
    return [median(spent[1:]) for spent in times]


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
