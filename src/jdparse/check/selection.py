"""Which diagnostics count in a file, and at which level: what the configuration and the command line ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from jdparse.config import Checks
from jdparse.diagnostics import DIAGNOSTICS, Level, matching
from jdparse.lint.rules import PREVIEW, PROFILES
from jdparse.lint.subject import LONG_SUMMARY, Settings

RANKS: Mapping[Level, int] = MappingProxyType({"info": 0, "warning": 1, "error": 2})
"""The levels, the gravest last."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says; None and empty leave it to the configuration."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    preview: bool | None = None
    lowest: Level = "info"
    """The lowest level that is told."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What counts in one file."""

    names: frozenset[str]
    """The diagnostics that are told."""
    settings: Settings
    levels: Mapping[str, Level] = field(default_factory=lambda: MappingProxyType({}))
    """Levels other than a diagnostic's own."""

    def level(self, name: str) -> Level:
        """The level of a diagnostic here."""
        return self.levels.get(name, DIAGNOSTICS[name].level)


def of(checks: Checks, asked: Asked, ignored: Iterable[str] = ()) -> Selection:
    """What counts, by a configuration and the command line; `ignored` are the selectors for this file alone.

    A selector is the beginning of a code (`JD5`, `JD502`) or a name; what is ignored goes before what is selected. A
    family in preview can be switched off as a whole, but for what is selected by name or by code.
    """
    select = asked.select or checks.select
    ignore = [*checks.ignore, *asked.ignore, *ignored]
    names = _named(select) if select else set(DIAGNOSTICS)
    if not (checks.preview if asked.preview is None else asked.preview):
        chosen = _named(selector for selector in select if selector.upper() not in _WIDE)
        names -= _named(PREVIEW) - chosen
    required = PROFILES[asked.profile] if asked.profile else checks.required or PROFILES[checks.profile]
    levels: dict[str, Level] = {name: level for selector, level in checks.levels.items() for name in matching(selector)}
    names -= _named(ignore)
    return Selection(
        frozenset(name for name in names if RANKS[levels.get(name, DIAGNOSTICS[name].level)] >= RANKS[asked.lowest]),
        Settings(required, LONG_SUMMARY if checks.max_summary is None else checks.max_summary),
        MappingProxyType(levels),
    )


_WIDE = frozenset({"J", "JD"})
"""Selectors of everything, which choose nothing in particular."""


def _named(selectors: Iterable[str]) -> set[str]:
    return {name for selector in selectors for name in matching(selector)}
