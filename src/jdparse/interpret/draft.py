"""A job description while it is put together: values are still `Tracked`, by record path."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jdparse.document import Note
from jdparse.interpret.values import Said, checked, said
from jdparse.outline.ads.cities import is_city
from jdparse.patterns import deferred
from jdparse.tracked import Span, Tracked

SCALARS = frozenset(
    "title code document_no department parent_department location headcount job_family job_type job_grade pay_grade span_of_control summary"
    " dates.analysed dates.prepared dates.reviewed dates.approved dates.effective dates.updated"
    " people.incumbent people.analysed_by people.prepared_by people.reviewed_by people.approved_by application.deadline".split()
)
"""Record paths of a job with one value; every other path is a list."""


_OF_CHOICE = deferred(
    r"(?:(?:笔试|面试|面谈|实操|实际操作|技能(?:测试|操作)|试讲|说课|考察|考核|直接)[＋+、和加\s]{0,2}){1,4}"
)
"""How a notice chooses whom it takes, under 考核方式: 笔试＋面试."""
_OF_POST = deferred("[岗职工]")
_BETWEEN_PLACES = deferred(r"[-—·/ \u3000]+")


def _is_within(place: str, address: str) -> bool:
    """Whether an address says a place again, and more (苏州-工业园区 and 苏州工业园区星湖街 8 号)."""
    if len(place) >= len(address):
        return False
    city, *parts = _BETWEEN_PLACES.split(place)
    # 南通-如东县 and 如东县风电大道66号, but not 北京-上海 and 上海市漕宝路18号
    return all(part in address for part in parts) and (
        city in address or (bool(parts) and not any(map(is_city, parts)))
    )


@dataclass(slots=True)
class RatedItem:
    """A knowledge or skill of a duty with its level."""

    text: Tracked
    level: Tracked | None = None


@dataclass(slots=True)
class Duty:
    """One duty: see RECORD, `Duty`."""

    category: Tracked | None = None
    name: Tracked | None = None
    tasks: list[Tracked] = field(default_factory=list)
    standards: list[Tracked] = field(default_factory=list)
    frequency: list[Tracked] = field(default_factory=list)
    time_share: Tracked | None = None
    knowledge: list[RatedItem] = field(default_factory=list)
    skills: list[RatedItem] = field(default_factory=list)


_ONCE = frozenset({"reports_to", "direct_reports", "indirect_reports"})
"""Lists of a form that may say a position twice: 直属上司, and again under 汇报对象."""


@dataclass(slots=True)
class Draft:
    """What has been read of one job so far."""

    scalars: dict[str, Tracked] = field(default_factory=dict)
    lists: dict[str, list[Tracked]] = field(default_factory=dict)
    code_label: str = ""
    """The label of the code: 编号 alone may be the document's."""
    title_of_file: str | None = None
    """A title that only the file's name gives: it stands nowhere in the text."""
    duties: list[Duty] = field(default_factory=list)
    contacts: list[dict[str, Tracked | list[Tracked]]] = field(default_factory=list)
    """Rows of relations.contacts by column; `side` still as printed (内, 外)."""
    substitutes: list[dict[str, Tracked]] = field(default_factory=list)
    """Rows of a table of substitutes by column."""
    of_department: bool = False
    """Whether it says what a department does, not a job."""
    extra_fields: list[tuple[Tracked, Tracked]] = field(default_factory=list)
    extra_sections: list[tuple[Tracked | None, list[Tracked]]] = field(default_factory=list)
    blank: dict[str, Tracked | None] = field(default_factory=dict)
    none: dict[str, Tracked | None] = field(default_factory=dict)
    labels: list[Tracked] = field(default_factory=list)
    """Headings that became no part of the record, for the ledger."""
    said: list[Tracked] = field(default_factory=list)
    """Values that add nothing to the record (blank, none, said before), for the ledger."""
    notes: list[Note] = field(default_factory=list)

    def holds(self, path: str) -> bool:
        """Whether a path has a value."""
        return (
            path in self.scalars
            or path in self.lists
            or (path == "duties" and bool(self.duties))
            or (path == "substitutes" and bool(self.substitutes))
        )

    def note(self, name: str, at: Tracked | None, **params: str | int) -> None:
        """Add a diagnostic with its place."""
        self.notes.append(Note(name, Span(at.start, at.end) if at is not None else None, params))

    def put(self, path: str, value: Tracked | None, label: Tracked | None) -> None:
        """Enter the value of a label: a text, or the fact that it is blank or none. Of boxes to tick, the ticked ones count."""
        if value is not None and (answers := checked(value)) is not None:
            self.labels.append(value)
            if not answers:
                self.blank.setdefault(path, label)
            for answer in answers[:1] if path in SCALARS else answers:
                self.put(path, answer, label)
            return
        match self._taken(value):
            case Said.BLANK:
                self.blank.setdefault(path, label)
            case Said.NONE:
                self.none.setdefault(path, label)
            case _:
                assert value is not None
                if path == "performance_standards" and _OF_CHOICE.fullmatch(value.text):
                    path = "application.instructions"
                if path in SCALARS:
                    self._scalar(path, value, label)
                elif path in _ONCE and any(value.text == other.text for other in self.lists.get(path, ())):
                    self.said.append(value)
                else:
                    self.lists.setdefault(path, []).append(value)

    def _taken(self, value: Tracked | None) -> Said:
        """How a value is to be taken; one that adds nothing is kept for the ledger."""
        kind = said(value)
        if value is not None and kind is not Said.TEXT:
            self.said.append(value)
        return kind

    def filled(self, texts: Iterable[Tracked]) -> list[Tracked]:
        """The texts of a list without those that are blank, which are kept for the ledger."""
        found: list[Tracked] = []
        for text in texts:
            (self.said if said(text) is Said.BLANK else found).append(text)
        return found

    def _scalar(self, path: str, value: Tracked, label: Tracked | None) -> None:
        kept = self.scalars.setdefault(path, value)
        if path == "code" and self._is_number_of_document(kept, value, label):
            return
        if kept is value:
            return
        if kept.text == value.text or (path == "location" and _is_within(value.text, kept.text)):
            self.said.append(value)
            return
        if path == "location" and _is_within(kept.text, value.text):
            self.said.append(kept)
            self.scalars[path] = value
            return
        self.extra_fields.append((label or value, value))
        self.note("duplicate-value", value, label=(label or value).text, kept=kept.text, other=value.text)

    def _is_number_of_document(self, kept: Tracked, value: Tracked, label: Tracked | None) -> bool:
        """Whether one of two codes is the document's, and goes there: 编号 beside 岗位代号."""
        printed = label.text if label is not None else ""
        if kept is value:
            self.code_label = printed
            return False
        of_post = [_OF_POST.search(text) is not None for text in (self.code_label, printed)]
        if kept.text == value.text or of_post[0] == of_post[1] or "document_no" in self.scalars:
            return False
        self.scalars["document_no"], self.scalars["code"] = (value, kept) if of_post[0] else (kept, value)
        self.code_label = self.code_label if of_post[0] else printed
        return True

    def extra(self, label: Tracked, value: Tracked | None) -> None:
        """Keep a label that nobody knows, with its value. Of boxes to tick, the ticked ones count."""
        if value is not None and (answers := checked(value)) is not None:
            self.labels.append(value)
            for answer in answers:
                self.extra(label, answer)
            if not answers:
                self.extra(label, None)
            return
        label = label.strip("：: ")
        self.note("unknown-label", label, label=label.text)
        match self._taken(value):
            case Said.BLANK:
                self.blank.setdefault(f"extra_fields[{label.text}]", label)
            case Said.NONE:
                self.none.setdefault(f"extra_fields[{label.text}]", label)
            case _:
                assert value is not None
                self.extra_fields.append((label, value))
