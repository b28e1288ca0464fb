"""What must hold of the parse of any page: no exception but ours, a ledger that partitions the text, work in proportion."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jdparse
from jdparse.errors import JdparseError, LimitExceeded
from jdparse.ledger import CLASSES
from tests.test_properties import rebuilt
from tests.work import RATIO, SLACK, Work, count, watch

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parents[2] / "documents").glob("p*/input.*"))]
JOB = "<h1>灯塔看守员</h1><p>岗位职责：</p><p>1、点灯；</p><p>2、记录能见度。</p><p>任职要求：</p><p>1、持船员证。</p>"


def check(data: bytes) -> None:
    """The classes of a parse partition its source text, and each value of the record is its spans' text after its edits."""
    try:
        found = jdparse.parse(data, "x.html")
    except JdparseError:
        return
    text = found.document.text
    mapped = found.source_map()
    done = 0
    for start, end, kind in mapped["classes"]:
        assert start == done < end
        assert kind in CLASSES
        done = end
    assert done == len(text)
    record = found.record.model_dump(mode="json")
    for pointer, value in mapped["values"].items():
        part: Any = record
        for key in pointer.split("/")[1:]:
            part = part[int(key)] if isinstance(part, list) else part[key]
        assert part == rebuilt(text, value["spans"], value["edits"])


@pytest.mark.parametrize("data", PAGES, ids=range(len(PAGES)))
def test_pages_are_partitioned(data: bytes) -> None:
    check(data)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A page with parts of it lost, doubled, moved into another or overwritten, and perhaps cut off."""
    data = draw(st.sampled_from(PAGES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 300)))
        other = draw(st.sampled_from(PAGES))
        place = draw(st.integers(0, len(other)))
        match draw(st.sampled_from(("lose", "double", "mix", "overwrite", "cut"))):
            case "lose":
                data = data[:start] + data[end:]
            case "double":
                data = data[:end] + data[start:]
            case "mix":
                data = data[:start] + other[place : place + 300] + data[start:]
            case "overwrite":
                data = data[:start] + draw(st.binary(max_size=40)) + data[end:]
            case _:
                data = data[: max(start, 40)]
    return data


@settings(max_examples=120, deadline=None)
@given(mutated())
def test_mutated_pages_are_partitioned(data: bytes) -> None:
    check(data)


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=800))
def test_any_bytes_are_partitioned(data: bytes) -> None:
    check(b"<html><body>" + data)


def repeated(unit: str, before: str = JOB, after: str = "") -> Callable[[int], str]:
    return lambda n: before + unit * n + after


POSTING = '<script type="application/ld+json">{"@type":"JobPosting","title":"甲"}</script>'
HOSTILE: dict[str, Callable[[int], str]] = {
    "paragraphs": repeated("<p>甲乙丙</p>"),
    "labels": repeated("<p>岗位职责：</p>"),
    "open divisions": lambda n: JOB + "<div>" * min(n, 1_500) + "甲" * n,
    "regions side by side": repeated("<div class=nav>首页</div>"),
    "regions of links": repeated("<div class=a><a href=x>甲</a><a href=y>乙</a><a href=z>丙</a></div>"),
    "a list of links": repeated("<li><a href=x>甲乙</a></li>", JOB + "<ul>", "</ul>"),
    "links in a row": repeated("<a href=x>甲乙</a>", JOB + "<div>", "</div>"),
    "chips": repeated("<span class=a>甲</span>", JOB + "<div>", "</div>"),
    "empty elements in a line": repeated("<i></i>甲", JOB + "<p>"),
    "facts in a paragraph": repeated("<span>北京</span>", JOB + "<p class=a>"),
    "controls in a line": repeated("甲 <a>分享</a>", JOB + "<p>"),
    "pages of a viewer": repeated("<p>第 1 页 共 9 页</p><p>管理文件</p><p>甲乙丙</p>"),
    "bars of an app": repeated("<p>职位详情</p><p><a href=x>分享</a></p>"),
    "bold pieces": repeated("<b>甲</b>", JOB + "<p>"),
    "breaks": repeated("甲<br>", JOB + "<p>"),
    "rows": repeated("<tr><td>甲<td>乙</tr>", JOB + "<table border=1>", "</table>"),
    "cells": repeated("<td>甲", JOB + "<table border=1><tr>"),
    "tables": repeated("<table border=1><tr><td>甲<td>乙<tr><td>丙<td>丁</table>"),
    "rows of positioned cells": lambda n: (
        JOB
        + "<div>"
        + "".join(
            f"<p style='left:0px;top:{60 * i + 30}px'>职责</p><p style='left:90px;top:{60 * i + 20}px'>{'收货' * 12}</p>"
            f"<p style='left:90px;top:{60 * i + 40}px'>发货</p>"
            for i in range(n)
        )
        + "</div>"
    ),
    "columns of positioned lines": lambda n: (
        JOB
        + "<div>"
        + "".join(f"<p style='left:{400 * j}px;top:{20 * i}px'>{'收货' * 12}</p>" for i in range(n) for j in (0, 1))
        + "</div>"
    ),
    "positioned pieces": lambda n: JOB + "<div>" + "".join(f"<p style='left:{i % 7}px;top:{i}px'>甲</p>" for i in range(n)) + "</div>",
    "hidden blocks": repeated("<div hidden>岗位职责：甲。任职要求：乙。</div>"),
    "style sheets": repeated("<style>.a{display:none}</style>"),
    "postings": repeated(POSTING),
    "heads of related articles": repeated("<div><p>相关文章</p><p>甲</p></div>"),
    "nested lists": lambda n: JOB + "<ul><li>甲" * min(n, 700) + "乙" * n,
    "comments": repeated("<!-- 甲 -->乙"),
    "one long word": repeated("甲", JOB + "<p>"),
}  # fmt: skip


def parse(text: str) -> None:
    with suppress(LimitExceeded):
        jdparse.parse(f"<!DOCTYPE html><meta charset=utf-8>{text}".encode(), "x.html").source_map()


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    parse(JOB + POSTING)
    return watch(monkeypatch)


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_page_makes_twice_the_work(name: str, work: Work) -> None:
    make = HOSTILE[name]
    parse(JOB + POSTING)
    n = 6_000 * 20 // (len(make(20)) - len(JOB))
    small, large = make(n), make(2 * n)
    once, twice = count(work, lambda: parse(small)), count(work, lambda: parse(large))
    assert twice <= RATIO * once + SLACK


CPU_SECONDS = 20
LARGE = (
    "open divisions", "a list of links", "links in a row", "empty elements in a line", "cells", "positioned pieces", "rows of positioned cells",
    "columns of positioned lines", "hidden blocks",
    "style sheets", "postings", "one long word",
)  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_a_large_page_ends(name: str) -> None:
    """What no count of calls sees, work in C: 300 kB take a second where it is linear."""
    script = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({CPU_SECONDS}, {CPU_SECONDS}))
sys.path.insert(0, {str(sys.path[0])!r})
from tests.loaders.html.test_any_page import HOSTILE, JOB, parse
make = HOSTILE[{name!r}]
parse(make(300_000 * 20 // (len(make(20)) - len(JOB))))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-300:] or f"not done after {CPU_SECONDS} s of CPU time"
