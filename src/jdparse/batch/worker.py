"""A worker: a process that parses the documents that come through its pipe until the pipe ends."""

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

from jdparse.batch.work import Reply, Task

Work = Callable[[Task], Reply]

READY = "ready"
"""The first message of a worker."""


def serve(connection: Connection, work: Work, memory: int) -> None:
    """Answer each task with its reply and whether the worker ends with it; end when the pipe does.

    `memory` is how many bytes of address space the worker may take beyond those it starts with. A worker that reached
    that limit ends, as what a failed allocation left behind may be half made.
    """
    _die_with_the_parent()
    _limit_memory(memory)
    # Ctrl-C and a service's stop reach the whole group, and the parent decides what becomes of them.
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    with suppress(EOFError, OSError):
        connection.send(READY)
        while True:
            reply = work(connection.recv())
            leaves = reply.failure is not None and reply.failure.kind == "memory"
            connection.send((reply, leaves))
            if leaves:
                return


def _die_with_the_parent() -> None:
    """Have the kernel end this process when the parent ends, be it killed, and be this one stuck in foreign code.

    A pipe of which the parent alone holds the other end gives SIGIO when that end is closed, and SIGIO, where nobody
    handles it, ends a process (fcntl(2), O_ASYNC). Elsewhere the end of the task pipe has to do.
    """
    parent = multiprocessing.parent_process()
    try:
        import fcntl
        import os

        if parent is not None:
            pipe = parent.sentinel
            fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
            fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
            if not parent.is_alive():  # it ended before the pipe was watched
                os._exit(1)
    except (ImportError, AttributeError, OSError):
        pass


def _limit_memory(extra: int) -> None:
    """Limit the address space to what it is now and `extra` bytes, where the system knows both. Leave no core behind."""
    try:
        import resource
        from pathlib import Path

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + extra
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass
