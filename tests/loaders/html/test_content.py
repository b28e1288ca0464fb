"""What is content of a page, what is furniture and why, and what the page says of itself."""

import json

import pytest

from jdparse.pipeline import parse
from tests.loaders.html.pages import lines, load, removed

JOB = "<h1>灯塔看守员</h1><p>岗位职责：</p><p>1、按时点灯，记录能见度；</p><p>2、维护发电机；</p><p>任职要求：</p><p>1、持有船员证；</p>"
SHOWN = ["灯塔看守员", "岗位职责：", "1、按时点灯，记录能见度；", "2、维护发电机；", "任职要求：", "1、持有船员证；"]
LINKS = "".join(
    f"<li><a href=/{i}>{name}岗位职责</a></li>" for i, name in enumerate(("渡轮水手", "码头调度", "船坞焊工", "验船师"))
)


@pytest.mark.parametrize(
    ("furniture", "reason"),
    [
        (f"<nav><ul>{LINKS}</ul></nav>", "navigation"),
        ("<div class=weizhi>当前位置：<a href=/>首页</a> &gt; <a href=/a>招聘</a></div>", "navigation"),
        (f"<div class=sidebar><h3>热门文章</h3><ul>{LINKS}</ul></div>", "related_links"),
        (f"<div class=x9><h3>相关文章</h3><ul>{LINKS}</ul></div>", "related_links"),
        (f"<p>【灯塔看守员】相关文章：</p><ul>{LINKS}</ul>", "related_links"),
        (f"<div class=box>{LINKS.replace('li', 'p')}</div>", "related_links"),
        ("<div id=comments><ol><li>路人：请问任职要求能放宽吗？我有三年经验，会修发电机。</ol></div>", "comments"),
        ("<div class='site-footer'><p>本站文章均来自投稿，版权归原作者所有，侵权请联系。</p></div>", "header_footer"),
        ("<div class=bdsharebuttonbox><a href=#>分享到：</a><a href=#>微博</a></div>", "download_prompt"),
        ("<div class=info>发布时间：2021-03-04 编辑：小舟 浏览：35次</div>", "page_metadata"),
        ("<div class=in-ad><span>广告</span><a href=x>航海日志软件，一键生成</a></div>", "site_notice"),
        ("<figure><img><figcaption>灯塔一角，摄于去年冬天</figcaption></figure>", "page_metadata"),
        ("<p><a href=x>立即下载</a></p>", "download_prompt"),
        ("<p><a href=x>+ 关注</a></p>", "navigation"),
        ("<p><a href=x>我要推荐（成功奖励5000元起）</a></p>", "navigation"),
        (
            "<div class=filter><div><label>灯塔类别</label><span class=on>全部</span><span class=a>沿海</span><span class=a>内河</span></div></div>",
            "navigation",
        ),
        (
            "<div class='x-tabs tablist'><div class=x-tab>灯塔详情</div><div class=x-tab>常见问题</div></div>",
            "navigation",
        ),
        (
            "<div class=s8><h3>版权提示</h3><p>1、文档由用户上传，本站仅提供存储空间；</p><p>2、付费后不支持退款。</p></div>",
            "site_notice",
        ),
        (
            "<section><h2>Apply for this job</h2><p>* indicates a required field</p><p>您的期望薪资？</p></section>",
            "site_notice",
        ),
        ("<div class=card><div>港口物流 · 100-299人 · 已认证</div></div>", "page_metadata"),
        ("<div class=hr><p>韦站长今天回复过</p><p>打电话</p></div>", "page_metadata"),
        (
            "<div class=s7><h4>灯台网安全提示</h4><p>灯台网严禁用人单位扣押求职者证件、收取求职者财物。</p></div>",
            "site_notice",
        ),
        (
            "<div class=box><div>6 条回复 • 2024-11-05 23:04</div><div>请问应届生考虑吗？我有船员证，会修发电机。</div></div>",
            "comments",
        ),
        (
            "<div class=top><ul><li>首页</li><li>新闻中心</li><li>产品展示</li><li>薪酬福利</li><li>人才招聘</li></ul></div>",
            "navigation",
        ),
        (f"<div class=x8><h3>相关职位 You might also like</h3><ul>{LINKS}</ul></div>", "related_links"),
        ("<div class=m7><b>海平航标有限公司</b> <span>20-99人 · 航运</span></div>", "page_metadata"),
        ("<div class=m8><b>宋女士</b> <span>招聘经理 · 今日回复20+次</span></div>", "page_metadata"),
        ("<div class=cookie-consent>我们用Cookie记住您的选择。<a href=x>了解更多</a></div>", "site_notice"),
        (
            "<div class=box><h3>工商信息</h3><ul class=info><li>成立日期2016-04-12</li><li>经营状态存续</li><li>注册资金2000万</li></ul></div>",
            "page_metadata",
        ),
    ],
)
def test_furniture_is_dropped_with_its_reason(furniture: str, reason: str) -> None:
    for body in (f"<div class=main>{JOB}{furniture}</div>", f"<div class=main>{JOB}</div>{furniture}"):
        document = load(body)
        assert lines(document) == SHOWN
        assert list(removed(document)) == [reason]
        assert all(
            document.text.count(line.partition(">")[2] or line) == 1
            for line in removed(document)[reason]
            if len(line) > 6
        )


