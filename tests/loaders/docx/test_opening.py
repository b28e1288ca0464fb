"""Files that are hostile, damaged, or not what their name says."""

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from jdparse.errors import LimitExceeded, UnreadableInput
from jdparse.loaders.docx import load
from jdparse.loaders.docx.archive import MAX_ENTRIES
from tests.loaders.docx import build
from tests.loaders.docx.build import Part, cell, control, p, row, table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (OLE + "WordDocument".encode("utf-16-le"), "(.doc)"),
        (OLE, "OLE compound file"),
        (b"{\\rtf1 x}", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "MHTML"),
        (b"", "empty file"),
        (build.zipped({"xl/workbook.xml": b"<workbook/>"}), "Excel"),
        (build.zipped({"a.txt": b"a"}), "zip archive"),
        (build.zipped({"word/document.xml": b"<a/>"}), "something else"),
    ],
)
def test_other_formats_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        load(data, "a.docx")
    assert kind in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_relationships_and_backslashes() -> None:
    document = f"<w:document {build.namespaces()}><w:body>{p('甲')}</w:body></w:document>".encode()
    assert load(build.zipped({"word\\document.xml": document}), "a.docx").text == "甲\n"


@pytest.mark.parametrize(
    "main",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<?xml version="1.0"?>\n<!-- c -->\n<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        "<!DOCTYPE a><a/>".encode("utf-16"),
        b"<w:document",
        b"",
        b"<a>&nope;</a>",
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b'<?xml version="1.0" encoding="punycode"?>' + b"a-" * 20_000,
    ],
)
def test_bad_markup_is_refused(main: bytes) -> None:
    with pytest.raises(UnreadableInput):
        load(build.package(raw_main=main), "a.docx")


def nested(depth: int) -> str:
    content = p("甲")
    for _ in range(depth):
        content = control(content)
    return content


def tables(depth: int) -> str:
    content = p("甲")
    for _ in range(depth):
        content = table(row(cell(content, p())))
    return content


@pytest.mark.parametrize(
    "body",
    [
        table(row(cell("甲", properties='<w:gridSpan w:val="200000000"/>'))),
        table(row("甲", properties='<w:gridBefore w:val="99999999999999999999"/>')),
        table(*(row(*(cell(properties='<w:gridSpan w:val="63"/>') for _ in range(20))) for _ in range(2))),
        nested(110),
        nested(2_000),
        tables(120),
        p(
            *['<w:r><w:fldChar w:fldCharType="begin"/></w:r>'] * 101,
            *['<w:r><w:fldChar w:fldCharType="end"/></w:r>'] * 101,
        ),
    ],
)
def test_spans_and_depth_are_limited(body: str) -> None:
    with pytest.raises(LimitExceeded):
        load(build.package(body), "a.docx")


def test_deep_nesting_within_the_limit() -> None:
    assert load(build.package(nested(60)), "a.docx").text == "甲\n"
    assert load(build.package(tables(60)), "a.docx").text == "甲\n"


def test_a_word_file_in_itself_is_limited() -> None:
    inner = build.package(p("底"))
    for _ in range(4):
        inner = build.package('<w:altChunk r:id="rId1"/>', parts={"word/a.docx": Part(inner, "aFChunk")})
    with pytest.raises(LimitExceeded):
        load(inner, "a.docx")


def test_bombs_are_limited() -> None:
    body = f"<w:document {build.namespaces()}><w:body>".encode() + b" " * 30_000_000
    with pytest.raises(LimitExceeded):
        load(build.package(raw_main=body), "a.docx")


def test_merged_cells_of_embedded_html_are_limited() -> None:
    page = f"<table>{('<tr>' + '<td rowspan=999>x' * 40) * 200}</table>"
    with pytest.raises(LimitExceeded):
        load(build.package('<w:altChunk r:id="rId1"/>', parts={"word/a.html": Part(page, "aFChunk", "text/html")}), "a")


def test_an_embedded_document_is_shown_once() -> None:
    parts = {"word/a.html": Part("<p>甲</p>", "aFChunk", "text/html")}
    assert load(build.package('<w:altChunk r:id="rId1"/>' * 3, parts=parts), "a.docx").text == "甲\n"


def test_long_chains_of_styles_and_lists_are_followed_in_time() -> None:
    styles = "".join(build.style(f"s{i}", "x", based_on=f"s{i + 1}") for i in range(3_000))
    lists = "".join(build.abstract(i, more='<w:numStyleLink w:val="L"/>') + build.num(i, i) for i in range(1, 3_000))
    body = "".join(p("甲", style=f"s{i}", number=i) for i in range(0, 3_000, 3))
    assert load(build.package(body, styles=styles, numbering=lists), "a.docx").text.count("甲") == 1_000


def test_too_many_entries() -> None:
    with pytest.raises(LimitExceeded):
        load(build.package(p("甲"), raw={f"x/{i}": b"" for i in range(MAX_ENTRIES)}), "a.docx")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_entries() -> None:
    out = BytesIO(build.package(p("甲")))
    with ZipFile(out, "a") as archive:
        archive.writestr("Word/Document.xml", b"<a/>")
    with pytest.raises(UnreadableInput, match="two zip entries"):
        load(out.getvalue(), "a.docx")


def patched(data: bytes, entry: str, offset: int, value: bytes) -> bytes:
    """The archive with a field of an entry's directory record overwritten."""
    place = data.rfind(entry.encode()) - 46 + offset
    return data[:place] + value + data[place + len(value) :]


def test_overlapping_entries() -> None:
    data = build.package(p("甲"), raw={"z1": b"a" * 50})
    with ZipFile(BytesIO(data)) as archive:
        first = archive.getinfo("word/document.xml").header_offset
    with pytest.raises(UnreadableInput):
        load(patched(data, "z1", 42, struct.pack("<L", first + 10)), "a.docx")


def test_damaged_and_encrypted_entries() -> None:
    data = build.package(p("甲"))
    for offset, value in ((16, b"\0\0\0\0"), (8, b"\1\0"), (20, b"\xff\xff\xff\0"), (42, b"\xff\xff\xff\0")):
        with pytest.raises(UnreadableInput):
            load(patched(data, "word/document.xml", offset, value), "a.docx")
    with pytest.raises(UnreadableInput):
        load(data[: len(data) // 2], "a.docx")


def test_other_compression_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a/>", compress_type=ZIP_BZIP2)
    with pytest.raises(UnreadableInput):
        load(out.getvalue(), "a.docx")
