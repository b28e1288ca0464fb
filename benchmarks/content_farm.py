"""Pages as content farms, job boards and portals make them, with the article's text and the furniture around it known.

The same seed gives the same pages: 60 to 200 kB each, a fifth of them in GB 18030 under a declaration of UTF-8. Sites differ
in their element names (English, pinyin, hashed, none), layout (divisions, HTML 5, tables) and in what they put around and
into an article; all names and words are invented.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

PAGES = 48
SMALLEST, LARGEST = 60_000, 200_000

_PLACES = "潮州 鹿港 雁门 清溪 白鹭洲 乌兰 石臼 桐山 沱江 临渡 东矶 云岭 青塘 梅墟 古堰".split()
_FIRMS = "澄野 鹭鸣 万枢 恒帆 拓岚 知渡 融桥 禾岸 启澜 瑞泊 星垒 沐川".split()
_KINDS = "精密机械 冷链物流 口腔医疗 装饰工程 水务 文旅 食品 检测技术 印务 园林".split()
_POSTS = (
    "塔吊司机 绿化养护员 口腔护士 冷库管理员 出版校对 水质化验员 茶艺师 展馆讲解员 轨道检修工 数控铣工 电商客服 幼儿保育员 "
    "药品养护员 招投标专员 舞台灯光师 化妆品研发助理 直播运营 林场护林员 造价员 康复治疗师 面点师 船舶电工 质检班长 培训主管"
).split()
_VERBS = "负责 协助 组织 监督 编制 核对 维护 跟踪 整理 参与 落实 汇总".split()
_THINGS = (
    "每日巡检记录与异常上报 设备点检表和保养计划 客户来访的接待与登记 季度物资需求清单 现场安全隐患的排查 新进人员的带教与考核 "
    "样品的接收、编号与留存 合同台账和付款进度 服务过程中的投诉处理 班组的排班与考勤 供应商送货单据 节假日值守安排 "
    "操作规程的修订与宣贯 仪器校准和期间核查 宣传资料的校对与发放 废弃物的分类与转运"
).split()
_WAYS = (
    "做到账实相符", "按月提交书面小结", "发现问题当班处理", "保证资料齐全可查", "完成率不低于98%", "并报主管审核",
    "遇有变更及时通知相关人员", "确保过程符合行业规范", "每周至少复核一次", "并在系统内留痕",
)  # fmt: skip
_NEEDS = (
    "大专及以上学历，相关专业优先", "有两年以上同类岗位经历", "身体健康，能适应倒班", "持有有效的上岗证书", "熟练使用办公软件和表格",
    "责任心强，沟通顺畅", "能独立撰写工作报告", "了解本行业的安全与卫生要求", "普通话标准，形象端正大方", "能承受旺季的工作节奏",
)  # fmt: skip
_OFFERS = (
    "缴纳五险一金",
    "提供工作餐和宿舍",
    "满一年享受带薪年假",
    "每年组织一次体检",
    "设有全勤奖和季度绩效",
    "节日发放慰问品",
)
_TOPICS = "年终总结 竞聘演讲 实习报告 转正申请 安全承诺书 培训心得 应急预案 会议纪要 述职范文 管理制度 考核方案 合同样本".split()
_NEWS = (
    "多部门联合开展{place}夏季用工检查，企业反馈良好", "{place}新建公交枢纽下月试运行，三条线路同步调整",
    "{place}老街改造进入收尾阶段，商户陆续回迁", "气象台提醒{place}未来三天有强对流天气，市民注意防范",
)  # fmt: skip
_TALK = (
    "请问这个{post}要不要经常出差，家里有小孩不太方便", "我去年在{firm}面试过{post}，等了两周才有回复", "写得挺全的，拿回去给我们{post}参考一下，谢谢楼主",
    "工资写得太笼统了吧，{place}这边{post}现在都涨了", "收藏了，正好要给部门写{post}的材料",
)  # fmt: skip
_STATEMENTS = (
    "本站所有{topic}均由网友上传，版权归原作者所有，如有侵权请与{firm}客服联系删除。",
    "声明：以上内容由{firm}网收集整理，仅代表作者个人观点，与本站立场无关，转载请注明出处。",
    "{firm}网提醒您：求职过程中凡是收取押金、服装费的行为均涉嫌违规，请提高警惕并及时举报。",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page."""

    name: str
    data: bytes
    encoding: str
    """What it is in; the declaration of a page in GB 18030 says UTF-8."""
    article: tuple[str, ...]
    """The lines of the article, without the markers that a browser counts."""
    furniture: tuple[str, ...]
    """Texts around and in the article that are none of it, each at least eight characters long."""
    posts: tuple[str, ...]
    """The jobs that it describes, in order."""


