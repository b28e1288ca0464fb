"""The elements of a styles part, each parsed when it is first asked for.

A styles part holds what Word knows of all its styles, 30 kB and more, of which a document names three or four: to parse it
whole takes longer than all else in a file of one page.
"""

from collections.abc import Iterator, Mapping

from jdparse.errors import JdparseError
from jdparse.loaders.docx.markup import Element, W, prepared, tree
from jdparse.patterns import deferred

# How nearly all programs write it. A part with other prefixes or quotes, or with comments, is parsed whole.
_ROOT = deferred(rb"<w:styles\b[^>]*>")
_STYLE = deferred(rb"<w:style( [^>]*)>")
_END, _ROOT_END = b"</w:style>", b"</w:styles>"
_ID = deferred(rb' w:styleId="([^"&]*)"')
_OF_TABLES = b' w:type="table"'
_DEFAULT = deferred(rb' w:default="(?:1|true|on)"')
_OF_PARAGRAPHS = b' w:type="paragraph"'


class StyleElements(Mapping[str, Element]):
    """The styles of a part by their id; of two with one id the first. Those of tables, from which nothing is read, are left out."""

    def __init__(self, data: bytes, name: str, part: str) -> None:
        """`data` are the part's bytes; `name` is the file's name and `part` the part's, for messages.

        Raises the errors of `markup.prepared`, and those of `markup.tree` for a part that has to be parsed whole. A style that
        is parsed by itself and is not well-formed has the part parsed whole, which then says so.
        """
        self._data = prepared(data, name, part)
        self._place = name, part
        self._elements: dict[str, Element] = {}
        self._ranges: dict[str, tuple[int, int]] = {}
        self.default: str | None = None
        """The id of the paragraph style of paragraphs that name none."""
        root = _ROOT.search(self._data)
        self._head = root[0] if root is not None else b""
        if root is None or not self._find(root.end()):
            self._parse()

    def __getitem__(self, style: str) -> Element:
        found = self._elements.get(style)
        if found is None:
            start, end = self._ranges[style]
            try:
                root = tree(self._head + self._data[start:end] + _ROOT_END, *self._place)
            except JdparseError:
                self._parse()
                return self._elements[style]
            found = self._elements[style] = root[0]
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._ranges or self._elements)

    def __len__(self) -> int:
        return len(self._ranges or self._elements)

    def __contains__(self, style: object) -> bool:
        return style in self._ranges or style in self._elements

    def _find(self, start: int) -> bool:
        """Notes where each style stands in the bytes; False where they are not written as expected."""
        data = self._data
        if b"<!--" in data or b"<![CDATA[" in data:
            return False
        for found in _STYLE.finditer(data, start):
            tag = found[1]
            name = _ID.search(tag)
            if name is None:
                return False
            if _OF_TABLES in tag:
                continue
            style = name[1].decode("utf-8", "replace")
            end = found.end()
            if not tag.endswith(b"/"):
                end = data.find(_END, end) + len(_END)
                if end < len(_END):
                    return False
            self._ranges.setdefault(style, (found.start(), end))
            if _OF_PARAGRAPHS in tag and _DEFAULT.search(tag):
                self.default = style
        return bool(self._ranges)

    def _parse(self) -> None:
        """Parses the whole part."""
        self._ranges.clear()
        self._elements.clear()
        self.default = None
        for element in tree(self._data, *self._place).iterchildren(W + "style"):
            style = element.get(W + "styleId") or ""
            self._elements.setdefault(style, element)
            if element.get(W + "default") in ("1", "true", "on") and element.get(W + "type") == "paragraph":
                self.default = style