@pytest.mark.parametrize("names", ["sidebar", "comment", "footer", "nav fixed", "ad", "info", "job-right tips"])
def test_names_do_not_drop_the_job_itself(names: str) -> None:
    assert lines(load(f"<div class=top><a href=/>首页</a></div><div class='{names}'>{JOB}</div>")) == SHOWN


def test_the_short_cells_of_a_form_are_content() -> None:
    form = (
        "<table class=list border=1><tr><td>岗位名称<td>潜水员<td>编号<td>无<tr><td>部门<td>工程部<td>定员<td>2</table>"
    )
    body = (
        f"<div class=nav><a href=/>首页</a></div><div class=page>{form}<table border=1><tr><td>性别<td>男</table></div>"
    )
    assert lines(load(body)) == ["岗位名称 | 潜水员 | 编号 | 无", "部门 | 工程部 | 定员 | 2", "性别 | 男"]


def test_the_value_below_a_bare_label_stays_whatever_its_element_is_called() -> None:
    address = "<h3>工作地址</h3><div class=location><p>舟山市定海区灯塔路1号</p></div>"
    assert lines(load(f"{JOB}{address}")) == [*SHOWN, "工作地址", "舟山市定海区灯塔路1号"]


def test_a_label_with_a_link_for_its_value_stays() -> None:
    assert lines(load(f"{JOB}<p class=fp>职能类别：<a href=/f>灯塔维护</a></p>")) == [*SHOWN, "职能类别：灯塔维护"]
    choices = "<div class=box><p>工作地点：<a href=/a>舟山</a> <a href=/b>大连</a> <a href=/c>青岛</a> <a href=/d>连云港</a></p></div>"
    assert lines(load(f"{JOB}{choices}")) == SHOWN


def test_the_answers_in_a_thread_are_comments() -> None:
    writer = "<div class=author>海鸥<br>注册会员</div>"
    answer = f"<div class=post>{writer}<div class=text>请问任职要求里的证过期了行吗？</div></div>"
    document = load(f"<div class=post>{writer}<div class=text>{JOB}</div></div>{answer}{answer}")
    assert lines(document) == SHOWN
    assert removed(document)["page_metadata"] == ["海鸥", "注册会员"]
    assert len(removed(document)["comments"]) == 6


def test_what_a_board_says_of_a_job_in_a_word_stays_beside_a_date() -> None:
    body = f"<h1>灯塔看守员</h1><div class=labels>舟山 全职 发布于 2024-06-01</div>{JOB.partition('</h1>')[2]}"
    assert lines(load(body))[:2] == ["灯塔看守员", "舟山 全职 发布于 2024-06-01"]


