"""Encodings, web archives, limits, and any bytes at all."""

from base64 import b64encode
from quopri import encodestring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdparse import loaders
from jdparse.document import Block, Document, Paragraph
from jdparse.errors import JdparseError, LimitExceeded, UnreadableInput
from jdparse.loaders import html
from jdparse.loaders.html import limits
from tests.loaders.html.pages import lines
from tests.work import Work, count

TEXT = (
    "岗位名称：养蜂员。负责蜂群的日常饲养与检查，记录采蜜数量，防治病虫害，管理蜂箱和工具。任职要求：身体健康，能吃苦耐劳，有两年以上养蜂经验者优先。"
    * 3
)
TRADITIONAL = (
    "崗位名稱：養蜂員。負責蜂群的日常飼養與檢查，記錄採蜜數量，防治病蟲害，管理蜂箱和工具。任職要求：身體健康，能吃苦耐勞，有兩年以上養蜂經驗者優先。"
    * 3
)


def page(text: str, declared: str, *, before: str = "") -> str:
    meta = f"<meta http-equiv=Content-Type content='text/html; charset={declared}'>" if declared else ""
    return f"<html><head>{before}{meta}<title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("encoding", "declared", "name", "guessed"),
    [
        ("utf-8", "utf-8", "utf-8", False),
        ("utf-8", "gb2312", "utf-8", False),
        ("utf-8", "", "utf-8", False),
        ("utf-8-sig", "gbk", "utf-8", False),
        ("utf-16", "utf-8", "utf-16-le", False),
        ("gb18030", "gb2312", "gb18030", False),
        ("gb18030", "utf-8", "gb18030", True),
        ("gb18030", "", "gb18030", True),
        ("gb18030", "nonsense", "gb18030", True),
        ("gb18030", "iso-8859-1", "gb18030", True),
    ],
)
def test_the_bytes_win_over_the_declaration(encoding: str, declared: str, name: str, *, guessed: bool) -> None:
    document = html.load(page(TEXT + "㐂", declared).encode(encoding), "x.html")
    assert lines(document) == [TEXT + "㐂"]
    assert document.encoding == name
    assert [note.name for note in document.notes] == ["encoding-guessed"] * guessed


@pytest.mark.parametrize("declared", ["big5", "", "utf-8"])
def test_big5(declared: str) -> None:
    document = html.load(page(TRADITIONAL, declared).encode("cp950"), "x.html")
    assert lines(document) == [TRADITIONAL]
    assert document.encoding == "big5"
    assert bool(document.notes) == (declared != "big5")


def test_a_declaration_behind_a_long_script_counts() -> None:
    document = html.load(page(TEXT, "gbk", before=f"<script>{'x' * 5000}</script>").encode("gbk"), "x.html")
    assert (document.encoding, document.notes) == ("gb18030", ())


def test_the_callers_word_is_obeyed() -> None:
    assert html.load(page(TEXT, "utf-8").encode("gbk"), "x.html", encoding="gbk").encoding == "gb18030"


def archive(data: bytes, coding: str, charset: str) -> bytes:
    encoded = b64encode(data) if coding == "base64" else encodestring(data) if coding == "quoted-printable" else data
    return (
        (
            b"From: <Saved by Browser>\r\nSnapshot-Content-Location: https://mifeng.example/1.html\r\nMIME-Version: 1.0\r\n"
            b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n------b\r\nContent-Type: image/png\r\n\r\nx\r\n'
            b"------b\r\nContent-Type: text/html%s\r\nContent-Transfer-Encoding: %s\r\n\r\n"
            % (charset.encode(), coding.encode())
        )
        + encoded
        + b"\r\n------b--\r\n"
    )


