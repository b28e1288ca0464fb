"""bytes → record: the stages in order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from os import PathLike, fsencode
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from jdparse import assemble, ledger, lines, loaders, numbering, vocabulary
from jdparse.clean import (
    bare_numbers,
    beside,
    blanks,
    chat,
    cover,
    furniture,
    hanging,
    heading_numbers,
    mail,
    markdown,
    nested,
    page_columns,
    page_numbers,
    parts,
    pinyin,
    punctuation,
    quotes,
    running,
    script,
    wrapping,
)
from jdparse.document import Document, Note
from jdparse.garbage import uncollected
from jdparse.interpret import file, postings
from jdparse.options import Options as Options
from jdparse.outline import body, entries, flattened, forms, framed, labels, runon, separators, titles
from jdparse.outline.ads import calls, chips, headed, posts
from jdparse.outline.flattened import barred, columns, commas, drawn, side_by_side, spaced, touching
from jdparse.outline.forms import continued
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

if TYPE_CHECKING:
    from jdparse.records import File
    from jdparse.validation import Data

Blocks = Sequence[lines.Line | lines.Grid]
Dropper = Callable[[Blocks], tuple[list[lines.Line | lines.Grid], list[furniture.Removed]]]
"""Takes blocks, and gives those that are kept and what was removed."""


_USUAL = Options()


@dataclass(frozen=True)
class Parsed:
    """A parsed document and its validated record."""

    document: Document
    text: Tracked
    """The source text after the steps that work on characters."""
    interpretation: file.Interpretation
    data: "Data"
    """The record as JSON has it, validated: what `jdparse.emit` writes."""

    @cached_property
    def record(self) -> "File":
        """The record as models, which are loaded when it is first asked for."""
        from jdparse.records import File

        return File.model_validate(self.data)

    def source_map(self) -> dict[str, Any]:
        """For each JSON Pointer of the record its source spans, and the class of every source character.

        See `ledger.source_map`.
        """
        return ledger.source_map(self.document, self.text, self.interpretation)


@uncollected
def parse(source: bytes | str | PathLike[str], name: str | None = None, options: Options = _USUAL) -> Parsed:
    """Parse one document: its bytes, or the file at a path.

    `name` is the file's name, of which only the last part enters the record; by default that of the path, and `-` for
    bytes. Raises UnreadableInput, LimitExceeded, UsageError. A document without a job description gives a record
    without jobs and the diagnostic `no-job-found`.
    """
    data = source if isinstance(source, bytes) else loaders.read(source)
    if name is None:
        name = "-" if isinstance(source, bytes) else fsencode(source).decode("utf-8", "replace")
    words = vocabulary.extended(options.labels)
    document = loaders.load(data, PurePath(name).name, encoding=options.encoding, format=options.format)
    text, written, damage = _characters(document, options)
    blocks, dropped, notes = _lines(document, text, options, words)
    whole, again = continued.joined(blocks, words)
    flat = headed.parted(entries.flat(whole, lambda grid, named: forms.read(grid, words, named), words))
    found = body.find(flat, dropped)
    removed = [*dropped, *again, *found.removed]
    posted = postings.read(document, text)
    interpretation = file.read(found, removed, document.name, words, written, posted, document.metadata)
    record = assemble.record(document, written, interpretation, (*document.notes, *damage, *notes))
    return Parsed(document, text, interpretation, record)


def _characters(document: Document, options: Options) -> tuple[Tracked, str, list[Note]]:
    """The source text after the steps that work on characters: injected pinyin gone, script and width folded."""
    text, notes = pinyin.remove(Tracked.of(document.text))
    simplified, written = script.simplify(text.text)
    simplified = blanks.fold(simplified)
    if options.punctuation == "normalize":
        simplified = punctuation.widen(simplified)
    if written != "simplified":
        notes.append(Note("script-converted", None, {"script": written}))
    return text.recast(simplified), written, notes


class _Cleaned(NamedTuple):
    blocks: Blocks
    removed: list[furniture.Removed]
    notes: list[Note]


def _lines(document: Document, text: Tracked, options: Options, words: vocabulary.Vocabulary) -> _Cleaned:
    """The document's lines after the steps that work on lines: cut, stripped of furniture, joined."""

    def is_heading(text: str) -> bool:
        return words.heading(text) is not None

    def is_number_column(text: str) -> bool:
        return words.find(text) == "column.number"

    printed = lines.cut(document, text, is_heading)
    hung: list[Note] = []
    if document.format == "txt":
        printed, hung = hanging.join(nested.lists(printed, document.text), document.text)
        printed = commas.tables(side_by_side.cut(printed, document.text, words), words)
    printed = separators.mended(framed.mended(printed, words), words)
    whole_pages, counted, seams = parts.run_on(drawn.tables(printed))
    cut, tables = runon.split(whole_pages, words)
    blocks: Blocks = flattened.words(spaced.cut(touching.cut(cut, words), words), words)
    removed = [*beside.removed(document, text), *counted]
    of_page = document.format in ("html", "mhtml")
    is_labelled = partial(_is_labelled, words=words)
    droppers: tuple[Dropper, ...] = (
        *_own_furniture(options),
        partial(markdown.without_front_matter, tells=partial(_is_of_the_job, words=words)),
        partial(quotes.plain, tells=is_labelled),
        running.beside_numbers,
        partial(mail.drop, tells=is_labelled),  # before the rules go, which stand over signatures
        partial(furniture.inside, of_page=of_page),
        page_columns.drop,
        running.heads,
        partial(running.contents, elsewhere=any(stream.kind == "contents" for stream in document.streams)),
        partial(cover.page, keeps=partial(_says_something, words=words), begins=partial(_is_of_the_text, words=words)),
        chat.relay,
        partial(chat.messages, tells=partial(_tells_of_a_job, words=words)),
    )
    for drop in droppers:
        blocks, dropped = drop(blocks)
        removed += dropped
    blocks = heading_numbers.attach(blocks, is_heading, is_labelled, titles.is_long_name, is_number_column)
    blocks = bare_numbers.attach(blocks, is_heading)
    blocks, numbers, notes = parts.join(blocks, is_heading, is_labelled)
    blocks, pages, gone = page_numbers.join(blocks, is_labelled, is_number_column)
    # the cells of a table are no parts of one sentence; where some are broken, the table shows only when they are joined
    blocks, whole = _tables(markdown.plain(blocks), words)
    begins, stands_alone = partial(_begins, words=words), partial(_stands_alone, words=words)
    blocks, joined = wrapping.join(blocks, begins, stands_alone, titles.names_job, of_page=of_page)
    if joined:
        blocks, mended = _tables(blocks, words)
        whole = [*(note for note in whole if note.name == "flattened-table"), *mended]
    return _Cleaned(blocks, [*removed, *numbers, *pages], [*seams, *hung, *tables, *notes, *gone, *whole, *joined])


