"""What a form of an HR system holds that it prints for reading: values of fields that nobody may change, as text of the page.

A field that may be filled in is a search or an application, and says nothing of a job.
"""

from jdparse.loaders.html.elements import Element
from jdparse.loaders.normalising import normalise

_MARKS = (b"readonly", b"disabled", b"READONLY", b"DISABLED", b"readOnly")
_TEXTS = frozenset(("", "text", "number", "date", "month", "tel", "email", "url", "datetime-local"))
_TICKED, _UNTICKED = "☑", "☐"


def may_be(page: bytes) -> bool:
    """Whether the bytes of a page (UTF-8) may have such fields."""
    return any(mark in page for mark in _MARKS)


def write(root: Element) -> None:
    """Puts the values of the read-only fields of a page into the tree as text, in their places: `☑` and `☐` for what is ticked or not."""
    for element in list(root.iter("input", "select")):
        if "readonly" not in element.attrib and "disabled" not in element.attrib:
            continue
        text = _chosen(element) if element.tag == "select" else _value(element)
        if text is None:
            continue
        for child in list(element):
            element.remove(child)
        element.tag = "span"
        element.text = text
        element.attrib.clear()


def _value(element: Element) -> str | None:
    kind = element.get("type", "").lower()
    if kind in ("radio", "checkbox"):
        return _TICKED if "checked" in element.attrib else _UNTICKED
    return normalise(element.get("value", "")) if kind in _TEXTS else None


def _chosen(element: Element) -> str:
    """The option of a list that is selected: the one that says so, or the first."""
    options = list(element.iter("option"))
    chosen = [option for option in options if "selected" in option.attrib] or options[:1]
    return "、".join((option.text or "").strip() for option in chosen)
