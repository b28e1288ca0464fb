"""The visible text of pages: lines, markers, tables, what is hidden."""

import pytest

import jdparse
from jdparse.document import Paragraph, Table
from tests.loaders.html.pages import lines, load, removed


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
        ("<p>负责\n  仓库<p>整理\n<p>ERP\n系统", ["负责仓库", "整理", "ERP 系统"]),
        ("<p>负<font color=red>责<span>仓</span></font>库</p>", ["负责仓库"]),
        ("<p>&nbsp;&nbsp;职责&nbsp;&nbsp;</p>", ["职责"]),
        ("<p>职&#8203;责&zwnj;一</p>", ["职责一"]),
        ("<pre>甲\n  乙\n\n丙</pre>", ["甲", "乙", "丙"]),
        ("<p style='white-space: pre-wrap'>甲：1\n乙：2</p>", ["甲：1", "乙：2"]),
        ("<dl><dt>部门</dt><dd>仓储部</dd></dl>", ["部门", "仓储部"]),
        (
            "<p>甲<script>var a='乙'</script><style>p{}</style><noscript>丙</noscript>丁<template>戊</template></p>",
            ["甲丁"],
        ),
        ("<p>城市 <select><option>北京<option>上海</select>在这里<button>搜索</button></p>", ["城市 在这里"]),
        ("<p><img alt='图'>甲</p>", ["甲"]),
        ("<p>薪资 < 5千元，年龄<45岁 & 在职", ["薪资 < 5千元，年龄<45岁 & 在职"]),
        ("<div class=info><span>8-12K</span><span>无锡</span><span>大专</span></div>", ["8-12K 无锡 大专"]),
        ("<p><span lang=EN-US>ERP</span><span>系统</span><span>管理</span></p>", ["ERP系统管理"]),
        ("<a href=1>首页</a><a href=2>招聘</a>", ["首页 招聘"]),
        ("<div><em>学历</em><span>大专</span></div>", ["学历", "大专"]),
        ("<p><b>岗位</b><b>职责</b></p>", ["岗位职责"]),
        ("<p><b>学历</b><span>：大专</span></p>", ["学历：大专"]),
        ("<p><span>工作地点：舟山</span><span>招聘人数：2人</span></p>", ["工作地点：舟山 招聘人数：2人"]),
        ("<div><em>包吃</em><em>包住</em><em>五险</em><em>年终奖</em></div>", ["包吃 包住 五险 年终奖"]),
        ("<p>负责<em>库存</em>与<em>盘点</em></p>", ["负责库存与盘点"]),
        (
            "<p><b>企业简介</b>远帆货运以冷链运输为主，有车六十辆。</p>",
            ["企业简介", "远帆货运以冷链运输为主，有车六十辆。"],
        ),
        ("<p><b>企业简介</b>的更新</p>", ["企业简介的更新"]),
        ("<ruby>仓<rt>cāng</rt></ruby>库", ["仓库"]),
    ],
)
def test_lines_are_those_that_a_reader_sees(body: str, expected: list[str]) -> None:
    assert lines(load(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["<1.>甲", "<2.>乙"]),
        ("<ol type=a start=3><li>甲<li value=9>乙<li>丙</ol>", ["<c.>甲", "<i.>乙", "<j.>丙"]),
        ("<ol type=I reversed><li>甲<li>乙</ol>", ["<II.>甲", "<I.>乙"]),
        ("<ol><li>甲<ol type=i><li>子</ol><li>乙</ol>", ["<1.>甲", "<i.>子", "<2.>乙"]),
        ("<ul><li>甲<li><p>乙</p><p>续</p></ul>", ["<•>甲", "<•>乙", "续"]),
        ("<ul><li>甲<ul><li>子<ul><li>孙</ul></ul><li>乙</ul>", ["<•>甲", "<◦>子", "<▪>孙", "<•>乙"]),
        ("<ul style='list-style:none'><li>甲</ul>", ["甲"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", ["<一、>甲", "<二、>乙"]),
        ("<ol><li>1、甲<li>2、乙</ol>", ["1、甲", "2、乙"]),
        ("<li>甲", ["甲"]),
        ("<ol><li></li><li>甲</ol>", ["<2.>甲"]),
    ],
)
def test_a_list_is_numbered_as_a_browser_numbers_it(body: str, expected: list[str]) -> None:
    assert lines(load(body)) == expected


def test_counters_of_a_style_sheet_number_a_list() -> None:
    head = """<style>/* lists */ .jobs{list-style:none;counter-reset:a}
      .jobs > li { counter-increment: a } .jobs > li::before { content: "第" counter(a, cjk-ideographic) "、" }
      .jobs ul li:before{content:"→"}</style>"""
    body = "<ul class='x jobs'><li>甲<ul style='list-style:none'><li>子</ul><li>乙</ul><ul><li>丙</ul>"
    assert lines(load(body, head=head)) == ["<第一、>甲", "子", "<第二、>乙", "<•>丙"]


WORD = "<p class=MsoListParagraph style='margin-left:21pt;mso-list:l0 level1 lfo1'>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            WORD
            + "<![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>登记\n台账<o:p></o:p></p>",
            ["<1.>登记台账"],
        ),
        (
            WORD + "<span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;</span></span>登记台账",
            ["<•>登记台账"],
        ),
        (WORD + "<!--[if !supportLists]>（一）&nbsp;<![endif]-->登记台账</p><p>乙", ["<（一）>登记台账", "乙"]),
        ("<p>甲<!--[if gte mso 9]><xml>乙</xml><![endif]--></p>", ["甲"]),
    ],
)
def test_word_writes_its_numbers_into_conditional_comments(body: str, expected: list[str]) -> None:
    assert lines(load(body)) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<span style='display: none'>噪</span>",
        "<span style='font-size:0px'>噪</span>",
        "<span style='visibility:hidden'>噪</span>",
        "<span hidden>噪</span>",
        "<font class=jammer>噪</font>",
        "<span style='position:absolute;left:-9999px'>噪</span>",
        "<i class='a noise'>噪</i>",
        "<b id=noise>噪</b>",
        "<span class=sr-only>噪</span>",
    ],
)
def test_hidden_noise_inside_a_sentence_is_no_text(hidden: str) -> None:
    head = "<style>.noise, #noise {color:red; display:none}</style>"
    assert lines(load(f"<p>登记{hidden}台账</p>", head=head)) == ["登记台账"]


