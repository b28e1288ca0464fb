"""Lists of jobs that look like a table and are none: cells in `div` or `span`, and under each row its job, folded away.

Career sites write them so: a row of labels (职位名称 工作地点 招聘人数), then for each job a row of as many elements and, below it or
inside the same element, the whole description, which a script unfolds.
"""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from itertools import islice
from typing import NamedTuple, Protocol, cast

from lxml import etree

from jdparse.loaders.html import elements
from jdparse.loaders.html.elements import Element, is_element
from jdparse.patterns import deferred
from jdparse.vocabulary import builtin, fold

_NAMES = "职位名称 岗位名称 招聘岗位 招聘职位 职位 岗位 岗位名稱 職位名稱 职务名称 应聘职位 应聘岗位 职位/岗位 招聘岗位名称".split()
_LEAF = deferred(rf">\s*+(?:{'|'.join(_NAMES)})\s*+<".encode())
_CELLS = (b"<td", b"<th", b"<TD", b"<TH", b"<option")
_LEAST = 3
"""Columns from which on labels side by side are a header."""
_LONGEST = 12
_DEEPEST = 3
"""Elements around a row that hold nothing else."""
_MOST = 500
"""Rows, and elements with such a name, that are looked at."""
_MOST_HEADERS = 40


class Part(Enum):
    """What an element is in such a list."""

    HEADER = 1
    ROW = 2
    CELL = 3
    DETAIL = 4


class JobLists(NamedTuple):
    """The parts of the lists of a page, and the elements with which each ends."""

    parts: dict[Element, Part]
    ends: set[Element]


NONE = JobLists({}, set())


def may_have(page: bytes) -> bool:
    """Whether the bytes of a page (UTF-8) have an element with nothing but a label for the name of a job. Linear."""
    return any(
        not page.startswith(_CELLS, page.rfind(b"<", 0, leaf.start())) for leaf in islice(_LEAF.finditer(page), _MOST)
    )


def find(root: Element) -> JobLists:
    """The lists of jobs in a page. Linear in the page but for what at most `_MOST_HEADERS` may head."""
    found = JobLists({}, set())
    looked: set[Element] = set()
    for name in cast("list[_Name]", _names()(root))[:_MOST]:
        leaf = name.getparent()
        header = leaf.getparent() if leaf is not None and leaf.tag not in ("td", "th", "option") else None
        if header is None or header.tag in ("tr", "body") or header in looked or header in found.parts:
            continue
        looked.add(header)
        if _is_header(header):
            _add(found, header)
        if len(looked) >= _MOST_HEADERS:
            break
    return found


class _Name(Protocol):
    """A text of a tree, as XPath gives it."""

    def getparent(self) -> Element | None: ...


@cache
def _names() -> etree.XPath:
    """The texts of a page that are such a name."""
    return etree.XPath(f"//text()[contains(' {' '.join(_NAMES)} ', concat(' ', normalize-space(), ' '))]")


def _is_header(element: Element) -> bool:
    """Whether the children of an element are labels side by side, most of them known, and nothing else stands in it."""
    cells = _children(element)
    if len(cells) < _LEAST or len(cells) > 20:
        return False
    texts = [_text(cell) for cell in cells]
    if not all(
        len(text) <= _LONGEST and any(map(str.isalnum, text)) for text in texts
    ):  # 职位 / 职位详情 is where one is
        return False
    columns = [_field(text) for text in texts]
    return "title" in columns and sum(column is not None for column in columns) * 2 >= len(columns)


def _field(text: str) -> str | None:
    labels = builtin().labels
    return "title" if text in _NAMES else labels.get(text) or labels.get(fold(text))


def _add(found: JobLists, header: Element) -> None:
    """Adds the list under a header, where rows follow that have as many cells."""
    width = len(_children(header))
    branch = header
    for _ in range(_DEEPEST):
        rows = list(_rows(branch, width))
        if rows:
            break
        parent = branch.getparent()
        if parent is None or parent.tag == "body":
            return
        branch = parent
    else:
        return
    found.parts[header] = Part.HEADER
    found.parts.update(dict.fromkeys(_children(header), Part.CELL))
    for element, kind in rows:
        found.parts[element] = kind
        if kind is Part.ROW:
            found.parts.update(dict.fromkeys(_cells(element, width), Part.CELL))
    found.ends.add(rows[-1][0])


def _rows(branch: Element, width: int) -> Iterator[tuple[Element, Part]]:
    """The rows behind the header's branch and what unfolds under each, in order."""
    siblings = list(islice(filter(is_element, branch.itersiblings()), _MOST))
    if siblings and _have_around(siblings[0], width):
        siblings = _children(siblings[0])
    paths = [_path(element, width) for element in siblings]
    shape = _shape(paths[0]) if paths else None
    paths = [path if _shape(path) == shape else [] for path in paths]
    alternating = len(paths) > 2 and bool(paths[0]) and not paths[1] and bool(paths[2])
    for index, (element, path) in enumerate(zip(siblings, paths, strict=True)):
        if path:
            yield path[-1], Part.ROW
            for inner in reversed(path[1:]):  # in document order
                yield from ((other, Part.DETAIL) for other in inner.itersiblings() if is_element(other))
        elif index and paths[index - 1] and (alternating or len(siblings) == 2):
            yield element, Part.DETAIL
        else:
            return


def _have_around(element: Element, width: int) -> bool:
    """Whether an element is one around all rows: rows of one shape are among its first children."""
    shapes = [_shape(path) for child in _children(element)[:3] if (path := _path(child, width))]
    return (len(shapes) > 1 and shapes[0] in shapes[1:]) or not _path(element, width)


def _shape(path: list[Element]) -> tuple[int, object, object] | None:
    """What rows of one list have in common: how deep they are, and the tags of a row and its cells."""
    return (len(path), path[-1].tag, path[-1][0].tag) if path else None


def _path(element: Element, width: int) -> list[Element]:
    """The elements from one to the row in it, by first children; [] where it begins with no row."""
    path = [element]
    row: list[Element] = []
    for _ in range(_DEEPEST):
        if _cells(path[-1], width):
            row = list(path)  # the innermost: a row and two details are as many as its cells may be
        elif row:
            break
        first = next(iter(_children(path[-1])), None)
        if first is None:
            break
        path.append(first)
    return row


def _cells(element: Element, width: int) -> list[Element]:
    """The cells of a row: its children, where they are as many as the header has and short; [] otherwise."""
    cells = _children(element)
    if len(cells) != width:
        cells = [cell for cell in cells if _text(cell)]
    return cells if len(cells) == width and _text(cells[0]) and all(len(_text(cell)) <= 60 for cell in cells) else []


def _children(element: Element) -> list[Element]:
    return list(islice(filter(is_element, element), _MOST))


def _text(element: Element) -> str:
    return "".join(elements.text(element).split())
