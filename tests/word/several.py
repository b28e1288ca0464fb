"""Several jobs in one document, and what stands before them."""

from tests.loaders.docx.build import abstract, field, level, num, p, r
from tests.word.sheet import Sheet, c, centred, grid, h, page_break

_TOC = '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs></w:pPr>'

_MARK = "<!-- -->"


def _contents(*entries: tuple[str, int]) -> tuple[str, ...]:
    """A table of contents as Word's field leaves it: a heading, and a line for each entry with its page."""
    rows = [f"{r(title)}<w:r><w:tab/></w:r>{r(str(page))}" for title, page in entries]
    begin, end = field(' TOC \\o "1-2" ', _MARK).split(_MARK)
    rows[0] = begin + rows[0]
    rows[-1] += end
    return (centred("目  录", 14), *(f"<w:p>{_TOC}{row}</w:p>" for row in rows))


def table_per_job() -> Sheet:
    """A cover, a table of contents, then a table for each job on a page of its own."""

    def job(
        title: str, code: str, boss: str, staff: str, purpose: str, duties: tuple[str, ...], *rest: tuple[str, str]
    ) -> str:
        return grid(
            (2.8, 5.2, 2.8, 5.2),
            (h(f"{title}岗位说明书", across=4),),
            (h("岗位名称"), title, h("岗位编号"), code),
            (h("所属部门"), "门店运营部", h("直接上级"), boss),
            (h("直接下级"), staff, h("编制日期"), "2024.1.2"),
            (h("岗位目的"), c(purpose, across=3)),
            (h("岗位职责"), c(*duties, across=3)),
            *((h(label), c(value, across=3)) for label, value in rest),
        )

    return Sheet(
        header=("跃动健身管理有限公司",),
        footer=(p(r("- "), field("PAGE", r("1")), r(" -")),),
        body=(
            p(),
            p(),
            centred("跃动健身管理有限公司", 22),
            centred("门店岗位说明书汇编", 26),
            p(),
            centred("版本：V2.0", 12),
            centred("人力行政部编制", 12),
            centred("二〇二四年一月", 12),
            page_break(),
            *_contents(("店长岗位说明书", 3), ("私人教练岗位说明书", 4), ("前台接待岗位说明书", 5)),
            page_break(),
            job(
                "店长",
                "MD-01",
                "区域经理",
                "私人教练、前台接待",
                "全面负责门店经营，完成业绩目标。",
                (
                    "1、分解月度业绩指标，跟进达成；",
                    "2、安排排班和团课课表；",
                    "3、处理会员投诉；",
                    "4、检查器械安全和卫生。",
                ),
                ("任职要求", "大专以上学历，3年以上健身行业管理经验"),
                ("考核指标", "业绩达成率、会员续费率"),
            ),
            page_break(),
            job(
                "私人教练",
                "MD-02",
                "店长",
                "无",
                "为会员制定训练计划并授课。",
                (
                    "1、为新会员做体测和运动评估；",
                    "2、制定训练和饮食计划；",
                    "3、授课并保护会员安全；",
                    "4、销售私教课程。",
                ),
                ("任职要求", "体育专业优先，持健身教练国家职业资格证"),
                ("考核指标", "课时量、会员满意度"),
            ),
            page_break(),
            job(
                "前台接待",
                "MD-03",
                "店长",
                "无",
                "接待会员和访客，办理入会手续。",
                ("1、核验会员身份，发放手环；", "2、接听电话，登记咨询；", "3、收银并做日结；", "4、保持前厅整洁。"),
                ("任职要求", "形象气质佳，普通话标准，有服务意识"),
                ("考核指标", ""),
            ),
        ),
    )


def heading_per_job() -> Sheet:
    """Jobs under auto-numbered headings, their sections under the next level, their items under the third."""
    levels = (
        level(0, "chineseCountingThousand", "第%1章", '<w:pStyle w:val="Heading1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="Heading2"/><w:isLgl/>'),
        level(2, "decimal", "%3)", ""),
    )
    numbering = abstract(1, *levels, more='<w:multiLevelType w:val="multilevel"/>') + num(1, 1)

    def chapter(text: str) -> str:
        return p(text, style="Heading1")

    def section(text: str) -> str:
        return p(text, style="Heading2")

    def item(text: str) -> str:
        return p(text, number=(1, 2))

    return Sheet(
        numbering=numbering,
        styles={
            "Heading1": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
            "Heading2": '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
        },
        header=("磐石水泥有限公司    文件编号：PS-ZD-2023-44",),
        body=(
            centred("烧成车间岗位说明书"),
            chapter("中控操作员"),
            section("岗位关系"),
            p("直接上级：烧成车间主任　　直接下级：巡检工"),
            section("岗位目的"),
            p("操作窑系统，保证熟料产量和质量，控制煤耗、电耗。"),
            section("岗位职责"),
            item("监视窑系统的温度、压力和电流，及时调整风、煤、料；"),
            item("按化验室通知调整配料；"),
            item("填写操作记录，做好交接班。"),
            section("任职要求"),
            item("高中以上学历，2年以上中控操作经验；"),
            item("熟悉工艺流程和安全规程。"),
            chapter("巡检工"),
            section("岗位关系"),
            p("直接上级：中控操作员"),
            section("岗位目的"),
            p("巡查设备运行状况，排除一般故障。"),
            section("岗位职责"),
            item("每小时检查减速机油位、轴承温度和皮带跑偏；"),
            item("清理下料管和预热器结皮；"),
            item("配合检修，办理停送电手续。"),
            section("任职要求"),
            item("初中以上文化，身体健康，能登高作业；"),
            item("经三级安全教育合格。"),
        ),
    )


