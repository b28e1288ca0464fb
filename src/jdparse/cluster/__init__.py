"""Batches beyond one machine: shards of a crawl that any engine, or none, can run.

    sources ─► shards ─► process_shard, wherever it runs ─► a part file each, and beside it a marker that it is done

A shard is parsed by supervised workers of its own (`jdparse.batch.pool`), so that an engine never sees a document crash.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdparse.cluster.shard import Shard as Shard
    from jdparse.cluster.shard import process_shard as process_shard

__all__ = ["Shard", "process_shard"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from jdparse.cluster import shard

    return getattr(shard, name)
