"""Findings as texts, one module a format: each has a function `render(findings, files) -> str`.

`files` are the names of all files that were checked, in order. The same findings give the same text.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Final, Protocol, cast

from jdparse.report.finding import Finding

FORMATS: Final = ("text", "concise", "json", "sarif", "junit", "github", "gitlab")
"""The formats that findings can be written in."""


class _Reporter(Protocol):
    def render(self, findings: Sequence[Finding], files: Sequence[str]) -> str: ...


def render(form: str, findings: Sequence[Finding], files: Sequence[str]) -> str:
    """The findings in one of `FORMATS`; nothing or a whole text that ends with a newline."""
    name = "json_text" if form == "json" else form
    return cast(_Reporter, import_module(f"jdparse.report.{name}")).render(findings, files)
