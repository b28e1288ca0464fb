"""Limits on who may have a job, as rules (JD5xx): `compliance` knows the wordings."""

from collections.abc import Iterator

from jdparse.lint.subject import Hit, Settings, Subject


def hits(name: str, subject: Subject, _settings: Settings) -> Iterator[Hit]:
    """The limits of one kind in a job, wherever it says who may have it."""
    for path, words in subject.limits.get(name, ()):
        yield Hit(path, {"text": words}, words)
