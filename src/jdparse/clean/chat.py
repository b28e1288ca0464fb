"""Transcripts of group chats: only the messages that say something of a job are kept."""

import itertools
from collections.abc import Callable, Sequence

from jdparse.clean.furniture import Removed
from jdparse.lines import Grid, Line
from jdparse.patterns import deferred

# 晴天妈妈 2024/8/12 20:14:06 (QQ, WeChat and forum exports)
_HEAD = deferred(
    r"^.{0,24}?\s*(?:发表于|回复于|发布于|编辑于)?\s*(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*)(?:星期.|周.|上午|下午|晚上|凌晨|\s)*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*(?:只看(?:该作者|楼主|他)|\d{0,3}楼|\d{0,3}[#＃]|楼主|回复|来自.{1,12}|\||\s)*$"
)
_SYSTEM = deferred(r"^.{0,20}(?:撤回了一条消息|加入了群聊|邀请.{1,20}加入|退出了群聊|修改群名为)")


# No head of a message is longer; on a line of endless blanks the expression would go back over them.
_LONGEST = 80


def _is_head(text: str) -> bool:
    return "20" in text and len(text) <= _LONGEST and _HEAD.match(text) is not None


def messages(blocks: Sequence[Line | Grid], tells: Callable[[str], bool]) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the heads of messages and without the messages that tell nothing of a job.

    `tells` says whether a line holds a known label. A text with fewer than two message heads is no transcript.
    """
    heads = [i for i, block in enumerate(blocks) if isinstance(block, Line) and _is_head(block.text.text)]
    if len(heads) < 2:
        return list(blocks), []
    kept: list[Line | Grid] = []
    removed: list[Removed] = []
    bounds = [0, *heads, len(blocks)]
    for start, end in itertools.pairwise(bounds):
        message = blocks[start:end]
        telling = any(not isinstance(block, Line) or tells(block.text.text) for block in message)
        for block in message:
            if isinstance(block, Line) and (
                not telling or _is_head(block.text.text) or _SYSTEM.match(block.text.text[:_LONGEST])
            ):
                removed.append(Removed("comments", block.text))
            else:
                kept.append(block)
    return kept, removed
