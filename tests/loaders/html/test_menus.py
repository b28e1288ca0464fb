"""Runs of links that are folded before the tree is built: the page reads as it does without that."""

import time

import pytest

from jdparse.loaders.html import menus
from tests.loaders.html.pages import lines, load, removed

NAMES = ("灯塔", "码头", "船坞", "航标", "引水", "验船", "打捞", "潜水")
JOB = "<h1>看守员</h1><p>岗位职责：</p><p>1、点灯；</p><p>2、记录能见度；</p>"


def _run(item: str) -> str:
    """The links, `{}` being the name and `#` its number."""
    return "".join(item.replace("#", str(number)).format(name) for number, name in enumerate(NAMES))


def _folded(page: str) -> str:
    return menus.fold(page.encode(), lambda names: names == "link").decode()


@pytest.mark.parametrize(
    ("item", "of"),
    [
        ("<li><a href=/#>{}</a></li>\n", "li"),
        ("<li class=link><a href='/#' class=\"link\" title='a'>{}</a></li>", "li"),
        ("<SPAN><A HREF=/#>{}</A></SPAN> ", "span"),
        ("<a href=/#>{}</a> ", "a"),
    ],
)
def test_runs_are_one_element(item: str, of: str) -> None:
    assert _folded(f"<div>{_run(item)}</div>") == f"<div><{menus.TAG} of={of}>{chr(10).join(NAMES)}</{menus.TAG}></div>"


@pytest.mark.parametrize(
    "item",
    [
        "<li><a href=/#>{}</a><b>1</b></li>",  # more than a link in it
        "<li><a href=/# class=off>{}</a></li>",  # a class of which a style sheet says something
        "<li style='display:none'><a href=/#>{}</a></li>",
        "<li value=#><a href=/#>{}</a></li>",
        "<li><a name=x#>{}</a></li>",  # no link
        "<li><a href=/# title='a>b'>{}</a></li>",
    ],
)
def test_others_are_left_to_the_tree(item: str) -> None:
    page = f"<ul>{_run(item)}</ul>"
    assert _folded(page) == page


@pytest.mark.parametrize(
    "around",
    [
        "<ul>{}</ul>",
        "<ol>{}</ol>",
        "<ol start=3>{}</ol>",
        "<ul style='list-style:none'>{}</ul>",
        "<div class=nav>{}</div>",
        "<h2>{}</h2>",
    ],
)
@pytest.mark.parametrize(
    "item", ["<li><a href=/#>{}</a></li>", "<p><a href=/#> {} </a></p>", "<span><a href=/#>{}</a></span>"]
)
def test_a_page_reads_the_same(around: str, item: str) -> None:
    # an `id` makes the run one that is not folded
    run, whole = _run(item), _run(item.replace("href=/#", "href=/# id=x#"))
    assert _folded(run) != run
    assert _folded(whole) == whole
    one, other = (load(JOB + around.format(text)) for text in (run, whole))
    assert (lines(one), removed(one)) == (lines(other), removed(other))


def test_a_page_of_runs_that_break_off_takes_linear_time() -> None:
    def spent(count: int) -> float:
        page = b"<li><a href=/>x</a></li>" * 5 + b"<li " + b"<li><a href=/>" * count
        start = time.process_time()
        menus.fold(page, lambda _: True)
        return time.process_time() - start

    spent(1_000)
    assert spent(80_000) < 16 * max(spent(20_000), 0.002)
