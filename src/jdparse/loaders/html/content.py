"""Which lines of a page are its content, and for what reason the others are not.

Furniture comes in regions, so that whole block elements are judged, from the outside in: by their names (`hints`), by the
share of their text that is links, by a heading of the lexicon (`相关文章`), and by their text. What counts as content is
weighed before: labels of job descriptions, numbered lines, sentences. A region with much of the page's is never dropped, whatever
its names say; a short line is no evidence against a region, as forms are made of short cells. Lines that only the lexicon can
tell are left to the stages behind, which see them again.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from jdparse import numbering
from jdparse.clean import furniture
from jdparse.loaders.html import cards, hints
from jdparse.loaders.html.controls import is_control
from jdparse.loaders.html.items import Item, Line, Lines, Region, Table
from jdparse.patterns import deferred
from jdparse.vocabulary import builtin, fold

_CLAUSE = deferred(r"[，、].{6,}[，、]")
_BLOCK_WORDS = deferred(
    r"相关|相關|推荐|推薦|热门|熱門|最新|精选|更多|猜你|喜欢|适合|適合|往期|职缺|職缺|评论|評論|留言|友情|在看|还看|排行|随机|其他|类似|热点|拓展|延伸|精彩|最近|参考|提示|提醒|警示|贴士|竞争|声明|须知|[Aa]pply|[Aa]pplication|申请|回复|回覆|跟帖|回帖|[Rr]epl|[Cc]omment"
)
_LONGEST_HEAD = 48
_MAX_HEADS = 200
"""Headings of blocks that are followed up; real pages have a dozen."""
_LONGEST_LABEL = 14
_LONGEST_BILINGUAL = 40
_NOT_A_JOBS = ("organization.", "remarks", "application.contacts")
_TABLE_EVIDENCE = 2
"""Labels that a table of data counts for: a form is content."""


class _Sums(NamedTuple):
    """Running sums over the items, so that those of any region are two look-ups."""

    characters: list[int]
    linked: list[int]
    links: list[int]
    labels: list[int]
    """Labels of job descriptions and half as many numbered lines."""
    prose: list[int]
    """Characters of numbered lines and sentences that are no links."""

    def between(self, sums: list[int], start: int, stop: int) -> int:
        return sums[stop] - sums[start]


def reasons(lines: Lines, title: str) -> list[str | None]:
    """For each item of the page why it is furniture, None for content. `title` is the page's. Linear in the text."""
    items, regions = lines.items, lines.regions
    found: list[str | None] = [None] * len(items)
    sums = _sums(items)
    whole = (sums.labels[-1], sums.prose[-1])
    done = 0
    first = _first_label(regions, sums, len(items))
    for region in regions:
        if region.start < done or region.stop <= region.start:
            continue
        reason = _reason(region, items, sums, whole, first)
        if reason is not None:
            done = region.stop
            found[region.start : region.stop] = [reason] * (region.stop - region.start)
    _posts(regions, sums, found)
    _headed(items, regions, sums, found)
    _buttons(items, sums, found)
    _left_over(items, regions, found, first)
    _behind(items, regions, sums, found)
    if all(reason is not None for reason in found):
        return [None] * len(items)
    return found


def _first_label(regions: Sequence[Region], sums: _Sums, stop: int) -> int:
    """The first item with a label outside what is surely furniture by its names (职位详情 in the bar of an app); `stop` for none."""
    first = next((i for i in range(stop) if sums.labels[i + 1]), stop)
    for region in regions:
        if region.start > first:
            break
        if first < region.stop and (hint := hints.of(region.tag, region.names)) is not None and hint.strong:
            before = sums.labels[region.stop]
            first = next((i for i in range(region.stop, stop) if sums.labels[i + 1] > before), stop)
    return first


def names_jobs(lines: Lines) -> bool:
    """Whether a page's text has labels of a job description: more than one, as any menu may have 招聘."""
    return sum(_weighed(item)[3] for item in lines.items) >= 2 * _FEWEST_LABELS


_FEWEST_LABELS = 2


