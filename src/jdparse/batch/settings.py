"""How a run parses, and the hash by which the journal knows whether that has changed."""

import hashlib
import json
import os
from pathlib import Path

from jdparse.batch.work import Recipe


class Settings:
    """A recipe, and the configuration that holds for each folder."""

    def __init__(self, recipe: Recipe, *, config: Path | None = None, search: bool = True) -> None:
        """Use the configuration file `config` for all or, without one, when `search`, the nearest for each folder."""
        self.recipe = recipe
        self._search = search and config is None
        self._config = str(config) if config else None
        self._hashes: dict[str | None, str] = {}
        self._folder: str | None = None
        self._answer: tuple[str | None, str] = None, ""

    def of(self, path: str) -> tuple[str | None, str]:
        """The configuration file that holds for a file, and the hash of all that bears on its record.

        Raises UsageError for a configuration file that is wrong.
        """
        # Files come folder by folder: the last answer is the one that is asked for again.
        folder = path[: path.rfind(os.sep) + 1] if self._search else ""
        if folder != self._folder:
            self._folder, self._answer = folder, self._look_up(folder)
        return self._answer

    def _look_up(self, folder: str) -> tuple[str | None, str]:
        config = self._config
        if self._search:
            from jdparse.config import find

            found = find(Path(folder))
            config = str(found) if found else None
        if config not in self._hashes:
            if len(self._hashes) > 1_000:
                self._hashes.clear()
            self._hashes[config] = self._hash(config)
        return config, self._hashes[config]

    def _hash(self, config: str | None) -> str:
        options = self.recipe.options
        labels, furniture = dict(options.labels), dict(options.furniture)
        if config is not None:
            from jdparse.config import load

            said = load(Path(config))
            labels, furniture = dict(said.labels), dict(said.furniture)
        content = [
            options.encoding, options.format, options.punctuation, labels, furniture, self.recipe.form, self.recipe.split
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:16]