def test_what_a_page_unfolds_by_script_is_text_once() -> None:
    job = "<p>岗位职责：</p><p>1、清点渔具；</p><p>任职要求：</p><p>1、会游泳；</p>"
    shown = ["岗位职责：", "1、清点渔具；", "任职要求：", "1、会游泳；"]
    assert lines(load(f"<p>渔政员</p><div style='display:none'>{job}</div>")) == ["渔政员", *shown]
    assert lines(load(f"<div>{job}</div><div style='display:none'>{job}</div>")) == shown
    assert (
        lines(load(f"<div class='tab on'>{job}</div>", head="<style>.tab{display:none}.tab.on{display:block}</style>"))
        == shown
    )


@pytest.mark.parametrize(
    "head",
    [
        "<div class='panel-heading' role=tab><h4 class=panel-title><a data-toggle=collapse href=#c1>{}</a></h4></div>",
        "<h2 class=accordion-header><button class='accordion-button btn' aria-expanded=true aria-controls=c1>{}</button></h2>",
        "<div class=accordion-heading><a class='btn accordion-toggle' data-toggle=collapse href=#c1>{}</a></div>",
        "<div class=title><h3 class=tab><a href=#c1>{}</a></h3></div>",
        "<h3><button type=button>{}</button></h3>",
    ],
)
def test_the_head_of_what_a_page_unfolds_is_a_heading(head: str) -> None:
    body = "<div id=c1><p>岗位职责：</p><p>1、清点渔具；</p><p>任职要求：</p><p>1、会游泳；</p></div>"
    shown = ["岗位职责：", "1、清点渔具；", "任职要求：", "1、会游泳；"]
    jobs = ("渔政员", "轮机员", "灯塔管理员")
    page = load("<div class=list>" + "".join(head.format(name) + body for name in jobs) + "</div>")
    assert lines(page) == [line for name in jobs for line in (name, *shown)]


def test_buttons_and_menus_that_unfold_are_no_headings() -> None:
    page = load(
        "<ul class=side><li><a data-toggle=collapse href=#m1>产品中心</a></li><li><a href=/a>新闻中心</a></li>"
        "<li><a href=/b>联系我们</a></li></ul><h3>渔政员 <button>投递</button></h3><p>岗位职责：</p><p>1、清点渔具；</p>"
    )
    assert lines(page) == ["渔政员", "岗位职责：", "1、清点渔具；"]
    assert removed(page) == {"related_links": ["<•>产品中心", "<•>新闻中心", "<•>联系我们"]}


