"""Lists of jobs that look like a table: which elements are their rows, and what unfolds below each."""

import time

import pytest

from jdparse.loaders import html
from jdparse.pipeline import parse
from tests.loaders.html.pages import lines, load

HEAD = "<div class=th><div>职位名称</div><div>工作地点</div><div>招聘人数</div></div>"


def _row(*cells: str, tag: str = "div") -> str:
    return f"<{tag} class=tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</{tag}>"


def _detail(*duties: str) -> str:
    items = "".join(f"<li>{duty}</li>" for duty in duties)
    return f"<div class=more style='display:none'><h4>岗位职责</h4><ol>{items}</ol></div>"


INSIDE = f"<div>{_row('潜水员', '舟山', '2人')}{_detail('水下焊接')}</div><div>{_row('验船师', '大连', '1人')}{_detail('船体检验', '出具报告')}</div>"
BEHIND = f"{_row('潜水员', '舟山', '2人')}{_detail('水下焊接')}{_row('验船师', '大连', '1人')}{_detail('船体检验', '出具报告')}"
SHOWN = [
    "职位名称 | 工作地点 | 招聘人数",
    "潜水员 | 舟山 | 2人",
    "岗位职责/<1.>水下焊接",
    "验船师 | 大连 | 1人",
    "岗位职责/<1.>船体检验/<2.>出具报告",
]


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=list>{HEAD}{INSIDE}</div>",
        f"<div class=list>{HEAD}{BEHIND}</div>",
        f"<div class=list>{HEAD}<div class=rows>{INSIDE}</div></div>",
        f"<div class=box><div class=top>{HEAD}</div><div class=rows>{BEHIND}</div></div>",
        f"<div class=list>{HEAD.replace('div', 'span').replace('<span class=th>', '<p>').replace('招聘人数</span></span>', '招聘人数</span></p>')}{INSIDE}</div>",
    ],
)
def test_rows_and_what_unfolds_below_them(body: str) -> None:
    document = load(f"<h2>加入我们</h2>{body}<p>邮箱：hr@chuan.example</p>")
    assert lines(document) == ["加入我们", *SHOWN, "邮箱：hr@chuan.example"]


def test_each_row_is_a_job() -> None:
    jobs = parse(f"<html><body>{HEAD}{INSIDE}</body></html>".encode(), "x.html").record.jobs
    assert [(job.title, job.location, job.headcount) for job in jobs] == [
        ("潜水员", "舟山", "2人"),
        ("验船师", "大连", "1人"),
    ]
    assert jobs[1].duties[0].tasks == ("船体检验", "出具报告")


def test_the_rows_of_a_real_table_unfold_too() -> None:
    detail = "<tr style='display:none'><td colspan=3><p>岗位职责：</p><p>1、{}；</p><p>任职要求：</p><p>1、持证上岗；</p></td></tr>"
    rows = "".join(
        f"<tr><td>{name}</td><td>{place}</td><td>展开</td></tr>{detail.format(duty)}"
        for name, place, duty in (("潜水员", "舟山", "水下焊接"), ("验船师", "大连", "船体检验"))
    )
    page = f"<table border=1><tr><th>岗位名称</th><th>工作地点</th><th>操作</th></tr>{rows}</table>"
    record = parse(f"<html><body>{page}</body></html>".encode(), "x.html").record
    assert [(job.title, job.location, job.duties[0].tasks) for job in record.jobs] == [
        ("潜水员", "舟山", ("水下焊接",)),
        ("验船师", "大连", ("船体检验",)),
    ]
    assert {line.text for line in record.removed} == {"操作", "展开"}
    assert not record.jobs[0].extra_fields


@pytest.mark.parametrize(
    "body",
    [
        "<div><div>职位名称</div><div>潜水员</div><div>工作地点</div><div>舟山</div></div>",  # pairs, no header
        f"{HEAD}<p>暂无招聘信息，请以后再来看看。</p>",  # a header without rows
        "<div><span>职位名称</span><span>首页</span><span>更多</span></div><div><span>甲</span><span>乙</span><span>丙</span></div>",
    ],
)
def test_other_elements_are_no_list(body: str) -> None:
    assert not any("|" in line for line in lines(load(body)))


def test_a_row_that_is_hidden_ends_the_list_all_the_same() -> None:
    hidden = _row("验船师", "大连", "1人").replace("class=tr", "style='display:none'")
    document = load(f"{HEAD}{_row('潜水员', '舟山', '2人')}{hidden}<p>岗位职责：</p><p>1、点灯；</p>")
    assert sorted(lines(document)) == sorted([*SHOWN[:2], "岗位职责：", "1、点灯；"])


@pytest.mark.parametrize("piece", ["<div>职位</div>", HEAD, "<span>学历</span><span>大专</span>"])
def test_pages_of_nothing_but_headers_take_linear_time(piece: str) -> None:
    def spent(count: int) -> float:
        page = f"<html><body><p>{piece * count}</p></body></html>".encode()
        start = time.process_time()
        html.load(page, "x.html")
        return time.process_time() - start

    spent(100)
    assert spent(16_000) < 16 * max(spent(4_000), 0.01)


def test_a_path_to_the_page_is_no_header() -> None:
    path = "<div class=where><a href=/>职位</a><span>/</span><span>职位详情</span></div>"
    head = "<div class=top><div>潜水员</div><div>舟山</div><div>全职</div></div>"
    document = load(f"<div class=page>{path}{head}<div><h4>岗位职责</h4><p>1、水下焊接</p></div></div>")
    assert not any(" | " in line for line in lines(document))


def test_no_row_below_a_job_is_lost() -> None:
    rows = "".join(
        f"<div role=tab>{_row(name, '舟山', '1人')}<i class=arrow> </i><div><p>岗位职责</p><p>1、{duty}</p></div><div><p>任职要求</p><p>1、会游泳</p></div></div>"
        for name, duty in (("潜水员", "水下焊接"), ("验船师", "船体检验"))
    )
    jobs = parse(
        f"<html><body><div class=list>{HEAD}<div>{rows}</div></div></body></html>".encode(), "x.html"
    ).record.jobs
    assert [(job.title, job.duties[0].tasks, job.requirements.general) for job in jobs] == [
        ("潜水员", ("水下焊接",), ("会游泳",)),
        ("验船师", ("船体检验",), ("会游泳",)),
    ]
