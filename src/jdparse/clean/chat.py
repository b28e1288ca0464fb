"""Transcripts of group chats: only the messages that say something of a job are kept."""

import itertools
import re
from collections.abc import Callable, Sequence

from jdparse import numbering
from jdparse.clean.furniture import Removed
from jdparse.lines import Grid, Line
from jdparse.patterns import deferred

# 晴天妈妈 2024/8/12 20:14:06 (QQ, WeChat and forum exports)
_HEAD = deferred(
    r"^(?P<who>.{0,24}?)\s*(?:发表于|回复于|发布于|编辑于)?\s*(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*)(?:星期.|周.|上午|下午|晚上|凌晨|\s)*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*(?:只看(?:该作者|楼主|他)|\d{0,3}楼|\d{0,3}[#＃]|楼主|回复|来自.{1,12}|\||\s)*$"
)
# HR-小周  09:41, below a line with the day
_SHORT_HEAD = deferred(r"^(?P<who>\S.{0,20}?)\s+(?:上午|下午|晚上|凌晨)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$")
_FEWEST, _FEWEST_SHORT = 2, 3
"""Heads of messages that make a text a transcript."""
_SYSTEM = deferred(r"^.{0,20}(?:撤回了一条消息|加入了群聊|邀请.{1,20}加入|退出了群聊|修改群名为)")
_FURTHER = deferred(r"以上|简历|投递|报名|微信|电话|联系|福利|待遇|五险|地址|地点")
"""What a second message of somebody who seeks people speaks of."""


# No head of a message is longer; on a line of endless blanks the expression would go back over them.
_LONGEST = 80


def _head(text: str) -> re.Match[str] | None:
    return _HEAD.match(text) if "20" in text and len(text) <= _LONGEST else None


def _short_head(block: Line) -> re.Match[str] | None:
    """The head of a message that has but the time."""
    text = block.text.text
    return _SHORT_HEAD.match(text) if text[-1:].isdigit() and len(text) <= _LONGEST else None


def _heads(blocks: Sequence[Line | Grid]) -> dict[int, str]:
    """Where messages begin, each with who wrote it; none of a text that is no transcript."""
    lines = [(i, block) for i, block in enumerate(blocks) if isinstance(block, Line)]
    found = {i: head["who"] for i, line in lines if (head := _head(line.text.text))}
    if len(found) >= _FEWEST:
        return found
    found = {i: head["who"] for i, line in lines if (head := _short_head(line))}
    if len(set(found.values())) == len(found):  # else somebody wrote twice
        # 早班 06:00 over 中班 14:00 are none: a blank line stands above a message
        gaps = {i for i, line in lines if line.gap}
        found = {i: who for i, who in found.items() if i in gaps}
    apart = all(b > a + 1 for a, b in itertools.pairwise(found))
    return found if len(found) >= _FEWEST_SHORT and apart else {}


def messages(blocks: Sequence[Line | Grid], tells: Callable[[str], bool]) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the heads of messages and without the messages that tell nothing of a job.

    `tells` says whether a line holds a known label. Of who wrote a message with one, those that go on with it stay too.
    """
    heads = _heads(blocks)
    if not heads:
        return list(blocks), []
    kept: list[Line | Grid] = []
    removed: list[Removed] = []
    seeking: set[str] = set()
    for start, end in itertools.pairwise((-1, *heads, len(blocks))):
        head = blocks[start] if start in heads else None
        if isinstance(head, Line):
            removed.append(Removed("comments", head.text))
        message = blocks[start + 1 : end]
        telling = _tells(message, tells, goes_on=heads.get(start) in seeking)
        if telling and start in heads:
            seeking.add(heads[start])
        for block in message:
            if isinstance(block, Line) and (not telling or _SYSTEM.match(block.text.text[:_LONGEST])):
                removed.append(Removed("comments", block.text))
            else:
                kept.append(block)
    return kept, removed


_RELAY = deferred(r"\W{0,4}接龙\W{0,4}|.{0,16}接龙(?:报名)?\W{0,4}")
_SHORTEST_RELAY, _LONGEST_NAME = 2, 24


def relay(blocks: Sequence[Line | Grid]) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the numbered names at the end of a 接龙, with which readers of a chat put themselves down; and those."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Line) or _RELAY.fullmatch(first.text.text[:_LONGEST]) is None:
        return list(blocks), []
    start = len(blocks)
    while start and _is_name(blocks[start - 1]):
        start -= 1
    names = [block.text for block in blocks[start:] if isinstance(block, Line)]
    ordinals = [found.ordinal if (found := numbering.read(name.text)) is not None else 0 for name in names]
    if len(names) < _SHORTEST_RELAY or ordinals != list(range(1, len(names) + 1)):
        return list(blocks), []
    return list(blocks[:start]), [Removed("comments", name) for name in names]


def _is_name(block: Line | Grid) -> bool:
    if not isinstance(block, Line) or len(block.text) > _LONGEST_NAME or block.text.text[-1] in "；;。":
        return False
    return numbering.read(block.text.text) is not None


def _tells(message: Sequence[Line | Grid], tells: Callable[[str], bool], *, goes_on: bool) -> bool:
    """Whether a message says something of a job; one that `goes_on` with such a message may do it without a label."""
    return any(
        not isinstance(block, Line)
        or tells(block.text.text)
        or (goes_on and _FURTHER.search(block.text.text) is not None)
        for block in message
    )
