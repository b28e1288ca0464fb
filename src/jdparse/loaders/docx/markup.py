"""XML parts: parsing one safely, and the names of WordprocessingML.

Elements are named in Clark notation, `{namespace}local`, as lxml does. Files in the ISO strict dialect name the same
elements in other namespaces; `parse` writes the transitional names over them, so that readers know one set only.
"""

import re
from typing import NamedTuple, TypeAlias

from lxml import etree

from jdparse.errors import LimitExceeded, UnreadableInput
from jdparse.patterns import deferred

Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage]  # lxml has no public name for its element type

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"

VAL = W + "val"

_MAX_INTEGER = 2**31 - 1
_PLAIN_DIGITS = 10

# ISO/IEC 29500-1 annex A and part 4: the namespaces of the strict dialect and their transitional counterparts.
_STRICT = b'"http://purl.oclc.org/ooxml/'
_TRANSITIONAL = (
    (b'"http://purl.oclc.org/ooxml/wordprocessingml/main"', W),
    (b'"http://purl.oclc.org/ooxml/officeDocument/relationships"', R),
    (b'"http://purl.oclc.org/ooxml/officeDocument/math"', M),
    (b'"http://purl.oclc.org/ooxml/drawingml/main"', DRAWING),
    (b'"http://purl.oclc.org/ooxml/drawingml/diagram"', DIAGRAM),
)
_DECLARATION = deferred(rb"\A<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_ENCODING = deferred(
    r"utf-?(?:8|16)(?:-?[lb]e|-sig)?|(?:us-)?ascii|gb(?:2312|k|18030)|big5(?:-?hkscs)?|iso-8859-[0-9]+|latin-?1"
    r"|windows-?[0-9]+|cp[0-9]+|shift[_-]?jis|euc-(?:jp|kr)",
    re.IGNORECASE,
)
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class Part(NamedTuple):
    """A parsed part."""

    root: Element
    symbols: bool
    """Whether it may hold characters of symbol fonts: it names such a font or has private-use characters."""


# Private-use characters, where symbol fonts have theirs, and the family of fonts whose letters are signs (Wingdings,
# Webdings).
_PRIVATE = deferred("[\uf020-\uf0ff]")
_FAMILY = b"dings"
# What may stand before the root element, up to a document type declaration.
_PROLOG = deferred(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_HEAD = 8_192
"""Bytes in which a root element declares its namespaces."""


def parse(data: bytes, name: str, part: str) -> Part:
    """An XML part.

    Raises the errors of `prepared` and of `tree`. `name` is the file's name and `part` the part's, for the message.
    """
    data = prepared(data, name, part)
    root = tree(data, name, part)
    # string() joins the texts in C, which is twenty times as fast as looking at them here.
    return Part(root, _FAMILY in data or _PRIVATE.search(str(root.xpath("string()"))) is not None)


def prepared(data: bytes, name: str, part: str) -> bytes:
    """The bytes of an XML part in UTF-8 with the transitional names.

    Raises UnreadableInput for a document type declaration (so that there are no entities to expand and nothing to fetch)
    and for an encoding that is none.
    """
    data = _utf8(data, name, part)
    if _PROLOG.match(data):
        raise UnreadableInput(
            "{name}: {part} has a document type declaration, which Word does not write", name=name, part=part
        )
    if data.find(_STRICT, 0, _HEAD) >= 0:
        for strict, transitional in _TRANSITIONAL:
            data = data.replace(strict, b'"' + transitional[1:-1].encode() + b'"')
    return data


def tree(data: bytes, name: str, part: str) -> Element:
    """The root element of prepared bytes.

    Raises UnreadableInput for XML that is not well-formed, LimitExceeded for nesting over 256 elements.
    """
    # A parser for each part: a shared one would keep the names of every document it ever saw.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,  # nobody asks for an element by its xml:id; a tenth of the time
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "XML_PARSE_HUGE" in str(error) or "Excessive depth" in str(error):
            raise LimitExceeded(
                "{name}: {part} nests deeper than 256 elements or has a text of over 10 MB", name=name, part=part
            ) from error
        raise UnreadableInput("{name}: {part} is not well-formed XML", name=name, part=part) from error
    if root is None:
        raise UnreadableInput("{name}: {part} is not well-formed XML", name=name, part=part)
    return root


def _utf8(data: bytes, name: str, part: str) -> bytes:
    """The part in UTF-8, whatever encoding its byte order mark or declaration names."""
    marked = next(((mark, encoding) for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if marked is not None:
        mark, encoding = marked
        data = data[len(mark) :]
    else:
        declared = _DECLARATION.match(data)
        encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
        if data[:4] in (b"<\0?\0", b"<\0w\0"):
            encoding = "utf-16-le"
        elif data[:4] in (b"\0<\0?", b"\0<\0w"):
            encoding = "utf-16-be"
    if encoding in ("utf-8", "utf8"):
        return data
    if not is_text_encoding(encoding):
        raise _unknown_encoding(name, part)
    try:
        return data.decode(encoding).encode("utf-8")
    except (LookupError, UnicodeError) as error:
        raise _unknown_encoding(name, part) from error


def _unknown_encoding(name: str, part: str) -> UnreadableInput:
    return UnreadableInput("{name}: {part} is not in the encoding that it names", name=name, part=part)


def is_text_encoding(name: str) -> bool:
    """Whether a name that a file gives is that of a character encoding that documents are written in.

    Python knows more codecs, of which some (punycode) take quadratic time.
    """
    return _ENCODING.fullmatch(name) is not None


def on(element: Element) -> bool:
    """Whether an on/off property is on: present without a value, or with any value but 0, false and off."""
    return element.get(VAL, "1") not in ("0", "false", "off", "none")


def integer(text: str | None, default: int) -> int:
    """A decimal number of an attribute, kept within 32 bits as Word does.

    `default` for one that is missing or is no number; some writers put `1.0`.
    """
    if text is None:
        return default
    if len(text) < _PLAIN_DIGITS and text.isdecimal():
        return int(text)
    try:
        return max(-_MAX_INTEGER, min(_MAX_INTEGER, int(float(text) if "." in text else text)))
    except (ValueError, OverflowError):
        return default