def _is_of_the_job(key: str, value: str, words: vocabulary.Vocabulary) -> bool:
    """Whether a property in the head of a Markdown file is the job's: title: 会计, department: 财务部."""
    field = words.find(key)
    return titles.names_job(value) if field == "title" else field in _PROPERTIES and bool(value)


_PROPERTIES = frozenset({"department", "location", "compensation.salary", "job_type", "headcount"})


def _own_furniture(options: Options) -> Iterator[Dropper]:
    """What takes out the lines that a user's own patterns name, where there are any."""
    if options.furniture:
        from jdparse.clean import own_furniture

        yield partial(own_furniture.remove, patterns=own_furniture.compiled(options.furniture))


def _tables(blocks: Blocks, words: vocabulary.Vocabulary) -> tuple[Blocks, list[Note]]:
    """The blocks with the tables put together that stand in them as text."""
    return flattened.tables(columns.tables(barred.tables(blocks, words), words), words)


def _stands_alone(text: str, words: vocabulary.Vocabulary) -> bool:
    """Whether a line is no part of a broken one though no punctuation says so: page furniture, a line of bare values, a heading."""
    if furniture.lexicon().reason(text) is not None or chips.read(Tracked.of(text)):
        return True
    enumerator = numbering.read(text)
    return words.heading(text[enumerator.end :] if enumerator is not None else text) is not None


def _says_something(text: str, words: vocabulary.Vocabulary) -> bool:
    """Whether a line of a cover belongs to a record: it names a job or the document, or gives a known field."""
    return titles.read(text, words) is not None or _is_labelled(text, words)


# What a cover may name: the document and who made it.
_OF_A_COVER = ("title", "code", "document_no", "department", "organization.", "dates.", "people.", "extra")


def _is_of_the_text(text: str, words: vocabulary.Vocabulary) -> bool:
    """Whether a line is a heading of what a job does or asks for, or counted."""
    enumerator = numbering.read(text)
    if enumerator is not None and not enumerator.weak:
        return True
    field = words.heading(text)
    return field is not None and not field.startswith(_OF_A_COVER)


def _is_labelled(text: str, words: vocabulary.Vocabulary) -> bool:
    return any(pair.field for pair in labels.pairs(text, words))


def _tells_of_a_job(text: str, words: vocabulary.Vocabulary) -> bool:
    """Whether a line of a chat has a known label, calls for somebody or names a vacancy."""
    enumerator = numbering.read(text)
    bare = text[enumerator.end :] if enumerator is not None else text
    return _is_labelled(text, words) or calls.read(text) is not None or posts.is_post(bare)


def _begins(text: str, words: vocabulary.Vocabulary) -> bool:
    """Whether a line begins something of its own, so that no broken line can go on in it."""
    enumerator = numbering.read(text)
    if enumerator is not None and (
        not enumerator.weak
        or enumerator.path
        or labels.heading_like(text[enumerator.end :])
        or words.heading(text[enumerator.end :]) is not None
        or _is_labelled(text[enumerator.end :], words)
    ):
        return True
    return (
        _SET_OFF.match(text) is not None
        or posts.OF_ALL.match(text) is not None
        or numbering.PICTURES.match(text) is not None
        or posts.is_named(text)
        or _is_labelled(text, words)
        or _is_title(text, words)
    )


# 【联系】, whether anybody knows it or not
_SET_OFF = deferred(r"【[^】]{1,12}】")
# The name of a job in a title, 半导体工艺整合工程师; a longer text is the end of a sentence.
_LONGEST_NAME = 12


# 客服岗位职责 篇4
_OF_SEVERAL = deferred(r"(?:篇|范文|范例|示例)[ \u3000]?[0-9一二三四五六七八九十]{1,3}$")


def _is_title(text: str, words: vocabulary.Vocabulary) -> bool:
    """Whether a line is the title of a job description and cannot be the end of a sentence: 岗位说明书, 焊工岗位说明书."""
    if _OF_SEVERAL.search(text):
        return titles.read(text, words) is not None
    title = titles.read(text, words) if text.endswith("书") else None
    if title is None or title.name is None:
        return title is not None
    name = text[slice(*title.name)]
    return len(name) <= _LONGEST_NAME and not titles.VERB.match(name)