def corpus(seed: int = 7, pages: int = PAGES) -> list[Page]:
    """The pages of a seed."""
    return [_page(seed * 1_000 + number, number) for number in range(pages)]


@dataclass(slots=True)
class _Site:
    """A page in the making."""

    random: Random
    style: str
    """How its elements are called."""
    article: list[str] = field(default_factory=lambda: [])
    furniture: list[str] = field(default_factory=lambda: [])
    posts: list[str] = field(default_factory=lambda: [])

    def named(self, english: str, pinyin: str) -> str:
        """A class attribute, or nothing."""
        match self.style:
            case "english":
                return f' class="{english}"'
            case "pinyin":
                return f' class="{pinyin}"'
            case "hashed":
                return f' class="c{self.random.randrange(16**5):05x}"'
            case _:
                return ""

    def filled(self, text: str) -> str:
        """A template with invented names."""
        choose = self.random.choice
        return text.format(place=choose(_PLACES), firm=choose(_FIRMS), post=choose(_POSTS), topic=choose(_TOPICS))

    def plant(self, text: str) -> str:
        """Notes a text as furniture."""
        if len(text) >= 8:
            self.furniture.append(text)
        return text

    def say(self, text: str) -> str:
        """Notes a line as the article's."""
        self.article.append(text)
        return text

    def duty(self) -> str:
        choose = self.random.choice
        return (
            f"{choose(_VERBS)}{choose(_PLACES) if self.random.random() < 0.3 else ''}{choose(_THINGS)}，{choose(_WAYS)}"
        )


# ---- articles

_Sections = list[tuple[str, list[str]]]


def _sections(site: _Site) -> _Sections:
    random = site.random
    duties = [site.duty() for _ in range(random.randint(4, 9))]
    needs = random.sample(_NEEDS, random.randint(3, 6))
    found = [
        (random.choice(("岗位职责", "工作职责", "工作内容", "主要职责")), duties),
        (random.choice(("任职要求", "任职资格", "岗位要求")), needs),
    ]
    if random.random() < 0.5:
        found.append(("福利待遇", random.sample(_OFFERS, random.randint(3, 5))))
    return found


def _numbered(items: Sequence[str]) -> list[str]:
    return [f"{number}、{item}{'。' if number == len(items) else '；'}" for number, item in enumerate(items, 1)]


def _essay(site: _Site) -> list[str]:
    """Several jobs below each other, as essay sites collect them."""
    post = site.random.choice(_POSTS)
    parts: list[str] = []
    for number in range(1, site.random.randint(3, 6)):
        site.posts.append(post)
        parts.append(f"<p><strong>{site.say(f'{post}岗位职责 篇{number}')}</strong></p>")
        for heading, items in _sections(site):
            parts.append(f"<p>　　{site.say(heading + '：')}</p>")
            parts += [f"<p>　　{site.say(item)}</p>" for item in _numbered(items)]
    return parts


