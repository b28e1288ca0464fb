"""schema.org JobPosting objects: what they say as text, and how the record of a page takes it up."""

import json
from typing import Any

import pytest

import jdparse
from tests.loaders.html.pages import load, removed

TEXT = "<h1>灯塔看守员</h1><p>岗位职责：</p><p>1、按时点灯，记录能见度；</p><p>2、维护发电机；</p><p>任职要求：</p><p>1、持有船员证。</p>"


def head(posting: dict[str, Any]) -> str:
    data = json.dumps({"@context": "https://schema.org", "@type": "JobPosting", **posting})
    return f"<script type='application/ld+json'>{data}</script>"


def parsed(body: str, posting: dict[str, Any]) -> jdparse.Parsed:
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8>{head(posting)}</head><body>{body}</body></html>"
    return jdparse.parse(page.encode(), "x.html")


def amount(low: int | str, high: int, unit: str = "MONTH", currency: str = "CNY") -> dict[str, Any]:
    return {"currency": currency, "value": {"minValue": low, "maxValue": high, "unitText": unit}}


@pytest.mark.parametrize(
    ("posting", "line"),
    [
        ({"title": "<b>灯塔</b>&nbsp;看守员"}, "<title:>灯塔 看守员"),
        ({"hiringOrganization": {"@type": "Organization", "name": "东礁航标站"}}, "<hiringOrganization:>东礁航标站"),
        ({"jobLocation": {"address": {"addressRegion": "浙江省", "addressLocality": "舟山市"}}}, "<jobLocation:>浙江省舟山市"),
        ({"jobLocation": {"address": {"addressRegion": "上海市", "addressLocality": "上海市", "streetAddress": "上海市外马路1号"}}}, "<jobLocation:>上海市外马路1号"),
        ({"jobLocation": [{"address": "厦门"}, {"address": "漳州"}, {"address": "厦门"}]}, "<jobLocation:>厦门、漳州"),
        ({"baseSalary": amount(8000, 12000)}, "<baseSalary:>8000-12000元/月"),
        ({"baseSalary": amount("9.5", 9, "HOUR", "EUR")}, "<baseSalary:>9.5-9EUR/小时"),
        ({"baseSalary": {"currency": "CNY", "value": 5000, "unitText": "MONTH"}}, "<baseSalary:>5000元/月"),
        ({"baseSalary": {"currency": "CNY", "value": {"value": "面议"}}}, "<baseSalary:>面议"),
        ({"baseSalary": "8k"}, "<baseSalary:>8k"),
        ({"employmentType": ["FULL_TIME", "其他"]}, "<employmentType:>其他"),
        ({"validThrough": "2031-05-06T00:00"}, "<validThrough:>2031-05-06"),
        ({"totalJobOpenings": 3}, "<totalJobOpenings:>3"),
        ({"qualifications": "本科<br>会游泳"}, "<qualifications:>本科"),
    ],
)  # fmt: skip
def test_properties_are_lines(posting: dict[str, Any], line: str) -> None:
    assert line in removed(load(TEXT, head=head(posting)))["job_posting"]


@pytest.mark.parametrize(
    "value", [None, True, [], {}, {"value": {}}, [[1]], {"address": {"addressRegion": ["x"]}}, "", "\ud800"]
)
@pytest.mark.parametrize(
    "name", ["title", "jobLocation", "baseSalary", "employmentType", "description", "validThrough"]
)
def test_odd_values_do_no_harm(name: str, value: object) -> None:
    assert parsed(TEXT, {name: value}).record.jobs[0].title == "灯塔看守员"


FULL = {
    "title": "灯塔看守员",
    "hiringOrganization": {"name": "东礁航标站"},
    "jobLocation": {"address": {"addressLocality": "舟山市"}},
    "baseSalary": amount(8000, 12000),
    "employmentType": "全职",
    "totalJobOpenings": 2,
    "qualifications": "会游泳",
}


def test_what_the_text_lacks_is_filled_with_its_place() -> None:
    found = parsed(TEXT, FULL)
    (job,) = found.record.jobs
    assert (job.location, job.job_type, job.headcount) == ("舟山市", "全职", "2")
    assert job.compensation.salary == ("8000-12000元/月",)
    assert found.record.organization is not None
    assert found.record.organization.name == "东礁航标站"
    spans = found.source_map()["values"]["/jobs/0/location"]["spans"]
    assert [found.document.text[start:end] for start, end in spans] == ["舟山市"]
    assert not [note for note in found.record.diagnostics if note.name == "posting-differs"]


def test_what_the_text_says_stays() -> None:
    (job,) = parsed(TEXT, FULL).record.jobs
    assert job.requirements.general == ("持有船员证",)


@pytest.mark.parametrize(
    ("said", "posting", "differs"),
    [
        ("薪资：8-12K", FULL, False),
        ("薪资：0.8-1.2万", FULL, False),
        ("薪资：5-6K", FULL, True),
        ("薪资：面议", FULL, False),
        ("工作地点：浙江舟山市普陀区", FULL, False),
        ("工作地点：舟山普陀区东港街道", FULL, False),
        ("工作地点：大连", FULL, True),
        ("招聘人数：2人", FULL, False),
        ("招聘人数：5人", FULL, True),
    ],
)
def test_a_contradiction_is_a_diagnostic(said: str, posting: dict[str, Any], differs: bool) -> None:
    record = parsed(TEXT.replace("<p>岗位职责", f"<p>{said}</p><p>岗位职责"), posting).record
    assert ("posting-differs" in {note.name for note in record.diagnostics}) == differs
    value = said.partition("：")[2]
    (job,) = record.jobs
    assert value in (job.location, job.headcount, *job.compensation.salary)


def test_a_posting_of_another_job_of_the_page_fills_nothing() -> None:
    page = f"{head({**FULL, 'title': '船坞焊工'})}{head({'title': '灯塔看守员', 'baseSalary': '面议'})}{TEXT}"
    (job,) = jdparse.parse(f"<meta charset=utf-8>{page}".encode(), "x.html").record.jobs
    assert (job.location, job.compensation.salary) == (None, ("面议",))


@pytest.mark.parametrize(
    "description",
    [
        "<p>岗位职责：</p><p>1、点灯；</p><p>2、记录能见度。</p>",
        "&lt;p&gt;岗位职责：&lt;/p&gt;&lt;p&gt;1、点灯；&lt;br&gt;2、记录能见度。&lt;/p&gt;",
        "岗位职责：\n1、点灯；\n2、记录能见度。",
    ],
)
def test_a_page_that_a_script_fills_is_read_from_its_description(description: str) -> None:
    record = parsed("<div id=app>正在加载，请稍候…</div>", {"title": "灯塔看守员", "description": description}).record
    (job,) = record.jobs
    assert job.title == "灯塔看守员"
    assert [duty.tasks for duty in job.duties] == [("点灯", "记录能见度")]
    assert [line.text for line in record.removed] == ["正在加载，请稍候…"]


def test_data_without_a_description_are_no_job() -> None:
    record = parsed("<p>该职位已停止招聘，看看其他职位吧。</p>", FULL).record
    assert record.jobs == ()
    assert [note.name for note in record.diagnostics] == ["no-job-found"]
