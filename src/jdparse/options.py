"""How to parse; a module of its own, so that one can say it without loading the parser."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True)
class Options:
    """How to parse. `labels` (record path → labels) and `furniture` (reason → regular expressions) are a user's own."""

    encoding: str | None = None
    format: str | None = None
    punctuation: Literal["normalize", "keep"] = "normalize"
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    furniture: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> "tuple[type[Options], tuple[object, ...]]":
        """So that it can be sent to another process, which a read-only mapping cannot."""
        return Options, (self.encoding, self.format, self.punctuation, dict(self.labels), dict(self.furniture))