def test_the_title_in_a_header_of_the_content_stays() -> None:
    body = f"<header class=entry-header><h1>招聘灯塔看守员</h1><div class=entry-meta>发布于 2020-01-02 由 渔歌</div></header>{JOB}"
    document = load(body)
    assert lines(document)[0] == "招聘灯塔看守员"
    assert removed(document) == {"page_metadata": ["发布于 2020-01-02 由 渔歌"]}


def test_links_in_sentences_are_content() -> None:
    body = "<div class=wz><p>我们招聘<a href=1>灯塔看守员</a>，负责<a href=2>点灯</a>和维护，要求会修发电机。</p><p>简历发到<a href='mailto:x'>x@dengta.example</a></p></div>"
    assert len(lines(load(body))) == 2


def test_a_page_of_nothing_but_furniture_keeps_it() -> None:
    assert lines(load(f"<nav><ul>{LINKS}</ul></nav>"))


def test_kept_text_stands_before_dropped_text() -> None:
    document = load(f"<nav><a href=/>首页</a><a href=/b>关于</a></nav>{JOB}")
    assert document.text == "\n".join([*SHOWN, "首页 关于"])


def test_metadata_of_meta_tags_and_links() -> None:
    head = (
        "<title>灯塔看守员招聘_海岸人才网</title><meta property=og:site_name content=海岸人才网><meta name=PubDate content='2021-05-06 07:08'>"
        "<link rel=canonical href=https://haian.example/7.html>"
    )
    expected = {
        "title": "灯塔看守员招聘",
        "site": "海岸人才网",
        "published": "2021-05-06 07:08",
        "url": "https://haian.example/7.html",
    }
    assert load(JOB, head=head).metadata == expected


@pytest.mark.parametrize("title", ["岗位职责-采购", "A-B 测试工程师"])
def test_a_title_without_a_site_stays_whole_enough(title: str) -> None:
    assert load(JOB, head=f"<title>{title}</title>").metadata["title"]


POSTING = {"@context": "https://schema.org", "@type": "JobPosting", "title": "灯塔看守员", "datePosted": "2021-05-06"}


@pytest.mark.parametrize("data", [POSTING, [POSTING], {"@graph": [{"@type": "WebPage", "name": "x"}, POSTING]}])
def test_a_posting_in_structured_data_is_a_stream(data: object) -> None:
    document = load(JOB, head=f"<script type='application/ld+json'>{json.dumps(data)}</script>")
    assert removed(document) == {"job_posting": ["<title:>灯塔看守员"]}
    assert document.metadata["published"] == "2021-05-06"


def test_a_posting_in_microdata_is_a_stream() -> None:
    body = f"<div itemscope itemtype=https://schema.org/JobPosting><span itemprop=title>灯塔<b>看守员</b></span><meta itemprop=baseSalary content=5-6K>{JOB}</div>"
    assert removed(load(body)) == {"job_posting": ["<title:>灯塔看守员", "<baseSalary:>5-6K"]}


@pytest.mark.parametrize("script", ["{", "[" * 100_000, "null", '{"@graph": 3}', '"JobPosting"', '{"@type": {"a": 1}}'])
def test_broken_structured_data_is_ignored(script: str) -> None:
    assert "job_posting" not in removed(load(JOB, head=f"<script type=application/ld+json>{script}</script>"))


ANSWER = f"<div class=best>{JOB}</div>"


@pytest.mark.parametrize(
    "behind",
    [
        "<div class=a2><p>我们码头的看守从来不写记录。</p></div><div class=a2><p>楼上说得对，安全第一。</p></div>",
        "<div class=c8><div>渡轮水手</div><div>舟山 · 3天前</div></div><div class=c8><div>验船师</div><div>宁波 · 1周前</div></div>",
        "<div class=q1><div>成立于2009年</div><div>资本额：800万元</div><div>共有4个工作机会</div></div>",
        "<section><ul><li>简历筛选</li><li>面试</li><li>Offer</li></ul></section>",
    ],
)
def test_what_stands_behind_the_block_of_the_job_is_dropped(behind: str) -> None:
    """Other answers, similar jobs, facts of a board: nothing in their names or words tells them."""
    page = load(f"<div class=w><div class=v>{ANSWER}</div>{behind}</div>")
    assert lines(page) == SHOWN
    assert sum(map(len, removed(page).values())) == len(lines(load(behind)))


