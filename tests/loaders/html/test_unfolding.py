"""Pages that fold their text away: heads of accordions, tabs, hidden sections, and what is shown but in part."""

import pytest

import jdparse
from tests.loaders.html.pages import lines, load

SECTIONS = (
    ("岗位职责", ("1、检查缆车钢索与抱索器；", "2、填写运行日志。")),
    ("任职要求", ("1、持有索道作业证；", "2、能适应高山气候。")),
    ("福利待遇", ("1、食宿全包；", "2、每年体检一次。")),
)
SHOWN = [line for name, items in SECTIONS for line in (name, *items)]


def _body(items: tuple[str, ...]) -> str:
    return "".join(f"<p>{item}</p>" for item in items)


@pytest.mark.parametrize(
    "section",
    [
        "<section><button aria-expanded=true class=head><h2>{name}</h2><i class=icon></i></button><div>{body}</div></section>",
        "<div><button class=q aria-expanded=false aria-controls=p>{name}</button><div id=p hidden>{body}</div></div>",
        "<div><button class=toggle>{name} <span>+</span></button><div class=con style='display:none'>{body}</div></div>",
        "<div><button class=accordion-head aria-expanded=true>{name}</button><div>{body}</div></div>",
        "<div><div role=tab><b role=button>{name}</b></div><div role=tabpanel style='display:none'><div>{body}</div></div></div>",
        "<h3><a href='javascript:;' class=btn>{name}</a></h3><div>{body}</div>",
        "<details><summary>{name}</summary>{body}</details>",
        "<div class=el-collapse-item><div role=button class=el-collapse-item__header>{name}</div><div class=el-collapse-item__wrap>{body}</div></div>",
        "<div class=van-collapse-item><div role=tab class=van-collapse-head>{name}</div><div>{body}</div></div>",
        "<h2 class='anchor anchorWithStickyNavbar_a1'>{name}<a class=hash-link href='#s'>#</a></h2>{body}",
        "<h2>{name}<a class=headerlink href='#s'>¶</a></h2>{body}",
    ],
)
def test_the_head_of_a_folded_section_stands_over_it(section: str) -> None:
    page = load("<h1>索道运行工</h1>" + "".join(section.format(name=n, body=_body(items)) for n, items in SECTIONS))
    assert lines(page) == ["索道运行工", *SHOWN]


@pytest.mark.parametrize(
    "button",
    [
        "<button>投递简历</button><p>登录后可以投递，每日至多十次。</p>",
        "<button aria-expanded=false class=collapse-btn>展开全部</button><div>其余内容请在客户端查看。</div>",
        "<div><button>工作经验</button><button>薪资范围</button></div>",
        "<button aria-expanded=false aria-haspopup=true>产品中心</button><div><a href=/a>缆车</a></div>",
    ],
)
def test_other_buttons_are_no_text(button: str) -> None:
    shown = lines(load(f"<h1>索道运行工</h1><h3>岗位职责</h3>{_body(SECTIONS[0][1])}{button}"))
    assert "".join(shown).find(button.partition("<button")[2].partition(">")[2].partition("<")[0]) < 0


def test_a_button_with_a_jobs_name_heads_what_it_unfolds() -> None:
    def job(name: str) -> str:
        text = "".join(f"<h4>{section}</h4>{_body(items)}" for section, items in SECTIONS)
        return f"<button class=row aria-expanded=false><span class=n>{name}</span><span class=p>黄山</span></button><div hidden>{text}</div>"

    page = load("<h2>招聘岗位</h2>" + job("索道运行工") + job("雪道安全员"))
    assert lines(page) == ["招聘岗位", "索道运行工 黄山", *SHOWN, "雪道安全员 黄山", *SHOWN]


STRIPS = (
    # ids, as Bootstrap and the ARIA pattern have them
    "<ul class='nav nav-tabs'>{0}</ul><div class=tab-content>{1}</div>",
    "<div class=tabs><div role=tablist>{0}</div>{1}</div>",
)


