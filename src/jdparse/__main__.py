"""The process `jdparse`, which is also `python -m jdparse`."""

import os
import sys

from jdparse.cli import main


def start() -> None:
    """Run the process's command line and end the process with its exit code.

    The interpreter does not take itself apart, which is a fourteenth of a cold parse: when `main` returns, all output is
    written. `JDPARSE_DEBUG=1` ends in the usual way, for profilers and others that have something to do at the exit.
    """
    code = main()
    if os.environ.get("JDPARSE_DEBUG") == "1":
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    start()
