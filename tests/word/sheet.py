"""Word files as an HR department keeps them: python-docx gives the package and its styles, the body is markup.

A body is a list of blocks: plain text is a paragraph, markup (of this module or of `tests.loaders.docx.build`) stands
as it is. `Sheet.save` gives the same bytes for the same content: the times in the package are fixed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from lxml.etree import _Element, tostring

from tests.loaders.docx.build import namespaces, p, r

_TIME = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)
_ENTRY_TIME = (2024, 1, 8, 9, 0, 0)
_TWIPS = 567
"""A centimetre."""
_FONT = "宋体"
_MARGINS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `across` columns and `down` rows."""

    blocks: tuple[str, ...]
    across: int = 1
    down: int = 1
    head: bool = False
    """Shaded and centred, as label cells are."""
    upright: bool = False
    """Its text runs from top to bottom."""


def c(*blocks: str, across: int = 1, down: int = 1) -> Cell:
    """A cell of values."""
    return Cell(blocks, across, down)


def h(*blocks: str, across: int = 1, down: int = 1, upright: bool = False) -> Cell:
    """A cell of a label."""
    return Cell(blocks, across, down, head=True, upright=upright)


def down(text: str, rows: int = 1) -> Cell:
    """A label down the left side, one character a line."""
    return Cell(tuple(text), 1, rows, head=True)


def grid(widths: Sequence[float], *rows: Sequence[Cell | str], repeat: int = 0, style: str = "TableGrid") -> str:
    """A table whose columns are `widths` centimetres wide; its first `repeat` rows are repeated on each page."""
    open_: dict[int, tuple[int, Cell]] = {}
    """By column: how many rows a cell above still reaches down, and the cell."""
    shown: list[str] = []
    for number, row in enumerate(rows):
        cells = "".join(_cells([_cell(entry) for entry in row], widths, open_))
        again = "<w:tblHeader/>" if number < repeat else ""
        shown.append(
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="400" w:hRule="atLeast"/>{again}</w:trPr>{cells}</w:tr>'
        )
    total = round(sum(widths) * _TWIPS)
    columns = "".join(f'<w:gridCol w:w="{round(width * _TWIPS)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(shown)}</w:tbl>'
    )


def _cell(entry: Cell | str) -> Cell:
    return entry if isinstance(entry, Cell) else Cell((entry,) if entry else ())


def _cells(cells: list[Cell], widths: Sequence[float], open_: dict[int, tuple[int, Cell]]) -> Iterator[str]:
    column = 0
    waiting = iter(cells)
    while column < len(widths):
        if column in open_:
            rows, above = open_.pop(column)
            if rows > 1:
                open_[column] = (rows - 1, above)
            yield _markup(above, widths[column : column + above.across], "<w:vMerge/>", p())
            column += above.across
            continue
        cell = next(waiting, None)
        if cell is None:
            raise ValueError(f"the row ends at column {column} of {len(widths)}")
        if cell.down > 1:
            open_[column] = (cell.down - 1, cell)
        merge = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
        yield _markup(cell, widths[column : column + cell.across], merge, _paragraphs(cell))
        column += cell.across
    if next(waiting, None) is not None or column > len(widths):
        raise ValueError(f"the row is wider than {len(widths)} columns")


def _markup(cell: Cell, widths: Sequence[float], merge: str, content: str) -> str:
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if cell.head else ""
    turn = '<w:textDirection w:val="tbRlV"/>' if cell.upright else ""
    width = round(sum(widths) * _TWIPS)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}{turn}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def _paragraphs(cell: Cell) -> str:
    properties = '<w:jc w:val="center"/>' if cell.head else ""
    shown = "".join(b if b.startswith("<") else p(b, properties=properties) for b in cell.blocks) or p()
    # a cell ends with a paragraph, whatever stands before it
    return shown + p() if shown.endswith("</w:tbl>") else shown


def centred(text: str, size: int = 18) -> str:
    """A title line: bold and centred, `size` points high."""
    return p(r(text, f'<w:b/><w:sz w:val="{2 * size}"/>'), properties='<w:jc w:val="center"/>')


def page_break() -> str:
    return p('<w:r><w:br w:type="page"/></w:r>')


def lines(*texts: str) -> str:
    """One paragraph of lines with soft breaks between them."""
    return p("<w:r><w:br/></w:r>".join(r(text) for text in texts))


def box(*blocks: str, width: float = 5, height: float = 2) -> str:
    """A run with a text box, `width` by `height` centimetres, as Word 2010 and later write it."""
    across, high = round(width * 360000), round(height * 360000)
    content = "".join(block if block.startswith("<") else p(block) for block in blocks)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{across}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapTopAndBottom/><wp:docPr id="1" name="文本框 1"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{high}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"/></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape style="width:{width}cm;height:{height}cm"><v:textbox><w:txbxContent>{content}</w:txbxContent>'
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document: its blocks, and what stands on each page above and below them."""

    body: tuple[str, ...]
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    numbering: str = ""
    """The `w:abstractNum` and `w:num` of the document's lists."""
    styles: dict[str, str] = field(default_factory=dict[str, str])
    """Paragraph properties (`w:numPr` and the like) by the id of the style that they are added to."""

    def save(self) -> bytes:
        document = Document()
        _dress(document)
        for style_id, properties in self.styles.items():
            _add_properties(document, style_id, properties)
        if self.numbering:
            numbering = document.part.numbering_part.element
            for child in list(numbering):
                numbering.remove(child)
            numbering.extend(_parsed(self.numbering))
        end = document.element.body.sectPr
        assert end is not None
        for element in _parsed("".join(b if b.startswith("<") else p(b) for b in self.body)):
            end.addprevious(element)
        section = document.sections[0]
        for part, content in ((section.header, self.header), (section.footer, self.footer)):
            if content:
                part.is_linked_to_previous = False
                first = part.paragraphs[0]._p
                for element in _parsed("".join(b if b.startswith("<") else p(b) for b in content)):
                    first.addprevious(element)
                part._element.remove(first)
        out = BytesIO()
        document.save(out)
        return _at_fixed_times(out.getvalue())


def _dress(document: WordDocument) -> None:
    """Give the template the look and the properties of a Chinese office document."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = "人力资源部"
    properties.title = properties.comments = properties.keywords = ""
    properties.created = properties.modified = _TIME
    normal = document.styles["Normal"]
    normal.font.name = _FONT
    normal.font.size = Pt(10.5)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), _FONT)
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    spacing = normal.paragraph_format
    spacing.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Pt(595.3), Pt(841.9)
    section.left_margin = section.right_margin = Pt(62)


def _add_properties(document: WordDocument, style_id: str, properties: str) -> None:
    style = next(style for style in document.styles if style.style_id == style_id)
    style.element.get_or_add_pPr().extend(_parsed(properties))


def _parsed(markup: str) -> list[_Element]:
    return list(parse_xml(f"<w:body {namespaces()}>{markup}</w:body>"))


def _at_fixed_times(data: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            if name == "docProps/thumbnail.jpeg":  # of the template, not of this document
                continue
            entry = ZipInfo(name, _ENTRY_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, _without_thumbnail(old.read(name)) if name == "_rels/.rels" else old.read(name))
    return out.getvalue()


def _without_thumbnail(relationships: bytes) -> bytes:
    root = parse_xml(relationships)
    for child in list(root):
        if (child.get("Type") or "").endswith("/thumbnail"):
            root.remove(child)

    return tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
