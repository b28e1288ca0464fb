"""What is open while the entries of a job are read: each heading, label and item that something may stand under."""

from dataclasses import dataclass

from jdparse.numbering import Enumerator
from jdparse.outline.entry import Entry


@dataclass(slots=True)
class Frame:
    """An open node: its place, the family of its marker ("" without one) and the last marker of that level."""

    index: int
    family: str
    last: Enumerator | None
    entry: Entry | None
    sub: bool = False
    heading: int = 0
    """The level of a heading by style, 0 for none."""
    pairs: bool = False
    """Whether a form begins right under it with a label that nobody knows."""


# The level of the section labels of forms: below every heading that Word or Markdown can style.
SECTION = 10


def pop(stack: list[Frame], closed: dict[str, tuple[int, Enumerator]], keep: int) -> None:
    """Close the frames above `keep`, remembering where their sequences stood."""
    for _ in range(len(stack) - keep - 1):
        frame = stack.pop()
        if frame.last is not None:
            closed[frame.family] = (stack[-1].index, frame.last)


def is_cell(frame: Frame) -> bool:
    return frame.entry is not None and frame.entry.set_off == "form"


def is_row(frame: Frame) -> bool:
    return frame.entry is not None and frame.entry.set_off == "row"


def is_of_a_table(frame: Frame) -> bool:
    return frame.heading >= SECTION or is_row(frame)


def is_pay(stack: list[Frame]) -> bool:
    """Whether the open entry is the pay in figures under a heading of what is offered: a list after it is the heading's."""
    if len(stack) < 2:
        return False
    pay, heading = stack[-1].entry, stack[-2].entry
    return (
        pay is not None
        and heading is not None
        and pay.field == "compensation.salary"
        and pay.text is not None
        and pay.text.text[-1] not in "：:"
        and heading.text is None
        and heading.field == "compensation.benefits"
    )
