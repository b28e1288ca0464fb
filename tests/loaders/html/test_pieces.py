"""Texts in elements without a meaning, as programs that build sites write them."""

import jdparse
from tests.loaders.html.pages import lines, load

SENTENCES = (
    "<p><span>依据方案和尺寸，</span><span>完成三维建模及拆单图</span></p>",
    "<p><span>核算玻璃自重、地面承载，</span><span>交组长复核</span></p>",
    "<p><span>打样阶段每天下车间，</span><span>把装不上的地方改回图纸</span></p>",
)
NAME = "<div class=n><span>展柜结构</span><span>设计师</span></div>"


def test_where_sentences_are_cut_elements_are_pieces() -> None:
    assert lines(load(NAME + "".join(SENTENCES)))[:2] == ["展柜结构设计师", "依据方案和尺寸，完成三维建模及拆单图"]


def test_where_none_are_cut_elements_are_words() -> None:
    assert lines(load(f"{NAME}<p>依据方案，完成建模</p>"))[0] == "展柜结构 设计师"


def test_numbers_in_elements_of_their_own() -> None:
    page = load(
        "<div>进场之前</div><div><div class=no>①</div><div>复测净高</div></div><div><div class=no>②</div><div>清点木箱</div></div>"
    )
    assert lines(page) == ["进场之前", "<①>复测净高", "<②>清点木箱"]


def test_links_of_a_site_below_the_value_of_a_cell() -> None:
    rows = (
        ("上班地點", "嘉義市東區梅軒街77號<br><a href=/m>地圖找工作</a>"),
        ("職務類別", "樂器維修人員<br><a href=/w>認識「樂器維修人員」職務詳情</a>"),
        ("工作待遇", "月薪38,000元<br><a href=/s>取得專屬你的薪水報告</a>"),
    )
    table = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows)
    page = f"<meta charset=utf-8><h1>鋼琴調律師<span class=b>急徵</span></h1><p>工作內容</p><p>1、到府調律</p><p>2、整修中古琴</p><table>{table}</table>"
    found = jdparse.parse(page.encode(), "x.html").data
    (job,) = found["jobs"]
    assert (job["title"], job["location"], job["job_family"]) == ("钢琴调律师", "嘉义市东区梅轩街77号", "乐器维修人员")
    assert job["compensation"]["salary"] == ["月薪38,000元"]
    assert [gone["reason"] for gone in found["removed"]] == ["download_prompt", "navigation", "navigation"]
