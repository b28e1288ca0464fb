"""Every character of `w:t` is in the source text, or left out for a reason that is counted; blocks tile the text."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdparse.document import Block, Document, Paragraph
from jdparse.errors import JdparseError
from jdparse.loaders.docx import load, read
from jdparse.loaders.docx.formats import format_number
from tests.loaders.docx import build
from tests.loaders.docx.build import cell, control, p, r, row, table, text_box

SHARED = Path(__file__).parents[4] / "shared"
FIXTURES = sorted([*SHARED.glob("docx-matrix/fixtures/*.docx"), *SHARED.glob("cases/word-*/input.docx")])
WORD = re.compile("x[0-9]+y")

# Each text of a document is a word of its own, `x17y`; "@" stands for it until the document is whole.
HIDE = "<w:vanish/>"
FIELD_IN_A_RUN = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:t>@</w:t><w:fldChar w:fldCharType="separate"/><w:t>@</w:t>'
    '<w:fldChar w:fldCharType="end"/><w:t>@</w:t></w:r>'
)
RUNS = st.sampled_from(
    [
        r("@"),
        r("@", "<w:b/>"),
        r("@", HIDE),
        r("@", inside="<w:tab/><w:t>@</w:t><w:br/>"),
        f'<w:ins w:id="1">{r("@")}</w:ins>',
        f'<w:del w:id="1">{r(inside="<w:delText>@</w:delText>")}</w:del>',
        f'<w:moveFrom w:id="1">{r("@")}</w:moveFrom>',
        f"<w:hyperlink>{r('@')}<w:smartTag>{r('@')}</w:smartTag></w:hyperlink>",
        f"<w:r><w:ruby><w:rt>{r('@')}</w:rt><w:rubyBase>{r('@')}</w:rubyBase></w:ruby></w:r>",
        build.field(" QUOTE ", r("@") + build.field(" PAGE ", r("@"))),
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{r("@")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        FIELD_IN_A_RUN,
        control(r("@")),
        control(r("@"), "<w:showingPlcHdr/>"),
        r("@", inside='<w:br w:type="page"/><w:t>@</w:t>'),
        f"<w:unknown>{r('@')}</w:unknown>",
    ]
)
MARKS = st.sampled_from(["", "", f"<w:rPr>{HIDE}</w:rPr>", '<w:rPr><w:del w:id="1"/></w:rPr>', "<w:sectPr/>"])
CELL_SHAPES = st.sampled_from(
    [
        "",
        "",
        '<w:gridSpan w:val="2"/>',
        '<w:vMerge w:val="restart"/>',
        "<w:vMerge/>",
        "<w:hMerge/>",
        '<w:cellDel w:id="1"/>',
    ]
)
ROW_SHAPES = st.sampled_from(["", "", '<w:gridBefore w:val="1"/>', '<w:del w:id="1"/>', "<w:hidden/>"])
PARAGRAPHS = st.builds(lambda runs, mark: p(*runs, properties=mark), st.lists(RUNS, max_size=4), MARKS)


def containers(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    some = st.lists(blocks, max_size=3)
    cells = st.builds(lambda content, shape: cell(*content, properties=shape), some, CELL_SHAPES)
    rows = st.builds(lambda content, shape: row(*content, properties=shape), st.lists(cells, max_size=3), ROW_SHAPES)
    return st.one_of(
        st.builds(lambda content: table(*content), st.lists(rows, max_size=3)),
        st.builds(lambda content: p(r("@"), text_box("".join(content)), r("@")), some),
        st.builds(lambda content: control("".join(content)), some),
        st.builds(lambda content: f"<w:customXml>{''.join(content)}</w:customXml>", some),
    )


BODIES = st.lists(st.recursive(PARAGRAPHS, containers, max_leaves=8), max_size=6)


def named(markup: str) -> str:
    """Every text a word that no other text is."""
    numbers = count()
    return re.sub("@", lambda _: f"x{next(numbers)}y", markup)


@settings(max_examples=150, deadline=None)
@given(BODIES)
def test_words_are_kept_or_counted(blocks: list[str]) -> None:
    body = named("".join(blocks))
    document, dropped = read(build.package(body), "a.docx")
    written = re.findall(r"<w:(?:t|delText)[ >][^<]*", body)
    total = [word for text in written for word in WORD.findall(text)]
    kept = WORD.findall(document.text)
    assert len(kept) == len(set(kept))
    assert set(kept) <= set(total)
    assert sum(map(len, total)) == sum(map(len, kept)) + sum(dropped.values())
    check_blocks(document)


def check_blocks(document: Document) -> None:
    """Paragraphs are in order, apart, on the lines that they say, and with white space between them only."""
    end = 0
    for found in all_paragraphs(document):
        start = found.marker.start if found.marker is not None else found.start
        assert end <= start <= found.start <= found.end
        between = (
            document.text[end:start] + document.text[found.marker.end if found.marker else found.start : found.start]
        )
        assert not between.strip()
        assert document.text.count("\n", 0, start) + 1 == found.line
        end = found.end
    assert not document.text[end:].strip()


def all_paragraphs(document: Document) -> Iterator[Paragraph]:
    for blocks in (document.blocks, *(stream.blocks for stream in document.streams)):
        yield from inside(blocks)


def inside(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            taken: set[tuple[int, int]] = set()
            for found in block.cells:
                places = {
                    (found.row + down, found.column + right)
                    for down in range(found.rows)
                    for right in range(found.columns)
                }
                assert not places & taken
                taken |= places
                assert found.blocks
                assert block.start <= found.blocks[0].start
                assert found.blocks[-1].end <= block.end
                yield from inside(found.blocks)


@pytest.mark.skipif(not FIXTURES, reason="the shared fixtures are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_fixtures_keep_their_text(path: Path) -> None:
    data = path.read_bytes()
    document, dropped = read(data, path.name)
    with ZipFile(BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if re.search(r"word.[a-z0-9]+\.xml$", name)]
    texts = [part.decode("utf-16" if part[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8") for part in parts]
    total = "".join(re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)", "".join(texts)))
    counted = sum(found.marker.end - found.marker.start for found in all_paragraphs(document) if found.marker)
    kept = sum(not c.isspace() for c in document.text) - counted
    assert sum(not c.isspace() for c in total) <= kept + sum(dropped.values())
    check_blocks(document)


@pytest.mark.skipif(not FIXTURES, reason="the shared fixtures are not here")
def test_number_formats_of_word() -> None:
    vectors = json.loads((SHARED / "docx-matrix" / "numfmt_vectors.json").read_text("utf-8"))
    wrong = {
        (name, number): format_number(int(number), name)
        for name, numbers in vectors.items()
        for number, text in numbers.items()
        if format_number(int(number), name) != text
    }
    assert not wrong


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, 2**31 - 1),
    st.sampled_from(["chineseCountingThousand", "chineseLegalSimplified", "upperRoman", "none"]),
)
def test_any_number_has_a_form(number: int, name: str) -> None:
    assert isinstance(format_number(number, name), str)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_damaged_files_raise_only_our_errors(data: st.DataObject) -> None:
    whole = build.package(p("甲", r("乙", "<w:b/>")), table(row("丙", "丁")))
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:place] + bytes([data.draw(st.integers(0, 255))]) + whole[place + 1 :]
    with suppress(JdparseError):
        load(broken, "a.docx")