@pytest.mark.parametrize(
    "behind",
    [
        "<div class=k2><h3>公司简介</h3><p>海东航标有限公司管理沿海灯塔23座，职工160人。</p></div>",
        "<div class=k2><p>有意者请将简历发到邮箱 hb@haidong.example，或致电0580-5550101。</p></div>",
        "<div class=k2><p>工作地点：北鱼岛灯塔</p></div>",
        "<div class=k2><h3>我们提供</h3><ul><li>1、岛上宿舍，每季返乡一次；</li></ul></div>",
        "<p>以上岗位一经录用，签订三年合同。</p>",
    ],
)
def test_what_belongs_to_the_job_stays_though_it_stands_apart(behind: str) -> None:
    assert lines(load(f"<div class=w>{ANSWER}{behind}</div>")) == [*SHOWN, *lines(load(behind))]


def test_buttons_between_jobs_are_dropped() -> None:
    page = load(f"<div>{JOB}<p><a href=/apply>投递简历 »</a></p>{JOB}<p><a href=/apply>立即申请</a></p></div>")
    assert lines(page) == [*SHOWN, *SHOWN]


def test_a_bilingual_label_and_its_value_side_by_side_are_two_lines() -> None:
    cells = (("工作地点 / Location", "舟山"), ("招聘人数 / Openings", "2"))
    body = "".join(f"<div class=cell><label>{label}</label><span>{value}</span></div>" for label, value in cells)
    assert lines(load(body + JOB))[:4] == ["工作地点 / Location", "舟山", "招聘人数 / Openings", "2"]


@pytest.mark.parametrize(
    "card",
    [
        "<div><p>秦女士·店长</p><p>3日内活跃 · 回复率92%</p></div><div>在线聊</div>",
        "<div>林思远 | 招聘经理</div><div>刚刚活跃</div><div>立即沟通</div>",
    ],
)
def test_the_card_of_a_recruiter_is_furniture(card: str) -> None:
    page = load(f"<h1>灯塔看守员</h1>{card}{JOB.removeprefix('<h1>灯塔看守员</h1>')}")
    assert lines(page) == SHOWN
    assert len(removed(page)["page_metadata"]) == card.count("</p>") + card.count("</div>") - (card.count("<p>") > 0)


def test_persons_without_such_a_card_are_content() -> None:
    assert "孟先生·船长" in lines(load(f"{JOB}<p>联系人：</p><p>孟先生·船长</p>"))


@pytest.mark.parametrize("sign", ["▲ 退潮时的灯塔", "图/小舟", "图为值班室", "（图片来源：小舟）"])
def test_the_caption_of_a_picture_is_furniture(sign: str) -> None:
    page = load(f"{JOB}<p><img src=a></p><p>{sign}</p>")
    assert (lines(page), removed(page)) == (SHOWN, {"page_metadata": [sign]})


def test_a_sign_that_marks_items_is_no_caption() -> None:
    marked = "<p><img src=a></p><h3>加分项</h3><p>▲会修发电机</p><p>▲会操船</p>"
    assert lines(load(JOB + marked)) == [*SHOWN, "加分项", "▲会修发电机", "▲会操船"]


def test_a_form_of_prompts_alone_is_navigation() -> None:
    page = load(f"<form action=/s>部门：<select><option>航标处</option></select> 关键字：<input></form>{JOB}")
    assert (lines(page), removed(page)) == (SHOWN, {"navigation": ["部门： 关键字："]})
    filled = "<form><p>部门：航标处</p><p>关键字：</p></form>"
    assert lines(load(filled + JOB))[:2] == ["部门：航标处", "关键字："]


@pytest.mark.parametrize(
    "control", ["[<a href=/e>编辑</a>]", "<a>编辑</a><a>播报</a>", "<a href=#x>¶</a>", " [<a>编辑源代码</a>]"]
)
def test_the_links_behind_a_heading_are_no_part_of_it(control: str) -> None:
    assert lines(load(f"<h2>岗位职责{control}</h2><p>1、点灯；</p>")) == ["岗位职责", "1、点灯；"]