def test_a_fact_at_the_right_edge_of_a_heading_is_set_apart() -> None:
    page = load(
        "<h3>渔政员<span class=num>3人</span></h3><h3>轮机<span class=red>员</span></h3><p>甲<em class=n>3人</em></p>"
    )
    assert lines(page) == ["渔政员 3人", "轮机员", "甲3人"]


def test_an_article_that_is_invisible_until_a_script_ran_is_text() -> None:
    article = "本店招聘烘焙师两名，负责面团制作与烘烤，要求有两年以上经验，月薪六千元起，包吃住，有意者请到店面谈。"
    assert lines(load(f"<div id=js_content style='visibility: hidden; opacity: 0'><p>{article}</p></div>")) == [article]


def test_positioned_pieces_are_read_line_by_line() -> None:
    pieces = [
        (100, 40, "岗位名称："),
        (100, 70, "所属部门："),
        (185, 41, "配货员"),
        (185, 70, "仓储部"),
        (500, 40, "编号："),
        (100, 10, "岗位说明书"),
    ]
    body = (
        "<div>"
        + "".join(f"<div class=t style='left:{x}px;top:{y}px;position:absolute'>{text}</div>" for x, y, text in pieces)
        + "</div><p>完了"
    )
    assert lines(load(body)) == ["岗位说明书", "岗位名称：配货员    编号：", "所属部门：仓储部", "完了"]


def test_headings_bold_lines_and_empty_lines_are_marked() -> None:
    document = load(
        "<h2>职责</h2><p><b>要求</b>：</p><p><strong>一、</strong><b>条件</b></p><br><p style='font-weight:700'>二</p><p>三</p>"
    )
    found = [(block.heading, block.bold, block.gap) for block in document.blocks if isinstance(block, Paragraph)]
    assert found == [(2, False, 0), (0, False, 0), (0, True, 0), (0, True, 1), (0, False, 0)]


def test_cells_span_columns_and_rows() -> None:
    document = load(
        "<table border=1><caption>表一</caption><tr><td rowspan=2>部门<td colspan=2>人数<td>备注"
        "<tr><td>男<td>女<td></td></tr><tr><td rowspan=9>合计<td colspan=0>三<td colspan=x>四</table>"
    )
    table = document.blocks[1]
    assert isinstance(table, Table)
    assert [(c.row, c.column, c.rows, c.columns) for c in table.cells] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (0, 3, 1, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (1, 3, 1, 1),
        (2, 0, 1, 1),
        (2, 1, 1, 1),
        (2, 2, 1, 1),
    ]
    assert lines(document) == ["表一", "部门 | 人数 | 备注", "男 | 女 | ", "合计 | 三 | 四"]
    assert document.text[table.start : table.end] == "部门\t人数\t备注\n男\t女\t\n合计\t三\t四"


def test_a_table_that_arranges_the_page_is_no_table() -> None:
    inner = "<table border=1><tr><td>部门<td>财务部<tr><td>编号<td>7</table>"
    assert lines(load(f"<table><tr><td>左边<td><p>右边</p>{inner}</td></tr></table>")) == [
        "左边",
        "右边",
        "部门 | 财务部",
        "编号 | 7",
    ]
    assert lines(load("<table><tr><td>甲<tr><td>乙</table>")) == ["甲", "乙"]


def test_markers_in_elements_of_their_own_are_those_of_the_next_line() -> None:
    items = "<div class=b><div class=m>•</div><div>按时点灯</div></div><div class=b><div class=m>2.</div><div>记录能见度</div></div>"
    assert lines(load(f"<p>岗位职责</p>{items}<div>▾</div><div>任职要求</div>")) == [
        "岗位职责",
        "<•>按时点灯",
        "<2.>记录能见度",
        "任职要求",
    ]


def test_lines_of_the_source_that_begin_with_markers_are_lines() -> None:
    assert lines(load("<div>工作内容：\n1、按时点灯；\n2、记录\n能见度。</div>")) == [
        "工作内容：",
        "1、按时点灯；",
        "2、记录",
        "能见度。",
    ]
    assert lines(load("<div>值班时\n1.5米以下不开灯，\n照常记录。</div>")) == ["值班时 1.5米以下不开灯，照常记录。"]