def _sums(items: Sequence[Item]) -> _Sums:
    columns = zip((0, 0, 0, 0, 0), *map(_weighed, items), strict=True)
    return _Sums(*(list(accumulate(column)) for column in columns))


def _weighed(item: Item) -> tuple[int, int, int, int, int]:
    """Characters, those in links, links, labels (doubled) and prose of an item."""
    if isinstance(item, Table):
        rows = [_weighed(inner) for cell in item.cells for inner in cell.items]
        characters, linked, links, labels, _prose = map(sum, zip((0, 0, 0, 0, 0), *rows, strict=True))
        if linked * 2 > characters:
            return characters, linked, links, 0, 0
        if item.rows > 1 and len(item.cells) > _TABLE_EVIDENCE:
            labels = max(labels, 2 * _TABLE_EVIDENCE)
        return characters, linked, links, labels, characters
    text, marker, _heading, _bold, _gap, _page_break, linked, links = item
    characters = len(text)
    if links and linked * 2 <= characters and characters <= _LONGEST_HEAD and _STAMPED.search(text):
        linked = characters  # ·仓管 03-06
    if linked * 2 > characters and not ("：" in text and _has_linked_value(item)):
        return characters, linked, links, 0, 0
    body = text
    numbered = marker not in ("", "•")
    if not marker and (enumerator := numbering.read(text)) is not None and not enumerator.weak:
        body = text[enumerator.end :]
        numbered = True
    if _is_label(body) or ("：" in body and _has_labels(body)):
        return characters, linked, links, 2, characters
    if numbered and characters > 6:
        return characters, linked, links, 1, characters
    return characters, linked, links, 0, characters if characters > 10 and _is_sentence(text) else 0


def _is_sentence(text: str) -> bool:
    """Whether a line has the end of a sentence in it, or a clause of one."""
    return "。" in text or "；" in text or _CLAUSE.search(text) is not None


_STAMPED = deferred(r"(?<!\d)[\[(（]?(?:(?:19|20)?\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])）]?$")
"""How a line of a list of links ends that has the day of each."""


def _has_labels(text: str) -> bool:
    """Whether labels stand behind what a line begins with: 维保工 招聘人数：10人 工作地点：佛山."""
    words = text.split()
    return 2 <= len(words) <= _MOST_WORDS and any("：" in word and _is_label(word) for word in words[1:])


_MOST_WORDS = 8


def _has_linked_value(line: Line) -> bool:
    """Whether a line is a label of a job description and a link or two: 职能类别：工艺工程师. More are the choices of a search."""
    colon = line.text.find("：")
    return 0 < colon < len(line.text) - line.linked and line.links <= 2 and _is_label(line.text)


def _is_label(text: str, *, whole: bool = False) -> bool:
    """Whether a line is, or unless `whole` begins with, a label of a job description."""
    field = _field(text, whole=whole)
    return field is not None and not field.startswith(_NOT_A_JOBS)


def _field(text: str, *, whole: bool = False) -> str | None:
    """What the label names that a line is, or unless `whole` begins with."""
    colon = -1 if whole else text.find("：", 0, _LONGEST_LABEL + 2)
    if colon < 0 and not whole:
        colon = text.find(":", 0, _LONGEST_LABEL + 2)
    label = text[:colon] if colon > 0 else text
    if len(label) > _LONGEST_LABEL:
        # 岗位职责 / Responsibilities
        return builtin().find(label) if len(label) <= _LONGEST_BILINGUAL and label[-1].isascii() else None
    return _named(label)


@lru_cache(maxsize=4096)
def _named(label: str) -> str | None:
    """What a label names that the table has. Cached: a site has the same short lines on each of its pages."""
    labels = builtin().labels
    return labels.get(label) or labels.get(fold(label))


def _is_bare_label(item: Item) -> bool:
    """Whether a line is a label of a job description and nothing else, so that the value is what stands below it."""
    return isinstance(item, Line) and not item.links and _is_label(item.text.rstrip("：: "), whole=True)


