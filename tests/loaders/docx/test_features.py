"""What Word shows, feature by feature: markup, and the source text that it must give."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from jdparse.loaders.docx import load
from tests.loaders.docx import build
from tests.loaders.docx.build import Part, abstract, cell, control, level, num, p, r, row, style, table


@dataclass(frozen=True)
class Case:
    title: str
    body: tuple[str, ...]
    text: str
    """The source text, without the line break at its end."""
    options: Mapping[str, Any] = field(default_factory=dict)


def case(title: str, *body: str, text: str, **options: Any) -> Case:
    return Case(title, body, text, options)


def numbered(*texts: str, number: tuple[int, int] | int = 1) -> tuple[str, ...]:
    return tuple(p(text, number=number) for text in texts)


def counted(name: str, pattern: str, *starts: int) -> Mapping[str, str]:
    """Lists of one format that start at the given numbers, numId 1 for the first."""
    lists = [abstract(i, level(0, name, pattern, start=start)) for i, start in enumerate(starts)]
    return {"numbering": "".join(lists) + "".join(num(i + 1, i) for i in range(len(starts)))}


WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
VANISH = "<w:vanish/>"
OUTLINE = abstract(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
    level(4, "decimalEnclosedCircle", "%5"),
)

NUMBER_FORMATS = [
    case(f"{name} {pattern}", p("甲", number=1), p("乙", number=2), text=text, **counted(name, pattern, *starts))
    for name, pattern, starts, text in (
        ("chineseCounting", "%1、", (1, 100), "一、\t甲\n一○○、\t乙"),
        ("chineseCountingThousand", "（%1）", (1, 110), "（一）\t甲\n（一百一十）\t乙"),
        ("chineseLegalSimplified", "%1、", (1, 34), "壹、\t甲\n叁拾肆、\t乙"),
        ("ideographDigital", "第%1条", (1, 20), "第一条\t甲\n第二〇条\t乙"),
        ("ideographTraditional", "%1、", (1, 11), "甲、\t甲\n11、\t乙"),
        ("ideographZodiac", "%1、", (1, 13), "子、\t甲\n13、\t乙"),
        ("taiwaneseCounting", "%1、", (11, 100), "十一、\t甲\n一○○、\t乙"),
        ("taiwaneseCountingThousand", "%1、", (10, 101), "十、\t甲\n一百零一、\t乙"),
        ("japaneseCounting", "%1、", (11, 110), "十一、\t甲\n百十、\t乙"),
        ("decimalEnclosedCircle", "%1", (20, 21), "⑳\t甲\n21\t乙"),
        ("decimalFullWidth", "%1．", (1, 10), "１．\t甲\n１０．\t乙"),
        ("decimal", "（%1）", (1, 100), "（1）\t甲\n（100）\t乙"),
        ("upperLetter", "%1.", (26, 27), "Z.\t甲\nAA.\t乙"),
        ("lowerLetter", "%1)", (26, 28), "z)\t甲\nbb)\t乙"),
        ("upperRoman", "%1.", (4, 9), "IV.\t甲\nIX.\t乙"),
        ("lowerRoman", "%1.", (1, 40), "i.\t甲\nxl.\t乙"),
        ("decimalZero", "%1", (9, 10), "09\t甲\n10\t乙"),
        ("decimalEnclosedCircleChinese", "%1", (1, 10), "①\t甲\n⑩\t乙"),
        ("decimalEnclosedParen", "%1", (1, 20), "⑴\t甲\n⒇\t乙"),
        ("decimalEnclosedFullstop", "%1", (1, 20), "⒈\t甲\n⒛\t乙"),
        ("ideographEnclosedCircle", "%1", (1, 10), "㈠\t甲\n㈩\t乙"),
        ("ganada", "%1.", (1, 2), "가.\t甲\n나.\t乙"),
        ("koreanLegal", "%1", (11, 20), "열하나\t甲\n스물\t乙"),
        ("cardinalText", "%1.", (1, 2), "1.\t甲\n2.\t乙"),
    )
]

LISTS = [
    case(
        "bullets of symbol fonts",
        *(p(text, number=i) for i, text in enumerate(("方块", "圆点", "短横", "空心", "图片"), 1)),
        text="▪\t方块\n•\t圆点\n–\t短横\n○\t空心\n•\t图片",
        numbering="".join(
            abstract(i, f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>{more}</w:lvl>')
            for i, (sign, more) in enumerate(
                (
                    ("\uf0a7", f"<w:rPr>{WINGDINGS}</w:rPr>"),
                    ("\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'),
                    ("–", ""),
                    ("o", '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'),
                    ("", '<w:lvlPicBulletId w:val="0"/>'),
                )
            )
        )
        + "".join(num(i + 1, i) for i in range(5)),
    ),
    case(
        "five levels with restarts",
        p("概述", number=(1, 0)),
        p("定位", number=(1, 1)),
        p("上级", number=(1, 2)),
        p("虚线", number=(1, 3)),
        p("例外", number=(1, 4)),
        p("职责", number=(1, 0)),
        p("日常", number=(1, 1)),
        text="一、\t概述\n（一）\t定位\n1.\t上级\n（1）\t虚线\n①\t例外\n二、\t职责\n（一）\t日常",
        numbering=OUTLINE + num(1, 0),
    ),
    case(
        "a level without the one above counts it as begun",
        p("先", number=(1, 1)),
        p("后", number=(1, 0)),
        text="1.1\t先\n2\t后",
        numbering=abstract(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 0),
    ),
    case(
        "isLgl shows all levels as decimals",
        p("总则", number=(1, 0)),
        p("范围", number=(1, 1)),
        p("对照", number=(2, 0)),
        p("对照节", number=(2, 1)),
        text="第一章\t总则\n1.1\t范围\n第一章\t对照\n一.1\t对照节",
        numbering=abstract(0, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
        + abstract(1, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2"))
        + num(1, 0)
        + num(2, 1),
    ),
    case(
        "heading styles linked to levels",
        p("基本信息", style="1"),
        p("归属", style="2"),
        p("任职资格", style="1"),
        text="一、\t基本信息\n（一）\t归属\n二、\t任职资格",
        styles=style("1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("2", "heading 2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        numbering=abstract(
            0,
            level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="1"/>'),
            level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="2"/>'),
        )
        + num(1, 0),
    ),
    case(
        "list and level from different styles of a chain",
        p("甲", style="a3"),
        p("乙", style="a5"),
        text="一、\t甲\n（一）\t乙",
        styles=style("a3", "条目", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("a4", "中间", based_on="a3")
        + style("a5", "子条目", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', based_on="a4"),
        numbering=OUTLINE + num(1, 0),
    ),
    case(
        "numStyleLink leads to the list of a numbering style",
        *numbered("甲", "乙", number=2),
        text="一、\t甲\n二、\t乙",
        styles=style("L", "条款", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"),
        numbering=abstract(0, level(0, "chineseCounting", "%1、"), more='<w:styleLink w:val="L"/>')
        + abstract(1, more='<w:numStyleLink w:val="L"/>')
        + num(1, 0)
        + num(2, 1),
    ),
    case(
        "startOverride restarts, and only once",
        *numbered("一", "二"),
        *numbered("三", "四", number=2),
        *numbered("五", "六", number=3),
        text="1.\t一\n2.\t二\n1.\t三\n2.\t四\n5.\t五\n6.\t六",
        numbering=abstract(0, level(0, "decimal", "%1."))
        + num(1, 0)
        + "".join(
            num(i, 0, f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>')
            for i, start in ((2, 1), (3, 5))
        ),
    ),
    case(
        "lists on one abstract list continue each other",
        *numbered("一", "二"),
        *numbered("三", number=2),
        text="1.\t一\n2.\t二\n3.\t三",
        numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0),
    ),
    case(
        "lvlRestart 0 keeps counting",
        p("甲", number=(1, 0)),
        p("子", number=(1, 1)),
        p("乙", number=(1, 0)),
        p("丑", number=(1, 1)),
        text="一、\t甲\n1.\t子\n二、\t乙\n2.\t丑",
        numbering=abstract(
            0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')
        )
        + num(1, 0),
    ),
    case(
        "numId 0 switches a style's number off",
        p("甲", style="h"),
        p("无", style="h", number=0),
        p("亦无", style="n"),
        p("乙", style="h"),
        text="一、\t甲\n无\n亦无\n二、\t乙",
        styles=style("h", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("n", "无号", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', based_on="h"),
        numbering=OUTLINE + num(1, 0),
    ),
    case(
        "an override with a whole level",
        p("甲", number=2),
        text="第1项\t甲",
        numbering=OUTLINE
        + num(1, 0)
        + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1项")}</w:lvlOverride>'),
    ),
    case(
        "numbered blank cells",
        table(row(cell(p(number=1)), cell(p("起草", number=2), p("会签", number=2))), row(cell(p(number=1)), "归档")),
        text="1\t（一）起草\n（二）会签\n2\t归档",
        numbering=abstract(0, level(0, "decimal", "%1"))
        + abstract(1, level(0, "chineseCounting", "（%1）", more='<w:suff w:val="nothing"/>'))
        + num(1, 0)
        + num(2, 1),
    ),
    case(
        "words in a level's text, suffixes, no number",
        p("甲", number=1),
        p("乙", number=2),
        p("丙", number=3),
        p("丁", number=4),
        text="附件1：甲\n第1节 乙\n丙\n★\t丁",
        numbering=abstract(0, level(0, "decimal", "附件%1：", more='<w:suff w:val="nothing"/>'))
        + abstract(1, level(0, "decimal", "第%1节", more='<w:suff w:val="space"/>'))
        + abstract(2, level(0, "none", "%1"))
        + abstract(3, level(0, "decimal", "★"))
        + "".join(num(i + 1, i) for i in range(4)),
    ),
    case("typed numbers stay", p("1、甲"), p("1、乙"), p("（三）丙"), text="1、甲\n1、乙\n（三）丙"),
    case(
        "former and missing numbering does not count",
        p(
            "旧",
            properties='<w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            "</w:pPrChange>",
        ),
        p("缺级", number=(1, 3)),
        p("缺表", number=9),
        p("甲", number=1),
        text="旧\n缺级\n缺表\n1.\t甲",
        numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
    ),
    case(
        "a custom format of leading zeros",
        *numbered("甲", "乙"),
        text="001\t甲\n002\t乙",
        numbering=abstract(
            0,
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt '
            'w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
            '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
        )
        + num(1, 0),
    ),
]

SHAPE = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
CHECKED = '<w14:checkbox><w14:checked w14:val="{}"/><w14:checkedState w14:val="2612"/></w14:checkbox>'
CHECK_BOX = "<w:ffData><w:checkBox><w:sizeAuto/>{}</w:checkBox></w:ffData>"

INLINE = [
    case(
        "breaks",
        p(
            r("要求：", inside="<w:br/>"),
            r("一、本科", inside="<w:cr/>"),
            "二、经验",
            '<w:r><w:br w:type="column"/></w:r>',
            "三",
        ),
        text="要求：\n一、本科\n二、经验\n三",
    ),
    case("a page break divides a paragraph", p("前", '<w:r><w:br w:type="page"/></w:r>', "后"), text="前\n后"),
    case("tabs", p("姓名：", r(inside="<w:tab/>"), "部门：", r(inside="<w:ptab/>"), "完"), text="姓名：\t部门：\t完"),
    case(
        "hyphens, entities and rare characters",
        p(r("HR", inside="<w:noBreakHyphen/>"), r("01", inside="<w:softHyphen/>"), "A&amp;B&lt;&#x20BB7;😀"),
        text="HR-01A&B<𠮷😀",
    ),
    case(
        "check boxes of symbol fonts",
        p(
            *(
                f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
                for font, code in (
                    *(("Wingdings", "F0FE"), ("Wingdings", "F0A8"), ("Wingdings", "006F"), ("Wingdings", "F0FD")),
                    *(("Wingdings 2", "0052"), ("Wingdings 2", "F0A3"), ("MS Gothic", "2612"), ("Wingdings", "F0FC")),
                )
            )
        ),
        text="☑☐☐☑☑☐☑✓",
    ),
    case("letters in a symbol font", p(r("\uf0fe", WINGDINGS), "男", r("o", WINGDINGS), "女"), text="☑男☐女"),
    case(
        "a text box once, below its paragraph",
        p("正文", build.text_box(p("编号甲") + p("版本乙"))),
        p("结尾"),
        text="正文\n编号甲\n版本乙\n结尾",
    ),
    case(
        "VML text boxes, one with a table",
        p(SHAPE.format(p("旁注"))),
        p("正文", SHAPE.format(table(row("甲", "乙")))),
        text="旁注\n正文\n甲\t乙",
    ),
    case(
        "grouped shapes",
        p(
            '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wpg:wgp>'
            + "".join(
                f"<wps:wsp><wps:txbx><w:txbxContent>{p(x)}</w:txbxContent></wps:txbx></wps:wsp>"
                for x in ("总经理", "副总")
            )
            + "</wpg:wgp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:group>"
            + "".join(
                f"<v:rect><v:textbox><w:txbxContent>{p(x)}</w:txbxContent></v:textbox></v:rect>"
                for x in ("总经理", "副总")
            )
            + "</v:group></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        text="总经理\n副总",
    ),
    case(
        "SmartArt",
        p(
            "组织图",
            '<w:r><w:drawing><a:graphic><a:graphicData><dgm:relIds r:dm="rId1"/></a:graphicData></a:graphic>'
            "</w:drawing>"
            "</w:r>",
        ),
        text="组织图\n厂长\n车间主任",
        parts={
            "word/diagrams/data1.xml": Part(
                f"<dgm:dataModel {build.namespaces()}><dgm:ptLst>"
                + "".join(
                    f"<dgm:pt><dgm:t><a:p><a:r><a:t>{x}</a:t></a:r></a:p></dgm:t></dgm:pt>"
                    for x in ("厂长", "车间主任")
                )
                + "<dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>",
                "diagramData",
            )
        },
    ),
    case(
        "word art",
        p('<w:r><w:pict><v:shape><v:textpath string="岗位说明书"/></v:shape></w:pict></w:r>'),
        text="岗位说明书",
    ),
    case(
        "block content controls",
        control(p("外") + control(p("内") + table(row("签", "值")))),
        p("后"),
        text="外\n内\n签\t值\n后",
    ),
    case("inline content control", p("上级：", control(r("经理")), "（签字）"), text="上级：经理（签字）"),
    case(
        "content controls around cells and rows",
        table(row("部门", control(cell("财务"))), control(row("职级", cell(control(p("七级")))))),
        text="部门\t财务\n职级\t七级",
    ),
    case(
        "check boxes in content controls",
        p(
            control(r("☒"), CHECKED.format(1)),
            "男",
            control('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', CHECKED.format(0)),
            "女",
        ),
        table(row(control(cell("☐是"), CHECKED.format(1)))),
        text="☑男☐女\n☑是",
    ),
    case(
        "prompts of empty controls are blank",
        p("编号：", control(r("单击此处输入"), "<w:showingPlcHdr/>")),
        table(row("日期", control(cell("选择日期"), "<w:showingPlcHdr/>"))),
        text="编号：\n日期\t",
    ),
    case(
        "drop-down control",
        p(
            "类别：",
            control(r("全职"), '<w:dropDownList><w:listItem w:displayText="兼职" w:value="2"/></w:dropDownList>'),
        ),
        text="类别：全职",
    ),
    case(
        "text form field",
        p("姓名：", build.field(" FORMTEXT ", r("王芳"), "<w:ffData><w:textInput/></w:ffData>")),
        text="姓名：王芳",
    ),
    case(
        "check box form fields",
        p(
            *(build.field(" FORMCHECKBOX ", None, CHECK_BOX.format('<w:default w:val="1"/>')), "甲"),
            *(
                build.field(" FORMCHECKBOX ", "", CHECK_BOX.format('<w:default w:val="1"/><w:checked w:val="0"/>')),
                "乙",
            ),
            *(build.field(" FORMCHECKBOX ", None, CHECK_BOX.format("<w:checked/>")), "丙"),
        ),
        text="☑甲☐乙☑丙",
    ),
    case(
        "drop-down form field",
        p(
            build.field(
                " FORMDROPDOWN ",
                None,
                '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="日"/>'
                '<w:listEntry w:val="周"/></w:ddList></w:ffData>',
            )
        ),
        text="周",
    ),
    case(
        "fields show results",
        p('<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>', "页"),
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
            + build.field(" MERGEFIELD x ", r("嵌套"))
            + '<w:r><w:instrText> = "a" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + r("结果")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        p(build.field(' HYPERLINK "http://example.org" ', r("链接"))),
        text="3页\n结果\n链接",
    ),
    case(
        "a field over paragraphs",
        p("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DOCVARIABLE</w:instrText></w:r>"),
        p("<w:r><w:fldChar w:fldCharType='separate'/></w:r>", "值一"),
        p("值二", "<w:r><w:fldChar w:fldCharType='end'/></w:r>", "后"),
        text="值一\n值二后",
    ),
    case(
        "a field that never ends hides nothing",
        p("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>", "正文"),
        text="正文",
    ),
    case("enclosed characters", p(build.field(r" eq \o\ac(□,√) "), "是", build.field(r" eq \o\ac(○,3) ")), text="☑是③"),
    case(
        "insertions stay, deletions go",
        p(
            "负责",
            f'<w:del w:id="1">{r(inside="<w:delText>旧</w:delText>")}</w:del>',
            f'<w:ins w:id="2">{r("新")}</w:ins>',
            "工作",
        ),
        p(f'<w:ins w:id="3">{r("整段")}</w:ins>', properties="<w:rPr><w:ins w:id='4'/></w:rPr>"),
        text="负责新工作\n整段",
    ),
    case(
        "a moved text stands at its new place",
        p(f'<w:moveFrom w:id="1">{r("搬走")}</w:moveFrom>', properties="<w:rPr><w:moveFrom w:id='3'/></w:rPr>"),
        p("中间"),
        p(f'<w:moveTo w:id="2">{r("搬走")}</w:moveTo>'),
        text="中间\n搬走",
    ),
    case(
        "deleted and inserted rows",
        table(
            row("甲", "一"),
            row("乙", "二", properties='<w:del w:id="1"/>'),
            row("丙", "三", properties='<w:ins w:id="2"/>'),
        ),
        text="甲\t一\n丙\t三",
    ),
    case(
        "a deleted paragraph does not count",
        p("一", number=1),
        p(
            f'<w:del w:id="1">{r(inside="<w:delText>删</w:delText>")}</w:del>',
            number=1,
            properties="<w:rPr><w:del w:id='2'/></w:rPr>",
        ),
        p("二", number=1),
        text="1.\t一\n2.\t二",
        numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
    ),
    case(
        "a deleted paragraph mark joins",
        p("前半", properties="<w:rPr><w:del w:id='2'/></w:rPr>"),
        p("后半"),
        text="前半后半",
    ),
    case("hyperlinks", p("见", f'<w:hyperlink w:anchor="x">{r("附件")}</w:hyperlink>', "。"), text="见附件。"),
    case(
        "smart tags and custom XML",
        p(
            "地点：",
            f'<w:smartTag w:element="place">{r("苏州")}</w:smartTag>',
            f"<w:customXml>{r('园区')}</w:customXml>",
        ),
        f"<w:customXml>{p('段')}</w:customXml>",
        table(f"<w:customXml>{row('甲', '乙')}</w:customXml>"),
        text="地点：苏州园区\n段\n甲\t乙",
    ),
    case(
        "ruby",
        p("岗", f"<w:r><w:ruby><w:rt>{r('wei')}</w:rt><w:rubyBase>{r('位')}</w:rubyBase></w:ruby></w:r>", "职责"),
        text="岗位职责",
    ),
    case(
        "hidden text",
        p(
            "见",
            r("密", VANISH),
            r("隐", '<w:rStyle w:val="H"/>'),
            r("显", '<w:vanish w:val="0"/>'),
            r("网", "<w:webHidden/>"),
        ),
        p(r("全隐", VANISH), properties=f"<w:rPr>{VANISH}</w:rPr>"),
        p("样式隐", r("现", '<w:vanish w:val="0"/>'), style="P"),
        text="见显网\n现",
        styles=style("H", "暗", f"<w:rPr>{VANISH}</w:rPr>", kind="character")
        + style("P", "暗段", f"<w:rPr>{VANISH}</w:rPr>"),
    ),
    case(
        "spaced labels and divided runs",
        p(
            "岗 位",
            '<w:proofErr w:type="spellStart"/>',
            r("名", '<w:spacing w:val="40"/>'),
            '<w:bookmarkStart w:id="0" w:name="b"/>',
            r("称", '<w:fitText w:val="900"/>'),
            "\u3000：",
        ),
        text="岗 位名称\u3000：",
    ),
    case(
        "wide and fixed blanks and fill lines",
        p("甲\u3000\u3000乙\u00a0丙____丁"),
        text="甲\u3000\u3000乙\u00a0丙____丁",
    ),
    case("a line break in the markup is a blank", p("甲\n乙"), text="甲 乙"),
    case(
        "notes follow the body",
        p("轮岗", r(inside='<w:footnoteReference w:id="1"/>'), "制", r(inside='<w:endnoteReference w:id="1"/>')),
        text="轮岗制\n脚注文\n尾注文",
        parts={
            "word/footnotes.xml": Part(
                build.note_part("footnote", p(r(inside="<w:footnoteRef/>"), "脚注文"), p("未引用")), "footnotes"
            ),
            "word/endnotes.xml": Part(build.note_part("endnote", p("尾注文")), "endnotes"),
        },
    ),
    case(
        "comments follow the body",
        p(
            '<w:commentRangeStart w:id="1"/>',
            "正文",
            '<w:commentRangeEnd w:id="1"/>',
            r(inside='<w:commentReference w:id="1"/>'),
        ),
        p("续"),
        text="正文\n续\n批语",
        parts={"word/comments.xml": Part(build.note_part("comment", p("批语")), "comments")},
    ),
    case(
        "headers and footers, each once",
        p("正文"),
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/>'
        '<w:footerReference w:type="even" r:id="rId3"/><w:footerReference w:type="default" r:id="rId3"/></w:sectPr>',
        text="正文\n页眉\n首页\n页脚",
        parts={
            "word/header1.xml": Part(build.margin("hdr", p("页眉")), "header"),
            "word/header2.xml": Part(build.margin("hdr", p("首页")), "header"),
            "word/footer1.xml": Part(build.margin("ftr", p("页脚")), "footer"),
        },
    ),
    case(
        "the table of contents follows the body",
        control(
            p("目录") + p(build.field(r' TOC \o "1-3" ', r("一、职责", inside="<w:tab/>") + r("1")), style="10"),
            "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>",
        ),
        p("一、职责"),
        text="一、职责\n目录\n一、职责\t1",
        styles=style("10", "toc 1"),
    ),
    case(
        "math",
        p("<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"),
        text="a/b",
    ),
    case(
        "alternate content of a later Word falls back",
        p(
            '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx/></mc:Choice>'
            "<mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        text="😀",
    ),
]

MERGE, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

TABLES = [
    case("gridSpan", table(row(cell("栏", properties='<w:gridSpan w:val="2"/>')), row("甲", "乙")), text="栏\n甲\t乙"),
    case(
        "vMerge",
        table(
            row(cell("职责", properties=MERGE), "一"), row(cell("职责", properties=CONTINUE), "二"), row("考核", "三")
        ),
        text="职责\t一\n\t二\n考核\t三",
    ),
    case(
        "nested table",
        table(row(cell(p("前"), table(row("内一", "内二")), p("后")), "邻")),
        text="前\n内一\t内二\n后\t邻",
    ),
    case(
        "gridBefore and gridAfter",
        table(
            row("甲", "乙", "丙"),
            row("丁", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            row("戊", "己", "庚"),
        ),
        text="甲\t乙\t丙\n丁\n戊\t己\t庚",
    ),
    case(
        "repeated header row",
        table(row("序号", "职责", properties="<w:cantSplit/><w:tblHeader/>"), row("1", "招聘")),
        text="序号\t职责\n1\t招聘",
    ),
    case(
        "vertical label",
        table(row(cell("职", "责", properties=MERGE), "编制预算"), row(cell(properties=CONTINUE), "审核费用")),
        text="职\n责\t编制预算\n\t审核费用",
    ),
    case(
        "pairs with blank values",
        table(row("姓名", "", "工号", "7"), row("部门", "", "职级", "")),
        text="姓名\t\t工号\t7\n部门\t\t职级\t",
    ),
    case(
        "floating table",
        p("前"),
        table(row("浮", "动"), properties='<w:tblPr><w:tblpPr w:tblpX="1"/></w:tblPr>'),
        p("后"),
        text="前\n浮\t动\n后",
    ),
    case(
        "a whole document in one table",
        table(row("岗位说明书"), row(cell("职责：", p("盘点", number=1), p("出库", number=1), "签字："))),
        text="岗位说明书\n职责：\n1、\t盘点\n2、\t出库\n签字：",
        numbering=abstract(0, level(0, "decimal", "%1、")) + num(1, 0),
    ),
    case("typed check boxes", table(row("□ 男 ☑ 女 ■ 否 √")), text="□ 男 ☑ 女 ■ 否 √"),
    case(
        "paragraphs and breaks in a cell",
        table(row(cell(p("一", "<w:r><w:br/></w:r>", "二"), "三"), "四")),
        text="一\n二\n三\t四",
    ),
    case(
        "legacy hMerge",
        table(
            row(cell("合并", properties='<w:hMerge w:val="restart"/>'), cell(properties="<w:hMerge/>"), "尾"),
            row("甲", "乙", "丙"),
        ),
        text="合并\t尾\n甲\t乙\t丙",
    ),
    case("no grid, no properties", table(row("甲", "乙"), row("丙", "丁"), properties=""), text="甲\t乙\n丙\t丁"),
    case("ragged rows", table(row("甲", "乙", "丙"), row("丁"), row("戊", "己")), text="甲\t乙\t丙\n丁\n戊\t己"),
]

NULL = (
    '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="../NULL"/>'
)
SUBDOC = (
    '<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/subDocument" '
    'Target="file:///C:/子.docx" TargetMode="External"/>'
)
DOCUMENT = f"<w:document {build.namespaces()}><w:body>{p('正文')}</w:body></w:document>"
WORD_MAIN = "application/vnd.{}.main+xml"


def _chunk(path: str, data: str | bytes, media_type: str) -> Mapping[str, Part]:
    return {path: Part(data, "aFChunk", media_type)}


CHUNK = '<w:altChunk r:id="rId1"/>'
PACKAGES = [
    case(
        "sections and columns",
        p("一", properties='<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2"/></w:sectPr>'),
        p("二"),
        "<w:sectPr/>",
        text="一\n二",
    ),
    case(
        "embedded HTML",
        *(p("前"), CHUNK, p("后")),
        text="前\n岗位 职责\n编制\n预算\n甲\t乙\n\t丙\n后",
        parts=_chunk(
            "word/a.html",
            "<html><head><title>不要</title><style>p{}</style></head><body><p>岗位\n 职责</p><div>编制<br>预算</div>"
            '<table><tr><td rowspan="2">甲'
            "<td>乙</tr><tr><td>丙</tr></table></body></html>",
            "text/html",
        ),
    ),
    case("embedded text", CHUNK, text="第一行\n第二行", parts=_chunk("word/a.txt", "第一行\r\n第二行", "text/plain")),
    case(
        "embedded text in GBK",
        CHUNK,
        text="岗位职责",
        parts=_chunk("word/a.txt", "岗位职责".encode("gbk"), "text/plain"),
    ),
    case(
        "embedded web archive",
        CHUNK,
        text="岗位说明",
        parts=_chunk(
            "word/a.mht",
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
            "Content-Type: text/html; charset=utf-8\r\n"
            "Content-Transfer-Encoding: 8bit\r\n\r\n<html><body><p>岗位说明</p></body></html>\r\n--x--\r\n",
            "message/rfc822",
        ),
    ),
    case(
        "embedded Word file with lists of its own",
        *(p("外", number=1), CHUNK, p("外二", number=1)),
        text="1.\t外\n（一）\t内\n2.\t外二",
        parts=_chunk(
            "word/a.docx",
            build.package(p("内", number=1), numbering=abstract(0, level(0, "chineseCounting", "（%1）")) + num(1, 0)),
            "application/x",
        ),
        numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
    ),
    case("strict namespaces", p("甲", number=1), text="一、\t甲", strict=True, numbering=OUTLINE + num(1, 0)),
    case("macro-enabled", p("甲"), text="甲", main_type=WORD_MAIN.format("ms-word.document.macroEnabled")),
    case(
        "template",
        p("甲"),
        text="甲",
        main_type=WORD_MAIN.format("openxmlformats-officedocument.wordprocessingml.template"),
    ),
    case("UTF-16 part", p("甲"), text="甲", encoding="utf-16"),
    case(
        "main part of another name",
        p("甲", number=1),
        text="一、\t甲",
        main="doc/正文2.xml",
        numbering=OUTLINE + num(1, 0),
    ),
    case("master document", p("自己的"), '<w:subDoc r:id="rId91"/>', text="自己的", relationships=SUBDOC),
    case(
        "dangling target",
        p("甲", '<w:r><w:drawing><a:blip r:embed="rId90"/></w:drawing></w:r>'),
        text="甲",
        relationships=NULL,
    ),
    case("no styles, styles that do not exist", p("甲", r("乙", '<w:rStyle w:val="x"/>'), style="zz"), text="甲乙"),
    case(
        "habits of WPS Office",
        p(
            "职责",
            r(inside="<w:t></w:t>"),
            r("书", '<w:rFonts w:hint="eastAsia"/>'),
            style="2",
            properties='<w:outlineLvl w:val="9" wpsCustomData:x="1"/>',
        ),
        text="职责书",
        styles=style("2", "标题 1"),
    ),
    case("byte order mark, no declaration", text="正文", raw_main=b"\xef\xbb\xbf" + DOCUMENT.encode()),
    case("declared GBK", text="正文", raw_main=('<?xml version="1.0" encoding="GBK"?>' + DOCUMENT).encode("gbk")),
]


@pytest.mark.parametrize(
    "case",
    [*NUMBER_FORMATS, *LISTS, *INLINE, *TABLES, *PACKAGES],
    ids=lambda case: case.title,
)
def test_source_text(case: Case) -> None:
    document = load(build.package(*case.body, **case.options), "说明书.docx")
    assert document.text == case.text + "\n"
