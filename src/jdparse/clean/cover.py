"""The cover of a printed document: a page of a few short lines before the text, `某某公司 / 岗位说明书汇编 / 二〇二四年一月`."""

from collections.abc import Callable, Iterator, Sequence

from jdparse.clean.furniture import Removed
from jdparse.lines import Grid, Line
from jdparse.patterns import deferred

# More or longer lines are a page of text. A cover's table (编制 审核 批准) has short cells too.
_LINES = 24
_LONGEST = 40
_TITLE = deferred(r"(?:说明书|描述|职责|手册|汇编|规范|标准|文件|制度|资料|体系)[》\"”]?(?:[（(][^（()）]*[)）])?$")
_RUNS_ON = frozenset("。；;，,、")


def page(
    blocks: Sequence[Line | Grid], keeps: Callable[[str], bool], begins: Callable[[str], bool]
) -> tuple[list[Line | Grid], list[Removed]]:
    """The blocks without the lines of a cover that say nothing for the record.

    `keeps` tells a line that says something, `begins` one that begins a section or an item of the text itself: a page
    with such a line is no cover. Only a loader that knows pages lets a cover be told: it is what stands before the
    first page break.
    """
    first = next((i for i, block in enumerate(blocks) if i and _begins_page(block)), 0)
    if not _is_cover(list(_texts(blocks[:first])), begins):
        return list(blocks), []
    kept: list[Line | Grid] = []
    removed: list[Removed] = []
    for block in blocks[:first]:
        if isinstance(block, Grid) or keeps(block.text.text):
            kept.append(block)
        else:
            removed.append(Removed("header_footer", block.text))
    return [*kept, *blocks[first:]], removed


def _is_cover(texts: Sequence[str], begins: Callable[[str], bool]) -> bool:
    return (
        0 < len(texts) <= _LINES
        and not any(map(begins, texts))
        and all(len(text) <= _LONGEST and text[-1] not in _RUNS_ON for text in texts)
        and any(_TITLE.search("".join(text.split())) for text in texts)
    )


def _begins_page(block: Line | Grid) -> bool:
    if isinstance(block, Line):
        return block.page_break
    return bool(block.cells) and bool(block.cells[0].lines) and _begins_page(block.cells[0].lines[0])


def _texts(blocks: Sequence[Line | Grid]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            marker = block.marker.text if block.marker is not None else ""
            if text := (marker + block.text.text).strip():
                yield text
        else:
            for cell in block.cells:
                yield from _texts(cell.lines)
