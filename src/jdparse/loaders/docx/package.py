"""An Open Packaging Conventions package: parts, and relationships between them (ECMA-376 part 2)."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from jdparse.errors import UnreadableInput
from jdparse.loaders.docx.archive import Archive, Budget, open_archive, read
from jdparse.loaders.docx.markup import Part, W, parse, prepared, tree
from jdparse.loaders.docx.style_elements import StyleElements
from jdparse.patterns import deferred

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# What another package says it is, by the root element of its main part or an entry that only it has.
_OTHER_ROOTS = {
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}workbook": "an Excel workbook (.xlsx)",
    "{http://schemas.openxmlformats.org/presentationml/2006/main}presentation": "a PowerPoint presentation (.pptx)",
}
_OTHER_ENTRIES = (
    ("xl/workbook.xml", "an Excel workbook (.xlsx)"),
    ("xl/workbook.bin", "an Excel workbook (.xlsb)"),
    ("ppt/presentation.xml", "a PowerPoint presentation (.pptx)"),
    ("meta-inf/container.xml", "an EPUB book"),
    ("content.xml", "an OpenDocument file (.odt, .ods)"),
)


# A name in the folder of the part, or in a folder below it.
_PLAIN_TARGET = deferred(r"\w+(?:/\w+)*\.\w+")


class Relationship(NamedTuple):
    """A relationship of a part: the last segment of its type (`header`, `image`), and the part that it leads to."""

    kind: str
    target: str
    external: bool


class Package(NamedTuple):
    """A Word file: its parts and the name of the main one."""

    archive: Archive
    main: str

    @property
    def name(self) -> str:
        return self.archive.name


def open_package(data: bytes, name: str, budget: Budget | None = None) -> Package:
    """The package in a zip archive.

    Raises UnreadableInput when the archive is no Word file (the message says what it is instead), and the errors of
    `open_archive`.
    """
    archive = open_archive(data, name, budget)
    main = next((r.target for r in relationships(archive, "").values() if r.kind == "officeDocument"), "")
    if main.lower() not in archive.entries:
        # The relationship is missing or dangling: the content types still name the main part, and nearly all call it
        # so.
        main = _main_by_type(archive) or "word/document.xml"
    if main.lower() not in archive.entries:
        kind = next((kind for entry, kind in _OTHER_ENTRIES if entry in archive.entries), "a zip archive")
        raise UnreadableInput("{name}: not a Word document, but {kind}", name=name, kind=kind)
    return Package(archive, main)


def main_part(package: Package) -> Part:
    """The main part. Raises UnreadableInput when it is not that of a Word document."""
    part = xml_part(package, package.main)
    if part is None or part.root.tag != W + "document":
        kind = _OTHER_ROOTS.get(part.root.tag, "something else") if part is not None else "an empty package"
        raise UnreadableInput("{name}: not a Word document, but {kind}", name=package.name, kind=kind)
    return part


def xml_part(package: Package, part: str) -> Part | None:
    """An XML part, parsed; None when the package has none of that name."""
    data = read(package.archive, part)
    return None if data is None else parse(data, package.name, part)


def style_elements(package: Package, part: str) -> StyleElements | None:
    """The styles of a styles part; None when the package has none of that name."""
    data = read(package.archive, part)
    return None if data is None else StyleElements(data, package.name, part)


def relationships(archive: Archive, part: str) -> Mapping[str, Relationship]:
    """The relationships of a part (`""` for those of the package), by id.

    Targets are resolved to part names; one that leads out of the package or nowhere stays as it is: whoever asks for
    the part finds none.
    """
    folder, file = posixpath.split(part)
    path = posixpath.join(folder, "_rels", file + ".rels")
    data = read(archive, path)
    if data is None:
        return {}
    found: dict[str, Relationship] = {}
    for element in tree(prepared(data, archive.name, path), archive.name, path).iter(_RELATIONSHIP):
        external = element.get("TargetMode") == "External"
        target = element.get("Target") or ""
        kind = (element.get("Type") or "").rpartition("/")[2]
        found[element.get("Id") or ""] = Relationship(
            kind, target if external else _resolve(archive, folder, target), external
        )
    return found


def content_type(package: Package, part: str) -> str:
    """The media type of a part in lower case, `""` when the package does not say."""
    data = read(package.archive, "[Content_Types].xml")
    if data is None:
        return ""
    root = parse(data, package.name, "[Content_Types].xml").root
    for element in root.iter(_TYPES + "Override"):
        if (element.get("PartName") or "").lstrip("/").lower() == part.lower():
            return (element.get("ContentType") or "").lower()
    extension = part.rpartition(".")[2].lower()
    for element in root.iter(_TYPES + "Default"):
        if (element.get("Extension") or "").lower() == extension:
            return (element.get("ContentType") or "").lower()
    return ""


def _resolve(archive: Archive, folder: str, target: str) -> str:
    if _PLAIN_TARGET.fullmatch(target):
        return f"{folder}/{target}" if folder else target
    target = target.partition("#")[0].replace("\\", "/")
    path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return path if path.lower() in archive.entries else unquote(path)


def _main_by_type(archive: Archive) -> str | None:
    data = read(archive, "[Content_Types].xml")
    if data is None:
        return None
    for element in parse(data, archive.name, "[Content_Types].xml").root.iter(_TYPES + "Override"):
        kind = (element.get("ContentType") or "").lower()
        if kind.endswith(".main+xml") and "word" in kind:
            return (element.get("PartName") or "").lstrip("/")
    return None
