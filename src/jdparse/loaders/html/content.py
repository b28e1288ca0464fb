"""Which lines of a page are its content, and for what reason the others are not.

Furniture comes in regions, so that whole block elements are judged, from the outside in: by their names (`hints`), by the
share of their text that is links, by a heading of the lexicon (`相关文章`), and by their text. What counts as content is
weighed before: labels of job descriptions, numbered lines, sentences. A region with much of the page's is never dropped, whatever
its names say; a short line is no evidence against a region, as forms are made of short cells. Lines that only the lexicon can
tell are left to the stages behind, which see them again.
"""

from collections.abc import Sequence

from jdparse.clean import furniture
from jdparse.clean.script import SIMPLIFIED, simplify
from jdparse.loaders.html import bars, cards, hints, intruders, seams
from jdparse.loaders.html.behind import drop_behind
from jdparse.loaders.html.controls import are_controls, is_control
from jdparse.loaders.html.items import Item, Line, Lines, Region, Table
from jdparse.loaders.html.weights import (
    FEWEST_LABELS,
    LONGEST_HEAD,
    Sums,
    is_bare_label,
    is_label,
    is_prose,
    labels_at,
    sums_of,
    weighed,
)
from jdparse.outline.titles import names_job
from jdparse.patterns import deferred
from jdparse.vocabulary import builtin

_BLOCK_WORDS = deferred(
    r"相关|相關|推荐|推薦|热门|熱門|最新|精选|更多|猜你|猜您|喜欢|适合|適合|往期|职缺|職缺|评论|評論|留言|友情|在看|还看|排行|随机|其他|类似|热点|附近|周边|同城|本地|拓展|延伸|精彩|最近|参考|问|大家|网友|读者|标签|热词|话题|搜索|回复|回覆|跟帖|回帖|[Rr]epl|[Cc]omment"
)
_MAX_HEADS = 200
"""Headings of blocks that are followed up; real pages have a dozen."""


def reasons(lines: Lines, title: str) -> list[str | None]:
    """For each item of the page why it is furniture, None for content. `title` is the page's. Linear in the text."""
    items, regions = _simplified(lines.items), lines.regions
    found: list[str | None] = [None] * len(items)
    sums = sums_of(items)
    whole = (sums.labels[-1], sums.prose[-1])
    done = 0
    first = _first_label(regions, sums, len(items))
    repeated = _repeated(regions)
    for region in regions:
        if region.start < done or region.stop <= region.start:
            continue
        reason = _reason(region, items, sums, whole, first, repeated)
        if reason is not None:
            done = region.stop
            found[region.start : region.stop] = [reason] * (region.stop - region.start)
    _posts(items, regions, sums, found)
    _headed(items, regions, sums, found)
    _buttons(items, regions, sums, found)
    _left_over(items, regions, found, first)
    intruders.drop(items, regions, sums, found)
    seams.drop(items, found)
    drop_behind(items, regions, sums, found)
    if all(reason is not None for reason in found):
        return [None] * len(items)
    return found


def _simplified(items: Sequence[Item]) -> Sequence[Item]:
    """The items with their lines in simplified characters, in which the words of furniture are written here."""
    simplified, script = simplify("\n".join([item.text for item in items if isinstance(item, Line)]))
    if script == SIMPLIFIED:
        return items
    at = [index for index, item in enumerate(items) if isinstance(item, Line)]
    out = list(items)
    for index, line in zip(at, simplified.split("\n"), strict=True):
        item = out[index]
        if isinstance(item, Line):
            out[index] = item._replace(text=line)
    return out


def _first_label(regions: Sequence[Region], sums: Sums, stop: int) -> int:
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
    return sum(weighed(item)[3] for item in lines.items) >= 2 * FEWEST_LABELS


def _repeated(regions: Sequence[Region]) -> frozenset[str]:
    """The names of several regions that would be a page's head or foot by them: a page has one, a card of each job its own."""
    seen: set[str] = set()
    again: set[str] = set()
    for region in regions:
        if region.names in seen:
            again.add(region.names)
        elif region.names:
            seen.add(region.names)
    return frozenset(
        names for names in again if (hint := hints.of("div", names)) is not None and hint.reason == "header_footer"
    )


