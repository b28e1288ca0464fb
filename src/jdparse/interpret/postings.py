"""What the data of a page (schema.org JobPosting) say of its jobs: they fill what the text lacks, and never overrule it."""

from collections.abc import Sequence
from typing import NamedTuple

from jdparse import numbering
from jdparse.clean.furniture import Removed
from jdparse.document import POSTING, Document, Paragraph
from jdparse.interpret.draft import SCALARS, Draft, Duty
from jdparse.interpret.values import item
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

_PATHS = {
    "title": "title",
    "hiringOrganization": "organization.name",
    "jobLocation": "location",
    "baseSalary": "compensation.salary",
    "employmentType": "job_type",
    "totalJobOpenings": "headcount",
    "validThrough": "application.deadline",
    "educationRequirements": "requirements.education",
    "experienceRequirements": "requirements.experience",
    "qualifications": "requirements.general",
    "skills": "requirements.skills",
    "responsibilities": "duties",
    "jobBenefits": "compensation.benefits",
    "workHours": "working_hours",
}
"""The record path of each property."""

_COMPARED = frozenset(
    ("title", "location", "headcount", "compensation.salary", "organization.name", "application.deadline")
)
"""Paths of which two texts can be told to contradict each other: names, places and figures, but no prose."""
_FIGURES = frozenset(("headcount", "compensation.salary", "application.deadline"))


class Property(NamedTuple):
    """A property of a posting: its name as it stands in the source text, its record path and its value."""

    label: Tracked
    path: str
    value: Tracked

    @property
    def whole(self) -> Tracked:
        """Name and value."""
        return Tracked.join((self.label, self.value))


Posting = Sequence[Property]


def read(document: Document, text: Tracked) -> list[Posting]:
    """The postings of a page, as far as the record has places for what they say."""
    found: list[Posting] = []
    for stream in document.streams:
        if stream.kind != POSTING:
            continue
        properties: list[Property] = []
        for block in stream.blocks:
            assert isinstance(block, Paragraph)
            assert block.marker is not None
            label = text.within(*block.marker)
            name = document.text[slice(*block.marker)].rstrip(":")
            properties.append(Property(label, _PATHS[name], text.within(block.start, block.end)))
        found.append(properties)
    return found


def names_job(postings: Sequence[Posting]) -> bool:
    """Whether a page's only posting gives the job's title."""
    return len(postings) == 1 and any(said.path == "title" for said in postings[0])


def removed(postings: Sequence[Posting]) -> list[Removed]:
    """All that postings say, as text that no record has."""
    return [Removed("page_metadata", said.whole) for posting in postings for said in posting]


def merge(
    postings: Sequence[Posting], drafts: Sequence[Draft], organization: dict[str, list[Tracked]]
) -> list[Removed]:
    """Enter what the jobs lack into their drafts and the organization; gives what was not needed.

    A posting is a job's when it is the page's only one, or when its title is the job's. A contradiction is a note of the job.
    """
    unused: list[Removed] = []
    for posting in postings:
        draft = _draft_of(posting, drafts, alone=len(postings) == 1)
        if draft is None:
            unused += removed([posting])
            continue
        lacking = {said.path for said in posting if not _texts(said.path, draft, organization)}
        for said in posting:
            if said.path in lacking:
                _fill(said, draft, organization)
                continue
            unused.append(Removed("page_metadata", said.whole))
            texts = _texts(said.path, draft, organization)
            if said.path in _COMPARED and not any(_agree(said.path, said.value.text, text) for text in texts):
                name = said.label.text.rstrip("：:")
                draft.note("posting-differs", said.value, label=name, kept=texts[0], other=said.value.text)
    return unused


def _draft_of(posting: Posting, drafts: Sequence[Draft], *, alone: bool) -> Draft | None:
    if alone and len(drafts) == 1:
        return drafts[0]
    names = [said.value.text for said in posting if said.path == "title"]
    return next((d for d in drafts if "title" in d.scalars and d.scalars["title"].text in names), None)


def _texts(path: str, draft: Draft, organization: dict[str, list[Tracked]]) -> list[str]:
    """What the job, or the document of its organization, says already."""
    if path.startswith("organization."):
        return [value.text for value in organization.get(path, ())]
    if path == "duties":
        return ["" for _ in draft.duties]
    if path == "title" and draft.title_of_file is not None:
        return [draft.title_of_file]
    found = [draft.scalars[path]] if path in draft.scalars else draft.lists.get(path, [])
    return [value.text for value in found] or ["" for known in (draft.none,) if path in known]


def _fill(said: Property, draft: Draft, organization: dict[str, list[Tracked]]) -> None:
    draft.labels.append(said.label)
    draft.blank.pop(said.path, None)
    if said.path.startswith("organization."):
        organization.setdefault(said.path, []).append(said.value)
    elif said.path in SCALARS:
        if said.path in draft.scalars:
            draft.said.append(said.value)
        draft.scalars.setdefault(said.path, said.value)
    else:
        marker = numbering.read(said.value.text)
        value = item(said.value[marker.end :] if marker is not None and not marker.weak else said.value)
        if said.path != "duties":
            draft.lists.setdefault(said.path, []).append(value)
        elif draft.duties:
            draft.duties[0].tasks.append(value)
        else:
            draft.duties.append(Duty(tasks=[value]))


_WORD = deferred(r"\w")
_NUMBER = deferred(r"(\d+(?:\.\d+)?)\s*([kK千万]?)")
_TIMES = {"k": 1_000, "千": 1_000, "万": 10_000}


def _agree(path: str, posted: str, text: str) -> bool:
    """Whether two texts may say the same: one holds the other, or they have the same figures."""
    if path in _FIGURES:
        first, second = {*_figures(posted)}, {*_figures(text)}
        return not first or not second or first <= second or second <= first
    one, other = _bare(posted), _bare(text)
    return one in other or other in one or (path == "location" and _shares(posted, text))


def _bare(text: str) -> str:
    return "".join(_WORD.findall(text)).lower()


def _shares(place: str, other: str) -> bool:
    """Whether two places begin with the same city: 杭州市余杭区 and 杭州滨江."""
    return place[:2] == other[:2]


def _figures(text: str) -> list[float]:
    """The figures of a text, `20-35k` as 20,000 and 35,000."""
    found = _NUMBER.findall(text.replace(",", ""))
    unit = next((sign for _, sign in reversed(found) if sign), "")
    return [
        float(number) * _TIMES.get((sign or (unit if float(number) < 1_000 else "")).lower(), 1)
        for number, sign in found
    ]
