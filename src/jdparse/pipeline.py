"""bytes → record: the stages in order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from jdparse import assemble, ledger, lines, loaders, numbering, vocabulary
from jdparse.clean import beside, chat, furniture, markdown, own_furniture, pinyin, punctuation, running, script, wrapping
from jdparse.document import Document, Note
from jdparse.interpret import file
from jdparse.outline import body, chips, columns, entries, flattened, forms, labels, runon
from jdparse.tracked import Tracked

if TYPE_CHECKING:
    from jdparse.records import File

Blocks = Sequence[lines.Line | lines.Grid]
Dropper = Callable[[Blocks], tuple[list[lines.Line | lines.Grid], list[furniture.Removed]]]
"""Takes blocks, and gives those that are kept and what was removed."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to parse. `labels` (record path → labels) and `furniture` (reason → regular expressions) are a user's own."""

    encoding: str | None = None
    format: str | None = None
    punctuation: Literal["normalize", "keep"] = "normalize"
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    furniture: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed document and its validated record."""

    document: Document
    interpretation: file.Interpretation
    record: "File"

    def source_map(self) -> dict[str, Any]:
        """For each JSON Pointer of the record its source spans, and the class of every source character.

        See `ledger.source_map`.
        """
        return ledger.source_map(self.document, self.interpretation)


def parse(data: bytes, name: str = "-", options: Options = Options()) -> Parsed:
    """Parse one file's bytes. `name` is its name; only the last part enters the record.

    Raises UnreadableInput, LimitExceeded, UsageError. A document without a job description gives a record without jobs
    and the diagnostic `no-job-found`.
    """
    words = vocabulary.extended(options.labels)
    own = own_furniture.compiled(options.furniture)
    document = loaders.load(data, PurePath(name).name, encoding=options.encoding, format=options.format)
    tracked, damage = pinyin.remove(Tracked.of(document.text))
    text, written = script.simplify(tracked.text)
    if options.punctuation == "normalize":
        text = punctuation.widen(text)
    tracked = tracked.recast(text)
    blocks: Blocks = flattened.words(runon.split(lines.cut(document, tracked), words), words)
    removed = beside.removed(document, tracked)
    droppers: tuple[Dropper, ...] = (
        partial(own_furniture.remove, patterns=own),
        furniture.inside,
        running.heads,
        running.contents,
        partial(chat.messages, tells=partial(_is_labelled, words=words)),
    )
    for drop in droppers:
        blocks, dropped = drop(blocks)
        removed += dropped
    blocks = markdown.plain(blocks)
    blocks, joins = wrapping.join(blocks, lambda line: _begins(line, words), _stands_alone)
    blocks = flattened.tables(columns.tables(blocks, words), words)
    found = body.find(entries.flat(blocks, lambda grid: forms.read(grid, words), words))
    interpretation = file.read(found, [*removed, *found.removed], document.name, words)
    converted = [Note("script-converted", None, {"script": written})] if written != "simplified" else []
    record = assemble.record(document, written, interpretation, (*document.notes, *damage, *converted, *joins))
    return Parsed(document, interpretation, record)


def _stands_alone(text: str) -> bool:
    """Whether a line is complete though it ends in no punctuation: a breadcrumb, a line of bare values."""
    reason = furniture.lexicon().reason(text)
    return reason in ("navigation", "page_metadata", "related_links") or bool(chips.read(Tracked.of(text)))


def _is_labelled(text: str, words: vocabulary.Vocabulary) -> bool:
    return any(pair.field for pair in labels.pairs(text, words))


def _begins(text: str, words: vocabulary.Vocabulary) -> bool:
    """Whether a line begins something of its own, so that no broken line can go on in it."""
    enumerator = numbering.read(text)
    if enumerator is not None and (
        not enumerator.weak or enumerator.path or labels.heading_like(text[enumerator.end :])
    ):
        return True
    return _is_labelled(text, words)
