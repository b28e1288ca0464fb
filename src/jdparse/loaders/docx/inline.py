"""Inside a paragraph: runs, and the many things that may stand around and between them."""

from collections.abc import Callable, Mapping

from jdparse.errors import LimitExceeded
from jdparse.loaders.docx.controls import chosen, control
from jdparse.loaders.docx.fields import Field, computed, has_result
from jdparse.loaders.docx.markup import DIAGRAM, DRAWING, MC, VML, Element, M, W
from jdparse.loaders.docx.properties import RunProperties
from jdparse.loaders.docx.story import MAX_FIELDS, Story, deeper
from jdparse.loaders.docx.styles import ParagraphStyle
from jdparse.loaders.docx.symbols import readable, symbol

PAGE_BREAK = "\f"
"""Stands for a page break among the pieces of a line; XML has no such character, so no text can hold one."""

RUN = W + "r"
_TEXT = W + "t"
_RUN_PROPERTIES = W + "rPr"
_FIELD_CHAR = W + "fldChar"
_INSTRUCTION = W + "instrText"
_REFERENCES = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
    W + "commentReference": "comment",
}


class Line:
    """The text of a paragraph in the making."""

    __slots__ = ("bold", "boxes", "contents", "pieces", "style")

    def __init__(self, style: ParagraphStyle) -> None:
        self.style = style
        self.pieces: list[str] = []
        self.bold: bool | None = None
        """Whether all text so far is bold; None as long as there is none."""
        self.contents = False
        """Whether its text is the last entry of a table of contents, whose field ends with it."""
        self.boxes: list[Element] = []
        """Text boxes, diagrams and other drawings with text, anchored here: they follow the paragraph."""


def read_inline(story: Story, container: Element, line: Line) -> None:
    """Adds what a container shows to the line: a paragraph, a hyperlink, any element that is transparent to its
    text.
    """
    for node in container:
        tag = node.tag
        if tag == RUN:
            _run(story, node, line)
        else:
            handler = _HANDLERS.get(tag, _inside)
            if handler is not None:
                handler(story, node, line)


def _run(story: Story, run: Element, line: Line) -> None:
    if story.muted > 0:
        _silent_run(story, run, line, "field-instruction")
        return
    properties: RunProperties | None = None
    if line.style.hidden and _is_hidden(story, _properties_of(story, run), line):
        _silent_run(story, run, line, "hidden")
        return
    for node in run:
        tag = node.tag
        if tag == _TEXT:
            text = node.text
            if text and not story.muted:
                if line.bold is not False and not text.isspace():
                    line.bold = _is_bold(story, properties, line)
                if story.symbols:
                    text = readable(text, properties.font if properties is not None else "")
                # A line break in the markup is a blank; lines of the source text are those that Word shows.
                line.pieces.append(text.replace("\n", " ") if "\n" in text else text)
            elif text:
                story.out.drop(node, "field-instruction")
        elif tag == _RUN_PROPERTIES:
            properties = story.properties.runs.get(node)
            if properties is not None and _is_hidden(story, properties, line):
                _silent_run(story, run, line, "hidden")
                return
        else:
            handler = _HANDLERS.get(tag, _inside)
            if handler is not None:
                handler(story, node, line)


def _silent_run(story: Story, run: Element, line: Line, reason: str) -> None:
    """A run that is not shown, or not from its start; the fields that it opens and closes still count."""
    for node in run:
        tag = node.tag
        if tag == _FIELD_CHAR:
            _field_char(story, node, line)
        elif tag == _INSTRUCTION:
            _instruction(story, node, line)
        elif story.muted or reason == "hidden":
            story.out.drop(node, reason)
        else:
            handler = _HANDLERS.get(tag, _inside)
            if handler is not None:
                handler(story, node, line)


def _properties_of(story: Story, run: Element) -> RunProperties | None:
    first = next(run.iterchildren(_RUN_PROPERTIES), None)
    return None if first is None else story.properties.runs.get(first)


def _is_hidden(story: Story, properties: RunProperties | None, line: Line) -> bool:
    """Hidden text is a toggle: a style of the run inverts the paragraph's (ECMA-376 part 1, 17.7.3); the run itself
    decides.
    """
    if properties is None:
        return line.style.hidden
    if properties.hidden is not None:
        return properties.hidden
    of_style = properties.style is not None and story.file.styles.character(properties.style).hidden
    return of_style != line.style.hidden


def _is_bold(story: Story, properties: RunProperties | None, line: Line) -> bool:
    if properties is None:
        return line.style.bold
    if properties.bold is not None:
        return properties.bold
    of_style = properties.style is not None and story.file.styles.character(properties.style).bold
    return of_style != line.style.bold


def _inside(story: Story, node: Element, line: Line) -> None:
    """An element that is transparent to text, or one that is not known: what is inside counts."""
    deeper(story.out, story.file.package.name)
    read_inline(story, node, line)
    story.out.depth -= 1


def _text(story: Story, node: Element, line: Line) -> None:
    if story.muted:
        story.out.drop(node, "field-instruction")
    elif node.text:
        line.pieces.append(node.text.replace("\n", " "))