def department_then_jobs() -> Sheet:
    """What the department does, as a table and a list, before its two jobs."""
    return Sheet(
        body=(
            centred("采购部部门职责与岗位说明书"),
            p("一、部门职责", style="Heading1"),
            grid(
                (3, 5, 3, 5),
                (h("部门名称"), "采购部", h("部门负责人"), "采购经理"),
                (h("上级主管"), "供应链总监", h("部门编制"), "6人"),
                (h("部门使命"), c("按时、按质、按价供应面辅料。", across=3)),
            ),
            p("1、开发和评估面料、辅料供应商；"),
            p("2、编制并执行采购计划；"),
            p("3、管理采购合同和付款申请。"),
            p("二、岗位说明书", style="Heading1"),
            p("（一）采购经理", style="Heading2"),
            grid(
                (3, 5, 3, 5),
                (h("岗位名称"), "采购经理", h("所属部门"), "采购部"),
                (h("直接上级"), "供应链总监", h("直接下级"), "面料采购员"),
                (h("岗位职责"), c("1、制定采购策略和降本目标；", "2、主持供应商谈判；", "3、审批采购订单。", across=3)),
                (h("任职资格"), c("本科以上，8年以上服装采购经验", across=3)),
            ),
            p("（二）面料采购员", style="Heading2"),
            grid(
                (3, 5, 3, 5),
                (h("岗位名称"), "面料采购员", h("所属部门"), "采购部"),
                (h("直接上级"), "采购经理", h("直接下级"), "无"),
                (
                    h("岗位职责"),
                    c("1、询价、打样、下单；", "2、跟踪交期，安排来料检验；", "3、登记采购台账。", across=3),
                ),
                (h("任职资格"), c("大专以上，纺织或服装专业，熟悉面料成分和工艺", across=3)),
            ),
        ),
    )


def row_per_job() -> Sheet:
    """A notice with one row a job; a department that is merged over its rows, and terms that hold for all."""
    return Sheet(
        body=(
            centred("云栈机场地面服务有限公司2024年公开招聘公告"),
            p("因航班增加，现面向社会公开招聘工作人员若干名，有关事项公告如下："),
            p("一、招聘岗位"),
            grid(
                (1.2, 2.2, 2.6, 1.6, 2.2, 2.4, 4.4),
                (h("序号"), h("部门"), h("岗位"), h("人数"), h("学历"), h("年龄"), h("岗位要求")),
                (
                    "1",
                    c("旅客服务部", down=2),
                    "值机员",
                    "15",
                    "大专及以上",
                    "18-28周岁",
                    c("1.普通话二级甲等；", "2.能适应轮班。"),
                ),
                ("2", "贵宾服务员", "4", "大专及以上", "18-30周岁", c("1.英语四级以上；", "2.有高端服务经验者优先。")),
                (
                    "3",
                    c("站坪部", down=2),
                    "特种车辆司机",
                    "6",
                    "高中及以上",
                    "45周岁以下",
                    "持B2及以上驾驶证，3年以上驾龄",
                ),
                ("4", "装卸员", "20", "不限", "40周岁以下", "身体健康，能从事重体力劳动"),
                repeat=1,
            ),
            p("二、薪酬待遇"),
            p("签订劳动合同，缴纳五险一金，提供工作餐和宿舍。"),
            p("三、报名方式"),
            p("请于3月20日前将简历发送至hr@yunzhan.example，联系电话：0800-5550199。"),
            p("云栈机场地面服务有限公司"),
            p("2024年3月1日"),
        ),
    )


def numbered_headings() -> Sheet:
    """Two jobs under unnumbered title lines; headings 一、 and （一） and items 1. that Word counts."""
    levels = (
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3．"),
    )
    multi = '<w:multiLevelType w:val="multilevel"/>'
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(1, *levels, more=multi) + num(1, 1) + num(2, 1, restart)

    def job(number: int, title: str, boss: str, *sections: tuple[str, tuple[str, ...]]) -> list[str]:
        shown = [centred(f"{title}岗位说明书", 16), p(r(f"部门：编辑部    直接上级：{boss}"))]
        for heading, items in sections:
            shown.append(p(heading, number=(number, 0)))
            for text in items:
                depth = 2 if text.endswith(("；", "。")) else 1
                shown.append(p(text, number=(number, depth)))
        return shown

    return Sheet(
        numbering=numbering,
        header=("芸窗出版社有限公司",),
        footer=("YC-RZ-2021-07    第1页 共2页",),
        body=(
            *job(
                1,
                "责任编辑",
                "编辑部主任",
                (
                    "岗位职责",
                    (
                        "选题策划",
                        "调研市场，提出选题；",
                        "与作者洽谈合同。",
                        "书稿加工",
                        "审读书稿，消除政治性、知识性差错；",
                        "核对引文和数据；",
                        "发稿并跟踪三校。",
                    ),
                ),
                ("工作权限", ("对书稿质量不合格的退稿建议权；", "对装帧设计的选择权。")),
                ("任职资格", ("硕士以上学历，中文、历史等专业；", "持编辑职业资格证书。")),
            ),
            page_break(),
            *job(
                2,
                "校对员",
                "校对室主任",
                (
                    "岗位职责",
                    (
                        "校对",
                        "对照原稿核红，改正错别字和标点；",
                        "统一体例。",
                        "质检",
                        "抽检付印样，填写质检表。",
                    ),
                ),
                ("工作权限", ("对疑问处的质疑权。",)),
                ("任职资格", ("大专以上学历，文字功底扎实；", "视力良好，能久坐。")),
            ),
        ),
    )
