"""One job as a form: label cells beside value cells, sections down the side or across, a document that is one table."""

from tests.loaders.docx.build import abstract, control, field, level, num, p, r
from tests.word.sheet import Cell, Sheet, box, c, centred, down, grid, h, lines

_PAGE = p(r("第 "), field("PAGE", r("1")), r(" 页 共 "), field("NUMPAGES", r("1")), r(" 页"))
_LIST = abstract(1, level(0, "decimal", "%1、")) + num(1, 1)


def grid_four_columns() -> Sheet:
    """Labels and values in four columns, titles over all of them, answers over three."""
    return Sheet(
        header=("丰禾烘焙食品有限公司\t\t文件编号：FH-HR-021",),
        footer=(_PAGE,),
        body=(
            centred("岗位说明书"),
            grid(
                (2.8, 5.2, 2.8, 5.2),
                (h("岗位名称"), "面包车间班长", h("岗位编号"), "SC-MB-02"),
                (h("所属部门"), "生产部面包车间", h("直接上级"), "车间主任"),
                (h("直接下级"), "和面工、成型工、烤炉工", h("岗位定员"), "3人"),
                (h("岗位等级"), "", h("工资等级"), "七级"),
                (h("工作地点"), "临江市开发区二号厂房", h("编制日期"), "2021年4月"),
                (h("岗位概述", across=4),),
                (c("组织本班按生产计划完成面包的和面、成型、醒发和烘烤，保证食品安全和交期。", across=4),),
                (h("岗位职责", across=4),),
                (
                    c(
                        "1、按日生产计划安排班组人员和设备，班前检查人员健康状况和着装；",
                        "2、核对配方和投料数量，监督称量复核；",
                        "3、控制醒发温度、湿度和烘烤时间，首件确认后方可批量生产；",
                        "4、填写生产记录和关键控制点监控记录；",
                        "5、组织班后清洁消毒，检查设备拆洗情况；",
                        "6、完成车间主任交办的其他工作。",
                        across=4,
                    ),
                ),
                (h("工作权限", across=4),),
                (c("1、对不合格原料的拒用权；", "2、对违反卫生规范人员的停岗建议权。", across=4),),
                (h("任职资格", across=4),),
                (h("学    历"), "中专及以上", h("专    业"), "食品加工、烘焙工艺"),
                (h("工作经验"), "3年以上烘焙生产经验", h("年    龄"), "25-45岁"),
                (h("资格证书"), "健康证、西式面点师（四级）", h("性    别"), "不限"),
                (h("技能要求"), c("能独立操作和面机、开酥机和隧道炉，会看产品标准和配方单", across=3)),
                (h("工作条件", across=4),),
                (h("工作时间"), "早晚两班轮换", h("工作环境"), "车间高温，有面粉粉尘"),
                (h("考核指标"), c("成品合格率", "交期达成率", "卫生检查得分", across=3)),
                (h("备    注"), c(across=3)),
            ),
        ),
    )


def label_in_cell() -> Sheet:
    """Label and value share a cell, two pairs stand in one paragraph, a cell holds its section's heading and text."""
    return Sheet(
        header=("暖爪宠物医院有限公司",),
        body=(
            centred("职位说明书"),
            grid(
                (8, 8),
                ("职位名称：兽医助理", "职位编号："),
                ("所属部门：门诊部", "直接上级：主治兽医师"),
                ("直接下级：无", "定员人数：4名"),
                ("工作地点：各门店", "填写日期：2023-02-20"),
                (c("职位概要：协助兽医师完成宠物的诊断、治疗和护理，照管住院动物。", across=2),),
                (
                    c(
                        "工作职责：",
                        "（1）接诊登记，测量体温、体重，询问病史和免疫情况；",
                        "（2）保定动物，配合采血、输液和影像检查；",
                        "（3）准备手术器械，术后监护并记录生命体征；",
                        "（4）照料住院动物的饮食、清洁和用药；",
                        "（5）清点药品和耗材，临近效期提前一个月报告。",
                        across=2,
                    ),
                ),
                (c("工作权限：", "（1）对未免疫动物住院的拒绝建议权；", "（2）耗材领用权。", across=2),),
                (
                    c(
                        "任职要求：",
                        "学历要求：大专及以上",
                        "专业要求：动物医学、畜牧兽医",
                        "工作经验：不限",
                        "资格证书：执业助理兽医师资格优先",
                        "能力素质：喜爱动物，有耐心，不怕脏累",
                        across=2,
                    ),
                ),
                (c("工作时间：轮班制，每周休一天　　　　工作环境：诊室，有动物抓咬风险", across=2),),
                (c("晋升方向：执业兽医师、护理主管", across=2),),
            ),
        ),
    )