def _tab(story: Story, node: Element, line: Line) -> None:
    _add(story, line, "\t")


def _line_break(story: Story, node: Element, line: Line) -> None:
    _add(story, line, "\n")


def _break(story: Story, node: Element, line: Line) -> None:
    _add(story, line, PAGE_BREAK if node.get(W + "type") == "page" else "\n")


def _hyphen(story: Story, node: Element, line: Line) -> None:
    _add(story, line, "-")


def _symbol(story: Story, node: Element, line: Line) -> None:
    try:
        code = int(node.get(W + "char") or "", 16)
    except ValueError:
        return
    _add(story, line, symbol(node.get(W + "font") or "", code))


def _add(story: Story, line: Line, text: str) -> None:
    if not story.muted:
        line.pieces.append(text)


def _field_char(story: Story, node: Element, line: Line) -> None:
    kind = node.get(W + "fldCharType")
    if not story.balanced:
        return
    if kind == "begin":
        if len(story.fields) >= MAX_FIELDS:
            raise LimitExceeded(
                "{name}: fields nest deeper than {limit}", name=story.file.package.name, limit=MAX_FIELDS
            )
        story.fields.append(Field(next(node.iterchildren(W + "ffData"), None)))
        story.muted += 1
    elif kind == "separate" and story.fields and not story.fields[-1].in_result:
        begun = story.fields[-1]
        begun.in_result = True
        begun.result = (line.pieces, len(line.pieces))
        story.muted -= 1
        story.contents += begun.is_contents
    elif kind == "end" and story.fields:
        closed = story.fields.pop()
        if closed.in_result:
            story.contents -= closed.is_contents
            line.contents = line.contents or (closed.is_contents and any(map(str.strip, line.pieces)))
        else:
            story.muted -= 1
        if not has_result(closed, line.pieces):
            _add(story, line, computed(closed))


def _instruction(story: Story, node: Element, line: Line) -> None:
    if story.fields and not story.fields[-1].in_result:
        story.fields[-1].instruction.append(node.text or "")


def _deleted(story: Story, node: Element, line: Line) -> None:
    story.out.drop(node, "deleted")


def _moved(story: Story, node: Element, line: Line) -> None:
    story.out.drop(node, "moved")


def _ruby(story: Story, node: Element, line: Line) -> None:
    """The base text; the reading above it is left out."""
    for child in node:
        if child.tag == W + "rubyBase":
            read_inline(story, child, line)
        else:
            story.out.drop(child, "ruby")


def _control(story: Story, node: Element, line: Line) -> None:
    content = control(story.out, node).content
    if content is not None:
        _inside(story, content, line)


def _alternate(story: Story, node: Element, line: Line) -> None:
    branch = chosen(story.out, node)
    if branch is not None:
        _inside(story, branch, line)


def _reference(story: Story, node: Element, line: Line) -> None:
    if not story.muted:
        cited = story.file.cited.setdefault(_REFERENCES[node.tag], {})
        cited[node.get(W + "id") or ""] = None


def _box(story: Story, node: Element, line: Line) -> None:
    if story.muted:
        story.out.drop(node, "field-instruction")
    else:
        line.boxes.append(node)


def _math(story: Story, node: Element, line: Line) -> None:
    _add(story, line, _formula(node))


def _formula(node: Element) -> str:
    """A formula on one line: a fraction as `a/b`, all else in the order of the markup."""
    if node.tag == M + "t":
        return node.text or ""
    between = "/" if node.tag == M + "f" else ""
    return between.join(part for part in map(_formula, node) if part)


_Handler = Callable[[Story, Element, Line], None]

_HANDLERS: Mapping[str, _Handler | None] = {
    _TEXT: _text,
    W + "tab": _tab,
    W + "ptab": _tab,
    W + "br": _break,
    W + "cr": _line_break,
    W + "noBreakHyphen": _hyphen,
    W + "sym": _symbol,
    _FIELD_CHAR: _field_char,
    _INSTRUCTION: _instruction,
    W + "del": _deleted,
    W + "delText": _deleted,
    W + "moveFrom": _moved,
    W + "ruby": _ruby,
    W + "sdt": _control,
    MC + "AlternateContent": _alternate,
    **dict.fromkeys(_REFERENCES, _reference),
    W + "txbxContent": _box,
    DIAGRAM + "relIds": _box,
    DRAWING + "p": _box,
    VML + "textpath": _box,
    M + "oMath": _math,
    # Properties and marks without text. A soft hyphen shows only where Word breaks a line.
    **dict.fromkeys(
        (
            *(
                W + "pPr",
                _RUN_PROPERTIES,
                W + "sdtPr",
                W + "sdtEndPr",
                W + "smartTagPr",
                W + "customXmlPr",
                W + "fldData",
            ),
            *(W + "proofErr", W + "bookmarkStart", W + "bookmarkEnd", W + "lastRenderedPageBreak", W + "softHyphen"),
            *(W + "commentRangeStart", W + "commentRangeEnd", W + "permStart", W + "permEnd", W + "delInstrText"),
            *(W + "footnoteRef", W + "endnoteRef", W + "annotationRef", W + "separator", W + "continuationSeparator"),
        )
    ),
}