def _advertisement(site: _Site) -> list[str]:
    """One job of a job board, its text broken by `br`."""
    post = site.random.choice(_POSTS)
    site.posts.append(post)
    low = site.random.randint(4, 20)
    parts = [f"<h1{site.named('job-title', 'zhiwei')}>{site.say(post)}</h1>"]
    parts.append(
        f"<p>{site.say(f'薪资：{low}-{low + 4}K')}<br>{site.say(f'工作地点：{site.random.choice(_PLACES)}')}</p>"
    )
    for heading, items in _sections(site):
        lines = [site.say(line) for line in (f"【{heading}】", *_numbered(items))]
        parts.append(f"<div{site.named('job-sec', 'miaoshu')}>{'<br/>'.join(lines)}</div>")
    return parts


def _post_of_blog(site: _Site) -> list[str]:
    """Headings and lists whose numbers a browser counts."""
    post = site.random.choice(_POSTS)
    site.posts.append(post)
    parts = [f"<p>{site.say(f'职位名称：{post}')}</p><p>{site.say(f'招聘人数：{site.random.randint(1, 9)}人')}</p>"]
    for heading, items in _sections(site):
        tag = site.random.choice(("ol", "ul"))
        parts.append(f"<h2>{site.say(heading)}</h2>")
        parts.append(f"<{tag}>{''.join(f'<li>{site.say(item)}</li>' for item in items)}</{tag}>")
    return parts


def _form(site: _Site) -> list[str]:
    """A form: labels beside values, then lists in cells."""
    post = site.random.choice(_POSTS)
    site.posts.append(post)
    pairs = [
        ("岗位名称", post),
        ("所属部门", f"{site.random.choice(_KINDS)}部"),
        ("直接上级", "部门经理"),
        ("岗位定员", "2人"),
    ]
    rows = [
        "".join(f"<td>{site.say(label)}</td><td>{site.say(value)}</td>" for label, value in pairs[i : i + 2])
        for i in (0, 2)
    ]
    for heading, items in _sections(site):
        lines = "".join(f"<p>{site.say(item)}</p>" for item in _numbered(items))
        rows.insert(len(rows), f"<td>{site.say(heading)}</td><td colspan=3>{lines}</td>")
    return ["<table border=1>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"]


