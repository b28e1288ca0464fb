"""Which field stands under which: 学历 under 任职资格, and what no other field has for a part."""

from collections.abc import Sequence

from jdparse.outline import labels
from jdparse.outline.entry import Entry, Role
from jdparse.outline.levels.frames import SECTION, Frame

# What may stand beside the number of a row: the columns of duties and contacts, and in forms 职责概述, 考核标准.
_IN_ROW = ("duty.", "contact.", "substitute.", "summary", "duties", "performance_standards", "kpis")


# Headings under which finer labels stand, and the fields that these may name.
_ADMITS = {
    "requirements.general": ("requirements.",),
    "compensation.salary": ("compensation.",),
    "compensation.benefits": ("compensation.",),
    "application.contacts": ("application.", "organization."),
    "application.instructions": ("application.", "organization.address"),
    "organization.description": ("organization.",),
    "organization.name": ("organization.",),
    "duties": ("duty.",),
    "duty.name": ("duty.",),
    "kpis": ("performance_standards",),
    "performance_standards": ("kpis",),
    "career_path": ("career_path", "rotation"),
    "relations.contacts": ("relations.",),
}


# What is said of a job under numbers that name it, with no heading above: 权限一 | 对不合格品有拒收权.
BY_NUMBER = {
    "权限N": "authority",
    "职权N": "authority",
    "权力N": "authority",
    "要求N": "requirements.general",
    "条件N": "requirements.general",
    "标准N": "performance_standards",
    "指标N": "kpis",
}


# Fields that are no part of another field's text, however deep their headings are; 培训 may be a group of duties.
_OWN = ("compensation.", "application.", "organization.", "working_hours")


def is_of_another(frame: Frame, field: str) -> bool:
    """Whether an open heading is that of another field, so that the field's own stands beside it."""
    above = frame.entry.field if frame.entry is not None else None
    if above is None or above.startswith("section.") or above == "title":
        return False
    return (labels.is_scalar(field) or field.startswith(_OWN)) and not field.startswith(
        (above, *_ADMITS.get(above, ()))
    )


def is_section(entry: Entry) -> bool:
    return entry.field is not None and entry.role is not Role.ITEM and not labels.is_scalar(entry.field)


def is_leaf(entry: Entry) -> bool:
    """Whether a label is complete on its line, so that a list after it is none of its own."""
    if entry.field is None or entry.enumerator is not None:
        return False
    return labels.is_scalar(entry.field) or (
        entry.field == "summary" and entry.text is not None and entry.text.text[-1] not in "：:"
    )


def admitting(stack: list[Frame], field: str) -> int:
    """The innermost frame under which an unmarked label of `field` may stand."""
    for place in range(len(stack) - 1, 0, -1):
        entry = stack[place].entry
        if entry is None:
            return place
        if _holds_all(stack[place]) and not _are_of_employer(stack[1 : place + 1], field):
            return place
        if (
            entry.enumerator is not None
            and not entry.whole
            and field.startswith(_IN_ROW if entry.set_off == "row" else "duty.")
        ):
            return place  # the number of a table's row, 职责一 in a cell of its own
        if entry.is_item:
            if not labels.is_scalar(field) and not field.startswith("duty."):
                continue  # a section stands under no item of a list
            if (
                entry.enumerator is not None
                and entry.text is not None
                and labels.heading_like(entry.text.text)
                and not stack[place].sub
            ):
                parent = next((f.entry for f in reversed(stack[:place]) if f.entry is not None and f.entry.field), None)
                if parent is None or field.startswith(_ADMITS.get(parent.field or "", ())):
                    return place
            continue
        if entry.field is None:
            if entry.role is Role.TITLE or (entry.enumerator is not None and not stack[place].sub):
                return place
            continue
        if entry.field.startswith("section."):
            return place
        open_to = _open_to(stack, place)
        if open_to and field.startswith(open_to) and (entry.text is None or field.startswith("duty.")):
            return place
        if field == entry.field and entry.text is None and entry.enumerator is not None:
            return place
    return 0


def _holds_all(frame: Frame) -> bool:
    """Whether a heading by style is high enough, or says too little, to keep a label out."""
    field = frame.entry.field if frame.entry is not None else None
    says_little = (field is None and not frame.sub) or (field or "").startswith("section.")
    return frame.heading >= SECTION or (frame.heading > 0 and says_little)


def _are_of_employer(frames: Sequence[Frame], field: str) -> bool:
    """Whether an open heading is over what the employer says of itself, and the label one of a job: 加入我们 below 关于我们."""
    return field.startswith(_OF_A_JOB) and any(
        frame.entry is not None and (frame.entry.field or "").startswith("organization.") for frame in frames
    )


_OF_A_JOB = (
    "title",
    "code",
    "duties",
    "duty.",
    "requirements.",
    "department",
    "headcount",
    "location",
    "compensation.",
)


def _open_to(stack: list[Frame], place: int) -> tuple[str, ...]:
    """The fields that finer labels under an open heading may name; 晋升方向 and 轮换岗位 stand side by side under 职业发展."""
    entry = stack[place].entry
    assert entry is not None
    grouped = any(frame.entry is not None and frame.entry.field == "section.career" for frame in stack[:place])
    return () if entry.field == "career_path" and grouped else _ADMITS.get(entry.field or "", ())
