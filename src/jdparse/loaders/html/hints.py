"""What the names of an element say of it: page furniture by `class`, `id`, role and tag.

The words are those of Chinese sites and their content systems, pinyin among them. A *strong* word names furniture and nothing
else; a *weak* one is used for content too, so that the text must agree.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from jdparse.patterns import deferred


class Hint(NamedTuple):
    """The reason in `removed`, and whether the words leave no doubt."""

    reason: str
    strong: bool


_STRONG = {
    "comments": r"comments?|comment-?list|commentlist|cmts?|pinglun|liuyan|respond|disqus|replies|reply-?list|sign|signature|user-?sign|qianming|guestbook|ds-thread",
    "navigation": r"nav|navbar|navi|navigation|topnav|subnav|mainnav|topmenu|mainmenu|crumbs?|breadcrumbs?|bread|mbx|weizhi|dqwz|curpos|curr?position|skip-?link|pagination|pager|"
    r"pagelinks?|page-?nav|prenext|pre-?next|prev-?next|shangxia|sitemap|city-?select|city-?pop|toc|ez-toc|backtop|gotop|totop|go-?top|back-?to-?top|quick-?menu|navigator|contentinfo",
    "related_links": r"related|relate|relates|relatedposts|related-?posts|xiangguan|xgwz|xgyd|tuijian|rec|recommends?|recommended|recommendation|guess|guesslike|similar|youlike|friend-?links?|flinks?|"
    r"youqing|yqlj|hot-?words?|tag-?cloud|tagcloud|jp-relatedposts|seo-?bottom|seo-?links?|rank|ranking|paihang|hotlist|hot-?list|hot-?search|newest|latest|recent-?posts|also-?like|likelist|widget",
    "copyright": r"copyright|copyrights|beian|icp|mianze|disclaimer|banquan|site-?info|siteinfo",
    "header_footer": r"footer|site-?footer|foot|ft|colophon|bottom-?bar|page-?foot|masthead|site-?header|header-?box|top-?bar|topbar|site-?nav|sitenav|dibu|fnav|ftnav",
    "download_prompt": r"bdshare|bdsharebuttonbox|sharedaddy|share-?box|sharebox|jiathis|social-?share|fenxiang|qrcode|qr-?code|ewm|erweima|download-?bar|down-?box|downbox|readmore|read-?more|open-?app|app-?download|"
    r"vip|subscribe|dashang|reward",
    "page_metadata": r"boss-?(?:name|attr|info|card)|hr-?(?:name|info|card)|author-?info|user-?info|user-?card|user-?face|avatar|favatar|authi|member-?info|post-?author|poster",
    "site_notice": r"ads?|adv|advert|advertisement|gg|guanggao|adsbygoogle|in-?ad|page-?ad|login-?mask|login-?box|loginbox|login-?modal|popup|modal(?!-(?:header|title|body|content|dialog))|safe-?tips?|anti-?fraud|cookies?|cookie-?\w+|gdpr",
}  # fmt: skip

_WEAK = {
    "navigation": r"menu|menus|location|position|top|tabs?|path|channel|category|catalog|directory|search|sousuo|search-?box|page|pages|list-?nav|left-?nav|tools?|toolbar|prev|next|logo|langs?",
    "related_links": r"side|sidebar|side-?bar|sider|aside|right|rightbar|right-?list|hot|hots|rel|more|tags?|label-?list|list|links?|new|news-?list|other-?jobs?|more-?jobs?|random|recruiter|company|company-?card|company-?info|newest",
    "header_footer": r"header|head|hd|bottom|footbar|banner|logo",
    "download_prompt": r"share|down|download|dl|expand|unfold|zan|zans|print|dayin|fav|favorite|collect|btns?|buttons?|operate|operation|actions?|app|wechat|weixin|code|hj|open|end|report|jubao",
    "site_notice": r"tips?|notice|kindly|warn|warning|warm|statement|shengming|declare|hint|mask|dialog|promo|alert|help",
    "page_metadata": r"info|meta|metas|entry-?meta|post-?meta|article-?info|art-?info|source|laiyuan|author|byline|pub|pubtime|publish|time|date|property|doc-?info|intro-?info|subtitle|bj|editor|thumbs?|figure-?caption",
    "comments": r"reply|pl|message|discuss|feedback",
}  # fmt: skip

_TAGS = {
    "nav": Hint("navigation", strong=True),
    "footer": Hint("header_footer", strong=True),
    "aside": Hint("related_links", strong=True),
    "header": Hint("header_footer", strong=False),
    "form": Hint("site_notice", strong=False),
    "figcaption": Hint("page_metadata", strong=True),
}
_ROLES = {
    "navigation": Hint("navigation", strong=True),
    "complementary": Hint("related_links", strong=True),
    "contentinfo": Hint("header_footer", strong=True),
    "search": Hint("navigation", strong=True),
    "banner": Hint("header_footer", strong=False),
}


def _compiled(words: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<{reason}>(?<![a-z])(?:{pattern})(?![a-z]))" for reason, pattern in words.items()))


_STRONG_WORDS = _compiled(_STRONG)
_WEAK_WORDS = _compiled(_WEAK)
# item__HV6Ad, list_JbCMT: what a bundler of styles hangs on a name so that it is one of its kind says nothing
_HASH = deferred(
    r"(?:_(?=_?[A-Za-z]*[0-9]|_?[A-Za-z][a-z]*[A-Z])(?:_[A-Za-z0-9]{5,8}|[A-Za-z0-9]{5})|___[A-Za-z0-9]{1,8})(?![A-Za-z0-9_-])"
)
_CAMEL = deferred(r"(?<=[a-z])(?=[A-Z])")
_CONTENT = deferred(
    r"(?<![a-z])(?:article|content|main|job|jobs|post|entry|detail|details|zhiwei|zoom|zhengwen|neirong)(?![a-z])"
)


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@lru_cache(maxsize=4096)
def of(tag: str, names: str) -> Hint | None:
    """What tag and names (class, id and role, set apart by blanks) say of an element; None where they say nothing."""
    hint = _TAGS.get(tag)
    if hint is not None and hint.strong:
        return hint
    if names:
        words = _CAMEL.sub("-", _HASH.sub("", names) if "_" in names else names).lower().replace("_", "-")
        for word in words.split():
            if word in _ROLES:
                return _ROLES[word]
        found = _STRONG_WORDS.search(words)
        if found is not None and tag in _HEADINGS and found.lastgroup == "navigation":
            return hint  # anchorWithStickyNavbar: where the page stops when one goes to the heading
        if found is not None:
            # `job-recommend-main`, `article-tool`: the name of a content element with a word of furniture in it
            return Hint(found.lastgroup or "", strong=_CONTENT.search(words) is None)
        if found := _WEAK_WORDS.search(words):
            return Hint(found.lastgroup or "", strong=False)
    return hint
