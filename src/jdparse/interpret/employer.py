"""What a document says of the organization: before the jobs, among them, and on its pages' heads and feet."""

from collections.abc import Sequence
from itertools import pairwise

from jdparse.clean.furniture import Removed
from jdparse.interpret import source, trees
from jdparse.interpret.draft import Draft
from jdparse.interpret.trees import Tree
from jdparse.outline.body import Body
from jdparse.outline.entry import Entry, Role
from jdparse.outline.organizations import is_organization
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

ONE_VALUE = frozenset({"organization.name", "organization.address", "organization.fax", "organization.website"})
"""Paths of the organization with one value."""


def presented(*parts: Sequence[Entry]) -> tuple[list[list[Entry]], list[tuple[str, Tracked]]]:
    """The parts of a document that belong to no job, each without what it says of the organization, and all that, by path.

    公司简介 on a line of its own heads the paragraphs below it, up to the next label.
    """
    rests: list[list[Entry]] = []
    found: list[tuple[str, Tracked]] = []
    for part in parts:
        rest: list[Entry] = []
        headed = False
        own = -1
        for entry in part:
            field = entry.field or ""
            if field == "application.contacts" and entry.line == own and entry.text is not None:
                field = "organization.emails" if "@" in entry.text.text else _PHONES  # 地址：… 电话：…
            if entry.role is Role.LABEL and field.startswith("organization."):
                headed = field == "organization.description" and entry.text is None
                if entry.text is not None:
                    found.append((field, entry.text))
                    own = entry.line
            elif headed and entry.role is Role.ITEM and not field:
                found.append(("organization.description", entry.whole))
            else:
                headed = False
                rest.append(entry)
        rests.append(rest)
    return rests, found


def by_job(drafts: Sequence[Draft]) -> None:
    """Gives each of several jobs the address and telephone printed with it, where they differ: then they are no employer's."""
    places = [draft.lists.get(_ADDRESS, []) for draft in drafts]  # a second address of a job stays the employer's
    if len({own[0].text for own in places if own}) < 2 or any("location" in draft.scalars for draft in drafts):
        return
    for draft, own in zip(drafts, places, strict=True):
        if own:
            draft.scalars["location"] = own.pop(0)
        for phone in draft.lists.pop(_PHONES, []):
            draft.lists.setdefault("application.contacts", []).append(phone)


_ADDRESS, _PHONES = "organization.address", "organization.phones"


def organization(
    body: Body, preface: list[Entry], presented: Sequence[tuple[str, Tracked]], drafts: Sequence[Draft]
) -> tuple[dict[str, list[Tracked]], list[Tree]]:
    """What the document says of the organization, and second names and addresses, for which the record has no place."""
    found: dict[str, list[Tracked]] = {}
    if body.organization is not None:
        found["organization.name"] = [body.organization]
    for path, value in presented:
        found.setdefault(path, []).append(value)
    for own, paragraph in _introduced(preface):
        found.setdefault("organization.name", [own])
        found.setdefault("organization.description", []).append(paragraph)
    if "organization.name" not in found and (name := _employer(preface, drafts)) is not None:
        found["organization.name"] = [name]
    seen = {(path, value.text) for path, values in found.items() for value in values}
    for draft in drafts:
        for path in [p for p in draft.lists if p.startswith("organization.")]:
            for value in draft.lists.pop(path):
                if (path, value.text) in seen:
                    draft.said.append(value)
                else:
                    seen.add((path, value.text))
                    found.setdefault(path, []).append(value)
    extra: list[Tree] = []
    for path in sorted(ONE_VALUE & found.keys()):
        found[path], more = found[path][:1], found[path][1:]
        extra += trees.section(more)
    return found, extra


def _introduced(preface: list[Entry]) -> list[tuple[Tracked, Tracked]]:
    """Takes the paragraphs before the jobs that present the employer, with its name: 安禾宠物医院成立9年，现有两家门店。"""
    found: list[tuple[Tracked, Tracked]] = []
    for entry in list(preface):
        plain = entry.role is Role.ITEM and entry.enumerator is None and entry.field is None
        presents = _PRESENTS.match(entry.whole.text) if plain else None
        if presents is not None and is_organization(presents["name"]):
            preface.remove(entry)
            found.append((entry.whole[slice(*presents.span("name"))], entry.whole))
    return found


_PRESENTS = deferred(
    r"(?P<name>[^\W\d_][^\s，。；：、“”]{1,27}?)(?:（[^（）]{1,20}）)?(?:(?:于|自)?\d{4}年)?(?:(?:于[^，。]{1,12})?(?:成立|创立|创建|始建|创办|组建)|(?:是|系|为)[一我国全本市省县区]|系[^，。]{2,16}(?:企业|公司|单位|学校)|坐落|隶属)"
)


def _employer(preface: list[Entry], drafts: Sequence[Draft]) -> Tracked | None:
    """Takes the employer's name that a board prints alone, before the job, beside its facts or over what it says of itself."""
    for entry in preface:
        if entry.enumerator is None and entry.field is None and is_organization(entry.whole.text):
            preface.remove(entry)
            return entry.whole
    if len(drafts) != 1:
        return None
    described = drafts[0].lists.get("organization.description", [])
    if len(described) > 1 and is_organization(described[0].text):
        return described.pop(0)
    for heading, items in drafts[0].extra_sections:
        if heading is None and is_organization(items[0].text):
            name = items.pop(0)
            if not items:
                drafts[0].extra_sections.remove((heading, items))
            drafts[0].notes = [note for note in drafts[0].notes if note.span is None or note.span[0] != name.start]
            return name
    return None


def running_heads(
    removed: Sequence[Removed], drafts: Sequence[Draft], organization: dict[str, list[Tracked]], *, of_a_site: bool
) -> None:
    """The document's number and the organization, from the head and foot of its pages; a site's foot names whose site it is."""
    for text in (r.text for r in removed if r.reason == "header_footer"):
        number, name = source.running_head(text)
        if number is not None and not any("document_no" in draft.scalars for draft in drafts):
            for draft in drafts:
                draft.scalars["document_no"] = number
                draft.blank.pop("document_no", None)
        if name is not None and not (of_a_site and number is None and not source.is_owner(name.text, text.text)):
            organization.setdefault("organization.name", [name])
    for head, name in pairwise(r.text for r in removed if r.reason == "related_links"):
        if _CARD.fullmatch(head.text) and is_organization(name.text):
            organization.setdefault("organization.name", [name])


_CARD = deferred(r"(?:公司|企业|雇主|单位|招聘单位|招聘企业|招聘公司|发布企业)(?:信息|介绍|简介|概况|资料|名片)?[：:]?")
"""The head of the card beside a job on a board that tells who the employer is."""