def test_a_heading_may_be_about_editing() -> None:
    jobs = "<h2>{}</h2><p>岗位职责：</p><ol><li>审读书稿并提出修改意见</li><li>联系作者和印刷厂</li></ol>"
    headings = "招聘编辑", "<a href=/e>图书编辑</a>", "编辑", "<a href=/f>编辑</a>"
    found = lines(load("".join(map(jobs.format, headings))))
    assert [text for text in found if text.endswith("编辑")] == ["招聘编辑", "图书编辑", "编辑", "编辑"]


def test_a_heading_that_ends_as_a_recruiters_name_is_a_job() -> None:
    found = lines(load("<h2>客户经理</h2><p>岗位职责：</p><ol><li>拜访商户</li><li>上门收集开户资料</li></ol>"))
    assert found[0] == "客户经理"


def test_a_menu_of_words_is_no_content() -> None:
    menu = "<ul class=site-menu><li>公司概况<li>航标服务<li>灯塔文化<li>加入我们</ul>"
    document = load(f"<div class=top>{menu}</div><div class=main>{JOB}</div>")
    assert lines(document) == SHOWN
    assert list(removed(document)) == ["navigation"]


def test_the_heads_of_jobs_with_labels_inside_are_content() -> None:
    head = "<div class=job-hd><span>{}</span> <span>招聘人数：2人</span> <span>工作地点：舟山</span> <span>2026-05-08</span></div>"
    body = "<div class=job-bd><h5>岗位职责</h5><p>1、按时点灯，记录能见度；</p><h5>任职要求</h5><p>1、持有船员证；</p></div>"
    jobs = parse(
        "".join(f"<div class=item>{head.format(name)}{body}</div>" for name in ("灯塔看守员", "航标工")).encode(),
        "a.html",
    ).record.jobs
    assert [(job.title, job.headcount, job.location) for job in jobs] == [
        ("灯塔看守员", "2人", "舟山"),
        ("航标工", "2人", "舟山"),
    ]


@pytest.mark.parametrize(
    ("page", "above", "title"),
    [
        ("灯器调试 - 北礁航标", "<div class=name>灯器调试</div><div>全职 | 学历不限 | 3-5年</div>", "灯器调试"),
        (
            "北礁航标招人",
            "<h1>应用工程师 Application Engineer (Optics)</h1>",
            "应用工程师 Application Engineer (Optics)",
        ),
        ("舟山 - 北礁航标", "<div>舟山</div>", None),
        ("北礁航标公司", "<div>北礁航标公司</div>", None),
    ],
)
def test_a_job_has_the_title_that_its_page_has(page: str, above: str, title: str | None) -> None:
    body = (
        "<h3>岗位职责</h3><p>1、按时点灯，记录能见度；</p><p>2、维护发电机；</p><h3>任职要求</h3><p>1、持有船员证；</p>"
    )
    found = parse(f"<html><head><title>{page}</title></head><body>{above}{body}</body></html>".encode(), "a.html")
    assert found.record.jobs[0].title == title


def test_labels_of_an_apps_bar_are_not_the_first_of_the_page() -> None:
    bar = "<div class=van-nav-bar><div>返回</div><div>职位详情</div></div>"
    top = (
        "<section class=job-top><div>灯塔看守员</div><div>6500-8200元/月</div><div>包住 夜班补贴 全勤奖</div></section>"
    )
    body = "<section><div>岗位描述</div><p>1. 按时点灯，记录能见度</p><p>2. 维护发电机</p></section>"
    job = parse(f"<html><body>{bar}{top}{body}</body></html>".encode(), "a.html").record.jobs[0]
    assert (job.title, job.compensation.salary) == ("灯塔看守员", ("6500-8200元/月",))


