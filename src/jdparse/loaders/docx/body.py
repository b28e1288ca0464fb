"""The walk over a part, in document order, that writes its text and its blocks."""

from collections.abc import Callable, Mapping

from jdparse.document import Block, Paragraph, Table
from jdparse.loaders.docx import chunks
from jdparse.loaders.docx.controls import chosen, control
from jdparse.loaders.docx.inline import PAGE_BREAK, RUN, Line, read_inline
from jdparse.loaders.docx.markup import DIAGRAM, DRAWING, MC, VAL, VML, Element, R, W
from jdparse.loaders.docx.numbering import Marker, count, reference
from jdparse.loaders.docx.package import xml_part
from jdparse.loaders.docx.properties import ParagraphProperties
from jdparse.loaders.docx.story import Story, deeper
from jdparse.loaders.docx.styles import ParagraphStyle
from jdparse.loaders.docx.tables import Grid, cells_of, rows_of
from jdparse.patterns import deferred
from jdparse.tracked import Span

_PARAGRAPH, _TABLE = W + "p", W + "tbl"
_PLAIN = ParagraphProperties()
_LINE_ENDS = deferred(f"[\n{PAGE_BREAK}]")


class Column:
    """Blocks that stand below each other: a body, a cell, a text box."""

    __slots__ = ("blocks", "carry", "contents", "gap")

    def __init__(self, blocks: list[Block] | None = None, gap: int = 0) -> None:
        self.blocks: list[Block] = [] if blocks is None else blocks
        self.gap = gap
        """Blank paragraphs since the last block."""
        self.carry: Line | None = None
        """The text of a paragraph whose mark is deleted: it runs on into the next paragraph."""
        self.contents = False
        """Whether this is the table of contents."""


def read_column(story: Story, container: Element, column: Column | None = None) -> tuple[Block, ...]:
    """Writes what a container of paragraphs and tables shows, without a line break at its end, and gives its blocks."""
    column = Column() if column is None else column
    _blocks(story, container, column)
    if column.carry is not None:
        line, column.carry = column.carry, None
        _write(story, column, line, None, _PLAIN)
    return tuple(column.blocks)


def _blocks(story: Story, container: Element, column: Column) -> None:
    for node in container:
        tag = node.tag
        if tag == _PARAGRAPH:
            _paragraph(story, node, column)
        elif tag == _TABLE:
            _table(story, node, column)
        else:
            handler = _HANDLERS.get(tag, _inside)
            if handler is not None:
                handler(story, node, column)


def _inside(story: Story, node: Element, column: Column) -> None:
    deeper(story.out, story.file.package.name)
    _blocks(story, node, column)
    story.out.depth -= 1


def _control(story: Story, node: Element, column: Column) -> None:
    found = control(story.out, node)
    if found.content is not None:
        outer, column.contents = column.contents, column.contents or found.contents
        _inside(story, found.content, column)
        column.contents = outer


def _alternate(story: Story, node: Element, column: Column) -> None:
    branch = chosen(story.out, node)
    if branch is not None:
        _inside(story, branch, column)


def _deleted(story: Story, node: Element, column: Column) -> None:
    story.out.drop(node, "deleted")


def _moved(story: Story, node: Element, column: Column) -> None:
    story.out.drop(node, "moved")


def _stray_run(story: Story, node: Element, column: Column) -> None:
    """A run outside any paragraph, as some generators write inside content controls: a paragraph of its own."""
    holder = node.makeelement(_PARAGRAPH)
    node.addprevious(holder)
    holder.append(node)
    _paragraph(story, holder, column)


def _chunk(story: Story, node: Element, column: Column) -> None:
    """A document of another format that is embedded as a whole."""
    target = story.relationships.get(node.get(R + "id") or "")
    if target is None or target.external:
        return
    deeper(story.out, story.file.package.name)
    for item in chunks.read_chunk(story, target.target):
        if isinstance(item, str):
            _plain(story, column, item)
        elif isinstance(item, chunks.Rows):
            _plain_table(story, column, item)
        else:
            _blocks(item.story, item.container, column)
    story.out.depth -= 1