def _reason(
    region: Region, items: Sequence[Item], sums: Sums, whole: tuple[int, int], first: int, repeated: frozenset[str]
) -> str | None:
    """Why a region is furniture, None where it is not or where only its parts can be judged."""
    start, stop = region.start, region.stop
    if region.tag == "form" and bars.is_query(items[start:stop]):
        return "navigation"
    if stop - start > 2 and bars.are_steps(items[start:stop]):
        return "navigation"
    if "tab" in region.names and bars.are_tabs(region.names, items[start:stop]):
        return "navigation"
    labels = sums.between(sums.labels, start, stop)
    if stop - start >= _LEAST_MENU and bars.is_menu(region.names, items[start:stop], labels):
        return "navigation"
    prose = sums.between(sums.prose, start, stop)
    much = labels * 5 >= whole[0] * 2 if whole[0] else prose * 2 >= whole[1]
    if much and (labels or prose):
        return None
    hint = hints.of(region.tag, region.names)
    if hint is not None and region.names in repeated:
        hint = None if any(map(_names_job, items[start:stop])) else hint._replace(strong=False)
    if hint is not None and hint.strong:
        return hint.reason if labels < 6 and not _has_title(items, start, stop, hint.reason) else None
    links = sums.between(sums.links, start, stop)
    if links >= _LEAST_LINKS and not prose and _is_column_of_links(items[start:stop]):
        return _links_reason(items[start], start, first)
    if labels:
        return None
    characters = sums.between(sums.characters, start, stop)
    linked = sums.between(sums.linked, start, stop)
    if (
        hint is not None
        and not (start and is_bare_label(items[start - 1]))
        and (
            _agrees(hint.reason, items[start:stop], characters, linked, prose, whole[1], above=stop <= first)
            or (stop <= first and bars.is_menu(region.names, items[start:stop]))
        )
    ):
        return hint.reason
    if (
        links >= _LEAST_LINKS
        and linked * 2 >= characters
        and prose * 4 <= characters
        and not _names_page(items[start:stop])
    ):
        return _links_reason(items[start], start, first)
    head = items[start]
    if stop - start > 1 and isinstance(head, Line) and (reason := _block(head)) and prose * 10 <= whole[1]:
        return reason
    return None


_LEAST_LINKS = 3


def _is_column_of_links(items: Sequence[Item]) -> bool:
    """Whether a region is the column beside the text of an older page: its head, links, and the number to call of whose page it is."""
    lines = [item for item in items if isinstance(item, Line) and len(item.text) <= LONGEST_HEAD]
    rest = [line.text for line in lines if not line.linked]
    called = [text for text in rest if _CALLS.search(text)]
    linked = {line.text for line in lines if line.linked}
    return (
        len(lines) == len(items)
        and 2 * len(rest) <= len(lines)
        and 0 < len(called) == len(rest) - 1
        and not any(map(names_job, linked))
    )


_CALLS = deferred(r"电话|热线|传真|咨询|预约|客服|\d{3}[\d-]{5}")


_LEAST_MENU = 5
"""Entries of a menu that may have labels among them."""


def _names_job(item: Item) -> bool:
    return isinstance(item, Line) and len(item.text) <= LONGEST_HEAD and names_job(item.text.rstrip("：:"))


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
    if len(head.text) > LONGEST_HEAD or not _BLOCK_WORDS.search(head.text):
        return None
    return furniture.lexicon().block(_IN_ENGLISH.sub("", head.text))


_IN_ENGLISH = deferred(r"(?<=[^\x00-\x7f])[ /|]+[A-Za-z][A-Za-z ,'’&/-]{2,}$")
"""The same again behind a heading: 相关职位 You might also like."""


def _headed(items: Sequence[Item], regions: Sequence[Region], sums: Sums, found: list[str | None]) -> None:
    """Drops the lines below a heading such as 相关文章, up to the end of its region or the next content."""
    until = 0
    heads = 0
    for index, item in enumerate(items):
        if index < until or found[index] is not None or not isinstance(item, Line):
            continue
        further = (item.text.startswith(_BRACKETS) and _FURTHER.match(item.text) is not None) or (
            item.bold and not item.links and _FURTHER_TITLE.match(item.text) is not None
        )
        reason = "related_links" if further else _block(item) or _notice(items, index)
        if reason is None:
            continue
        further = (
            further
            or reason in _OF_OTHERS
            or (item.heading > 0 and (_OTHER_JOBS.search(item.text) or _WORDS.search(item.text)) is not None)
        )
        heads += 1
        if heads > _MAX_HEADS:
            return
        # links behind the words on their own line are all of the block
        end = index + 1 if further and item.links else _end(index, regions)
        stop = index + 1
        if item.heading and _WORDS.search(item.text) and _are_words(items[stop:end]):
            stop = end
        # the points of a notice and comments are numbered, and no labels
        most = 1 if reason in ("site_notice", "comments") else 0
        while stop < end and labels_at(sums, stop) <= most and (further or not is_prose(sums, stop)):
            stop += 1
        if stop == index + 1 < end and not item.links and not further:
            continue  # what it heads is for the lexicon to tell
        if further or sums.between(sums.linked, index, stop) * 2 >= sums.between(sums.characters, index + 1, stop):
            found[index:stop] = [reason if was is None else was for was in found[index:stop]]
            until = stop