def _reason(region: Region, items: Sequence[Item], sums: _Sums, whole: tuple[int, int], first: int) -> str | None:
    """Why a region is furniture, None where it is not or where only its parts can be judged."""
    start, stop = region.start, region.stop
    if region.tag == "form" and _is_query(items[start:stop]):
        return "navigation"
    if "tab" in region.names and _are_tabs(region.names, items[start:stop]):
        return "navigation"
    labels = sums.between(sums.labels, start, stop)
    prose = sums.between(sums.prose, start, stop)
    much = labels * 5 >= whole[0] * 2 if whole[0] else prose * 2 >= whole[1]
    if much and (labels or prose):
        return None
    hint = hints.of(region.tag, region.names)
    if hint is not None and hint.strong:
        return hint.reason if labels < 6 and not _has_title(items, start, stop, hint.reason) else None
    if labels:
        return None
    characters = sums.between(sums.characters, start, stop)
    linked = sums.between(sums.linked, start, stop)
    links = sums.between(sums.links, start, stop)
    if (
        hint is not None
        and not (start and _is_bare_label(items[start - 1]))
        and (
            _agrees(hint.reason, items[start:stop], characters, linked, prose, whole[1], above=stop <= first)
            or (stop <= first and _is_menu(region.names, items[start:stop]))
        )
    ):
        return hint.reason
    if links >= 3 and linked * 2 >= characters and prose * 4 <= characters and not _names_page(items[start:stop]):
        return _links_reason(items[start], start, first)
    head = items[start]
    if stop - start > 1 and isinstance(head, Line) and (reason := _block(head)) and prose * 10 <= whole[1]:
        return reason
    return None


_MENU = deferred(r"(?<![a-z])menus?(?![a-z])")
_TABS = deferred(r"(?<![a-z])(?:tablist|tabs?(?:-?(?:nav|bar|list|header|hd|heads?|titles?|strip))?)(?![a-z])")
_PANES = deferred(r"pan(?:el|e)|con(?:t|tent|tents)?(?![a-z])|body|bd(?![a-z])|cards?(?![a-z])")
_ENTRY = deferred(r"[^\W\d_]{2,8}(?:/[^\W\d_]{2,8}){0,2}")


def _are_tabs(names: str, items: Sequence[Item]) -> bool:
    """Whether a region is a row of tabs, 职位详情 招聘流程 常见问题: those that head what they show were moved there (`tabs`)."""
    names = names.lower()
    return (
        len(items) > 1
        and _TABS.search(names) is not None
        and _PANES.search(names) is None
        and all(isinstance(item, Line) and not item.heading and _ENTRY.fullmatch(item.text) for item in items)
    )


def _is_menu(names: str, items: Sequence[Item]) -> bool:
    """Whether a region that is called a menu has but words, one a line: what opens below them, a script shows."""
    return (
        len(items) > 2
        and _MENU.search(names.lower()) is not None
        and all(isinstance(item, Line) and _ENTRY.fullmatch(item.text) for item in items)
    )


def _is_query(items: Sequence[Item]) -> bool:
    """Whether a form has nothing but labels of what a reader may fill in: 部门： 关键字："""
    return all(isinstance(item, Line) and _PROMPTS.fullmatch(item.text) for item in items)


_PROMPTS = deferred(r"(?:[*＊]?\s*[^\W\d_]{2,8}\s*[：:]\s*[至到~～—-]?\s*){1,8}")


def _has_title(items: Sequence[Item], start: int, stop: int, reason: str) -> bool:
    """Whether the page's title stands in a region: a `header` of the content and not of the page."""
    return reason in ("header_footer", "navigation", "site_notice", "download_prompt") and _names_page(
        items[start:stop]
    )


def _names_page(items: Sequence[Item]) -> bool:
    """Whether a heading of the first level that is no link stands among the items: the title of what the page is about."""
    return any(isinstance(item, Line) and item.heading == 1 and item.linked * 2 < len(item.text) for item in items)


