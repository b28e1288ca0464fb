"""Words of reports in the language that is set."""

from gettext import gettext as _


def level(name: str) -> str:
    """A level's name."""
    return {"error": _("error"), "warning": _("warning"), "info": _("info")}[name]
