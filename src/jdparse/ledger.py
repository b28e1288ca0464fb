"""Where each value of a record stands in the source text, and what every other character of it is.

Each character of the source text is in exactly one class. A character that several claims name goes to the first of: value, label,
marker, furniture, noise; what nobody claims is a separator when it is white space or punctuation, else unclassified.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

from jdparse.clean import furniture
from jdparse.document import Document
from jdparse.interpret.file import ONE_VALUE, Interpretation
from jdparse.interpret.trees import Tree
from jdparse.outline import sequence
from jdparse.tracked import Span, Tracked

CLASSES = ("value", "label", "marker", "furniture", "noise", "separator", "unclassified")


def source_map(document: Document, found: Interpretation) -> dict[str, Any]:
    """`{"values": {pointer: {"spans": [[start, end], …], "edits": [[start, end, text], …]}}, "classes": [[start, end, class], …]}`.

    Offsets are code points, half-open, into the source text (`jdparse text FILE`). A value is its spans' text after its edits: each
    replaces what stands at its range. `classes` are runs in order that cover the source text without gap or overlap.
    """
    values = dict(pointers(found))
    return {
        "values": {
            pointer: {
                "spans": [list(span) for span in value.spans()],
                "edits": [[*span, text] for span, text in value.edits(document.text)],
            }
            for pointer, value in values.items()
        },
        "classes": [[start, end, name] for start, end, name in classes(document, found)],
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


def classes(document: Document, found: Interpretation) -> list[tuple[int, int, str]]:
    """The class of every source character, as runs."""
    source = document.text
    paint = bytearray(len(source))  # 0 is unclaimed, otherwise 1 + index into CLASSES

    def claim(spans: tuple[Span, ...], name: str) -> None:
        code = CLASSES.index(name) + 1
        for start, end in spans:
            paint[start:end] = bytes([code]) * (end - start)

    # from the weakest claim to the strongest, each painting over what was there
    for removed in found.removed:
        claim(removed.text.spans(), "furniture")
    for marker in _markers(found):
        claim(marker.spans(), "marker")
    for label in found.labels:
        claim(label.spans(), "label")
    for text in found.said:
        claim(text.spans(), "value")
    for section in found.extra_sections:
        for _, value in _walk(section, ""):
            claim(value.spans(), "unclassified")
    for index, job in enumerate(found.jobs):
        for pointer, value in _walk(job, f"/jobs/{index}"):
            claim(value.spans(), "label" if pointer.endswith(("/label", "/heading", "/category")) else "value")
    for pointer, value in pointers(found):
        if pointer.startswith("/organization"):
            claim(value.spans(), "value")
    runs: list[tuple[int, int, str]] = []
    for index, code in enumerate(paint):
        if code:
            name = CLASSES[code - 1]
        else:
            name = "unclassified" if unicodedata.category(source[index])[0] in "LN" else "separator"
        if runs and runs[-1][2] == name:
            runs[-1] = (runs[-1][0], index + 1, name)
        else:
            runs.append((index, index + 1, name))
    return runs
