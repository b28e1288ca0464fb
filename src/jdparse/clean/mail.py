"""Mails that carry a job description: their heads, and what a sender's program puts below every text, are none of it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from jdparse.clean.furniture import Removed
from jdparse.lines import Grid, Line
from jdparse.patterns import deferred

_SENDER = deferred(r"(?:发件人|寄件人|From)[ \t\u3000]*[:：]")
_HEAD = deferred(
    r"(?:发件人|寄件人|收件人|抄送|密送|发送时间|发送日期|发件时间|日期|时间|附件|From|To|Cc|Bcc|Sent|Date|Attachments?)[ \t\u3000]*[:：]"
)
# What a mail is about may name the job: it is kept.
_SUBJECT = deferred(r"(?:主题|主旨|Subject)[ \t\u3000]*[:：]")
_FEWEST_HEADS = 3
"""So many lines of a head stand together: 日期：… 时间：… are lines of notices too."""

_SIGNATURE = "--"
"""RFC 3676, 4.3: what stands between a text and the signature of its sender, without the blank behind it."""
# What stands there in mails that are known by their heads: other rules, or the closing itself.
_RULE = deferred(r"[-—–_=*~]{2,}$")
_PROSE = frozenset("。；;：:")
_MOST_LINES = 8
_LONGEST = 40
_NOTICE = deferred(
    r"(?:本|此|该)(?:电子)?邮件.{0,20}(?:保密|机密|误收|免责)|This (?:e-?mail|message).{0,80}confidential"
)

_CLOSING = deferred(
    r"(?:(?:顺?祝|顺颂)[您你]?[ ，,：:]{0,2}(?:好|工作(?:顺利|愉快)|商祺|[安大]好|一切顺利|万事如意|身体健康|生活愉快|时祺|秋安|冬安|夏安|春安|周末愉快){1,2}|此致|敬礼|谢谢|多谢|(?:Best |Kind )?[Rr]egards|Thanks|BR)[!！，,。.~～]*"
)


def drop(blocks: Sequence[Line | Grid], tells: Callable[[str], bool]) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the heads of mails, and without the signature and the notice at the end, and those lines.

    `tells` says of a line whether it has a label: what a mail answers goes too, where the mail has several.
    """
    texts = [block.text.text if isinstance(block, Line) else "" for block in blocks]
    older = _older(texts, tells)
    own = texts[:older]
    heads = dict.fromkeys(_heads(own), "page_metadata")
    reasons = {**heads, **_end(own, bool(heads)), **dict.fromkeys(range(older, len(texts)), "comments")}
    if heads and (signed := _signed(own)) is not None:
        reasons.update(dict.fromkeys(range(signed, older), "page_metadata"))
    if not reasons:
        return list(blocks), []
    low = max(0, older - 2 * _MOST_LINES)
    reasons.update((i, "page_metadata") for i in range(low, older) if _CLOSING.fullmatch(texts[i]))
    kept: list[Line | Grid] = []
    removed: list[Removed] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Line) and index in reasons:
            removed.append(Removed(reasons[index], block.text))
        else:
            kept.append(block)
    return kept, removed


def _older(texts: Sequence[str], tells: Callable[[str], bool]) -> int:
    """Where the mail begins that is answered; the number of lines where there is none, or where that has the labels."""
    at = next((i for i, text in enumerate(texts) if _ORIGINAL.fullmatch(text) is not None), len(texts))
    if at == len(texts) or sum(map(tells, filter(None, texts[:at]))) < _FEWEST_LABELS:
        return len(texts)
    return len(texts) if sum(map(tells, filter(None, texts[at + 1 :]))) >= _FEWEST_LABELS else at


_FEWEST_LABELS = 3
_ORIGINAL = deferred(
    r"[-—–_=* ]{2,}[ ]?(?:原始邮件|原邮件|原始信息|(?i:original message))[ ]?[-—–_=* ]{0,}|在.{6,40}(?:写道|写到|wrote)[:：]|On .{6,60} wrote:"
)


def _signed(texts: Sequence[str]) -> int | None:
    """Where the sender's name stands alone near the end of his mail, over short lines."""
    sender = next((found["name"] for text in texts if (found := _FROM.match(text)) is not None), None)
    if sender is None:
        return None
    low = max(0, len(texts) - 1 - _MOST_LINES)
    at = next((i for i in range(low, len(texts)) if texts[i] == sender), None)
    below = texts[at + 1 :] if at is not None else ()
    return at if all(len(text) <= _LONGEST and text[-1:] not in _PROSE for text in below) else None


_FROM = deferred(rf"{_SENDER.pattern}[ \t]*[\"“]?(?P<name>[^\W\d_]{{2,4}})(?:[（(<\"” ]|$)")


def _heads(texts: Sequence[str]) -> Iterator[int]:
    """The lines of the heads of mails, but for what they are about."""
    behind = 0
    for index, text in enumerate(texts):
        if index < behind or not text or text[0] not in "发寄F" or _SENDER.match(text) is None:
            continue
        head = list(takewhile(lambda line: _HEAD.match(line) or _SUBJECT.match(line), texts[index:]))
        behind = index + len(head)
        if len(head) >= _FEWEST_HEADS or (len(head) == 2 and "@" in head[0]):
            yield from (place for place in range(index, behind) if _SUBJECT.match(texts[place]) is None)


def _end(texts: Sequence[str], mail: bool) -> dict[int, str]:
    """The lines of the signature below a text (that of a `mail`, whose head was found, has more signs) and of the notice below that, each with its reason."""
    low = len(texts) - 1 - _MOST_LINES
    signed = next((i for i in range(len(texts) - 1, max(low, 0), -1) if _signs(texts[i], mail)), len(texts))
    notices = {i for i in range(max(low, 0), len(texts)) if "邮件" in texts[i][:4] or texts[i][:4] == "This"}
    notices = {i for i in notices if _NOTICE.match(texts[i])}
    below = [texts[i] for i in range(signed + 1, len(texts)) if i not in notices]
    if not all(len(text) <= _LONGEST for text in below):
        signed = len(texts)
    elif mail and any(text[-1:] in _PROSE for text in below):
        signed = len(texts)  # a rule between two sections
    return {**dict.fromkeys(range(signed, len(texts)), "page_metadata"), **dict.fromkeys(notices, "site_notice")}


def _signs(text: str, mail: bool) -> bool:
    return text == _SIGNATURE or (mail and (_RULE.match(text) is not None or _CLOSING.fullmatch(text) is not None))
