"""A pool of supervised workers: a document that ends its worker costs that document and nothing else.

Each worker has a pipe of its own, so that one that dies in the middle of a message spoils nobody else's. Worker
processes are forked by a server process that has the parser loaded. The parent runs one loop and no thread.
"""

import os
import selectors
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import current_process, get_all_start_methods, get_context
from multiprocessing.connection import Connection
from tempfile import gettempdir
from types import ModuleType
from typing import Any, Final, NamedTuple

from jdparse.batch.work import Failure, Reply, Task
from jdparse.batch.worker import READY, Work, serve
from jdparse.errors import DocumentLost, PoolFailed

WINDOW: Final = 4
"""Documents that a worker has at a time: enough that it never waits for the parent."""
RECYCLE: Final = 1_000
"""Documents after which a worker is replaced, so that what leaks in foreign code stays small."""
TICK: Final = 0.25
"""Seconds after which the loop looks up when nothing happens."""
AHEAD: Final = 1_000
"""With the order kept: how far the newest document may be ahead of the oldest that is not done."""
STARTS: Final = 3
"""Workers that may die before they are ready, when nothing is heard of any other meanwhile."""
ROOM: Final = 70
"""Bytes of the path of the folder for temporary files below which the server of `multiprocessing` has a socket: a
socket's path has 103 bytes at most (`sun_path` of macOS; Linux has 107), and the server adds 32, such as
`/pymp-abcdefgh/listener-abcdefgh`."""

# A worker that a signal from outside ended says nothing against its document, unless it happens again and again.
_OUTSIDE: Final = {-signal.SIGTERM, -signal.SIGINT, -getattr(signal, "SIGKILL", 9), -getattr(signal, "SIGHUP", 1), 255}
_TRIES, _TRIES_OUTSIDE = 2, 6

Outcome = tuple[Task, Reply]


class Limits(NamedTuple):
    """What a run may take: worker processes, seconds for a document, bytes for a document."""

    jobs: int = 1
    timeout: float = 30.0
    memory: int = 2**30