def _agrees(
    reason: str, items: Sequence[Item], characters: int, linked: int, prose: int, whole: int, *, above: bool
) -> bool:
    """Whether the text of a region without labels is what a weak word in its names says. `above` all labels stand a job's facts."""
    if (
        any(isinstance(item, Line) and 1 <= item.heading <= 2 and item.linked * 2 < len(item.text) for item in items)
        and reason != "related_links"
    ):
        return False
    if linked * 2 >= characters:
        return True
    if (len(items) == 1 or (above and reason != "related_links")) and any(
        isinstance(item, Line) and _CHIP.search(item.text) for item in items
    ):
        return False  # 深圳 全职 发布于 2024-06-01
    if prose * 5 > whole or characters > 400:
        return False
    if not prose and any(isinstance(item, Line) and cards.is_size(item.text) for item in items):
        return True
    lexicon = furniture.lexicon()
    known = sum(
        len(item.text)
        for item in items
        if isinstance(item, Line) and (item.linked * 2 > len(item.text) or lexicon.reason(item.text))
    )
    if known * 2 >= characters:
        return True
    return characters <= 160 and any(isinstance(item, Line) and _FIGURES.search(item.text) for item in items)


_CHIP = deferred(
    r"(?<!\w)(?:全职|兼职|实习|本科|大专|硕士|中专|(?:经验|学历)不限|\d{1,2}[-~]\d{1,2}年|\d+(?:\.\d+)?[-~]\d+(?:\.\d+)?(?:[kK万]|元[/／](?:月|天|小时)))(?!\w)"
)
"""What a board says of a job in a word."""
_FIGURES = deferred(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]|浏览|阅读|点击|来源|编辑|作者|上传|广告")


def _links_reason(head: Item, start: int, first: int) -> str:
    if isinstance(head, Line) and (reason := _block(head)):
        return reason
    return "navigation" if start < first else "related_links"


def _block(head: Line) -> str | None:
    """The reason of a block that a line heads."""
    if len(head.text) > _LONGEST_HEAD or not _BLOCK_WORDS.search(head.text):
        return None
    return furniture.lexicon().block(head.text)


def _headed(items: Sequence[Item], regions: Sequence[Region], sums: _Sums, found: list[str | None]) -> None:
    """Drops the lines below a heading such as 相关文章, up to the end of its region or the next content."""
    until = 0
    heads = 0
    for index, item in enumerate(items):
        if index < until or found[index] is not None or not isinstance(item, Line):
            continue
        further = item.text.startswith(_BRACKETS) and _FURTHER.match(item.text) is not None
        reason = "related_links" if further else _block(item)
        if reason is None:
            continue
        further = further or reason in _OF_OTHERS
        heads += 1
        if heads > _MAX_HEADS:
            return
        # links behind the words on their own line are all of the block
        end = index + 1 if further and item.links else _end(index, regions)
        stop = index + 1
        # the points of a notice are numbered, and no labels
        most = 1 if reason == "site_notice" else 0
        while stop < end and _labels(sums, stop) <= most and (further or not _is_prose(sums, stop)):
            stop += 1
        if further or sums.between(sums.linked, index, stop) * 2 >= sums.between(sums.characters, index + 1, stop):
            found[index:stop] = [reason if was is None else was for was in found[index:stop]]
            until = stop


_OF_OTHERS = ("comments", "site_notice")
"""Blocks that are texts, and no lists of links."""
_BRACKETS = tuple("【[〔（(")
_FURTHER = deferred(r"[【\[〔（(](?:拓展|延伸|扩展|相关|推荐|更多)(?:阅读|资料|内容|文章)[】\]〕）)]")
"""The head of another text below the one that the page is about."""


_POST = deferred(r"(?<![a-z])(?:posts?|floor|louceng|reply|plhin|l_post|topic|answer|viewthread|message)(?![a-z])")


def _posts(regions: Sequence[Region], sums: _Sums, found: list[str | None]) -> None:
    """Drops the answers of a thread, and what its posts say of who wrote them.

    Answers are posts side by side behind the one with the job, with next to no labels of their own.
    """
    main: dict[tuple[int, str, str], int] = {}
    end = 0
    for region in regions:
        start, stop = region.start, region.stop
        labels = sums.between(sums.labels, start, stop)
        if region.names and _POST.search(region.names.lower()):
            key = (region.parent, region.tag, region.names)
            end = max(end, stop)
            if labels * 3 > main.setdefault(key, labels) or not main[key]:
                continue
            reason = "comments"
        elif start < end and not labels and not sums.between(sums.prose, start, stop):
            hint = hints.of(region.tag, region.names)
            if hint is None or hint.reason != "page_metadata":
                continue
            reason = hint.reason
        else:
            continue
        found[start:stop] = [why or reason for why in found[start:stop]]


