"""Python's cyclic garbage collector, which a parse does without."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def uncollected(function: Callable[P, R]) -> Callable[P, R]:
    """The function, run while the collector is off; behind it the collector is as it was before.

    For what makes very many objects and no reference cycles, which reference counting frees alone: the collector would look
    through them again and again and find nothing (8 to 14 % of a parse; `tests/test_garbage.py` holds that a parse leaves no
    cycle). Where threads run such functions side by side, it may come back on before the last of them is done, and never
    stays off.
    """

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if not gc.isenabled():
            return function(*args, **kwargs)
        gc.disable()
        try:
            return function(*args, **kwargs)
        finally:
            gc.enable()

    return run