def test_cards_of_jobs_with_facts_in_any_order() -> None:
    card = (
        "<div class=card><div class=hd><h3>{}</h3><em class=badge>急招</em><strong class=pay>{}</strong></div>"
        "<ul><li>舟山·嵊泗</li><li>2-3年</li><li>中专</li><li>全职</li></ul><div class=tags><span class=t>五险一金</span><span class=t>包吃包住</span></div>"
        "<div class=sub>岗位职责</div><ul><li>{}</li><li>做好记录</li></ul><div class=sub>任职要求</div><ul><li>能吃苦</li></ul></div>"
    )
    page = "".join(card.format(*job) for job in (("灯塔看守员", "6-8K", "按时点灯"), ("航标工", "7-9K", "更换浮标")))
    jobs = parse(f"<html><body><main>{page}</main></body></html>".encode(), "a.html").record.jobs
    assert [(job.title, job.location, job.compensation.salary, job.compensation.benefits) for job in jobs] == [
        ("灯塔看守员", "舟山·嵊泗", ("6-8K",), ("五险一金", "包吃包住")),
        ("航标工", "舟山·嵊泗", ("7-9K",), ("五险一金", "包吃包住")),
    ]


def test_what_a_site_says_of_itself_behind_similar_jobs_is_dropped() -> None:
    others = f"<section class=similar-jobs><h3>相似职位</h3><ul>{LINKS}</ul></section>"
    stories = "<section><h3>员工故事</h3><p>“我从学徒成长为站长。”——小舟，北礁灯塔</p></section>"
    assert lines(load(f"<main>{JOB}{others}{stories}</main>")) == SHOWN


PAGE = (
    "灯塔看守员岗位说明书 岗位名称：灯塔看守员 所属部门：航标处 一、岗位职责 1.按时点灯，记录能见度； 2.维护发电机； "
    "二、任职要求 1.持有船员证； 2.会修发电机。"
)


def test_pages_that_are_shown_as_pictures_are_read() -> None:
    pictures = f"<div class=page><img alt='{PAGE}'></div><div>开通会员</div><div class=page><img alt='三、工作权限 1.设备停用权； 2.夜航示警权； 3.物料领用权。 四、工作环境 海岛，风浪大，交通不便，须轮换驻守；每月换班一次。'></div>"
    (line,) = (line for line in lines(load(pictures)) if "岗位名称" in line)
    assert line.startswith("灯塔看守员岗位说明书")
    assert line.endswith("每月换班一次。")


@pytest.mark.parametrize(
    "alt",
    ["灯塔", "灯塔全景，摄于2019年夏，由航标处提供，转载请注明出处，图中为值班室与发电机房，远处是新码头及防波堤工地"],
)
def test_what_describes_a_picture_is_no_text(alt: str) -> None:
    assert lines(load(f"{JOB}<img alt='{alt}'>")) == SHOWN


def test_a_picture_of_a_page_whose_text_is_there_too_is_not_read_twice() -> None:
    text = "".join(f"<p>{line}</p>" for line in PAGE.split())
    assert lines(load(f"{text}<img alt='{PAGE}'>")) == PAGE.split()


def test_a_control_behind_a_value_is_no_part_of_it() -> None:
    page = load(f"{JOB}<dl><dt>工作地点</dt><dd>舟山市定海区灯塔路1号 <a href=/m>查看地图</a></dd></dl>")
    assert lines(page) == [*SHOWN, "工作地点", "舟山市定海区灯塔路1号"]
    assert removed(page) == {"download_prompt": ["查看地图"]}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("投递方式：网上投递，请先 <a href=/l>登录</a>", "投递方式：网上投递，请先 登录"),
        ("查询进度请点 <a href=/l>收藏</a>", "查询进度请点 收藏"),
        ("可以 <a href=/s>分享</a> 给同事", "可以 分享 给同事"),
    ],
)
def test_a_link_that_a_sentence_goes_on_with_stays(text: str, line: str) -> None:
    assert lines(load(f"{JOB}<p>{text}</p>"))[-1] == line


def test_a_button_that_is_no_link_is_not_shown() -> None:
    card = "<div class=hd><h2>灯塔看守员</h2><span class='btn primary'>投递简历</span></div>"
    assert lines(load(card + JOB.partition("</h1>")[2])) == SHOWN
    assert "应急按钮" in lines(load(f"{JOB}<p><span class=btn>应急按钮</span></p>"))


