"""One piece of the flat outline: what it is, how it is set off, and its texts."""

from typing import ClassVar, NamedTuple

from jdparse.numbering import Enumerator
from jdparse.tracked import Tracked


class Role(str):
    """What an entry is. No Enum: to look up a member of one takes four times as long, and every pass over the entries does."""

    __slots__ = ()

    TITLE: ClassVar["Role"]
    """A title line, as `仓管员岗位说明书`; `text` is the job's name, if it says one."""
    LABEL: ClassVar["Role"]
    """A heading or a label with its value in `text`."""
    ITEM: ClassVar["Role"]
    """A list item or a paragraph."""


Role.TITLE, Role.LABEL, Role.ITEM = Role("title"), Role("label"), Role("item")


class Entry(NamedTuple):
    """One piece of the flat outline. All texts are stripped of blanks."""

    role: Role
    line: int
    gap: int
    enumerator: Enumerator | None
    marker: Tracked | None
    label: Tracked | None
    field: str | None
    """What the vocabulary says the label names; None for an unknown label."""
    text: Tracked | None
    """A label's value or an item's text; None when there is none."""
    whole: Tracked
    """Label and value as printed, without the marker."""
    set_off: str = ""
    """How the label is set off from its value: colon, bracket, cell, line, bare; form in a table, header for a column's name,
    column for what a row of duties says that is no part of a duty;
    chip for a value that needs no label."""
    first: bool = True
    """False for the second and later pairs of one line."""
    heading: int = 0
    numbered: bool = False
    """Whether a title counts itself among others: 园长岗位职责 篇2."""
    unfinished: bool = False
    """Whether its text has no end yet, so that an unmarked line may go on with it."""
    fresh: bool = False
    """Whether it is the first of a table or the first behind one, so that the table's sections are closed."""
    behind: bool = False
    """Whether it is the first line behind a table of the document, so that the table's labels are closed too."""

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list or a paragraph, be it with a little label of its own (`组织管理：负责…`)."""
        return self.role is Role.ITEM or (
            self.role is Role.LABEL and self.field is None and self.text is not None and self.enumerator is not None
        )


def silent(text: Tracked) -> Entry:
    """What says nothing of its own (a column's name, a total, a name that heads a list again): kept for the ledger."""
    return Entry(Role.ITEM, 0, 0, None, text, None, None, None, text[:0], "header")
