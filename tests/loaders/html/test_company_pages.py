"""Pages of vacancies as small companies' own sites have them: names in a list beside the texts, cards, classes instead of headings."""

from typing import Any

import jdparse
from tests.stages import tasks


def jobs(body: str) -> tuple[list[dict[str, Any]], str]:
    """The jobs of a page, and all that was removed."""
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>加入我们</title></head><body>{body}</body></html>"
    found = jdparse.parse(page.encode(), "x.html").record.model_dump(mode="json")
    return found["jobs"], "\n".join(line["text"] for line in found["removed"])


def asked(job: dict[str, Any]) -> list[str]:
    asked_for: list[str] = job["requirements"]["general"]
    return asked_for


def panel(duty: str, asks: str) -> str:
    return f"<p>岗位职责：</p><p>1、{duty}；</p><p>任职要求：</p><p>1、{asks}；</p>"


TWO = (panel("照看菌棚，记录温湿度", "能上早班"), panel("洽谈商超，跟进回款", "会开车"))


def test_the_names_in_a_list_head_the_blocks_that_they_lead_to() -> None:
    names = '<ul><li><a href="#a1">菌棚管理员</a></li><li><a href="#a2">渠道</a></li></ul>'
    blocks = "".join(f'<div id="a{n}" class=box>{text}</div>' for n, text in enumerate(TWO, 1))
    found, _ = jobs(f"<h2>招贤纳士</h2><div class=left>{names}</div><div class=right>{blocks}</div>")
    assert [job["title"] for job in found] == ["菌棚管理员", "渠道"]
    assert [asked(job) for job in found] == [["能上早班"], ["会开车"]]


def test_long_lists_of_plain_links_lead_to_blocks_too() -> None:
    names = [f"{kind}管理员" for kind in "甲乙丙丁戊己庚辛"]
    links = "".join(f'<li><a href="#j{n}">{name}</a></li>' for n, name in enumerate(names))
    blocks = "".join(f"<div id=j{n}>{panel(f'管{n}号棚', '会记账')}</div>" for n in range(len(names)))
    found, _ = jobs(f"<ul>{links}</ul><div>{blocks}</div>")
    assert [job["title"] for job in found] == names


def test_names_without_addresses_head_as_many_blocks_by_their_place() -> None:
    names = "<ul class=nl><li class=on><a href='##'>菌棚管理员</a></li><li><a href='##'>渠道销售员</a></li></ul>"
    blocks = "".join(
        f'<div class="info i{n}"{hidden}>{text}</div>'
        for (n, text), hidden in zip(enumerate(TWO), ("", " style='display:none'"), strict=True)
    )
    found, _ = jobs(
        f"<div class=w><div class=n>{names}</div><div class=arrow><i></i></div></div><div class=txt>{blocks}</div>"
    )
    assert [job["title"] for job in found] == ["菌棚管理员", "渠道销售员"]
    assert [tasks(job) for job in found] == [["照看菌棚，记录温湿度"], ["洽谈商超，跟进回款"]]


def test_a_contents_list_moves_no_heading() -> None:
    names = '<ul><li><a href="#a1">菌棚管理员</a></li><li><a href="#a2">渠道销售员</a></li></ul>'
    found, _ = jobs(
        names
        + "".join(
            f"<h3 id=a{n}>{name}</h3>{text}"
            for n, (name, text) in enumerate(zip(("菌棚管理员", "渠道销售员"), TWO, strict=True), 1)
        )
    )
    assert [job["title"] for job in found] == ["菌棚管理员", "渠道销售员"]


def test_the_head_of_a_card_is_no_foot_of_the_page() -> None:
    cards = "".join(
        f"<div class=w><div class=ft_12>{name}：</div><div class=ft_13>2021-03-0{n}</div><div class=ft_14>{text}</div></div>"
        for n, (name, text) in enumerate(zip(("质检总监（可入股）", "仓管员"), TWO, strict=True), 1)
    )
    found, gone = jobs(f"{cards}<div class=footer>版权所有 某ICP备1号</div>")
    assert [job["title"] for job in found] == ["质检总监（可入股）", "仓管员"]
    assert "2021-03-01" in gone


def test_a_bar_with_a_name_a_badge_and_a_day_names_the_job() -> None:
    cards = "".join(
        f"<li><div class=topbar><div>{name}</div><div>new!</div><div class=date>2020-05-01</div></div><div>工作地点：南屏<br>岗位职责：<br>{duty}<br>任职要求；<br>1、{asks}；</div></li>"
        for name, duty, asks in (("晾晒工", "翻晒陈皮。", "不怕晒"), ("品鉴师", "审评茶样。", "味觉灵敏"))
    )
    found, gone = jobs(f"<ul>{cards}</ul>")
    assert [job["title"] for job in found] == ["晾晒工", "品鉴师"]
    assert [asked(job) for job in found] == [["不怕晒"], ["味觉灵敏"]]
    assert "new!" in gone