def vertical_labels() -> Sheet:
    """Sections are labels down the left side: one character a paragraph, soft breaks between, or turned text."""
    return Sheet(
        header=("澄宇玻璃制品厂",),
        footer=("表号：CY-RL-07",),
        body=(
            centred("岗 位 说 明 书"),
            grid(
                (1.2, 2.6, 4.6, 2.6, 5),
                (down("基本资料", 3), h("岗位名称"), "熔化工", h("岗位代码"), "RH-11"),
                (h("所在部门"), "熔制车间", h("直接上级"), "熔制工段长"),
                (h("直接下级"), "无", h("分析日期"), ""),
                (h(lines(*"岗位目的")), c("稳定窑炉工况，保证玻璃液的温度、液面和质量符合工艺规程。", across=4)),
                (
                    h("工作职责", upright=True),
                    c(
                        "一、日常操作",
                        "1. 每小时记录窑温、窑压、液面和燃气流量；",
                        "2. 按配合料单调整投料速度，保持料堆稳定；",
                        "3. 换火时确认阀门位置，观察火焰状态。",
                        "二、维护与应急",
                        "1. 每班清扫蓄热室炉条，检查池壁冷却风；",
                        "2. 停电停气时按应急预案操作，并立即报告工段长。",
                        across=4,
                    ),
                ),
                (down("任职资格", 4), h("教育水平"), c("高中或技校毕业", across=3)),
                (h("经验"), c("1年以上窑炉操作经验", across=3)),
                (h("知识"), c("熟悉玻璃熔制原理和燃气安全知识", across=3)),
                (h("身体条件"), c("无色盲，无高血压，能适应高温作业", across=3)),
                (down("工作条件", 2), h("工作时间"), c("四班三运转", across=3)),
                (h("职业危害"), c("高温、热辐射、噪声", across=3)),
            ),
        ),
    )


def zhize_template() -> Sheet:
    """职责一 in a merged cell; its 职责表述 and share of time in cells of their own; numbered tasks below."""

    def duty(ordinal: str, name: str, share: str, *tasks: str) -> tuple[tuple[Cell | str, ...], ...]:
        first, *others = tasks
        return (
            (
                h(f"职责{ordinal}", down=1 + len(tasks)),
                h("职责表述"),
                name,
                h("工作时间百分比"),
                share,
            ),
            (h("工作任务", down=len(tasks)), c(first, across=3)),
            *((c(task, across=3),) for task in others),
        )

    return Sheet(
        header=("沣水自来水有限公司\t\t编号：FS-GW-SM-15",),
        body=(
            centred("岗位说明书"),
            grid(
                (2, 2.2, 6, 3.2, 2.6),
                (h("岗位名称"), c("管网部经理", across=2), h("岗位编号"), "GW-001"),
                (h("所在部门"), c("管网部", across=2), h("岗位定员"), "1"),
                (h("直接上级"), c("生产副总经理", across=2), h("职系"), "管理"),
                (h("直接下级"), c("管网主管、检漏班长、抢修班长", across=2), h("所辖人员"), "36"),
                (c("本职：主持供水管网的运行、维护和改造，保证供水安全，降低漏损", across=5),),
                (h("职责与工作任务：", across=5),),
                *duty(
                    "一",
                    "组织编制管网规划和年度改造计划",
                    "20%",
                    "1、分析管网压力、流量和漏损数据，提出改造项目",
                    "2、编制年度改造计划和预算，报公司审批",
                    "3、参加新建小区供水方案的审查",
                ),
                *duty(
                    "二",
                    "组织管网巡检、检漏和抢修",
                    "45%",
                    "1、划分巡检片区，检查巡检轨迹和记录",
                    "2、组织夜间检漏，限期消除暗漏",
                    "3、指挥爆管抢修，及时发布停水信息",
                    "4、审核抢修费用",
                ),
                *duty("三", "管理管网图档和阀门资料", "15%", "1、组织竣工图的移交和地理信息系统更新"),
                *duty(
                    "四",
                    "管理部门内部事务",
                    "20%",
                    "1、分配部门工作，指导并考核下属",
                    "2、控制部门费用",
                ),
                (h("权力：", across=5),),
                (c("停水作业的审批权", across=5),),
                (c("抢修物资的紧急采购权", across=5),),
                (c("对直接下级的奖惩建议权", across=5),),
                (h("工作协作关系：", across=5),),
                (h("内部协调关系", across=2), c("制水部、营业部、客服中心", across=3)),
                (h("外部协调关系", across=2), c("市政、交警、燃气和电力公司", across=3)),
                (h("任职资格：", across=5),),
                (h("教育水平", across=2), c("大学本科以上", across=3)),
                (h("专业", across=2), c("给排水或相关专业", across=3)),
                (h("培训经历", across=2), c("受过安全管理、地理信息系统培训", across=3)),
                (h("经验", across=2), c("8年以上管网工作经验，3年以上管理经验", across=3)),
                (h("知识", across=2), c("掌握管网水力计算，了解供水法规", across=3)),
                (h("技能技巧", across=2), c("熟练使用办公软件和管网模型软件", across=3)),
                (h("个人素质", across=2), c("有较强的组织、判断和应急能力", across=3)),
                (h("其他：", across=5),),
                (h("使用工具/设备", across=2), c("计算机、对讲机、检漏仪、抢修车", across=3)),
                (h("工作环境", across=2), c("办公室和施工现场", across=3)),
                (h("工作时间特征", across=2), c("正常工作时间，抢修时随时到岗", across=3)),
                (h("所需记录文档", across=2), c("月报、抢修记录、管网台账", across=3)),
                (h("考核指标：", across=5),),
                (c("管网漏损率、抢修及时率", across=5),),
                (c("管网改造计划完成率", across=5),),
                (h("备注：", across=5),),
                (c(across=5),),
            ),
        ),
    )


