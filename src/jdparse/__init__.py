"""jdparse reads Chinese job descriptions and writes validated records.

    >>> import jdparse
    >>> jdparse.parse("岗位名称：仓库管理员\\n岗位职责：\\n1、负责收货".encode()).record.jobs[0].title
    '仓库管理员'

The names below are loaded when first used (PEP 562), so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdparse.batch.many import Result as Result
    from jdparse.batch.many import parse_many as parse_many
    from jdparse.errors import JdparseError as JdparseError
    from jdparse.options import Options as Options
    from jdparse.pipeline import Parsed as Parsed
    from jdparse.pipeline import parse as parse

__version__ = "0.1.0"

_HOME = {
    "JdparseError": "jdparse.errors",
    "Options": "jdparse.options",
    "Parsed": "jdparse.pipeline",
    "Result": "jdparse.batch.many",
    "parse": "jdparse.pipeline",
    "parse_many": "jdparse.batch.many",
}

__all__ = ["JdparseError", "Options", "Parsed", "Result", "__version__", "parse", "parse_many"]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
