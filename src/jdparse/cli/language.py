"""The language of help and messages: English, or Chinese wholly.

Click looks its own words up by `gettext.gettext` each time it shows them, so both its texts and ours come from one
catalogue, `locale/zh_CN/LC_MESSAGES/jdparse.mo`, once gettext's text domain and its `LANGUAGE` variable are set.
Texts must therefore be looked up (`_("…")`) when they are shown or when a command is built, never on import.
"""

import gettext
import os
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

DOMAIN: Final = "jdparse"
CATALOGUES: Final = Path(__file__).parent.parent / "locale"
LANGUAGES: Final = {"en": "en", "zh": "zh_CN"}
"""What `--lang` takes, and the locale that gettext looks for."""


def choose(args: Sequence[str], environ: Mapping[str, str]) -> str:
    """The key of `LANGUAGES` that a command line and its environment ask for.

    The first that says something: `--lang`, `JDPARSE_LANG`, the locale. A value that is not a language is passed over
    here and reported by the option's own check.
    """
    for wanted in (_option(args), environ.get("JDPARSE_LANG")):
        if wanted in LANGUAGES:
            return wanted
    return "zh" if _locale(environ).lower().startswith("zh") else "en"


def _option(args: Sequence[str]) -> str | None:
    """The last value of `--lang`, as click would take it."""
    found = None
    for index, arg in enumerate(args):
        if arg == "--":
            break
        name, equals, value = arg.partition("=")
        if name == "--lang":
            found = value if equals else "".join(args[index + 1 : index + 2])
    return found


def _locale(environ: Mapping[str, str]) -> str:
    """The locale of messages by the rules of GNU gettext.

    `LANGUAGE`, a list, goes before the locale, unless that is C (The GNU gettext manual, "The LANGUAGE variable").
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environ[name] for name in names if environ.get(name)), "") or _system_locale()
    if locale.partition(".")[0] in {"C", "POSIX"}:
        return ""
    return environ.get("LANGUAGE", "").partition(":")[0] or locale


def _system_locale() -> str:
    """The display language of Windows, which sets no variable; nothing elsewhere."""
    if sys.platform == "win32":
        import ctypes
        from locale import windows_locale

        return windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""


@contextmanager
def speaking(language: str) -> Generator[None]:
    """Texts are looked up in the given language inside the block; gettext's state is put back after it."""
    domain, variable = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = LANGUAGES[language]
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if variable is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = variable


def chinese() -> bool:
    """Whether texts are looked up in Chinese now."""
    return os.environ.get("LANGUAGE") == LANGUAGES["zh"]
