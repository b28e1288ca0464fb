"""Word files built from small pieces of WordprocessingML, for tests.

A document is written as the expressions `p`, `r`, `table` … and packed by `package`. Only the parts that a test names
are in the package: that a loader needs no more is itself tested.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_NAMESPACES = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
}


class Part(NamedTuple):
    """A part beside the main one: its data, the last segment of its relationship's type, and its media type."""

    data: str | bytes
    relationship: str
    media_type: str = "application/xml"


def namespaces(*, strict: bool = False) -> str:
    """The declarations of a root element."""
    own = {"w": STRICT if strict else TRANSITIONAL, "r": _STRICT_RELATIONSHIPS if strict else _RELATIONSHIPS}
    return " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in (own | _NAMESPACES).items())


def r(text: str = "", properties: str = "", *, inside: str = "") -> str:
    """A run of text; `inside` is markup that stands after it."""
    shown = f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{shown}{inside}</w:r>"


def p(*content: str, style: str = "", number: tuple[int, int] | int | None = None, properties: str = "") -> str:
    """A paragraph of runs; content that is no markup becomes a run. `number` is a numId, or a numId and a level."""
    if style:
        properties = f'<w:pStyle w:val="{style}"/>' + properties
    if number is not None:
        num_id, level = number if isinstance(number, tuple) else (number, 0)
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    runs = "".join(piece if piece.startswith("<") else r(piece) for piece in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    """A table cell of blocks; content that is no markup becomes a paragraph."""
    blocks = "".join(piece if piece.startswith("<") else p(piece) for piece in content) or p()
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{blocks}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row; what is no markup becomes a cell."""
    shown = "".join(piece if piece.startswith("<") else cell(piece) if piece else cell() for piece in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{shown}</w:tr>"


def table(*rows: str, properties: str = "<w:tblPr/><w:tblGrid/>") -> str:
    return f"<w:tbl>{properties}{''.join(rows)}</w:tbl>"


def control(content: str, properties: str = "") -> str:
    """A content control, at whatever level its content is of."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str | None = None, data: str = "") -> str:
    """The runs of a complex field; `result` is markup, None for a field without one."""
    separated = "" if result is None else '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + result
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        f'{separated}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_box(content: str) -> str:
    """A DrawingML text box with its VML fallback, as Word writes both."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def style(style_id: str, name: str, properties: str = "", *, based_on: str = "", kind: str = "paragraph") -> str:
    """A style; `properties` are its `w:pPr` and `w:rPr`."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{properties}</w:style>'


def level(index: int, number_format: str, text: str, more: str = "", *, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{overrides}</w:num>'


def package(
    *body: str,
    styles: str = "",
    numbering: str = "",
    parts: Mapping[str, Part] | None = None,
    main: str = "word/document.xml",
    main_type: str = f"{_MAIN}.document.main+xml",
    strict: bool = False,
    encoding: str = "utf-8",
    relationships: str = "",
    raw_main: bytes | None = None,
    raw: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word file. `parts` are named by their path in the package, and related to the main part by the ids rId1, rId2 …

    `relationships` adds raw relationships of the main part, `raw` raw entries; `raw_main` replaces the main part's
    bytes.
    """
    declared = namespaces(strict=strict)
    types = _STRICT_RELATIONSHIPS if strict else _RELATIONSHIPS
    all_parts = dict(parts or {})
    if styles:
        all_parts["word/styles.xml"] = Part(f"<w:styles {declared}>{styles}</w:styles>", "styles")
    if numbering:
        all_parts["word/numbering.xml"] = Part(f"<w:numbering {declared}>{numbering}</w:numbering>", "numbering")
    content = f"<w:document {declared}><w:body>{''.join(body)}</w:body></w:document>"
    document = f'<?xml version="1.0" encoding="{encoding}"?>{content}'
    links = "".join(
        f'<Relationship Id="rId{index}" Type="{types}/{part.relationship}" Target="/{path}"/>'
        for index, (path, part) in enumerate(all_parts.items(), 1)
    )
    open_xml = "http://schemas.openxmlformats.org/package/2006"
    folder, _, file = main.rpartition("/")
    entries: dict[str, bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{open_xml}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/{main}" ContentType="{main_type}"/>'
            + "".join(
                f'<Override PartName="/{path}" ContentType="{part.media_type}"/>' for path, part in all_parts.items()
            )
            + "</Types>"
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{open_xml}/relationships"><Relationship Id="rId1" '
            f'Type="{types}/officeDocument" Target="{main}"/></Relationships>'
        ).encode(),
        main: raw_main if raw_main is not None else document.encode(encoding),
    }
    if links or relationships:
        entries[f"{folder}/_rels/{file}.rels"] = (
            f'<Relationships xmlns="{open_xml}/relationships">{links}{relationships}</Relationships>'
        ).encode()
    for path, part in all_parts.items():
        entries[path] = part.data if isinstance(part.data, bytes) else part.data.encode()
    return zipped(entries | dict(raw or {}))


def zipped(entries: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in entries.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)  # of 1980: the same entries give the same bytes
    return out.getvalue()


def note_part(kind: str, *notes: str) -> str:
    """A notes part: the notes have the ids 1, 2 … after Word's separator."""
    shown = "".join(f'<w:{kind} w:id="{index}">{note}</w:{kind}>' for index, note in enumerate(notes, 1))
    separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    return f"<w:{kind}s {namespaces()}>{separator}{shown}</w:{kind}s>"


def margin(kind: str, *content: str) -> str:
    """A header (`hdr`) or footer (`ftr`) part."""
    return f"<w:{kind} {namespaces()}>{''.join(content)}</w:{kind}>"
