"""How a run is stopped by a signal: the first lets it finish what it has begun, the second ends it at once."""

import signal
import time
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

DRAIN: Final = 5.0
"""Seconds that the documents have that are being parsed when the first signal comes."""


class Stop:
    """Whether a run was asked to stop."""

    def __init__(self) -> None:
        self.signal: int | None = None
        """The first signal that came."""
        self._until = 0.0

    @property
    def asked(self) -> bool:
        """Whether a signal came."""
        return self.signal is not None

    def is_over(self) -> bool:
        """Whether the time is over that what was begun has to finish."""
        return self.signal is not None and time.monotonic() > self._until

    def ask_by(self, number: int) -> None:
        """Ask to stop. Raises KeyboardInterrupt when that has been asked before."""
        if self.signal is not None:
            raise KeyboardInterrupt
        self.signal = number
        self._until = time.monotonic() + DRAIN


@contextmanager
def listening() -> Generator[Stop]:
    """Interruption (Ctrl-C) and termination ask the run inside the block to stop; then what was before is put back.

    Only the main thread can listen: in another the block just runs.
    """
    stop = Stop()

    def asked(number: int, _frame: FrameType | None) -> None:
        stop.ask_by(number)

    before: dict[int, Any] = {}
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(number) != signal.SIG_IGN:  # a shell's background job is to take no notice
                before[number] = signal.signal(number, asked)
    except ValueError:
        pass
    try:
        yield stop
    finally:
        for sent, handler in before.items():
            signal.signal(sent, handler)
