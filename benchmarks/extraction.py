"""How well a page's article is told from what stands around it: shared runs of eight characters, as papers on boilerplate have it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from pydantic_core import to_json

from clock import warm
from content_farm import Page
from jdparse.document import Block, Paragraph
from jdparse.pipeline import Parsed

GRAM = 8
OTHER = "trafilatura"


def other(pages: Sequence[Page]) -> float | None:
    """CPU seconds that another program takes for the text of the pages alone; None where it is not installed."""
    if find_spec(OTHER) is None:
        return None
    extract: Callable[[bytes], object] = import_module(OTHER).extract
    return warm(lambda: [extract(page.data) for page in pages], rounds=3)


@dataclass(frozen=True, slots=True)
class Extraction:
    """The share of the article's runs that were kept, the share of the kept runs that are the article's, and furniture in jobs."""

    recall: float
    precision: float
    furniture: tuple[str, ...]


def extraction(page: Page, parsed: Parsed) -> Extraction:
    """How a page was read. Numbers that a browser counts, and blanks and punctuation, are no part of the runs."""
    article, kept = _grams(page.article), _grams(_kept(parsed))
    shared = (article & kept).total()
    jobs = to_json(parsed.data["jobs"]).decode()
    return Extraction(
        shared / article.total(),
        shared / max(1, kept.total()),
        tuple(text for text in page.furniture if text in jobs),
    )


def _grams(lines: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for line in lines:
        letters = "".join(filter(str.isalnum, line))
        found.update(letters[i : i + GRAM] for i in range(len(letters) - GRAM + 1))
    return found


def _kept(parsed: Parsed) -> Iterator[str]:
    """The paragraphs of the body without what the record lists as removed."""
    text = parsed.document.text
    removed = bytearray(len(text))
    for start, end, kind in parsed.source_map()["classes"]:
        if kind == "furniture":
            removed[start:end] = b"x" * (end - start)
    for paragraph in _paragraphs(parsed.document.blocks):
        yield "".join(text[i] for i in range(paragraph.start, paragraph.end) if not removed[i])


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from _paragraphs(cell.blocks)
