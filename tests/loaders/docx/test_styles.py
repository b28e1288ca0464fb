"""The styles part: each style is parsed when it is asked for, and a part that is written in another way as a whole."""

from time import process_time

import pytest

from jdparse.errors import UnreadableInput
from jdparse.loaders.docx.markup import W
from jdparse.loaders.docx.style_elements import MOST_FOUND, StyleElements

CPU_SECONDS = 20
"""It takes 0.3 s; a search of the part for each name took 46 s."""

NAMESPACE = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PARAGRAPH = b'<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
HEADING = '<w:style w:type="paragraph" w:styleId="标题1"><w:name w:val="heading 1"/></w:style>'.encode()
TABLE = b'<w:style w:type="table" w:styleId="t"><w:rPr><w:b/></w:rPr></w:style>'
EMPTY = b'<w:style w:type="character" w:styleId="e"/>'
ODD = b"<w:style w:type='paragraph' w:styleId='o'><w:name w:val='Odd'/></w:style>"


def part(*styles: bytes) -> StyleElements:
    data = b"<?xml version='1.0'?><w:styles %s><w:docDefaults/>%s</w:styles>" % (NAMESPACE, b"".join(styles))
    return StyleElements(data, "form.docx", "word/styles.xml")


@pytest.mark.parametrize(
    ("styles", "found", "default"),
    [
        ([PARAGRAPH, HEADING, EMPTY], ["a", "标题1", "e"], "a"),
        ([TABLE, PARAGRAPH, TABLE], ["a"], "a"),
        ([HEADING, HEADING], ["标题1"], None),
        ([ODD, PARAGRAPH], ["o", "a"], "a"),
        ([b"<!-- ", TABLE, b" -->", PARAGRAPH], ["a"], "a"),
        ([b"<!-- ", PARAGRAPH, b" -->", HEADING], ["标题1"], None),
        ([b'<w:style w:type="paragraph" w:styleId="a&amp;b"/>'], ["a&b"], None),
        ([b'<w:style w:type="paragraph"/>', HEADING], ["", "标题1"], None),
        ([], [], None),
    ],
    ids=["plain", "tables", "twice", "other quotes", "a comment", "in a comment", "an entity", "no id", "none"],
)
def test_the_styles_of_a_part(styles: list[bytes], found: list[str], default: str | None) -> None:
    elements = part(*styles)
    assert elements.default == default
    for style in found:
        element = elements.get(style)
        assert element is not None
        assert element.tag == W + "style"
        assert element.get(W + "styleId", "") == style
        assert elements.get(style) is element
    for style in {"a", "标题1", "e", "o", "", "a&b"} - {*found}:
        assert elements.get(style) is None
    if TABLE in styles and b"<!-- " not in styles:
        assert elements.get("t") is None


def test_the_first_of_two_styles_counts() -> None:
    first = b'<w:style w:type="paragraph" w:styleId="a"><w:name w:val="first"/></w:style>'
    element = part(first, PARAGRAPH).get("a")
    assert element is not None
    name = element.find(W + "name")
    assert name is not None
    assert name.get(W + "val") == "first"


@pytest.mark.parametrize(
    "broken",
    [
        b'<w:style w:type="paragraph" w:styleId="b"><w:name></w:style>',
        b'<w:style w:styleId="b" w:x="" w:x=""></w:style>',
    ],
)
def test_a_broken_style_is_an_error_when_it_is_asked_for(broken: bytes) -> None:
    elements = part(PARAGRAPH, broken)
    assert elements.get("a") is not None
    with pytest.raises(UnreadableInput, match=r"^form\.docx: word/styles\.xml is not well-formed XML$"):
        elements.get("b")


def test_a_style_that_never_ends_is_an_error() -> None:
    elements = part(PARAGRAPH, b'<w:style w:type="paragraph" w:styleId="b"><w:name/>')
    with pytest.raises(UnreadableInput, match="not well-formed"):
        elements.get("b")


def test_a_document_with_many_styles_has_the_part_parsed_whole() -> None:
    styles = [b'<w:style w:type="paragraph" w:styleId="s%d"/>' % number for number in range(3 * MOST_FOUND)]
    elements = part(PARAGRAPH, *styles)
    for number in (*range(2 * MOST_FOUND), 0, 3 * MOST_FOUND - 1):
        element = elements.get(f"s{number}")
        assert element is not None
        assert element.get(W + "styleId") == f"s{number}"
    assert elements.get("s") is None
    assert elements.default == "a"


def test_many_names_of_no_style_come_to_an_end() -> None:
    elements = part(*(b'<w:style w:type="paragraph" w:styleId="s%d"/>' % number for number in range(50_000)))
    start = process_time()
    assert not any(elements.get(f"t{number}") for number in range(50_000))
    assert process_time() - start < CPU_SECONDS


def test_many_defaults_that_are_none_come_to_an_end() -> None:
    start = process_time()
    assert part(PARAGRAPH, b'<w:style w:styleId="b">' + b' w:default="1"' * 1_000_000 + b"</w:style>").default == "a"
    assert process_time() - start < CPU_SECONDS


def test_a_document_type_declaration_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="document type declaration"):
        StyleElements(b"<!DOCTYPE a><w:styles/>", "form.docx", "word/styles.xml")
