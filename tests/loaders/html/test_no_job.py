"""Pages without a job description give no record of one: news, articles about the genre, lists of links, forms to log in."""

import pytest

import jdparse
from jdparse.errors import UnreadableInput

FRAME = (
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body><div class=nav><a href=/>首页</a><a href=/zp>招聘</a>"
    "<a href=/zz>岗位职责</a></div>{body}<div class=foot>Copyright © 芦湾网 闽ICP备00000001号</div></body></html>"
)

NEWS = """<h1>芦湾区举办春季招聘会 36家企业提供岗位千余个</h1><div class=info>2024-02-26 来源：芦湾融媒 编辑：小岑</div><div class=article>
<p>2月25日上午，芦湾区春季专场招聘会在市民广场举行。本次招聘会由区人社局主办，36家企业现场提供操作工、会计、仓管员等岗位1100余个。</p>
<p>“岗位职责写得很清楚，薪资待遇也比去年高。”前来应聘的周女士告诉记者，她已经和两家企业达成意向。</p>
<p>据介绍，任职要求普遍放宽，不少岗位不限学历，月薪在4500元至8000元之间。工作人员还为求职者提供了政策咨询。</p>
<p>下一步，区人社局将组织三场线上招聘，持续做好就业服务工作。</p></div>"""
ARTICLE = """<h1>岗位说明书怎么写？HR 必看的五个要点</h1><div class=content><p>很多企业的岗位说明书写完就锁进抽屉，原因在于写的时候没有想清楚用途。我建议大家从下面几点入手。</p>
<h2>一、岗位名称要规范</h2><p>同一个岗位在不同部门不要有两种叫法，例如“文员”和“行政助理”往往是一回事。</p>
<h2>二、岗位职责要写动作</h2><p>首先写做什么，其次写做到什么程度。比如“负责仓库管理”太笼统，应该写成“每日核对出入库单据”。</p>
<h2>三、任职资格不要拔高</h2><p>有的企业前台也要求本科，结果招不到人。所谓任职资格，是胜任工作的最低条件。</p>
<h2>四、考核指标要能量化</h2><p>也就是说，指标要能从系统里取到数。</p><p>总之，岗位说明书要常用常改。您的企业做到了吗？</p></div>"""
LOGIN = """<div class=login><h2>欢迎登录芦湾人才网</h2><form><p>手机号 <input name=m></p><p>验证码 <input name=c></p><button>登录</button></form><p>登录即表示同意《用户协议》和《隐私政策》</p>
<p>登录后可查看：岗位职责、任职要求、薪资待遇、联系方式</p></div>"""
LINKS = (
    "<h1>岗位职责大全</h1><ul>"
    + "".join(
        f"<li><a href=/{i}.html>{post}岗位职责</a><span>2023-0{i}-11</span></li>"
        for i, post in enumerate(("会计", "出纳", "保安", "店长", "厨师", "护士", "司机", "文员"), 1)
    )
    + "</ul>"
)
CARDS = (
    "<h1>芦湾招聘</h1><ul>"
    + "".join(
        f"<li><a href=/j{i}><b>{post}</b></a><span>{i + 3}-{i + 5}K</span><p>芦湾 {i}年以上 大专</p><p>芦湾{post[0]}有限公司</p></li>"
        for i, post in enumerate(("会计", "出纳", "店长", "厨师", "护士", "司机"), 1)
    )
    + "</ul>"
)
RESULTS = """<h1>芦湾区档案馆公开招聘拟聘用人员公示</h1><p>根据招聘公告，经笔试、面试、体检、考察，拟聘用以下人员，现予公示。</p><table border=1><tr><th>序号</th><th>姓名</th><th>报考岗位</th><th>总成绩</th></tr>
<tr><td>1</td><td>邵某</td><td>档案管理员</td><td>81.30</td></tr><tr><td>2</td><td>冉某</td><td>信息管理员</td><td>79.85</td></tr></table><p>公示时间：2024年3月1日至3月7日。监督电话：0591-5550100</p>"""
RESUME = """<h1>个人简历模板</h1><table border=1><tr><td>姓名</td><td>李某某</td><td>性别</td><td>女</td></tr><tr><td>学历</td><td>本科</td><td>专业</td><td>会计学</td></tr>
<tr><td>求职意向</td><td colspan=3>会计</td></tr><tr><td>工作经历</td><td colspan=3>2018-2021 某某商贸公司 出纳</td></tr><tr><td>自我评价</td><td colspan=3>细心，责任心强</td></tr></table><p>点击下载简历模板</p>"""
RULES = """<h1>芦湾物流园考勤管理制度</h1><p>第一章 总则</p><p>第一条 为加强劳动纪律，规范考勤管理，制定本制度。</p><p>第二条 本制度适用于公司全体员工。</p><p>第二章 工作时间</p><p>第三条 每日工作八小时，上午八点半至下午五点半。</p>
<p>第三章 职责</p><p>第四条 人力资源部负责考勤的统计与核算。</p><p>第五条 各部门负责人负责本部门考勤的审核。</p>"""
SHOP = "<h1>岗位职责牌 上墙制度牌 定制</h1><p>￥28.00</p><p>材质：PVC 规格：40x60cm</p><p>商品评价（126）</p><p>收到了，印刷清晰，挂在仓库正好。</p><p>加入购物车</p>"
MISSING = "<h1>404</h1><p>您访问的职位不存在或已下线，看看其他岗位吧。</p><p><a href=/>返回首页</a></p>"
COMPANY = """<h1>关于我们</h1><p>芦湾澄心食品有限公司成立于2006年，主营速冻面点，年产能两万吨。公司秉承“诚信为本”的经营理念，产品销往全国二十多个省市。</p><h2>企业文化</h2><p>诚信、务实、创新、共赢。</p><h2>联系我们</h2><p>电话：0591-5550188</p><p>地址：芦湾区工业路9号</p>"""
TIMETABLE = """<h1>关于报名参加物业经理岗位培训班的通知</h1><p>各物业企业：</p><p>为提高从业人员素质，现举办物业经理岗位培训班，有关事项通知如下。</p><p>一、培训内容</p><p>1．物业管理法规；</p><p>2．客户投诉处理；</p><p>3．设备设施管理。</p><p>二、培训时间</p><p>2024年5月11日至12日。</p>
<p>三、收费标准</p><p>每人680元，含教材费。</p><p>四、报名方式</p><p>请于5月6日前将报名表发至 peixun@luwan.example。</p>"""
SALARY = """<h1>芦湾护士工资多少？网友晒工资单</h1><div class=posts><p>楼主：三甲，工作五年，到手七千左右，夜班费另算。</p><p>2楼：我在社区医院，不到五千，胜在不值夜班。</p><p>3楼：岗位不同差很多，手术室要求高，待遇也好。</p></div>"""

