"""What a page has and does not show: text for screen readers, buttons, text against copying, and what is folded away."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

from jdparse.loaders.html import elements
from jdparse.loaders.html.elements import Element
from jdparse.patterns import deferred
from jdparse.vocabulary import builtin

_UNSEEN = deferred(
    r"(?:^|[\s_-])(?:sr-only|screen-reader-text|screen-reader|visually-hidden|visuallyhidden|jammer)(?:$|\s)"
)
_BUTTON = deferred(r"(?:^|[\s_-])(?:btn|button|buttons)(?:$|[\s_-])")
_LONGEST_BUTTON = 8
_SHOWN = frozenset(("active", "on", "show", "shown", "current", "open", "in", "selected", "cur"))
_SHORT = 40
_JOB = deferred(
    r"(?:岗位|崗位|工作|职位|職位|职务)(?:职责|職責|要求|描述|内容|說明|说明)|任[职職](?:要求|资格|資格|条件|條件)|(?:招聘|所需)人数|薪[资資]|学历要求|职责描述"
)
# … set off as labels are: a window that asks readers to log in speaks of 岗位职责 too.
_FOLDED = deferred(rf"({_JOB.pattern})(?=\s*(?:[：:】\]\n]|[（(]?[一1][）)、.．]))")
_FEWEST_FOLDED = 2


@lru_cache(maxsize=1024)
def is_unseen(names: str) -> bool:
    """Whether classes are those of text that only programs read."""
    return _UNSEEN.search(names) is not None


@lru_cache(maxsize=1024)
def is_plain(names: str) -> bool:
    """Whether classes do not say that an element may not be shown."""
    return not is_unseen(names) and _BUTTON.search(names) is None


def is_button(element: Element, attributes: Mapping[str, str]) -> bool:
    """Whether a link is a button by its class and its few characters."""
    return (
        "class" in attributes
        and len(element) == 0
        and len(element.text or "") <= _LONGEST_BUTTON
        and _BUTTON.search(attributes["class"]) is not None
    )


def is_off(attributes: Mapping[str, str], said: Mapping[str, str]) -> bool:
    """Whether an element is switched off, by itself or by a style sheet that its classes do not overrule."""
    hidden = "hidden" in attributes
    if not hidden and said.get("display") != "none":
        return False
    return hidden or "style" in attributes or _SHOWN.isdisjoint(attributes.get("class", "").split())


def is_noise(element: Element, said: Mapping[str, str], *, inline: bool) -> bool:
    """Whether text is there for copying programs and not for readers: invisible, without size, or outside the window."""
    if "font-size" in said and _is_zero(said["font-size"]) and len(element) == 0:
        return True
    if said.get("visibility") == "hidden":
        # WeChat's articles are invisible until a script has run
        return inline or len(elements.text(element).strip()) < _SHORT
    left = said.get("left") or said.get("text-indent") or ""
    if left.startswith("-") and (found := re.match(r"-(\d+)(?:px|em|pt)", left)) and len(found[1]) >= 4:
        return True
    return _is_zero(said.get("width", "")) and _is_zero(said.get("height", ""))


def _is_zero(value: str) -> bool:
    return re.fullmatch(r"0(?:\.0+)?(?:px|pt|em|rem|%)?", value) is not None


def folded_job(element: Element) -> str | None:
    """A piece of the job description in an element, by which it is found where it is shown as well; None where it has none."""
    text = elements.text(element, "\n")
    if len(set(_FOLDED.findall(text))) < _FEWEST_FOLDED:
        return _below_heading(element)
    bare = "".join(text.split())
    found = _JOB.search(bare)
    return bare if found is None else bare[found.start() : found.start() + _PIECE]


def _below_heading(element: Element) -> str | None:
    """What stands below the first of the headings in an element, where these are of sections of a job: 你会做的事, 我们期待."""
    heads = [head for head in islice(element.iter(*_HEADS), _MOST_HEADS) if len(elements.text(head)) <= _SHORT]
    fields = {builtin().heading("".join(elements.text(head).split())) for head in heads}
    if len([field for field in fields if field is not None and field.startswith(_OF_A_JOB)]) < _FEWEST_FOLDED:
        return None
    bare = "".join(elements.text(element).split())
    at = bare.find("".join(elements.text(heads[0]).split()))
    return bare[at : at + _PIECE]


_PIECE = 40
_HEADS = ("h2", "h3", "h4", "h5", "h6", "dt", "strong", "b")
_MOST_HEADS = 12
_OF_A_JOB = ("duties", "requirements.")