def _notice(items: Sequence[Item], index: int) -> str | None:
    """The reason of a block that only the lines below its head tell: a warning, an application form, the register's data."""
    head = items[index]
    if not isinstance(head, Line) or len(head.text) > LONGEST_HEAD:
        return None
    for reason, form, witness in _NOTICES:
        if form.fullmatch(head.text):
            below = (item for item in items[index + 1 : index + 1 + _NEAR] if isinstance(item, Line))
            return reason if any(witness.search(item.text) for item in below) else None
    return None


_NOTICES = (
    (
        "site_notice",
        deferred(
            r"\S{0,10}(?:安全|求职|防骗|风险|招聘|反诈|版权|免责|下载|特别|温馨|友情|郑重)(?:提[醒示]|警示|小?贴士|须知|声明|说明)\s*[:：]?|注意安全|(?:职位)?竞争力分析"
        ),
        deferred(r"押金|刷单|骗|银行|信用卡|收费|收取|举报|扣押|虚假|侵权|版权|上传|下载|退款|本[站网]|平台|转载|排名"),
    ),
    (
        "site_notice",
        deferred(r"(?:招聘|应聘|求职)?(?:常见问题|FAQ)(?:解答|答疑)?"),
        deferred(r"^[QA问答]\d{0,2}[:：.、]"),
    ),
    ("page_metadata", deferred(r"(?:企业|公司)?工商信息"), deferred(r"法定代表人|注册资[本金]|信用代码|经营状态")),
    (
        "site_notice",
        deferred(r"(?i:apply (?:for this (?:job|position|role)|now|online)|submit (?:your )?application)"),
        deferred(r"(?i:required field|first name|resume/cv)"),
    ),
)
"""Heads of blocks by reason, and what one of the lines below says."""
_NEAR = 3
"""Lines below such a head of which one says that it is the site's."""
_OF_OTHERS = ("comments", "site_notice", "page_metadata")
"""Blocks that are texts, and no lists of links."""
_OTHER_JOBS = deferred(r"(?:其[他它]|更多|相似|类似|相关|推荐|同类|热门|在招)的?(?:在招|招聘)?(?:职位|岗位|工作|职缺)")
"""A heading over what else is to be had, be it links or a table of them."""
_WORDS = deferred(r"(?:标签|热词|话题|关键词|搜索词?)$|标签云")
"""A heading over words that a site would have its readers search for, labels of job descriptions among them."""
_LONGEST_WORD = 12


def _are_words(items: Sequence[Item]) -> bool:
    return all(isinstance(item, Line) and len(item.text) <= _LONGEST_WORD and not item.heading for item in items)


_BRACKETS = tuple("【[〔（(")
_FURTHER = deferred(r"[【\[〔（(](?:拓展|延伸|扩展|相关|推荐|更多)(?:阅读|资料|内容|文章)[】\]〕）)]")
"""The head of another text below the one that the page is about."""
_FURTHER_TITLE = deferred(r"(?:拓展|延伸|扩展|相关|推荐)(?:阅读|资料|知识)\s*[:：]\s*\S")
"""The same with its title, in bold: 拓展阅读：什么样的零件需要返工"""


def _is_known(item: Item) -> bool:
    """Whether a line is a known label and nothing else."""
    return isinstance(item, Line) and item.text.rstrip("：: ") in builtin().labels


_DIGITS = deferred(r"\d+")
_POST = deferred(r"(?<![a-z])(?:posts?|floor|louceng|reply|plhin|l_post|topic|answer|viewthread|message)(?![a-z])")


