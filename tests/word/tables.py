"""One job with tables inside the text: duties, indicators, contacts, qualifications, revisions, signatures."""

from tests.loaders.docx.build import abstract, level, num, p, r
from tests.word.sheet import Sheet, c, centred, grid, h, page_break


def duty_standards_table() -> Sheet:
    """A header row that Word repeats on each page; a title row above it, several tasks in a cell, shares of time."""
    return Sheet(
        header=("河洛博物馆岗位管理文件",),
        body=(
            centred("讲解员岗位说明书"),
            grid(
                (3, 5, 3, 5),
                (h("岗位名称"), "讲解员", h("所在部门"), "社会教育部"),
                (h("直接上级"), "社教部主任", h("岗位人数"), "12人"),
            ),
            p(),
            grid(
                (1.2, 6.2, 5, 1.8, 1.8),
                (h("工作职责与标准", across=5),),
                (h("序号"), h("工作职责"), h("工作标准"), h("频次"), h("时间比例")),
                (
                    "1",
                    c("为团体和散客提供展厅讲解；", "引导观众文明参观。"),
                    "讲解准确，观众满意度95%以上",
                    "每日",
                    "50%",
                ),
                ("2", "编写并更新讲解词，按观众类型准备不同版本", "每个展览不少于3个版本", "每季", "20%"),
                ("3", "组织青少年教育活动和志愿者培训", "活动零安全事故", "每月", "20%"),
                ("4", "整理观众留言和统计数据", "次月5日前上报", "每月", "10%"),
                repeat=2,
            ),
            p(),
            grid(
                (3, 13),
                (h("任职要求", across=2),),
                (h("学历"), "本科及以上"),
                (h("专业"), "历史、考古、播音主持等"),
                (h("语言能力"), "普通话一级乙等以上，英语口语流利"),
                (h("形象要求"), "形象端庄，身体健康"),
            ),
        ),
    )


def kpi_and_contacts() -> Sheet:
    """A table of indicators with weights, and one of contacts with inside and outside."""
    return Sheet(
        header=("云岭茶业进出口有限公司",),
        footer=("文件编号：YL/QP-HR-06-12    第1页 共1页",),
        body=(
            centred("岗位说明书"),
            p(r("岗位名称：外贸跟单员"), "<w:r><w:tab/><w:tab/></w:r>", r("隶属部门：国际业务部")),
            p(r("直接上级：业务经理"), "<w:r><w:tab/><w:tab/></w:r>", r("直接下级：无")),
            p("一、岗位职责", style="Heading2"),
            "1、跟进订单的采购、加工、包装和验货进度；",
            "2、制作商业发票、装箱单和产地证申请资料；",
            "3、联系货代订舱，跟踪船期，通知客户；",
            "4、跟踪收汇，协助退税。",
            p("二、关键绩效指标", style="Heading2"),
            grid(
                (1.2, 4, 6.2, 2.6, 2),
                (h("序号"), h("考核指标"), h("计算方法"), h("目标值"), h("权重")),
                ("1", "订单准时出运率", "准时出运订单数÷应出运订单数", "98%", "40%"),
                ("2", "单证差错率", "差错单证数÷制单总数", "≤1%", "30%"),
                ("3", "收汇及时率", "按期收汇金额÷应收汇金额", "95%", "30%"),
                (h("合计", across=4), "100%"),
            ),
            p("三、工作接触", style="Heading2"),
            grid(
                (3, 3, 1.8, 2.6, 3.8, 1.8),
                (h("接触对象"), h("所在单位"), h("内/外"), h("方式"), h("事项"), h("频率")),
                ("采购专员", "采购部", "内", "面谈、电话", "确认交期和品质", "每天"),
                ("质检员", "品控部", "内", "面谈", "安排验货", "每周"),
                ("操作员", "货运代理公司", "外", "邮件", "订舱、报关", "每周"),
                ("签证人员", "海关", "外", "现场", "办理产地证", "每月"),
            ),
            p("四、任职资格", style="Heading2"),
            grid(
                (3, 13),
                (h("学历专业"), "大专以上，国际贸易、商务英语"),
                (h("工作经验"), "2年以上外贸跟单经验"),
                (h("外语水平"), "英语六级，能熟练撰写英文邮件"),
                (h("计算机"), "熟练使用Excel和单一窗口系统"),
            ),
        ),
    )


def qualification_block() -> Sheet:
    """Sub-labels in the second column beside a merged 任职资格; duties in rows beside a merged 主要职责."""
    return Sheet(
        body=(
            centred("景明园林设计有限公司职务说明书"),
            grid(
                (2.6, 3, 5.2, 5.2),
                (h("职务名称"), "景观设计师", h("职务编码"), "SJ-L-3"),
                (h("所属部门"), "设计二所", h("直接上级"), "设计所长"),
                (h("职务概述"), c("承担景观项目从方案到施工图的设计，跟踪现场效果。", across=3)),
                (h("主要职责", down=4), c("方案设计：踏勘现场，完成概念方案和汇报文本；", across=3)),
                (c("施工图设计：完成总图、竖向、种植和节点详图；", across=3),),
                (c("现场服务：交底、选样、选苗，处理变更；", across=3),),
                (c("完成所长安排的其他工作。", across=3),),
                (h("任职资格", down=6), h("教育水平"), c("本科及以上", across=2)),
                (h("专业"), c("风景园林、环境艺术设计", across=2)),
                (h("经验"), c("3年以上景观设计经验，独立完成过两个以上项目", across=2)),
                (h("知识"), c("熟悉植物习性、园林规范和工程造价", across=2)),
                (h("技能技巧"), c("精通CAD、SketchUp、Photoshop，手绘能力强", across=2)),
                (h("个人素质"), c("审美良好，善于沟通，能承受出图期压力", across=2)),
                (h("工作条件", down=2), h("工作场所"), c("设计室，每月约四次到工地", across=2)),
                (h("出差"), c("省内，约占工作时间的15%", across=2)),
            ),
        ),
    )


