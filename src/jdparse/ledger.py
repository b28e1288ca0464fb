"""Where each value of a record stands in the source text, and what every other character of it is.

Each character of the source text is in exactly one class. A character that several claims name goes to the first of: noise, value,
label, marker, furniture; what nobody claims is a separator when it is white space or punctuation, else unclassified.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

from jdparse.clean import furniture
from jdparse.document import Document
from jdparse.interpret.employer import ONE_VALUE
from jdparse.interpret.file import Interpretation
from jdparse.interpret.trees import Derived, Tree
from jdparse.outline import sequence
from jdparse.tracked import Tracked

CLASSES = ("value", "label", "marker", "furniture", "noise", "separator", "unclassified")


def source_map(document: Document, text: Tracked, found: Interpretation) -> dict[str, Any]:
    """`{"values": {pointer: {"spans": [[start, end], …], "edits": [[start, end, text], …]}}, "facets": …, "classes": [[start, end, class], …]}`.

    Offsets are code points, half-open, into the source text (`jdparse text FILE`). A value is its spans' text after its edits: each
    replaces what stands at its range. A facet is no text of the document: `{pointer: {"spans": …}}` names the words that it was
    read from. `classes` are runs in order that cover the source text without gap or overlap.
    """
    return {
        "values": {
            pointer: {
                "spans": [list(span) for span in value.spans()],
                "edits": [[*span, text] for span, text in value.edits(document.text)],
            }
            for pointer, value in dict(pointers(found)).items()
        },
        "facets": {
            pointer: {"spans": [list(span) for span in value.evidence.spans()]} for pointer, value in facets(found)
        },
        "classes": [[start, end, name] for start, end, name in classes(document, text, found)],
    }


def pointers(found: Interpretation) -> Iterator[tuple[str, Tracked]]:
    """The record's values that come from the document, by JSON Pointer (RFC 6901)."""
    for key, value in found.metadata.items():
        yield f"/source/{key}", value
    for path, texts in found.organization.items():
        key = path.removeprefix("organization.")
        if path in ONE_VALUE:
            yield f"/organization/{key}", texts[0]
        else:
            for index, text in enumerate(texts):
                yield f"/organization/{key}/{index}", text
    for index, job in enumerate(found.jobs):
        yield from _walk(job, f"/jobs/{index}")
    for index, section in enumerate(found.extra_sections):
        yield from _walk(section, f"/extra_sections/{index}")
    for index, removed in enumerate(furniture.in_order(found.removed)):
        yield f"/removed/{index}/text", removed.text


def facets(found: Interpretation) -> Iterator[tuple[str, Derived]]:
    """The record's facets that a text gives, by JSON Pointer."""
    for index, job in enumerate(found.jobs):
        yield from _facets(job, f"/jobs/{index}")


def _facets(tree: Tree, pointer: str) -> Iterator[tuple[str, Derived]]:
    if isinstance(tree, Derived):
        yield pointer, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from _facets(value, f"{pointer}/{key}")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _facets(value, f"{pointer}/{index}")


def _walk(tree: Tree, pointer: str) -> Iterator[tuple[str, Tracked]]:
    if isinstance(tree, Tracked):
        yield pointer, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from _walk(value, f"{pointer}/{key}")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _walk(value, f"{pointer}/{index}")


def _markers(found: Interpretation) -> Iterator[Tracked]:
    """The markers of items, those of lists inside a value too."""
    for entry in found.entries:
        if entry.marker is not None:
            yield entry.marker
        for text in {entry.whole, entry.text}:
            if text:
                yield from (marker for _, marker, _ in sequence.inline(text) if marker is not None)


def classes(document: Document, text: Tracked, found: Interpretation) -> list[tuple[int, int, str]]:
    """The class of every source character, as runs. `text` is the whole text as the cleaning of characters left it."""
    source = document.text
    paint = bytearray(len(source))  # 0 is unclaimed, otherwise 1 + index into CLASSES
    for name, claimed in _claims(found):
        code = CLASSES.index(name) + 1
        for start, end in claimed.spans():
            paint[start:end] = bytes([code]) * (end - start)
    noise = bytes([CLASSES.index("noise") + 1])
    for start, end in _deleted(len(source), text):
        paint[start:end] = noise * (end - start)
    runs: list[tuple[int, int, str]] = []
    for index, code in enumerate(paint):
        name = CLASSES[code - 1] if code else _unclaimed(source[index])
        if runs and runs[-1][2] == name:
            runs[-1] = (runs[-1][0], index + 1, name)
        else:
            runs.append((index, index + 1, name))
    return runs


def _unclaimed(c: str) -> str:
    return "unclassified" if unicodedata.category(c)[0] in "LN" else "separator"


def _deleted(length: int, text: Tracked) -> Iterator[tuple[int, int]]:
    """What the cleaning of characters took out: the source between the text's spans."""
    done = 0
    for start, end in text.spans():
        if start > done:
            yield done, start
        done = max(done, end)
    if done < length:
        yield done, length


def _claims(found: Interpretation) -> Iterator[tuple[str, Tracked]]:
    """What claims which text, from the weakest claim to the strongest: each goes over what was there before."""
    for removed in found.removed:
        yield "furniture", removed.text
    for marker in _markers(found):
        yield "marker", marker
    for label in found.labels:
        yield "label", label
    for text in found.said:
        yield "value", text
    for section in found.extra_sections:
        for _, value in _walk(section, ""):
            yield "unclassified", value
    for job in found.jobs:
        for pointer, value in _walk(job, ""):
            yield ("label" if pointer.endswith(("/label", "/heading", "/category")) else "value"), value
    for pointer, value in pointers(found):
        if pointer.startswith("/organization"):
            yield "value", value
