"""The walk over a page's tree: its visible text as lines and tables, in reading order.

How text flows into lines, `flow` tells. Not text: scripts, templates, form controls, `alt` (but that of a
picture of a document's page), and what is hidden by `hidden`, a style attribute or a simple rule of a style sheet. A hidden
block with a job description in it that stands nowhere else is shown after all: pages fold their jobs away and unfold them by
script.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import cast

from jdparse.clean.script import simplify
from jdparse.errors import LimitExceeded
from jdparse.loaders.html import (
    beside,
    elements,
    grids,
    hiding,
    indexed,
    job_lists,
    layers,
    lists,
    menus,
    pictures,
    styles,
    tabs,
    unfolding,
    whole,
)
from jdparse.loaders.html.bands import Band
from jdparse.loaders.html.controls import is_control
from jdparse.loaders.html.elements import Element
from jdparse.loaders.html.flow import ENUMERATED, MOST_BLANK, Flow
from jdparse.loaders.html.items import Cell, Item, Line, Lines, Region, Table
from jdparse.loaders.html.job_lists import NONE as NO_LISTS
from jdparse.loaders.html.job_lists import JobLists, Part
from jdparse.loaders.html.limits import MAX_DEPTH
from jdparse.loaders.html.parsing import Source
from jdparse.loaders.normalising import normalise
from jdparse.patterns import deferred

# What an element does to the lines around it.
(
    _BLOCK, _SILENT, _BREAK, _LIST, _ITEM, _TABLE, _ROW, _CELL, _HEADING, _BOLD, _LINK, _PRE, _RULE, _SPAN, _AREA, _MENU, _IMAGE
) = range(1, 18)  # fmt: skip

_KINDS: Mapping[str, int] = {
    **dict.fromkeys(
        "html body address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
        "header hgroup legend main menu nav p search section summary optgroup tbody thead tfoot "
        # elements that the sheets of frameworks for small programs make blocks
        "view uni-view wx-view taro-view-core uni-page uni-page-wrapper uni-page-body uni-scroll-view".split(),
        _BLOCK,
    ),
    **dict.fromkeys(
        "head script style template noscript title svg math iframe frame object embed applet audio video canvas map area datalist select "
        "option button input progress meter param source track base link meta noframes rp rt xml o:officedocumentsettings".split(),
        _SILENT,
    ),
    **dict.fromkeys(("ol", "ul"), _LIST),
    **{f"h{level}": _HEADING for level in range(1, 7)},
    **dict.fromkeys(("b", "strong"), _BOLD),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _PRE),
    **dict.fromkeys(("td", "th"), _CELL),
    **dict.fromkeys(("span", "em", "i", "label", "font", "s", "sup", "text", "uni-text", "taro-text-core"), _SPAN),
    "br": _BREAK,
    "li": _ITEM,
    "table": _TABLE,
    "tr": _ROW,
    "a": _LINK,
    "hr": _RULE,
    "textarea": _AREA,
    menus.TAG: _MENU,
    "img": _IMAGE,
}
# Beside its kind, what the end of an element takes back.
_KIND = 31
_BOLDED, _LINKED, _PRESERVED, _COLLAPSED, _IN_REGION, _IN_TABLE, _IN_CELL = (1 << bit for bit in range(5, 12))
_NONE: Mapping[str, str] = {}

_HOLDS = frozenset(
    "div section article main aside nav header footer ul ol dl form figure fieldset center blockquote td details dialog menu figcaption dt view uni-view".split()
)
"""Elements that are regions whatever their attributes; other blocks are when they have a class or an id."""

_PLAIN_BLOCKS = frozenset(tag for tag, kind in _KINDS.items() if kind == _BLOCK) - _HOLDS

_CONDITIONAL = deferred(r"\[if[^\]]*supportLists\]>(.*?)<!\[endif", re.DOTALL)
_MARKUP = deferred(r"<[^>]*>|&nbsp;")
_FINE = deferred(r"(?=.*text-align\s*:\s*center).*font-size\s*:\s*(?:[0-9]|1[0-3])px")
"""How an editor sets the line below a picture."""
_BOLD_STYLE = deferred(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_LONGEST_MARKER = 20
_FEW = 4
"""Pieces of text that a label at the beginning of a line is made of at most."""
_HEAD_OF_FOLDED = 3
"""The level of a heading that is a button."""
_MOST_LONGER = 20
"""Hidden blocks that are compared with what is shown of them."""
_PIECE = 40
"""Characters by which a hidden section is found where it is shown as well."""


@dataclass(slots=True)
class _Frame:
    """A table that is being read."""

    grid: grids.Grid
    outer: list[Item]
    stray: list[Item] = field(default_factory=lambda: [])


@dataclass(slots=True)
class _Walk(Flow):
    sheet: styles.Sheet
    shown: frozenset[Element]
    """Hidden elements that are shown all the same."""
    frames: list[_Frame] = field(default_factory=lambda: [])
    open_lists: list[lists.List] = field(default_factory=lambda: [])
    word_marker: bool = False
    """Whether the paragraph is an item of a list of Word."""
    seen_layers: dict[Element, bool] = field(default_factory=lambda: {})
    """Whether the children of an element are a layer of positioned texts, which is then read already."""
    boxed: list[Element] = field(default_factory=lambda: [])
    """Elements whose children are placed and are no layer of text."""
    job_lists: JobLists = NO_LISTS
    job_list: _Frame | None = None
    """The list of jobs that is being read."""
    folded: list[tuple[Element, str]] = field(default_factory=lambda: [])
    """Hidden blocks that read as job descriptions."""

    pictured: bool = False
    """Whether the text of the pages that are shown as pictures is read."""
    plain_blocks: frozenset[str] = frozenset()
    """Tags of which an element without attributes does no more than to begin and end lines."""

    def run(self, root: Element) -> None:
        self.items = self.out.items
        if not self.job_lists.parts:
            self.plain_blocks = _PLAIN_BLOCKS - self.sheet.keyed.keys()
        stack: list[tuple[Iterator[Element], Element, int]] = []
        opened = self.open(root)
        if opened is None:
            return
        stack.append((iter(root), root, opened))
        while stack:
            children, element, undo = stack[-1]
            for child in children:
                if type(child) is not Element:
                    self.comment(child)
                elif (opened := self.open(child)) is not None:
                    if len(child):
                        if len(stack) >= MAX_DEPTH:
                            raise LimitExceeded(
                                "the page's elements are nested more than {limit} deep", limit=MAX_DEPTH
                            )
                        stack.append((iter(child), child, opened))
                        break
                    if opened:
                        self.close(child, opened)
                if tail := child.tail:
                    self.add(tail)
            else:
                stack.pop()
                if undo:
                    self.close(element, undo)
                if (tail := element.tail) and stack:
                    self.add(tail)
        self.flush()
        while self.frames:
            self.end_table()  # a list of jobs whose last row is not shown

    def menu(self, element: Element) -> None:
        """Reads a run of links: lines of their own, or side by side on one."""
        whole = normalise(element.text or "")
        texts = whole.split()
        if "\n".join(texts) != whole:  # a text of several words, or an empty one
            texts = [text for line in whole.split("\n") if (text := " ".join(line.split()))]
        of = element.get("of", "")
        if _KINDS.get(of, 0) in _LINES:
            if self.text:
                self.flush()
            counted = self.open_lists[-1] if of == "li" and self.open_lists else None
            for text in texts:
                marker = lists.marker(counted, _NONE, _NONE, None) if counted is not None else ""
                self.items.append(Line(text, marker, self.heading, False, 0, False, len(text), 1))
        elif texts:
            if self.text and self.text[-1][-1:] not in " \n":
                self.text.append(" ")
            beside = " ".join(texts) + " "
            self.text.append(beside)
            self.linked += len(beside) - len(texts)
            self.links += len(texts)
            self.plain = self.plain or not self.bold

    def comment(self, element: Element) -> None:
        """Word keeps the number of a list item in a conditional comment, for readers without lists."""
        found = _CONDITIONAL.search(element.text or "")
        if found and self.word_marker and not self.marker:
            self.marker = _MARKUP.sub("", found[1]).strip()[:_LONGEST_MARKER]

    def open(self, element: Element) -> int | None:
        """Begins an element: its kind and what its end takes back; None for one that is not shown."""
        tag = element.tag
        if tag in self.plain_blocks and not element.items():
            if self.text:
                self.flush()
            if text := element.text:
                self.add(text)
            return _BLOCK
        kind = _KINDS.get(tag, 0)
        if kind in _UNOPENED and (kind := self.unopened(element, kind)) in _UNOPENED:
            return None
        return self.begin(element, tag, kind)

    def begin(self, element: Element, tag: str, kind: int) -> int | None:
        """Begins an element that is read, as `open`."""
        attributes = elements.attributes(element)
        said: Mapping[str, str] = _NONE
        style = None
        if attributes or tag in self.sheet.keyed:
            said = self.sheet.of(element, attributes)
            style = attributes.get("style")
            if style and ":" in style:
                said = {**said, **styles.declared(style)}
            if (said or "class" in attributes or "hidden" in attributes) and self.is_hidden(
                element, attributes, said, kind
            ):
                return None
        undo = kind
        if kind == _BLOCK and "role" in attributes and unfolding.is_bar(element, attributes):
            undo = kind = _HEADING
        lines = kind in _LINES
        if lines and not (self.text and self.flush()) and kind == _BREAK and self.gap < MOST_BLANK:
            self.gap += 1
        if said or style:
            if style and self.is_read(element, kind, style, said):
                return None
            if style and self.image == len(self.items) and _FINE.match(style) is not None:
                self.fine = True
            undo |= self.styled(said, style)
        if not lines:
            if kind:
                undo |= self.inline(element, kind, attributes)
        elif kind != _BREAK and (attributes or kind != _BLOCK or tag in _HOLDS):
            undo |= self.block(element, tag, kind, attributes, said)
        if self.job_lists.parts:
            undo |= self.listed(element)
        if text := element.text:
            self.add(text)
        return undo

    def is_read(self, element: Element, kind: int, style: str, said: Mapping[str, str]) -> bool:
        """Reads an element that its style makes a marker or a piece of a layer; says whether it is one."""
        if kind == _SPAN and self.is_word_marker(element, style):
            return True
        return layers.is_placed(said) and self.layer(element)

    def unopened(self, element: Element, kind: int) -> int:
        """Reads a run of links; gives the kind, that of a heading or none (0) for a button that heads what stands below it."""
        if kind == _IMAGE:
            self.image = len(self.items)
            if not self.pictured and pictures.is_page(element):
                self.pictured = True
                self.flush()
                if text := pictures.text(element):
                    self.items.append(Line(text))
            return kind
        if kind == _MENU:
            self.menu(element)
        if element.tag != "button" or not unfolding.is_button(element, in_heading=self.heading > 0):
            return kind
        return 0 if self.heading else _HEADING

    def is_word_marker(self, element: Element, style: str) -> bool:
        """Takes the number that Word wrote before a list item; a sign of a symbol font is a bullet."""
        style = style.lower()
        if "mso-list" not in style or "ignore" not in style:
            return False
        number = normalise(elements.text(element)).replace("\xa0", " ").strip()
        if not number or (self.text and "".join(self.text).strip()):
            return not number
        symbols = "wingdings" in style or "symbol" in style or ENUMERATED.match(number) is None
        self.marker = lists.BULLET if symbols else number[:_LONGEST_MARKER]
        return True

    def inline(self, element: Element, kind: int, attributes: Mapping[str, str]) -> int:
        if kind == _BOLD:
            if self.text and ("class" in attributes or self.is_value(element) or beside.are_words(element)):
                self.space(element, attributes)
            self.bold += 1
        elif kind == _SPAN:
            if self.text:
                if len(element) == 0 and not element.text and (element.tag != "span" or "class" in attributes):
                    self.text.append(" ")  # a bar or dot that a style sheet draws between two chips
                else:
                    self.space(element, attributes)
        elif "href" in attributes or "name" not in attributes:
            if self.text:
                self.space(element, attributes)
                if self.text and not self.linked and _is_control_behind(self.text, element):
                    self.flush()  # 静安区武宁路1号 [地图找工作]
            if not unfolding.is_head(element, attributes, in_heading=self.heading > 0):
                self.link += 1
                self.links += 1
                return _LINKED
        return 0

    def close(self, element: Element, undo: int) -> None:
        kind = undo & _KIND
        if kind in _LINES:
            if self.text:
                self.flush()
            if kind == _BLOCK:
                if self.word_marker and element.tag == "p":
                    self.word_marker = False
            elif kind == _ITEM:
                self.marker = ""
            elif kind == _HEADING:
                self.heading = 0
            elif kind == _LIST:
                self.open_lists.pop()
            elif kind == _PRE:
                self.pre -= 1
        elif kind == _BOLD:
            if 0 < len(self.text) <= _FEW and beside.heads_text(element, "".join(self.text)):
                self.flush()
            self.bold -= 1
        if undo > _KIND:
            self.undo(undo)

    def undo(self, undo: int) -> None:
        if undo & _PRESERVED:
            if self.text:
                self.flush()
            self.pre -= 1
        if undo & _COLLAPSED:
            self.pre = self.outer_pre.pop()
        if undo & _BOLDED:
            self.bold -= 1
        if undo & _LINKED:
            self.link -= 1
        if undo & (_IN_CELL | _IN_TABLE) and self.text:
            self.flush()
        if undo & _IN_CELL:
            self.items = self.frames[-1].stray
        if undo & _IN_TABLE:
            self.end_table()
        if undo & _IN_REGION:
            region = self.out.regions[self.region]
            region.stop = len(self.out.items)
            self.region = region.parent

    def styled(self, said: Mapping[str, str], style: str | None) -> int:
        undo = 0
        if style and _BOLD_STYLE.search(style):
            self.bold += 1
            undo = _BOLDED
        space = said.get("white-space")
        if space is None:
            return undo
        if space in ("pre", "pre-wrap", "pre-line", "break-spaces"):
            self.pre += 1
            undo |= _PRESERVED
        elif self.pre:
            self.outer_pre.append(self.pre)
            self.pre = 0
            undo |= _COLLAPSED
        return undo

    def block(
        self, element: Element, tag: str, kind: int, attributes: Mapping[str, str], said: Mapping[str, str]
    ) -> int:
        if kind == _HEADING:
            self.heading = int(tag[1]) if tag[1:].isdigit() else _HEAD_OF_FOLDED
        elif kind == _LIST:
            items = len(element) if "reversed" in attributes else 0
            by_hand = tag == "ol" and any(map(ENUMERATED.match, _beginnings(element)))
            self.open_lists.append(
                lists.List("none") if by_hand else lists.begin(tag, attributes, said, items, len(self.open_lists))
            )
        elif kind == _ITEM:
            if self.open_lists:
                content = self.sheet.content(element, attributes)
                self.marker = lists.marker(self.open_lists[-1], attributes, said, content)
        elif kind == _PRE:
            self.pre += 1
        elif kind in _TABULAR and (undo := self.tabular(element, kind, attributes)):
            return undo
        elif tag == "p" and "mso-list" in attributes.get("style", ""):
            self.word_marker = True
        if self.frames or not (tag in _HOLDS or "class" in attributes or "id" in attributes):
            return 0
        if kind == _HEADING and _KINDS[tag] == _BLOCK:
            return 0  # the bar of a fold, which is no head of a page whatever its class says
        names = attributes.get("class", "")
        for name in ("id", "role"):
            # what unfolds has the role of a tab too, whatever `tab` in a class means
            if name in attributes and attributes[name] != "tab":
                names = f"{names} {attributes[name]}"
        regions = self.out.regions
        regions.append(Region(tag, names, len(self.out.items), -1, self.region))
        self.region = len(regions) - 1
        return _IN_REGION

    def tabular(self, element: Element, kind: int, attributes: Mapping[str, str]) -> int:
        """A table, row or cell of data; what only arranges the page gives 0."""
        if kind == _TABLE:
            if grids.is_layout(element, attributes):
                return 0
            self.frames.append(_Frame(grids.Grid(), self.items))
            self.items = self.frames[-1].stray
            return _IN_TABLE
        if not self.frames or self.items is not self.frames[-1].stray:
            return 0
        if kind == _ROW:
            self.frames[-1].grid.begin_row()
            return 0
        self.items = self.frames[-1].grid.place(attributes).items
        self.gap = 0
        return _IN_CELL

    def listed(self, element: Element) -> int:
        """A part of a list of jobs: rows and cells as those of a table, a detail as a cell across the columns below its row."""
        part = self.job_lists.parts.get(element)
        if part is None:
            return 0
        if self.text:
            self.flush()
        if part is Part.HEADER:
            self.job_list = _Frame(grids.Grid(), self.items)
            self.frames.append(self.job_list)
            self.items = self.job_list.stray
        frame = self.frames[-1] if self.frames else None
        if frame is None or frame is not self.job_list or self.items is not frame.stray:
            return 0  # its header is not shown
        grid = frame.grid
        undo = _IN_TABLE if element in self.job_lists.ends else 0
        if part is not Part.CELL:
            grid.begin_row()
        if part in (Part.CELL, Part.DETAIL):
            self.items = grid.place({"colspan": str(grid.widest)} if part is Part.DETAIL else _NONE).items
            self.gap = 0
            undo |= _IN_CELL
        return undo

    def end_table(self) -> None:
        frame = self.frames.pop()
        self.gap = 0
        self.items = frame.outer
        self.items += frame.stray
        table = frame.grid.table()
        if table is not None:
            self.items.append(table)

    def space(self, element: Element, attributes: Mapping[str, str]) -> None:
        """Sets an inline element apart from the one before it, where they are two things."""
        if self.is_value(element) or (len(self.text) <= _FEW and beside.is_dated(element)) or beside.is_button(element):
            self.flush()
        elif self.text[-1][-1:] not in " \n" and (
            beside.is_apart(element, attributes) or (self.heading and beside.is_badge(element))
        ):
            self.text.append(" ")

    def is_value(self, element: Element) -> bool:
        """Whether an inline element is the value of the label that is all of the line so far."""
        return len(self.text) <= _FEW and beside.is_value(element, "".join(self.text))

    def is_hidden(self, element: Element, attributes: Mapping[str, str], said: Mapping[str, str], kind: int) -> bool:
        names = attributes.get("class", "")
        if names and hiding.is_unseen(names):
            return True
        if not hiding.is_off(attributes, said):
            if names and hiding.is_button(element, attributes):
                if kind == _LINK:
                    return not unfolding.is_head(element, attributes, in_heading=self.heading > 0)
                if is_control((element.text or "").strip()):
                    return True
            return bool(said) and hiding.is_noise(element, said, inline=kind not in _LINES)
        if element in self.shown:
            return False
        piece = hiding.folded_job(element)
        if piece is None and kind == _BLOCK and unfolding.is_headed(element):
            piece = "".join(elements.text(element).split())[:_PIECE]
        if piece is not None:
            self.folded.append((element, piece))
        return True

    def layer(self, element: Element) -> bool:
        """Reads a layer of positioned texts as a whole, where the element is one of its pieces."""
        parent = element.getparent()
        if parent is None:
            return False
        known = self.seen_layers.get(parent)
        if known is not None:
            return known
        self.seen_layers[parent] = layers.is_layer(parent)
        if not self.seen_layers[parent]:
            self.boxed.append(parent)
            return False
        self.flush()
        begins = bool(self.items)
        for index, line in enumerate(layers.lines(parent)):
            if isinstance(line, Band):
                self.items.append(_table(line))
            else:
                self.items.append(Line(normalise(line.text), bold=line.bold, page_break=index == 0 and begins))
        return True


def _table(band: Band) -> Table:
    """The table that stands in a layer of positioned text."""
    cells = [
        Cell(row, column, 1, 1, [Line(normalise(text)) for text in texts])
        for row, found in enumerate(band.rows)
        for column, texts in found
    ]
    return Table(cells, len(band.rows))


def _is_control_behind(before: Sequence[str], link: Element) -> bool:
    """Whether a link behind a value is one of the site's controls, and nothing but such links follows on its line."""
    text = (link.text or "").strip()
    if len(link) or not 0 < len(text) <= _LONGEST_CONTROL or (link.tail or "").strip():
        return False
    following = link.getnext()
    return (
        (before[-1][-1:].isspace() or link.get("href") is None)
        and (following is None or following.tag in ("a", "br"))
        and is_control(simplify(text)[0])
        and not _LEADS_ON.search("".join(before))
    )


