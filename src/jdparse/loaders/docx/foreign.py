"""Files that carry a .docx name and are something else, named for what they are."""

from jdparse.errors import UnreadableInput

ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an OLE compound file, as its directory writes them ([MS-CFB] 2.6.1: UTF-16), the telling one
# first.
_OLE_STREAMS = (
    ("EncryptedPackage", "a Word document that is locked with a password"),
    ("WordDocument", "a document in the binary format of Word 97 to 2003 (.doc)"),
    ("Workbook", "an Excel workbook in the binary format (.xls)"),
    ("PowerPoint Document", "a PowerPoint presentation in the binary format (.ppt)"),
)
_SIGNATURES = (
    (b"{\\rtf", "an RTF document"),
    (b"%PDF-", "a PDF document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x05\x06", "an empty zip archive"),
)


def not_a_package(data: bytes, name: str) -> UnreadableInput:
    """The error for bytes that are no zip archive: it names the format that they are in, as far as can be told."""
    return UnreadableInput("{name}: not a Word document (.docx), but {kind}", name=name, kind=_kind(data))


def _kind(data: bytes) -> str:
    head = data[:4_096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        return "an empty file"
    if data.startswith(_OLE):
        for stream, kind in _OLE_STREAMS:
            if stream.encode("utf-16-le") in data:
                return kind
        return "an OLE compound file"
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    lower = head.lower()
    if lower.startswith(b"mime-version:") or b"\nmime-version:" in lower or b"multipart/related" in lower:
        return "a web archive (MHTML)"
    if b"<w:worddocument" in lower or b'progid="word.document"' in lower:
        return "a Word document in flat XML"
    return "something else"