def _labels(sums: _Sums, index: int) -> int:
    return sums.between(sums.labels, index, index + 1)


def _is_prose(sums: _Sums, index: int) -> bool:
    return sums.between(sums.prose, index, index + 1) > 0


def _end(index: int, regions: Sequence[Region]) -> int:
    """Where the smallest region ends that holds an item and more behind it."""
    return min(
        (region.stop for region in regions if region.start <= index and region.stop > index + 1), default=index + 1
    )


def _buttons(items: Sequence[Item], sums: _Sums, found: list[str | None]) -> None:
    """Drops lines that are nothing but links with the words of furniture, wherever they stand, and the recruiter's name.

    A table that is nothing but links is a menu.
    """
    for index, item in enumerate(items):
        if isinstance(item, Table):
            if found[index] is None and len(items) > 1:
                characters = sums.between(sums.characters, index, index + 1)
                linked = sums.between(sums.linked, index, index + 1)
                if sums.between(sums.links, index, index + 1) >= 3 and linked * 5 >= characters * 4:
                    found[index] = "navigation"
            continue
        text = item.text
        if any(map(text.__contains__, cards.PRESENT)) and cards.is_active(text):
            _recruiter(index, items, found)
        if found[index] is not None:
            continue
        if (item.heading and cards.is_person(text)) or cards.is_employer(text):
            found[index] = "page_metadata"
        elif "全部 " in text and _FILTER.fullmatch(text):
            found[index] = "navigation"
            before = items[index - 1] if index else None
            if text.startswith("全部") and isinstance(before, Line) and len(before.text) <= _LONGEST_FILTER:
                found[index - 1] = "navigation"
        elif item.links and item.linked * 5 >= len(text) * 4 and len(text) <= _LONGEST_HEAD:
            if _PAID.match(text):
                found[index] = "site_notice"
            else:
                found[index] = furniture.lexicon().reason(text) or ("navigation" if is_control(text) else None)


_FILTER = deferred(r"(?:[^\W\d_]{2,6}[:：]?\s+)?全部(?:\s+[^\s，。；：]{1,12}){2,40}")
"""The choices of a filter of a list, 全部 成都 重庆, whose name stands before or above them."""
_LONGEST_FILTER = 6


def _recruiter(index: int, items: Sequence[Item], found: list[str | None]) -> None:
    """Drops the card of the person who seeks somebody, around the line that says when that person was last there."""
    for at in range(max(index - _CARD, 0), min(index + _CARD + 1, len(items))):
        item = items[at]
        if found[at] is None and isinstance(item, Line) and (at == index or cards.is_contact(item.text)):
            found[at] = "page_metadata"


_LEAST_LEFT = 4
"""Lines of a block from which on its heading goes with the rest; the title of a job has a line or two of facts below it."""


def _left_over(items: Sequence[Item], regions: Sequence[Region], found: list[str | None], first: int) -> None:
    """Drops the heading of a block of which all else was dropped, behind the page's first label."""
    for region in regions:
        start, stop = region.start, region.stop
        head = items[start] if first < start and stop - start >= _LEAST_LEFT and found[start] is None else None
        if not isinstance(head, Line) or len(head.text) > _LONGEST_HEAD or _is_label(head.text):
            continue
        reason = found[start + 1]
        if reason in _BLOCKS and all(why is not None for why in found[start + 1 : stop]):
            found[start] = reason


_BLOCKS = ("related_links", "page_metadata", "comments", "navigation")