def test_a_class_says_that_a_line_is_a_title() -> None:
    blocks = "".join(
        f"<p class=about_headline>{name}</p>" + "".join(f"<p class=about_para>{line}</p>" for line in lines)
        for name, lines in (
            (
                "布展",
                (
                    "一、岗位职责：",
                    "1、按图纸搭建展台，核对物料清单与灯位图",
                    "二、任职要求：",
                    "1、能适应出差，会看施工图，身体健康，吃苦耐劳",
                ),
            ),
            (
                "讲解",
                (
                    "一、岗位职责：",
                    "1、为参观团队讲解展品，回答观众提问；",
                    "二、任职要求：",
                    "1、普通话标准，声音清晰，举止得体。",
                ),
            ),
        )
    )
    found, _ = jobs(blocks)
    assert [job["title"] for job in found] == ["布展", "讲解"]
    assert asked(found[0]) == ["能适应出差，会看施工图，身体健康，吃苦耐劳"]


def test_a_term_heads_a_list_below_it() -> None:
    terms = "".join(
        f"<dl><dt>{name}</dt><dd><ul><li>任职要求：</li><li>1、{asks}；</li><li>2、能住宿。</li></ul></dd></dl>"
        for name, asks in (("高薪门店顾问+双休", "口齿清楚"), ("果蔬采购+提成高", "会看品相"))
    )
    found, _ = jobs(terms)
    assert [asked(job)[0] for job in found] == ["口齿清楚", "会看品相"]


def test_controls_that_come_again_are_none_of_the_jobs() -> None:
    cards = "".join(
        f"<li><h4>{name}</h4><div>岗位职责</div><p>1.{duty}；</p><p>2.写日报。</p><div><span>了解详情</span></div></li>"
        for name, duty in (("配载员", "安排车次"), ("理货员", "核对货签"))
    )
    found, gone = jobs(f"<ul>{cards}</ul>")
    assert [tasks(job) for job in found] == [["安排车次", "写日报"], ["核对货签", "写日报"]]
    assert gone.count("了解详情") == 2


def test_lists_that_the_author_numbered_have_no_numbers_of_their_own() -> None:
    lists = "<ol><li>岗位职责：</li><li>1.修剪绿篱</li><li>2.防治虫害</li></ol><ol><li>任职要求：</li><li>1.识得常见花木</li></ol>"
    (job,), _ = jobs(f"<h3>绿化工</h3>{lists}")
    assert tasks(job) == ["修剪绿篱", "防治虫害"]
    assert asked(job) == ["识得常见花木"]


def test_a_path_of_one_step_is_no_title() -> None:
    (job,), gone = jobs(
        "<div><a href=/z>招聘职位</a>&nbsp;>&nbsp;会计</div><h3>会计</h3><p>工作地点：南屏</p><p>招聘人数：1人</p><p>职位描述：</p><p>1.记账报税；</p>"
    )
    assert job["title"] == "会计"
    assert "招聘职位" in gone


def test_the_title_of_a_page_of_one_job_stands_below_that_of_the_site() -> None:
    (job,), _ = jobs(
        "<p>人才招聘</p><p>SOCIAL RECRUITMENT</p><h2>腌制经理</h2><p>职位月薪：</p><p>工作地点：南屏</p><h3>职位描述</h3><h4>岗位职责：</h4><p>1、管腌池；</p><h4>任职资格：</h4><p>1、懂发酵；</p>"
    )
    assert job["title"] == "腌制经理"
    assert job["blank_fields"] == ["compensation.salary"]


def test_jobs_without_names_are_still_several() -> None:
    found, _ = jobs("".join(f"<div>{text}</div>" for text in TWO))
    assert [job["title"] for job in found] == [None, None]
    assert [asked(job) for job in found] == [["能上早班"], ["会开车"]]


def test_a_factory_offer_without_a_name_is_a_job() -> None:
    (job,), _ = jobs(
        "<h2>南屏精密注塑有限公司</h2><p>工资：4000-5200元/月</p><p>性别要求：不限</p><p>招聘人数：60人</p><h4>职位描述</h4><p>要求</p><p>1、年龄：年满18周岁；</p><p>2、学历：初中以上。</p>"
    )
    assert job["headcount"] == "60人"
    assert job["requirements"]["age"] == ["年满18周岁"]


def test_a_manual_that_has_the_labels_is_no_job() -> None:
    page = (
        "<p>职位名称：为了不影响效果，所填的名称审核通过后不能修改，建议填写准确、简短的名称，便于搜索和推荐</p>"
        "<p>职位描述：可点击“生成”按钮，系统会给出文字</p><p>任职要求：此项默认为不限，可点击右侧修改</p><p>薪资：鼠标移入后可查看建议范围，请按需选择</p>"
        "<p>为什么不能发布职位？您好，请先检查账号是否认证。</p>"
    )
    found, _ = jobs(page)
    assert found == []