def usable_cpus() -> int:
    """The CPUs that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


class _Worker:
    """A worker process as the parent sees it."""

    __slots__ = ("alone", "began", "connection", "process", "ready", "taken", "window")

    def __init__(self, process: Any, connection: Connection) -> None:
        self.process = process
        self.connection = connection
        self.window: deque[Task] = deque()
        """The tasks that it has, the one that it works at first."""
        self.ready = False
        self.began = time.monotonic()
        """When it began to work at the first task, as far as the parent knows."""
        self.taken = 0
        self.alone = False
        """Whether it has a suspect, and therefore nothing else."""


class Pool:
    """Workers that do one kind of work. `close()`, or the end of `outcomes`, ends them all."""

    def __init__(self, work: Work, limits: Limits, *, grow_after: int = 0) -> None:
        """`work` must be picklable, and no part of the program's main module.

        Of the `limits.jobs` workers all but one start after `grow_after` tasks only.
        """
        self._work = work
        self._limits = limits
        self._grow_after = grow_after
        self._selector = selectors.DefaultSelector()
        self._workers: list[_Worker] = []
        self._again: deque[Task] = deque()
        """Tasks that a dead worker had not begun."""
        self._suspects: deque[Task] = deque()
        """Tasks at which a worker died: each is tried again, alone."""
        self._deaths: dict[int, int] = {}
        """How many workers died at a task, by its number; those from outside and others are counted together."""
        self._finished: deque[Outcome] = deque()
        self._exhausted = False
        self._pulled = 0
        self._failed_starts = 0
        self._context, self._method = _context()

    def pids(self) -> list[int]:
        """The process ids of the workers."""
        return [worker.process.pid for worker in self._workers]

    def outcomes(
        self,
        tasks: Iterator[Task | None],
        *,
        ordered: bool = False,
        expired: Callable[[], bool] = lambda: False,
    ) -> Iterator[Outcome | None]:
        """Each task with its reply, as they are done or, when `ordered`, in the order of their numbers (from 0, no gap).

        Tasks are taken as there is room for them; None among them says that there is none yet. None is given about
        every `TICK` seconds when nothing is done. When `expired()` holds, what is not done by then is left undone.
        Raises PoolFailed when no worker can be started.
        """
        done: dict[int, Outcome] = {}
        oldest = 0
        try:
            while not expired():
                self._fill(tasks, oldest + AHEAD if ordered else None)
                if not (self._exhausted and self._is_idle()):
                    self._wait()
                if not self._finished:
                    if self._exhausted and self._is_idle():
                        return
                    yield None
                while self._finished:
                    outcome = self._finished.popleft()
                    if not ordered:
                        yield outcome
                        continue
                    done[outcome[0].number] = outcome
                    while oldest in done:
                        yield done.pop(oldest)
                        oldest += 1
        finally:
            self.close()

    def close(self) -> None:
        """End the workers, whatever they do."""
        for worker in self._workers:
            self._end(worker)
        self._workers.clear()
        self._selector.close()

    def _is_idle(self) -> bool:
        return not (self._again or self._suspects or any(worker.window for worker in self._workers))

    # -- giving out tasks

    def _fill(self, tasks: Iterator[Task | None], before: int | None) -> None:
        """Give the workers what they have room for, and start workers that are missing."""
        for worker in [worker for worker in self._workers if worker.taken >= RECYCLE and not worker.window]:
            self._workers.remove(worker)
            self._selector.unregister(worker.connection)
            self._end(worker)
        # One more document for each in turn, so that the last ones are not all with one worker.
        for room in range(1, WINDOW + 1):
            for worker in list(self._workers):
                self._give(worker, room, tasks, before)
        while len(self._workers) < self._wanted():
            task = self._suspects.popleft() if self._suspects else self._next(tasks, before)
            if task is None:
                return
            self._again.appendleft(task)
            if self._deaths.get(task.number):
                self._suspects.append(self._again.popleft())
            started = self._start()
            if started is not None:
                self._give(started, 1, tasks, before)

    def _wanted(self) -> int:
        return self._limits.jobs if self._pulled >= self._grow_after else 1

    def _give(self, worker: _Worker, room: int, tasks: Iterator[Task | None], before: int | None) -> None:
        if worker.alone or worker.taken >= RECYCLE or len(worker.window) >= room:
            return
        if self._suspects:
            if worker.window:
                return  # it will be idle soon, and take the suspect then
            task: Task | None = self._suspects.popleft()
            worker.alone = True
        else:
            task = self._next(tasks, before)
        if task is None:
            return
        if task.data is not None and worker.window:
            # It may be more than a pipe holds, and a worker that is about to send a large reply would wait for this
            # process as this one for it. So it goes to one that waits for it.
            self._again.appendleft(task)
            return
        if not worker.window:
            worker.began = time.monotonic()
        worker.window.append(task)
        worker.taken += 1
        with suppress(OSError):  # it is dead: the loop finds the end of its pipe
            worker.connection.send(task)

    def _next(self, tasks: Iterator[Task | None], before: int | None) -> Task | None:
        if self._again:
            return self._again.popleft()
        if self._exhausted or (before is not None and self._pulled >= before):
            return None
        try:
            task = next(tasks)
        except StopIteration:
            self._exhausted = True
            return None
        self._pulled += task is not None
        return task

    def _start(self) -> _Worker | None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self._work, self._limits.memory), daemon=True)
        try:
            if self._method == "forkserver":
                _start_server()
            with _apart():
                process.start()
        except (OSError, EOFError) as error:
            ours.close()
            self._count_failed_start(error)
            return None
        finally:
            theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        self._selector.register(ours, selectors.EVENT_READ, worker)
        return worker

    def _count_failed_start(self, cause: BaseException | None = None) -> None:
        self._failed_starts += 1
        if self._failed_starts >= STARTS:
            raise PoolFailed("the worker processes cannot be started") from cause

    # -- taking replies

    def _wait(self) -> None:
        """Take what the workers have to say, waiting for it a little, and end those that are over their time."""
        now = time.monotonic()
        busy = [worker for worker in self._workers if worker.window and worker.ready]
        patience = min((worker.began + self._limits.timeout - now for worker in busy), default=TICK)
        heard = [key.data for key, _events in self._selector.select(max(0.0, min(patience, TICK)))]
        for worker in heard:
            self._hear(worker)
        now = time.monotonic()
        for worker in busy:
            if worker not in heard and now - worker.began > self._limits.timeout:
                self._time_out(worker)

    def _hear(self, worker: _Worker) -> None:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        self._take(worker, message)

    def _take(self, worker: _Worker, message: Any) -> None:
        worker.began = time.monotonic()
        self._failed_starts = 0
        if message == READY:
            worker.ready = True
            return
        reply, leaves = message
        task = worker.window.popleft()
        self._finish(task, reply)
        worker.alone = False
        if leaves:
            self._again.extendleft(reversed(worker.window))
            worker.window.clear()
            worker.taken = RECYCLE

    def _finish(self, task: Task, reply: Reply) -> None:
        self._deaths.pop(task.number, None)
        self._finished.append((task._replace(data=None), reply))

    def _bury(self, worker: _Worker) -> None:
        """A worker is dead: its first task is a suspect, the others have not been begun."""
        self._drop(worker)
        if not worker.ready:
            self._again.extendleft(reversed(worker.window))
            self._count_failed_start()
            return
        if not worker.window:
            return
        task = worker.window.popleft()
        self._again.extendleft(reversed(worker.window))
        code = worker.process.exitcode
        deaths = self._deaths[task.number] = self._deaths.get(task.number, 0) + 1
        if deaths < (_TRIES_OUTSIDE if code in _OUTSIDE else _TRIES):
            self._suspects.append(task)
        else:
            self._finish(task, Reply(failure=Failure.of("crash", _crash(code))))

    def _time_out(self, worker: _Worker) -> None:
        worker.process.kill()
        with suppress(EOFError, OSError):
            while True:  # what it said before
                self._take(worker, worker.connection.recv())
        self._drop(worker)
        if worker.window:
            error = DocumentLost("it took longer than {seconds} seconds", seconds=f"{self._limits.timeout:g}")
            self._finish(worker.window.popleft(), Reply(failure=Failure.of("timeout", error)))
        self._again.extendleft(reversed(worker.window))

    def _drop(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        self._selector.unregister(worker.connection)
        self._end(worker)

    @staticmethod
    def _end(worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.connection.close()


def _crash(code: int | None) -> DocumentLost:
    if code is not None and code < 0:
        with suppress(ValueError):
            return DocumentLost("it ended its process with {signal}", signal=signal.Signals(-code).name)
    return DocumentLost("it ended its process with code {code}", code=str(code))


def _context() -> tuple[Any, str]:
    """How processes are started: forked by a server where that can be done, else anew."""
    served = "forkserver" in get_all_start_methods() and len(os.fsencode(gettempdir())) <= ROOM
    method = "forkserver" if served else "spawn"
    context = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["jdparse.batch.warm", "jdparse.__main__"])
    return context, method


@contextmanager
def _apart() -> Generator[None]:
    """A process that is started inside the block knows nothing of the program that starts it.

    It would run the program's main module anew, which is that of the engine where this is a task of one, and must be
    guarded in a script. And processes that are daemons, as many engines' are, may start none: those that end with their
    children need not be kept from it.
    """
    main, this = sys.modules["__main__"], current_process()
    daemon = this.daemon
    sys.modules["__main__"] = ModuleType("__main__")
    if daemon:
        this.daemon = False
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        if daemon:
            this.daemon = True


def _start_server() -> None:
    """Start the server that forks workers, with the signals of a terminal and of a service kept from it.

    A mask is inherited, so they reach no worker either, and one that comes meanwhile waits for the parent to take it.
    """
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # it takes the mask away when it starts
    kept = {signal.SIGINT, signal.SIGTERM}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, kept)
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