def _notice(site: _Site) -> list[str]:
    """A notice of an office with a row for each job."""
    place = site.random.choice(_PLACES)
    parts = [f"<p>{site.say(f'因工作需要，{place}公共服务中心现面向社会公开招聘工作人员，有关事项公告如下。')}</p>"]
    parts.append(f"<p>{site.say('一、招聘岗位')}</p>")
    head = ("岗位名称", "招聘人数", "岗位职责", "任职要求")
    rows = ["".join(f"<th>{site.say(cell)}</th>" for cell in head)]
    for post in site.random.sample(_POSTS, site.random.randint(3, 5)):
        site.posts.append(post)
        cells = (post, f"{site.random.randint(1, 5)}人", site.duty(), "；".join(site.random.sample(_NEEDS, 2)))
        rows.append("".join(f"<td>{site.say(cell)}</td>" for cell in cells))
    parts.append(f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    parts.append(f"<p>{site.say('二、报名方式')}</p>")
    parts.append(f"<p>{site.say('请于工作日携带身份证原件及复印件到服务大厅三号窗口现场报名，逾期不予受理。')}</p>")
    return parts


_ARTICLES: tuple[Callable[[_Site], list[str]], ...] = (_essay, _advertisement, _post_of_blog, _form, _notice)


# ---- furniture


def _links(site: _Site, texts: Sequence[str], inner: str = "li") -> str:
    return "".join(
        f'<{inner}><a href="/{site.random.randrange(10**6)}.html" target="_blank" title="{text}">{site.plant(text)}</a></{inner}>'
        for text in texts
    )


def _titles(site: _Site, count: int) -> list[str]:
    return [
        f"{site.random.choice(_POSTS)}{site.random.choice(('岗位职责', '工作总结', '的主要职责有哪些', '岗位说明书（精选8篇）', '竞聘演讲稿'))}"
        for _ in range(count)
    ]


def _navigation(site: _Site) -> str:
    tag = "nav" if site.style == "english" else "div"
    items = _links(site, ["首页", *site.random.sample(_TOPICS, 9), "更多栏目"])
    return f"<{tag}{site.named('nav', 'daohang')}><ul>{items}</ul></{tag}>"


def _cities(site: _Site, count: int) -> str:
    texts = [f"{site.random.choice(_PLACES)}{site.random.choice(_POSTS)}招聘" for _ in range(count)]
    return f"<div{site.named('city-list', 'chengshi')}>{_links(site, texts, 'span')}</div>"


def _crumbs(site: _Site) -> str:
    parts = " &gt; ".join(f'<a href="/{i}/">{name}</a>' for i, name in enumerate(site.random.sample(_TOPICS, 3)))
    return f"<div{site.named('crumb', 'weizhi')}>当前位置：<a href=/>首页</a> &gt; {parts} &gt; 正文</div>"


def _facts(site: _Site) -> str:
    day = f"20{site.random.randint(14, 24)}-{site.random.randint(1, 12):02}-{site.random.randint(1, 28):02}"
    text = f"时间：{day}　来源：{site.random.choice(_FIRMS)}网　编辑：小{site.random.choice(_PLACES)[0]}　阅读：{site.random.randint(9, 9999)}次"
    return f"<div{site.named('info', 'xinxi')}>{site.plant(text)}</div>"


def _hot(site: _Site, head: str, count: int) -> str:
    return f"<div{site.named('side-box', 'redian')}><h3>{head}</h3><ul>{_links(site, _titles(site, count))}</ul></div>"


def _digest(site: _Site) -> str:
    """News of the day with a sentence each: prose that is no article."""
    items = "".join(
        f"<dl><dt><a href=/n{i}>{site.plant(site.filled(text.partition('，')[0]))}</a></dt><dd><a href=/n{i}>{site.plant(site.filled(text))}</a></dd></dl>"
        for i, text in enumerate(site.random.sample(_NEWS, 3))
    )
    return f"<div{site.named('news-list', 'zuixin')}><h3>最新资讯</h3>{items}</div>"


def _cards(site: _Site) -> str:
    """Other jobs, each with its pay, place and company."""
    cards = "".join(
        f"<li><a href=/j{i}><p>{post}</p><p>{i + 4}-{i + 9}K {site.random.choice(_PLACES)} 1-3年 大专</p>"
        f"<p>{site.plant(f'{site.random.choice(_FIRMS)}{site.random.choice(_KINDS)}有限公司')}</p></a></li>"
        for i, post in enumerate(site.random.sample(_POSTS, 6))
    )
    return f"<div{site.named('similar-jobs', 'xiangsi')}><h3>相似职位</h3><ul>{cards}</ul></div>"


def _share(site: _Site) -> str:
    return f"<div{site.named('bdsharebuttonbox', 'fenxiang')}><a href=#>分享到：</a><a href=#>微博</a><a href=#>空间</a></div>"


def _inner_advertisement(site: _Site) -> str:
    text = site.plant(f"{site.random.choice(_FIRMS)}办公助手，{site.random.choice(_TOPICS)}一键生成，新人首月免费")
    return f"<div{site.named('in-ad', 'guanggao')}><span>广告</span><a href=/ad rel=nofollow>{text}</a></div>"


def _download(site: _Site) -> str:
    text = site.plant(f"点击下载文档（{site.random.choice(_TOPICS)}大全.docx）")
    return f"<div{site.named('down-box', 'xiazai')}><a href=/d>{text}</a></div>"


def _comments(site: _Site) -> str:
    items = "".join(
        f"<li><b>{site.random.choice(_PLACES)}网友</b><p>{site.plant(site.filled(text))}</p><span>回复</span></li>"
        for text in site.random.sample(_TALK, site.random.randint(2, 4))
    )
    return f"<div{site.named('comments', 'pinglun')}><h3>网友评论</h3><ul>{items}</ul></div>"


def _statement(site: _Site) -> str:
    return (
        f"<div{site.named('statement', 'shengming')}>{site.plant(site.filled(site.random.choice(_STATEMENTS)))}</div>"
    )


def _company(site: _Site) -> str:
    """What a job board knows of the employer: pairs that look like a form's."""
    firm = site.random.choice(_FIRMS)
    pairs = (
        f"企业全称：{firm}{site.random.choice(_KINDS)}有限公司", f"企业性质：{site.random.choice(('民营企业', '国有控股'))}",
        f"人员规模：{site.random.randint(5, 90)}0人以上", f"所属行业：{site.random.choice(_KINDS)}及相关服务",
    )  # fmt: skip
    lines = "".join(f"<p>{site.plant(pair)}</p>" for pair in pairs)
    return f"<div{site.named('company-card', 'qiye')}><h3>企业信息</h3>{lines}<a href=/c>查看全部在招职位</a></div>"


def _author(site: _Site) -> str:
    text = site.plant(
        f"作者简介：小{site.random.choice(_PLACES)}，做过八年人事，喜欢用大白话讲职场里的事，每周三更新。"
    )
    return f"<div{site.named('author-box', 'zuozhe')}><img src=/a.jpg><p>{text}</p><a href=#>+ 关注</a></div>"


def _app(site: _Site) -> str:
    text = site.plant(f"打开{site.random.choice(_FIRMS)}App，查看更多{site.random.choice(_TOPICS)}")
    return f"<div{site.named('open-app', 'kehuduan')}><a href=/app>{text}</a></div>"


def _code(site: _Site) -> str:
    text = site.plant(
        f"微信扫一扫关注{site.random.choice(_FIRMS)}公众号，回复“{site.random.choice(_TOPICS)}”免费领取资料包"
    )
    return f"<div{site.named('qrcode', 'erweima')}><img src=/q.png><p>{text}</p></div>"


def _reading(site: _Site) -> str:
    """Links of the editor between paragraphs."""
    return f"<p{site.named('rec', 'tuijian')}>【推荐阅读】{''.join(f'<a href=/r{i}>{site.plant(title)}</a> ' for i, title in enumerate(_titles(site, 2)))}</p>"


def _vote(site: _Site) -> str:
    text = site.plant(f"本文对您有帮助吗？有用（{site.random.randint(1, 99)}）没用（{site.random.randint(1, 9)}）")
    return f"<div{site.named('vote', 'toupiao')}>{text}</div>"


def _popup(site: _Site) -> str:
    text = site.plant(f"登录{site.random.choice(_FIRMS)}网，岗位职责模板随心下载，任职要求一键复制")
    return f'<div{site.named("login-mask", "tanchuang")} style="display:none"><p>{text}</p><form><input name=u><button>登录</button></form></div>'


def _sold(site: _Site) -> str:
    text = site.plant(
        f"需要完整版的朋友可加客服微信{site.random.choice('abcdefgh')}{site.random.randrange(10**6):06}领取"
    )
    return f"<p>{text}</p>"


def _hotline(site: _Site) -> str:
    text = site.plant(
        f"客服热线：400-{site.random.randrange(1000):03}-{site.random.randrange(10**4):04}（工作日9:00-18:00）"
    )
    return f"<div{site.named('service', 'kefu')}>{text}</div>"


def _previous(site: _Site) -> str:
    one, other = _titles(site, 2)
    return f"<div{site.named('prenext', 'shangxia')}><p>上一篇：<a href=/1>{site.plant(one)}</a></p><p>下一篇：<a href=/2>{site.plant(other)}</a></p></div>"


def _footer(site: _Site) -> str:
    firm = site.random.choice(_FIRMS)
    text = site.plant(f"Copyright © 2009-2024 {firm}网 版权所有 皖ICP备{site.random.randrange(10**7):08}号")
    tag = "footer" if site.style == "english" else "div"
    return f"<{tag}{site.named('footer', 'dibu')}><p><a href=/a>关于我们</a> | <a href=/b>联系方式</a> | <a href=/c>免责声明</a></p><p>{text}</p></{tag}>"


def _script(site: _Site, size: int) -> str:
    lines = [
        f"function f{i}(a,b){{var c=document.getElementById('x'+a);return c&&(c.style.display=b?'block':'none')}}"
        for i in range(size // 100)
    ]
    return f"<script>{''.join(lines)}</script>"


def _style(site: _Site, size: int) -> str:
    rules = [
        f".r{i} .k{i % 7}{{float:left;margin:{i % 30}px;color:#{i % 4096:03x};background:url(/i/{i}.png)}}"
        for i in range(size // 80)
    ]
    return f"<style>{''.join(rules)}</style>"


# ---- pages

_BESIDE: tuple[Callable[[_Site], str], ...] = (
    lambda site: _hot(site, "热门文章", 10),
    lambda site: _hot(site, "本周热门", 8),
    _digest,
    _cards,
    _company,
)


def _around(site: _Site, parts: Sequence[str]) -> Iterator[str]:
    """The article with what its site puts between and right behind its paragraphs."""
    inside = len(parts) > 4 and site.random.random() < 0.5
    place = site.random.randrange(1, len(parts)) if inside else -1
    for index, part in enumerate(parts):
        if index == place:
            yield site.random.choice((_inner_advertisement, _reading))(site)
        yield part
    for make in (_sold, _download, _share, _vote, _author, _code, _statement, _app, _previous):
        if site.random.random() < 0.5:
            yield make(site)


def _page(seed: int, number: int) -> Page:
    random = Random(seed)
    site = _Site(random, ("english", "pinyin", "hashed", "none")[number % 4])
    parts = _ARTICLES[number % len(_ARTICLES)](site)
    title = (
        f"{random.choice(_PLACES)}公共服务中心招聘公告" if number % len(_ARTICLES) == 4 else f"{site.posts[0]}岗位职责"
    )
    size = random.randint(SMALLEST + 10_000, LARGEST - 30_000)
    body = "\n".join(_around(site, parts))
    side = "".join(make(site) for make in random.sample(_BESIDE, 4))
    behind = _hot(site, "相关文章", 12) + (_comments(site) if random.random() < 0.6 else "")
    top = _navigation(site) + _crumbs(site)
    heading = f"<h1>{site.say(title)}</h1>{_facts(site)}" if "<h1" not in body else _facts(site)
    main = f"<div{site.named('article-content', 'zhengwen')}>{heading}{body}</div>"
    if site.style == "none" and number % 3 == 0:
        middle = (
            f"<table width=980><tr><td valign=top>{main}{behind}</td><td width=250 valign=top>{side}</td></tr></table>"
        )
    elif site.style == "english":
        middle = f"<main><article>{main}</article>{behind}</main><aside>{side}</aside>"
    else:
        middle = f"<div{site.named('wrap', 'zhuti')}><div{site.named('left', 'zuo')}>{main}{behind}</div><div{site.named('right', 'you')}>{side}</div></div>"
    bottom = _hotline(site) + _footer(site) + _popup(site)
    written = sum(len(part.encode()) for part in (top, middle, bottom))
    # what is left of the size: half links of a portal, half scripts and styles
    cities = _cities(site, max(0, (size - written) // 2) // 150)
    rest = max(0, size - written - len(cities.encode()))
    head = f'<meta charset="utf-8"><title>{title}_{random.choice(_FIRMS)}网</title>{_style(site, rest // 3)}{_script(site, rest // 3)}'
    html = f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>\n{top}\n{middle}\n{cities}\n{bottom}{_script(site, rest // 3)}\n</body></html>"
    encoding = "gb18030" if number % 5 == 4 else "utf-8"
    return Page(
        f"{number:02}-{_ARTICLES[number % len(_ARTICLES)].__name__.strip('_')}-{site.style}",
        html.encode(encoding),
        encoding,
        tuple(site.article),
        tuple(dict.fromkeys(site.furniture)),
        tuple(site.posts),
    )
