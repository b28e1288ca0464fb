"""Telling formats by content."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdparse.errors import JdparseError, UnreadableInput
from jdparse.loaders.sniffing import foreign, sniff


def package(*names: str, content: bytes = b"<x/>", compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name in names:
            archive.writestr(name, content)
    return buffer.getvalue()


DOCX = package("[Content_Types].xml", "_rels/.rels", "word/document.xml")
PAGE = "<!DOCTYPE html>\n<html><body><p>岗位职责</p></body></html>"
PARTS = "岗位职责\n<div>一、招聘</div>\n<p>二、要求</p>\n<ul><li>三</li></ul>"


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (DOCX, "x.docx", "docx"),
        (DOCX, "x.txt", "docx"),
        (DOCX[:-60], "x.docx", "docx"),  # the end is lost
        (package("word\\document.xml").replace(b"word/", b"word\\"), "x", "docx"),
        (package("[Content_Types].xml"), "x", "docx"),
        (PAGE.encode(), "x.txt", "html"),
        (PAGE.encode("utf-8-sig"), "x", "html"),
        (PAGE.encode("utf-16"), "x", "html"),
        (PAGE.encode("utf-16-le"), "x", "html"),
        (b"\n <!-- saved --> <HTML>", "-", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "x", "html"),
        (b"<table><tr><td>1", "x", "html"),
        (PARTS.encode("gbk"), "x", "html"),
        ("岗位<br>职责".encode(), "x.html", "html"),
        (b"From: a\r\nSubject: b\r\n c\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "x", "mhtml"),
        (b"MIME-Version: 1.0\nContent-Type: text/html\n", "x.mht", "mhtml"),
        ("岗位职责".encode(), "x.html", "txt"),
        ("岗位职责".encode(), "x.docx", "txt"),
        ("| 甲<br>乙 | 丙 |\n|---|---|".encode(), "x.md", "txt"),
        ("薪资 <10K，年龄 <35 岁，<p 值>".encode(), "x.txt", "txt"),
        ("岗位职责\n任职要求".encode("utf-16-le"), "x", "txt"),
        ("Senior buyer, 2 heads".encode("utf-16-be"), "x", "txt"),
        ("BMW 4S 店销售".encode("gbk"), "x", "txt"),
        ("MZ 公司".encode(), "x", "txt"),
        (b"PK match: sales", "x", "txt"),
    ],
)
def test_formats(data: bytes, name: str, expected: str) -> None:
    assert sniff(data, name) == expected


FOREIGN = [
    (b"%PDF-1.7\n%\xe2\xe3", "PDF file"),
    (b"\n\n%PDF-1.4", "PDF file"),
    (b"{\\rtf1\\ansi", "RTF file"),
    (b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG image"),
    (b"GIF89a\1\0", "GIF image"),
    (b"\x1f\x8b\x08\0", "gzip archive"),
    (b"7z\xbc\xaf\x27\x1c\0", "7z archive"),
    (b"Rar!\x1a\x07\1", "RAR archive"),
    (b"\x7fELF\2\1", "ELF program"),
    (b"SQLite format 3\0", "SQLite database"),
    (b"MZ".ljust(0x3C, b"\0") + b"\x40\0\0\0PE\0\0", "Windows program"),
    (package("a.txt"), "ZIP archive"),
    (package("mine.docx", content=DOCX, compression=zipfile.ZIP_STORED), "ZIP archive"),
    (package("[Content_Types].xml", "xl/workbook.xml"), "Excel file (.xlsx)"),
    (package("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint file (.pptx)"),
    (
        package("mimetype", content=b"application/vnd.oasis.opendocument.text", compression=zipfile.ZIP_STORED),
        "OpenDocument text (.odt)",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument\0".encode("utf-16-le"),
        "old Word file (.doc); save it as .docx",
    ),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "OLE compound file"),
    (b'<?xml version="1.0"?><feed/>', "XML file"),
    (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "Word XML file"),
    (bytes(range(256)) * 4, "binary data"),
]


@pytest.mark.parametrize(("data", "kind"), FOREIGN, ids=[kind for _, kind in FOREIGN])
def test_kinds_of_file_that_are_refused(data: bytes, kind: str) -> None:
    assert foreign(data) == kind
    with pytest.raises(UnreadableInput) as caught:
        sniff(data, "x.txt")
    assert str(caught.value) == f"not a document that can be read: {kind}"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", b"\xff\xfe", b"\xff\xfe \0\n\0"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="the file is empty"):
        sniff(data, "x.txt")


@settings(deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"MZ", b"<?xml", b"\xff\xfe", b"<"])
)
def test_any_bytes_have_a_format_or_an_error_of_ours(data: bytes, magic: bytes) -> None:
    try:
        found = sniff(magic + data, "x.txt")
    except JdparseError:
        return
    assert found in {"txt", "docx", "html", "mhtml"}