def _posts(items: Sequence[Item], regions: Sequence[Region], sums: Sums, found: list[str | None]) -> None:
    """Drops the answers of a thread, and what its posts say of who wrote them.

    Answers are posts side by side behind the one with the job, with next to no labels of their own; where that has none either, with
    when they were written, and much less to say.
    """
    main: dict[tuple[int, str, str], int] = {}
    lengths: dict[tuple[int, str, str], int] = {}
    end = 0
    for region in regions:
        start, stop = region.start, region.stop
        labels = sums.between(sums.labels, start, stop)
        if region.names and _POST.search(region.names.lower()):
            key = (region.parent, region.tag, _DIGITS.sub("", region.names))  # post_7710, post_7711
            end = max(end, stop)
            length = sums.between(sums.characters, start, stop)
            short = 2 * length <= lengths.setdefault(key, length) and any(map(_tells_when, items[start:stop]))
            if labels * 3 > main.setdefault(key, labels) or not (main[key] or short):
                continue
            if start < stop and _is_known(items[start]):
                continue  # 备注, a block of a post
            reason = "comments"
        elif start < end and not labels and not sums.between(sums.prose, start, stop):
            hint = hints.of(region.tag, region.names)
            if hint is None or hint.reason != "page_metadata":
                continue
            reason = hint.reason
        else:
            continue
        found[start:stop] = [why or reason for why in found[start:stop]]


def _tells_when(item: Item) -> bool:
    """Whether a line tells when a post of a thread was written, or the how manieth it is."""
    return isinstance(item, Line) and len(item.text) <= LONGEST_HEAD and _WRITTEN.search(item.text) is not None


_WRITTEN = deferred(
    r"(?:发表|回复|发布|编辑|评论|回答)于|\d ?[#楼]|\d\d?[:：]\d\d|\d ?(?:小时|分钟|天)前|沙发|板凳|地板|楼主|层主"
)


def _end(index: int, regions: Sequence[Region]) -> int:
    """Where the smallest region ends that holds an item and more behind it."""
    return min(
        (region.stop for region in regions if region.start <= index and region.stop > index + 1), default=index + 1
    )


def _tables(items: Sequence[Item], sums: Sums, found: list[str | None]) -> None:
    """Drops tables that are nothing but links, which are menus, and those under a heading of what is related: 该企业其它职位."""
    for index, item in enumerate(items):
        if not isinstance(item, Table):
            continue
        above = items[index - 1] if index else None
        if isinstance(above, Line) and furniture.lexicon().reason(above.text) == "related_links":
            found[index - 1 : index + 1] = ["related_links"] * 2
        if found[index] is None and len(items) > 1:
            characters = sums.between(sums.characters, index, index + 1)
            linked = sums.between(sums.linked, index, index + 1)
            if sums.between(sums.links, index, index + 1) >= 3 and linked * 5 >= characters * 4:
                found[index] = "navigation"


def _buttons(items: Sequence[Item], regions: Sequence[Region], sums: Sums, found: list[str | None]) -> None:
    """Drops lines that are nothing but links with the words of furniture, wherever they stand, and the recruiter's name."""
    _tables(items, sums, found)
    again = _again(items)
    facts = [i for i, item in enumerate(items) if isinstance(item, Line) and cards.is_fact_of_employer(item.text)]
    for index in facts if len(facts) > 1 else ():  # 所属行业： over 农副食品加工
        found[index : index + 2] = [reason or "page_metadata" for reason in found[index : index + 2]]
    for index, item in enumerate(items):
        if isinstance(item, Table):
            continue
        text = item.text
        _cards(index, text, items, found)
        if found[index] is not None:
            continue
        above = not sums.labels[index + 1]
        if (item.heading and cards.is_person(text)) or (above and cards.is_vouched(text)):
            found[index] = "page_metadata"
        elif cards.is_employer(text):
            end = _end_of_employer(index, text, regions, sums)
            found[index:end] = [reason or "page_metadata" for reason in found[index:end]]
        elif (_BAR.fullmatch(text) and _stands_over_heading(items, index, found)) or text in again:
            found[index] = "navigation"
        elif "全部 " in text and _FILTER.fullmatch(text):
            found[index] = "navigation"
            before = items[index - 1] if index else None
            if text.startswith("全部") and isinstance(before, Line) and len(before.text) <= _LONGEST_FILTER:
                found[index - 1] = "navigation"
        elif item.links and item.linked * 5 >= len(text) * 4 and len(text) <= LONGEST_HEAD:
            if _PAID.match(text):
                found[index] = "site_notice"
            else:
                found[index] = furniture.lexicon().reason(text) or (
                    "navigation"
                    if not item.heading
                    and (is_control(text) or are_controls(simplify(text)[0]))  # a job may be called 编辑
                    else None
                )