@pytest.mark.parametrize("coding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize(("encoding", "charset"), [("utf-8", ""), ("gb18030", '; charset="gb2312"')])
def test_a_web_archive_is_read_as_its_page(coding: str, encoding: str, charset: str) -> None:
    document = loaders.load(archive(page(TEXT, "").encode(encoding), coding, charset), "x.mht")
    assert lines(document) == [TEXT]
    assert (document.format, document.encoding, document.notes) == ("mhtml", encoding, ())
    assert document.metadata["url"] == "https://mifeng.example/1.html"


def test_a_web_archive_without_a_page_is_refused() -> None:
    with pytest.raises(UnreadableInput):
        html.load(
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--", "x.mht"
        )


@pytest.mark.parametrize(
    "body", ["", "<p></p>", "<script>var job='岗位职责'</script>", "<!-- x -->", "<div hidden>x</div>"]
)
def test_a_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(UnreadableInput):
        html.load(f"<html><body>{body}</body></html>".encode(), "x.html")


@pytest.mark.parametrize(
    "text",
    [
        "<p " + " ".join(f"a{i}" for i in range(40_000)) + ">x",
        "<p " + " ".join(f"a{i}=1" for i in range(400)) + ">x",
        "<p " + " ".join(f"a{i}='><'" for i in range(400)) + ">x",
        "<p b='\"' " + " ".join(f'a{i}="><"' for i in range(400)) + ">x",
        "<div>" * 100_000 + "x",
        "<p>" * (limits.MAX_TAGS + 1),
        "x" * (limits.MAX_BYTES + 1),
        "<table border=1>" + "<tr><td rowspan=1000 colspan=999>x<td>y" * 1000,
    ],
    ids=["names", "values", "brackets", "quotes", "depth", "tags", "size", "merged"],
)
def test_what_would_exhaust_the_machine_is_refused_at_once(text: str) -> None:
    def load() -> None:
        with pytest.raises(LimitExceeded):
            html.load(f"<html><body>{text}".encode(), "x.html")

    # 40,065 calls are the most: one for each of 40,000 attributes
    assert count(Work(), load) < 100_000


def test_attributes_within_the_limit_are_no_reason_to_refuse() -> None:
    tag = "<p data-x='" + "a=1 b=2 " * 500 + "' " + " ".join(f"a{i}=1" for i in range(100)) + ">x"
    assert lines(html.load(tag.encode(), "x.html")) == ["x"]


def check(document: Document) -> None:
    """Blocks and streams stand in order in the source text, one after another, and hold all that is not white space."""
    covered = bytearray(len(document.text))
    done = 0
    everything = [*document.blocks, *(block for stream in document.streams for block in stream.blocks)]
    for block in everything:
        assert done <= block.start <= block.end <= len(document.text)
        done = block.end
        for paragraph in paragraphs(block):
            begin = paragraph.marker.start if paragraph.marker else paragraph.start
            covered[begin : paragraph.end] = b"x" * (paragraph.end - begin)
            text = document.text[paragraph.start : paragraph.end]
            assert "\n" not in text
            assert text == text.strip()
            assert paragraph.line == document.text.count("\n", 0, begin) + 1
    left = "".join(c for c, mark in zip(document.text, covered, strict=True) if not mark)
    assert not left.strip()


def paragraphs(block: Block) -> list[Paragraph]:
    if isinstance(block, Paragraph):
        return [block]
    return [paragraph for cell in block.cells for inner in cell.blocks for paragraph in paragraphs(inner)]


MARKUP = st.lists(
    st.sampled_from(
        "<p>|</p>|<div class=nav>|<div id=comments>|</div>|<br>|<table>|<table border=1>|<tr>|<td rowspan=2>|<th colspan=3>|</td>|</tr>|</table>|<ol type=a>|<ul>|<li>|</ol>|</ul>|"
        "<a href=x>|</a>|<b>|</b>|<pre>|</pre>|\n|  |&nbsp;|&#8203;|岗位职责：|1、登记；|相关文章|首页|x|<h2>|</h2>|<span style='display:none'>|<p style='white-space:pre'>|</span>|<!--|-->|"
        "<style>p{display:none}</style>|<script>|</script>|<select>|<textarea>|</textarea>|<div style='left:1px;top:2px'>|<div hidden>|<svg>|<title>|\0|\r".split(
            "|"
        )
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(MARKUP)
def test_any_markup_gives_a_document_whose_offsets_are_exact(markup: str) -> None:
    try:
        document = html.load(("<html><body>" + markup).encode(), "x.html")
    except JdparseError:
        return
    check(document)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_give_a_document_or_an_error_of_ours(data: bytes) -> None:
    try:
        document = html.load(data, "x.html")
    except JdparseError:
        return
    check(document)
