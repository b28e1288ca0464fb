"""One job description in the markup of viewers, converters and applications: each gives the same record."""

import html
import json
from collections.abc import Iterable

import pytest

import jdparse
from tests.stages import tasks

LINES = (
    "簇绒织机工岗位说明书",
    "一、基本信息",
    "岗位名称：簇绒织机工",
    "所属部门：织造车间",
    "二、岗位职责",
    "1. 看管织机，处理断纱和跳针；",
    "2. 按工艺单更换纱架。",
    "三、任职要求",
    "1. 初中以上学历；",
    "2. 视力良好。",
)
SCALED = "calc(var(--scale-factor)*{}px)"


def _joined(texts: Iterable[str]) -> str:
    return "".join(texts)


def _tag(tag: str) -> str:
    return _joined(f"<{tag}>{line}</{tag}>" for line in LINES)


def _layer(left: str, top: str, step: float) -> str:
    """The lines as spans at places that two patterns give; 岗位名称： and its value are two of them."""
    pieces: list[tuple[float, float, str]] = []
    for number, line in enumerate(LINES):
        label, colon, value = line.partition("：")
        pieces.append((12.1, 5 + number * step, label + colon))
        if value and len(line) < 12:
            pieces.append((12.1 + (len(label) + 1) * 12 / 5.95, 5 + number * step, value))
        elif value:
            pieces[-1] = (12.1, 5 + number * step, line)
    scale = 1.0 if "%" in left else 5.95, 1.0 if "%" in top else 8.42
    return _joined(
        f'<span role="presentation" style="left: {left.format(round(x * scale[0], 2))}; top: {top.format(round(y * scale[1], 2))}; font-size: {SCALED.format(12)}">{text}</span><br>'
        for x, y, text in pieces
    )


def _converted(opened: str, *, boxed: bool = False) -> str:
    """The lines as pdf2htmlEX writes them, the two pairs beside each other."""
    rules = ".t{position:absolute;white-space:pre;font-size:1px}.pc{position:absolute;display:none}.pc.opened{display:block}"
    rules += ".m0{transform:matrix(0.25,0,0,0.25,0,0);}._0{width:2.4px;}._1{width:96.5px;}.fs0{font-size:48px;}.x0{left:90px;}.x1{left:350px;}.x20{left:2px;}.y20{bottom:3px;}"
    rules += _joined(f".y{number:x}{{bottom:{800 - number * 20}px;}}" for number in range(len(LINES)))
    rules += "@media print{.x0{left:67pt;}.y0{bottom:6pt;}}"
    out = ""
    for number, line in enumerate(LINES):
        place = f"x{int(number == 3)} y{number - (number == 3):x}"
        text = f'{line[:4]}<span class="_ _0"></span>{line[4:]}'
        if boxed and number in (2, 3):
            out += f'<div class="c {place} w1 h1"><div class="t m0 x20 h1 y20 ff1 fs0">{text}</div></div>'
        else:
            out += f'<div class="t m0 {place[:2]} h1 {place[3:]} ff1 fs0">{text}</div>'
    return f"<style>{rules}</style><div class='pf w0'><div class='pc pc1 w0{opened}'>{out}</div></div>"


def _drawn(text: str) -> str:
    return f"<svg viewBox='0 0 595 842'>{text}</svg>"


def _moved(number: int) -> str:
    line = LINES[number]
    places = f"<tspan x=0 y=0>{line[:1]}</tspan><tspan x={6 if line[0].isdigit() else 12}>{line[1:]}</tspan>"
    return f"<text transform='matrix(1 0 0 1 62 {60 + number * 20})' style='font-size:12px'>{places}</text>"


CONTENT = {"jobName": "簇绒织机工", "id": 3, "html": _tag("p")}
PAGES = {
    "PDF.js": f"<div class=textLayer>{_layer(SCALED, SCALED, 2.4)}</div>",
    "PDF.js in parts of the page": f"<div class=textLayer>{_layer('{}%', '{}%', 2.4)}</div>",
    "pdf2htmlEX": _converted(" opened"),
    "pdf2htmlEX, a page that is not open": _converted(""),
    "pdf2htmlEX with boxes": _converted(" opened", boxed=True),
    "SVG": _drawn(_joined(f"<text x=72 y={60 + n * 20} font-size=12>{line}</text>" for n, line in enumerate(LINES))),
    "SVG, one text": _drawn(
        f"<text>{_joined(f'<tspan x=72 y={60 + n * 20}>{line}</tspan>' for n, line in enumerate(LINES))}</text>"
    ),
    "SVG with matrices": _drawn(f"<g transform='translate(10 20)'>{_joined(map(_moved, range(len(LINES))))}</g>"),
    "a frame": f'<iframe srcdoc="{html.escape(_tag("p"))}"></iframe>',
    "a shadow root": f"<x-job><template shadowrootmode=open>{_tag('p')}</template></x-job>",
    "no scripts": f"<div id=app>加载中</div><noscript>{_tag('p')}</noscript>",
    "a state": f"<div id=app></div><script>window.__INITIAL_STATE__={json.dumps({'doc': CONTENT})};(function(){{}})()</script>",
    "data": f"<div id=__next></div><script id=__NEXT_DATA__ type=application/json>{json.dumps({'props': [CONTENT]})}</script>",
    "data with lines": "<div id=app></div><script type=application/json>"
    + json.dumps({"a": {"name": "簇绒织机工", "text": "\n".join(LINES)}})
    + "</script>",
    "bookmarks": _joined(f"<p>{line[:3]}<span id=b{n}></span>{line[3:]}</p>" for n, line in enumerate(LINES)),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_record_is_the_same(page: str) -> None:
    (job,) = jdparse.parse(f"<!DOCTYPE html><meta charset=utf-8><body>{page}".encode(), "x.html").data["jobs"]
    assert (job["title"], job["department"]) == ("簇绒织机工", "织造车间")
    assert tasks(job) == ["看管织机，处理断纱和跳针", "按工艺单更换纱架"]
    assert job["requirements"]["general"] == ["初中以上学历", "视力良好"]
    assert not job["extra_fields"]
    assert not job["extra_sections"]


@pytest.mark.parametrize(
    "script", ["window.__A_STATE__={", "window.__A_STATE__={}", 'var __INITIAL={"a":' + "[" * 9_000]
)
def test_a_state_that_is_damaged_is_no_text(script: str) -> None:
    with pytest.raises(jdparse.JdparseError, match="no visible text"):
        jdparse.parse(f"<body><script>{script}</script>".encode(), "x.html")


def test_a_drawing_of_few_words_is_no_text() -> None:
    page = "<svg><text x=1 y=1>图一</text></svg>" + _tag("p")
    assert len(jdparse.parse(f"<meta charset=utf-8>{page}".encode(), "x.html").data["jobs"]) == 1
