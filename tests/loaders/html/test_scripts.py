"""Scripts and styles, cut out of a page before anything else looks at it."""

from time import process_time

import pytest

from jdparse.loaders.html.scripts import cut, without_programs

CPU_SECONDS = 20


@pytest.mark.parametrize(
    ("page", "left", "styles", "data"),
    [
        (b"<p>a<script>if (a > b) {}</script>b", b"<p>ab", [], []),
        (b"<style>p {}</style><p>a", b"<p>a", [b"p {}"], []),
        (b"<STYLE media='a > b'>p {}</Style ><p>a", b"<p>a", [b"p {}"], []),
        (b'<script type="application/ld+json">{"a": 1}</script>b', b"b", [], [b'{"a": 1}']),
        (b"<script src=a.js></script\n>b", b"b", [], []),
        (b"<script>a<script>b</script>c", b"c", [], []),
        (b"a<script>var b = 1", b"a", [], []),
        (b"<scripted>a</scripted>", b"<scripted>a</scripted>", [], []),
        (b"<script a", b"<script a", [], []),
        (b"<script a='>b", b"<script a='>b", [], []),
    ],
    ids=[
        *("script", "style", "quotes and cases", "data", "source", "script in a script", "no end", "another element"),
        *("no end of the tag", "no end of a quotation"),
    ],
)
def test_what_is_cut_out(page: bytes, left: bytes, styles: list[bytes], data: list[bytes]) -> None:
    assert cut(page) == (left, styles, data)


def test_a_very_long_tag_is_left_to_the_parser() -> None:
    page = b'<script a="%s">b</script>' % (b"x" * 10_000)
    assert cut(page) == (page, [], [])


def test_what_is_left_where_data_are_of_use() -> None:
    page = b'a<script>b</script><style>c</style><script type="application/json">d</script>'
    assert without_programs(page) == b'a<style>c</style><script type="application/json">d</script>'


@pytest.mark.parametrize("tag", [b"<script a ", b'<script a="', b"<style '\"", b"<script>", b"<style>a</style"])
def test_many_tags_without_an_end_come_to_an_end(tag: bytes) -> None:
    start = process_time()
    cut(tag * 100_000)
    assert process_time() - start < CPU_SECONDS
