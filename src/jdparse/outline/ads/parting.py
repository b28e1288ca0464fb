"""An ad parted into its posts: each a title over what is said of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdparse.numbering import PICTURES
from jdparse.outline.ads import by_name, chips, clauses
from jdparse.outline.ads.listing import ADDRESSES
from jdparse.outline.ads.posts import OF_ALL, Post, is_named
from jdparse.outline.ads.told import ENDS, said, title, told_of
from jdparse.outline.ads.unlabelled import answers
from jdparse.outline.entry import Entry, Role, silent
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary


def parted(entries: Sequence[Entry], listed: Sequence[Post], vocabulary: Vocabulary) -> list[Entry]:
    """The entries with each post as a title over its text, and over the section that has its name further down."""
    branches = _branches(entries, listed)
    sections = by_name.sections(entries, listed)
    taken = {at for section in sections.values() for at in range(section.start, section.stop)}
    taken.update(branches)
    taken.update(at + 1 for at in branches if entries[at + 1].field in ADDRESSES)
    places = {post: list(_places(entries, at)) for at, run in branches.items() for post in run}
    lines = _lines_below(entries, listed)
    out = [entry for at, entry in enumerate(entries[: listed[0].at]) if at not in taken]
    asked = clauses.are_asked([e.whole.text for e in entries[listed[0].at + 1 :] if _is_bullet(e)])
    for post, following in pairwise((*listed, None)):
        assert post is not None
        entry = entries[post.at]
        out.append(title(entry, post))
        out += (said(entry._replace(label=None), place, field) for field, place in places.get(post, ()))
        if post.text:
            out += told_of(entry._replace(label=None), post.text, vocabulary)
        section = sections.get(post)
        if section is not None:
            heading, *items = entries[section.start : section.stop]
            out.append(silent(heading.whole))
            out += (
                said(item._replace(label=None), item.whole.strip(ENDS), section.field) if item.whole else item
                for item in items
            )
        stop = following.at if following is not None else len(entries)
        below = [entries[at] for at in range(post.at + 1, stop) if at not in taken]
        bare = not post.text and (entry.enumerator is not None or is_named(post.name.text))
        out += _told(below[:lines], bare=True) if lines and not bare else _told(below, bare, asked=asked)
        out += below[lines:] if lines and not bare else []
    return out


def _lines_below(entries: Sequence[Entry], listed: Sequence[Post]) -> int:
    """How many lines without a label say what each of several posts is; 0 where it is not the same of all: below the last one others may stand."""
    if len(listed) < _FEWEST:
        return 0
    counts = {after.at - post.at - 1 for post, after in pairwise(listed)}
    lines = counts.pop()
    below = [entries[post.at + 1 : post.at + 1 + lines] for post in listed]
    plain = all(
        e.role is Role.ITEM and e.enumerator is None and e.field is None and not e.heading for es in below for e in es
    )
    last = below[-1]
    return lines if plain and not counts and len(last) == lines <= _MOST and not any(map(_is_of_all, last)) else 0


_FEWEST = 2
_MOST = 3


def _is_of_all(entry: Entry) -> bool:
    return entry.gap > 0 or OF_ALL.match(entry.whole.text) is not None or answers(entry)


def _is_bullet(entry: Entry) -> bool:
    listed = entry.enumerator is not None and entry.field is None and entry.role is Role.ITEM
    return listed and clauses.field(entry.whole.text) != "compensation.salary" and not chips.read(entry.whole)


def _told(entries: Sequence[Entry], bare: bool, *, asked: bool = False) -> Iterator[Entry]:
    """The entries of a post, the lines right below it as what they say: what it asks for, or does (根据分镜完成角色设定 over 要求：…).

    `bare` says that the post is a numbered name and no more: then lines without a number are said of it too. `asked` says that the
    lists of the posts together speak of who is sought.
    """
    fields = {entry.field or "" for entry in entries}
    if "duties" in fields:
        yield from entries
        return
    asks = any(field.startswith("requirements.") for field in fields)
    first = next(
        (at for at, e in enumerate(entries) if e.field is not None or not (asks or bare or _is_of_list(e, entries[0]))),
        len(entries),
    )
    first = next((at for at in range(first) if OF_ALL.match(entries[at].whole.text)), first)
    bare = bare and all(entry.enumerator is None for entry in entries[:first])
    texts = (entry.whole.text for entry in entries[:first] if bare or entry.enumerator is not None)
    listed = [text for text in texts if not bare or clauses.field(text) is None]
    sought = clauses.are_asked(listed) or (asked and not clauses.are_done(listed))
    default = "requirements.general" if sought and not asks else "duties"
    for entry in entries[:first]:
        plain = entry.role is Role.ITEM and (entry.enumerator is None) == (asks or bare)
        if plain and entry.whole and not _SPEAKS_OF_US.match(entry.whole.text) and not chips.read(entry.whole):
            yield said(entry._replace(label=None), entry.whole.strip(ENDS), clauses.field(entry.whole.text) or default)
        else:
            yield entry
    yield from entries[first:]


def _is_of_list(entry: Entry, first: Entry) -> bool:
    """Whether a line has a number or a bullet as the first below a post, or a picture."""
    if entry.enumerator is None or first.enumerator is None:
        return PICTURES.match(entry.whole.text) is not None
    return first.enumerator.ordinal <= 1 and entry.enumerator.family == first.enumerator.family


_SPEAKS_OF_US = deferred(r"(?:我们|我司|公司|本[公单店厂]|团队|工作室|关于)")


def _branches(entries: Sequence[Entry], listed: Sequence[Post]) -> dict[int, Sequence[Post]]:
    """Where a branch of the firm stands over listed (📍城西店, 滨河店（金街广场B107）), with the listed below it."""
    found: dict[int, list[Post]] = {}
    branch: int | None = None
    for post in listed:
        at = post.at - 1
        addressed = at > 0 and entries[at].field in ADDRESSES
        above = entries[at - addressed] if at >= addressed else None
        if above is not None and above.field is None and (_ADDRESSED if addressed else _BRANCH).match(above.whole.text):
            branch = at - addressed
        if branch is not None:
            found.setdefault(branch, []).append(post)
    return {**found}


_BRANCH = deferred(
    r"[📍📌🏠🏢🏥🏪]|[^\W\d_]{2,12}[（(][^\W\d_]{1,10}(?:店|院区|校区|厂区|园区|分院|馆|厂|分公司|基地|营业部|网点)[)）]$|[^\W\d_]{1,10}(?:店|院区|校区|厂区|园区|分院|馆|厂|分公司|基地|营业部|网点)[（(][^（()）]{2,40}[)）]$"
)

# … or alone, over its address
_ADDRESSED = deferred(
    rf"{_BRANCH.pattern}|[^\W\d_]{{1,14}}(?:店|院区|校区|厂区|园区|分院|馆|分公司|厂|基地|营业部|网点)$"
)


def _places(entries: Sequence[Entry], at: int) -> Iterator[tuple[str, Tracked]]:
    """Where a branch of a firm is, as values of its posts: its name without the sign before it, or that over its address."""
    branch, below = entries[at].whole, entries[at + 1]
    found = _PLACE.match(branch.text)
    name = branch[found.end() :] if found is not None else branch
    if below.field in ADDRESSES and below.text is not None:
        yield "department", name
        yield "location", below.text
    else:
        yield "location", name


_PLACE = deferred(r"[📍📌🏠🏢🏥🏪][\ufe0f \t]*")