_HANDLERS: Mapping[str, Callable[[Story, Element, Column], None] | None] = {
    W + "sdt": _control,
    MC + "AlternateContent": _alternate,
    W + "altChunk": _chunk,
    W + "del": _deleted,
    W + "moveFrom": _moved,
    RUN: _stray_run,
    **dict.fromkeys(
        (
            *(W + "sectPr", W + "tcPr", W + "sdtPr", W + "customXmlPr", W + "bookmarkStart", W + "bookmarkEnd"),
            *(
                W + "proofErr",
                W + "permStart",
                W + "permEnd",
                W + "commentRangeStart",
                W + "commentRangeEnd",
                W + "subDoc",
            ),
        )
    ),
}


def _paragraph(story: Story, node: Element, column: Column) -> None:
    properties = story.properties.paragraphs.get(node, _PLAIN)
    style = story.file.styles.paragraph(properties.style)
    line, column.carry = column.carry, None
    if line is None:
        line = Line(style)
    else:
        line.style = style
    read_inline(story, node, line)
    mark = properties.mark
    if mark is not None and mark.deleted and properties.section is None:
        column.carry = line
        return
    _write(story, column, line, style, properties)


def _write(
    story: Story, column: Column, line: Line, style: ParagraphStyle | None, properties: ParagraphProperties
) -> None:
    """Writes a paragraph's text, and after it the text boxes that are anchored in it."""
    text = "".join(line.pieces)
    if column.contents or line.contents or (style is not None and style.contents) or story.contents:
        story.out.contents += [part for part in _LINE_ENDS.split(text) if part.strip()]
    else:
        mark = properties.mark
        hidden = style is not None and style.hidden if mark is None or mark.hidden is None else mark.hidden
        if style is not None and not (hidden and not text.strip()):
            _begin_paragraph(story, column, text, line, style, properties)
        elif text.strip():
            _emit(story, column, text, None, bold=line.bold or False)
    if line.boxes:
        _boxes(story, column, line.boxes)
    if properties.section is not None:
        _end_section(story)


def _begin_paragraph(
    story: Story, column: Column, text: str, line: Line, style: ParagraphStyle, properties: ParagraphProperties
) -> None:
    if style.page_break if properties.page_break is None else properties.page_break:
        story.out.page_break = True
    heading = style.heading if properties.outline is None else (properties.outline + 1) % 10
    marker: Marker | None = None
    numbered = reference(properties.num_id, properties.level, style, story.file.numbering)
    if numbered is not None:
        marker = count(story.file.counters, *numbered)
    if PAGE_BREAK not in text:
        _emit(story, column, text, marker, heading=heading, bold=line.bold or False)
        return
    # A paragraph that a page break divides stands on two pages: one block each. The number stands with its first text.
    begun = False
    for index, part in enumerate(text.split(PAGE_BREAK)):
        story.out.page_break = story.out.page_break or index > 0
        if part.strip():
            _emit(
                story, column, part, None if begun else marker, heading=0 if begun else heading, bold=line.bold or False
            )
            begun = True
    if not begun:
        _emit(story, column, "", marker)


def _emit(
    story: Story, column: Column, text: str, marker: Marker | None, *, heading: int = 0, bold: bool = False
) -> None:
    """Writes one paragraph on a line of its own, below the column's other blocks; a blank one only widens the gap."""
    if marker is None and not text.strip():
        column.gap += 1
        return
    out, writer = story.out, story.out.writer
    text = text.strip("\n")
    gap = 0
    if column.blocks:
        gap = column.gap
        writer.write("\n" * (1 + gap))
    column.gap = 0
    start, line = writer.length, writer.line
    span = None
    if marker is not None:
        span = Span(start, start + len(marker.text))
        writer.write(marker.text + marker.suffix if text.strip() else marker.text)
        start = writer.length
    writer.write(text)
    column.blocks.append(Paragraph(start, writer.length, line, gap, span, heading, bold, out.page_break))
    out.page_break = False


def _separate(story: Story, column: Column) -> None:
    if column.blocks:
        story.out.writer.write("\n" * (1 + column.gap))


