"""Strategies for texts that look like job descriptions, and for texts that look like nothing."""

from hypothesis import strategies as st

LABELS = (
    "岗位名称 职位 所属部门 直接上级 直接下级 岗位编号 招聘人数 工作地点 编制日期 编制人 审核 批准日期 岗位职责 工作内容 职责表述 工作任务"
    " 岗位概述 任职资格 任职要求 学历要求 专业 工作经验 年龄 性别 知识 技能要求 能力素质 薪资待遇 福利待遇 权限 工作关系 内部关系 外部关系"
    " 工作环境 工作时间 使用工具 考核指标 晋升方向 备注 其他 联系方式 截止日期 公司简介 地址 电话 基本信息 不知道的标签 花名"
).split()
PROSE = (
    "负责收货验收", "协助店长排班", "完成领导交办的其他工作", "大专及以上学历", "3年以上经验", "男女不限", "五险一金", "仓管员", "财务部",
    "总经理", "北京", "8-12K", "20人", "无", "不限", "/", "年 月 日", "2024年3月5日", "http://a.example/b?c=1", "hr@a.example", "95%以上",
    "仓管员岗位说明书", "某某有限公司", "招聘", "上一篇：会计", "版权所有", "第1页 共3页", "下载", "目录", "相关文章", "張經理負責業務",
    "職責", "KPI指标", "C++", "e.g. test", "（MES）系统", "“5S”管理",
)  # fmt: skip
MARKERS = (
    "一、", "二、", "三、", "（一）", "(二)", "1、", "2、", "3、", "1.", "2.", "1．", "(1)", "（2）", "1)", "①", "②", "⑴", "Ⅰ.", "A.", "b)", "第一章 ",
    "第二条 ", "职责一：", "职责二：", "岗位一：", "1.1 ", "1.2 ", "1.1.1 ", "• ", "◆", "- ", "● ", "✔️ ", "四 ", "5 ", "１、", "篇一：",
)  # fmt: skip
SEPARATORS = (
    "：", ":", "；", "，", "。", "、", "\n", "\n", "\n", "\n\n", "\r\n", "\t", "\t\t", " ", "  ", "    ", "\u3000", "\u3000\u3000", "|", "【", "】",
    "（", "）", "(", ")", "[", "]", "《", "》", "—", "/", "*", "**", "#", "____", "……", "\u00a0", "\ufeff", "\u200b", "\x07", "\x0c", "\x00", "\u2028",
    "👍", "🔥 ", "\U00020000", "⼀", "ﬁ", "é",
)  # fmt: skip

tokens = st.one_of(*map(st.sampled_from, (LABELS, PROSE, MARKERS, SEPARATORS, SEPARATORS)))
documents = st.lists(tokens, max_size=60).map("".join)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """One line as documents have them: a pair or several, an item, a heading, a cell row."""
    label, prose = st.sampled_from(LABELS), st.sampled_from(PROSE)
    shape = draw(st.sampled_from(("pair", "pairs", "item", "heading", "cells", "items", "prose", "blank", "bracket")))
    marker = draw(st.sampled_from(("", "", *MARKERS)))
    match shape:
        case "pair":
            return marker + draw(label) + draw(st.sampled_from("：:\t")) + draw(prose)
        case "pairs":
            gap = draw(st.sampled_from(("    ", "\t", " ", "\u3000\u3000")))
            return gap.join(draw(label) + "：" + draw(st.sampled_from(("", *PROSE))) for _ in range(3))
        case "item":
            return marker + draw(prose) + draw(st.sampled_from("；。，") | st.just(""))
        case "heading":
            return marker + draw(label)
        case "cells":
            return "\t".join(draw(label | prose) for _ in range(4))
        case "items":
            return "".join(f"{i}、{draw(prose)}；" for i in range(1, 4))
        case "bracket":
            return f"【{draw(label)}】{draw(st.sampled_from(('', *PROSE)))}"
        case "prose":
            return draw(prose) + "，" + draw(prose) + "。"
        case _:
            return ""


HEADS = (
    "岗位名称：仓管员\n岗位职责：\n1、负责收货；\n2、负责发货。\n",
    "仓管员岗位说明书\n一、岗位职责\n（一）收货\n1．核对单据\n（二）发货\n二、任职资格\n",
    "上一篇：会计\n2024-03-05 10:20 来源：某网\n岗位名称\t仓管员\t所属部门\t物流部\n职责一：收货\n工作任务：\n验收\n",
    "公司简介：\n某某有限公司成立于2001年。\n【岗位一】仓管员 2人\n岗位职责：\n负责收货\n【岗位二】司机\n岗位职责：\n负责送货\n",
)
LONG = "负责仓库日常收货、验收、入库、出库及盘点工作，做到账、卡、物相符，每月底前编制库存报表并报送"
TAILS = (
    "",
    "张三 2024/8/12 20:14:06\n有人知道吗\n李四 2024/8/12 20:15:06\n岗位职责：负责收货\n",
    f"1、{LONG}\n财务部审核；\n2、{LONG}\n仓储部存档。\n",
    "指标\t目标\t权重\n准确率\t98%\t40%\n及时率\t95%\t60%\n",
    "某某公司制度    岗位说明书    1\n负责工作\n某某公司制度    岗位说明书    2\n负责报表\n",
    "目录\n一、岗位职责…………1\n二、任职资格…………2\n三、权限…………3\n",
    "相关文章\n会计岗位职责\n出纳岗位职责\n版权所有 备案号123\n",
)

forms = st.lists(lines(), min_size=1, max_size=25).map("\n".join)
"""Whole documents of such lines."""

jobs = st.tuples(st.sampled_from(HEADS), forms, st.sampled_from(TAILS), forms).map("\n".join)
"""Documents that hold a job in any case."""

anything = st.text(max_size=80)
texts = st.one_of(documents, forms, jobs, jobs, jobs, anything)
