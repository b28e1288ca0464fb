"""The poisoned set: 400 small documents, of which six raise, end their process, hang or eat memory."""

from pathlib import Path

from jdparse import emit
from jdparse.batch import work
from jdparse.batch.pool import Limits
from jdparse.batch.summary import Summary
from jdparse.cluster import Shard, process_shard
from jdparse.pipeline import parse
from tests.batch import poison
from tests.batch.conftest import fill

GOOD = 394
LIMITS = Limits(2, timeout=5.0, memory=300 * 2**20)
POISON = {
    "0/b-raise.txt": ("!raise---", "parse", "RuntimeError: poison"),
    "0/c-crash.txt": ("!segfault", "crash", "SIGSEGV"),
    "1/d-crash.txt": ("!segfault", "crash", "SIGSEGV"),
    "2/e-crash.txt": ("!segfault", "crash", "SIGSEGV"),
    "1/f-hang.txt": ("!hang----", "timeout", f"longer than {LIMITS.timeout:g} seconds"),
    "2/g-memory.txt": ("!memory--", "memory", "more memory"),
}
"""What each begins with, the kind of its failure, and a part of the message."""
KINDS = {name: kind for name, (_start, kind, _message) in POISON.items()}


def poisoned(folder: Path) -> Path:
    """A folder with the set."""
    fill(folder, GOOD)
    for name, (start, _kind, _message) in POISON.items():
        (folder / name).write_text(start, "ascii")
    return folder


def good(folder: Path) -> dict[str, str]:
    """The records of single runs of the others, as lines, by their paths below the folder."""
    paths = sorted(path for path in folder.rglob("*.txt") if path.relative_to(folder).as_posix() not in POISON)
    return {path.relative_to(folder).as_posix(): emit.to_jsonl(parse(path).data) for path in paths}


def process(shard: Shard) -> Summary:
    """`process_shard`, by the loader that can be poisoned."""
    work.document = poison.document
    return process_shard(shard)
