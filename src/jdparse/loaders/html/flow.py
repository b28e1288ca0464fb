"""Text that flows into lines: white space collapses, and what is known of a line is gathered until it ends.

White space as in CSS Text 3 (section 4.1), with one liberty: a line break of the source between two Chinese characters is
nothing, as Word and editors break their HTML anywhere.
"""

import re
from dataclasses import dataclass, field

from jdparse.loaders.html import lists, unfolding, written
from jdparse.loaders.html.items import Item, Line, Lines, Region
from jdparse.loaders.normalising import normalise
from jdparse.patterns import deferred

_RUNS = deferred(r"[ \t\r\f]*\n[ \t\r\n\f]*|[ \t\r\f]{2,}|[\t\r\f]")
# Han, kana, full-width forms and Chinese punctuation: between two of them a break of the source is no blank.
_WIDE = "[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2014\u2018-\u201d\u2026]"
_SOFT = deferred(rf"(?<={_WIDE}) *\n[ \n]*(?={_WIDE})")
_SPACES = deferred(r" {2,}| *\n[ \n]*")
ENUMERATED = deferred(r"[(（\[]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）\].．、:：]|[①-⑳⑴-⒇•●■◆★·]")
# what is a number whatever the list is called; 5.0 is none
_NUMBERED = deferred(r"(?:[(（]?\d{1,2}[)）、．]|\d{1,2}\.(?!\d))")
# What an encyclopaedia sets behind its headings.
_EDIT = deferred(r"(?:\s*[\[［【〔|｜]?\s*(?:编辑(?:本段|源代码)?|編輯|播报|播報|锚点|[#¶§🔗])\s*[\]］】〕|｜]?){1,4}$")
_ANCHORS = "¶§🔗"
# ▲ 图为导师在河边, 图：小禾
_CAPTION = deferred(
    r"[▲△↑]\s*\S|[（(]?(?:[上下左右]?图(?:[/／丨|｜：:]|为|\d{0,2}[：:])|图片?(?:来源|提供)|摄影?[：:/／])"
)
MOST_BLANK = 3
"""Empty lines in a row that are kept."""


@dataclass(slots=True, kw_only=True)
class Flow:
    """The lines of a page so far, and the one that is being read."""

    out: Lines = field(default_factory=Lines)
    items: list[Item] = field(default_factory=lambda: [])
    """Where lines go: the page's items or a cell's."""
    region: int = -1
    text: list[str] = field(default_factory=lambda: [])
    plain: bool = False
    """Whether the line has text that is not bold."""
    linked: int = 0
    links: int = 0
    marker: str = ""
    heading: int = 0
    bold: int = 0
    link: int = 0
    pre: int = 0
    outer_pre: list[int] = field(default_factory=lambda: [])
    gap: int = 0
    page_break: bool = False
    image: int = -1
    """How many items stood before the last picture."""
    fine: bool = False
    """Whether the line is set below a picture as what it shows."""

    def add(self, text: str) -> None:
        """Text of the current line."""
        if self.pre or ("\n" in text and written.are_lines(text)):
            self.preserved(text)
            return
        if not self.text and not self.links and text.isspace() and "\xa0" not in text and "\u3000" not in text:
            return  # the source's own, between two blocks
        if "\n" in text or "  " in text or "\t" in text or "\r" in text:
            text = _RUNS.sub(_collapsed, text)
        self.put(text)

    def preserved(self, text: str) -> None:
        text = text.replace("\r\n", "\n")
        first = True
        for line in text.split("\n"):
            if not first:
                self.end_line()
            first = False
            if line:
                self.put(line)

    def put(self, text: str) -> None:
        if not self.bold and not self.plain and not text.isspace():
            self.plain = True
        if self.link:
            self.linked += len(text.strip())
        self.text.append(text)

    def end_line(self) -> None:
        """A line break: an empty line widens the gap before the next."""
        if not self.flush():
            self.gap = min(self.gap + 1, MOST_BLANK)

    def flush(self) -> bool:
        """Ends the current line; says whether there was one."""
        parts = self.text
        if not parts:
            return False
        text = parts[0] if len(parts) == 1 else "".join(parts)
        parts.clear()
        blank = False
        if text.isprintable():
            # no line break, no blank but U+0020
            if "  " in text and not self.pre:
                text = _SPACES.sub(" ", text)
            text = text.strip()
        else:
            if "\n" in text:
                text = _SOFT.sub("", text)
            if not self.pre and ("\n" in text or "  " in text):
                text = _SPACES.sub(" ", text)
            blank = "\xa0" in text or "\u3000" in text
            text = normalise(text).replace("\n", " ").replace("\xa0", " ").strip()
        if not text:
            self.plain, self.linked, self.links = False, 0, 0
            self.gap = min(self.gap + 1, MOST_BLANK) if blank else self.gap
            return False
        alone = (
            lists.alone(text) if len(text) <= lists.LONGEST_ALONE and not self.heading and self.is_of_page() else None
        )
        if alone is not None:
            self.marker = alone
            self.plain, self.linked, self.links = False, 0, 0
            return True
        if self.heading:
            text = self.head(text)
        items = self.items
        if self.image == len(items) and self.is_of_page() and (_CAPTION.match(text) or self.fine or self.in_caption()):
            self.out.regions.append(Region("figcaption", "", self.image, self.image + 1, self.region))
        marker = self.marker
        if marker:
            self.marker = ""
            if (_NUMBERED if marker in lists.BULLETS else ENUMERATED).match(text):
                marker = ""  # the author's own number stands in the text
        gap = self.gap if items else 0
        linked = min(self.linked, len(text)) if self.linked else 0
        items.append(Line(text, marker, self.heading, not self.plain, gap, self.page_break, linked, self.links))
        self.gap = 0
        self.plain, self.page_break, self.linked, self.links = False, False, 0, 0
        self.fine = False
        return True

    def is_of_page(self) -> bool:
        """Whether lines go to the page, and to no cell of a table."""
        return self.items is self.out.items

    def in_caption(self) -> bool:
        """Whether the innermost region is called a caption."""
        return self.region >= 0 and "caption" in self.out.regions[self.region].names

    def head(self, text: str) -> str:
        """A heading without the sign that it unfolds, and without the links that an encyclopaedia sets behind it."""
        text = unfolding.without_sign(text) or text
        control = _EDIT.search(text) if self.links or text[-1] in _ANCHORS else None
        # no more than the control is a link: 图书编辑 may be one as a whole
        if control is not None and control.start() and self.linked <= len(control[0]):
            text = text[: control.start()]
            self.linked = 0
        return text


def _collapsed(match: re.Match[str]) -> str:
    return "\n" if "\n" in match.group() else " "
