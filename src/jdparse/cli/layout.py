"""Help laid out in terminal columns: a Chinese character takes two, and a line may break after it without a space."""

import re
from collections.abc import Iterable
from gettext import gettext as _
from unicodedata import east_asian_width

import click

# A piece that must not be broken: a word or one Chinese character, with the punctuation that belongs to it
# (GB/T 15834-2011, 5.1.11: no line begins with a closing mark or ends with an opening one).
_PIECE = (
    r"\s++"
    r"|[（《“‘]*+(?:[\u4e00-\u9fff]|[^\s\u4e00-\u9fff（《“‘，。；：、？！）》”’]++)[，。；：、？！）》”’]*+"
    r"|\S"
)


def columns(text: str) -> int:
    """The columns that a text takes in a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def fill(text: str, width: int) -> list[str]:
    """The text, its white space made single spaces, in lines of at most `width` columns."""
    lines = [""]
    for piece in re.findall(_PIECE, " ".join(text.split())):
        if lines[-1] and columns(lines[-1]) + columns(piece) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece.lstrip() if not lines[-1] else piece
    return lines


class Formatter(click.HelpFormatter):
    """Click's formatter with its three ways of writing text measured in columns."""

    def write_heading(self, heading: str) -> None:
        self.write(" " * self.current_indent + _("{heading}:").format(heading=heading) + "\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        paragraphs = [fill(paragraph, self.width - self.current_indent) for paragraph in text.split("\n\n")]
        self.write("\n\n".join("\n".join(indent + line for line in lines) for lines in paragraphs) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        first = min(max(columns(term) for term, _text in rows), col_max) + col_spacing
        margin = " " * (self.current_indent + first)
        for term, text in rows:
            lines = fill(text, self.width - len(margin))
            if columns(term) + col_spacing > first:
                lines.insert(0, "")
            head = " " * self.current_indent + term + " " * (first - columns(term)) + lines[0]
            self.write("".join(line.rstrip() + "\n" for line in [head, *(margin + line for line in lines[1:])]))


class Context(click.Context):
    """A context whose help is laid out by `Formatter`."""

    formatter_class = Formatter


class Command(click.Command):
    """A command with such a context."""

    context_class = Context
