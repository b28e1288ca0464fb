"""A loader that some documents are poison to: it raises, ends the process, hangs, or eats memory, as their text says.

`document` does the work of a worker with it. It takes the place of `jdparse.batch.work.document` in tests.
"""

import ctypes
import re
import time
from typing import Any

from jdparse import loaders
from jdparse.batch import work
from jdparse.batch.work import Recipe, Reply, Task

_load = loaders.load
_work = work.document


def load(data: bytes, *args: Any, **options: Any) -> Any:
    """The document, unless the data are poison."""
    match data[:9]:
        case b"!raise---":
            raise RuntimeError("poison")
        case b"!segfault":
            ctypes.string_at(0)
        case b"!hang----":
            time.sleep(3600)
        case b"!stuck---":  # in foreign code that keeps the interpreter to itself
            re.match("(?:仓|仓仓)*$", "仓" * 100 + "管")
        case b"!memory--":
            kept: list[bytearray] = []
            while True:
                kept.append(bytearray(1 << 24))
        case b"!slow----":
            time.sleep(0.2)
        case _:
            pass
    return _load(data.removeprefix(b"!slow----"), *args, **options)


def document(task: Task, recipe: Recipe) -> Reply:
    """The reply for one document, by the loader above."""
    loaders.load = load
    return _work(task, recipe)
