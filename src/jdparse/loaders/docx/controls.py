"""Content controls (`w:sdt`) and alternate content (`mc:AlternateContent`), which can stand at any level of a
document.
"""

from typing import NamedTuple

from jdparse.loaders.docx.markup import MC, VAL, W14, Element, W, on
from jdparse.loaders.docx.story import Output
from jdparse.loaders.docx.symbols import TICKED, UNTICKED

_CONTENT = W + "sdtContent"
_PROPERTIES = W + "sdtPr"
_PLACEHOLDER = W + "showingPlcHdr"
_CHECK_BOX = W14 + "checkbox"
_GALLERY = f"{W}docPartObj/{W}docPartGallery"
_TEXT, _SYMBOL = W + "t", W + "sym"

_CHOICE, _FALLBACK = MC + "Choice", MC + "Fallback"
# Extensions whose content is read here: text boxes, groups, canvases, and the later kinds of WordprocessingML.
_UNDERSTOOD = frozenset(
    {
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "http://schemas.microsoft.com/office/word/2012/wordml",
        "http://schemas.microsoft.com/office/drawing/2010/main",
        "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    }
)


class Control(NamedTuple):
    """A content control: what it holds, and whether it is the table of contents."""

    content: Element | None
    contents: bool = False


def control(out: Output, element: Element) -> Control:
    """What a content control shows.

    The prompt of an empty control (点击此处输入文字) is no text of the document: it is dropped. A check box shows ☑
    or ☐ whatever character the form's author chose for its states.
    """
    content: Element | None = None
    box: Element | None = None
    prompt = contents = False
    for child in element:
        if child.tag == _CONTENT:
            content = child
        elif child.tag == _PROPERTIES:
            placeholder = child.find(_PLACEHOLDER)
            prompt = placeholder is not None and on(placeholder)
            box = child.find(_CHECK_BOX)
            gallery = child.find(_GALLERY)
            contents = gallery is not None and (gallery.get(VAL) or "").lower() == "table of contents"
    if content is None:
        return Control(None)
    if box is not None:
        checked = box.find(W14 + "checked")
        ticked = checked is not None and checked.get(W14 + "val", "1") not in ("0", "false", "off")
        _set_box(out, content, TICKED if ticked else UNTICKED)
    elif prompt:
        out.drop(content, "placeholder")
        for text in content.iter(_TEXT):
            text.text = None
    return Control(content, contents)


def _set_box(out: Output, content: Element, box: str) -> None:
    """Puts the box in place of the control's first character; a label typed inside the control stays."""
    first = next(content.iter(_TEXT, _SYMBOL), None)
    if first is None:
        return
    if first.tag == _TEXT:
        old = (first.text or "").lstrip()
        if not old.startswith(box) and out.dropped is not None:
            out.dropped["check-box"] += len(old[:1])
        first.text = box + old[1:]
    else:
        first.tag = _TEXT
        first.text = box


def chosen(out: Output, element: Element) -> Element | None:
    """The branch of alternate content that is shown: the first choice that is understood, else the fallback."""
    branch: Element | None = None
    fallback: Element | None = None
    for child in element:
        fallback = child if fallback is None or child.tag == _FALLBACK else fallback
        if child.tag == _CHOICE and branch is None:
            prefixes = (child.get("Requires") or "").split()
            if all(child.nsmap.get(prefix) in _UNDERSTOOD for prefix in prefixes):
                branch = child
    branch = fallback if branch is None else branch
    for child in element:
        if child is not branch:
            out.drop(child, "alternate-content")
    return branch
