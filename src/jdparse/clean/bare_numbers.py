"""Numbers of a list that have lost what stood behind them: 1审阅合同, 2掌握市场动态, as a form's column of numbers comes out of a converter."""

from collections.abc import Callable, Sequence

from jdparse.lines import Grid, Line
from jdparse.patterns import deferred

FEWEST = 3
"""So many lines count on from one somewhere in the text: what is counted in it (2年经验) does not."""
_MOST_BETWEEN = 3
"""Lines of one item, whose end the converter broke."""
_NUMBER = deferred(
    r"(?P<number>\d{1,2})(?=[^\W\d_a-zA-Z])(?![年月日号名个人位次天周元岁级层楼米吨万千百寸台辆套类种项条小点分])"
)


def attach(blocks: Sequence[Line | Grid], is_heading: Callable[[str], bool]) -> list[Line | Grid]:
    """The blocks, each such number made the marker of its line. `is_heading` tells of a line whether it is a label and nothing else."""
    runs: list[list[int]] = []
    run: list[int] = []
    for index, block in enumerate([*blocks, None]):
        number = _number(block)
        if number and number == len(run) + 1:
            run.append(index)
            continue
        ended = (
            not isinstance(block, Line)
            or number == 1
            or is_heading(block.text.text)
            or (bool(run) and index - run[-1] > _MOST_BETWEEN)
        )
        if ended:
            runs.append(run)
            run = [index] if number == 1 else []
    out = list(blocks)
    for run in runs if any(len(run) >= FEWEST for run in runs) else ():
        for number, at in enumerate(run if len(run) > 1 else (), 1):
            line = blocks[at]
            assert isinstance(line, Line)
            size = len(str(number))
            out[at] = line._replace(marker=line.text[:size], text=line.text[size:])
    return out


def _number(block: Line | Grid | None) -> int:
    """The number with which a line begins; 0 for another."""
    if not isinstance(block, Line) or block.marker is not None:
        return 0
    text = block.text.text
    found = _NUMBER.match(text) if text[:1].isdigit() else None
    return int(found["number"]) if found is not None else 0