def test_tabs_of_facts_beside_those_of_sections_head_what_they_show() -> None:
    tabs = "".join(
        f"<div role=tab aria-controls=p{i}>{name}</div>" for i, name in enumerate(("岗位职责", "任职要求", "工作地点"))
    )
    texts = ("1、按时点灯，记录能见度；", "1、持有船员证，会修发电机；", "舟山嵊泗")
    panes = "".join(
        f"<div role=tabpanel id=p{i} style='display:none'><p>{text}</p></div>" for i, text in enumerate(texts)
    )
    assert lines(load(f"<h1>灯塔看守员</h1><div role=tablist class=tabs>{tabs}</div><div>{panes}</div>")) == [
        "灯塔看守员",
        "岗位职责",
        texts[0],
        "任职要求",
        texts[1],
        "工作地点",
        texts[2],
    ]


@pytest.mark.parametrize(
    ("block", "inline"), [("view", "text"), ("uni-view", "uni-text"), ("taro-view-core", "taro-text-core")]
)
def test_elements_of_small_programs(block: str, inline: str) -> None:
    page = f"<{block}><{inline}>工作地点</{inline}><{inline}>舟山</{inline}></{block}><{block}>岗位职责</{block}><{block}>1、按时点灯</{block}>"
    assert lines(load(page))[-2:] == ["岗位职责", "1、按时点灯"]
    assert lines(load(page))[0].startswith("工作地点")


DUTIES = "<p>岗位职责：</p><p>1、编程；</p><p>2、检修灯具。</p>"


@pytest.mark.parametrize("tag", ["b", "em", "span", "i"])
def test_words_in_elements_side_by_side_are_words(tag: str) -> None:
    facts = "".join(f"<{tag}>{word}</{tag}>" for word in ("2人", "大专", "杭州"))
    assert lines(load(f"<h1>灯光师</h1><div class=facts>{facts}</div>{DUTIES}"))[1] == "2人 大专 杭州"


def test_pieces_of_a_word_are_none() -> None:
    assert lines(load("<p>岗位<b>职</b><b>责</b>：</p><p>1、编程；</p>"))[0] == "岗位职责："


def test_facts_beside_the_name_in_a_summary() -> None:
    head = "<summary><strong>灯光师</strong><span>2人</span><span>大专</span></summary>"
    assert lines(load(f"<details>{head}{DUTIES}</details>"))[0] == "灯光师 2人 大专"


@pytest.mark.parametrize("badge", ["急", "热招", "NEW"])
def test_a_badge_behind_a_name_is_no_part_of_it(badge: str) -> None:
    page = f"<meta charset=utf-8><h1>灯光师<i>{badge}</i></h1>{DUTIES}"
    assert jdparse.parse(page.encode(), "x.html").data["jobs"][0]["title"] == "灯光师"


def test_a_fine_line_below_a_picture_is_its_caption() -> None:
    fine = "<p style='text-align: center;font-size: 12px'>剧场的灯桥</p>"
    assert removed(load(f"<h1>灯光师</h1>{DUTIES}<p><img src=a.jpg></p>{fine}")) == {"page_metadata": ["剧场的灯桥"]}
    assert lines(load(f"<h1>灯光师</h1>{DUTIES}{fine}"))[-1] == "剧场的灯桥"


def test_a_table_of_markdown_that_a_page_shows_as_written() -> None:
    rows = "".join(f"<p>{row}</p>" for row in ("| 项目 | 内容 |", "| -- | -- |", "| 学历 | 大专 |", "| 人数 | 2人 |"))
    assert lines(load(f"<h1>灯光师</h1>{rows}{DUTIES}"))[1:4] == ["项目 | 内容", "学历 | 大专", "人数 | 2人"]


def test_headings_of_slides_are_page_numbers() -> None:
    page = f"<meta charset=utf-8><p>幻灯片1</p><p>灯光师岗位说明书</p><p>幻灯片2</p>{DUTIES}<p>幻灯片3</p><p>任职要求：</p><p>1、会爬高；</p>"
    found = jdparse.parse(page.encode(), "x.html").data
    assert [(gone["reason"], gone["text"]) for gone in found["removed"]] == [
        ("page_number", f"幻灯片{number}") for number in (1, 2, 3)
    ]
