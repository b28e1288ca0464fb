"""The elements of a styles part, each parsed when it is first asked for.

A styles part holds what Word knows of all its styles, 30 kB and more, of which a document names three or four: to parse it
whole takes longer than all else in a file of one page.
"""

from contextlib import suppress

from jdparse.errors import JdparseError
from jdparse.loaders.docx.markup import Element, W, prepared, tree
from jdparse.patterns import deferred

# How nearly all programs write a part. One with other prefixes or quotes, or with comments, is parsed whole.
_ROOT = deferred(rb"<w:styles\b[^>]*>")
_STYLE, _END, _ROOT_END = b"<w:style ", b"</w:style>", b"</w:styles>"
_ID = b' w:styleId="%b"'
_LONGEST_TAG = 1_000
_OF_TABLES, _OF_PARAGRAPHS = b' w:type="table"', b' w:type="paragraph"'
_DEFAULT = deferred(rb' w:default="(?:1|true|on)"')
_NAME = deferred(rb' w:styleId="([^"]*)"')


MOST_FOUND = 64
"""Styles that are looked for one by one, each from the part's beginning. A document with more has the part parsed whole."""


class StyleElements:
    """The styles of a part by their id; of two with one id the first. Those of tables, from which nothing is read, are left out."""

    def __init__(self, data: bytes, name: str, part: str) -> None:
        """`data` are the part's bytes; `name` is the file's name and `part` the part's, for messages.

        Raises the errors of `markup.prepared`, and those of `markup.tree` for a part that has to be parsed whole.
        """
        self._data = prepared(data, name, part)
        self._place = name, part
        self._elements: dict[str, Element | None] = {}
        root = _ROOT.search(self._data)
        self._head = root[0] if root is not None and _is_usual(self._data) else None
        """The start tag of the root element; None for a part that was parsed whole."""
        self.default: str | None = None
        """The id of the style of paragraphs that name none."""
        if self._head is None:
            self._parse()
        else:
            self._find_default()

    def get(self, style: str) -> Element | None:
        """The element of a style; None when there is none.

        A style that is not well-formed has the part parsed whole, which raises the errors of `markup.tree`.
        """
        if style not in self._elements and self._head is not None:
            if len(self._elements) < MOST_FOUND:
                self._elements[style] = self._found(style)
            else:
                self._parse()
        return self._elements.get(style)

    def _found(self, style: str) -> Element | None:
        data = self._data
        name = data.find(_ID % style.encode("utf-8", "replace"))
        if name < 0:
            return None
        start, tag_end = data.rfind(b"<", 0, name), data.find(b">", name)
        end = tag_end + 1 if data[tag_end - 1 : tag_end] == b"/" else data.find(_END, name) + len(_END)
        if _OF_TABLES in data[start:tag_end]:
            return None
        if data.startswith(_STYLE, start) and end > tag_end:
            with suppress(JdparseError):
                return tree((self._head or b"") + data[start:end] + _ROOT_END, *self._place)[0]
        self._parse()
        return self._elements.get(style)

    def _find_default(self) -> None:
        """The last default style of a paragraph counts."""
        data = self._data
        for found in _DEFAULT.finditer(data):
            at = found.start()
            start = data.rfind(b"<", max(0, at - _LONGEST_TAG), at)
            tag = data[start : data.find(b">", at, at + _LONGEST_TAG)] if start >= 0 else b""
            if tag.startswith(_STYLE) and _OF_PARAGRAPHS in tag and (name := _NAME.search(tag)) is not None:
                self.default = name[1].decode("utf-8", "replace")

    def _parse(self) -> None:
        """Parses the whole part."""
        self._head = None
        self._elements.clear()
        for element in tree(self._data, *self._place).iterchildren(W + "style"):
            style = element.get(W + "styleId") or ""
            self._elements.setdefault(style, element)
            if element.get(W + "default") in ("1", "true", "on") and element.get(W + "type") == "paragraph":
                self.default = style


def _is_usual(data: bytes) -> bool:
    """Whether styles are written as expected: an id for each in double quotes, nothing escaped, no comments."""
    return data.count(_STYLE) == data.count(b' w:styleId="') and b"&" not in data and b"<!" not in data
