"""What kind of file some bytes are, told by the bytes: a name can be wrong, and standard input has none."""

import re

from jdparse.errors import UnreadableInput
from jdparse.loaders.decoding import decode
from jdparse.patterns import deferred

_HEAD = 1 << 13
_CONTROL_PERCENT = 3
"""Control bytes for each 100 above which a file is not text, unless of UTF-16 or UTF-32. Real text has none."""


def sniff(data: bytes, name: str) -> str:
    """The format of a file: `docx`, `html`, `mhtml` or `txt`.

    The name's ending decides only whether a few tags in a text make it a page.

    Raises UnreadableInput for an empty file and for a file of another kind, which it names.
    """
    if not data.strip(_BLANK):
        raise UnreadableInput("the file is empty")
    if _package(data) == "docx":
        return "docx"
    kind = foreign(data)
    if kind:
        raise UnreadableInput("not a document that can be read: {kind}", kind=kind)
    head = _markup(data)
    name = name.lower()
    if _MHTML.match(head) and (_RELATED.search(head) or name.endswith((".mht", ".mhtml"))):
        return "mhtml"
    return "html" if _is_page(head, name) else "txt"


_BLANK = b" \t\r\n\v\f\0\xef\xbb\xbf\xff\xfe"
"""White space and byte order marks, in UTF-8 and in UTF-16."""