_LONGEST_CONTROL = 14
_LEADS_ON = deferred(
    r"[请可先后点未，。：:|/]\s*$|发布|更新|刷新|浏览|[應应][徵征]|申请|投[递遞]|登[录陆]|首[页頁]|(?:19|20)\d\d[-/.年]\d"
)
"""What goes on with the link (请 登录), and lines of the page's own data, which are told as a whole."""


def _beginnings(items: Element) -> Iterator[str]:
    """The first words of the first items of a list; where one has its own number, the list's are styled away."""
    for item in islice(items.iter("li"), _FIRST_ITEMS):
        yield next((stripped for text in cast("Iterator[str]", item.itertext()) if (stripped := text.strip())), "")


_FIRST_ITEMS = 4

_LINES = frozenset((_BLOCK, _BREAK, _LIST, _ITEM, _TABLE, _ROW, _CELL, _HEADING, _PRE, _RULE, _AREA))
_UNOPENED = frozenset((_SILENT, _MENU, _IMAGE))
_TABULAR = frozenset((_TABLE, _ROW, _CELL))


def visible(source: Source) -> Lines:
    """The visible text of a page.

    Raises LimitExceeded for elements nested deeper than `MAX_DEPTH` and for tables with too many merged cells.
    """
    sheet = source.sheet
    found = job_lists.find(source.root) if source.job_lists else NO_LISTS
    details = frozenset(element for element, part in found.parts.items() if part is Part.DETAIL)
    walk = _Walk(sheet, details, job_lists=found)
    walk.run(source.root)
    if walk.boxed and any(layers.reorder(parent) for parent in walk.boxed):
        walk = _Walk(sheet, details, job_lists=found)
        walk.run(source.root)
    if tabs.are_named(walk.out.regions) and (panels := tabs.unfold(source.root)):
        details |= panels
        walk = _Walk(sheet, details, job_lists=found)
        walk.run(source.root)
    if indexed.may_be(walk.out.items, len(walk.folded)) and (blocks := indexed.unfold(source.root)):
        details |= blocks
        walk = _Walk(sheet, details, job_lists=found)
        walk.run(source.root)
    if not walk.folded:
        return walk.out
    seen = whole.bare("".join(whole.texts(walk.out.items)))
    longer: dict[Element, list[Item]] = {}
    for element, _ in walk.folded[:_MOST_LONGER]:
        if whole.bare(elements.text(element))[-whole.TAIL :] not in seen:
            unfolded = _Walk(sheet, frozenset((element,)), job_lists=found)
            unfolded.run(element)
            if whole.is_begun(walk.out, unfolded.out.items):
                longer[element] = unfolded.out.items
    shown = frozenset(element for element, piece in walk.folded if element not in longer and piece not in seen)
    if shown:
        walk = _Walk(sheet, shown | details, job_lists=found)
        walk.run(source.root)
    for items in longer.values():
        whole.complete(walk.out, items)
    return walk.out
