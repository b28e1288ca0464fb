"""The process `jdparse`, which is also `python -m jdparse`."""

import gc
import os
import sys

from jdparse.cli import main

_OBJECTS = 100_000
"""So many objects more than before have the collector look for cycles; Python's own 700 are for programs that run on."""


def start() -> None:
    """Run the process's command line and end the process with its exit code.

    The interpreter does not take itself apart, which is a fourteenth of a cold parse: when `main` returns, all output is
    written. `JDPARSE_DEBUG=1` ends in the usual way, for profilers and others that have something to do at the exit.
    """
    # What is imported and parsed lives until it is written: to look through it again and again is a twentieth of a cold parse.
    gc.set_threshold(_OBJECTS)
    code = main()
    if os.environ.get("JDPARSE_DEBUG") == "1":
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    start()
