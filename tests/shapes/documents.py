"""Documents: jobs in a layout, a format and a dress, from a `random.Random`."""

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

import opencc

from tests.shapes import blocks, content
from tests.shapes.content import Gold
from tests.shapes.layouts import LAYOUTS

_HALF = str.maketrans("：，；（）", ":,;()")
_WIDE = re.compile(r"(?<![0-9A-Za-z@:/.?=\-])[0-9]+(?![0-9A-Za-z@:/.?=\-])")
_FULL = {code: code + 0xFEE0 for code in range(ord("0"), ord("9") + 1)}


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


DRESSES: Mapping[str, Callable[[str], str]] = {
    "as written": lambda text: text,
    "half width": lambda text: text.translate(_HALF),
    "full width": lambda text: _WIDE.sub(lambda found: found.group().translate(_FULL), text),
    "traditional": lambda text: _traditional().convert(text),
}


class Document(NamedTuple):
    """A file, the record that it must give, and how it is written."""

    data: bytes
    name: str
    gold: Gold
    layout: str
    format: str
    dress: str


def document(chance: random.Random, layout: str) -> Document:
    """A document of one to five jobs in a layout."""
    how = LAYOUTS[layout]
    count = min(how.most, chance.choice((1, 1, 1, 2, 3, 5)))
    jobs: list[content.Job] = []
    while len(jobs) < count:
        jobs.append(content.job(chance, ad=how.ad, alone=count == 1))
    written, gold = how.write(jobs, chance)
    form = chance.choice(how.formats)
    dress = chance.choice(("as written", "as written", *DRESSES))
    dressed = [_dressed(block, DRESSES[dress]) for block in written]
    return Document(_file(dressed, form, how.word, chance), f"job.{form.partition('-')[0] if form.startswith('docx') else 'html' if form == 'html' else 'txt'}", {"jobs": gold}, layout, form, dress)  # fmt: skip


def _dressed(block: blocks.Block, dress: Callable[[str], str]) -> blocks.Block:
    if isinstance(block, blocks.Line):
        return block._replace(text=dress(block.text), marker=dress(block.marker))
    return blocks.Table(
        tuple(tuple(cell._replace(lines=tuple(map(dress, cell.lines))) for cell in cells) for cells in block.rows)
    )


def _file(written: list[blocks.Block], form: str, levels: tuple[tuple[str, str], ...], chance: random.Random) -> bytes:
    match form:
        case "docx":
            return blocks.word(written)
        case "docx-numbered":
            return blocks.word(written, levels)
        case "html":
            return blocks.page(written).encode()
        case "cells":
            return "\n".join(blocks.cells(written)).encode()
        case "rows":
            return ("\n".join(line.rstrip() for line in blocks.text(written, " ")) + "\n").encode()
        case "run-on":
            return chance.choice(("", " ")).join(line for line in blocks.text(written) if line).encode()
        case _:
            return (chance.choice(("\n", "\n", "\n\n")).join(blocks.text(written)) + "\n").encode()