def revision_and_signatures() -> Sheet:
    """A revision table above, signatures with dates below; sections under auto-numbered headings between them."""
    numbering = abstract(
        1,
        level(0, "chineseCounting", "%1、"),
        level(1, "decimal", "%2."),
        more='<w:multiLevelType w:val="multilevel"/>',
    ) + num(1, 1)

    def heading(text: str) -> str:
        return p(r(text, "<w:b/>"), number=(1, 0))

    def item(text: str) -> str:
        return p(text, number=(1, 1))

    return Sheet(
        numbering=numbering,
        header=("锐塑汽车零部件有限公司\t\t文件编号：RS-3-HR-018  版本：B/1",),
        footer=("第 1 页，共 2 页",),
        body=(
            centred("注塑工艺工程师岗位说明书"),
            p("修订记录"),
            grid(
                (2, 8, 3, 3),
                (h("版本"), h("修订内容"), h("修订人"), h("日期")),
                ("A/0", "首次发布", "江雪", "2017-05-08"),
                ("B/0", "增加模具试模职责", "江雪", "2019-11-20"),
                ("B/1", "调整任职资格", "段伟", "2022-06-01"),
                ("", "", "", ""),
            ),
            p(),
            heading("岗位信息"),
            p("岗位名称：注塑工艺工程师"),
            p("所属部门：工程部"),
            p("直接上级：工程部经理"),
            p("直接下级：工艺技术员"),
            heading("岗位职责"),
            item("编制注塑工艺卡和作业指导书；"),
            item("主持新模具试模，提出修模意见；"),
            item("分析缩水、飞边、熔接痕等缺陷，制定改善措施；"),
            item("核定工时和材料定额。"),
            heading("任职资格"),
            item("大专以上，高分子材料或模具专业；"),
            item("三年以上汽车内外饰件注塑经验；"),
            item("熟悉模流分析和DOE方法。"),
            heading("工作环境"),
            p("办公室与注塑车间，车间有噪声和高温。"),
            p(),
            grid(
                (2.4, 2.9, 2.4, 2.9, 2.4, 3),
                (h("编制"), "段伟", h("审核"), "贺建平", h("批准"), "欧阳川"),
                (h("日期"), "2022-05-20", h("日期"), "2022-05-26", h("日期"), "2022-05-30"),
            ),
        ),
    )


def continued_table() -> Sheet:
    """The duties go on in a second table after a page break, under the same header typed again."""
    widths = (1.4, 3, 7.6, 4)
    header = (h("序号"), h("职责项目"), h("工作内容"), h("工作标准"))
    return Sheet(
        header=("清晏区图书馆",),
        footer=(p(r("第1页 共2页")),),
        body=(
            centred("采编馆员岗位职责说明书"),
            grid(
                (3, 5, 3, 5),
                (h("岗位名称"), "采编馆员", h("岗位编号"), "TS-02"),
                (h("所属科室"), "采编部", h("直接上级"), "采编部主任"),
            ),
            p("一、主要职责"),
            grid(
                widths,
                header,
                ("1", "采访", c("1. 收集书目信息和读者荐购；", "2. 拟订采购书单。"), "月度书单按时提交"),
                ("2", "验收", "核对到书与订单，登记差错。", "到馆三日内完成"),
            ),
            page_break(),
            p("（续表）"),
            grid(
                widths,
                header,
                ("3", "编目", c("1. 按中图法分类标引；", "2. 套录或原编书目数据。"), "差错率低于2‰"),
                ("4", "加工", "贴标、盖章、移交典藏。", "交接单签字齐全"),
            ),
            p("二、任职条件"),
            p("1. 图书情报专业本科以上学历；"),
            p("2. 熟悉机读目录格式；"),
            p("3. 工作细致。"),
            p("三、工作时间"),
            p("每周五天，每天八小时。"),
        ),
    )


def duty_categories() -> Sheet:
    """Duties under 主要工作, 协作工作 and 其他工作 in a merged left column, each with its standard."""
    return Sheet(
        body=(
            centred("岗位说明书"),
            grid(
                (2.4, 2.4, 6.4, 4.8),
                (h("岗位名称"), "教练员", h("所属部门"), "教学部"),
                (h("直接上级"), "教学组长", h("直接下级"), "无"),
                (h("工作目标"), c("按大纲完成教学，让学员安全、文明驾驶，一次通过考试。", across=3)),
                (h("工作职责", across=4),),
                (h("工作类别"), h("序号"), h("职责描述"), h("工作标准")),
                (h("主要工作", down=3), "职责一", "按教学大纲和计时要求开展场地、道路教学", "学时达标率100%"),
                ("职责二", "出车前检查车辆制动、轮胎和副刹车", "检查表每日填写"),
                ("职责三", "讲评学员操作，填写教学日志", "学员满意度90%以上"),
                (h("协作工作", down=1), "职责一", "协助招生咨询和学员分班", "响应及时"),
                (h("其他工作", down=1), "职责一", "完成领导交办的其他事项", "按时完成"),
                (h("任职要求", across=4),),
                (h("文化程度"), c("高中及以上", across=3)),
                (h("驾龄"), c("5年以上安全驾龄", across=3)),
                (h("证照要求"), c("C1及以上驾驶证、教练员证", across=3)),
                (h("考核指标", across=4),),
                (c("1、科目二、科目三合格率；", "2、学员投诉次数。", across=4),),
            ),
        ),
    )