def test_questions_and_answers_of_a_site_are_furniture() -> None:
    page = load(f"<div>{JOB}</div><div><h3>常见问题</h3><p>Q：可以投几个职位？</p><p>A：最多两个志愿。</p></div>")
    assert (lines(page), list(removed(page))) == (SHOWN, ["site_notice"])
    section = load(f"<div>{JOB}<h3>常见问题</h3><p>1、雾天漏记能见度；</p><p>2、发电机漏油。</p></div>")
    assert lines(section)[len(SHOWN) :] == ["常见问题", "1、雾天漏记能见度；", "2、发电机漏油。"]


def test_the_posts_of_a_thread_may_be_called_by_their_numbers() -> None:
    posts = "".join(
        f"<div id=post_{7710 + i}><div class=pct>{text}</div></div>"
        for i, text in enumerate((JOB, "帮顶", "请问包住吗"))
    )
    page = load(f"<div id=postlist>{posts}</div>")
    assert (lines(page), removed(page)) == (SHOWN, {"comments": ["帮顶", "请问包住吗"]})


def test_furniture_in_traditional_characters() -> None:
    job = "<h1>燈塔看守員</h1><h3>工作內容</h3><p>1、按時點燈，記錄能見度；</p><p>2、維護發電機，處理故障。</p>"
    page = load(f"{job}<p><a href=/a>我要應徵</a></p><p><a href=/b>轉寄朋友</a></p>")
    assert len(lines(page)) == 4
    assert removed(page) == {"navigation": ["我要應徵", "轉寄朋友"]}


def test_the_bar_of_an_app_says_nothing() -> None:
    bar = "<div class=hd><i></i><span>职位详情</span><a>分享</a></div>"
    assert lines(load(bar + JOB)) == SHOWN
    headed = JOB.replace("<p>岗位职责：</p>", "<h3>职位详情</h3>")
    assert "职位详情" in lines(load(headed))


def test_blocks_of_a_site_that_calls_its_jobs_posts_stay() -> None:
    blocks = f"<div class=post-block>{JOB}</div><div class=post-block><b>备注</b><p>试用期三个月。</p></div>"
    assert lines(load(f"<div>{blocks}</div>"))[-2:] == ["备注", "试用期三个月。"]


def test_a_heading_that_says_the_same_in_english_heads_a_block_too() -> None:
    related = f"<div class=x9><h3>相关职位 You might also like</h3><ul>{LINKS}</ul></div>"
    assert lines(load(JOB + related)) == SHOWN


def test_steps_of_an_application_are_no_text() -> None:
    steps = "".join(f"<div>{step}</div>" for step in ("网上报名", "简历筛选", "笔试面试", "录用公示"))
    assert lines(load(f"{JOB}<section><h3>招聘流程</h3><div>{steps}</div></section>")) == SHOWN


def test_scanning_goods_is_no_offer() -> None:
    assert "2、扫码入库，称重登记；" in lines(load(JOB.replace("2、维护发电机；", "2、扫码入库，称重登记；")))


def test_an_employer_named_in_a_card_says_of_himself_what_follows() -> None:
    page = f"<div>{JOB}</div><div><p>海平航标有限公司 20-99人 · 航运</p><p>公司管理灯塔41座，创办于1996年。</p></div>"
    assert removed(load(page)) == {
        "page_metadata": ["海平航标有限公司 20-99人 · 航运", "公司管理灯塔41座，创办于1996年。"]
    }


def test_what_a_site_says_of_its_own_showing_is_no_field_of_the_job() -> None:
    facts = "".join(f"<li>{fact}</li>" for fact in ("工作地点：云川", "发布日期：2014-06-18", "招聘人数：2人"))
    page = f"<title>灯塔看守员招聘</title><h1>灯塔看守员</h1><ul>{facts}</ul>{JOB[JOB.index('<p>') :]}"
    record = parse(page.encode(), "a.html").record
    assert record.source.published == "2014-06-18"
    assert record.jobs[0].extra_fields == ()
    assert [part.text for part in record.removed] == ["发布日期：2014-06-18"]
    assert (record.jobs[0].location, record.jobs[0].headcount) == ("云川", "2人")