def _again(items: Sequence[Item]) -> frozenset[str]:
    """The words of controls that stand on a page several times, links or not: 了解详情 below each job."""
    seen: set[str] = set()
    again: set[str] = set()
    for item in items:
        if isinstance(item, Line) and _LEAST_CONTROL <= len(item.text) <= _LONGEST_CONTROL and not item.heading:
            (again if item.text in seen else seen).add(item.text)
    return frozenset(text for text in again if is_control(text) or text.endswith(_ARROWS))


_ARROWS = ("→", "»", "›", "＞")
_LEAST_CONTROL, _LONGEST_CONTROL = 4, 10
"""Characters of such words; a duty may be 打印 or 下载."""


def _end_of_employer(index: int, text: str, regions: Sequence[Region], sums: Sums) -> int:
    """Where an employer's card ends: one with his name goes on with what he says of himself."""
    end = _end(index, regions) if cards.is_named_employer(text) else index + 1
    return end if end - index <= _CARD and not sums.between(sums.labels, index, end) else index + 1


_BAR = deferred(r"(?:职位|岗位|招聘|工作|信息)?详情")


def _stands_over_heading(items: Sequence[Item], index: int, found: Sequence[str | None]) -> bool:
    """Whether the next line that stays is the page's first heading: the bar of an app says what the page is. It may be a heading itself."""
    bar = items[index]
    own = bar.heading if isinstance(bar, Line) else 0
    following = next((i for i in range(index + 1, len(items)) if found[i] is None and not _is_button(items[i])), None)
    item = items[following] if following is not None else None
    if not isinstance(item, Line) or is_label(item.text):
        return False
    return item.heading > own if own else item.heading == 1


def _is_button(item: Item) -> bool:
    if not isinstance(item, Line) or item.heading:
        return False
    return (item.links > 0 and is_control(item.text)) or furniture.lexicon().reason(item.text) is not None


_FILTER = deferred(r"(?:[^\W\d_]{2,6}[:：]?\s+)?全部(?:\s+[^\s，。；：]{1,12}){2,40}")
"""The choices of a filter of a list, 全部 成都 重庆, whose name stands before or above them."""
_LONGEST_FILTER = 6


def _cards(index: int, text: str, items: Sequence[Item], found: list[str | None]) -> None:
    """Drops the card around a line that shows one: of the person who seeks somebody, of the account that wrote an article."""
    if cards.is_active(text):
        near, is_of_card = _CARD, cards.is_contact
    elif cards.counts_articles(text):
        near, is_of_card = 1, cards.is_account
    elif text == "小程序":
        below = items[index + 1] if index + 1 < len(items) else None
        if isinstance(below, Line) and not is_label(below.text) and not below.bold:
            found[index : index + 2] = ["page_metadata"] * 2  # 预约挂号：名医馆膏方门诊开始预约啦
        return
    else:
        return
    for at in range(max(index - near, 0), min(index + near + 1, len(items))):
        item = items[at]
        if found[at] is None and isinstance(item, Line) and (at == index or is_of_card(item.text)):
            found[at] = "page_metadata"


_LEAST_LEFT = 4
"""Lines of a block from which on its heading goes with the rest; the title of a job has a line or two of facts below it."""


def _left_over(items: Sequence[Item], regions: Sequence[Region], found: list[str | None], first: int) -> None:
    """Drops the heading of a block of which all else was dropped, behind the page's first label."""
    for region in regions:
        start, stop = region.start, region.stop
        head = items[start] if first < start and stop - start > 1 and found[start] is None else None
        if not isinstance(head, Line) or len(head.text) > LONGEST_HEAD or is_label(head.text):
            continue
        reason = found[start + 1]
        if stop - start < _LEAST_LEFT and (reason not in _OF_LINKS or not head.heading or _names_job(head)):
            continue
        if reason in _BLOCKS and all(why is not None for why in found[start + 1 : stop]):
            found[start] = reason


_OF_LINKS = ("related_links", "navigation")
_BLOCKS = ("related_links", "page_metadata", "comments", "navigation")


_CARD = 3
"""Lines of such a card on either side of that line."""
_PAID = deferred(
    r"广告|推广|赞助|AD\b|Ad\b|.{0,24}(?:\d(?:\.\d)?折|网校|包过|免费(?:领|试听|送)|限时|秒杀|代写|优惠|特惠)"
)
