"""The styles part: what is read of it, and what need not be."""

import pytest

from jdparse.loaders.docx.styles import without_table_styles

PARAGRAPH = b'<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>'
TABLE = b'<w:style w:type="table" w:styleId="t"><w:rPr><w:b/></w:rPr></w:style>'
EMPTY_TABLE = b'<w:style w:type="table" w:styleId="t"/>'


@pytest.mark.parametrize(
    ("styles", "kept"),
    [
        (PARAGRAPH, PARAGRAPH),
        (TABLE, b""),
        (TABLE + PARAGRAPH + TABLE + TABLE + PARAGRAPH, PARAGRAPH + PARAGRAPH),
        (EMPTY_TABLE + PARAGRAPH + TABLE, EMPTY_TABLE + PARAGRAPH),
        (b"<!-- " + TABLE + b" -->" + PARAGRAPH, b"<!-- " + TABLE + b" -->" + PARAGRAPH),
        (PARAGRAPH + b'<w:style w:type="table"><w:name', PARAGRAPH + b'<w:style w:type="table"><w:name'),
        (PARAGRAPH + b'<w:style w:type="table"', PARAGRAPH + b'<w:style w:type="table"'),
    ],
    ids=["none", "only one", "several", "empty", "in a comment", "without an end", "cut off in its tag"],
)
def test_table_styles_are_not_parsed(styles: bytes, kept: bytes) -> None:
    part = b"<w:styles><w:docDefaults/>%s</w:styles>"
    assert without_table_styles(part % styles) == part % kept