def test_numbers_count_the_jobs() -> None:
    texts = ("蒸粮拌曲", "看温出酒", "洗窖封窖")
    lists = "".join(f"<p>{n}、{text}；</p>" for n, text in enumerate(texts * 2, 1))
    found, _ = jobs(
        "".join(
            f"<p>{n} {name}</p><p>岗位职责：</p>{lists}<p>任职要求：</p>{lists}"
            for n, name in enumerate(("酿酒师", "窖池工", "勾调师"), 1)
        )
    )
    assert [job["title"] for job in found] == ["酿酒师", "窖池工", "勾调师"]


def test_controls_on_one_line_and_signs_of_a_forum_are_furniture() -> None:
    controls = (
        "<p>申请该职位 放入收藏夹</p><p>申请职位 在线聊聊 查看电话</p><p>微信扫一扫，面试不迷路</p><p>导航过去</p>"
    )
    edited = "<p>本帖最后由 青石板 于 2019-5-12 08:30 编辑</p>"
    (job,), removed = jobs(f"<h2>封边机操作工</h2>{edited}{TWO[0]}{controls}<p>其他热招</p>")
    assert (job["title"], tasks(job), asked(job)) == ("封边机操作工", ["照看菌棚，记录温湿度"], ["能上早班"])
    assert not job["extra_sections"]
    for text in ("放入收藏夹", "在线聊聊", "面试不迷路", "导航过去", "本帖最后由", "其他热招"):
        assert text in removed


def test_bold_text_beside_a_known_label_is_its_value() -> None:
    facts = "<p><em>招聘人数</em><b>80人</b></p><p><em>工作地点</em><b>麻岭县凤栖园</b></p>"
    (job,), _ = jobs(f"<h2>缝盘工</h2>{facts}{TWO[0]}")
    assert (job["headcount"], job["location"]) == ("80人", "麻岭县凤栖园")


def test_the_place_beside_a_name_is_no_name() -> None:
    def card(name: str, place: str, count: str, work: str, asked: str) -> str:
        facts = f"<dl><dt>招聘人数</dt><dd>{count}</dd><dt>学历</dt><dd>本科</dd></dl>"
        texts = f"<div><strong>你将负责</strong><p>{work}</p></div><div><strong>我们希望</strong><p>{asked}</p></div>"
        return f"<article><header><h3>{name}</h3><span>{place}</span></header>{facts}{texts}</article>"

    cards = card("测绘工程师", "武汉 / 成都", "8", "外业控制测量；", "能适应出差。") + card(
        "GIS开发工程师", "武汉", "5", "三维平台开发；", "熟悉PostGIS。"
    )
    found, _ = jobs(f"<h1>2025届校园招聘</h1>{cards}")
    assert [(job["title"], job["location"], job["headcount"]) for job in found] == [
        ("测绘工程师", "武汉 / 成都", "8"),
        ("GIS开发工程师", "武汉", "5"),
    ]


def test_names_counted_below_the_duties_of_a_departments_staff() -> None:
    text = "<h3>药剂科工作人员职责</h3><p>一、药剂科主任（负责人）<p>1、拟订采购计划。<p>2、检查毒麻药品。<p>二、调剂药师<p>1、核对处方。<p>2、交代用法。"
    assert [job["title"] for job in jobs(text)[0]] == ["药剂科主任（负责人）", "调剂药师"]


def test_plants_in_brackets_over_the_jobs_of_an_agency() -> None:
    def post(plant: str, name: str, pay: str, place: str) -> str:
        return f"<b>【{plant}】</b><br>岗位：{name} 年龄：18-42岁<br>工资：{pay}<br>要求：身体健康<br>厂址：{place}<br><br>"

    page = post("电子厂", "普工", "5500元/月", "昆山") + post("物流园", "分拣员", "180元/天", "花桥")
    found, _ = jobs(f"<b>3月最新招聘</b><hr>{page}")
    assert [(job["title"], job["department"]) for job in found] == [("普工", "电子厂"), ("分拣员", "物流园")]


def test_posts_with_a_bar_before_the_count_in_an_article() -> None:
    def box(head: str, *lines: str) -> str:
        return f"<section><p><span>{head}</span></p></section><section>{''.join(f'<p>{line}</p>' for line in lines)}</section>"

    text = box("01 营地管家｜4人", "▫️ 接待客人办理入住", "▫️ 组织篝火活动", "💰 5-7K，包食宿") + box(
        "02 户外厨师｜1人", "▫️ 烧烤出品", "▫️ 三年以上厨房经验", "💰 8-10K"
    )
    found, _ = jobs(f"<h1>【招聘】山野露营基地招人了！</h1>{text}")
    assert [(job["title"], job["headcount"], job["compensation"]) for job in found] == [
        ("营地管家", "4人", {"salary": ["5-7K，包食宿"], "benefits": []}),
        ("户外厨师", "1人", {"salary": ["8-10K"], "benefits": []}),
    ]
