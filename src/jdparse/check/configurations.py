"""Which configuration holds for a file, and what counts in it."""

from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from jdparse import config
from jdparse.check import selection
from jdparse.check.selection import Asked, Selection
from jdparse.config import Config


@dataclass(frozen=True, slots=True)
class Request:
    """How to check. `config` is the file that holds for all; None looks for the nearest of each, or for none at all."""

    asked: Asked = field(default_factory=Asked)
    config: Path | None = None
    no_config: bool = False
    whole_set: bool = False
    skip_others: bool = False
    """Whether files that are named and no job descriptions are passed over, as in a folder."""
    jobs: int = 1


class Configurations:
    """The configurations of one run: each file of them is read once."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self._paths: dict[Path, Path | None] = {}
        self._loaded: dict[Path | None, Config] = {None: Config()}
        self._selections: dict[tuple[Path | None, tuple[str, ...]], Selection] = {}

    def __reduce__(self) -> tuple[type["Configurations"], tuple[Request]]:
        """Another process reads them for itself."""
        return Configurations, (self.request,)

    def of(self, path: Path) -> Config:
        """The configuration for a file. Raises UsageError where it is wrong."""
        home = self._home(path)
        if home not in self._loaded:
            self._loaded[home] = config.load(home) if home else Config()
        return self._loaded[home]

    def selection(self, path: Path) -> Selection:
        """What counts in a file. Raises UsageError for a wrong configuration."""
        checks = self.of(path).validate
        patterns = tuple(pattern for pattern in checks.per_file_ignores if self.fits(path, pattern))
        key = self._home(path), patterns
        if key not in self._selections:
            more = [selector for pattern in patterns for selector in checks.per_file_ignores[pattern]]
            self._selections[key] = selection.of(checks, self.request.asked, more)
        return self._selections[key]

    def fits(self, path: Path, pattern: str) -> bool:
        """Whether a file's name, or its path from the folder of the configuration, fits a pattern with `*` and `?`."""
        return fnmatch(path.name, pattern) or fnmatch(self._relative(path), pattern)

    def _home(self, path: Path) -> Path | None:
        if self.request.no_config or self.request.config:
            return None if self.request.no_config else self.request.config
        folder = path.parent
        if folder not in self._paths:
            self._paths[folder] = config.find(folder)
        return self._paths[folder]

    def _relative(self, path: Path) -> str:
        """The path from the folder of the configuration, with slashes; as it is where it is not below it."""
        home = self._home(path)
        try:
            return path.resolve().relative_to(home.resolve().parent).as_posix() if home else path.as_posix()
        except ValueError:
            return path.as_posix()
