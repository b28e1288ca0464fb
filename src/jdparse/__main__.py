"""`python -m jdparse` is `jdparse`."""

import sys

from jdparse.cli import main

if __name__ == "__main__":
    sys.exit(main())