def _plain(story: Story, column: Column, text: str) -> None:
    """A paragraph without properties."""
    _emit(story, column, text, None)


def _end_section(story: Story) -> None:
    """After a section's last paragraph: the next section says whether it begins a page (it does unless it says not)."""
    story.section += 1
    if story.section < len(story.properties.sections):
        kind = story.properties.sections[story.section].find(W + "type")
        if kind is None or kind.get(VAL) not in ("continuous", "nextColumn"):
            story.out.page_break = True


def _table(story: Story, node: Element, column: Column) -> None:
    rows = rows_of(story, node)
    if not rows:
        return
    deeper(story.out, story.file.package.name)
    if column.carry is not None:
        line, column.carry = column.carry, None
        _write(story, column, line, None, _PLAIN)
    writer = story.out.writer
    _separate(story, column)
    start, line_number = writer.length, writer.line
    grid = Grid(story.file.package.name)
    for row, properties in rows:
        if grid.row >= 0:
            writer.write("\n")
        grid.begin_row(properties.before)
        for index, (cell, shape) in enumerate(cells_of(story, row)):
            if index and shape.horizontal != "continue":
                writer.add("\t")
            draft = grid.place(shape)
            if draft is None:
                story.out.drop(cell, "merged-cell")
            else:
                draft.blocks = _cell(story, cell)
    story.out.depth -= 1
    column.gap = 0
    column.blocks.append(Table(start, writer.length, line_number, grid.cells()))


def _cell(story: Story, node: Element) -> tuple[Block, ...]:
    """The blocks of a cell. An empty cell has one paragraph of no length, so that a blank answer has a place."""
    blocks = read_column(story, node)
    if blocks:
        return blocks
    writer = story.out.writer
    return (Paragraph(writer.length, writer.length, writer.line),)


def _plain_table(story: Story, column: Column, rows: chunks.Rows) -> None:
    writer = story.out.writer
    _separate(story, column)
    start, line_number = writer.length, writer.line
    grid = Grid(story.file.package.name)
    for row in rows.rows:
        if grid.row >= 0:
            writer.write("\n")
        grid.begin_row(0)
        for index, (shape, paragraphs) in enumerate(row):
            if index:
                writer.write("\t")
            draft = grid.place(shape)
            if draft is None:
                continue
            cell = Column()
            for paragraph in paragraphs:
                _plain(story, cell, paragraph)
            draft.blocks = tuple(cell.blocks) or (Paragraph(writer.length, writer.length, writer.line),)
    column.gap = 0
    column.blocks.append(Table(start, writer.length, line_number, grid.cells()))


def _boxes(story: Story, column: Column, boxes: list[Element]) -> None:
    """Text boxes and drawings that are anchored in a paragraph, below it. Their fields are their own."""
    fields, muted, contents = story.fields, story.muted, story.contents
    story.fields, story.muted, story.contents = [], 0, 0
    deeper(story.out, story.file.package.name)
    for box in boxes:
        if box.tag == W + "txbxContent":
            inner = Column(column.blocks, column.gap)
            read_column(story, box, inner)
            column.gap = inner.gap
        elif box.tag == DIAGRAM + "relIds":
            for text in _diagram(story, box):
                _plain(story, column, text)
        elif box.tag == VML + "textpath":
            _plain(story, column, box.get("string") or "")
        else:
            _plain(story, column, _drawing_text(box))
    story.out.depth -= 1
    story.fields, story.muted, story.contents = fields, muted, contents


def _diagram(story: Story, element: Element) -> list[str]:
    """The texts of a SmartArt diagram, point by point; they stand in a data part of their own."""
    target = story.relationships.get(element.get(R + "dm") or "")
    part = None if target is None or target.external else xml_part(story.file.package, target.target)
    if part is None:
        return []
    return [
        _drawing_text(paragraph) for text in part.root.iter(DIAGRAM + "t") for paragraph in text.iter(DRAWING + "p")
    ]


def _drawing_text(paragraph: Element) -> str:
    return "".join(
        "\n" if node.tag == DRAWING + "br" else node.text or ""
        for node in paragraph.iter(DRAWING + "t", DRAWING + "br")
    )
