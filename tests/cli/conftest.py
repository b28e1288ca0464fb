"""The command line as tests call it: in this process, with its streams and its environment set apart."""

from collections.abc import Callable
from subprocess import CompletedProcess

import pytest
from click.testing import CliRunner

from jdparse.cli import main

OURS = ("JDPARSE_LANG", "JDPARSE_DEBUG", "_JDPARSE_COMPLETE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def jdparse(monkeypatch: pytest.MonkeyPatch) -> Callable[..., CompletedProcess[str]]:
    """Runs one command line: `jdparse("text", path, stdin=b"…")` gives its exit code and what it wrote."""
    for name in OURS:
        monkeypatch.delenv(name, raising=False)

    def run(*args: object, stdin: bytes = b"") -> CompletedProcess[str]:
        words = [str(arg) for arg in args]
        with CliRunner().isolation(input=stdin) as (out, err, _mixed):
            code = main(words)
        return CompletedProcess(words, code, out.getvalue().decode(), err.getvalue().decode())

    return run