@pytest.mark.parametrize(
    ("strip", "tab", "panel"),
    [
        (STRIPS[0], "<li><a href=#p{0} data-toggle=tab>{1}</a></li>", "<div class='tab-pane {2}' id=p{0}>{3}</div>"),
        (
            STRIPS[1],
            "<button role=tab id=t{0}>{1}</button>",
            "<div role=tabpanel aria-labelledby=t{0} {4}>{3}</div>",
        ),
        (STRIPS[1], "<div role=tab class=tab><b>{1}</b></div>", "<div role=tabpanel class='pane {2}' {4}>{3}</div>"),
        (
            "<div class=tab-hd>{0}</div>{1}",
            "<span>{1}</span>",
            "<div class='tab-bd {2}' {4}>{3}</div>",
        ),
    ],
)
def test_the_name_of_a_tab_heads_what_it_shows(strip: str, tab: str, panel: str) -> None:
    tabs, panels = "", ""
    for index, (name, items) in enumerate(SECTIONS):
        tabs += tab.format(index, name)
        hidden = "style='display:none'" if index else ""
        panels += panel.format(index, name, "" if index else "active", _body(items), hidden)
    assert lines(load(f"<h1>索道运行工</h1>{strip.format(tabs, panels)}")) == ["索道运行工", *SHOWN]


def test_the_end_of_a_heading_is_no_sign() -> None:
    assert lines(load("<h2>工程师 C++</h2><h2>任职要求 ▾</h2>")) == ["工程师 C++", "任职要求"]


def test_tabs_of_a_site_stay_where_they_are() -> None:
    page = load(
        "<ul class=tabbar><li><a href=#a>首页</a></li><li><a href=#b>我的</a></li></ul><div id=a><p>欢迎来到云海索道。</p></div>"
        f"<div id=b hidden><p>请先登录再查看投递记录。</p></div><h1>索道运行工</h1><h3>岗位职责</h3>{_body(SECTIONS[0][1])}"
    )
    assert "请先登录再查看投递记录。" not in page.text
    assert "首页\n欢迎" not in page.text


WHOLE = (
    "岗位职责：",
    "1、检查缆车钢索与抱索器，每班填写运行日志；",
    "2、引导游客上下车；",
    "任职要求：",
    "1、持有索道作业证；",
)
CUT = (*WHOLE[:2], "2、引导游客…")


@pytest.mark.parametrize("cut", [CUT, WHOLE[:3]])
def test_a_text_that_is_cut_off_gives_way_to_the_hidden_whole(cut: tuple[str, ...]) -> None:
    page = load(
        f"<h1>索道运行工</h1><div class=short>{_body(cut)}</div><div class=full style='display:none'>{_body(WHOLE)}</div><p>工作地点：黄山</p>"
    )
    assert lines(page) == ["索道运行工", *WHOLE, "工作地点：黄山"]


@pytest.mark.parametrize("cut", [CUT, WHOLE[:3]])
@pytest.mark.parametrize("between", ["\\n", "<br>"])
def test_a_text_that_is_cut_off_gives_way_to_the_posting(cut: tuple[str, ...], between: str) -> None:
    data = f'{{"@type":"JobPosting","title":"索道运行工","description":"{between.join(WHOLE)}"}}'
    page = load(
        f"<h1>索道运行工</h1><div>{_body(cut)}</div><p>工作地点：黄山</p>",
        head=f"<script type='application/ld+json'>{data}</script>",
    )
    assert lines(page) == ["索道运行工", *WHOLE, "工作地点：黄山"]


@pytest.mark.parametrize(
    "description",
    [
        "".join(WHOLE),  # the same text
        "".join(WHOLE)[:30] + "...",  # which the data have but in part
        "云海索道诚聘索道运行工，五险一金，快来加入我们！",  # another text
    ],
)
def test_a_text_that_is_whole_stays_as_it_is(description: str) -> None:
    data = f'{{"@type":"JobPosting","title":"索道运行工","description":"{description}"}}'
    page = load(f"<h1>索道运行工</h1>{_body(WHOLE)}", head=f"<script type='application/ld+json'>{data}</script>")
    assert lines(page) == ["索道运行工", *WHOLE]


def test_a_whole_text_ends_up_in_the_record() -> None:
    data = f'{{"@type":"JobPosting","title":"索道运行工","description":"{"<br>".join(WHOLE)}"}}'
    body = f"<h1>索道运行工</h1><h2>职位描述</h2>{_body(CUT)}<p>登录后查看完整描述</p>"
    (job,) = jdparse.parse(
        f"<meta charset=utf-8><script type='application/ld+json'>{data}</script>{body}".encode(), "x.html"
    ).record.jobs
    assert [duty.tasks for duty in job.duties] == [("检查缆车钢索与抱索器，每班填写运行日志", "引导游客上下车")]
    assert job.requirements.general == ("持有索道作业证",)
