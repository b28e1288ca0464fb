"""Shards as tasks of a Ray cluster (the extra `ray`)."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final

from jdparse.batch.summary import Summary
from jdparse.cluster.shard import Shard, process_shard
from jdparse.errors import DocumentLost, JdparseError, OutputError, UnreadableInput
from jdparse.extras import module

RETRIES: Final = 3
"""How often a shard is tried again whose process or node was lost, or whose store failed."""
_AHEAD: Final = 2
"""Tasks that are handed to Ray for each that it has room for: it can place the next ones before the first are done."""
_LOOK: Final = 1.0
"""Seconds after which the loop looks up when no shard is done."""

Process = Callable[[Shard], Summary]


def run(
    shards: Iterable[Shard],
    *,
    address: str | None = None,
    retries: int = RETRIES,
    process: Process = process_shard,
) -> Iterator[tuple[Shard, Summary | JdparseError] | None]:
    """Process shards as tasks of Ray; gives each with its summary, or with the error that it failed by, as they end.

    None is given about every second when none ends. Without an `address`, and where the program is not connected to a
    cluster, Ray looks for one by `RAY_ADDRESS`, or starts one on this machine. A task asks for as many CPUs as its shard
    has workers. jdparse must be installed on every node, and sources and output be what each of them can reach.

    A shard is tried again when its process or node is lost, or its store fails. What was done of it is done anew, in a
    part file that takes its place when it is whole: so nothing is lost and nothing doubled. When the iterator is closed,
    the tasks that run are ended. Raises UsageError where Ray is not installed, ConnectionError when there is no cluster.
    """
    ray = module("ray")
    if not ray.is_initialized():
        ray.init(address=address, log_to_driver=False)
    again = [OSError, UnreadableInput, OutputError]
    task = ray.remote(max_retries=retries, retry_exceptions=again)(_call)
    waiting = iter(shards)
    running: dict[Any, Shard] = {}
    try:
        while True:
            cpus = ray.cluster_resources().get("CPU", 1)
            room = max(2, int(cpus * _AHEAD)) - len(running)
            for shard in islice(waiting, max(room, 0)):
                running[task.options(num_cpus=shard.limits.jobs).remote(process, shard)] = shard
            if not running:
                return
            done, _rest = ray.wait(list(running), timeout=_LOOK)
            for reference in done:
                yield running.pop(reference), _result(ray, reference)
            if not done:
                yield None
    finally:
        for reference in running:
            ray.cancel(reference, force=True)


def _call(process: Process, shard: Shard) -> Summary:
    return process(shard)


def _result(ray: Any, reference: Any) -> Summary | JdparseError:
    try:
        summary: Summary = ray.get(reference)
    except ray.exceptions.RayTaskError as error:
        if isinstance(error.cause, JdparseError):
            return error.cause
        return _lost(error.cause)
    except ray.exceptions.RayError as error:
        return _lost(error)
    return summary


def _lost(error: BaseException) -> DocumentLost:
    said = " ".join(str(error).split())[:300]
    return DocumentLost("the task ended with {error}", error=f"{type(error).__name__}: {said}")