def _behind(items: Sequence[Item], regions: Sequence[Region], sums: _Sums, found: list[str | None]) -> None:
    """Drops what stands behind the block of the page that holds its job descriptions, and says nothing of a job itself.

    That is the smallest block with nine tenths of the labels and numbered lines that are left. Answers and comments, similar
    jobs, and what a board says of itself and of employers stand behind it, with names that tell nothing. Lines right behind
    it, in no block of their own, are of the same text.
    """
    evidence = (
        0 if why or before == behind else _evidence(item, behind - before)
        for item, why, (before, behind) in zip(items, found, pairwise(sums.labels), strict=True)
    )
    labels = list(accumulate(evidence, initial=0))
    if labels[-1] < 2 * _FEWEST_LABELS:
        return
    least = labels[-1] * _SHARE
    _length, stop, around, block_of_jobs = min(
        (
            (r.stop - r.start, r.stop, r.parent, i)
            for i, r in enumerate(regions)
            if labels[r.stop] - labels[r.start] >= least
        ),
        default=(0, len(items), -1, -1),
    )
    _behind_others(items, regions, found, labels, block_of_jobs)
    text = regions[around].stop if around >= 0 else len(items)
    blocks = iter(region for region in regions if region.start >= stop and region.stop > region.start)
    block = next(blocks, None)
    while stop < len(items):
        while block is not None and block.start < stop:
            block = next(blocks, None)
        at = block if block is not None and block.start == stop else None
        end = at.stop if at is not None else stop + 1
        beside = stop < text and (at is None or (at.parent == around and at.tag == "p"))
        left = None in found[stop:end]
        if left and not beside and labels[end] == labels[stop] and not _goes_on(items[stop:end]):
            hint = hints.of(at.tag, at.names) if at is not None else None
            reason = hint.reason if hint is not None else "site_notice"
            found[stop:end] = [why or reason for why in found[stop:end]]
        stop = end


def _behind_others(
    items: Sequence[Item], regions: Sequence[Region], found: list[str | None], labels: Sequence[int], around: int
) -> None:
    """Drops the parts of that block that stand behind similar jobs or comments, with no label in them: what a site says of itself."""
    others = False
    for region in regions:
        start, stop = region.start, region.stop
        if region.parent != around or stop <= start:
            continue
        if all(found[start:stop]):
            others = others or found[start] in ("related_links", "comments")
        elif labels[start] < labels[-1]:
            others = False
        elif others and not _goes_on(items[start:stop]):
            found[start:stop] = [why or "site_notice" for why in found[start:stop]]


def _evidence(item: Item, labels: int) -> int:
    """Labels and half as many numbered lines of an item; 投递简历 alone is a button or the head of a procedure."""
    if isinstance(item, Table):
        return labels
    field = _field(item.text.rstrip("：: "), whole=True)
    return 0 if (field or "").startswith("application.") else labels


_SHARE = 0.9
_GOES_ON = deferred(
    r"(?:简历|簡歷|应聘|應聘|报名|報名|投递|投遞|咨询|諮詢|有意|感兴趣|聯絡|联系).{0,40}(?:@|电话|電話|邮箱|信箱|微信|地址|\d{7})"
    r"|[\w.-]@[\w-]+\.\w|(?:电话|電話|手机|邮箱|微信|联系人|聯絡人)\s*[:：]"
)


# 电话咨询 微信咨询 TOP are buttons
_SAYS = deferred(r"[，。：:@]|\d{7}")


def _goes_on(items: Sequence[Item]) -> bool:
    """Whether a block may belong to a job though it stands apart: it says how to apply, or who the employer is."""
    texts = [line.text for line in _lines(items)]
    bare = False
    for text in texts:
        if _SAYS.search(text) and _GOES_ON.search(text):
            return True
        if _is_bare(text):
            bare = True
        elif _field(text) is not None:
            return True
    return bare and any(map(_is_sentence, texts))


def _lines(items: Sequence[Item]) -> Iterator[Line]:
    for item in items:
        if isinstance(item, Line):
            yield item
        else:
            for cell in item.cells:
                yield from _lines(cell.items)


def _is_bare(text: str) -> bool:
    return _field(text.rstrip("：: "), whole=True) is not None


_CARD = 3
"""Lines of such a card on either side of that line."""
_PAID = deferred(r"广告|推广|赞助|AD\b|Ad\b")
