"""Pages within a page: the `srcdoc` of a frame, and the declarative shadow roots of elements. Both are shown in their places."""

from lxml import etree

from jdparse.loaders.html.elements import Element


def may_be(page: bytes) -> bool:
    """Whether the bytes of a page (UTF-8) may have such parts."""
    return b"srcdoc" in page or b"shadowroot" in page


def write(root: Element) -> None:
    """Makes such parts blocks of the page, in place. Linear in the page; a frame within a frame stays as it is."""
    for template in list(root.iter("template")):
        if template.get("shadowrootmode") == "open" or template.get("shadowroot") == "open":
            template.tag = "div"
    for frame in list(root.iter("iframe")):
        if (inner := frame.get("srcdoc")) and (body := _body(inner)) is not None:
            frame.tag = "div"
            frame.attrib.clear()
            frame.text = body.text
            frame.extend(list(body))


def _body(inner: str) -> Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        root = etree.fromstring(inner.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    return root.find("body") if root is not None else None