def tick_boxes() -> Sheet:
    """Answers that are ticked: typed signs, Wingdings, content controls, and lists to choose from."""

    def box_(ticked: bool, text: str) -> str:
        state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
        return control(r("☒" if ticked else "☐"), state) + r(text + "　")

    def sign(code: str, text: str) -> str:
        return f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>' + r(text + " ")

    departments = "".join(f'<w:listItem w:displayText="{name}" w:value="{name}"/>' for name in ("护理部", "后勤部"))
    chosen = f"<w:dropDownList>{departments}</w:dropDownList>"
    prompt = "<w:showingPlcHdr/><w:text/>"
    ladder = (("F0A8", "小学"), ("F0FE", "初中"), ("F0A8", "高中/中专"), ("F0A8", "大专"))
    return Sheet(
        body=(
            centred("晚晴养老服务中心岗位说明表"),
            grid(
                (3, 5, 3, 5),
                (
                    h("岗位名称"),
                    p(control(r("养老护理员"), "<w:text/>")),
                    h("岗位编号"),
                    p(control(r("单击此处输入编号"), prompt)),
                ),
                (h("所属部门"), p(control(r("护理部"), chosen)), h("直接上级"), "护理组长"),
                (h("工作性质"), c(p(box_(True, "全职"), box_(False, "兼职"), box_(False, "小时工")), across=3)),
                (h("性别要求"), "□男  ☑女  □不限", h("年龄要求"), "55岁以下"),
                (h("学历要求"), c(p(*(sign(code, text) for code, text in ladder)), across=3)),
                (h("出差频率"), "■无  □偶尔  □经常", h("资格证书"), "养老护理员（五级）"),
                (h("工作班次"), c("（ ）白班　（√）三班倒　（ ）长夜班", across=3)),
                (
                    h("岗位职责"),
                    c(
                        "1．协助老人起居、进食、洗浴和如厕；",
                        "2．按时测量血压、体温，提醒服药并登记；",
                        "3．定时翻身拍背，预防压疮；",
                        "4．陪伴老人参加文娱和康复活动；",
                        "5．发现异常情况立即报告值班护士。",
                        across=3,
                    ),
                ),
                (h("素质要求"), c("有爱心，有耐心，身体健康，能上夜班", across=3)),
                (h("备注"), c("/", across=3)),
            ),
        ),
    )


