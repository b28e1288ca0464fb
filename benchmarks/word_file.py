"""The yardstick of a warm parse: a text as Word writes it, unzipped and read by lxml."""

import re
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Package
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

# Word begins a new run where the script changes, since fonts are set by script.
_RUN = re.compile(r"[\x20-\x7e]++|[^\x20-\x7e]++")


def word_file(text: str) -> bytes:
    """A .docx with a paragraph a line, and in each run the fonts, sizes and languages that Word writes there."""
    document = Document()
    for line in text.splitlines():
        paragraph = document.add_paragraph()
        for run in _RUN.findall(line):
            add_run(paragraph, run)
    return saved(document)


def without_unused_styles(data: bytes) -> bytes:
    """The same file without what no file of Word's own has.

    The template of python-docx holds every table style of Word 2010, 350 kB of them, and all once more "with effects".
    Word itself writes those in use.
    """
    document = Document(BytesIO(data))
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE:
            style.delete()
    relations = document.part.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/stylesWithEffects")]:
        del relations[key]
    return saved(document)


def xml_size(data: bytes) -> tuple[int, int]:
    """The bytes of XML in all parts of a .docx, and in its main part."""
    with ZipFile(BytesIO(data)) as package:
        sizes = {part.filename: part.file_size for part in package.infolist() if _is_xml(part.filename)}
    return sum(sizes.values()), sizes["word/document.xml"]


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def saved(document: Package) -> bytes:
    """The bytes of a document."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_run(paragraph: Paragraph, text: str) -> None:
    """Add a text with the fonts, sizes and languages that Word writes at a run."""
    run = paragraph.add_run(text)
    run.font.name = "宋体"
    run.font.size = Pt(10.5)
    properties = run._element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), "宋体")
    fonts.set(qn("w:cs"), "宋体")
    fonts.set(qn("w:hint"), "eastAsia")
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), "21")
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties.extend([size, language])


def read_all_parts(data: bytes) -> None:
    """Unzip a .docx and parse every XML part of it."""
    with ZipFile(BytesIO(data)) as package:
        for name in filter(_is_xml, package.namelist()):
            etree.fromstring(package.read(name))


def read_main_part(data: bytes) -> None:
    """Unzip and parse the main part only."""
    with ZipFile(BytesIO(data)) as package:
        etree.fromstring(package.read("word/document.xml"))