@pytest.mark.parametrize("alt", ["灯塔" * 30, "灯塔看守员夜间点灯的照片，摄于去年冬天。" * 3])
def test_a_picture_is_a_page_only_where_its_text_reads_as_one(alt: str) -> None:
    assert lines(load(f"<div>{JOB}<img src=a.png alt='{alt}'></div>")) == SHOWN


def test_values_set_as_a_heading_are_values() -> None:
    page = f"<h1>灯塔看守员</h1><h3><span>云川/</span> <span>经验3-5年 /</span> <span>中专/技校 /</span> <span>全职</span></h3>{JOB}"
    job = parse(page.encode(), "a.html").record.jobs[0]
    assert (job.requirements.experience, job.requirements.education) == (("经验3-5年",), ("中专/技校",))
    assert (job.location, job.job_type) == ("云川", "全职")


def test_what_a_site_sets_before_a_name_is_no_part_of_it() -> None:
    page = (
        "<title>【云川灯塔看守员招聘】海平航标</title><div><span class=kind>航运/港口</span><span class=name>灯塔看守员</span></div>"
        f"<p>4500-7000元/月</p>{JOB[JOB.index('<p>') :]}"
    )
    assert parse(page.encode(), "a.html").record.jobs[0].title == "灯塔看守员"


@pytest.mark.parametrize("names", ["item__HV6Ad", "list_JbCMT", "row_x9Nav", "text__foot2"])
def test_what_a_bundler_hangs_on_a_name_says_nothing(names: str) -> None:
    page = f"<div><h1>灯塔看守员</h1><p>岗位职责：</p><ul><li class={names}>按时点灯</li><li>维护发电机</li></ul></div>"
    assert removed(load(page)) == {}


def test_blanks_of_a_text_layer_stay_between_pairs() -> None:
    pieces = ((90, "岗位名称：灯塔"), (186, "看守员"), (234, "　岗位编号："), (306, "DT-03"))
    layer = "".join(f"<p style='left:{left}pt;bottom:700pt;font-size:12pt'>{text}</p>" for left, text in pieces)
    page = f"<div>{layer}</div><p>岗位职责：</p><p>1、按时点灯；</p><p>2、维护发电机；</p>"
    job = parse(page.encode(), "a.html").record.jobs[0]
    assert (job.title, job.code) == ("灯塔看守员", "DT-03")


@pytest.mark.parametrize(
    "behind",
    [
        "<section><h4>热门标签</h4><span class=c>岗位目的</span><span class=c>任职条件</span><span class=c>管家</span></section>",
        "<div><h3>大家说</h3><ol><li><b>半山</b>：看守员的分红有点高吧</li><li><b>阿虞</b>：怎么算出来的？</li></ol></div>",
        "<p><strong>拓展阅读：什么样的灯需要返修</strong></p><p>灯珠发黄多半是散热不良所致，应当尽早更换。</p>",
    ],
)
def test_what_a_page_has_behind_a_job_is_dropped(behind: str) -> None:
    assert lines(load(f"<article>{JOB}{behind}</article>")) == SHOWN


def test_headings_set_alike_with_a_text_between_name_and_label() -> None:
    posts = (
        "<h5>程序员</h5><p>职位要求：</p><p>1、会编程</p><h5>市场策划</h5><p>职位要求：</p><p>1、会策划</p>"
        "<h5>销售顾问</h5><p>只要你擅长销售，就能推荐产品。</p><p>要求：</p><p>1、高中以上</p><p>职位描述：</p><p>1、销售软件</p>"
        "<h5>电话营销员</h5><p>职位描述：</p><p>1、打电话</p><p>职位要求：</p><p>1、口齿清楚</p>"
    )
    found = parse(f"<meta charset=utf-8><title>人才招聘</title>{posts}".encode(), "x.html").data
    assert [job["title"] for job in found["jobs"]] == ["程序员", "市场策划", "销售顾问", "电话营销员"]