def foreign(data: bytes) -> str | None:
    """The kind of a file that is no document to be read (`PDF file`, `PNG image` …), None for one that may be."""
    package = _package(data)
    if package:
        return None if package == "docx" else package
    for magic, kind in _SIGNATURES:
        if data.startswith(magic):
            return kind
    if data.startswith(_OLE):
        return _compound_file(data)
    if b"%PDF-" in data[:1024]:  # where readers look for it (ISO 32000-1, implementation note 13)
        return "PDF file"
    for offset, magic, kind in _INNER_SIGNATURES:
        if data.startswith(magic, offset):
            return kind
    if _is_windows_program(data):
        return "Windows program"
    head = _markup(data)
    if head.startswith((b"<?xml", b"<?mso-")) and not _XHTML.search(head):
        return "Word XML file" if b"word" in head.lower() else "XML file"
    return "binary data" if _is_binary(data) else None


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SIGNATURES = (
    (b"{\\rtf", "RTF file"),
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"II*\0", "TIFF image"),
    (b"MM\0*", "TIFF image"),
    (b"%!PS", "PostScript file"),
    (b"\x1f\x8b\x08", "gzip archive"),
    (b"BZh91AY&SY", "bzip2 archive"),
    (b"\xfd7zXZ\0", "xz archive"),
    (b"\x28\xb5\x2f\xfd", "Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"MSCF\0\0\0\0", "CAB archive"),
    (b"\x7fELF", "ELF program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"SQLite format 3\0", "SQLite database"),
    (b"\x00\x01\x00\x00Standard ", "Access database"),
    (b"%FDF-", "PDF form data"),
    (b"ID3\x02", "MP3 audio"),
    (b"ID3\x03", "MP3 audio"),
    (b"ID3\x04", "MP3 audio"),
    (b"OggS\0", "Ogg media"),
    (b"\x1aE\xdf\xa3", "Matroska video"),
)

_INNER_SIGNATURES = (
    (4, b"ftyp", "MP4 media"),
    (8, b"WEBPVP8", "WebP image"),
    (8, b"WAVEfmt ", "WAV audio"),
    (257, b"ustar", "tar archive"),
)


def _compound_file(data: bytes) -> str:
    """The kind of an OLE compound file, by the names of its streams (UTF-16 in its directory)."""
    for stream, kind in (
        ("WordDocument", "old Word file (.doc); save it as .docx"),
        ("Workbook", "old Excel file (.xls)"),
        ("Book", "old Excel file (.xls)"),
        ("PowerPoint Document", "old PowerPoint file (.ppt)"),
        ("EncryptedPackage", "Office file with a password"),
        ("__nameid_version1.0", "Outlook message (.msg)"),
    ):
        # A directory entry begins with the name and its closing NUL.
        if (stream + "\0").encode("utf-16-le") in data:
            return kind
    return "OLE compound file"


def _is_windows_program(data: bytes) -> bool:
    if not data.startswith(b"MZ"):
        return False
    header = int.from_bytes(data[0x3C:0x40], "little")
    return data.startswith(b"PE\0\0", header)


def _package(data: bytes) -> str | None:
    """What a ZIP container holds: `docx`, or the name of another kind. None for a file that is no ZIP container.

    Looks at the names in its central directory, or, where the end of the file is lost, at those before each member.
    """
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    end = data.rfind(b"PK\x05\x06", -0x10000 - 22)
    if end >= 0:
        size = int.from_bytes(data[end + 12 : end + 16], "little")
        names = _LISTED.finditer(data, max(0, end - size), end)
    else:
        names = _LOCAL.finditer(data)
    found = {match.group(1).lower().replace(b"\\", b"/") for match in names}
    for member, kind in _MEMBERS:
        if member in found:
            return kind
    return _opendocument(data) or "ZIP archive"


_MEMBERS = (
    (b"word/", "docx"),
    (b"xl/", "Excel file (.xlsx)"),
    (b"ppt/", "PowerPoint file (.pptx)"),
    (b"visio/", "Visio file (.vsdx)"),
    (b"[content_types].xml", "docx"),
    (b"index/document.iwa", "Pages document"),
)
_NAMES = b"(?i)(" + b"|".join(re.escape(m).replace(b"/", rb"[/\\]") for m, _ in _MEMBERS) + b")"
# A name stands 46 bytes into an entry of the directory, 30 into the header before a member (APPNOTE.TXT 4.3.12, 4.3.7).
_LISTED = deferred(_NAMES.replace(b"(?i)", rb"(?is)PK\x01\x02.{42}"))
_LOCAL = deferred(_NAMES.replace(b"(?i)", rb"(?is)PK\x03\x04.{26}"))


def _opendocument(data: bytes) -> str | None:
    """The kind that the first member states: it is called `mimetype` and stored as it is (OpenDocument 1.3, 3.3)."""
    if data[30:38] != b"mimetype":
        return None
    kind = data[38:138]
    if b"opendocument.text" in kind:
        return "OpenDocument text (.odt)"
    return "EPUB book" if b"epub" in kind else "OpenDocument file"


def _is_binary(data: bytes) -> bool:
    """Whether more control bytes stand in the head of a file than text has, and it is not UTF-16 or UTF-32."""
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls * 100 <= _CONTROL_PERCENT * len(head):
        return False
    try:
        return not decode(head).encoding.startswith(("utf-16", "utf-32"))
    except UnreadableInput:
        return True


_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"


def _markup(data: bytes) -> bytes:
    """The head of a file as ASCII markup stands in it: without the mark, blanks and the NULs of UTF-16."""
    return data[:_HEAD].replace(b"\0", b"").lstrip(_BLANK)


_MHTML = deferred(rb"(?i)(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*+)*?mime-version:")
_RELATED = deferred(rb"(?i)^content-type:\s*+multipart/related", re.MULTILINE)

_BLOCKS = (
    rb"html|head|body|title|meta|div|p|table|tbody|tr|t[dh]|[uo]l|li|d[ltd]|h[1-6]|section|article|main|script|style"
)
_FIRST_TAG = deferred(
    rb"(?i)(?:<!--(?s:.*?)-->\s*+|<\?xml[^>]*+>\s*+)*+(?:<!doctype\s++html|<(?:"
    + _BLOCKS
    + rb"|span|a|b|font|br|center|link|base|header|nav|form)[\s/>])"
)
_XHTML = deferred(rb"(?i)<!doctype\s++html|<html[\s>]")
_END_TAG = deferred(rb"(?i)</(?:" + _BLOCKS + rb")\s*+>")
_ANY_TAG = deferred(rb"(?i)</?(?:" + _BLOCKS + rb"|span|a|b|i|font|br|center|img|strong|em)(?:\s[^<>]*+)?/?>")
_END_TAGS = 3


def _is_page(head: bytes, name: str) -> bool:
    """Whether the head of a file is a page: it begins with a tag, or has end tags of blocks as text has none."""
    if _FIRST_TAG.match(head):
        return True
    if name.endswith((".html", ".htm", ".xhtml", ".shtml")):
        return _ANY_TAG.search(head) is not None
    return sum(1 for _ in _END_TAG.finditer(head)) >= _END_TAGS