PAGES = {
    "news": NEWS, "article about the genre": ARTICLE, "login": LOGIN, "list of links": LINKS, "cards of jobs": CARDS, "results": RESULTS, "résumé": RESUME,
    "rules": RULES, "shop": SHOP, "missing page": MISSING, "company": COMPANY, "course": TIMETABLE, "talk of pay": SALARY,
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("framed", [True, False], ids=["framed", "bare"])
def test_no_job_is_made_up(name: str, framed: bool) -> None:
    body = PAGES[name]
    page = FRAME.format(title=name, body=body) if framed else f"<meta charset=utf-8>{body}"
    record = jdparse.parse(page.encode(), "page.html").record
    assert record.jobs == ()
    assert "no-job-found" in {note.name for note in record.diagnostics}


@pytest.mark.parametrize("body", ["", "<div id=app></div><script>start()</script>", "<noscript>请启用脚本</noscript>"])
def test_a_shell_has_no_text(body: str) -> None:
    with pytest.raises(UnreadableInput, match="no visible text"):
        jdparse.parse(
            f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>".encode(), "x.html"
        )


def test_a_shell_with_a_word_has_no_job() -> None:
    record = jdparse.parse(
        "<!DOCTYPE html><meta charset=utf-8><div id=app>加载中…</div><script>x</script>".encode(), "x.html"
    ).record
    assert record.jobs == ()
    assert [note.name for note in record.diagnostics] == ["no-job-found"]