def one_table() -> Sheet:
    """Title, sections, auto-numbered lists, pairs and signatures: the whole document is one table."""

    def item(text: str) -> str:
        return p(text, number=1)

    def right(text: str) -> str:
        return p(text, number=2)

    numbering = (
        abstract(1, level(0, "decimal", "%1.")) + abstract(2, level(0, "decimal", "（%1）")) + num(1, 1) + num(2, 2)
    )
    return Sheet(
        numbering=numbering,
        body=(
            grid(
                (2.6, 2.7, 2.6, 2.7, 2.6, 2.8),
                (c(centred("东屿港务有限公司"), centred("岗位工作说明书", 14), across=6),),
                (h("一、基本信息", across=6),),
                (h("岗位名称"), "理货员", h("岗位编码"), "LH-05", h("所属部门"), "理货部"),
                (h("直接上级"), "理货班长", h("直接下级"), "无", h("岗位性质"), "操作岗"),
                (h("二、岗位目的", across=6),),
                (c("核对进出口货物的数量和残损，出具理货单证，保证货物交接清楚。", across=6),),
                (h("三、岗位职责", across=6),),
                (
                    c(
                        item("船舶靠泊前查阅舱单和积载图，了解作业要求；"),
                        item("舱口和岸边逐车点数，与装卸班组当面签认；"),
                        item("发现残损、溢短立即拍照取证，编制残损单；"),
                        item("作业结束后汇总计数单，与船方签署理货证明书；"),
                        item("整理归档单证。"),
                        across=6,
                    ),
                ),
                (h("四、岗位权限", across=6),),
                (c(right("对标志不清货物的拒收建议权；"), right("对野蛮装卸的制止权。"), across=6),),
                (h("五、任职资格", across=6),),
                (h("学历"), c("大专及以上", across=2), h("专业"), c("港口物流、国际贸易", across=2)),
                (h("外语要求"), c("英语四级，能与船员简单会话", across=2), h("工作经验"), c("1年以上", across=2)),
                (h("个人素质"), c("诚信，原则性强，吃苦耐劳", across=5)),
                (h("六、工作环境", across=6),),
                (c("码头露天作业，高温、寒冷、噪声。", across=6),),
                (h("编制人"), "方正", h("审核人"), "沈海英", h("批准人"), "罗启明"),
                (h("编制日期"), "2020.3.2", h("审核日期"), "2020.3.9", h("批准日期"), "2020.3.16"),
            ),
        ),
    )


def nested_tables() -> Sheet:
    """A cell holds a table of its own: duties in one, indicators in another."""
    duties = grid(
        (1.2, 6, 3.2, 2),
        (h("序号"), h("工作内容"), h("工作标准"), h("频次")),
        ("1", "核对施工单与版样，校准版位", "套印误差不超过0.1毫米", "每单"),
        ("2", "调整墨量、水量和压力，签样后开机", "色差在签样范围内", "每单"),
        ("3", "保养印刷机，填写点检表", "点检无漏项", "每日"),
    )
    indicators = grid(
        (4.4, 5, 3),
        (h("考核指标"), h("目标值"), h("权重")),
        ("产量达成率", "≥98%", "40%"),
        ("废品率", "≤1.5%", "40%"),
        ("现场评分", "90分以上", "20%"),
    )
    return Sheet(
        footer=("华彩印务有限公司    - 1 -",),
        body=(
            centred("岗位说明书"),
            grid(
                (2.6, 5.4, 2.6, 5.4),
                (h("岗位名称"), "胶印机长", h("部门"), "印刷车间"),
                (h("直接上级"), "车间主任", h("直接下级"), "二手、三手"),
                (h("岗位概要"), c("带领机台按质按量完成印刷任务，维护设备。", across=3)),
                (h("工作内容与标准"), c(duties, across=3)),
                (h("绩效考核"), c(indicators, across=3)),
                (h("任职条件"), c("1、中专以上学历；", "2、五年以上对开机操作经验；", "3、无色盲色弱。", across=3)),
                (h("工作环境"), c("车间有噪声和油墨气味", across=3)),
            ),
        ),
    )


def text_boxes() -> Sheet:
    """The title and a note stand in text boxes, the company in the header, the values in content controls."""

    def pairs(first: tuple[str, str], second: str) -> str:
        label, value = first
        return p(r(f"{label}："), control(r(value), "<w:text/>"), "<w:r><w:tab/></w:r>", second)

    return Sheet(
        numbering=_LIST,
        header=(p(control(r("青苗幼儿园"), '<w:alias w:val="单位"/><w:text/>'), r("\t文件编号：QM-RS-09")),),
        footer=(_PAGE,),
        body=(
            p(box(centred("保育员岗位说明书", 16), width=9, height=1.4)),
            pairs(("岗位名称", "保育员"), r("所属部门：") + control(r("保教部"), "<w:text/>")),
            pairs(("直接上级", "保教主任"), r("直接下级：无")),
            control(
                grid(
                    (3, 13),
                    (h("岗位目的"), "照料幼儿的生活，保持班级卫生，配合教师开展活动。"),
                    (
                        h("工作职责"),
                        c(
                            p("开窗通风，清洁消毒活动室、寝室和玩具；", number=1),
                            p("组织幼儿盥洗、进餐、午睡和如厕；", number=1),
                            p("观察幼儿健康状况，做好晨午检配合和交接；", number=1),
                            p("保管班级物品和幼儿衣物。", number=1),
                        ),
                    ),
                    (h("任职要求"), c("高中以上学历，持保育员证和健康证；", "普通话流利，性格温和。")),
                    (h("工作时间"), "7:30—17:30，中午轮休"),
                )
            ),
            p(box("备注：本岗位须每年体检一次。", width=6, height=1.4)),
        ),
    )
