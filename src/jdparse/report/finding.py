"""What a report says of one place."""

from hashlib import sha256
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "info"]


class Finding(NamedTuple):
    """A finding with its words. Lines and columns are counted from 1, columns and widths in code points."""

    path: str
    """The file, as it was named, with slashes; it may hold any character but a line break."""
    code: str
    name: str
    level: Level
    message: str
    """One line, in the language of the run."""
    line: int | None = None
    """None where it concerns the whole file, or where the file has no lines of its own."""
    column: int | None = None
    width: int = 1
    source: str = ""
    """The line as it stands in the file."""
    part: str = ""
    """The paragraph or cell of a Word file or a page, in words."""
    field: str = ""
    """The path of the value in the record."""
    subject: str = ""
    """The words that it is about."""

    @property
    def fingerprint(self) -> str:
        """The same for the same rule, file and words, whatever the line: 32 hexadecimal digits."""
        parts = "\0".join((self.code, self.path, self.subject))
        return sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def place(self) -> str:
        """`file:line:column`, or `file: table 1, row 2, column 3`, or the file alone."""
        if self.part:
            return f"{self.path}: {self.part}"
        return self.path if self.line is None else f"{self.path}:{self.line}:{self.column}"

    @property
    def said(self) -> str:
        """The message, with the part of a file that has no lines."""
        return f"{self.part}: {self.message}" if self.part else self.message
